// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_runner.h"

#include "peers/hub_words.h"

#include <atomic>

namespace peers
{

using domain::Refusal;

struct HubRunner::House {
    QObject door; ///< calls from outside come in through it
    std::unique_ptr<Exchange> exchange;
    std::unique_ptr<Hub> hub;
    std::atomic<Hub *> running = nullptr; ///< the same hub, for asking from outside
    std::atomic<bool> isWoken = false;
};

HubRunner::HubRunner(HubUrl url, MakeExchange exchange, std::function<QVector<Id>()> desks,
    const HubPace &pace, QObject *parent)
    : QObject(parent)
    , m_house(std::make_unique<House>())
{
    qRegisterMetaType<HubState>();
    qRegisterMetaType<domain::Refusal>();
    m_house->door.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_house->door,
        [this, house = m_house.get(), url = std::move(url), exchange = std::move(exchange),
            desks = std::move(desks), pace] {
            house->exchange = exchange();
            if (!house->exchange)
                return cannotRead(url);
            house->hub = std::make_unique<Hub>(*house->exchange, url, desks, pace);
            connect(house->hub.get(), &Hub::changed, this, [this](const HubState &state) {
                m_state = state;
                Q_EMIT changed(state);
            });
            connect(house->hub.get(), &Hub::broke, this, &HubRunner::broke);
            house->running = house->hub.get();
            house->hub->start();
        });
}

HubRunner::~HubRunner()
{
    if (Hub *const hub = m_house->running)
        hub->interrupt();
    if (!m_isRetired)
        clear(Qt::BlockingQueuedConnection);
    m_thread.wait();
}

void HubRunner::clear(Qt::ConnectionType type)
{
    QMetaObject::invokeMethod(
        &m_house->door,
        [house = m_house.get(), thread = &m_thread] {
            house->hub.reset();
            house->exchange.reset();
            // Back home, so that it may be deleted from there.
            house->door.moveToThread(thread->thread());
            thread->quit();
        },
        type);
}

void HubRunner::retire()
{
    if (std::exchange(m_isRetired, true))
        return;
    disconnect();
    connect(&m_thread, &QThread::finished, this, &QObject::deleteLater);
    if (Hub *const hub = m_house->running)
        hub->interrupt();
    clear(Qt::QueuedConnection);
}

/// On the hub's thread.
void HubRunner::cannotRead(const HubUrl &url)
{
    HubState state;
    state.phase = HubState::Refused;
    state.host = url.shown();
    state.trouble = HubWords::tr("The desk's database can't be opened for the exchange.");
    const Refusal why{{}, state.trouble,
        HubWords::tr("Check the disk and the folder's permissions."), Refusal::Device};
    QMetaObject::invokeMethod(this, [this, state, why] {
        m_state = state;
        Q_EMIT changed(state);
        Q_EMIT broke(why);
    });
}

void HubRunner::wake()
{
    if (m_house->isWoken.exchange(true))
        return;
    QMetaObject::invokeMethod(&m_house->door, [house = m_house.get()] {
        house->isWoken = false;
        if (house->hub)
            house->hub->wake();
    });
}

} // namespace peers
