// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_support.h"

#include "domain/ticket_fields.h"

using namespace exchange;
using namespace domain;

// What a mapping says about columns, and what is refused as a whole before a row is read.
class ImportMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badMappings_data();
    void badMappings();
    void cells_data();
    void cells();
    void headers_data();
    void headers();
    void shippedMappingsAreRead_data();
    void shippedMappingsAreRead();
};

void ImportMappingTest::badMappings_data()
{
    QTest::addColumn<QByteArray>("mapping");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("{\"fields\":\n{\"title\" \"a\"}}")
                             << "line 2 of m.json";
    QTest::newRow("no fields") << QByteArray("{\"source\":\"x\"}") << "feeds no field";
    QTest::newRow("unknown field")
        << QByteArray(R"({"fields":{"titel":"a"}})") << "no field \"titel\"";
    QTest::newRow("field that the desk gives")
        << QByteArray(R"({"fields":{"number":"a"}})") << "no field \"number\"";
    QTest::newRow("unknown column")
        << QByteArray(R"({"fields":{"title":"z"}})") << "no column \"z\"";
    QTest::newRow("column that is there in another case")
        << QByteArray(R"({"fields":{"title":"A"}})") << "no column \"A\"";
    QTest::newRow("unknown option")
        << QByteArray(R"({"fields":{"title":{"column":"a","vals":{}}}})")
        << "\"vals\" is no option";
    QTest::newRow("neither column nor constant")
        << QByteArray(R"({"fields":{"title":{"trim":true}}})") << "either a column or a constant";
    QTest::newRow("formats of a text")
        << QByteArray(R"({"fields":{"title":{"column":"a","formats":["yyyy"]}}})")
        << "Formats are for times";
    QTest::newRow("a number for a column")
        << QByteArray(R"({"fields":{"title":7}})") << "neither the name of a column";
    QTest::newRow("constants alone")
        << QByteArray(R"({"fields":{"kind":{"constant":"repair"}}})") << "None of the columns";
}

void ImportMappingTest::badMappings()
{
    QFETCH(QByteArray, mapping);
    QFETCH(QString, says);
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.mapping = mapping;
    const QString refusal = QString::fromUtf8(importer.tickets("a,b\n1,2\n"));
    QVERIFY2(refusal.contains(says), qPrintable(refusal));
    QCOMPARE(small.read().countTickets({}), 0);
}

void ImportMappingTest::cells_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("value"); // "!" and a part of the reason for a refused row
    const auto row = [](const char *name, const char *field, const char *cell, const char *value) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(cell) << QString::fromUtf8(value);
    };
    row("a column by its name", R"("unit":"x")", "水暖班", "水暖班");
    row("spaces around a unit", R"("unit":"x")", "　水暖班 ", "水暖班");
    row("spaces around people's words stay", R"("title":"x")", "\" a\n\"", " a\n");
    row("unless they are trimmed", R"("title":{"column":"x","trim":true})", "\" a\n\"", "a");
    row("two columns", R"("unit":{"columns":["x","y"],"separator":"/"})", "甲", "甲/Y");
    row("two columns, one blank", R"("unit":{"columns":["x","y"],"separator":"/"})", "", "Y");
    row("a constant", R"("unit":{"constant":"总务"})", "甲", "总务");
    row("a value of the table", R"("line":{"column":"x","values":{"自来水":"water"}})", "自来水",
        "water");
    row("not in the table, but a code", R"("line":{"column":"x","values":{"自来水":"water"}})",
        "gas", "gas");
    row("not in the table, default",
        R"("line":{"column":"x","values":{"自来水":"water"},"default":"other"})", "?", "other");
    row("blank, default", R"("line":{"column":"x","default":"other"})", "", "other");
    row("the beginning of a cell",
        R"("line":{"column":"x","values":{"水*":"water","水电*":"power"}})", "水电班", "power");
    row("a word of the trade", R"("urgency":"x")", "紧急", "urgent");
    row("no such word", R"("urgency":"x")", "soonish", "!\"soonish\" is none of: normal");
    row("yes", R"("on_time":"x")", "是", "true");
    row("neither yes nor no", R"("on_time":"x")", "maybe", "!neither yes nor no");
    row("a number", R"("charge":"x")", "12.5", "12.5");
    row("no number", R"("charge":"x")", "12元", "!\"12元\" is not a number");
    row("half a satisfaction", R"("satisfaction":"x")", "4.5", "!not a whole number");
    row("a day", R"("done_at":"x")", "2018/4/24", "2018-04-24 00:00");
    row("a serial", R"("done_at":{"column":"x","formats":["excel-serial"]})", "43563.359259259261",
        "2019-04-08 08:37");
    row("a day that doesn't exist", R"("done_at":"x")", "2018-02-30", "!not a time that exists");
    row("a grid by code", R"("grid":"x")", "G01", "一号网格");
    row("a grid by name", R"("grid":"x")", "一号网格", "一号网格");
    row("no such grid", R"("grid":"x")", "G99", "!no grid has the code");
    row("a person by login", R"("assignee":"x")", "chen", "陈师傅");
    row("nobody", R"("assignee":"x")", "nobody", "!nobody on the staff");
}

void ImportMappingTest::cells()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, cell);
    QFETCH(QString, value);
    support::SmallDesk small;
    small.addGrid(QStringLiteral("G01"), QStringLiteral("一号网格"));
    small.addPerson(QStringLiteral("chen"), QStringLiteral("陈师傅"), QStringLiteral("technician"));
    imports::Importer importer(small.desk());
    importer.mapping =
        "{\"fields\":{\"source_id\":\"id\",\"kind\":{\"constant\":\"repair\"},\"category\":\"id\","
        + field + "}}";
    const QByteArray counts = importer.tickets("id,x,y\n7," + cell + ",Y\n");
    const auto ticket = small.read().findTicketFromSource(QStringLiteral("m"), QStringLiteral("7"));
    if (value.startsWith(u'!')) {
        QVERIFY2(!ticket
                && importer.rejects()
                       .replace(QStringLiteral("\"\""), QStringLiteral("\""))
                       .contains(value.mid(1)),
            qPrintable(importer.rejects()));
        return;
    }
    QVERIFY2(ticket, counts + qPrintable(importer.rejects()));
    const QString key = QString::fromUtf8(field.mid(1, field.indexOf('"', 1) - 1));
    const FieldSpec &spec = *ticketFields().find(key);
    const QVariant found = ticket->ticket.values[spec.id];
    QString shown = found.toString();
    if (spec.type == FieldType::Time)
        shown = QDateTime::fromMSecsSinceEpoch(found.toLongLong(), QTimeZone("Asia/Shanghai"))
                    .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    else if (found.canConvert<Id>())
        shown = small.read()
                    .findRow(found.value<Id>())
                    ->row.values.text(2); // the name of a person or grid
    QCOMPARE(shown, value);
}

void ImportMappingTest::headers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const char *name, const char *kind, const QStringList &columns,
                         const QStringList &fields) {
        QTest::newRow(name) << QString::fromLatin1(kind) << columns << fields;
    };
    row("keys", "tickets", {"title", "customer.phone", "state"},
        {"title=title", "customer.phone=customer.phone", "state=state"});
    row("labels", "tickets", {"Title", "Service line"}, {"title=Title", "line=Service line"});
    row("Chinese", "tickets", {"标题", "联系电话", "报修时间"},
        {"title=标题", "customer.phone=联系电话", "happened_at=报修时间"});
    row("the first of two", "tickets", {"标题", "主题"}, {"title=标题"});
    row("an export of ours", "tickets", {"number", "title"}, {"title=title", "source_id=number"});
    row("rejects", "tickets", {"line", "field", "reason", "title", "line (2)"},
        {"title=title", "line=line (2)"});
    row("customers", "customers", {"姓名", "电话", "地址", "备注"},
        {"name=姓名", "phone=电话", "address=地址", "remark=备注"});
    row("premises", "premises", {"户号", "用水地址", "水表号"},
        {"customer=户号", "address=用水地址", "water_meter=水表号"});
    row("household", "contacts", {"户主", "成员姓名", "手机号", "与户主关系"},
        {"customer=户主", "name=成员姓名", "phone=手机号", "relation=与户主关系"});
    row("staff", "staff", {"login", "姓名", "所属网格"},
        {"login=login", "name=姓名", "grid=所属网格"});
}

void ImportMappingTest::headers()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, columns);
    QFETCH(QStringList, fields);
    const RegisterSpec *reg = findRegister(kind);
    const Mapping mapping =
        guessMapping(reg ? Targets::of(*reg) : Targets::ofTickets(), columns, QStringLiteral("t"));
    QStringList found;
    for (const FieldSource &source : mapping.fields)
        found << source.field + u'=' + source.columns.join(u'+');
    QCOMPARE(found, fields);
}

void ImportMappingTest::shippedMappingsAreRead_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"pingshan_grid_events", "citizen_messages", "myla311"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ImportMappingTest::shippedMappingsAreRead()
{
    QFETCH(QString, name);
    const ReadMapping read =
        readMapping(QStringLiteral(GRIDDESK_SOURCE_DIR "/resources/mappings/%1.json").arg(name));
    QVERIFY(std::holds_alternative<Mapping>(read));
    QCOMPARE(std::get<Mapping>(read).source, name);
}

QTEST_GUILESS_MAIN(ImportMappingTest)
#include "import_mapping_test.moc"
