// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import_page.h"

#include "transfer/mapping_view.h"
#include "widgets/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
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
    , m_task(&desk)
    , m_banner(new widgets::Banner(this))
    , m_view(new MappingView(m_task, this))
    , m_kind(new QComboBox(this))
    , m_seal(new QCheckBox(tr("Keep phone and identity numbers sealed"), this))
    , m_counts(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_try(new QPushButton(tr("Try it"), this))
    , m_import(new QPushButton(tr("Import"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_openRejects(new QPushButton(tr("Open the refused rows"), this))
{
    setAcceptDrops(true);
    fillKinds();
    layOut();
    connect(m_kind, &QComboBox::activated, this,
        [this] { m_view->setKind(domain::findRegister(m_kind->currentData().toString())); });
    connect(m_view, &MappingView::previewShown, this, [this] {
        // Who opens a map means its grids.
        const domain::RegisterSpec &grids = domain::registerSpec(domain::Register::Grid);
        if (!m_view->drawsAreas() || m_view->kind() == &grids)
            return;
        m_kind->setCurrentIndex(m_kind->findData(QString::fromLatin1(grids.key)));
        m_view->setKind(&grids);
    });
    connect(m_view, &MappingView::changed, this, &ImportPage::showChange);
    connect(m_view, &MappingView::failed, this, &ImportPage::fail);
    connect(m_try, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_task.cancel(); });
    connect(m_openRejects, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_rejects)); });
    connect(&m_task, &ImportTask::progressed, this, &ImportPage::showProgress);
    connect(&m_task, &ImportTask::finished, this, &ImportPage::showReport);
    connect(&m_task, &ImportTask::failed, this, &ImportPage::fail);
    setBusy(false);
}

void ImportPage::openFile(const QString &path)
{
    m_view->openFile(path);
}

/// Another file, another mapping: what the last run said doesn't hold any more.
void ImportPage::showChange()
{
    if (m_isBusy)
        return;
    if (m_view->isReading())
        m_banner->dismiss();
    m_openRejects->hide();
    m_seal->hide();
    m_seal->setChecked(false);
    const QStringList missing = m_view->missing();
    m_counts->setText(missing.isEmpty() || !m_view->hasFile()
            ? QString()
            : tr("No column is yet: %1.").arg(missing.join(tr(", "))));
    setBusy(false);
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
    m_cancel->setFocus();
    ImportJob job = m_view->job();
    job.sealNumbers = m_seal->isChecked();
    m_task.run(job, dryRun);
}

void ImportPage::showProgress(const ImportProgress &progress)
{
    if (!m_isBusy)
        return;
    const double done = progress.size > 0 ? double(progress.bytesRead) / double(progress.size) : 0;
    m_progress->setValue(int(done * wholeProgress));
    m_counts->setText(tr("%1 rows read").arg(progress.counts.read));
}

void ImportPage::showCounts(const ImportCounts &counts, bool wasDryRun)
{
    QString text = countsText(counts, wasDryRun);
    if (counts.noticed > 0)
        text += u' '
            + (m_seal->isChecked() && !wasDryRun
                    ? tr("Numbers of people in %1 are kept sealed.").arg(counts.noticed)
                    : tr("%1 hold phone or identity numbers in plain text.").arg(counts.noticed));
    m_counts->setText(text);
    m_seal->setVisible(counts.noticed > 0);
}

void ImportPage::showReport(const ImportReport &report, bool wasDryRun)
{
    setBusy(false);
    showCounts(report.counts, wasDryRun);
    m_view->showRefused(m_task.refusedRows());
    m_rejects = report.rejects;
    m_openRejects->setVisible(!m_rejects.isEmpty());
    (wasDryRun ? m_import : m_try)->setFocus();
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
            widgets::Mood::Done, tr("Imported: %1").arg(QFileInfo(m_view->path()).fileName()));
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
    m_try->setEnabled(!busy && m_view->hasFile() && !m_view->isReading());
    m_import->setEnabled(!busy && m_view->isReady());
    m_view->setBusy(busy || m_view->isReading());
    m_kind->setEnabled(!busy);
    m_seal->setEnabled(!busy);
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
