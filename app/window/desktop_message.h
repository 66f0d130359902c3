// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSystemTrayIcon>

namespace app
{

/// Says something on the desktop, beside all windows, where the desktop shows such messages; elsewhere nothing. Its sign stands
/// in the tray as long as something is unread.
class DesktopMessage : public QObject
{
    Q_OBJECT

public:
    explicit DesktopMessage(QObject *parent = nullptr);

    void say(const QString &title, const QString &text);
    void setUnread(int count);

Q_SIGNALS:
    /// The person wants to see it.
    void opened();

private:
    QSystemTrayIcon m_tray;
};

} // namespace app
