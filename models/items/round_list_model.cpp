// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/round_list_model.h"

#include "domain/words.h"
#include "items/key_groups.h"

#include <algorithm>

namespace items
{

using namespace domain;

RoundListModel::RoundListModel(const Source &source, RoundReading &reading, QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(source.read.zone())
    , m_reading(reading)
{
}

void RoundListModel::show(const Id &plan, qint64 at_ms)
{
    if (plan == m_plan && at_ms == m_at_ms)
        return renew();
    m_plan = plan;
    m_at_ms = at_ms;
    ++m_asked;
    m_isComplete = false;
    m_isAsking = false;
    beginResetModel();
    m_view = {};
    m_rows.clear();
    endResetModel();
    renew();
}

void RoundListModel::showPart(Part part)
{
    if (part == m_part)
        return;
    m_part = part;
    arrange();
}

void RoundListModel::renew()
{
    m_isStale = m_isAsking;
    if (m_plan.isNull() || std::exchange(m_isAsking, true))
        return;
    m_reading.background
        .ask([&finder = m_reading.finder, plan = m_plan, at_ms = m_at_ms](store::Reader &reader) {
            const auto row = reader.findRow(plan);
            return row && !row->row.removed ? finder.find(reader, VisitPlan::from(row->row),
                       at_ms ? at_ms : reader.now_ms(), RoundFinder::Names::With)
                                            : RoundView();
        })
        .then(this, [this, mine = m_asked](const RoundView &view) {
            if (mine != m_asked)
                return;
            m_isAsking = false;
            if (m_isStale)
                return renew();
            put(view);
        });
}

void RoundListModel::put(const RoundView &view)
{
    m_isComplete = true;
    const bool isSame = view.plan.id == m_view.plan.id;
    const auto shown = [this](const QVector<qsizetype> &rows) {
        QVector<Id> ids;
        for (const qsizetype place : rows)
            ids.append(m_view.lines.at(place).customer);
        return ids;
    };
    const QVector<Id> before = isSame ? shown(m_rows) : QVector<Id>();
    m_view = view;
    if (isSame && shown(rowsOf(m_part)) == before) {
        m_rows = rowsOf(m_part);
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    } else {
        arrange();
    }
    Q_EMIT renewed();
}

void RoundListModel::arrange()
{
    beginResetModel();
    m_rows = rowsOf(m_part);
    endResetModel();
}

QVector<qsizetype> RoundListModel::rowsOf(Part part) const
{
    QVector<qsizetype> rows;
    const bool isRunning = m_view.stage == RoundView::Running;
    for (qsizetype place = 0; place < m_view.lines.size(); ++place) {
        const RoundLine &line = m_view.lines.at(place);
        const bool isToCall = line.isToCall() && isRunning;
        const bool isDone = !line.visit.isNull() && !isToCall;
        if (!line.isGone && (part == Part::ToCall ? isToCall : isDone))
            rows.append(place);
    }
    return rows;
}

int RoundListModel::rowOf(const Id &customer) const
{
    const auto at = std::ranges::find(
        m_rows, customer, [this](qsizetype place) { return m_view.lines.at(place).customer; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

const RoundLine *RoundListModel::lineOf(const Id &customer) const
{
    const auto at = std::ranges::find(m_view.lines, customer, &RoundLine::customer);
    return at == m_view.lines.end() || at->isGone ? nullptr : &*at;
}

int RoundListModel::count(Part part) const
{
    return int(rowsOf(part).size());
}

void RoundListModel::take(int row, const VisitSaid &said, const Id &visit)
{
    // What is being read just now was there before.
    m_isStale = m_isAsking;
    const qsizetype place = m_rows.at(row);
    RoundLine &line = m_view.lines[place];
    line.state = said.isReached ? RoundLine::Reached : RoundLine::Unreached;
    line.visit = visit;
    line.at_ms = said.at_ms;
    line.scores = said.scores;
    const bool stays = (m_part == Part::ToCall) == line.isToCall();
    beginRemoveRows({}, row, row);
    m_rows.remove(row);
    endRemoveRows();
    if (!stays)
        return;
    // Of the done the latest stands in front, of those to be called whoever was tried last comes last.
    const int to = m_part == Part::Done ? 0 : int(m_rows.size());
    beginInsertRows({}, to, to);
    m_rows.insert(to, place);
    endInsertRows();
}

int RoundListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RoundListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString RoundListModel::stateText(const RoundLine &line) const
{
    const auto time = [this](qint64 at_ms) {
        return QDateTime::fromMSecsSinceEpoch(at_ms, m_zone)
            .toString(QStringLiteral("MM-dd HH:mm"));
    };
    switch (line.state) {
    case RoundLine::Open:
        return line.first < 0
            ? QString()
            : wordFor(List::CustomerGroup, QLatin1StringView(keyGroups[line.first]));
    case RoundLine::Unreached:
        return tr("Not reached %1").arg(time(line.at_ms));
    case RoundLine::Reached:
        return line.scores.isEmpty() ? tr("Reached %1").arg(time(line.at_ms))
                                     : tr("%1, %2").arg(scoresText(line.scores), time(line.at_ms));
    }
    return {};
}

QVariant RoundListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const RoundLine &line = at(index.row());
    switch (index.column()) {
    case Name:
        return line.name.isEmpty() ? tr("Name unknown") : line.name;
    case Grid:
        return line.grid;
    case State:
        return stateText(line);
    default:
        return {};
    }
}

QVariant RoundListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Grid:
        return tr("Grid");
    case State:
        return m_part == Part::Done ? tr("What came of it") : tr("State");
    default:
        return {};
    }
}

} // namespace items
