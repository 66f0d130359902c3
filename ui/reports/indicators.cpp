// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/indicators.h"

#include "widgets/time_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace ui::reports
{

using ::reports::Figures;
using ::reports::Measure;
using ::reports::PeriodFigures;
using ::reports::Span;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::reports::Indicator)
};

constexpr double minute_ms = 60'000;
constexpr double fewTickets = 20; // of fewer a percentage says nothing

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

// Chinese sets blanks around digits, but none between two words that a template brought together.
QString withoutGaps(QString sentence)
{
    static const QRegularExpression gap(QStringLiteral("(?<=\\p{Han}) (?=\\p{Han})"));
    return sentence.remove(gap);
}

} // namespace

Indicator::Indicator(const QString &label, Quantity quantity, const Values &values)
    : m_label(label)
    , m_quantity(quantity)
    , m_values(values)
{
}

double Indicator::printed(double value) const
{
    switch (m_quantity) {
    case Quantity::Count:
        return value;
    case Quantity::Share:
        return std::round(value * 1000) / 10;
    case Quantity::Score:
        return std::round(value * 100) / 100;
    case Quantity::Duration:
        break;
    }
    return std::floor(value / minute_ms) * minute_ms;
}

QString Indicator::value() const
{
    const double value = printed(*m_values.present);
    switch (m_quantity) {
    case Quantity::Count:
        return number(value, 0);
    case Quantity::Share:
        return number(value, 1);
    case Quantity::Score:
        return number(value, 2);
    case Quantity::Duration:
        break;
    }
    return widgets::durationWords(qint64(value));
}

QString Indicator::unit() const
{
    switch (m_quantity) {
    case Quantity::Count:
        return Words::tr("tickets", "unit of a figure");
    case Quantity::Share:
        return QStringLiteral("%");
    case Quantity::Score:
        return Words::tr("of 5", "unit of a figure");
    case Quantity::Duration:
        break;
    }
    return {};
}

QString Indicator::words(double value) const
{
    switch (m_quantity) {
    case Quantity::Count:
        return Words::tr("%1 tickets").arg(number(value, 0));
    case Quantity::Share:
        return number(printed(value), 1) + QLatin1Char('%');
    case Quantity::Score:
        return number(printed(value), 2);
    case Quantity::Duration:
        break;
    }
    return widgets::durationWords(qint64(value));
}

QString Indicator::difference(double from, double to) const
{
    const double by = std::abs(printed(to) - printed(from));
    switch (m_quantity) {
    case Quantity::Count:
        return from < fewTickets
            ? Words::tr("%1 tickets").arg(number(by, 0))
            : Words::tr("%1 tickets (%2%)").arg(number(by, 0), number(by / from * 100, 1));
    case Quantity::Share:
        return Words::tr("%1 percentage points").arg(number(by, 1));
    case Quantity::Score:
        return number(by, 2);
    case Quantity::Duration:
        break;
    }
    return widgets::durationWords(qint64(by));
}

QString Indicator::againstBefore(double from, double to) const
{
    const QString by = difference(from, to);
    const bool isUp = printed(to) > printed(from);
    if (printed(to) == printed(from))
        return Words::tr("as in the period before");
    switch (m_quantity) {
    case Quantity::Count:
        return isUp ? Words::tr("%1 more than in the period before").arg(by)
                    : Words::tr("%1 fewer than in the period before").arg(by);
    case Quantity::Duration:
        return isUp ? Words::tr("%1 longer than in the period before").arg(by)
                    : Words::tr("%1 shorter than in the period before").arg(by);
    default:
        return isUp ? Words::tr("up %1 on the period before").arg(by)
                    : Words::tr("down %1 on the period before").arg(by);
    }
}

QString Indicator::againstYearBefore(double from, double to) const
{
    const QString by = difference(from, to);
    const bool isUp = printed(to) > printed(from);
    if (printed(to) == printed(from))
        return Words::tr("; a year before it was the same");
    switch (m_quantity) {
    case Quantity::Count:
        return (isUp ? Words::tr("; a year before it was %1, now %2 more")
                     : Words::tr("; a year before it was %1, now %2 fewer"))
            .arg(words(from), by);
    case Quantity::Duration:
        return (isUp ? Words::tr("; a year before it was %1, now %2 longer")
                     : Words::tr("; a year before it was %1, now %2 shorter"))
            .arg(words(from), by);
    default:
        return (isUp ? Words::tr("; a year before it was %1, now up %2")
                     : Words::tr("; a year before it was %1, now down %2"))
            .arg(words(from), by);
    }
}

QString Indicator::change() const
{
    return m_values.before ? againstBefore(*m_values.before, *m_values.present)
                           : Words::tr("no figure for the period before");
}

QString Indicator::sentence() const
{
    if (!m_values.before && !m_values.yearBefore)
        return {};
    const double to = *m_values.present;
    const double from = m_values.before.value_or(to);
    QString frame = Words::tr("%1: %3, %4");
    if (printed(from) < printed(to))
        frame = Words::tr("%1 rose from %2 to %3, %4");
    else if (printed(from) > printed(to))
        frame = Words::tr("%1 fell from %2 to %3, %4");
    frame.replace(QStringLiteral("%1"), m_label).replace(QStringLiteral("%2"), words(from));
    frame.replace(QStringLiteral("%3"), words(to)).replace(QStringLiteral("%4"), change());
    if (m_values.yearBefore)
        frame += againstYearBefore(*m_values.yearBefore, to);
    return withoutGaps(frame + Words::tr(".", "end of a sentence"));
}

namespace
{

// A period in which nothing was received has no figures to compare with.
template <typename Find>
Indicator indicator(
    const QString &label, Indicator::Quantity quantity, const Figures &figures, Find find)
{
    const auto of = [&find](const PeriodFigures &period) -> std::optional<double> {
        return period.all[Measure::Received] ? find(period) : std::nullopt;
    };
    const std::optional<double> none =
        quantity == Indicator::Quantity::Count ? std::optional(0.0) : std::nullopt;
    const auto present = of(figures.present);
    // Of a year the period before is the year before: that is told once.
    const bool isSame = figures.yearBefore.period == figures.before.period;
    return {label, quantity,
        {present ? present : none, of(figures.before),
            isSame ? std::nullopt : of(figures.yearBefore)}};
}

Indicator counted(Measure measure, const Figures &figures)
{
    return indicator(::reports::specOf(measure).text(), Indicator::Quantity::Count, figures,
        [measure](
            const PeriodFigures &period) { return std::optional(double(period.all[measure])); });
}

Indicator timed(const QString &label, Span span, const Figures &figures)
{
    return indicator(
        label, Indicator::Quantity::Duration, figures, [span](const PeriodFigures &period) {
            return period[span].count ? std::optional(double(period[span].median_ms))
                                      : std::nullopt;
        });
}

} // namespace

QList<Indicator> indicatorsOf(const Figures &figures)
{
    using enum Indicator::Quantity;
    QList<Indicator> indicators{
        counted(Measure::Received, figures),
        counted(Measure::Done, figures),
        indicator(Words::tr("Late share"), Share, figures,
            [](const PeriodFigures &period) { return period.all.lateShare(); }),
        counted(Measure::Open, figures),
        indicator(Words::tr("Average satisfaction"), Score, figures,
            [](const PeriodFigures &period) { return period.all.averageSatisfaction(); }),
        indicator(Words::tr("Fixed-at-once share"), Share, figures,
            [](const PeriodFigures &period) { return period.all.firstFixShare(); }),
        timed(Words::tr("Median response time"), Span::Response, figures),
        timed(Words::tr("Median time to finish"), Span::Whole, figures),
    };
    indicators.removeIf([](const Indicator &indicator) { return !indicator.hasValue(); });
    return indicators;
}

} // namespace ui::reports
