// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QIODevice>
#include <QVector>

#include <functional>
#include <memory>

namespace store
{

/// Several files in one stream, for the inside of a backup: each with its name, its size, its content and the checksum of
/// the content; an empty head ends them. Both sides hold no more than one block in memory. A tar would do as well,
/// with modes, links and owners that a restore had to refuse again.

/// One thing to pack.
struct Member {
    QString name;
    qint64 size = 0;
    std::function<std::unique_ptr<QIODevice>()> open; ///< opened for reading, when its turn comes
};

Member memberOf(const QString &name, const QByteArray &content);
Member memberOfFile(const QString &name, const QString &path);

/// Told how far a long work is; false stops it.
using Progress = std::function<bool(qint64 done, qint64 all)>;

/// The members as one device to read from. A member that ends early or late fails the reading.
class MemberReader : public QIODevice
{
public:
    explicit MemberReader(QVector<Member> members, std::function<bool(qint64 done)> step = {});
    qint64 size() const override { return m_size; } ///< of the whole stream
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_done >= m_size; }
    qint64 bytesAvailable() const override { return m_size - m_done; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool advance();
    qint64 readContent(char *data, qint64 most);

    QVector<Member> m_members;
    std::function<bool(qint64 done)> m_step;
    qint64 m_size = 0;
    qint64 m_done = 0;
    qsizetype m_next = 0; ///< the member that begins next
    std::unique_ptr<QIODevice> m_content;
    qint64 m_left = 0; ///< of the content
    QByteArray m_pending; ///< head or checksum on its way out
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
};

/// Who takes members out again. A false anywhere stops.
class MemberTaker
{
public:
    virtual ~MemberTaker() = default;
    virtual bool begin(const QString &name, qint64 size) = 0;
    virtual bool take(QByteArrayView content) = 0;
    virtual bool end() = 0; ///< the content was whole
};

/// The other side: what is written into it goes to the taker, checked.
class MemberWriter : public QIODevice
{
public:
    explicit MemberWriter(MemberTaker &taker, std::function<bool(qint64 done)> step = {});
    bool isSequential() const override { return true; }
    /// Whether the end was reached and nothing came behind it.
    bool isWhole() const { return m_state == State::Ended; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    enum class State { HeadSize, Head, Content, Checksum, Ended };

    bool takeHead();
    bool takePiece();
    qint64 wanted() const;

    MemberTaker &m_taker;
    std::function<bool(qint64 done)> m_step;
    State m_state = State::HeadSize;
    QByteArray m_piece; ///< of a head, its size or a checksum, not yet whole
    qint64 m_headSize = 0;
    qint64 m_left = 0; ///< of the content
    qint64 m_done = 0;
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
};

} // namespace store
