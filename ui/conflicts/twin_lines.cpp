// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflicts/twin_lines.h"

#include "look/measures.h"
#include "widgets/icon_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::conflicts
{

namespace
{
constexpr qsizetype mostLines = 4; // above a list that matters more
} // namespace

TwinLines::TwinLines(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_list(tickets::sourceOf(desk))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    m_column->setSpacing(look::unit);
    setAccessibleName(tr("Labels given twice"));
    hide();
    connect(&desk, &Desk::committed, &m_list, &items::TwinList::takeIn);
    connect(&m_list, &items::TwinList::changed, this, &TwinLines::renew);
    m_list.find();
}

void TwinLines::renew()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const store::Twin &twin : m_list.twins().first(qMin(mostLines, m_list.twins().size())))
        add(twin);
    if (const qsizetype more = m_list.twins().size() - mostLines; more > 0)
        m_column->addWidget(new QLabel(tr("and %n more", nullptr, int(more)), this));
    setVisible(!m_list.twins().isEmpty());
}

void TwinLines::add(const store::Twin &twin)
{
    auto *line = new QWidget(this);
    auto *words = new widgets::IconText(line);
    words->setWraps();
    words->setContent(QStringLiteral("conflict"), items::TwinList::words(twin), look::Tone::Soon);
    auto *open = new QPushButton(tr("Open"), line);
    open->setAccessibleName(tr("Open: %1").arg(items::TwinList::words(twin)));
    connect(open, &QPushButton::clicked, this,
        [this, reg = twin.row.row.reg, row = twin.row.row.id] { Q_EMIT rowAsked(reg, row); });
    auto *inner = new QHBoxLayout(line);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(words, 1);
    inner->addWidget(open);
    m_column->addWidget(line);
}

} // namespace ui::conflicts
