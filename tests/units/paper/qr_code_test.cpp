// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/qr_code.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <qrencode.h>

using namespace ui::paper;

class QrCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsTheModulesOfTheLibrary_data();
    void paintsTheModulesOfTheLibrary();
    void refusesWhatNoCodeCanHold();
};

void QrCodeTest::paintsTheModulesOfTheLibrary_data()
{
    QTest::addColumn<QString>("content");
    QTest::newRow("number") << "GD1:03A-261120-012";
    QTest::newRow("Chinese") << "工单 03A-261120-012";
    QTest::newRow("long") << QString("0123456789").repeated(40);
}

// Three pixels to the module; the middle one of each must be as the library says.
void QrCodeTest::paintsTheModulesOfTheLibrary()
{
    QFETCH(QString, content);
    const QByteArray bytes = content.toUtf8();
    QRcode *expected = QRcode_encodeData(
        int(bytes.size()), reinterpret_cast<const uchar *>(bytes.constData()), 0, QR_ECLEVEL_M);
    const auto code = QrCode::of(content);
    QVERIFY(code && expected);
    const int size = expected->width;
    QCOMPARE(code->size(), size);
    QImage image(3 * size, 3 * size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    code->paint(painter, image.rect());
    painter.end();
    for (int i = 0; i < size * size; ++i) {
        const bool isDark = qGray(image.pixel(3 * (i % size) + 1, 3 * (i / size) + 1)) < 128;
        QCOMPARE(isDark, bool(expected->data[i] & 1));
        QCOMPARE(code->isDark(i % size, i / size), isDark);
    }
    QRcode_free(expected);
}

void QrCodeTest::refusesWhatNoCodeCanHold()
{
    QVERIFY(!QrCode::of(QString()));
    QVERIFY(!QrCode::of(QString("x").repeated(4000)));
}

QTEST_MAIN(QrCodeTest)
#include "qr_code_test.moc"
