// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/settings.h"
#include "window/desk_start.h"
#include "window/desk_window.h"

#include <QSettings>

namespace ui::start
{
class StartWindow;
}

namespace app
{

/// The window's program from its first moment on: opens the desk in a folder and shows its window; where there is
/// no desk, the first start comes before; and between two windows a restore takes place.
class Program : public QObject
{
    Q_OBJECT

public:
    /// Keyring, clock and chance must outlive the program.
    Program(const store::DeskFolder &folder, store::Keyring &keyring, domain::Clock &clock,
        domain::Random &random);
    ~Program() override;

    /// With the sample, it is founded where there is no desk.
    void start(bool withSample = false);

    /// Null while the first start lasts.
    DeskWindow *window() { return m_window.get(); }
    /// Null when there is a desk.
    ui::start::StartWindow *startWindow() { return m_start.get(); }

Q_SIGNALS:
    void refused(const domain::Refusal &refusal);
    /// The person didn't unlock the desk, or closed what came before it.
    void givenUp();

private:
    std::optional<domain::Refusal> foundSampleIn(const QString &folder);
    void showStart();
    /// Whoever has just founded it sits down at once; nobody: the window asks.
    void openDesk(const store::Identity &founder = {});
    void showWindow(const store::Secrets &secrets, const store::Identity &founder);
    void restore(const RestoreOrder &order);

    const store::DeskFolder m_folder;
    store::Keyring &m_keyring;
    domain::Clock &m_clock;
    domain::Random &m_random;
    QSettings m_file;
    ui::shell::FileSettings m_settings;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ui::start::StartWindow> m_start;
    std::unique_ptr<DeskWindow> m_window;
};

} // namespace app
