// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/related_ticket_model.h"

#include "domain/words.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/state_tag.h"
#include "widgets/time_words.h"

#include <QPainter>

namespace ui::intake
{

using store::TicketLine;

namespace
{

constexpr qint64 soon_ms = 30 * 60 * 1000;

widgets::Mood moodOf(const TicketLine &ticket)
{
    return ticket.state == u"received" ? widgets::Mood::Open : widgets::Mood::Running;
}

void paintFirstLine(
    QPainter *painter, const QRect &area, const TicketLine &ticket, const QPalette &palette)
{
    const QFontMetrics metrics(painter->font());
    const QString state = domain::stateWord(ticket.state);
    const int tagWidth = widgets::stateTagWidth(state, metrics);
    widgets::paintStateTag(
        painter, area.adjusted(area.width() - tagWidth, 0, 0, 0), moodOf(ticket), state, palette);
    painter->setPen(palette.color(QPalette::Text));
    const QString matter = ticket.category.isEmpty() ? ticket.title : ticket.category;
    const QString words = ticket.number + QStringLiteral("  ") + matter;
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(words, Qt::ElideRight, area.width() - tagWidth - look::gap));
}

void paintSecondLine(QPainter *painter, const QRect &area, const QString &where,
    const widgets::ClockWords &clock, const QPalette &palette)
{
    const QFontMetrics metrics(painter->font());
    const bool calm = clock.mood == widgets::Mood::Running;
    painter->setPen(
        look::toneColor(calm ? look::Tone::Muted : widgets::moodTone(clock.mood), palette));
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, clock.text);
    painter->setPen(look::toneColor(look::Tone::Muted, palette));
    const int room = area.width() - metrics.horizontalAdvance(clock.text) - look::gap;
    painter->drawText(
        area, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(where, Qt::ElideRight, room));
}

} // namespace

void RelatedTicketModel::setTickets(
    const QVector<TicketLine> &tickets, qint64 now_ms, const QTimeZone &zone)
{
    beginResetModel();
    m_tickets = tickets;
    m_now_ms = now_ms;
    m_zone = zone;
    endResetModel();
}

int RelatedTicketModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tickets.size());
}

QString RelatedTicketModel::where(int row) const
{
    const TicketLine &ticket = at(row);
    return QStringLiteral("%1 · %2").arg(
        widgets::timeWords(ticket.happened_ms, m_now_ms, m_zone), ticket.address);
}

widgets::ClockWords RelatedTicketModel::clock(int row) const
{
    const TicketLine &ticket = at(row);
    if (!ticket.due_ms)
        return {widgets::Mood::Running, {}};
    return widgets::clockWords(ticket.due_ms, m_now_ms, soon_ms);
}

QVariant RelatedTicketModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const TicketLine &ticket = at(index.row());
    const QStringList words{ticket.number, ticket.category, domain::stateWord(ticket.state),
        where(index.row()), clock(index.row()).text};
    return words.join(QStringLiteral(" "));
}

RelatedTicketDelegate::RelatedTicketDelegate(const RelatedTicketModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

int RelatedTicketDelegate::rowHeight(const QFont &font)
{
    const int lines =
        QFontMetrics(font).height() + QFontMetrics(look::type(look::TypeSize::Small)).height();
    return lines + 3 * look::unit;
}

QSize RelatedTicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, rowHeight(option.font)};
}

void RelatedTicketDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    painter->save();
    if (option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus)
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    const QRect area = option.rect.adjusted(look::unit, look::unit, -look::unit, -look::unit);
    QRect first = area, second = area;
    first.setHeight(option.fontMetrics.height() + look::unit);
    second.setTop(first.bottom());
    painter->setFont(option.font);
    paintFirstLine(painter, first, m_model->at(index.row()), palette);
    painter->setFont(look::type(look::TypeSize::Small));
    paintSecondLine(
        painter, second, m_model->where(index.row()), m_model->clock(index.row()), palette);
    painter->restore();
}

} // namespace ui::intake
