// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/desk_list_model.h"

#include "domain/desk_numbers.h"
#include "store/sql.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

constexpr int look_ms = 15'000; // invitations lapse, and times are told in words
constexpr int aside_ms = 500; // after a commit; many come at once

store::Parked parkedIn(store::Reader &reader)
{
    try {
        return store::findParked(reader.database());
    } catch (const store::SqlFailure &) {
        return {};
    }
}

int placeOf(const DeskLine &line)
{
    if (line.isOwn)
        return 0;
    if (line.isHub)
        return 1;
    return line.standing == DeskStanding::Revoked ? 3 : 2;
}

bool isSame(const DeskLine &one, const DeskLine &other)
{
    return one.isHub == other.isHub && one.desk == other.desk;
}

} // namespace

DeskListModel::DeskListModel(const Source &source, const Serving &serving, const Id &own,
    const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_serving(serving)
    , m_own(own)
    , m_clock(clock)
    , m_background(source)
{
    // What only waits, or branches off, makes no commit.
    connect(&serving, &Serving::changed, this, [this] {
        renew();
        if (!m_aside.isActive())
            m_aside.start();
    });
    connect(&m_clockwork, &QTimer::timeout, this, &DeskListModel::renew);
    m_clockwork.start(look_ms);
    m_aside.setSingleShot(true);
    m_aside.setInterval(aside_ms);
    connect(&m_aside, &QTimer::timeout, this, &DeskListModel::lookAside);
    readDesks();
    lookAside();
}

void DeskListModel::readDesks()
{
    m_desks.clear();
    for (const store::NumberedRow &row : m_source.read.findRows(Register::Desk)) {
        if (!row.row.removed)
            m_desks.append(row.row);
    }
    renew();
}

/// Elsewhere: thousands of entries may wait.
void DeskListModel::lookAside()
{
    m_background.ask(parkedIn).then(this, [this](const store::Parked &parked) {
        if (std::exchange(m_parked, parked) != parked)
            renew();
    });
}

void DeskListModel::takeIn(const store::Committed &committed)
{
    const bool concernsDesks =
        std::ranges::any_of(committed.touched, [](const store::Touched &touched) {
            return touched.what == store::Touched::Row && touched.reg == quint8(Register::Desk);
        });
    if (concernsDesks)
        readDesks();
    if (!m_aside.isActive())
        m_aside.start();
}

void DeskListModel::renew()
{
    const QVector<Contact> contacts = m_serving.contacts();
    const HubContact hub = m_serving.hub();
    QVector<DeskLine> lines;
    for (const RegisterRow &row : std::as_const(m_desks))
        lines.append(lineOf(row, m_own, contacts, hub, m_parked, m_clock.now_ms()));
    for (DeskLine &line : lines) {
        const auto own = std::ranges::find(m_desks, line.desk, &RegisterRow::id);
        line.prefix = numberBeginning(*own, m_desks);
    }
    if (hub.phase != HubContact::Phase::Off)
        lines.append(hubLine(hub));
    std::ranges::stable_sort(lines, [](const DeskLine &one, const DeskLine &other) {
        return std::pair(placeOf(one), one.prefix) < std::pair(placeOf(other), other.prefix);
    });
    m_nameless.clear();
    for (const Contact &contact : contacts) {
        if (contact.desk.isNull() && contact.way == Contact::Way::Address)
            m_nameless.append(contact);
    }
    put(lines);
    Q_EMIT renewed();
}

/// What stays in its place keeps its selection and its place under the eye.
void DeskListModel::put(const QVector<DeskLine> &lines)
{
    for (int row = int(m_lines.size()) - 1; row >= 0; --row) {
        if (std::ranges::any_of(
                lines, [&](const DeskLine &line) { return isSame(line, m_lines.at(row)); }))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(lines.size()); ++row)
        putAt(row, lines.at(row));
}

void DeskListModel::putAt(int row, const DeskLine &line)
{
    int stands = row;
    while (stands < int(m_lines.size()) && !isSame(m_lines.at(stands), line))
        ++stands;
    if (stands == int(m_lines.size())) {
        beginInsertRows({}, row, row);
        m_lines.insert(row, line);
        endInsertRows();
        return;
    }
    if (stands != row) {
        beginMoveRows({}, stands, stands, {}, row);
        m_lines.move(stands, row);
        endMoveRows();
    }
    if (m_lines.at(row) == line)
        return;
    m_lines[row] = line;
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

int DeskListModel::rowOf(const Id &desk) const
{
    const auto found = std::ranges::find_if(
        m_lines, [&](const DeskLine &line) { return !line.isHub && line.desk == desk; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

SyncSummary DeskListModel::summary() const
{
    return summaryOf(m_lines, m_serving.since_ms());
}

int DeskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int DeskListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant DeskListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != LineRole)
        return {};
    return QVariant::fromValue(m_lines.at(index.row()));
}

} // namespace items
