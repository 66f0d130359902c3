// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace ui::returns
{

/// What was typed in in this sitting, the newest first: which slip, which steps, and what became of it.
class SittingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Number, Matter, Steps, Result };

    struct Slip {
        QString time;
        QString number;
        QString matter;
        QString steps;
        QString result; ///< the state that it led to, or the refusal
        bool isRefused = false;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void add(const Slip &slip);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<Slip> m_slips;
};

} // namespace ui::returns
