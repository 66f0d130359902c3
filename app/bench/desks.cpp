// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/desks.h"

#include "bench/customers.h"

#include "domain/ticket_fields.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience_ms = -1; // a million tickets take minutes, and somebody watches

/// On the same disk as what is kept, so that copies are compared with copies.
QString scratchIn(const QString &kept)
{
    const QString name = u"/griddesk-bench-XXXXXX"_s;
    if (kept.isEmpty())
        return QDir::tempPath() + name;
    QDir().mkpath(kept);
    return kept + name;
}

[[noreturn]] void fail(const QString &what, const QString &advice)
{
    throw Failed({{}, what, advice, Refusal::Device});
}

constexpr qsizetype atOnce = 500;

/// One more thing on the service record of every ticket that isn't over.
void remarkOnAll(Desk &desk, int round)
{
    QVector<Id> tickets;
    {
        store::Statement each(desk.read().database().handle(), "SELECT uid FROM tickets");
        while (each.step())
            tickets.append(each.id(0));
    }
    const Values remark{{field::Remark, u"第%1次联系，住户说晚上在家"_s.arg(round)}};
    for (qsizetype from = 0; from < tickets.size(); from += atOnce) {
        QVector<Command> commands;
        for (const Id &ticket : tickets.mid(from, atOnce))
            commands.append(ActOnTicket{ticket, u"note"_s, remark, {}, 0, 0});
        for (const store::Verdict &verdict : desk.submitAll(std::move(commands)).result())
            must(verdict);
    }
}

/// The founder, whose desks here have no password.
void sitDown(Desk &desk)
{
    const store::SignedIn answer = desk.signIn(u"admin"_s, {}).result();
    if (const auto *refusal = std::get_if<Refusal>(&answer))
        throw Failed(*refusal);
    desk.sitDown(std::get<store::Identity>(answer));
}

} // namespace

void must(const std::optional<Refusal> &refusal)
{
    if (refusal)
        throw Failed(*refusal);
}

const store::Accepted &must(const store::Verdict &verdict)
{
    if (const Refusal *refusal = store::refused(verdict))
        throw Failed(*refusal);
    return *store::accepted(verdict);
}

std::unique_ptr<Desk> must(Desk::Opening opening)
{
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        throw Failed(*refusal);
    return std::move(std::get<std::unique_ptr<Desk>>(opening));
}

Desks::Desks(const QString &kept)
    : m_kept(kept)
    , m_scratch(scratchIn(kept))
{
    if (!m_scratch.isValid())
        fail(m_scratch.errorString(), Desk::tr("Check the disk and the folder's permissions."));
}

QString Desks::generated(qint64 tickets)
{
    const QString folder =
        (m_kept.isEmpty() ? m_scratch.path() : m_kept) + u"/desk-%1"_s.arg(tickets);
    if (QDir(folder).exists())
        return folder;
    const QString making = scratch(u"making"_s);
    runTool({u"--desk"_s, making, u"init"_s, u"--company"_s, u"幸福物业公司"_s, u"--admin"_s,
        u"admin"_s});
    if (tickets > 0)
        runTool({u"--desk"_s, making, u"generate"_s, u"--tickets"_s, QString::number(tickets),
            u"--seed"_s, u"1"_s});
    if (!QDir().rename(making, folder))
        fail(Desk::tr("The folder %1 can't be made.").arg(folder),
            Desk::tr("Check its name and permissions."));
    return folder;
}

QString Desks::withRemarks(qint64 tickets, int remarks)
{
    const QString plain = generated(tickets);
    const QString folder =
        (m_kept.isEmpty() ? m_scratch.path() : m_kept) + u"/desk-%1-%2"_s.arg(tickets).arg(remarks);
    if (QDir(folder).exists())
        return folder;
    const QString making = copyOf(plain);
    {
        auto desk = open(making);
        for (int round = 1; round <= remarks; ++round)
            remarkOnAll(*desk, round);
    }
    if (!QDir().rename(making, folder))
        fail(Desk::tr("The folder %1 can't be made.").arg(folder),
            Desk::tr("Check its name and permissions."));
    return folder;
}

QString Desks::withCustomers(qint64 customers)
{
    const QString folder =
        (m_kept.isEmpty() ? m_scratch.path() : m_kept) + u"/customers-%1"_s.arg(customers);
    if (QDir(folder).exists())
        return folder;
    const QString making = scratch(u"making-customers"_s);
    {
        auto desk = found(making);
        fillWithCustomers(*desk, customers);
    }
    if (!QDir().rename(making, folder))
        fail(Desk::tr("The folder %1 can't be made.").arg(folder),
            Desk::tr("Check its name and permissions."));
    return folder;
}

QString Desks::copyOf(const QString &folder)
{
    const QString copy = scratch(u"copy-%1"_s.arg(++m_copies));
    QDir().mkpath(copy);
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        if (!QFile::copy(folder + u'/' + name, copy + u'/' + name))
            fail(Desk::tr("The folder %1 can't be written: %2.").arg(copy, name),
                Desk::tr("Check the disk and the folder's permissions."));
    }
    return copy;
}

QString Desks::scratch(const QString &name)
{
    return m_scratch.filePath(name);
}

std::unique_ptr<Desk> Desks::open(const QString &folder)
{
    auto desk = must(Desk::open(folder, m_clock, m_random));
    sitDown(*desk);
    return desk;
}

std::unique_ptr<Desk> Desks::found(const QString &folder)
{
    return must(Desk::found(folder,
        {.company = u"幸福物业公司"_s, .login = u"admin"_s, .administratorName = u"王芳"_s},
        m_clock, m_random));
}

QByteArray runTool(const QStringList &words)
{
    QProcess tool;
    tool.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    tool.start(QCoreApplication::applicationFilePath(), words);
    if (!tool.waitForFinished(patience_ms) || tool.exitCode() != 0)
        fail(Desk::tr("\"%1\" failed: %2.").arg(words.join(u' '), tool.errorString()),
            Desk::tr("See what it says above."));
    return tool.readAllStandardOutput();
}

} // namespace bench
