// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backup_table.h"

#include "backups/texts.h"
#include "look/icons.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace ui::backups
{

using items::BackupListModel;
using store::BackupReason;

QString BackupWords::words(int column, const QVariant &meaning) const
{
    switch (column) {
    case BackupListModel::Made:
        return momentWords(meaning.toLongLong());
    case BackupListModel::Reason:
        switch (BackupReason(meaning.toInt())) {
        case BackupReason::Daily:
            return tr("of the day");
        case BackupReason::BeforeUpdate:
            return tr("before an update");
        case BackupReason::BeforeRestore:
            return tr("before a restore");
        }
        return {};
    case BackupListModel::Content:
        return meaning.toBool() ? tr("complete, sealed")
                                : tr("database alone, without attachments");
    case BackupListModel::Size:
        return sizeWords(meaning.toLongLong());
    default:
        return meaning.toString().isEmpty() ? tr("read back when it was made") : meaning.toString();
    }
}

QVariant BackupWords::data(const QModelIndex &index, int role) const
{
    const QVariant meaning = QIdentityProxyModel::data(index, BackupListModel::MeaningRole);
    if (!meaning.isValid())
        return {};
    const bool isState = index.column() == BackupListModel::State;
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && isState))
        return words(index.column(), meaning);
    if (role == Qt::DecorationRole && isState) {
        const bool isSound = meaning.toString().isEmpty();
        return look::icon(isSound ? QStringLiteral("done") : QStringLiteral("warning"),
            isSound ? look::Tone::Done : look::Tone::Late);
    }
    if (role == Qt::TextAlignmentRole && index.column() == BackupListModel::Size)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant BackupWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case BackupListModel::Made:
        return tr("Made");
    case BackupListModel::Reason:
        return tr("Why");
    case BackupListModel::Content:
        return tr("Holds");
    case BackupListModel::Size:
        return tr("Size");
    default:
        return tr("State");
    }
}

BackupTable::BackupTable(BackupListModel &list, QWidget *parent)
    : QTableView(parent)
    , m_list(list)
{
    m_words.setSourceModel(&list);
    setModel(&m_words);
    widgets::dressAsList(*this, tr("Backups"));
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QTableView::doubleClicked, this, &BackupTable::ask);
}

void BackupTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QTableView::keyPressEvent(event);
    ask(currentIndex());
}

void BackupTable::ask(const QModelIndex &at)
{
    if (at.isValid())
        Q_EMIT restoreAsked(m_list.at(at.row()).file);
}

} // namespace ui::backups
