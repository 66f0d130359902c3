// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/reckoning_dialog.h"

#include "desk.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "tickets/office.h"
#include "widgets/icon_text.h"
#include "widgets/list_view.h"
#include "widgets/texts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

namespace ui::registers
{

using namespace domain;
using items::BatchRun;
using items::ReckoningTable;

namespace
{

constexpr int rowsMeasured = 100;
constexpr int whole = 1000; ///< thousandths of a search

} // namespace

ReckoningDialog::ReckoningDialog(Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_table(tickets::sourceOf(desk))
    , m_run([this](const QVector<Command> &commands) { return m_desk.submitAll(commands, m_who); })
    , m_words(widgets::paragraph({}, this))
    , m_view(new QTableView(this))
    , m_progress(new QProgressBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Promises by other hours than today's"));
    setUpTable();
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(m_words);
    column->addWidget(m_progress);
    column->addWidget(m_view, 1);
    column->addWidget(makeBottom());
    connect(&m_table, &ReckoningTable::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_table, &ReckoningTable::completed, this, &ReckoningDialog::showFound);
    connect(&m_run, &BatchRun::progressed, m_progress,
        [this](qint64 done) { m_progress->setValue(int(done)); });
    connect(&m_run, &BatchRun::finished, this, &ReckoningDialog::report);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
            &ReckoningDialog::reckon);
    }
    resize(880, 520);
    search();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ReckoningDialog::setUpTable()
{
    m_view->setModel(&m_table);
    widgets::dressAsList(*m_view, tr("Promises with their old and new time"));
    QHeaderView *header = m_view->horizontalHeader();
    header->setResizeContentsPrecision(rowsMeasured);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ReckoningTable::Shift, QHeaderView::Stretch);
}

QWidget *ReckoningDialog::makeBottom()
{
    auto *bottom = new QWidget(this);
    m_reason = new QLineEdit(bottom);
    m_reason->setObjectName(QStringLiteral("reckonReason"));
    m_reason->setPlaceholderText(tr("e.g. holiday prolonged by announcement of 26 January"));
    auto *label = new QLabel(tr("Reason"), bottom);
    label->setBuddy(m_reason);
    m_reason->setAccessibleName(label->text());
    m_said = new widgets::IconText(bottom);
    m_said->setWraps();
    m_said->hide();
    m_reckon = new QPushButton(tr("Reckon them anew (Ctrl+Enter)"), bottom);
    m_reckon->setProperty(look::DeskStyle::primaryProperty, true);
    auto *close = new QPushButton(tr("Close"), bottom);
    for (QPushButton *button : {m_reckon, close})
        button->setAutoDefault(false);
    connect(m_reckon, &QPushButton::clicked, this, &ReckoningDialog::reckon);
    connect(close, &QPushButton::clicked, this, &ReckoningDialog::reject);
    auto *line = new QHBoxLayout;
    line->setSpacing(look::gap);
    line->addWidget(label);
    line->addWidget(m_reason, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_reckon);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(bottom);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(widgets::quietParagraph(
        tr("Only hours and days are reckoned anew: the minutes and days that were promised stay. "
           "What was promised or moved by hand, and what rested, stays as it is."),
        bottom));
    column->addLayout(line);
    column->addWidget(m_said);
    column->addLayout(buttons);
    return bottom;
}

void ReckoningDialog::search()
{
    m_words->setText(tr("Looking through the open promises …"));
    m_progress->setRange(0, whole);
    showRunning(true);
    m_table.find(m_desk.who());
}

void ReckoningDialog::showFound()
{
    showRunning(false);
    const ReckoningTable::Found &found = m_table.found();
    QStringList words{found.promises
            ? tr("%n promise(s) would be due at another time by today's hours and holidays.",
                nullptr, int(found.promises))
            : tr("Every open promise is due as today's hours and holidays say.")};
    if (m_table.notYours() > 0)
        words << tr("%n ticket(s) of them lie where you may not reckon anew.", nullptr,
            int(m_table.notYours()));
    if (found.promises > m_table.rowCount())
        words << tr("The first %1 are shown.").arg(QLocale().toString(m_table.rowCount()));
    m_words->setText(words.join(u' '));
    if (m_table.rowCount() > 0)
        m_view->selectRow(0);
}

void ReckoningDialog::showRunning(bool isRunning)
{
    m_progress->setVisible(isRunning);
    m_progress->setValue(0);
    m_reckon->setEnabled(!isRunning && !m_table.found().yours.isEmpty());
    m_reason->setReadOnly(m_run.isRunning());
}

void ReckoningDialog::reckon()
{
    if (!m_reckon->isEnabled())
        return;
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_said->setContent(QStringLiteral("warning"),
            tr("The reason is missing. It stands in every ticket's service record."),
            look::Tone::Late);
        m_said->show();
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_said->hide();
    m_progress->setRange(0, int(m_table.found().yours.size()));
    m_who = m_desk.identity();
    m_run.start(m_table.deeds(reason));
    showRunning(m_run.isRunning());
}

void ReckoningDialog::report(const BatchRun::Summary &summary)
{
    QStringList words{tr("%n ticket(s) reckoned anew.", nullptr, int(summary.done))};
    if (summary.isStopped)
        words << tr("Stopped; the others are as they were.");
    if (summary.refused > 0)
        words << tr("Refused for %n:", nullptr, int(summary.refused)) + u' '
                + summary.refusals.join(u' ');
    m_said->setContent(summary.refused ? QStringLiteral("warning") : QStringLiteral("done"),
        words.join(u' '), summary.refused ? look::Tone::Late : look::Tone::Done);
    m_said->show();
    search();
}

void ReckoningDialog::reject()
{
    if (m_run.isRunning())
        m_run.stop();
    else
        QDialog::reject();
}

} // namespace ui::registers
