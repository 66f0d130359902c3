// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/conflict_list_model.h"

#include "items/conflict_words.h"

#include <QSet>

#include <algorithm>

namespace items
{

namespace
{

constexpr int mostKept = 500; ///< cards in memory
constexpr qsizetype mostSteps =
    200; ///< changes that are told one by one; more of them are a new list

} // namespace

ConflictListModel::ConflictListModel(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_read(source.read)
    , m_cards(source.read)
    , m_shown(mostKept)
    , m_background(source)
{
}

void ConflictListModel::find(const store::ConflictQuery &query)
{
    m_query = query;
    ++m_asked;
    m_shown.clear();
    ask();
}

void ConflictListModel::ask()
{
    m_cards.forget();
    if (!m_query.subject.isNull())
        return show(m_cards.conflicts().findNumbers(m_query));
    // While many commits come one after the other, one question stands for all of them.
    if (m_isAsking) {
        m_isStale = true;
        return;
    }
    m_isAsking = true;
    m_background
        .ask([query = m_query](
                 store::Reader &read) { return store::ConflictReader(read).findNumbers(query); })
        .then(this, [this, mine = m_asked](const QVector<qint64> &numbers) {
            m_isAsking = false;
            if (mine == m_asked)
                show(numbers);
            if (std::exchange(m_isStale, false))
                ask();
        });
}

/// Both lists run from the newest down, so what came and what went is told by walking along them once.
void ConflictListModel::show(const QVector<qint64> &numbers)
{
    QVector<qint64> came, went;
    std::ranges::set_difference(
        numbers, m_numbers, std::back_inserter(came), std::ranges::greater());
    std::ranges::set_difference(
        m_numbers, numbers, std::back_inserter(went), std::ranges::greater());
    m_isComplete = true;
    if (came.size() + went.size() > mostSteps) {
        beginResetModel();
        m_numbers = numbers;
        endResetModel();
    } else {
        for (qint64 number : std::as_const(went)) {
            const int row = rowOf(number);
            beginRemoveRows({}, row, row);
            m_numbers.removeAt(row);
            endRemoveRows();
        }
        for (qint64 number : std::as_const(came)) {
            const auto place = std::ranges::lower_bound(m_numbers, number, std::ranges::greater());
            const int row = int(place - m_numbers.begin());
            beginInsertRows({}, row, row);
            m_numbers.insert(row, number);
            endInsertRows();
        }
    }
    Q_EMIT found();
}

const ConflictCard *ConflictListModel::at(int row) const
{
    const qint64 number = m_numbers.value(row);
    if (const ConflictCard *known = m_shown.object(number))
        return known;
    auto card = m_cards.card(number);
    if (!card)
        return nullptr;
    auto *kept = new ConflictCard(std::move(*card));
    m_shown.insert(number, kept);
    return kept;
}

void ConflictListModel::takeIn(const store::Committed &committed)
{
    const bool any = std::ranges::any_of(committed.touched,
        [](const store::Touched &touched) { return touched.what == store::Touched::Conflict; });
    renewShown(committed);
    if (any)
        ask();
}

/// What the cards say of the thing that they are about may be otherwise now.
void ConflictListModel::renewShown(const store::Committed &committed)
{
    if (m_shown.isEmpty())
        return;
    QSet<qint64> touched[3]; // by what it is
    for (const store::Touched &each : committed.touched)
        touched[each.what].insert(each.number);
    for (qint64 number : m_shown.keys()) {
        const ConflictCard *card = m_shown.object(number);
        const auto what = card->isAboutTicket() ? store::Touched::Ticket : store::Touched::Row;
        if (!touched[store::Touched::Conflict].contains(number)
            && !touched[what].contains(card->number))
            continue;
        m_shown.remove(number);
        if (const int row = rowOf(number); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    }
}

int ConflictListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_numbers.size());
}

int ConflictListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ConflictListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const ConflictCard *card = at(index.row());
    if (!card)
        return {};
    switch (index.column()) {
    case When:
        return std::max(card->earlier.recorded_ms, card->later.recorded_ms);
    case What:
        return conflictTitle(*card);
    case Subject:
        return card->subject;
    default:
        return peopleWords(*card);
    }
}

} // namespace items
