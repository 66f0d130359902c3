// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/online_keeper.h"
#include "items/background.h"
#include "items/online_channel.h"

namespace app
{

/// The online channel beside a desk's window: rounds by a keeper, what is set up and how far it is by the desk's book. Nothing is read,
/// written or asked on the window's thread.
class DeskOnline final : public items::OnlineChannel
{
    Q_OBJECT

public:
    /// The desk writes already and outlives it.
    explicit DeskOnline(Desk &desk, QObject *parent = nullptr);
    ~DeskOnline() override;

    /// Behind the window's curtain nobody sits here, whoever did before.
    void setAway(bool isAway);
    /// Asks what is due, as its timer does.
    void look() { m_keeper.look(); }

    QVector<items::OnlineSource> sources() const override { return m_sources; }
    items::OnlineRound round() const override { return m_round; }
    bool asksByItself() const override { return m_asksByItself; }
    Hold hold() const override;

    Outcome setAsksByItself(bool asks) override;
    void ask(const QString &name) override;
    void stop() override;
    void renew() override;
    Outcome put(const items::OnlineSetup &setup) override;
    Outcome remove(const QString &name) override;

private:
    using Deed = std::function<std::optional<domain::Refusal>(store::Reader &)>;
    struct Seen {
        QVector<items::OnlineSource> sources;
        bool asksByItself = false;
    };

    static Seen look(Desk &desk, store::Reader &reader);
    void take(const Seen &seen);
    void switchOver();
    void personChanged();
    void noteRound(const QString &name, const exchange::OnlineReport &soFar);
    void noteEnd(const QString &name, const exchange::OnlineReport &report);
    /// Changes what is set up, on another thread; what is asked of the one that it changes is given up.
    Outcome change(const QString &name, Deed deed);

    Desk &m_desk;
    QVector<items::OnlineSource> m_sources;
    items::OnlineRound m_round;
    domain::Id m_person; ///< in whose name rounds began
    bool m_asksByItself = false;
    bool m_isAway = false;
    bool m_isReading = false, m_isStale = false;
    items::Background m_background;
    OnlineKeeper m_keeper; ///< the first to end
};

} // namespace app
