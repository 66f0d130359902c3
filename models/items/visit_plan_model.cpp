// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/visit_plan_model.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

VisitPlanModel::Line lineOf(const RoundView &view)
{
    const auto toCall = [](const RoundLine &line) { return line.isToCall(); };
    const bool isRunning = view.stage == RoundView::Running;
    return {view.plan, view.stage, view.round, int(view.lines.size()),
        view.count(RoundLine::Reached),
        isRunning ? int(std::ranges::count_if(view.lines, toCall)) : 0};
}

QString dayText(qint64 at_ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace

bool touchesVisits(const store::Committed &committed)
{
    return std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        if (one.what != store::Touched::Row)
            return false;
        const auto reg = Register(one.reg);
        return reg == Register::VisitPlan || reg == Register::Customer || reg == Register::Grid
            || registerSpec(reg).owner;
    });
}

VisitPlanModel::VisitPlanModel(const Source &source, RoundReading &reading, QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(source.read.zone())
    , m_reading(reading)
{
}

void VisitPlanModel::renew()
{
    m_isStale = m_isAsking;
    if (std::exchange(m_isAsking, true))
        return;
    m_reading.background
        .ask([&finder = m_reading.finder](store::Reader &reader) {
            QVector<Line> lines;
            for (const RoundView &view : finder.findAll(reader))
                lines.append(lineOf(view));
            return lines;
        })
        .then(this, [this](const QVector<Line> &lines) {
            m_isAsking = false;
            put(lines);
            if (m_isStale)
                renew();
        });
}

/// The same rows keep their places, so that nothing moves under the hand.
void VisitPlanModel::put(const QVector<Line> &lines)
{
    m_isComplete = true;
    const auto id = [](const Line &one) { return one.plan.id; };
    if (std::ranges::equal(lines, m_lines, {}, id, id)) {
        m_lines = lines;
        if (!m_lines.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    } else {
        beginResetModel();
        m_lines = lines;
        endResetModel();
    }
    Q_EMIT renewed();
}

int VisitPlanModel::rowOf(const Id &plan) const
{
    const auto at = std::ranges::find(m_lines, plan, [](const Line &one) { return one.plan.id; });
    return at == m_lines.end() ? -1 : int(at - m_lines.begin());
}

int VisitPlanModel::toCall() const
{
    int sum = 0;
    for (const Line &line : m_lines)
        sum += line.toCall;
    return sum;
}

int VisitPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int VisitPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString VisitPlanModel::progressText(const Line &line) const
{
    if (line.stage == RoundView::ToCome)
        return tr("from %1").arg(dayText(line.plan.from_ms, m_zone));
    const QString called = tr("%1 of %2 called").arg(line.reached).arg(line.taken);
    return line.stage == RoundView::Over ? tr("Over: %1").arg(called) : called;
}

/// The last day of the round.
QString VisitPlanModel::untilText(const Line &line) const
{
    qint64 end_ms = line.round ? line.round->until_ms : line.plan.until_ms;
    for (const qint64 earlier_ms : {line.plan.until_ms, line.plan.ended_ms}) {
        if (earlier_ms && (!end_ms || earlier_ms < end_ms))
            end_ms = earlier_ms;
    }
    return end_ms ? dayText(end_ms - 1, m_zone) : tr("open end");
}

QVariant VisitPlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Line &line = m_lines.at(index.row());
    switch (index.column()) {
    case Name:
        return line.plan.name;
    case Progress:
        return progressText(line);
    case Until:
        return untilText(line);
    default:
        return {};
    }
}

QVariant VisitPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Plan");
    case Progress:
        return tr("This round");
    case Until:
        return tr("Until");
    default:
        return {};
    }
}

} // namespace items
