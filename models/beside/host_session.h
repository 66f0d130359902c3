// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "beside/absent_signer.h"
#include "beside/line.h"
#include "domain/environment.h"

#include <QObject>

namespace beside
{

/// One guest, as the host sees it: lets it prove that it may be here, hands its commands on, and answers. Whatever a guest
/// sends, the host goes on: what can't be understood ends the guest's visit and nothing else.
class HostSession : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket over and greets.
    HostSession(QLocalSocket *socket, const QByteArray &deskKey, store::CommandTaker &taker,
        domain::Random &random, QObject *parent);
    ~HostSession() override;

    /// Takes no more, answers what was asked, then says farewell; ended() follows.
    void leave(const Farewell &farewell);

Q_SIGNALS:
    void ended();

private:
    void read();
    void take(const Proof &proof);
    void take(const Ask &ask);
    void take(const Signature &signature);
    /// What only a host says.
    template <typename Other> void take(const Other &) { leaveGarbled(); }
    void refuse(const domain::Refusal &why) { leave({why}); }
    void answer(qint64 number, const QVector<store::Verdict> &verdicts);
    void leaveGarbled();
    void sayFarewell();

    QLocalSocket *m_socket;
    Line m_line;
    const QByteArray m_deskKey;
    store::CommandTaker &m_taker;
    std::shared_ptr<SignatureQuestions> m_questions;
    QByteArray m_drawn;
    std::optional<Farewell> m_leaving; ///< with what, once it is
    qint64 m_lastAsk = 0;
    int m_onTheWay = 0; ///< asked and not answered
    bool m_isProved = false;
};

} // namespace beside
