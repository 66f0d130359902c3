// SPDX-License-Identifier: GPL-3.0-or-later
// How the window stands with the other desks: the page of desks, and the word about them in the status line.
#include "window/desk_window.h"

#include "desks/desks_page.h"
#include "shell/status_line.h"

namespace app
{

using items::SyncSummary;
using Sync = ui::shell::StatusLine::Sync;

namespace
{

Sync signOf(SyncSummary::Kind kind)
{
    switch (kind) {
    case SyncSummary::Alone:
        return Sync::Alone;
    case SyncSummary::InStep:
        return Sync::InStep;
    case SyncSummary::Behind:
        return Sync::Behind;
    case SyncSummary::NotReached:
    case SyncSummary::HubNotReached:
        return Sync::Offline;
    case SyncSummary::Twofold:
    case SyncSummary::ShutOut:
        return Sync::Trouble;
    }
    return Sync::Alone;
}

} // namespace

QWidget *DeskWindow::makeDesks(QWidget *parent)
{
    return new ui::desks::DesksPage(m_desk, m_serving, m_desks, parent);
}

void DeskWindow::watchDesks()
{
    const QString page = QStringLiteral("desks");
    connect(&m_desk, &Desk::committed, &m_desks, &items::DeskListModel::takeIn);
    connect(&m_desks, &items::DeskListModel::renewed, this, &DeskWindow::showSync);
    connect(&m_shell.statusLine(), &ui::shell::StatusLine::syncAsked, this,
        [this, page] { m_shell.showPage(page); });
    m_shell.statusLine().setSyncHint(
        tr("%1 opens the page Desks")
            .arg(m_shell.keys().keys(page).toString(QKeySequence::NativeText)));
    showSync();
}

void DeskWindow::showSync()
{
    const SyncSummary summary = m_desks.summary();
    m_shell.statusLine().setSync(signOf(summary.kind),
        ui::desks::summaryWords(summary, {m_desk.clock().now_ms(), m_desk.read().zone()}));
}

} // namespace app
