// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist.h"

#include "look/measures.h"

#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace ui::widgets
{

namespace
{
constexpr int mostRowsShown = 6;
} // namespace

Checklist::Checklist(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_other(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    column->addWidget(m_list);
    column->addWidget(m_other);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_other->setPlaceholderText(tr("Others, with commas between"));
    m_other->setAccessibleName(tr("Others"));
    connect(m_list, &QListWidget::itemChanged, this, &Checklist::changed);
    connect(m_other, &QLineEdit::textChanged, this, &Checklist::changed);
    setItems({});
}

void Checklist::setItems(const QStringList &items)
{
    const QSignalBlocker silent(m_list);
    m_list->clear();
    m_other->clear();
    for (const QString &item : items) {
        auto *row = new QListWidgetItem(item, m_list);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        row->setCheckState(Qt::Unchecked);
    }
    m_list->setCurrentRow(items.isEmpty() ? -1 : 0);
    const int rows = std::min(int(items.size()), mostRowsShown);
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    m_list->setVisible(!items.isEmpty());
    setFocusProxy(items.isEmpty() ? static_cast<QWidget *>(m_other) : m_list);
}

QStringList Checklist::items() const
{
    QStringList items;
    for (int row = 0; row < m_list->count(); ++row)
        items << m_list->item(row)->text();
    return items;
}

QStringList Checklist::ticked() const
{
    QStringList ticked;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            ticked << m_list->item(row)->text();
    }
    static const QRegularExpression between(QStringLiteral("[,，、;；]"));
    for (const QString &other : m_other->text().split(between)) {
        if (const QString one = other.trimmed(); !one.isEmpty())
            ticked << one;
    }
    return ticked;
}

void Checklist::setTicked(const QStringList &items)
{
    QStringList others = items;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setCheckState(items.contains(item->text()) ? Qt::Checked : Qt::Unchecked);
        others.removeAll(item->text());
    }
    m_other->setText(others.join(QStringLiteral("、")));
}

} // namespace ui::widgets
