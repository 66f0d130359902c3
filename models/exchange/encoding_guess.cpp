// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding_guess.h"

#include "exchange/text_decoder.h"
#include "exchange/words.h"

#include <QStringList>

#include <unicode/ucnv.h>

#include <algorithm>

namespace exchange
{

namespace
{

constexpr qint64 sampleSize = 1 << 20; // bytes

QString name(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

bool isAscii(char byte)
{
    return static_cast<uchar>(byte) < 0x80;
}

bool isBetween(char byte, uchar low, uchar high)
{
    return static_cast<uchar>(byte) >= low && static_cast<uchar>(byte) <= high;
}

// Starting at the first byte beyond ASCII can't cut a character: in all these encodings that byte
// begins one.
QByteArray sampleOf(QIODevice &text)
{
    for (QByteArray chunk = text.read(sampleSize); !chunk.isEmpty();
         chunk = text.read(sampleSize)) {
        const auto first = std::find_if_not(chunk.cbegin(), chunk.cend(), isAscii);
        if (first != chunk.cend()) {
            const QByteArray rest(first, chunk.cend() - first);
            return rest + text.read(sampleSize - rest.size());
        }
    }
    return {};
}

qint64 firstBadByte(const QString &encoding, QByteArrayView sample)
{
    TextDecoder decoder(encoding);
    return decoder.decode(sample, sample.size() < sampleSize) ? -1 : decoder.badByte();
}

// How a text looks when its bytes beyond ASCII are taken as two-byte Chinese characters.
struct ChineseLook {
    int pairs = 0;
    int common = 0; // of the characters that everyday text is made of
    int running = 0; // right behind another pair, as words are

    bool isPlausible() const { return common * 10 >= pairs * 7 && running * 3 >= pairs; }
    double share() const { return pairs ? double(common) / pairs : 0; }
};

// Common are punctuation and the 3,755 characters of GB 2312's first level.
bool isCommonGb(char lead, char trail)
{
    return (isBetween(lead, 0xa1, 0xa3) || isBetween(lead, 0xb0, 0xd7))
        && isBetween(trail, 0xa1, 0xfe);
}

// Common are punctuation and the 5,401 characters of Big5's first level.
bool isCommonBig5(char lead, char trail)
{
    return isBetween(lead, 0xa1, 0xc6)
        && (isBetween(trail, 0x40, 0x7e) || isBetween(trail, 0xa1, 0xfe));
}

ChineseLook lookAt(QByteArrayView sample, bool (*isCommon)(char, char))
{
    ChineseLook look;
    qsizetype behindPair = -1;
    for (qsizetype i = 0; i + 1 < sample.size();) {
        if (isAscii(sample[i])) {
            ++i;
            continue;
        }
        ++look.pairs;
        look.common += isCommon(sample[i], sample[i + 1]);
        look.running += i == behindPair;
        i += isBetween(sample[i + 1], '0', '9') ? 4 : 2;
        behindPair = i;
    }
    return look;
}

bool looksLikeUtf8(QByteArrayView sample)
{
    int good = 0;
    int bad = 0;
    for (qsizetype i = 0; i < sample.size();) {
        const char lead = sample[i++];
        if (isAscii(lead))
            continue;
        const int following = isBetween(lead, 0xf0, 0xf4) ? 3
            : isBetween(lead, 0xe0, 0xef)                 ? 2
            : isBetween(lead, 0xc2, 0xdf)                 ? 1
                                                          : 0;
        int found = 0;
        while (found < following && i < sample.size() && isBetween(sample[i], 0x80, 0xbf)) {
            ++found;
            ++i;
        }
        ++(following > 0 && found == following ? good : bad);
    }
    return good >= 3 && good >= 9 * bad;
}

// Western words have single letters beyond ASCII among others, and no control characters.
bool looksLikeLatin1(QByteArrayView sample)
{
    const auto isControl = [](char byte) { return isBetween(byte, 0x80, 0x9f); };
    return std::none_of(sample.cbegin(), sample.cend(), isControl);
}

FileRefusal damaged(const QString &encoding, qint64 badByte, const QString &fileName)
{
    return {Words::tr("The text looks like %1 but is damaged").arg(encoding),
        Words::tr("byte %1 of %2").arg(badByte).arg(fileName),
        Words::tr("Save it again from the program that made it, or name its encoding.")};
}

std::variant<QString, FileRefusal> judge(
    QByteArrayView sample, qint64 offset, const QString &fileName)
{
    const qint64 badUtf8 = firstBadByte(name("UTF-8"), sample);
    if (badUtf8 < 0)
        return name("UTF-8");
    if (looksLikeUtf8(sample))
        return damaged(name("UTF-8"), offset + badUtf8, fileName);

    const ChineseLook gb = lookAt(sample, isCommonGb);
    const ChineseLook big5 = lookAt(sample, isCommonBig5);
    const bool gbFirst = gb.share() >= big5.share();
    if ((gbFirst ? gb : big5).isPlausible()) {
        const QString likely = gbFirst ? name("GB18030") : name("Big5");
        const qint64 badByte = firstBadByte(likely, sample);
        if (badByte < 0)
            return likely;
        // GBK as Windows has it knows the euro sign as byte 80, and would take FF for a private
        // character that no text means.
        if (gbFirst && !sample.contains('\xff') && firstBadByte(name("GBK"), sample) < 0)
            return name("GBK");
        return damaged(likely, offset + badByte, fileName);
    }
    if (looksLikeLatin1(sample))
        return name("ISO-8859-1");
    return FileRefusal{Words::tr("The text's encoding can't be found"), fileName,
        Words::tr("Save it as UTF-8, or name its encoding, for example GB18030.")};
}

} // namespace

std::variant<QString, FileRefusal> guessEncoding(QIODevice &text, const QString &fileName)
{
    const QByteArray head = text.peek(64 * 1024);
    UErrorCode status = U_ZERO_ERROR;
    int32_t markLength = 0;
    const char *marked =
        ucnv_detectUnicodeSignature(head.constData(), int32_t(head.size()), &markLength, &status);
    // ICU also knows marks of encodings that no table is in and that plain text may begin with.
    if (marked
        && QStringList{name("UTF-8"), name("UTF-16LE"), name("UTF-16BE")}.contains(name(marked)))
        return name(marked);
    if (head.count('\0') * 10 > head.size() * 3) {
        return FileRefusal{Words::tr("The file is neither a text nor a workbook"), fileName,
            Words::tr("Save the table as CSV in UTF-8 or as XLSX. If it is "
                      "UTF-16 without a mark, name the encoding UTF-16LE.")};
    }
    const QByteArray sample = sampleOf(text);
    const qint64 offset = text.pos() - sample.size();
    if (sample.isEmpty())
        return QStringLiteral("UTF-8");
    return judge(sample, offset, fileName);
}

} // namespace exchange
