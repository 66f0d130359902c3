// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sign_in_help.h"

#include "store/attempts.h"
#include "store/sign_in.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

constexpr qsizetype shortest = 8;

QString plain(const QString &text)
{
    QString letters;
    for (const QChar letter : text.toCaseFolded()) {
        if (letter.isLetterOrNumber())
            letters += letter;
    }
    return letters;
}

} // namespace

QVector<Sitter> findSitters(store::Reader &reader)
{
    const Grants &grants = reader.grants();
    QHash<Id, QString> labels;
    for (const store::Twin &twin : reader.findTwins(Register::Staff))
        labels.insert(twin.row.row.id, twin.label);
    QVector<Sitter> sitters;
    for (const store::NumberedRow &row : reader.findRows(Register::Staff)) {
        if (!grants.isEmpty() && grants.inForce(row.row.id, reader.now_ms()).empty())
            continue;
        const Values &values = row.row.values;
        const QString login = labels.value(row.row.id, values.text(staff::Login));
        sitters.append({row.row.id, login, values.text(staff::Name), values.text(staff::Role),
            store::hasPassword(reader, row.row.id)});
    }
    return sitters;
}

qint64 signInWait_ms(const store::DeskFolder &folder, const store::Secrets &secrets,
    const QString &login, qint64 now_ms)
{
    return store::Attempts(folder, secrets).waitFor_ms(login, now_ms);
}

Weakness weaknessOf(const QString &password, const QStringList &names)
{
    if (password.isEmpty())
        return Weakness::None;
    const QString letters = plain(password);
    for (const QString &name : names) {
        if (!plain(name).isEmpty() && letters.startsWith(plain(name)))
            return Weakness::OwnName;
    }
    if (password.count(password.front()) == password.size())
        return Weakness::OneCharacter;
    if (password.size() < shortest)
        return Weakness::Short;
    const bool digits =
        std::ranges::all_of(password, [](QChar character) { return character.isDigit(); });
    return digits ? Weakness::DigitsOnly : Weakness::None;
}

} // namespace items
