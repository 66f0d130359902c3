// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desk_serving.h"

#include "common/node_parts.h"
#include "common/serving_words.h"

#include "domain/desks.h"
#include "domain/rights.h"
#include "peers/invitation.h"

#include <QTcpServer>

namespace app
{

using domain::Id;
using domain::Refusal;
using items::ServingSettings;

namespace
{

constexpr int portAgain_ms = 30'000;
constexpr int writeBook_ms = 60'000;
constexpr qint64 bytesOfKiB = 1024;
/// By which a node says that it can't be heard; with anything else it can't be at all.
const QString listenField = QStringLiteral("--listen");

} // namespace

DeskServing::DeskServing(Desk &desk, const ServingDefaults &defaults, QObject *parent)
    : m_desk(desk)
    , m_defaults(defaults)
    , m_since_ms(desk.clock().now_ms())
    , m_kept(findServing(desk.read().database(), desk.secrets(), {defaults.settings, 0}))
{
    setParent(parent);
    try {
        for (const store::KnownPeer &peer : store::findKnownPeers(desk.read().database()))
            m_book.insert(peer.desk, peer);
    } catch (const store::SqlFailure &) {
        // Then it isn't said since when somebody wasn't reached.
    }
    m_portTimer.setInterval(portAgain_ms);
    connect(&m_portTimer, &QTimer::timeout, this, &DeskServing::lookForPort);
    m_bookTimer.setInterval(writeBook_ms);
    connect(&m_bookTimer, &QTimer::timeout, this, &DeskServing::writeBook);
}

DeskServing::~DeskServing()
{
    m_node.reset();
    delete m_hub;
    writeBook();
}

void DeskServing::start()
{
    startNode(m_kept.settings.isServing);
    startHub();
    m_bookTimer.start();
}

void DeskServing::startNode(bool listens)
{
    const ServingSettings &settings = m_kept.settings;
    m_node.reset();
    m_heardAt.clear();
    m_isListening = listens;
    peers::NodeSetup setup = nodeSetupFor(m_desk);
    m_triedPort = settings.port ? settings.port : m_kept.lastPort;
    if (listens)
        setup.listen = {{m_defaults.host, m_triedPort}};
    for (const QString &text : settings.addresses) {
        if (const auto address = peers::Address::read(text))
            setup.peers.append(*address);
    }
    setup.beacon = settings.hasBeacon;
    setup.bytesPerSecond = settings.kibPerSecond * bytesOfKiB;
    m_node = makeNode(m_desk, setup);
    connectNode();
    m_node->start();
    m_node->setPairing(m_isPairing);
}

void DeskServing::connectNode()
{
    using peers::Node;
    // Later: a node can't be ended while it speaks.
    connect(m_node.get(), &Node::failed, this, &DeskServing::failed, Qt::QueuedConnection);
    connect(m_node.get(), &Node::listening, this, &DeskServing::heard);
    connect(m_node.get(), &Node::changed, this, &DeskServing::noteContacts);
    connect(m_node.get(), &Node::pairingAsked, this, [this](const peers::PairingRequest &request) {
        Q_EMIT pairingAsked({request.number, request.code, request.address.text()});
    });
    connect(m_node.get(), &Node::pairingEnded, this,
        [this](quint64 number, bool isAdmitted, const Refusal &why) {
            Q_EMIT pairingEnded(number, isAdmitted ? std::nullopt : std::optional(why));
        });
}

/// An automatic port moves on when it is taken. A fixed one is waited for; meanwhile this desk calls the others.
void DeskServing::failed(const Refusal &why)
{
    if (!m_isListening || why.field != listenField) {
        m_portTrouble = why;
    } else if (m_kept.settings.port == 0 && m_triedPort != 0) {
        m_kept.lastPort = 0;
        return startNode(true);
    } else {
        m_portTrouble = portIsTaken(m_triedPort, why);
        m_portTimer.start();
        startNode(false);
    }
    Q_EMIT changed();
}

void DeskServing::lookForPort()
{
    const auto host =
        m_defaults.host == u"*" ? QHostAddress(QHostAddress::Any) : QHostAddress(m_defaults.host);
    if (!QTcpServer().listen(host, m_kept.settings.port))
        return;
    m_portTimer.stop();
    m_portTrouble.reset();
    startNode(true);
}

void DeskServing::heard(const QVector<peers::Address> &addresses)
{
    m_heardAt = m_defaults.host == u"*" ? addressesInNetwork(addresses) : QStringList();
    for (const peers::Address &address : addresses) {
        if (m_defaults.host != u"*")
            m_heardAt << address.text();
        if (std::exchange(m_kept.lastPort, address.port) != address.port)
            keep();
    }
    Q_EMIT changed();
}

void DeskServing::keep()
{
    keepServing(m_desk, m_kept).then(this, [this](const std::optional<Refusal> &refusal) {
        if (std::exchange(m_keepTrouble, refusal) || refusal)
            Q_EMIT changed();
    });
}

std::optional<Refusal> DeskServing::trouble() const
{
    return m_portTrouble ? m_portTrouble : m_keepTrouble;
}

std::optional<Refusal> DeskServing::apply(const ServingSettings &settings)
{
    using namespace domain;
    if (!mayDo(Right::KeepDesk, m_desk.who(), m_desk.read().grants()))
        return lackOf(Right::KeepDesk);
    if (auto refusal = refusalOf(settings))
        return refusal;
    const ServingSettings before = std::exchange(m_kept.settings, settings);
    if (before == settings)
        return {};
    keep();
    if (before.hub != settings.hub)
        startHub();
    ServingSettings beside = before;
    beside.hub = settings.hub;
    if (beside != settings) {
        m_portTimer.stop();
        m_portTrouble.reset();
        startNode(settings.isServing);
    }
    Q_EMIT changed();
    return {};
}

items::Invitation DeskServing::freshInvitation()
{
    const auto code = peers::InvitationCode::fresh(m_desk.secrets().publicKey(), m_desk.random());
    domain::InviteDesk command;
    command.desk = code.desk();
    command.tokenHash = domain::hashOfToken(code.token);
    command.until_ms = m_desk.clock().now_ms() + peers::InvitationCode::validFor_ms;
    return {code.text(), command};
}

void DeskServing::setPairing(bool isOpen)
{
    m_isPairing = isOpen;
    if (m_node)
        m_node->setPairing(isOpen);
}

void DeskServing::answerPairing(quint64 number, const domain::AdmitDesk &as)
{
    if (m_node)
        m_node->answerPairing(number, as);
}

void DeskServing::refusePairing(quint64 number)
{
    if (m_node)
        m_node->refusePairing(number);
}

} // namespace app
