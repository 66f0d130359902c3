// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desk_serving.h"
#include "shell/settings.h"
#include "window/desk_start.h"
#include "window/desk_window.h"

#include <QSettings>

namespace ui::start
{
class StartWindow;
struct Beginnings;
} // namespace ui::start

namespace app
{

class DeskJoiner;
enum class Joined : quint8;

/// The window's program from its first moment on: opens the desk in a folder and shows its window; where there is
/// no desk, the first start comes before; and between two windows a restore takes place.
class Program : public QObject
{
    Q_OBJECT

public:
    /// Keyring, clock and chance must outlive the program. `serving`: where its desk serves until somebody sets it.
    Program(const store::DeskFolder &folder, store::Keyring &keyring, domain::Clock &clock,
        domain::Random &random, ServingDefaults serving = {});
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
    ui::start::Beginnings beginnings();
    void join(
        const QString &folder, QWidget *window, Joined soFar, const std::function<void()> &done);
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
    const ServingDefaults m_serveAt;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<DeskServing> m_serving; ///< ends before the desk, after the window
    std::unique_ptr<DeskJoiner> m_joiner; ///< of the start's dialog, which ends before it
    std::unique_ptr<ui::start::StartWindow> m_start;
    std::unique_ptr<DeskWindow> m_window;
};

} // namespace app
