// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_folder.h"

#include "record/cbor.h"
#include "record/sealing.h"
#include "record/signing.h"
#include "store/words.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace store
{

using domain::Id;
using domain::Refusal;

namespace
{

QByteArray checksum(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Blake2b_256);
}

Refusal damaged(const DeskFolder &folder)
{
    return {{}, Words::tr("The desk's secrets in %1 are damaged.").arg(folder.secrets()),
        Words::tr("Put the file back from a copy; without it personal data can't be read."),
        Refusal::Device};
}

} // namespace

bool DeskFolder::holdsDesk() const
{
    return QFileInfo::exists(database());
}

Secrets Secrets::fresh(qint64 now_ms, domain::Random &random)
{
    return {Id::fresh(now_ms, random), Id::fresh(now_ms, random),
        record::SigningKey::fresh(random).seed(), record::freshSealingKey(random)};
}

QByteArray Secrets::publicKey() const
{
    const auto key = record::SigningKey::fromSeed(signingSeed);
    return key ? key->publicKey() : QByteArray();
}

bool Secrets::save(const DeskFolder &folder, QString *error) const
{
    QByteArray body;
    record::CborWriter out(&body);
    out.array(5);
    out.number(1);
    out.id(desk);
    out.id(feed);
    out.bytes(signingSeed);
    out.bytes(deskKey);
    out.endArray();
    QSaveFile file(folder.secrets());
    const bool done = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(checksum(body) + body) == body.size() + 32 && file.commit();
    if (!done && error)
        *error = file.errorString();
    return done;
}

std::variant<Secrets, Refusal> loadSecrets(const DeskFolder &folder)
{
    QFile file(folder.secrets());
    if (!file.open(QIODevice::ReadOnly)) {
        return Refusal{{},
            Words::tr("The desk's secrets in %1 can't be read: %2.")
                .arg(folder.secrets(), file.errorString()),
            Words::tr("Run Griddesk as the user who set the desk up."), Refusal::Device};
    }
    const QByteArray all = file.read(4096);
    const QByteArray body = all.mid(32);
    if (all.first(std::min<qsizetype>(32, all.size())) != checksum(body))
        return damaged(folder);
    record::CborReader in(body);
    Secrets secrets;
    const bool known = in.array() == 5 && in.number() == 1;
    secrets.desk = in.id();
    secrets.feed = in.id();
    secrets.signingSeed = in.bytes();
    secrets.deskKey = in.bytes();
    if (!known || !in.ok())
        return damaged(folder);
    return secrets;
}

} // namespace store
