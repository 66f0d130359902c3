// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/small_desk.h"

#include "domain/registers.h"
#include "domain/ticket_fields.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

namespace support
{

/// A small company on a working day: its people, two grids, and some thirty tickets at every stage, made
/// by the commands that the window uses.
class SampleDay : public SmallDesk
{
public:
    SampleDay()
    {
        using namespace domain;
        north = addGrid(QStringLiteral("07"), u"幸福北"_qs);
        south = addGrid(QStringLiteral("09"), u"幸福南"_qs);
        clerk = addMember("fang", u"方洁"_qs, "clerk", {});
        chief = addMember("li", u"李明"_qs, "chief", north);
        member = addMember("zhou", u"周敏"_qs, "member", north);
        technician = addMember("zhao", u"赵强"_qs, "technician", {}, u"第二维修组"_qs);
        addMember("sun", u"孙伟"_qs, "technician", {}, u"第一维修组"_qs);
        supervisor = addMember("qian", u"钱静"_qs, "supervisor", {});
        submit(PutRow{Register::Grid, north,
            {{grid::Chief, QVariant::fromValue(chief)}, {grid::Team, u"第二维修组"_qs}}, {}});
        desk().setActor(clerk);
    }

    /// A repair in grid 07, by a caller on file.
    QString repair(const QString &category, const QString &what,
        const QString &urgency = QStringLiteral("normal"))
    {
        using namespace domain;
        static const QStringList names{
            u"欧阳春"_qs, u"单雄"_qs, u"曾丽"_qs, u"张建国"_qs, u"仇英"_qs};
        const int at = m_taken++;
        const Values values{{field::Kind, QStringLiteral("repair")},
            {field::Line, QString::fromLatin1(lineOf(at))}, {field::Category, category},
            {field::Urgency, urgency}, {field::Channel, QStringLiteral("phone")},
            {field::Title, what},
            {field::Description, what + u"，已经影响楼下住户，请尽快上门。"_qs},
            {field::Address, u"幸福小区%1栋2单元%2"_qs.arg(at % 9 + 1).arg(501 + at)},
            {field::Grid, QVariant::fromValue(at % 4 ? north : south)}};
        return open(values,
            {.name = names.at(at % 5), .phone = QStringLiteral("1380013%1").arg(8000 + at)});
    }

    /// Takes a repair on its way up to a state.
    QString repairAt(const QString &state, const QString &category, const QString &what)
    {
        using namespace domain;
        const QString number = repair(category, what);
        const QStringList way{QStringLiteral("received"), QStringLiteral("with_chief"),
            QStringLiteral("with_team"), QStringLiteral("arrived"), QStringLiteral("repaired"),
            QStringLiteral("confirmed"), QStringLiteral("to_visit"), QStringLiteral("closed")};
        const auto upTo = way.indexOf(state);
        if (upTo > 0)
            act(number, QStringLiteral("accept"), {}, chief);
        if (upTo > 1) {
            act(number, QStringLiteral("dispatch"),
                {{field::Assignee, QVariant::fromValue(technician)},
                    {field::Unit, u"第二维修组"_qs}},
                chief);
        }
        if (upTo > 2)
            act(number, QStringLiteral("arrive"), {}, technician);
        if (upTo > 3) {
            act(number, QStringLiteral("finish"),
                {{field::Cause, u"阀门老化"_qs}, {field::Measures, u"更换 DN20 球阀一只"_qs}},
                technician);
        }
        if (upTo > 4)
            act(number, QStringLiteral("confirm"), {{field::Remark, u"住户已试水"_qs}}, member);
        if (upTo > 5)
            act(number, QStringLiteral("file"), {}, chief);
        if (upTo > 6)
            act(number, QStringLiteral("visit"), {{field::Satisfaction, 5}}, clerk);
        return number;
    }

    /// Some thirty tickets over the morning, of which some are late by now.
    void liveThroughMorning()
    {
        const std::pair<const char *, std::pair<QString, QString>> day[] = {
            {"closed", {u"室内漏水"_qs, u"厨房阀门下方持续漏水"_qs}},
            {"to_visit", {u"线路故障"_qs, u"楼道照明不亮"_qs}},
            {"to_visit", {u"管道堵塞"_qs, u"卫生间下水不畅"_qs}},
            {"confirmed", {u"暖气不热"_qs, u"主卧暖气只有一半热"_qs}},
            {"repaired", {u"水压不足"_qs, u"早晚高峰无水"_qs}},
            {"arrived", {u"室内漏水"_qs, u"洗手池软管开裂"_qs}},
            {"with_team", {u"燃气异味"_qs, u"厨房有轻微异味"_qs}},
            {"with_team", {u"门禁故障"_qs, u"2 单元门禁打不开"_qs}},
            {"with_chief", {u"水表故障"_qs, u"水表不走字"_qs}},
            {"received", {u"电梯故障"_qs, u"电梯停在 5 楼"_qs}},
        };
        for (int round = 0; round < 3; ++round) {
            for (const auto &[state, matter] : day) {
                repairAt(QString::fromLatin1(state), matter.first, matter.second);
                clock.passMinutes(6);
            }
        }
        repair(u"爆管"_qs, u"小区主管爆裂，路面积水"_qs, QStringLiteral("emergency"));
        clock.passMinutes(25);
    }

    domain::Id north, south, clerk, chief, member, technician, supervisor;

private:
    domain::Id addMember(const char *login, const QString &name, const char *role,
        const domain::Id &grid, const QString &team = {})
    {
        using namespace domain;
        return addRow(Register::Staff,
            {{staff::Login, QString::fromLatin1(login)}, {staff::Name, name},
                {staff::Role, QString::fromLatin1(role)},
                {staff::Grid, grid.isNull() ? QVariant() : QVariant::fromValue(grid)},
                {staff::Team, team}});
    }

    static const char *lineOf(int at)
    {
        constexpr const char *lines[] = {"water", "power", "heat", "gas", "property"};
        return lines[at % 5];
    }

    int m_taken = 0;
};

/// The widgets that take keys and tell a screen reader nothing.
inline QStringList namelessWidgets(const QWidget &page)
{
    QStringList nameless;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isField = qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget);
        const bool isInner = widget->objectName().startsWith(u"qt_")
            || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton")
            || widget->inherits("QLineEditIconButton");
        if (isInner || !(button || isField) || widget->focusPolicy() == Qt::NoFocus)
            continue;
        if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u' '
                    + widget->objectName();
    }
    return nameless;
}

/// Shows a page in a window of its own that has the keys.
inline bool showActive(QWidget &page, QSize size = {1200, 760})
{
    page.resize(size);
    page.show();
    page.activateWindow();
    return QTest::qWaitForWindowActive(&page);
}

} // namespace support
