// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "store/committed.h"

#include <QAbstractTableModel>

namespace items
{

/// The staff with what each may do now and whether a password is set. Read once on another thread; then a commit changes
/// the people whom it touched.
class AccountModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Login, Name, Rights, Password, columns };

    struct Line {
        qint64 number = 0; ///< in this database
        domain::Id id;
        QString login;
        QString name;
        QString role; ///< of the post; may be empty
        std::vector<domain::Grant> grants; ///< in force now
        bool hasPassword = false;
    };

    explicit AccountModel(const Source &source, QObject *parent = nullptr);

    bool isComplete() const { return m_isComplete; }
    const Line &at(int row) const { return m_lines.at(row); }
    int rowOf(const domain::Id &person) const; ///< -1 when there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Logins and names are texts; the rest is for whoever shows it to put into words.
    QVariant data(const QModelIndex &index, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void completed();

private:
    static Line lineFrom(store::Reader &reader, const store::NumberedRow &person);
    domain::Id personOf(const store::Touched &touched) const;
    void renew(const domain::Id &person);

    const Source m_source;
    QVector<Line> m_lines; ///< by login
    QVector<domain::Id> m_missed; ///< touched before the first lines were there
    bool m_isComplete = false;
    Background m_background;
};

} // namespace items
