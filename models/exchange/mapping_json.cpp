// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping.h"
#include "exchange/value_parser.h"
#include "exchange/words.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace exchange
{

namespace
{

const char *const options[] = {"column", "columns", "separator", "values", "default", "formats",
    "constant", "trim", "optional"};

bool isOption(const QString &key)
{
    return std::ranges::any_of(
        options, [&key](const char *option) { return key == QLatin1StringView(option); });
}

QString allOptions()
{
    QStringList names;
    for (const char *option : options)
        names << QString::fromLatin1(option);
    return names.join(QStringLiteral(", "));
}

QString textOf(const QJsonValue &value)
{
    return value.isBool() ? QString::fromLatin1(value.toBool() ? "true" : "false")
                          : value.toVariant().toString();
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue one : value.toArray())
        texts << textOf(one);
    return texts;
}

void readValues(const QJsonObject &table, FieldSource &source)
{
    for (auto at = table.begin(); at != table.end(); ++at) {
        if (at.key().endsWith(QLatin1Char('*')))
            source.beginnings.emplace_back(at.key().chopped(1), textOf(at.value()));
        else
            source.values.insert(trimmed(at.key()), textOf(at.value()));
    }
    // JSON objects have no order; the longest beginning says most.
    std::ranges::stable_sort(source.beginnings, std::greater(),
        [](const auto &beginning) { return beginning.first.size(); });
}

// What is wrong with one field's entry; empty when all is well.
QString readField(const QJsonValue &value, FieldSource &source)
{
    if (value.isString()) {
        source.columns = {value.toString()};
        return {};
    }
    if (!value.isObject())
        return Words::tr("It is neither the name of a column nor an object");
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        if (!isOption(key))
            return Words::tr("\"%1\" is no option of a field").arg(key);
    }
    const bool isConstant = object.contains(QStringLiteral("constant"));
    source.columns = object.contains(QStringLiteral("columns"))
        ? textsOf(object[QStringLiteral("columns")])
        : textsOf(QJsonArray{object[QStringLiteral("column")]});
    source.columns.removeAll(QString());
    if (source.columns.isEmpty() != isConstant)
        return Words::tr("It needs either a column or a constant");
    source.constant = textOf(object[QStringLiteral("constant")]);
    if (object.contains(QStringLiteral("separator")))
        source.separator = object[QStringLiteral("separator")].toString();
    if (object.contains(QStringLiteral("default")))
        source.fallback = textOf(object[QStringLiteral("default")]);
    source.formats = textsOf(object[QStringLiteral("formats")]);
    source.trim = object[QStringLiteral("trim")].toBool();
    source.optional = object[QStringLiteral("optional")].toBool();
    readValues(object[QStringLiteral("values")].toObject(), source);
    return {};
}

FileRefusal badJson(const QByteArray &json, const QJsonParseError &error, const QString &fileName)
{
    const qsizetype line = json.left(error.offset).count('\n') + 1;
    return {Words::tr("The mapping is not valid JSON: %1").arg(error.errorString()),
        Words::tr("line %1 of %2").arg(line).arg(fileName), Words::tr("Correct it there.")};
}

} // namespace

ReadMapping parseMapping(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return badJson(json, error, fileName);
    const QJsonObject fields = document[QStringLiteral("fields")].toObject();
    if (fields.isEmpty()) {
        return FileRefusal{Words::tr("The mapping feeds no field"), fileName,
            Words::tr("Write {\"fields\": {\"title\": \"name of a column\", …}}.")};
    }
    Mapping mapping;
    mapping.source = document[QStringLiteral("source")].toString();
    if (mapping.source.isEmpty())
        mapping.source = QFileInfo(fileName).completeBaseName();
    for (auto at = fields.begin(); at != fields.end(); ++at) {
        FieldSource source{.field = at.key()};
        if (const QString problem = readField(at.value(), source); !problem.isEmpty()) {
            return FileRefusal{problem, Words::tr("field \"%1\" in %2").arg(at.key(), fileName),
                Words::tr("A field may have: %1.").arg(allOptions())};
        }
        mapping.fields.push_back(std::move(source));
    }
    return mapping;
}

ReadMapping readMapping(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || info.isDir()) {
        return FileRefusal{info.isDir() ? Words::tr("The mapping is a folder")
                                        : Words::tr("There is no such mapping file"),
            path, Words::tr("Check the name and the folder.")};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return FileRefusal{Words::tr("The mapping can't be read: %1").arg(file.errorString()), path,
            Words::tr("Ask its owner for the permission to read it, or for a copy.")};
    }
    return parseMapping(file.readAll(), info.fileName());
}

} // namespace exchange
