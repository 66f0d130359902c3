// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_model.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/time_words.h"

#include <QPainter>

namespace ui::widgets
{

namespace
{

constexpr int headHeight = 26;
constexpr int dot = 14;

} // namespace

TimelineModel::TimelineModel(const QTimeZone &zone, QObject *parent)
    : QAbstractListModel(parent)
    , m_zone(zone)
{
}

void TimelineModel::setSteps(const QList<TimelineStep> &steps, qint64 now_ms)
{
    beginResetModel();
    m_steps = steps;
    m_now_ms = now_ms;
    m_timeWidth = 0;
    const QFontMetrics metrics(look::type(look::TypeSize::Small));
    for (int row = 0; row < m_steps.size(); ++row)
        m_timeWidth = std::max(m_timeWidth, metrics.horizontalAdvance(timeOf(row)) + 2);
    endResetModel();
}

QString TimelineModel::timeOf(int row) const
{
    return timeWords(m_steps.at(row).at_ms, m_now_ms, m_zone);
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TimelineStep &step = m_steps.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{timeOf(index.row()), step.who, step.what, step.note}
            .join(QLatin1Char(' '))
            .trimmed();
    case Qt::ToolTipRole:
        return exactTime(step.at_ms, m_zone);
    default:
        return {};
    }
}

TimelineDelegate::TimelineDelegate(const TimelineModel *model, QListView *view)
    : QStyledItemDelegate(view)
    , m_model(model)
    , m_view(view)
{
}

int TimelineDelegate::wordsAt() const
{
    return m_model->timeWidth() + dot + 2 * look::gap;
}

QRect TimelineDelegate::noteArea(int width, const QString &note) const
{
    if (note.isEmpty())
        return {};
    const QFontMetrics metrics(look::type(look::TypeSize::Small));
    const int room = std::max(40, width - wordsAt() - look::gap);
    return metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, note);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width();
    const QRect note = noteArea(width, m_model->at(index.row()).note);
    return {width, headHeight + (note.isNull() ? look::unit : note.height() + look::gap)};
}

void TimelineDelegate::paintLine(
    QPainter *painter, const QStyleOptionViewItem &option, int row) const
{
    const QRect &area = option.rect;
    const int x = area.left() + m_model->timeWidth() + look::gap + dot / 2;
    const int middle = area.top() + headHeight / 2;
    painter->setPen(QPen(look::fieldBorder(option.palette), look::hairline));
    if (row > 0)
        painter->drawLine(x, area.top(), x, middle - dot / 2);
    if (row + 1 < m_model->rowCount())
        painter->drawLine(x, middle + dot / 2, x, area.bottom());
    const Mood mood = m_model->at(row).mood;
    look::paintIcon(painter, QRectF(x - dot / 2.0 + 0.5, middle - dot / 2.0, dot, dot),
        moodIcon(mood), look::toneColor(moodTone(mood), option.palette));
}

void TimelineDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineStep &step = m_model->at(index.row());
    const QRect head(option.rect.left(), option.rect.top(), option.rect.width(), headHeight);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    paintLine(painter, option, index.row());
    const QColor muted = look::toneColor(look::Tone::Muted, option.palette);
    painter->setPen(muted);
    painter->setFont(look::type(look::TypeSize::Small));
    painter->drawText(QRect(head.left(), head.top(), m_model->timeWidth(), headHeight),
        Qt::AlignRight | Qt::AlignVCenter, m_model->timeOf(index.row()));
    QRect words = head.adjusted(wordsAt(), 0, -look::gap, 0);
    painter->setFont(look::type(look::TypeSize::Body));
    painter->setPen(option.palette.color(QPalette::Text));
    const QFontMetrics metrics = painter->fontMetrics();
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(step.what, Qt::ElideRight, words.width()));
    words.setLeft(words.left() + metrics.horizontalAdvance(step.what) + look::gap);
    painter->setPen(muted);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(step.who, Qt::ElideRight, words.width()));
    painter->setFont(look::type(look::TypeSize::Small));
    const QRect note =
        noteArea(option.rect.width(), step.note).translated(head.left() + wordsAt(), head.bottom());
    painter->drawText(note, Qt::TextWordWrap, step.note);
    painter->restore();
}

} // namespace ui::widgets
