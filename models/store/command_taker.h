// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "record/signing.h"
#include "store/committed.h"

#include <QFuture>

#include <memory>

namespace store
{

/// One thing that someone asks for, and who asks.
struct Submission {
    domain::Command command;
    domain::Id actor;
    std::shared_ptr<const record::Signer> signer; ///< the actor's own key, once signed in
};

/// Whoever takes commands and answers them: this process's committer, or the one of the process that has the desk open.
/// The futures never fail; nobody has to wait for them.
class CommandTaker
{
public:
    virtual ~CommandTaker() = default;
    virtual QFuture<Verdict> submit(Submission submission) = 0;
    /// One transaction; one verdict each. `bulk` also feeds the text index in it.
    virtual QFuture<QVector<Verdict>> submitAll(QVector<Submission> submissions, bool bulk) = 0;
};

} // namespace store
