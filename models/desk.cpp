// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "beside/guest.h"
#include "beside/host.h"
#include "domain/account.h"
#include "futures.h"
#include "store/borrowed_check.h"
#include "store/committer.h"
#include "store/desk_lock.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>

using domain::Id;
using domain::Refusal;

namespace
{

Refusal deviceRefusal(const QString &what, const QString &advice)
{
    return {{}, what, advice, Refusal::Device};
}

/// How long the one who holds the desk's lock may take to open its socket, or to close after the socket.
constexpr int changing_ms = 1000;
constexpr int lookingAgain_ms = 20;

Refusal noDesk(const QString &path)
{
    return deviceRefusal(Desk::tr("There is no desk in %1.").arg(path),
        Desk::tr("Found one with \"griddeskctl --desk %1 init\", or name another folder.")
            .arg(path));
}

} // namespace

Desk::Desk(const store::DeskFolder &folder, const store::Secrets &secrets, domain::Clock &clock,
    domain::Random &random)
    : m_folder(folder)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_random(random)
    , m_lock(folder.lock())
    , m_people(std::make_shared<store::People>(folder, secrets.deskKey))
{
    qRegisterMetaType<store::Committed>();
}

Desk::~Desk()
{
    m_stopIndexing = true;
    m_newPassword.waitForFinished();
    m_check.reset();
    if (m_indexing)
        m_indexing->wait();
    // SQLite moves the write-ahead log into the database when its last connection closes, but only a
    // writing one may: so the reader goes first. A log left behind would be one more file that can be damaged or lost.
    m_reader.reset();
}

Desk::Opening Desk::open(const QString &path, domain::Clock &clock, domain::Random &random,
    const store::Unlocking &unlocking)
{
    if (!store::DeskFolder{path}.holdsDesk())
        return noDesk(path);
    auto secrets = store::loadSecrets({path}, unlocking);
    if (const auto *refusal = std::get_if<Refusal>(&secrets))
        return *refusal;
    return open(path, std::get<store::Secrets>(secrets), clock, random);
}

Desk::Opening Desk::open(const QString &path, const store::Secrets &secrets, domain::Clock &clock,
    domain::Random &random)
{
    const store::DeskFolder folder{path};
    if (!folder.holdsDesk())
        return noDesk(path);
    if (auto refusal = store::beginAnewWhereBroken(folder, secrets, clock.now_ms()))
        return *refusal;
    if (auto refusal = store::bringUpToDate(folder, secrets, clock.now_ms(), random))
        return *refusal;
    std::unique_ptr<Desk> desk(new Desk(folder, secrets, clock, random));
    try {
        desk->m_reader =
            std::make_unique<store::Reader>(folder, desk->m_secrets, desk->m_people, clock);
        desk->m_trust = store::trustIn(desk->m_reader->database());
    } catch (const store::SqlFailure &failure) {
        return store::refusalFor(failure);
    }
    return desk;
}

Desk::Opening Desk::found(
    const QString &path, const Founding &founding, domain::Clock &clock, domain::Random &random)
{
    const store::DeskFolder folder{path};
    if (folder.holdsDesk() || QFileInfo::exists(folder.secrets())) {
        return Refusal{{}, tr("There is already a desk in %1.").arg(path),
            tr("Open it, or found the company in another folder.")};
    }
    if (!QDir().mkpath(path))
        return deviceRefusal(
            tr("The folder %1 can't be made.").arg(path), tr("Check its name and permissions."));
    const auto key = std::make_shared<const record::SigningKey>(record::SigningKey::fresh(random));
    const domain::FoundCompany command{Id::fresh(clock.now_ms(), random), {},
        Id::fresh(clock.now_ms(), random), founding.company, founding.zone, founding.login,
        founding.administratorName,
        founding.deskName.isEmpty() ? founding.company : founding.deskName, founding.prefix, {},
        record::rewrapAccount(*key, founding.password,
            founding.cost.value_or(record::PasswordCost::forPassword(founding.password)), random)};
    const store::Secrets secrets = store::Secrets::fresh(clock.now_ms(), random);
    if (auto refusal = store::saveSecrets(folder, secrets, random))
        return *refusal;
    // A desk that was not founded to its end is no desk: what was made so far is taken away again.
    const auto undo = [&folder](const Refusal &refusal) -> Opening {
        QFile::remove(folder.secrets());
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(folder.database() + QString::fromLatin1(suffix));
        return refusal;
    };
    try {
        store::makePrivateFile(folder.database());
        store::Database database(folder.database(), store::Database::Access::ReadWrite);
        store::createTables(database);
    } catch (const store::SqlFailure &failure) {
        return undo(store::refusalFor(failure));
    }
    Opening opening = open(path, secrets, clock, random);
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        return undo(*refusal);
    Desk &desk = *std::get<std::unique_ptr<Desk>>(opening);
    desk.sitDown({command.administrator, key});
    domain::FoundCompany complete = command;
    complete.desk = secrets.desk;
    complete.publicKey = secrets.publicKey();
    const store::Verdict verdict = desk.submit(complete).result();
    if (const Refusal *refusal = store::refused(verdict)) {
        const Refusal why = *refusal;
        opening = why;
        return undo(why);
    }
    return opening;
}

std::optional<Refusal> Desk::startWriting()
{
    if (m_committer)
        return {};
    if (auto refusal = store::takeLock(m_lock, m_folder))
        return refusal;
    try {
        m_committer = std::make_unique<store::Committer>(
            std::make_unique<store::Writer>(m_folder, m_secrets, m_people, m_clock, m_random));
    } catch (const store::SqlFailure &failure) {
        m_lock.unlock();
        return store::refusalFor(failure);
    }
    connect(m_committer.get(), &store::Committer::committed, this, &Desk::appended,
        Qt::DirectConnection);
    connect(m_committer.get(), &store::Committer::committed, this, &Desk::committed);
    m_host = std::make_unique<beside::Host>(m_folder, m_secrets.deskKey, *m_committer, m_random);
    if (m_trust == store::Trust::Borrowed)
        checkBorrowedTables();
    return {};
}

void Desk::checkBorrowedTables()
{
    m_check = std::make_unique<store::BorrowedCheck>(m_folder, m_secrets);
    connect(m_check.get(), &store::BorrowedCheck::ended, this, [this](const QString &fault) {
        m_check.release()->deleteLater();
        judgeTables(fault.isEmpty() ? store::Trust::Own : store::Trust::Broken);
    });
    m_check->start();
}

void Desk::judgeTables(store::Trust trust)
{
    m_check.reset();
    m_trust = trust;
    m_committer->judgeTables(trust);
    Q_EMIT tablesChecked();
}

std::variant<store::CommandTaker *, Refusal> Desk::taker()
{
    if (m_committer)
        return m_committer.get();
    if (m_guest && !m_guest->isGone())
        return m_guest.get();
    m_guest.reset();
    const QDeadlineTimer patience(changing_ms);
    while (const auto refusal = startWriting()) {
        if (m_lock.error() != QLockFile::LockFailedError)
            return *refusal;
        auto reached = beside::Guest::reach(m_folder, m_secrets.deskKey, m_random);
        if (auto *guest = std::get_if<std::unique_ptr<beside::Guest>>(&reached)) {
            m_guest = std::move(*guest);
            return m_guest.get();
        }
        if (const auto *turnedAway = std::get_if<Refusal>(&reached))
            return *turnedAway;
        // Nobody listens: who holds the desk is just opening or closing it, or can't listen at all.
        if (patience.hasExpired())
            return *refusal;
        QThread::msleep(lookingAgain_ms);
    }
    return m_committer.get();
}

QFuture<store::SignedIn> Desk::signIn(const QString &login, const QString &password) const
{
    return elsewhere<store::SignedIn>([folder = m_folder, secrets = m_secrets, people = m_people,
                                          &clock = m_clock, login, password]() -> store::SignedIn {
        try {
            store::Reader reader(folder, secrets, people, clock);
            return store::signIn(reader, folder, secrets, login, password);
        } catch (const store::SqlFailure &failure) {
            return store::refusalFor(failure);
        }
    });
}

void Desk::sitDown(const store::Identity &identity)
{
    m_actor = identity;
    Q_EMIT satDown();
}

domain::Actor Desk::who() const
{
    return {m_actor.person, m_clock.now_ms(), m_actor.key != nullptr};
}

QFuture<store::Verdict> Desk::setPassword(
    const Id &person, const QString &password, const std::optional<record::PasswordCost> &cost)
{
    const auto taking = taker();
    if (const auto *refusal = std::get_if<Refusal>(&taking))
        return atOnce<store::Verdict>(*refusal);
    const bool isOwn = person == m_actor.person;
    const auto key = isOwn && m_actor.key
        ? m_actor.key
        : std::make_shared<const record::SigningKey>(record::SigningKey::fresh(m_random));
    const record::PasswordCost how = cost.value_or(record::PasswordCost::forPassword(password));
    m_newPassword.waitForFinished();
    m_newPassword = elsewhere<store::Verdict>(
        [taker = std::get<store::CommandTaker *>(taking), &random = m_random, actor = m_actor, key,
            person, password, how] {
            return taker
                ->submit(
                    {domain::PutAccount{person, record::rewrapAccount(*key, password, how, random)},
                        actor.person, actor.key})
                .result();
        });
    if (isOwn)
        m_actor.key = key;
    return m_newPassword;
}

QFuture<store::Verdict> Desk::submit(domain::Command command)
{
    return submit(std::move(command), m_actor);
}

QFuture<QVector<store::Verdict>> Desk::submitAll(QVector<domain::Command> commands)
{
    return submitAll(std::move(commands), m_actor);
}

QFuture<store::Verdict> Desk::submit(domain::Command command, const store::Identity &who)
{
    const auto taking = taker();
    if (const auto *refusal = std::get_if<Refusal>(&taking))
        return atOnce<store::Verdict>(*refusal);
    return std::get<store::CommandTaker *>(taking)->submit(
        {std::move(command), who.person, who.key});
}

QFuture<QVector<store::Verdict>> Desk::submitAll(
    QVector<domain::Command> commands, const store::Identity &who)
{
    const auto taking = taker();
    if (const auto *refusal = std::get_if<Refusal>(&taking))
        return atOnce(QVector<store::Verdict>(commands.size(), *refusal));
    QVector<store::Submission> submissions;
    for (domain::Command &command : commands)
        submissions.append({std::move(command), who.person, who.key});
    return std::get<store::CommandTaker *>(taking)->submitAll(std::move(submissions), true);
}

QFuture<store::Receipt> Desk::take(record::Parcel parcel)
{
    if (auto refusal = startWriting())
        return atOnce(store::Receipt{store::Receipt::Failed, refusal->text(), 0, 0});
    return m_committer->take(std::move(parcel));
}

void Desk::announce()
{
    if (m_committer)
        m_committer->announce();
}

QFuture<std::optional<Refusal>> Desk::maintain(std::function<void(store::Database &)> work)
{
    if (auto refusal = startWriting())
        return atOnce(std::optional(*refusal));
    return m_committer->maintain(std::move(work));
}

std::unique_ptr<store::Reader> Desk::newReader() const
{
    try {
        return std::make_unique<store::Reader>(m_folder, m_secrets, m_people, m_clock);
    } catch (const store::SqlFailure &) {
        return {};
    }
}

void Desk::startIndexingPeople()
{
    if (m_indexing)
        return;
    m_indexing.reset(QThread::create([this] {
        m_people->fill(m_stopIndexing);
        QMetaObject::invokeMethod(this, &Desk::peopleReady, Qt::QueuedConnection);
        m_people->fillKnownPlaces(m_stopIndexing);
    }));
    m_indexing->start(QThread::LowPriority);
}

void Desk::indexPeopleNow()
{
    m_people->fill(m_stopIndexing);
}
