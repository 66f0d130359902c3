// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/desk_host.h"

#include "store/sql.h"

namespace peers
{

using domain::Refusal;

DeskHost::DeskHost(Desk &desk, MakeConversation converse)
    : m_desk(desk)
    , m_converse(std::move(converse))
    , m_reader(desk.newReader())
    , m_here(std::make_shared<QObject>())
{
}

DeskHost::~DeskHost() = default;

Id DeskHost::company()
{
    const auto rows =
        m_reader ? m_reader->findRows(domain::Register::Company, 1) : QVector<store::NumberedRow>();
    return rows.isEmpty() ? Id() : rows.constFirst().row.id;
}

QByteArray DeskHost::founding()
{
    try {
        return m_reader
            ? m_reader->database().value("SELECT hash FROM entries WHERE position=1").toByteArray()
            : QByteArray();
    } catch (const store::SqlFailure &) {
        return {};
    }
}

std::optional<domain::RegisterRow> DeskHost::findDesk(const Id &desk)
{
    const auto found = m_reader ? m_reader->findRow(desk) : std::nullopt;
    return found ? std::optional(found->row) : std::nullopt;
}

void DeskHost::admit(const domain::AdmitDesk &command, Admitted done)
{
    QMetaObject::invokeMethod(
        &m_desk, [&desk = m_desk, command, done = std::move(done), here = m_here] {
            desk.submit(command).then([here, done](const store::Verdict &verdict) {
                const Refusal *refusal = store::refused(verdict);
                const auto answer = refusal ? std::optional(*refusal) : std::nullopt;
                QMetaObject::invokeMethod(here.get(), [done, answer] { done(answer); });
            });
        });
}

std::unique_ptr<Conversation> DeskHost::converse(const Id &peer, Conversation::Ways ways)
{
    return m_converse(peer, std::move(ways));
}

} // namespace peers
