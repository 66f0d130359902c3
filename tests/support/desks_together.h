// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/check.h"
#include "store/entry_reader.h"
#include "store/schema.h"
#include "store/secrets_file.h"
#include "store/ticket_rows.h"
#include "store/upkeep.h"
#include "support/small_desk.h"

#include <QDir>
#include <QDirIterator>

#include <vector>

namespace support
{

/// A company of several desks in one process, each in a folder of its own, that meet when the test says so. Everyone sits
/// as "wang", who founded it; what a test asks must be accepted.
class DesksTogether
{
public:
    explicit DesksTogether(int count = 2, const QString &now = QStringLiteral("2026-11-20 08:00"))
        : clock(moment_ms(now))
    {
        Desk::Founding founding{.company = QStringLiteral("幸福物业公司"),
            .login = QStringLiteral("wang"),
            .administratorName = QStringLiteral("王芳"),
            .deskName = QStringLiteral("前台"),
            .prefix = QStringLiteral("01")};
        m_desks.push_back(must(Desk::found(folder(0), founding, clock, m_random)));
        signIn(desk(0), QStringLiteral("wang"));
        while (int(m_desks.size()) < count)
            join();
    }

    /// One more desk is let in and gets the record.
    Desk &join(const QString &scope = QStringLiteral("company"), const QString &grids = {})
    {
        const int number = int(m_desks.size());
        const store::DeskFolder place{folder(number)};
        QDir().mkpath(place.path);
        const store::Secrets secrets = store::Secrets::fresh(clock.now_ms(), m_random);
        if (auto refusal = store::saveSecrets(place, secrets, m_random))
            qFatal("%s", qPrintable(refusal->text()));
        {
            store::makePrivateFile(place.database());
            store::Database database(place.database(), store::Database::Access::ReadWrite);
            store::createTables(database);
        }
        submit(0,
            domain::AdmitDesk{.desk = secrets.desk,
                .name = QStringLiteral("工位%1").arg(number + 1),
                .prefix = QStringLiteral("0%1").arg(number + 1),
                .publicKey = secrets.publicKey(),
                .scope = scope,
                .grids = grids});
        m_desks.push_back(must(Desk::open(place.path, clock, m_random)));
        hand(0, number);
        signIn(desk(number), QStringLiteral("wang"));
        return desk(number);
    }

    Desk &desk(int number) { return *m_desks.at(size_t(number)); }
    QString folder(int number) const
    {
        return m_folder.filePath(QStringLiteral("desk%1").arg(number));
    }
    int count() const { return int(m_desks.size()); }
    void close(int number) { m_desks[size_t(number)].reset(); }
    void open(int number)
    {
        m_desks[size_t(number)] = must(Desk::open(folder(number), clock, m_random));
        signIn(desk(number), QStringLiteral("wang"));
    }

    /// A copy of a desk's folder, as somebody makes it with the disk of a computer, opened beside the original.
    int copy(int number)
    {
        const int copied = int(m_desks.size());
        close(number);
        QDir().mkpath(folder(copied));
        QDirIterator each(folder(number), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString name = QDir(folder(number)).relativeFilePath(each.next());
            const QString to = QDir(folder(copied)).filePath(name);
            QDir().mkpath(QFileInfo(to).path());
            if (!QFile::copy(each.filePath(), to))
                qFatal("%s", qPrintable(to));
        }
        m_desks.emplace_back();
        for (const int one : {number, copied})
            open(one);
        return copied;
    }

    /// One hands the other what it lacks; or everything, as a session does from where two records part.
    void hand(int from, int to, qsizetype bytes = 64 << 10)
    {
        store::EntryReader reader(desk(from).folder(), desk(from).secrets());
        const domain::Id peer = desk(to).secrets().desk;
        store::EntryReader other(desk(to).folder(), desk(to).secrets());
        if (!isOfOneLine(reader, other))
            take(to, reader.next({}, peer, 1 << 30));
        record::Heads known = other.heads();
        for (;;) {
            const record::Parcel parcel = reader.next(known, peer, bytes);
            if (parcel.entries.isEmpty())
                break;
            take(to, parcel);
            const record::Heads now = other.heads();
            if (now == known)
                break;
            known = now;
        }
        const record::Parcel keys{reader.keysFor(peer, other.lackingKeys(1000)), {}};
        if (!keys.isEmpty())
            take(to, keys);
    }
    void meet(int one, int other)
    {
        hand(one, other);
        hand(other, one);
    }
    void meetAll()
    {
        for (int round = 0; round < 2; ++round) {
            for (int i = 1; i < count(); ++i)
                meet(0, i);
        }
    }
    store::Receipt take(int to, const record::Parcel &parcel)
    {
        const store::Receipt receipt = desk(to).take(parcel).result();
        if (receipt.outcome != store::Receipt::Kept)
            qFatal("%s", qPrintable(receipt.why));
        return receipt;
    }

    store::Accepted submit(int number, const domain::Command &command)
    {
        const store::Verdict verdict = desk(number).submit(command).result();
        if (const domain::Refusal *refusal = store::refused(verdict))
            qFatal("%s", qPrintable(refusal->text()));
        return *store::accepted(verdict);
    }
    domain::Id openTicket(
        int number, const QString &title, const domain::CustomerDraft &customer = {})
    {
        domain::OpenTicket command{.ticket = desk(number).freshId(),
            .values = {{domain::field::Kind, QStringLiteral("repair")},
                {domain::field::Line, QStringLiteral("water")}, {domain::field::Title, title},
                {domain::field::Address, QStringLiteral("幸福路%1号").arg(number + 1)}},
            .customer = customer};
        command.customer.fresh = desk(number).freshId();
        return submit(number, command).subject;
    }

    void correct(int number, const domain::Id &ticket, const QString &title)
    {
        submit(number,
            domain::ActOnTicket{
                ticket, QStringLiteral("correct"), {{domain::field::Title, title}}, {}, 0, 0});
    }
    /// Somebody who may sign, known at the first desk.
    domain::Id hire(const QString &login, const QString &role = {})
    {
        domain::Values values{{domain::staff::Login, login}, {domain::staff::Name, login}};
        if (!role.isEmpty())
            values.set(domain::staff::Role, role);
        const domain::Id person = submit(0,
            domain::PutRow{domain::Register::Staff, desk(0).freshId(), values,
                {}}).subject;
        const auto refusal =
            desk(0).setPassword(person, password(), record::PasswordCost::forPassword({})).result();
        if (store::refused(refusal))
            qFatal("%s", qPrintable(store::refused(refusal)->text()));
        return person;
    }
    void sitDown(int number, const QString &login) { signIn(desk(number), login, password()); }
    static QString password() { return QStringLiteral("geheim-123"); }

    QVector<store::ConflictLine> conflicts(int number, const domain::Id &about)
    {
        return desk(number).read().findConflicts(about);
    }
    /// Nothing where a desk has no such ticket.
    std::optional<domain::Ticket> ticket(int number, const domain::Id &id)
    {
        store::Database database(
            desk(number).folder().database(), store::Database::Access::ReadOnly);
        store::RowNumbers rows(database);
        const auto found = store::loadTicket(database, rows, id);
        return found ? std::optional(found->ticket) : std::nullopt;
    }
    QString title(int number, const domain::Id &id)
    {
        return ticket(number, id).value_or(domain::Ticket()).values.text(domain::field::Title);
    }
    domain::Id customerOf(int number, const domain::Id &id)
    {
        return ticket(number, id)
            .value_or(domain::Ticket())
            .values[domain::field::Customer]
            .value<domain::Id>();
    }

    store::Digest digest(int number)
    {
        store::Database database(
            desk(number).folder().database(), store::Database::Access::ReadOnly);
        return store::findDigest(database);
    }
    bool agree()
    {
        const store::Digest first = digest(0);
        for (int i = 1; i < count(); ++i) {
            const store::Digest other = digest(i);
            if (other.record != first.record || other.projection != first.projection)
                return false;
        }
        return true;
    }
    /// What is wrong with a desk; empty when nothing is.
    QString fault(int number)
    {
        const auto damage = store::findDamage(desk(number).folder(), desk(number).secrets());
        return damage ? damage->what + QStringLiteral(" ") + damage->where : QString();
    }

    /// The same of all, and whether they differ.
    QString faults()
    {
        for (int i = 0; i < count(); ++i) {
            if (const QString found = fault(i); !found.isEmpty())
                return QStringLiteral("desk %1: %2").arg(i).arg(found);
        }
        return agree() ? QString() : QStringLiteral("the desks differ");
    }

    FakeClock clock;

private:
    /// Whether of two that hold a feed the one holds what the other does, as far as it goes.
    static bool isOfOneLine(store::EntryReader &one, store::EntryReader &other)
    {
        const record::Heads heads = other.heads();
        return std::ranges::all_of(heads.all().asKeyValueRange(), [&](const auto &head) {
            const auto hash = one.hashAt(head.first, head.second.sequence);
            return !hash || *hash == head.second.hash;
        });
    }

    static std::unique_ptr<Desk> must(Desk::Opening opening)
    {
        if (const auto *refusal = std::get_if<domain::Refusal>(&opening))
            qFatal("%s", qPrintable(refusal->text()));
        return std::move(std::get<std::unique_ptr<Desk>>(opening));
    }

    QTemporaryDir m_folder;
    SeededRandom m_random;
    std::vector<std::unique_ptr<Desk>> m_desks;
};

} // namespace support
