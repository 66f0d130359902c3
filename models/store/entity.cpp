// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/entity.h"

#include "domain/stock.h"
#include "record/signing.h"

#include <QCryptographicHash>

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

bool hasSteps(const record::Entry &entry, const Id &ticket)
{
    return std::ranges::any_of(entry.events, [&ticket](const Event &event) {
        const auto *step = std::get_if<StepTaken>(&event);
        return step && step->ticket == ticket;
    });
}

/// What an entry does to a supply.
struct StockDeed {
    bool moves = false;
    bool lessens = false;
    bool counts = false;
};

StockDeed stockDeedOf(const record::Entry &entry, const Id &supply)
{
    StockDeed deed;
    for (const Event &event : entry.events) {
        const auto *moved = std::get_if<StockMoved>(&event);
        if (!moved || moved->supply != supply)
            continue;
        deed.moves = true;
        deed.lessens = deed.lessens || moved->quantity < 0;
        deed.counts = deed.counts || moved->kind == u"counted";
    }
    return deed;
}

/// Whoever counts compares with the books of one desk: a move that those didn't have yet may be in the count or not.
bool countBeside(const StockDeed &one, const StockDeed &other)
{
    return (one.counts && other.moves) || (other.counts && one.moves);
}

bool isAboutRights(const record::Entry &entry, const Id &entity)
{
    return std::ranges::any_of(entry.events, [&entity](const Event &event) {
        return RightsLine::touches(event) && subjectOf(event) == entity;
    });
}

} // namespace

bool isSignedBy(const record::Entry &entry, const QByteArray &publicKey)
{
    return !entry.actorSignature.isEmpty()
        && record::isSignedBy(publicKey, record::signedByActor(entry), entry.actorSignature);
}

void EntityFold::apply(
    Entity &entity, const EntryIndex::Stored &stored, const QVector<qint64> &earlier)
{
    if (const auto reason = refusalOf(entity, stored))
        return raise(entity, *reason, stored, nullptr);
    const QVector<EntryIndex::Stored> unseen = findUnseen(entity, stored, earlier);
    const EntryFacts facts{stored.entry.actor, stored.entry.recorded_ms, stored.position};
    for (const Event &event : stored.entry.events) {
        if (!concerns(event, entity.id))
            continue;
        if (const auto *settled = std::get_if<Settled>(&event)) {
            settle(entity, *settled, stored.position);
        } else if (fold(entity, event, facts) == Effect::Void) {
            const auto rival = std::find_if(unseen.crbegin(), unseen.crend(),
                [&](const auto &other) { return hasSteps(other.entry, entity.id); });
            return raise(entity, ConflictReason::NoLongerApplies, stored,
                rival == unseen.crend() ? nullptr : &*rival);
        }
    }
    raiseOverdrawn(entity, stored, unseen);
    const Said own = unseen.isEmpty() ? Said() : saidOf(stored.entry.events, entity.id);
    const StockDeed deed = unseen.isEmpty() ? StockDeed() : stockDeedOf(stored.entry, entity.id);
    for (const EntryIndex::Stored &other : unseen) {
        if (!contradictionsOf(own, saidOf(other.entry.events, entity.id)).isEmpty()
            || countBeside(deed, stockDeedOf(other.entry, entity.id)))
            raise(entity, ConflictReason::Contradicts, stored, &other);
    }
}

/// It names the last of those before it that took something out unbeknown to this one; where there is none, somebody took
/// more than the books had.
void EntityFold::raiseOverdrawn(Entity &entity, const EntryIndex::Stored &stored,
    const QVector<EntryIndex::Stored> &unseen) const
{
    if (entity.row.row.reg != Register::Supply || inStock(entity.row.row) >= 0
        || !stockDeedOf(stored.entry, entity.id).lessens)
        return;
    const auto rival = std::find_if(unseen.crbegin(), unseen.crend(),
        [&](const auto &other) { return stockDeedOf(other.entry, entity.id).lessens; });
    raise(entity, ConflictReason::StockBelowZero, stored,
        rival == unseen.crend() ? nullptr : &*rival);
}

std::optional<ConflictReason> EntityFold::refusalOf(
    const Entity &entity, const EntryIndex::Stored &stored) const
{
    const record::Entry &entry = stored.entry;
    if (m_rights.isCut(entry.desk, stored.place)
        && !(isAboutRights(entry, entity.id) && m_rights.counts(stored.place)))
        return ConflictReason::DeskRevoked;
    if (isAboutRights(entry, entity.id)) {
        return m_rights.counts(stored.place) ? std::nullopt
                                             : std::optional(ConflictReason::LackedRight);
    }
    const Actor actor{entry.actor, entry.recorded_ms,
        m_rights.isSigned(entry.actor, stored.place,
            [&entry](const QByteArray &key) { return store::isSignedBy(entry, key); }),
        stored.place, entry.desk};
    const Standing standing{m_rights.grants(),
        [&entity](const Id &id) {
            return entity.isTicket && id == entity.id && entity.isThere() ? &entity.ticket.ticket
                                                                          : nullptr;
        },
        [&](const Id &id) -> std::optional<RegisterRow> {
            if (id != entity.id)
                return m_findRow(id);
            return entity.isThere() ? std::optional(entity.row.row) : std::nullopt;
        }};
    return judge(entry.events, actor, standing, entity.id)
        ? std::optional(ConflictReason::LackedRight)
        : std::nullopt;
}

Effect EntityFold::fold(Entity &entity, const Event &event, const EntryFacts &facts) const
{
    if (const auto *opened = std::get_if<TicketOpened>(&event))
        return domain::fold(entity.ticket.ticket, *opened, facts);
    if (const auto *step = std::get_if<StepTaken>(&event))
        return domain::fold(entity.ticket.ticket, *step, facts);
    Effect effect = Effect::Applied;
    if (const auto *put = std::get_if<RegisterPut>(&event))
        effect = domain::fold(entity.row.row, *put);
    else if (const auto *removed = std::get_if<RegisterRemoved>(&event))
        effect = domain::fold(entity.row.row, *removed);
    else if (const auto *moved = std::get_if<StockMoved>(&event))
        effect = domain::fold(entity.row.row, *moved);
    else if (const auto *erased = std::get_if<Erased>(&event))
        effect = domain::fold(entity.row.row, *erased, facts);
    if (effect == Effect::Applied)
        entity.row.lastEntry = facts.position;
    return effect;
}

void EntityFold::settle(Entity &entity, const Settled &event, qint64 position) const
{
    const auto meant = std::ranges::find(entity.raised, event.conflict, &Raised::id);
    if (meant != entity.raised.end() && meant->settledBy == 0)
        meant->settledBy = position;
}

void EntityFold::raise(Entity &entity, ConflictReason reason, const EntryIndex::Stored &stored,
    const EntryIndex::Stored *other) const
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(entity.id.toBytes());
    hash.addData(QByteArray(1, char(reason)));
    hash.addData(stored.hash);
    if (other)
        hash.addData(other->hash);
    const Id id = *Id::fromBytes(hash.result().first(qsizetype(sizeof(Id::bytes))));
    if (std::ranges::find(entity.raised, id, &Raised::id) == entity.raised.end())
        entity.raised.append({reason, stored.position, other ? other->position : 0, 0, id});
}

QVector<EntryIndex::Stored> EntityFold::findUnseen(
    const Entity &entity, const EntryIndex::Stored &stored, const QVector<qint64> &earlier) const
{
    QVector<EntryIndex::Stored> unseen;
    for (qint64 position : earlier) {
        const EntryPlace place = m_index.placeAt(position);
        if (m_index.hadFolded(stored.place, place))
            continue;
        const bool isWithoutEffect = std::ranges::any_of(entity.raised, [&](const Raised &raised) {
            return raised.entry == position && !hasEffect(raised.reason);
        });
        if (!isWithoutEffect)
            unseen.append(m_index.entryAt(position));
    }
    return unseen;
}

} // namespace store
