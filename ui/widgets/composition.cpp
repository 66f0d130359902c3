// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composition.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

namespace ui::widgets
{

void Composition::follow(const QEvent &event)
{
    if (event.type() == QEvent::InputMethod)
        m_stands = !static_cast<const QInputMethodEvent &>(event).preeditString().isEmpty();
    else if (event.type() == QEvent::FocusOut)
        m_stands = false;
}

bool Composition::isActionKey(const QKeyEvent &key)
{
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return true;
    const QString text = key.text();
    return text.isEmpty() || !text.front().isPrint();
}

bool CompositionGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType())
        return false;
    m_composition.follow(*event);
    if (!m_composition.stands())
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return event->type() == QEvent::KeyPress
        && Composition::isActionKey(*static_cast<QKeyEvent *>(event));
}

} // namespace ui::widgets
