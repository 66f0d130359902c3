// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/choice_step.h"

#include "look/desk_style.h"
#include "look/measures.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::start
{

ChoiceStep::ChoiceStep(QWidget *parent)
    : StartStep(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(look::margin);
    m_rows->addStretch();
}

QString ChoiceStep::title() const
{
    return tr("How do you want to begin?");
}

QString ChoiceStep::hint() const
{
    return tr("There is no desk on this computer yet. Nothing is lost by looking at the sample "
              "first.");
}

void ChoiceStep::addChoice(const QString &id, const QString &text, const QString &about)
{
    auto *row = new QWidget(this);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    auto *choice =
        new QPushButton(QStringLiteral("%1  %2").arg(m_choices.size() + 1).arg(text), row);
    choice->setMinimumHeight(look::fieldHeight + look::gap);
    choice->setMinimumWidth(340);
    choice->setAccessibleName(text);
    choice->setAccessibleDescription(about);
    choice->installEventFilter(this);
    connect(choice, &QPushButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    auto *words = new QLabel(about, row);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(choice, 0, Qt::AlignLeft);
    column->addWidget(words);
    m_rows->insertWidget(int(m_choices.size()), row);
    if (m_choices.isEmpty()) {
        choice->setProperty(look::DeskStyle::primaryProperty, true);
        setFocusProxy(choice);
    }
    m_choices.append(choice);
}

bool ChoiceStep::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const qsizetype at = m_choices.indexOf(static_cast<QPushButton *>(watched));
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        m_choices.at(at)->click();
    else if (key >= Qt::Key_1 && key < Qt::Key_1 + int(m_choices.size()))
        m_choices.at(key - Qt::Key_1)->click();
    else if (key == Qt::Key_Down || key == Qt::Key_Up)
        m_choices.at((at + (key == Qt::Key_Down ? 1 : m_choices.size() - 1)) % m_choices.size())
            ->setFocus();
    else
        return false;
    return true;
}

} // namespace ui::start
