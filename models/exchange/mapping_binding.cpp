// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping_binding.h"
#include "exchange/words.h"

#include "store/reader.h"

#include <QCryptographicHash>

#include <algorithm>

namespace exchange
{

namespace
{

using domain::FieldType;

QString inMapping(const QString &field)
{
    return Words::tr("field \"%1\" of the mapping").arg(field);
}

QString some(const QStringList &names)
{
    constexpr qsizetype most = 60;
    return names.mid(0, most).join(QStringLiteral(", "))
        + (names.size() > most ? QStringLiteral(", …") : QString());
}

FileRefusal unknownField(const FieldSource &source, const Targets &targets)
{
    return {Words::tr("There is no field \"%1\" for %2").arg(source.field, targets.kind()),
        inMapping(source.field), Words::tr("Use one of: %1.").arg(some(targets.keys()))};
}

FileRefusal unknownColumn(
    const FieldSource &source, const QString &column, const QStringList &columns)
{
    return {Words::tr("The table has no column \"%1\"").arg(column), inMapping(source.field),
        Words::tr("Use one of its columns: %1.").arg(some(columns))};
}

FileRefusal formatsOfNoTime(const FieldSource &source)
{
    return {Words::tr("Formats are for times"), inMapping(source.field),
        Words::tr("Leave the formats out.")};
}

FileRefusal feedsNothing(const QStringList &columns, const Targets &targets)
{
    return {Words::tr("None of the columns is one that Griddesk knows"), some(columns),
        Words::tr("Name a mapping file, or head the columns with: %1.").arg(some(targets.keys()))};
}

// The value that the mapping's table has for a cell; null when it has none.
QString fromTable(const FieldSource &source, const QString &cell)
{
    const auto at = source.values.constFind(cell);
    if (at != source.values.cend())
        return at->isNull() ? QStringLiteral("") : *at;
    for (const auto &[beginning, value] : source.beginnings) {
        if (cell.startsWith(beginning))
            return value.isNull() ? QStringLiteral("") : value;
    }
    return {};
}

// Where nothing stands between the parts, two numbers beside each other (楼栋 3, 单元 2) must not become one.
QString separatorBetween(const QString &before, const QString &part, const FieldSource &source)
{
    return source.separator.isEmpty() && before.back().isDigit() && part.front().isDigit()
        ? QStringLiteral("-")
        : source.separator;
}

// A table without an optional column feeds nothing there, unless the mapping has a default.
bool isLeftOut(const FieldSource &source, const QStringList &columns)
{
    return source.optional && std::ranges::none_of(source.columns, [&](const QString &column) {
        return columns.contains(column);
    });
}

} // namespace

std::variant<BoundMapping, FileRefusal> BoundMapping::bind(const Mapping &mapping,
    const Targets &targets, const QStringList &columns, store::Reader &reader)
{
    BoundMapping bound;
    bound.m_source = mapping.source;
    const auto names = std::make_shared<Names>(reader);
    const QTimeZone zone = reader.zone();
    for (const FieldSource &source : mapping.fields) {
        const Target *target = targets.find(source.field);
        if (!target)
            return unknownField(source, targets);
        if (!source.formats.isEmpty() && target->type != FieldType::Time)
            return formatsOfNoTime(source);
        if (isLeftOut(source, columns) && !source.fallback)
            continue;
        if (target->type == FieldType::Customer)
            names->readCustomers(reader);
        std::vector<int> indexes;
        for (const QString &column : source.columns) {
            const qsizetype index = columns.indexOf(column);
            if (index < 0 && !source.optional)
                return unknownColumn(source, column, columns);
            if (index >= 0)
                indexes.push_back(int(index));
        }
        bound.m_feeds.push_back(
            {*target, source, std::move(indexes), ValueReader(source, *target, names, zone)});
    }
    // The same content is known again whatever the order of the columns.
    std::ranges::sort(bound.m_feeds, {}, [](const Feed &feed) { return feed.target.key; });
    if (std::ranges::all_of(bound.m_feeds, [](const Feed &feed) { return feed.columns.empty(); }))
        return feedsNothing(columns, targets);
    return bound;
}

bool BoundMapping::mayWait(const Feed &feed, const CellValue &cell) const
{
    return m_defersUnknown && cell.isUnknownName && !feed.target.isRequired;
}

QString BoundMapping::textFor(const Feed &feed, const QStringList &cells)
{
    const FieldSource &source = feed.source;
    if (source.columns.isEmpty())
        return source.constant;
    QString text;
    for (int column : feed.columns) {
        const QString &cell = cells[column];
        if (feed.columns.size() == 1)
            text = cell;
        else if (const QString part = trimmed(cell); !part.isEmpty())
            text += text.isEmpty() ? part : separatorBetween(text, part, source) + part;
    }
    const QString bare = trimmed(text);
    if (source.hasTable()) {
        if (const QString value = fromTable(source, bare); !value.isNull())
            return value;
    }
    if (bare.isEmpty() || source.hasTable())
        return source.fallback.value_or(bare);
    return feed.target.isVerbatim && !source.trim ? text : bare;
}

QByteArray BoundMapping::fingerprint(const Row &row) const
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    for (const Feed &feed : m_feeds) {
        const QByteArray text = textFor(feed, row.cells).toUtf8();
        hash.addData(feed.target.key.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(QByteArray::number(text.size()) + ':' + text);
    }
    return hash.result();
}

bool BoundMapping::feeds(QStringView field) const
{
    return std::ranges::any_of(
        m_feeds, [field](const Feed &feed) { return feed.target.key == field; });
}

} // namespace exchange
