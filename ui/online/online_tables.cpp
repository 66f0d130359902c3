// SPDX-License-Identifier: GPL-3.0-or-later
#include "online/online_tables.h"

#include "look/icons.h"
#include "widgets/time_words.h"

#include <algorithm>

namespace ui::online
{

using items::OnlineLine;
using items::OnlineSource;

namespace
{

QIcon iconOf(widgets::Mood mood)
{
    return look::icon(widgets::moodIcon(mood), widgets::moodTone(mood));
}

} // namespace

SourceTable::SourceTable(const items::OnlineChannel &channel, const domain::Clock &clock,
    const QTimeZone &zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_channel(channel)
    , m_clock(clock)
    , m_zone(zone)
{
    renew();
}

int SourceTable::rowOf(const QString &name) const
{
    const auto at = std::ranges::find(m_sources, name, &OnlineSource::name);
    return at == m_sources.end() ? -1 : int(at - m_sources.begin());
}

void SourceTable::renew()
{
    const QVector<OnlineSource> sources = m_channel.sources();
    const bool isSame =
        std::ranges::equal(sources, m_sources, {}, &OnlineSource::name, &OnlineSource::name);
    if (isSame) {
        m_sources = sources;
        if (!m_sources.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_sources = sources;
    endResetModel();
}

int SourceTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sources.size());
}

int SourceTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString SourceTable::words(int column, const OnlineSource &source) const
{
    switch (column) {
    case State:
        return standingWords(source);
    case Name:
        return source.kind == OnlineSource::Kind::Folder
            ? source.name.section(u'/', -1, -1, QString::SectionSkipEmpty)
            : source.name;
    case Address:
        return source.kind == OnlineSource::Kind::Folder ? source.name : source.address;
    case Mapping:
        return mappedWords(source);
    case LastRound:
        return momentWords(source.success_ms, moment());
    case CameIn:
        return QString::number(source.taken);
    case Refused:
        return QString::number(
            source.kind == OnlineSource::Kind::Folder ? source.refused : source.again);
    case Waiting:
        return QString::number(source.waiting);
    default:
        return {};
    }
}

QVariant SourceTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OnlineSource &source = m_sources.at(index.row());
    if (role == Qt::DisplayRole)
        return words(index.column(), source);
    if (role == Qt::TextAlignmentRole && index.column() >= CameIn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == State)
        return iconOf(moodOf(source));
    if (role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case State:
        return adviceWords(source);
    case LastRound:
        return source.success_ms ? widgets::exactTime(source.success_ms, m_zone) : QString();
    default:
        return words(index.column(), source);
    }
}

QVariant SourceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= CameIn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Name");
    case Address:
        return tr("Address");
    case Mapping:
        return tr("Mapped by");
    case LastRound:
        return tr("Last complete round");
    case CameIn:
        return tr("Came in");
    case Refused:
        return tr("Refused");
    case Waiting:
        return tr("No number");
    default:
        return {};
    }
}

void LineTable::show(const OnlineSource &source)
{
    if (m_lines == source.lines)
        return;
    beginResetModel();
    m_lines = source.lines;
    endResetModel();
}

void LineTable::clear()
{
    show({});
}

int LineTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LineTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LineTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OnlineLine &line = m_lines.at(index.row());
    if (role == Qt::DecorationRole && index.column() == Kind)
        return iconOf(moodOf(line.kind));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Kind:
        return kindWords(line.kind);
    case Id:
        return line.id;
    case Ticket:
        return line.ticket;
    default:
        return wordsAt(index.row());
    }
}

QVariant LineTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("What came of it");
    case Id:
        return tr("Number there");
    case Ticket:
        return tr("Ticket");
    default:
        return tr("What or why");
    }
}

} // namespace ui::online
