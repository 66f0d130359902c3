// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/duplicate_model.h"

#include "items/shown_contact.h"

namespace items
{

using namespace domain;

DuplicateModel::DuplicateModel(const Source &source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
    , m_background(source)
{
}

DuplicateModel::~DuplicateModel()
{
    m_isCancelled = true;
}

void DuplicateModel::search()
{
    if (std::exchange(m_isSearching, true))
        return;
    m_isCancelled = false;
    const auto step = [this](int percent) {
        QMetaObject::invokeMethod(
            this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
        return !m_isCancelled;
    };
    m_background.ask([step](store::Reader &reader) { return reader.findDuplicates(step); })
        .then(this, [this](const QVector<DuplicatePair> &pairs) {
            beginResetModel();
            m_pairs = pairs;
            m_isSearching = false;
            endResetModel();
            Q_EMIT completed();
        });
}

void DuplicateModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_pairs.removeAt(row);
    endRemoveRows();
}

int DuplicateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

QVariant DuplicateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DuplicatePair &pair = m_pairs.at(index.row());
    const auto name = [this](qint64 number) {
        const auto row = m_source.read.findRow(number);
        return row ? showContact(m_source.read, *row, Clarity::Masked).name : QString();
    };
    switch (role) {
    case OneRole:
        return pair.one;
    case OtherRole:
        return pair.other;
    case LikelihoodRole:
        return likenessWord(likenessOf(pair.why));
    case ReasonRole:
        return samenessWords(pair.why);
    case Qt::DisplayRole:
        return QStringLiteral("%1 · %2").arg(name(pair.one), name(pair.other));
    default:
        return {};
    }
}

} // namespace items
