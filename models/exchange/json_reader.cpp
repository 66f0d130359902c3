// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_reader.h"

#include "exchange/words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace exchange
{

namespace
{

bool holdsRecords(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return !array.isEmpty() && array.first().isObject();
}

QJsonArray recordsOf(const QJsonDocument &document)
{
    if (document.isArray())
        return holdsRecords(document.array()) ? document.array() : QJsonArray();
    for (const QJsonValue &member : document.object()) {
        if (holdsRecords(member))
            return member.toArray();
    }
    return {};
}

QStringList namesOf(const QJsonArray &rows)
{
    QStringList names;
    for (const QJsonValue &row : rows) {
        for (const QString &name : row.toObject().keys()) {
            if (!names.contains(name))
                names << name;
        }
    }
    return names;
}

QString cellOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

} // namespace

JsonReader::JsonReader(QJsonArray rows, QStringList names, qint64 size)
    : m_rows(std::move(rows))
    , m_names(std::move(names))
    , m_size(size)
{
}

std::variant<std::unique_ptr<TableReader>, FileRefusal> JsonReader::open(
    const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull()) {
        return FileRefusal{Words::tr("The file can't be read as JSON at byte %1: %2")
                               .arg(error.offset)
                               .arg(error.errorString()),
            fileName, Words::tr("Fetch it anew, or have it exported as CSV or XLSX.")};
    }
    QJsonArray rows = recordsOf(document);
    if (rows.isEmpty()) {
        return FileRefusal{Words::tr("There is no list of records in this file"), fileName,
            Words::tr("It takes an array of objects, one for each row.")};
    }
    QStringList names = namesOf(rows);
    std::unique_ptr<TableReader> reader(
        new JsonReader(std::move(rows), std::move(names), json.size()));
    reader->readHeader(fileName);
    if (reader->error())
        return *reader->error();
    return reader;
}

std::optional<Row> JsonReader::readRow()
{
    if (m_at < 0)
        return Row{.line = ++m_at, .cells = m_names};
    if (m_at >= m_rows.size())
        return {};
    const QJsonObject record = m_rows.at(m_at).toObject();
    Row row{.line = ++m_at};
    for (const QString &name : std::as_const(m_names))
        row.cells << cellOf(record.value(name));
    return row;
}

bool isRecords(const QByteArray &head)
{
    QByteArray start = head;
    if (start.startsWith("\xef\xbb\xbf"))
        start = start.mid(3);
    start = start.trimmed();
    if (start.startsWith('['))
        return true;
    // Every object of a map says its type.
    const auto says = [&start](const char *word) { return start.contains(word); };
    return start.startsWith('{') && says("[") && !says("\"type\"") && !says("\"features\"")
        && !says("\"coordinates\"");
}

} // namespace exchange
