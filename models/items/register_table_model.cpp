// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/register_table_model.h"

#include "domain/pinyin.h"
#include "domain/stock.h"

namespace items
{

using namespace domain;
using store::NumberedRow;

namespace
{

constexpr int rowsKept = 2000;

bool fits(const NumberedRow &row, const RegisterSpec &spec, const QString &typed, RowTexts &texts)
{
    const Reading reading = spec.reg == Register::Staff ? Reading::Surname : Reading::Word;
    for (const auto &[number, value] : row.row.values) {
        const FieldSpec *field = spec.fields.find(number);
        const QString text = field ? texts.text(*field, value) : QString();
        if (text.contains(typed, Qt::CaseInsensitive)
            || (!text.isEmpty() && pinyinMatches(text, typed, reading)))
            return true;
    }
    return false;
}

QVector<qint64> findPlaces(store::Reader &reader, const QString &typed)
{
    QVector<qint64> numbers;
    if (const auto row = reader.findRowByCode(Register::Place, typed))
        numbers.append(row->number);
    const auto rows = reader.findPlaces(typed, RegisterTableModel::mostFound);
    for (const NumberedRow &row : rows)
        numbers.append(row.number);
    return numbers;
}

QVector<qint64> findNumbers(store::Reader &reader, const RegisterSpec &spec, const QString &typed)
{
    if (typed.isEmpty())
        return reader.findRowNumbers(spec.reg);
    if (spec.reg == Register::Place)
        return findPlaces(reader, typed);
    QVector<qint64> numbers;
    RowTexts texts(reader);
    reader.eachRow(spec.reg, [&](const NumberedRow &row) {
        if (fits(row, spec, typed, texts))
            numbers.append(row.number);
        return true;
    });
    return numbers;
}

} // namespace

RegisterTableModel::RegisterTableModel(const Source &source, Register reg, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_spec(registerSpec(reg))
    , m_rows(rowsKept)
    , m_texts(source.read)
    , m_background(source)
{
    for (const FieldSpec &field : m_spec.fields) {
        if (field.type != FieldType::Bytes && field.type != FieldType::Area
            && field.type != FieldType::Reference)
            m_columns.push_back(&field);
    }
    find({});
    renewLoads();
}

void RegisterTableModel::find(const QString &typed)
{
    m_typed = typed.trimmed();
    m_background
        .ask([&spec = m_spec, typed = m_typed](
                 store::Reader &reader) { return findNumbers(reader, spec, typed); })
        .then(this, [this, asked = ++m_asked](const QVector<qint64> &numbers) {
            if (asked == m_asked)
                show(numbers);
        });
}

void RegisterTableModel::show(const QVector<qint64> &numbers)
{
    m_isComplete = true;
    if (numbers == m_numbers) {
        // The same rows, perhaps with other values.
        if (!m_numbers.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else {
        beginResetModel();
        m_numbers = numbers;
        endResetModel();
    }
    Q_EMIT found();
}

void RegisterTableModel::renewLoads()
{
    if (!hasLoad())
        return;
    m_background
        .ask([](store::Reader &reader) {
            return reader.countTicketsBy(
                {.filters = {{QStringLiteral("open"), QStringLiteral("1")}}},
                QStringLiteral("assignee"));
        })
        .then(this, [this](const QMap<QString, qint64> &loads) {
            m_loads = loads;
            if (const int load = columnCount() - 1; rowCount() > 0)
                Q_EMIT dataChanged(index(0, load), index(rowCount() - 1, load));
        });
}

void RegisterTableModel::takeIn(const store::Committed &committed)
{
    bool isTouched = false, areTickets = false;
    for (const store::Touched &touched : committed.touched) {
        areTickets |= touched.what == store::Touched::Ticket;
        if (touched.what != store::Touched::Row)
            continue;
        m_texts.forget();
        m_rows.remove(touched.number);
        isTouched |= touched.reg == quint8(m_spec.reg);
    }
    if (isTouched)
        find(m_typed);
    if (areTickets)
        renewLoads();
}

const NumberedRow *RegisterTableModel::rowAt(int row) const
{
    if (row < 0 || row >= m_numbers.size())
        return nullptr;
    const qint64 number = m_numbers.at(row);
    if (!m_rows.contains(number)) {
        auto found = m_source.read.findRow(number);
        m_rows.insert(number, new NumberedRow(found.value_or(NumberedRow{})));
    }
    return m_rows.object(number);
}

int RegisterTableModel::placeOf(const Id &id) const
{
    const auto row = m_source.read.findRow(id);
    return row ? int(m_numbers.indexOf(row->number)) : -1;
}

int RegisterTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_numbers.size());
}

int RegisterTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + (hasLoad() ? 1 : 0);
}

QVariant RegisterTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isLoad = index.column() == int(m_columns.size());
    const FieldSpec *field = isLoad ? nullptr : m_columns[size_t(index.column())];
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = isLoad || field->type == FieldType::Integer
            || field->type == FieldType::Number || field->type == FieldType::Quantity;
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const NumberedRow *row = rowAt(index.row());
    if (isLoad)
        return m_loads.value(row->row.values.text(staff::Login));
    if (m_spec.reg == Register::Supply && field->id == supply::Quantity)
        return stockText(row->row);
    return m_texts.text(*field, row->row.values[field->id]);
}

/// What isn't enough says so in words.
QString RegisterTableModel::stockText(const RegisterRow &supply) const
{
    const QString quantity = quantityText(inStock(supply));
    if (inStock(supply) < 0)
        return tr("%1, to be counted").arg(quantity);
    return isLow(supply) ? tr("%1, too little").arg(quantity) : quantity;
}

QVariant RegisterTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == int(m_columns.size()) ? tr("In hand") : labelOf(*m_columns[size_t(section)]);
}

} // namespace items
