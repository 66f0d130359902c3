// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seeded_random.h"

#include "domain/ticket_fields.h"
#include "store/attachments.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace store;
namespace field = domain::field;

class AttachmentsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    const DeskFolder m_folder{m_dir.path()};
    support::SeededRandom m_random;

    domain::Values keep(QByteArray content)
    {
        QBuffer plain(&content);
        plain.open(QIODevice::ReadOnly);
        const auto kept = keepAttachment(m_folder, plain, QStringLiteral("照片.jpg"), m_random);
        return std::holds_alternative<domain::Values>(kept) ? std::get<domain::Values>(kept)
                                                            : domain::Values();
    }

    std::optional<QByteArray> open(const domain::Values &values, const QString &key)
    {
        QByteArray content;
        QBuffer target(&content);
        target.open(QIODevice::WriteOnly);
        const auto refusal =
            openAttachment(m_folder, values[field::FileHash].toByteArray(), key, target);
        return refusal ? std::nullopt : std::optional(content);
    }

private Q_SLOTS:
    void comesBackWhateverItsSize_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {1, 65535, 65536, 65537, 300'000})
            QTest::addRow("%d bytes", size) << size;
    }

    void comesBackWhateverItsSize()
    {
        QFETCH(int, size);
        QByteArray content(size, Qt::Uninitialized);
        m_random.fill({reinterpret_cast<quint8 *>(content.data()), size_t(size)});
        const domain::Values values = keep(content);
        QCOMPARE(values.number(field::FileSize), qint64(size));
        QCOMPARE(open(values, values.text(field::FileKey)).value_or(QByteArray()), content);
        QVERIFY(!open(values, QString(64, QLatin1Char('0'))));
    }

    void nothingOfItIsReadableOnTheDisk()
    {
        const QByteArray secret = "13800000001 欧阳锋";
        const domain::Values values = keep(secret);
        QFile file(m_folder.files() + QLatin1Char('/')
            + QString::fromLatin1(values[field::FileHash].toByteArray().toHex()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(secret.first(11)));
    }

    void aChangedOrCutFileIsNoticed()
    {
        const domain::Values values = keep(QByteArray(100'000, 'x'));
        const QString path = m_folder.files() + QLatin1Char('/')
            + QString::fromLatin1(values[field::FileHash].toByteArray().toHex());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        for (qsizetype cut : {0, 23, 24, 40, 65577, 100'000}) {
            QVERIFY(file.resize(0) && file.seek(0));
            file.write(bytes.first(cut));
            file.flush();
            QVERIFY(!open(values, values.text(field::FileKey)));
        }
        bytes[70'000] = char(bytes[70'000] ^ 1);
        QVERIFY(file.resize(0) && file.seek(0));
        file.write(bytes);
        file.flush();
        QVERIFY(!open(values, values.text(field::FileKey)));
    }

    void whatIsNoFileIsRefused()
    {
        const auto ofFolder = keepAttachmentFile(m_folder, m_dir.path(), m_random);
        QVERIFY(std::holds_alternative<domain::Refusal>(ofFolder));
        QVERIFY(std::holds_alternative<domain::Refusal>(
            keepAttachmentFile(m_folder, QStringLiteral("/nowhere"), m_random)));
        QVERIFY(keep({}).isEmpty());
        QVERIFY(QDir(m_folder.files()).entryList({QStringLiteral("part-*")}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "attachments_test.moc"
