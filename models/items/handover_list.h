// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/shift_record.h"
#include "store/committed.h"

#include <QAbstractTableModel>

namespace items
{

/// The last handings over, the newest first, and those of them that wait for whoever sits here. Read anew on another thread when a
/// commit touches one.
class HandoverList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Given, Where, GivenBy, Taken };
    static constexpr int columns = 4;
    static constexpr qsizetype mostShown = 100;

    explicit HandoverList(const Source &source, QObject *parent = nullptr);

    /// A null id: nobody.
    void sitDown(const domain::Id &person);
    const QVector<HandoverLine> &lines() const { return m_lines; }
    const HandoverLine &at(int row) const { return m_lines.at(row); }
    /// -1 when it isn't there.
    int rowOf(const domain::Id &handover) const;
    /// What others handed over and nobody has taken over yet, the newest first.
    QVector<HandoverLine> waiting() const { return waitingFor(m_lines, m_person); }
    /// What this person handed over and nobody has taken over yet; null for none.
    domain::Id ownWaiting() const;
    bool isComplete() const { return m_isComplete; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void renewed();

private:
    void renew();
    QString text(const HandoverLine &line, int column) const;

    const Source m_source;
    const QTimeZone m_zone;
    domain::Id m_person;
    QVector<HandoverLine> m_lines;
    bool m_isComplete = false;
    int m_asked = 0;
    Background m_background;
};

} // namespace items
