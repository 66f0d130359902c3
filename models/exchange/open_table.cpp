// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_reader.h"
#include "exchange/encoding_guess.h"
#include "exchange/json_reader.h"
#include "exchange/map_table.h"
#include "exchange/open_file.h"
#include "exchange/table_reader.h"
#include "exchange/words.h"
#include "exchange/workbook_reader.h"

#include <QFileInfo>

namespace exchange
{

namespace
{

bool isZip(const QByteArray &head)
{
    return head.startsWith("PK\x03\x04");
}

std::optional<FileRefusal> refuseContent(const QByteArray &head, const QString &fileName)
{
    if (fileName.startsWith(QStringLiteral("~$")) && !isZip(head))
        return FileRefusal{Words::tr("This is the lock file of a workbook that somebody has open"),
            fileName, Words::tr("Choose the workbook itself, the same name without ~$.")};
    if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return FileRefusal{
            Words::tr("The workbook is of the old XLS format or locked by a password"), fileName,
            Words::tr("Save it as XLSX without a password.")};
    const QByteArray start = head.trimmed().left(64).toLower();
    for (const char *mark : {"<html", "<!doctype", "<?xml", "<table", "%pdf", "{\\rtf"}) {
        if (start.startsWith(mark))
            return FileRefusal{Words::tr("This is a document and not a table"), fileName,
                Words::tr("Open it in a spreadsheet program and save it as XLSX.")};
    }
    return std::nullopt;
}

// From end to end, so that no row is taken from a text that turns out to be another encoding.
std::optional<FileRefusal> refuseEncoding(
    QFile &file, const QString &encoding, const QString &fileName)
{
    TextDecoder decoder(encoding);
    if (!decoder.isKnown())
        return FileRefusal{Words::tr("There is no encoding \"%1\"").arg(encoding), fileName,
            Words::tr("Name one of these: UTF-8, GB18030, GBK, Big5, UTF-16, ISO-8859-1.")};
    constexpr qint64 chunkSize = 1 << 20; // bytes
    for (bool last = false; !last;) {
        const QByteArray bytes = file.read(chunkSize);
        last = bytes.size() < chunkSize;
        if (!decoder.decode(bytes, last))
            return wrongEncoding(decoder, fileName);
    }
    file.seek(0);
    return std::nullopt;
}

OpenedTable openText(std::unique_ptr<QFile> file, const TableOptions &options)
{
    const QString fileName = QFileInfo(*file).fileName();
    if (!options.layer.isEmpty())
        return FileRefusal{Words::tr("A text has no sheet \"%1\"").arg(options.layer), fileName,
            Words::tr("Leave the name of the sheet out.")};
    QString encoding = options.encoding.trimmed();
    if (encoding.isEmpty()) {
        auto guess = guessEncoding(*file, fileName);
        if (auto *refusal = std::get_if<FileRefusal>(&guess))
            return *refusal;
        encoding = std::get<QString>(guess);
        file->seek(0);
    }
    if (auto refusal = refuseEncoding(*file, encoding, fileName))
        return *refusal;
    auto reader = std::make_unique<CsvReader>(std::move(file), encoding);
    reader->readHeader(fileName);
    if (reader->error())
        return *reader->error();
    return reader;
}

OpenedTable openRecords(QFile &file)
{
    const QString fileName = QFileInfo(file).fileName();
    constexpr qint64 most = 64 * 1024 * 1024; // bytes
    if (file.size() > most)
        return FileRefusal{Words::tr("The file is larger than 64 MiB"), fileName,
            Words::tr("Have it exported as CSV, which may be of any length.")};
    return JsonReader::open(file.readAll(), fileName);
}

} // namespace

OpenedTable openTable(const QString &path, const TableOptions &options)
{
    const QFileInfo info(path);
    if (auto refusal = refuseToOpen(info))
        return *refusal;
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return FileRefusal{Words::tr("The file can't be opened: %1").arg(file->errorString()), path,
            Words::tr("Copy the file to another disk and try again."), FileRefusal::Device};
    const QByteArray head = file->peek(8192);
    if (isRecords(head))
        return openRecords(*file);
    if (isMap(head, info.fileName()))
        return openMap(path, options);
    if (auto refusal = refuseContent(head, info.fileName()))
        return *refusal;
    return isZip(head) ? openWorkbook(path, options.layer) : openText(std::move(file), options);
}

} // namespace exchange
