// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desktop_message.h"

#include "look/icons.h"

namespace app
{

DesktopMessage::DesktopMessage(QObject *parent)
    : QObject(parent)
    , m_tray(ui::look::icon(QStringLiteral("bell"), ui::look::Tone::Accent))
{
    m_tray.setToolTip(tr("Griddesk"));
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, &DesktopMessage::opened);
    connect(&m_tray, &QSystemTrayIcon::activated, this, &DesktopMessage::opened);
}

void DesktopMessage::say(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    m_tray.show();
    m_tray.showMessage(title, text);
}

void DesktopMessage::setUnread(int count)
{
    if (count == 0)
        m_tray.hide();
}

} // namespace app
