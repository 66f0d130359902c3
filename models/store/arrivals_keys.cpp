// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that come beside entries, and whose are still lacking.
#include "record/sealing.h"
#include "store/arrivals.h"
#include "store/erased.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

void addSealed(
    const record::Entry &entry, QHash<Id, QVector<std::pair<quint8, QByteArray>>> &byOwner)
{
    for (const Event &event : entry.events) {
        for (const auto &value : sealedIn(event)) {
            if (const auto owner = record::ownerOf(value.second))
                byOwner[*owner].append(value);
        }
    }
}

} // namespace

void Arrivals::takeKeys(const QVector<record::SealedKey> &keys, const QVector<Arrived> &arrived)
{
    if (keys.isEmpty())
        return;
    QHash<Id, Sealed> brought;
    for (const Arrived &one : arrived)
        addSealed(one.entry, brought);
    QSet<Id> owners;
    for (const record::SealedKey &sealed : keys) {
        const QByteArray key = m_opener.open(sealed.owner, sealed.box);
        const auto opens = [&key](const std::pair<quint8, QByteArray> &value) {
            return record::unseal(key, value.first, value.second).has_value();
        };
        // A key that opens nothing of its owner's is no key of theirs; the true one is asked for again.
        if (key.size() != record::sealingKeyBytes || isErasedOwner(sealed.owner)
            || !(std::ranges::any_of(brought.value(sealed.owner), opens)
                || std::ranges::any_of(sealedHere(sealed.owner), opens)))
            continue;
        if (m_keys.add(sealed.owner, key, m_random) && !m_opened.contains(sealed.owner))
            m_opened.append(sealed.owner);
        owners.insert(sealed.owner);
    }
    for (const Id &owner : owners) {
        m_keys.setLacking(owner, std::ranges::any_of(sealedHere(owner), [this](const auto &value) {
            return !m_keys.unseal(value.first, value.second);
        }));
    }
}

/// Everything on record that is sealed for an owner.
Arrivals::Sealed Arrivals::sealedHere(const Id &owner)
{
    Statement about(m_database.handle(),
        "SELECT entry FROM history WHERE entity=?1 OR entity IN"
        " (SELECT uid FROM registers WHERE under=?1) OR entity IN"
        " (SELECT uid FROM tickets WHERE customer = (SELECT id FROM registers WHERE uid=?1))");
    about.bind(1, owner);
    QHash<Id, Sealed> found;
    while (about.step())
        addSealed(m_projector.index().entryAt(about.integer(0)).entry, found);
    return found.value(owner);
}

bool Arrivals::isErasedOwner(const Id &owner)
{
    if (!m_erased) {
        auto remembered = erasedOwners(m_folder);
        const auto *owners = std::get_if<QSet<Id>>(&remembered);
        m_erased = owners ? *owners : QSet<Id>();
    }
    const auto row = loadRow(m_database, owner);
    return m_erased->contains(owner) || (row && isErased(row->row));
}

void Arrivals::noteOwners(const record::Entry &entry)
{
    for (const Event &event : entry.events) {
        for (const auto &[field, sealed] : sealedIn(event)) {
            const auto owner = record::ownerOf(sealed);
            if (owner && !m_keys.unseal(field, sealed) && !isErasedOwner(*owner))
                m_keys.setLacking(*owner, true);
        }
    }
}

} // namespace store
