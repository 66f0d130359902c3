// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/restore_check.h"

#include "store/register_rows.h"

namespace store
{

using domain::Id;

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
