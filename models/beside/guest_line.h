// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "beside/line.h"
#include "beside/socket_place.h"
#include "domain/environment.h"
#include "store/sql.h"

#include <QObject>
#include <QQueue>
#include <QTimer>

#include <atomic>
#include <functional>

namespace beside
{

struct NobodyThere {
};
struct LetIn {
};
using Greeted = std::variant<NobodyThere, LetIn, domain::Refusal>;

/// The guest's end of the socket; lives on the guest's thread.
class GuestLine : public QObject
{
    Q_OBJECT
public:
    using Answered = std::function<void(const QVector<store::Verdict> &)>;

    /// `isGone` turns true when the host has ended, before what was on its way is answered.
    GuestLine(const store::DeskFolder &folder, std::shared_ptr<std::atomic<bool>> isGone);

    Greeted greet(const QByteArray &deskKey, domain::Random &random);
    /// One transaction there. `answered` is always called, once.
    void ask(const QVector<store::Submission> &submissions, bool bulk, Answered answered);
    /// left() follows when everything is answered.
    void leave();

Q_SIGNALS:
    void left();

private:
    struct Asking {
        qint64 number = 0;
        qint64 after = 0; ///< where the record reached when it was asked
        QVector<store::Submission> submissions;
        QByteArray encoded;
        Answered answered;
    };

    std::optional<domain::Refusal> prove(
        const Hello &hello, const QByteArray &deskKey, domain::Random &random);
    void sendWaiting();
    void read();
    void take(const Answer &answer);
    void take(const SignatureWanted &wanted);
    void take(const Farewell &farewell);
    /// What a host says to nobody who has been let in.
    template <typename Other> void take(const Other &) { m_socket->abort(); }
    /// The host is gone: answers what is left, with its farewell or by the record.
    void finish();
    QVector<store::Verdict> settle(const Asking &asking);
    /// Where the record reaches; nothing when it can't be read.
    std::optional<qint64> position();
    void answerNext(const QVector<store::Verdict> &verdicts);

    const store::DeskFolder m_folder;
    const SocketPlace m_place;
    const std::shared_ptr<std::atomic<bool>> m_isGone;
    QLocalSocket *m_socket;
    Line m_line;
    QTimer *m_patience;
    std::unique_ptr<store::Database> m_database; ///< to see what became of lost questions
    std::optional<domain::Refusal> m_farewell;
    QQueue<Asking> m_onTheWay;
    QQueue<Asking> m_waiting; ///< behind them
    qint64 m_asked = 0;
    bool m_isLeaving = false;
    bool m_isUnanswered = false; ///< the host lives and says nothing
};

} // namespace beside
