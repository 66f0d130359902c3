// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/list_output.h"

#include "domain/words.h"
#include "exchange/csv_writer.h"
#include "exchange/xlsx_writer.h"
#include "items/row_texts.h"
#include "items/ticket_list_model.h"
#include "tickets/ticket_words.h"

#include <QCoreApplication>

namespace app
{

namespace
{

using items::TicketListModel;

constexpr qsizetype blockRows = 1000;

QVector<int> columnsNamed(const QStringList &names)
{
    QVector<int> columns;
    for (int column = 0; column < TicketListModel::columns; ++column) {
        if (names.isEmpty() || names.contains(TicketListModel::keyOf(column)))
            columns << column;
    }
    return columns;
}

bool write(exchange::TableWriter &writer, const ListSheet &sheet)
{
    std::vector<exchange::Column> columns;
    for (const QString &title : sheet.titles)
        columns.push_back({title, exchange::ColumnType::Text});
    bool done = writer.begin(columns);
    for (const QStringList &row : sheet.rows)
        done = done && writer.add(QVariantList(row.begin(), row.end()));
    return done && writer.finish();
}

} // namespace

ListSheet listSheet(
    store::Reader &reader, const store::TicketQuery &query, const QStringList &names)
{
    const QVector<int> columns = columnsNamed(names);
    const items::Names known(reader);
    const QTimeZone zone = reader.zone();
    ListSheet sheet;
    sheet.name = QCoreApplication::translate("app", "Tickets");
    for (int column : columns)
        sheet.titles << ui::tickets::columnTitle(column);
    const QVector<qint64> rows = reader.findTicketRows(query);
    for (qsizetype from = 0; from < rows.size(); from += blockRows) {
        for (const store::TicketLine &line : reader.findTicketLines(rows.mid(from, blockRows))) {
            QStringList cells;
            for (int column : columns)
                cells << ui::tickets::cellWords(
                    column, TicketListModel::meaning(line, column, known), reader.now_ms(), zone);
            sheet.rows << cells;
        }
    }
    return sheet;
}

ListSheet customerSheet(store::Reader &reader, const items::CustomerQuery &query)
{
    using namespace domain;
    const RegisterSpec &spec = registerSpec(Register::Customer);
    ListSheet sheet;
    sheet.name = spec.titleText();
    const quint8 fields[] = {customer::Kind, customer::Name, customer::Phone, customer::IdNumber,
        customer::Address, customer::Groups, customer::Needs};
    for (quint8 field : fields)
        sheet.titles << labelOf(*spec.fields.find(field));
    for (qint64 number : items::CustomerListModel::findRows(reader, query)) {
        const auto row = reader.findRow(number);
        if (!row)
            continue;
        const auto shown = items::showContact(reader, *row, items::Clarity::Masked);
        const auto text = [&](quint8 field) { return reader.open(field, row->row.values[field]); };
        sheet.rows << QStringList{wordFor(List::CustomerKind, text(customer::Kind)), shown.name,
            shown.phone, shown.identity, shown.address,
            wordsFor(List::CustomerGroup, text(customer::Groups)).join(QStringLiteral("、")),
            text(customer::Needs)};
    }
    return sheet;
}

ListSheet registerSheet(store::Reader &reader, domain::Register reg, const QVector<qint64> &rows)
{
    const domain::RegisterSpec &spec = domain::registerSpec(reg);
    items::RowTexts texts(reader);
    ListSheet sheet;
    sheet.name = spec.titleText();
    for (const domain::FieldSpec &field : spec.fields)
        sheet.titles << domain::labelOf(field);
    for (qint64 number : rows) {
        const auto row = reader.findRow(number);
        if (!row)
            continue;
        QStringList cells;
        for (const domain::FieldSpec &field : spec.fields)
            cells << texts.text(field, row->row.values[field.id]);
        sheet.rows << cells;
    }
    return sheet;
}

QString writeList(const ListSheet &sheet, const QString &path)
{
    std::unique_ptr<exchange::TableWriter> writer;
    if (path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive))
        writer =
            std::make_unique<exchange::CsvWriter>(path, exchange::CsvWriter::Formulas::Disarmed);
    else
        writer = std::make_unique<exchange::XlsxWriter>(path, sheet.name);
    if (write(*writer, sheet))
        return {};
    return writer->error() ? writer->error()->line()
                           : QCoreApplication::translate("app", "%1 can't be written.").arg(path);
}

ui::paper::Document listDocument(
    const ListSheet &sheet, const QString &company, const QString &madeAt)
{
    ui::paper::Document document{.format = ui::paper::Format::A4Landscape};
    document.heading.company = company;
    document.heading.title = QCoreApplication::translate("app", "List of tickets");
    document.heading.period =
        QCoreApplication::translate("app", "%n tickets", nullptr, int(sheet.rows.size()));
    document.heading.madeAt = madeAt;
    ui::paper::Table table;
    for (const QString &title : sheet.titles)
        table.columns << ui::paper::Column{title};
    table.rows = sheet.rows;
    document.blocks << ui::paper::Block{table};
    return document;
}

} // namespace app
