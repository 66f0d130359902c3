// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/candidates.h"

#include "domain/decide.h"
#include "geo/measures.h"

#include <QCoreApplication>

#include <algorithm>

namespace items
{

using namespace domain;
using store::NumberedRow;

namespace
{

/// By which action whom a matter is given to.
struct Giving {
    const char *action;
    quint16 roles;
};
constexpr Giving givings[] = {
    {"dispatch", Technician | Leader}, {"pass_on", Handler | Head}, {"name", Handler}};

const Giving *givingBy(QAnyStringView action)
{
    const auto at = std::ranges::find_if(
        givings, [action](const Giving &one) { return action == QLatin1StringView(one.action); });
    return at == std::end(givings) ? nullptr : at;
}

const ActionSpec *assigningAmong(const std::vector<const ActionSpec *> &actions)
{
    const auto at = std::ranges::find_if(actions, [](const ActionSpec *action) {
        return givingBy(QLatin1StringView(action->code))
            && std::ranges::find(action->fields, field::Assignee, &FieldUse::field)
            != action->fields.end();
    });
    return at == actions.end() ? nullptr : *at;
}

QString words(const char *text)
{
    return QCoreApplication::translate("items::candidates", text);
}

QString wordsOf(const ScorePart &part, const Candidate &candidate)
{
    switch (part.why) {
    case Reckoning::Skill:
        return words(QT_TRANSLATE_NOOP("items::candidates", "skilled: %1")).arg(part.name);
    case Reckoning::Certificate:
        return words(QT_TRANSLATE_NOOP("items::candidates", "%1 ran out %2 day(s) ago"))
            .arg(part.name)
            .arg(part.amount);
    case Reckoning::Presence:
        return presenceWord(candidate.presence);
    case Reckoning::Grid:
        return part.name.isEmpty() ? words(QT_TRANSLATE_NOOP("items::candidates", "own grid"))
                                   : part.name;
    case Reckoning::Distance:
        return words(QT_TRANSLATE_NOOP("items::candidates", "%1 km away"))
            .arg(double(part.amount) / 1000, 0, 'f', 1);
    case Reckoning::InHand:
        return words(QT_TRANSLATE_NOOP("items::candidates", "%1 in hand")).arg(part.amount);
    case Reckoning::Month:
        return words(QT_TRANSLATE_NOOP("items::candidates", "%1 this month")).arg(part.amount);
    }
    return {};
}

} // namespace

CandidateFinder::CandidateFinder(store::Reader &reader)
    : m_reader(reader)
    , m_presence(reader)
    , m_now_ms(reader.now_ms())
{
    const QTimeZone zone = reader.zone();
    m_today = QDateTime::fromMSecsSinceEpoch(m_now_ms, zone).date();
    const QDate first(m_today.year(), m_today.month(), 1);
    const QString assignee = QStringLiteral("assignee");
    m_monthStart_ms = first.startOfDay(zone).toMSecsSinceEpoch();
    const auto inHand = reader.countTicketsBy(
        {.filters = {{QStringLiteral("under_way"), QStringLiteral("1")}}}, assignee);
    for (const NumberedRow &row : reader.findRows(Register::Staff)) {
        const Values &values = row.row.values;
        const quint16 role = roleOf(values.text(staff::Role));
        if (!std::ranges::any_of(givings, [role](const Giving &one) { return one.roles & role; }))
            continue;
        const QString login = values.text(staff::Login);
        const bool isOfTeam = role & (Technician | Leader);
        m_people.append(
            {{row.row.id, login, values.text(staff::Name),
                 values.text(isOfTeam ? staff::Team : staff::Department),
                 values[staff::Grid].value<Id>(), values.text(staff::Skills),
                 values.text(staff::Certificates), Presence::Unknown, inHand.value(login), 0, {}},
                role});
    }
}

const ActionSpec *CandidateFinder::assigningAction(
    const Ticket &ticket, const Actor &actor, const Grants &grants)
{
    return assigningAmong(findActions(ticket, actor, grants));
}

const ActionSpec *CandidateFinder::assigningAction(const Ticket &ticket)
{
    return assigningAmong(findActions(ticket));
}

QString CandidateFinder::unitFor(const Values &ticket, QAnyStringView action)
{
    if (ticket.has(field::Unit))
        return ticket.text(field::Unit);
    if (action == QLatin1StringView("dispatch"))
        return teamOf(ticket[field::Grid].value<Id>());
    return unitOf(ticket.text(field::Category));
}

/// Grids and categories are looked up as they come: there may be thousands, and a matter has one.
QString CandidateFinder::teamOf(const Id &grid)
{
    auto known = m_teamOfGrid.find(grid);
    if (known == m_teamOfGrid.end()) {
        const auto row = grid.isNull() ? std::nullopt : m_reader.findRow(grid);
        known = m_teamOfGrid.insert(grid, row ? row->row.values.text(grid::Team) : QString());
    }
    return *known;
}

QString CandidateFinder::unitOf(const QString &category)
{
    if (!std::exchange(m_areCategoriesRead, true)) {
        for (const NumberedRow &row : m_reader.findRows(Register::Category))
            m_unitOfCategory.insert(
                row.row.values.text(category::Name), row.row.values.text(category::Unit));
    }
    return m_unitOfCategory.value(category);
}

/// What a person had this month is counted once it matters.
void CandidateFinder::countMonth(Person &person)
{
    if (std::exchange(person.isMonthCounted, true))
        return;
    person.worker.ofMonth +=
        m_reader.countTickets({.filters = {{QStringLiteral("assignee"), person.worker.login},
                                   {QStringLiteral("from"), QString::number(m_monthStart_ms)}}});
}

std::optional<double> CandidateFinder::distanceTo(Person &person, const GeoPoint &place)
{
    if (!std::exchange(person.isPlaceKnown, true) && person.worker.inHand > 0) {
        const QVector<qint64> rows =
            m_reader.findTicketRows({.filters = {{QStringLiteral("assignee"), person.worker.login},
                                         {QStringLiteral("open"), QStringLiteral("1")}},
                .limit = 1});
        const auto last = rows.isEmpty() ? std::nullopt : m_reader.findTicket(rows.constFirst());
        person.lastPlace = last ? placeOf(last->ticket.values) : std::nullopt;
    }
    return person.lastPlace ? std::optional(geo::distance_m(*person.lastPlace, place))
                            : std::nullopt;
}

QVector<Candidate> CandidateFinder::rank(const Values &ticket, QAnyStringView action)
{
    const Giving *giving = givingBy(action);
    const QString unit = unitFor(ticket, action);
    const auto place = placeOf(ticket);
    const auto isMeant = [&](const Person &person) {
        return giving && (person.role & giving->roles);
    };
    // A matter that belongs to one team or department stays there as long as it has anybody.
    const bool isStaffed = !unit.isEmpty() && std::ranges::any_of(m_people, [&](const Person &one) {
        return isMeant(one) && one.worker.team == unit;
    });
    QVector<Worker> workers;
    for (Person &person : m_people) {
        if (!isMeant(person) || (isStaffed && person.worker.team != unit))
            continue;
        countMonth(person);
        if (!std::exchange(person.isPresenceKnown, true))
            person.worker.presence = m_presence.of(person.worker.id, m_now_ms);
        if (place)
            person.worker.distance_m = distanceTo(person, *place);
        workers.append(person.worker);
    }
    return rankCandidates(ticket, workers, unit, m_today);
}

void CandidateFinder::given(const Id &person)
{
    const auto at =
        std::ranges::find(m_people, person, [](const Person &one) { return one.worker.id; });
    if (at == m_people.end())
        return;
    ++at->worker.inHand;
    ++at->worker.ofMonth;
}

QVector<Worker> CandidateFinder::workers(const std::function<bool(const Id &)> &isMeant)
{
    QVector<Worker> workers;
    for (Person &person : m_people) {
        if (!isMeant(person.worker.id))
            continue;
        countMonth(person);
        workers.append(person.worker);
    }
    return workers;
}

QString presenceWord(Presence presence)
{
    switch (presence) {
    case Presence::AtWork:
        return words(QT_TRANSLATE_NOOP("items::candidates", "at work"));
    case Presence::OnDuty:
        return words(QT_TRANSLATE_NOOP("items::candidates", "on duty"));
    case Presence::OnStandby:
        return words(QT_TRANSLATE_NOOP("items::candidates", "on standby"));
    case Presence::Off:
        return words(QT_TRANSLATE_NOOP("items::candidates", "off"));
    case Presence::OnLeave:
        return words(QT_TRANSLATE_NOOP("items::candidates", "on leave"));
    case Presence::Unknown:
        break;
    }
    return {};
}

QString reasonWords(const Candidate &candidate)
{
    QStringList reasons;
    for (const ScorePart &part : candidate.parts)
        reasons << wordsOf(part, candidate);
    reasons.removeAll(QString());
    return reasons.join(QStringLiteral(" · "));
}

} // namespace items
