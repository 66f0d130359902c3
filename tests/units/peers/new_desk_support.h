// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/new_desk.h"
#include "store/check.h"
#include "store/entry_reader.h"
#include "support/small_desk.h"

namespace support
{

/// A company's desk with some work on it, and the folder of another one that it has let in: secrets, empty tables, whom to trust.
class LetIn
{
public:
    explicit LetIn(const QString &now = QStringLiteral("2026-11-20 08:00"))
        : host(now)
    {
        host.addGrid(QStringLiteral("G1"), QStringLiteral("一号网格"));
        for (int i = 0; i < 5; ++i) {
            host.open({{domain::field::Kind, QStringLiteral("repair")},
                          {domain::field::Title, QStringLiteral("厨房漏水")}},
                {.name = QStringLiteral("欧阳%1").arg(i),
                    .phone = QString::number(13'800'000'000 + i)});
        }
        const auto prepared = peers::prepareNewDesk(folder(), {}, host.clock.now_ms(), m_random);
        secrets = std::get<store::Secrets>(prepared);
        host.submit(domain::AdmitDesk{.desk = secrets.desk,
            .name = QStringLiteral("二楼"),
            .prefix = QStringLiteral("02"),
            .publicKey = secrets.publicKey()});
        pin = {host.desk().secrets().desk, host.desk().secrets().publicKey(), welcome()};
        peers::keepPin(folder(), pin);
    }

    store::DeskFolder folder() const { return {m_folder.filePath(QStringLiteral("new"))}; }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    std::unique_ptr<Desk> open()
    {
        auto opening = Desk::open(folder().path, host.clock, m_random);
        if (const auto *refusal = std::get_if<domain::Refusal>(&opening))
            qFatal("%s", qPrintable(refusal->text()));
        return std::move(std::get<std::unique_ptr<Desk>>(opening));
    }
    /// What the new desk lacks, keys too.
    void hand(Desk &from, Desk &to) const
    {
        store::EntryReader reader(from.folder(), from.secrets());
        store::EntryReader other(to.folder(), to.secrets());
        for (;;) {
            const record::Parcel parcel = reader.next(other.heads(), to.secrets().desk, 64 << 10);
            if (parcel.entries.isEmpty() || to.take(parcel).result().fresh == 0)
                break;
        }
        to.take({reader.keysFor(to.secrets().desk, other.lackingKeys(1000)), {}}).waitForFinished();
    }
    static QByteArray digestOf(const store::DeskFolder &folder)
    {
        store::Database database(folder.database(), store::Database::Access::ReadOnly);
        const store::Digest digest = store::findDigest(database);
        return digest.record + digest.projection;
    }
    QByteArray digestOfHost() { return digestOf(host.desk().folder()); }

    SmallDesk host;
    store::Secrets secrets;
    peers::Pin pin;

private:
    peers::Welcome welcome()
    {
        store::EntryReader reader(host.desk().folder(), host.desk().secrets());
        return {reader.company(), reader.founding()};
    }

    QTemporaryDir m_folder;
    SeededRandom m_random{77};
};

} // namespace support
