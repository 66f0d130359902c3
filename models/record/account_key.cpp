// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/account_key.h"

#include "domain/registers.h"

#include <sodium.h>

namespace record
{

using namespace domain;

namespace
{

/// What an account of the record may ask of this computer, whoever wrote it.
constexpr qint64 mostOperations = 16;
constexpr qint64 mostMemory_KiB = 1024 * 1024;

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray randomBytes(qsizetype size, Random &random)
{
    QByteArray bytes(size, Qt::Uninitialized);
    random.fill({raw(bytes), size_t(size)});
    return bytes;
}

/// Empty when there is not enough memory or the parameters are out of bounds.
QByteArray derive(const QString &password, const QByteArray &salt, const PasswordCost &cost)
{
    const QByteArray words =
        password.normalized(QString::NormalizationForm_C).toUtf8().left(maximumPasswordBytes);
    if (salt.size() != qsizetype(crypto_pwhash_SALTBYTES) || cost.operations < 1
        || cost.operations > mostOperations || cost.memory_KiB < 8
        || cost.memory_KiB > mostMemory_KiB)
        return {};
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    const int failed = crypto_pwhash(raw(key), quint64(key.size()), words.constData(),
        quint64(words.size()), raw(salt), quint64(cost.operations), size_t(cost.memory_KiB) * 1024,
        crypto_pwhash_ALG_ARGON2ID13);
    return failed ? QByteArray() : key;
}

PasswordCost costOf(const Values &account)
{
    return {account.number(account::Operations), account.number(account::Memory)};
}

} // namespace

PasswordCost PasswordCost::least()
{
    return {qint64(crypto_pwhash_OPSLIMIT_MIN), 8};
}

Values makeAccount(const QString &password, const PasswordCost &cost, Random &random)
{
    return rewrapAccount(SigningKey::fresh(random), password, cost, random);
}

Values rewrapAccount(
    const SigningKey &key, const QString &password, const PasswordCost &cost, Random &random)
{
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES, random);
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES, random);
    const QByteArray wrapping = derive(password, salt, cost);
    const QByteArray seed = key.seed();
    QByteArray box(seed.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (!wrapping.isEmpty())
        crypto_secretbox_easy(raw(box), raw(seed), quint64(seed.size()), raw(nonce), raw(wrapping));
    return {{account::PublicKey, key.publicKey()}, {account::Salt, salt},
        {account::Wrapped, wrapping.isEmpty() ? QByteArray() : nonce + box},
        {account::Operations, cost.operations}, {account::Memory, cost.memory_KiB}};
}

std::optional<SigningKey> openAccount(const Values &account, const QString &password)
{
    const QByteArray wrapped = account[account::Wrapped].toByteArray();
    const QByteArray wrapping =
        derive(password, account[account::Salt].toByteArray(), costOf(account));
    const QByteArray nonce = wrapped.left(crypto_secretbox_NONCEBYTES);
    const QByteArray box = wrapped.mid(crypto_secretbox_NONCEBYTES);
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    if (wrapping.isEmpty() || box.size() != seed.size() + qsizetype(crypto_secretbox_MACBYTES)
        || crypto_secretbox_open_easy(
               raw(seed), raw(box), quint64(box.size()), raw(nonce), raw(wrapping))
            != 0)
        return {};
    return SigningKey::fromSeed(seed);
}

} // namespace record
