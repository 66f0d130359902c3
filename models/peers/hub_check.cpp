// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_check.h"

#include "peers/hub_words.h"

namespace peers
{

QString nameOf(const Id &feed)
{
    // The last bytes tell feeds apart; the first ones are only the day.
    return feed.toHex().right(8);
}

std::optional<QString> faultOf(const Id &feed, qint64 known, const HubPlace &place)
{
    if (place.sequence != known + 1)
        return HubWords::tr("The hub lacks entries %1 to %2 of feed %3, yet holds later ones.")
            .arg(known + 1)
            .arg(place.sequence - 1)
            .arg(nameOf(feed));
    if (place.bytes > record::maximumEntryBytes)
        return HubWords::tr("The hub's entry %1 of feed %2 is bigger than any desk writes.")
            .arg(place.sequence)
            .arg(nameOf(feed));
    return {};
}

std::variant<record::Entry, QString> checked(
    const HubRow &row, const Id &root, const QByteArray &previous)
{
    const auto entry = record::decode(row.entry.bytes);
    const bool isItself = entry && entry->feed == root && entry->sequence == row.sequence
        && record::chain(entry->previous, row.entry.bytes) == row.hash;
    if (!isItself)
        return HubWords::tr("The hub's entry %1 of feed %2 was changed: it isn't what was signed.")
            .arg(row.sequence)
            .arg(nameOf(row.feed));
    if (!previous.isEmpty() && entry->previous != previous)
        return HubWords::tr("The hub's entry %1 of feed %2 doesn't follow the one before it that "
                            "this desk holds.")
            .arg(row.sequence)
            .arg(nameOf(row.feed));
    return *entry;
}

} // namespace peers
