// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attempts.h"

#include "record/cbor.h"

#include <QFile>
#include <QLockFile>
#include <QSaveFile>

#include <sodium.h>

#include <algorithm>

namespace store
{

namespace
{

constexpr qint64 freeTries = 3;
constexpr qint64 longest_ms = 5 * 60'000;
/// After an hour without a wrong password a login begins anew.
constexpr qint64 memory_ms = 60 * 60'000;
/// Whoever tries ever new logins fills no disk: beyond this the ones that wait least are forgotten.
constexpr qsizetype mostLogins = 2'000;
constexpr qint64 mostBytes = 256 * 1024;
constexpr int lockPatience_ms = 5'000;

} // namespace

Attempts::Attempts(const DeskFolder &folder, const Secrets &secrets)
    : m_path(folder.attempts())
    , m_key(secrets.deskKey)
{
}

QByteArray Attempts::keyOf(const QString &login) const
{
    const QByteArray name = login.trimmed().toCaseFolded().toUtf8();
    QByteArray hash(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
        reinterpret_cast<const unsigned char *>(name.constData()), quint64(name.size()),
        reinterpret_cast<const unsigned char *>(m_key.constData()), size_t(m_key.size()));
    return hash;
}

Attempts::Book Attempts::read(qint64 now_ms) const
{
    Book book;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return book;
    const QByteArray bytes = file.read(mostBytes);
    record::CborReader in(bytes);
    for (qsizetype left = in.array() / 3; left > 0 && in.ok(); --left) {
        const QByteArray key = in.bytes();
        const Tries tries{in.number(), in.number()};
        // A clock that was set back must not lock anybody out for as long as it was ahead.
        if (in.ok() && tries.last_ms <= now_ms && now_ms - tries.last_ms < memory_ms)
            book.insert(key, tries);
    }
    return book;
}

void Attempts::write(const Book &book) const
{
    QByteArray bytes;
    record::CborWriter out(&bytes);
    out.array(quint64(book.size()) * 3);
    for (auto at = book.begin(); at != book.end(); ++at) {
        out.bytes(at.key());
        out.number(at->wrong);
        out.number(at->last_ms);
    }
    out.endArray();
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(bytes);
        file.commit();
    }
}

qint64 Attempts::wait_ms(const Tries &tries, qint64 now_ms)
{
    if (tries.wrong < freeTries)
        return 0;
    const qint64 doublings = std::min<qint64>(tries.wrong - freeTries, 20);
    const qint64 pause_ms = std::min(longest_ms, qint64(1'000) << doublings);
    return std::max<qint64>(0, tries.last_ms + pause_ms - now_ms);
}

qint64 Attempts::waitFor_ms(const QString &login, qint64 now_ms)
{
    return wait_ms(read(now_ms).value(keyOf(login)), now_ms);
}

void Attempts::noteWrong(const QString &login, qint64 now_ms)
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    lock.tryLock(lockPatience_ms);
    Book book = read(now_ms);
    Tries &tries = book[keyOf(login)];
    ++tries.wrong;
    tries.last_ms = now_ms;
    if (book.size() > mostLogins) {
        auto least = book.begin();
        for (auto at = book.begin(); at != book.end(); ++at) {
            if (wait_ms(*at, now_ms) < wait_ms(*least, now_ms))
                least = at;
        }
        book.erase(least);
    }
    write(book);
}

void Attempts::noteRight(const QString &login, qint64 now_ms)
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    lock.tryLock(lockPatience_ms);
    Book book = read(now_ms);
    if (book.remove(keyOf(login)))
        write(book);
}

} // namespace store
