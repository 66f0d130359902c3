// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/guest_line.h"

#include "beside/words.h"
#include "record/proof.h"
#include "store/traces.h"

namespace beside
{

using domain::Refusal;
using store::Submission;
using store::Verdict;

namespace
{

constexpr int greeting_ms = 2000;
/// A host may be long at work for others: an import, a rebuild.
constexpr int patience_ms = 300'000;

Refusal notThisDesk()
{
    return {{}, Words::tr("Another program listens in the desk's folder, and it isn't this desk."),
        Words::tr("End it, then try again."), Refusal::Device};
}

Refusal otherVersion(const QString &theirs)
{
    return {{},
        Words::tr("The desk is open in version %1 of Griddesk, and this is version %2.")
            .arg(theirs, version()),
        Words::tr("Update the older one, or close it first."), Refusal::Device};
}

Refusal died()
{
    return {{}, Words::tr("The program that has the desk open ended in the middle."),
        Words::tr("Nothing was changed; do it again."), Refusal::Device};
}

Refusal silent()
{
    return {{}, Words::tr("The program that has the desk open doesn't answer."),
        Words::tr("Look there whether it was done, before you do it again."), Refusal::Device};
}

Refusal tooMuch()
{
    return {{}, Words::tr("That is too much to be handed to the program that has the desk open."),
        Words::tr("Close it first, or do it in smaller parts."), Refusal::Device};
}

QByteArray encodeAsk(qint64 number, const QVector<Submission> &submissions, bool bulk)
{
    Ask ask{number, bulk, {}};
    for (const Submission &submission : submissions) {
        ask.asked.append({submission.command, submission.actor,
            submission.signer ? submission.signer->publicKey() : QByteArray()});
    }
    return encode(ask);
}

} // namespace

GuestLine::GuestLine(const store::DeskFolder &folder, std::shared_ptr<std::atomic<bool>> isGone)
    : m_folder(folder)
    , m_place(folder)
    , m_isGone(std::move(isGone))
    , m_socket(new QLocalSocket(this))
    , m_line(*m_socket)
    , m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience_ms);
    connect(m_patience, &QTimer::timeout, this, [this] {
        m_isUnanswered = true;
        m_socket->abort();
    });
}

Greeted GuestLine::greet(const QByteArray &deskKey, domain::Random &random)
{
    m_socket->connectToServer(m_place.path());
    if (!m_socket->waitForConnected(greeting_ms))
        return NobodyThere();
    const auto said = m_line.await(greeting_ms);
    const auto *hello = said ? std::get_if<Hello>(&*said) : nullptr;
    if (!hello)
        return NobodyThere();
    if (auto refusal = prove(*hello, deskKey, random))
        return *refusal;
    if (m_farewell)
        return NobodyThere();
    m_line.allow(maximumAnswer);
    connect(m_socket, &QLocalSocket::readyRead, this, &GuestLine::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &GuestLine::finish);
    return LetIn();
}

std::optional<Refusal> GuestLine::prove(
    const Hello &hello, const QByteArray &deskKey, domain::Random &random)
{
    if (hello.version != version())
        return otherVersion(hello.version);
    QByteArray drawn(drawnBytes, Qt::Uninitialized);
    random.fill({reinterpret_cast<quint8 *>(drawn.data()), size_t(drawn.size())});
    const QByteArray both = hello.drawn + drawn;
    m_line.send(Proof{version(), drawn, proofOfGuest(deskKey, both)});
    const auto said = m_line.await(greeting_ms);
    const auto *farewell = said ? std::get_if<Farewell>(&*said) : nullptr;
    if (farewell && !farewell->isClosing)
        return farewell->why;
    const auto *welcome = said ? std::get_if<Welcome>(&*said) : nullptr;
    if (!welcome)
        m_farewell = farewell ? farewell->why : died();
    else if (!record::isSameProof(welcome->proof, proofOfHost(deskKey, both)))
        return notThisDesk();
    return {};
}

void GuestLine::ask(const QVector<Submission> &submissions, bool bulk, Answered answered)
{
    const auto refuse = [&](const Refusal &refusal) {
        answered(QVector<Verdict>(submissions.size(), refusal));
    };
    if (submissions.isEmpty())
        return answered({});
    if (*m_isGone)
        return refuse(m_farewell.value_or(died()));
    const QByteArray encoded = encodeAsk(m_asked + 1, submissions, bulk);
    if (encoded.size() > maximumMessage)
        return refuse(tooMuch());
    m_waiting.enqueue({++m_asked, 0, submissions, encoded, std::move(answered)});
    sendWaiting();
}

void GuestLine::sendWaiting()
{
    while (!m_waiting.isEmpty() && m_onTheWay.size() < mostOnTheWay) {
        Asking asking = m_waiting.dequeue();
        asking.after = position().value_or(-1);
        m_line.sendEncoded(std::exchange(asking.encoded, {}));
        m_onTheWay.enqueue(std::move(asking));
    }
    m_onTheWay.isEmpty() ? m_patience->stop() : m_patience->start();
}

void GuestLine::read()
{
    while (const auto message = m_line.next())
        std::visit([this](const auto &said) { take(said); }, *message);
    if (m_line.isGarbled())
        m_socket->abort();
}

void GuestLine::take(const Answer &answer)
{
    const bool fits = !m_onTheWay.isEmpty() && answer.number == m_onTheWay.head().number
        && answer.verdicts.size() == m_onTheWay.head().submissions.size();
    if (!fits)
        return m_socket->abort();
    answerNext(answer.verdicts);
    sendWaiting();
    if (m_isLeaving && m_onTheWay.isEmpty())
        m_socket->disconnectFromServer();
}

void GuestLine::take(const SignatureWanted &wanted)
{
    Signature answer;
    for (const Asking &asking : std::as_const(m_onTheWay)) {
        for (const Submission &submission : asking.submissions) {
            if (!submission.signer || submission.signer->publicKey() != wanted.publicKey)
                continue;
            answer.signature = submission.signer->sign(wanted.hash);
            return m_line.send(answer);
        }
    }
    m_line.send(answer);
}

void GuestLine::take(const Farewell &farewell)
{
    m_farewell = farewell.why;
    *m_isGone = true;
}

void GuestLine::answerNext(const QVector<Verdict> &verdicts)
{
    m_onTheWay.dequeue().answered(verdicts);
}

void GuestLine::finish()
{
    read();
    *m_isGone = true;
    m_patience->stop();
    while (!m_onTheWay.isEmpty())
        answerNext(settle(m_onTheWay.head()));
    while (!m_waiting.isEmpty()) {
        m_onTheWay.enqueue(m_waiting.dequeue());
        answerNext(
            QVector<Verdict>(m_onTheWay.head().submissions.size(), m_farewell.value_or(died())));
    }
    if (m_isLeaving)
        Q_EMIT left();
}

QVector<Verdict> GuestLine::settle(const Asking &asking)
{
    QVector<Verdict> verdicts(asking.submissions.size(), m_farewell.value_or(died()));
    // A host answers all that it carried out before its farewell.
    if (m_farewell)
        return verdicts;
    // One that died without has either brought a command into the record, or nothing came of it.
    if (m_isUnanswered || asking.after < 0)
        verdicts.fill(silent());
    if (asking.after < 0)
        return verdicts;
    try {
        const auto traces = store::findTraces(*m_database, asking.after, asking.submissions);
        for (qsizetype i = 0; i < traces.size(); ++i) {
            if (traces[i])
                verdicts[i] = *traces[i];
        }
    } catch (const store::SqlFailure &) {
        verdicts.fill(silent());
    }
    return verdicts;
}

std::optional<qint64> GuestLine::position()
{
    try {
        if (!m_database)
            m_database = std::make_unique<store::Database>(
                m_folder.database(), store::Database::Access::ReadOnly);
        return store::lastPosition(*m_database);
    } catch (const store::SqlFailure &) {
        return {};
    }
}

void GuestLine::leave()
{
    m_isLeaving = true;
    if (m_socket->state() == QLocalSocket::UnconnectedState)
        Q_EMIT left();
    else if (m_onTheWay.isEmpty())
        m_socket->disconnectFromServer();
}

} // namespace beside
