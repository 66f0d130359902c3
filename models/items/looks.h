// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "store/reader.h"

#include <QFuture>

namespace items
{

/// Who looks, and how the look goes on record.
struct Onlooker {
    store::Reader &read;
    std::function<domain::Actor()> who;
    std::function<QFuture<store::Verdict>(const domain::Command &)> submit;
};

/// Whether the same person's look at the same thing for the same purpose is on record already: within half an hour it
/// is one look.
bool isOnRecord(store::Reader &read, const domain::Id &person, const domain::LookAt &look);

/// Puts on record what whoever sits here is shown of customers.
class Looks
{
public:
    explicit Looks(Onlooker onlooker)
        : m_onlooker(std::move(onlooker))
    {
    }

    /// Whether the contact of this ticket's customer may be shown without giving a reason.
    bool maySeeUnasked(const domain::Values &ticket) const;
    /// Whether it may be shown for a reason.
    bool mayReveal() const;
    /// Puts a look on record that a right allows. The answer says whether it stands there: only then is there something
    /// to be shown.
    QFuture<bool> note(const domain::LookAt &look) const;
    /// A look for a reason: shown when it is on record.
    QFuture<store::Verdict> reveal(
        const domain::Id &customer, const domain::Id &ticket, const QString &reason) const;

private:
    const Onlooker m_onlooker;
};

} // namespace items
