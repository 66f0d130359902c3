// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "store/command_taker.h"
#include "store/desk_folder.h"

#include <QThread>

#include <atomic>

namespace beside
{

class GuestLine;

/// A process beside the one that has the desk open: hands its commands there and brings the answers back, as if they had
/// been carried out here. It runs on a thread of its own. A person's key stays here: what has to be signed is
/// signed here when the host asks for it. When the host dies, the record says what became of what was on its way.
class Guest final : public store::CommandTaker
{
public:
    /// The guest; why the host doesn't let it in; or nothing where nobody listens.
    using Reaching = std::variant<std::monostate, std::unique_ptr<Guest>, domain::Refusal>;
    /// Waits for the greeting, for a moment.
    static Reaching reach(
        const store::DeskFolder &folder, const QByteArray &deskKey, domain::Random &random);
    /// Waits for the answers that are on their way.
    ~Guest() override;

    QFuture<store::Verdict> submit(store::Submission submission) override;
    QFuture<QVector<store::Verdict>> submitAll(
        QVector<store::Submission> submissions, bool bulk) override;
    /// The host has ended: the desk may be taken.
    bool isGone() const { return *m_isGone; }

private:
    explicit Guest(const store::DeskFolder &folder);

    const std::shared_ptr<std::atomic<bool>> m_isGone = std::make_shared<std::atomic<bool>>(false);
    QThread m_thread;
    GuestLine *m_line;
};

} // namespace beside
