// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/signing.h"

#include <QMutex>
#include <QWaitCondition>

#include <functional>
#include <memory>
#include <optional>

namespace beside
{

/// What the committer's thread asks of a person at another process while it writes an entry: a signature. It waits for the
/// answer, for a moment only, since others' commands stand behind. Any thread.
class SignatureQuestions
{
public:
    using Asking = std::function<void(const QByteArray &publicKey, const QByteArray &hash)>;

    /// `asking` hands the question to the other process and returns at once.
    explicit SignatureQuestions(Asking asking)
        : m_asking(std::move(asking))
    {
    }

    /// Empty when none came in time, or none that this key made.
    QByteArray ask(const QByteArray &publicKey, const QByteArray &hash);
    void answer(const QByteArray &signature);
    /// The other process went away: whoever waits is answered with nothing, and so is everyone from now on.
    void end();

private:
    QMutex m_mutex;
    QWaitCondition m_changed;
    Asking m_asking;
    std::optional<QByteArray> m_answer;
    bool m_isWaiting = false;
};

/// Somebody whose key lies in another process: it never leaves there.
class AbsentSigner final : public record::Signer
{
public:
    AbsentSigner(std::shared_ptr<SignatureQuestions> questions, QByteArray publicKey)
        : m_questions(std::move(questions))
        , m_publicKey(std::move(publicKey))
    {
    }

    QByteArray publicKey() const override { return m_publicKey; }
    QByteArray sign(const QByteArray &hash) const override
    {
        return m_questions->ask(m_publicKey, hash);
    }

private:
    const std::shared_ptr<SignatureQuestions> m_questions;
    const QByteArray m_publicKey;
};

} // namespace beside
