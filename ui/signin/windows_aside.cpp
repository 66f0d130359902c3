// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/windows_aside.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>
#include <QWidget>

namespace ui::signin
{

WindowsAside::WindowsAside(QWidget &shell, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
{
}

void WindowsAside::putAside()
{
    if (std::exchange(m_areAside, true))
        return;
    QToolTip::hideText();
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window != &m_shell && window->isVisible())
            hide(window);
    }
    QApplication::instance()->installEventFilter(this);
}

void WindowsAside::hide(QWidget *window)
{
    if (!m_hidden.contains(window))
        m_hidden.append(window);
    window->hide();
    m_shell.activateWindow();
}

void WindowsAside::bringBack()
{
    if (!std::exchange(m_areAside, false))
        return;
    QApplication::instance()->removeEventFilter(this);
    for (const QPointer<QWidget> &window : std::exchange(m_hidden, {})) {
        if (window)
            window->show();
    }
}

bool WindowsAside::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close)
        m_hidden.removeIf([watched](const QPointer<QWidget> &one) { return one == watched; });
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto *window = static_cast<QWidget *>(watched);
        const Qt::WindowType type = window->windowType();
        if (window != &m_shell && (type == Qt::Window || type == Qt::Dialog)
            && window->isWindow()) {
            // A window can't be hidden while it is being shown.
            QMetaObject::invokeMethod(
                window,
                [this, window] {
                    if (m_areAside)
                        hide(window);
                },
                Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::signin
