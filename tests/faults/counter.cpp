// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counter.h"

#include "support/small_desk.h"

#include "store/text_index.h"
#include "store/upkeep.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStorageInfo>

namespace faults
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

struct Trouble {
    const char16_t *kind, *line, *title;
};
constexpr Trouble troubles[] = {{u"repair", u"water", u"厨房漏水"},
    {u"repair", u"heat", u"暖气不热"}, {u"enquiry", u"gas", u"问燃气开户"},
    {u"repair", u"power", u"楼道停电"}, {u"complaint", u"property", u"小区噪声大"}};
constexpr int callers = 7;

QString numbered(const char16_t *words, int n)
{
    return QString::fromUtf16(words) + QString::number(n);
}

CustomerDraft caller(const Desk &desk, int n)
{
    CustomerDraft draft{.fresh = desk.freshId()};
    if (n % 3 == 2)
        return draft;
    const int who = n % callers;
    draft.name = numbered(u"李小明", who);
    draft.phone = QString::number(13'800'138'000 + who);
    draft.address = u"文一路 %1 号 3-201"_s.arg(who);
    return draft;
}

template <typename Verdict> const Verdict &mustBeDone(const Verdict &verdict)
{
    if (const Refusal *refusal = store::refused(verdict))
        qFatal("%s", qPrintable(refusal->text()));
    return verdict;
}

} // namespace

int times(int standard)
{
    const int asked = qEnvironmentVariableIntValue("GRIDDESK_FAULTS");
    return asked > 0 ? asked : standard;
}

Command matter(const Desk &desk, int n)
{
    const Trouble &trouble = troubles[n % std::size(troubles)];
    OpenTicket command{.ticket = desk.freshId(), .customer = caller(desk, n)};
    command.values = {{field::Kind, QString::fromUtf16(trouble.kind)},
        {field::Line, QString::fromUtf16(trouble.line)}, {field::Title, numbered(trouble.title, n)},
        {field::Street, u"文一路"_s}, {field::Address, u"文一路 %1 号"_s.arg(n)},
        {field::Description, numbered(u"邻居说昨晚就开始了，记录", n)}};
    if (n % 11 == 3)
        command.values.set(field::Urgency, u"emergency"_s);
    return command;
}

QVector<Command> matters(const Desk &desk, int first, int count)
{
    QVector<Command> all;
    for (int n = first; n < first + count; ++n)
        all.append(matter(desk, n));
    return all;
}

std::unique_ptr<Desk> mustOpen(Desk::Opening opening)
{
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        qFatal("%s", qPrintable(refusal->text()));
    return std::move(std::get<std::unique_ptr<Desk>>(opening));
}

std::unique_ptr<Desk> founded(const QString &folder, Clock &clock, Random &random)
{
    return mustOpen(Desk::found(folder,
        {.company = u"幸福物业公司"_s,
            .login = u"wang"_s,
            .administratorName = u"王芳"_s,
            .deskName = u"前台"_s},
        clock, random));
}

void copyDesk(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (file.endsWith(u"-shm") || file.endsWith(u".lock"))
            continue;
        const QString copy = to + file.sliced(from.size());
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(file, copy))
            qFatal("%s can't be copied to %s", qPrintable(file), qPrintable(copy));
    }
}

QString quickFolder()
{
    constexpr qint64 enough_bytes = 256 << 20;
    const QStorageInfo memory(u"/dev/shm"_s);
    const bool fits = memory.isValid() && memory.rootPath() == u"/dev/shm"
        && memory.bytesAvailable() > enough_bytes;
    return (fits ? memory.rootPath() : QDir::tempPath()) + u"/griddesk-XXXXXX"_s;
}

Counter::Counter(Desk &desk, std::function<void()> acknowledged)
    : m_desk(desk)
    , m_acknowledged(std::move(acknowledged))
{
    support::signIn(m_desk, u"wang"_s);
    m_matters = int(desk.read().countTickets({}));
}

store::Accepted Counter::submit(const Command &command)
{
    const store::Accepted accepted = *store::accepted(mustBeDone(m_desk.submit(command).result()));
    m_acknowledged();
    return accepted;
}

void Counter::maintain(std::function<void(store::Database &)> work)
{
    if (const auto refusal = m_desk.maintain(std::move(work)).result())
        qFatal("%s", qPrintable(refusal->text()));
    m_acknowledged();
}

Id Counter::addRow(Register reg, const Values &values)
{
    return submit(PutRow{reg, m_desk.freshId(), values, {}}).subject;
}

void Counter::moveIn()
{
    const Id chief = addRow(Register::Staff,
        {{staff::Login, u"li"_s}, {staff::Name, u"李强"_s}, {staff::Role, u"chief"_s}});
    addRow(Register::Staff,
        {{staff::Login, u"zhao"_s}, {staff::Name, u"赵敏"_s}, {staff::Role, u"member"_s}});
    addRow(Register::Staff,
        {{staff::Login, u"chen"_s}, {staff::Name, u"陈刚"_s}, {staff::Role, u"technician"_s}});
    const Id grid = addRow(Register::Grid,
        {{grid::Code, u"G01"_s}, {grid::Name, u"文一路网格"_s},
            {grid::Chief, QVariant::fromValue(chief)}});
    addRow(
        Register::Place, {{place::Street, u"文一路"_s}, {place::Grid, QVariant::fromValue(grid)}});
}

void Counter::takeIn(int count)
{
    for (const Command &command : matters(m_desk, m_matters, count))
        noteRepair(submit(command));
    m_matters += count;
}

void Counter::takeInAtOnce(int count)
{
    for (const store::Verdict &verdict :
        m_desk.submitAll(matters(m_desk, m_matters, count)).result())
        noteRepair(*store::accepted(mustBeDone(verdict)));
    m_matters += count;
    m_acknowledged();
}

void Counter::noteRepair(const store::Accepted &accepted)
{
    if (accepted.ticket.state == u"received" && accepted.ticket.workflow.startsWith(u"repair"))
        m_repair = accepted.subject;
}

void Counter::step(const QString &action, const Values &values, const Id &by)
{
    submit(ActOnTicket{m_repair, action, values, by});
}

void Counter::repairLatest()
{
    const auto person = [this](const QString &login) {
        return m_desk.read().findRowByCode(Register::Staff, login)->row.id;
    };
    const Id chief = person(u"li"_s), member = person(u"zhao"_s), technician = person(u"chen"_s);
    const auto photo =
        m_desk.keepContent("a photo of " + m_repair.toHex().toUtf8(), u"现场.jpg"_s).result();
    step(u"accept"_s, {}, chief);
    step(u"correct"_s,
        {{field::Title, u"卫生间漏水，已更正"_s}, {field::Address, u"文二路 9 号"_s}});
    step(u"attach"_s, std::get<Values>(photo), member);
    step(u"dispatch"_s, {{field::Assignee, QVariant::fromValue(technician)}}, chief);
    step(u"arrive"_s, {}, technician);
    step(u"note"_s, {{field::PrivateNote, u"客户耳背，敲门要响"_s}});
    step(u"finish"_s, {{field::Measures, u"更换阀门"_s}, {field::Charge, 35.5}}, technician);
    step(u"confirm"_s, {}, member);
    step(u"file"_s, {}, chief);
    step(u"visit"_s, {{field::Satisfaction, 5}});
}

void Counter::feedText(int tickets)
{
    maintain([tickets](store::Database &database) {
        store::Transaction transaction(database);
        store::feedText(database, tickets);
        transaction.commit();
    });
}

void Counter::rebuild()
{
    maintain([](store::Database &database) { store::rebuild(database); });
}

void Counter::changeRegisters()
{
    const auto chief = m_desk.read().findRowByCode(Register::Staff, u"li"_s);
    submit(PutRow{Register::Staff, chief->row.id, {{staff::Phone, u"8801"_s}}, {}});
    const Id place = addRow(Register::Place,
        {{place::Street, u"旧街"_s},
            {place::Grid,
                QVariant::fromValue(
                    m_desk.read().findRowByCode(Register::Grid, u"G01"_s)->row.id)}});
    submit(RemoveRow{Register::Place, place});
}

} // namespace faults
