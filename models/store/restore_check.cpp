// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/restore_check.h"

#include "record/entry.h"
#include "record/signing.h"
#include "store/register_rows.h"
#include "store/words.h"

namespace store
{

using domain::Id;

QString findDamagedEntry(Database &database)
{
    Statement each(database.handle(),
        "SELECT entries.position, entries.feed, entries.hash, entries.signature, "
        "entries.bytes, feeds.public_key"
        " FROM entries LEFT JOIN feeds ON feeds.id = entries.feed ORDER BY entries.feed, "
        "entries.sequence");
    QByteArray previous;
    qint64 feed = 0;
    while (each.step()) {
        if (std::exchange(feed, each.integer(1)) != feed)
            previous = record::chainStart();
        const QByteArray hash = each.blob(2), bytes = each.blob(4);
        if (!record::decode(bytes) || record::chain(previous, bytes) != hash
            || !record::isSignedBy(each.blob(5), hash, each.blob(3)))
            return Words::tr("entry %1 is damaged").arg(each.integer(0));
        previous = hash;
    }
    return feed ? QString() : Words::tr("it holds no entry");
}

void dropKeys(Database &database, const QSet<Id> &owners)
{
    if (owners.isEmpty())
        return;
    database.run("PRAGMA secure_delete=ON");
    {
        Transaction transaction(database);
        for (const Id &owner : owners)
            database.prepared("DELETE FROM sealing_keys WHERE owner=?").bind(1, owner).run();
        transaction.commit();
    }
    database.forgetStatements();
    database.run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

bool isLaterLetter(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

QString nextLetter(QString letter)
{
    for (qsizetype at = letter.size() - 1; at >= 0; --at) {
        if (letter[at] != u'Z') {
            letter[at] = QChar(letter[at].unicode() + 1);
            return letter;
        }
        letter[at] = u'A';
    }
    return u'A' + letter;
}

QString letterIn(Database &database, const Id &desk)
{
    const auto row = loadRow(database, desk);
    return row ? row->row.values.text(domain::desk::Letter) : QString();
}

} // namespace store
