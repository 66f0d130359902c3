// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/serving_file.h"
#include "items/serving.h"
#include "peers/hub_state.h"
#include "peers/peer_state.h"
#include "store/peer_book.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace peers
{
class HubRunner;
class Node;
} // namespace peers

namespace app
{

/// Where a desk serves that nobody has set anything for.
struct ServingDefaults {
    QString host = QStringLiteral("*"); ///< the address of this computer on which it is called
    items::ServingSettings settings;
};

/// A desk among the others beside its window: its node and its connection with the hub, by the settings of this desk. What doesn't
/// work (a port that is taken, a hub that doesn't answer) is said and tried again, and stands in nobody's way.
class DeskServing final : public items::Serving
{
    Q_OBJECT

public:
    /// The desk writes already and outlives it.
    explicit DeskServing(
        Desk &desk, const ServingDefaults &defaults = {}, QObject *parent = nullptr);
    ~DeskServing() override;

    void start();

    QVector<items::Contact> contacts() const override;
    items::HubContact hub() const override;
    QStringList heardAt() const override { return m_heardAt; }
    std::optional<domain::Refusal> trouble() const override;
    qint64 since_ms() const override { return m_since_ms; }

    QString shownHub() const override;
    items::ServingSettings settings() const override { return m_kept.settings; }
    std::optional<domain::Refusal> apply(const items::ServingSettings &settings) override;

    items::Invitation freshInvitation() override;
    void setPairing(bool isOpen) override;
    void answerPairing(quint64 number, const domain::AdmitDesk &as) override;
    void refusePairing(quint64 number) override;

private:
    void startNode(bool listens);
    void connectNode();
    void startHub();
    void keep();
    void failed(const domain::Refusal &why);
    void heard(const QVector<peers::Address> &addresses);
    void lookForPort();
    void noteContacts();
    void noteHub(const peers::HubState &state);
    void note(const domain::Id &desk, const QString &address, qint64 at_ms);
    void writeBook();
    items::Contact contactOf(const peers::PeerState &state) const;

    Desk &m_desk;
    const ServingDefaults m_defaults;
    const qint64 m_since_ms;
    KeptServing m_kept;
    std::unique_ptr<peers::Node> m_node;
    QPointer<peers::HubRunner> m_hub;
    peers::HubState m_hubState;
    QStringList m_heardAt;
    quint16 m_triedPort = 0;
    bool m_isListening = false; ///< or tries to
    bool m_isPairing = false;
    std::optional<domain::Refusal> m_portTrouble, m_keepTrouble;
    QTimer m_portTimer, m_bookTimer;
    QHash<domain::Id, store::KnownPeer> m_book;
    QSet<domain::Id> m_changed; ///< of the book, not written yet
};

} // namespace app
