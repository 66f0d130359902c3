// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_toast.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::notices
{

namespace
{

constexpr int widest = 92 * look::unit;
constexpr int wordsAt = look::margin + look::smallIcon + look::gap;

} // namespace

NoticeToast::NoticeToast(QWidget *frame)
    : QFrame(frame)
    , m_heading(new QLabel(this))
    , m_detail(new QLabel(this))
{
    setObjectName(QStringLiteral("toast"));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setCursor(Qt::PointingHandCursor);
    m_heading->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_detail->setFont(look::type(look::TypeSize::Small));
    for (QLabel *label : {m_heading, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFocusPolicy(Qt::NoFocus);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wordsAt, look::gap, look::margin, look::gap);
    column->setSpacing(look::unit / 2);
    column->addWidget(m_heading);
    column->addWidget(m_detail);
    m_timer.setSingleShot(true);
    m_timer.setInterval(stands_ms);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    frame->installEventFilter(this);
    hide();
}

void NoticeToast::say(const QString &heading, const QString &detail)
{
    m_heading->setText(heading);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(detail.isEmpty() ? heading : heading + QStringLiteral(": ") + detail);
    place();
    show();
    raise();
    m_timer.start();
    // Read out, without the focus going anywhere.
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeToast::place()
{
    const int width = std::min(widest, parentWidget()->width() - 2 * look::margin);
    layout()->activate();
    const int height = heightForWidth(width) > 0 ? heightForWidth(width) : sizeHint().height();
    setGeometry(parentWidget()->width() - width - look::gap,
        parentWidget()->height() - m_bottom - height - look::gap, width, height);
}

void NoticeToast::mousePressEvent(QMouseEvent *)
{
    hide();
    Q_EMIT opened();
}

bool NoticeToast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return false;
}

void NoticeToast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look::toneColor(look::Tone::Accent, palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::corner, look::corner);
    const QRect place(look::margin, look::gap + 2, look::smallIcon, look::smallIcon);
    look::paintIcon(
        &painter, place, QStringLiteral("bell"), look::toneColor(look::Tone::Accent, palette()));
}

} // namespace ui::notices
