// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_keyring.h"
#include "support/small_desk.h"

#include "store/key_care.h"

#include <QTest>

using namespace store;
using namespace Qt::StringLiterals;
using domain::Refusal;
using record::SlotKind;
using Mood = support::FakeKeyring::Mood;

/// A desk's key through the years: founded open, protected, its keyring lost, its passphrase forgotten.
class KeyCareTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    support::SeededRandom m_random;
    support::FakeKeyring m_keyring;
    Secrets m_secrets;

    DeskFolder folder() const { return {m_dir->path()}; }
    static record::Stretching quick() { return record::Stretching::quickest(); }

    void become(const KeyChange &change)
    {
        if (const auto *refusal = std::get_if<Refusal>(&change))
            QFAIL(qPrintable(refusal->text()));
        m_secrets = std::get<Secrets>(change);
    }
    void protect()
    {
        become(setPassphrase(folder(), m_secrets, u"correct horse"_s, quick(), m_random));
    }
    record::RecoveryCode printCode()
    {
        const auto code = record::RecoveryCode::fresh(m_random);
        become(setRecoveryCode(folder(), m_secrets, code, m_random));
        return code;
    }

    /// "" when it opens as the desk that it was, else the refusal.
    QString opening(const Unlocking &unlocking = {}) const
    {
        const auto loaded = loadSecrets(folder(), unlocking);
        if (const auto *refusal = std::get_if<Refusal>(&loaded))
            return refusal->text();
        const auto &secrets = std::get<Secrets>(loaded);
        return secrets.deskKey == m_secrets.deskKey && secrets.desk == m_secrets.desk
                && secrets.feed == m_secrets.feed
            ? QString()
            : u"another desk"_s;
    }
    QByteArray file() const
    {
        QFile file(folder().secrets());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_keyring = {};
        m_secrets = Secrets::fresh(1, m_random);
        QVERIFY(!saveSecrets(folder(), m_secrets, m_random));
    }

    void aNewDeskStandsOpen()
    {
        QCOMPARE(opening(), QString());
        QCOMPARE(protectionOf(m_secrets.keySlots), Protection::None);
    }

    void aFileOfTheFirstFormatIsStillRead()
    {
        const QByteArray body = encodeSecrets(m_secrets);
        QFile old(folder().secrets());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(QCryptographicHash::hash(body, QCryptographicHash::Blake2b_256) + body);
        old.close();
        QCOMPARE(opening(), QString());
        protect();
        QVERIFY(!opening().isEmpty());
        QCOMPARE(opening(typed(u"correct horse"_s)), QString());
    }

    void aPassphraseClosesIt()
    {
        QVERIFY(file().contains(m_secrets.deskKey) || !file().isEmpty());
        protect();
        QVERIFY(!file().contains(m_secrets.deskKey));
        QVERIFY(!file().contains(m_secrets.signingSeed));
        const auto locked = loadSecrets(folder());
        QVERIFY(isLocked(std::get<Refusal>(locked)));
        QCOMPARE(std::get<Refusal>(locked).kind, Refusal::Rule);
        QVERIFY(isLocked(std::get<Refusal>(loadSecrets(folder(), typed(u"wrong"_s)))));
        QCOMPARE(opening(typed(u"correct horse"_s)), QString());
        // Who may read the file is the user alone.
        QCOMPARE(QFile::permissions(folder().secrets())
                & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
    }

    void aForgottenPassphraseIsMadeUpForByTheCode()
    {
        protect();
        const auto code = printCode();
        QCOMPARE(opening(typed(code.grouped().toLower())), QString());
        become(setPassphrase(folder(), m_secrets, u"a new sentence"_s, quick(), m_random));
        QCOMPARE(opening(typed(u"a new sentence"_s)), QString());
        QCOMPARE(opening(typed(code.grouped())), QString());
        QVERIFY(!opening(typed(u"correct horse"_s)).isEmpty());
    }

    void theNextCodeTakesTheLastOnesPlace()
    {
        protect();
        const auto lost = printCode();
        const auto kept = printCode();
        QVERIFY(opening(typed(lost.grouped())).contains(u"another sheet"));
        QString slip = kept.grouped();
        slip[0] = slip[0] == u'A' ? u'B' : u'A';
        QVERIFY(opening(typed(slip)).contains(u"group by group"));
        QCOMPARE(opening(typed(kept.grouped())), QString());
    }

    void theKeyringOpensWithoutAWord()
    {
        QVERIFY(std::holds_alternative<Refusal>(
            addToKeyring(folder(), m_secrets, m_keyring, m_random)));
        QCOMPARE(opening(), QString());
        protect();
        become(addToKeyring(folder(), m_secrets, m_keyring, m_random));
        QCOMPARE(protectionOf(m_secrets.keySlots), Protection::Keyring);
        QCOMPARE(opening({&m_keyring, nullptr, {}}), QString());
        QVERIFY(!opening().isEmpty());
        become(removeFromKeyring(folder(), m_secrets, &m_keyring, m_random));
        QVERIFY(m_keyring.entries.isEmpty());
        QVERIFY(!opening({&m_keyring, nullptr, {}}).isEmpty());
        QCOMPARE(opening(typed(u"correct horse"_s)), QString());
    }

    void whateverHappensToTheKeyringNobodyIsLockedOut_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<bool>("isEmptied");
        QTest::addColumn<bool>("isMended");
        QTest::newRow("vanished") << Mood::IsAway << false << false;
        QTest::newRow("changed for an empty one") << Mood::Keeps << true << true;
        QTest::newRow("returns junk") << Mood::ReturnsJunk << false << false;
        QTest::newRow("emptied and refuses") << Mood::TakesNothing << true << false;
    }
    void whateverHappensToTheKeyringNobodyIsLockedOut()
    {
        QFETCH(Mood, mood);
        QFETCH(bool, isEmptied);
        QFETCH(bool, isMended);
        protect();
        become(addToKeyring(folder(), m_secrets, m_keyring, m_random));
        m_keyring.mood = mood;
        if (isEmptied)
            m_keyring.entries.clear();
        const QByteArray before = file();
        QVERIFY(!opening({&m_keyring, nullptr, {}}).isEmpty());
        Unlocking both = typed(u"correct horse"_s);
        both.keyring = &m_keyring;
        both.random = &m_random;
        QCOMPARE(opening(both), QString());
        QCOMPARE(file() != before, isMended);
        m_keyring.mood = Mood::Keeps;
        // Mended, or the entry that was there all the time.
        QCOMPARE(opening({&m_keyring, nullptr, {}}).isEmpty(), isMended || !isEmptied);
        QCOMPARE(opening(typed(u"correct horse"_s)), QString());
    }

    void aKeyringThatRefusesChangesNothing()
    {
        protect();
        const QByteArray before = file();
        for (Mood mood : {Mood::IsAway, Mood::TakesNothing, Mood::ReturnsJunk}) {
            m_keyring.mood = mood;
            QVERIFY(std::holds_alternative<Refusal>(
                addToKeyring(folder(), m_secrets, m_keyring, m_random)));
            QCOMPARE(file(), before);
            QVERIFY(m_keyring.entries.isEmpty());
        }
    }

    void withTheCodeAloneTheKeyringStays()
    {
        printCode();
        become(addToKeyring(folder(), m_secrets, m_keyring, m_random));
        QVERIFY(std::holds_alternative<Refusal>(
            removeFromKeyring(folder(), m_secrets, &m_keyring, m_random)));
        QCOMPARE(opening({&m_keyring, nullptr, {}}), QString());
    }

    void leftOpenItKeepsThePassphraseForItsBackups()
    {
        protect();
        become(addToKeyring(folder(), m_secrets, m_keyring, m_random));
        become(leaveOpen(folder(), m_secrets, &m_keyring, m_random));
        QCOMPARE(opening(), QString());
        QVERIFY(m_keyring.entries.isEmpty());
        QCOMPARE(m_secrets.backupSlots().size(), 1);
    }

    void shortPassphrasesAreRefused_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("blanks") << u"          "_s << false;
        QTest::newRow("seven letters") << u"1234567"_s << false;
        QTest::newRow("eight letters") << u"12345678"_s << true;
        QTest::newRow("three characters") << u"网格员"_s << false;
        QTest::newRow("four characters") << u"网格受理"_s << true;
    }
    void shortPassphrasesAreRefused()
    {
        QFETCH(QString, passphrase);
        QFETCH(bool, isTaken);
        const QByteArray before = file();
        const auto change = setPassphrase(folder(), m_secrets, passphrase, quick(), m_random);
        QCOMPARE(std::holds_alternative<Secrets>(change), isTaken);
        QCOMPARE(file() != before, isTaken);
    }

    void anUnwritableFolderKeepsTheOldFile()
    {
        protect();
        const QByteArray before = file();
        // A folder stands where the new file would be written, as good as a full disk.
        QVERIFY(QDir(m_dir->path()).mkpath(u"desk.secrets.new/x"_s));
        const auto change = setPassphrase(folder(), m_secrets, u"a new one"_s, quick(), m_random);
        QCOMPARE(std::get<Refusal>(change).kind, Refusal::Device);
        QCOMPARE(file(), before);
        QCOMPARE(opening(typed(u"correct horse"_s)), QString());
    }

    void everyFlippedByteIsDamageAndNotAWrongPassphrase()
    {
        protect();
        printCode();
        const QByteArray whole = file();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray bytes = whole;
            bytes[at] = char(bytes[at] ^ 1);
            QFile out(folder().secrets());
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
            out.close();
            const auto loaded = loadSecrets(folder(), typed(u"correct horse"_s));
            const auto *refusal = std::get_if<Refusal>(&loaded);
            QVERIFY2(refusal && !isLocked(*refusal), QByteArray::number(at));
            QVERIFY(refusal->what.contains(folder().secrets()));
        }
    }

    void everyCutIsDamage()
    {
        protect();
        const QByteArray whole = file();
        for (qsizetype size = 0; size < whole.size(); size += 7) {
            QFile out(folder().secrets());
            QVERIFY(out.resize(size));
            QVERIFY(opening(typed(u"correct horse"_s)).contains(folder().secrets()));
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(whole) == whole.size());
        }
    }
};

QTEST_GUILESS_MAIN(KeyCareTest)
#include "key_care_test.moc"
