// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desk_serving.h"
#include "peers/pairing_search.h"
#include "start/joiner.h"

namespace peers
{
class Joining;
}

namespace app
{

/// How far the desk in a folder has come in joining.
enum class Joined : quint8 {
    Wholly, ///< or it never had to
    Asked, ///< it asked to be let in, and the answer was lost: the same once more goes on
    LetIn, ///< its record hasn't come far enough to be opened
};
Joined howFarJoined(const store::DeskFolder &folder, domain::Clock &clock, domain::Random &random);

/// Makes a folder a desk of a company: asks to be let in, then keeps a node over the new desk until it is in step. Where it was
/// let in it will look for the others later as well.
class DeskJoiner final : public ui::start::Joiner
{
    Q_OBJECT

public:
    /// Clock and chance must outlive it.
    DeskJoiner(const store::DeskFolder &folder, domain::Clock &clock, domain::Random &random,
        const ServingDefaults &defaults, QObject *parent = nullptr);
    ~DeskJoiner() override;

    void look() override;
    QStringList found() const override;
    void joinInvited(const QString &address, const QString &code) override;
    void joinComparing(const QString &address) override;
    void confirm() override;
    void giveUp() override;
    void goOn() override;

private:
    std::optional<peers::Address> addressIn(const QString &typed);
    void begin();
    void lose(const domain::Refusal &why);
    void fill(const QString &address);
    void startNode(const items::ServingSettings &settings);
    void showStates();

    const store::DeskFolder m_folder;
    domain::Clock &m_clock;
    domain::Random &m_random;
    const ServingDefaults m_defaults;
    std::unique_ptr<peers::PairingSearch> m_search;
    std::unique_ptr<peers::Joining> m_joining;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<peers::Node> m_node;
    QString m_interruption;
    bool m_isOver = false;
};

} // namespace app
