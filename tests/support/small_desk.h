// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "support/seeded_random.h"

#include <QDateTime>
#include <QTemporaryDir>

#include <atomic>

namespace support
{

/// A clock that stands until a test moves it.
class FakeClock final : public domain::Clock
{
public:
    explicit FakeClock(qint64 now_ms = 0)
        : m_now_ms(now_ms)
    {
    }

    qint64 now_ms() const override { return m_now_ms; }
    void set_ms(qint64 now_ms) { m_now_ms = now_ms; }
    void passMinutes(qint64 minutes) { m_now_ms += minutes * 60'000; }

private:
    std::atomic<qint64> m_now_ms;
};

/// "2026-11-20 14:30" in the small company's zone.
inline qint64 moment_ms(const QString &words)
{
    QDateTime moment = QDateTime::fromString(words, QStringLiteral("yyyy-MM-dd HH:mm"));
    moment.setTimeZone(QTimeZone("Asia/Shanghai"));
    return moment.toMSecsSinceEpoch();
}

/// The person with this login sits down; whom no test gave a password has the empty one.
inline void signIn(Desk &desk, const QString &login, const QString &password = {})
{
    const store::SignedIn answer = desk.signIn(login, password).result();
    if (const auto *refusal = std::get_if<domain::Refusal>(&answer))
        qFatal("%s", qPrintable(refusal->text()));
    desk.sitDown(std::get<store::Identity>(answer));
}

/// A company of one desk in a folder of its own, founded by the administrator "wang" on a fixed day and
/// filled through the same commands as any other. What a test asks of it must be accepted: a refusal ends the
/// test with its words; a test about refusals submits to desk() itself.
class SmallDesk
{
public:
    explicit SmallDesk(const QString &now = QStringLiteral("2026-11-20 08:00"))
        : clock(moment_ms(now))
    {
        Desk::Founding founding{.company = QStringLiteral("幸福物业公司"),
            .login = QStringLiteral("wang"),
            .administratorName = QStringLiteral("王芳"),
            .deskName = QStringLiteral("前台"),
            .prefix = QStringLiteral("03")};
        auto opening =
            Desk::found(m_folder.filePath(QStringLiteral("desk")), founding, clock, m_random);
        if (const auto *refusal = std::get_if<domain::Refusal>(&opening))
            qFatal("%s", qPrintable(refusal->text()));
        m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    }

    void close() { m_desk.reset(); }

    /// Closes the desk and opens it again, as the next morning does, with the same person.
    void reopen()
    {
        close();
        auto opening = Desk::open(folder(), clock, m_random);
        if (const auto *refusal = std::get_if<domain::Refusal>(&opening))
            qFatal("%s", qPrintable(refusal->text()));
        m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
        signIn(QStringLiteral("wang"));
    }

    void signIn(const QString &login, const QString &password = {})
    {
        support::signIn(*m_desk, login, password);
    }

    Desk &desk() { return *m_desk; }
    store::Reader &read() { return m_desk->read(); }
    QString folder() const { return m_folder.filePath(QStringLiteral("desk")); }

    store::Accepted submit(const domain::Command &command)
    {
        const store::Verdict verdict = m_desk->submit(command).result();
        if (const domain::Refusal *refusal = store::refused(verdict))
            qFatal("%s", qPrintable(refusal->text()));
        return *store::accepted(verdict);
    }

    domain::Id addRow(domain::Register reg, const domain::Values &values)
    {
        return submit(domain::PutRow{reg, m_desk->freshId(), values, {}}).subject;
    }
    domain::Id addGrid(const QString &code, const QString &name)
    {
        return addRow(
            domain::Register::Grid, {{domain::grid::Code, code}, {domain::grid::Name, name}});
    }
    domain::Id addPerson(const QString &login, const QString &name, const QString &role)
    {
        return addRow(domain::Register::Staff,
            {{domain::staff::Login, login}, {domain::staff::Name, name},
                {domain::staff::Role, role}});
    }

    /// Takes a matter in; returns its number.
    QString open(const domain::Values &values, const domain::CustomerDraft &customer = {},
        const QString &state = {})
    {
        domain::OpenTicket command{
            .ticket = m_desk->freshId(), .values = values, .customer = customer, .state = state};
        command.customer.fresh = m_desk->freshId();
        return submit(command).ticket.values.text(domain::field::Number);
    }

    /// One step of a ticket, now or at a moment of the past.
    domain::Ticket act(const QString &number, const QString &action,
        const domain::Values &values = {}, const domain::Id &by = {}, const QString &at = {})
    {
        return submit(domain::ActOnTicket{read().findTicket(number)->ticket.id, action, values, by,
                          at.isEmpty() ? 0 : moment_ms(at)})
            .ticket;
    }

    FakeClock clock;

private:
    QTemporaryDir m_folder;
    SeededRandom m_random;
    std::unique_ptr<Desk> m_desk;
};

} // namespace support
