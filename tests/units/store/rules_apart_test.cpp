// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "record/account_key.h"
#include "store/active_rules.h"
#include "store/writer.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::DesksTogether;

namespace
{

using Key = std::shared_ptr<const record::SigningKey>;

/// A desk whose program knows rules up to a number.
class Program
{
public:
    Program(DesksTogether &desks, int number, qint64 known)
        : m_clock(desks.clock)
        , m_random(quint64(100 + number))
        , m_folder(desks.desk(number).folder())
    {
        start(known);
    }
    /// A desk of its own, with empty tables.
    Program(DesksTogether &desks, const QString &folder, qint64 known)
        : m_clock(desks.clock)
        , m_random(200)
        , m_folder{folder}
    {
        QDir().mkpath(folder);
        store::saveSecrets(m_folder, store::Secrets::fresh(m_clock.now_ms(), m_random), m_random);
        store::makePrivateFile(m_folder.database());
        {
            store::Database database(m_folder.database(), store::Database::Access::ReadWrite);
            store::createTables(database);
        }
        start(known);
    }

    void start(qint64 known)
    {
        m_writer.reset();
        m_secrets = std::get<store::Secrets>(store::loadSecrets(m_folder));
        m_writer = std::make_unique<store::Writer>(m_folder, m_secrets,
            std::make_shared<store::People>(m_folder, m_secrets.deskKey), m_clock, m_random, known);
    }
    store::Writer &writer() { return *m_writer; }
    store::Database &database() { return m_writer->database(); }
    Id id() const { return m_secrets.desk; }
    QByteArray publicKey() const { return m_secrets.publicKey(); }
    QString folder() const { return m_folder.path; }
    Id freshId() { return Id::fresh(m_clock.now_ms(), m_random); }

    store::Verdict submit(const Command &command, const Id &person, const Key &key = {})
    {
        return m_writer->commit({{command, person, key}}).verdicts.constFirst();
    }
    void hear(Program &from)
    {
        store::EntryReader reader(from.m_folder, from.m_secrets);
        store::EntryReader own(m_folder, m_secrets);
        QCOMPARE(m_writer->take(reader.next(own.heads(), id(), 1 << 20)).receipt.outcome,
            store::Receipt::Kept);
    }
    qint64 active() { return store::activeRules(database()); }
    qint64 follows(const Id &desk) { return rulesOf(store::loadRow(database(), desk)->row); }
    qint64 lastRules()
    {
        store::Statement last(
            database().handle(), "SELECT bytes FROM entries ORDER BY position DESC LIMIT 1");
        return last.step() ? record::decode(last.blob(0))->rules : 0;
    }
    QString digest()
    {
        return QString::fromLatin1(store::findDigest(database()).projection.toHex());
    }

private:
    Clock &m_clock;
    support::SeededRandom m_random;
    const store::DeskFolder m_folder;
    store::Secrets m_secrets;
    std::unique_ptr<store::Writer> m_writer;
};

} // namespace

/// Programs of different age at the desks of one company.
class RulesApartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewerProgramDecidesByTheActiveRules();
    void theOldestDeskHoldsEverybodyUp();
    void tooOldAProgramReadsAndTakesInButDoesNotWrite();
    void twoAdministratorsActivateAtOnce();
    void whatSomebodyWithoutTheRightActivatedIsNotActive();
    void aDeskThatComesBackWithTheOldProgramSaysSo();
    void aDeskAdmittedWithAnOldProgramReadsOnly();

private:
    store::Verdict activate(Program &desk, const Id &person, qint64 rules = 2)
    {
        Id company;
        store::eachRow(desk.database(), Register::Company,
            [&company](const store::NumberedRow &row) { company = row.row.id; });
        return desk.submit(ActivateRules{company, rules}, person, keyOf(person));
    }
    Key keyOf(const Id &person) { return m_keys.value(person); }
    store::Verdict open(Program &desk)
    {
        return desk.submit(OpenTicket{.ticket = desk.freshId(),
                               .values = {{field::Kind, u"repair"_s}, {field::Title, u"漏水"_s}}},
            m_wang);
    }
    void meet()
    {
        for (int round = 0; round < 2; ++round) {
            m_one->hear(*m_two);
            m_two->hear(*m_one);
        }
    }

    QHash<Id, Key> m_keys;
    std::unique_ptr<DesksTogether> m_desks;
    std::unique_ptr<Program> m_one, m_two; ///< the first desk's program and the other's
    Id m_wang, m_zhao;
};

/// Two administrators, each with a key of the own.
void RulesApartTest::init()
{
    m_desks = std::make_unique<DesksTogether>();
    m_wang = m_desks->desk(0).actor();
    m_zhao = m_desks->hire(u"zhao"_s, u"administrator"_s);
    m_keys.clear();
    support::SeededRandom random;
    for (const Id &person : {m_zhao, m_wang}) {
        m_keys[person] =
            std::make_shared<const record::SigningKey>(record::SigningKey::fresh(random));
        m_desks->submit(0,
            PutAccount{person,
                record::rewrapAccount(
                    *m_keys[person], {}, record::PasswordCost::forPassword({}), random)});
    }
    m_desks->meet(0, 1);
    m_one.reset();
    m_two.reset();
    const auto keep = [this](int number, qint64 known) {
        auto program = std::make_unique<Program>(*m_desks, number, known);
        m_desks->close(number);
        return program;
    };
    m_one = keep(0, 2);
    m_two = keep(1, 1);
}

void RulesApartTest::cleanup()
{
    QCOMPARE(m_one->digest(), m_two->digest());
    for (Program *desk : {m_one.get(), m_two.get()}) {
        const store::DeskFolder folder{desk->folder()};
        const auto damage =
            store::findDamage(folder, std::get<store::Secrets>(store::loadSecrets(folder)));
        QVERIFY2(!damage, damage ? qPrintable(damage->what + damage->where) : "");
    }
}

void RulesApartTest::aNewerProgramDecidesByTheActiveRules()
{
    QVERIFY(store::accepted(open(*m_one)));
    QCOMPARE(m_one->active(), 1);
    QCOMPARE(m_one->lastRules(), 1);
    // It says beside its first deed what it follows, and only once.
    QCOMPARE(m_one->follows(m_one->id()), 2);
    const qint64 position = m_one->writer().commit({}).committed.position;
    QVERIFY(m_one->writer().announce().touched.isEmpty());
    QVERIFY(store::accepted(open(*m_one)));
    QCOMPARE(m_one->writer().commit({}).committed.position, position + 1);
    meet();
}

void RulesApartTest::theOldestDeskHoldsEverybodyUp()
{
    m_one->writer().announce();
    meet();
    const store::Verdict early = activate(*m_one, m_wang);
    QVERIFY(store::refused(early));
    QVERIFY(store::refused(early)->what.contains(u"工位2"));
    QVERIFY(store::refused(activate(*m_two, m_wang))->what.contains(u"doesn't know"));
    m_two->start(2);
    m_two->writer().announce();
    meet();
    QVERIFY(store::accepted(activate(*m_one, m_wang)));
    QVERIFY(store::accepted(open(*m_one)));
    QCOMPARE(m_one->lastRules(), 2);
    meet();
    QCOMPARE(m_two->active(), 2);
}

void RulesApartTest::tooOldAProgramReadsAndTakesInButDoesNotWrite()
{
    m_two->start(2);
    m_two->writer().announce();
    m_one->writer().announce();
    meet();
    QVERIFY(store::accepted(activate(*m_one, m_wang)));
    m_two->start(1); // somebody installed the old one again
    QVERIFY(store::accepted(open(*m_two)));
    meet();
    const store::Verdict verdict = open(*m_two);
    QVERIFY(store::refused(verdict));
    QVERIFY(store::refused(verdict)->what.contains(u"too old"));
    QVERIFY(store::accepted(open(*m_one)));
    meet();
    m_two->start(2);
    QVERIFY(store::accepted(open(*m_two)));
    QCOMPARE(m_two->follows(m_two->id()), 2);
    meet();
}

void RulesApartTest::twoAdministratorsActivateAtOnce()
{
    m_two->start(3);
    m_two->writer().announce();
    m_one->start(3);
    m_one->writer().announce();
    meet();
    QVERIFY(store::accepted(activate(*m_two, m_zhao, 3)));
    QVERIFY(store::accepted(activate(*m_one, m_wang, 2)));
    meet();
    QCOMPARE(m_one->active(), 3);
    QCOMPARE(m_two->active(), 3);
    store::Statement raised(m_one->database().handle(), "SELECT 1 FROM conflicts");
    QVERIFY(!raised.step());
}

void RulesApartTest::whatSomebodyWithoutTheRightActivatedIsNotActive()
{
    m_two->start(2);
    m_two->writer().announce();
    m_one->writer().announce();
    meet();
    Id given;
    store::eachRow(m_one->database(), Register::Grant, [&](const store::NumberedRow &row) {
        if (row.row.values[grant::Person].value<Id>() == m_zhao)
            given = row.row.id;
    });
    QVERIFY(store::accepted(m_one->submit(RevokeGrant{given, u"离任"_s}, m_wang, keyOf(m_wang))));
    // At the other desk nobody has heard of it.
    QVERIFY(store::accepted(activate(*m_two, m_zhao)));
    QVERIFY(store::accepted(open(*m_two)));
    QCOMPARE(m_two->lastRules(), 2);
    meet();
    QCOMPARE(m_one->active(), 1);
    QCOMPARE(m_two->active(), 1);
    QVERIFY(store::accepted(open(*m_two)));
    QCOMPARE(m_two->lastRules(), 1);
    meet();
}

void RulesApartTest::aDeskThatComesBackWithTheOldProgramSaysSo()
{
    m_two->start(2);
    m_two->writer().announce();
    meet();
    QCOMPARE(m_one->follows(m_two->id()), 2);
    m_two->start(1);
    m_two->writer().announce();
    meet();
    QCOMPARE(m_one->follows(m_two->id()), 1);
    QVERIFY(store::refused(activate(*m_one, m_wang)));
}

void RulesApartTest::aDeskAdmittedWithAnOldProgramReadsOnly()
{
    m_two->start(2);
    m_two->writer().announce();
    m_one->writer().announce();
    meet();
    QVERIFY(store::accepted(activate(*m_one, m_wang)));
    Program third(*m_desks, m_desks->folder(2), 1);
    QVERIFY(store::accepted(m_one->submit(AdmitDesk{.desk = third.id(),
                                              .name = u"新工位"_s,
                                              .prefix = u"03"_s,
                                              .publicKey = third.publicKey()},
        m_wang, keyOf(m_wang))));
    third.hear(*m_one);
    QCOMPARE(third.active(), 2);
    QVERIFY(store::refused(open(third))->what.contains(u"too old"));
    QVERIFY(third.writer().announce().touched.isEmpty()); // the row says as much without a word
    QCOMPARE(third.digest(), m_one->digest());
    third.start(2);
    QVERIFY(store::accepted(open(third)));
    m_one->hear(third);
    QCOMPARE(m_one->follows(third.id()), 2);
    meet();
}

QTEST_GUILESS_MAIN(RulesApartTest)
#include "rules_apart_test.moc"
