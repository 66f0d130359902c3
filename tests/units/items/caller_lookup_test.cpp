// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/caller_lookup.h"
#include "support/small_desk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace domain;
using items::CallerAnswer;
using items::CallerLookup;
using items::CallerQuestion;
using items::PossibleDuplicate;

/// What the desk knows about a call before anything is saved.
class CallerLookupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<support::SmallDesk>(); }

    void buildings_data();
    void buildings();
    void callers_data();
    void callers();
    void sharedNumberNamesNobody();
    void historyOfAYear();
    void duplicates();
    void whatComesAgainIsNoticed();
    void gridPromiseAndProposal();
    void onlyTheLastQuestionIsAnswered();

private:
    CallerAnswer ask(const CallerQuestion &question)
    {
        return items::findCallerAnswer(m_at->read(), question);
    }
    Id addCustomer(const QString &name, const QString &phone, const QString &address);
    QString takeIn(const QString &category, const QString &address, const Id &customer = {});

    std::unique_ptr<support::SmallDesk> m_at;
};

Id CallerLookupTest::addCustomer(const QString &name, const QString &phone, const QString &address)
{
    return m_at->addRow(Register::Customer,
        {{customer::Name, name}, {customer::Phone, phone}, {customer::Address, address}});
}

QString CallerLookupTest::takeIn(
    const QString &category, const QString &address, const Id &customer)
{
    return m_at->open({{field::Kind, u"repair"_qs}, {field::Line, u"water"_qs},
                          {field::Category, category}, {field::Address, address}},
        {.known = customer});
}

void CallerLookupTest::buildings_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("building");
    QTest::newRow("entrance") << "幸福小区3栋2单元501"
                              << "幸福小区3栋2单元";
    QTest::newRow("building") << "幸福小区3栋501室"
                              << "幸福小区3栋";
    QTest::newRow("numbered building") << "朝阳路18号院5号楼302"
                                       << "朝阳路18号院5号楼";
    QTest::newRow("dashes") << "幸福小区3-2-501"
                            << "幸福小区3-2";
    QTest::newRow("house number") << "和平路12号"
                                  << "和平路12号";
    QTest::newRow("no number") << "幸福小区"
                               << "幸福小区";
    QTest::newRow("only a number") << "501"
                                   << "501";
    QTest::newRow("nothing") << ""
                             << "";
}

void CallerLookupTest::buildings()
{
    QFETCH(QString, address);
    QTEST(items::buildingOf(address), "building");
}

void CallerLookupTest::callers_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("first"); // empty: nobody
    QTest::addColumn<bool>("certain");
    QTest::newRow("whole number") << "138 0013 8000"
                                  << ""
                                  << ""
                                  << "欧阳建国" << true;
    QTest::newRow("part of a number") << "8000"
                                      << ""
                                      << ""
                                      << "欧阳建国" << false;
    QTest::newRow("number and another name") << "13800138000"
                                             << "欧阳小妹"
                                             << ""
                                             << "欧阳建国" << false;
    QTest::newRow("name") << ""
                          << "曾"
                          << ""
                          << "曾小明" << false;
    QTest::newRow("pinyin initials") << ""
                                     << "zxm"
                                     << ""
                                     << "曾小明" << false;
    QTest::newRow("address") << ""
                             << ""
                             << "幸福小区2栋1单元302"
                             << "曾小明" << false;
    QTest::newRow("unknown number") << "13700000000"
                                    << ""
                                    << ""
                                    << "" << false;
    QTest::newRow("nothing") << ""
                             << ""
                             << ""
                             << "" << false;
}

void CallerLookupTest::callers()
{
    addCustomer(u"欧阳建国"_qs, u"13800138000"_qs, u"幸福小区3栋2单元501"_qs);
    addCustomer(u"曾小明"_qs, u"13911112222"_qs, u"幸福小区2栋1单元302"_qs);
    m_at->desk().indexPeopleNow();
    QFETCH(QString, phone);
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(QString, first);
    const CallerAnswer answer = ask({phone, name, {}, {{field::Address, address}}});
    QCOMPARE(answer.callers.value(0).name, first);
    QTEST(answer.certain() != nullptr, "certain");
}

void CallerLookupTest::sharedNumberNamesNobody()
{
    addCustomer(u"欧阳建国"_qs, u"13800138000"_qs, u"幸福小区3栋2单元501"_qs);
    addCustomer(u"李秀英"_qs, u"13800138000"_qs, u"幸福小区3栋2单元501"_qs);
    m_at->desk().indexPeopleNow();
    QCOMPARE(ask({.phone = u"13800138000"_qs}).callers.size(), 2);
    QVERIFY(!ask({.phone = u"13800138000"_qs}).certain());
    const CallerAnswer named = ask({.phone = u"13800138000"_qs, .name = u"李秀英"_qs});
    QVERIFY(named.certain());
    QCOMPARE(named.certain()->name, u"李秀英"_qs);
}

void CallerLookupTest::historyOfAYear()
{
    const Id customer = addCustomer(u"欧阳建国"_qs, u"13800138000"_qs, {});
    const auto closed = [&](const QString &day, int satisfaction) {
        m_at->open(
            {{field::Kind, u"repair"_qs}, {field::Title, day},
                {field::HappenedAt, support::moment_ms(day)}, {field::Satisfaction, satisfaction}},
            {.known = customer}, u"closed"_qs);
    };
    closed(u"2025-11-19 08:00"_qs, 1); // a year and a day ago
    closed(u"2025-11-21 08:00"_qs, 2);
    closed(u"2026-06-01 08:00"_qs, 5);
    const QString open = takeIn(u"无水"_qs, {}, customer);
    const CallerAnswer answer = ask({.known = customer});
    QCOMPARE(answer.ofLastYear, 3);
    QCOMPARE(answer.dissatisfiedOfLastYear, 1);
    QCOMPARE(answer.openTickets.size(), 1);
    QCOMPARE(answer.openTickets.first().number, open);
}

void CallerLookupTest::duplicates()
{
    const Id customer = addCustomer(u"欧阳建国"_qs, u"13800138000"_qs, {});
    const QString mine = takeIn(u"室内漏水"_qs, u"幸福小区9栋1单元101"_qs, customer);
    m_at->clock.passMinutes(60);
    const QString near = takeIn(u"无水"_qs, u"幸福小区3栋2单元101"_qs);
    takeIn(u"无水"_qs, u"幸福小区3栋1单元101"_qs); // the next entrance
    const CallerQuestion question{.known = customer,
        .ticket = {{field::Category, u"室内漏水"_qs}, {field::Line, u"water"_qs},
            {field::Address, u"幸福小区3栋2单元501"_qs}}};
    QVector<PossibleDuplicate> found = ask(question).duplicates;
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).line.number, mine);
    QCOMPARE(found.at(0).why, PossibleDuplicate::SameMatter);
    QCOMPARE(found.at(1).line.number, near);
    QCOMPARE(found.at(1).why, PossibleDuplicate::SamePlace);

    m_at->clock.passMinutes(31);
    QCOMPARE(ask(question).duplicates.size(), 1);
    m_at->act(mine, u"cancel"_qs, {{field::Reason, u"重复"_qs}});
    QVERIFY(ask(question).duplicates.isEmpty());
}

/// The same trouble in the same building, and who complains again: whoever takes it in is told.
void CallerLookupTest::whatComesAgainIsNoticed()
{
    const auto times = [this](const QString &address) {
        return ask({.ticket = {{field::Kind, u"repair"_qs}, {field::Category, u"室内漏水"_qs},
                        {field::Address, address}}})
            .repeats.samePlace;
    };
    const Id grid =
        m_at->addRow(Register::Grid, {{grid::Code, u"07"_qs}, {grid::Name, u"幸福"_qs}});
    m_at->addRow(Register::Place,
        {{place::Address, u"幸福小区"_qs}, {place::Grid, QVariant::fromValue(grid)}});
    QCOMPARE(times(u"幸福小区3栋501"_qs), 0);
    const QString first = takeIn(u"室内漏水"_qs, u"幸福小区3栋501"_qs);
    m_at->act(first, u"cancel"_qs, {{field::Reason, u"已修好"_qs}});
    takeIn(u"室内漏水"_qs, u"幸福小区3栋302"_qs);
    takeIn(u"无水"_qs, u"幸福小区3栋302"_qs);
    takeIn(u"室内漏水"_qs, u"幸福小区4栋302"_qs);
    QCOMPARE(times(u"幸福小区3栋401"_qs), 2);
    QCOMPARE(times(u"幸福小区5栋401"_qs), 0);
    const Id angry = addCustomer(u"欧阳建国"_qs, u"13800138000"_qs, {});
    for (int complaint = 0; complaint < 2; ++complaint)
        m_at->open({{field::Kind, u"complaint"_qs}, {field::Title, u"多次报修无人上门"_qs}},
            {.known = angry});
    QCOMPARE(ask({.known = angry}).repeats.complaints, 2);
    m_at->clock.passMinutes(items::repeatDays * 24 * 60 + 1);
    QCOMPARE(times(u"幸福小区3栋401"_qs), 0);
}

void CallerLookupTest::gridPromiseAndProposal()
{
    const Id chief = m_at->addPerson(u"liming"_qs, u"李明"_qs, u"chief"_qs);
    const auto technician = [this](const QString &login, const QString &name) {
        return m_at->addRow(Register::Staff,
            {{staff::Login, login}, {staff::Name, name}, {staff::Role, u"technician"_qs},
                {staff::Team, u"第二维修组"_qs}});
    };
    const Id busy = technician(u"a"_qs, u"赵强"_qs);
    technician(u"b"_qs, u"钱进"_qs);
    const Id grid = m_at->addRow(Register::Grid,
        {{grid::Code, u"07"_qs}, {grid::Name, u"幸福"_qs},
            {grid::Chief, QVariant::fromValue(chief)}, {grid::Team, u"第二维修组"_qs}});
    m_at->addRow(Register::Place,
        {{place::Address, u"幸福小区"_qs}, {place::Grid, QVariant::fromValue(grid)}});
    m_at->act(
        takeIn(u"无水"_qs, {}), u"dispatch"_qs, {{field::Assignee, QVariant::fromValue(busy)}});

    const CallerAnswer answer =
        ask({.ticket = {{field::Kind, u"repair"_qs}, {field::Urgency, u"urgent"_qs},
                 {field::Category, u"室内漏水"_qs}, {field::Address, u"幸福小区3栋"_qs}}});
    QCOMPARE(answer.gridCode, u"07"_qs);
    QCOMPARE(answer.chiefName, u"李明"_qs);
    QCOMPARE(answer.guidance.questions, u"阀门能否关闭？是否影响楼下？"_qs);
    QVERIFY(answer.proposal);
    QCOMPARE(answer.proposal->person, u"钱进"_qs);
    QVERIFY2(!answer.proposal->why.contains(u"in hand"), qPrintable(answer.proposal->why));
    QHash<QString, qint64> minutes;
    for (const ClockStart &promise : answer.promises)
        minutes[promise.clock] = (promise.due_ms - answer.asked_ms) / 60'000;
    QCOMPARE(minutes.value(u"arrive"_qs), 120);
    QCOMPARE(minutes.value(u"complete"_qs), 1440);
    QVERIFY(!ask({.ticket = {{field::Kind, u"complaint"_qs}, {field::Address, u"幸福小区3栋"_qs}}})
                 .proposal);
}

void CallerLookupTest::onlyTheLastQuestionIsAnswered()
{
    addCustomer(u"欧阳建国"_qs, u"13800138000"_qs, {});
    m_at->desk().indexPeopleNow();
    CallerLookup lookup({m_at->read(), [this] { return m_at->desk().newReader(); }});
    QSignalSpy answered(&lookup, &CallerLookup::answered);
    QStringList phones;
    connect(&lookup, &CallerLookup::answered, this,
        [&phones](const CallerAnswer &answer) { phones << answer.question.phone; });
    const QString number = u"13800138000"_qs;
    for (int digits = 1; digits <= number.size(); ++digits)
        lookup.ask({.phone = number.first(digits)});
    QVERIFY(answered.wait());
    QCOMPARE(phones, QStringList{number});
    lookup.ask({.phone = number}); // the same again is not asked
    lookup.ask({.phone = u"139"_qs});
    lookup.forget();
    lookup.ask({.phone = u"138"_qs});
    QVERIFY(answered.wait());
    QCOMPARE(phones.last(), u"138"_qs);
    QCOMPARE(phones.size(), 2);
}

QTEST_GUILESS_MAIN(CallerLookupTest)
#include "caller_lookup_test.moc"
