// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_text.h"

#include "exchange/csv_reader.h"
#include "exchange/encoding_guess.h"
#include "exchange/text_decoder.h"
#include "exchange/words.h"

#include <QBuffer>
#include <QRegularExpression>

#include <algorithm>

namespace exchange
{

namespace
{

constexpr qsizetype declarationSize = 200; // bytes
constexpr qsizetype sampleSize = 1 << 20;

FileRefusal noSuchEncoding(const QString &encoding, const QString &fileName)
{
    return {Words::tr("There is no encoding \"%1\"").arg(encoding), fileName,
        Words::tr("Name one of these: UTF-8, GB18030, GBK, Big5, UTF-16, ISO-8859-1.")};
}

// What <?xml … encoding="GB2312"?> says.
QRegularExpressionMatch declaredEncoding(const QByteArray &text)
{
    static const QRegularExpression declaration(
        QStringLiteral("^[^<]{0,3}<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']"));
    return declaration.match(QString::fromLatin1(text.left(declarationSize)));
}

std::variant<QString, FileRefusal> guessOf(QByteArray text, const QString &fileName)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return guessEncoding(buffer, fileName);
}

std::variant<QString, FileRefusal> encodingOf(
    const QByteArray &text, const QString &named, const QString &fileName)
{
    if (!named.isEmpty())
        return named;
    // GB2312 is what people write for anything that GB18030 holds.
    const QString declared = declaredEncoding(text).captured(1);
    if (declared.startsWith(QStringLiteral("GB"), Qt::CaseInsensitive))
        return QStringLiteral("GB18030");
    if (!declared.isEmpty() && TextDecoder(declared).isKnown())
        return declared;
    return guessOf(text, fileName);
}

bool isAscii(const QByteArray &bytes)
{
    return std::ranges::none_of(bytes, [](char byte) { return uchar(byte) >= 0x80; });
}

QByteArray sampleOf(const QVector<QByteArray> &columns, const QVector<QVector<QByteArray>> &rows)
{
    QByteArray sample = columns.join('\n');
    for (const QVector<QByteArray> &row : rows) {
        for (const QByteArray &text : row) {
            if (!isAscii(text))
                sample += '\n' + text;
        }
        if (sample.size() > sampleSize)
            break;
    }
    return sample + '\n';
}

} // namespace

std::optional<FileRefusal> makeUtf8(
    QByteArray &text, const QString &encoding, const QString &fileName)
{
    const auto found = encodingOf(text, encoding.trimmed(), fileName);
    if (auto *refusal = std::get_if<FileRefusal>(&found))
        return *refusal;
    TextDecoder decoder(std::get<QString>(found));
    if (!decoder.isKnown())
        return noSuchEncoding(std::get<QString>(found), fileName);
    QByteArray decoded;
    constexpr qsizetype chunkSize = 1 << 20; // bytes
    for (qsizetype at = 0; at < text.size(); at += chunkSize) {
        const qsizetype length = std::min(chunkSize, text.size() - at);
        const auto chunk = QByteArrayView(text).sliced(at, length);
        if (!decoder.decode(chunk, at + length == text.size(), &decoded))
            return wrongEncoding(decoder, fileName);
    }
    text = std::move(decoded);
    if (const auto declared = declaredEncoding(text); declared.hasMatch())
        text.replace(declared.capturedStart(1), declared.capturedLength(1), "UTF-8");
    return {};
}

QString encodingOfDxf(const QByteArray &drawing, const QString &encoding)
{
    if (!encoding.trimmed().isEmpty())
        return encoding.trimmed();
    if (isAscii(drawing))
        return {};
    // Drawings are UTF-8 since 2007, and go on to name the page of the computer that they were made on.
    if (drawing.isValidUtf8())
        return QStringLiteral("UTF-8");
    static const QRegularExpression page(
        QStringLiteral("\\$DWGCODEPAGE\\s+3\\s+ANSI_(?!1252)\\d+"));
    if (QString::fromLatin1(drawing.left(sampleSize)).contains(page))
        return {};
    const auto guess = guessOf(drawing, {});
    const auto *found = std::get_if<QString>(&guess);
    return found ? *found : QString();
}

std::variant<TableTexts, FileRefusal> TableTexts::of(const QVector<QByteArray> &columns,
    const QVector<QVector<QByteArray>> &rows, const QString &named, const QString &stated,
    const QString &fileName)
{
    TableTexts texts;
    texts.m_encoding = named.trimmed();
    if (!texts.m_encoding.isEmpty() && !TextDecoder(texts.m_encoding).isKnown())
        return noSuchEncoding(texts.m_encoding, fileName);
    if (texts.m_encoding.isEmpty() && TextDecoder(stated).isKnown())
        texts.m_encoding = stated;
    if (!texts.m_encoding.isEmpty())
        return texts;
    const auto guess = guessOf(sampleOf(columns, rows), fileName);
    if (auto *refusal = std::get_if<FileRefusal>(&guess))
        return *refusal;
    texts.m_encoding = std::get<QString>(guess);
    return texts;
}

std::optional<QString> TableTexts::text(const QByteArray &bytes) const
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);
    if (m_encoding == u"UTF-8" && bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    TextDecoder decoder(m_encoding);
    QByteArray decoded;
    if (!decoder.decode(bytes, false, &decoded))
        return {};
    return QString::fromUtf8(decoded);
}

} // namespace exchange
