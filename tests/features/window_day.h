// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/small_desk.h"
#include "ui/intake/typist.h"

#include "shell/settings.h"
#include "window/desk_window.h"

#include <QDir>
#include <QLineEdit>
#include <QTest>

/// A small company and the real window over it, driven by keys: administrator wang, the clerks fang and zhou, chief li of
/// grid 07, technician zhao. Nobody has a password until a test gives one.
class WindowDay : public support::SmallDesk
{
public:
    WindowDay()
    {
        using namespace domain;
        grid = addGrid(QStringLiteral("07"), QStringLiteral("幸福北"));
        fang = addPerson(QStringLiteral("fang"), QStringLiteral("方洁"), QStringLiteral("clerk"));
        zhou = addPerson(QStringLiteral("zhou"), QStringLiteral("周敏"), QStringLiteral("clerk"));
        li = addRow(Register::Staff,
            {{staff::Login, QStringLiteral("li")}, {staff::Name, QStringLiteral("李明")},
                {staff::Role, QStringLiteral("chief")}, {staff::Grid, QVariant::fromValue(grid)}});
        zhao =
            addPerson(QStringLiteral("zhao"), QStringLiteral("赵强"), QStringLiteral("technician"));
    }

    void givePassword(const domain::Id &person, const QString &password)
    {
        const store::Verdict verdict =
            desk().setPassword(person, password, record::PasswordCost::least()).result();
        if (const domain::Refusal *refusal = store::refused(verdict))
            qFatal("%s", qPrintable(refusal->text()));
    }

    /// The morning: nobody sits at the desk, and the window comes up.
    void openWindow()
    {
        desk().setActor({});
        openWindowAsIs();
    }
    void openWindowAsIs()
    {
        window = std::make_unique<app::DeskWindow>(
            desk(), settings, nullptr, [this] { return steady_ms; });
        window->show();
        person = std::make_unique<support::Typist>(window->shell());
        window->shell().resize(1280, 800);
    }

    ui::shell::Shell &shell() { return window->shell(); }
    bool isCurtainDrawn() { return shell().isCurtainDrawn(); }
    template <typename Widget> Widget *find(const char *name)
    {
        return shell().findChild<Widget *>(QString::fromLatin1(name));
    }
    QLineEdit *who() { return find<QLineEdit>("who"); }
    QLineEdit *password() { return find<QLineEdit>("password"); }
    /// What stands refused beside a field of the curtain.
    QString refusal(const char *field) { return find<QLineEdit>(field)->accessibleDescription(); }

    /// Types who sits down at the curtain that stands there, and the password if there is one.
    void sitDown(const QString &login, const QString &secret = {})
    {
        if (person->focus() != who())
            who()->setFocus();
        person->key(Qt::Key_A, Qt::ControlModifier);
        person->keys(login);
        person->enter();
        if (!secret.isEmpty())
            person->keys(secret);
        person->enter();
    }

    /// Time passes while the computer is awake.
    void pass(qint64 milliseconds)
    {
        clock.set_ms(clock.now_ms() + milliseconds);
        steady_ms += milliseconds;
    }

    void shoot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        // What has just been shown takes its place first.
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::sendPostedEvents();
        shell().grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
    }

    domain::Id grid, fang, zhou, li, zhao;
    qint64 steady_ms = 0; ///< the clock that stands still while the computer sleeps
    ui::shell::VolatileSettings settings;
    std::unique_ptr<app::DeskWindow> window;
    std::unique_ptr<support::Typist> person;
};
