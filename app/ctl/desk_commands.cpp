// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "common/sample_company.h"
#include "store/backup_plan.h"
#include "store/check.h"
#include "store/restore.h"
#include "store/upkeep.h"
#include "store/writer.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

#include <unistd.h>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

QString needed(Arguments &arguments, const QString &option)
{
    const QString value = arguments.option(option);
    if (value.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(option));
    return value;
}

void replaceIfGiven(QString &value, const QString &given)
{
    if (!given.isEmpty())
        value = given;
}

Desk::Founding foundingIn(Arguments &arguments)
{
    Desk::Founding founding{
        .company = needed(arguments, u"--company"_s), .login = needed(arguments, u"--admin"_s)};
    replaceIfGiven(founding.deskName, arguments.option(u"--desk-name"_s));
    replaceIfGiven(founding.prefix, arguments.option(u"--prefix"_s));
    replaceIfGiven(founding.zone, arguments.option(u"--zone"_s));
    founding.password = qEnvironmentVariable("GRIDDESK_PASSWORD");
    founding.cost = record::PasswordCost::forPassword(founding.password);
    return founding;
}

/// Long work tells whoever looks on how far it is, at most once for each percent; a script's log
/// keeps what matters.
std::function<void(const QString &, qint64, qint64)> progressOn(Session &session)
{
    if (!isatty(fileno(stderr)))
        return [](const QString &, qint64, qint64) {};
    return [&session, last = QString()](const QString &step, qint64 done, qint64 all) mutable {
        const QString line = all ? Words::tr("%1: %2 %").arg(step).arg(done * 100 / all) : step;
        if (std::exchange(last, line) != line)
            session.say(line);
    };
}

int failCheck(Session &session, const QString &what, const QString &where)
{
    session.print(QJsonObject{{u"ok"_s, false}, {u"what"_s, what}, {u"where"_s, where}});
    throw Exit{3,
        Words::tr("%1 (%2) Restore a backup, or rebuild where only tables are wrong.")
            .arg(what, where)};
}

/// A damaged desk is reported rather than refused, as long as there is one.
std::optional<store::Damage> findDamage(Session &session)
{
    const store::DeskFolder folder{session.folder()};
    const auto secrets = store::loadSecrets(folder);
    if (const auto *refusal = std::get_if<Refusal>(&secrets))
        return store::Damage{refusal->what, folder.secrets()};
    if (const auto refusal = store::bringUpToDate(folder, session.clock().now_ms()))
        return store::Damage{refusal->what, folder.database()};
    return store::findDamage(folder, std::get<store::Secrets>(secrets), progressOn(session));
}

void mustBeDone(const std::optional<Refusal> &refusal)
{
    if (refusal)
        refuse(*refusal);
}

/// A backup takes no other file's place: neither the desk's own nor one that is no desk's database.
void checkTarget(const QString &file, const store::DeskFolder &folder)
{
    const QFileInfo target(file);
    const QString what = Words::tr("%1 can't take the backup.").arg(file);
    if (target.isDir() || !target.absoluteDir().exists())
        refuse({{}, what, Words::tr("Name a file in a folder that is there.")});
    if (target.exists()
        && target.canonicalFilePath() == QFileInfo(folder.database()).canonicalFilePath())
        refuse({{}, what, Words::tr("It is the desk itself; name another file.")});
    if (target.size() > 0 && !store::isDeskDatabase(file))
        refuse({{}, what, Words::tr("It holds something else; name another file.")});
}

} // namespace

int runInit(Session &session, Arguments &arguments)
{
    const bool sample = arguments.flag(u"--sample"_s);
    const Desk::Founding founding = foundingIn(arguments);
    arguments.done();
    Desk::Opening opening =
        Desk::found(session.folder(), founding, session.clock(), session.random());
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        refuse(*refusal);
    if (founding.password.isEmpty())
        session.say(Words::tr("%1 has no password yet; give one with: griddeskctl account password")
                        .arg(founding.login));
    if (sample)
        mustBeDone(app::fillWithSample(*std::get<std::unique_ptr<Desk>>(opening)));
    session.print(QJsonObject{{u"desk"_s, QFileInfo(session.folder()).absoluteFilePath()},
        {u"company"_s, founding.company}, {u"prefix"_s, founding.prefix}});
    return 0;
}

int runDigest(Session &session, Arguments &arguments)
{
    arguments.done();
    const store::Digest digest = store::findDigest(session.unattendedDesk().read().database());
    session.print(QJsonObject{{u"record"_s, QString::fromLatin1(digest.record.toHex())},
        {u"projection"_s, QString::fromLatin1(digest.projection.toHex())},
        {u"entries"_s, digest.entries}, {u"rules"_s, digest.rules}});
    return 0;
}

int runVerify(Session &session, Arguments &arguments)
{
    arguments.done();
    if (!store::DeskFolder{session.folder()}.holdsDesk())
        session.unattendedDesk();
    if (const auto damage = findDamage(session))
        return failCheck(session, damage->what, damage->where);
    session.print(
        QJsonObject{{u"ok"_s, true}, {u"entries"_s, session.unattendedDesk().read().position()}});
    return 0;
}

int runRebuild(Session &session, Arguments &arguments)
{
    arguments.done();
    const auto progress = progressOn(session);
    mustBeDone(session.unattendedDesk()
                   .maintain([&](store::Database &database) {
                       store::rebuild(database, [&](qint64 done, qint64 all) {
                           progress(Words::tr("folding"), done, all);
                       });
                   })
                   .result());
    session.print(QJsonObject{{u"entries"_s, session.unattendedDesk().read().position()}});
    return 0;
}

/// Without a file: the backup of the day, as the window makes it.
int runDailyBackup(Session &session)
{
    Desk &desk = session.unattendedDesk();
    const auto outcome =
        store::backUpIfDue(desk.folder(), {}, session.clock().now_ms(), desk.read().zone());
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        refuse(*refusal);
    const auto &done = std::get<store::BackupDone>(outcome);
    session.print(QJsonObject{
        {u"file"_s, done.file.isEmpty() ? QJsonValue() : QJsonValue(done.file)},
        {u"bytes"_s, done.file.isEmpty() ? QJsonValue() : QJsonValue(QFileInfo(done.file).size())},
        {u"removed"_s, QJsonArray::fromStringList(done.removed)}});
    return 0;
}

int runBackup(Session &session, Arguments &arguments)
{
    if (arguments.flag(u"--daily"_s)) {
        arguments.done();
        return runDailyBackup(session);
    }
    const QString file = arguments.word(Words::tr("The backup's file"));
    arguments.done();
    Desk &desk = session.unattendedDesk();
    checkTarget(file, desk.folder());
    store::copyDatabase(desk.folder().database(), file);
    session.print(QJsonObject{{u"file"_s, QFileInfo(file).absoluteFilePath()},
        {u"bytes"_s, QFileInfo(file).size()}, {u"entries"_s, desk.read().position()}});
    return 0;
}

int runRestore(Session &session, Arguments &arguments)
{
    const QString file = arguments.word(Words::tr("The backup's file"));
    arguments.done();
    const auto result = store::restore(
        {session.folder()}, file, session.login(), session.clock(), session.random());
    if (const auto *refusal = std::get_if<Refusal>(&result))
        refuse(*refusal);
    const auto &restored = std::get<store::Restored>(result);
    session.print(QJsonObject{{u"entries"_s, session.unattendedDesk().read().position()},
        {u"letter"_s, restored.letter}, {u"set_aside"_s, restored.setAside}});
    return 0;
}

} // namespace ctl
