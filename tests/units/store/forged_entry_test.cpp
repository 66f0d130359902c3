// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/deeds.h"
#include "support/small_desk.h"

#include "domain/account.h"
#include "store/active_rules.h"
#include "store/check.h"
#include "store/feed_writer.h"
#include "store/projector.h"
#include "store/secrets_file.h"

using namespace domain;
using namespace support;

/// Entries that skipped decide: whoever writes them into a desk's feed, what their author had no right to has no effect on
/// any desk, and stands there for review.
class ForgedEntryTest : public QObject
{
    Q_OBJECT

    struct Forger {
        explicit Forger(const SmallDesk &small)
            : secrets(std::get<store::Secrets>(store::loadSecrets({small.folder()})))
            , database(
                  store::DeskFolder{small.folder()}.database(), store::Database::Access::ReadWrite)
            , feed(database, secrets)
            , projector(database)
        {
        }

        /// Appends the entry and folds it; whether it had an effect.
        bool write(const Id &actor, qint64 at_ms, const Event &event,
            const record::SigningKey *signer = nullptr)
        {
            record::Entry entry{.actor = actor,
                .recorded_ms = at_ms,
                .subject = subjectOf(event),
                .events = {event}};
            store::Transaction transaction(database);
            const auto touched = projector.apply(feed.append(std::move(entry), signer));
            transaction.commit();
            return touched.isEmpty() || touched.constFirst().what != store::Touched::Conflict;
        }

        store::Secrets secrets;
        store::Database database;
        store::FeedWriter feed;
        store::Projector projector;
    };

    /// A person with exactly one right.
    static Id person(SmallDesk &small, const char *role, const Id &grid, const QString &unit)
    {
        static int count = 0;
        const Id id = small.addRow(Register::Staff,
            {{staff::Login, QStringLiteral("p%1").arg(++count)},
                {staff::Name, QStringLiteral("某人")}});
        small.submit(GrantRole{small.desk().freshId(), id, QString::fromLatin1(role), grid, unit});
        return id;
    }

private Q_SLOTS:
    void theTablesAreKeptOnFold();
    void grantsWantTheOwnSignature();
    void rulesWantTheOwnSignature();
    void stockIsMovedByThoseWhoMay();
    void nobodyErasesAlone();
    void whatWasRevokedHasNoEffect();
};

void ForgedEntryTest::theTablesAreKeptOnFold()
{
    SmallDesk small;
    const Id grid = small.addGrid(QStringLiteral("01"), QStringLiteral("一区"));
    const Id otherGrid = small.addGrid(QStringLiteral("02"), QStringLiteral("二区"));
    const QString unit = QStringLiteral("一队"), otherUnit = QStringLiteral("二队");
    QHash<QByteArray, Id> people;
    for (const char *role : roleCodes) {
        for (const Given given : allGiven) {
            const Id where = given == Given::SameGrid ? grid
                : given == Given::OtherGrid           ? otherGrid
                                                      : Id();
            const QString with = given == Given::SameUnit ? unit
                : given == Given::OtherUnit               ? otherUnit
                                                          : QString();
            people.insert(role + QByteArray::number(int(given)), person(small, role, where, with));
        }
    }
    QHash<QString, Id> tickets;
    for (const WorkflowSpec &workflow : allWorkflows()) {
        const QString kind = QString::fromLatin1(workflow.kind);
        const QString number =
            small.open({{field::Kind, kind}, {field::Title, QStringLiteral("漏水")},
                {field::Grid, QVariant::fromValue(grid)}, {field::Unit, unit}});
        tickets.insert(kind, small.read().findTicket(number)->ticket.id);
    }
    const qint64 now_ms = small.clock.now_ms();
    small.close();

    Forger forger(small);
    int row = 0;
    for (const Deed &deed : allDeeds()) {
        for (const char *role : roleCodes) {
            for (const Given given : allGiven) {
                Event event;
                const Id fresh = Id::named(("row " + QByteArray::number(++row)).constData());
                if (deed.what == Deed::TakeIn) {
                    event =
                        TicketOpened{fresh, QStringLiteral("repair/1"), QStringLiteral("received"),
                            {}, now_ms, {{field::Number, QString::number(row)}}, {}};
                } else if (deed.what == Deed::Act) {
                    // To where it is: what is judged is the right, and the next one finds it unchanged.
                    const Id ticket = tickets[deed.kind];
                    const QString state = forger.projector.findTicket(ticket)->ticket.state;
                    if (!deed.action->from.empty()
                        && std::ranges::none_of(deed.action->from,
                            [&](const char *from) { return state == QLatin1StringView(from); }))
                        continue;
                    // Only what was asked can be answered.
                    if (*deed.action->answers)
                        forger.write(people["administrator0"], now_ms,
                            StepTaken{ticket, QString::fromLatin1(deed.action->answers), state, 1,
                                {}, now_ms, {}, {}, {}});
                    event = StepTaken{ticket, QString::fromLatin1(deed.action->code), state, 1, {},
                        now_ms, {}, {}, {}};
                } else {
                    Values values;
                    for (const FieldSpec &field : registerSpec(deed.reg).fields) {
                        if (field.type == FieldType::Grid)
                            values.set(field.id, QVariant::fromValue(grid));
                    }
                    event = RegisterPut{fresh, deed.reg, values, {}};
                }
                const Id actor = people[role + QByteArray::number(int(given))];
                const QByteArray place =
                    deed.name.toUtf8() + " " + role + " " + QByteArray::number(int(given));
                // Nobody has signed here.
                const bool lacksSignature =
                    deed.what == Deed::Keep && registerSpec(deed.reg).isSigned;
                QVERIFY2(forger.write(actor, now_ms, event)
                        == (isPromised(deed, role, given) && !lacksSignature),
                    place);
            }
        }
    }
    QVERIFY(row > 500);
}

void ForgedEntryTest::grantsWantTheOwnSignature()
{
    SmallDesk small;
    const Id wang = small.desk().actor();
    const Id clerk =
        small.addPerson(QStringLiteral("li"), QStringLiteral("李"), QStringLiteral("clerk"));
    small.close();
    Forger forger(small);
    const auto grantTo = [&](const char *name) {
        return RegisterPut{Id::named(name), Register::Grant,
            {{grant::Person, QVariant::fromValue(clerk)},
                {grant::Role, QStringLiteral("administrator")}},
            {}};
    };
    SeededRandom random(2);
    const auto stranger = record::SigningKey::fresh(random);
    QVERIFY(!forger.write(wang, 0, grantTo("unsigned")));
    QVERIFY(!forger.write(wang, 0, grantTo("stranger's"), &stranger));
    QVERIFY(!forger.write(clerk, 0, grantTo("own"), &stranger));
    const auto account = store::loadRow(forger.database, accountOf(wang));
    const auto own = record::openAccount(account->row.values, {});
    QVERIFY(own);
    QVERIFY(forger.write(wang, 0, grantTo("signed"), &*own));
}

void ForgedEntryTest::rulesWantTheOwnSignature()
{
    SmallDesk small;
    const Id wang = small.desk().actor();
    const Id clerk =
        small.addPerson(QStringLiteral("li"), QStringLiteral("李"), QStringLiteral("clerk"));
    const Id company = small.read().findRows(Register::Company).constFirst().row.id;
    const Id desk = small.desk().secrets().desk;
    small.close();
    Forger forger(small);
    const auto own = record::openAccount(
        store::loadRow(forger.database, accountOf(wang))->row.values, QString());
    QVERIFY(own);
    const RegisterPut second{company, Register::Company, {{company::Rules, 2}}, {}};
    QVERIFY(!forger.write(wang, 0, second));
    QVERIFY(!forger.write(clerk, 0, second, &*own));
    QCOMPARE(store::activeRules(forger.database), 1);
    QVERIFY(forger.write(wang, 0, second, &*own));
    // Nor do they go back, signed or not.
    forger.write(
        wang, 0, RegisterPut{company, Register::Company, {{company::Rules, 1}}, {}}, &*own);
    forger.write(wang, 0, RegisterPut{company, Register::Company, {}, {company::Rules}});
    QCOMPARE(store::activeRules(forger.database), 2);
    // What its program follows a desk says without anybody's right, and nothing beside it.
    QVERIFY(forger.write({}, 0, RegisterPut{desk, Register::Desk, {{desk::Rules, 2}}, {}}));
    QVERIFY(!forger.write({}, 0,
        RegisterPut{
            desk, Register::Desk, {{desk::Rules, 2}, {desk::Name, QStringLiteral("后台")}}, {}}));
}

void ForgedEntryTest::stockIsMovedByThoseWhoMay()
{
    SmallDesk small;
    const Id member = person(small, "member", {}, {}), worker = person(small, "technician", {}, {});
    const Id hose = small.addRow(Register::Supply,
        {{supply::Code, QStringLiteral("P20")}, {supply::Name, QStringLiteral("PVC管")},
            {supply::Unit, QStringLiteral("米")}});
    const Id staff = small.addRow(Register::Staff,
        {{staff::Login, QStringLiteral("x")}, {staff::Name, QStringLiteral("某人")}});
    const Id wang = small.desk().actor();
    small.close();
    Forger forger(small);
    const auto move = [&](const Id &by, const char *kind, qint64 quantity, const Id &what) {
        return forger.write(by, 0, StockMoved{what, QString::fromLatin1(kind), quantity, {}, {}});
    };
    QVERIFY(!move(member, "issued", -1000, hose));
    QVERIFY(!move(worker, "received", 1000, hose));
    QVERIFY(!move(worker, "later", 1000, hose));
    QVERIFY(move(wang, "received", 5000, hose));
    QVERIFY(move(worker, "issued", -1000, hose));
    QVERIFY(!move(wang, "received", 1000, staff));
    QVERIFY(!move(wang, "received", std::numeric_limits<qint64>::max(), hose));
    QVERIFY(!move(wang, "issued", std::numeric_limits<qint64>::min(), hose));
    forger.write(wang, 0, RegisterPut{hose, Register::Supply, {{supply::Quantity, 9}}, {}});
    QCOMPARE(store::loadRow(forger.database, hose)->row.values.number(supply::Quantity), 4000);
    // Taken beyond the last one it counts, and somebody will have to look.
    move(worker, "issued", -9000, hose);
    QCOMPARE(store::loadRow(forger.database, hose)->row.values.number(supply::Quantity), -5000);
    QVERIFY(forger.database.value("SELECT 1 FROM conflicts WHERE reason=4 AND other=0").isValid());
}

void ForgedEntryTest::nobodyErasesAlone()
{
    SmallDesk small;
    const Id wang = small.desk().actor();
    const Id clerk =
        small.addPerson(QStringLiteral("li"), QStringLiteral("李"), QStringLiteral("clerk"));
    const Id customer =
        small.addRow(Register::Customer, {{customer::Name, QStringLiteral("欧阳锋")}});
    const Id other = small.addRow(Register::Customer, {{customer::Name, QStringLiteral("周伯通")}});
    small.close();
    Forger forger(small);
    const auto own = record::openAccount(
        store::loadRow(forger.database, accountOf(wang))->row.values, QString());
    QVERIFY(own);
    const auto asking = [&](const char *name, const Id &by) {
        Values values{{erasure::Customer, QVariant::fromValue(customer)},
            {erasure::Basis, QStringLiteral("request")}};
        if (!by.isNull())
            values.set(erasure::AskedBy, QVariant::fromValue(by));
        return RegisterPut{Id::named(name), Register::Erasure, values, {}};
    };
    const Id asked = Id::named("asked");
    QVERIFY2(!forger.write(wang, 0, asking("nobody's", {})), "asked by nobody");
    QVERIFY2(!forger.write(wang, 0, asking("the clerk's", clerk)), "asked in another one's name");
    QVERIFY(!forger.write(wang, 0, Erased{Id::named("nobody's"), customer}, &*own));
    QVERIFY(forger.write(wang, 0, asking("own", wang)));
    QVERIFY(!forger.write(wang, 0, Erased{Id::named("own"), customer}, &*own));
    QVERIFY2(!forger.write(
                 wang, 0, RegisterPut{Id::named("own"), Register::Erasure, {}, {erasure::AskedBy}}),
        "made nobody's afterwards");
    QVERIFY(forger.write(clerk, 0, asking("asked", clerk)));
    QVERIFY2(!forger.write(wang, 0, Erased{asked, other}, &*own), "of somebody else");
    QVERIFY2(!forger.write(wang, 0, Erased{asked, customer}), "without a signature");
    QVERIFY(forger.write(wang, 0, Erased{asked, customer}, &*own));
}

void ForgedEntryTest::whatWasRevokedHasNoEffect()
{
    SmallDesk small;
    const Id grid = small.addGrid(QStringLiteral("01"), QStringLiteral("一区"));
    const Id chief = person(small, "chief", {}, {});
    const QString number = small.open({{field::Kind, QStringLiteral("repair")},
        {field::Title, QStringLiteral("漏水")}, {field::Grid, QVariant::fromValue(grid)}});
    const Id ticket = small.read().findTicket(number)->ticket.id;
    const Id given = small.read().grants().of(chief).front().id;
    small.desk().setActor(chief);
    small.act(number, QStringLiteral("accept"));
    small.signIn(QStringLiteral("wang"));
    small.submit(RevokeGrant{given, QStringLiteral("离职")});
    QVERIFY(small.read().grants().inForce(chief, small.clock.now_ms()).empty());
    small.desk().setActor(chief);
    const store::Verdict verdict =
        small.desk().submit(ActOnTicket{ticket, QStringLiteral("dispatch")}).result();
    QVERIFY(store::refused(verdict));
    small.close();
    {
        Forger forger(small);
        // Even under a clock of yesterday.
        QVERIFY(!forger.write(chief, small.clock.now_ms() - 86'400'000,
            StepTaken{ticket, QStringLiteral("dispatch"), QStringLiteral("with_team"), 1, chief, 0,
                {}, {}, {}}));
    }
    small.reopen();
    QCOMPARE(small.read().findTicket(number)->ticket.state, QStringLiteral("with_chief"));
    const auto conflicts = small.read().findConflicts();
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.constFirst().reason, store::ConflictReason::LackedRight);
    // It is no damage: every desk folds it to the same nothing.
    small.close();
    const store::DeskFolder folder{small.folder()};
    const auto damage =
        store::findDamage(folder, std::get<store::Secrets>(store::loadSecrets(folder)),
            [](const QString &, qint64, qint64) {});
    QVERIFY2(!damage, damage ? qPrintable(damage->what + damage->where) : "");
}

QTEST_GUILESS_MAIN(ForgedEntryTest)
#include "forged_entry_test.moc"
