// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desks_together.h"
#include "ui/intake/typist.h"

#include "shell/settings.h"
#include "window/desk_window.h"

#include <QDir>
#include <QTest>

/// A company of two desks, the front desk (0) and the grid's (1), each with the real window over it, driven by keys: the
/// administrator wang, the clerk fang, the chief li of grid 07, the team leader zhao. The desks meet when the test says so.
class DesksDay : public support::DesksTogether
{
public:
    DesksDay()
    {
        using namespace domain;
        grid = put(Register::Grid,
            {{grid::Code, QStringLiteral("07")}, {grid::Name, QStringLiteral("幸福北")}});
        fang = addPerson("fang", "方洁", "clerk");
        li = put(Register::Staff,
            {{staff::Login, QStringLiteral("li")}, {staff::Name, QStringLiteral("李明")},
                {staff::Role, QStringLiteral("chief")}, {staff::Grid, QVariant::fromValue(grid)}});
        zhao = addPerson("zhao", "赵强", "leader");
        meet(0, 1);
    }

    domain::Id put(domain::Register reg, const domain::Values &values)
    {
        return submit(0, domain::PutRow{reg, desk(0).freshId(), values, {}}).subject;
    }
    domain::Id addPerson(const char *login, const char *name, const char *role)
    {
        using namespace domain;
        return put(Register::Staff,
            {{staff::Login, QString::fromUtf8(login)}, {staff::Name, QString::fromUtf8(name)},
                {staff::Role, QString::fromUtf8(role)}});
    }

    /// A repair in grid 07, taken in at a desk by whoever sits there.
    QString takeIn(int number, const QString &title)
    {
        using namespace domain;
        OpenTicket command{.ticket = desk(number).freshId(),
            .values = {{field::Kind, QStringLiteral("repair")},
                {field::Line, QStringLiteral("water")}, {field::Title, title},
                {field::Category, QStringLiteral("室内漏水")},
                {field::Address, QStringLiteral("幸福小区3栋2单元501")},
                {field::Grid, QVariant::fromValue(grid)}},
            .customer = {
                .name = QStringLiteral("欧阳建国"), .phone = QStringLiteral("13800001234")}};
        command.customer.fresh = desk(number).freshId();
        return submit(number, command).ticket.values.text(field::Number);
    }
    domain::Ticket found(int number, const QString &ticket)
    {
        const auto known = desk(number).read().findTicket(ticket);
        return known ? known->ticket : domain::Ticket();
    }
    void act(
        int number, const QString &ticket, const QString &action, const domain::Values &values = {})
    {
        submit(number, domain::ActOnTicket{found(number, ticket).id, action, values});
    }

    /// The window of a desk, with this person before it.
    app::DeskWindow &openWindow(int number, const QString &login)
    {
        support::signIn(desk(number), login);
        auto &window = m_windows[number];
        window = std::make_unique<app::DeskWindow>(
            desk(number), m_settings[number], nullptr, [this] { return m_steady_ms; });
        window->show();
        window->shell().resize(1280, 800);
        return *window;
    }
    app::DeskWindow &window(int number) { return *m_windows[number]; }
    ui::shell::Shell &shell(int number) { return m_windows[number]->shell(); }
    /// At the keyboard of that desk.
    std::unique_ptr<support::Typist> personAt(int number)
    {
        return std::make_unique<support::Typist>(shell(number));
    }

    /// Time passes while the computers are awake; of two minutes without a turn of the event loop nobody believes that.
    void pass(int minutes)
    {
        clock.passMinutes(minutes);
        m_steady_ms += minutes * 60'000;
    }

    void shoot(int number, const QString &name)
    {
        const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::sendPostedEvents();
        shell(number).grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
    }

    domain::Id grid, fang, li, zhao;

private:
    qint64 m_steady_ms = 0; ///< the clock that stands still while a computer sleeps
    ui::shell::VolatileSettings m_settings[2];
    std::unique_ptr<app::DeskWindow> m_windows[2];
};
