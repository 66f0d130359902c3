// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/start_window.h"

#include "start/choice_step.h"
#include "start/company_step.h"
#include "start/summary_step.h"
#include "start/table_step.h"
#include "widgets/banner.h"

#include <QCloseEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QtConcurrent>

namespace ui::start
{

using domain::Register;

StartWindow::StartWindow(const QString &folder, domain::Clock &clock, domain::Random &random,
    Beginnings beginnings, QWidget *parent)
    : QWidget(parent)
    , m_folder(folder)
    , m_beginnings(std::move(beginnings))
    , m_foundation(folder, clock, random)
    , m_banner(new widgets::Banner(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_place(new QLabel(this))
    , m_steps(new QStackedWidget(this))
    , m_company(new CompanyStep(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_progress(new QProgressBar(this))
    , m_said(new QLabel(this))
{
    setWindowTitle(tr("Griddesk"));
    layOut();
    addSteps();
    connect(m_next, &QPushButton::clicked, this, &StartWindow::next);
    connect(m_back, &QPushButton::clicked, this, &StartWindow::back);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_foundation.cancel(); });
    connect(&m_foundation, &Foundation::ready, this, &StartWindow::built);
    connect(&m_foundation, &Foundation::failed, this, &StartWindow::fail);
    connect(&m_foundation, &Foundation::cancelled, this, [this] { setBusy(false); });
    connect(&m_foundation, &Foundation::progressed, this,
        [this](qint64 rows) { m_said->setText(tr("%1 rows read").arg(rows)); });
    showStep(0);
}

StartWindow::~StartWindow()
{
    m_sample.waitForFinished();
}

void StartWindow::addStep(StartStep *step)
{
    m_steps->addWidget(step);
    connect(step, &StartStep::changed, this, [this, step] {
        if (step == this->step())
            showWords();
    });
    connect(step, &StartStep::goOn, this, &StartWindow::next);
    connect(step, &StartStep::failed, this, &StartWindow::fail);
}

void StartWindow::addSteps()
{
    auto *choice = new ChoiceStep(this);
    choice->addChoice(QStringLiteral("company"), tr("Set up our company"),
        tr("Founds a company on this computer and takes its staff, grids, customers and equipment "
           "from the spreadsheets that you have."));
    if (m_beginnings.join)
        choice->addChoice(QStringLiteral("join"), tr("Join our company"),
            tr("The company works with Griddesk already: this computer becomes one more of its "
               "desks. An administrator at another desk lets it in."));
    if (m_beginnings.foundSample)
        choice->addChoice(QStringLiteral("sample"), tr("Try it with the sample company"),
            tr("Ten grids, forty people, three hundred households and a year of tickets, all "
               "made up."));
    if (m_beginnings.restore)
        choice->addChoice(QStringLiteral("restore"), tr("Restore a backup"),
            tr("Takes a desk's backup back onto this computer."));
    connect(choice, &ChoiceStep::chosen, this, &StartWindow::begin);
    addStep(choice);
    addStep(m_company);
    addTables();
    addStep(new SummaryStep(m_foundation, this));
}

void StartWindow::addTables()
{
    using namespace domain;
    const TableStep::About tables[] = {
        {Register::Staff, tr("Your staff"),
            tr("A table with names, and as far as you have them roles, grids, teams and phones. "
               "Who has no login gets one proposed from the name."),
            {staff::Name, staff::Role, staff::Phone, staff::Team}},
        {Register::Grid, tr("Your grids"),
            tr("Their names and chiefs. Grids without a code get 01, 02 … in the table's order."),
            {grid::Code, grid::Name, grid::Chief, grid::Team}},
        {Register::Customer, tr("Your customers"),
            tr("Households with their numbers, names, phones and addresses. What leads to a person "
               "is kept sealed."),
            {customer::SourceId, customer::Name, customer::Phone, customer::Address}},
        {Register::Equipment, tr("Your equipment"),
            tr("Pumps, transformers, lifts: what is looked after, and where it stands."),
            {equipment::Code, equipment::Name, equipment::Kind, equipment::Address}},
    };
    for (const TableStep::About &about : tables)
        addStep(new TableStep(about, m_foundation, this));
}

StartStep *StartWindow::step() const
{
    return static_cast<StartStep *>(m_steps->currentWidget());
}

TableStep *StartWindow::table() const
{
    return qobject_cast<TableStep *>(m_steps->currentWidget());
}

void StartWindow::showStep(int place)
{
    m_banner->dismiss();
    m_steps->setCurrentIndex(place);
    step()->enter();
    showWords();
    const bool isLast = place == m_steps->count() - 1;
    setFocusProxy(isLast ? static_cast<QWidget *>(m_next) : step());
    setFocus();
}

void StartWindow::showWords()
{
    const int place = m_steps->currentIndex();
    m_title->setText(step()->title());
    m_hint->setText(step()->hint());
    m_place->setText(
        place > 0 ? tr("Step %1 of %2").arg(place).arg(m_steps->count() - 1) : QString());
    m_next->setText(step()->nextText());
    m_next->setVisible(place > 0);
    m_back->setVisible(place > 0);
}

void StartWindow::begin(const QString &choice)
{
    if (choice == u"company")
        showStep(1);
    else if (choice == u"sample")
        foundSample();
    else
        (choice == u"join" ? m_beginnings.join : m_beginnings.restore)(
            m_folder, this, [this] { Q_EMIT finished({}); });
}

void StartWindow::foundSample()
{
    setBusy(true);
    m_cancel->hide();
    m_said->setText(tr("Making up a year of work …"));
    m_sample = QtConcurrent::run(m_beginnings.foundSample, m_folder);
    m_sample.then(this, [this](const std::optional<domain::Refusal> &refusal) {
        setBusy(false);
        if (refusal)
            fail(refusal->text());
        else
            Q_EMIT finished({});
    });
}

QVector<transfer::ImportJob> StartWindow::jobsUpTo(int place)
{
    QVector<transfer::ImportJob> jobs;
    for (int one = 0; one <= place; ++one) {
        auto *table = qobject_cast<TableStep *>(m_steps->widget(one));
        if (const auto job = table ? table->job() : std::nullopt)
            jobs.append(*job);
    }
    return jobs;
}

void StartWindow::next()
{
    if (m_isBusy || m_steps->currentIndex() == 0)
        return;
    m_banner->dismiss();
    if (!step()->check())
        return;
    if (step() == m_company) {
        m_foundation.setCompany(m_company->facts());
        showStep(m_steps->currentIndex() + 1);
    } else if (table()) {
        leaveTable();
    } else {
        open();
    }
}

/// The desk in the making takes the table in, so that what is amiss is seen here and not at the end.
void StartWindow::leaveTable()
{
    const int place = m_steps->currentIndex();
    const bool isLast = place == m_steps->count() - 2;
    if (!table()->job() && !isLast)
        return showStep(place + 1);
    setBusy(true);
    m_foundation.build(jobsUpTo(place));
}

void StartWindow::built()
{
    setBusy(false);
    TableStep *table = this->table();
    if (!table)
        return;
    // The staff's grids come with the next table.
    const bool countsLeftOut = table->reg() != Register::Staff;
    const TableOutcome *outcome = m_foundation.outcome(table->reg());
    if (outcome && table->job() && !table->showOutcome(*outcome, countsLeftOut))
        return m_next->setFocus();
    showStep(m_steps->currentIndex() + 1);
}

void StartWindow::back()
{
    if (!m_isBusy && m_steps->currentIndex() > 0)
        showStep(m_steps->currentIndex() - 1);
}

void StartWindow::open()
{
    const QString login = m_foundation.company().login;
    m_foundation.keepRejects();
    if (const auto refusal = m_foundation.moveIn())
        return fail(refusal->text());
    Q_EMIT finished(login);
}

void StartWindow::fail(const QString &why)
{
    setBusy(false);
    m_banner->showMessage(widgets::Mood::Late, why);
}

void StartWindow::setBusy(bool busy)
{
    m_isBusy = busy;
    m_back->setEnabled(!busy);
    m_next->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_said->setVisible(busy);
    m_said->clear();
    if (TableStep *table = this->table())
        table->setBusy(busy);
    else
        m_steps->setEnabled(!busy);
    if (busy)
        m_cancel->setFocus();
}

void StartWindow::closeEvent(QCloseEvent *event)
{
    m_foundation.cancel();
    QWidget::closeEvent(event);
}

} // namespace ui::start
