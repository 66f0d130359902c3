// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/choice_strip.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/chip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>

namespace ui::widgets
{

ChoiceStrip::ChoiceStrip(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_hint(new QLabel(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus); // through the chosen chip, its focus proxy
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::unit);
    layout->addWidget(m_hint);
    layout->addStretch();
    m_hint->setFont(look::type(look::TypeSize::Small));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(look::unit, 0, 0, 0);
    m_hint->hide();
}

void ChoiceStrip::setChoices(const QList<Choice> &choices)
{
    const QString before = current();
    setFocusProxy(nullptr); // the order of Tab below is that of the strip itself
    qDeleteAll(m_chips);
    m_chips.clear();
    m_choices = choices;
    auto *row = static_cast<QHBoxLayout *>(layout());
    for (int place = 0; place < m_choices.size(); ++place) {
        const Choice &choice = m_choices.at(place);
        auto *chip = new Chip(choice.text, this);
        chip->setAccessibleName(accessibleName() + QStringLiteral(": ") + choice.text);
        if (!choice.icon.isEmpty())
            chip->setIcon(look::icon(choice.icon));
        chip->installEventFilter(this);
        connect(chip, &Chip::clicked, this, [this, place] { this->choose(place, true); });
        row->insertWidget(place, chip);
        setTabOrder(place == 0 ? static_cast<QWidget *>(this) : m_chips.constLast(), chip);
        m_chips.append(chip);
    }
    setCurrent(before);
    renewShortcuts();
}

void ChoiceStrip::setShortcutModifier(Qt::KeyboardModifier modifier)
{
    m_modifier = modifier;
    renewShortcuts();
}

void ChoiceStrip::renewShortcuts()
{
    qDeleteAll(m_shortcuts);
    m_shortcuts.clear();
    m_hint->setVisible(m_modifier != Qt::NoModifier && !m_chips.isEmpty());
    if (m_modifier == Qt::NoModifier)
        return;
    const int reach = std::min<int>(m_chips.size(), 9);
    for (int place = 0; place < reach; ++place) {
        const QKeySequence keys(QKeyCombination(m_modifier, Qt::Key(Qt::Key_1 + place)));
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, place] { choose(place, true); });
        m_chips.at(place)->setToolTip(keys.toString(QKeySequence::NativeText));
        m_shortcuts.append(shortcut);
        if (place == 0)
            m_hint->setText(
                QStringLiteral("%1…%2").arg(keys.toString(QKeySequence::NativeText)).arg(reach));
    }
}

int ChoiceStrip::row() const
{
    for (int place = 0; place < m_chips.size(); ++place) {
        if (m_chips.at(place)->isChecked())
            return place;
    }
    return -1;
}

QString ChoiceStrip::current() const
{
    const int place = row();
    return place < 0 ? QString() : m_choices.at(place).id;
}

void ChoiceStrip::setCurrent(const QString &id)
{
    for (int place = 0; place < m_chips.size(); ++place)
        m_chips.at(place)->setChecked(!id.isEmpty() && m_choices.at(place).id == id);
    renewStops();
}

void ChoiceStrip::choose(int chosen, bool focus)
{
    for (int place = 0; place < m_chips.size(); ++place)
        m_chips.at(place)->setChecked(place == chosen);
    renewStops();
    if (focus)
        m_chips.at(chosen)->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT currentChanged(m_choices.at(chosen).id);
}

void ChoiceStrip::renewStops()
{
    const int stop = std::max(row(), 0);
    for (int place = 0; place < m_chips.size(); ++place)
        m_chips.at(place)->setFocusPolicy(place == stop ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(m_chips.isEmpty() ? nullptr : m_chips.at(stop));
}

bool ChoiceStrip::walk(int key)
{
    const int last = int(m_chips.size()) - 1;
    const int here = row();
    const int digit = key - Qt::Key_1;
    if (key == Qt::Key_Right || key == Qt::Key_Down)
        choose(here >= last ? 0 : here + 1, true);
    else if (key == Qt::Key_Left || key == Qt::Key_Up)
        choose(here <= 0 ? last : here - 1, true);
    else if (digit >= 0 && digit <= std::min(last, 8))
        choose(digit, true);
    else
        return false;
    return true;
}

bool ChoiceStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~Qt::KeypadModifier) && walk(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::widgets
