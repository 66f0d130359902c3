// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping_guess.h"
#include "exchange/mapping_words.h"
#include "exchange/rejects.h"
#include "exchange/value_parser.h"

#include "domain/ticket_fields.h"

#include <QMap>

#include <algorithm>

namespace exchange
{

namespace
{

QString keyFor(const Targets &targets, const QString &header)
{
    const QString bare = bareHeader(header);
    for (const Target &target : targets) {
        if (header.compare(target.key, Qt::CaseInsensitive) == 0
            || bare.compare(bareHeader(target.label), Qt::CaseInsensitive) == 0)
            return target.key;
    }
    return keyForHeader(targets.kind(), header);
}

// In a table of rejects a column of the same name as one of the rejects' own had to give way.
QString ownName(const QString &column, bool isOfRejects)
{
    const QString second = QStringLiteral(" (2)");
    return isOfRejects && column.endsWith(second) ? column.chopped(second.size()) : column;
}

// A household's address that is spread over several columns, joined from the wide to the narrow.
std::optional<FieldSource> spreadAddress(const QStringList &columns)
{
    QMap<int, QString> parts;
    for (const QString &column : columns) {
        if (const int part = addressPartOf(column); part >= 0)
            parts.insert(part, column);
    }
    if (parts.isEmpty())
        return {};
    return FieldSource{
        .field = QStringLiteral("address"), .columns = parts.values(), .separator = QString()};
}

// The columns that rejects put in front, when this is a table of rejects.
qsizetype rejectColumns(const QStringList &columns)
{
    const QStringList &own = RejectsFile::ownColumns();
    return columns.mid(0, own.size()) == own ? own.size() : 0;
}

} // namespace

Mapping guessMapping(const Targets &targets, const QStringList &columns, const QString &source)
{
    Mapping mapping{.source = source, .fields = {}};
    const qsizetype first = rejectColumns(columns);
    for (const QString &column : columns.mid(first)) {
        const QString key = keyFor(targets, trimmed(ownName(column, first > 0)));
        if (!key.isEmpty() && !mapping.find(key))
            mapping.fields.push_back({.field = key, .columns = {column}});
    }
    if (targets.kind() == QStringLiteral("customers") && !mapping.find(u"address")) {
        if (auto address = spreadAddress(columns.mid(first)))
            mapping.fields.push_back(std::move(*address));
    }
    // A ticket of another desk's export is known by the number that it has there.
    const domain::FieldSpec &number = *domain::ticketFields().find(domain::field::Number);
    const QString sourceId = QStringLiteral("source_id");
    const auto numbers = std::ranges::find_if(columns, [&number](const QString &column) {
        return column == number.name() || column == domain::labelOf(number);
    });
    if (targets.kind() == QStringLiteral("tickets") && !mapping.find(sourceId)
        && numbers != columns.end())
        mapping.fields.push_back({.field = sourceId, .columns = {*numbers}});
    return mapping;
}

} // namespace exchange
