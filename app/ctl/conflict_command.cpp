// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "input.h"
#include "list_page.h"

#include "items/conflict_settling.h"
#include "items/conflict_words.h"

#include "domain/words.h"

#include <algorithm>
#include <limits>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::ConflictCard;
using items::Holds;

namespace
{

/// Who said it, when, and at which desk.
QJsonObject sideJson(const ConflictCard::Side &side, qint64 position, store::Reader &reader)
{
    const auto entry = store::findEntry(reader, position);
    if (!entry)
        return {};
    const auto author = reader.findRow(entry->actor);
    return {{u"entry"_s, position},
        {u"by"_s, author ? QJsonValue(author->row.values.text(staff::Login)) : QJsonValue()},
        {u"desk"_s, side.desk.isEmpty() ? QJsonValue() : QJsonValue(side.desk)},
        {u"recorded_at"_s, FieldText(reader).time(entry->recorded_ms)},
        {u"did"_s, items::deedWords(side.events)}, {u"knew_other"_s, side.knewOther}};
}

QJsonArray fieldsJson(const ConflictCard &card)
{
    QJsonArray fields;
    for (const ConflictCard::Field &field : card.fields) {
        fields.append(
            QJsonObject{{u"field"_s, items::fieldName(card, field.id)}, {u"label"_s, field.label},
                {u"earlier"_s, field.earlier}, {u"later"_s, field.later}, {u"now"_s, field.now}});
    }
    return fields;
}

QJsonObject settlementJson(const ConflictCard &card, store::Reader &reader)
{
    QJsonObject object = sideJson({.desk = card.settled.desk}, card.line.settledBy, reader);
    object.remove(u"did"_s);
    object.remove(u"knew_other"_s);
    object.insert(u"remark"_s, card.settled.remark);
    return object;
}

QJsonObject conflictJson(const ConflictCard &card, store::Reader &reader)
{
    const store::ConflictLine &line = card.line;
    QJsonObject object{{u"id"_s, line.id.toHex()}, {u"subject"_s, line.subject.toHex()},
        {u"reason"_s, items::conflictCode(line.reason)}, {u"about"_s, card.subject},
        {u"words"_s, items::conflictTitle(card)}};
    const QJsonObject side = sideJson(card.later, line.entry, reader);
    for (auto each = side.begin(); each != side.end(); ++each)
        object.insert(each.key(), each.value());
    if (line.other)
        object.insert(u"against"_s, sideJson(card.earlier, line.other, reader));
    if (!line.ticket.isEmpty())
        object.insert(u"ticket"_s, line.ticket);
    if (card.reg)
        object.insert(u"register"_s, QString::fromLatin1(registerSpec(*card.reg).key));
    if (!card.fields.isEmpty())
        object.insert(u"fields"_s, fieldsJson(card));
    if (!card.stateThen.isEmpty())
        object.insert(u"state_then"_s, card.stateThen);
    if (!card.isOpen())
        object.insert(u"settled"_s, settlementJson(card, reader));
    return object;
}

/// Two rows under one label, which desks gave without knowing of each other.
QJsonObject twinJson(const store::Twin &twin)
{
    const RegisterSpec &spec = registerSpec(twin.row.row.reg);
    return {{u"reason"_s, u"same_label"_s}, {u"register"_s, QString::fromLatin1(spec.key)},
        {u"label"_s, twin.row.row.values.text(spec.code)}, {u"answers_to"_s, twin.label},
        {u"subject"_s, twin.row.row.id.toHex()}, {u"other"_s, twin.first.toHex()}};
}

Holds holdsFrom(const QString &word)
{
    constexpr std::pair<const char *, Holds> words[] = {{"standing", Holds::Standing},
        {"earlier", Holds::Earlier}, {"later", Holds::Later}, {"", Holds::Standing}};
    const auto known = std::ranges::find_if(
        words, [&](const auto &each) { return word == QLatin1StringView(each.first); });
    if (known == std::end(words))
        wrongUsage(Words::tr("What holds is one of: standing, earlier, later."));
    return known->second;
}

void mustBeTaken(const store::Verdict &verdict)
{
    if (const Refusal *refusal = store::refused(verdict))
        refuse(*refusal);
}

} // namespace

int runConflicts(Session &session, Arguments &arguments)
{
    const ListPage page = ListPage::from(arguments);
    const bool all = arguments.flag(u"--all"_s), settled = arguments.flag(u"--settled"_s);
    arguments.done();
    store::Reader &reader = session.desk().read();
    items::ConflictCards cards(reader);
    QVector<qint64> numbers = cards.conflicts().findNumbers({all ? store::ConflictQuery::All
            : settled                                            ? store::ConflictQuery::Settled
                                                                 : store::ConflictQuery::Open,
        {}, {}, std::numeric_limits<qsizetype>::max()});
    std::ranges::reverse(numbers);
    const QVector<store::Twin> twins = settled ? QVector<store::Twin>() : reader.findTwins();
    session.checkReading();
    if (page.onlyCount) {
        session.print(QJsonObject{{u"count"_s, numbers.size() + twins.size()}});
        return 0;
    }
    for (qsizetype place = 0; place < numbers.size(); ++place) {
        const auto card = page.holds(place) ? cards.card(numbers[place]) : std::nullopt;
        if (card)
            session.print(conflictJson(*card, reader));
    }
    for (qsizetype place = 0; place < twins.size(); ++place) {
        if (page.holds(numbers.size() + place))
            session.print(twinJson(twins[place]));
    }
    return 0;
}

int runConflict(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(Words::tr("What to do with the conflict"));
    if (what != u"settle")
        wrongUsage(Words::tr("A conflict can be settled: griddeskctl conflict settle ID"));
    const QString named = arguments.word(Words::tr("The conflict's id"));
    const QString remark = arguments.option(u"--remark"_s);
    const Holds holds = holdsFrom(arguments.option(u"--holds"_s));
    arguments.done();
    const auto id = Id::fromHex(named);
    store::Reader &reader = session.desk().read();
    items::ConflictCards cards(reader);
    for (const store::ConflictLine &line : reader.findConflicts()) {
        if (!id || line.id != *id)
            continue;
        const auto card = cards.card(line.number);
        if (!card)
            break;
        const auto plan =
            items::planSettling(reader, *card, holds, {}, remark, session.desk().who());
        if (const auto *refusal = std::get_if<Refusal>(&plan))
            refuse(*refusal);
        const auto &settling = std::get<items::SettlingPlan>(plan);
        if (settling.first)
            mustBeTaken(session.desk().submit(*settling.first).result());
        mustBeTaken(session.desk().submit(settling.settle).result());
        session.print(QJsonObject{{u"settled"_s, named}});
        return 0;
    }
    refuse({QStringLiteral("ID"), Words::tr("There is no conflict \"%1\".").arg(named),
        Words::tr("List them with: griddeskctl conflicts"), Refusal::Unknown});
}

} // namespace ctl
