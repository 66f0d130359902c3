// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/hub_entries.h"

namespace peers
{

/// What is wrong with what the hub says, in words for people. The hub is believed nothing: whatever it hands out is
/// checked against the entry's own bytes and the chain here, against desks, signatures and rights by Exchange::take().

/// How a feed is called in those words.
QString nameOf(const Id &feed);

/// The place is the one behind entry `known` of its feed, and its entry has a size that a desk may write.
std::optional<QString> faultOf(const Id &feed, qint64 known, const HubPlace &place);
/// The entry, when the row is the one of that root's that follows the entry with this hash (empty: not known here);
/// otherwise what is wrong.
std::variant<record::Entry, QString> checked(
    const HubRow &row, const Id &root, const QByteArray &previous);

} // namespace peers
