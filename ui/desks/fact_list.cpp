// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/fact_list.h"

#include "look/measures.h"

#include <QGridLayout>
#include <QLabel>

namespace ui::desks
{

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::margin);
    m_grid->setVerticalSpacing(look::unit);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const Facts &facts)
{
    // What is the same stays, so that a selection in it isn't lost under the hand.
    if (std::exchange(m_facts, facts) == facts)
        return;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto &[name, value] : facts) {
        if (value.isEmpty())
            continue;
        auto *label = new QLabel(name, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto *text = new QLabel(value, this);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setAccessibleName(name + QStringLiteral(": ") + value);
        m_grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(text, row, 1, Qt::AlignTop);
        ++row;
    }
}

} // namespace ui::desks
