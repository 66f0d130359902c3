// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace ctl
{

using namespace Qt::StringLiterals;

int runConflict(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(Words::tr("What to do with the conflict"));
    if (what != u"settle")
        wrongUsage(Words::tr("A conflict can be settled: griddeskctl conflict settle ID"));
    const QString named = arguments.word(Words::tr("The conflict's id"));
    const QString remark = arguments.option(u"--remark"_s);
    arguments.done();
    const auto id = domain::Id::fromHex(named);
    for (const store::ConflictLine &line : session.desk().read().findConflicts()) {
        if (!id || line.id != *id)
            continue;
        const store::Verdict verdict =
            session.desk().submit(domain::SettleConflict{line.id, line.subject, remark}).result();
        if (const domain::Refusal *refusal = store::refused(verdict))
            refuse(*refusal);
        session.print(QJsonObject{{u"settled"_s, named}});
        return 0;
    }
    refuse({QStringLiteral("ID"), Words::tr("There is no conflict \"%1\".").arg(named),
        Words::tr("List them with: griddeskctl conflicts"), domain::Refusal::Unknown});
}

} // namespace ctl
