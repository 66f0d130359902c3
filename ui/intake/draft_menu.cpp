// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/draft_menu.h"

#include "intake/intake_form.h"

#include <QMenu>

namespace ui::intake
{

DraftMenu::DraftMenu(items::Drafts &drafts, QWidget *parent)
    : QToolButton(parent)
    , m_drafts(drafts)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::NoFocus);
    setMenu(new QMenu(this));
    connect(&drafts, &items::Drafts::changed, this, &DraftMenu::renew);
    renew();
}

void DraftMenu::setCurrent(const domain::Id &id)
{
    m_current = id;
    renew();
}

void DraftMenu::renew()
{
    menu()->clear();
    const auto &all = m_drafts.all();
    for (auto draft = all.crbegin(); draft != all.crend(); ++draft) {
        if (draft->id == m_current)
            continue;
        QAction *action = menu()->addAction(IntakeForm::draftWords(draft->fields));
        connect(action, &QAction::triggered, this, [this, id = draft->id] { Q_EMIT picked(id); });
    }
    const int count = int(menu()->actions().size());
    setText(tr("%n draft(s)", nullptr, count) + QStringLiteral("  Ctrl+O"));
    setVisible(count > 0);
}

} // namespace ui::intake
