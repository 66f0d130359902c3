// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/company.h"

#include "domain/account.h"
#include "domain/decide.h"
#include "domain/workflow.h"
#include "record/account_key.h"
#include "store/ticket_rows.h"

#include <algorithm>

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype parcelBytes = 8 << 10;
constexpr qint64 hour_ms = 3'600'000;

} // namespace

Company::Company(const Plan &plan)
    : m_plan(plan)
    , m_dice(plan.seed)
{
    for (int i = 0; i < plan.desks; ++i) {
        m_desks.push_back(
            std::make_unique<SimulatedDesk>(plan.folder + u"/desk%1"_s.arg(i), m_world, m_dice));
    }
}

Outcome Company::run()
{
    found();
    m_isFounding = false;
    m_liar = m_dice.isOneIn(2) ? 1 + m_dice.roll(int(m_desks.size()) - 1) : -1;
    for (int i = 0; i < m_plan.steps; ++i)
        step();
    heal();
    m_outcome.fault = findFault();
    m_outcome.entries = desk(0).database().value("SELECT count(*) FROM entries").toLongLong();
    m_outcome.conflicts = desk(0).database().value("SELECT count(*) FROM conflicts").toLongLong();
    return m_outcome;
}

void Company::found()
{
    for (const auto &desk : m_desks) {
        desk->begin();
        desk->start();
    }
    const Person founder{
        freshId(), std::make_shared<const record::SigningKey>(record::SigningKey::fresh(m_dice))};
    m_people.push_back(founder);
    const SimulatedDesk &first = desk(0);
    submit(0,
        FoundCompany{freshId(), first.id(), founder.id, u"模拟公司"_s, u"Asia/Shanghai"_s,
            u"wang"_s, {}, u"前台"_s, u"01"_s, first.secrets().publicKey(),
            record::rewrapAccount(*founder.key, {}, record::PasswordCost::forPassword({}), m_dice)},
        founder);
    hire("zhao", "administrator");
    hire("li", "clerk");
    hire("sun", "chief");
    for (int i = 1; i < int(m_desks.size()); ++i)
        admit(i);
    exchangeAll();
}

void Company::hire(const char *login, const char *role)
{
    const Person person{
        freshId(), std::make_shared<const record::SigningKey>(record::SigningKey::fresh(m_dice))};
    const QString name = QString::fromLatin1(login);
    submit(0, PutRow{Register::Staff, person.id, {{staff::Login, name}, {staff::Name, name}}, {}},
        m_people.front());
    submit(0,
        PutAccount{person.id,
            record::rewrapAccount(*person.key, {}, record::PasswordCost::forPassword({}), m_dice)},
        m_people.front());
    const Id grant = freshId();
    submit(0, GrantRole{grant, person.id, QString::fromLatin1(role)}, m_people.front());
    m_grants.append({grant, person.id});
    m_people.push_back(person);
}

void Company::admit(int number)
{
    submit(0,
        AdmitDesk{.desk = desk(number).id(),
            .name = u"工位%1"_s.arg(number),
            .prefix = u"%1"_s.arg(number + 1, 2, 10, QLatin1Char('0')),
            .publicKey = desk(number).secrets().publicKey(),
            .scope = m_dice.isOneIn(4) ? u"none"_s : u"company"_s},
        m_people.front());
}

void Company::step()
{
    m_world.pass_ms(m_dice.roll(120'000));
    const int number = anyDesk();
    const int chance = m_dice.roll(1000);
    if (chance < 450)
        work(number);
    else if (chance < 820)
        send(number, anyDesk());
    else if (chance < 930)
        deliverSome();
    else if (chance < 945)
        crash(number);
    else if (chance < 955)
        desk(number).copyAway();
    else if (chance < 962)
        comeBack(number);
    else if (chance < 972)
        m_cut.insert({number, anyDesk()});
    else if (chance < 982)
        m_cut.clear();
    else if (chance < 988)
        desk(number).clock().setSkew_ms(m_dice.isOneIn(2) ? (m_dice.roll(3) - 1) * hour_ms
                                                          : (m_dice.roll(3) - 1) * 8760 * hour_ms);
    else if (chance < 998)
        lie(m_liar);
    else
        revoke(number);
}

void Company::work(int number)
{
    if (m_mustMeet.contains(number))
        return;
    const int what = m_dice.roll(100);
    if (what < 20 || m_tickets.isEmpty())
        openTicket(number);
    else if (what < 70)
        actOnTicket(number);
    else if (what < 88)
        putGrid(number);
    else if (what < 93)
        changeRights(number);
    else
        settle(number);
}

std::optional<store::Accepted> Company::submit(
    int number, const Command &command, const Person &person)
{
    const store::Verdict verdict = desk(number).submit({command, person.id, person.key});
    const store::Accepted *accepted = store::accepted(verdict);
    // People may be refused by a rule, but nobody by the desk itself.
    const Refusal *refusal = store::refused(verdict);
    if (refusal && (m_isFounding || refusal->kind == Refusal::Device) && m_outcome.fault.isEmpty())
        m_outcome.fault = u"desk %1 refuses: %2"_s.arg(number).arg(refusal->text());
    if (accepted && !m_isTorn) {
        const domain::Id feed = desk(number).feed();
        const record::Heads heads = desk(number).heads();
        m_accepted[number].advance(feed, heads.sequenceOf(feed), heads.hashOf(feed));
    }
    return accepted ? std::optional(*accepted) : std::nullopt;
}

void Company::openTicket(int number)
{
    OpenTicket command{.ticket = freshId(),
        .values = {{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Title, u"漏水%1"_s.arg(m_dice.roll(50))}, {field::Address, u"幸福路"_s}}};
    if (m_dice.isOneIn(2)) {
        command.customer = {.fresh = freshId(),
            .name = u"客户%1"_s.arg(m_dice.roll(20)),
            .phone = u"1380000%1"_s.arg(1000 + m_dice.roll(20))};
    }
    if (submit(number, command, anybody()))
        m_tickets.append(command.ticket);
}

void Company::actOnTicket(int number)
{
    store::Database &database = desk(number).database();
    store::RowNumbers rows(database);
    const Id id = m_tickets[m_dice.roll(int(m_tickets.size()))];
    const auto found = store::loadTicket(database, rows, id);
    if (!found)
        return;
    ActOnTicket command{.ticket = id, .seenRevision = found->ticket.revision};
    const auto actions = findActions(found->ticket);
    if (m_dice.isOneIn(2) || actions.empty()) {
        command.action = u"correct"_s;
        command.values.set(field::Title, u"改%1"_s.arg(m_dice.roll(9)));
    } else {
        const ActionSpec &action = *actions[size_t(m_dice.roll(int(actions.size())))];
        command.action = QString::fromLatin1(action.code);
        for (const FieldUse &use : action.fields) {
            const FieldSpec &spec = *ticketFields().find(use.field);
            if (spec.type == FieldType::Text || spec.type == FieldType::LongText)
                command.values.set(use.field, u"字%1"_s.arg(m_dice.roll(9)));
            else if (spec.type == FieldType::Person)
                command.values.set(use.field, QVariant::fromValue(anybody().id));
            else if (spec.type == FieldType::Integer && use.need == Need::Required)
                command.values.set(use.field, 1 + m_dice.roll(5));
        }
    }
    submit(number, command, anybody());
}

void Company::putGrid(int number)
{
    const bool isNew = m_grids.size() < 3 || m_dice.isOneIn(6);
    const Id grid = isNew ? freshId() : m_grids[m_dice.roll(int(m_grids.size()))];
    const QString label = u"%1"_s.arg(m_dice.roll(90) + 10);
    PutRow command{Register::Grid, grid, {{grid::Name, u"网格"_s + label}}, {}};
    if (isNew)
        command.values.set(grid::Code, label);
    if (m_dice.isOneIn(2))
        command.values.set(grid::Households, m_dice.roll(3) * 100);
    if (isNew ? submit(number, command, anybody()).has_value()
              : m_dice.isOneIn(8)
                && submit(number, RemoveRow{Register::Grid, grid}, anybody()).has_value()) {
        if (isNew)
            m_grids.append(grid);
    } else if (!isNew) {
        submit(number, command, anybody());
    }
}

void Company::changeRights(int number)
{
    const Person &person = anybody();
    if (m_dice.isOneIn(2)) {
        const auto &[grant, of] = m_grants[m_dice.roll(int(m_grants.size()))];
        m_outcome.revocations += submit(number, RevokeGrant{grant, u"调岗"_s}, person).has_value();
        return;
    }
    static const char *const roles[] = {"clerk", "chief", "administrator"};
    const Id grant = freshId();
    const Id of = anybody().id;
    if (submit(number, GrantRole{grant, of, QString::fromLatin1(roles[m_dice.roll(3)])}, person))
        m_grants.append({grant, of});
}

void Company::settle(int number)
{
    store::Statement open(desk(number).database().handle(),
        "SELECT uid, subject FROM conflicts WHERE settled_by=0 ORDER BY uid LIMIT 1");
    if (!open.step())
        return;
    const Id conflict = open.id(0), subject = open.id(1);
    open.reset();
    submit(number, SettleConflict{conflict, subject, u"已核实"_s}, m_people.front());
}

bool Company::mayMeet(int one, int other)
{
    return one != other && !m_cut.contains({one, other}) && !m_cut.contains({other, one});
}

void Company::send(int from, int to)
{
    if (!mayMeet(from, to))
        return;
    // What the other is known to hold may be old news: then some of it travels once more.
    const record::Heads known = m_dice.isOneIn(5) ? record::Heads() : desk(to).heads();
    Mail mail{to, from, m_world.now_ms() + m_dice.roll(600'000),
        desk(from).next(known, desk(to).id(), 200 + m_dice.roll(int(parcelBytes)))};
    for (int copies = m_dice.isOneIn(6) ? 2 : 1; copies > 0 && !mail.parcel.isEmpty(); --copies)
        m_mail.push_back(mail);
}

void Company::deliverSome()
{
    std::shuffle(m_mail.begin(), m_mail.end(), m_dice.engine());
    std::vector<Mail> later;
    for (const Mail &mail : std::exchange(m_mail, {})) {
        if (mail.due_ms > m_world.now_ms())
            later.push_back(mail);
        else if (!m_dice.isOneIn(10)) // else the line broke
            deliver(mail);
    }
    m_mail.insert(m_mail.end(), later.begin(), later.end());
}

void Company::deliver(const Mail &mail)
{
    const store::Receipt receipt = desk(mail.to).take(mail.parcel);
    if (receipt.outcome != store::Receipt::Kept && m_outcome.fault.isEmpty())
        m_outcome.fault = u"what a desk handed over was refused: "_s + receipt.why;
    ++m_outcome.deliveries;
}

void Company::crash(int number)
{
    ++m_outcome.crashes;
    const qsizetype tickets = m_tickets.size();
    m_isTorn = true;
    desk(number).crashInside([&] {
        if (!m_mustMeet.contains(number))
            openTicket(number);
    });
    m_isTorn = false;
    m_tickets.resize(tickets);
}

/// As a restore does it, or as somebody who lays the files back by hand: then the desk finds out when it hears of itself.
void Company::comeBack(int number)
{
    if (!desk(number).hasCopy() || m_mustMeet.contains(number))
        return;
    ++m_outcome.restores;
    m_restored.insert(number);
    const bool asItWas = m_dice.isOneIn(2);
    desk(number).comeBackFromCopy(!asItWas);
    if (asItWas)
        m_mustMeet.insert(number);
}

void Company::revoke(int number)
{
    if (number == 0 || m_mustMeet.contains(0) || m_revoked.size() + 2 >= qsizetype(m_desks.size()))
        return;
    if (submit(0, RevokeDesk{desk(number).id(), u"遗失"_s}, m_people.front())) {
        m_revoked.insert(number);
        ++m_outcome.revocations;
    }
}

/// Bytes that nobody signed, rights that nobody gave, events of a newer program.
void Company::lie(int number)
{
    if (number < 0)
        return;
    const int to = anyDesk();
    switch (m_dice.roll(4)) {
    case 0: {
        const record::Heads known = m_dice.isOneIn(3) ? record::Heads() : desk(to).heads();
        record::Parcel parcel = desk(number).next(known, desk(to).id(), parcelBytes);
        if (to == number || parcel.entries.isEmpty())
            return;
        QByteArray &bytes = parcel.entries[m_dice.roll(int(parcel.entries.size()))].bytes;
        bytes[m_dice.roll(int(bytes.size()))] ^= char(1 + m_dice.roll(255));
        desk(to).take(parcel);
        return;
    }
    case 1:
        return forge(number,
            RegisterPut{freshId(), Register::Grant,
                {{grant::Person, QVariant::fromValue(m_people.back().id)},
                    {grant::Role, u"administrator"_s}},
                {}});
    case 2:
        return forge(number, UnknownEvent{200, QByteArray("\x80", 1)});
    default:
        return forge(
            number, RegisterPut{freshId(), Register::Standard, {{standard::Minutes, 1}}, {}});
    }
}

void Company::forge(int number, const Event &event)
{
    if (!m_mustMeet.contains(number))
        desk(number).forge(event, m_people.back().id, m_world.now_ms());
}

} // namespace simulation
