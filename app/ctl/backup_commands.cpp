// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "passphrases.h"

#include "store/backup.h"
#include "store/backup_list.h"
#include "store/backup_plan.h"
#include "store/key_care.h"
#include "store/restore.h"
#include "store/upkeep.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

#include <unistd.h>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using store::Progress;
using store::Unlocking;

namespace
{

/// How far long work is, for whoever looks on, at most once for each percent.
Progress progressOn(Session &session)
{
    if (!isatty(fileno(stderr)))
        return {};
    return [&session, last = qint64(-1)](qint64 done, qint64 all) mutable {
        const qint64 percent = all > 0 ? done * 100 / all : 0;
        if (std::exchange(last, percent) != percent)
            session.say(Words::tr("%1 %").arg(percent));
        return true;
    };
}

/// The variables that may hold what opens or seals a backup.
QStringList variablesIn(Arguments &arguments)
{
    const QString named = arguments.option(u"--passphrase-env"_s);
    return named.isEmpty() ? QStringList{u"GRIDDESK_BACKUP_PASSPHRASE"_s} : QStringList{named};
}

Unlocking unlockingOf(const QStringList &variables)
{
    return {nullptr, nullptr,
        askFrom(variables + QStringList{u"GRIDDESK_PASSPHRASE"_s},
            Words::tr("Passphrase or recovery code of the backup"))};
}

/// A backup takes no other file's place: neither the desk's own nor one that is no backup.
void checkTarget(const QString &file, const store::DeskFolder &folder)
{
    const QFileInfo target(file);
    const QString what = Words::tr("%1 can't take the backup.").arg(file);
    if (target.isDir() || !target.absoluteDir().exists())
        refuse({{}, what, Words::tr("Name a file in a folder that is there.")});
    if (target.exists()
        && target.canonicalFilePath() == QFileInfo(folder.database()).canonicalFilePath())
        refuse({{}, what, Words::tr("It is the desk itself; name another file.")});
    if (target.size() > 0 && !store::isDeskDatabase(file) && !store::BackupFile::isOne(file))
        refuse({{}, what, Words::tr("It holds something else; name another file.")});
}

/// The desk's secrets, for sealing with the passphrase that was given for this one backup, if any.
store::Secrets secretsFor(Session &session, const QStringList &variables)
{
    store::Secrets secrets = session.unattendedDesk().secrets();
    const QString given = qEnvironmentVariable(variables.constFirst().toLatin1().constData());
    if (given.isEmpty())
        return secrets;
    if (auto refusal = store::checkPassphrase(given))
        refuse(*refusal);
    secrets.keySlots.removeIf(
        [](const auto &slot) { return slot.kind == record::SlotKind::Passphrase; });
    secrets.keySlots.append(record::passphraseSlot(given, {}, session.random()));
    return secrets;
}

/// Without a file: the backup of the day, as the window makes it.
int runDailyBackup(Session &session, const QStringList &variables)
{
    Desk &desk = session.unattendedDesk();
    const auto outcome = store::backUpIfDue(desk.folder(), secretsFor(session, variables), {},
        session.clock().now_ms(), desk.read().zone(), session.random(), progressOn(session));
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        refuse(*refusal);
    const auto &done = std::get<store::BackupDone>(outcome);
    session.print(QJsonObject{
        {u"file"_s, done.file.isEmpty() ? QJsonValue() : QJsonValue(done.file)},
        {u"bytes"_s, done.file.isEmpty() ? QJsonValue() : QJsonValue(QFileInfo(done.file).size())},
        {u"removed"_s, QJsonArray::fromStringList(done.removed)}});
    return 0;
}

int runCheck(Session &session, const QString &file, const QStringList &variables)
{
    const auto opened = store::BackupFile::open(file);
    if (const auto *refusal = std::get_if<Refusal>(&opened))
        refuse(*refusal);
    const auto &backup = std::get<store::BackupFile>(opened);
    const auto key = backup.askForKey(unlockingOf(variables));
    if (const auto *refusal = std::get_if<Refusal>(&key))
        refuse(*refusal);
    if (const auto refusal = backup.check(std::get<QByteArray>(key), progressOn(session)))
        refuse(*refusal);
    const store::BackupHeader &header = backup.header();
    session.print(QJsonObject{{u"ok"_s, true}, {u"company"_s, header.companyName},
        {u"desk"_s, header.deskName}, {u"entries"_s, header.entries},
        {u"made"_s,
            QDateTime::fromMSecsSinceEpoch(header.made_ms, Qt::UTC).toString(Qt::ISODate)}});
    return 0;
}

void backUpInto(Session &session, const QString &file, const store::Secrets &secrets)
{
    const store::DeskFolder &folder = session.unattendedDesk().folder();
    if (secrets.backupSlots().isEmpty()) {
        store::copyDatabase(folder.database(), file);
        return;
    }
    const auto made = store::makeBackup(
        folder, secrets, file, session.clock().now_ms(), session.random(), progressOn(session));
    if (const auto *refusal = std::get_if<Refusal>(&made))
        refuse(*refusal);
}

} // namespace

int runBackup(Session &session, Arguments &arguments)
{
    const bool isDaily = arguments.flag(u"--daily"_s);
    const QString checked = arguments.option(u"--check"_s);
    const QStringList variables = variablesIn(arguments);
    const QString file =
        isDaily || !checked.isEmpty() ? QString() : arguments.word(Words::tr("The backup's file"));
    arguments.done();
    if (!checked.isEmpty())
        return runCheck(session, checked, variables);
    if (isDaily)
        return runDailyBackup(session, variables);
    Desk &desk = session.unattendedDesk();
    checkTarget(file, desk.folder());
    const store::Secrets secrets = secretsFor(session, variables);
    backUpInto(session, file, secrets);
    session.print(QJsonObject{{u"file"_s, QFileInfo(file).absoluteFilePath()},
        {u"bytes"_s, QFileInfo(file).size()}, {u"entries"_s, desk.read().position()},
        {u"complete"_s, !secrets.backupSlots().isEmpty()}});
    return 0;
}

int runBackups(Session &session, Arguments &arguments)
{
    arguments.done();
    for (const store::KeptBackup &backup : store::findBackups({session.folder()})) {
        session.print(QJsonObject{{u"file"_s, backup.file}, {u"bytes"_s, backup.bytes},
            {u"made"_s,
                QDateTime::fromMSecsSinceEpoch(backup.made_ms, Qt::UTC).toString(Qt::ISODate)},
            {u"complete"_s, backup.isComplete},
            {u"fault"_s, backup.fault.isEmpty() ? QJsonValue() : QJsonValue(backup.fault)}});
    }
    return 0;
}

int runRestore(Session &session, Arguments &arguments)
{
    const QString file = arguments.word(Words::tr("The backup's file"));
    const QStringList variables = variablesIn(arguments);
    arguments.done();
    store::RestoreAsk ask{file, session.login(), session.unlocking(), unlockingOf(variables)};
    // One person answers once: what is typed for the backup is tried on the desk.
    if (store::BackupFile::isOne(file) && !qEnvironmentVariableIsSet("GRIDDESK_PASSPHRASE"))
        ask.desk.ask = {};
    ask.progress = progressOn(session);
    const auto result = store::restore({session.folder()}, ask, session.clock(), session.random());
    if (const auto *refusal = std::get_if<Refusal>(&result))
        refuse(*refusal);
    const auto &restored = std::get<store::Restored>(result);
    session.print(QJsonObject{{u"entries"_s, restored.entries}, {u"letter"_s, restored.letter},
        {u"set_aside"_s, restored.setAside}, {u"attachments"_s, restored.attachments},
        {u"secrets"_s, restored.broughtSecrets ? u"backup"_s : u"desk"_s}});
    return 0;
}

} // namespace ctl
