// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seeded_random.h"

#include "record/key_slot.h"
#include "record/sealing.h"

#include <QTest>

using namespace record;
using namespace Qt::StringLiterals;

/// The ways to a key, and the code on the sheet.
class KeySlotTest : public QObject
{
    Q_OBJECT

    support::SeededRandom m_random;
    const QByteArray m_key = freshSealingKey(m_random);

    KeySlot passphrase(const QString &text)
    {
        return passphraseSlot(text, Stretching::quickest(), m_random);
    }

private Q_SLOTS:
    void aPassphraseOpensItsSlotOnly()
    {
        const auto sealed = sealForAll({passphrase(u"今天天气不错"_s)}, m_key);
        QCOMPARE(openTyped(sealed, u"今天天气不错"_s).value_or(QByteArray()), m_key);
        QVERIFY(!openTyped(sealed, u"今天天气不对"_s));
        QVERIFY(!openTyped(sealed, QString()));
        QVERIFY(!sealed.constFirst().sealed.contains(m_key));
    }

    void fullWidthLettersAreTheSamePassphrase()
    {
        const auto sealed = sealForAll({passphrase(u"Ｇrid２０２６"_s)}, m_key);
        QVERIFY(openTyped(sealed, u"Grid2026"_s));
    }

    void nothingButThePublicHalfIsNeededToSeal()
    {
        const KeySlot slot = passphrase(u"correct horse"_s);
        const QByteArray other = freshSealingKey(m_random);
        QCOMPARE(openTyped(sealForAll({slot}, other), u"correct horse"_s).value_or(""), other);
    }

    void eachWayLeadsToTheSameKey()
    {
        const RecoveryCode code = RecoveryCode::fresh(m_random);
        const QByteArray seed = freshSealingKey(m_random);
        const QVector<KeySlot> slots{openSlot(), keyringSlot(QByteArray(16, 'n'), seed),
            passphrase(u"correct horse"_s), recoverySlot(code, m_random)};
        const auto sealed = sealForAll(slots, m_key);
        QCOMPARE(openWith(slots[0], {}, sealed[0].sealed).value_or(""), m_key);
        QCOMPARE(openWith(slots[1], seed, sealed[1].sealed).value_or(""), m_key);
        QVERIFY(!openWith(slots[1], "junk", sealed[1].sealed));
        QVERIFY(!openWith(slots[1], freshSealingKey(m_random), sealed[1].sealed));
        QCOMPARE(openTyped(sealed, u"correct horse"_s).value_or(""), m_key);
        QCOMPARE(openTyped(sealed, code.grouped()).value_or(""), m_key);
    }

    void slotsAreReadBackAsWritten()
    {
        const auto sealed = sealForAll(
            {openSlot(), passphrase(u"a"_s), recoverySlot(RecoveryCode::fresh(m_random), m_random)},
            m_key);
        QByteArray bytes;
        CborWriter out(&bytes);
        writeSlots(out, sealed);
        CborReader in(bytes);
        const auto read = readSlots(in);
        QVERIFY(in.ok());
        QCOMPARE(read.size(), sealed.size());
        for (qsizetype i = 0; i < read.size(); ++i) {
            QCOMPARE(read[i].slot, sealed[i].slot);
            QCOMPARE(read[i].sealed, sealed[i].sealed);
        }
    }

    void unreasonableCostsAreNoSlot()
    {
        KeySlot dear = passphrase(u"a"_s);
        dear.stretching.memoryBytes = quint64(1) << 40;
        QByteArray bytes;
        CborWriter out(&bytes);
        writeSlots(out, {{dear, m_key}});
        CborReader in(bytes);
        readSlots(in);
        QVERIFY(!in.ok());
    }

    void aCodeIsTypedInManyWays()
    {
        const RecoveryCode code = RecoveryCode::fresh(m_random);
        const QString printed = code.grouped();
        QCOMPARE(printed.size(), 29);
        for (QChar c : u"ILOU"_s)
            QVERIFY(!printed.contains(c));
        QString full;
        for (QChar c : printed)
            full += c == u'-' ? QChar(u'－') : QChar(c.unicode() + 0xFEE0);
        for (const QString &typed :
            {printed, printed.toLower(), QString(printed).remove(u'-'),
                QString(printed).replace(u'-', u' '), QString(printed).replace(u'0', u'O'),
                QString(printed).replace(u'1', u'l'), QString(printed).replace(u'-', u"—"_s), full})
            QCOMPARE(RecoveryCode::read(typed).code.grouped(), printed);
    }

    void everySlipOfTheFingerIsNoticed()
    {
        const QString right = RecoveryCode::fresh(m_random).characters();
        const QString alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
        for (qsizetype at = 0; at < right.size(); ++at) {
            for (QChar c : alphabet) {
                QString wrong = right;
                wrong[at] = c;
                if (c != right[at])
                    QCOMPARE(RecoveryCode::read(wrong).reading, RecoveryCode::Reading::Mistyped);
            }
            for (qsizetype other = at + 1; other < right.size(); ++other) {
                QString wrong = right;
                std::swap(wrong[at], wrong[other]);
                if (wrong != right)
                    QCOMPARE(RecoveryCode::read(wrong).reading, RecoveryCode::Reading::Mistyped);
            }
        }
        QCOMPARE(RecoveryCode::read(right.chopped(1)).reading, RecoveryCode::Reading::NoCode);
        QCOMPARE(RecoveryCode::read(u"今天天气不错"_s).reading, RecoveryCode::Reading::NoCode);
    }

    void aDayOldPassphraseCostsWhatItsSlotSays()
    {
        const KeySlot slot = passphraseSlot(u"correct horse"_s, {2, 16384}, m_random);
        QCOMPARE(slot.stretching, (Stretching{2, 16384}));
        QVERIFY(openTyped(sealForAll({slot}, m_key), u"correct horse"_s));
    }
};

QTEST_GUILESS_MAIN(KeySlotTest)
#include "key_slot_test.moc"
