// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desk_window.h"

#include "domain/pinyin.h"
#include "domain/ticket_code.h"
#include "domain/words.h"

#include "accounts/rights_sheet.h"
#include "customers/customers_page.h"
#include "shell/finder.h"
#include "shell/settings.h"
#include "shell/status_line.h"
#include "slips/print_slips.h"
#include "tickets/tickets_page.h"
#include "today/today_page.h"

#include <QMessageBox>

namespace app
{

using domain::Register;
using ui::shell::Hit;

namespace
{

constexpr int mostHits = 8;

} // namespace

DeskWindow::DeskWindow(Desk &desk, ui::shell::Settings &settings, store::Keyring *keyring,
    ui::signin::Watch::Monotonic monotonic, items::Serving *serving)
    : m_desk(desk)
    , m_settings(settings)
    , m_keyring(keyring)
    , m_serving(serving ? *serving : m_keepsToItself)
    , m_desks(ui::tickets::sourceOf(desk), m_serving, desk.secrets().desk, desk.clock())
    , m_background(ui::tickets::sourceOf(desk))
    , m_drafts(desk.folder(), desk.secrets(), desk.clock(), desk.random())
    , m_handovers(ui::tickets::sourceOf(desk))
    , m_conflicts(ui::tickets::sourceOf(desk))
    , m_backups(desk)
    , m_online(desk)
    , m_shell(settings)
    , m_sitting(desk, m_shell, settings, std::move(monotonic))
    , m_notices(desk, m_shell)
{
    m_shell.setMatch([](const QString &text, const QString &typed) {
        return domain::pinyinMatches(text, typed);
    });
    addPages();
    addCommands();
    addFinders();
    showCompany();
    m_shell.renewPages();
    watchDesks();
    watchOnline();
    connect(&m_desk, &Desk::committed, this, &DeskWindow::showSaved);
    connect(&m_desk, &Desk::satDown, this, &DeskWindow::showDrafts);
    connect(&m_desk, &Desk::committed, &m_handovers, &items::HandoverList::takeIn);
    connect(&m_desk, &Desk::satDown, this, [this] { m_handovers.sitDown(m_desk.actor()); });
    connect(&m_handovers, &items::HandoverList::renewed, this, &DeskWindow::showHandovers);
    connect(&m_desk, &Desk::committed, &m_conflicts, &items::ConflictListModel::takeIn);
    connect(&m_desk, &Desk::satDown, this, &DeskWindow::countConflicts);
    connect(&m_conflicts, &items::ConflictListModel::found, this,
        [this] { m_shell.setCount(QStringLiteral("conflicts"), m_conflicts.rowCount()); });
    connect(&m_notices, &NoticeCorner::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    connect(&m_notices, &NoticeCorner::rowAsked, this, [this](Register reg, const domain::Id &row) {
        // Whoever may settle it sees both versions, anybody else the row.
        if (isOpen("conflicts"))
            m_shell.showPage(QStringLiteral("conflicts"));
        else
            openRow(reg, row);
    });
    connect(&m_desk, &Desk::tablesChecked, this, [this] {
        if (m_desk.trust() == store::Trust::Broken)
            say(tr("This desk must begin anew"), store::refusalOfBroken().text());
    });
    connect(&m_drafts, &items::Drafts::changed, this, &DeskWindow::showDrafts);
    connect(&m_drafts, &items::Drafts::failed, this,
        [this](const QString &why) { say(tr("The draft could not be kept"), why); });
    connect(&m_backups, &BackupKeeper::failed, this,
        [this](const QString &why) { say(tr("The backup of the day could not be made"), why); });
    m_desk.startIndexingPeople();
    countConflicts();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::show()
{
    m_sitting.begin();
    m_shell.restore();
    m_shell.show();
}

void DeskWindow::addCommands()
{
    const std::pair<const char *, QString> lists[] = {{"late", tr("Overdue tickets")},
        {"soon", tr("Tickets due soon")}, {"mine", tr("My tickets")},
        {"accept", tr("Tickets to accept")}};
    for (const auto &[scope, title] : lists) {
        m_shell.addCommand({{}, QStringLiteral("list-") + QLatin1StringView(scope), title,
            QStringLiteral("tickets"),
            [this, scope = QString::fromLatin1(scope)] { openList(scope); }});
    }
    m_shell.addCommand({{}, QStringLiteral("who-may"), tr("Who may do what"),
        QStringLiteral("help"), [this] { ui::accounts::showRights(m_desk, &m_shell); }});
    m_sitting.addToMenu(
        tr("Accounts and rights"), [this] { return isOpen("accounts"); },
        [this] { m_shell.showPage(QStringLiteral("accounts")); });
}

void DeskWindow::addFinders()
{
    m_shell.finder().addSource([this](const QString &typed) { return findTickets(typed); });
    m_shell.finder().addSource([this](const QString &typed) { return findCustomers(typed); });
}

QList<Hit> DeskWindow::findTickets(const QString &typed)
{
    QList<Hit> hits;
    if (const auto code = domain::TicketCode::parse(typed)) {
        if (m_desk.read().findTicket(code->number)) {
            hits << Hit{QStringLiteral("tickets"), code->number, domain::actionWord(code->action),
                {}, [this, code = *code] { openTicket(code.number, code.action); }};
        }
        return hits;
    }
    if (typed.trimmed().isEmpty())
        return hits;
    store::Reader &read = m_desk.read();
    for (const store::TicketLine &line :
        read.findTicketLines(read.findNewest({.text = typed, .limit = mostHits}))) {
        hits << Hit{QStringLiteral("tickets"), line.number,
            QStringList{domain::stateWord(line.state), line.title, line.address}.join(
                QStringLiteral(" · ")),
            {}, [this, number = line.number] { openTicket(number); }};
    }
    return hits;
}

QList<Hit> DeskWindow::findCustomers(const QString &typed)
{
    QList<Hit> hits;
    if (typed.trimmed().isEmpty() || domain::TicketCode::parse(typed))
        return hits;
    store::Reader &read = m_desk.read();
    for (const store::NumberedRow &row : read.findCustomers(typed, mostHits)) {
        const auto shown = items::showContact(read, row, items::Clarity::Masked);
        hits << Hit{QStringLiteral("customers"), shown.name.isEmpty() ? shown.phone : shown.name,
            QStringList{shown.phone, shown.address}.join(QStringLiteral(" · ")), {},
            [this, number = row.number] { openCustomer(number); }};
    }
    return hits;
}

void DeskWindow::openCustomer(qint64 customer)
{
    m_shell.showPage(QStringLiteral("customers"));
    m_customers->openCustomer(customer);
}

void DeskWindow::openTicket(const QString &number, const QString &action)
{
    m_shell.showPage(QStringLiteral("tickets"));
    m_tickets->openTicket(number, action);
}

void DeskWindow::openList(const QString &scope)
{
    m_shell.showPage(QStringLiteral("tickets"));
    m_tickets->showScope(scope);
}

void DeskWindow::printSlips(const QString &kind, const QStringList &numbers)
{
    if (const ui::slips::SlipSpec *spec = ui::slips::findSlip(kind))
        ui::slips::showSlips(m_desk, *spec, numbers, &m_shell);
}

void DeskWindow::showCompany()
{
    const auto rows = m_desk.read().findRows(Register::Company);
    if (!rows.isEmpty())
        m_shell.setCompany(rows.constFirst().row.values.text(domain::company::Name));
}

void DeskWindow::showSaved()
{
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone());
    m_shell.statusLine().setSaved(now.toString(QStringLiteral("HH:mm:ss")));
}

void DeskWindow::showDrafts()
{
    // Drafts are the counter's: whoever takes matters in goes on with them.
    const bool isTheirs =
        domain::mayDo(domain::Right::TakeIn, m_desk.who(), m_desk.read().grants());
    if (m_today)
        m_today->setDrafts(isTheirs ? int(m_drafts.all().size()) : 0);
}

/// Whoever works shifts takes over; to anybody else none waits.
void DeskWindow::showHandovers()
{
    const bool isTheirs = domain::mayKeep(Register::Handover, m_desk.who(), m_desk.read().grants());
    const int waiting = isTheirs ? int(m_handovers.waiting().size()) : 0;
    m_shell.setCount(QStringLiteral("shifts"), waiting);
    if (m_today)
        m_today->setHandovers(waiting);
}

void DeskWindow::countConflicts()
{
    m_conflicts.find({store::ConflictQuery::Open, {}, m_desk.who()});
}

void DeskWindow::say(const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Ok, &m_shell);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace app
