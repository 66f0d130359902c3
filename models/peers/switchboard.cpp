// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/switchboard.h"

#include "domain/desks.h"
#include "peers/beacon.h"
#include "peers/listener.h"
#include "peers/words.h"

#include <QHostAddress>

#include <algorithm>

namespace peers
{

using domain::Refusal;

namespace
{

constexpr int tick_ms = 500;
constexpr qint64 foundFor_ms = 60'000; ///< after which a beacon that fell silent is forgotten
constexpr size_t mostFound = 256;

QHostAddress hostToListenOn(const QString &host)
{
    if (host == u"localhost")
        return QHostAddress(QHostAddress::LocalHost);
    return host == u"*" ? QHostAddress(QHostAddress::Any) : QHostAddress(host);
}

} // namespace

Switchboard::Switchboard(NodeSetup setup, const domain::Clock &clock, domain::Random &random)
    : m_setup(std::move(setup))
    , m_clock(clock)
    , m_random(random)
{
    m_timer.setParent(this);
    m_telling.setParent(this);
}

Switchboard::~Switchboard() = default;

void Switchboard::start()
{
    const auto identity = TlsIdentity::make();
    const auto key = record::SigningKey::fromSeed(m_setup.signingSeed);
    if (!identity || !key) {
        Q_EMIT failed({{}, Words::tr("No certificate could be made for this desk."),
            Words::tr("Check the system's OpenSSL and its memory."), Refusal::Device});
        return;
    }
    m_desk = m_setup.makeDesk();
    if (!m_desk) {
        Q_EMIT failed({{}, Words::tr("The desk's database can't be opened for the exchange."),
            Words::tr("Check the disk and the folder's permissions."), Refusal::Device});
        return;
    }
    m_desk->onNew([this] { somethingNew(); });
    m_terms = std::make_unique<LinkTerms>(LinkTerms{*identity, m_setup.desk, *key,
        [this](const Greeted &peer) { return judge(peer); }, m_random,
        TokenBucket(m_setup.bytesPerSecond)});
    m_terms->greetingWithin_ms = m_setup.greetingWithin_ms;
    m_terms->takingWithin_ms = m_setup.takingWithin_ms;
    m_terms->sent = m_setup.sent;
    m_terms->time.start();
    for (const Address &address : m_setup.listen) {
        if (!listen(address))
            return;
    }
    QVector<Address> addresses;
    for (const auto &server : m_servers)
        addresses.append({server->serverAddress().toString(), server->serverPort()});
    Q_EMIT listening(addresses);
    if (m_setup.beacon)
        startBeacon();
    connect(&m_timer, &QTimer::timeout, this, &Switchboard::tick);
    m_timer.start(tick_ms);
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, &Switchboard::tellStates);
    for (const Address &address : m_setup.peers)
        call(address);
}

bool Switchboard::listen(const Address &address)
{
    auto server =
        std::make_unique<Listener>([this](qintptr descriptor) { takeIncoming(descriptor); });
    const QHostAddress host = hostToListenOn(address.host);
    if (!host.isNull() && server->listen(host, address.port)) {
        m_servers.push_back(std::move(server));
        return true;
    }
    const QString why =
        host.isNull() ? Words::tr("that is no address of this computer") : server->errorString();
    Q_EMIT failed({QStringLiteral("--listen"),
        Words::tr("Nobody can be heard on %1: %2.").arg(address.text(), why),
        Words::tr("Choose another address or port."), Refusal::Device});
    return false;
}

/// The company is known by the hash of its first entry, which nobody outside has.
void Switchboard::startBeacon()
{
    const quint16 port = m_servers.empty() ? quint16(0) : m_servers.front()->serverPort();
    m_beacon = std::make_unique<Beacon>(m_desk->founding(), m_setup.desk, port, m_random);
    connect(m_beacon.get(), &Beacon::found, this, &Switchboard::found);
    m_beacon->start();
}

/// A new desk knows nothing of the company, so it is told in a way that everybody can read that somebody stands ready here.
void Switchboard::setPairing(bool isOpen)
{
    m_isPairing = isOpen;
    if (!isOpen || m_servers.empty() || !m_setup.beacon) {
        m_pairingBeacon.reset();
    } else if (!m_pairingBeacon) {
        m_pairingBeacon = std::make_unique<Beacon>(
            pairingCall(), m_setup.desk, m_servers.front()->serverPort(), m_random);
        m_pairingBeacon->start();
    }
}

void Switchboard::close()
{
    m_timer.stop();
    m_beacon.reset();
    m_pairingBeacon.reset();
    m_servers.clear();
    for (const Line &line : m_lines)
        line.talk->disconnect(this);
    for (const Line &line : std::exchange(m_lines, {})) {
        line.talk->part();
        delete line.talk;
    }
    // Those too that have ended and wait to be taken away: what they hold on to goes before they would.
    qDeleteAll(findChildren<Talk *>(Qt::FindDirectChildrenOnly));
    m_targets.clear();
}

void Switchboard::somethingNew()
{
    for (const Line &line : QVector<Line>(m_lines)) {
        if (!numberOf(line.talk) || !line.talk->isExchanging())
            continue;
        // Who was shut out meanwhile hears nothing more, however long the connection stood.
        if (domain::refusalOfDesk(m_desk->findDesk(line.talk->peer())))
            line.talk->link().end(toPeer(Objection::Revoked));
        else
            line.talk->somethingNew();
    }
}

void Switchboard::call(const Address &address)
{
    const auto known = std::ranges::find(m_targets, address, &Target::address);
    if (known != m_targets.end())
        known->isFixed = true;
    else
        m_targets.push_back({.address = address});
    // What didn't come to a start calls nobody.
    if (m_terms)
        callWhoIsDue();
}

void Switchboard::found(const Id &desk, const Address &address)
{
    const auto row = m_desk->findDesk(desk);
    if (desk == m_setup.desk || domain::refusalOfDesk(row))
        return;
    auto known = std::ranges::find(m_targets, address, &Target::address);
    if (known == m_targets.end()) {
        if (m_targets.size() >= mostFound)
            return;
        m_targets.push_back({.address = address, .isFixed = false});
        known = std::prev(m_targets.end());
    }
    known->desk = desk;
    known->heard_ms = m_terms->now_ms();
    callWhoIsDue();
}

void Switchboard::callWhoIsDue()
{
    for (Target &target : m_targets) {
        if (target.talk || target.nextCall_ms > m_terms->now_ms() || isConnectedTo(target.desk))
            continue;
        target.talk = addTalk();
        target.talk->link().call(target.address, Purpose::Exchange);
    }
    tellSoon();
}

void Switchboard::tick()
{
    // A talk that ends while all are asked leaves the list.
    for (const Line &line : QVector<Line>(m_lines)) {
        if (numberOf(line.talk))
            line.talk->tick();
    }
    const qint64 now_ms = m_terms->now_ms();
    std::erase_if(m_targets, [&](const Target &target) {
        return !target.isFixed && !target.talk && now_ms - target.heard_ms > foundFor_ms;
    });
    callWhoIsDue();
}

} // namespace peers
