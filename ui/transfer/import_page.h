// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/import_task.h"
#include "transfer/mapping_draft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ui::widgets
{
class Banner;
class FormGrid;
} // namespace ui::widgets

namespace ui::transfer
{

class PreviewTable;
class ValueTable;

/// Taking a table in: choose or drop the file, look at its first rows, say what each column is, try it
/// without writing, import. Rows that are refused go to a file beside it, each with its reason.
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
    QWidget *makeChoices();
    QWidget *makeButtons();
    void fillChoices();
    void chooseFile();
    void reread();
    void showPreview(const Preview &preview);
    void guess();
    void mappingPicked();
    void takeMapping(const QString &path);
    void mappingChanged();
    void run(bool dryRun);
    void showProgress(const exchange::ImportProgress &progress);
    void showReport(const exchange::ImportReport &report, bool wasDryRun);
    void fail(const QString &why);
    void setBusy(bool busy);
    const domain::RegisterSpec *kind() const;
    ImportJob job() const;

    ImportTask m_task;
    Preview m_preview;
    MappingDraft m_draft;
    QString m_rejects;
    bool m_isBusy = false;

    widgets::Banner *m_banner;
    widgets::FormGrid *m_form;
    QLineEdit *m_path;
    QComboBox *m_kind;
    QComboBox *m_encoding;
    QComboBox *m_mapping;
    PreviewTable *m_table;
    QWidget *m_empty;
    ValueTable *m_values;
    QLabel *m_counts;
    QProgressBar *m_progress;
    QPushButton *m_try;
    QPushButton *m_import;
    QPushButton *m_cancel;
    QPushButton *m_openRejects;
};

} // namespace ui::transfer
