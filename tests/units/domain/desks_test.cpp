// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/desks.h"

#include <QTest>

using namespace domain;
using namespace support;

namespace
{

const Id invited = Id::named("new desk"), other = Id::named("other desk");
const QByteArray token("twelve bytes"), key(32, 'k');

QString outcomeOf(const Decision &decision)
{
    const auto *refusal = std::get_if<Refusal>(&decision);
    return refusal ? refusal->field + QLatin1Char('|') + refusal->what : QStringLiteral("done");
}

RegisterRow grantOf(const Id &person, const char *role)
{
    return {Id::named("grant"), Register::Grant,
        {{grant::Person, QVariant::fromValue(person)}, {grant::Role, QString::fromLatin1(role)}}};
}

/// A company whose administrator "wang" is signed in, and whose first desk is 01.
class Company : public FakeSurroundings
{
public:
    explicit Company(const char *role = "administrator")
    {
        isSigned = true;
        given.put(grantOf(me, role));
        put({here, Register::Desk,
            {{desk::Name, QStringLiteral("前台")}, {desk::Prefix, QStringLiteral("01")},
                {desk::Letter, QStringLiteral("A")}, {desk::PublicKey, QByteArray(32, 'h')}}});
        codes.insert({Register::Grid, QStringLiteral("G1")}, Id::named("grid"));
    }

    void put(const RegisterRow &row)
    {
        rows.insert(row.id, row);
        filed.insert(row.id, {row.reg, {}});
        codes.insert({row.reg, row.values.text(desk::Prefix)}, row.id);
    }

    /// Carries out what was decided.
    void take(const Decision &decision)
    {
        for (const Event &event : std::get<Events>(decision)) {
            const auto &put = std::get<RegisterPut>(event);
            RegisterRow row = rows.value(put.row, {put.row, put.reg, {}});
            row.values.merge(put.values);
            this->put(row);
        }
    }

    InviteDesk invitation() const
    {
        return {invited, QStringLiteral("二楼"), {}, {}, {}, hashOfToken(token), now + 600'000};
    }
};

} // namespace

/// How a computer becomes a desk of the company, and how it is shut out.
class DesksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInvitationIsComplete_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("grids");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("the next number") << QString() << QString() << QString() << "done";
        QTest::newRow("its own number") << "A7"
                                        << "none" << QString() << "done";
        QTest::newRow("taken") << "01" << QString() << QString()
                               << "prefix|Another desk numbers its tickets with \"01\".";
        QTest::newRow("no number")
            << "0-4" << QString() << QString() << "prefix|\"0-4\" can't begin a ticket's number.";
        QTest::newRow("its grids") << QString() << "grids"
                                   << "G1"
                                   << "done";
        QTest::newRow("no grids") << QString() << "grids" << QString()
                                  << "grids|It is not said which grids the desk is for.";
        QTest::newRow("unknown grid") << QString() << "grids"
                                      << "G1,G9"
                                      << "grids|There is no grid \"G9\".";
    }

    void anInvitationIsComplete()
    {
        QFETCH(QString, prefix);
        QFETCH(QString, scope);
        QFETCH(QString, grids);
        const Company around;
        InviteDesk invitation = around.invitation();
        invitation.prefix = prefix;
        invitation.scope = scope;
        invitation.grids = grids;
        QTEST(outcomeOf(decide(invitation, around)), "outcome");
    }

    void anInvitedDeskHasANameAndAnUnusedNumber()
    {
        Company around;
        around.take(decide(around.invitation(), around));
        const Values row = around.rows[invited].values;
        QCOMPARE(row.text(desk::Prefix), QStringLiteral("02"));
        QCOMPARE(row.text(desk::Letter), QStringLiteral("A"));
        QCOMPARE(row.text(desk::Scope), QStringLiteral("company"));
        QVERIFY(row[desk::Invitation].toByteArray() != token);
        QVERIFY(refusalOfDesk(around.rows[invited]));
    }

    void onlyAnAdministratorUnderSignatureSpeaksOfDesks_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("administrator") << QByteArray("administrator") << true << true;
        QTest::newRow("unsigned") << QByteArray("administrator") << false << false;
        QTest::newRow("manager") << QByteArray("manager") << true << false;
        QTest::newRow("clerk") << QByteArray("clerk") << true << false;
    }

    void onlyAnAdministratorUnderSignatureSpeaksOfDesks()
    {
        QFETCH(QByteArray, role);
        QFETCH(bool, isSigned);
        QFETCH(bool, isDone);
        Company around(role.constData());
        around.isSigned = isSigned;
        around.put({other, Register::Desk,
            {{desk::Prefix, QStringLiteral("07")}, {desk::PublicKey, key}}});
        const Decision deeds[] = {decide(around.invitation(), around),
            decide(AdmitDesk{.desk = invited, .publicKey = key}, around),
            decide(RevokeDesk{other, {}}, around),
            decide(PutRow{Register::Desk, other, {{desk::Scope, QStringLiteral("none")}}, {}},
                around)};
        for (const Decision &deed : deeds)
            QVERIFY2((outcomeOf(deed) == u"done") == isDone, qPrintable(outcomeOf(deed)));
    }

    void whoeverShowsTheTokenIsLetIn_data()
    {
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("publicKey");
        QTest::addColumn<bool>("isIn");
        QTest::newRow("at once") << token << 0 << key << true;
        QTest::newRow("at the last moment") << token << 9 << key << true;
        QTest::newRow("too late") << token << 10 << key << false;
        QTest::newRow("another token") << QByteArray("twelve bytez") << 0 << key << false;
        QTest::newRow("the hash") << hashOfToken(token) << 0 << key << false;
        QTest::newRow("no key") << token << 0 << QByteArray() << false;
        QTest::newRow("half a key") << token << 0 << key.first(16) << false;
    }

    void whoeverShowsTheTokenIsLetIn()
    {
        QFETCH(QByteArray, shown);
        QFETCH(int, minutes);
        QFETCH(QByteArray, publicKey);
        QFETCH(bool, isIn);
        Company around;
        around.take(decide(around.invitation(), around));
        around.me = {}; // nobody sits there
        around.isSigned = false;
        around.now += minutes * 60'000;
        const Decision decision =
            decide(AdmitDesk{.desk = invited, .publicKey = publicKey, .token = shown}, around);
        QVERIFY2((outcomeOf(decision) == u"done") == isIn, qPrintable(outcomeOf(decision)));
        if (!isIn)
            return;
        around.take(decision);
        QVERIFY(!refusalOfDesk(around.rows[invited]));
        QVERIFY(
            outcomeOf(decide(AdmitDesk{.desk = invited, .publicKey = key, .token = shown}, around))
            != u"done");
    }

    /// What a foreign program writes into the record is judged as it folds.
    void aPutSaysNoMoreThanItMay_data()
    {
        QTest::addColumn<Values>("values");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("the key") << Values{{desk::PublicKey, key}, {desk::Token, token}} << true;
        QTest::newRow("and a letter") << Values{{desk::PublicKey, key}, {desk::Token, token},
            {desk::Letter, QStringLiteral("A")}}
                                      << true;
        QTest::newRow("and a scope") << Values{{desk::PublicKey, key}, {desk::Token, token},
            {desk::Scope, QStringLiteral("company")}}
                                     << false;
        QTest::newRow("and another number") << Values{{desk::PublicKey, key}, {desk::Token, token},
            {desk::Prefix, QStringLiteral("01")}}
                                            << false;
        QTest::newRow("without the token") << Values{{desk::PublicKey, key}} << false;
        QTest::newRow("a letter") << Values{{desk::Letter, QStringLiteral("B")}} << true;
        QTest::newRow("rules") << Values{{desk::Rules, 2}} << true;
        QTest::newRow("a letter and a name")
            << Values{{desk::Letter, QStringLiteral("B")}, {desk::Name, QStringLiteral("x")}}
            << false;
        QTest::newRow("nothing") << Values{} << false;
    }

    void aPutSaysNoMoreThanItMay()
    {
        QFETCH(Values, values);
        QFETCH(bool, isAllowed);
        Company around;
        InviteDesk invitation = around.invitation();
        invitation.scope = QStringLiteral("none");
        around.take(decide(invitation, around));
        const Standing standing{around.given, [](const Id &) { return nullptr; },
            [&](const Id &id) { return around.findRow(id); }};
        const Event put = RegisterPut{invited, Register::Desk, values, {}};
        const Actor desk{{}, around.now, false, {}, invited};
        QCOMPARE(!judge({&put, 1}, desk, standing), isAllowed);
        // Neither may it take something away, nor be about a desk that nobody invited.
        const Event clears = RegisterPut{invited, Register::Desk, values, {desk::Scope}};
        QVERIFY(judge({&clears, 1}, desk, standing));
        const Event stranger = RegisterPut{other, Register::Desk, values, {}};
        QVERIFY(judge({&stranger, 1}, desk, standing));
    }

    void aRevokedDeskStaysOut()
    {
        Company around;
        around.take(decide(AdmitDesk{.desk = invited, .publicKey = key}, around));
        QVERIFY(!refusalOfDesk(around.rows[invited]));
        around.take(decide(RevokeDesk{invited, QStringLiteral("lost")}, around));
        QVERIFY(refusalOfDesk(around.rows[invited])->what.contains(u"revoked"));
        QVERIFY(around.rows[invited].values.has(desk::Revoked));
        QVERIFY(outcomeOf(decide(RevokeDesk{invited, {}}, around)) != u"done");
        QVERIFY(outcomeOf(decide(AdmitDesk{.desk = invited, .publicKey = key}, around)) != u"done");
        QVERIFY(outcomeOf(decide(RevokeDesk{around.here, {}}, around)) != u"done");
    }

    void aDeskIsNotWrittenByHand()
    {
        Company around;
        const auto outcome = [&](const Id &row, const Values &values) {
            return outcomeOf(decide(PutRow{Register::Desk, row, values, {}}, around));
        };
        QCOMPARE(
            outcome(around.here, {{desk::Name, QStringLiteral("大厅")}}), QStringLiteral("done"));
        QVERIFY(outcome(around.here, {{desk::PublicKey, key}}) != u"done");
        QVERIFY(outcome(invited,
                    {{desk::Name, QStringLiteral("x")}, {desk::Prefix, QStringLiteral("09")},
                        {desk::Letter, QStringLiteral("A")}})
            != u"done");
        QVERIFY(outcomeOf(decide(RemoveRow{Register::Desk, around.here}, around)) != u"done");
    }
};

QTEST_GUILESS_MAIN(DesksTest)
#include "desks_test.moc"
