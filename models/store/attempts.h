// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"

#include <QHash>

namespace store
{

/// Wrong passwords at this desk, by login. The first few cost nothing; then each makes the next one wait twice as
/// long, up to five minutes, whether there is such a login or not. Others wait for nobody. Kept in a small file beside
/// the database, so that neither a restart nor a second program begins anew; the logins stand in it as keyed
/// hashes. Each call reads and writes the file under its lock.
class Attempts
{
public:
    explicit Attempts(const DeskFolder &folder, const Secrets &secrets);

    /// How long this login has to wait before its next try counts; 0: it may try.
    qint64 waitFor_ms(const QString &login, qint64 now_ms);
    void noteWrong(const QString &login, qint64 now_ms);
    void noteRight(const QString &login, qint64 now_ms);

private:
    struct Tries {
        qint64 wrong = 0;
        qint64 last_ms = 0;
    };
    using Book = QHash<QByteArray, Tries>;

    QByteArray keyOf(const QString &login) const;
    Book read(qint64 now_ms) const;
    void write(const Book &book) const;
    static qint64 wait_ms(const Tries &tries, qint64 now_ms);

    const QString m_path;
    const QByteArray m_key;
};

} // namespace store
