// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace record
{

/// How a text of CBOR is written. What comes from outside is looked at like this before anything is read out of it: the look
/// takes no memory, goes no deeper than it is told, and counts nothing that isn't there.
enum class CborForm : quint8 {
    Broken, ///< not one whole item by RFC 8949
    WellFormed, ///< one item, but not as CborWriter would write it
    Canonical, ///< made of the record's shapes, each written in its only way
};

/// The record's shapes are integers of 64 bits with sign, byte and text strings, arrays, maps with their keys ascending and none twice,
/// true, false, and numbers with a fraction in eight bytes; lengths are known and written as short as can be.
CborForm formOf(QByteArrayView bytes, int depth = 32);

} // namespace record
