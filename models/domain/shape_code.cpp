// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shape_code.h"

namespace domain
{

namespace
{

constexpr char multiPolygon = char(0xE6); // kind 6, seven places (zigzag 14)
constexpr char nothingMore = 0; // no box, no sizes, no ids
constexpr char emptyGeometry = 0x10;
constexpr int payload = 7; // bits of a byte of a varint
constexpr quint64 goesOn = 1 << payload;
constexpr int mostShift = 63;

/// −1 is 1, 1 is 2: small ways are small numbers in either direction.
quint64 zigzag(qint64 way)
{
    return (quint64(way) << 1) ^ quint64(way >> mostShift);
}

qint64 unzigzag(quint64 number)
{
    return qint64(number >> 1) ^ -qint64(number & 1);
}

class Coder
{
public:
    void number(quint64 number)
    {
        for (; number >= goesOn; number >>= payload)
            m_bytes += char(number | goesOn);
        m_bytes += char(number);
    }
    void ring(const Ring &ring)
    {
        number(quint64(ring.size()));
        for (const GeoPoint &corner : ring) {
            number(zigzag(qint64(corner.lon_e7) - m_last.lon_e7));
            number(zigzag(qint64(corner.lat_e7) - m_last.lat_e7));
            m_last = corner;
        }
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes{QByteArray(1, multiPolygon) + nothingMore};
    GeoPoint m_last;
};

/// Reads; whatever doesn't fit turns isOk() off for good.
class Decoder
{
public:
    explicit Decoder(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    bool isOk() const { return m_isOk; }
    quint64 number()
    {
        quint64 read = 0;
        for (int shift = 0; m_isOk && shift < mostShift; shift += payload) {
            const quint64 byte = quint64(quint8(next()));
            read |= (byte & (goesOn - 1)) << shift;
            if (byte < goesOn)
                return read;
        }
        m_isOk = false;
        return 0;
    }
    /// No more than there are bytes left, as each costs one at least.
    qsizetype count()
    {
        const quint64 read = number();
        m_isOk = m_isOk && read <= quint64(m_rest.size());
        return m_isOk ? qsizetype(read) : 0;
    }
    Ring ring()
    {
        Ring ring(count());
        for (GeoPoint &corner : ring) {
            m_last.lon_e7 = moved(m_last.lon_e7);
            m_last.lat_e7 = moved(m_last.lat_e7);
            corner = m_last;
        }
        return ring;
    }
    Polygon polygon()
    {
        Polygon polygon;
        const qsizetype rings = count();
        m_isOk = m_isOk && rings > 0;
        if (m_isOk)
            polygon.outer = ring();
        for (qsizetype hole = 1; m_isOk && hole < rings; ++hole)
            polygon.holes.append(ring());
        return polygon;
    }

private:
    char next()
    {
        if (m_rest.isEmpty()) {
            m_isOk = false;
            return 0;
        }
        const char byte = m_rest.front();
        m_rest = m_rest.sliced(1);
        return byte;
    }
    qint32 moved(qint32 from)
    {
        constexpr qint64 most = 1'800'000'000;
        const qint64 way = unzigzag(number());
        if (way < -2 * most || way > 2 * most || from + way < -most || from + way > most) {
            m_isOk = false;
            return from;
        }
        return qint32(from + way);
    }

    QByteArrayView m_rest;
    GeoPoint m_last;
    bool m_isOk = true;
};

bool isOnEarth(const GeoBox &box)
{
    constexpr qint32 pole = 900'000'000;
    return box.isEmpty() || (box.least.lat_e7 >= -pole && box.most.lat_e7 <= pole);
}

} // namespace

QByteArray codeOf(const Shape &shape)
{
    if (shape.isEmpty())
        return QByteArray(1, multiPolygon) + emptyGeometry;
    Coder out;
    out.number(quint64(shape.parts.size()));
    for (const Polygon &part : shape.parts) {
        out.number(1 + quint64(part.holes.size()));
        out.ring(part.outer);
        for (const Ring &hole : part.holes)
            out.ring(hole);
    }
    return out.take();
}

std::optional<Shape> shapeOf(const QByteArray &code)
{
    if (code.size() < 2 || code[0] != multiPolygon)
        return {};
    Shape shape;
    if (code[1] == nothingMore) {
        Decoder in(QByteArrayView(code).sliced(2));
        for (qsizetype left = in.count(); in.isOk() && left > 0; --left)
            shape.parts.append(in.polygon());
        if (!in.isOk())
            return {};
    }
    // One shape, one code: what was padded, or goes on behind the end, is none.
    if (!isWellFormed(shape) || !isOnEarth(shape.box()) || codeOf(shape) != code)
        return {};
    return shape;
}

} // namespace domain
