// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace ui::signin
{

/// The windows beside the shell, while the desk is locked: dialogs and previews are hidden as they are and come back
/// with the one who may see them, menus close. One that opens meanwhile, from work that ends in the
/// background, waits with the others; one that closes meanwhile is not brought back.
class WindowsAside : public QObject
{
    Q_OBJECT

public:
    explicit WindowsAside(QWidget &shell, QObject *parent = nullptr);

    void putAside();
    void bringBack();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hide(QWidget *window);

    QWidget &m_shell;
    QList<QPointer<QWidget>> m_hidden; ///< in the order in which they stood
    bool m_areAside = false;
};

} // namespace ui::signin
