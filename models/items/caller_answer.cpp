// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/caller_answer.h"

#include "items/clock_words.h"

#include "items/shown_contact.h"

#include "domain/personal_numbers.h"
#include "domain/words.h"
#include "domain/workflow.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

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
    void findGrid();
    void findProposal();
    void findQuestions();
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
    Values m_gridRow;
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

void Finding::findGrid()
{
    m_answer.grid = ticket().has(field::Grid) ? ticket()[field::Grid].value<Id>()
                                              : m_reader.findGridFor(ticket());
    const auto grid = m_answer.grid.isNull() ? std::nullopt : m_reader.findRow(m_answer.grid);
    if (!grid)
        return;
    m_gridRow = grid->row.values;
    m_answer.gridCode = m_gridRow.text(grid::Code);
    m_answer.gridName = m_gridRow.text(grid::Name);
    if (const auto chief = m_reader.findRow(m_gridRow[grid::Chief].value<Id>())) {
        m_answer.chiefName = chief->row.values.text(staff::Name);
        m_answer.chiefPhone = chief->row.values.text(staff::Phone);
    }
}

void Finding::findProposal()
{
    const QString team = m_gridRow.text(grid::Team);
    const WorkflowSpec &workflow = workflowForKind(ticket().text(field::Kind));
    if (team.isEmpty() || !workflow.findAction(u"dispatch"))
        return;
    m_answer.proposal = Proposal{team};
    Proposal &proposal = *m_answer.proposal;
    const auto people = m_reader.findRows(Register::Staff);
    for (const NumberedRow &person : people) {
        const Values &values = person.row.values;
        const QString role = values.text(staff::Role);
        if (values.text(staff::Team) != team || (role != u"technician" && role != u"leader"))
            continue;
        TicketQuery inHand;
        inHand.filters = {{QStringLiteral("assignee"), values.text(staff::Login)},
            {QStringLiteral("open"), QStringLiteral("1")}};
        const qint64 load = m_reader.countTickets(inHand);
        if (proposal.personId.isNull() || load < proposal.inHand)
            proposal = {team, values.text(staff::Name), person.row.id, load};
    }
}

void Finding::findQuestions()
{
    const QString category = ticket().text(field::Category);
    if (category.isEmpty())
        return;
    const auto categories = m_reader.findRows(Register::Category);
    for (const NumberedRow &row : categories) {
        if (row.row.values.text(category::Name) == category)
            m_answer.questionsToAsk = row.row.values.text(category::Questions);
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
    for (const Part part : {&Finding::findCallers, &Finding::findTicketsOfCaller,
             &Finding::findDuplicates, &Finding::findGrid, &Finding::findProposal,
             &Finding::findQuestions, &Finding::findPromises}) {
        if (superseded())
            break;
        (finding.*part)();
    }
    return finding.take();
}

} // namespace items
