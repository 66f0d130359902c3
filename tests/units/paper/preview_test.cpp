// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/preview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui::paper;

class PreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_preview; }
    void fitsTheWidth();
    void zoomsByKeys();
    void turnsPagesByKeys();
    void staysAtThePageWhenTheReportIsRedone();
    void showsThePaper();
    void isEmptyWithoutPages();

private:
    PreviewWidget *m_preview = nullptr;
};

namespace
{
Pages pagesOf(int count)
{
    Document document;
    document.heading.title = QStringLiteral("月度服务报表");
    for (int i = 0; i < count; ++i) {
        document.blocks.append({PageBreak{}});
        document.blocks.append({Paragraph{QStringLiteral("第 %1 页").arg(i)}});
    }
    document.blocks.removeFirst();
    return layOut(document);
}
} // namespace

void PreviewTest::init()
{
    m_preview = new PreviewWidget;
    m_preview->resize(600, 500);
    m_preview->setPages(pagesOf(4));
    m_preview->show();
    m_preview->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_preview));
}

void PreviewTest::fitsTheWidth()
{
    QCOMPARE(m_preview->pages().count(), 4);
    QVERIFY(m_preview->fitsWidth());
    QCOMPARE(m_preview->horizontalScrollBar()->maximum(), 0);
    const qreal before = m_preview->zoom();
    m_preview->resize(900, 500);
    QVERIFY(m_preview->zoom() > before * 1.3);
}

void PreviewTest::zoomsByKeys()
{
    const qreal fitting = m_preview->zoom();
    QTest::keyClick(m_preview, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_preview->zoom() > fitting);
    QVERIFY(m_preview->horizontalScrollBar()->maximum() > 0);
    QTest::keyClick(m_preview, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(m_preview, Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(m_preview->zoom() < fitting);
    QTest::keyClick(m_preview, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_preview->zoom(), fitting);
}

void PreviewTest::turnsPagesByKeys()
{
    QSignalSpy turned(m_preview, &PreviewWidget::currentPageChanged);
    QTest::keyClick(m_preview, Qt::Key_PageDown);
    QCOMPARE(m_preview->currentPage(), 1);
    QCOMPARE(turned.last(), QVariantList({1, 4}));
    QCOMPARE(m_preview->accessibleDescription(), QStringLiteral("Page 2 of 4"));
    QTest::keyClick(m_preview, Qt::Key_End);
    QCOMPARE(m_preview->currentPage(), 3);
    QTest::keyClick(m_preview, Qt::Key_PageDown);
    QCOMPARE(m_preview->currentPage(), 3);
    QTest::keyClick(m_preview, Qt::Key_PageUp);
    QCOMPARE(m_preview->currentPage(), 2);
    QTest::keyClick(m_preview, Qt::Key_Home);
    QCOMPARE(m_preview->currentPage(), 0);
}

void PreviewTest::staysAtThePageWhenTheReportIsRedone()
{
    m_preview->goToPage(2);
    m_preview->setPages(pagesOf(5));
    QCOMPARE(m_preview->currentPage(), 2);
    m_preview->setPages(pagesOf(1));
    QCOMPARE(m_preview->currentPage(), 0);
}

void PreviewTest::showsThePaper()
{
    const QImage image = m_preview->viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(image.width() / 2, 30), QColor(Qt::white));
    QVERIFY(image.pixelColor(4, 30) != QColor(Qt::white));
}

void PreviewTest::isEmptyWithoutPages()
{
    m_preview->setPages(Pages());
    QCOMPARE(m_preview->currentPage(), -1);
    QTest::keyClick(m_preview, Qt::Key_PageDown);
    QTest::keyClick(m_preview, Qt::Key_Home);
    QVERIFY(!m_preview->viewport()->grab().isNull());
    QVERIFY(!m_preview->accessibleName().isEmpty());
}

QTEST_MAIN(PreviewTest)
#include "preview_test.moc"
