// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/entry.h"

#include "record/cbor.h"
#include "record/event_codec.h"

#include <sodium.h>

namespace record
{

namespace
{
/// An entry without the actor's signature is as the first format has it, one with it has a member more.
constexpr qint64 plainFormat = 1, signedFormat = 2;
constexpr quint64 plainMembers = 12, signedMembers = 13;

QVector<FeedPosition> readFolded(CborReader &in)
{
    QVector<FeedPosition> folded;
    for (qsizetype i = in.array(); i > 0 && in.ok(); --i) {
        if (in.array() != 3)
            in.fail();
        FeedPosition position;
        position.feed = in.id();
        position.sequence = in.number();
        position.hash = in.bytes();
        if (position.hash.size() != crypto_generichash_BYTES)
            in.fail();
        folded.append(std::move(position));
        in.endArray();
    }
    in.endArray();
    return folded;
}

QVector<Event> readEvents(CborReader &in)
{
    QVector<Event> events;
    const qsizetype count = in.array();
    if (count > maximumEvents)
        in.fail();
    for (qsizetype i = 0; i < count && in.ok(); ++i) {
        if (in.array() != 2)
            in.fail();
        const auto type = quint32(in.number());
        const auto event = decodeBody(type, in.bytes());
        in.endArray();
        if (event)
            events.append(*event);
        else
            in.fail();
    }
    in.endArray();
    return events;
}
} // namespace

QByteArray encode(const Entry &entry)
{
    QByteArray bytes;
    bytes.reserve(1024);
    CborWriter out(&bytes);
    const bool isSigned = !entry.actorSignature.isEmpty();
    out.array(isSigned ? signedMembers : plainMembers);
    out.number(isSigned ? signedFormat : plainFormat);
    out.id(entry.desk);
    out.id(entry.feed);
    out.number(entry.sequence);
    out.bytes(entry.previous);
    out.id(entry.actor);
    out.number(entry.rules);
    out.array(quint64(entry.folded.size()));
    for (const FeedPosition &position : entry.folded) {
        out.array(3);
        out.id(position.feed);
        out.number(position.sequence);
        out.bytes(position.hash);
        out.endArray();
    }
    out.endArray();
    out.number(entry.recorded_ms);
    out.id(entry.subject);
    out.bytes(entry.seen);
    out.array(quint64(entry.events.size()));
    for (const Event &event : entry.events) {
        out.array(2);
        out.number(typeOf(event));
        out.bytes(encodeBody(event));
        out.endArray();
    }
    out.endArray();
    if (isSigned)
        out.bytes(entry.actorSignature);
    out.endArray();
    return bytes;
}

std::optional<Entry> decode(const QByteArray &bytes)
{
    if (bytes.size() > maximumEntryBytes)
        return {};
    CborReader in(bytes);
    const auto members = quint64(in.array());
    const bool isSigned = members == signedMembers;
    if ((!isSigned && members != plainMembers)
        || in.number() != (isSigned ? signedFormat : plainFormat))
        return {};
    Entry entry;
    entry.desk = in.id();
    entry.feed = in.id();
    entry.sequence = in.number();
    entry.previous = in.bytes();
    entry.actor = in.id();
    entry.rules = in.number();
    entry.folded = readFolded(in);
    entry.recorded_ms = in.number();
    entry.subject = in.id();
    entry.seen = in.bytes();
    entry.events = readEvents(in);
    if (isSigned)
        entry.actorSignature = in.bytes();
    in.endArray();
    if (!in.atEnd() || encode(entry) != bytes)
        return {};
    return entry;
}

QByteArray signedByActor(const Entry &entry)
{
    Entry unsignedEntry = entry;
    unsignedEntry.actorSignature.clear();
    return chain(entry.previous, encode(unsignedEntry));
}

QByteArray chain(const QByteArray &previous, const QByteArray &bytes)
{
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    const auto add = [&state](const QByteArray &part) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(part.constData()),
            quint64(part.size()));
    };
    add(previous);
    add(bytes);
    crypto_generichash_final(
        &state, reinterpret_cast<unsigned char *>(hash.data()), crypto_generichash_BYTES);
    return hash;
}

QByteArray chainStart()
{
    return QByteArray(crypto_generichash_BYTES, '\0');
}

Id branchOf(const QByteArray &firstHash)
{
    return Id::fromBytes(QByteArrayView(firstHash).first(qsizetype(sizeof(Id::bytes))))
        .value_or(Id());
}

} // namespace record
