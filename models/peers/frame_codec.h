// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/cbor.h"
#include "record/heads.h"

namespace peers
{

using domain::Id;

/// The three hands that go through a frame's members: one counts them, one writes them, one reads them back.

class MemberCount
{
public:
    void number(qint64, qint64, qint64) { ++count; }
    void id(const Id &) { ++count; }
    void bytes(const QByteArray &, qsizetype, qsizetype) { ++count; }
    void bytesOrNone(const QByteArray &, qsizetype) { ++count; }
    void idOrNone(const Id &) { ++count; }
    void text(const QString &, qsizetype) { ++count; }
    void heads(const record::Heads &, qsizetype) { ++count; }
    void list(const auto &, qsizetype, auto) { ++count; }

    quint64 count = 0;
};

/// How many members one of a list has. A lone one stands for itself, more are an array.
template <typename One> quint64 membersOf(auto members)
{
    MemberCount count;
    One one;
    members(count, one);
    return count.count;
}

class MemberWriter
{
public:
    explicit MemberWriter(record::CborWriter &out)
        : m_out(out)
    {
    }

    void number(qint64 value, qint64, qint64) { m_out.number(value); }
    void id(const Id &value) { m_out.id(value); }
    void bytes(const QByteArray &value, qsizetype, qsizetype) { m_out.bytes(value); }
    void bytesOrNone(const QByteArray &value, qsizetype) { m_out.bytes(value); }
    void idOrNone(const Id &value) { m_out.bytes(value.isNull() ? QByteArray() : value.toBytes()); }
    void text(const QString &value, qsizetype most) { m_out.text(value.left(most)); }
    void heads(const record::Heads &heads, qsizetype most);
    template <typename One> void list(const QVector<One> &all, qsizetype, auto members)
    {
        m_out.array(quint64(all.size()));
        const quint64 count = membersOf<One>(members);
        for (const One &one : all) {
            if (count > 1)
                m_out.array(count);
            members(*this, one);
            if (count > 1)
                m_out.endArray();
        }
        m_out.endArray();
    }

private:
    record::CborWriter &m_out;
};

class MemberReader
{
public:
    explicit MemberReader(record::CborReader &in)
        : m_in(in)
    {
    }

    void number(qint64 &value, qint64 least, qint64 most);
    void id(Id &value) { value = m_in.id(); }
    void bytes(QByteArray &value, qsizetype least, qsizetype most);
    /// Exactly so many, or none at all.
    void bytesOrNone(QByteArray &value, qsizetype size);
    void idOrNone(Id &value);
    void text(QString &value, qsizetype most);
    void heads(record::Heads &heads, qsizetype most);
    template <typename One> void list(QVector<One> &all, qsizetype most, auto members)
    {
        const qsizetype size = m_in.array();
        if (size > most)
            m_in.fail();
        const quint64 count = membersOf<One>(members);
        for (qsizetype i = 0; i < size && m_in.ok(); ++i) {
            if (count > 1 && quint64(m_in.array()) != count)
                m_in.fail();
            One one;
            members(*this, one);
            if (count > 1)
                m_in.endArray();
            all.append(std::move(one));
        }
        m_in.endArray();
    }

private:
    record::CborReader &m_in;
};

} // namespace peers
