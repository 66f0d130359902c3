// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"

#include "domain/desks.h"
#include "peers/invitation.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

QString standingOf(const RegisterRow &row, const Id &own, qint64 now_ms)
{
    if (row.values.has(desk::Revoked))
        return u"revoked"_s;
    if (row.values.has(desk::PublicKey))
        return row.id == own ? u"own"_s : u"joined"_s;
    return now_ms < row.values.number(desk::InvitedUntil) ? u"invited"_s : u"lapsed"_s;
}

QJsonObject json(Session &session, const RegisterRow &row)
{
    Desk &desk = session.unattendedDesk();
    const FieldText text(desk.read());
    QJsonObject object{{u"desk"_s, row.id.toHex()}, {u"name"_s, row.values.text(desk::Name)},
        {u"prefix"_s, row.values.text(desk::Prefix)}, {u"scope"_s, row.values.text(desk::Scope)},
        {u"state"_s, standingOf(row, desk.secrets().desk, session.clock().now_ms())}};
    const std::pair<quint8, const char16_t *> shown[] = {{desk::Grids, u"grids"},
        {desk::Rules, u"rules"}, {desk::InvitedUntil, u"until"}, {desk::Revoked, u"revoked"},
        {desk::Reason, u"reason"}};
    for (const auto &[field, key] : shown) {
        const bool isOver = field == desk::InvitedUntil && row.values.has(desk::PublicKey);
        if (row.values.has(field) && !isOver) {
            object.insert(QString::fromUtf16(key),
                text.json(*registerSpec(Register::Desk).fields.find(field), row.values[field]));
        }
    }
    return object;
}

RegisterRow deskNamed(Session &session, const QString &name)
{
    store::Reader &reader = session.desk().read();
    auto row = reader.findRowByCode(Register::Desk, name);
    if (const auto id = row ? std::nullopt : Id::fromHex(name))
        row = reader.findRow(*id);
    session.checkReading();
    if (row && row->row.reg == Register::Desk && !row->row.removed)
        return row->row;
    refuse({u"desk"_s, Words::tr("There is no desk \"%1\".").arg(name),
        Words::tr("See: griddeskctl peers"), Refusal::Unknown});
}

} // namespace

int runInvite(Session &session, Arguments &arguments)
{
    InviteDesk command{.name = arguments.option(u"--name"_s),
        .prefix = arguments.option(u"--prefix"_s),
        .scope = arguments.option(u"--scope"_s),
        .grids = arguments.options(u"--grids"_s).join(u',')};
    arguments.done();
    Desk &desk = session.desk();
    const auto code = peers::InvitationCode::fresh(desk.secrets().publicKey(), session.random());
    command.desk = code.desk();
    command.tokenHash = hashOfToken(code.token);
    command.until_ms = session.clock().now_ms() + peers::InvitationCode::validFor_ms;
    mustAccept(desk.submit(command).result());
    const auto row = desk.read().findRow(command.desk);
    session.checkReading();
    QJsonObject object{{u"code"_s, code.text()}};
    const QJsonObject invited = json(session, row->row);
    for (auto at = invited.begin(); at != invited.end(); ++at)
        object.insert(at.key(), at.value());
    session.print(object);
    return 0;
}

int runPeers(Session &session, Arguments &arguments)
{
    arguments.done();
    for (const store::NumberedRow &row : session.unattendedDesk().read().findRows(Register::Desk))
        session.print(json(session, row.row));
    session.checkReading();
    return 0;
}

int runRevoke(Session &session, Arguments &arguments)
{
    const QString reason = arguments.option(u"--reason"_s);
    const QString name = arguments.word(Words::tr("The desk's id or number prefix"));
    arguments.done();
    const RegisterRow row = deskNamed(session, name);
    mustAccept(session.desk().submit(RevokeDesk{row.id, reason}).result());
    const auto after = session.desk().read().findRow(row.id);
    session.checkReading();
    session.print(json(session, after->row));
    return 0;
}

} // namespace ctl
