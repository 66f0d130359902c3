// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/import_task.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTableView>

class QComboBox;

namespace ui::transfer
{

class MappingDraft;

/// The first rows of a table as they were read; above them, in a row of its own, what each column is. A column of its own
/// behind the table's holds why a row was refused; the refused ones from further down stand below the first rows.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int mappingRow = 0;

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const Preview &preview);
    const Preview &preview() const { return m_preview; }
    void setRefused(const QVector<RefusedRow> &rows);
    int reasonColumn() const { return int(m_preview.columns.size()); }
    bool hasReasons() const { return !m_reasons.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant reasonData(int row, int role) const;

    Preview m_preview;
    qsizetype m_head = 0; ///< rows of the file's beginning
    QHash<qint64, QString> m_reasons; ///< by line
};

/// Shows it, with a choice of the fields over every column.
class PreviewTable : public QTableView
{
    Q_OBJECT

public:
    explicit PreviewTable(QWidget *parent = nullptr);

    void show(const Preview &preview, const MappingDraft &draft);
    /// Shows the mapping anew; the rows stay.
    void renewChoices(const MappingDraft &draft);
    void showRefused(const QVector<RefusedRow> &rows);
    QString currentColumn() const;

Q_SIGNALS:
    void fieldChosen(const QString &column, const QString &field);
    void columnEntered(const QString &column);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int rowOf(const QVector<RefusedRow> &rows) const;
    QComboBox *choiceFor(const QString &column, const MappingDraft &draft);

    PreviewModel *m_model;
};

} // namespace ui::transfer
