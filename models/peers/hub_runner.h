// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/hub.h"

#include <QThread>

namespace peers
{

/// The hub on a thread of its own, beside a window or `serve`: made, run and ended there together with its exchange, so that no
/// wait for the database is ever felt here. Its owner's thread hears how it stands.
class HubRunner : public QObject
{
    Q_OBJECT

public:
    /// Runs on the hub's thread, as do `desks` and everything that the exchange does.
    using MakeExchange = std::function<std::unique_ptr<Exchange>()>;

    HubRunner(HubUrl url, MakeExchange exchange, std::function<QVector<Id>()> desks,
        const HubPace &pace = {}, QObject *parent = nullptr);
    /// A statement under way is broken off; what it would have pushed is pushed again the next time.
    ~HubRunner() override;

    /// This desk has new entries. Costs nothing to call often.
    void wake();
    /// Ends without being waited for, and deletes itself then: a connection being made may take its time. Whoever may not
    /// wait for the exchange's desk keeps it as the parent of this.
    void retire();
    const HubState &state() const { return m_state; }

Q_SIGNALS:
    void changed(const peers::HubState &state);
    void broke(const domain::Refusal &why);

private:
    struct House;

    void clear(Qt::ConnectionType type);
    void cannotRead(const HubUrl &url);

    HubState m_state;
    QThread m_thread;
    std::unique_ptr<House> m_house; ///< what lives on the thread
    bool m_isRetired = false;
};

} // namespace peers
