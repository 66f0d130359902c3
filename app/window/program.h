// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/settings.h"
#include "window/desk_window.h"

#include <QSettings>

namespace ui::start
{
class StartWindow;
}

namespace app
{

/// The window's program from its first moment on: opens the desk in a folder and shows its window, or, where there is
/// no desk, the first start, and then the window.
class Program : public QObject
{
    Q_OBJECT

public:
    /// Clock and chance must outlive the program.
    Program(const QString &folder, domain::Clock &clock, domain::Random &random);
    ~Program() override;

    void start();
    std::optional<domain::Refusal> foundSample();

    /// Null while the first start lasts.
    DeskWindow *window() { return m_window.get(); }
    /// Null when there is a desk.
    ui::start::StartWindow *startWindow() { return m_start.get(); }

Q_SIGNALS:
    void refused(const domain::Refusal &refusal);

private:
    void showStart();
    void openDesk(const QString &login);

    const QString m_folder;
    domain::Clock &m_clock;
    domain::Random &m_random;
    QSettings m_file;
    ui::shell::FileSettings m_settings;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ui::start::StartWindow> m_start;
    std::unique_ptr<DeskWindow> m_window;
};

} // namespace app
