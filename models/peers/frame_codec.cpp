// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/frame_codec.h"

#include "peers/frame.h"

namespace peers
{

void MemberWriter::heads(const record::Heads &heads, qsizetype most)
{
    // Beyond the limit the other side takes a feed for one that isn't held: it sends too much, and nothing is lost.
    qsizetype left = qMin(heads.all().size(), most);
    m_out.array(quint64(left));
    for (auto each = heads.all().cbegin(); left > 0; ++each, --left) {
        m_out.array(3);
        m_out.id(each.key());
        m_out.number(each->sequence);
        m_out.bytes(each->hash);
        m_out.endArray();
    }
    m_out.endArray();
}

void MemberReader::number(qint64 &value, qint64 least, qint64 most)
{
    value = m_in.number();
    if (value < least || value > most)
        m_in.fail();
}

void MemberReader::bytes(QByteArray &value, qsizetype least, qsizetype most)
{
    value = m_in.bytes();
    if (value.size() < least || value.size() > most)
        m_in.fail();
}

void MemberReader::bytesOrNone(QByteArray &value, qsizetype size)
{
    value = m_in.bytes();
    if (!value.isEmpty() && value.size() != size)
        m_in.fail();
}

void MemberReader::idOrNone(Id &value)
{
    QByteArray bytes;
    bytesOrNone(bytes, qsizetype(sizeof(Id::bytes)));
    value = Id::fromBytes(bytes).value_or(Id());
    // A null id has but one way to be written.
    if (!bytes.isEmpty() && value.isNull())
        m_in.fail();
}

void MemberReader::text(QString &value, qsizetype most)
{
    value = m_in.text();
    if (value.size() > most)
        m_in.fail();
}

void MemberReader::heads(record::Heads &heads, qsizetype most)
{
    const qsizetype size = m_in.array();
    if (size > most)
        m_in.fail();
    Id last;
    for (qsizetype i = 0; i < size && m_in.ok(); ++i) {
        if (m_in.array() != 3)
            m_in.fail();
        Id feed;
        qint64 sequence = 0;
        QByteArray hash;
        id(feed);
        number(sequence, 1, maximumNumber);
        bytesOrNone(hash, hashBytes);
        m_in.endArray();
        // By their ids and none twice, or the same could be written in two ways.
        if (i > 0 && feed <= last)
            m_in.fail();
        heads.advance(feed, sequence, hash);
        last = feed;
    }
    m_in.endArray();
}

} // namespace peers
