// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/source.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

namespace items
{

/// A reader on a thread of its own, for questions that may take longer than a frame. Questions are
/// answered one after the other; take an answer with QFuture::then(context, …) and never wait for it:
/// a question starts when the asker has returned to the event loop, so that no answer comes before
/// those who want to hear of it are connected. Without a database the answer is empty.
class Background
{
public:
    explicit Background(const Source &source);
    /// Ends when the question under way has its answer.
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    template <typename Question> auto ask(Question question)
    {
        using Answer = std::invoke_result_t<Question, store::Reader &>;
        auto turn = std::make_shared<QPromise<void>>();
        turn->start();
        auto answer =
            turn->future().then(&m_pool, [this, question = std::move(question)]() -> Answer {
                store::Reader *reader = this->reader();
                return reader ? question(*reader) : Answer{};
            });
        QMetaObject::invokeMethod(
            &m_askers, [turn = std::move(turn)] { turn->finish(); }, Qt::QueuedConnection);
        return answer;
    }

private:
    store::Reader *reader();

    const std::function<std::unique_ptr<store::Reader>()> m_newReader;
    std::unique_ptr<store::Reader> m_reader; ///< lives and dies on the pool's one thread
    QThreadPool m_pool;
    QObject m_askers; ///< their thread; its event loop starts the questions
};

} // namespace items
