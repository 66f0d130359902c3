// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/opening_codec.h"

#include "domain/desks.h"
#include "record/cbor.h"

#include <QtEndian>

namespace peers
{

namespace
{

constexpr int lengthSize = 2;
constexpr int signatureSize = 64, hashSize = 32, mostTokenSize = 64;
const QString magic = QStringLiteral("griddesk");

/// Writes the message's number, which is its place among the alternatives, and its fields.
struct Writing {
    record::CborWriter writer;

    void operator()(const Naming &naming)
    {
        writer.text(magic);
        writer.number(naming.version);
        writer.number(qint64(naming.purpose));
        writer.id(naming.desk);
        writer.bytes(naming.publicKey);
        writer.bytes(naming.nonce);
    }
    void operator()(const Proof &proof) { writer.bytes(proof.signature); }
    void operator()(const Accept &) { }
    void operator()(const Object &object) { writer.number(qint64(object.objection)); }
    void operator()(const ShowToken &shown) { writer.bytes(shown.token); }
    void operator()(const Commit &commit) { writer.bytes(commit.commitment); }
    void operator()(const Share &share) { writer.bytes(share.number); }
    void operator()(const Reveal &reveal) { writer.bytes(reveal.number); }
    void operator()(const Confirm &) { }
    void operator()(const Welcome &welcome)
    {
        writer.id(welcome.company);
        writer.bytes(welcome.founding);
    }
};

constexpr quint64 fieldsOf(size_t kind)
{
    constexpr quint64 fields[] = {6, 1, 0, 1, 1, 1, 1, 1, 0, 2};
    static_assert(std::size(fields) == std::variant_size_v<Opening>);
    return fields[kind];
}

struct Reading {
    record::CborReader &reader;

    QByteArray bytes(qsizetype least, qsizetype most)
    {
        const QByteArray read = reader.bytes();
        if (read.size() < least || read.size() > most)
            reader.fail();
        return read;
    }
    QByteArray exactly(qsizetype size) { return bytes(size, size); }
    template <typename Enum> Enum number()
    {
        const qint64 value = reader.number();
        if (value < 0 || value > qint64(Enum::Last))
            reader.fail();
        return reader.ok() ? Enum(value) : Enum{};
    }

    Naming naming()
    {
        if (reader.text() != magic)
            reader.fail();
        Naming naming;
        naming.version = reader.number();
        naming.purpose = number<Purpose>();
        naming.desk = reader.id();
        naming.publicKey = exactly(domain::deskKeySize);
        naming.nonce = exactly(nonceSize);
        return naming;
    }

    Opening message(qint64 kind)
    {
        switch (kind) {
        case 0:
            return naming();
        case 1:
            return Proof{exactly(signatureSize)};
        case 2:
            return Accept{};
        case 3:
            return Object{number<Objection>()};
        case 4:
            return ShowToken{bytes(1, mostTokenSize)};
        case 5:
            return Commit{exactly(hashSize)};
        case 6:
            return Share{exactly(nonceSize)};
        case 7:
            return Reveal{exactly(nonceSize)};
        case 8:
            return Confirm{};
        default: {
            const Id company = reader.id();
            return Welcome{company, exactly(hashSize)};
        }
        }
    }
};

QByteArray bodyOf(const Opening &opening)
{
    QByteArray body;
    Writing writing{record::CborWriter(&body)};
    writing.writer.array(1 + fieldsOf(opening.index()));
    writing.writer.number(qint64(opening.index()));
    std::visit(writing, opening);
    writing.writer.endArray();
    return body;
}

} // namespace

QByteArray encodeOpening(const Opening &opening)
{
    const QByteArray body = bodyOf(opening);
    QByteArray bytes(lengthSize, Qt::Uninitialized);
    qToBigEndian(quint16(body.size()), bytes.data());
    return bytes + body;
}

std::optional<Opening> decodeOpening(const QByteArray &body)
{
    record::CborReader reader(body);
    const qsizetype size = reader.array();
    const qint64 kind = reader.number();
    if (!reader.ok() || kind < 0 || kind >= qint64(std::variant_size_v<Opening>)
        || quint64(size) != 1 + fieldsOf(size_t(kind)))
        return {};
    const Opening opening = Reading{reader}.message(kind);
    reader.endArray();
    // One way of writing only: what encodes otherwise is refused.
    return reader.atEnd() && reader.ok() && bodyOf(opening) == body ? std::optional(opening)
                                                                    : std::nullopt;
}

std::optional<Opening> OpeningReader::next()
{
    if (m_isBroken || m_bytes.size() < lengthSize)
        return {};
    const qsizetype size = qFromBigEndian<quint16>(m_bytes.constData());
    if (size == 0 || size > mostOpeningBytes) {
        m_isBroken = true;
        return {};
    }
    if (m_bytes.size() < lengthSize + size)
        return {};
    const auto opening = decodeOpening(m_bytes.sliced(lengthSize, size));
    m_bytes.remove(0, lengthSize + size);
    m_isBroken = !opening;
    return opening;
}

} // namespace peers
