// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/filter_counts.h"

namespace items
{

namespace
{

/// Long enough that a burst of commits is counted once, short enough that nobody waits for it.
constexpr int together_ms = 150;

QHash<QString, int> count(store::Reader &reader, const FilterCounts::Questions &questions)
{
    QHash<QString, int> counts;
    for (const FilterCounts::Question &question : questions) {
        if (question.by.isEmpty()) {
            counts[question.id] = int(reader.countTickets(question.query));
            continue;
        }
        const auto byValue = reader.countTicketsBy(question.query, question.by);
        for (auto at = byValue.cbegin(); at != byValue.cend(); ++at)
            counts[question.id + u':' + at.key()] = int(at.value());
    }
    return counts;
}

} // namespace

FilterCounts::FilterCounts(
    const Source &source, std::function<Questions()> questions, QObject *parent)
    : QObject(parent)
    , m_questions(std::move(questions))
    , m_background(source)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together_ms);
    connect(&m_soon, &QTimer::timeout, this, &FilterCounts::ask);
}

FilterCounts::~FilterCounts() = default;

void FilterCounts::takeIn(const store::Committed &committed)
{
    const bool anyTicket = std::ranges::any_of(committed.touched,
        [](const store::Touched &touched) { return touched.what == store::Touched::Ticket; });
    // A timer that runs is left alone: a steady stream of commits must not put the count off for ever.
    if (anyTicket && !m_soon.isActive())
        m_soon.start();
}

void FilterCounts::recount()
{
    m_soon.stop();
    ask();
}

void FilterCounts::ask()
{
    if (m_isCounting) {
        m_isStale = true;
        return;
    }
    m_isCounting = true;
    m_background
        .ask(
            [questions = m_questions()](store::Reader &reader) { return count(reader, questions); })
        .then(this, [this](const QHash<QString, int> &counts) {
            m_isCounting = false;
            m_counts = counts;
            if (std::exchange(m_isStale, false))
                m_soon.start();
            Q_EMIT changed();
        });
}

} // namespace items
