// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/snapshot_intake.h"

#include "peers/words.h"
#include "store/snapshot.h"
#include "store/upkeep.h"

#include <QLocale>
#include <QStorageInfo>

namespace peers
{

namespace
{

constexpr qint64 piecesAhead = 6;
/// No company's record is larger, and nobody's disk is to be filled.
constexpr qint64 mostBytes = qint64(256) << 30;
constexpr qint64 roomToLeave = 256 << 20;

} // namespace

SnapshotIntake::SnapshotIntake(const store::DeskFolder &folder, const Pin &pin, Ask ask)
    : m_folder(folder)
    , m_joining(folder)
    , m_pin(pin)
    , m_ask(std::move(ask))
{
}

void SnapshotIntake::start()
{
    if (const auto refusal = m_joining.make())
        return end(State::Failed, refusal->text());
    const QVector<QByteArray> parts = m_joining.parts();
    for (const QByteArray &part : parts) {
        if (m_received > 0 || !resume(part))
            QFile::remove(m_joining.part(part));
    }
    m_asked = m_received;
    m_ask({m_checksum, m_received});
}

/// Whole pieces alone, so that the next one begins where the other side's do; the last is fetched again, since it may be all.
bool SnapshotIntake::resume(const QByteArray &checksum)
{
    m_file.setFileName(m_joining.part(checksum));
    if (!m_file.open(QIODevice::ReadWrite))
        return false;
    const qint64 whole = std::max<qint64>(m_file.size() - 1, 0) / pieceBytes * pieceBytes;
    if (!m_file.resize(whole))
        return false;
    const auto stay = [&] {
        while (m_received < whole) {
            const QByteArray piece = m_file.read(pieceBytes);
            if (piece.isEmpty())
                return false;
            m_sum.add(piece);
            m_received += piece.size();
        }
        return whole > 0;
    };
    if (stay()) {
        m_checksum = checksum;
        return true;
    }
    m_file.close();
    m_sum = {};
    m_received = 0;
    return false;
}

bool SnapshotIntake::take(const SnapshotPart &part)
{
    if (m_state != State::Coming)
        return true;
    if (part.total == 0) {
        end(State::NotGiven, Words::tr("The other desk gives no copy of its tables."));
        return true;
    }
    if (!std::exchange(m_hasAnswer, true) && !begin(part))
        return m_state != State::Coming;
    const bool isNext = part.checksum == m_checksum && part.total == m_total
        && part.offset == m_received && m_received < m_asked
        && part.bytes.size() == std::min(pieceBytes, m_total - m_received);
    if (!isNext)
        return false;
    if (m_file.write(part.bytes) != part.bytes.size()) {
        end(State::Failed, m_file.errorString());
        return true;
    }
    m_sum.add(part.bytes);
    m_received += part.bytes.size();
    askAhead();
    return true;
}

/// The first piece says what the whole is; another whole than the one that was begun begins again.
bool SnapshotIntake::begin(const SnapshotPart &part)
{
    const qint64 room = QStorageInfo(m_folder.path).bytesAvailable();
    if (part.total > mostBytes || part.total > room - roomToLeave + m_received) {
        end(State::Failed,
            Words::tr("The copy takes %1, and the disk has not the room.")
                .arg(QLocale().formattedDataSize(part.total)));
        return false;
    }
    m_total = part.total;
    if (part.checksum != m_checksum || m_received >= m_total) {
        if (m_file.isOpen())
            m_file.remove();
        m_checksum = part.checksum;
        m_sum = {};
        m_received = 0;
        m_file.setFileName(m_joining.part(m_checksum));
        store::makePrivateFile(m_file.fileName());
        if (!m_file.open(QIODevice::ReadWrite | QIODevice::Truncate)) {
            end(State::Failed, m_file.errorString());
            return false;
        }
    }
    m_asked = std::min(m_received + pieceBytes, m_total);
    return m_file.seek(m_received);
}

void SnapshotIntake::askAhead()
{
    while (m_asked < m_total && m_asked - m_received < piecesAhead * pieceBytes) {
        const qint64 offset = m_asked;
        m_asked = std::min(m_asked + pieceBytes, m_total);
        m_ask({m_checksum, offset});
    }
}

void SnapshotIntake::finish()
{
    if (m_state != State::Coming)
        return;
    if (!m_file.flush())
        return end(State::Failed, m_file.errorString());
    m_file.close();
    if (m_sum.result() != m_checksum)
        return end(State::Refused, Words::tr("The copy was changed on its way."));
    const QString fault = store::findFaultInSnapshot(
        m_file.fileName(), {m_pin.welcome.founding, m_pin.desk, m_pin.publicKey});
    if (!fault.isEmpty())
        return end(State::Refused, fault);
    if (const auto refusal = store::beginWithSnapshot(m_folder, m_file.fileName()))
        return end(State::Failed, refusal->text());
    end(State::InPlace, {});
}

void SnapshotIntake::end(State state, const QString &why)
{
    m_state = state;
    m_why = why;
    m_file.close();
    m_joining.clear();
}

} // namespace peers
