// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seeded_random.h"

#include "domain/registers.h"
#include "record/sealing.h"

#include <QTest>

using namespace record;
namespace customer = domain::customer;

class SealingTest : public QObject
{
    Q_OBJECT

    support::SeededRandom m_random;
    const Id m_zhang = Id::named("zhang");
    const QByteArray m_key = freshSealingKey(m_random);

private Q_SLOTS:
    void opensWithItsKeyInItsPlaceOnly()
    {
        const QByteArray sealed =
            seal(m_key, m_zhang, customer::Phone, u"13800000001"_qs, m_random);
        QCOMPARE(unseal(m_key, customer::Phone, sealed).value_or(u""_qs), u"13800000001"_qs);
        QVERIFY(!unseal(m_key, customer::Name, sealed));
        QVERIFY(!unseal(freshSealingKey(m_random), customer::Phone, sealed));
        QByteArray moved = sealed;
        moved.replace(0, 16, Id::named("li").toBytes());
        QVERIFY(!unseal(m_key, customer::Phone, moved));
    }

    void showsNothingOfItsContentButTheOwner()
    {
        const QByteArray sealed = seal(m_key, m_zhang, customer::Name, u"欧阳锋"_qs, m_random);
        QVERIFY(!sealed.contains(u"欧阳"_qs.toUtf8()));
        QCOMPARE(ownerOf(sealed).value_or(Id()), m_zhang);
        QVERIFY(sealed != seal(m_key, m_zhang, customer::Name, u"欧阳锋"_qs, m_random));
    }

    void everyFlippedBitIsNoticed()
    {
        const QByteArray sealed = seal(m_key, m_zhang, customer::Name, u"张三"_qs, m_random);
        for (qsizetype i = 0; i < sealed.size() * 8; ++i) {
            QByteArray damaged = sealed;
            damaged[i / 8] = char(damaged[i / 8] ^ (1 << i % 8));
            QVERIFY(!unseal(m_key, customer::Name, damaged));
        }
        for (qsizetype length = 0; length < sealed.size(); ++length)
            QVERIFY(!unseal(m_key, customer::Name, sealed.first(length)));
    }

    void aWrappedKeyBelongsToItsOwner()
    {
        const QByteArray desk = freshSealingKey(m_random);
        const QByteArray wrapped = wrapKey(desk, m_zhang, m_key, m_random);
        QCOMPARE(unwrapKey(desk, m_zhang, wrapped).value_or(QByteArray()), m_key);
        QVERIFY(!unwrapKey(desk, Id::named("li"), wrapped));
        QVERIFY(!unwrapKey(m_key, m_zhang, wrapped));
        QVERIFY(!unwrapKey(desk, m_zhang, {}));
    }
};

QTEST_GUILESS_MAIN(SealingTest)
#include "sealing_test.moc"
