// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import_page.h"

#include "exchange/mapping_guess.h"
#include "transfer/preview_table.h"
#include "transfer/value_table.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/form_grid.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace ui::transfer
{

using namespace exchange;

namespace
{

constexpr int wholeProgress = 1000;

QString countsText(const ImportCounts &counts, bool dryRun)
{
    const QString text = dryRun
        ? ImportPage::tr("Read %1: %2 would be new, %3 changed, %4 known already, %5 refused.")
        : ImportPage::tr("Read %1: %2 taken in, %3 changed, %4 known already, %5 refused.");
    return text.arg(counts.read)
        .arg(counts.accepted)
        .arg(counts.updated)
        .arg(counts.unchanged)
        .arg(counts.refused);
}

} // namespace

ImportPage::ImportPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_task(desk)
    , m_banner(new widgets::Banner(this))
    , m_form(new widgets::FormGrid(this))
    , m_path(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_encoding(new QComboBox(this))
    , m_mapping(new QComboBox(this))
    , m_table(new PreviewTable(this))
    , m_empty(new widgets::EmptyPage({QStringLiteral("export"), tr("Take a table in"),
                                         tr("Drop a spreadsheet or a text table here. Its first "
                                            "rows will stand here, and over each column "
                                            "what it is taken for."),
                                         QKeySequence::Open, tr("chooses the file")},
          this))
    , m_values(new ValueTable(this))
    , m_counts(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_try(new QPushButton(tr("Try it"), this))
    , m_import(new QPushButton(tr("Import"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_openRejects(new QPushButton(tr("Open the refused rows"), this))
{
    setAcceptDrops(true);
    fillChoices();
    layOut();
    connect(m_path, &QLineEdit::returnPressed, this, &ImportPage::reread);
    connect(m_kind, &QComboBox::activated, this, &ImportPage::guess);
    connect(m_encoding, &QComboBox::activated, this, &ImportPage::reread);
    connect(m_mapping, &QComboBox::activated, this, &ImportPage::mappingPicked);
    connect(m_table, &PreviewTable::fieldChosen, this,
        [this](const QString &column, const QString &field) {
            m_draft.setField(column, field);
            mappingChanged();
            m_values->show(column, m_preview, m_draft);
        });
    connect(m_table, &PreviewTable::columnEntered, this,
        [this](const QString &column) { m_values->show(column, m_preview, m_draft); });
    connect(m_values, &ValueTable::valueChosen, this,
        [this](const QString &column, const QString &cell, const QString &value) {
            m_draft.setValue(column, cell, value);
            mappingChanged();
        });
    connect(m_try, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_task.cancel(); });
    connect(m_openRejects, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_rejects)); });
    connect(&m_task, &ImportTask::previewed, this, &ImportPage::showPreview);
    connect(&m_task, &ImportTask::progressed, this, &ImportPage::showProgress);
    connect(&m_task, &ImportTask::finished, this, &ImportPage::showReport);
    connect(&m_task, &ImportTask::failed, this, &ImportPage::fail);
    setBusy(false);
}

void ImportPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Table to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Tables (*.csv *.txt *.xlsx *.xls *.ods)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::openFile);
    dialog->open();
}

void ImportPage::openFile(const QString &path)
{
    m_path->setText(path);
    m_encoding->setCurrentIndex(0);
    reread();
}

void ImportPage::reread()
{
    const QString path = m_path->text().trimmed();
    if (path.isEmpty() || m_isBusy)
        return;
    m_banner->dismiss();
    m_counts->clear();
    m_openRejects->hide();
    setBusy(true);
    m_task.preview(path, {m_encoding->currentData().toString(), {}});
}

void ImportPage::showPreview(const Preview &preview)
{
    m_preview = preview;
    m_empty->hide();
    m_table->setVisible(true);
    setBusy(false);
    m_encoding->setItemText(0,
        preview.encoding.isEmpty() ? tr("found by itself") : tr("found: %1").arg(preview.encoding));
    m_encoding->setEnabled(!preview.encoding.isEmpty());
    guess();
    m_table->setFocus();
}

const domain::RegisterSpec *ImportPage::kind() const
{
    return domain::findRegister(m_kind->currentData().toString());
}

void ImportPage::guess()
{
    const Targets targets = kind() ? Targets::of(*kind()) : Targets::ofTickets();
    const QString source = QFileInfo(m_path->text()).completeBaseName();
    m_draft = {targets, guessMapping(targets, m_preview.columns, source)};
    m_mapping->setCurrentIndex(0);
    m_table->show(m_preview, m_draft);
    m_values->show({}, m_preview, m_draft);
    mappingChanged();
}

void ImportPage::mappingPicked()
{
    const QString path = m_mapping->currentData().toString();
    if (m_mapping->currentIndex() == 0)
        return guess();
    if (!path.isEmpty())
        return takeMapping(path);
    auto *dialog = new QFileDialog(this, tr("Mapping file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Mappings (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::takeMapping);
    dialog->open();
}

void ImportPage::takeMapping(const QString &path)
{
    const ReadMapping read = readMapping(path);
    if (const auto *refusal = std::get_if<FileRefusal>(&read))
        return fail(refusal->line());
    m_draft = {m_draft.targets(), std::get<Mapping>(read)};
    m_table->renewChoices(m_draft);
    m_values->show(m_table->currentColumn(), m_preview, m_draft);
    mappingChanged();
}

void ImportPage::mappingChanged()
{
    m_table->renewChoices(m_draft);
    const QStringList missing = m_draft.missing();
    m_counts->setText(missing.isEmpty() || m_preview.columns.isEmpty()
            ? QString()
            : tr("No column is yet: %1.").arg(missing.join(tr(", "))));
    setBusy(false);
}

ImportJob ImportPage::job() const
{
    return {m_path->text().trimmed(), {m_encoding->currentData().toString(), {}}, kind(),
        m_draft.mapping()};
}

void ImportPage::run(bool dryRun)
{
    m_banner->dismiss();
    m_openRejects->hide();
    m_counts->setText(dryRun ? tr("Trying …") : tr("Importing …"));
    m_progress->setValue(0);
    setBusy(true);
    m_progress->show();
    m_cancel->show();
    m_task.run(job(), dryRun);
}

void ImportPage::showProgress(const ImportProgress &progress)
{
    if (!m_isBusy)
        return;
    const double done = progress.size > 0 ? double(progress.bytesRead) / double(progress.size) : 0;
    m_progress->setValue(int(done * wholeProgress));
    m_counts->setText(tr("%1 rows read").arg(progress.counts.read));
}

void ImportPage::showReport(const ImportReport &report, bool wasDryRun)
{
    setBusy(false);
    m_counts->setText(countsText(report.counts, wasDryRun));
    m_rejects = report.rejects;
    m_openRejects->setVisible(!m_rejects.isEmpty());
    if (report.failure)
        m_banner->showMessage(widgets::Mood::Late, report.failure->text());
    else if (report.fileFailure)
        m_banner->showMessage(widgets::Mood::Late, report.fileFailure->line());
    else if (report.cancelled)
        m_banner->showMessage(widgets::Mood::Waiting,
            tr("Cancelled. What was taken in so far stays; the same import again takes in the "
               "rest."));
    else if (!wasDryRun)
        m_banner->showMessage(
            widgets::Mood::Done, tr("Imported: %1").arg(QFileInfo(m_path->text()).fileName()));
}

void ImportPage::fail(const QString &why)
{
    setBusy(false);
    m_counts->clear();
    m_banner->showMessage(widgets::Mood::Late, why);
}

void ImportPage::setBusy(bool busy)
{
    m_isBusy = busy;
    const bool canRun = !busy && !m_preview.columns.isEmpty() && !m_draft.mapping().fields.empty();
    m_try->setEnabled(canRun);
    m_import->setEnabled(canRun && m_draft.missing().isEmpty());
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_path, m_kind, m_mapping, m_table, m_values})
        widget->setEnabled(!busy);
    if (!busy) {
        m_progress->hide();
        m_cancel->hide();
    }
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!m_isBusy && urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent *event)
{
    openFile(event->mimeData()->urls().constFirst().toLocalFile());
    event->acceptProposedAction();
}

} // namespace ui::transfer
