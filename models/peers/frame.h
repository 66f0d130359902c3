// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "record/entry.h"

#include <limits>
#include <variant>

namespace peers
{

/// What two desks say to each other, one struct a frame: its number on the wire, which is never given to another meaning, and its members
/// in their order, each with the limits within which it is believed. Writing, reading and refusing follow from that. On the wire a
/// frame is a length (4 bytes, big endian) and that many bytes of canonical CBOR: an array of the number and the members.

/// The protocols that this program speaks.
constexpr qint64 oldestProtocol = 1, newestProtocol = 1;

/// One entry must fit, however long it is, with the keys that it needs.
constexpr qsizetype maximumFrameBytes = record::maximumEntryBytes + (4 << 20);
/// The first one comes from somebody of whom nothing is known.
constexpr qsizetype maximumHelloBytes = 4 << 20;
constexpr qsizetype maximumFeeds = 60'000;
constexpr qsizetype maximumOwners = 1'000; ///< in one question for keys
constexpr qint64 maximumNumber = std::numeric_limits<qint64>::max() / 2;
constexpr qsizetype hashBytes = 32, signatureBytes = 64, maximumKeyBytes = 1'024;

struct Hello {
    static constexpr qint64 type = 1;
    /// A later program may say more here, so that both can still tell each other why they don't fit.
    static constexpr bool mayGrow = true;
    qint64 oldest = oldestProtocol, newest = newestProtocol;
    qint64 window = 4; ///< parcels that it takes without having acknowledged one
    qint64 parcelBytes =
        256 << 10; ///< of entries, about, in each; a run under one signature isn't cut
    Introduction who;
    qint64 wantsSnapshot =
        0; ///< 1: it has empty tables, and instead of entries asks for a snapshot

    static void members(auto &to, auto &it)
    {
        to.number(it.oldest, 1, 10'000);
        to.number(it.newest, 1, 10'000);
        to.number(it.window, 1, 64);
        to.number(it.parcelBytes, 4 << 10, record::maximumEntryBytes);
        to.id(it.who.company);
        to.bytes(it.who.founding, 0, hashBytes);
        to.id(it.who.desk);
        to.number(it.who.rules, 0, maximumNumber);
        to.heads(it.who.heads, maximumFeeds);
        to.number(it.who.recordTables, 0, maximumNumber);
        to.number(it.who.projections, 0, maximumNumber);
        to.number(it.wantsSnapshot, 0, 1);
        to.number(it.who.clock_ms, 0, maximumNumber);
    }
};

/// The last signature of a feed vouches for all of its entries before, so these may come without theirs.
struct Entries {
    static constexpr qint64 type = 2;
    qint64 number = 0; ///< 1, 2, 3 … in one session, counted together with Keys
    qint64 left = 0; ///< how many follow, as far as the sender knows
    record::Parcel parcel;

    static void members(auto &to, auto &it)
    {
        to.number(it.number, 1, maximumNumber);
        to.number(it.left, 0, maximumNumber);
        to.list(it.parcel.keys, record::maximumEvents, keyMembers);
        to.list(it.parcel.entries, record::maximumEntryBytes >> 6, [](auto &to, auto &entry) {
            to.bytes(entry.bytes, 1, record::maximumEntryBytes);
            // Of a run of one feed the last alone carries its signature.
            to.bytesOrNone(entry.signature, signatureBytes);
            to.idOrNone(entry.branch);
        });
    }

    static constexpr auto keyMembers = [](auto &to, auto &key) {
        to.id(key.owner);
        to.bytes(key.box, 1, maximumKeyBytes);
    };
};

/// A numbered frame is durable with everything in it.
struct Acknowledged {
    static constexpr qint64 type = 3;
    qint64 number = 0;
    record::Heads heads; ///< how far it holds the feeds of that parcel now

    static void members(auto &to, auto &it)
    {
        to.number(it.number, 1, maximumNumber);
        to.heads(it.heads, maximumFeeds);
    }
};

/// Everything that the sender had has been acknowledged.
struct CaughtUp {
    static constexpr qint64 type = 4;
    static void members(auto &, auto &) { }
};

/// The sender holds another entry at that place of a feed than the receiver says to hold.
struct Forked {
    static constexpr qint64 type = 5;
    Id feed;
    qint64 sequence = 0;
    QByteArray hash; ///< of the sender's entry

    static void members(auto &to, auto &it)
    {
        to.id(it.feed);
        to.number(it.sequence, 1, maximumNumber);
        to.bytes(it.hash, hashBytes, hashBytes);
    }
};

struct LackingKeys {
    static constexpr qint64 type = 6;
    QVector<Id> owners;

    static void members(auto &to, auto &it)
    {
        to.list(it.owners, maximumOwners, [](auto &to, auto &owner) { to.id(owner); });
    }
};

/// The answer to LackingKeys: those that the sender has and the receiver is to have, perhaps none.
struct Keys {
    static constexpr qint64 type = 7;
    qint64 number = 0;
    QVector<record::SealedKey> keys;

    static void members(auto &to, auto &it)
    {
        to.number(it.number, 1, maximumNumber);
        to.list(it.keys, maximumOwners, Entries::keyMembers);
    }
};

struct Bye {
    static constexpr qint64 type = 8;
    qint64 ending = 0; ///< an Ending; a later program may know more of them
    QString words; ///< in the language of the sender

    static void members(auto &to, auto &it)
    {
        to.number(it.ending, 1, 255);
        to.text(it.words, 2'000);
    }
};

struct Ping {
    static constexpr qint64 type = 9;
    static void members(auto &, auto &) { }
};

struct Pong {
    static constexpr qint64 type = 10;
    static void members(auto &, auto &) { }
};

/// A snapshot and a file travel in pieces of this size, the last one excepted; each is asked for, so that who receives says how fast.
constexpr qint64 pieceBytes = 1 << 20;

/// A new desk asks for a piece of another one's database.
struct SnapshotAsked {
    static constexpr qint64 type = 11;
    QByteArray checksum; ///< of the one that it has begun with; empty: whichever there is
    qint64 offset = 0;

    static void members(auto &to, auto &it)
    {
        to.bytes(it.checksum, 0, hashBytes);
        to.number(it.offset, 0, maximumNumber);
    }
};

struct SnapshotPart {
    static constexpr qint64 type = 12;
    QByteArray checksum; ///< of the whole
    qint64 offset = 0;
    qint64 total =
        0; ///< bytes; the part that reaches it is the last. 0: there is none to be had here
    QByteArray bytes;

    static void members(auto &to, auto &it)
    {
        to.bytes(it.checksum, hashBytes, hashBytes);
        to.number(it.offset, 0, maximumNumber);
        to.number(it.total, 0, maximumNumber);
        to.bytes(it.bytes, 0, pieceBytes);
    }
};

/// An attachment, by the checksum that is its name.
struct FileAsked {
    static constexpr qint64 type = 13;
    QByteArray hash;
    qint64 offset = 0;

    static void members(auto &to, auto &it)
    {
        to.bytes(it.hash, hashBytes, hashBytes);
        to.number(it.offset, 0, maximumNumber);
    }
};

struct FilePart {
    static constexpr qint64 type = 14;
    QByteArray hash;
    qint64 offset = 0;
    qint64 total = 0; ///< bytes; 0 where the sender doesn't have the file
    QByteArray bytes;

    static void members(auto &to, auto &it)
    {
        to.bytes(it.hash, hashBytes, hashBytes);
        to.number(it.offset, 0, maximumNumber);
        to.number(it.total, 0, maximumNumber);
        to.bytes(it.bytes, 0, pieceBytes);
    }
};

/// Which entry does the other one hold at this place? To find out where a feed parts.
struct HashAsked {
    static constexpr qint64 type = 15;
    Id feed;
    qint64 sequence = 0;

    static void members(auto &to, auto &it)
    {
        to.id(it.feed);
        to.number(it.sequence, 1, maximumNumber);
    }
};

struct HashTold {
    static constexpr qint64 type = 16;
    Id feed;
    qint64 sequence = 0;
    QByteArray hash; ///< empty: none

    static void members(auto &to, auto &it)
    {
        to.id(it.feed);
        to.number(it.sequence, 1, maximumNumber);
        to.bytesOrNone(it.hash, hashBytes);
    }
};

/// A frame that this program doesn't know; never written.
struct UnknownFrame {
    qint64 type = 0;
};

using Frame =
    std::variant<Hello, Entries, Acknowledged, CaughtUp, Forked, LackingKeys, Keys, Bye, Ping, Pong,
        SnapshotAsked, SnapshotPart, FileAsked, FilePart, HashAsked, HashTold, UnknownFrame>;

enum class FrameFault : quint8 {
    TooLong, ///< announces more than is believed
    Broken, ///< no CBOR
    NotCanonical, ///< CBOR, but not as a desk writes it
    Unfit, ///< a member is missing, of another kind, or passes its limits
};

/// With its length before it.
QByteArray encodeFrame(const Frame &frame);
/// The bytes behind the length.
std::variant<Frame, FrameFault> decodeFrame(const QByteArray &body);
qint64 typeOf(const Frame &frame);

} // namespace peers
