// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "domain/register_rules.h"
#include "domain/ticket_fields.h"
#include "record/sealing.h"
#include "store/check.h"
#include "store/upkeep.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::SmallDesk;

/// A customer's file on a real desk: whose key seals what, who finds it, and that one person stays one through merging,
/// taking back, and folding everything anew.
class CustomersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCustomersKeySealsTheHousehold();
    void erasingOneKeyErasesTheFile();
    void everythingFindsTheFile_data();
    void everythingFindsTheFile();
    void theIndexFollowsEveryCommit();
    void theFilledIndexIsTheKeptOne();
    void aDaughtersPhoneFindsTheHousehold();
    void theSameWithoutAnIndex();
    void mergedFilesAreOnePerson();
    void partingBringsBothBack();
    void chainsAndCirclesEnd();
    void aRemovedFileTakesItsPremises();
    void groupsAreFound();
    void duplicatesAreProposedOnce();
    void foldingAnewGivesTheSame();

private:
    Id addMother();
    Id addPremises(const Id &of);
    Id addDaughter(const Id &of);
    QVector<Id> found(const QString &typed);
    QVariant valueOf(const Id &row, quint8 field)
    {
        return m_desk->read().findRow(row)->row.values[field];
    }

    std::unique_ptr<SmallDesk> m_desk;
};

void CustomersTest::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_desk->desk().indexPeopleNow();
}

Id CustomersTest::addMother()
{
    return m_desk->addRow(Register::Customer,
        {{customer::Name, u"欧阳建国"_s}, {customer::Phone, u"138 0000 1234"_s},
            {customer::Address, u"幸福小区3栋2单元501"_s},
            {customer::Groups, u"独居老人、用电医疗设备"_s}});
}

Id CustomersTest::addPremises(const Id &of)
{
    return m_desk->addRow(Register::Premises,
        {{premises::Customer, QVariant::fromValue(of)}, {premises::Address, u"阳光花园7栋101"_s},
            {premises::WaterAccount, u"W-10086"_s}, {premises::PowerMeter, u"DB778899"_s}});
}

Id CustomersTest::addDaughter(const Id &of)
{
    return m_desk->addRow(Register::Contact,
        {{contact::Customer, QVariant::fromValue(of)}, {contact::Name, u"欧阳小红"_s},
            {contact::Relation, u"女儿"_s}, {contact::Phone, u"139-0000-5678"_s}});
}

QVector<Id> CustomersTest::found(const QString &typed)
{
    QVector<Id> ids;
    for (const store::NumberedRow &row : m_desk->read().findCustomers(typed, 10))
        ids << row.row.id;
    return ids;
}

void CustomersTest::theCustomersKeySealsTheHousehold()
{
    const Id mother = addMother(), home = addPremises(mother), daughter = addDaughter(mother);
    // A change that doesn't name the customer is sealed with the customer's key all the same.
    m_desk->submit(PutRow{Register::Premises, home, {{premises::HeatMeter, u"RB1"_s}}, {}});
    const std::pair<Id, quint8> sealed[] = {{mother, customer::Groups}, {home, premises::Address},
        {home, premises::WaterAccount}, {home, premises::HeatMeter}, {daughter, contact::Name},
        {daughter, contact::Phone}};
    for (const auto &[row, field] : sealed) {
        const QVariant value = valueOf(row, field);
        QCOMPARE(value.typeId(), int(QMetaType::QByteArray));
        QCOMPARE(record::ownerOf(value.toByteArray()), std::optional(mother));
    }
    QCOMPARE(
        m_desk->read().open(contact::Phone, valueOf(daughter, contact::Phone)), u"13900005678"_s);
}

void CustomersTest::erasingOneKeyErasesTheFile()
{
    const Id mother = addMother(), home = addPremises(mother), daughter = addDaughter(mother);
    m_desk->close();
    {
        store::Database database(
            store::DeskFolder{m_desk->folder()}.database(), store::Database::Access::ReadWrite);
        database.prepared("DELETE FROM sealing_keys WHERE owner=?").bind(1, mother).run();
    }
    m_desk->reopen();
    m_desk->desk().indexPeopleNow();
    for (const auto &[row, field] : {std::pair{mother, quint8(customer::Name)},
             {home, quint8(premises::Address)}, {daughter, quint8(contact::Name)}})
        QVERIFY(m_desk->read().open(field, valueOf(row, field)).isEmpty());
    for (const QString &typed : {u"欧阳"_s, u"5678"_s, u"10086"_s})
        QVERIFY(found(typed).isEmpty());
}

void CustomersTest::everythingFindsTheFile_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
        {"欧阳", "oyjg", "1234", "13800001234", "3栋2单元501", "W10086", "w-10086", "10086",
            "DB778899", "欧阳小红", "oyxh", "5678", "13900005678", "阳光花园", "yghy"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void CustomersTest::everythingFindsTheFile()
{
    QFETCH(QString, typed);
    const Id mother = addMother();
    addPremises(mother);
    addDaughter(mother);
    m_desk->addRow(
        Register::Customer, {{customer::Name, u"李娜"_s}, {customer::Phone, u"13700009999"_s}});
    QCOMPARE(found(typed), QVector<Id>{mother});
}

void CustomersTest::theIndexFollowsEveryCommit()
{
    const Id mother = addMother(), home = addPremises(mother), daughter = addDaughter(mother);
    m_desk->submit(PutRow{Register::Contact, daughter, {{contact::Phone, u"13611112222"_s}}, {}});
    QVERIFY(found(u"5678"_s).isEmpty());
    QCOMPARE(found(u"2222"_s), QVector<Id>{mother});
    m_desk->submit(RemoveRow{Register::Premises, home});
    QVERIFY(found(u"10086"_s).isEmpty());
    // Brought back with all that stood in it.
    m_desk->submit(
        PutRow{Register::Premises, home, {{premises::Customer, QVariant::fromValue(mother)}}, {}});
    QCOMPARE(found(u"10086"_s), QVector<Id>{mother});
}

void CustomersTest::theFilledIndexIsTheKeptOne()
{
    const Id mother = addMother(), twin = addMother();
    addPremises(mother);
    addDaughter(twin);
    m_desk->submit(mergedInto(twin, mother, {}));
    const QStringList asked{u"oyjg"_s, u"5678"_s, u"10086"_s, u"1234"_s};
    QVector<QVector<Id>> kept;
    for (const QString &typed : asked)
        kept << found(typed);
    m_desk->reopen();
    m_desk->desk().indexPeopleNow();
    for (qsizetype i = 0; i < asked.size(); ++i)
        QCOMPARE(found(asked[i]), kept[i]);
}

void CustomersTest::aDaughtersPhoneFindsTheHousehold()
{
    const Id mother = addMother();
    addDaughter(mother);
    const auto customerOf = [this](const QString &name, const QString &phone) {
        const QString number = m_desk->open({{field::Kind, u"repair"_s}, {field::Title, u"漏水"_s}},
            {.name = name, .phone = phone});
        return m_desk->read().findTicket(number)->ticket.values[field::Customer].value<Id>();
    };
    QCOMPARE(customerOf(u"欧阳小红"_s, u"139 0000 5678"_s), mother);
    QCOMPARE(customerOf({}, u"13900005678"_s), mother);
    QCOMPARE(customerOf(u"欧阳建国"_s, u"13900005678"_s), mother); // she gives her mother's name
    QVERIFY(customerOf(u"赵强"_s, u"13900005678"_s) != mother);
}

/// The tool opens a ticket without filling the index first.
void CustomersTest::theSameWithoutAnIndex()
{
    const Id mother = addMother();
    addDaughter(mother);
    m_desk->reopen();
    const QString number = m_desk->open({{field::Kind, u"repair"_s}, {field::Title, u"漏水"_s}},
        {.name = u"欧阳小红"_s, .phone = u"13900005678"_s});
    QCOMPARE(m_desk->read().findTicket(number)->ticket.values[field::Customer].value<Id>(), mother);
}

void CustomersTest::mergedFilesAreOnePerson()
{
    const Id stays = addMother(), goes = addMother();
    addPremises(goes);
    addDaughter(goes);
    const CustomerDraft known{.known = goes};
    const QString before =
        m_desk->open({{field::Kind, u"repair"_s}, {field::Title, u"水管破裂"_s}}, known);
    m_desk->submit(mergedInto(goes, stays, u"同一人"_s));
    for (const QString &typed : {u"oyjg"_s, u"10086"_s, u"5678"_s})
        QCOMPARE(found(typed), QVector<Id>{stays});
    const auto file = m_desk->read().findCustomerFile(goes);
    QCOMPARE(file->customer.row.id, stays);
    QCOMPARE(file->merged.size(), 1);
    QCOMPARE(file->premises.size(), 1);
    QCOMPARE(file->contacts.size(), 1);
    // The ticket of before is the one person's; a new one goes to the file that goes on, whoever was chosen.
    const qint64 row = file->customer.number;
    QCOMPARE(m_desk->read().countTickets({.filters = {{u"customer"_s, QString::number(row)}}}), 1);
    QCOMPARE(m_desk->read().findNewest({.text = u"欧阳建国"_s, .limit = 5}).size(), 1);
    QCOMPARE(m_desk->read().countTickets({.text = u"oyjg"_s}), 1);
    const QString after =
        m_desk->open({{field::Kind, u"repair"_s}, {field::Title, u"又漏"_s}}, known);
    QCOMPARE(m_desk->read().findTicket(after)->ticket.values[field::Customer].value<Id>(), stays);
    QCOMPARE(m_desk->read().findTicket(before)->ticket.values[field::Customer].value<Id>(), goes);
}

void CustomersTest::partingBringsBothBack()
{
    const Id stays = addMother(), goes = addMother();
    addPremises(goes);
    m_desk->submit(mergedInto(goes, stays, {}));
    m_desk->submit(parted(goes));
    QCOMPARE(found(u"oyjg"_s).size(), 2);
    QCOMPARE(found(u"10086"_s), QVector<Id>{goes});
    QVERIFY(m_desk->read().findCustomerFile(stays)->merged.isEmpty());
}

/// Two desks that merge two files into each other at the same time: facts are folded, and the older one goes on.
void CustomersTest::chainsAndCirclesEnd()
{
    const Id first = addMother(), second = addMother(), third = addMother();
    m_desk->submit(mergedInto(third, second, {}));
    m_desk->submit(mergedInto(second, first, {}));
    QCOMPARE(m_desk->read().findCustomerFile(third)->customer.row.id, first);
    QCOMPARE(m_desk->read().findCustomerFile(first)->merged.size(), 2);
    QCOMPARE(found(u"oyjg"_s), QVector<Id>{first});
    m_desk->close();
    {
        store::Database database(
            store::DeskFolder{m_desk->folder()}.database(), store::Database::Access::ReadWrite);
        auto row = *store::loadRow(database, first);
        row.row.values.set(customer::MergedInto, QVariant::fromValue(third));
        store::saveRow(database, row);
    }
    m_desk->reopen();
    m_desk->desk().indexPeopleNow();
    const Id oldest = std::min({first, second, third});
    for (const Id &one : {first, second, third})
        QCOMPARE(m_desk->read().findCustomerFile(one)->customer.row.id, oldest);
    QCOMPARE(found(u"oyjg"_s), QVector<Id>{oldest});
}

void CustomersTest::aRemovedFileTakesItsPremises()
{
    const Id mother = addMother(), home = addPremises(mother);
    addDaughter(mother);
    m_desk->submit(RemoveRow{Register::Customer, mother});
    QVERIFY(m_desk->read().findRow(home)->row.removed);
    for (const QString &typed : {u"oyjg"_s, u"10086"_s, u"5678"_s})
        QVERIFY(found(typed).isEmpty());
}

void CustomersTest::groupsAreFound()
{
    const Id mother = addMother();
    m_desk->addRow(
        Register::Customer, {{customer::Name, u"李娜"_s}, {customer::Groups, u"低保"_s}});
    store::Reader &read = m_desk->read();
    QCOMPARE(read.countInGroup(u"elderly_alone"_s), 1);
    const auto both = store::groupsIn(u"elderly_alone,medical_power");
    QCOMPARE(read.findCustomerRows({}, both), QVector<qint64>{read.findRow(mother)->number});
    QVERIFY(read.findCustomerRows(u"李娜"_s, both).isEmpty());
    QCOMPARE(read.findCustomerRows({}).size(), 2);
    m_desk->submit(PutRow{Register::Customer, mother, {}, {customer::Groups}});
    QCOMPARE(read.countInGroup(u"elderly_alone"_s), 0);
}

void CustomersTest::duplicatesAreProposedOnce()
{
    const Id one = addMother(), other = addMother();
    const Id tenant = m_desk->addRow(Register::Customer,
        {{customer::Name, u"欧阳建国"_s}, {customer::Address, u"幸福小区3-2-501室"_s}});
    QCOMPARE(m_desk->read().findDuplicates().size(), 3);
    m_desk->submit(mergedInto(other, one, {}));
    QCOMPARE(m_desk->read().findDuplicates().size(), 1);
    m_desk->submit(judgedDistinct(tenant, one, u"父子同名"_s));
    QVERIFY(m_desk->read().findDuplicates().isEmpty());
    // Whichever of the merged files was meant: they are one person.
    m_desk->submit(parted(other));
    QCOMPARE(m_desk->read().findDuplicates().size(), 2);
}

void CustomersTest::foldingAnewGivesTheSame()
{
    const Id stays = addMother(), goes = addMother();
    addPremises(goes);
    addDaughter(stays);
    m_desk->submit(mergedInto(goes, stays, u"同一人"_s));
    const store::DeskFolder folder = m_desk->desk().folder();
    const store::Secrets secrets = m_desk->desk().secrets();
    const auto before = store::findDigest(m_desk->read().database());
    const auto damage = store::findDamage(folder, secrets);
    QVERIFY2(!damage, damage ? qPrintable(damage->what) : "");
    const auto refusal = m_desk->desk()
                             .maintain([](store::Database &database) { store::rebuild(database); })
                             .result();
    QVERIFY(!refusal);
    QCOMPARE(store::findDigest(m_desk->read().database()).projection, before.projection);
    QCOMPARE(m_desk->read().findCustomerFile(goes)->customer.row.id, stays);
}

QTEST_GUILESS_MAIN(CustomersTest)
#include "customers_test.moc"
