// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/card_list.h"

#include "look/icons.h"
#include "look/palette.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::map
{

namespace
{

constexpr int clockWidth = 156;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

CardList::CardList(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    m_model.setColumnCount(2);
    m_rows = widgets::makeListView(m_model, name, {0, clockWidth}, this);
    m_rows->horizontalHeader()->hide();
    m_rows->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    setFocusProxy(m_rows);
    connect(m_rows, &QTableView::doubleClicked, this, &CardList::activate);
}

void CardList::show(const QVector<CardLine> &lines)
{
    m_lines = lines;
    m_model.setRowCount(0);
    for (const CardLine &line : lines) {
        auto *title = new QStandardItem(line.title);
        title->setToolTip(joined({line.number, line.title}));
        title->setData(joined({line.number, line.title, line.clock}), Qt::AccessibleTextRole);
        auto *clock = new QStandardItem(line.clock);
        clock->setIcon(look::icon(widgets::moodIcon(line.mood), widgets::moodTone(line.mood)));
        clock->setForeground(look::toneColor(widgets::moodTone(line.mood), palette()));
        m_model.appendRow({title, clock});
        for (QStandardItem *item : {title, clock})
            item->setEditable(false);
    }
    setVisible(!lines.isEmpty());
    if (!lines.isEmpty())
        m_rows->selectRow(0);
}

void CardList::activate(const QModelIndex &row)
{
    if (row.isValid() && row.row() < m_lines.size())
        Q_EMIT activated(m_lines.at(row.row()).id);
}

bool CardList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_rows && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activate(m_rows->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::map
