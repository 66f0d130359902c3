// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "signin/curtain.h"
#include "signin/watch.h"
#include "signin/windows_aside.h"

#include <QObject>

class QAction;

namespace ui::shell
{
class Settings;
class Shell;
} // namespace ui::shell

namespace app
{

/// Who sits at this desk: asks at the start, locks by key, after idle minutes and when the computer slept, lets clerks change
/// at the counter, and keeps the menu under the person's name. What stands on the pages stays as it is meanwhile.
class Sitting : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. The monotonic clock is the system's unless a test gives another.
    Sitting(Desk &desk, ui::shell::Shell &shell, ui::shell::Settings &settings,
        ui::signin::Watch::Monotonic monotonic = {});

    /// Nobody has sat down yet: asks who does. Whoever is the only one, without a password, does so at once.
    void begin();
    void lock();
    void changePerson();
    void choosePassword();

    ui::signin::Watch &watch() { return m_watch; }
    /// An entry of the menu under the person's name, shown to whom `isFor` says.
    void addToMenu(const QString &title, std::function<bool()> isFor, std::function<void()> run);

protected:
    /// The lock's key works in dialogs too, which take every key of the window behind them.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();
    void addLockTimes();
    void addCommands();
    void draw(ui::signin::Curtain::Why why);
    void open();
    void satDown();
    void showPerson();
    void tellOfPassword(const QString &login);
    void rightsMayHaveChanged(const store::Committed &committed);
    domain::Id proposed() const;

    struct Offered {
        QAction *action;
        std::function<bool()> isFor;
    };

    Desk &m_desk;
    ui::shell::Shell &m_shell;
    ui::shell::Settings &m_settings;
    ui::signin::Watch m_watch;
    ui::signin::WindowsAside m_aside;
    ui::signin::Curtain *m_curtain;
    QList<Offered> m_offered;
};

} // namespace app
