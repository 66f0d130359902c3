// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/committed.h"
#include "store/reader.h"

#include <QAbstractTableModel>

namespace items
{

/// The grants of one person: those in force first, then those to come, then those of the past; whoever gave or
/// revoked each by the entry that said so last. One that is given while they are shown comes first.
class GrantModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Role, Scope, Time, By, columns };
    enum class State : quint8 { InForce, ToCome, Past };

    struct Line {
        qint64 number = 0; ///< in this database
        domain::Grant grant;
        State state = State::InForce;
        QString role; ///< its code
        QString grid; ///< code and name of the grid; empty: not bound to one
        qint64 revoked_ms = 0; ///< 0: it never was
        QString reason; ///< of the revocation
        QString author; ///< the name of who said the last about it
        qint64 said_ms = 0;
    };

    explicit GrantModel(store::Reader &read, QObject *parent = nullptr);

    /// Null shows none.
    void show(const domain::Id &person);
    const domain::Id &person() const { return m_person; }
    const Line &at(int row) const { return m_lines.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

private:
    Line lineFrom(const store::NumberedRow &row);
    void renew(qint64 number);

    store::Reader &m_read;
    domain::Id m_person;
    QVector<Line> m_lines;
};

} // namespace items
