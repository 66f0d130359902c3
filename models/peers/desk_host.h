// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "peers/exchange.h"
#include "peers/file_exchange.h"
#include "peers/new_desk.h"
#include "peers/node_desk.h"
#include "peers/snapshot_stand.h"

namespace peers
{

/// A desk as its node sees it: looks through a reader of the node's thread, and hands admissions to the desk on the desk's own.
class DeskHost final : public NodeDesk
{
public:
    /// The desk must outlive the node and write already. Null when its database can't be opened.
    static std::unique_ptr<DeskHost> make(Desk &desk);
    ~DeskHost() override;

    Id company() override;
    QByteArray founding() override;
    std::optional<domain::RegisterRow> findDesk(const Id &desk) override;
    void admit(const domain::AdmitDesk &command, Admitted done) override;
    void onNew(std::function<void()> changed) override;
    std::unique_ptr<Conversation> converse(const Id &peer, Conversation::Ways ways) override;

private:
    QVector<QByteArray> findRecentFiles();

    DeskHost(Desk &desk, std::unique_ptr<store::Reader> reader, std::unique_ptr<Exchange> exchange);

    Desk &m_desk;
    const std::unique_ptr<store::Reader> m_reader;
    std::optional<Pin> m_pin;
    std::unique_ptr<Exchange> m_exchange;
    SnapshotStand m_stand;
    FileExchange m_files;
    const std::shared_ptr<FileDoor> m_door;
    std::unique_ptr<QObject>
        m_ear; ///< hears what the desk commits; what is on its way to it goes with it
    /// By which answers find the way back to the node's thread. They hold it, since they may come when all else is gone.
    std::shared_ptr<QObject> m_here;
};

} // namespace peers
