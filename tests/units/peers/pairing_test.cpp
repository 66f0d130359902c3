// SPDX-License-Identifier: GPL-3.0-or-later
#include "two_sides.h"

#include "peers/invitation.h"

#include <QTest>

#include <set>

using namespace peers;
using namespace support;

namespace
{

Greeted greeted(Purpose purpose, const char *transcript = "all that was said")
{
    return {domain::Id::named("peer"), QByteArray(32, 'k'), purpose, transcript};
}

} // namespace

/// How a new desk is let in: by the code of an invitation, or by two people who compare six digits.
class PairingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInvitationIsReadBack_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how :
            {"as printed", "small", "no dashes", "blanks", "full width", "look alike"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void anInvitationIsReadBack()
    {
        QFETCH(QString, how);
        for (quint64 seed = 0; seed < 50; ++seed) {
            SeededRandom random(seed);
            const InvitationCode code = InvitationCode::fresh(QByteArray(32, char(seed)), random);
            QString typed = code.text();
            QCOMPARE(typed.size(), 35 + 6);
            if (how == u"small")
                typed = typed.toLower();
            else if (how == u"no dashes")
                typed.remove(u'-');
            else if (how == u"blanks")
                typed.replace(u'-', u' ');
            else if (how == u"full width")
                typed.replace(u'0', u'０').replace(u'A', u'Ａ').replace(u'-', u'－');
            else if (how == u"look alike")
                typed.replace(u'0', u'O').replace(u'1', u'l').replace(u'V', u'u');
            const auto read = InvitationCode::read(typed);
            QVERIFY2(std::holds_alternative<InvitationCode>(read), qPrintable(typed));
            QCOMPARE(std::get<InvitationCode>(read).token, code.token);
            QVERIFY(std::get<InvitationCode>(read).isOf(QByteArray(32, char(seed))));
            QVERIFY(!std::get<InvitationCode>(read).isOf(QByteArray(32, char(seed + 1))));
        }
    }

    void aMistypedInvitationIsNoticed()
    {
        SeededRandom random(7);
        const QString text = InvitationCode::fresh(QByteArray(32, 'k'), random).text();
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at] == u'-')
                continue;
            QString typed = text;
            typed[at] = typed[at] == u'7' ? u'8' : u'7';
            const auto read = InvitationCode::read(typed);
            QVERIFY(std::holds_alternative<InvitationCode::Fault>(read));
        }
        QVERIFY(std::get<InvitationCode::Fault>(InvitationCode::read(QStringLiteral("hello")))
            == InvitationCode::Fault::NoCode);
    }

    void anInvitedDeskShowsItsToken()
    {
        SeededRandom random;
        JoiningTalk joining(greeted(Purpose::Join), QByteArray("a token"));
        AdmittingTalk admitting(greeted(Purpose::Join), random);
        converse(joining, admitting, joining.start(), {});
        QVERIFY(admitting.state() == AdmittingTalk::State::Admitting);
        QCOMPARE(admitting.admission().token, QByteArray("a token"));
        QCOMPARE(admitting.admission().desk, domain::Id::named("peer"));
        joining.receive(
            admitting.welcome(domain::Id::named("company"), QByteArray(32, 'f')) + "rest");
        QVERIFY(joining.state() == JoiningTalk::State::Done);
        QCOMPARE(joining.welcome().company, domain::Id::named("company"));
        QCOMPARE(joining.takeRest(), QByteArray("rest"));
    }

    void aTokenThatIsNotGoodIsRefused()
    {
        SeededRandom random;
        JoiningTalk joining(greeted(Purpose::Join), QByteArray("a token"));
        AdmittingTalk admitting(greeted(Purpose::Join), random);
        converse(joining, admitting, joining.start(), {});
        joining.receive(admitting.fail(Objection::NotInvited));
        QVERIFY(joining.state() == JoiningTalk::State::Failed && joining.isByPeer());
        QVERIFY(joining.objection() == Objection::NotInvited);
    }

    void twoPeopleSeeTheSameCode()
    {
        std::set<QString> codes;
        for (quint64 seed = 0; seed < 100; ++seed) {
            SeededRandom one(seed), other(seed + 1000);
            JoiningTalk joining(greeted(Purpose::Compare), one);
            AdmittingTalk admitting(greeted(Purpose::Compare), other);
            converse(joining, admitting, joining.start(), {}, qsizetype(seed % 5));
            QVERIFY(joining.state() == JoiningTalk::State::Comparing);
            QCOMPARE(joining.code(), admitting.code());
            QCOMPARE(joining.code().size(), 6);
            codes.insert(joining.code());
        }
        QVERIFY(codes.size() > 95);
    }

    void bothPeopleHaveToSayYes_data()
    {
        QTest::addColumn<bool>("guestFirst");
        QTest::newRow("the guest first") << true;
        QTest::newRow("the host first") << false;
    }

    void bothPeopleHaveToSayYes()
    {
        QFETCH(bool, guestFirst);
        SeededRandom one(1), other(2);
        JoiningTalk joining(greeted(Purpose::Compare), one);
        AdmittingTalk admitting(greeted(Purpose::Compare), other);
        converse(joining, admitting, joining.start(), {});
        const domain::AdmitDesk as{.desk = domain::Id::named("somebody else"),
            .name = QStringLiteral("二楼"),
            .publicKey = QByteArray(32, 'x'),
            .token = "t"};
        if (!guestFirst)
            admitting.answer(as);
        QVERIFY(admitting.state() == AdmittingTalk::State::Comparing);
        admitting.receive(joining.confirm());
        if (guestFirst) {
            QVERIFY(admitting.state() == AdmittingTalk::State::Comparing);
            admitting.answer(as);
        }
        QVERIFY(admitting.state() == AdmittingTalk::State::Admitting);
        // What was proven is admitted, whatever the form says.
        QCOMPARE(admitting.admission().desk, domain::Id::named("peer"));
        QCOMPARE(admitting.admission().publicKey, QByteArray(32, 'k'));
        QVERIFY(admitting.admission().token.isEmpty());
        joining.receive(admitting.welcome(domain::Id::named("company"), QByteArray(32, 'f')));
        QVERIFY(joining.state() == JoiningTalk::State::Done);
    }

    /// A company that nobody agreed to doesn't take a desk in.
    void nobodyIsWelcomedUnasked()
    {
        SeededRandom one(1), other(2);
        JoiningTalk joining(greeted(Purpose::Compare), one);
        AdmittingTalk admitting(greeted(Purpose::Compare), other);
        converse(joining, admitting, joining.start(), {});
        joining.receive(admitting.welcome(domain::Id::named("company"), QByteArray(32, 'f')));
        QVERIFY(joining.state() == JoiningTalk::State::Failed);
    }

    /// Somebody in between talks to each side alone: what was said differs, so the codes do.
    void somebodyInBetweenShowsTwoCodes()
    {
        int equal = 0;
        for (quint64 seed = 0; seed < 200; ++seed) {
            SeededRandom one(seed), other(seed + 1000), between(seed + 2000), also(seed + 3000);
            JoiningTalk guest(greeted(Purpose::Compare, "guest and between"), one);
            AdmittingTalk toGuest(greeted(Purpose::Compare, "guest and between"), between);
            JoiningTalk toHost(greeted(Purpose::Compare, "between and host"), also);
            AdmittingTalk host(greeted(Purpose::Compare, "between and host"), other);
            converse(guest, toGuest, guest.start(), {});
            converse(toHost, host, toHost.start(), {});
            equal += guest.code() == host.code();
        }
        QCOMPARE(equal, 0);
    }

    /// Whoever opens another number than the one it was bound to could have chosen the code.
    void aNumberChosenLaterIsRefused()
    {
        SeededRandom random;
        AdmittingTalk admitting(greeted(Purpose::Compare), random);
        const QByteArray bound(32, 'a'), chosen(32, 'b');
        admitting.receive(encodeOpening(Commit{commitmentTo("all that was said", bound)}));
        admitting.receive(encodeOpening(Reveal{chosen}));
        QVERIFY(admitting.state() == AdmittingTalk::State::Failed);
        QVERIFY(admitting.code().isEmpty());
    }

    void stepsOutOfTurnAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("reveals first") << encodeOpening(Reveal{QByteArray(32, 'a')});
        QTest::newRow("confirms first") << encodeOpening(Confirm{});
        QTest::newRow("token") << encodeOpening(ShowToken{"token"});
        QTest::newRow("welcome") << encodeOpening(Welcome{{}, QByteArray(32, 'f')});
        const QByteArray commit = encodeOpening(Commit{QByteArray(32, 'c')});
        QTest::newRow("binds itself twice") << commit + commit;
        QTest::newRow("garbage") << QByteArray(100, '\xee');
    }

    void stepsOutOfTurnAreRefused()
    {
        QFETCH(QByteArray, bytes);
        SeededRandom random;
        AdmittingTalk admitting(greeted(Purpose::Compare), random);
        admitting.receive(bytes);
        QVERIFY(admitting.state() == AdmittingTalk::State::Failed);
    }
};

QTEST_GUILESS_MAIN(PairingTest)
#include "pairing_test.moc"
