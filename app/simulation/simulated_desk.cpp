// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulated_desk.h"

#include "peers/desk_exchange.h"
#include "store/people.h"
#include "store/schema.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace simulation
{

SimulatedDesk::SimulatedDesk(const QString &folder, const VirtualClock &world, Dice &dice)
    : m_folder{folder}
    , m_dice(dice)
    , m_clock(world)
{
    QDir().mkpath(folder);
}

void SimulatedDesk::begin(const QString &tables)
{
    m_secrets = store::Secrets::fresh(m_clock.now_ms(), m_dice);
    store::saveSecrets(m_folder, m_secrets, m_dice);
    if (!tables.isEmpty()) {
        QFile::copy(tables, databaseFile());
        return;
    }
    store::Database database(m_folder.database(), store::Database::Access::ReadWrite);
    store::createTables(database);
    database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

void SimulatedDesk::start()
{
    m_secrets = std::get<store::Secrets>(store::loadSecrets(m_folder));
    m_people = std::make_shared<store::People>(m_folder, m_secrets.deskKey);
    m_writer =
        std::make_unique<store::Writer>(m_folder, m_secrets, m_people, m_clock, m_dice, m_program);
    // What the disk really keeps is the fault tests' business; here what counts is the order of things.
    m_writer->database().run("PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=0");
    m_exchange = peers::exchangeOver(m_folder, m_secrets, m_clock,
        [this](const record::Parcel &parcel, const auto &done) { done(take(parcel)); });
}

void SimulatedDesk::stop()
{
    m_exchange.reset();
    m_writer.reset();
    m_people.reset();
}

store::Verdict SimulatedDesk::submit(const store::Submission &submission)
{
    return m_writer->commit({submission}).verdicts.constFirst();
}

store::Receipt SimulatedDesk::take(const record::Parcel &parcel)
{
    return m_writer->take(parcel).receipt;
}

void SimulatedDesk::announce()
{
    m_writer->announce();
}

/// The process dies with its files open; what SQLite finds next is a log that was cut off.
void SimulatedDesk::crashInside(const std::function<void()> &work)
{
    const QString log = m_folder.database() + QStringLiteral("-wal");
    const qint64 before = QFileInfo(log).size();
    work();
    const qint64 after = QFileInfo(log).size();
    const QString torn = m_folder.path + QStringLiteral("/torn");
    QDir().mkpath(torn);
    copyFiles(m_folder.path, torn);
    stop();
    copyFiles(torn, m_folder.path);
    QDir(torn).removeRecursively();
    QFile::remove(m_folder.database() + QStringLiteral("-shm"));
    // The transaction's last page carries its commit: without it nothing of it counts.
    if (after > before)
        QFile::resize(log, before + m_dice.roll(int(after - before)));
    start();
}

void SimulatedDesk::copyFiles(const QString &from, const QString &to) const
{
    for (const QFileInfo &file : QDir(from).entryInfoList(QDir::Files)) {
        const QString target = to + u'/' + file.fileName();
        QFile::remove(target);
        QFile::copy(file.filePath(), target);
    }
}

void SimulatedDesk::copyAway()
{
    const QString copy = m_folder.path + QStringLiteral("/copy");
    QDir(copy).removeRecursively();
    QDir().mkpath(copy);
    m_writer->database().run("PRAGMA wal_checkpoint(TRUNCATE)");
    copyFiles(m_folder.path, copy);
}

bool SimulatedDesk::hasCopy() const
{
    return QFileInfo::exists(m_folder.path + QStringLiteral("/copy/desk.sqlite"));
}

void SimulatedDesk::comeBackFromCopy(bool inNewEpoch)
{
    stop();
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(m_folder.database() + QLatin1StringView(suffix));
    copyFiles(m_folder.path + QStringLiteral("/copy"), m_folder.path);
    QDir(m_folder.path + QStringLiteral("/copy")).removeRecursively();
    if (inNewEpoch) {
        m_secrets = std::get<store::Secrets>(store::loadSecrets(m_folder));
        m_secrets.feed = domain::Id::fresh(m_clock.now_ms(), m_dice);
        store::saveSecrets(m_folder, m_secrets, m_dice);
    }
    start();
}

void SimulatedDesk::startProgram(qint64 knownRules)
{
    m_program = knownRules;
    if (!isRunning())
        return;
    stop();
    start();
}

/// With a program of its own that asks no rule: the feed is this desk's and the signature too.
bool SimulatedDesk::forge(
    const domain::Event &event, const domain::Id &actor, qint64 at_ms, qint64 rules)
{
    bool isKept = true;
    stop();
    try {
        store::Database database(m_folder.database(), store::Database::Access::ReadWrite);
        store::FeedWriter feed(database, std::get<store::Secrets>(store::loadSecrets(m_folder)));
        store::Projector projector(database);
        record::Entry entry{.actor = actor,
            .rules = rules,
            .recorded_ms = at_ms,
            .subject = domain::subjectOf(event),
            .events = {event}};
        store::Transaction transaction(database);
        projector.apply(feed.append(std::move(entry)));
        transaction.commit();
    } catch (const store::SqlFailure &) {
        isKept = false;
    }
    start();
    return isKept;
}

domain::Id SimulatedDesk::feed()
{
    return std::get<store::Secrets>(store::loadSecrets(m_folder)).feed;
}

store::Digest SimulatedDesk::digest()
{
    return store::findDigest(m_writer->database());
}

std::optional<store::Damage> SimulatedDesk::findDamage()
{
    return store::findDamage(m_folder, m_secrets);
}

} // namespace simulation
