// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/address.h"
#include "peers/greeting.h"
#include "peers/tls_identity.h"
#include "peers/token_bucket.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSslSocket>
#include <QTimer>

#include <atomic>

namespace peers
{

/// What all connections of a desk have in common.
struct LinkTerms {
    TlsIdentity identity;
    Id desk;
    record::SigningKey key;
    Greeting::Judge judge;
    domain::Random &random;
    TokenBucket upload;
    QElapsedTimer time; ///< runs evenly, whatever becomes of the clock
    qint64 greetingWithin_ms = 10'000;
    qint64 takingWithin_ms = 30'000; ///< when data wait, something has to be taken
    std::shared_ptr<std::atomic<qint64>> sent =
        {}; ///< counts what goes out on the wire; null: nobody asks

    qint64 now_ms() const { return time.elapsed(); }
};

/// One TLS connection to another desk: TLS 1.3 with a certificate on both sides, then the greeting, then the bytes of whoever
/// goes on. It waits for nobody longer than the terms say, and keeps little of somebody who hasn't proven anything.
class Link : public QObject
{
    Q_OBJECT
public:
    explicit Link(LinkTerms &terms, QObject *parent = nullptr);
    ~Link() override;

    void call(const Address &address, Purpose purpose);
    /// Takes a connection that came in.
    void answer(qintptr descriptor);

    Side side() const { return m_side; }
    /// Where the other side is: as it was called, or as it calls from.
    Address address() const { return m_address; }
    bool isGreeted() const { return m_greeting && m_greeting->state() == Greeting::State::Done; }
    const Greeted &peer() const { return m_greeting->peer(); }

    void send(const QByteArray &bytes);
    /// How much waits to be sent.
    qint64 unsent() const;
    /// Sends what waits, then hangs up.
    void end(const domain::Refusal &why);
    void tick();

Q_SIGNALS:
    /// The other side has proven itself and accepts this one. What it said behind that follows with received().
    void greeted();
    void received(const QByteArray &bytes);
    /// Once, and the last that is heard.
    void ended(const domain::Refusal &why);

private:
    void prepare(Side side);
    void judgeCertificate(const QList<QSslError> &errors);
    void beginGreeting();
    void read();
    void takeGreeting(const QByteArray &bytes);
    void pump();
    void fail(const domain::Refusal &why);

    LinkTerms &m_terms;
    QSslSocket m_socket;
    QTimer m_pause;
    Side m_side = Side::Caller;
    Address m_address;
    Purpose m_purpose = Purpose::Exchange;
    std::unique_ptr<Greeting> m_greeting;
    QByteArray m_out;
    qsizetype m_written = 0; ///< of m_out
    qint64 m_begun_ms = 0;
    qint64 m_moved_ms = 0; ///< when something of what waits was last taken
    bool m_isHeld =
        false; ///< what came waits until the other side has taken more of what waits for it
    bool m_isEnded = false;
    std::optional<domain::Refusal> m_ending; ///< said once all is sent
};

} // namespace peers
