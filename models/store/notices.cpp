// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notices.h"

#include "record/entry.h"
#include "store/conflicts.h"
#include "store/entry_line.h"
#include "store/escalations.h"
#include "store/notice_scenes.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

class Search
{
public:
    Search(Reader &reader, const Id &person)
        : m_reader(reader)
        , m_database(reader.database())
        , m_person(person)
        , m_scenes(reader)
    {
    }

    void lookThrough(const record::Entry &entry, qint64 position)
    {
        if (entry.actor == m_person)
            return;
        for (const Event &event : entry.events) {
            if (!mayBeTold(event))
                continue;
            const bool isSettling = std::holds_alternative<Settled>(event);
            const auto line = isSettling ? tellSettled(std::get<Settled>(event), entry)
                                         : tellStep(event, entry, position);
            if (line) {
                m_lines.append(*line);
                m_lines.last().position = position;
                m_lines.last().key = QString::number(position);
                m_lines.last().at_ms = entry.recorded_ms;
                m_lines.last().person = m_scenes.nameOf(entry.actor);
                return; // one entry is one notice, however many events it has
            }
        }
    }

    void lookThrough(const Statement &conflict)
    {
        const Id subject = conflict.id(1);
        const qint64 one = conflict.integer(2), other = conflict.integer(3);
        const bool differs = hasEffect(ConflictReason(conflict.integer(4)));
        const auto entry = findEntry(m_reader, one);
        if (!entry)
            return;
        QVector<Id> authors{entry->actor};
        const auto against = differs && other ? findEntry(m_reader, other) : std::nullopt;
        if (against)
            authors.append(against->actor);
        const NoticeScenes::Glance ticket = m_scenes.glanceAt(subject);
        const NoticeRule *rule =
            noticeFor(m_person, QLatin1StringView(differs ? deed::differ : deed::noEffect),
                m_scenes.sceneOf(ticket, entry->recorded_ms, authors));
        if (!rule)
            return;
        NoticeLine line = m_scenes.lineFor(*rule, ticket);
        nameRow(line, subject);
        line.conflict = conflict.integer(0);
        line.key = u'c' + conflict.id(5).toHex();
        line.position = one;
        line.at_ms = std::max(entry->recorded_ms, against ? against->recorded_ms : 0);
        m_lines.append(line);
    }

    QVector<NoticeLine> lines() const { return m_lines; }

private:
    std::optional<NoticeLine> tellStep(
        const Event &event, const record::Entry &entry, qint64 position)
    {
        const Id id = subjectOf(event);
        const NoticeScenes::Glance ticket = m_scenes.glanceAt(id);
        if (ticket.row == 0)
            return {};
        NoticeScene scene = m_scenes.sceneOf(ticket, entry.recorded_ms, {});
        if (const auto *step = std::get_if<StepTaken>(&event);
            step && step->values.has(field::Assignee))
            scene.formerAssignee = assigneeBefore(ticket.row, *step);
        const NoticeRule *rule = noticeFor(m_person, event, scene);
        if (!rule || entriesWithoutEffect(m_database, id).contains(position))
            return {};
        NoticeLine line = m_scenes.lineFor(*rule, ticket);
        line.at_ms = entry.recorded_ms;
        return isKnownBy(m_reader, m_person, line) ? std::nullopt : std::optional(line);
    }

    std::optional<NoticeLine> tellSettled(const Settled &settled, const record::Entry &entry)
    {
        Statement &find = m_database.prepared("SELECT entry, other FROM conflicts WHERE uid=?");
        const bool isKnown = find.bind(1, settled.conflict).step();
        const qint64 sides[] = {isKnown ? find.integer(0) : 0, isKnown ? find.integer(1) : 0};
        find.reset();
        QVector<Id> authors;
        for (qint64 side : sides) {
            if (const auto said = side ? findEntry(m_reader, side) : std::nullopt)
                authors.append(said->actor);
        }
        const NoticeScenes::Glance ticket = m_scenes.glanceAt(settled.subject);
        const NoticeRule *rule = noticeFor(m_person, QLatin1StringView(deed::settled),
            m_scenes.sceneOf(ticket, entry.recorded_ms, authors));
        if (!rule)
            return {};
        NoticeLine line = m_scenes.lineFor(*rule, ticket);
        nameRow(line, settled.subject);
        return line;
    }

    /// Of a row the register and the code: they lead to nobody, as names may.
    void nameRow(NoticeLine &line, const Id &subject)
    {
        line.subject = subject;
        const auto row = line.row ? std::nullopt : m_reader.findRow(subject);
        if (!row)
            return;
        const RegisterSpec &spec = registerSpec(row->row.reg);
        line.reg = spec.reg;
        line.title = spec.titleText();
        if (spec.code)
            line.title += u' ' + row->row.values.text(spec.code);
    }

    /// Whom it was with before this step; the service record is read only where it went from hand to hand.
    Id assigneeBefore(qint64 row, const StepTaken &step)
    {
        Statement &count =
            m_database.prepared("SELECT count(*) FROM steps WHERE ticket=? AND action=?");
        const bool isAgain = count.bind(1, row).bind(2, step.action).step() && count.integer(0) > 1;
        count.reset();
        if (!isAgain)
            return {};
        const auto ticket = m_reader.findTicket(row);
        Id before;
        for (const Step &each : ticket ? ticket->ticket.steps : QVector<Step>()) {
            if (each.action == step.action && each.at_ms == step.at_ms && each.by == step.by)
                return before;
            if (each.values.has(field::Assignee))
                before = each.values[field::Assignee].value<Id>();
        }
        return before;
    }

    Reader &m_reader;
    Database &m_database;
    const Id m_person;
    NoticeScenes m_scenes;
    QVector<NoticeLine> m_lines;
};

} // namespace

bool isKnownBy(Reader &reader, const Id &person, const NoticeLine &line)
{
    try {
        if (line.isEscalation())
            return isOver(reader, line);
        Statement find(reader.database().handle(),
            line.conflict ? "SELECT 1 FROM conflicts WHERE id=? AND settled_by>0"
                          : "SELECT 1 FROM steps WHERE ticket=? AND typed_by=? AND recorded_at>?");
        if (line.conflict)
            find.bind(1, line.conflict);
        else
            find.bind(1, line.row).bind(2, reader.rows().numberOf(person)).bind(3, line.at_ms);
        return find.step();
    } catch (const SqlFailure &) {
        return false;
    }
}

NoticeReach noticesEnd(Reader &reader)
{
    try {
        return {reader.position(),
            reader.database().value("SELECT max(id) FROM conflicts").toLongLong()};
    } catch (const SqlFailure &) {
        return {};
    }
}

NoticePortion findNotices(Reader &reader, const Id &person, const NoticeReach &from, qint64 most)
{
    NoticePortion portion{.reached = from};
    try {
        Search search(reader, person);
        Statement entries(reader.database().handle(),
            "SELECT position, bytes FROM entries WHERE position>? ORDER BY position LIMIT ?");
        entries.bind(1, from.position).bind(2, most);
        qint64 read = 0;
        for (; entries.step(); ++read) {
            portion.reached.position = entries.integer(0);
            if (const auto entry = record::decode(entries.blob(1)))
                search.lookThrough(*entry, portion.reached.position);
        }
        Statement conflicts(reader.database().handle(),
            "SELECT id, subject, entry, other, reason, uid, settled_by FROM conflicts"
            " WHERE id>? ORDER BY id LIMIT ?");
        conflicts.bind(1, from.conflict).bind(2, most);
        qint64 raised = 0;
        for (; conflicts.step(); ++raised) {
            portion.reached.conflict = conflicts.integer(0);
            if (conflicts.integer(6) == 0)
                search.lookThrough(conflicts);
        }
        portion.lines = search.lines();
        portion.isLast = read < most && raised < most;
        if (portion.isLast)
            portion.escalations = findEscalations(reader, person);
    } catch (const SqlFailure &) {
        portion.isLast = true; // what can't be read now is looked through after the next commit
    }
    return portion;
}

} // namespace store
