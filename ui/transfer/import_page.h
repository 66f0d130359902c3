// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/import_task.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ui::widgets
{
class Banner;
}

namespace ui::transfer
{

class MappingView;

/// Taking a table in: choose or drop the file, look at its first rows, say what each column is, try it
/// without writing, import. Rows that are refused go to a file beside it, each with its reason. Where tickets' texts
/// hold phone or identity numbers, the page says so and offers to keep them sealed.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(Desk &desk, QWidget *parent = nullptr);

    void openFile(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    QWidget *makeButtons();
    void fillKinds();
    void run(bool dryRun);
    void showChange();
    void showProgress(const exchange::ImportProgress &progress);
    void showReport(const exchange::ImportReport &report, bool wasDryRun);
    void showCounts(const exchange::ImportCounts &counts, bool wasDryRun);
    void fail(const QString &why);
    void setBusy(bool busy);

    ImportTask m_task;
    QString m_rejects;
    bool m_isBusy = false;

    widgets::Banner *m_banner;
    MappingView *m_view;
    QComboBox *m_kind;
    QCheckBox *m_seal;
    QLabel *m_counts;
    QProgressBar *m_progress;
    QPushButton *m_try;
    QPushButton *m_import;
    QPushButton *m_cancel;
    QPushButton *m_openRejects;
};

} // namespace ui::transfer
