// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_line.h"

#include "look/measures.h"
#include "look/type.h"
#include "widgets/icon_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui::shell
{

namespace
{

struct Sign {
    QString icon;
    look::Tone tone;
};

Sign signOf(StatusLine::Sync sync)
{
    switch (sync) {
    case StatusLine::Sync::Alone:
        return {QStringLiteral("desks"), look::Tone::Muted};
    case StatusLine::Sync::InStep:
        return {QStringLiteral("synced"), look::Tone::Done};
    case StatusLine::Sync::Behind:
        return {QStringLiteral("clock"), look::Tone::Soon};
    case StatusLine::Sync::Offline:
        return {QStringLiteral("offline"), look::Tone::Muted};
    case StatusLine::Sync::Trouble:
        return {QStringLiteral("conflict"), look::Tone::Late};
    }
    return {};
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_sync(new widgets::IconText(this))
    , m_dueSoon(new widgets::IconText(this))
    , m_saved(new widgets::IconText(this))
    , m_online(new widgets::IconText(this))
    , m_find(new QLabel(this))
{
    setFont(look::type(look::TypeSize::Small));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3 * look::unit, look::hairline, look::margin, 0);
    row->setSpacing(6 * look::unit);
    for (widgets::IconText *part : {m_sync, m_dueSoon, m_saved, m_online}) {
        part->setFont(font());
        part->hide();
        row->addWidget(part);
    }
    m_online->setObjectName(QStringLiteral("online"));
    for (widgets::IconText *link : {m_sync, m_online}) {
        link->setCursor(Qt::PointingHandCursor);
        link->installEventFilter(this);
    }
    row->addStretch();
    m_find->setFont(font());
    m_find->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_find);
    setFixedHeight(std::max(look::fieldHeight, fontMetrics().height() + look::gap));
}

void StatusLine::setSync(Sync sync, const QString &words)
{
    const Sign sign = signOf(sync);
    m_sync->setContent(sign.icon, words, sign.tone);
    m_sync->setVisible(!words.isEmpty());
}

void StatusLine::setDueSoon(int count)
{
    m_dueSoon->setContent(
        QStringLiteral("warning"), tr("%n about to be late", nullptr, count), look::Tone::Soon);
    m_dueSoon->setVisible(count > 0);
}

void StatusLine::setSaved(const QString &time)
{
    m_saved->setContent(QStringLiteral("done"), tr("saved %1").arg(time), look::Tone::Muted);
    m_saved->setVisible(!time.isEmpty());
}

void StatusLine::setOnline(widgets::Mood mood, const QString &words)
{
    m_online->setContent(widgets::moodIcon(mood), words, widgets::moodTone(mood));
    m_online->setVisible(!words.isEmpty());
}

void StatusLine::setFindKeys(const QKeySequence &keys)
{
    m_find->setText(
        keys.isEmpty() ? QString() : tr("%1 find").arg(keys.toString(QKeySequence::NativeText)));
}

void StatusLine::setSyncHint(const QString &hint)
{
    m_sync->setToolTip(hint);
    m_sync->setAccessibleDescription(hint);
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sync && event->type() == QEvent::MouseButtonRelease)
        Q_EMIT syncAsked();
    if (watched == m_online && event->type() == QEvent::MouseButtonRelease)
        Q_EMIT onlineAsked();
    return QWidget::eventFilter(watched, event);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(look::hairlineColor(palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace ui::shell
