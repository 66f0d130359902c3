// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/conflict_list_model.h"
#include "look/palette.h"
#include "tickets/office.h"

#include <QHash>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace ui::tickets
{

class ConflictView;

/// What contradicts on one ticket, on the ticket itself: a band with the number of open conflicts, and below it each with
/// both versions side by side. It stands open for whoever may settle one; others and what is settled already open it with
/// the band's button. Without conflicts it takes no room.
class ConflictStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictStrip(Office &office, QWidget *parent = nullptr);

    /// A null id for no ticket.
    void showTicket(const domain::Id &ticket);
    const items::ConflictListModel &model() const { return m_model; }

Q_SIGNALS:
    void settled(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void renew();
    void personChanged();
    void showViews();
    ConflictView *viewFor(qint64 number);
    bool maySettle(qint64 number) const { return m_settleable.contains(number); }
    look::Tone tone() const;

    Office &m_office;
    domain::Id m_ticket;
    items::ConflictListModel m_model;
    QVector<qint64> m_settleable;
    int m_open = 0;
    QToolButton *m_band;
    QWidget *m_body;
    QVBoxLayout *m_column;
    QHash<qint64, ConflictView *> m_views;
};

} // namespace ui::tickets
