// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reports_page.h"

#include "look/desk_style.h"
#include "look/icons.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"
#include "reports/figure_count.h"
#include "reports/period_picker.h"
#include "reports/report_document.h"
#include "widgets/banner.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui::reports
{

using ::reports::Figures;

namespace
{

constexpr int choicesWidth = 268;

QLabel *labelFor(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

QString nameOf(Desk &desk, const domain::Id &person)
{
    const auto row = desk.read().findRow(person);
    return row ? row->row.values.text(domain::staff::Name) : QString();
}

} // namespace

ReportsPage::ReportsPage(Desk &desk, SaveTable saveTable, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_saveTable(std::move(saveTable))
    , m_count(new FigureCount(desk, this))
    , m_report(new QComboBox)
    , m_period(new PeriodPicker(
          QDateTime::fromMSecsSinceEpoch(desk.clock().now_ms(), desk.read().zone()).date()))
    , m_grids(new QListWidget)
    , m_again(new QPushButton(look::icon(QStringLiteral("running")), tr("Count again")))
    , m_right(new QStackedWidget)
    , m_preview(new paper::PreviewWidget)
    , m_waiting(new QLabel)
    , m_banner(new widgets::Banner)
{
    setFocusProxy(m_period);
    auto *right = new QVBoxLayout;
    right->setSpacing(look::gap);
    right->addWidget(m_banner);
    right->addWidget(makeActions());
    right->addWidget(m_right, 1);
    m_right->addWidget(m_preview);
    m_right->addWidget(makeWaiting());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    row->setSpacing(look::margin);
    row->addWidget(makeChoices());
    row->addLayout(right, 1);
    m_banner->dismiss();
    m_preview->setAccessibleName(tr("Preview of the report"));

    connect(m_report, &QComboBox::currentIndexChanged, this, &ReportsPage::count);
    connect(m_period, &PeriodPicker::periodChanged, this, &ReportsPage::count);
    connect(m_grids, &QListWidget::itemChanged, this, &ReportsPage::count);
    connect(m_again, &QPushButton::clicked, this, &ReportsPage::count);
    connect(m_count, &FigureCount::counted, this, &ReportsPage::showFigures);
    connect(m_count, &FigureCount::failed, this, &ReportsPage::showFailure);
    connect(&m_desk, &Desk::committed, this, &ReportsPage::markStale);
    connect(&m_desk, &Desk::satDown, this, &ReportsPage::personChanged);
}

QWidget *ReportsPage::makeChoices()
{
    for (const ::reports::ReportSpec &spec : ::reports::allReports())
        m_report->addItem(spec.text(), QString::fromLatin1(spec.name));
    fillGrids();
    auto *choices = new QWidget;
    choices->setFixedWidth(choicesWidth);
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(labelFor(tr("&Report"), m_report));
    column->addWidget(m_report);
    column->addSpacing(look::gap);
    column->addWidget(m_period);
    column->addSpacing(look::gap);
    column->addWidget(labelFor(tr("&Grids (none ticked: all)"), m_grids));
    column->addWidget(m_grids, 1);
    column->addWidget(m_again);
    m_again->hide();
    return choices;
}

QWidget *ReportsPage::makeActions()
{
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    row->addStretch();
    m_outputs = {addAction(tr("Spreadsheet…"), Qt::CTRL | Qt::Key_E),
        addAction(tr("PDF…"), Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        addAction(tr("Print…"), QKeySequence::Print)};
    for (QPushButton *output : m_outputs)
        row->addWidget(output);
    m_outputs[2]->setProperty(look::DeskStyle::primaryProperty, true);
    m_outputs[0]->setVisible(bool(m_saveTable));
    connect(m_outputs[0], &QPushButton::clicked, this, &ReportsPage::chooseXlsx);
    connect(m_outputs[1], &QPushButton::clicked, this, [this] {
        paper::savePdfWithDialog(m_preview->pages(), fileName(QStringLiteral("pdf")), this);
    });
    connect(m_outputs[2], &QPushButton::clicked, this,
        [this] { paper::printWithDialog(m_preview->pages(), this); });
    return actions;
}

QPushButton *ReportsPage::addAction(const QString &text, const QKeySequence &key)
{
    auto *button = new QPushButton(text);
    button->setShortcut(key);
    button->setToolTip(key.toString(QKeySequence::NativeText));
    button->setEnabled(false);
    return button;
}

QWidget *ReportsPage::makeWaiting()
{
    auto *waiting = new QWidget;
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setShortcut(Qt::Key_Escape);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_count->stop();
        m_waiting->setText(tr("Cancelled. Choose a period, or count again."));
        m_again->show();
    });
    auto *column = new QVBoxLayout(waiting);
    column->setSpacing(look::gap);
    column->addStretch();
    column->addWidget(m_waiting, 0, Qt::AlignHCenter);
    column->addWidget(cancel, 0, Qt::AlignHCenter);
    column->addStretch();
    return waiting;
}

void ReportsPage::fillGrids()
{
    for (const auto &row : m_desk.read().findRows(domain::Register::Grid)) {
        const QString code = row.row.values.text(domain::grid::Code);
        auto *item = new QListWidgetItem(
            code + QLatin1Char(' ') + row.row.values.text(domain::grid::Name), m_grids);
        item->setData(Qt::UserRole, code);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
}

void ReportsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_figures && !m_count->isRunning())
        count();
}

void ReportsPage::count()
{
    ::reports::ReportRequest request{
        ::reports::findReport(m_report->currentData().toString()), m_period->period(), {}, {}};
    for (int i = 0; i < m_grids->count(); ++i) {
        if (m_grids->item(i)->checkState() == Qt::Checked)
            request.grids << m_grids->item(i)->data(Qt::UserRole).toString();
    }
    for (QPushButton *output : m_outputs)
        output->setEnabled(false);
    m_again->hide();
    m_waiting->setText(tr("Counting %1…").arg(request.period.words()));
    m_right->setCurrentIndex(1);
    m_count->start(request);
}

void ReportsPage::showFigures(const std::shared_ptr<const Figures> &figures)
{
    m_figures = figures;
    const QDateTime madeAt = QDateTime::fromMSecsSinceEpoch(figures->cut.at_ms, figures->zone);
    m_preview->setPages(
        paper::layOut(reportDocument(*figures, nameOf(m_desk, m_desk.actor()), madeAt)));
    m_right->setCurrentIndex(0);
    for (QPushButton *output : m_outputs)
        output->setEnabled(true);
    Q_EMIT shown();
}

/// The report says who made it: whoever sits here.
void ReportsPage::personChanged()
{
    if (m_figures)
        showFigures(m_figures);
}

void ReportsPage::showFailure(const QString &why)
{
    m_waiting->setText(tr("The figures can't be counted."));
    m_banner->showMessage(widgets::Mood::Late, why);
    m_again->show();
}

void ReportsPage::markStale()
{
    if (m_figures && !m_count->isRunning())
        m_again->show();
}

QString ReportsPage::fileName(const QString &suffix) const
{
    return QStringLiteral("%1 %2.%3")
        .arg(m_report->currentText(), m_period->period().text(), suffix);
}

void ReportsPage::chooseXlsx()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = fileName(QStringLiteral("xlsx"));
    auto *dialog = new QFileDialog(this, tr("Save as a spreadsheet"), documents.filePath(name),
        tr("Excel workbooks (*.xlsx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPage::saveXlsx);
    dialog->open();
}

void ReportsPage::saveXlsx(const QString &path)
{
    if (!m_figures)
        return;
    const auto save = [saveTable = m_saveTable, figures = m_figures, path] {
        return saveTable(::reports::tableOf(*figures), path);
    };
    QtConcurrent::run(save).then(this, [this, path](const QString &error) {
        if (error.isEmpty())
            m_banner->showMessage(widgets::Mood::Done, tr("Saved as %1.").arg(path));
        else
            m_banner->showMessage(widgets::Mood::Late, error);
    });
}

} // namespace ui::reports
