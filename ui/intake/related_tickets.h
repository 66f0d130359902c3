// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/caller_answer.h"

#include <QListView>

namespace ui::intake
{

class RelatedTicketModel;

/// Tickets that a call may be about already: number, category and state, under them where and by when.
/// Enter on one says that the call belongs to it. As high as what it holds, up to a few rows.
class RelatedTickets : public QListView
{
    Q_OBJECT

public:
    explicit RelatedTickets(const QString &name, QWidget *parent = nullptr);

    void setTickets(
        const QVector<store::TicketLine> &tickets, qint64 now_ms, const QTimeZone &zone);
    bool isEmpty() const;
    void enter();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

Q_SIGNALS:
    void picked(const store::TicketLine &ticket);
    void left(); ///< by Esc

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    RelatedTicketModel *m_model;
};

} // namespace ui::intake
