// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/notice_corner.h"

#include "notices/notice_bell.h"
#include "notices/notice_panel.h"
#include "notices/notice_toast.h"
#include "notices/notice_words.h"
#include "shell/shell.h"
#include "shell/status_line.h"
#include "tickets/office.h"

#include "look/measures.h"

namespace app
{

using store::NoticeLine;
using ui::notices::NoticeWords;

namespace
{

const QString commandId = QStringLiteral("notices");
constexpr int belowTitle = ui::look::fieldHeight + 4 * ui::look::unit; // the title line

} // namespace

NoticeCorner::NoticeCorner(Desk &desk, ui::shell::Shell &shell)
    : m_desk(desk)
    , m_shell(shell)
    , m_notices(ui::tickets::sourceOf(desk), desk.folder(), desk.clock())
    , m_outside([this](const QString &title, const QString &text) { m_desktop.say(title, text); })
    , m_bell(new ui::notices::NoticeBell)
    , m_panel(new ui::notices::NoticePanel(m_notices, desk.read(), shell.frame()))
    , m_toast(new ui::notices::NoticeToast(shell.frame()))
{
    m_shell.addTool(m_bell);
    m_panel->setTop(belowTitle);
    m_toast->setBottom(shell.statusLine().height());
    makeKeys();
    connect(&desk, &Desk::committed, &m_notices, &items::NoticeList::takeIn);
    connect(&desk, &Desk::satDown, this, &NoticeCorner::personChanged);
    connect(&shell, &ui::shell::Shell::curtainChanged, this, &NoticeCorner::curtainChanged);
    connect(&m_notices, &items::NoticeList::came, this, &NoticeCorner::tell);
    connect(&m_notices, &items::NoticeList::unreadChanged, this, [this](int count) {
        m_bell->setUnread(count);
        m_desktop.setUnread(count);
        if (count == 0)
            m_toast->hide();
    });
    connect(m_bell, &QToolButton::clicked, this, &NoticeCorner::openPanel);
    connect(m_panel, &ui::notices::NoticePanel::picked, this, &NoticeCorner::goTo);
    connect(m_toast, &ui::notices::NoticeToast::opened, this, [this] {
        if (m_mentioned)
            return m_mentioned->open();
        if (!m_told)
            return openPanel();
        for (int row = 0; row < m_notices.rowCount(); ++row) {
            if (m_notices.at(row).key == m_told->key)
                m_notices.markRead(row);
        }
        goTo(*m_told);
    });
    connect(&m_desktop, &DesktopMessage::opened, this, [this] {
        m_shell.show();
        m_shell.raise();
        m_shell.activateWindow();
        openPanel();
    });
    personChanged();
}

void NoticeCorner::makeKeys()
{
    m_shell.addCommand(
        {Qt::Key_F12, commandId, tr("Notices"), QStringLiteral("bell"), [this] { openPanel(); }});
    const auto show = [this] { m_bell->setKeys(m_shell.keys().keys(commandId)); };
    connect(&m_shell.keys(), &ui::shell::KeyTable::changed, this, show);
    show();
}

void NoticeCorner::personChanged()
{
    m_held = 0;
    m_heldNewest.reset();
    m_told.reset();
    m_mentioned.reset();
    m_isMentionHeld = false;
    m_panel->close();
    m_toast->hide();
    m_notices.sitDown(m_desk.actor());
}

void NoticeCorner::openPanel()
{
    if (m_shell.isCurtainDrawn())
        return;
    m_toast->hide();
    m_panel->open();
}

void NoticeCorner::tell(int count, const NoticeLine &newest)
{
    if (m_shell.isCurtainDrawn()) {
        m_held += count;
        m_heldNewest = newest;
        return;
    }
    say(count, newest);
    if (!m_shell.isActiveWindow())
        sayOutside(count, newest);
}

void NoticeCorner::mention(
    const QString &heading, const QString &detail, std::function<void()> open)
{
    m_mentioned = Mentioned{heading, detail, std::move(open)};
    m_isMentionHeld = m_shell.isCurtainDrawn();
    if (!m_isMentionHeld)
        m_toast->say(heading, detail);
}

void NoticeCorner::say(int count, const NoticeLine &newest)
{
    m_mentioned.reset();
    m_told = count == 1 ? std::optional(newest) : std::nullopt;
    if (count == 1)
        m_toast->say(NoticeWords::heading(newest), NoticeWords::detail(newest));
    else
        m_toast->say(NoticeWords::manyCame(count),
            NoticeWords::heading(newest) + QStringLiteral(" · ") + NoticeWords::detail(newest));
}

void NoticeCorner::sayOutside(int count, const NoticeLine &newest)
{
    m_outside(
        tr("Griddesk"), count == 1 ? NoticeWords::outside(newest) : NoticeWords::manyCame(count));
}

/// What came meanwhile is told to whoever it was for; for somebody else the list began anew.
void NoticeCorner::curtainChanged()
{
    if (m_shell.isCurtainDrawn()) {
        m_toast->hide();
        m_panel->hide();
        return;
    }
    const int held = std::exchange(m_held, 0);
    const auto newest = std::exchange(m_heldNewest, {});
    if (held > 0 && newest)
        say(held, *newest);
    else if (std::exchange(m_isMentionHeld, false) && m_mentioned)
        m_toast->say(m_mentioned->heading, m_mentioned->detail);
}

void NoticeCorner::goTo(const NoticeLine &line)
{
    if (!line.ticket.isEmpty())
        Q_EMIT ticketAsked(line.ticket);
    else if (line.reg)
        Q_EMIT rowAsked(*line.reg, line.subject);
}

} // namespace app
