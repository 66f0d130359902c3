// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/dispatch_bar.h"

#include "look/measures.h"
#include "tickets/candidates.h"
#include "widgets/enter_walk.h"
#include "widgets/type_ahead_edit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace ui::intake
{

using widgets::TypeAheadEdit;

DispatchBar::DispatchBar(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_whom(new TypeAheadEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *label = new QLabel(tr("Dispatch to"), this);
    label->setBuddy(m_whom);
    row->addWidget(label);
    row->addWidget(m_whom, 1);
    row->addWidget(new QLabel(tr("Enter dispatches, Esc goes back"), this));
    m_whom->setAccessibleName(tr("Team or person"));
    m_whom->setPlaceholderText(tr("Team or person"));
    m_whom->setMatch(tickets::matchesName);
    m_whom->setSource([&desk] { return dispatchCandidates(desk.read()); });
    m_whom->installEventFilter(this);
    auto *walk = new widgets::EnterWalk({m_whom}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &DispatchBar::agree);
    hide();
}

void DispatchBar::open(const std::optional<items::Proposal> &proposal)
{
    setVisible(true);
    m_whom->clearChoice();
    if (proposal)
        m_whom->chooseId(QVariant::fromValue(Dispatchee{proposal->team, proposal->personId}));
    m_whom->setFocus(Qt::OtherFocusReason);
    m_whom->selectAll();
}

void DispatchBar::agree()
{
    if (m_whom->chosen())
        Q_EMIT agreed(m_whom->chosen()->id.value<Dispatchee>());
}

bool DispatchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_whom && event->type() == QEvent::KeyPress && !m_whom->isListOpen()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        hide();
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::intake
