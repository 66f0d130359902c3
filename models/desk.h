// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/environment.h"
#include "domain/refusal.h"
#include "record/parcel.h"
#include "store/committed.h"
#include "store/desk_folder.h"
#include "store/file_source.h"
#include "store/reader.h"
#include "store/receipt.h"
#include "store/sign_in.h"
#include "store/trust.h"
#include "store/unlocking.h"

#include <QFuture>
#include <QLockFile>
#include <QMutex>
#include <QObject>
#include <QThread>

#include <atomic>

#include <functional>
#include <memory>

namespace store
{
class BorrowedCheck;
class Committer;
class CommandTaker;
} // namespace store

namespace beside
{
class Guest;
class Host;
} // namespace beside

/// One desk: the door that every change goes through and every look comes from. The window and the tool
/// open one, ask it questions through read(), and hand it commands; it answers with a verdict and
/// announces what changed. Belongs to the thread that opened it.
class Desk : public QObject
{
    Q_OBJECT
public:
    using Opening = std::variant<std::unique_ptr<Desk>, domain::Refusal>;

    /// What founding a company asks.
    struct Founding {
        QString company;
        QString login;
        QString administratorName;
        QString deskName;
        QString prefix = QStringLiteral("01");
        QString zone = QStringLiteral("Asia/Shanghai");
        QString password; ///< of the administrator; empty: none is asked for
        std::optional<record::PasswordCost> cost; ///< nothing: as the password deserves
    };

    /// Opens the desk in a folder; an older one is brought up to date first. Refused where there is none, where it is
    /// damaged or newer than this program.
    /// `unlocking` is asked where the desk doesn't open by itself.
    static Opening open(const QString &folder, domain::Clock &clock, domain::Random &random,
        const store::Unlocking &unlocking = {});
    /// The same for who has unlocked its secrets already.
    static Opening open(const QString &folder, const store::Secrets &secrets, domain::Clock &clock,
        domain::Random &random);
    /// Founds a company on a new desk in an empty or missing folder.
    static Opening found(const QString &folder, const Founding &founding, domain::Clock &clock,
        domain::Random &random);
    ~Desk() override;

    /// Checks a login and its password on a thread of the pool.
    QFuture<store::SignedIn> signIn(const QString &login, const QString &password) const;
    /// Who sits here: every command is theirs until somebody else sits down. At opening it is nobody.
    void sitDown(const store::Identity &identity);
    /// A person without a password of their own, or nobody.
    void setActor(const domain::Id &person) { sitDown({person, {}}); }
    domain::Id actor() const { return m_actor.person; }
    /// The same with the key: taken here as a value by who hands in commands from another thread.
    store::Identity identity() const { return m_actor; }
    /// The same as rights are judged.
    domain::Actor who() const;
    /// Gives a person a password: whoever sits here a new one for the same key, anybody else a new key too.
    QFuture<store::Verdict> setPassword(const domain::Id &person, const QString &password,
        const std::optional<record::PasswordCost> &cost = {});

    /// Takes the desk for writing. A desk is written by one process at a time; the refusal names the one that
    /// holds it. Whoever holds it also takes the commands of the others beside it.
    std::optional<domain::Refusal> startWriting();

    /// Carries out one command: here, or where the desk is held already, through a local socket (beside/guest.h). The
    /// future never fails: it holds an Accepted, durable by then, or a Refusal.
    QFuture<store::Verdict> submit(domain::Command command);
    /// Many commands in one transaction, each accepted or refused by itself.
    QFuture<QVector<store::Verdict>> submitAll(QVector<domain::Command> commands);
    /// Both in the name of somebody who sat here when the work began, whoever sits here by now. From any thread where
    /// this process holds the desk (startWriting()), else from the desk's own.
    QFuture<store::Verdict> submit(domain::Command command, const store::Identity &who);
    QFuture<QVector<store::Verdict>> submitAll(
        QVector<domain::Command> commands, const store::Identity &who);
    /// Takes in what another desk appended; the future never fails and holds the receipt once it is durable.
    QFuture<store::Receipt> take(record::Parcel parcel);
    /// Says to the others which rules this program follows, where they know it otherwise and this desk is held here.
    void announce();
    /// Runs upkeep (rebuild, backup) in turn with the commits; only where the desk is held.
    QFuture<std::optional<domain::Refusal>> maintain(std::function<void(store::Database &)> work);

    /// What the action `attach` takes for a file, or why the file can't be kept.
    using Kept = std::variant<domain::Values, domain::Refusal>;
    /// Seals a file beside the database, on a thread of the pool.
    QFuture<Kept> keepFile(const QString &path);
    QFuture<Kept> keepContent(const QByteArray &content, const QString &name);
    /// Writes the attachment that a step names into `path`; fetches it first where it isn't here and somebody may have it.
    QFuture<std::optional<domain::Refusal>> openFile(
        const domain::Values &step, const QString &path);

    /// By whom files are fetched that aren't here; null: nobody. From any thread.
    void setFileSource(std::shared_ptr<store::FileSource> source);

    /// Whether another desk's tables, with which this one began, are still being checked or turned out wrong.
    store::Trust trust() const { return m_trust; }
    /// Somebody has checked them; only where the desk is held.
    void judgeTables(store::Trust trust);

    /// The desk as this thread looks at it.
    store::Reader &read() { return *m_reader; }
    /// A reader for another thread; null when the database can't be opened.
    std::unique_ptr<store::Reader> newReader() const;

    /// Fills the index of people on a thread of its own; peopleReady() follows.
    void startIndexingPeople();
    /// The same on this thread, for a program that asks once and ends.
    void indexPeopleNow();

    domain::Id freshId() const { return domain::Id::fresh(m_clock.now_ms(), m_random); }
    const store::DeskFolder &folder() const { return m_folder; }
    const store::Secrets &secrets() const { return m_secrets; }
    /// After a change of its key (store/key_care.h): the slots that the file has now.
    void adoptSlots(const QVector<record::KeySlot> &slots) { m_secrets.keySlots = slots; }
    domain::Clock &clock() const { return m_clock; }
    domain::Random &random() const { return m_random; }

Q_SIGNALS:
    /// Somebody else sits here now.
    void satDown();
    /// After a commit of this process: read these anew.
    void committed(const store::Committed &committed);
    /// The same a moment earlier and on the writer's thread, for who hands it on and needn't wait for a window's thread.
    void appended();
    void peopleReady();
    /// The tables that another desk handed over are checked; trust() says with what outcome.
    void tablesChecked();

private:
    Desk(const store::DeskFolder &folder, const store::Secrets &secrets, domain::Clock &clock,
        domain::Random &random);

    /// Whoever carries out what is asked here: taken hold of at the first command.
    std::variant<store::CommandTaker *, domain::Refusal> taker();
    void checkBorrowedTables();
    std::shared_ptr<store::FileSource> fileSource();

    const store::DeskFolder m_folder;
    store::Secrets m_secrets; ///< only its slots ever change
    domain::Clock &m_clock;
    domain::Random &m_random;
    store::Identity m_actor;
    QFuture<store::Verdict> m_newPassword;
    QLockFile m_lock;
    std::shared_ptr<store::People> m_people;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<store::Committer> m_committer;
    std::unique_ptr<beside::Host>
        m_host; ///< hands others' commands to the committer, so it ends first
    std::unique_ptr<beside::Guest> m_guest; ///< at the process that holds the desk
    std::unique_ptr<QThread> m_indexing;
    std::atomic<bool> m_stopIndexing = false;
    store::Trust m_trust = store::Trust::Own;
    std::unique_ptr<store::BorrowedCheck> m_check;
    QMutex m_sourceLock;
    std::shared_ptr<store::FileSource> m_source;
};
