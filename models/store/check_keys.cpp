// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fold.h"
#include "domain/ticket_fields.h"
#include "record/cbor.h"
#include "record/sealing.h"
#include "record/signing.h"
#include "store/check_parts.h"
#include "store/erased.h"
#include "store/key_ring.h"
#include "store/register_rows.h"
#include "store/words.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace store
{

using namespace domain;

namespace
{

/// A feed is signed with its desk's key, and the feed that this desk continues with its own.
Finding checkFeedKeys(const Checked &checked)
{
    const auto mine = record::SigningKey::fromSeed(checked.secrets.signingSeed);
    Statement each(checked.database.handle(), "SELECT uid, desk, public_key FROM feeds");
    while (each.step()) {
        const auto row = loadRow(checked.database, each.id(1));
        const bool isDesks = row && row->row.values[desk::PublicKey].toByteArray() == each.blob(2);
        const bool isMine =
            each.id(0) != checked.secrets.feed || (mine && mine->publicKey() == each.blob(2));
        if (!isDesks || !isMine)
            return Damage{Words::tr("A feed's key is not its desk's."),
                Words::tr("feed %1").arg(each.id(0).toHex())};
    }
    return {};
}

Finding checkOwnersKeys(const Checked &checked)
{
    Statement each(checked.database.handle(), "SELECT owner, wrapped FROM sealing_keys");
    while (each.step()) {
        if (!record::unwrapKey(checked.secrets.deskKey, each.id(0), each.blob(1)))
            return Damage{Words::tr("A key for personal data can't be opened."),
                Words::tr("key of %1").arg(each.id(0).toHex())};
    }
    return {};
}

/// Opens personal fields as everyone else does, by the owner's key.
class SealedFields
{
public:
    explicit SealedFields(const Checked &checked)
        : m_database(checked.database)
        , m_keys(checked.database, checked.secrets.deskKey)
    {
        auto remembered = erasedOwners(checked.folder);
        if (const auto *owners = std::get_if<QSet<Id>>(&remembered))
            m_remembered = *owners;
    }

    Finding check()
    {
        Statement addresses(
            m_database.handle(), "SELECT id, address FROM tickets WHERE typeof(address)='blob'");
        while (addresses.step()) {
            if (!opens(field::Address, addresses.blob(1)))
                return damage(Words::tr("ticket row %1").arg(addresses.integer(0)));
        }
        Statement rows(
            m_database.handle(), "SELECT id, register, fields FROM registers WHERE register > 0");
        while (rows.step()) {
            if (!allOpen(registerSpec(Register(rows.integer(1))).fields, rows.blob(2)))
                return damage(Words::tr("%1 row %2").arg(u"registers").arg(rows.integer(0)));
        }
        Statement steps(m_database.handle(), "SELECT id, fields, before FROM steps");
        while (steps.step()) {
            if (!allOpen(ticketFields(), steps.blob(1)) || !allOpen(ticketFields(), steps.blob(2)))
                return damage(Words::tr("%1 row %2").arg(u"steps").arg(steps.integer(0)));
        }
        return {};
    }

private:
    static Damage damage(const QString &where)
    {
        return {Words::tr("A personal field can't be opened with its owner's key."), where};
    }

    bool allOpen(const FieldTable &fields, const QByteArray &encoded)
    {
        if (encoded.isEmpty())
            return true;
        for (const auto &[number, value] : record::CborReader(encoded).values(&fields)) {
            const FieldSpec *spec = fields.find(number);
            const bool isSealed =
                spec && spec->is(Personal) && value.typeId() == QMetaType::QByteArray;
            if (isSealed && !opens(number, value.toByteArray()))
                return false;
        }
        return true;
    }

    bool opens(quint8 number, const QByteArray &sealed)
    {
        const auto owner = record::ownerOf(sealed);
        if (!owner || m_keys.unseal(number, sealed))
            return owner.has_value();
        // Of customers out of this desk's scope, or whose key is still on its way, only the sealed bytes are here.
        return isErasedOwner(*owner) || m_keys.isLacking(*owner);
    }

    /// By the record, or by what this desk remembers beside it.
    bool isErasedOwner(const Id &owner)
    {
        if (m_remembered.contains(owner))
            return true;
        const auto row = loadRow(m_database, owner);
        return row && isErased(row->row);
    }

    Database &m_database;
    KeyRing m_keys;
    QSet<Id> m_remembered;
};

/// The checksum that an attachment names; empty when it names none, nothing when it can't be read.
std::optional<QByteArray> attachmentIn(const QByteArray &fields)
{
    record::CborReader in(fields);
    const Values values = in.values(&ticketFields());
    return in.ok() ? std::optional(values[field::FileHash].toByteArray()) : std::nullopt;
}

} // namespace

Finding checkKeys(const Checked &checked)
{
    if (auto damage = checkFeedKeys(checked))
        return damage;
    if (auto damage = checkOwnersKeys(checked))
        return damage;
    return SealedFields(checked).check();
}

Finding checkAttachments(const Checked &checked)
{
    Statement others(checked.database.handle(), "SELECT 1 FROM feeds WHERE desk<>? LIMIT 1");
    const bool hasOtherDesks = others.bind(1, checked.secrets.desk).step();
    Statement each(
        checked.database.handle(), "SELECT ticket, fields FROM steps WHERE action='attach'");
    while (each.step()) {
        const auto sum = attachmentIn(each.blob(1));
        if (!sum)
            return Damage{Words::tr("An attachment's description can't be read."),
                Words::tr("ticket row %1").arg(each.integer(0))};
        if (sum->isEmpty())
            continue;
        const QString name =
            checked.folder.files() + QLatin1Char('/') + QString::fromLatin1(sum->toHex());
        // What another desk attached is fetched when somebody asks for it.
        if (hasOtherDesks && !QFileInfo::exists(name))
            continue;
        QFile file(name);
        QCryptographicHash hash(QCryptographicHash::Blake2b_256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file) || hash.result() != *sum)
            return Damage{Words::tr("An attachment is missing or was changed."), file.fileName()};
    }
    return {};
}

} // namespace store
