// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "items/ticket_card.h"

#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace support;
using items::TicketCard;

class TicketCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsPeopleAndPlaces();
    void tellsStagesAndActions();
    void cancelledKeepsWhatItHadPassed();
    void changesWithItsOwnTicketOnly();
    void isEmptyForAnUnknownNumber();
};

namespace
{

QString stagesOf(const TicketCard &card)
{
    QString marks;
    for (const TicketCard::Stage &stage : card.stages())
        marks += stage.progress == TicketCard::Stage::Done ? u'x'
            : stage.progress == TicketCard::Stage::Here    ? u'o'
                                                           : u'.';
    return marks;
}

} // namespace

void TicketCardTest::tellsPeopleAndPlaces()
{
    SmallDesk desk;
    const Id li = desk.addPerson(QStringLiteral("li"), u"李明"_qs, QStringLiteral("chief"));
    const Id seven = desk.addRow(Register::Grid,
        {{grid::Code, QStringLiteral("07")}, {grid::Name, u"幸福北"_qs},
            {grid::Chief, QVariant::fromValue(li)}});
    Values values = repair(desk, u"厨房漏水"_qs);
    values.set(field::Address, u"幸福小区3栋2单元501"_qs);
    values.set(field::Grid, QVariant::fromValue(seven));
    const QString number =
        desk.open(values, {.name = u"欧阳春"_qs, .phone = QStringLiteral("13800138000")});

    TicketCard card(desk.read());
    QVERIFY(card.show(number));
    QCOMPARE(card.customer().name, u"欧阳春"_qs);
    QCOMPARE(card.customer().phone, QStringLiteral("13800138000"));
    QCOMPARE(card.text(field::Address), u"幸福小区3栋2单元501"_qs);
    QVERIFY(card.ticket().values[field::Address] != QVariant(u"幸福小区3栋2单元501"_qs));
    QCOMPARE(card.grid().code, QStringLiteral("07"));
    QCOMPARE(card.grid().chief, u"李明"_qs);
    QCOMPARE(card.person(card.ticket().steps.constFirst().by).name, u"王芳"_qs);
}

void TicketCardTest::tellsStagesAndActions()
{
    SmallDesk desk;
    const QString number = desk.open(repair(desk, u"厨房漏水"_qs));
    TicketCard card(desk.read());
    QObject::connect(&desk.desk(), &Desk::committed, &card, &TicketCard::takeIn);
    card.show(number);
    QCOMPARE(stagesOf(card), QStringLiteral("o....."));
    QCOMPARE(QString::fromLatin1(card.actions(desk.desk().actor()).front()->code),
        QStringLiteral("accept"));
    desk.act(number, QStringLiteral("dispatch"));
    desk.act(number, QStringLiteral("arrive"));
    QTRY_COMPARE(stagesOf(card), QStringLiteral("xxo..."));
    QCOMPARE(card.stages().at(2).state, QStringLiteral("arrived"));
    desk.open(repair(desk, u"已了结"_qs), {}, QStringLiteral("closed"));
    TicketCard closed(desk.read());
    closed.show(card.number() + 1);
    QCOMPARE(stagesOf(closed), QStringLiteral("xxxxxx"));
}

void TicketCardTest::cancelledKeepsWhatItHadPassed()
{
    SmallDesk desk;
    const QString number = desk.open(repair(desk, u"厨房漏水"_qs));
    desk.act(number, QStringLiteral("accept"));
    desk.act(number, QStringLiteral("cancel"), {{field::Reason, u"重复"_qs}});
    TicketCard card(desk.read());
    card.show(number);
    QCOMPARE(stagesOf(card), QStringLiteral("xx...."));
}

void TicketCardTest::changesWithItsOwnTicketOnly()
{
    SmallDesk desk;
    QSignalSpy committed(&desk.desk(), &Desk::committed);
    const QString mine = desk.open(repair(desk, u"漏水"_qs));
    const QString other = desk.open(repair(desk, u"停电"_qs));
    QTRY_COMPARE(committed.count(), 3); // the founding, and two tickets
    TicketCard card(desk.read());
    card.show(mine);
    QObject::connect(&desk.desk(), &Desk::committed, &card, &TicketCard::takeIn);
    QSignalSpy changed(&card, &TicketCard::changed);
    desk.act(other, QStringLiteral("accept"));
    QTRY_COMPARE(committed.count(), 4);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(card.ticket().state, QStringLiteral("received"));
    desk.act(mine, QStringLiteral("note"), {{field::Remark, u"住户晚上在家"_qs}});
    QTRY_COMPARE(card.ticket().steps.size(), 2);
    QCOMPARE(changed.count(), 1);
}

void TicketCardTest::isEmptyForAnUnknownNumber()
{
    SmallDesk desk;
    TicketCard card(desk.read());
    QVERIFY(!card.show(QStringLiteral("03A-000000-001")));
    QVERIFY(card.isEmpty());
    QVERIFY(card.actions(desk.desk().actor()).empty());
    QVERIFY(card.stages().isEmpty());
}

QTEST_GUILESS_MAIN(TicketCardTest)
#include "ticket_card_test.moc"
