// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reading.h"

namespace bench
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double frame_ms = 16;
constexpr int warmUps = 2;

struct Taken {
    Times ours;
    Times bare;
};

} // namespace

QJsonObject ask(const std::vector<Question> &questions, int rounds)
{
    std::vector<Taken> taken(questions.size());
    for (int round = -warmUps; round < rounds; ++round) {
        if (round == 0)
            taken.assign(questions.size(), {});
        for (size_t i = 0; i < questions.size(); ++i) {
            taken[i].ours.take(questions[i].ours);
            taken[i].bare.take(questions[i].bare);
        }
    }
    QJsonArray all, bars;
    QJsonObject slowest;
    double slowest_ms = -1;
    for (size_t i = 0; i < questions.size(); ++i) {
        const QJsonObject one = beside(questions[i].name, taken[i].ours, taken[i].bare);
        all.append(one);
        if (!questions[i].hasBar)
            continue;
        bars.append(bar(u"p99 (ms): "_s + questions[i].name, taken[i].ours.p99_ms(), frame_ms));
        if (std::exchange(slowest_ms, std::max(slowest_ms, taken[i].ours.p99_ms()))
            < taken[i].ours.p99_ms())
            slowest = one;
    }
    slowest.insert(u"questions"_s, all);
    slowest.insert(u"bars"_s, bars);
    return slowest;
}

} // namespace bench
