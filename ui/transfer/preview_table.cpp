// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/preview_table.h"

#include "look/measures.h"
#include "transfer/mapping_draft.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>

namespace ui::transfer
{

namespace
{

constexpr int leastWidth = 156;
constexpr int mostWidth = 260;
constexpr int mostLetters = 200; // a cell of a million characters is no preview

} // namespace

void PreviewModel::setPreview(const Preview &preview)
{
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_preview.columns.isEmpty() ? 0 : int(m_preview.rows.size()) + 1;
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.columns.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() == mappingRow
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString cell = m_preview.rows.at(index.row() - 1).value(index.column());
    return role == Qt::ToolTipRole ? cell.left(10 * mostLetters)
                                   : cell.left(mostLetters).simplified();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_preview.columns.value(section);
    return {};
}

PreviewTable::PreviewTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new PreviewModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("First rows of the file"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(look::rowHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void PreviewTable::show(const Preview &preview, const MappingDraft &draft)
{
    m_model->setPreview(preview);
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column), leastWidth, mostWidth));
    renewChoices(draft);
    setCurrentIndex(m_model->index(PreviewModel::mappingRow + 1, 0));
}

QComboBox *PreviewTable::choiceFor(const QString &column, const MappingDraft &draft)
{
    auto *choice = new QComboBox;
    choice->setAccessibleName(tr("What %1 is").arg(column));
    choice->addItem(tr("(left out)"), QString());
    for (const exchange::Target &target : draft.targets())
        choice->addItem(target.label, target.key);
    choice->setCurrentIndex(std::max(choice->findData(draft.fieldOf(column)), 0));
    choice->installEventFilter(this);
    connect(choice, &QComboBox::activated, this,
        [this, column, choice] { Q_EMIT fieldChosen(column, choice->currentData().toString()); });
    return choice;
}

void PreviewTable::renewChoices(const MappingDraft &draft)
{
    const QStringList &columns = m_model->preview().columns;
    for (int column = 0; column < columns.size() && m_model->rowCount() > 0; ++column) {
        const QModelIndex index = m_model->index(PreviewModel::mappingRow, column);
        auto *before = qobject_cast<QComboBox *>(indexWidget(index));
        if (before && before->count() == int(draft.targets().keys().size()) + 1)
            before->setCurrentIndex(
                std::max(before->findData(draft.fieldOf(columns.at(column))), 0));
        else
            setIndexWidget(index, choiceFor(columns.at(column), draft));
    }
}

bool PreviewTable::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever scrolls the table must not change what a column is.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore();
        return true;
    }
    return QTableView::eventFilter(watched, event);
}

QString PreviewTable::currentColumn() const
{
    return m_model->preview().columns.value(currentIndex().column());
}

void PreviewTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.column() != previous.column())
        Q_EMIT columnEntered(currentColumn());
}

} // namespace ui::transfer
