// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_keyring.h"
#include "window_day.h"

#include "common/system.h"
#include "desks/desks_page.h"
#include "shell/status_line.h"
#include "start/join_dialog.h"
#include "start/start_window.h"
#include "widgets/icon_text.h"
#include "window/program.h"

#include <QApplication>
#include <QSettings>

/// Tests reach this computer alone.
inline app::ServingDefaults onLoopback()
{
    return {QStringLiteral("127.0.0.1"), {.hasBeacon = false}};
}

inline void shootWidget(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::sendPostedEvents();
    widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

/// What the status line says of the other desks.
inline QString status(ui::shell::Shell &shell)
{
    const auto parts = shell.statusLine().findChildren<ui::widgets::IconText *>();
    return parts.isEmpty() ? QString() : parts.constFirst()->text();
}

/// The small company's window with its desk among the others.
class FrontDesk : public WindowDay
{
public:
    ~FrontDesk() { close(); }

    void open()
    {
        start();
        QTRY_VERIFY(!serving->heardAt().isEmpty());
    }
    void start()
    {
        desk().setActor({});
        serving = std::make_unique<app::DeskServing>(desk(), onLoopback());
        window = std::make_unique<app::DeskWindow>(
            desk(), settings, nullptr, [this] { return steady_ms; }, serving.get());
        window->show();
        serving->start();
        person = std::make_unique<support::Typist>(window->shell());
        window->shell().resize(1280, 800);
        sitDown(QStringLiteral("wang"));
        QTRY_VERIFY(!isCurtainDrawn());
    }
    void close()
    {
        person.reset();
        window.reset();
        serving.reset();
    }
    void toDesks()
    {
        take(shell());
        person->key(Qt::Key_F9, Qt::ShiftModifier);
        QTRY_COMPARE(shell().currentPage(), QStringLiteral("desks"));
    }
    ui::desks::DesksPage &page()
    {
        return *static_cast<ui::desks::DesksPage *>(shell().page(QStringLiteral("desks")));
    }
    QString cell(int row, int column)
    {
        return page().table().model()->index(row, column).data().toString();
    }
    /// The keyboard goes to this window.
    static void take(QWidget &widget)
    {
        // Another window that is just coming up may take it once more.
        const auto has = [&widget] {
            widget.activateWindow();
            return widget.isActiveWindow();
        };
        QTRY_VERIFY(has());
    }
    template <typename Dialog> Dialog *dialog() { return shell().findChild<Dialog *>(); }

    std::unique_ptr<app::DeskServing> serving;
};

/// A computer on which Griddesk is started for the first time.
class NewComputer
{
public:
    explicit NewComputer(domain::Clock &clock)
        : m_clock(clock)
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    ~NewComputer() { turnOff(); }

    void turnOn()
    {
        program = std::make_unique<app::Program>(
            store::DeskFolder{folder()}, keyring, m_clock, m_random, onLoopback());
        QObject::connect(program.get(), &app::Program::refused, program.get(),
            [](const domain::Refusal &why) { qWarning("%s", qPrintable(why.text())); });
        program->start();
        if (program->startWindow())
            person = std::make_unique<support::Typist>(*program->startWindow());
    }
    void turnOff()
    {
        person.reset();
        program.reset();
    }
    QString folder() const { return m_folder.filePath(QStringLiteral("desk")); }
    ui::start::JoinDialog *joining()
    {
        return program->startWindow()->findChild<ui::start::JoinDialog *>();
    }
    ui::shell::Shell &shell() { return program->window()->shell(); }

    /// From the first question on: join, in the way that stands first (a code) or second (face to face).
    void asksToJoin()
    {
        FrontDesk::take(*program->startWindow());
        person->keys(QStringLiteral("2"));
        QTRY_VERIFY(joining());
        FrontDesk::take(*joining());
    }
    void choosesFaceToFace(const QString &address)
    {
        person->key(Qt::Key_Right);
        person->enter();
        person->keys(address);
        person->enter();
    }

    support::FakeKeyring keyring;
    std::unique_ptr<app::Program> program;
    std::unique_ptr<support::Typist> person;

private:
    QTemporaryDir m_folder;
    domain::Clock &m_clock;
    app::SystemRandom m_random;
};
