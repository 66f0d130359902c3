// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/company.h"

#include "record/account_key.h"
#include "store/active_rules.h"

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 hour_ms = 3'600'000;
} // namespace

Company::Company(const Plan &plan)
    : m_plan(plan)
    , m_dice(plan.seed)
    , m_lines(m_desks, m_world, m_dice)
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
    for (int i = 0; i < m_plan.steps && m_lines.fault().isEmpty(); ++i)
        step();
    heal();
    m_outcome.fault = findFault();
    m_outcome.entries = desk(0).database().value("SELECT count(*) FROM entries").toLongLong();
    m_outcome.branches = desk(0)
                             .database()
                             .value("SELECT count(*) FROM feeds WHERE branch_of IS NOT NULL")
                             .toLongLong();
    m_outcome.conflicts = desk(0).database().value("SELECT count(*) FROM conflicts").toLongLong();
    return m_outcome;
}

void Company::found()
{
    for (const auto &desk : m_desks) {
        desk->begin(desk == m_desks.front() ? QString() : m_desks.front()->databaseFile());
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
    beginPrograms();
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
    else if (chance < 520)
        connect(number, anyDesk());
    else if (chance < 690)
        m_lines.carrySome();
    else if (chance < 830)
        send(number, anyDesk());
    else if (chance < 920)
        deliverSome();
    else if (chance < 930)
        m_lines.tick();
    else if (chance < 945)
        crash(number);
    else if (chance < 957)
        desk(number).copyAway();
    else if (chance < 969)
        comeBack(number);
    else if (chance < 977)
        cut(number, anyDesk());
    else if (chance < 984)
        m_cut.clear();
    else if (chance < 988)
        desk(number).clock().setSkew_ms(m_dice.isOneIn(2) ? (m_dice.roll(3) - 1) * hour_ms
                                                          : (m_dice.roll(3) - 1) * 8760 * hour_ms);
    else if (chance < 998)
        lie(m_liar);
    else
        revoke(number);
}

std::optional<store::Accepted> Company::submit(
    int number, const Command &command, const Person &person)
{
    const bool canWrite = store::activeRules(desk(number).database()) <= desk(number).program();
    const store::Verdict verdict = desk(number).submit({command, person.id, person.key});
    const store::Accepted *accepted = store::accepted(verdict);
    // People may be refused by a rule, but nobody by the desk itself.
    const Refusal *refusal = store::refused(verdict);
    if (refusal && (m_isFounding || refusal->kind == Refusal::Device) && m_outcome.fault.isEmpty())
        m_outcome.fault = u"desk %1 refuses: %2"_s.arg(number).arg(refusal->text());
    if (accepted)
        noteWritten(number, canWrite);
    m_outcome.tooOld += refusal && !canWrite;
    if (accepted && !m_isTorn) {
        m_lines.somethingNew(number);
        const domain::Id feed = desk(number).feed();
        const record::Heads heads = desk(number).heads();
        m_accepted[number].append({feed, heads.sequenceOf(feed), heads.hashOf(feed)});
    }
    return accepted ? std::optional(*accepted) : std::nullopt;
}

} // namespace simulation
