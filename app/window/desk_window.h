// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "common/desk_online.h"
#include "items/background.h"
#include "items/conflict_list_model.h"
#include "items/customer_list_model.h"
#include "items/desk_list_model.h"
#include "items/drafts.h"
#include "items/handover_list.h"
#include "shell/shell.h"
#include "tickets/office.h"
#include "window/backup_keeper.h"
#include "window/list_output.h"
#include "window/notice_corner.h"
#include "window/sitting.h"

#include <QTemporaryDir>

namespace ui::customers
{
class CustomersPage;
}
namespace ui::gridmap
{
class GridMapPage;
}
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
    /// All must outlive the window; without a keyring the desk's key can't be put into one, without serving the desk
    /// keeps to itself. The monotonic clock is for Sitting.
    DeskWindow(Desk &desk, ui::shell::Settings &settings, store::Keyring *keyring = nullptr,
        ui::signin::Watch::Monotonic monotonic = {}, items::Serving *serving = nullptr);
    ~DeskWindow() override;

    ui::shell::Shell &shell() { return m_shell; }
    /// Asks who sits down, unless somebody does already.
    void show();
    Sitting &sitting() { return m_sitting; }
    NoticeCorner &notices() { return m_notices; }
    DeskOnline &online() { return m_online; }

    /// Opens a ticket on the tickets' page, with an action its form.
    void openTicket(const QString &number, const QString &action = {});
    /// The list of a scope on the tickets' page.
    void openList(const QString &scope);
    void openCustomer(qint64 customer);
    void printSlips(const QString &kind, const QStringList &numbers);

Q_SIGNALS:
    /// The person went through the wizard: close the window and the desk, then restore.
    void restoreOrdered(const QString &file, const QString &typed);

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
    QWidget *makeShifts(QWidget *parent);
    QWidget *makeVisits(QWidget *parent);
    QWidget *makePlannedVisits(QWidget *parent);
    QWidget *makeOutages(QWidget *parent);
    QWidget *makeRegisters(const QVector<domain::Register> &registers, QWidget *parent);
    QWidget *makeReports(QWidget *parent);
    QWidget *makeGridMap(QWidget *parent);
    QWidget *makeCustomers(QWidget *parent);
    QWidget *makeBackups(QWidget *parent);
    QWidget *makeDesks(QWidget *parent);
    QWidget *makeOnline(QWidget *parent);
    void watchOnline();
    void showOnline();
    void tellOnline(const items::OnlineOutcome &outcome);
    void watchDesks();
    void showSync();
    QWidget *makePrivacy(QWidget *parent);
    void copyForPerson(qint64 customer);
    QWidget *makeAccounts(QWidget *parent);
    QWidget *makeConflicts(QWidget *parent);
    void openRow(domain::Register reg, const domain::Id &row);
    void makeOutageOf(const domain::Id &ticket);
    void showOnMap(const domain::Id &drawing);
    domain::Id customerOf(domain::Register reg, const domain::Id &row);
    void countConflicts();

    void showCompany();
    void showSaved();
    void showDrafts();
    void showHandovers();

    ui::tickets::FileStore fileStore();
    void keep(const domain::Id &ticket, QFuture<Desk::Kept> kept);
    QFuture<bool> openKept(const QString &name, const QByteArray &hash, const QString &key);
    /// The desk where a file lies that isn't here; empty for one that is.
    QString whereKept(const domain::Id &ticket, const QByteArray &hash);
    void exportList(const store::TicketQuery &query, const QStringList &columns);
    void exportRegister(domain::Register reg, const QVector<qint64> &rows);
    void printList(const store::TicketQuery &query, const QStringList &columns);
    void say(const QString &title, const QString &text);
    QList<ui::shell::Hit> findTickets(const QString &typed);
    QList<ui::shell::Hit> findCustomers(const QString &typed);
    void exportCustomers(const items::CustomerQuery &query);
    /// Asks for a file, then writes what `sheet` reads on another thread.
    void exportSheet(const std::function<ListSheet(store::Reader &)> &sheet);

    Desk &m_desk;
    ui::shell::Settings &m_settings;
    store::Keyring *m_keyring;
    items::Serving m_keepsToItself;
    items::Serving &m_serving;
    items::DeskListModel m_desks;
    items::Background m_background;
    items::Drafts m_drafts;
    items::HandoverList m_handovers; ///< those that wait for whoever sits here are counted
    items::ConflictListModel
        m_conflicts; ///< the open ones that whoever sits here may settle, to count them
    BackupKeeper m_backups;
    DeskOnline m_online;
    QString m_cameIn; ///< the last that came in by the online channel, in words
    QTemporaryDir m_opened; ///< what a person opened lies here in plain until the window goes
    ui::shell::Shell m_shell;
    Sitting m_sitting;
    NoticeCorner m_notices;
    ui::tickets::TicketsPage *m_tickets = nullptr;
    ui::customers::CustomersPage *m_customers = nullptr;
    ui::gridmap::GridMapPage *m_map = nullptr;
    ui::today::TodayPage *m_today = nullptr;
};

} // namespace app
