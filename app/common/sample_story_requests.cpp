// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_story.h"

#include "domain/ticket_fields.h"

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

const char *anyFinding(Dice &dice)
{
    static constexpr const char *findings[] = {
        "upheld", "upheld", "upheld", "partly", "partly", "unfounded"};
    return dice.oneOf(findings);
}

const char *anyClass(Dice &dice)
{
    static constexpr const char *classes[] = {
        "attitude", "quality", "quality", "delay", "delay", "charges", "supply", "other"};
    return dice.oneOf(classes);
}

/// A few kinds of cause stand behind most complaints.
const char *anyCause(Dice &dice)
{
    static constexpr const char *causes[] = {"process", "process", "process", "process", "skill",
        "skill", "information", "information", "equipment", "people", "staffing", "material"};
    return dice.oneOf(causes);
}

} // namespace

void Story::tellByKind()
{
    static const std::pair<const char16_t *, void (Story::*)()> kinds[] = {
        {u"repair", &Story::repair}, {u"complaint", &Story::complaint},
        {u"application", &Story::application}, {u"enquiry", &Story::enquiry},
        {u"suggestion", &Story::suggestion}, {u"praise", &Story::praise}};
    for (const auto &[kind, way] : kinds) {
        if (QLatin1StringView(m_matter->kind) == QStringView(kind))
            (this->*way)();
    }
}

QString Story::unit() const
{
    return m_company.teamNames[QString::fromLatin1(m_matter->line)];
}

void Story::complaint()
{
    const Id chief = m_grid->chief;
    if (wait(5, 90))
        act("accept", chief);
    if (m_dice.chance(10) && wait(5, 60))
        act("reach", chief, {{field::Outcome, u"unreached"_s}, {field::Remark, u"电话占线"_s}});
    if (wait(10, 200))
        act("reach", chief,
            {{field::Outcome, u"reached"_s}, {field::Remark, u"已致歉并说明处理时限"_s}});
    aside();
    if (wait(60, 1500))
        act("investigate", chief,
            {{field::Finding, QString::fromLatin1(anyFinding(m_dice))},
                {field::Cause, u"现场查看并询问当事人后核实"_s},
                {field::CauseClass, QString::fromLatin1(anyCause(m_dice))},
                {field::ResponsibleUnit, unit()},
                {field::ComplaintClass, QString::fromLatin1(anyClass(m_dice))}});
    if (wait(20, 300))
        act("solve", chief, {{field::Solution, oneOf(m_matter->replies)}});
    if (m_dice.chance(30) && wait(60, 900))
        act("report", chief, {{field::Remark, u"已电话告知客户处理进展"_s}});
    if (wait(200, 3000))
        act("evaluate", chief, {{field::Reply, oneOf(m_matter->replies)}});
    if (m_isAnonymous || !wait(180, 1500))
        return;
    act("visit", m_dice.oneOf(m_company.clerks),
        {{field::Outcome, u"reached"_s}, {field::Satisfaction, qint64(m_dice.between(3, 5))},
            {field::Remark, u"客户认可处理结果"_s}});
}

void Story::application()
{
    const Id clerk = m_dice.oneOf(m_company.clerks);
    const Id handler = m_dice.oneOf(m_company.handlers);
    if (m_dice.chance(25) && wait(10, 120)) {
        act("ask_papers", clerk, {{field::MissingPapers, u"房产证复印件"_s}});
        if (wait(600, 4000))
            act("supplement", clerk, {{field::Papers, u"房产证复印件"_s}});
    } else if (m_dice.chance(4) && wait(10, 120)) {
        act("decline", clerk, {{field::Reason, u"房屋不在本公司服务范围，已告知主管单位"_s}});
        m_isOver = true;
    }
    if (wait(10, 200))
        act("admit", clerk, {{field::Papers, u"身份证、房产证、申请表"_s}, {field::Unit, unit()}});
    if (wait(20, 500))
        act("name", m_company.manager, {{field::Assignee, QVariant::fromValue(handler)}});
    aside();
    if (wait(200, 2600))
        act("settle", handler,
            {{field::Decision, m_dice.chance(90) ? u"granted"_s : u"denied"_s},
                {field::Reply, oneOf(m_matter->replies)}});
    if (wait(20, 600))
        act("tell", clerk, {{field::Outcome, u"reached"_s}});
    if (wait(60, 1600))
        act("close", clerk, {{field::Satisfaction, qint64(m_dice.between(3, 5))}});
}

void Story::enquiry()
{
    const Id clerk = m_dice.oneOf(m_company.clerks);
    if (m_dice.chance(60)) {
        if (wait(1, 60))
            act("answer", clerk, {{field::Reply, oneOf(m_matter->replies)}});
        return;
    }
    if (wait(5, 120))
        act("pass_on", clerk, {{field::Unit, unit()}});
    aside();
    if (wait(60, 1500))
        act("draft", m_dice.oneOf(m_company.handlers), {{field::Reply, oneOf(m_matter->replies)}});
    if (wait(20, 300))
        act("tell", clerk,
            {{field::Outcome, u"reached"_s}, {field::Satisfaction, qint64(m_dice.between(3, 5))}});
}

void Story::suggestion()
{
    if (wait(60, 900))
        act("pass_on", m_dice.oneOf(m_company.clerks), {{field::Unit, unit()}});
    if (wait(300, 4000))
        act("adopt", m_grid->chief, {{field::Solution, oneOf(m_matter->replies)}});
    if (!m_isAnonymous && wait(60, 900))
        act("tell", m_dice.oneOf(m_company.clerks), {{field::Outcome, u"reached"_s}});
}

void Story::praise()
{
    if (wait(30, 900))
        act("pass_praise", m_dice.oneOf(m_company.clerks),
            {{field::Assignee, QVariant::fromValue(m_technician)}});
}

} // namespace app
