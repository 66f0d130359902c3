// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "items/notice_list.h"
#include "window/desktop_message.h"

#include <QObject>

namespace ui::notices
{
class NoticeBell;
class NoticePanel;
class NoticeToast;
} // namespace ui::notices

namespace ui::shell
{
class Shell;
}

namespace app
{

/// Tells whoever sits at this window what others did that is theirs to know: the number beside the bell, a message for some
/// seconds in the window, one on the desktop when the window isn't looked at, and the list behind a key. Nothing of it
/// shows while the curtain is drawn; it is told when the person is back.
class NoticeCorner : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    NoticeCorner(Desk &desk, ui::shell::Shell &shell);

    items::NoticeList &notices() { return m_notices; }
    /// The way to the desktop, unless a test gives another.
    using Outside = std::function<void(const QString &title, const QString &text)>;
    void setOutside(Outside outside) { m_outside = std::move(outside); }
    /// Says something that is nobody's notice: the same message for some seconds, which opens what it is about. Behind the
    /// curtain the last one waits for who comes back.
    void mention(const QString &heading, const QString &detail, std::function<void()> open);

Q_SIGNALS:
    void ticketAsked(const QString &number);
    /// What contradicts in a register.
    void rowAsked(domain::Register reg, const domain::Id &row);

private:
    void makeKeys();
    void personChanged();
    void tell(int count, const store::NoticeLine &newest);
    void say(int count, const store::NoticeLine &newest);
    void sayOutside(int count, const store::NoticeLine &newest);
    void curtainChanged();
    void openPanel();
    void goTo(const store::NoticeLine &line);

    Desk &m_desk;
    ui::shell::Shell &m_shell;
    items::NoticeList m_notices;
    DesktopMessage m_desktop;
    Outside m_outside;
    ui::notices::NoticeBell *m_bell;
    ui::notices::NoticePanel *m_panel;
    ui::notices::NoticeToast *m_toast;
    struct Mentioned {
        QString heading, detail;
        std::function<void()> open;
    };
    std::optional<Mentioned> m_mentioned; ///< what stands there, or waits behind the curtain
    bool m_isMentionHeld = false;
    int m_held = 0; ///< came while the curtain was drawn
    std::optional<store::NoticeLine> m_heldNewest;
    std::optional<store::NoticeLine>
        m_told; ///< what the message in the window is about, if about one
};

} // namespace app
