// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping_values.h"
#include "exchange/mapping_words.h"
#include "exchange/words.h"

#include "domain/personal_numbers.h"
#include "domain/registers.h"
#include "domain/stock.h"
#include "domain/words.h"
#include "store/reader.h"

#include <cmath>

namespace exchange
{

using namespace domain;

namespace
{

// Times that can be read in only one way; a mapping names the others.
QStringList plainFormats()
{
    return {QStringLiteral("yyyy/M/d H:mm:ss"), QStringLiteral("yyyy/M/d H:mm"),
        QStringLiteral("yyyy/M/d"), QStringLiteral("yyyy-M-d H:mm:ss"),
        QStringLiteral("yyyy-M-d H:mm"), QStringLiteral("yyyy-M-d"),
        QStringLiteral("yyyy年M月d日 H:mm:ss"), QStringLiteral("yyyy年M月d日 H:mm"),
        QStringLiteral("yyyy年M月d日")};
}

QString shortened(const QString &text)
{
    constexpr qsizetype longest = 40; // characters; the row itself stands beside it
    return text.size() <= longest ? text : text.left(longest) + QChar(0x2026);
}

CellValue problem(const QString &pattern, const QString &text)
{
    return {{}, pattern.arg(shortened(text))};
}

} // namespace

Names::Names(store::Reader &reader)
{
    QSet<QString> shared;
    const auto addName = [&shared](Table &table, const QString &name, const Id &id) {
        if (table.contains(name))
            shared.insert(name);
        table.insert(name, id);
    };
    const auto addCodes = [](Table &table, const auto &rows, quint8 code) {
        for (const store::NumberedRow &row : rows)
            table.insert(row.row.values.text(code), row.row.id);
    };
    const auto people = reader.findRows(Register::Staff), grids = reader.findRows(Register::Grid);
    for (const store::NumberedRow &row : people)
        addName(m_people, row.row.values.text(staff::Name), row.row.id);
    for (const store::NumberedRow &row : grids)
        addName(m_grids, row.row.values.text(grid::Name), row.row.id);
    for (const QString &name : shared) {
        m_people.remove(name);
        m_grids.remove(name);
    }
    addCodes(m_logins, people, staff::Login);
    addCodes(m_people, people, staff::Login);
    addCodes(m_grids, grids, grid::Code);
}

void Names::readCustomers(store::Reader &reader)
{
    if (!m_customers.isEmpty())
        return;
    Table byPhone, byName;
    QSet<QString> shared;
    const auto add = [&shared](Table &table, const QString &key, const Id &id) {
        if (!key.isEmpty() && table.value(key, id) != id)
            shared.insert(key);
        table.insert(key, id);
    };
    for (const store::NumberedRow &row : reader.findRows(Register::Customer)) {
        const Values &values = row.row.values;
        const Id id = values.has(customer::MergedInto) ? values[customer::MergedInto].value<Id>()
                                                       : row.row.id;
        add(m_customers, values.text(customer::SourceId), id);
        add(byPhone, reader.open(customer::Phone, values[customer::Phone]), id);
        add(byName, reader.open(customer::Name, values[customer::Name]), id);
    }
    // A number at the source is surer than a phone, and a phone than a name.
    for (const Table &table : {byPhone, byName}) {
        for (auto at = table.cbegin(); at != table.cend(); ++at) {
            if (!shared.contains(at.key()) && !m_customers.contains(at.key()))
                m_customers.insert(at.key(), at.value());
        }
    }
    for (const QString &name : shared)
        m_customers.remove(name);
    m_customers.remove(QString());
}

std::optional<Id> Names::findCustomer(const QString &name) const
{
    if (const auto known = find(m_customers, name))
        return known;
    if (const auto known = find(m_customers, phoneOnFile(name)))
        return known;
    return Id::fromHex(name);
}

// A spreadsheet makes a 1 of the grid 01.
std::optional<Id> Names::findGrid(const QString &name) const
{
    const auto found = find(m_grids, name);
    const bool isDigit = name.size() == 1 && name.front().isDigit();
    return found || !isDigit ? found : find(m_grids, u'0' + name);
}

std::optional<Id> Names::find(const Table &table, const QString &name)
{
    const auto at = table.constFind(name);
    return at == table.cend() ? std::nullopt : std::optional(*at);
}

ValueReader::ValueReader(const FieldSource &source, const Target &target,
    std::shared_ptr<const Names> names, const QTimeZone &zone)
    : m_target(target)
    , m_names(std::move(names))
{
    if (target.type == FieldType::Time)
        m_times = std::make_unique<TimeParser>(
            source.formats.isEmpty() ? plainFormats() : source.formats, zone);
}

CellValue ValueReader::read(const QString &text) const
{
    if (text.isEmpty())
        return {};
    if (text.contains(QChar(0)))
        return {{}, Words::tr("the cell holds a NUL byte, as damaged files do")};
    if (m_target.part == Target::State) {
        const QString code = stateForWord(text);
        return code.isEmpty() ? problem(Words::tr("\"%1\" is not a state of any workflow"), text)
                              : CellValue{code, {}};
    }
    switch (m_target.type) {
    case FieldType::Time:
        return readTime(text);
    case FieldType::Integer:
    case FieldType::Number:
        return readNumber(text);
    case FieldType::Quantity:
        return readQuantity(text);
    case FieldType::Choice:
    case FieldType::Flag:
        return readWord(text);
    case FieldType::Person:
    case FieldType::Grid:
    case FieldType::Customer:
        return readName(text);
    default:
        return {text, {}};
    }
}

CellValue ValueReader::readTime(const QString &text) const
{
    const auto time = m_times->parse(text);
    if (!time)
        return problem(
            Words::tr("\"%1\" is not a time that exists, or is written in another format"), text);
    return {time->at.toMSecsSinceEpoch(), {}};
}

CellValue ValueReader::readNumber(const QString &text) const
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return problem(Words::tr("\"%1\" is not a number"), text);
    if (m_target.type == FieldType::Number)
        return {number, {}};
    if (number != std::floor(number) || std::abs(number) > 9e15)
        return problem(Words::tr("\"%1\" is not a whole number"), text);
    return {qint64(number), {}};
}

CellValue ValueReader::readQuantity(const QString &text) const
{
    if (const auto quantity = quantityOf(text))
        return {*quantity, {}};
    return problem(Words::tr("\"%1\" is not a number with three places at most"), text);
}

CellValue ValueReader::readWord(const QString &text) const
{
    if (m_target.type == FieldType::Flag) {
        const auto flag = flagForWord(text);
        return flag ? CellValue{*flag, {}}
                    : problem(Words::tr("\"%1\" is neither yes nor no"), text);
    }
    if (m_target.isSeveral)
        return {severalTogether(m_target.list, severalOf(text)), {}};
    const QString code = codeForWord(m_target.list, text);
    if (!code.isEmpty())
        return {code, {}};
    QStringList codes;
    for (const Word &word : wordsOf(m_target.list))
        codes << QString::fromLatin1(word.code);
    return {{},
        Words::tr("\"%1\" is none of: %2").arg(shortened(text), codes.join(QStringLiteral(", ")))};
}

CellValue ValueReader::readName(const QString &text) const
{
    if (m_target.type == FieldType::Customer) {
        const auto customer = m_names->findCustomer(text);
        return customer
            ? CellValue{QVariant::fromValue(*customer), {}}
            : problem(Words::tr("no customer alone has the number, phone or name \"%1\""), text);
    }
    const bool isGrid = m_target.type == FieldType::Grid;
    const auto id = isGrid ? m_names->findGrid(text) : m_names->findPerson(text);
    if (id)
        return {QVariant::fromValue(*id), {}};
    CellValue unknown =
        problem(isGrid ? Words::tr("no grid has the code or the name \"%1\"")
                       : Words::tr("nobody on the staff has the login or alone the name \"%1\""),
            text);
    unknown.isUnknownName = true;
    return unknown;
}

} // namespace exchange
