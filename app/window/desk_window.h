// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "items/drafts.h"
#include "shell/shell.h"
#include "tickets/office.h"
#include "window/backup_keeper.h"
#include "window/sitting.h"

#include <QTemporaryDir>

namespace ui::intake
{
class IntakePage;
}
namespace ui::today
{
class TodayPage;
}
namespace ui::tickets
{
class TicketsPage;
}

namespace app
{

/// The window of one desk: the shell with its pages, put together. The one place that knows every page and
/// hands each what it needs; the pages know the desk, and of one another nothing.
class DeskWindow : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the window. The monotonic clock is for Sitting.
    DeskWindow(
        Desk &desk, ui::shell::Settings &settings, ui::signin::Watch::Monotonic monotonic = {});
    ~DeskWindow() override;

    ui::shell::Shell &shell() { return m_shell; }
    /// Asks who sits down, unless somebody does already.
    void show();
    Sitting &sitting() { return m_sitting; }

    /// Opens a ticket on the tickets' page, with an action its form.
    void openTicket(const QString &number, const QString &action = {});
    /// The list of a scope on the tickets' page.
    void openList(const QString &scope);
    void printSlips(const QString &kind, const QStringList &numbers);

private:
    void addPage(const QKeySequence &key, const char *id, const QString &title, const char *icon,
        std::function<QWidget *(QWidget *)> factory);
    bool isOpen(const char *page) const;
    void addPages();
    void addCommands();
    void addFinders();
    QWidget *makeIntake(QWidget *parent);
    QWidget *makeTickets(QWidget *parent);
    QWidget *makeToday(QWidget *parent);
    QWidget *makeVisits(QWidget *parent);
    QWidget *makeReports(QWidget *parent);
    QWidget *makeAccounts(QWidget *parent);

    void showCompany();
    void showSaved();
    void showDrafts();

    ui::tickets::FileStore fileStore();
    void keep(const domain::Id &ticket, QFuture<Desk::Kept> kept);
    void openKept(const QString &name, const QByteArray &hash, const QString &key);
    void exportList(const store::TicketQuery &query, const QStringList &columns);
    void printList(const store::TicketQuery &query, const QStringList &columns);
    void say(const QString &title, const QString &text);
    QList<ui::shell::Hit> findTickets(const QString &typed);

    Desk &m_desk;
    ui::shell::Settings &m_settings;
    items::Drafts m_drafts;
    BackupKeeper m_backups;
    QTemporaryDir m_opened; ///< what a person opened lies here in plain until the window goes
    ui::shell::Shell m_shell;
    Sitting m_sitting;
    ui::tickets::TicketsPage *m_tickets = nullptr;
    ui::today::TodayPage *m_today = nullptr;
};

} // namespace app
