// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desk_joiner.h"

#include "common/node_parts.h"
#include "peers/joining.h"
#include "peers/new_desk.h"
#include "store/secrets_file.h"

namespace app
{

using domain::Refusal;
using peers::Address;
using peers::InvitationCode;
using peers::PeerState;

namespace
{

bool knowsWhomToCall(Desk &desk)
{
    const KeptServing kept = findServing(desk.read().database(), desk.secrets(), {});
    return !kept.settings.addresses.isEmpty();
}

/// What the desk was told when it was let in; nothing where it never joined, or is no desk that can be opened.
std::optional<peers::Pin> findPin(const store::DeskFolder &folder)
{
    try {
        store::Database database(folder.database(), store::Database::Access::ReadOnly);
        return peers::findPin(database);
    } catch (const store::SqlFailure &) {
        return {}; // opening it says what is wrong
    }
}

} // namespace

Joined howFarJoined(const store::DeskFolder &folder, domain::Clock &clock, domain::Random &random)
{
    const auto pin = findPin(folder);
    if (!pin)
        return Joined::Wholly;
    // A desk that is in use may have a passphrase by now; a new one has none.
    const auto secrets = store::loadSecrets(folder);
    const auto *opened = std::get_if<store::Secrets>(&secrets);
    if (!opened)
        return Joined::Wholly;
    const Desk::Opening opening = Desk::open(folder.path, *opened, clock, random);
    const auto *desk = std::get_if<std::unique_ptr<Desk>>(&opening);
    if (!desk || (*desk)->read().findRow(opened->desk))
        return Joined::Wholly;
    const bool isWelcome = !pin->welcome.founding.isEmpty() && knowsWhomToCall(**desk);
    return isWelcome ? Joined::LetIn : Joined::Asked;
}

DeskJoiner::DeskJoiner(const store::DeskFolder &folder, domain::Clock &clock,
    domain::Random &random, const ServingDefaults &defaults, QObject *parent)
    : m_folder(folder)
    , m_clock(clock)
    , m_random(random)
    , m_defaults(defaults)
{
    setParent(parent);
}

DeskJoiner::~DeskJoiner() = default;

void DeskJoiner::look()
{
    m_search = std::make_unique<peers::PairingSearch>(m_random);
    connect(m_search.get(), &peers::PairingSearch::changed, this, &DeskJoiner::foundChanged);
    m_search->start();
}

QStringList DeskJoiner::found() const
{
    QStringList shown;
    for (const Address &address : m_search ? m_search->found() : QVector<Address>())
        shown << address.text();
    return shown;
}

std::optional<Address> DeskJoiner::addressIn(const QString &typed)
{
    const auto address = Address::read(typed);
    if (!address) {
        lose({QStringLiteral("address"), tr("\"%1\" is no address of a desk.").arg(typed),
            tr("Write it as the other desk shows it, such as 192.168.1.20:47000.")});
    }
    return address;
}

void DeskJoiner::joinInvited(const QString &typed, const QString &code)
{
    const auto address = addressIn(typed);
    if (!address)
        return;
    const auto read = InvitationCode::read(code);
    if (const auto *fault = std::get_if<InvitationCode::Fault>(&read)) {
        return lose({QStringLiteral("code"),
            *fault == InvitationCode::Fault::Mistyped ? tr("A character of the code is mistyped.")
                                                      : tr("This is no code of an invitation."),
            tr("It has seven groups of five characters; compare them with the invitation.")});
    }
    begin();
    connect(m_joining.get(), &peers::Joining::joined, this, [this, typed] { fill(typed); });
    m_joining->startInvited(*address, std::get<InvitationCode>(read));
}

void DeskJoiner::joinComparing(const QString &typed)
{
    const auto address = addressIn(typed);
    if (!address)
        return;
    begin();
    connect(m_joining.get(), &peers::Joining::joined, this, [this, typed] { fill(typed); });
    m_joining->startComparing(*address);
}

void DeskJoiner::begin()
{
    m_joining = std::make_unique<peers::Joining>(m_folder.path, m_clock, m_random);
    connect(m_joining.get(), &peers::Joining::codeShown, this, &DeskJoiner::digitsShown);
    connect(m_joining.get(), &peers::Joining::failed, this, &DeskJoiner::lose);
}

/// Later: what fails may do so while it is being started.
void DeskJoiner::lose(const Refusal &why)
{
    QMetaObject::invokeMethod(
        this, [this, why] { Q_EMIT failed(why); }, Qt::QueuedConnection);
}

void DeskJoiner::confirm()
{
    if (m_joining)
        m_joining->confirm();
}

void DeskJoiner::giveUp()
{
    if (m_joining && !m_desk)
        m_joining->giveUp();
    m_isOver = m_isOver || m_desk;
    m_node.reset();
    m_desk.reset();
}

/// Later: the connection by which it was let in is still talking.
void DeskJoiner::fill(const QString &address)
{
    QMetaObject::invokeMethod(
        this,
        [this, address] {
            m_search.reset();
            m_joining.reset();
            items::ServingSettings settings = m_defaults.settings;
            settings.addresses << address.trimmed();
            Q_EMIT joined();
            startNode(settings);
            if (m_desk)
                keepServing(*m_desk, {settings, 0});
        },
        Qt::QueuedConnection);
}

void DeskJoiner::goOn()
{
    startNode(m_defaults.settings);
}

void DeskJoiner::startNode(const items::ServingSettings &settings)
{
    Desk::Opening opening = Desk::open(m_folder.path, m_clock, m_random);
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        return lose(*refusal);
    m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    if (const auto refusal = m_desk->startWriting())
        return lose(*refusal);
    const KeptServing kept =
        findServing(m_desk->read().database(), m_desk->secrets(), {settings, 0});
    peers::NodeSetup setup = nodeSetupFor(*m_desk);
    for (const QString &text : kept.settings.addresses) {
        if (const auto address = Address::read(text))
            setup.peers.append(*address);
    }
    setup.beacon = kept.settings.hasBeacon;
    m_node = makeNode(*m_desk, setup);
    connect(m_node.get(), &peers::Node::changed, this, &DeskJoiner::showStates);
    connect(m_node.get(), &peers::Node::failed, this, &DeskJoiner::lose);
    connect(m_desk.get(), &Desk::committed, this, &DeskJoiner::showStates);
    m_node->start();
}

void DeskJoiner::showStates()
{
    if (m_isOver || !m_node)
        return;
    qint64 toCome = 0;
    bool isInStep = false;
    QString error;
    for (const PeerState &state : m_node->states()) {
        toCome = std::max(toCome, state.toTake);
        isInStep = isInStep || state.stage == PeerState::Stage::InStep;
        if (state.stage == PeerState::Stage::Waiting)
            error = state.error;
    }
    const qint64 here = m_desk->read().position();
    Q_EMIT progressed(here, toCome > 0 ? here + toCome : 0);
    if (std::exchange(m_interruption, error) != error)
        Q_EMIT interrupted(error);
    if (!isInStep || !m_desk->read().findRow(m_desk->secrets().desk))
        return;
    m_isOver = true;
    // Later: the node is telling this just now.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_node.reset();
            m_desk.reset();
            Q_EMIT filled();
        },
        Qt::QueuedConnection);
}

} // namespace app
