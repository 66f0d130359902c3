// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/saved_view.h"

#include "look/measures.h"
#include "look/type.h"
#include "widgets/key_cap.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace ui::intake
{

namespace
{

constexpr double numberPoints = 30;

QLabel *line(QWidget *parent, look::TypeSize size)
{
    auto *label = new QLabel(parent);
    label->setFont(look::type(size));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QGridLayout *keyLines(QWidget *parent)
{
    const std::pair<QKeySequence, QString> keys[] = {
        {Qt::Key_P, SavedView::tr("print the receipt")},
        {Qt::Key_M, SavedView::tr("another matter of the same contact")},
        {Qt::Key_Enter, SavedView::tr("next call; or just begin to type")}};
    auto *grid = new QGridLayout;
    grid->setSpacing(look::gap);
    grid->setColumnStretch(1, 1);
    for (const auto &[key, does] : keys) {
        const int row = grid->rowCount();
        grid->addWidget(new widgets::KeyCap(key, parent), row, 0, Qt::AlignLeft);
        grid->addWidget(new QLabel(does, parent), row, 1);
    }
    return grid;
}

} // namespace

SavedView::SavedView(QWidget *parent)
    : QWidget(parent)
    , m_head(line(this, look::TypeSize::Body))
    , m_number(line(this, look::TypeSize::Large))
    , m_promise(line(this, look::TypeSize::Large))
    , m_due(line(this, look::TypeSize::Body))
    , m_next(line(this, look::TypeSize::Body))
{
    setFocusPolicy(Qt::StrongFocus);
    QFont large = m_number->font();
    large.setPointSizeF(numberPoints);
    m_number->setFont(large);
    m_head->setForegroundRole(QPalette::PlaceholderText);
    auto *column = m_column = new QVBoxLayout(this);
    column->setContentsMargins(2 * look::margin, 2 * look::margin, 2 * look::margin, look::margin);
    column->setSpacing(look::gap);
    for (QLabel *label : {m_head, m_number, m_promise, m_due, m_next})
        column->addWidget(label);
    column->addSpacing(look::margin);
    column->addLayout(keyLines(this));
    column->addStretch();
}

void SavedView::show(const Words &words)
{
    m_head->setText(words.head);
    m_number->setText(words.number);
    m_promise->setText(words.promise);
    m_due->setText(words.due);
    m_next->setText(words.next);
    for (QLabel *label : {m_promise, m_due, m_next})
        label->setVisible(!label->text().isEmpty());
    setAccessibleName(words.head + u' ' + words.number);
    setAccessibleDescription(words.promise);
}

void SavedView::addCard(QWidget *card)
{
    m_column->insertWidget(m_column->indexOf(m_next) + 1, card);
}

void SavedView::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool plain =
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event->key() == Qt::Key_P && plain)
        Q_EMIT printRequested();
    else if (event->key() == Qt::Key_M && plain)
        Q_EMIT anotherMatterRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT nextRequested({});
    else if (plain && !typed.isEmpty() && typed.front().isPrint())
        Q_EMIT nextRequested(typed);
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui::intake
