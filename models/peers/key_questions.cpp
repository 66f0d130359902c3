// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/key_questions.h"

#include <algorithm>

namespace peers
{

namespace
{
/// Remembering whom one has asked for must not grow with the company.
constexpr int maximumAskedFor = 100'000;
} // namespace

void KeyQuestions::want()
{
    if (!std::exchange(m_wasWanted, true))
        m_round_ms.reset();
    m_isWanted = true;
}

QVector<Id> KeyQuestions::next(Exchange &exchange, qint64 now_ms)
{
    const bool mayBegin =
        m_isWanted && (!m_round_ms || qAbs(now_ms - *m_round_ms) >= m_limits.askPause_ms);
    if (m_unanswered || (!m_isUnderWay && !mayBegin))
        return {};
    if (!m_isUnderWay) {
        m_isUnderWay = true;
        m_isWanted = false;
        m_round_ms = now_ms;
        if (qAbs(now_ms - m_askedSince_ms) >= m_limits.askAgain_ms) {
            m_askedFor.clear();
            m_askedSince_ms = now_ms;
        }
    }
    QVector<Id> owners;
    if (m_askedFor.size() < maximumAskedFor)
        owners = exchange.lackingKeys(m_askedFor.size() + m_limits.keysAtOnce);
    owners.removeIf([this](const Id &owner) { return m_askedFor.contains(owner); });
    owners.resize(qMin(owners.size(), qsizetype(m_limits.keysAtOnce)));
    m_isUnderWay = !owners.isEmpty();
    if (m_isUnderWay) {
        m_unanswered.emplace(owners.cbegin(), owners.cend());
        m_askedFor += *m_unanswered;
    }
    return owners;
}

bool KeyQuestions::answers(const QVector<record::SealedKey> &keys)
{
    if (!m_unanswered)
        return false;
    const QSet<Id> asked = *std::exchange(m_unanswered, {});
    return std::ranges::all_of(
        keys, [&](const record::SealedKey &key) { return asked.contains(key.owner); });
}

} // namespace peers
