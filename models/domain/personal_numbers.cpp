// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/personal_numbers.h"

#include "domain/rule_words.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace domain
{

namespace
{

constexpr int mobileDigits = 11;
constexpr int leastDigits = 7; // of a number within a town
constexpr int mostDigits = 12; // with its area code
constexpr int identityCharacters = 18;
constexpr int oldIdentityDigits = 15;

bool isPlainDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

bool areDigits(QStringView text)
{
    return std::ranges::all_of(text, isPlainDigit);
}

/// Without blanks, full-width characters as plain ones, x as X.
QString plain(QStringView number)
{
    QString text = number.toString().normalized(QString::NormalizationForm_KC).toUpper();
    text.removeIf([](QChar letter) { return letter.isSpace(); });
    return text;
}

/// ISO 7064 MOD 11-2 over the first 17 digits.
QChar checkCharacter(QStringView digits)
{
    int rest = 0;
    for (QChar digit : digits.first(identityCharacters - 1))
        rest = (rest + digit.digitValue()) * 2 % 11;
    const int check = (12 - rest) % 11;
    return check == 10 ? QChar(u'X') : QChar(u'0' + check);
}

bool hasRightCheck(QStringView identity)
{
    return identity.size() == identityCharacters
        && areDigits(identity.first(identityCharacters - 1))
        && identity.last(1)[0] == checkCharacter(identity);
}

bool isBirthday(QStringView yyyymmdd)
{
    return QDate::fromString(yyyymmdd.toString(), QStringLiteral("yyyyMMdd")).isValid();
}

} // namespace

QString dialled(QStringView phone)
{
    QString digits;
    for (QChar letter : phone) {
        if (letter.isDigit())
            digits += QChar(u'0' + letter.digitValue());
        else if ((letter == u'+' || letter == u'＋') && digits.isEmpty())
            digits += u'+';
    }
    for (QStringView china : {u"+86", u"0086", u"86"}) {
        if (digits.startsWith(china) && digits.size() == china.size() + mobileDigits
            && digits[china.size()] == u'1')
            return digits.mid(china.size());
    }
    return digits;
}

QString phoneOnFile(QStringView typed)
{
    const bool isPlain = std::ranges::all_of(typed, [](QChar letter) {
        return letter.isDigit() || letter.isSpace()
            || QStringView(u"-－()（）+＋").contains(letter);
    });
    return isPlain ? dialled(typed) : typed.trimmed().toString();
}

QString identityOnFile(QStringView typed)
{
    return plain(typed);
}

QString oddityOfPhone(QStringView phone)
{
    const QString digits = dialled(phone);
    if (phone.trimmed().isEmpty() || digits.startsWith(u'+'))
        return {};
    for (QChar letter : phone) {
        if (!letter.isDigit() && !letter.isSpace()
            && !QStringView(u"-－()（）+＋转").contains(letter))
            return Words::tr("The phone number contains \"%1\".").arg(letter);
    }
    const bool isMobile = digits.startsWith(u'1') && digits.size() > 5;
    const bool isService = !digits.startsWith(u'0') && digits.size() >= 3 && digits.size() <= 6;
    if (isMobile && digits.size() != mobileDigits)
        return Words::tr("A mobile number has 11 digits; this one has %1.").arg(digits.size());
    if (!isMobile && !isService && digits.size() < leastDigits)
        return Words::tr("The phone number is too short: %1 digits.").arg(digits.size());
    if (digits.size() > mostDigits)
        return Words::tr("The phone number is too long: %1 digits.").arg(digits.size());
    return {};
}

QString oddityOfIdentityNumber(QStringView number)
{
    const QString identity = plain(number);
    if (identity.isEmpty())
        return {};
    if (identity.size() == oldIdentityDigits && areDigits(identity)) {
        return isBirthday(QStringLiteral("19") + identity.mid(6, 6))
            ? QString()
            : Words::tr("The identity number names a birthday that there is not.");
    }
    if (identity.size() != identityCharacters)
        return Words::tr("An identity number has 18 characters; this one has %1.")
            .arg(identity.size());
    if (!areDigits(QStringView(identity).first(identityCharacters - 1)))
        return Words::tr("An identity number has digits, and at its end a digit or X.");
    if (!isBirthday(QStringView(identity).sliced(6, 8)))
        return Words::tr("The identity number names a birthday that there is not.");
    if (!hasRightCheck(identity))
        return Words::tr("The identity number's last character doesn't fit the others: one may be "
                         "mistyped.");
    return {};
}

QString oddityOfCreditCode(QStringView typed)
{
    static constexpr QStringView alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
    const QString code = plain(typed);
    if (code.isEmpty())
        return {};
    if (code.size() != identityCharacters)
        return Words::tr("A firm's credit code has 18 characters; this one has %1.")
            .arg(code.size());
    int sum = 0, weight = 1;
    for (QChar letter : QStringView(code).first(identityCharacters - 1)) {
        const qsizetype value = alphabet.indexOf(letter);
        if (value < 0)
            return Words::tr("A firm's credit code has no \"%1\".").arg(letter);
        sum += int(value) * weight;
        weight = weight * 3 % 31;
    }
    if (code.back() != alphabet[(31 - sum % 31) % 31])
        return Words::tr("The credit code's last character doesn't fit the others: one may be "
                         "mistyped.");
    return {};
}

QVector<PersonalNumber> findPersonalNumbers(QStringView text)
{
    // Digits as people group them: 138 0000 1234, 110105 19491231 002X.
    static const QRegularExpression number(
        QStringLiteral("(?<![0-9A-Za-z])(?:"
                       "(?<phone>(?:\\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2})"
                       "|(?<identity>[0-9]{6}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9Xx])"
                       ")(?![0-9A-Za-z])"));
    QVector<PersonalNumber> found;
    // Most texts have no run of digits at all, and an import asks about each of a million.
    if (std::ranges::count_if(text, isPlainDigit) < mobileDigits)
        return found;
    for (auto at = number.globalMatch(text); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        const bool isPhone = match.hasCaptured(u"phone");
        QString bare = plain(match.capturedView());
        bare.remove(u'-');
        if (isPhone || (hasRightCheck(bare) && isBirthday(QStringView(bare).sliced(6, 8))))
            found.append({isPhone ? PersonalNumber::Phone : PersonalNumber::Identity,
                match.capturedStart(), match.capturedLength()});
    }
    return found;
}

QString withNumbersTakenOut(QString text, QStringList &numbers)
{
    const QVector<PersonalNumber> found = findPersonalNumbers(text);
    for (const PersonalNumber &one : found)
        numbers.append(text.mid(one.from, one.length));
    for (auto at = found.crbegin(); at != found.crend(); ++at)
        text.replace(at->from, at->length, masked(QStringView(text).sliced(at->from, at->length)));
    return text;
}

QString masked(QStringView number)
{
    const QString bare = plain(number);
    const auto hide = [&bare](int head, int tail) {
        return bare.left(head) + QString(bare.size() - head - tail, u'*') + bare.right(tail);
    };
    if (bare.size() >= oldIdentityDigits)
        return hide(6, 4);
    if (bare.size() >= leastDigits)
        return hide(bare.size() >= mobileDigits ? 3 : 0, 4);
    return QString(bare.size(), u'*');
}

} // namespace domain
