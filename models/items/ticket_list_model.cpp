// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/ticket_list_model.h"

#include "domain/ticket_fields.h"

#include <algorithm>

namespace items
{

namespace
{

constexpr int firstPage = 100;
constexpr int newestShown = 50;
constexpr int block = 128;
constexpr int keptLines = 40 * block;
/// More touched rows than this are found anew as a whole.
constexpr int placedSingly = 64;
/// So many times as long as finding the whole list took it rests before it is found again.
constexpr int restFactor = 3;

struct ColumnSpec {
    const char *key;
    const char *sort;
};
constexpr ColumnSpec columnSpecs[TicketListModel::columns] = {{"number", "recorded"},
    {"kind", "kind"}, {"line", "line"}, {"category", "category"}, {"title", "title"},
    {"address", ""}, {"grid", "grid"}, {"assignee", "assignee"}, {"state", "state"},
    {"due", "due_at"}, {"happened", "happened_at"}, {"urgency", "urgency"},
    {"satisfaction", "satisfaction"}, {"round", "round"}, {"closed", "closed_at"}};

bool hasText(const store::TicketQuery &query)
{
    return !query.text.trimmed().isEmpty();
}

QVector<qint64> findFirst(store::Reader &reader, store::TicketQuery query)
{
    query.limit = hasText(query) ? newestShown : firstPage;
    return hasText(query) ? reader.findNewest(query) : reader.findTicketRows(query);
}

/// Whether a ticket belongs to a query with a text, which only the text index can tell.
bool findBelongs(store::Reader &reader, store::TicketQuery query, qint64 ticket)
{
    const auto lines = reader.findTicketLines({ticket});
    if (lines.isEmpty())
        return false;
    query.filters.append({QStringLiteral("number"), lines.constFirst().number});
    query.limit = 1;
    return !reader.findNewest(query).isEmpty();
}

} // namespace

TicketListModel::TicketListModel(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_names(source.read)
    , m_lines(keptLines)
    , m_asked(std::make_shared<std::atomic<int>>(0))
    , m_first(source)
    , m_all(source)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &TicketListModel::findAll);
}

TicketListModel::~TicketListModel()
{
    ++*m_asked;
}

QString TicketListModel::keyOf(int column)
{
    return QString::fromLatin1(columnSpecs[column].key);
}

QString TicketListModel::sortKeyOf(int column)
{
    return QString::fromLatin1(columnSpecs[column].sort);
}

void TicketListModel::find(const store::TicketQuery &query)
{
    m_query = query;
    m_isComplete = false;
    m_isFindingAll = false;
    m_rest.stop();
    m_missed.clear();
    const int asked = ++*m_asked;
    m_first
        .ask([query, asked, now = m_asked](store::Reader &reader) {
            return asked == *now ? findFirst(reader, query) : Rows();
        })
        .then(this, [this, asked](const Rows &rows) {
            if (asked == *m_asked)
                showFirst(rows);
        });
}

void TicketListModel::showFirst(const Rows &rows)
{
    beginResetModel();
    m_rows = rows;
    m_lines.clear();
    endResetModel();
    findAll();
    Q_EMIT totalChanged(total());
}

void TicketListModel::findAll()
{
    m_isFindingAll = true;
    m_findAgain = false;
    m_rest.stop();
    m_finding.start();
    m_missed.clear();
    m_all
        .ask([query = m_query, asked = m_asked->load(), now = m_asked](store::Reader &reader) {
            return asked == *now ? reader.findTicketRows(query) : Rows();
        })
        .then(this, [this, asked = m_asked->load()](const Rows &rows) {
            if (asked == *m_asked)
                adopt(rows);
        });
}

/// While a peer hands over a hundred thousand tickets the list would be found anew all the time, and take the processor
/// from whoever writes and whoever works.
void TicketListModel::findAllSoon()
{
    if (!m_rest.isActive())
        m_rest.start(int(restFactor * m_lastFinding_ms));
}

/// Takes over the whole list; what stands at both ends of the old one too stays where it is.
void TicketListModel::adopt(const Rows &rows)
{
    const auto same = std::ranges::mismatch(m_rows, rows);
    const qsizetype head = same.in1 - m_rows.begin();
    const qsizetype most = std::min(m_rows.size(), rows.size()) - head;
    qsizetype tail = 0;
    while (tail < most && m_rows[m_rows.size() - 1 - tail] == rows[rows.size() - 1 - tail])
        ++tail;
    if (const qsizetype gone = m_rows.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype come = rows.size() - head - tail; come > 0) {
        beginInsertRows({}, int(head), int(head + come - 1));
        m_rows = rows;
        endInsertRows();
    }
    m_isFindingAll = false;
    m_isComplete = true;
    m_lastFinding_ms = m_finding.elapsed();
    if (m_findAgain)
        findAllSoon();
    for (const Rows missed = std::exchange(m_missed, {}); qint64 ticket : missed)
        placeIfItFits(ticket);
    Q_EMIT totalChanged(total());
    Q_EMIT completed();
}

void TicketListModel::takeIn(const store::Committed &committed)
{
    Rows touched;
    for (const store::Touched &one : committed.touched) {
        if (one.what == store::Touched::Ticket)
            touched.append(one.number);
    }
    if (m_names.forget(committed))
        renew(0, int(m_rows.size()) - 1);
    if (touched.size() > placedSingly) {
        m_lines.clear();
        renew(0, int(m_rows.size()) - 1);
        if (m_isFindingAll)
            m_findAgain = true;
        else if (m_isComplete)
            findAllSoon();
        return;
    }
    // What the whole list may have been found without is placed again when it is there.
    if (m_isFindingAll)
        m_missed += touched;
    for (qint64 ticket : std::as_const(touched))
        placeIfItFits(ticket);
}

void TicketListModel::placeIfItFits(qint64 ticket)
{
    if (!hasText(m_query))
        return place(ticket);
    m_first
        .ask([query = m_query, ticket](
                 store::Reader &reader) { return findBelongs(reader, query, ticket); })
        .then(this, [this, ticket, asked = m_asked->load()](bool belongs) {
            if (asked != *m_asked)
                return;
            if (belongs)
                place(ticket);
            else
                putAt(ticket, m_rows.indexOf(ticket), -1);
        });
}

void TicketListModel::place(qint64 ticket)
{
    const qsizetype before = m_rows.indexOf(ticket);
    Rows others = m_rows;
    if (before >= 0)
        others.removeAt(before);
    putAt(ticket, before, m_source.read.findPlace(m_query, others, ticket));
}

/// Both places count the other rows alone; -1 for not in the list.
void TicketListModel::putAt(qint64 ticket, qsizetype before, qsizetype after)
{
    m_lines.remove(ticket);
    if (before < 0 && after < 0)
        return;
    if (before < 0) {
        beginInsertRows({}, int(after), int(after));
        m_rows.insert(after, ticket);
        endInsertRows();
    } else if (after < 0) {
        beginRemoveRows({}, int(before), int(before));
        m_rows.removeAt(before);
        endRemoveRows();
    } else {
        if (before != after) {
            beginMoveRows(
                {}, int(before), int(before), {}, int(after > before ? after + 1 : after));
            m_rows.move(before, after);
            endMoveRows();
        }
        return renew(int(after), int(after));
    }
    Q_EMIT totalChanged(total());
}

void TicketListModel::renew(int first, int last)
{
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
}

void TicketListModel::tick()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Due), index(int(m_rows.size()) - 1, Due));
}

const store::TicketLine &TicketListModel::lineAt(int row) const
{
    const qint64 ticket = m_rows.at(row);
    if (const store::TicketLine *line = m_lines.object(ticket))
        return *line;
    const Rows wanted = m_rows.mid(row / block * block, block);
    for (const store::TicketLine &line : m_source.read.findTicketLines(wanted))
        m_lines.insert(line.row, new store::TicketLine(line));
    // A line that could not be read stands empty rather than being asked for at every paint.
    if (!m_lines.contains(ticket))
        m_lines.insert(ticket, new store::TicketLine{.row = ticket});
    return *m_lines.object(ticket);
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TicketListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant TicketListModel::meaning(const store::TicketLine &line, int column, const Names &names)
{
    switch (column) {
    case Number:
        return line.number;
    case Kind:
        return line.kind;
    case Line:
        return line.line;
    case Category:
        return line.category;
    case Title:
        return line.title;
    case Address:
        return line.address;
    case Grid:
        return names.code(line.grid);
    case Assignee:
        return line.assignee ? names.name(line.assignee) : line.unit;
    case State:
        return line.state;
    case Due:
        return line.due_ms;
    case Happened:
        return line.happened_ms;
    case Urgency:
        return line.urgency;
    case Satisfaction:
        return line.satisfaction;
    case Round:
        return line.round;
    case Closed:
        return line.closed_ms;
    default:
        return {};
    }
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == TicketRole)
        return m_rows.at(index.row());
    if (role != Qt::DisplayRole && (role < TicketRole || role > GridNameRole))
        return {};
    const store::TicketLine &line = lineAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return meaning(line, index.column(), m_names);
    case StateRole:
        return line.state;
    case UrgencyRole:
        return line.urgency;
    case DueRole:
        return line.due_ms;
    case IsLateRole:
        return line.due_ms > 0 && line.due_ms < m_source.read.now_ms();
    case MissedRole:
        return line.missed;
    case GridNameRole:
        return m_names.name(line.grid);
    default:
        return {};
    }
}

void TicketListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns || sortKeyOf(column).isEmpty())
        return;
    store::TicketQuery sorted = m_query;
    sorted.sort = sortKeyOf(column);
    sorted.descending = order == Qt::DescendingOrder;
    if (sorted != m_query)
        find(sorted);
}

} // namespace items
