// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/indicators.h"

#include <QTest>

using ui::reports::Indicator;
using Quantity = Indicator::Quantity;
using Values = Indicator::Values;

Q_DECLARE_METATYPE(Quantity)
Q_DECLARE_METATYPE(Values)

class IndicatorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatChanged_data();
    void tellsWhatChanged();
};

void IndicatorsTest::tellsWhatChanged_data()
{
    constexpr double minute_ms = 60'000;
    QTest::addColumn<Quantity>("quantity");
    QTest::addColumn<Values>("values");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a share falls")
        << Quantity::Share << Values{0.048, 0.061, {}} << "4.8"
        << "It fell from 6.1% to 4.8%, down 1.3 percentage points on the period before.";
    // The digits on paper differ by 0.1, whatever stands behind them.
    QTest::newRow("a share, as printed") << Quantity::Share << Values{0.0504, 0.0496, {}} << "5.0"
                                         << "It: 5.0%, as in the period before.";
    QTest::newRow("many tickets, more") << Quantity::Count << Values{60, 40, {}} << "60"
                                        << "It rose from 40 tickets to 60 tickets, 20 tickets "
                                           "(50.0%) more than in the period before.";
    QTest::newRow("of few a percentage says nothing")
        << Quantity::Count << Values{3, 1, {}} << "3"
        << "It rose from 1 tickets to 3 tickets, 2 tickets more than in the period before.";
    QTest::newRow("a time, shorter, and the year before")
        << Quantity::Duration << Values{90 * minute_ms, 120 * minute_ms, 60 * minute_ms}
        << "1 h 30 min"
        << "It fell from 2 h to 1 h 30 min, 30 min shorter than in the period before;"
           " a year before it was 1 h, now 30 min longer.";
    QTest::newRow("a score, only a year before")
        << Quantity::Score << Values{4.25, {}, 4.5} << "4.25"
        << "It: 4.25, no figure for the period before; a year before it was 4.50, now down 0.25.";
    QTest::newRow("nothing to compare with") << Quantity::Count << Values{5, {}, {}} << "5"
                                             << "";
}

void IndicatorsTest::tellsWhatChanged()
{
    QFETCH(Quantity, quantity);
    QFETCH(Values, values);
    QFETCH(QString, value);
    QFETCH(QString, sentence);
    QLocale::setDefault(QLocale::c());
    const Indicator indicator(QStringLiteral("It"), quantity, values);
    QCOMPARE(indicator.value(), value);
    QCOMPARE(indicator.sentence(), sentence);
}

QTEST_GUILESS_MAIN(IndicatorsTest)
#include "indicators_test.moc"
