// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/caller_answer.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace items
{

/// Answers while one types who is calling, what is still open for them, what was promised and to
/// whom it goes. Looks on a thread of its own; a question that was asked anew before its answer came is
/// dropped, so the window never waits and never sees an old answer.
class CallerLookup : public QObject
{
    Q_OBJECT

public:
    /// How long the typing must rest before it is looked up.
    static constexpr int rest_ms = 60;

    explicit CallerLookup(const Source &source, QObject *parent = nullptr);
    ~CallerLookup() override;

    /// The same question twice is asked once.
    void ask(const CallerQuestion &question);
    /// Asks the last question again, after a commit that may have changed the answer.
    void askAgain();
    /// Forgets what was asked; no answer comes any more.
    void forget();

Q_SIGNALS:
    void answered(const items::CallerAnswer &answer);

private:
    void look();

    CallerQuestion m_question;
    bool m_isAsked = false;
    QTimer m_rest;
    std::atomic<quint64> m_latest = 0;
    Background m_background; ///< the last member: it ends before what its questions look at
};

} // namespace items
