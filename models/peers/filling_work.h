// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/link.h"
#include "peers/newcomer_exchange.h"
#include "peers/session.h"
#include "peers/snapshot_intake.h"

namespace peers
{

/// The part of a filling that works; lives on the filling's thread.
class FillingWork : public QObject
{
    Q_OBJECT
public:
    FillingWork(const store::DeskFolder &folder, const store::Secrets &secrets, const Pin &pin,
        domain::Random &random);
    ~FillingWork() override;

    void start(const Address &address);
    void close();

Q_SIGNALS:
    void progressed(qint64 bytes, qint64 all);
    void ended(const QString &why);

private:
    void call();
    void tick();
    void greeted();
    void sessionChanged();
    bool take(const Frame &frame);
    void lineEnded(const domain::Refusal &why);
    void end(const QString &why);

    const store::DeskFolder m_folder;
    const store::Secrets m_secrets;
    const Pin m_pin;
    domain::Random &m_random;
    Address m_address;
    NewcomerExchange m_exchange;
    std::unique_ptr<LinkTerms> m_terms;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<SnapshotIntake> m_intake;
    std::unique_ptr<Session> m_session;
    QTimer m_ticking, m_again;
    qint64 m_moved_ms = 0; ///< when the last piece came
    int m_tries = 0;
    bool m_hasAsked = false; ///< over this line
    bool m_isOver = false;
};

} // namespace peers
