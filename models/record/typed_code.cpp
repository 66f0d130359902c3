// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/typed_code.h"

#include <QStringList>

namespace record
{

namespace
{
constexpr int groupSize = 5;
constexpr int bitsEach = 5;
} // namespace

QString plainTyped(const QString &typed)
{
    QString text = typed.normalized(QString::NormalizationForm_KC).toUpper();
    text.removeIf([](QChar c) {
        return c.isSpace() || c.category() == QChar::Punctuation_Dash || c == u'−';
    });
    return text.replace(u'I', u'1').replace(u'L', u'1').replace(u'O', u'0').replace(u'U', u'V');
}

QString inGroups(const QString &characters)
{
    QStringList groups;
    for (qsizetype at = 0; at < characters.size(); at += groupSize)
        groups << characters.mid(at, groupSize);
    return groups.join(u'-');
}

QString toTyped(const QByteArray &bytes)
{
    QString text;
    quint32 bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | quint8(byte);
        for (held += 8; held >= bitsEach; held -= bitsEach)
            text += typedAlphabet[bits >> (held - bitsEach) & 31];
    }
    return text;
}

std::optional<QByteArray> fromTyped(QStringView plain)
{
    QByteArray bytes;
    quint32 bits = 0;
    int held = 0;
    for (const QChar c : plain) {
        const qsizetype value = typedAlphabet.indexOf(c);
        if (value < 0)
            return {};
        bits = bits << bitsEach | quint32(value);
        held += bitsEach;
        if (held >= 8) {
            held -= 8;
            bytes += char(bits >> held & 0xff);
        }
    }
    return held == 0 ? std::optional(bytes) : std::nullopt;
}

} // namespace record
