// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/key_user_table.h"

#include "domain/words.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

constexpr qint64 looksRead = 50; ///< of one person, the newest

/// The same on every desk, in whatever language: by it a call is found again.
QString reasonFor(const OutageLine &outage)
{
    return outage.code + u' ' + outage.title;
}

} // namespace

KeyUserTable::KeyUserTable(const Source &source, Onlooker onlooker, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_looks(onlooker)
    , m_who(onlooker.who)
    , m_background(source)
{
}

QVector<KeyUserTable::Line> KeyUserTable::findLines(store::Reader &reader, const OutageLine &outage)
{
    QVector<Line> lines;
    const QString reason = reasonFor(outage);
    for (const Affected::KeyUser &user : findAffected(reader, outage, Clarity::Masked).keyUsers) {
        Line line{user, 0, {}};
        for (const store::LookLine &look : reader.findLooks(
                 {.customer = user.id, .purpose = QStringLiteral("reveal"), .limit = looksRead})) {
            // The newest come first: the last one that fits is the first call.
            if (look.reason == reason)
                std::tie(line.called_ms, line.calledBy) = std::pair(look.at_ms, look.person);
        }
        lines.append(line);
    }
    return lines;
}

void KeyUserTable::show(const OutageLine &outage)
{
    m_reason = reasonFor(outage);
    m_background.ask([outage](store::Reader &reader) { return findLines(reader, outage); })
        .then(this, [this](const QVector<Line> &lines) {
            beginResetModel();
            m_lines = lines;
            endResetModel();
            Q_EMIT found();
        });
}

void KeyUserTable::call(int row)
{
    const Id customer = m_lines.at(row).user.id;
    m_looks.reveal(customer, {}, m_reason)
        .then(this, [this, customer](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                Q_EMIT refused(*refusal);
            else
                reveal(customer);
        });
}

void KeyUserTable::reveal(const Id &customer)
{
    const auto at =
        std::ranges::find(m_lines, customer, [](const Line &line) { return line.user.id; });
    const auto file = m_source.read.findRow(customer);
    if (at == m_lines.end() || !file)
        return;
    at->user.contact = showContact(m_source.read, *file, Clarity::Clear);
    if (!at->called_ms)
        std::tie(at->called_ms, at->calledBy) = std::pair(m_source.read.now_ms(), m_who().person);
    const int row = int(at - m_lines.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    Q_EMIT revealed(row);
}

qint64 KeyUserTable::notCalled() const
{
    return std::ranges::count(m_lines, 0, &Line::called_ms);
}

int KeyUserTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int KeyUserTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString KeyUserTable::textOf(const Line &line, int column) const
{
    switch (column) {
    case Name:
        return line.user.contact.name;
    case Phone:
        return line.user.contact.phone;
    case Address:
        return line.user.contact.address;
    case Why:
        return wordsFor(List::CustomerGroup, line.user.groups.join(u',')).join(u"、");
    case Called: {
        if (!line.called_ms)
            return tr("not yet");
        const auto person = m_source.read.findRow(line.calledBy);
        return QDateTime::fromMSecsSinceEpoch(line.called_ms, m_source.read.zone())
                   .toString(QStringLiteral("MM-dd HH:mm"))
            + u' ' + (person ? person->row.values.text(staff::Name) : QString());
    }
    default:
        return {};
    }
}

QVariant KeyUserTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(m_lines.at(index.row()), index.column());
    return {};
}

QVariant KeyUserTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Phone:
        return tr("Phone");
    case Address:
        return tr("Address");
    case Why:
        return tr("Why first");
    case Called:
        return tr("Called");
    default:
        return {};
    }
}

} // namespace items
