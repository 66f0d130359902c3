// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/customer_history.h"
#include "items/sight.h"
#include "store/committed.h"

#include <QObject>

namespace items
{

/// One customer as the page shows it: the file that goes on with everything that was merged into it, premises and
/// household, and what there was to do. Read anew when a commit touches any of it; the history comes after, from
/// another thread.
class CustomerCard : public QObject
{
    Q_OBJECT

public:
    explicit CustomerCard(const Source &source, QObject *parent = nullptr);

    /// Through whose eyes the contacts are seen; without one they are clear.
    void setSight(Sight *sight);
    /// A merged file shows the one that goes on. False when there is no such customer; the card is empty then.
    bool show(qint64 customer);
    void clear();

    bool isEmpty() const { return !m_file; }
    qint64 number() const { return m_file ? m_file->customer.number : 0; }
    const store::CustomerFile &file() const { return *m_file; }
    const domain::Values &values() const { return m_file->customer.row.values; }
    QString text(quint8 field) const { return open(field, values()[field]); }
    QString open(quint8 field, const QVariant &value) const;
    ShownContact contact(const store::NumberedRow &row, Clarity clarity) const;
    QStringList groups() const;
    /// The row with its personal fields open, as a form shows it.
    domain::Values opened(const store::NumberedRow &row) const;
    const CustomerHistory &history() const { return m_history; }
    QString gridName(const domain::Id &grid) const;
    QString personName(const domain::Id &person) const;
    QTimeZone zone() const { return m_source.read.zone(); }
    qint64 now_ms() const { return m_source.read.now_ms(); }

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void changed();
    void historyChanged();

private:
    void askHistory();
    bool isTouchedBy(const store::Touched &touched) const;

    const Source m_source;
    Sight *m_sight = nullptr;
    std::optional<store::CustomerFile> m_file;
    CustomerHistory m_history;
    quint64 m_asked = 0;
    Background m_background;
};

} // namespace items
