// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/host_session.h"

#include "beside/words.h"
#include "record/proof.h"

#include <QFutureWatcher>
#include <QTimer>

namespace beside
{

using domain::Refusal;
using store::Verdict;

namespace
{

constexpr int greeting_ms = 5000;
/// Answers that a guest leaves unread before it is taken for one that never reads. In bytes.
constexpr qint64 mostUnread = 4 * maximumMessage;
/// For a guest to read what it was told last.
constexpr int parting_ms = 3000;

Refusal otherVersion(const QString &theirs)
{
    return {{},
        Words::tr("The desk is open in version %1 of Griddesk, and this is version %2.")
            .arg(version(), theirs),
        Words::tr("Update the older one, or close it first."), Refusal::Device};
}

Refusal notProved()
{
    return {{}, Words::tr("The desk is open in another program, which didn't recognise this one."),
        Words::tr("Close it, and open the desk again."), Refusal::Device};
}

} // namespace

HostSession::HostSession(QLocalSocket *socket, const QByteArray &deskKey,
    store::CommandTaker &taker, domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_line(*socket)
    , m_deskKey(deskKey)
    , m_taker(taker)
    , m_drawn(drawnBytes, Qt::Uninitialized)
{
    m_socket->setParent(this);
    // The committer's thread asks; the socket belongs to this one.
    m_questions = std::make_shared<SignatureQuestions>(
        [this](const QByteArray &publicKey, const QByteArray &hash) {
            QMetaObject::invokeMethod(this, [this, publicKey, hash] {
                m_line.send(SignatureWanted{publicKey, hash});
            });
        });
    connect(m_socket, &QLocalSocket::readyRead, this, &HostSession::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &HostSession::ended);
    QTimer::singleShot(greeting_ms, this, [this] {
        if (!m_isProved)
            m_socket->abort();
    });
    random.fill({reinterpret_cast<quint8 *>(m_drawn.data()), size_t(m_drawn.size())});
    m_line.send(Hello{version(), m_drawn});
}

HostSession::~HostSession()
{
    m_socket->disconnect(this);
    m_questions->end();
}

void HostSession::read()
{
    while (!m_leaving) {
        const auto message = m_line.next();
        if (m_line.isGarbled())
            return leaveGarbled();
        if (!message)
            return;
        std::visit([this](const auto &said) { take(said); }, *message);
    }
    m_socket->readAll();
}

void HostSession::take(const Proof &proof)
{
    if (m_isProved)
        return leaveGarbled();
    if (proof.version != version())
        return refuse(otherVersion(proof.version));
    const QByteArray drawn = m_drawn + proof.drawn;
    if (proof.drawn.size() != drawnBytes
        || !record::isSameProof(proof.proof, proofOfGuest(m_deskKey, drawn)))
        return refuse(notProved());
    m_isProved = true;
    m_line.allow(maximumMessage);
    m_line.send(Welcome{proofOfHost(m_deskKey, drawn)});
}

void HostSession::take(const Ask &ask)
{
    if (!m_isProved || ask.asked.isEmpty() || ask.number != ++m_lastAsk
        || m_onTheWay >= mostOnTheWay || m_socket->bytesToWrite() > mostUnread)
        return leaveGarbled();
    QVector<store::Submission> submissions;
    for (const Asked &asked : ask.asked) {
        const auto signer = asked.publicKey.isEmpty()
            ? nullptr
            : std::make_shared<AbsentSigner>(m_questions, asked.publicKey);
        submissions.append({asked.command, asked.actor, signer});
    }
    ++m_onTheWay;
    auto *watcher = new QFutureWatcher<QVector<Verdict>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number = ask.number] {
        watcher->deleteLater();
        answer(number, watcher->result());
    });
    watcher->setFuture(m_taker.submitAll(std::move(submissions), ask.bulk));
}

void HostSession::take(const Signature &signature)
{
    m_questions->answer(signature.signature);
}

void HostSession::answer(qint64 number, const QVector<Verdict> &verdicts)
{
    m_line.send(Answer{number, verdicts});
    if (--m_onTheWay == 0 && m_leaving)
        sayFarewell();
}

void HostSession::leaveGarbled()
{
    refuse({{}, Words::tr("The other program sent something that can't be understood."),
        Words::tr("Update both to the same version."), Refusal::Device});
}

void HostSession::leave(const Farewell &farewell)
{
    if (m_leaving)
        return;
    m_leaving = farewell;
    m_questions->end();
    if (m_onTheWay == 0)
        sayFarewell();
}

void HostSession::sayFarewell()
{
    m_line.send(*m_leaving);
    QTimer::singleShot(parting_ms, this, [this] { m_socket->abort(); });
    m_socket->disconnectFromServer();
}

} // namespace beside
