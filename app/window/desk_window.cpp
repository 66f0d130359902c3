// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desk_window.h"

#include "common/figure_sheet.h"
#include "domain/pinyin.h"
#include "domain/ticket_code.h"
#include "domain/words.h"
#include "items/gates.h"

#include "accounts/accounts_page.h"
#include "accounts/rights_sheet.h"
#include "backups/backups_page.h"
#include "customers/customers_page.h"
#include "customers/person_sheet.h"
#include "intake/intake_page.h"
#include "paper/hand_out.h"
#include "privacy/privacy_page.h"
#include "registers/register_page.h"
#include "reports/reports_page.h"
#include "returns/returns_page.h"
#include "shell/finder.h"
#include "shell/settings.h"
#include "shell/status_line.h"
#include "slips/print_slips.h"
#include "tickets/tickets_page.h"
#include "today/today_page.h"
#include "transfer/import_page.h"
#include "visits/visits_page.h"
#include "widgets/time_words.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

namespace app
{

using domain::Register;
using ui::shell::Hit;

namespace
{

constexpr int mostHits = 8;

/// What a page asks of whoever sits here. The pages that aren't named are open to everybody.
const struct {
    const char *page;
    items::Gate asks;
} gates[] = {
    {"intake", {.rights = {domain::Right::TakeIn}}},
    {"visits", {.actions = {"visit"}}},
    {"returns", {.actions = {"check", "arrive", "finish", "confirm", "file"}}},
    {"customers", {.registers = {Register::Customer}}},
    {"privacy", {.rights = {domain::Right::SeeLooks, domain::Right::ApproveErasure}}},
    {"backups", {.rights = {domain::Right::KeepDesk}}},
    {"reports", {.rights = {domain::Right::SeeReports}}},
    {"accounts", {.registers = {Register::Grant}}},
    {"import",
        {.registers = {Register::Staff, Register::Grid, Register::Place, Register::Customer}}},
};

/// Reads with a reader of its own on a thread of the pool; the answer comes back to `context`.
template <typename Work, typename Done>
void elsewhere(Desk &desk, QObject *context, Work work, Done done)
{
    using Result = std::invoke_result_t<Work, store::Reader &>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    promise->future().then(context, std::move(done));
    QThreadPool::globalInstance()->start(
        [promise, reader = std::shared_ptr(desk.newReader()), work = std::move(work)] {
            promise->addResult(reader ? work(*reader) : Result());
            promise->finish();
        });
}

} // namespace

DeskWindow::DeskWindow(Desk &desk, ui::shell::Settings &settings, store::Keyring *keyring,
    ui::signin::Watch::Monotonic monotonic)
    : m_desk(desk)
    , m_settings(settings)
    , m_keyring(keyring)
    , m_drafts(desk.folder(), desk.secrets(), desk.clock(), desk.random())
    , m_backups(desk)
    , m_shell(settings)
    , m_sitting(desk, m_shell, settings, std::move(monotonic))
{
    m_shell.setMatch([](const QString &text, const QString &typed) {
        return domain::pinyinMatches(text, typed);
    });
    addPages();
    addCommands();
    addFinders();
    showCompany();
    m_shell.renewPages();
    m_shell.statusLine().setSync(ui::shell::StatusLine::Sync::Alone, tr("This desk works alone"));
    connect(&m_desk, &Desk::committed, this, &DeskWindow::showSaved);
    connect(&m_desk, &Desk::satDown, this, &DeskWindow::showDrafts);
    connect(&m_drafts, &items::Drafts::changed, this, &DeskWindow::showDrafts);
    connect(&m_drafts, &items::Drafts::failed, this,
        [this](const QString &why) { say(tr("The draft could not be kept"), why); });
    connect(&m_backups, &BackupKeeper::failed, this,
        [this](const QString &why) { say(tr("The backup of the day could not be made"), why); });
    m_desk.startIndexingPeople();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::show()
{
    m_sitting.begin();
    m_shell.restore();
    m_shell.show();
}

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
    addPage(Qt::Key_F2, "intake", tr("Intake"), "intake", made(&DeskWindow::makeIntake));
    addPage(Qt::Key_F3, "tickets", tr("Tickets"), "tickets", made(&DeskWindow::makeTickets));
    addPage(Qt::Key_F4, "visits", tr("Visits"), "visits", made(&DeskWindow::makeVisits));
    addPage(Qt::SHIFT | Qt::Key_F3, "returns", tr("Returned slips"), "registers",
        simple(std::type_identity<ui::returns::ReturnsPage>()));
    addPage(Qt::Key_F6, "staff", tr("Staff"), "roster", tables({Register::Staff, Register::Grid}));
    addPage(
        Qt::Key_F7, "customers", tr("Customers"), "customers", made(&DeskWindow::makeCustomers));
    addPage(Qt::SHIFT | Qt::Key_F7, "registers", tr("Registers"), "registers",
        tables({Register::Equipment, Register::Place, Register::Grid, Register::Category,
            Register::Standard, Register::Channel}));
    addPage(Qt::Key_F10, "reports", tr("Reports"), "reports", made(&DeskWindow::makeReports));
    addPage(Qt::SHIFT | Qt::Key_F10, "import", tr("Import"), "export",
        simple(std::type_identity<ui::transfer::ImportPage>()));
    addPage(Qt::SHIFT | Qt::Key_F6, "accounts", tr("Accounts and rights"), "settings",
        made(&DeskWindow::makeAccounts));
    addPage(Qt::SHIFT | Qt::Key_F8, "privacy", tr("Personal data"), "person",
        made(&DeskWindow::makePrivacy));
    addPage({}, "backups", tr("Backups and keys"), "desks", made(&DeskWindow::makeBackups));
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

/// On record first, so that the copy names this look too.
void DeskWindow::copyForPerson(qint64 customer)
{
    const auto row = m_desk.read().findRow(customer);
    if (!row)
        return;
    m_desk.submit(domain::LookAt{row->row.id, {}, QStringLiteral("export"), {}})
        .then(this, [this, id = row->row.id](const store::Verdict &verdict) {
            if (const domain::Refusal *refusal = store::refused(verdict))
                return say(tr("The copy was not made"), refusal->text());
            const QDateTime now =
                QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone());
            elsewhere(
                m_desk, this,
                [id, by = m_desk.actor(),
                    madeAt = now.toString(QStringLiteral("yyyy-MM-dd HH:mm"))](
                    store::Reader &reader) {
                    const auto copy = reports::findPersonCopy(reader, id);
                    return copy ? ui::customers::personDocument(reader, *copy, by, madeAt)
                                : ui::paper::Document();
                },
                [this](const ui::paper::Document &document) {
                    ui::paper::savePdfWithDialog(
                        ui::paper::layOut(document), tr("Copy for the person.pdf"), &m_shell);
                });
        });
}

void DeskWindow::openCustomer(qint64 customer)
{
    m_shell.showPage(QStringLiteral("customers"));
    m_customers->openCustomer(customer);
}

QWidget *DeskWindow::makeToday(QWidget *parent)
{
    m_today = new ui::today::TodayPage(m_desk, parent);
    showDrafts();
    connect(m_today, &ui::today::TodayPage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    connect(m_today, &ui::today::TodayPage::listAsked, this, &DeskWindow::openList);
    connect(m_today, &ui::today::TodayPage::draftsAsked, this,
        [this] { m_shell.showPage(QStringLiteral("intake")); });
    connect(m_today, &ui::today::TodayPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("today"), count); });
    return m_today;
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
    connect(page, &ui::intake::IntakePage::printSlip, this,
        [this](const QStringList &numbers) { printSlips(QStringLiteral("receipt"), numbers); });
    return page;
}

QWidget *DeskWindow::makeTickets(QWidget *parent)
{
    m_tickets = new ui::tickets::TicketsPage(m_desk, m_settings, fileStore(), parent);
    connect(m_tickets, &ui::tickets::TicketsPage::printSlip, this, &DeskWindow::printSlips);
    connect(m_tickets, &ui::tickets::TicketsPage::exportRequested, this, &DeskWindow::exportList);
    connect(m_tickets, &ui::tickets::TicketsPage::printRequested, this, &DeskWindow::printList);
    connect(m_tickets, &ui::tickets::TicketsPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("tickets"), count); });
    return m_tickets;
}

QWidget *DeskWindow::makeVisits(QWidget *parent)
{
    auto *page = new ui::visits::VisitsPage(m_desk, parent);
    connect(page, &ui::visits::VisitsPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("visits"), count); });
    return page;
}

QWidget *DeskWindow::makeRegisters(const QVector<Register> &registers, QWidget *parent)
{
    auto *page = new ui::registers::RegisterPage(m_desk, registers, parent);
    connect(page, &ui::registers::RegisterPage::exportAsked, this, &DeskWindow::exportRegister);
    return page;
}

QWidget *DeskWindow::makeReports(QWidget *parent)
{
    return new ui::reports::ReportsPage(m_desk, writeFigures, parent);
}

QWidget *DeskWindow::makeBackups(QWidget *parent)
{
    auto *page = new ui::backups::BackupsPage(m_desk, m_keyring, {}, parent);
    connect(page, &ui::backups::BackupsPage::restoreOrdered, this, &DeskWindow::restoreOrdered);
    connect(&m_backups, &BackupKeeper::made, page, &ui::backups::BackupsPage::renew);
    return page;
}

QWidget *DeskWindow::makeAccounts(QWidget *parent)
{
    auto *page = new ui::accounts::AccountsPage(m_desk, parent);
    connect(page, &ui::accounts::AccountsPage::ticketAsked, this,
        [this](const QString &number) { openTicket(number); });
    connect(page, &ui::accounts::AccountsPage::waitingChanged, this,
        [this](int count) { m_shell.setCount(QStringLiteral("accounts"), count); });
    m_shell.setCount(QStringLiteral("accounts"), page->review().rowCount());
    return page;
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
        ui::slips::printSlips(m_desk, *spec, numbers, &m_shell);
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

ui::tickets::FileStore DeskWindow::fileStore()
{
    return {[this](const ui::tickets::NewFile &file) {
                return file.path.isEmpty() ? m_desk.keepContent(file.content, file.name)
                                           : m_desk.keepFile(file.path);
            },
        [this](const QString &name, const QByteArray &hash, const QString &key) {
            openKept(name, hash, key);
        }};
}

void DeskWindow::keep(const domain::Id &ticket, QFuture<Desk::Kept> kept)
{
    kept.then(this, [this, ticket](const Desk::Kept &outcome) {
        if (const auto *refusal = std::get_if<domain::Refusal>(&outcome))
            return say(tr("The file was not kept"), refusal->text());
        m_desk
            .submit(domain::ActOnTicket{
                ticket, QStringLiteral("attach"), std::get<domain::Values>(outcome), {}, 0, 0})
            .then(this, [this](const store::Verdict &verdict) {
                if (const domain::Refusal *refusal = store::refused(verdict))
                    say(tr("The file was not kept"), refusal->text());
            });
    });
}

void DeskWindow::openKept(const QString &name, const QByteArray &hash, const QString &key)
{
    const QString path = m_opened.filePath(QFileInfo(name).fileName());
    const domain::Values step{{domain::field::FileHash, hash}, {domain::field::FileKey, key}};
    m_desk.openFile(step, path)
        .then(this, [this, path](const std::optional<domain::Refusal> &refusal) {
            if (refusal)
                say(tr("The file can't be opened"), refusal->text());
            else
                QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        });
}

void DeskWindow::exportList(const store::TicketQuery &query, const QStringList &columns)
{
    exportSheet([=](store::Reader &reader) { return listSheet(reader, query, columns); });
}

void DeskWindow::exportRegister(Register reg, const QVector<qint64> &rows)
{
    exportSheet([=](store::Reader &reader) { return registerSheet(reader, reg, rows); });
}

void DeskWindow::exportCustomers(const items::CustomerQuery &query)
{
    exportSheet([=](store::Reader &reader) { return customerSheet(reader, query); });
}

void DeskWindow::exportSheet(const std::function<ListSheet(store::Reader &)> &sheet)
{
    auto *dialog = new QFileDialog(&m_shell, tr("Export the list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Excel workbook (*.xlsx)"), tr("CSV table (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, sheet](const QString &path) {
        elsewhere(
            m_desk, this, [=](store::Reader &reader) { return writeList(sheet(reader), path); },
            [this](const QString &error) {
                if (!error.isEmpty())
                    say(tr("The list was not exported"), error);
            });
    });
    dialog->open();
}

void DeskWindow::printList(const store::TicketQuery &query, const QStringList &columns)
{
    elsewhere(
        m_desk, this, [=](store::Reader &reader) { return listSheet(reader, query, columns); },
        [this](const ListSheet &sheet) {
            const QDateTime now =
                QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone());
            const auto rows = m_desk.read().findRows(Register::Company);
            const QString company = rows.isEmpty()
                ? QString()
                : rows.constFirst().row.values.text(domain::company::Name);
            ui::paper::printWithDialog(ui::paper::layOut(listDocument(sheet, company,
                                           now.toString(QStringLiteral("yyyy-MM-dd HH:mm")))),
                &m_shell);
        });
}

void DeskWindow::say(const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Ok, &m_shell);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace app
