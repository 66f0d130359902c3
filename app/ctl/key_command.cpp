// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "passphrases.h"

#include "backups/recovery_sheet.h"
#include "paper/output.h"
#include "store/key_care.h"

#include <QDateTime>
#include <QFile>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using record::SlotKind;

namespace
{

QString kindWord(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Open:
        return u"open"_s;
    case SlotKind::Keyring:
        return u"keyring"_s;
    case SlotKind::Passphrase:
        return u"passphrase"_s;
    case SlotKind::Recovery:
        return u"recovery"_s;
    }
    return QString::number(int(kind));
}

QString protectionWord(store::Protection protection)
{
    switch (protection) {
    case store::Protection::None:
        return u"none"_s;
    case store::Protection::Keyring:
        return u"keyring"_s;
    case store::Protection::Passphrase:
        break;
    }
    return u"passphrase"_s;
}

QJsonObject keyJson(const QVector<record::KeySlot> &keySlots)
{
    QJsonArray kinds;
    bool sealsBackups = false;
    for (const record::KeySlot &slot : keySlots) {
        kinds.append(kindWord(slot.kind));
        sealsBackups |= slot.kind == SlotKind::Passphrase || slot.kind == SlotKind::Recovery;
    }
    return {{u"protection"_s, protectionWord(store::protectionOf(keySlots))}, {u"slots"_s, kinds},
        {u"backups"_s, sealsBackups ? u"complete"_s : u"database"_s}};
}

/// The change's secrets, which the open desk takes over, or exit.
const store::Secrets &mustChange(Desk &desk, const store::KeyChange &change)
{
    if (const auto *refusal = std::get_if<Refusal>(&change))
        refuse(*refusal);
    desk.adoptSlots(std::get<store::Secrets>(change).keySlots);
    return desk.secrets();
}

Desk &deskForChange(Session &session)
{
    session.mustHave(Right::KeepDesk);
    Desk &desk = session.desk();
    if (auto refusal = desk.startWriting())
        refuse(*refusal);
    return desk;
}

int show(Session &session)
{
    const auto found = store::findSlots({session.folder()});
    if (const auto *refusal = std::get_if<Refusal>(&found))
        refuse(*refusal);
    session.print(keyJson(std::get<QVector<record::KeySlot>>(found)));
    return 0;
}

int passphrase(Session &session)
{
    Desk &desk = deskForChange(session);
    const QString typed = newPassphrase();
    const auto &secrets = mustChange(
        desk, store::setPassphrase(desk.folder(), desk.secrets(), typed, {}, session.random()));
    session.print(keyJson(secrets.keySlots));
    if (!secrets.has(SlotKind::Recovery))
        session.say(Words::tr("Print a recovery code too, for the day on which the passphrase is "
                              "forgotten: griddeskctl key recovery --pdf FILE"));
    return 0;
}

ui::backups::RecoverySheet sheetOf(Desk &desk, const record::RecoveryCode &code)
{
    const auto rows = desk.read().findRows(Register::Company);
    const auto row = desk.read().findRow(desk.secrets().desk);
    return {rows.isEmpty() ? QString() : rows.constFirst().row.values.text(company::Name),
        row ? row->row.values.text(desk::Name) : QString(), code.grouped(),
        QDateTime::fromMSecsSinceEpoch(desk.clock().now_ms(), desk.read().zone())};
}

/// The sheet comes first: a code that nobody can read takes no other's place.
int recovery(Session &session, const QString &pdf)
{
    Desk &desk = deskForChange(session);
    const auto code = record::RecoveryCode::fresh(session.random());
    if (!pdf.isEmpty()) {
        QString error;
        if (!ui::paper::writePdf(ui::backups::recoveryPages(sheetOf(desk, code)), pdf, &error))
            throw Exit{3, Words::tr("%1 can't be written: %2").arg(pdf, error)};
        QFile::setPermissions(pdf, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    const auto change =
        store::setRecoveryCode(desk.folder(), desk.secrets(), code, session.random());
    if (std::holds_alternative<Refusal>(change) && !pdf.isEmpty())
        QFile::remove(pdf);
    QJsonObject printed = keyJson(mustChange(desk, change).keySlots);
    printed.insert(u"code"_s, code.grouped());
    printed.insert(u"pdf"_s, pdf.isEmpty() ? QJsonValue() : QJsonValue(pdf));
    session.print(printed);
    session.say(Words::tr("This code opens the desk and its backups. It is shown once; keep it "
                          "away from the computer."));
    return 0;
}

int keyring(Session &session, const QString &wanted)
{
    if (wanted != u"on" && wanted != u"off")
        wrongUsage(Words::tr("Write: key keyring on, or key keyring off."));
    Desk &desk = deskForChange(session);
    const auto change = wanted == u"on"
        ? store::addToKeyring(desk.folder(), desk.secrets(), session.keyring(), session.random())
        : store::removeFromKeyring(
            desk.folder(), desk.secrets(), &session.keyring(), session.random());
    session.print(keyJson(mustChange(desk, change).keySlots));
    return 0;
}

int leaveOpen(Session &session)
{
    Desk &desk = deskForChange(session);
    const auto change =
        store::leaveOpen(desk.folder(), desk.secrets(), &session.keyring(), session.random());
    session.print(keyJson(mustChange(desk, change).keySlots));
    session.say(Words::tr("Whoever can read the desk's folder can now read its personal data."));
    return 0;
}

} // namespace

int runKey(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(Words::tr("What to do with the key"));
    const QString pdf = what == u"recovery" ? arguments.option(u"--pdf"_s) : QString();
    const QString wanted = what == u"keyring" ? arguments.word(Words::tr("on or off")) : QString();
    arguments.done();
    if (what == u"show")
        return show(session);
    if (what == u"passphrase")
        return passphrase(session);
    if (what == u"recovery")
        return recovery(session, pdf);
    if (what == u"keyring")
        return keyring(session, wanted);
    if (what == u"open")
        return leaveOpen(session);
    wrongUsage(Words::tr("There is no \"key %1\".").arg(what));
}

} // namespace ctl
