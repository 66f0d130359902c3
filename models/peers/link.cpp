// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/link.h"

#include "peers/words.h"

#include <QHostAddress>

#include <algorithm>

namespace peers
{

using domain::Refusal;

namespace
{

constexpr qint64 strangersBuffer = 4
    << 10; ///< bytes that are read ahead of somebody who hasn't proven anything
constexpr qint64 peersBuffer = 1 << 20;
constexpr qint64 mostInFlight = 256 << 10; ///< bytes handed to the socket and not yet on the line
constexpr qint64 chunk = 64 << 10;
/// More than two desks ever have on their way to each other: who asks and doesn't read the answers isn't heard any further.
constexpr qint64 mostUnsent = 64 << 20;

/// Every desk signs its certificate itself; anything else that is wrong with one stays wrong.
bool isSelfSignedOnly(const QList<QSslError> &errors)
{
    return std::ranges::all_of(errors,
        [](const QSslError &error) { return error.error() == QSslError::SelfSignedCertificate; });
}

Refusal failed(const QString &address, const QString &why)
{
    return {{}, Words::tr("The connection to %1 failed: %2.").arg(address, why),
        Words::tr("It is tried again by itself; check the network and the address."),
        Refusal::Device};
}

} // namespace

Link::Link(LinkTerms &terms, QObject *parent)
    : QObject(parent)
    , m_terms(terms)
    , m_begun_ms(terms.now_ms())
    , m_moved_ms(m_begun_ms)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Link::pump);
}

Link::~Link()
{
    // A socket that goes says good-bye to a link that is gone already.
    m_socket.disconnect(this);
}

void Link::call(const Address &address, Purpose purpose)
{
    m_address = address;
    m_purpose = purpose;
    prepare(Side::Caller);
    m_socket.connectToHostEncrypted(address.host, address.port, TlsIdentity::name());
}

void Link::answer(qintptr descriptor)
{
    prepare(Side::Called);
    if (!m_socket.setSocketDescriptor(descriptor)) {
        fail(failed(m_address.text(), m_socket.errorString()));
        return;
    }
    m_address = {m_socket.peerAddress().toString(), m_socket.peerPort()};
    m_socket.startServerEncryption();
}

void Link::prepare(Side side)
{
    m_side = side;
    m_socket.setSslConfiguration(m_terms.identity.configuration());
    m_socket.setReadBufferSize(strangersBuffer);
    connect(&m_socket, &QSslSocket::sslErrors, this, &Link::judgeCertificate);
    connect(&m_socket, &QSslSocket::encrypted, this, &Link::beginGreeting);
    connect(&m_socket, &QSslSocket::readyRead, this, &Link::read);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, [this](qint64 bytes) {
        if (m_terms.sent)
            *m_terms.sent += bytes;
        m_moved_ms = m_terms.now_ms();
        pump();
        if (m_isHeld)
            read();
    });
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this] {
        // What came before it was cut off may say why.
        read();
        fail(failed(m_address.text(), m_socket.errorString()));
    });
    connect(&m_socket, &QSslSocket::disconnected, this, [this] {
        read();
        fail(m_ending.value_or(failed(m_address.text(), Words::tr("the other side hung up"))));
    });
}

void Link::judgeCertificate(const QList<QSslError> &errors)
{
    if (isSelfSignedOnly(errors))
        m_socket.ignoreSslErrors();
}

void Link::beginGreeting()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_greeting = std::make_unique<Greeting>(m_side,
        Greeting::Own{m_terms.desk, m_terms.key, m_terms.identity.fingerprint()},
        TlsIdentity::fingerprintOf(m_socket.peerCertificate()), m_purpose, m_terms.judge,
        m_terms.random);
    send(m_greeting->start());
}

void Link::read()
{
    if (m_isEnded || m_ending || !m_greeting)
        return;
    m_isHeld = unsent() > mostUnsent;
    if (m_isHeld)
        return;
    const QByteArray bytes = m_socket.readAll();
    if (bytes.isEmpty())
        return;
    if (isGreeted())
        Q_EMIT received(bytes);
    else
        takeGreeting(bytes);
}

void Link::takeGreeting(const QByteArray &bytes)
{
    const QByteArray answer = m_greeting->receive(bytes);
    if (!answer.isEmpty())
        send(answer);
    if (m_greeting->state() == Greeting::State::Failed) {
        const Objection objection = m_greeting->objection();
        end(m_greeting->isByPeer() ? byPeer(objection) : toPeer(objection));
    } else if (isGreeted()) {
        m_socket.setReadBufferSize(peersBuffer);
        const QPointer<Link> self(this);
        Q_EMIT greeted();
        const QByteArray rest = self ? m_greeting->takeRest() : QByteArray();
        if (self && !rest.isEmpty() && !m_isEnded)
            Q_EMIT received(rest);
    }
}

void Link::send(const QByteArray &bytes)
{
    if (m_isEnded || m_ending)
        return;
    if (unsent() == 0)
        m_moved_ms = m_terms.now_ms();
    m_out += bytes;
    pump();
}

qint64 Link::unsent() const
{
    return m_out.size() - m_written + m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite();
}

void Link::pump()
{
    while (m_written < m_out.size()
        && m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < mostInFlight) {
        const qint64 allowed = m_terms.upload.take(
            m_terms.now_ms(), std::min<qint64>(chunk, m_out.size() - m_written));
        if (allowed == 0) {
            m_moved_ms = m_terms.now_ms(); // it is we who wait
            m_pause.start(int(m_terms.upload.wait_ms()));
            return;
        }
        m_socket.write(m_out.constData() + m_written, allowed);
        m_written += allowed;
    }
    if (m_written == m_out.size() || m_written > peersBuffer) {
        m_out.remove(0, m_written);
        m_written = 0;
    }
    if (m_ending && m_out.isEmpty())
        m_socket.disconnectFromHost();
}

void Link::end(const Refusal &why)
{
    if (m_isEnded || m_ending)
        return;
    m_ending = why;
    m_begun_ms = m_terms.now_ms();
    if (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.isEncrypted())
        pump();
    else
        fail(why);
}

void Link::tick()
{
    const qint64 now_ms = m_terms.now_ms();
    // Who can't be told good-bye within a while is left.
    if (m_ending || !isGreeted()) {
        if (now_ms - m_begun_ms > m_terms.greetingWithin_ms)
            fail(m_ending.value_or(toPeer(Objection::Silent)));
    } else if (unsent() > 0 && now_ms - m_moved_ms > m_terms.takingWithin_ms) {
        fail(toPeer(Objection::Deaf));
    }
}

void Link::fail(const Refusal &why)
{
    if (std::exchange(m_isEnded, true))
        return;
    m_pause.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    Q_EMIT ended(m_ending.value_or(why));
}

} // namespace peers
