// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/member_stream.h"
#include "store/unlocking.h"

#include <QFile>

namespace store
{

/// What stands before the sealed part of a backup, for everyone to read: whose it is and how it is opened. Nothing in it
/// is personal.
struct BackupHeader {
    domain::Id company;
    QString companyName;
    domain::Id desk;
    QString deskName;
    qint64 made_ms = 0; ///< UTC
    qint64 entries = 0; ///< of the record
    bool opensByItself = false; ///< the desk was not protected by a passphrase
    qint64 sealedBytes = 0; ///< so that a file cut short is known for what it is
    QVector<record::SealedSlot> sealedSlots; ///< each with the key of this one file
};

/// A complete backup, "*.gdbackup": everything that a desk needs to come back on another computer, sealed. A key drawn for this
/// file alone lies in the header once for each slot of the desk, so a backup is made with no passphrase at hand, and the
/// desk itself can't open it again without one. The sealed part holds members (member_stream.h), of which the first is the checksum
/// of the header, so that a header can't be exchanged.
class BackupFile
{
public:
    /// Whether the file says that it is one.
    static bool isOne(const QString &path);
    /// Refused: no backup, of a newer version, its head damaged, cut short.
    static std::variant<BackupFile, domain::Refusal> open(const QString &path);

    const QString &path() const { return m_path; }
    const BackupHeader &header() const { return m_header; }

    /// The file's key, by what someone types.
    std::variant<QByteArray, domain::Refusal> askForKey(const Unlocking &unlocking) const;
    /// Hands all members to the taker, each checked; then whether it was the whole. `taker` may have been given some before
    /// damage was found.
    std::optional<domain::Refusal> unpack(
        const QByteArray &key, MemberTaker &taker, const Progress &progress = {}) const;
    /// Reads it whole and keeps nothing.
    std::optional<domain::Refusal> check(
        const QByteArray &key, const Progress &progress = {}) const;

private:
    QString m_path;
    BackupHeader m_header;
    qint64 m_bodyAt = 0;
    QByteArray m_headerChecksum;
};

/// The bytes before the sealed part.
QByteArray encodeHeader(const BackupHeader &header);
/// What the first member must hold.
QByteArray checksumOf(const QByteArray &encodedHeader);

inline const QString headerMember = QStringLiteral("header");

domain::Refusal stopped();

} // namespace store
