// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/invitation.h"

#include "peers/greeting.h"
#include "record/typed_code.h"

namespace peers
{

namespace
{

constexpr int checkLength = 3;
constexpr int codeLength =
    (InvitationCode::fingerprintSize + InvitationCode::tokenSize) * 8 / 5 + checkLength;

QByteArray fingerprintOf(const QByteArray &publicKey)
{
    return hashOfParts("griddesk desk key", {publicKey}).first(InvitationCode::fingerprintSize);
}

QString checkOf(const QByteArray &bytes)
{
    return record::toTyped(hashOfParts("griddesk invitation check", {bytes})).first(checkLength);
}

} // namespace

InvitationCode InvitationCode::fresh(const QByteArray &publicKey, domain::Random &random)
{
    return {fingerprintOf(publicKey), freshNonce(random).first(tokenSize)};
}

std::variant<InvitationCode, InvitationCode::Fault> InvitationCode::read(const QString &typed)
{
    const QString plain = record::plainTyped(typed);
    if (plain.size() != codeLength)
        return Fault::NoCode;
    const auto bytes = record::fromTyped(QStringView(plain).chopped(checkLength));
    if (!bytes || checkOf(*bytes) != QStringView(plain).last(checkLength))
        return Fault::Mistyped;
    return InvitationCode{bytes->first(fingerprintSize), bytes->last(tokenSize)};
}

QString InvitationCode::text() const
{
    const QByteArray bytes = fingerprint + token;
    return record::inGroups(record::toTyped(bytes) + checkOf(bytes));
}

domain::Id InvitationCode::desk() const
{
    return *domain::Id::fromBytes(hashOfParts("griddesk invited desk", {token}).first(16));
}

bool InvitationCode::isOf(const QByteArray &publicKey) const
{
    return fingerprint == fingerprintOf(publicKey);
}

} // namespace peers
