// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "items/background.h"
#include "items/desk_line.h"
#include "store/committed.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace items
{

/// All desks of the company with how each stands, this one first, then the hub where there is one, those that were shut out at the
/// end. It hears of the register through commits and of the connections through Serving, and looks at the clock now and then.
class DeskListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Way, LastContact, Lag };
    static constexpr int columns = 5;
    static constexpr int LineRole = Qt::UserRole + 1; ///< items::DeskLine

    /// All must outlive it.
    DeskListModel(const Source &source, const Serving &serving, const domain::Id &own,
        const domain::Clock &clock, QObject *parent = nullptr);

    const QVector<DeskLine> &lines() const { return m_lines; }
    const DeskLine &at(int row) const { return m_lines.at(row); }
    int rowOf(const domain::Id &desk) const; ///< -1 when there is none
    /// Entries of desks that the register doesn't know, keys that are still to come.
    const store::Parked &parked() const { return m_parked; }
    /// Fixed addresses of which nobody knows yet whose they are.
    const QVector<Contact> &nameless() const { return m_nameless; }
    SyncSummary summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    /// Something of all this is new.
    void renewed();

private:
    void readDesks();
    void lookAside();
    void renew();
    void put(const QVector<DeskLine> &lines);
    void putAt(int row, const DeskLine &line);

    const Source m_source;
    const Serving &m_serving;
    const domain::Id m_own;
    const domain::Clock &m_clock;
    QVector<domain::RegisterRow> m_desks;
    QVector<DeskLine> m_lines;
    QVector<Contact> m_nameless;
    store::Parked m_parked;
    QTimer m_clockwork, m_aside;
    Background m_background;
};

} // namespace items
