// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/looks.h"
#include "items/outages.h"

#include <QAbstractTableModel>

namespace items
{

/// Those who depend on what is shut off, to be called before it is, whoever depends on power for a machine first. Numbers are covered
/// until somebody calls: that look goes on record with the outage as its reason, so that every desk sees who was called, when and by
/// whom.
class KeyUserTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Phone, Address, Why, Called };
    static constexpr int columns = 5;

    KeyUserTable(const Source &source, Onlooker onlooker, QObject *parent = nullptr);

    void show(const OutageLine &outage);
    /// Opens the number of a line; what comes of it follows as `revealed` or `refused`.
    void call(int row);
    qint64 notCalled() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void found();
    void revealed(int row);
    void refused(const domain::Refusal &refusal);

private:
    struct Line {
        Affected::KeyUser user;
        qint64 called_ms = 0;
        domain::Id calledBy;
    };

    static QVector<Line> findLines(store::Reader &reader, const OutageLine &outage);
    void reveal(const domain::Id &customer);
    QString textOf(const Line &line, int column) const;

    const Source m_source;
    const Looks m_looks;
    const std::function<domain::Actor()> m_who;
    QString m_reason;
    QVector<Line> m_lines;
    Background m_background;
};

} // namespace items
