// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/member_stream.h"

#include "record/cbor.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace store
{

namespace
{

constexpr qint64 headSizeBytes = 4;
constexpr qint64 largestHead = 4096;
constexpr qint64 checksumBytes = 32;

QByteArray sizeOfHead(qsizetype size)
{
    QByteArray bytes(headSizeBytes, Qt::Uninitialized);
    qToBigEndian(quint32(size), bytes.data());
    return bytes;
}

QByteArray headOf(const Member &member)
{
    QByteArray head;
    record::CborWriter out(&head);
    out.array(2);
    out.text(member.name);
    out.number(member.size);
    out.endArray();
    return sizeOfHead(head.size()) + head;
}

} // namespace

Member memberOf(const QString &name, const QByteArray &content)
{
    return {name, content.size(), [content] {
                auto buffer = std::make_unique<QBuffer>();
                buffer->setData(content);
                buffer->open(QIODevice::ReadOnly);
                return buffer;
            }};
}

Member memberOfFile(const QString &name, const QString &path)
{
    return {name, QFileInfo(path).size(), [path] {
                auto file = std::make_unique<QFile>(path);
                return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
            }};
}

MemberReader::MemberReader(QVector<Member> members, std::function<bool(qint64 done)> step)
    : m_members(std::move(members))
    , m_step(std::move(step))
    , m_size(headSizeBytes)
{
    for (const Member &member : std::as_const(m_members))
        m_size += headOf(member).size() + member.size + checksumBytes;
    QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

/// What comes after the pending bytes and the content: a checksum, the next head, or the end.
bool MemberReader::advance()
{
    if (m_content) {
        if (!m_content->atEnd())
            return false; // it grew while it was packed
        m_content.reset();
        m_pending = m_hash.result();
        return true;
    }
    if (m_next == m_members.size()) {
        m_pending = sizeOfHead(0);
        return true;
    }
    const Member &member = m_members[m_next++];
    m_content = member.open();
    m_left = member.size;
    m_hash.reset();
    m_pending = headOf(member);
    return m_content != nullptr;
}

qint64 MemberReader::readContent(char *data, qint64 most)
{
    const qint64 read = m_content->read(data, std::min(most, m_left));
    if (read <= 0)
        return -1;
    m_hash.addData(QByteArrayView(data, read));
    m_left -= read;
    return read;
}

qint64 MemberReader::readData(char *data, qint64 most)
{
    qint64 filled = 0;
    // Filled up as far as there is anything: sealing wants whole chunks.
    while (filled < most && m_done < m_size) {
        qint64 got = 0;
        if (!m_pending.isEmpty()) {
            got = std::min(most - filled, qint64(m_pending.size()));
            std::copy_n(m_pending.constData(), got, data + filled);
            m_pending.remove(0, got);
        } else if (m_content && m_left > 0) {
            got = readContent(data + filled, most - filled);
        } else if (!advance()) {
            got = -1;
        }
        if (got < 0)
            return -1;
        filled += got;
        m_done += got;
    }
    return m_step && !m_step(m_done) ? -1 : filled;
}

MemberWriter::MemberWriter(MemberTaker &taker, std::function<bool(qint64 done)> step)
    : m_taker(taker)
    , m_step(std::move(step))
{
    QIODevice::open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 MemberWriter::wanted() const
{
    switch (m_state) {
    case State::HeadSize:
        return headSizeBytes;
    case State::Head:
        return m_headSize;
    case State::Checksum:
        return checksumBytes;
    default:
        return 0;
    }
}

bool MemberWriter::takeHead()
{
    record::CborReader in(m_piece);
    const bool known = in.array() == 2;
    const QString name = in.text();
    m_left = in.number();
    m_hash.reset();
    m_state = m_left > 0 ? State::Content : State::Checksum;
    return known && in.ok() && m_left >= 0 && m_taker.begin(name, m_left);
}

bool MemberWriter::takePiece()
{
    bool fits = true;
    if (m_state == State::HeadSize) {
        m_headSize = qFromBigEndian<quint32>(m_piece.constData());
        m_state = m_headSize == 0 ? State::Ended : State::Head;
        fits = m_headSize <= largestHead;
    } else if (m_state == State::Head) {
        fits = takeHead();
    } else {
        fits = m_piece == m_hash.result() && m_taker.end();
        m_state = State::HeadSize;
    }
    m_piece.clear();
    return fits;
}

qint64 MemberWriter::writeData(const char *data, qint64 size)
{
    for (qint64 at = 0; at < size;) {
        if (m_state == State::Ended)
            return -1;
        const qint64 rest = size - at;
        if (m_state == State::Content) {
            const QByteArrayView content(data + at, std::min(rest, m_left));
            m_hash.addData(content);
            if (!m_taker.take(content))
                return -1;
            m_left -= content.size();
            at += content.size();
            if (m_left == 0)
                m_state = State::Checksum;
            continue;
        }
        const qint64 part = std::min(rest, wanted() - m_piece.size());
        m_piece.append(data + at, part);
        at += part;
        if (m_piece.size() == wanted() && !takePiece())
            return -1;
    }
    m_done += size;
    return m_step && !m_step(m_done) ? -1 : size;
}

} // namespace store
