// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/line.h"

#include <QTest>

using namespace peers;
using namespace support;

// A few desks in bad weather: chance decides who writes, who is connected to whom, how many bytes get through, when a line
// breaks, whose disk is slow or full. When the weather clears, all hold the same, and nobody was ever at fault.
class SessionWeatherTest : public QObject
{
    Q_OBJECT

    class Weather
    {
    public:
        explicit Weather(quint64 seed)
            : m_random(seed)
        {
            const int count = 3 + below(3);
            for (int i = 0; i < count; ++i) {
                const QByteArray name = "desk " + QByteArray::number(i);
                desks.push_back(std::make_unique<MemoryExchange>(company, name.constData()));
                desks.back()->onKept = [this, i] { tellOthersOf(i); };
            }
        }

        void storm(int moments)
        {
            for (int moment = 0; moment < moments; ++moment) {
                now_ms += below(3'000);
                happen(below(100));
                for (auto &[ends, line] : lines)
                    line->tick(now_ms);
                sweep();
            }
        }

        /// All lines are good and all disks quick; until nothing moves.
        void clear()
        {
            lines.clear();
            for (const auto &desk : desks) {
                desk->isSlow = false;
                desk->answer.reset();
                desk->settle();
            }
            for (int i = 1; i < int(desks.size()); ++i)
                connect(i - 1, i);
            bool moves = true;
            while (moves) {
                moves = false;
                for (auto &[ends, line] : lines)
                    moves = line->carry() || moves;
            }
        }

        MemoryCompany company;
        std::vector<std::unique_ptr<MemoryExchange>> desks;
        std::map<std::pair<int, int>, std::unique_ptr<Line>> lines;
        QList<Ending> endings;
        int written = 0;

    private:
        int below(int limit)
        {
            std::array<quint8, 4> bytes{};
            m_random.fill(bytes);
            quint32 number = 0;
            for (const quint8 byte : bytes)
                number = number << 8 | byte;
            return int(number % quint32(limit));
        }

        int someone() { return below(int(desks.size())); }

        void happen(int what)
        {
            const int who = someone();
            MemoryExchange &desk = *desks[size_t(who)];
            if (what < 20)
                write(who, 1 + below(8));
            else if (what < 40)
                connect(who, someone());
            else if (what < 43)
                desk.isSlow = !desk.isSlow;
            else if (what < 50)
                desk.settleOne();
            else if (what < 52)
                desk.answer = store::Receipt{store::Receipt::Failed, QStringLiteral("full")};
            else if (what < 54)
                desk.openEpoch(QByteArray::number(what * 1'000 + ++m_epochs).constData());
            else if (!lines.empty())
                pass(what);
        }

        void pass(int what)
        {
            const auto line = std::next(lines.begin(), below(int(lines.size())));
            if (what < 60)
                lines.erase(line);
            else
                line->second->carry(1 + below(500), 1 + below(20'000));
        }

        void write(int who, int entries)
        {
            for (int i = 0; i < entries; ++i)
                desks[size_t(who)]->write(Id::named(QByteArray::number(below(20)).constData()), 50);
            written += entries;
            tellOthersOf(who);
        }

        void connect(int one, int other)
        {
            const std::pair ends = std::minmax(one, other);
            if (one == other || lines.contains(ends))
                return;
            const Limits limits{.window = 1 + below(4), .parcelBytes = 4'096};
            auto &line = lines[ends] = std::make_unique<Line>(
                *desks[size_t(ends.first)], *desks[size_t(ends.second)], limits);
            line->start(now_ms);
        }

        void tellOthersOf(int who)
        {
            for (auto &[ends, line] : lines) {
                if (ends.first == who)
                    line->left->somethingNew();
                if (ends.second == who)
                    line->right->somethingNew();
            }
        }

        void sweep()
        {
            std::erase_if(lines, [this](const auto &one) {
                const auto left = one.second->left->state(), right = one.second->right->state();
                for (const auto &ending : {left.ending, right.ending}) {
                    if (ending)
                        endings += *ending;
                }
                return left.ending || right.ending;
            });
        }

        SeededRandom m_random;
        qint64 now_ms = 0;
        int m_epochs = 0;
    };

private Q_SLOTS:
    void allHoldTheSameWhenItClears()
    {
        // GRIDDESK_SEEDS=10000 for an evening.
        const int asked = qEnvironmentVariableIntValue("GRIDDESK_SEEDS");
        const quint64 seeds = asked > 0 ? quint64(asked) : 20;
        int written = 0;
        for (quint64 seed = 1; seed <= seeds; ++seed) {
            Weather weather(seed);
            weather.storm(400);
            weather.clear();
            const QString name = QStringLiteral("seed %1").arg(seed);
            for (const auto &desk : weather.desks) {
                QVERIFY2(desk->heads() == weather.desks.front()->heads(), qPrintable(name));
                QVERIFY2(desk->count() == weather.written, qPrintable(name));
                QVERIFY2(desk->lackingKeys(1).isEmpty(), qPrintable(name));
            }
            for (const auto &[ends, line] : weather.lines)
                QVERIFY2(line->isInStep(), qPrintable(name));
            for (const Ending ending : weather.endings)
                QVERIFY2(mayTryAgain(ending), qPrintable(name));
            written += weather.written;
        }
        qInfo("%llu seeds, %d entries", seeds, written);
    }
};

QTEST_GUILESS_MAIN(SessionWeatherTest)
#include "session_weather_test.moc"
