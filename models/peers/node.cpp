// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/node.h"

#include "peers/beacon.h"
#include "peers/switchboard.h"

namespace peers
{

Node::Node(
    const NodeSetup &setup, const domain::Clock &clock, domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_board(new Switchboard(setup, clock, random))
{
    qRegisterMetaType<QVector<Address>>();
    qRegisterMetaType<QVector<PeerState>>();
    qRegisterMetaType<PairingRequest>();
    qRegisterMetaType<domain::Refusal>();
    m_board->moveToThread(&m_thread);
    connect(m_board, &Switchboard::listening, this, &Node::listening);
    connect(m_board, &Switchboard::failed, this, &Node::failed);
    connect(m_board, &Switchboard::pairingAsked, this, &Node::pairingAsked);
    connect(m_board, &Switchboard::pairingEnded, this, &Node::pairingEnded);
    connect(m_board, &Switchboard::statesChanged, this, [this](const QVector<PeerState> &states) {
        m_states = states;
        Q_EMIT changed();
    });
    m_thread.setObjectName(QStringLiteral("node"));
}

Node::~Node()
{
    m_board->disconnect(this);
    if (m_thread.isRunning()) {
        // Sockets and timers end on the thread that they live on.
        connect(&m_thread, &QThread::finished, m_board, &QObject::deleteLater);
        QMetaObject::invokeMethod(m_board, &Switchboard::close, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    } else {
        delete m_board;
    }
}

template <typename Work> void Node::onBoard(Work work)
{
    QMetaObject::invokeMethod(m_board, [board = m_board, work = std::move(work)] { work(*board); });
}

void Node::start()
{
    m_thread.start();
    onBoard([](Switchboard &board) { board.start(); });
}

void Node::somethingNew()
{
    onBoard([](Switchboard &board) { board.somethingNew(); });
}

void Node::call(const Address &address)
{
    onBoard([address](Switchboard &board) { board.call(address); });
}

void Node::setPairing(bool isOpen)
{
    onBoard([isOpen](Switchboard &board) { board.setPairing(isOpen); });
}

void Node::answerPairing(quint64 number, const domain::AdmitDesk &as)
{
    onBoard([number, as](Switchboard &board) { board.answerPairing(number, as); });
}

void Node::refusePairing(quint64 number)
{
    onBoard([number](Switchboard &board) { board.refusePairing(number); });
}

} // namespace peers
