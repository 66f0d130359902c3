// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct UConverter;

namespace exchange
{

// Turns the bytes of one encoding into UTF-8, chunk by chunk, and stops at the first byte that
// the encoding doesn't have: nothing is ever replaced by a question mark. A byte-order mark at
// the start is left out.
class TextDecoder
{
public:
    explicit TextDecoder(const QString &encoding);

    bool isKnown() const { return m_converter != nullptr; }
    QString name() const; // as IANA writes it where it has a name

    // Appends to utf8. False at a byte that isn't of this encoding. `last` also refuses a
    // character that is cut off at the end.
    bool decode(QByteArrayView bytes, bool last, QByteArray *utf8 = nullptr);

    // Where decode() stopped: bytes from the start of the text.
    qint64 badByte() const { return m_badByte; }

private:
    struct Close {
        void operator()(UConverter *converter) const;
    };

    std::unique_ptr<UConverter, Close> m_converter;
    QString m_text; // the chunk at hand in UTF-16, kept for its memory
    qint64 m_consumed = 0;
    qint64 m_badByte = -1;
    bool m_atStart = true;
};

} // namespace exchange
