// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "store/store_surroundings.h"

namespace exchange
{

// Decides commands by the desk's rules without carrying them out: what an import would come to. Each is
// judged by the desk as it stands, as if the others had not been asked for.
class Trial
{
public:
    explicit Trial(Desk &desk);

    QFuture<QVector<store::Verdict>> decideAll(const QVector<domain::Command> &commands);

private:
    store::Verdict verdictOn(const domain::Command &command);
    domain::Decision decisionOn(const domain::Command &command);
    domain::Decision decisionOn(const domain::ActOnTicket &command);

    Desk &m_desk;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<store::KeyRing> m_keys;
    std::unique_ptr<store::StoreSurroundings> m_around;
    domain::Ticket m_ticket; // the one acted on last
};

} // namespace exchange
