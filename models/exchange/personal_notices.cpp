// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/personal_notices.h"

#include "domain/personal_numbers.h"
#include "domain/ticket_fields.h"

#include <algorithm>

namespace exchange
{

using namespace domain;

namespace
{

// What people write in their own words. Numbers of papers and sources are long by nature and lead to nobody.
bool isPlainText(const FieldSpec &spec)
{
    static constexpr quint8 numbers[] = {
        field::Number, field::Source, field::SourceId, field::ChargeReceipt, field::Channel};
    return (spec.type == FieldType::Text || spec.type == FieldType::LongText) && !spec.is(Personal)
        && std::ranges::find(numbers, spec.id) == std::end(numbers);
}

} // namespace

QVector<PersonalNotice> findPersonalNotices(const Values &ticket)
{
    QVector<PersonalNotice> notices;
    for (const auto &[number, value] : ticket) {
        const FieldSpec *spec = ticketFields().find(number);
        if (!spec || !isPlainText(*spec))
            continue;
        const QString text = value.toString();
        for (const PersonalNumber &one : findPersonalNumbers(text))
            notices.append({number, text.mid(one.from, one.length)});
    }
    return notices;
}

void sealPersonalNumbers(Values &ticket)
{
    QStringList numbers{ticket.text(field::PrivateNote)};
    const Values before = ticket;
    for (const auto &[number, value] : before) {
        if (const FieldSpec *spec = ticketFields().find(number); spec && isPlainText(*spec))
            ticket.set(number, withNumbersTakenOut(value.toString(), numbers));
    }
    numbers.removeAll(QString());
    ticket.set(field::PrivateNote, numbers.join(u' '));
}

bool NoticesFile::add(const Row &row, const PersonalNotice &notice)
{
    if (m_path.isEmpty())
        return true;
    if (!m_begun) {
        std::vector<Column> columns;
        for (const char *name : {"line", "field", "number"})
            columns.push_back({QString::fromLatin1(name)});
        m_begun = m_writer.begin(columns);
    }
    return m_begun
        && m_writer.add(
            {row.line, ticketFields().find(notice.field)->name(), masked(notice.number)});
}

} // namespace exchange
