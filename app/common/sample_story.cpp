// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_story.h"
#include "sample_map.h"

#include "domain/ticket_fields.h"

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 minute_ms = 60'000;

const char *anyChannel(Dice &dice)
{
    static constexpr const char *channels[] = {"phone", "phone", "phone", "phone", "phone",
        "counter", "counter", "wechat", "online", "member", "patrol"};
    return dice.oneOf(channels);
}

qint64 anySatisfaction(Dice &dice)
{
    static constexpr int steps[] = {5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 2, 1};
    return dice.oneOf(steps);
}

QString titleOf(const Matter &matter, const SampleGrid &grid)
{
    return grid.community + matter.category;
}

} // namespace

Story::Story(const SampleCompany &company, Dice &dice, qint64 now_ms)
    : m_company(company)
    , m_dice(dice)
    , m_now_ms(now_ms)
{
}

QVector<Command> Story::tell(
    const Matter &matter, const Household &household, const Id &ticket, qint64 at_ms, bool isStuck)
{
    m_matter = &matter;
    m_grid = &m_company.grids[household.grid];
    m_ticket = ticket;
    m_technician = m_dice.oneOf(m_company.teams[QString::fromLatin1(matter.line)]);
    m_at_ms = at_ms;
    m_stepsLeft = isStuck ? int(m_dice.between(0, 6)) : 100;
    m_isOver = false;
    m_isAnonymous = m_dice.chance(4);
    m_isEmergency = matter.isDangerous;
    m_commands.clear();
    open(household);
    tellByKind();
    return std::exchange(m_commands, {});
}

void Story::open(const Household &household)
{
    OpenTicket command{.ticket = m_ticket, .by = m_dice.oneOf(m_company.clerks)};
    const QString urgency = m_isEmergency ? u"emergency"_s
        : m_dice.chance(15)               ? u"urgent"_s
                                          : u"normal"_s;
    command.values = {{field::Kind, QString::fromLatin1(m_matter->kind)},
        {field::Line, QString::fromLatin1(m_matter->line)}, {field::Category, m_matter->category},
        {field::Urgency, urgency}, {field::Channel, QString::fromLatin1(anyChannel(m_dice))},
        {field::Title, titleOf(*m_matter, *m_grid)},
        {field::Description, describe(*m_matter, m_grid->community, m_dice)},
        {field::HappenedAt, m_at_ms}, {field::Street, m_grid->street},
        {field::Community, m_grid->community}, {field::Address, household.address},
        {field::Lon, doorOf(household).lon()}, {field::Lat, doorOf(household).lat()}};
    if (m_isAnonymous)
        command.values.set(field::Anonymous, true);
    else
        command.customer.known = household.id;
    m_commands.append(command);
}

bool Story::wait(int fewest_min, int most_min)
{
    // Now and then something takes far longer than it should.
    const qint64 minutes = m_dice.between(fewest_min, most_min) * (m_dice.chance(4) ? 4 : 1);
    m_at_ms += minutes * minute_ms;
    m_isOver = m_isOver || m_at_ms > m_now_ms || m_stepsLeft-- <= 0;
    return !m_isOver;
}

bool Story::act(const char *action, const Id &by, const Values &values)
{
    if (!m_isOver)
        m_commands.append(ActOnTicket{m_ticket, QString::fromLatin1(action), values, by, m_at_ms});
    return !m_isOver;
}

QVariant Story::oneOf(const QStringList &texts)
{
    return texts.isEmpty() ? QVariant() : QVariant(m_dice.oneOf(texts));
}

void Story::repair()
{
    prepareRepair();
    if (m_isOver)
        return;
    repairOnce();
    if (!m_isAnonymous)
        visitUntilSatisfied();
}

void Story::prepareRepair()
{
    const Id clerk = m_dice.oneOf(m_company.clerks);
    if (m_dice.chance(3) && wait(5, 60)) {
        act("cancel", clerk, {{field::Reason, u"客户来电说已自行修好，撤销报修"_s}});
        m_isOver = true;
    }
    const Values order{{field::Assignee, QVariant::fromValue(m_technician)},
        {field::Unit, m_company.teamNames[QString::fromLatin1(m_matter->line)]}};
    if (m_isEmergency) {
        // The team goes at once; the member's check runs beside it.
        if (wait(1, 4))
            act("dispatch", clerk, order);
        if (wait(2, 8))
            act("check", m_grid->member, {{field::Remark, u"现场已设警戒，通知周边住户"_s}});
        return;
    }
    if (m_dice.chance(12)) {
        if (wait(2, 15))
            act("dispatch", clerk, order);
        return;
    }
    if (wait(2, 20))
        act("accept", m_grid->chief);
    if (wait(15, 90))
        act("check", m_grid->member,
            {{field::Remark, u"已到现场核实，情况属实"_s},
                {field::Cause, oneOf(m_matter->causes)}});
    if (wait(3, 25))
        act("dispatch", m_grid->chief, order);
    aside();
}

void Story::repairOnce()
{
    if (wait(m_isEmergency ? 4 : 20, m_isEmergency ? 25 : 110))
        act("arrive", m_technician);
    Values work{{field::Cause, oneOf(m_matter->causes)},
        {field::Measures, oneOf(m_matter->measures)},
        {field::Materials, oneOf(m_matter->materials)}};
    if (m_dice.chance(12)) {
        work.set(field::Charge, double(m_dice.between(2, 24) * 10));
        work.set(field::ChargeReceipt, u"SJ%1"_s.arg(m_dice.between(100000, 999999)));
    }
    if (wait(20, 160))
        act("finish", m_technician, work);
    if (wait(5, 120))
        act("confirm", m_grid->member, {{field::Remark, u"现场查看，运行正常，已清理"_s}});
    if (wait(20, 400))
        act("file", m_grid->chief);
}

void Story::visitUntilSatisfied()
{
    const Id clerk = m_dice.oneOf(m_company.clerks);
    for (int unreached = 0; m_dice.chance(10) && wait(120, 900); ++unreached) {
        act("visit", clerk, {{field::Outcome, u"unreached"_s}, {field::Remark, u"电话无人接听"_s}});
        if (unreached == 2) {
            act("approve", m_company.manager,
                {{field::Reason, u"三次未接通，短信已告知，同意办结"_s}});
            return;
        }
    }
    if (!wait(180, 1500))
        return;
    const qint64 satisfaction = anySatisfaction(m_dice);
    act("visit", clerk,
        {{field::Outcome, u"reached"_s}, {field::Satisfaction, satisfaction},
            {field::Remark,
                satisfaction > 2 ? u"客户表示问题已解决"_s
                                 : u"客户反映问题又出现，要求再次处理"_s}});
    if (satisfaction > 2 || m_isOver)
        return;
    repairOnce();
    if (wait(180, 1200))
        act("visit", m_company.supervisor,
            {{field::Outcome, u"reached"_s}, {field::Satisfaction, qint64(m_dice.between(3, 5))},
                {field::Remark, u"二次处理后客户满意"_s}});
}

/// What happens beside the way: a call in between, a note.
void Story::aside()
{
    if (m_dice.chance(8) && wait(5, 40)) {
        act("contact", m_dice.oneOf(m_company.clerks),
            {{field::Remark, u"客户来电催问，已告知进度"_s}, {field::Outcome, u"reached"_s}});
    }
    if (m_dice.chance(6) && wait(5, 40))
        act("note", m_grid->member, {{field::Remark, u"客户下午三点后在家"_s}});
}

} // namespace app
