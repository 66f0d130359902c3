// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/print_slips.h"
#include "support/small_desk.h"

#include <QTest>

using namespace domain;
using ui::slips::SlipFacts;
using ui::slips::SlipPaper;

namespace
{

// What stands on a slip's rows, label and value, in order.
QStringList rowsOf(const ui::paper::Slip &slip)
{
    QStringList rows;
    for (const ui::paper::SlipPart &part : slip.parts) {
        if (const auto *some = std::get_if<ui::paper::SlipRows>(&part)) {
            for (const ui::paper::LabelValue &row : some->rows)
                rows << row.label + QStringLiteral(": ") + row.value;
        }
    }
    return rows;
}

} // namespace

// An urgent leak, taken at 8:00 and sent to a technician.
class SlipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theReceiptTellsThePromise();
    void theOrderHasWhatTheCrewNeeds();
    void theOrderFollowsTheTicket();
    void theVisitSheetOpensTheVisit();
    void anonymousAndBareTicketsHaveSlipsToo();
    void unknownNumbersAreLeftOut();
    void thePaperIsChosenInTheDialog();

private:
    SlipFacts facts()
    {
        return *ui::slips::findSlipFacts(m_small->read(), m_number, m_small->desk().actor());
    }

    std::unique_ptr<support::SmallDesk> m_small;
    Id m_zhao;
    QString m_number;
};

void SlipsTest::init()
{
    m_small = std::make_unique<support::SmallDesk>(QStringLiteral("2026-11-20 08:00"));
    m_zhao = m_small->addPerson(
        QStringLiteral("zhao"), QStringLiteral("赵强"), QStringLiteral("technician"));
    m_number = m_small->open(
        {{field::Kind, QStringLiteral("repair")}, {field::Line, QStringLiteral("water")},
            {field::Category, QStringLiteral("室内漏水")},
            {field::Urgency, QStringLiteral("urgent")},
            {field::Description, QStringLiteral("厨房阀门下方漏水")}},
        {.name = QStringLiteral("欧阳建国"),
            .phone = QStringLiteral("13800138000"),
            .address = QStringLiteral("3栋2单元501")});
    m_small->act(
        m_number, QStringLiteral("dispatch"), {{field::Assignee, QVariant::fromValue(m_zhao)}});
}

void SlipsTest::theReceiptTellsThePromise()
{
    const ui::paper::Slip slip = ui::slips::receiptSlip(facts());
    QCOMPARE(slip.number, m_number);
    QCOMPARE(slip.company, QStringLiteral("幸福物业公司"));
    const QStringList rows = rowsOf(slip);
    QVERIFY(rows.contains(QStringLiteral("On site: by 2026-11-20 10:00")));
    QVERIFY(rows.contains(QStringLiteral("Completed: by 2026-11-21 08:00")));
    QVERIFY(rows.contains(QStringLiteral("Channel: 柜台")));
    // The one who holds a receipt need not be the customer.
    QVERIFY(!rows.join(u' ').contains(QStringLiteral("13800138000")));
}

void SlipsTest::theOrderHasWhatTheCrewNeeds()
{
    const ui::paper::Slip slip = ui::slips::orderSlip(facts());
    const QStringList rows = rowsOf(slip);
    for (const char *row : {"Customer: 欧阳建国", "Phone: 13800138000", "Address: 3栋2单元501",
             "Content: 厨房阀门下方漏水", "Crew: 赵强", "On site by: 2026-11-20 10:00"})
        QVERIFY2(rows.contains(QString::fromUtf8(row)), row);
}

void SlipsTest::theOrderFollowsTheTicket()
{
    QCOMPARE(ui::slips::orderSlip(facts()).qrContent, QStringLiteral("GD:%1:arrive").arg(m_number));
    m_small->clock.passMinutes(30);
    m_small->act(m_number, QStringLiteral("arrive"), {}, m_zhao);
    QCOMPARE(ui::slips::orderSlip(facts()).qrContent, QStringLiteral("GD:%1:finish").arg(m_number));
}

void SlipsTest::theVisitSheetOpensTheVisit()
{
    const ui::paper::Slip slip = ui::slips::visitSlip(facts());
    QCOMPARE(slip.qrContent, QStringLiteral("GD:%1:visit").arg(m_number));
    const auto satisfaction = std::ranges::find_if(slip.parts, [](const ui::paper::SlipPart &part) {
        const auto *row = std::get_if<ui::paper::CheckRow>(&part);
        return row && row->checks.size() == 5;
    });
    QVERIFY(satisfaction != slip.parts.end());
}

void SlipsTest::anonymousAndBareTicketsHaveSlipsToo()
{
    m_number = m_small->open({{field::Kind, QStringLiteral("suggestion")},
        {field::Title, QStringLiteral("增设路灯")}, {field::Anonymous, true}});
    for (const ui::slips::SlipSpec &spec : ui::slips::allSlips())
        QVERIFY(!spec.make(facts()).parts.isEmpty());
    QVERIFY(
        !rowsOf(ui::slips::orderSlip(facts())).join(u' ').contains(QStringLiteral("Customer:")));
}

void SlipsTest::unknownNumbersAreLeftOut()
{
    const auto pages = ui::slips::slipPages(m_small->read(), *ui::slips::findSlip(u"receipt"),
        {m_number, QStringLiteral("03A-000000-001"), m_number}, SlipPaper::A5, {});
    QCOMPARE(pages.count(), 2);
    QCOMPARE(pages.size_mm(0), QSizeF(148, 210));
    QVERIFY(!ui::slips::findSlip(u"poster"));
}

void SlipsTest::thePaperIsChosenInTheDialog()
{
    const std::unique_ptr<ui::slips::SheetDialog> dialog(ui::slips::showSlips(
        m_small->desk(), *ui::slips::findSlip(u"order"), {m_number, m_number}, nullptr));
    QCOMPARE(dialog->pages().count(), 2);
    dialog->setPaper(int(SlipPaper::TwoOnA4));
    QCOMPARE(dialog->pages().count(), 1);
    dialog->setPaper(int(SlipPaper::Roll80));
    QCOMPARE(dialog->pages().count(), 2);
    QCOMPARE(qRound(dialog->pages().size_mm(0).width()), 80);
}

QTEST_MAIN(SlipsTest)
#include "slips_test.moc"
