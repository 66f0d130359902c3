// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report_document.h"

#include "reports/indicators.h"
#include "reports/lesson_tables.h"
#include "reports/report_tables.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui::reports
{

using ::reports::Figures;
using ::reports::Group;
using ::reports::Grouping;
using ::reports::Measure;

namespace
{

class Builder
{
    Q_DECLARE_TR_FUNCTIONS(ui::reports::ReportDocument)
public:
    Builder(const Figures &figures, const QString &madeBy, const QDateTime &madeAt)
        : m_figures(figures)
        , m_tables(figures)
    {
        m_document.heading = {figures.company, figures.request.report->text(),
            figures.request.period.words(), scope(), madeBy,
            madeAt.toString(QStringLiteral("yyyy-MM-dd HH:mm"))};
    }

    paper::Document build()
    {
        const ::reports::ReportSpec &report = *m_figures.request.report;
        addWhole();
        // Where a report asks why, the answer comes before the days.
        if (!report.hasPareto())
            addTrend();
        for (const Grouping &grouping : report.groupings) {
            if (grouping.onPaper)
                addGroups(grouping);
        }
        if (report.hasImprovements)
            addImprovements();
        if (report.hasTimes)
            addTimes();
        if (report.hasSatisfaction)
            addSatisfaction();
        if (report.hasPareto())
            addTrend();
        addNotes();
        return m_document;
    }

private:
    QString scope() const
    {
        if (m_figures.request.grids.isEmpty())
            return tr("All grids");
        return tr("Grids %1").arg(m_figures.request.grids.join(tr(", ")));
    }

    void add(const paper::Content &content, bool keepWithNext = false)
    {
        m_document.blocks.append({content, keepWithNext});
    }

    void addWhole()
    {
        paper::KeyFigures keys;
        QString change;
        for (const Indicator &indicator : indicatorsOf(m_figures)) {
            keys.figures.append(
                {indicator.label(), indicator.value(), indicator.unit(), indicator.change()});
            change = joined(change, indicator.sentence());
        }
        add(keys);
        if (!change.isEmpty())
            add(paper::Paragraph{change});
    }

    static QString joined(const QString &text, const QString &sentence)
    {
        if (text.isEmpty() || sentence.isEmpty())
            return text + sentence;
        return tr("%1 %2", "two sentences").arg(text, sentence);
    }

    void addTrend()
    {
        add(paper::Section{tr("Trend")});
        add(m_tables.trendChart(), true);
        add(m_tables.trendTable());
    }

    void addGroups(const Grouping &grouping)
    {
        const QVector<Group> &groups = m_figures.by(grouping.field);
        const bool isBlank = groups.size() == 1 && groups.first().code.isEmpty();
        if (grouping.isPareto && !groups.isEmpty())
            return addPareto(grouping);
        if (groups.isEmpty() || isBlank)
            return;
        add(paper::Section{grouping.text()});
        add(m_tables.groupChart(grouping), true);
        add(m_tables.groupTable(grouping));
    }

    void addPareto(const Grouping &grouping)
    {
        const ParetoTables tables(m_figures, grouping);
        add(paper::Section{grouping.text()});
        addSaid(tables.words());
        if (!tables.isEmpty()) {
            add(tables.chart(), true);
            add(tables.table());
        }
        addSaid(tables.unknownWords());
    }

    void addImprovements()
    {
        const ImprovementTable measures(m_figures);
        add(paper::Section{tr("Improvement measures")});
        addSaid(measures.words());
        add(measures.table());
    }

    void addSaid(const QString &text)
    {
        if (!text.isEmpty())
            add(paper::Paragraph{text});
    }

    void addTimes()
    {
        if (!m_figures.present[::reports::Span::Response].count
            && !m_figures.present[::reports::Span::Whole].count)
            return;
        add(paper::Section{tr("Response and repair times")});
        add(m_tables.timesTable());
    }

    void addSatisfaction()
    {
        if (!m_figures.present.all[Measure::Rated])
            return;
        add(paper::Section{tr("Satisfaction")});
        add(m_tables.answersChart(), true);
        add(m_tables.answersTable());
        for (const Grouping &grouping : m_figures.request.report->groupings) {
            const paper::Table table = m_tables.satisfactionTable(grouping);
            if (grouping.showsSatisfaction && !table.rows.isEmpty())
                add(table);
        }
    }

    void addNotes()
    {
        add(paper::Section{tr("How it is counted")});
        add(quiet(tr("A ticket counts in the period in which it happened. On time: done without "
                     "missing a promised "
                     "time, or so recorded where it was imported. Late: done late, or open and "
                     "past due at the time "
                     "of counting. Shares of on time and late are of both together.")));
        const ::reports::ReportSpec &report = *m_figures.request.report;
        add(quiet(report.shows(Measure::FixedFirst)
                ? tr("Times are medians and means of tickets that have both moments. Fixed at "
                     "once: repairs done in "
                     "the first round. Satisfied: 3 (fairly satisfied) or better.")
                : tr("Satisfied: 3 (fairly satisfied) or better.")));
        if (report.hasImprovements)
            add(quiet(tr("Improvement measures: those of the complaints of this period, and those "
                         "of earlier ones "
                         "that are not done or whose effect nobody has checked yet. A measure is "
                         "overdue from the "
                         "day after the one by which it is to be done.")));
        add(quiet(tr("Counted at entry %1. The same cut gives the same figures on any later day.")
                      .arg(m_figures.cut.text())));
    }

    static paper::Paragraph quiet(const QString &text) { return {text, true}; }

    const Figures &m_figures;
    ReportTables m_tables;
    paper::Document m_document;
};

} // namespace

paper::Document reportDocument(
    const Figures &figures, const QString &madeBy, const QDateTime &madeAt)
{
    return Builder(figures, madeBy, madeAt).build();
}

} // namespace ui::reports
