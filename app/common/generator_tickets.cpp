// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator_tickets.h"

#include "domain/ticket_fields.h"

#include <QDateTime>

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 minute_ms = 60'000;
constexpr qint64 hour_ms = 60 * minute_ms;

qint64 firstDay_ms()
{
    return QDateTime(QDate(2022, 1, 1), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600)
        .toMSecsSinceEpoch();
}

qint64 afterLastDay_ms()
{
    return QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600)
        .toMSecsSinceEpoch();
}

const QString &anyChannel(Dice &dice)
{
    static const QStringList channels{u"phone"_s, u"phone"_s, u"phone"_s, u"phone"_s, u"counter"_s,
        u"counter"_s, u"wechat"_s, u"online"_s, u"member"_s, u"email"_s};
    return dice.oneOf(channels);
}

} // namespace

TicketMaker::TicketMaker(const SampleCompany &company, quint64 seed, qint64 tickets)
    : m_company(company)
    , m_dice(seed)
    , m_tickets(tickets)
{
}

void TicketMaker::make(QVector<Command> &commands)
{
    const qint64 span_ms = afterLastDay_ms() - firstDay_ms();
    const qint64 at_ms = firstDay_ms()
        + qint64(double(span_ms) * double(m_made) / double(m_tickets)) / minute_ms * minute_ms;
    ++m_made;
    const Matter &matter = anyMatter(m_dice);
    OpenTicket open{.ticket = Id::fresh(at_ms, m_dice), .by = m_dice.oneOf(m_company.clerks)};
    choosePerson(open);
    open.values = describeMatter(matter, at_ms);
    const Id ticket = open.ticket;
    const bool isOver = !m_dice.chance(4);
    if (isOver)
        finish(matter, at_ms, open);
    commands.append(std::move(open));
    if (!isOver && m_dice.chance(50))
        start(matter, at_ms, ticket, commands);
}

void TicketMaker::choosePerson(OpenTicket &open)
{
    if (!m_people.isEmpty() && !m_dice.chance(10)) {
        m_person = m_dice.oneOf(m_people);
        open.customer.known = m_person.id;
        return;
    }
    m_person = anyHousehold(m_company, m_dice);
    m_person.id = Id::fresh(firstDay_ms(), m_dice);
    m_people.append(m_person);
    open.customer = {{}, m_person.id, m_person.name, m_person.phone, {}, m_person.address};
}

Values TicketMaker::describeMatter(const Matter &matter, qint64 at_ms)
{
    const SampleGrid &grid = m_company.grids[m_person.grid];
    const QString place = m_dice.chance(16) ? grid.community + u"小区"_s : grid.community;
    const QString urgency = matter.isDangerous ? u"emergency"_s
        : m_dice.chance(15)                    ? u"urgent"_s
                                               : u"normal"_s;
    return {{field::Kind, QString::fromLatin1(matter.kind)},
        {field::Line, QString::fromLatin1(matter.line)}, {field::Category, matter.category},
        {field::Urgency, urgency}, {field::Channel, anyChannel(m_dice)},
        {field::Title, grid.community + matter.category},
        {field::Description, describe(matter, place, m_dice)}, {field::HappenedAt, at_ms},
        {field::Address, m_person.address}, {field::Street, grid.street},
        {field::Community, grid.community}, {field::Grid, QVariant::fromValue(grid.id)},
        {field::Unit, m_company.teamNames[QString::fromLatin1(matter.line)]}};
}

void TicketMaker::finish(const Matter &matter, qint64 at_ms, OpenTicket &open)
{
    const auto putOneOf = [&](quint8 number, const QStringList &texts) {
        if (!texts.isEmpty())
            open.values.set(number, m_dice.oneOf(texts));
    };
    open.state = m_dice.chance(3) ? u"cancelled"_s : u"closed"_s;
    const bool isLate = m_dice.chance(9);
    open.values.set(field::DoneAt, at_ms + m_dice.between(1, isLate ? 200 : 40) * hour_ms);
    open.values.set(field::OnTime, !isLate);
    putOneOf(field::Cause, matter.causes);
    putOneOf(field::Measures, matter.measures);
    putOneOf(field::Materials, matter.materials);
    putOneOf(field::Reply, matter.replies);
    if (m_dice.chance(70))
        open.values.set(
            field::Satisfaction, m_dice.chance(6) ? m_dice.between(1, 2) : m_dice.between(3, 5));
}

void TicketMaker::start(
    const Matter &matter, qint64 at_ms, const Id &ticket, QVector<Command> &commands)
{
    const SampleGrid &grid = m_company.grids[m_person.grid];
    const auto act = [&](const char *action, const Id &by, const Values &values = {}) {
        at_ms += m_dice.between(5, 90) * minute_ms;
        commands.append(ActOnTicket{ticket, QString::fromLatin1(action), values, by, at_ms});
    };
    if (matter.measures.isEmpty()) {
        // The first step of each kind's way.
        static const QHash<QString, const char *> first{{u"complaint"_s, "accept"},
            {u"application"_s, "admit"}, {u"enquiry"_s, "pass_on"}, {u"suggestion"_s, "pass_on"}};
        const QString kind = QString::fromLatin1(matter.kind);
        const QString unit = m_company.teamNames[QString::fromLatin1(matter.line)];
        if (kind == u"complaint")
            act(first[kind], grid.chief);
        else if (first.contains(kind))
            act(first[kind], m_dice.oneOf(m_company.clerks), {{field::Unit, unit}});
        return;
    }
    const Id technician = m_dice.oneOf(m_company.teams[QString::fromLatin1(matter.line)]);
    act("dispatch", grid.chief, {{field::Assignee, QVariant::fromValue(technician)}});
    if (m_dice.chance(60))
        act("arrive", technician);
}

} // namespace app
