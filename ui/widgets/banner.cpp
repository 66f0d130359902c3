// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/banner.h"

#include "look/icons.h"
#include "look/measures.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace ui::widgets
{

namespace
{

constexpr int wordsAt = look::margin + look::smallIcon + look::gap;

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_undoButton(new QPushButton(look::icon(QStringLiteral("undo")), tr("Undo"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(wordsAt, look::unit, look::gap, look::unit);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_undoButton);
    auto *close = new QToolButton(this);
    close->setIcon(look::icon(QStringLiteral("close"), look::Tone::Muted));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss"));
    close->setToolTip(tr("Dismiss"));
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(m_undoButton, &QPushButton::clicked, this, [this] {
        const std::function<void()> undo = m_undo;
        dismiss();
        if (undo)
            undo();
    });
    hide();
}

void Banner::showMessage(Mood mood, const QString &text)
{
    put(mood, text, {});
}

void Banner::showUndoable(const QString &text, std::function<void()> undo)
{
    put(Mood::Done, text, std::move(undo));
}

void Banner::put(Mood mood, const QString &text, std::function<void()> undo)
{
    m_mood = mood;
    m_undo = std::move(undo);
    m_text->setText(text);
    m_undoButton->setVisible(bool(m_undo));
    setAccessibleName(text);
    show();
    update();
}

void Banner::dismiss()
{
    if (isHidden())
        return;
    m_undo = {};
    hide();
    Q_EMIT dismissed();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Tone tone = moodTone(m_mood);
    painter.fillRect(rect(), look::tint(tone, palette()));
    painter.setPen(look::hairlineColor(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const QRect place(
        look::margin, (height() - look::smallIcon) / 2, look::smallIcon, look::smallIcon);
    look::paintIcon(&painter, place, moodIcon(m_mood), look::toneColor(tone, palette()));
}

} // namespace ui::widgets
