// SPDX-License-Identifier: GPL-3.0-or-later
// How the window stands with the online channel: its page, the message about what came in, and the word in the status line.
#include "window/desk_window.h"

#include "online/online_page.h"
#include "shell/status_line.h"

#include <algorithm>

namespace app
{

using items::OnlineChannel;
using items::OnlineOutcome;
using items::OnlineSource;
using ui::widgets::Mood;

QWidget *DeskWindow::makeOnline(QWidget *parent)
{
    auto *page = new ui::online::OnlinePage(m_desk, m_online, parent);
    connect(page, &ui::online::OnlinePage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    return page;
}

void DeskWindow::watchOnline()
{
    connect(&m_online, &OnlineChannel::asked, this, &DeskWindow::tellOnline);
    connect(&m_online, &OnlineChannel::changed, this, &DeskWindow::showOnline);
    connect(&m_shell, &ui::shell::Shell::curtainChanged, this,
        [this] { m_online.setAway(m_shell.isCurtainDrawn()); });
    connect(&m_shell.statusLine(), &ui::shell::StatusLine::onlineAsked, this,
        [this] { m_shell.showPage(QStringLiteral("online")); });
}

/// Whoever looks at the page reads it there.
void DeskWindow::tellOnline(const OnlineOutcome &outcome)
{
    if (outcome.accepted == 0)
        return;
    const QString words = ui::online::cameInWords(outcome.accepted);
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone());
    m_cameIn = QStringLiteral("%1 %2").arg(words, now.toString(QStringLiteral("HH:mm")));
    showOnline();
    if (m_shell.currentPage() == u"online" && !m_shell.isCurtainDrawn())
        return;
    m_notices.mention(words, outcome.name, [this] {
        m_shell.showPage(isOpen("online") ? QStringLiteral("online") : QStringLiteral("tickets"));
    });
}

void DeskWindow::showOnline()
{
    const QVector<OnlineSource> sources = m_online.sources();
    const auto troubled = std::ranges::find_if(
        sources, [](const OnlineSource &source) { return !source.trouble.isEmpty(); });
    ui::shell::StatusLine &line = m_shell.statusLine();
    if (troubled != sources.end())
        return line.setOnline(Mood::Late,
            QStringLiteral("%1: %2").arg(troubled->name, ui::online::standingWords(*troubled)));
    if (!sources.isEmpty() && m_online.hold() == OnlineChannel::Hold::NoRight)
        return line.setOnline(Mood::Waiting, tr("online requests wait"));
    line.setOnline(Mood::Done, m_cameIn);
}

} // namespace app
