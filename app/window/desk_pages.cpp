// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a desk's window: who may open them, how each is made and what it asks of the others.
#include "window/desk_window.h"

#include "common/figure_sheet.h"
#include "items/gates.h"

#include "accounts/accounts_page.h"
#include "backups/backups_page.h"
#include "conflicts/conflicts_page.h"
#include "customers/customers_page.h"
#include "gridmap/grid_map_page.h"
#include "intake/intake_page.h"
#include "lessons/measure_strip.h"
#include "outages/outages_page.h"
#include "planned_visits/planned_visits_page.h"
#include "privacy/privacy_page.h"
#include "registers/reckoning_line.h"
#include "registers/register_page.h"
#include "registers/rules_line.h"
#include "reports/reports_page.h"
#include "returns/returns_page.h"
#include "roster/roster_page.h"
#include "shifts/shifts_page.h"
#include "tickets/ticket_page.h"
#include "tickets/tickets_page.h"
#include "today/today_page.h"
#include "transfer/import_page.h"
#include "visits/visits_page.h"
#include "workflows/workflows_page.h"

#include <algorithm>

namespace app
{

using domain::Register;

namespace
{

/// What a page asks of whoever sits here. The pages that aren't named are open to everybody.
const struct {
    const char *page;
    items::Gate asks;
} gates[] = {
    {"intake", {.rights = {domain::Right::TakeIn}}},
    {"visits", {.actions = {"visit"}}},
    {"planned_visits", {.registers = {Register::Visit, Register::VisitPlan}}},
    {"returns", {.actions = {"check", "arrive", "finish", "confirm", "file"}}},
    {"customers", {.registers = {Register::Customer}}},
    {"privacy", {.rights = {domain::Right::SeeLooks, domain::Right::ApproveErasure}}},
    {"conflicts", {.rights = {domain::Right::SettleConflicts}}},
    {"backups", {.rights = {domain::Right::KeepDesk}}},
    {"online", {.rights = {domain::Right::KeepDesk}}},
    {"reports", {.rights = {domain::Right::SeeReports}}},
    {"accounts", {.registers = {Register::Grant}}},
    {"import",
        {.registers = {Register::Staff, Register::Grid, Register::Place, Register::Customer}}},
};

/// Where the rows of a register are shown; those that aren't named stand among the registers.
struct RowPage {
    Register reg;
    const char *page;
};
constexpr RowPage rowPages[] = {{Register::Staff, "staff"}, {Register::Grid, "staff"},
    {Register::Account, "accounts"}, {Register::Grant, "accounts"}, {Register::Erasure, "privacy"},
    {Register::Desk, "desks"}, {Register::Shift, "staff"}, {Register::Roster, "roster"},
    {Register::Leave, "staff"}, {Register::Outage, "outages"},
    {Register::VisitPlan, "planned_visits"}, {Register::DutyLog, "shifts"},
    {Register::Handover, "shifts"}};

} // namespace

bool DeskWindow::isOpen(const char *page) const
{
    const auto gate = std::ranges::find_if(
        gates, [page](const auto &each) { return qstrcmp(each.page, page) == 0; });
    return gate == std::end(gates)
        || items::isOpenTo(gate->asks, m_desk.who(), m_desk.read().grants());
}

void DeskWindow::addPage(const QKeySequence &key, const char *id, const QString &title,
    const char *icon, std::function<QWidget *(QWidget *)> factory)
{
    m_shell.addPage({key, QString::fromLatin1(id), title, QString::fromLatin1(icon),
        std::move(factory), [this, id] { return isOpen(id); }});
}

void DeskWindow::addPages()
{
    const auto simple = [this]<typename Page>(std::type_identity<Page>) {
        return [this](QWidget *parent) -> QWidget * { return new Page(m_desk, parent); };
    };
    const auto made = [this](QWidget *(DeskWindow::*make)(QWidget *)) {
        return [this, make](QWidget *parent) { return (this->*make)(parent); };
    };
    const auto tables = [this](const QVector<Register> &registers) {
        return [this, registers](QWidget *parent) { return makeRegisters(registers, parent); };
    };
    addPage(Qt::Key_F1, "today", tr("Today"), "today", made(&DeskWindow::makeToday));
    addPage(Qt::CTRL | Qt::Key_F1, "shifts", tr("Shift"), "clock", made(&DeskWindow::makeShifts));
    addPage(Qt::Key_F2, "intake", tr("Intake"), "intake", made(&DeskWindow::makeIntake));
    addPage(Qt::Key_F3, "tickets", tr("Tickets"), "tickets", made(&DeskWindow::makeTickets));
    addPage(Qt::Key_F4, "visits", tr("Visits"), "visits", made(&DeskWindow::makeVisits));
    addPage(Qt::CTRL | Qt::Key_F4, "planned_visits", tr("Planned visits"), "phone",
        made(&DeskWindow::makePlannedVisits));
    addPage(Qt::SHIFT | Qt::Key_F2, "outages", tr("Outages"), "offline",
        made(&DeskWindow::makeOutages));
    addPage(Qt::SHIFT | Qt::Key_F3, "returns", tr("Returned slips"), "registers",
        simple(std::type_identity<ui::returns::ReturnsPage>()));
    addPage(Qt::Key_F5, "gridmap", tr("Grid map"), "map", made(&DeskWindow::makeGridMap));
    addPage(Qt::Key_F6, "staff", tr("Staff"), "roster",
        tables({Register::Staff, Register::Grid, Register::Shift, Register::Leave}));
    addPage(Qt::CTRL | Qt::Key_F6, "roster", tr("Roster"), "today",
        simple(std::type_identity<ui::roster::RosterPage>()));
    addPage(
        Qt::Key_F7, "customers", tr("Customers"), "customers", made(&DeskWindow::makeCustomers));
    addPage(Qt::SHIFT | Qt::Key_F7, "registers", tr("Registers"), "registers",
        tables({Register::Equipment, Register::Supply, Register::Place, Register::Grid,
            Register::Task, Register::Category, Register::Guidance, Register::Standard,
            Register::Escalation, Register::ServiceHours, Register::CalendarDay, Register::Measure,
            Register::Channel}));
    addPage(Qt::Key_F10, "reports", tr("Reports"), "reports", made(&DeskWindow::makeReports));
    addPage(Qt::SHIFT | Qt::Key_F10, "import", tr("Import"), "export",
        simple(std::type_identity<ui::transfer::ImportPage>()));
    addPage(
        Qt::CTRL | Qt::Key_F10, "online", tr("Online"), "online", made(&DeskWindow::makeOnline));
    addPage(Qt::SHIFT | Qt::Key_F6, "accounts", tr("Accounts and rights"), "settings",
        made(&DeskWindow::makeAccounts));
    addPage(Qt::SHIFT | Qt::Key_F8, "privacy", tr("Personal data"), "person",
        made(&DeskWindow::makePrivacy));
    addPage(Qt::SHIFT | Qt::Key_F9, "desks", tr("Desks"), "synced", made(&DeskWindow::makeDesks));
    addPage(Qt::SHIFT | Qt::Key_F4, "conflicts", tr("Conflicts"), "conflict",
        made(&DeskWindow::makeConflicts));
    addPage(Qt::SHIFT | Qt::Key_F5, "workflows", tr("How it goes"), "knowledge",
        simple(std::type_identity<ui::workflows::WorkflowsPage>()));
    addPage({}, "backups", tr("Backups and keys"), "desks", made(&DeskWindow::makeBackups));
}

QWidget *DeskWindow::makeToday(QWidget *parent)
{
    m_today = new ui::today::TodayPage(m_desk, parent);
    showDrafts();
    showHandovers();
    connect(m_today, &ui::today::TodayPage::handoverAsked, this,
        [this] { m_shell.showPage(QStringLiteral("shifts")); });
    connect(m_today, &ui::today::TodayPage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    connect(m_today, &ui::today::TodayPage::listAsked, this, &DeskWindow::openList);
    connect(m_today, &ui::today::TodayPage::measureAsked, this,
        [this](const domain::Id &measure) { openRow(Register::Measure, measure); });
    connect(m_today, &ui::today::TodayPage::draftsAsked, this,
        [this] { m_shell.showPage(QStringLiteral("intake")); });
    connect(m_today, &ui::today::TodayPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("today"), count); });
    return m_today;
}

QWidget *DeskWindow::makeShifts(QWidget *parent)
{
    return new ui::shifts::ShiftsPage(m_desk, m_drafts, parent);
}

QWidget *DeskWindow::makeIntake(QWidget *parent)
{
    auto *page = new ui::intake::IntakePage(m_desk, m_drafts, parent);
    page->setAttachmentStore(
        [this](const domain::Id &ticket, const ui::intake::Attachment &attachment) {
            keep(ticket,
                attachment.path.isEmpty() ? m_desk.keepContent(attachment.bytes, attachment.name)
                                          : m_desk.keepFile(attachment.path));
        });
    connect(page, &ui::intake::IntakePage::outageAsked, this, &DeskWindow::makeOutageOf);
    connect(page, &ui::intake::IntakePage::printSlip, this,
        [this](const QStringList &numbers) { printSlips(QStringLiteral("receipt"), numbers); });
    return page;
}

QWidget *DeskWindow::makeTickets(QWidget *parent)
{
    m_tickets = new ui::tickets::TicketsPage(m_desk, m_settings, fileStore(), parent);
    connect(m_tickets, &ui::tickets::TicketsPage::printSlip, this, &DeskWindow::printSlips);
    connect(&m_tickets->ticketPage(), &ui::tickets::TicketPage::outageAsked, this,
        &DeskWindow::makeOutageOf);
    connect(m_tickets, &ui::tickets::TicketsPage::exportRequested, this, &DeskWindow::exportList);
    connect(m_tickets, &ui::tickets::TicketsPage::printRequested, this, &DeskWindow::printList);
    connect(m_tickets, &ui::tickets::TicketsPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("tickets"), count); });
    ui::tickets::TicketPage &ticket = m_tickets->ticketPage();
    auto *measures = new ui::lessons::MeasureStrip(ticket);
    ticket.addPart(measures, [measures] { return measures->isFormTouched(); });
    return m_tickets;
}

QWidget *DeskWindow::makeGridMap(QWidget *parent)
{
    m_map = new ui::gridmap::GridMapPage(m_desk, m_settings, parent);
    connect(m_map, &ui::gridmap::GridMapPage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    connect(m_map, &ui::gridmap::GridMapPage::rowAsked, this, &DeskWindow::openRow);
    connect(m_map, &ui::gridmap::GridMapPage::listAsked, this,
        [this](const QVector<store::Filter> &filters, const QString &title) {
            m_shell.showPage(QStringLiteral("tickets"));
            m_tickets->showFiltered(filters, title);
        });
    return m_map;
}

QWidget *DeskWindow::makeVisits(QWidget *parent)
{
    auto *page = new ui::visits::VisitsPage(m_desk, parent);
    connect(page, &ui::visits::VisitsPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("visits"), count); });
    return page;
}

/// What comes up in a call is taken in at the intake, and belongs to the visit from then on.
QWidget *DeskWindow::makePlannedVisits(QWidget *parent)
{
    using ui::intake::IntakePage;
    auto *page = new ui::planned_visits::PlannedVisitsPage(m_desk, parent);
    connect(page, &ui::planned_visits::PlannedVisitsPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("planned_visits"), count); });
    connect(page, &ui::planned_visits::PlannedVisitsPage::ticketAsked, this,
        [this, page](const domain::Id &customer) {
            if (!isOpen("intake"))
                return;
            m_shell.showPage(QStringLiteral("intake"));
            auto *intake = qobject_cast<IntakePage *>(m_shell.page(QStringLiteral("intake")));
            if (!intake)
                return;
            connect(intake, &IntakePage::saved, page,
                &ui::planned_visits::PlannedVisitsPage::takeTicket, Qt::UniqueConnection);
            intake->beginFor(customer);
        });
    return page;
}

QWidget *DeskWindow::makeOutages(QWidget *parent)
{
    auto *page = new ui::outages::OutagesPage(m_desk, parent);
    connect(page, &ui::outages::OutagesPage::goingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("outages"), count); });
    return page;
}

QWidget *DeskWindow::makeCustomers(QWidget *parent)
{
    m_customers = new ui::customers::CustomersPage(m_desk, parent);
    connect(m_customers, &ui::customers::CustomersPage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    connect(m_customers, &ui::customers::CustomersPage::exportRequested, this,
        &DeskWindow::exportCustomers);
    connect(m_customers, &ui::customers::CustomersPage::copyRequested, this,
        &DeskWindow::copyForPerson);
    return m_customers;
}

QWidget *DeskWindow::makePrivacy(QWidget *parent)
{
    auto *page = new ui::privacy::PrivacyPage(m_desk, parent);
    connect(page, &ui::privacy::PrivacyPage::customerAsked, this, &DeskWindow::openCustomer);
    connect(page, &ui::privacy::PrivacyPage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    return page;
}

QWidget *DeskWindow::makeRegisters(const QVector<Register> &registers, QWidget *parent)
{
    auto *page = new ui::registers::RegisterPage(m_desk, registers, parent);
    connect(page, &ui::registers::RegisterPage::exportAsked, this, &DeskWindow::exportRegister);
    if (registers.contains(Register::Standard)) {
        page->addNote(new ui::registers::ReckoningLine(m_desk, page));
        page->addNote(new ui::registers::RulesLine(m_desk, domain::newestRules, page));
    }
    return page;
}

QWidget *DeskWindow::makeReports(QWidget *parent)
{
    return new ui::reports::ReportsPage(m_desk, writeFigures, parent);
}

QWidget *DeskWindow::makeAccounts(QWidget *parent)
{
    return new ui::accounts::AccountsPage(m_desk, parent);
}

QWidget *DeskWindow::makeConflicts(QWidget *parent)
{
    auto *page = new ui::conflicts::ConflictsPage(m_desk, parent);
    connect(page, &ui::conflicts::ConflictsPage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    connect(page, &ui::conflicts::ConflictsPage::rowAsked, this, &DeskWindow::openRow);
    return page;
}

/// What is said of a ticket stands in the outages' form; it joins once that is saved.
void DeskWindow::makeOutageOf(const domain::Id &ticket)
{
    const QString page = QStringLiteral("outages");
    m_shell.showPage(page);
    if (auto *outages = qobject_cast<ui::outages::OutagesPage *>(m_shell.page(page)))
        outages->beginFor(ticket);
}

/// A row of a register on the page that shows it; customers and what is filed under them on theirs.
void DeskWindow::openRow(Register reg, const domain::Id &row)
{
    const domain::RegisterSpec &spec = domain::registerSpec(reg);
    if (reg == Register::Drawing)
        return showOnMap(row);
    if (reg == Register::Customer || spec.owner) {
        const auto file =
            m_desk.read().findCustomerFile(reg == Register::Customer ? row : customerOf(reg, row));
        if (file)
            openCustomer(file->customer.number);
        return;
    }
    const auto known = std::ranges::find(rowPages, reg, &RowPage::reg);
    const QString page =
        QString::fromLatin1(known == std::end(rowPages) ? "registers" : known->page);
    m_shell.showPage(page);
    if (auto *outages = qobject_cast<ui::outages::OutagesPage *>(m_shell.page(page)))
        return outages->openRow(row);
    if (auto *visits = qobject_cast<ui::planned_visits::PlannedVisitsPage *>(m_shell.page(page)))
        return visits->openPlan(row);
    if (auto *shifts = qobject_cast<ui::shifts::ShiftsPage *>(m_shell.page(page)))
        return shifts->openRow(reg, row);
    auto *registers = qobject_cast<ui::registers::RegisterPage *>(m_shell.page(page));
    if (registers && registers->has(reg))
        registers->openRow(reg, row);
}

/// What was drawn is looked at on the map.
void DeskWindow::showOnMap(const domain::Id &drawing)
{
    const auto found = m_desk.read().findRow(drawing);
    m_shell.showPage(QStringLiteral("gridmap"));
    if (found && m_map)
        m_map->showGrid(found->row.values[domain::drawing::Grid].value<domain::Id>());
}

domain::Id DeskWindow::customerOf(Register reg, const domain::Id &row)
{
    const auto found = m_desk.read().findRow(row);
    const quint8 owner = domain::registerSpec(reg).owner;
    return found && owner ? found->row.values[owner].value<domain::Id>() : domain::Id();
}

QWidget *DeskWindow::makeBackups(QWidget *parent)
{
    auto *page = new ui::backups::BackupsPage(m_desk, m_keyring, {}, parent);
    connect(page, &ui::backups::BackupsPage::restoreOrdered, this, &DeskWindow::restoreOrdered);
    connect(&m_backups, &BackupKeeper::made, page, &ui::backups::BackupsPage::renew);
    return page;
}

} // namespace app
