// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "domain/register_rules.h"
#include "domain/ticket_fields.h"
#include "items/customer_card.h"
#include "items/customer_list_model.h"
#include "items/duplicate_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::CustomerListModel;

/// The list of customers, one customer's card and the pairs of likely duplicates, as a page uses them.
class CustomersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theListIsTheNewestFirstWithPhonesCovered();
    void itNarrowsByTextAndGroups();
    void aCommitChangesOnlyItsRows();
    void aMergedFileLeavesTheList();
    void theCardShowsTheWholePerson();
    void pairsAreFoundWithProgress();

private:
    Id add(const QString &name, const QString &phone, const QString &groups = {})
    {
        return m_desk->addRow(Register::Customer,
            {{customer::Name, name}, {customer::Phone, phone}, {customer::Groups, groups}});
    }
    QStringList names(const CustomerListModel &list)
    {
        QStringList names;
        for (int row = 0; row < list.rowCount(); ++row)
            names << list.index(row, CustomerListModel::Name).data().toString();
        return names;
    }

    std::unique_ptr<support::SmallDesk> m_desk;
    std::unique_ptr<CustomerListModel> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Id m_zhang, m_li;
};

void CustomersTest::init()
{
    m_tester.reset();
    m_list.reset();
    m_desk = std::make_unique<support::SmallDesk>();
    m_desk->desk().indexPeopleNow();
    m_zhang = add(u"张伟"_s, u"13800001234"_s, u"独居老人"_s);
    m_li = add(u"李娜"_s, u"13900005678"_s);
    m_list = std::make_unique<CustomerListModel>(support::sourceOf(*m_desk));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(&m_desk->desk(), &Desk::committed, m_list.get(), &CustomerListModel::takeIn);
    m_list->find({});
    QTRY_COMPARE(m_list->rowCount(), 2);
}

void CustomersTest::theListIsTheNewestFirstWithPhonesCovered()
{
    QCOMPARE(names(*m_list), QStringList({u"李娜"_s, u"张伟"_s}));
    QCOMPARE(m_list->index(1, CustomerListModel::Phone).data().toString(), u"138****1234"_s);
    QCOMPARE(m_list->index(1, CustomerListModel::Groups).data(CustomerListModel::GroupsRole),
        QVariant(QStringList{u"elderly_alone"_s}));
}

void CustomersTest::itNarrowsByTextAndGroups()
{
    m_list->find({u"zw"_s, {}});
    QTRY_COMPARE(names(*m_list), QStringList{u"张伟"_s});
    m_list->find({{}, {u"elderly_alone"_s}});
    QTRY_COMPARE(names(*m_list), QStringList{u"张伟"_s});
    m_list->find({u"ln"_s, {u"elderly_alone"_s}});
    QTRY_COMPARE(m_list->rowCount(), 0);
}

void CustomersTest::aCommitChangesOnlyItsRows()
{
    QSignalSpy resets(m_list.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserts(m_list.get(), &QAbstractItemModel::rowsInserted);
    add(u"王芳"_s, u"13700000000"_s);
    QTRY_COMPARE(names(*m_list), QStringList({u"王芳"_s, u"李娜"_s, u"张伟"_s}));
    QCOMPARE(inserts.size(), 1);
    m_desk->submit(PutRow{Register::Customer, m_li, {{customer::Name, u"李娜娜"_s}}, {}});
    QTRY_COMPARE(names(*m_list), QStringList({u"王芳"_s, u"李娜娜"_s, u"张伟"_s}));
    QVERIFY(resets.isEmpty());
}

void CustomersTest::aMergedFileLeavesTheList()
{
    m_desk->submit(mergedInto(m_li, m_zhang, {}));
    QTRY_COMPARE(names(*m_list), QStringList{u"张伟"_s});
    m_desk->submit(parted(m_li));
    QTRY_COMPARE(m_list->rowCount(), 2);
}

void CustomersTest::theCardShowsTheWholePerson()
{
    items::CustomerCard card(support::sourceOf(*m_desk));
    connect(&m_desk->desk(), &Desk::committed, &card, &items::CustomerCard::takeIn);
    QVERIFY(card.show(m_desk->read().findRow(m_zhang)->number));
    QCOMPARE(card.groups(), QStringList{u"elderly_alone"_s});
    m_desk->addRow(Register::Premises,
        {{premises::Customer, QVariant::fromValue(m_li)}, {premises::WaterMeter, u"SB1"_s}});
    m_desk->submit(mergedInto(m_li, m_zhang, {}));
    QTRY_COMPARE(card.file().premises.size(), 1);
    QTRY_COMPARE(card.file().merged.size(), 1);
    // Tickets of either file are this person's, and so is what was said of them.
    const QString number = m_desk->open(support::repair(*m_desk, u"漏水"_s), {.known = m_li});
    QTRY_COMPARE(card.history().all, 1);
    QCOMPARE(card.history().tickets[0].number, number);
    QCOMPARE(card.history().open, 1);
}

void CustomersTest::pairsAreFoundWithProgress()
{
    add(u"张先生"_s, u"138 0000 1234"_s);
    items::DuplicateModel pairs(support::sourceOf(*m_desk));
    const QAbstractItemModelTester tester(
        &pairs, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy progress(&pairs, &items::DuplicateModel::progressed);
    pairs.search();
    QTRY_COMPARE(pairs.rowCount(), 1);
    QVERIFY(!progress.isEmpty());
    QVERIFY(!pairs.index(0).data(items::DuplicateModel::ReasonRole).toString().isEmpty());
    pairs.remove(0);
    QCOMPARE(pairs.rowCount(), 0);
}

QTEST_GUILESS_MAIN(CustomersTest)
#include "customers_test.moc"
