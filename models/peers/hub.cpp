// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub.h"

#include "peers/hub_link.h"
#include "peers/hub_schema.h"
#include "peers/hub_words.h"

#include <QRandomGenerator>
#include <QSqlDriver>

namespace peers
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

const QString channel = u"griddesk_hub"_s;
constexpr int mostAgain = 50;
constexpr int beatsToAsk = 10;
constexpr qsizetype mostNews = 10'000;

/// Desks that broke off together shall not come back together.
int around(int time_ms)
{
    return time_ms * 4 / 5 + QRandomGenerator::global()->bounded(time_ms * 2 / 5 + 1);
}

} // namespace

Id hubPeer()
{
    static const Id id = Id::named("hub");
    return id;
}

Hub::Hub(Exchange &exchange, HubUrl url, std::function<QVector<Id>()> desks, const HubPace &pace,
    QObject *parent)
    : QObject(parent)
    , m_exchange(exchange)
    , m_url(std::move(url))
    , m_desks(std::move(desks))
    , m_pace(pace)
    , m_self(exchange.introduction().desk)
    , m_step(this)
    , m_retry(this)
    , m_beat(this)
    , m_look(this)
    , m_answer(this)
{
    m_step.setSingleShot(true);
    m_retry.setSingleShot(true);
    m_answer.setSingleShot(true);
    m_beat.setInterval(m_pace.beat_ms);
    connect(&m_step, &QTimer::timeout, this, [this] { guarded([this] { step(); }); });
    connect(&m_retry, &QTimer::timeout, this, &Hub::connectNow);
    connect(&m_beat, &QTimer::timeout, this, [this] { guarded([this] { feel(); }); });
    connect(&m_look, &QTimer::timeout, this, [this] {
        m_lookDue = true;
        goOn();
    });
    connect(&m_answer, &QTimer::timeout, this, [this] {
        m_answersDue = true;
        goOn();
    });
}

Hub::~Hub()
{
    drop();
}

void Hub::start()
{
    if (m_state.phase == HubState::Off)
        connectNow();
}

void Hub::stop()
{
    drop();
    m_retry.stop();
    setPhase(HubState::Off);
}

void Hub::wake()
{
    if (m_link)
        goOn();
}

void Hub::guarded(const std::function<void()> &work)
{
    try {
        work();
    } catch (const HubFailure &failure) {
        failed(failure);
    }
}

void Hub::failed(const HubFailure &failure)
{
    if (failure.kind == HubFailure::Again && m_link && ++m_again < mostAgain) {
        m_step.start(around(20));
        return;
    }
    const QString what = HubWords::tr("The hub at %1 failed: %2").arg(m_state.host, failure.why);
    m_state.trouble = failure.why;
    breakOff(failure.kind == HubFailure::Refused ? HubState::Refused : HubState::Waiting,
        {u"url"_s, what, HubWords::tr("It is tried again by itself."), Refusal::Device});
}

void Hub::connectNow()
{
    drop();
    m_state.host = m_url.shown();
    setPhase(HubState::Connecting);
    guarded([this] {
        m_link = std::make_unique<HubLink>(m_url, m_pace.patience_ms, m_exchange, m_desks, m_self);
        m_brake.hold(&m_link->database.watch());
        m_state.host = m_link->database.host();
        if (const auto refusal = checkHub(m_link->database, m_exchange.introduction())) {
            m_state.trouble = refusal->text();
            breakOff(HubState::Refused, *refusal);
            return;
        }
        listen(); // before the first look, so that nothing falls between the two
        m_lookDue = true;
        m_beat.start();
        m_look.start(around(m_link->hears ? m_pace.look_ms : m_pace.poll_ms));
        setPhase(HubState::Exchanging);
        goOn();
    });
}

void Hub::listen()
{
    QSqlDriver *driver = m_link->database.driver();
    if (!m_pace.listens)
        return;
    // Queued: a statement may be under way when it is noticed, and what follows may end the connection.
    connect(
        driver, &QSqlDriver::notification, this,
        [this](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) {
            hear(HubNotice::decoded(payload.toString()));
        },
        Qt::QueuedConnection);
    m_link->hears = driver->subscribeToNotification(channel);
}

void Hub::hear(const HubNotice &notice)
{
    if (notice.from == m_self || !m_link)
        return;
    if (notice.kind == HubNotice::Questions) {
        // Whoever is quickest answers; the others find the question gone.
        if (!m_answer.isActive())
            m_answer.start(QRandomGenerator::global()->bounded(m_pace.firstRetry_ms + 1));
        return;
    }
    if (notice.kind == HubNotice::Keys)
        m_keysDue = true;
    else if (notice.feeds.isEmpty() || m_news.size() > mostNews)
        m_lookDue = true;
    for (auto each = notice.feeds.cbegin(); each != notice.feeds.cend(); ++each)
        m_news[each.key()] = std::max(m_news.value(each.key()), each.value());
    goOn();
}

void Hub::announce(const HubNotice &notice)
{
    if (m_link->hears)
        m_link->database.once(u"NOTIFY %1, '%2'"_s.arg(channel, notice.encoded()));
}

/// Felt for without asking anybody, and now and then asked.
void Hub::feel()
{
    if (!m_link || m_isTaking)
        return;
    if (!isStanding(*m_link->database.driver()))
        throw HubFailure{HubFailure::Broken, HubWords::tr("the connection was lost")};
    if (++m_beats % beatsToAsk == 0)
        m_link->database.run(u"SELECT 1"_s);
}

void Hub::drop()
{
    ++m_round;
    m_step.stop();
    m_beat.stop();
    m_look.stop();
    m_answer.stop();
    m_news.clear();
    m_again = 0;
    m_brake.hold(nullptr);
    m_link.reset();
}

void Hub::breakOff(HubState::Phase phase, const Refusal &why)
{
    drop();
    const int doublings = std::min(m_failures++, 16);
    const qint64 grown = qint64(m_pace.firstRetry_ms) << doublings;
    m_state.retry_ms = phase == HubState::Refused
        ? m_pace.longestRetry_ms
        : around(int(std::min<qint64>(grown, m_pace.longestRetry_ms)));
    m_retry.start(m_state.retry_ms);
    setPhase(phase);
    Q_EMIT broke(why);
}

void Hub::setPhase(HubState::Phase phase)
{
    m_state.phase = phase;
    m_state.behind = m_link ? m_link->pull.behind() : 0;
    if (phase == HubState::InStep) {
        m_state.trouble.clear();
        m_failures = 0;
        m_again = 0;
    }
    Q_EMIT changed(m_state);
}

} // namespace peers
