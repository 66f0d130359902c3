// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/assignment_table.h"

#include <algorithm>

namespace items
{

using namespace domain;

AssignmentTable::AssignmentTable(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_background(source)
{
}

AssignmentTable::~AssignmentTable()
{
    ++m_asked;
}

void AssignmentTable::make(const QVector<qint64> &tickets, const Actor &actor)
{
    clear();
    m_isMaking = true;
    const int asked = m_asked;
    const auto step = [this, asked](qsizetype done) {
        QMetaObject::invokeMethod(
            this,
            [this, asked, done] {
                if (asked == m_asked)
                    Q_EMIT progressed(int(done));
            },
            Qt::QueuedConnection);
        return asked == m_asked;
    };
    m_background
        .ask([tickets, actor, step](store::Reader &reader) {
            return planAssignment(reader, tickets, actor, alternatives, step);
        })
        .then(this, [this, asked](const AssignmentPlan &plan) {
            if (asked == m_asked)
                put(plan);
        });
}

void AssignmentTable::clear()
{
    ++m_asked;
    m_isMaking = false;
    beginResetModel();
    m_plan = {};
    endResetModel();
}

void AssignmentTable::put(const AssignmentPlan &plan)
{
    m_isMaking = false;
    m_names.clear();
    for (const AssignmentLine &line : plan.lines) {
        for (const auto &[id, field] :
            {std::pair{line.grid, quint8(grid::Code)}, {line.has, quint8(staff::Name)}}) {
            if (id.isNull() || m_names.contains(id))
                continue;
            const auto row = m_source.read.findRow(id);
            m_names.insert(id, row ? row->row.values.text(field) : QString());
        }
    }
    beginResetModel();
    m_plan = plan;
    endResetModel();
    Q_EMIT made();
    Q_EMIT changed();
}

void AssignmentTable::choose(int row, int steps)
{
    AssignmentLine &line = m_plan.lines[row];
    const qsizetype count = line.ranked.size();
    if (count == 0)
        return;
    // What was left out begins with the best one.
    const qsizetype from = line.chosen < 0 ? (steps > 0 ? -1 : 0) : line.chosen;
    line.chosen = ((from + steps) % count + count) % count;
    tell(row);
}

void AssignmentTable::leaveOut(int row)
{
    AssignmentLine &line = m_plan.lines[row];
    if (line.chosen < 0 && line.outcome != AssignmentLine::Proposed)
        return;
    line.chosen = line.chosen < 0 ? 0 : -1;
    tell(row);
}

void AssignmentTable::tell(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    Q_EMIT changed();
}

bool AssignmentTable::isAnyOtherwise() const
{
    return std::ranges::any_of(m_plan.lines, &AssignmentLine::isOtherwise);
}

qint64 AssignmentTable::countGiven() const
{
    return std::ranges::count_if(
        m_plan.lines, [](const AssignmentLine &line) { return line.given() != nullptr; });
}

qint64 AssignmentTable::countOutcome(AssignmentLine::Outcome outcome) const
{
    return std::ranges::count(m_plan.lines, outcome, &AssignmentLine::outcome);
}

BatchRun::Deed AssignmentTable::deedOf(const AssignmentLine &line, const QString &reason) const
{
    const auto ticket = m_source.read.findTicket(line.row);
    const Id has = ticket ? ticket->ticket.values[field::Assignee].value<Id>() : Id();
    if (has.isNull())
        return {line.number, line.command(reason)};
    const auto person = m_source.read.findRow(has);
    return {line.number, line.command(reason),
        tr("%1 got it meanwhile.").arg(person ? person->row.values.text(staff::Name) : QString())};
}

BatchRun::Next AssignmentTable::deeds(const QString &reason) const
{
    QVector<AssignmentLine> lines = m_plan.lines;
    lines.removeIf([](const AssignmentLine &line) { return !line.given(); });
    return [this, lines, reason, at = qsizetype(0)](qsizetype most) mutable {
        QVector<BatchRun::Deed> deeds;
        for (; at < lines.size() && deeds.size() < most; ++at)
            deeds.append(deedOf(lines.at(at), reason));
        return deeds;
    };
}

int AssignmentTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.lines.size());
}

int AssignmentTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString AssignmentTable::personText(const AssignmentLine &line) const
{
    const Candidate *person = line.given();
    if (person)
        return line.isOtherwise() ? tr("%1 (chosen)").arg(person->name) : person->name;
    switch (line.outcome) {
    case AssignmentLine::Proposed:
        return tr("left out");
    case AssignmentLine::HasSomebody:
        return m_names.value(line.has);
    default:
        return tr("nobody");
    }
}

QString AssignmentTable::whyText(const AssignmentLine &line) const
{
    if (const Candidate *person = line.given()) {
        const QString reasons = reasonWords(*person);
        return person->isAble ? reasons : tr("not able now: %1").arg(reasons);
    }
    switch (line.outcome) {
    case AssignmentLine::Proposed:
        return tr("proposed was %1").arg(line.ranked.constFirst().name);
    case AssignmentLine::Nobody:
        return line.ranked.isEmpty() ? tr("nobody on the staff takes such matters")
                                     : tr("nobody is able now: %1")
                                           .arg(line.ranked.constFirst().name + u' '
                                               + reasonWords(line.ranked.constFirst()));
    case AssignmentLine::HasSomebody:
        return tr("has it already");
    case AssignmentLine::NotNow:
        return tr("as it stands it isn't given to a person");
    case AssignmentLine::NotYours:
        return tr("giving it out isn't yours");
    }
    return {};
}

QString AssignmentTable::textOf(const AssignmentLine &line, int column) const
{
    switch (column) {
    case Number:
        return line.number;
    case What:
        return line.what;
    case Grid:
        return m_names.value(line.grid);
    case Person:
        return personText(line);
    case Why:
        return whyText(line);
    default:
        return {};
    }
}

QVariant AssignmentTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AssignmentLine &line = m_plan.lines.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(line, index.column());
    if (role == Qt::AccessibleTextRole)
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u' '
            + textOf(line, index.column());
    return {};
}

QVariant AssignmentTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case What:
        return tr("What");
    case Grid:
        return tr("Grid");
    case Person:
        return tr("To whom");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace items
