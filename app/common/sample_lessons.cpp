// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_lessons.h"

#include "desk.h"

#include <algorithm>

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// A measure by days from today; 0 where it isn't done or checked.
struct Lesson {
    const char16_t *what;
    int due;
    int done;
    int checked;
    const char16_t *effect;
};
constexpr Lesson lessons[] = {
    {u"抄表后由班长当日抽查十户，读数异常先电话核对再出账单", -20, -24, -6,
        u"近三周未再收到同类投诉"},
    {u"转派工单时电话告知客户由谁接手、何时联系", -5, -8, 0, u""},
    {u"停水通知张贴后拍照上传，并逐户短信告知重点用户", 12, 0, 0, u""},
    {u"新到维修人员由师傅带班一个月，单独上岗前考核", -3, 0, 0, u""},
};

} // namespace

void addLessons(Desk &desk, const SampleCompany &company, QVector<Command> &commands)
{
    store::Reader &reader = desk.read();
    const QDate today = QDateTime::fromMSecsSinceEpoch(desk.clock().now_ms(), reader.zone()).date();
    const auto dayFromNow = [&](int days) {
        return today.addDays(days).startOfDay(reader.zone()).toMSecsSinceEpoch();
    };
    const QVector<qint64> complaints =
        reader.findTicketRows({.filters = {{u"kind"_s, u"complaint"_s}, {u"state"_s, u"closed"_s}},
            .limit = qint64(std::size(lessons))});
    for (qsizetype at = 0; at < complaints.size(); ++at) {
        const auto ticket = reader.findTicket(complaints.at(at));
        if (!ticket)
            continue;
        const Lesson &lesson = lessons[at];
        const Id owner = company.handlers.at(at % company.handlers.size());
        Values row{{measure::Ticket, QVariant::fromValue(ticket->ticket.id)},
            {measure::What, QString::fromUtf16(lesson.what)},
            {measure::By, QVariant::fromValue(owner)}, {measure::Due, dayFromNow(lesson.due)}};
        if (lesson.done)
            row.set(measure::Done, dayFromNow(lesson.done));
        if (lesson.checked) {
            row.set(measure::Effect, QString::fromUtf16(lesson.effect));
            row.set(measure::CheckedBy, QVariant::fromValue(company.supervisor));
            row.set(measure::Checked, dayFromNow(lesson.checked));
        }
        commands.append(PutRow{Register::Measure, desk.freshId(), row, {}});
    }
}

} // namespace app
