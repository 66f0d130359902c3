// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/related_tickets.h"

#include "intake/related_ticket_model.h"

#include <QKeyEvent>

namespace ui::intake
{

namespace
{

constexpr int mostRows = 4;

} // namespace

RelatedTickets::RelatedTickets(const QString &name, QWidget *parent)
    : QListView(parent)
    , m_model(new RelatedTicketModel(this))
{
    setModel(m_model);
    setItemDelegate(new RelatedTicketDelegate(m_model, this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex &index) { Q_EMIT picked(m_model->at(index.row())); });
    hide();
}

void RelatedTickets::setTickets(
    const QVector<store::TicketLine> &tickets, qint64 now_ms, const QTimeZone &zone)
{
    const int row = currentIndex().row();
    m_model->setTickets(tickets, now_ms, zone);
    setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(m_model->rowCount() - 1, 0)), 0));
    setVisible(!tickets.isEmpty());
    updateGeometry();
}

bool RelatedTickets::isEmpty() const
{
    return m_model->rowCount() == 0;
}

void RelatedTickets::enter()
{
    setFocus(Qt::ShortcutFocusReason);
    if (!currentIndex().isValid())
        setCurrentIndex(m_model->index(0, 0));
}

QSize RelatedTickets::sizeHint() const
{
    const int rows = std::min(m_model->rowCount(), mostRows);
    return {280, rows * RelatedTicketDelegate::rowHeight(font())};
}

void RelatedTickets::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT picked(m_model->at(currentIndex().row()));
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QListView::keyPressEvent(event);
}

} // namespace ui::intake
