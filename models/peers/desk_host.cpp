// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/desk_host.h"

#include "peers/desk_exchange.h"
#include "peers/pinned_exchange.h"
#include "peers/session_conversation.h"
#include "store/attachment_places.h"
#include "store/sql.h"

namespace peers
{

using domain::Refusal;

namespace
{
// What is fetched before anybody asks for it.
constexpr qsizetype mostRecentFiles = 50;
constexpr qint64 mostRecentFileBytes = 10 << 20;
} // namespace

std::unique_ptr<DeskHost> DeskHost::make(Desk &desk)
{
    auto reader = desk.newReader();
    auto exchange = exchangeOf(desk);
    if (!reader || !exchange)
        return {};
    return std::unique_ptr<DeskHost>(new DeskHost(desk, std::move(reader), std::move(exchange)));
}

DeskHost::DeskHost(
    Desk &desk, std::unique_ptr<store::Reader> reader, std::unique_ptr<Exchange> exchange)
    : m_desk(desk)
    , m_reader(std::move(reader))
    , m_exchange(std::move(exchange))
    , m_stand(desk.folder())
    , m_files(desk.folder(), [this] { return findRecentFiles(); })
    , m_door(std::make_shared<FileDoor>(m_files))
    , m_here(std::make_shared<QObject>())
{
    m_desk.setFileSource(m_door);
    try {
        m_pin = findPin(m_reader->database());
    } catch (const store::SqlFailure &) {
        // Then the company's register alone says who is a desk.
    }
    if (m_pin)
        m_exchange = std::make_unique<PinnedExchange>(std::move(m_exchange), *m_pin,
            [this] { return m_reader->findRow(m_pin->desk).has_value(); });
}

DeskHost::~DeskHost()
{
    m_desk.setFileSource({});
    m_door->close();
}

void DeskHost::onNew(std::function<void()> changed)
{
    m_ear = std::make_unique<QObject>();
    QObject::connect(
        &m_desk, &Desk::appended, m_ear.get(), std::move(changed), Qt::QueuedConnection);
}

QVector<QByteArray> DeskHost::findRecentFiles()
{
    try {
        return store::recentAttachmentsElsewhere(
            m_reader->database(), m_desk.folder(), mostRecentFiles, mostRecentFileBytes);
    } catch (const store::SqlFailure &) {
        return {};
    }
}

Id DeskHost::company()
{
    return m_exchange->introduction().company;
}

QByteArray DeskHost::founding()
{
    return m_exchange->introduction().founding;
}

std::optional<domain::RegisterRow> DeskHost::findDesk(const Id &desk)
{
    if (const auto found = m_reader->findRow(desk))
        return found->row;
    // Until the register has come, a new desk knows the one that let it in.
    if (!m_pin || desk != m_pin->desk)
        return {};
    return domain::RegisterRow{
        desk, domain::Register::Desk, {{domain::desk::PublicKey, m_pin->publicKey}}};
}

void DeskHost::admit(const domain::AdmitDesk &command, Admitted done)
{
    QMetaObject::invokeMethod(
        &m_desk, [&desk = m_desk, command, done = std::move(done), here = m_here] {
            desk.submit(command).then([here, done](const store::Verdict &verdict) {
                const Refusal *refusal = store::refused(verdict);
                const auto answer = refusal ? std::optional(*refusal) : std::nullopt;
                QMetaObject::invokeMethod(here.get(), [done, answer] { done(answer); });
            });
        });
}

std::unique_ptr<Conversation> DeskHost::converse(const Id &peer, Conversation::Ways ways)
{
    m_stand.tidy();
    return std::make_unique<SessionConversation>(
        *m_exchange, SessionConversation::Besides{m_stand, m_files}, peer, std::move(ways));
}

} // namespace peers
