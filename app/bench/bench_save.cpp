// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/desk_rows.h"
#include "bench/load.h"
#include "bench/times.h"

#include <QThread>

namespace bench
{

using namespace Qt::StringLiterals;

namespace
{

/// The committer feeds the text index when nothing was asked for a quarter of a second: a save that comes
/// then waits for a helping at worst.
constexpr int worstPause_ms = 248;
constexpr int pauseSpread_ms = 24;

/// A desk that saves, and a bare database beside it that is handed the same rows.
class SaveBench
{
public:
    explicit SaveBench(const Order &order)
        : m_folder(order.desks.copyOf(order.desks.generated(order.tickets)))
        , m_bareFolder(order.desks.copyOf(m_folder))
        , m_desk(order.desks.open(m_folder))
        , m_load(*m_desk, quint64(order.tickets) + 2, order.rounds)
        , m_look(store::DeskFolder{m_folder}.database(), Bare::Access::ReadOnly)
        , m_bare(store::DeskFolder{m_bareFolder}.database(), Bare::Access::ReadWrite)
        , m_writer(m_bare, RowWriter::Text::Later)
    {
        // As in the window, whose index of people is filled soon after start.
        m_desk->indexPeopleNow();
        catchUp();
    }

    void save()
    {
        const domain::OpenTicket open = m_load.next();
        must(ours.take([&] { return m_desk->submit(open).result(); }));
        const DeskRows rows(m_look, m_reach, Reach::of(m_look));
        bare.take([&] { m_writer.write(rows); });
        m_reach = rows.upTo();
    }

    /// The first save of a program's run, which reads what later ones find ready.
    double firstSave_ms()
    {
        Times first;
        const domain::OpenTicket open = m_load.next();
        must(first.take([&] { return m_desk->submit(open).result(); }));
        catchUp();
        return first.max_ms();
    }

    Times ours;
    Times bare;

private:
    void catchUp()
    {
        const DeskRows rows(m_look, Reach::of(m_bare), Reach::of(m_look));
        m_writer.write(rows);
        m_reach = rows.upTo();
    }

    const QString m_folder;
    const QString m_bareFolder;
    std::unique_ptr<Desk> m_desk;
    Load m_load;
    Bare m_look;
    Bare m_bare;
    RowWriter m_writer;
    Reach m_reach;
};

} // namespace

QJsonObject benchSave(const Order &order)
{
    SaveBench bench(order);
    const double first_ms = bench.firstSave_ms();
    for (int round = 0; round < order.rounds; ++round)
        bench.save();
    const Times close = bench.ours;
    QJsonObject result = beside(u"one after the other"_s, bench.ours, bench.bare);

    bench.ours = bench.bare = Times();
    for (int round = 0; round < order.rounds / 5; ++round) {
        QThread::msleep(worstPause_ms + round % pauseSpread_ms);
        bench.save();
    }
    result.insert(u"first_ms"_s, rounded(first_ms));
    result.insert(
        u"while_feeding"_s, beside(u"as the text index is fed"_s, bench.ours, bench.bare));
    result.insert(u"bars"_s,
        QJsonArray{bar(u"p50 of the baseline's"_s, result[u"ratio"_s].toDouble(), 2),
            bar(u"p99 (ms)"_s, close.p99_ms(), 5),
            bar(u"p99 (ms) while feeding"_s, bench.ours.p99_ms(), 5)});
    return result;
}

} // namespace bench
