// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/import_task.h"
#include "transfer/mapping_draft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLineEdit;

namespace ui::widgets
{
class FormGrid;
class IconText;
} // namespace ui::widgets

namespace ui::transfer
{

class MapPane;
class PreviewTable;
class ValueTable;

/// A table that somebody hands in, and what its columns are: the file, its sheet and encoding, its first rows, a choice
/// of the field over each column, and what the words of a column stand for. The mapping is guessed and then corrected by
/// eye. Who has it tried or imported is the page around it.
class MappingView : public QWidget
{
    Q_OBJECT

public:
    /// The task reads the files; it must outlive the view.
    explicit MappingView(ImportTask &task, QWidget *parent = nullptr);

    /// The register that the rows are for; null for tickets.
    void setKind(const domain::RegisterSpec *reg);
    const domain::RegisterSpec *kind() const { return m_reg; }
    void openFile(const QString &path);
    void chooseFile();
    QString path() const;
    /// Whether a file's head stands here.
    bool hasFile() const { return !m_preview.columns.isEmpty(); }
    void forgetFile();

    /// Whether the table can be imported as it is mapped now.
    bool isReady() const;
    bool isReading() const { return m_isReading; }
    /// The fields that a row can't do without and no column feeds, by their labels.
    QStringList missing() const;
    ImportJob job() const;

    /// Reasons beside the rows that were refused; those further down the file come below the first rows.
    void showRefused(const QVector<RefusedRow> &rows);
    void setBusy(bool busy);
    /// Where a page around it puts a field of its own beside the file.
    widgets::FormGrid *form() const { return m_form; }
    MapPane *map() const { return m_map; } ///< null until a map was opened
    /// Whether the file is a map whose rows draw areas.
    bool drawsAreas() const { return !m_preview.areas.isEmpty(); }

Q_SIGNALS:
    void changed();
    void failed(const QString &why);
    void previewShown();

private:
    void layOut();
    void fillChoices();
    void reread();
    void showPreview(const Preview &preview);
    void showSheets();
    void layOutMap();
    void showMap();
    void guess();
    void mappingPicked();
    void takeMapping(const QString &path);
    void mappingChanged();
    exchange::TableOptions options() const;

    ImportTask &m_task;
    const domain::RegisterSpec *m_reg = nullptr;
    Preview m_preview;
    MappingDraft m_draft;
    bool m_isReading = false;
    QString m_read; ///< the file that was read last

    widgets::FormGrid *m_form;
    QLineEdit *m_path;
    QComboBox *m_sheet;
    QComboBox *m_encoding;
    QComboBox *m_mapping;
    PreviewTable *m_table;
    QWidget *m_empty;
    ValueTable *m_values;
    QComboBox *m_system; ///< these three stand there for maps
    QCheckBox *m_repair;
    QDateEdit *m_from;
    QHBoxLayout *m_middle;
    MapPane *m_map = nullptr;
    widgets::IconText *m_remarks;
};

} // namespace ui::transfer
