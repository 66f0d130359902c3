// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/output.h"
#include "pdf_reader.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace ui::paper;

// Slips for the printer at the counter: no cut edge, nothing lost.
class SlipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheEdgesFree_data();
    void leavesTheEdgesFree();
    void isAsWideAsTheRollAndAsLongAsItsContent();
    void aWorkOrderFitsOneA5();
    void flowsOnWithItsNumberWhenTooLong();
    void givesEachSlipASheet();
    void printsTwoOnAnA4();
    void managesWithoutACode();
};

namespace
{
Slip workOrder(
    const QString &content = QStringLiteral("厨房阀门下方持续漏水，楼下 401 天花板已渗水。"))
{
    Slip slip{"幸福物业公司", "派工单", "03A-261120-012", "GD1:03A-261120-012", "扫码填写处理结果"};
    slip.parts = {
        SlipRows{
            {{"报修人", "欧阳**"}, {"电话", "138****8000"}, {"专业", "供水"}, {"网格", "07"}}, 2},
        SlipRows{
            {{"地址", "幸福小区3栋2单元501"}, {"内容", content}, {"承诺", "今天 16:32 前到场"}}},
        SlipSection{"现场填写"},
        CheckRow{"原因", {{"阀门老化"}, {"管道腐蚀"}, {"接头松动"}, {"人为损坏"}, {"其他", true}}},
        WriteIn{"处理措施与所用材料", 3},
        CheckRow{"用户意见", {{"满意"}, {"基本满意"}, {"不满意"}}},
        Terms{"如有疑问请拨 0755-8800 1234。"},
        CutLine{"存根联"},
        Signatures{{"维修人员", "网格员确认", "用户签字"}},
    };
    slip.footer = QStringLiteral("打印 2026-11-20 14:32");
    return slip;
}

constexpr int pixelsPerMm = 6;

QImage painted(const Pages &pages, int page)
{
    QImage image((pages.size_mm(page) * pixelsPerMm).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(pixelsPerMm * 25.4 / 72, pixelsPerMm * 25.4 / 72);
    pages.paint(painter, page);
    return image;
}

// The box around everything that isn't white, in millimetres from the left top corner.
QRectF inked(const QImage &image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if ((image.pixel(x, y) & 0xffffff) != 0xffffff)
                box |= QRect(x, y, 1, 1);
        }
    }
    return {QPointF(box.topLeft()) / pixelsPerMm, QSizeF(box.size()) / pixelsPerMm};
}

QStringList textsOf(const Pages &pages)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("slip.pdf"));
    QString error;
    return writePdf(pages, path, &error) ? pdfreader::pages(path) : QStringList(error);
}
} // namespace

void SlipTest::leavesTheEdgesFree_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<qreal>("margin_mm");
    QTest::newRow("A5") << Format::A5 << 8.0;
    QTest::newRow("80 mm roll") << Format::Roll80 << 5.0;
}

void SlipTest::leavesTheEdgesFree()
{
    QFETCH(Format, format);
    QFETCH(qreal, margin_mm);
    const QString endless = QStringLiteral("W").repeated(3000);
    for (const QString &content : {QStringLiteral("漏水"), endless}) {
        Slip slip = workOrder(content);
        slip.parts.append(CheckRow{endless.left(200), {{endless.left(200)}}});
        slip.parts.append(WriteIn{endless.left(200), 2});
        const Pages pages = layOut({slip}, format);
        for (int i = 0; i < pages.count(); ++i) {
            const QRectF box = inked(painted(pages, i));
            QVERIFY2(box.left() > margin_mm - 0.2, qPrintable(QString::number(box.left())));
            QVERIFY(box.top() > margin_mm - 0.2);
            QVERIFY2(box.right() < pages.size_mm(i).width() - margin_mm + 0.2,
                qPrintable(QString::number(box.right())));
            QVERIFY2(box.bottom() < pages.size_mm(i).height() - 5,
                qPrintable(QString::number(box.bottom())));
        }
    }
}

void SlipTest::isAsWideAsTheRollAndAsLongAsItsContent()
{
    const Pages brief = layOut({workOrder()}, Format::Roll80);
    const Pages longer =
        layOut({workOrder(QStringLiteral("持续漏水。").repeated(200))}, Format::Roll80);
    QCOMPARE(brief.count(), 1);
    QCOMPARE(longer.count(), 1);
    QCOMPARE(brief.size_mm(0).width(), 80.0);
    QVERIFY(longer.size_mm(0).height() > brief.size_mm(0).height() + 200);
    const qreal below = brief.size_mm(0).height() - inked(painted(brief, 0)).bottom();
    QVERIFY2(below > 5 && below < 12, qPrintable(QString::number(below)));
    QCOMPARE(brief.layout(0).orientation(), QPageLayout::Portrait);
}

void SlipTest::aWorkOrderFitsOneA5()
{
    QCOMPARE(layOut({workOrder()}, Format::A5).count(), 1);
}

void SlipTest::flowsOnWithItsNumberWhenTooLong()
{
    if (!pdfreader::isInstalled())
        QSKIP("pdftotext (poppler-utils) is not installed");
    const Slip slip = workOrder(
        QStringLiteral("始") + QStringLiteral("持续漏水。").repeated(300) + QStringLiteral("终"));
    const QStringList pages = textsOf(layOut({slip}, Format::A5));
    QVERIFY(pages.size() > 1);
    for (const QString &page : pages)
        QVERIFY(page.contains(QStringLiteral("03A-261120-012")));
    const QString text = pages.join(QString());
    QCOMPARE(text.count(QStringLiteral("漏")), 300);
    QVERIFY(pages.first().contains(QStringLiteral("始")));
    QVERIFY(!pages.first().contains(QStringLiteral("终")));
    QVERIFY(pages.last().contains(QStringLiteral("用户签字")));
    QVERIFY(pages[1].contains(QStringLiteral("Page 2 of %1").arg(pages.size())));
}

void SlipTest::givesEachSlipASheet()
{
    if (!pdfreader::isInstalled())
        QSKIP("pdftotext (poppler-utils) is not installed");
    Slip second = workOrder();
    second.number = QStringLiteral("03A-261120-013");
    const QStringList pages = textsOf(layOut({workOrder(), second}, Format::A5));
    QCOMPARE(pages.size(), 2);
    QVERIFY(pages[1].contains(second.number));
    QVERIFY(pages[1].contains(QStringLiteral("Page 1 of 1")));
}

void SlipTest::printsTwoOnAnA4()
{
    const Pages slips = layOut({workOrder(), workOrder(), workOrder()}, Format::A5);
    const Pages sheets = twoUp(slips);
    QCOMPARE(sheets.count(), 2);
    QCOMPARE(sheets.layout(0).orientation(), QPageLayout::Landscape);
    QCOMPARE(sheets.layout(0).pageSize().id(), QPageSize::A4);
    const QRectF one = inked(painted(slips, 0));
    const QRectF both = inked(painted(sheets, 0));
    QVERIFY(qAbs(both.right() - (one.right() + 148.5)) < 0.5);
}

void SlipTest::managesWithoutACode()
{
    Slip slip = workOrder();
    slip.qrContent.clear();
    QCOMPARE(layOut({slip}, Format::A5).count(), 1);
    const qreal without = layOut({slip}, Format::Roll80).size_mm(0).height();
    QVERIFY(without < layOut({workOrder()}, Format::Roll80).size_mm(0).height() - 30);
}

QTEST_MAIN(SlipTest)
#include "slip_test.moc"
