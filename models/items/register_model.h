// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "store/committed.h"

#include "domain/registers.h"

#include <QAbstractListModel>

namespace items
{

/// The rows of one register in the order of their codes: what people choose from when they type ahead
/// (staff, grids, categories, channels). Read once on another thread; then a commit changes the rows that it touched.
class RegisterModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< domain::Id
        CodeRole, ///< what people also call it: a login, a grid's code; may be empty
        NameRole,
        NumberRole, ///< in this database
    };

    RegisterModel(const Source &source, domain::Register reg, QObject *parent = nullptr);

    bool isComplete() const { return m_isComplete; }
    const domain::RegisterRow &at(int row) const { return m_rows.at(row).row; }
    /// Whoever asks before the other thread is back is answered from the disk at once, so that what is typed
    /// into the first form finds its row.
    QVector<domain::RegisterRow> all();
    /// Null when the register has no such row.
    const domain::RegisterRow *find(const domain::Id &id);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void completed();

private:
    void fill(const QVector<store::NumberedRow> &rows);
    void fillNow();
    void renew(qint64 number);
    qsizetype placeOf(const store::NumberedRow &row, qsizetype without) const;
    bool standsBefore(const store::NumberedRow &one, const store::NumberedRow &other) const;

    const Source m_source;
    const domain::Register m_reg;
    const domain::RegisterSpec &m_spec;
    QVector<store::NumberedRow> m_rows;
    QVector<qint64> m_missed; ///< touched before the first rows were there
    bool m_isComplete = false;
    Background m_background;
};

} // namespace items
