// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/conflict_words.h"

#include "store/said.h"

#include "domain/rights.h"
#include "domain/words.h"

#include <QCoreApplication>

#include <iterator>

namespace items
{

using namespace domain;
using store::ConflictReason;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items)
};

/// One row for each reason: a new one costs its row. %1 is what it is about: the fields, or the deed.
struct ReasonWords {
    ConflictReason reason;
    const char *code;
    const char *title;
    const char *meaning;
};

constexpr ReasonWords reasons[] = {
    {ConflictReason::Contradicts, "contradicts", QT_TRANSLATE_NOOP("items", "Two desks differ: %1"),
        QT_TRANSLATE_NOOP(
            "items", "One of the two stands until somebody says what holds. Both stay on record.")},
    {ConflictReason::StockBelowZero, "stock_below_zero",
        QT_TRANSLATE_NOOP("items", "More went out than was in stock: %1"),
        QT_TRANSLATE_NOOP("items",
            "Both went out and count. Count what is really there; the count is what holds from "
            "then "
            "on.")},
    {ConflictReason::NoLongerApplies, "no_longer_applies",
        QT_TRANSLATE_NOOP("items", "Came too late: %1"),
        QT_TRANSLATE_NOOP("items",
            "It stays on record and had no effect. Look whether it was done all the same; what is "
            "still to be done is recorded anew.")},
    {ConflictReason::LackedRight, "lacked_right",
        QT_TRANSLATE_NOOP("items", "Without the right to it: %1"),
        QT_TRANSLATE_NOOP("items",
            "It stays on record and had no effect: its author had no right to it. Look whether it "
            "was done all the same; somebody who may records it anew.")},
    {ConflictReason::DeskRevoked, "desk_revoked",
        QT_TRANSLATE_NOOP("items", "From a desk that was shut out: %1"),
        QT_TRANSLATE_NOOP("items",
            "It stays on record and had no effect: its desk had been shut out by then. Look "
            "whether it was done all the same; somebody who may records it anew.")},
};

const ReasonWords *wordsOf(ConflictReason reason)
{
    const auto known = std::ranges::find(reasons, reason, &ReasonWords::reason);
    return known == std::end(reasons) ? nullptr : &*known;
}

QString nameOf(const ConflictCard::Side &side)
{
    return side.person.isEmpty() ? Words::tr("nobody of the staff") : side.person;
}

QString translated(const char *source)
{
    return QCoreApplication::translate("items", source);
}

struct DeedInWords {
    QString operator()(const TicketOpened &) const { return rightSpec(Right::TakeIn).titleText(); }
    QString operator()(const StepTaken &step) const { return actionWord(step.action); }
    QString operator()(const RegisterPut &put) const
    {
        return Words::tr("Change in: %1").arg(registerSpec(put.reg).titleText());
    }
    QString operator()(const RegisterRemoved &removed) const
    {
        return Words::tr("Removal from: %1").arg(registerSpec(removed.reg).titleText());
    }
    QString operator()(const Looked &) const { return Words::tr("A look at personal data"); }
    QString operator()(const Erased &) const
    {
        return rightSpec(Right::ApproveErasure).titleText();
    }
    QString operator()(const Settled &) const
    {
        return rightSpec(Right::SettleConflicts).titleText();
    }
    QString operator()(const StockMoved &moved) const
    {
        return Words::tr("Stock: %1").arg(wordFor(List::StockMove, moved.kind));
    }
    QString operator()(const UnknownEvent &) const { return Words::tr("Unknown to this program"); }
};

} // namespace

QString conflictCode(ConflictReason reason)
{
    const ReasonWords *words = wordsOf(reason);
    return words ? QString::fromLatin1(words->code) : QString();
}

QString deedWords(const QVector<Event> &events)
{
    QStringList words;
    for (const Event &event : events) {
        const QString what = std::visit(DeedInWords(), event);
        if (!words.contains(what))
            words << what;
    }
    return words.join(Words::tr(", "));
}

QString conflictTitle(const ConflictCard &card)
{
    const ReasonWords *words = wordsOf(card.line.reason);
    if (!words)
        return {};
    QStringList fields;
    for (const ConflictCard::Field &field : card.fields)
        fields << field.label;
    const QString what =
        fields.isEmpty() ? deedWords(card.later.events) : fields.join(Words::tr(", "));
    return translated(words->title).arg(what);
}

QString conflictMeaning(const ConflictCard &card)
{
    const ReasonWords *words = wordsOf(card.line.reason);
    if (!words)
        return {};
    const QString meaning = translated(words->meaning);
    if (card.stateThen.isEmpty())
        return meaning;
    return Words::tr("The ticket was already \"%1\" by then. %2")
        .arg(stateWord(card.stateThen), meaning);
}

QString knowledgeWords(const ConflictCard &card)
{
    if (!card.earlier.isThere() || !card.later.isThere())
        return {};
    const QString earlier = nameOf(card.earlier), later = nameOf(card.later);
    if (card.later.knewOther)
        return Words::tr("%1 knew what %2 had done.").arg(later, earlier);
    if (card.earlier.knewOther)
        return Words::tr("%1 knew what %2 had done.").arg(earlier, later);
    return Words::tr("Neither knew what the other had done.");
}

QString fieldName(const ConflictCard &card, quint8 field)
{
    if (field == store::isThereAtAll)
        return QStringLiteral("there");
    const FieldSpec *spec = card.isAboutTicket() ? ticketFields().find(field)
                                                 : registerSpec(*card.reg).fields.find(field);
    return spec ? spec->name() : QString();
}

QString peopleWords(const ConflictCard &card)
{
    if (!card.earlier.isThere())
        return nameOf(card.later);
    // One person at two desks is told apart by those.
    const bool isOne = nameOf(card.earlier) == nameOf(card.later);
    return (isOne ? card.earlier.desk : nameOf(card.earlier)) + QStringLiteral(" ↔ ")
        + (isOne ? card.later.desk : nameOf(card.later));
}

QString sideWords(const ConflictCard::Side &side)
{
    const QString person = nameOf(side);
    return side.desk.isEmpty() ? person : person + QStringLiteral(" · ") + side.desk;
}

} // namespace items
