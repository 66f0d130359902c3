// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/row_texts.h"
#include "store/committed.h"

#include <QAbstractTableModel>
#include <QCache>

namespace items
{

/// A register as a table: a column for each of its fields, whatever register it is, and for the staff how many open
/// tickets each has in hand. Holds the numbers of the rows and fetches the rows that are looked at, so that an address
/// table of the whole country opens like a list of ten grids. What is typed finds rows by any of their texts or by
/// pinyin; of places by what they are called and by their code.
class RegisterTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int mostFound = 500; ///< places that a filter shows

    RegisterTableModel(const Source &source, domain::Register reg, QObject *parent = nullptr);

    const domain::RegisterSpec &spec() const { return m_spec; }
    void find(const QString &typed);
    qsizetype total() const { return m_numbers.size(); }
    bool isComplete() const { return m_isComplete; }
    const QVector<qint64> &numbers() const { return m_numbers; }
    const store::NumberedRow *rowAt(int row) const;
    /// Where the row stands; -1 when it isn't shown.
    int placeOf(const domain::Id &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void found();

private:
    bool hasLoad() const { return m_spec.reg == domain::Register::Staff; }
    QString stockText(const domain::RegisterRow &supply) const;
    void show(const QVector<qint64> &numbers);
    void renewLoads();

    const Source m_source;
    const domain::RegisterSpec &m_spec;
    std::vector<const domain::FieldSpec *> m_columns;
    QVector<qint64> m_numbers;
    QString m_typed;
    int m_asked = 0; ///< questions, of which the last one's answer counts
    bool m_isComplete = false;
    mutable QCache<qint64, store::NumberedRow> m_rows;
    mutable RowTexts m_texts;
    QMap<QString, qint64> m_loads; ///< by login
    Background m_background;
};

} // namespace items
