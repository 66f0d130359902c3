// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "domain/fold.h"
#include "store/check.h"
#include "store/erased.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"

#include <QDirIterator>
#include <QTest>

using namespace domain;
using support::SmallDesk;

/// A customer's data from the look at them to their end.
class ErasureTest : public QObject
{
    Q_OBJECT

    /// A day at the counter: a clerk, a manager with a password, and a customer whose leak was mended.
    struct Day {
        Day()
        {
            small.addPerson(
                QStringLiteral("fang"), QStringLiteral("方洁"), QStringLiteral("clerk"));
            const Id zhou = small.addPerson(
                QStringLiteral("zhou"), QStringLiteral("周敏"), QStringLiteral("manager"));
            small.desk()
                .setPassword(zhou, QStringLiteral("晴"), record::PasswordCost::least())
                .result();
            number = small.open(
                {{field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("漏水")},
                    {field::Address, QStringLiteral("桃花岛路9号")},
                    {field::PrivateNote, QStringLiteral("钥匙在邻居家")}},
                {.name = QStringLiteral("欧阳锋"), .phone = QStringLiteral("13900001234")});
            customer = small.read().findTicket(number)->ticket.values[field::Customer].value<Id>();
        }

        void finish()
        {
            small.act(
                number, QStringLiteral("cancel"), {{field::Reason, QStringLiteral("已自行修好")}});
        }

        store::Verdict ask()
        {
            erasure = small.desk().freshId();
            return small.desk()
                .submit(AskErasure{
                    erasure, customer, QStringLiteral("request"), QStringLiteral("搬走了")})
                .result();
        }
        store::Verdict answer(bool isApproved = true)
        {
            return small.desk().submit(AnswerErasure{erasure, isApproved, {}}).result();
        }
        void erase()
        {
            finish();
            small.signIn(QStringLiteral("fang"));
            QVERIFY(store::accepted(ask()));
            small.signIn(QStringLiteral("zhou"), QStringLiteral("晴"));
            QVERIFY(store::accepted(answer()));
        }

        QByteArray wrappedKey()
        {
            store::Statement find(
                small.read().database().handle(), "SELECT wrapped FROM sealing_keys WHERE owner=?");
            return find.bind(1, customer).step() ? find.blob(0) : QByteArray();
        }

        SmallDesk small;
        QString number;
        Id customer;
        Id erasure;
    };

    static QStringList filesWith(const QString &folder, const QByteArray &bytes)
    {
        QStringList found;
        QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                found << file.fileName();
        }
        return found;
    }

private Q_SLOTS:
    void takesTwoPeople()
    {
        Day day;
        day.finish();
        day.small.signIn(QStringLiteral("zhou"), QStringLiteral("晴"));
        QVERIFY(store::accepted(day.ask()));
        QVERIFY2(store::refused(day.answer()), "who asks doesn't approve");
        day.small.signIn(QStringLiteral("fang"));
        QVERIFY2(store::refused(day.answer()), "a clerk doesn't approve");
        day.small.desk().setActor(
            day.small.read().findRowByCode(Register::Staff, QStringLiteral("wang"))->row.id);
        QVERIFY2(store::refused(day.answer()), "nobody approves without signing");
        QVERIFY(!day.wrappedKey().isEmpty());
        day.small.signIn(QStringLiteral("wang"));
        QVERIFY(store::accepted(day.answer()));
        QVERIFY(store::refused(day.answer()));
    }

    void aRefusedOneChangesNothing()
    {
        Day day;
        day.finish();
        QVERIFY(store::accepted(day.ask()));
        day.small.signIn(QStringLiteral("zhou"), QStringLiteral("晴"));
        QVERIFY(store::accepted(day.answer(false)));
        QVERIFY(!day.wrappedKey().isEmpty());
        QVERIFY(store::refused(day.answer()));
    }

    void waitsForWorkUnderWay()
    {
        Day day;
        const store::Verdict verdict = day.ask();
        QVERIFY(store::refused(verdict));
        QVERIFY(store::refused(verdict)->what.contains(day.number));
    }

    void leavesNothingThatOpens()
    {
        Day day;
        day.small.desk().indexPeopleNow();
        QCOMPARE(day.small.read().findCustomers(QStringLiteral("欧阳"), 9).size(), 1);
        const QByteArray wrapped = day.wrappedKey();
        QVERIFY(!filesWith(day.small.folder(), wrapped).isEmpty());
        day.erase();
        QVERIFY(day.wrappedKey().isEmpty());
        QCOMPARE(filesWith(day.small.folder(), wrapped), QStringList());
        QVERIFY(day.small.read().findCustomers(QStringLiteral("欧阳"), 9).isEmpty());
        QVERIFY(day.small.read().findCustomers(QStringLiteral("1234"), 9).isEmpty());

        // The ticket stays, without the person.
        const auto ticket = day.small.read().findTicket(day.number);
        QCOMPARE(ticket->ticket.values.text(field::Title), QStringLiteral("漏水"));
        QVERIFY(
            day.small.read().open(field::Address, ticket->ticket.values[field::Address]).isEmpty());
        QCOMPARE(day.small.read().countTickets({}), 1);
        const auto remembered = store::erasedOwners({day.small.folder()});
        QVERIFY(std::get<QSet<Id>>(remembered).contains(day.customer));
    }

    void standsAgainstWhateverComesLater()
    {
        Day day;
        day.erase();
        day.small.signIn(QStringLiteral("fang"));
        QVERIFY(store::refused(day.small.desk()
                                   .submit(PutRow{Register::Customer, day.customer,
                                       {{customer::Name, QStringLiteral("欧阳锋")}}, {}})
                                   .result()));
        OpenTicket again{.ticket = day.small.desk().freshId(),
            .values = {
                {field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("漏水")}}};
        again.customer.known = day.customer;
        QVERIFY(store::refused(day.small.desk().submit(again).result()));
        // A note about the ticket belongs to the ticket; it makes no new key for who is gone.
        day.small.act(
            day.number, QStringLiteral("note"), {{field::PrivateNote, QStringLiteral("阀门已换")}});
        QVERIFY(day.wrappedKey().isEmpty());
        // An edit from elsewhere that knew nothing of it has no effect.
        RegisterRow row{day.customer, Register::Customer, {{customer::Erased, qint64(1)}}, true};
        QCOMPARE(fold(row,
                     RegisterPut{day.customer, Register::Customer,
                         {{customer::Name, QStringLiteral("欧阳锋")}}, {}}),
            Effect::Void);
        QVERIFY(!row.values.has(customer::Name));
    }

    void isCleanAndTheSameAfterARebuild()
    {
        Day day;
        day.erase();
        const store::Digest before = store::findDigest(day.small.read().database());
        QVERIFY(!day.small.desk()
                     .maintain([](store::Database &database) { store::rebuild(database); })
                     .result());
        QCOMPARE(store::findDigest(day.small.read().database()).projection, before.projection);
        day.small.close();
        const store::DeskFolder folder{day.small.folder()};
        const auto damage =
            store::findDamage(folder, std::get<store::Secrets>(store::loadSecrets(folder)),
                [](const QString &, qint64, qint64) {});
        QVERIFY2(!damage, damage ? qPrintable(damage->what + damage->where) : "");
    }

    void aDeskThatFailedToRememberRemembersLater()
    {
        Day day;
        day.erase();
        QVERIFY(QFile::remove(day.small.desk().folder().erased()));
        day.small.close();
        day.small.reopen();
        QVERIFY(!day.small.desk().startWriting());
        QVERIFY(
            std::get<QSet<Id>>(store::erasedOwners({day.small.folder()})).contains(day.customer));
    }

    void looksAreOnRecord()
    {
        Day day;
        const Id ticket = day.small.read().findTicket(day.number)->ticket.id;
        day.small.signIn(QStringLiteral("fang"));
        const Id fang = day.small.desk().actor();
        const auto look = [&](const char *purpose, const QString &reason, const Id &ofTicket) {
            return day.small.desk()
                .submit(LookAt{day.customer, ofTicket, QString::fromLatin1(purpose), reason})
                .result();
        };
        QVERIFY(store::accepted(look("work", {}, ticket)));
        QVERIFY(store::refused(look("reveal", QStringLiteral(" "), {})));
        QVERIFY(store::accepted(look("reveal", QStringLiteral("核对电话"), {})));
        QVERIFY(store::refused(look("curiosity", {}, {})));
        day.small.signIn(QStringLiteral("zhou"), QStringLiteral("晴"));
        QVERIFY2(store::refused(look("reveal", QStringLiteral("想看看"), {})),
            "a manager reads figures, not people");

        const auto looks = day.small.read().findLooks({.customer = day.customer});
        QCOMPARE(looks.size(), 2);
        QCOMPARE(looks[0].purpose, QStringLiteral("reveal"));
        QCOMPARE(looks[0].reason, QStringLiteral("核对电话"));
        QCOMPARE(looks[1].ticket, day.number);
        QCOMPARE(looks[1].person, fang);
        QCOMPARE(day.small.read().countLooks({.person = fang}), 2);
        QCOMPARE(
            day.small.read().countLooks({.person = fang, .from_ms = day.small.clock.now_ms() + 1}),
            0);
    }
};

QTEST_GUILESS_MAIN(ErasureTest)
#include "erasure_test.moc"
