// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "store/active_rules.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

QVector<RegisterRow> desksOf(store::Reader &reader)
{
    QVector<RegisterRow> desks;
    for (const store::NumberedRow &row : reader.findRows(Register::Desk))
        desks.append(row.row);
    return desks;
}

QJsonObject json(const RegisterRow &row)
{
    return {{u"desk"_s, row.id.toHex()}, {u"name"_s, row.values.text(desk::Name)},
        {u"prefix"_s, row.values.text(desk::Prefix)}, {u"rules"_s, rulesOf(row)}};
}

int showRules(Session &session)
{
    store::Reader &reader = session.unattendedDesk().read();
    const qint64 active = store::activeRules(reader.database());
    QJsonArray released, tooOld;
    for (const RulesSpec &rules : releasedRules())
        released.append(QJsonObject{{u"rules"_s, rules.number}, {u"brings"_s, rules.bringsText()}});
    for (const RegisterRow &desk : tooOldFor(std::max(active, newestRules), desksOf(reader)))
        tooOld.append(json(desk));
    session.checkReading();
    session.print(QJsonObject{{u"active"_s, active}, {u"known"_s, newestRules},
        {u"released"_s, released}, {u"too_old"_s, tooOld}});
    return 0;
}

int activate(Session &session, Arguments &arguments)
{
    bool isNumber = false;
    const qint64 rules = arguments.word(Words::tr("The number of the rules")).toLongLong(&isNumber);
    arguments.done();
    if (!isNumber)
        wrongUsage(Words::tr("Rules have a number: griddeskctl rules activate 2"));
    store::Reader &reader = session.desk().read();
    const auto companies = reader.findRows(Register::Company, 1);
    session.checkReading();
    const Id company = companies.isEmpty() ? Id() : companies.constFirst().row.id;
    mustAccept(session.desk().submit(ActivateRules{company, rules}).result());
    session.print(QJsonObject{{u"active"_s, store::activeRules(reader.database())}});
    return 0;
}

} // namespace

int runRules(Session &session, Arguments &arguments)
{
    if (arguments.isEmpty())
        return showRules(session);
    const QString what = arguments.word(u"activate"_s);
    if (what != u"activate")
        wrongUsage(Words::tr("Rules can be shown or activated: griddeskctl rules [activate N]"));
    return activate(session, arguments);
}

} // namespace ctl
