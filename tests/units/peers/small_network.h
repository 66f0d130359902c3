// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/desks.h"
#include "peers/node.h"
#include "support/seeded_random.h"
#include "support/small_desk.h"

#include <QMutex>
#include <QSet>
#include <QTest>

#include <map>

namespace support
{

using domain::Id;

/// What the desks of a test's company agree on, and what each of them holds: words instead of entries.
struct Board {
    QMutex mutex;
    std::map<Id, domain::RegisterRow> desks;
    std::map<Id, QSet<QByteArray>> words;
    domain::Id company = Id::named("company");
    QByteArray founding = QByteArray(32, 'f');
    bool admits = true;

    std::optional<domain::RegisterRow> find(const Id &desk)
    {
        const QMutexLocker lock(&mutex);
        const auto found = desks.find(desk);
        return found == desks.end() ? std::nullopt : std::optional(found->second);
    }
    void set(const Id &desk, const domain::Values &values)
    {
        const QMutexLocker lock(&mutex);
        domain::RegisterRow &row = desks[desk];
        row.id = desk;
        row.reg = domain::Register::Desk;
        row.values.merge(values);
    }
    QSet<QByteArray> wordsOf(const Id &desk)
    {
        const QMutexLocker lock(&mutex);
        return words[desk];
    }
    void say(const Id &desk, const QByteArray &word)
    {
        const QMutexLocker lock(&mutex);
        words[desk].insert(word);
    }
};

/// The smallest exchange there is: each side sends the words that the other hasn't seen, a line each.
class WordTalk final : public peers::Conversation
{
public:
    WordTalk(Board &board, const Id &own, Ways ways)
        : m_board(board)
        , m_own(own)
        , m_ways(std::move(ways))
    {
    }

    void start(qint64) override { somethingNew(); }
    void receive(const QByteArray &bytes) override
    {
        m_bytes += bytes;
        for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
            m_seen.insert(m_bytes.first(end));
            m_board.say(m_own, m_bytes.first(end));
            m_bytes.remove(0, end + 1);
        }
    }
    void somethingNew() override
    {
        for (const QByteArray &word : m_board.wordsOf(m_own)) {
            if (m_seen.contains(word))
                continue;
            m_seen.insert(word);
            m_ways.send(word + '\n');
        }
    }
    void tick(qint64) override { }
    void part() override { }
    Progress progress() const override { return {.isInStep = m_board.wordsOf(m_own) == m_seen}; }

private:
    Board &m_board;
    const Id m_own;
    const Ways m_ways;
    QByteArray m_bytes;
    QSet<QByteArray> m_seen;
};

class BoardDesk final : public peers::NodeDesk
{
public:
    BoardDesk(Board &board, const Id &own)
        : m_board(board)
        , m_own(own)
    {
    }

    Id company() override { return m_board.company; }
    QByteArray founding() override { return m_board.founding; }
    std::optional<domain::RegisterRow> findDesk(const Id &desk) override
    {
        return m_board.find(desk);
    }
    void admit(const domain::AdmitDesk &command, Admitted done) override
    {
        if (!m_board.admits) {
            done(domain::Refusal{{}, QStringLiteral("no"), {}});
            return;
        }
        m_board.set(command.desk,
            {{domain::desk::PublicKey, command.publicKey}, {domain::desk::Name, command.name}});
        done({});
    }
    std::unique_ptr<peers::Conversation> converse(
        const Id &, peers::Conversation::Ways ways) override
    {
        return std::make_unique<WordTalk>(m_board, m_own, std::move(ways));
    }

private:
    Board &m_board;
    const Id m_own;
};

/// A desk with a node, listening on a free port of this computer.
class NetDesk
{
public:
    NetDesk(Board &board, const char *name, quint64 seed)
        : board(board)
        , random(seed)
        , id(Id::named(name))
        , name(QString::fromLatin1(name))
        , key(record::SigningKey::fresh(random))
    {
        setup.desk = id;
        setup.signingSeed = key.seed();
        setup.makeDesk = [&board, id = id] { return std::make_unique<BoardDesk>(board, id); };
    }

    void join()
    {
        board.set(id, {{domain::desk::Name, name}, {domain::desk::PublicKey, key.publicKey()}});
    }

    void start()
    {
        node = std::make_unique<peers::Node>(setup, clock, random);
        QObject::connect(node.get(), &peers::Node::listening, node.get(),
            [this](const QVector<peers::Address> &addresses) {
                if (!addresses.isEmpty())
                    address = addresses.constFirst();
                isStarted = true;
            });
        QObject::connect(node.get(), &peers::Node::failed, node.get(),
            [this](const domain::Refusal &why) { failure = why.text(); });
        isStarted = false;
        node->start();
        QTRY_VERIFY2(isStarted || !failure.isEmpty(), qPrintable(failure));
    }
    void listen(quint16 port = 0)
    {
        setup.listen = {{QStringLiteral("127.0.0.1"), port}};
        start();
    }
    void call(const peers::Address &other)
    {
        setup.peers = {other};
        start();
    }
    /// How it stands with the only other one.
    peers::PeerState state() const
    {
        return node->states().size() == 1 ? node->states().constFirst() : peers::PeerState();
    }
    bool isInStep() const { return state().stage == peers::PeerState::Stage::InStep; }

    Board &board;
    FakeClock clock{1'000'000};
    SeededRandom random;
    Id id;
    QString name;
    record::SigningKey key;
    peers::NodeSetup setup;
    std::unique_ptr<peers::Node> node;
    peers::Address address;
    bool isStarted = false;
    QString failure;
};

} // namespace support
