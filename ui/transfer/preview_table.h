// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/import_task.h"

#include <QAbstractTableModel>
#include <QTableView>

class QComboBox;

namespace ui::transfer
{

class MappingDraft;

/// The first rows of a table as they were read; above them, in a row of its own, what each column is.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int mappingRow = 0;

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const Preview &preview);
    const Preview &preview() const { return m_preview; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Preview m_preview;
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
    QString currentColumn() const;

Q_SIGNALS:
    void fieldChosen(const QString &column, const QString &field);
    void columnEntered(const QString &column);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *choiceFor(const QString &column, const MappingDraft &draft);

    PreviewModel *m_model;
};

} // namespace ui::transfer
