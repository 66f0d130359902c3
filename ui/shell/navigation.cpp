// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigation.h"

#include "look/measures.h"
#include "look/palette.h"
#include "shell/nav_button.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui::shell
{

Navigation::Navigation(QWidget *parent)
    : QScrollArea(parent)
{
    auto *list = new QWidget(this);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, look::unit, look::hairline, look::unit);
    m_column->setSpacing(0);
    m_column->addStretch();
    setWidget(list);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    setAccessibleName(tr("Pages"));
}

void Navigation::addPage(const QString &id, const QString &icon, const QString &title)
{
    auto *button = new NavButton(icon, title, widget());
    button->setObjectName(id);
    button->setNarrow(m_narrow);
    button->installEventFilter(this);
    connect(button, &NavButton::clicked, this, [this, id] { Q_EMIT picked(id); });
    m_column->insertWidget(m_column->count() - 1, button);
    m_buttons.insert(id, button);
    m_order.append(button);
    fitWidth();
}

void Navigation::setKeys(const QString &id, const QKeySequence &keys)
{
    if (NavButton *button = m_buttons.value(id))
        button->setKeys(keys);
}

void Navigation::setCount(const QString &id, int count)
{
    if (NavButton *button = m_buttons.value(id))
        button->setCount(count);
}

void Navigation::setCurrent(const QString &id)
{
    if (NavButton *button = m_buttons.value(id)) {
        button->setChecked(true);
        ensureWidgetVisible(button, 0, 0);
    }
}

void Navigation::setOpen(const QString &id, bool open)
{
    if (NavButton *button = m_buttons.value(id))
        button->setVisible(open);
}

void Navigation::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    for (NavButton *button : std::as_const(m_order))
        button->setNarrow(narrow);
    fitWidth();
}

void Navigation::fitWidth()
{
    if (!m_order.isEmpty())
        setFixedWidth(m_order.constFirst()->sizeHint().width() + look::hairline);
}

bool Navigation::walk(NavButton *from, int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        from->click();
        return true;
    }
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    const int way = key == Qt::Key_Down ? 1 : -1;
    int next = int(m_order.indexOf(from)) + way;
    while (next >= 0 && next < m_order.size() && m_order.at(next)->isHidden())
        next += way;
    if (next >= 0 && next < m_order.size()) {
        m_order.at(next)->setFocus(Qt::TabFocusReason);
        ensureWidgetVisible(m_order.at(next), 0, 0);
    }
    return true;
}

bool Navigation::eventFilter(QObject *watched, QEvent *event)
{
    // The viewport's own events come here too; only the pages' keys are ours.
    if (event->type() == QEvent::KeyPress) {
        auto *button = qobject_cast<NavButton *>(watched);
        if (button && walk(button, static_cast<QKeyEvent *>(event)->key()))
            return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void Navigation::paintEvent(QPaintEvent *event)
{
    QScrollArea::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(look::hairlineColor(palette()));
    const QRect area = viewport()->rect();
    painter.drawLine(area.topRight(), area.bottomRight());
}

} // namespace ui::shell
