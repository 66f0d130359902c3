// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attachment_places.h"

#include "domain/ticket_fields.h"
#include "record/cbor.h"
#include "record/entry.h"
#include "store/attachments.h"
#include "store/register_rows.h"

#include <QSet>

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

struct Named {
    QByteArray hash;
    qint64 bytes = 0;
};

Named attachmentIn(const QByteArray &fields)
{
    record::CborReader in(fields);
    const Values values = in.values(&ticketFields());
    return {values[field::FileHash].toByteArray(), values.number(field::FileSize)};
}

bool attaches(const record::Entry &entry, const QByteArray &hash)
{
    return std::ranges::any_of(entry.events, [&](const Event &event) {
        const auto *step = std::get_if<StepTaken>(&event);
        return step && step->values[field::FileHash].toByteArray() == hash;
    });
}

} // namespace

AttachmentCount countAttachments(Database &database, const DeskFolder &folder)
{
    Statement each(database.handle(), "SELECT fields FROM steps WHERE action='attach'");
    QSet<QByteArray> seen;
    AttachmentCount count;
    while (each.step()) {
        const QByteArray hash = attachmentIn(each.blob(0)).hash;
        if (hash.isEmpty() || seen.contains(hash))
            continue;
        seen.insert(hash);
        ++count.all;
        count.elsewhere += !holdsAttachment(folder, hash);
    }
    return count;
}

QString whereAttachmentIs(
    Database &database, const DeskFolder &folder, const Id &ticket, const QByteArray &hash)
{
    if (hash.isEmpty() || holdsAttachment(folder, hash))
        return {};
    Statement each(database.handle(),
        "SELECT entries.bytes FROM history JOIN entries ON entries.position = history.entry"
        " WHERE history.entity=? ORDER BY history.entry");
    each.bind(1, ticket);
    while (each.step()) {
        const auto entry = record::decode(each.blob(0));
        if (!entry || !attaches(*entry, hash))
            continue;
        const auto row = loadRow(database, entry->desk);
        return row ? row->row.values.text(desk::Name) : QString();
    }
    return {};
}

QVector<QByteArray> recentAttachmentsElsewhere(
    Database &database, const DeskFolder &folder, qsizetype most, qint64 mostBytes)
{
    constexpr qint64 stepsLookedAt = 5'000;
    Statement each(database.handle(),
        "SELECT fields FROM steps WHERE id > (SELECT max(id) FROM steps) - ? AND action='attach'"
        " ORDER BY id DESC");
    each.bind(1, stepsLookedAt);
    QVector<QByteArray> hashes;
    while (hashes.size() < most && each.step()) {
        const Named named = attachmentIn(each.blob(0));
        if (!named.hash.isEmpty() && named.bytes <= mostBytes && !hashes.contains(named.hash)
            && !holdsAttachment(folder, named.hash))
            hashes.append(named.hash);
    }
    return hashes;
}

} // namespace store
