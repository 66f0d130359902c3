// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "domain/account.h"
#include "store/attempts.h"

#include <QFile>
#include <QTest>

using namespace domain;
using support::SmallDesk;

/// Signing in: who gets in, who waits, and what a stranger learns.
class SignInTest : public QObject
{
    Q_OBJECT

    static void givePassword(SmallDesk &small, const QString &login, const QString &password)
    {
        const auto person = small.read().findRowByCode(Register::Staff, login);
        const store::Verdict verdict =
            small.desk()
                .setPassword(person->row.id, password, record::PasswordCost::least())
                .result();
        if (const Refusal *refusal = store::refused(verdict))
            qFatal("%s", qPrintable(refusal->text()));
    }

    static store::SignedIn tryOnce(SmallDesk &small, const QString &login, const QString &password)
    {
        return store::signIn(
            small.read(), small.desk().folder(), small.desk().secrets(), login, password);
    }

    static QString refusalOf(const store::SignedIn &answer)
    {
        const auto *refusal = std::get_if<Refusal>(&answer);
        return refusal ? refusal->what : QString();
    }

private Q_SLOTS:
    void aPasswordLetsIn()
    {
        SmallDesk small;
        small.addPerson(QStringLiteral("li"), QStringLiteral("李明"), QStringLiteral("clerk"));
        small.signIn(QStringLiteral("li")); // none was given yet
        QVERIFY(!small.desk().who().isSigned);
        const Id li = small.desk().actor();
        QVERIFY(!store::hasPassword(small.read(), li));
        givePassword(small, QStringLiteral("li"), QStringLiteral("晴天 2026"));
        QVERIFY(small.desk().who().isSigned);
        QVERIFY(store::hasPassword(small.read(), li));
        small.reopen();
        QVERIFY(!refusalOf(tryOnce(small, QStringLiteral("li"), {})).isEmpty());
        QVERIFY(!refusalOf(tryOnce(small, QStringLiteral("li"), QStringLiteral("晴天 2025")))
                     .isEmpty());
        small.signIn(QStringLiteral("li"), QStringLiteral("晴天 2026"));

        // The next password opens the same key, so what was signed before stays signed.
        const auto key = [&] {
            return small.read()
                .findRow(accountOf(li))
                ->row.values[account::PublicKey]
                .toByteArray();
        };
        const QByteArray before = key();
        givePassword(small, QStringLiteral("li"), QStringLiteral("another one"));
        QCOMPARE(key(), before);
        QVERIFY(!refusalOf(tryOnce(small, QStringLiteral("li"), QStringLiteral("晴天 2026")))
                     .isEmpty());
        small.signIn(QStringLiteral("li"), QStringLiteral("another one"));
    }

    void onlyAnAdministratorGivesAnotherOneAPassword()
    {
        SmallDesk small;
        const Id li =
            small.addPerson(QStringLiteral("li"), QStringLiteral("李明"), QStringLiteral("clerk"));
        small.addPerson(QStringLiteral("zhou"), QStringLiteral("周"), QStringLiteral("manager"));
        givePassword(small, QStringLiteral("li"), QStringLiteral("first"));
        small.signIn(QStringLiteral("zhou"));
        QVERIFY(store::refused(small.desk().setPassword(li, QStringLiteral("x")).result()));
        small.signIn(QStringLiteral("wang"));
        givePassword(small, QStringLiteral("li"), QStringLiteral("second"));
        small.signIn(QStringLiteral("li"), QStringLiteral("second"));
    }

    void whoLostTheRightsStaysOut()
    {
        SmallDesk small;
        const Id li =
            small.addPerson(QStringLiteral("li"), QStringLiteral("李明"), QStringLiteral("clerk"));
        small.submit(RevokeGrant{small.read().grants().of(li).front().id, {}});
        QVERIFY(!refusalOf(tryOnce(small, QStringLiteral("li"), {})).isEmpty());
        small.submit(RemoveRow{Register::Staff,
            small.addPerson(
                QStringLiteral("zhou"), QStringLiteral("周"), QStringLiteral("clerk"))});
        QVERIFY(!refusalOf(tryOnce(small, QStringLiteral("zhou"), {})).isEmpty());
    }

    /// Nobody learns whether there is such a login: the same words, and behind both the same work.
    void aStrangerLearnsNothing()
    {
        SmallDesk small;
        givePassword(small, QStringLiteral("wang"), QStringLiteral("secret"));
        for (int wrong = 0; wrong < 6; ++wrong) {
            QCOMPARE(refusalOf(tryOnce(small, QStringLiteral("wang"), QStringLiteral("guess"))),
                refusalOf(tryOnce(small, QStringLiteral("nobody"), QStringLiteral("guess"))));
        }
    }

    void tenThousandWrongPasswordsLockNobodyElseOut()
    {
        SmallDesk small;
        small.addPerson(QStringLiteral("li"), QStringLiteral("李明"), QStringLiteral("clerk"));
        givePassword(small, QStringLiteral("li"), QStringLiteral("right"));
        givePassword(small, QStringLiteral("wang"), QStringLiteral("also right"));
        int counted = 0;
        const qint64 begin_ms = small.clock.now_ms();
        for (int wrong = 0; wrong < 10'000; ++wrong) {
            const QString what =
                refusalOf(tryOnce(small, QStringLiteral("li"), QString::number(wrong)));
            QVERIFY(!what.isEmpty());
            counted += !what.startsWith(u"Too many");
            small.clock.set_ms(small.clock.now_ms() + 1'000);
        }
        // One try a second for nearly three hours: of them only those count that waited.
        const qint64 minutes = (small.clock.now_ms() - begin_ms) / 60'000;
        QVERIFY2(counted <= 10 + minutes / 5 + 1, qPrintable(QString::number(counted)));
        small.signIn(QStringLiteral("wang"), QStringLiteral("also right"));
        QVERIFY(refusalOf(tryOnce(small, QStringLiteral("li"), QStringLiteral("right")))
                    .startsWith(u"Too many"));
        small.clock.passMinutes(6);
        small.signIn(QStringLiteral("li"), QStringLiteral("right"));
        QVERIFY(refusalOf(tryOnce(small, QStringLiteral("li"), QStringLiteral("wrong again")))
                    .startsWith(u"The login"));
    }

    void tenThousandLoginsFillNoDisk()
    {
        SmallDesk small;
        store::Attempts attempts(small.desk().folder(), small.desk().secrets());
        for (int tries = 0; tries < 5; ++tries)
            attempts.noteWrong(QStringLiteral("li"), 1'000);
        for (int login = 0; login < 3'000; ++login)
            attempts.noteWrong(QStringLiteral("stranger %1").arg(login), 1'000);
        const QString path = small.desk().folder().attempts();
        QVERIFY(QFile(path).size() < 100'000);
        QVERIFY2(attempts.waitFor_ms(QStringLiteral("li"), 1'000) > 0,
            "those who wait longest are remembered longest");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("stranger"));
    }

    void aDamagedBookOfAttemptsLocksNobodyOut()
    {
        SmallDesk small;
        QFile file(small.desk().folder().attempts());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(300'000, '\x9f'));
        file.close();
        small.signIn(QStringLiteral("wang"));
        // Neither does a clock that was ahead.
        store::Attempts attempts(small.desk().folder(), small.desk().secrets());
        for (int tries = 0; tries < 20; ++tries)
            attempts.noteWrong(QStringLiteral("wang"), small.clock.now_ms() + 86'400'000);
        small.signIn(QStringLiteral("wang"));
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "sign_in_test.moc"
