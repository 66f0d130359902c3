// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/figures.h"

#include "domain/words.h"
#include "store/reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace reports
{

namespace
{

using store::FactGroup;
using store::TicketFacts;

/// Counts the tickets of one period, as they come.
class PeriodCount
{
public:
    PeriodCount(const Period &period, qsizetype groupings, const QTimeZone &zone)
        : m_figures{.period = period}
        , m_groups(size_t(groupings))
    {
        for (const Period::Part &part : period.parts(zone))
            m_starts.push_back(part.begin_ms);
        m_figures.trend.resize(qsizetype(m_starts.size()));
    }

    void add(const TicketFacts &ticket, qint64 at_ms)
    {
        const Marks marks = marksOf(ticket, at_ms);
        m_figures.all.add(marks, ticket.satisfaction);
        m_figures.trend[partOf(ticket.happened_ms)].add(marks, ticket.satisfaction);
        for (size_t i = 0; i < m_groups.size(); ++i) {
            if (m_groups[i].size() <= ticket.groups[i])
                m_groups[i].resize(ticket.groups[i] + 1);
            m_groups[i][ticket.groups[i]].add(marks, ticket.satisfaction);
        }
        for (const SpanSpec &spec : allSpans())
            addSpan(spec, ticket);
    }

    const Tally &group(qsizetype grouping, qsizetype place) const
    {
        return m_groups[size_t(grouping)][size_t(place)];
    }

    PeriodFigures result()
    {
        for (size_t i = 0; i < m_lengths.size(); ++i)
            m_figures.times[i] = Spread::of(std::move(m_lengths[i]));
        return m_figures;
    }

private:
    qsizetype partOf(qint64 happened_ms) const
    {
        return std::ranges::upper_bound(m_starts, happened_ms) - m_starts.begin() - 1;
    }

    void addSpan(const SpanSpec &spec, const TicketFacts &ticket)
    {
        const qint64 from_ms = ticket.*spec.from_ms, to_ms = ticket.*spec.to_ms;
        if (from_ms && to_ms >= from_ms)
            m_lengths[size_t(spec.span)].push_back(to_ms - from_ms);
    }

    PeriodFigures m_figures;
    std::vector<qint64> m_starts;
    std::vector<std::vector<Tally>> m_groups;
    std::array<std::vector<qint64>, spanCount> m_lengths;
};

QString labelOf(quint8 number, const FactGroup &group)
{
    const domain::FieldSpec &spec = *domain::ticketFields().find(number);
    if (group.code.isEmpty())
        return QCoreApplication::translate("reports::Report", "(not filled in)");
    if (spec.type == domain::FieldType::Grid && group.name != group.code)
        return group.code + QLatin1Char(' ') + group.name;
    if (!group.name.isEmpty())
        return group.name;
    return spec.list == domain::List::None ? group.code : domain::wordFor(spec.list, group.code);
}

/// The groups with their tallies. Rows with one code (a grid that was added on two desks) count as one group.
QVector<Group> groupsOf(const Grouping &asked, const QVector<FactGroup> &found,
    const PeriodCount &count, qsizetype grouping)
{
    const quint8 number = asked.field;
    QVector<Group> groups;
    for (qsizetype place = 0; place < found.size(); ++place) {
        const QString &code = found[place].code;
        auto at = std::ranges::find(groups, code, &Group::code);
        if (at == groups.end())
            at = groups.insert(groups.size(), {code, labelOf(number, found[place]), {}});
        at->tally += count.group(grouping, place);
    }
    std::ranges::sort(groups, [](const Group &a, const Group &b) {
        const qint64 more = a.tally[Measure::Received], less = b.tally[Measure::Received];
        return more != less ? more > less : a.code < b.code;
    });
    // What isn't filled in has no place in such an order.
    if (asked.isPareto)
        std::ranges::stable_partition(
            groups, [](const Group &group) { return !group.code.isEmpty(); });
    return groups;
}

QString companyOf(store::Reader &reader)
{
    const auto rows = reader.findRows(domain::Register::Company, 1);
    return rows.isEmpty() ? QString() : rows.constFirst().row.values.text(domain::company::Name);
}

/// The groupings are asked of the period itself; of the two that it is compared with only the whole is told.
QVector<store::FactQuery> queriesFor(const ReportRequest &request, const QTimeZone &zone)
{
    QVector<store::FactQuery> queries;
    for (const Period &period :
        {request.period, request.period.before(), request.period.yearBefore()})
        queries.append(
            {period.begin_ms(zone), period.end_ms(zone), request.grids, request.report->kinds, {}});
    for (const Grouping &grouping : request.report->groupings)
        queries.first().groupings.append(grouping.field);
    return queries;
}

/// The moment by which open tickets are late. A cut that names none takes that of its last entry.
Cut cutFor(const ReportRequest &request, store::Reader &reader)
{
    constexpr qint64 second_ms = 1000;
    if (!request.cut)
        return {0, reader.now_ms() / second_ms * second_ms};
    Cut cut = *request.cut;
    if (!cut.at_ms)
        cut.at_ms = reader.findRecordedAt_ms(cut.position) / second_ms * second_ms;
    return cut;
}

/// As the desk knew them at the cut. False when the desk failed.
bool addImprovements(Figures &figures, store::Reader &reader)
{
    const ReportRequest &request = figures.request;
    try {
        figures.improvements = findImprovements(reader,
            {.from_ms = request.period.begin_ms(figures.zone),
                .until_ms = request.period.end_ms(figures.zone),
                .grids = request.grids,
                .kinds = request.report->kinds,
                .position = figures.cut.position,
                .at_ms = figures.cut.at_ms});
        return true;
    } catch (const store::SqlFailure &) {
        return false;
    }
}

} // namespace

const QVector<Group> &Figures::by(quint8 field) const
{
    const auto &groupings = request.report->groupings;
    const auto at = std::ranges::find(groupings, field, &Grouping::field);
    static const QVector<Group> none;
    return at == groupings.end() ? none : groups[at - groupings.begin()];
}

Figures countFigures(
    store::Reader &reader, const ReportRequest &request, const std::atomic<bool> *stop)
{
    const QTimeZone zone = reader.zone();
    const auto &groupings = request.report->groupings;
    std::vector<PeriodCount> counts{{request.period, qsizetype(groupings.size()), zone},
        {request.period.before(), 0, zone}, {request.period.yearBefore(), 0, zone}};
    Cut cut = cutFor(request, reader);
    const auto take = [&](qsizetype query, const TicketFacts &ticket) {
        counts[size_t(query)].add(ticket, cut.at_ms);
    };
    const store::FactSheet sheet =
        reader.findFacts(queriesFor(request, zone), cut.position, take, stop);
    cut.position = sheet.position;
    Figures figures{request, companyOf(reader), zone, cut, reader.position() - cut.position,
        counts[0].result(), counts[1].result(), counts[2].result()};
    figures.isComplete = sheet.isComplete;
    if (sheet.isComplete) {
        for (qsizetype i = 0; i < qsizetype(groupings.size()); ++i)
            figures.groups.append(groupsOf(groupings[size_t(i)], sheet.groups[0][i], counts[0], i));
        if (request.report->hasImprovements)
            figures.isComplete = addImprovements(figures, reader);
    }
    return figures;
}

} // namespace reports
