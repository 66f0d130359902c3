// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/filling.h"
#include "peers/invitation.h"
#include "peers/link.h"
#include "peers/new_desk.h"
#include "peers/pairing.h"

namespace peers
{

/// A new desk asks one of the company's to be let in: by the code of an invitation, or by comparing a short code. When that is done its
/// folder holds its secrets, empty tables and whom to trust; what the company has on record then comes like anything else, from
/// the node. Works on the thread that made it.
class Joining : public QObject
{
    Q_OBJECT
public:
    Joining(const QString &folder, const domain::Clock &clock, domain::Random &random,
        QObject *parent = nullptr);

    /// The record comes entry by entry instead of beginning with the other desk's tables: slower, and believing nobody.
    void setReplays(bool replays) { m_replays = replays; }
    void startInvited(const Address &address, const InvitationCode &code);
    void startComparing(const Address &address);
    /// The person says that both codes are the same, or gives up.
    void confirm();
    void giveUp();

Q_SIGNALS:
    /// Six digits that the other desk has to show as well.
    void codeShown(const QString &code);
    void joined();
    /// The other desk's tables are on their way; joined() follows, whether they come or not.
    void filling(qint64 bytes, qint64 all);
    /// Nothing is left in the folder, except where the other side may have let this desk in and the answer was lost: then the
    /// same once more goes on.
    void failed(const domain::Refusal &why);

public:
    /// Why the desk doesn't begin with the other one's tables; empty when it does. Once joined.
    const QString &whyNotFilled() const { return m_whyNotFilled; }

private:
    void start(const Address &address, Purpose purpose, const Id &desk);
    Objection judge(const Greeted &peer) const;
    void greeted();
    void take(const QByteArray &bytes);
    void welcomed();
    void fill(const Pin &pin);
    void fail(const domain::Refusal &why);

    const store::DeskFolder m_folder;
    const domain::Clock &m_clock;
    domain::Random &m_random;
    std::optional<InvitationCode> m_code;
    std::unique_ptr<LinkTerms> m_terms;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<JoiningTalk> m_talk;
    std::unique_ptr<Filling> m_filling;
    store::Secrets m_secrets;
    Address m_address;
    QString m_whyNotFilled;
    QTimer m_timer;
    bool m_replays = false;
    bool m_isPrepared = false; ///< the folder holds something that this try made
    bool m_mayBeIn = false; ///< the other side may have let this desk in
    bool m_isOver = false;
};

} // namespace peers
