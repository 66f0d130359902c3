// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/action_bar.h"

#include "domain/words.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/flow_layout.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

namespace ui::tickets
{

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent)
    , m_hint(new QLabel(this))
    , m_nothing(new QLabel(this))
{
    setAccessibleName(tr("What to do next"));
    new widgets::FlowLayout(this);
    m_hint->setFont(look::type(look::TypeSize::Small));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setFixedHeight(look::fieldHeight);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setFixedHeight(look::fieldHeight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ActionBar::setActions(const std::vector<const domain::ActionSpec *> &actions)
{
    qDeleteAll(findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    std::vector<const domain::ActionSpec *> aside;
    int place = 0;
    for (const domain::ActionSpec *action : actions) {
        if (action->isAside && !*action->answers)
            aside.push_back(action);
        else
            addButton(*action, place++);
    }
    addMore(aside);
    showHint(std::min(place, 9));
    updateGeometry();
}

void ActionBar::setNothing(const QString &words)
{
    m_nothing->setText(words);
    m_nothing->setVisible(!words.isEmpty());
    layout()->removeWidget(m_nothing);
    if (!words.isEmpty())
        layout()->addWidget(m_nothing);
    updateGeometry();
}

void ActionBar::showHint(int keys)
{
    const QString first = QKeySequence(Qt::CTRL | Qt::Key_1).toString(QKeySequence::NativeText);
    m_hint->setText(QStringLiteral("%1…%2").arg(first).arg(keys));
    m_hint->setVisible(keys > 1);
    layout()->removeWidget(m_hint);
    layout()->addWidget(m_hint);
}

void ActionBar::addButton(const domain::ActionSpec &action, int place)
{
    const QString code = QString::fromLatin1(action.code);
    auto *button = new QPushButton(domain::actionWord(code), this);
    button->setObjectName(code);
    button->setAutoDefault(false);
    // Only a step on the way is what is due; a note or a correction never is.
    button->setProperty(look::DeskStyle::primaryProperty, place == 0 && !action.from.empty());
    if (place < 9) {
        const QKeySequence keys(QKeyCombination(Qt::ControlModifier, Qt::Key(Qt::Key_1 + place)));
        // A button's own shortcut clicks a moment later, and what is typed meanwhile would be lost.
        auto *shortcut = new QShortcut(keys, button);
        connect(shortcut, &QShortcut::activated, this, [this, code] { Q_EMIT picked(code); });
        button->setToolTip(keys.toString(QKeySequence::NativeText));
    }
    connect(button, &QPushButton::clicked, this, [this, code] { Q_EMIT picked(code); });
    layout()->addWidget(button);
    button->setVisible(true);
}

void ActionBar::addMore(const std::vector<const domain::ActionSpec *> &actions)
{
    if (actions.empty())
        return;
    auto *button = new QPushButton(tr("More"), this);
    button->setObjectName(QStringLiteral("more"));
    button->setAutoDefault(false);
    auto *menu = new QMenu(button);
    for (const domain::ActionSpec *action : actions) {
        const QString code = QString::fromLatin1(action->code);
        QAction *entry = menu->addAction(domain::actionWord(code));
        entry->setObjectName(code);
        connect(entry, &QAction::triggered, this, [this, code] { Q_EMIT picked(code); });
    }
    button->setMenu(menu);
    const QKeySequence keys(Qt::CTRL | Qt::Key_0);
    auto *shortcut = new QShortcut(keys, button);
    connect(shortcut, &QShortcut::activated, button, &QPushButton::showMenu);
    button->setToolTip(keys.toString(QKeySequence::NativeText));
    layout()->addWidget(button);
    button->setVisible(true);
}

} // namespace ui::tickets
