// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/filling_work.h"

#include "peers/words.h"

namespace peers
{

using domain::Refusal;

namespace
{
constexpr int tick_ms = 500;
constexpr int mostTries = 5;
constexpr int firstPause_ms = 250; ///< doubled after each try
/// For one piece; whoever is slower, or wants to be, gives us the record entry by entry.
constexpr qint64 piecePatience_ms = 120'000;
/// The first one waits for the copy that is made for it.
constexpr qint64 copyPatience_ms = 900'000;
} // namespace

FillingWork::FillingWork(const store::DeskFolder &folder, const store::Secrets &secrets,
    const Pin &pin, domain::Random &random)
    : m_folder(folder)
    , m_secrets(secrets)
    , m_pin(pin)
    , m_random(random)
    , m_exchange(secrets.desk, pin)
    , m_ticking(this)
    , m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &FillingWork::call);
    connect(&m_ticking, &QTimer::timeout, this, &FillingWork::tick);
}

FillingWork::~FillingWork() = default;

void FillingWork::start(const Address &address)
{
    m_address = address;
    const auto identity = TlsIdentity::make();
    const auto key = record::SigningKey::fromSeed(m_secrets.signingSeed);
    if (!identity || !key)
        return end(Words::tr("No certificate could be made for this desk."));
    const auto judge = [this](const Greeted &peer) {
        return peer.desk == m_pin.desk && peer.publicKey == m_pin.publicKey ? Objection::None
                                                                            : Objection::Unproven;
    };
    m_terms = std::make_unique<LinkTerms>(
        LinkTerms{*identity, m_secrets.desk, *key, judge, m_random, TokenBucket()});
    m_terms->time.start();
    m_ticking.start(tick_ms);
    call();
}

void FillingWork::tick()
{
    if (m_session)
        m_session->tick(m_terms->now_ms());
    if (m_link)
        m_link->tick();
    const bool isFlowing = m_intake && m_intake->received() > 0;
    if (m_terms->now_ms() - m_moved_ms > (isFlowing ? piecePatience_ms : copyPatience_ms))
        end(Words::tr("The copy of the tables comes too slowly."));
}

void FillingWork::call()
{
    ++m_tries;
    m_hasAsked = false;
    m_moved_ms = m_terms->now_ms();
    m_session.reset();
    m_intake.reset();
    m_link = std::make_unique<Link>(*m_terms);
    connect(m_link.get(), &Link::greeted, this, &FillingWork::greeted);
    connect(m_link.get(), &Link::received, this,
        [this](const QByteArray &bytes) { m_session->receive(bytes); });
    // Later: it is perhaps in the middle of saying so.
    connect(m_link.get(), &Link::ended, this, &FillingWork::lineEnded, Qt::QueuedConnection);
    m_link->call(m_address, Purpose::Exchange);
}

void FillingWork::greeted()
{
    m_session = std::make_unique<Session>(
        m_exchange, m_pin.desk, Limits(), [this](const QByteArray &bytes) { m_link->send(bytes); });
    m_intake = std::make_unique<SnapshotIntake>(
        m_folder, m_pin, [this](const SnapshotAsked &asked) { m_session->say(asked); });
    m_session->wantSnapshot();
    m_session->onChanged([this] { sessionChanged(); });
    m_session->onOther([this](const Frame &frame) { return take(frame); });
    m_session->start(m_terms->now_ms());
}

void FillingWork::sessionChanged()
{
    if (m_session->hasEnded()) {
        m_link->end(m_session->state().refusal);
        return;
    }
    if (std::exchange(m_hasAsked, true))
        return;
    const Introduction &giver = m_session->peerIntroduction();
    const Introduction own = m_exchange.introduction();
    if (giver.recordTables == own.recordTables && giver.projections == own.projections)
        m_intake->start();
    else
        end(Words::tr("The other desk's program keeps its tables in another way."));
}

bool FillingWork::take(const Frame &frame)
{
    const auto *part = std::get_if<SnapshotPart>(&frame);
    if (!part || m_isOver || !m_intake->take(*part))
        return m_isOver;
    m_moved_ms = m_terms->now_ms();
    Q_EMIT progressed(m_intake->received(), m_intake->total());
    if (m_intake->isWhole())
        m_intake->finish();
    if (m_intake->state() != SnapshotIntake::State::Coming)
        end(m_intake->why());
    return true;
}

/// What has come stays in its file, and the next try goes on from there.
void FillingWork::lineEnded(const Refusal &why)
{
    if (m_isOver)
        return;
    const bool mayGoOn =
        !m_session || !m_session->state().ending || mayTryAgain(*m_session->state().ending);
    if (m_tries >= mostTries || !mayGoOn)
        return end(why.text());
    m_again.start(firstPause_ms << (m_tries - 1));
}

void FillingWork::end(const QString &why)
{
    if (std::exchange(m_isOver, true))
        return;
    close();
    // Where no copy is to be had its beginning is of no use either.
    if (!why.isEmpty())
        store::JoiningFolder(m_folder).clear();
    Q_EMIT ended(why);
}

void FillingWork::close()
{
    m_ticking.stop();
    m_again.stop();
    if (m_session)
        m_session->part();
    if (m_link)
        m_link->end(toPeer(Objection::Leaving));
}

} // namespace peers
