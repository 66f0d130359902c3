// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text_decoder.h"

#include <unicode/ucnv.h>

namespace exchange
{

void TextDecoder::Close::operator()(UConverter *converter) const
{
    ucnv_close(converter);
}

TextDecoder::TextDecoder(const QString &encoding)
{
    // ICU takes an empty name as the machine's own encoding, which nobody asked for.
    if (encoding.trimmed().isEmpty())
        return;
    UErrorCode status = U_ZERO_ERROR;
    m_converter.reset(ucnv_open(encoding.trimmed().toLatin1().constData(), &status));
    if (U_SUCCESS(status))
        ucnv_setToUCallBack(
            m_converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status))
        m_converter.reset();
}

QString TextDecoder::name() const
{
    UErrorCode status = U_ZERO_ERROR;
    const char *own = ucnv_getName(m_converter.get(), &status);
    for (const char *standard : {"MIME", "IANA"}) {
        UErrorCode lookup = U_ZERO_ERROR;
        if (const char *known = ucnv_getStandardName(own, standard, &lookup))
            return QString::fromLatin1(known);
    }
    return QString::fromLatin1(own);
}

bool TextDecoder::decode(QByteArrayView bytes, bool last, QByteArray *utf8)
{
    // No encoding makes more UTF-16 units than bytes, save for the few that one character left
    // over from the chunk before can add.
    m_text.resize(bytes.size() + 16);
    auto *const start = reinterpret_cast<UChar *>(m_text.data());
    UChar *target = start;
    const char *source = bytes.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_converter.get(), &target, start + m_text.size(), &source,
        bytes.data() + bytes.size(), nullptr, last, &status);
    m_consumed += source - bytes.data();
    if (U_FAILURE(status)) {
        char invalid[32];
        int8_t length = sizeof invalid;
        UErrorCode query = U_ZERO_ERROR;
        ucnv_getInvalidChars(m_converter.get(), invalid, &length, &query);
        m_badByte = m_consumed - length;
        return false;
    }
    if (!utf8)
        return true;
    QStringView text(m_text.constData(), target - start);
    if (m_atStart && !text.isEmpty()) {
        m_atStart = false;
        if (text.front() == QChar::ByteOrderMark)
            text = text.mid(1);
    }
    utf8->append(text.toUtf8());
    return true;
}

} // namespace exchange
