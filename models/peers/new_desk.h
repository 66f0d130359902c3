// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/refusal.h"
#include "peers/opening_codec.h"
#include "store/desk_folder.h"
#include "store/sql.h"

#include <variant>

namespace peers
{

/// The folder of a desk that joins a company: its secrets and empty tables, made before it asks to be let in, so that nothing that
/// happens in between leaves the company with a desk whose key is lost.

/// Whom a new desk trusts before the company's register has come: the desk that let it in, and what that one said.
struct Pin {
    Id desk;
    QByteArray publicKey;
    Welcome welcome; ///< null until it was let in
};

/// Makes them, or takes up again what an earlier try has left. `desk`: as an invitation names it; null: any.
std::variant<store::Secrets, domain::Refusal> prepareNewDesk(
    const store::DeskFolder &folder, const Id &desk, qint64 now_ms, domain::Random &random);
/// What is there is taken away again: nobody let it in.
void abandonNewDesk(const store::DeskFolder &folder);

std::optional<domain::Refusal> keepPin(const store::DeskFolder &folder, const Pin &pin);
/// Nothing on a desk that never joined. Throws SqlFailure.
std::optional<Pin> findPin(store::Database &database);

} // namespace peers
