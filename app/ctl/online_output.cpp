// SPDX-License-Identifier: GPL-3.0-or-later
#include "online_output.h"

namespace ctl
{

using namespace Qt::StringLiterals;

QJsonObject reportJson(const exchange::OnlineReport &report)
{
    return {{u"read"_s, report.read}, {u"accepted"_s, report.accepted},
        {u"updated"_s, report.updated}, {u"unchanged"_s, report.unchanged},
        {u"refused"_s, report.refused}, {u"waiting"_s, report.waiting},
        {u"attachments"_s, report.attachments}, {u"status_sent"_s, report.statusSent},
        {u"error"_s,
            report.failure ? QJsonValue(report.failure->text()) : QJsonValue(QJsonValue::Null)}};
}

void sayProblems(Session &session, const exchange::OnlineReport &report)
{
    constexpr qsizetype most = 200;
    for (const exchange::Open311Problem &problem :
        report.problems.first(std::min(report.problems.size(), most))) {
        QStringList parts{problem.id, problem.field, problem.reason};
        parts.removeAll(QString());
        session.say(parts.join(u": "_s));
    }
    if (report.problems.size() > most)
        session.say(Words::tr("And %1 more.").arg(report.problems.size() - most));
}

} // namespace ctl
