// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/preview_table.h"

#include "look/icons.h"
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
constexpr int mostReason = 420;
constexpr int mostLetters = 200; // a cell of a million characters is no preview

} // namespace

void PreviewModel::setPreview(const Preview &preview)
{
    beginResetModel();
    m_preview = preview;
    m_head = preview.rows.size();
    m_reasons.clear();
    endResetModel();
}

void PreviewModel::setRefused(const QVector<RefusedRow> &rows)
{
    if (const qsizetype below = m_preview.rows.size() - m_head; below > 0) {
        beginRemoveRows({}, int(m_head) + 1, int(m_preview.rows.size()));
        m_preview.rows.resize(m_head);
        m_preview.lines.resize(m_head);
        endRemoveRows();
    }
    m_reasons.clear();
    QVector<RefusedRow> below;
    for (const RefusedRow &row : rows) {
        m_reasons.insert(row.line, row.reason);
        if (!m_preview.lines.contains(row.line))
            below.append(row);
    }
    if (!below.isEmpty()) {
        beginInsertRows({}, int(m_head) + 1, int(m_head + below.size()));
        for (const RefusedRow &row : std::as_const(below)) {
            m_preview.rows.append(row.cells);
            m_preview.lines.append(row.line);
        }
        endInsertRows();
    }
    if (m_head > 0)
        Q_EMIT dataChanged(index(1, reasonColumn()), index(int(m_head), reasonColumn()));
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_preview.columns.isEmpty() ? 0 : int(m_preview.rows.size()) + 1;
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_preview.columns.isEmpty() ? 0 : int(m_preview.columns.size()) + 1;
}

QVariant PreviewModel::reasonData(int row, int role) const
{
    const qint64 line = m_preview.lines.value(row - 1);
    const QString reason = m_reasons.value(line);
    if (reason.isEmpty())
        return {};
    if (role == Qt::DisplayRole)
        return tr("Line %1: %2").arg(line).arg(reason);
    if (role == Qt::ToolTipRole)
        return reason;
    return role == Qt::DecorationRole
        ? QVariant(look::icon(QStringLiteral("warning"), look::Tone::Late))
        : QVariant();
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() == mappingRow)
        return {};
    if (index.column() == reasonColumn())
        return reasonData(index.row(), role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString cell = m_preview.rows.at(index.row() - 1).value(index.column());
    return role == Qt::ToolTipRole ? cell.left(10 * mostLetters)
                                   : cell.left(mostLetters).simplified();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return section == reasonColumn() ? tr("Refused because") : m_preview.columns.value(section);
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
    setColumnHidden(m_model->reasonColumn(), true);
    resizeColumnsToContents();
    for (int column = 0; column < m_model->reasonColumn(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column), leastWidth, mostWidth));
    renewChoices(draft);
    setCurrentIndex(m_model->index(PreviewModel::mappingRow + 1, 0));
}

/// Reasons stand before the rows: a table may be wider than the window.
void PreviewTable::showRefused(const QVector<RefusedRow> &rows)
{
    const int column = m_model->reasonColumn();
    m_model->setRefused(rows);
    if (m_model->columnCount() == 0)
        return;
    setColumnHidden(column, rows.isEmpty());
    if (rows.isEmpty())
        return;
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), 0);
    resizeColumnToContents(column);
    setColumnWidth(column, std::clamp(columnWidth(column), leastWidth, mostReason));
    scrollTo(m_model->index(rowOf(rows), column));
}

/// The first of the refused rows, so that it comes into sight.
int PreviewTable::rowOf(const QVector<RefusedRow> &rows) const
{
    const qsizetype at = m_model->preview().lines.indexOf(rows.constFirst().line);
    return int(at) + 1;
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
