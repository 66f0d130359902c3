// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/cbor_form.h"

#include <limits>

namespace record
{

namespace
{

enum Major : quint8 { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Other };
constexpr quint8 oneByte = 24, eightBytes = 27, withoutLength = 31, stop = 0xff;
constexpr quint8 isFalse = 20, isTrue = 21, leastTwoByteOther = 32;

/// The first byte of an item and the number that goes with it.
struct Start {
    quint8 major = 0, info = 0;
    quint64 argument = 0;
    bool isShortest = true;
};

class Walk
{
public:
    explicit Walk(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    bool item(int depth);
    bool atEnd() const { return m_rest.isEmpty(); }
    bool isCanonical() const { return m_isCanonical; }

private:
    bool start(Start &start);
    bool contents(const Start &start, int depth);
    bool string(const Start &start);
    bool chunks(quint8 major);
    bool items(const Start &start, int depth);
    bool openEnded(const Start &start, int depth);
    bool pairs(quint64 count, int depth);
    bool other(const Start &start);
    bool stops();
    void wantCanonical(bool fits) { m_isCanonical = m_isCanonical && fits; }
    quint8 byte()
    {
        const auto byte = quint8(m_rest.front());
        m_rest = m_rest.sliced(1);
        return byte;
    }

    QByteArrayView m_rest;
    bool m_isCanonical = true;
};

bool Walk::start(Start &start)
{
    if (m_rest.isEmpty())
        return false;
    const quint8 first = byte();
    start.major = first >> 5;
    start.info = first & 0x1f;
    start.argument = start.info;
    if (start.info < oneByte || start.info == withoutLength)
        return true;
    if (start.info > eightBytes)
        return false;
    const int size = 1 << (start.info - oneByte);
    if (m_rest.size() < size)
        return false;
    start.argument = 0;
    for (int i = 0; i < size; ++i)
        start.argument = start.argument << 8 | byte();
    start.isShortest = size == 1 ? start.argument >= oneByte : start.argument >> (size * 4) != 0;
    return true;
}

bool Walk::item(int depth)
{
    Start at;
    return depth > 0 && start(at) && contents(at, depth);
}

bool Walk::contents(const Start &start, int depth)
{
    if (start.major != Other)
        wantCanonical(start.isShortest && start.info != withoutLength);
    switch (start.major) {
    case Unsigned:
    case Negative:
        wantCanonical(start.argument <= quint64(std::numeric_limits<qint64>::max()));
        return start.info != withoutLength;
    case Bytes:
    case Text:
        return start.info == withoutLength ? chunks(start.major) : string(start);
    case Array:
    case Map:
        return start.info == withoutLength ? openEnded(start, depth) : items(start, depth);
    case Tag:
        wantCanonical(false);
        return start.info != withoutLength && item(depth - 1);
    default:
        return other(start);
    }
}

bool Walk::string(const Start &start)
{
    if (start.argument > quint64(m_rest.size()))
        return false;
    const auto size = qsizetype(start.argument);
    if (start.major == Text)
        wantCanonical(m_rest.first(size).isValidUtf8());
    m_rest = m_rest.sliced(size);
    return true;
}

bool Walk::chunks(quint8 major)
{
    while (!stops()) {
        Start at;
        if (!start(at) || at.major != major || at.info == withoutLength || !string(at))
            return false;
    }
    return true;
}

bool Walk::items(const Start &start, int depth)
{
    // Each takes a byte at least, so that a count may be refused before it is counted.
    if (start.argument > quint64(m_rest.size()))
        return false;
    if (start.major == Map)
        return pairs(start.argument, depth);
    for (quint64 i = 0; i < start.argument; ++i) {
        if (!item(depth - 1))
            return false;
    }
    return true;
}

bool Walk::pairs(quint64 count, int depth)
{
    QByteArrayView last;
    for (quint64 i = 0; i < count; ++i) {
        const QByteArrayView from = m_rest;
        if (!item(depth - 1))
            return false;
        const QByteArrayView key = from.first(from.size() - m_rest.size());
        wantCanonical(i == 0 || last < key);
        last = key;
        if (!item(depth - 1))
            return false;
    }
    return true;
}

bool Walk::openEnded(const Start &start, int depth)
{
    while (!stops()) {
        if (!item(depth - 1) || (start.major == Map && !item(depth - 1)))
            return false;
    }
    return true;
}

bool Walk::stops()
{
    if (m_rest.isEmpty() || quint8(m_rest.front()) != stop)
        return false;
    byte();
    return true;
}

bool Walk::other(const Start &start)
{
    wantCanonical(start.info == isFalse || start.info == isTrue || start.info == eightBytes);
    if (start.info == oneByte)
        return start.argument >= leastTwoByteOther;
    return start.info != withoutLength;
}

} // namespace

CborForm formOf(QByteArrayView bytes, int depth)
{
    Walk walk(bytes);
    if (!walk.item(depth) || !walk.atEnd())
        return CborForm::Broken;
    return walk.isCanonical() ? CborForm::Canonical : CborForm::WellFormed;
}

} // namespace record
