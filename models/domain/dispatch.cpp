// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dispatch.h"

#include "domain/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace domain
{

namespace
{

// What counts how much. Skill before everything else; the load of the day before that of the month.
constexpr int skilled = 40;
constexpr int present = 20, onDutyInNeed = 10, onStandby = -10;
constexpr int ownGrid = 15, ownTeam = 10;
constexpr int nearest = 10;
constexpr double farAway_m = 5000;
constexpr int eachInHand = -6, mostInHand = -48;
constexpr int mostOfMonth = 15;

/// What trades are called in companies' lists of skills and certificates. Whole words: one sign alone would send an electrician (电气) for
/// gas, and take a licence to work (作业证) for property service (物业).
constexpr std::pair<const char *, const char16_t *> tradeWords[] = {{"water", u"水"},
    {"power", u"电工"}, {"power", u"电气"}, {"power", u"供电"}, {"power", u"水电"},
    {"power", u"强电"}, {"heat", u"暖"}, {"heat", u"供热"}, {"heat", u"锅炉"}, {"gas", u"燃气"},
    {"gas", u"煤气"}, {"gas", u"天然气"}, {"gas", u"供气"}, {"property", u"物业"},
    {"property", u"电梯"}, {"property", u"保洁"}, {"property", u"绿化"}};

bool fitsLine(const QString &skill, const QString &line)
{
    if (skill.compare(line, Qt::CaseInsensitive) == 0 || skill == wordFor(List::Line, line))
        return true;
    return std::ranges::any_of(tradeWords, [&](const auto &trade) {
        return line == QLatin1StringView(trade.first) && skill.contains(QStringView(trade.second));
    });
}

/// The skill that fits the matter's category or line; empty for none.
QString fittingSkill(const Worker &worker, const Values &ticket)
{
    const QString category = ticket.text(field::Category), line = ticket.text(field::Line);
    const QStringList skills = severalOf(worker.skills);
    for (const QString &skill : skills) {
        if (!category.isEmpty() && (category.contains(skill) || skill.contains(category)))
            return skill;
    }
    for (const QString &skill : skills) {
        if (fitsLine(skill, line))
            return skill;
    }
    return {};
}

class Scoring
{
public:
    Scoring(const Values &ticket, const QString &team, QDate today, double meanOfMonth)
        : m_ticket(ticket)
        , m_team(team)
        , m_today(today)
        , m_meanOfMonth(meanOfMonth)
    {
    }

    Candidate score(const Worker &worker)
    {
        m_candidate = {worker.id, worker.login, worker.name, worker.team, worker.presence};
        addSkill(worker);
        addCertificates(worker);
        addPresence(worker);
        addPlace(worker);
        addLoad(worker);
        std::ranges::stable_sort(m_candidate.parts, std::ranges::greater{},
            [](const ScorePart &part) { return std::abs(part.points); });
        return std::move(m_candidate);
    }

private:
    void add(Reckoning why, int points, qint64 amount = 0, const QString &name = {})
    {
        m_candidate.score += points;
        m_candidate.parts.append({why, points, amount, name});
    }

    void addSkill(const Worker &worker)
    {
        if (const QString skill = fittingSkill(worker, m_ticket); !skill.isEmpty())
            add(Reckoning::Skill, skilled, 0, skill);
    }

    /// Whose certificate has run out isn't sent until it is renewed.
    void addCertificates(const Worker &worker)
    {
        for (const Certificate &held : certificatesIn(worker.certificates)) {
            if (!held.until.isValid() || held.until >= m_today
                || !fitsLine(held.name, m_ticket.text(field::Line)))
                continue;
            m_candidate.isAble = false;
            add(Reckoning::Certificate, 0, held.until.daysTo(m_today), held.name);
        }
    }

    void addPresence(const Worker &worker)
    {
        const bool isEmergency = m_ticket.text(field::Urgency) == u"emergency";
        switch (worker.presence) {
        case Presence::AtWork:
            return add(Reckoning::Presence, present);
        case Presence::OnDuty:
            return add(Reckoning::Presence, present + (isEmergency ? onDutyInNeed : 0));
        case Presence::OnStandby:
            // Whoever stands by is for what can't wait.
            m_candidate.isAble = m_candidate.isAble && isEmergency;
            return add(Reckoning::Presence, onStandby);
        case Presence::Off:
        case Presence::OnLeave:
            m_candidate.isAble = false;
            return add(Reckoning::Presence, 0);
        case Presence::Unknown:
            return;
        }
    }

    void addPlace(const Worker &worker)
    {
        if (!worker.grid.isNull() && worker.grid == m_ticket[field::Grid].value<Id>())
            add(Reckoning::Grid, ownGrid);
        else if (!m_team.isEmpty() && worker.team == m_team)
            add(Reckoning::Grid, ownTeam, 0, m_team);
        if (!worker.distance_m)
            return;
        const double near = 1 - std::min(*worker.distance_m, farAway_m) / farAway_m;
        add(Reckoning::Distance, int(std::lround(nearest * near)),
            std::llround(*worker.distance_m));
    }

    void addLoad(const Worker &worker)
    {
        if (worker.inHand > 0) {
            add(Reckoning::InHand,
                std::max<int>(mostInHand, eachInHand * int(std::min<qint64>(worker.inHand, 100))),
                worker.inHand);
        }
        if (m_meanOfMonth <= 0)
            return;
        const double over = (double(worker.ofMonth) - m_meanOfMonth) / m_meanOfMonth;
        const int points = -int(std::lround(std::clamp(over, -1.0, 1.0) * mostOfMonth));
        if (points != 0)
            add(Reckoning::Month, points, worker.ofMonth);
    }

    const Values &m_ticket;
    const QString m_team;
    const QDate m_today;
    const double m_meanOfMonth;
    Candidate m_candidate;
};

} // namespace

QVector<Certificate> certificatesIn(const QString &text)
{
    static const QRegularExpression day(
        QStringLiteral(R"((\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?)"));
    QVector<Certificate> certificates;
    for (const QString &one : severalOf(text)) {
        const QRegularExpressionMatch found = day.match(one);
        Certificate held{one.trimmed(), {}};
        if (found.hasMatch()) {
            held.name =
                QString(one).remove(found.capturedStart(), found.capturedLength()).trimmed();
            held.until = QDate(
                found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
        }
        certificates.append(held);
    }
    return certificates;
}

QVector<Candidate> rankCandidates(
    const Values &ticket, const QVector<Worker> &workers, const QString &team, QDate today)
{
    const qint64 ofMonth = std::accumulate(workers.begin(), workers.end(), qint64(0),
        [](qint64 sum, const Worker &worker) { return sum + worker.ofMonth; });
    const double mean = workers.isEmpty() ? 0 : double(ofMonth) / double(workers.size());
    Scoring scoring(ticket, team, today, mean);
    struct Place {
        Candidate candidate;
        qint64 ofMonth = 0;
    };
    QVector<Place> places;
    for (const Worker &worker : workers)
        places.append({scoring.score(worker), worker.ofMonth});
    std::ranges::sort(places, [](const Place &one, const Place &other) {
        return std::tuple(
                   !one.candidate.isAble, -one.candidate.score, one.ofMonth, one.candidate.id)
            < std::tuple(
                !other.candidate.isAble, -other.candidate.score, other.ofMonth, other.candidate.id);
    });
    QVector<Candidate> ranked;
    for (Place &place : places)
        ranked.append(std::move(place.candidate));
    return ranked;
}

Spread spreadOf(QVector<qint64> loads)
{
    Spread spread{.people = loads.size()};
    if (loads.isEmpty())
        return spread;
    std::ranges::sort(loads);
    const double count = double(loads.size());
    double sum = 0, weighted = 0;
    for (qsizetype place = 0; place < loads.size(); ++place) {
        sum += double(loads[place]);
        weighted += double(place + 1) * double(loads[place]);
    }
    spread.mean = sum / count;
    spread.least = loads.constFirst();
    spread.most = loads.constLast();
    // Of sorted loads: 2 Σ i·x / (n Σ x) − (n + 1) / n.
    spread.gini = sum > 0 ? 2 * weighted / (count * sum) - (count + 1) / count : 0;
    return spread;
}

} // namespace domain
