// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/enter_walk.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace ui::widgets
{

namespace
{

bool hasLines(QWidget *field)
{
    return qobject_cast<QTextEdit *>(field) || qobject_cast<QPlainTextEdit *>(field);
}

void letTabLeave(QWidget *field)
{
    if (auto *rich = qobject_cast<QTextEdit *>(field))
        rich->setTabChangesFocus(true);
    if (auto *plain = qobject_cast<QPlainTextEdit *>(field))
        plain->setTabChangesFocus(true);
}

} // namespace

EnterWalk::EnterWalk(const QList<QWidget *> &fields, QObject *parent)
    : QObject(parent)
    , m_fields(fields)
{
    for (int field = 0; field < m_fields.size(); ++field) {
        QWidget *widget = m_fields.at(field);
        letTabLeave(widget);
        watch(widget, field);
        for (QWidget *part : widget->findChildren<QWidget *>())
            watch(part, field);
        if (field > 0)
            QWidget::setTabOrder(m_fields.at(field - 1), widget);
    }
}

void EnterWalk::watch(QWidget *widget, int field)
{
    m_fieldOf.insert(widget, field);
    widget->installEventFilter(this);
}

bool EnterWalk::isStep(const QKeyEvent &key, int field) const
{
    if (key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter)
        return false;
    const Qt::KeyboardModifiers held = key.modifiers() & ~Qt::KeypadModifier;
    if (hasLines(m_fields.at(field)))
        return held == Qt::ControlModifier;
    return held == Qt::NoModifier || held == Qt::ShiftModifier;
}

bool EnterWalk::eventFilter(QObject *watched, QEvent *event)
{
    const auto found = m_fieldOf.constFind(watched);
    if (found == m_fieldOf.cend())
        return false;
    m_composition.follow(*event);
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    if (!isStep(*key, *found))
        return false;
    if (m_composition.stands())
        return true;
    // The field acts first: it takes what its list highlights, it says that it was left.
    if (!hasLines(m_fields.at(*found)))
        watched->event(event);
    event->accept();
    step(*found, key->modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

void EnterWalk::step(int field, bool back)
{
    const int by = back ? -1 : 1;
    for (int next = field + by; next >= 0 && next < m_fields.size(); next += by) {
        QWidget *widget = m_fields.at(next);
        if (widget->isVisible() && widget->isEnabled()) {
            widget->setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
            return;
        }
    }
    if (!back)
        Q_EMIT finished();
}

} // namespace ui::widgets
