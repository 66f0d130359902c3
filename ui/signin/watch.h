// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace ui::signin
{

/// Notices that nobody is at the desk: no key and no mouse for so many minutes, or the computer slept. That it slept
/// shows in the time that the wall clock has passed and the monotonic one, which stands still meanwhile, hasn't;
/// where it runs on, in a gap between two looks that no work explains.
class Watch : public QObject
{
    Q_OBJECT

public:
    using Monotonic = std::function<qint64()>; ///< in milliseconds

    /// The clock must outlive it. Sees what comes to the whole application.
    explicit Watch(const domain::Clock &clock, Monotonic monotonic = {}, QObject *parent = nullptr);

    void setIdleMinutes(int minutes); ///< 0: idleness is not looked for
    int idleMinutes() const { return m_idleMinutes; }
    /// Counts anew from now, as after somebody has sat down.
    void restart();

public Q_SLOTS:
    /// Looks now, rather than at the next turn.
    void look();

Q_SIGNALS:
    void idled();
    void slept();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const domain::Clock &m_clock;
    const Monotonic m_monotonic;
    QTimer m_turn;
    int m_idleMinutes = 10;
    qint64 m_active_ms = 0; ///< when somebody last did something
    qint64 m_wall_ms = 0; ///< at the last look
    qint64 m_steady_ms = 0;
    bool m_hasSlept = false; ///< between the last two looks
};

} // namespace ui::signin
