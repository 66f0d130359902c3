// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "peers/exchange.h"

#include <memory>

namespace peers
{

/// Keeps a parcel and says so once it is durable, on the thread that asked.
using Take =
    std::function<void(const record::Parcel &, std::function<void(const store::Receipt &)>)>;

/// Reads a desk's database on a connection of its own and hands what comes to `take`; once in step with somebody, `announce`
/// may say what the desk has to say of itself. Null when the database can't be opened.
std::unique_ptr<Exchange> exchangeOver(const store::DeskFolder &folder,
    const store::Secrets &secrets, const domain::Clock &clock, Take take,
    std::function<void()> announce = {});

/// The exchange of a real desk: reads on a connection of its own, takes in through the desk's one writer. Made on the thread
/// that will use it; the desk must outlive it and write already (Desk::startWriting). Null when the database can't
/// be opened.
std::unique_ptr<Exchange> exchangeOf(Desk &desk);

} // namespace peers
