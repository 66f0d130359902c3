// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/fold.h"
#include "domain/stock.h"

#include <QTest>

using namespace domain;
using namespace support;
using namespace Qt::StringLiterals;

namespace
{

const Id hose = Id::named("hose"), valve = Id::named("valve"), leak = Id::named("leak");

QString outcomeOf(const Decision &decision)
{
    if (const auto *refusal = std::get_if<Refusal>(&decision))
        return refusal->field + u": "_s + refusal->what;
    QStringList moves;
    for (const Event &event : std::get<Events>(decision)) {
        if (const auto *moved = std::get_if<StockMoved>(&event))
            moves << moved->kind + u' ' + quantityText(moved->quantity);
        else
            moves << u"step"_s;
    }
    return moves.join(u", "_s);
}

/// Four metres of hose and one valve.
class Store : public FakeSurroundings
{
public:
    Store()
    {
        put(hose, u"PVC管"_s, u"米"_s, 4000);
        put(valve, u"阀门"_s, u"个"_s, 1000);
    }
    void put(const Id &id, const QString &name, const QString &unit, qint64 there)
    {
        rows.insert(id,
            {id, Register::Supply,
                {{supply::Name, name}, {supply::Unit, unit}, {supply::Quantity, there},
                    {supply::Minimum, 2000}}});
        filed.insert(id, {Register::Supply, {}});
    }
    void sit(const char *role)
    {
        given.put({Id::named("grant"), Register::Grant,
            {{grant::Person, QVariant::fromValue(me)}, {grant::Role, QString::fromLatin1(role)}}});
    }
};

Ticket ticketIn(const char *state)
{
    Ticket ticket{.id = leak, .workflow = u"repair/1"_s, .state = QString::fromLatin1(state)};
    ticket.values.set(field::Kind, u"repair"_s);
    return ticket;
}

} // namespace

/// What comes in, goes out and is counted, and what is there after it.
class StockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantitiesAreWrittenAsPeopleDo_data();
    void quantitiesAreWrittenAsPeopleDo();
    void movesAreDecided_data();
    void movesAreDecided();
    void whoMayMoveWhat_data();
    void whoMayMoveWhat();
    void aRepairDrawsWhatItUsed();
    void movesAddUpInAnyOrder();
    void whatClaimsTooMuchIsNoMove();
    void quantitiesAreNotTypedIn();
    void lowIsBelowTheLeast();
};

void StockTest::quantitiesAreWrittenAsPeopleDo_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<qint64>("thousandths");
    QTest::addColumn<QString>("shown");
    const std::tuple<const char *, qint64, const char *> rows[] = {{"2", 2000, "2"},
        {"2.5", 2500, "2.5"}, {" 0.005 ", 5, "0.005"}, {"-1.250", -1250, "-1.25"}, {"+3.", -1, ""},
        {"", -1, ""}, {"1.2345", -1, ""}, {"1e3", -1, ""}, {"二", -1, ""}, {"0", 0, "0"},
        {"1000000000", 1'000'000'000'000, "1000000000"}, {"1000000000.001", -1, ""},
        {"99999999999", -1, ""}};
    for (const auto &[written, thousandths, shown] : rows)
        QTest::newRow(written) << QString::fromUtf8(written) << thousandths
                               << QString::fromUtf8(shown);
}

void StockTest::quantitiesAreWrittenAsPeopleDo()
{
    QFETCH(QString, written);
    QFETCH(qint64, thousandths);
    QFETCH(QString, shown);
    const auto read = quantityOf(QStringView(written));
    QCOMPARE(read.value_or(-1), thousandths);
    if (read)
        QCOMPARE(quantityText(*read), shown);
}

void StockTest::movesAreDecided_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<QString>("outcome");
    const std::tuple<const char *, const char *, qint64, const char *> rows[] = {
        {"some comes in", "received", 1500, "received 1.5"},
        {"some goes out", "issued", 1500, "issued -1.5"},
        {"all goes out", "issued", 4000, "issued -4"},
        {"more than is there", "issued", 4001,
            "quantity: PVC管: 4.001 米 are wanted, and 4 米 are in stock."},
        {"some comes back", "returned", 500, "returned 0.5"},
        {"counted less", "counted", 3000, "counted -1"},
        {"counted more", "counted", 6000, "counted 2"},
        {"counted the same", "counted", 4000, "counted 0"},
        {"none left", "counted", 0, "counted -4"},
        {"nothing", "issued", 0, "quantity: The quantity is missing."},
        {"less than nothing", "received", -1, "quantity: The quantity is missing."},
        {"less than none counted", "counted", -1, "quantity: The quantity is missing."},
        {"beyond all bounds", "received", mostMoved + 1, "quantity: The quantity is missing."},
        {"more than any store holds", "received", mostMoved, "quantity: The quantity is missing."},
        {"no such move", "stolen", 1, "kind: \"stolen\" is no move of stock."}};
    for (const auto &[name, kind, quantity, outcome] : rows)
        QTest::newRow(name) << QString::fromLatin1(kind) << quantity << QString::fromUtf8(outcome);
}

void StockTest::movesAreDecided()
{
    QFETCH(QString, kind);
    QFETCH(qint64, quantity);
    QFETCH(QString, outcome);
    const Store store;
    QCOMPARE(outcomeOf(decide(MoveStock{hose, kind, quantity, {}, {}}, nullptr, store)), outcome);
}

void StockTest::whoMayMoveWhat_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("draws");
    QTest::addColumn<bool>("keeps");
    const std::tuple<const char *, bool, bool> rows[] = {{"clerk", true, true},
        {"chief", true, true}, {"member", false, false}, {"technician", true, false},
        {"leader", true, true}, {"handler", true, false}, {"head", true, true},
        {"supervisor", false, false}, {"manager", true, true}, {"administrator", true, true}};
    for (const auto &[role, draws, keeps] : rows)
        QTest::newRow(role) << QString::fromLatin1(role) << draws << keeps;
}

void StockTest::whoMayMoveWhat()
{
    QFETCH(QString, role);
    QFETCH(bool, draws);
    QFETCH(bool, keeps);
    Store store;
    store.sit(role.toLatin1().constData());
    for (const auto &[kind, may] : {std::pair(u"issued"_s, draws), std::pair(u"returned"_s, draws),
             std::pair(u"received"_s, keeps), std::pair(u"counted"_s, keeps)}) {
        const Decision decision = decide(MoveStock{hose, kind, 1000, {}, {}}, nullptr, store);
        QCOMPARE(std::holds_alternative<Events>(decision), may);
    }
}

void StockTest::aRepairDrawsWhatItUsed()
{
    const Store store;
    const Ticket ticket = ticketIn("arrived");
    const auto finish = [&](const QVector<DrawnSupply> &drawn) {
        return decide(ticket, ActOnTicket{leak, u"finish"_s, {}, {}, 0, 0, drawn}, store);
    };
    const Decision done = finish({{hose, 2500}, {valve, 1000}});
    QCOMPARE(outcomeOf(done), u"step, issued -2.5, issued -1"_s);
    const auto &step = std::get<StepTaken>(std::get<Events>(done)[0]);
    QCOMPARE(step.values.text(field::Materials), u"PVC管 2.5 米, 阀门 1 个"_s);
    QCOMPARE(std::get<StockMoved>(std::get<Events>(done)[1]).ticket, leak);

    QVERIFY(outcomeOf(finish({{hose, 2500}, {valve, 2000}})).startsWith(u"quantity: 阀门"));
    QVERIFY(outcomeOf(finish({{hose, 2500}, {hose, 2500}})).startsWith(u"quantity"));
    QVERIFY(outcomeOf(finish({{Id::named("?"), 1}})).startsWith(u"supply"));
    const Decision note = decide(ticket,
        ActOnTicket{leak, u"note"_s, {{field::Remark, u"好"_s}}, {}, 0, 0, {{hose, 1}}}, store);
    QVERIFY(outcomeOf(note).startsWith(u"drawn"));
}

void StockTest::movesAddUpInAnyOrder()
{
    const RegisterPut made{hose, Register::Supply, {{supply::Name, u"PVC管"_s}}, {}};
    const QVector<StockMoved> moves{{hose, u"received"_s, 5000, {}, {}},
        {hose, u"issued"_s, -7000, {}, {}}, {hose, u"counted"_s, 500, {}, {}},
        {hose, u"brought by a later program"_s, 250, {}, {}}};
    for (bool isBackwards : {false, true}) {
        RegisterRow row;
        fold(row, made);
        for (qsizetype i = 0; i < moves.size(); ++i)
            QCOMPARE(fold(row, moves[isBackwards ? moves.size() - 1 - i : i]), Effect::Applied);
        QCOMPARE(inStock(row), -1250);
    }
}

void StockTest::whatClaimsTooMuchIsNoMove()
{
    RegisterRow row{hose, Register::Supply, {{supply::Quantity, 4000}}};
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    for (qint64 claimed : {mostCounted + 1, -mostCounted - 1, most, -most, -most - 1})
        QCOMPARE(fold(row, StockMoved{hose, u"received"_s, claimed, {}, {}}), Effect::Void);
    QCOMPARE(fold(row, StockMoved{valve, u"received"_s, 1, {}, {}}), Effect::Void);
    RegisterRow person{hose, Register::Staff, {{staff::Login, u"wang"_s}}};
    QCOMPARE(fold(person, StockMoved{hose, u"received"_s, 1, {}, {}}), Effect::Void);
    QCOMPARE(inStock(row), 4000);
}

void StockTest::quantitiesAreNotTypedIn()
{
    const Store store;
    const Decision typed =
        decide(PutRow{Register::Supply, hose, {{supply::Quantity, 9000}}, {}}, store);
    QVERIFY(outcomeOf(typed).startsWith(u"quantity: "));
    const Decision cleared = decide(PutRow{Register::Supply, hose, {}, {supply::Quantity}}, store);
    QVERIFY(outcomeOf(cleared).startsWith(u"quantity: "));
    // A program that asks nobody comes no further.
    RegisterRow row = store.rows[hose];
    fold(row,
        RegisterPut{hose, Register::Supply, {{supply::Quantity, 9000}, {supply::KeptAt, u"仓库"_s}},
            {supply::Quantity}});
    QCOMPARE(inStock(row), 4000);
    QCOMPARE(row.values.text(supply::KeptAt), u"仓库"_s);
}

void StockTest::lowIsBelowTheLeast()
{
    RegisterRow row{hose, Register::Supply, {{supply::Quantity, 2000}, {supply::Minimum, 2000}}};
    QVERIFY(!isLow(row));
    row.values.set(supply::Quantity, 1999);
    QVERIFY(isLow(row));
    row.values.remove(supply::Minimum);
    QVERIFY(!isLow(row));
}

QTEST_GUILESS_MAIN(StockTest)
#include "stock_test.moc"
