// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "common/sample_company.h"
#include "store/attachment_places.h"
#include "store/check.h"
#include "store/key_care.h"
#include "store/upkeep.h"
#include "store/writer.h"

#include <QFileInfo>

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
    const auto secrets = store::loadSecrets(folder, session.unlocking());
    if (const auto *refusal = std::get_if<Refusal>(&secrets)) {
        if (store::isLocked(*refusal))
            refuse(*refusal);
        return store::Damage{refusal->what, folder.secrets()};
    }
    if (const auto refusal = store::bringUpToDate(
            folder, std::get<store::Secrets>(secrets), session.clock().now_ms(), session.random()))
        return store::Damage{refusal->what, folder.database()};
    return store::findDamage(folder, std::get<store::Secrets>(secrets), progressOn(session));
}

void mustBeDone(const std::optional<Refusal> &refusal)
{
    if (refusal)
        refuse(*refusal);
}

/// With GRIDDESK_NEW_PASSPHRASE a desk is protected from its first day on.
void protectIfAsked(Session &session, Desk &desk)
{
    const QString passphrase = qEnvironmentVariable("GRIDDESK_NEW_PASSPHRASE");
    if (passphrase.isEmpty())
        return;
    const auto change =
        store::setPassphrase(desk.folder(), desk.secrets(), passphrase, {}, session.random());
    if (const auto *refusal = std::get_if<Refusal>(&change))
        refuse(*refusal);
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
    Desk &desk = *std::get<std::unique_ptr<Desk>>(opening);
    if (sample)
        mustBeDone(app::fillWithSample(desk));
    protectIfAsked(session, desk);
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

/// On a desk that began with another one's tables this check is the one that they wait for.
void believe(Session &session, store::Trust trust)
{
    try {
        store::Database database(
            store::DeskFolder{session.folder()}.database(), store::Database::Access::ReadOnly);
        if (store::trustIn(database) != store::Trust::Borrowed)
            return;
    } catch (const store::SqlFailure &) {
        return;
    }
    Desk &desk = session.unattendedDesk();
    // Whoever holds the desk checks by itself.
    if (!desk.startWriting())
        desk.judgeTables(trust);
}

int runVerify(Session &session, Arguments &arguments)
{
    arguments.done();
    if (!store::DeskFolder{session.folder()}.holdsDesk())
        session.unattendedDesk();
    const auto damage = findDamage(session);
    believe(session, damage ? store::Trust::Broken : store::Trust::Own);
    if (damage)
        return failCheck(session, damage->what, damage->where);
    Desk &desk = session.unattendedDesk();
    const store::AttachmentCount files =
        store::countAttachments(desk.read().database(), desk.folder());
    session.print(QJsonObject{{u"ok"_s, true}, {u"entries"_s, desk.read().position()},
        {u"attachments"_s, files.all}, {u"attachments_elsewhere"_s, files.elsewhere}});
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

} // namespace ctl
