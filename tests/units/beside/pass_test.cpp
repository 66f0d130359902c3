// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/message.h"
#include "beside/parts.h"

#include <QTest>

#include <random>

using namespace domain;
using namespace beside;

namespace
{

/// Stands for any member of an aggregate.
struct Anything {
    template <typename Thing> operator Thing() const;
};

/// How many members an aggregate has.
template <typename Thing, typename... Given> consteval size_t count()
{
    if constexpr (requires { Thing{Given{}..., Anything{}}; })
        return count<Thing, Given..., Anything>();
    else
        return sizeof...(Given);
}

template <typename Thing> constexpr size_t named()
{
    return std::tuple_size_v<decltype(members(std::declval<Thing &>()))>;
}

template <typename... Things> void allMembersAreNamed(const std::variant<Things...> &)
{
    static_assert(((count<Things>() == named<Things>()) && ...));
}

static_assert(count<CustomerDraft>() == named<CustomerDraft>());
static_assert(count<TicketClock>() == named<TicketClock>());
static_assert(count<Step>() == named<Step>());
static_assert(count<Ticket>() == named<Ticket>());

Id id(quint8 n)
{
    Id id;
    id.bytes.fill(n);
    return id;
}

const Values values{{field::Title, QStringLiteral("漏水")},
    {field::Customer, QVariant::fromValue(id(9))}, {field::HappenedAt, qint64(1'763'600'000'000)},
    {field::Lon, 120.25}, {field::PrivateNote, QByteArray("\0sealed", 7)}, {200, true}};

QVector<Command> someCommands()
{
    return {FoundCompany{
                id(1), id(2), id(3), QStringLiteral("公司"), {}, {}, {}, {}, {}, "key", values},
        OpenTicket{id(1), values,
            {id(2), id(3), QStringLiteral("王"), QStringLiteral("138"), {}, {}}, id(4),
            QStringLiteral("closed"), true, values},
        ActOnTicket{id(1), QStringLiteral("accept"), values, id(2), -5, 77, {{id(3), 2500}}},
        PutRow{Register::Equipment, id(1), values, {1, 255}}, RemoveRow{Register::Staff, id(1)},
        GrantRole{id(1), id(2), QStringLiteral("chief"), id(3), QStringLiteral("一队"), 1, 2},
        RevokeGrant{id(1), QStringLiteral("离职")}, PutAccount{id(1), values},
        LookAt{id(1), id(2), QStringLiteral("reveal"), QStringLiteral("核对")},
        AskErasure{id(1), id(2), QStringLiteral("wish"), {}}, AnswerErasure{id(1), true, {}},
        InviteDesk{id(1), {}, QStringLiteral("04"), {}, {}, QByteArray(32, 'h'), 9},
        AdmitDesk{id(1), {}, {}, QByteArray(32, 'k'), {}, {}, "token"}, RevokeDesk{id(1), {}},
        SettleConflict{id(1), id(2), QStringLiteral("so")}, ActivateRules{id(1), 2},
        MoveStock{id(1), QStringLiteral("issued"), -2500, id(2), QStringLiteral("领用")},
        DrawGrids{9, {PutRow{Register::Grid, id(1), {{1, QStringLiteral("07")}}, {}}},
            {GridArea{id(1), Shape{{{{{1, 2}, {3, 2}, {3, 5}}, {}}}}}}, QStringLiteral("调整")}};
}

Ask someAsk()
{
    Ask ask{7, true, {}};
    for (const Command &command : someCommands())
        ask.asked.append({command, id(8), QByteArray(32, 'p')});
    return ask;
}

Answer someAnswer()
{
    Ticket ticket{
        id(1), QStringLiteral("repair/1"), values, QStringLiteral("received"), 2, {}, {}, 99};
    ticket.steps.append({QStringLiteral("open"), QStringLiteral("received"), 1, id(2), id(3), 4, 5,
        values, values});
    ticket.clocks.append({QStringLiteral("accept"), 1, 2, 3, 4});
    return {7,
        {store::Accepted{3, id(1), 4, ticket},
            Refusal{QStringLiteral("title"), QStringLiteral("没有标题"), QStringLiteral("填写"),
                Refusal::Unknown}}};
}

} // namespace

/// What host and guest say to each other arrives as it was said, or not at all.
class PassTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandNamesAllItsMembers() { allMembersAreNamed(Command()); }
    void whatIsSaidArrives();
    void theNumberOfARegisterMustBeOne();
    void garbageIsNothing();
};

void PassTest::whatIsSaidArrives()
{
    // What was read is written again as it came, so nothing of it was lost on the way.
    for (const Message &said :
        QVector<Message>{Hello{QStringLiteral("1"), "drawn"}, Proof{QStringLiteral("1"), "d", "p"},
            Welcome{"p"}, someAsk(), someAnswer(), SignatureWanted{"k", "h"}, Signature{"s"},
            Farewell{{{}, QStringLiteral("a"), QStringLiteral("b"), Refusal::Device}, true}}) {
        const auto heard = decode(encode(said));
        QVERIFY(heard);
        QCOMPARE(heard->index(), said.index());
        QCOMPARE(encode(*heard), encode(said));
    }
    const auto ask = std::get<Ask>(*decode(encode(someAsk())));
    QCOMPARE(ask.asked.size(), qsizetype(std::variant_size_v<Command>));
    for (qsizetype i = 0; i < ask.asked.size(); ++i)
        QCOMPARE(ask.asked[i].command.index(), size_t(i));
    const auto opened = std::get<OpenTicket>(ask.asked[1].command);
    QVERIFY(opened.values == values);
    QVERIFY(opened.dispatch);
    QCOMPARE(opened.customer.phone, QStringLiteral("138"));
    const auto answer = std::get<Answer>(*decode(encode(someAnswer())));
    const auto *accepted = store::accepted(answer.verdicts[0]);
    QVERIFY(accepted && accepted->ticket.steps[0].before == values);
    QCOMPARE(store::refused(answer.verdicts[1])->kind, Refusal::Unknown);
}

void PassTest::theNumberOfARegisterMustBeOne()
{
    const Ask ask{1, false, {{RemoveRow{Register(99), id(1)}, id(2), {}}}};
    QVERIFY(!decode(encode(ask)));
}

void PassTest::garbageIsNothing()
{
    QVERIFY(!decode({}));
    QVERIFY(!decode("hello"));
    const QByteArray whole = encode(someAsk());
    QVERIFY(!decode(whole + 'x'));
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!decode(whole.first(length)));
    // Whatever a flipped bit makes of it, reading ends.
    std::mt19937 random(2026);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray damaged = i % 2 ? whole : encode(someAnswer());
        for (quint32 flips = 1 + random() % 3; flips > 0; --flips)
            damaged[qsizetype(random() % quint32(damaged.size()))] ^= char(1 << random() % 8);
        decode(damaged);
    }
    // An array that says it has more than it brings.
    QVERIFY(!decode(QByteArray::fromHex("82 03 83 01 00 9a000f423f")));
}

QTEST_APPLESS_MAIN(PassTest)
#include "pass_test.moc"
