// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/caller_answer.h"

#include "items/candidates.h"
#include "items/clock_words.h"

#include "items/shown_contact.h"

#include "domain/personal_numbers.h"
#include "domain/words.h"
#include "domain/workflow.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace items
{

using namespace domain;
using store::NumberedRow;
using store::Reader;
using store::TicketLine;
using store::TicketQuery;

namespace
{

constexpr int mostCallers = 8;
constexpr int mostTickets = 20;
constexpr int leastDigits = 3;

class Finding
{
public:
    Finding(Reader &reader, const CallerQuestion &question)
        : m_reader(reader)
    {
        m_answer.question = question;
        m_answer.asked_ms = reader.now_ms();
        m_answer.zone = reader.zone();
    }

    void findCallers();
    void findTicketsOfCaller();
    void findDuplicates();
    void findRepeats();
    void findGrid();
    void findProposal();
    void findOutages();
    void findGuidance();
    void findPromises();
    CallerAnswer take() { return std::move(m_answer); }

private:
    KnownCaller callerFrom(const NumberedRow &row);
    void addOthers(const store::CustomerFile &file, KnownCaller &caller);
    void rank();
    void addDuplicates(PossibleDuplicate::Why why, const QVector<TicketLine> &lines);
    const Values &ticket() const { return m_answer.question.ticket; }
    QString customerRow() const { return QString::number(m_answer.certain()->row); }

    Reader &m_reader;
    CallerAnswer m_answer;
};

/// Everything that was filed about them, whichever of the merged files was found.
KnownCaller Finding::callerFrom(const NumberedRow &row)
{
    const auto file = m_reader.findCustomerFile(row.number);
    const NumberedRow &stays = file ? file->customer : row;
    const auto text = [&](quint8 field) { return m_reader.open(field, stays.row.values[field]); };
    const ShownContact shown = showContact(m_reader, stays, Clarity::Clear);
    KnownCaller caller{.id = stays.row.id,
        .row = stays.number,
        .name = shown.name,
        .phone = shown.phone,
        .address = shown.address,
        .needs = text(customer::Needs),
        .groups = severalOf(text(customer::Groups))};
    QStringList wishes{text(customer::Language), text(customer::ContactTime),
        wordFor(List::ContactWay, stays.row.values.text(customer::ContactWay))};
    wishes.removeAll(QString());
    caller.preference = wishes.join(QStringLiteral(" · "));
    if (file)
        addOthers(*file, caller);
    return caller;
}

void Finding::addOthers(const store::CustomerFile &file, KnownCaller &caller)
{
    for (const NumberedRow &row : file.merged) {
        const ShownContact shown = showContact(m_reader, row, Clarity::Clear);
        caller.otherPhones << shown.phone;
        caller.otherNames << shown.name;
    }
    const QString number = dialled(m_answer.question.phone);
    for (const NumberedRow &row : file.contacts) {
        const ShownContact shown = showContact(m_reader, row, Clarity::Clear);
        caller.otherPhones << shown.phone;
        caller.otherNames << shown.name;
        const QString relation =
            m_reader.open(contact::Relation, row.row.values[contact::Relation]);
        if (!number.isEmpty() && dialled(shown.phone) == number)
            caller.speaks =
                relation.isEmpty() ? shown.name : shown.name + QStringLiteral(" · ") + relation;
    }
}

void Finding::findCallers()
{
    const CallerQuestion &asked = m_answer.question;
    const QString number = dialled(asked.phone), name = asked.name.trimmed();
    const QString place = ticket().text(field::Address).trimmed();
    if (!asked.known.isNull()) {
        if (const auto row = m_reader.findRow(asked.known)) {
            m_answer.callers = {callerFrom(*row)};
            m_answer.callers.first().isCertain = true;
        }
        return;
    }
    QVector<NumberedRow> rows;
    if (number.size() >= leastDigits)
        rows = m_reader.findCustomers(number, mostCallers);
    else if (!name.isEmpty())
        rows = m_reader.findCustomers(name, mostCallers);
    else if (place.size() >= leastDigits)
        rows = m_reader.findCustomers(place, mostCallers);
    for (const NumberedRow &row : rows)
        m_answer.callers.append(callerFrom(row));
    rank();
}

/// Those whom the other fields fit come first; one alone with exactly this number is certain.
void Finding::rank()
{
    const CallerQuestion &asked = m_answer.question;
    const QString number = dialled(asked.phone), name = asked.name.trimmed();
    const QString place = ticket().text(field::Address).trimmed();
    const auto fit = [&](const KnownCaller &caller) {
        const auto isNumber = [&](const QString &phone) { return dialled(phone) == number; };
        const auto isName = [&](const QString &one) { return one.startsWith(name); };
        const bool calls = !number.isEmpty()
            && (isNumber(caller.phone) || std::ranges::any_of(caller.otherPhones, isNumber));
        const bool named = !name.isEmpty()
            && (isName(caller.name) || std::ranges::any_of(caller.otherNames, isName));
        // One's own number says more than a household member's.
        return 8 * calls + 4 * (!number.isEmpty() && isNumber(caller.phone)) + 2 * named
            + 1 * (!place.isEmpty() && caller.address.startsWith(place));
    };
    QVector<KnownCaller> &callers = m_answer.callers;
    std::ranges::stable_sort(
        callers, [&](const auto &one, const auto &other) { return fit(one) > fit(other); });
    if (callers.isEmpty() || fit(callers.first()) < 8)
        return;
    const bool contradicts = !name.isEmpty() && callers.first().name != name
        && !callers.first().otherNames.contains(name);
    const bool rivalled = callers.size() > 1 && fit(callers.at(1)) == fit(callers.first());
    callers.first().isCertain = !contradicts && !rivalled;
}

void Finding::findTicketsOfCaller()
{
    if (!m_answer.certain())
        return;
    TicketQuery query;
    query.filters = {
        {QStringLiteral("customer"), customerRow()}, {QStringLiteral("open"), QStringLiteral("1")}};
    query.limit = mostTickets;
    m_answer.openTickets = m_reader.findTickets(query);

    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_answer.asked_ms, m_answer.zone);
    query.filters[1] = {
        QStringLiteral("from"), QString::number(now.addYears(-1).toMSecsSinceEpoch())};
    query.limit = -1;
    const auto bySatisfaction = m_reader.countTicketsBy(query, QStringLiteral("satisfaction"));
    for (auto at = bySatisfaction.cbegin(); at != bySatisfaction.cend(); ++at) {
        m_answer.ofLastYear += at.value();
        if (!at.key().isEmpty() && at.key().toInt() <= 2)
            m_answer.dissatisfiedOfLastYear += at.value();
    }
}

void Finding::addDuplicates(PossibleDuplicate::Why why, const QVector<TicketLine> &lines)
{
    for (const TicketLine &line : lines) {
        const bool known = std::ranges::any_of(m_answer.duplicates,
            [&line](const PossibleDuplicate &one) { return one.line.row == line.row; });
        if (!known)
            m_answer.duplicates.append({why, line});
    }
}

void Finding::findDuplicates()
{
    const QString category = ticket().text(field::Category);
    if (!category.isEmpty()) {
        QVector<TicketLine> same = m_answer.openTickets;
        same.removeIf([&](const TicketLine &line) { return line.category != category; });
        addDuplicates(PossibleDuplicate::SameMatter, same);
    }
    const QString building = buildingOf(ticket().text(field::Address).trimmed());
    if (building.isEmpty())
        return;
    TicketQuery recent;
    recent.filters = {{QStringLiteral("from"), QString::number(m_answer.asked_ms - sameMatter_ms)},
        {QStringLiteral("open"), QStringLiteral("1")}};
    recent.limit = 500;
    QVector<TicketLine> near = m_reader.findTickets(recent);
    near.removeIf([&](const TicketLine &line) {
        return buildingOf(line.address) != building
            || (ticket().has(field::Line) && line.line != ticket().text(field::Line));
    });
    addDuplicates(PossibleDuplicate::SamePlace, near);
}

void Finding::findRepeats()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_answer.asked_ms, m_answer.zone);
    const auto since = [](const QDateTime &moment) {
        return store::Filter{QStringLiteral("from"), QString::number(moment.toMSecsSinceEpoch())};
    };
    if (m_answer.certain()) {
        m_answer.repeats.complaints = m_reader.countTickets(
            {.filters = {{QStringLiteral("customer"), customerRow()},
                 {QStringLiteral("kind"), QStringLiteral("complaint")}, since(now.addYears(-1))}});
    }
    const QString category = ticket().text(field::Category);
    const QString building = buildingOf(ticket().text(field::Address).trimmed());
    if (category.isEmpty() || building.isEmpty() || m_answer.gridCode.isEmpty())
        return;
    const QVector<TicketLine> lines = m_reader.findTickets(
        {.filters = {{QStringLiteral("grid"), m_answer.gridCode},
             {QStringLiteral("category"), category}, since(now.addDays(-repeatDays))}});
    m_answer.repeats.samePlace = std::ranges::count_if(lines,
        [&building](const TicketLine &line) { return buildingOf(line.address) == building; });
}

void Finding::findGrid()
{
    m_answer.grid = ticket().has(field::Grid) ? ticket()[field::Grid].value<Id>()
                                              : m_reader.findGridFor(ticket());
    const auto grid = m_answer.grid.isNull() ? std::nullopt : m_reader.findRow(m_answer.grid);
    if (!grid)
        return;
    const Values &row = grid->row.values;
    m_answer.gridCode = row.text(grid::Code);
    m_answer.gridName = row.text(grid::Name);
    if (const auto chief = m_reader.findRow(row[grid::Chief].value<Id>())) {
        m_answer.chiefName = chief->row.values.text(staff::Name);
        m_answer.chiefPhone = chief->row.values.text(staff::Phone);
    }
}

void Finding::findProposal()
{
    constexpr const char *action = "dispatch";
    const WorkflowSpec &workflow = workflowForKind(ticket().text(field::Kind));
    if (!workflow.findAction(action))
        return;
    CandidateFinder finder(m_reader);
    Values located = ticket();
    located.set(field::Grid, QVariant::fromValue(m_answer.grid));
    const QString team = finder.unitFor(located, action);
    if (team.isEmpty())
        return;
    m_answer.proposal = Proposal{team};
    const QVector<Candidate> ranked = finder.rank(located, action);
    if (ranked.isEmpty() || !ranked.constFirst().isAble || ranked.constFirst().team != team)
        return;
    const Candidate &best = ranked.constFirst();
    m_answer.proposal = Proposal{team, best.name, best.id, reasonWords(best)};
}

/// An outage in the grid, of the line that was named, or of any before it is.
void Finding::findOutages()
{
    if (m_answer.grid.isNull() && !ticket().has(field::Line))
        return;
    m_answer.outages = findOutagesAt(m_reader, m_answer.gridCode, ticket().text(field::Line));
}

void Finding::findGuidance()
{
    constexpr std::pair<quint8, quint8> asked[] = {{guidance::Kind, field::Kind},
        {guidance::Line, field::Line}, {guidance::Category, field::Category}};
    std::multimap<int, Values> fitting; // by how much they name
    for (const NumberedRow &row : m_reader.findRows(Register::Guidance)) {
        int named = 0;
        const bool fits = std::ranges::all_of(asked, [&](const auto &pair) {
            const QString wanted = row.row.values.text(pair.first);
            named += !wanted.isEmpty();
            return wanted.isEmpty() || wanted == ticket().text(pair.second);
        });
        if (fits)
            fitting.emplace(named, row.row.values);
    }
    const std::pair<quint8, QString Guidance::*> columns[] = {
        {guidance::Greeting, &Guidance::greeting}, {guidance::Questions, &Guidance::questions},
        {guidance::Wording, &Guidance::wording}, {guidance::Avoid, &Guidance::avoid},
        {guidance::BeforeCrew, &Guidance::beforeCrew}};
    for (const auto &[named, row] : fitting) {
        for (const auto &[column, text] : columns) {
            if (row.has(column))
                m_answer.guidance.*text = row.text(column);
        }
    }
    // What the category itself says to ask stands where nobody wrote more.
    const QString category = ticket().text(field::Category);
    if (category.isEmpty() || !m_answer.guidance.questions.isEmpty())
        return;
    for (const NumberedRow &row : m_reader.findRows(Register::Category)) {
        if (row.row.values.text(category::Name) == category)
            m_answer.guidance.questions = row.row.values.text(category::Questions);
    }
}

void Finding::findPromises()
{
    if (!ticket().has(field::Kind))
        return;
    Values complete = ticket();
    if (!complete.has(field::Line))
        complete.set(field::Line, QStringLiteral("other"));
    if (!complete.has(field::Urgency))
        complete.set(field::Urgency, QStringLiteral("normal"));
    m_answer.promises = m_reader.findPromises(complete);
    const Standards standards = m_reader.standards();
    for (const ClockStart &promise : std::as_const(m_answer.promises))
        m_answer.counting << basisWords(promise.basis, standards);
}

} // namespace

QString buildingOf(const QString &address)
{
    static const QRegularExpression building(QStringLiteral("^.*(?:单元|号楼|栋|幢|座)"));
    const QRegularExpressionMatch named = building.match(address);
    if (named.hasMatch())
        return named.captured();
    // "幸福小区3-2-501" and the like: the last number is the room's.
    static const QRegularExpression room(QStringLiteral("[-－#]?\\d+室?$"));
    const QString without = QString(address).remove(room);
    return without.isEmpty() || without.endsWith(u'号') ? address : without;
}

CallerAnswer findCallerAnswer(
    Reader &reader, const CallerQuestion &question, const std::function<bool()> &superseded)
{
    Finding finding(reader, question);
    using Part = void (Finding::*)();
    for (const Part part :
        {&Finding::findCallers, &Finding::findTicketsOfCaller, &Finding::findDuplicates,
            &Finding::findGrid, &Finding::findRepeats, &Finding::findOutages,
            &Finding::findProposal, &Finding::findGuidance, &Finding::findPromises}) {
        if (superseded())
            break;
        (finding.*part)();
    }
    return finding.take();
}

} // namespace items
