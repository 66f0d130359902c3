// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/frame.h"
#include "peers/new_desk.h"
#include "record/checksum.h"
#include "store/replacing.h"

#include <QFile>

namespace peers
{

/// A new desk's end of a snapshot: asks for pieces a few ahead, writes them to a file that its user alone may read, and goes on where
/// an earlier try stopped. Whole and with the right checksum, the file is looked at (store/snapshot.h) before a byte of it is
/// written to, and becomes the desk's database in one move. Knows no sockets.
class SnapshotIntake
{
public:
    enum class State : quint8 {
        Coming,
        NotGiven, ///< the other side has none for us
        Refused, ///< it is not what a desk of the company hands over; nothing of it is left
        Failed, ///< this side can't keep it
        InPlace,
    };
    using Ask = std::function<void(const SnapshotAsked &)>;

    SnapshotIntake(const store::DeskFolder &folder, const Pin &pin, Ask ask);

    void start();
    /// False for a piece that nobody asked for or that isn't as long as it must be.
    bool take(const SnapshotPart &part);
    /// What is whole is looked at and moved in: it takes a moment, so it is its own step.
    bool isWhole() const { return m_total > 0 && m_received == m_total; }
    void finish();

    State state() const { return m_state; }
    const QString &why() const { return m_why; }
    qint64 received() const { return m_received; }
    qint64 total() const { return m_total; }

private:
    void askAhead();
    bool begin(const SnapshotPart &part);
    bool resume(const QByteArray &checksum);
    void end(State state, const QString &why);

    const store::DeskFolder m_folder;
    const store::JoiningFolder m_joining;
    const Pin m_pin;
    const Ask m_ask;
    QFile m_file;
    record::Checksum m_sum;
    QByteArray m_checksum; ///< of the whole, as the other side said
    qint64 m_total = 0;
    qint64 m_received = 0;
    qint64 m_asked = 0; ///< up to where
    bool m_hasAnswer = false; ///< in this session
    State m_state = State::Coming;
    QString m_why;
};

} // namespace peers
