// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace domain
{

/// Numbers that lead to a person: how they are written, what is odd about one, and where free text holds
/// them. An odd one is said so and never refused: somebody at the counter may have one that no rule foresaw.

/// Only the digits of a phone number, full-width ones as plain ones, and a leading plus; China's own country code
/// is dropped, so that one phone is written in one way.
QString dialled(QStringView phone);

/// A phone number as a file keeps it: dialled(), unless it says more than digits (an extension, a word).
QString phoneOnFile(QStringView typed);

/// An identity or credit number as a file keeps it: plain characters without blanks, letters capital.
QString identityOnFile(QStringView typed);

/// What is odd about a phone number, in the person's language; empty when nothing is, or nothing is there.
QString oddityOfPhone(QStringView phone);

/// The same for an identity number by GB 11643-1999: 17 digits with a region and a birthday, and a check
/// character by ISO 7064 MOD 11-2; or the 15 digits of before 1999, which have none.
QString oddityOfIdentityNumber(QStringView number);

/// The same for a firm's unified social credit code by GB 32100-2015: 18 characters, the last one a check by
/// powers of three modulo 31.
QString oddityOfCreditCode(QStringView code);

struct PersonalNumber {
    enum Kind : quint8 { Phone, Identity };
    Kind kind = Phone;
    qsizetype from = 0;
    qsizetype length = 0; ///< in the text, with the blanks and dashes between the digits
    bool operator==(const PersonalNumber &) const = default;
};

/// Where a text holds mobile numbers or identity numbers, from left to right. Identity numbers only
/// with a right check character; longer runs of digits (meters, accounts) hold none.
QVector<PersonalNumber> findPersonalNumbers(QStringView text);

/// Takes the personal numbers out of a text that will stand in plain: appends them to `numbers`, for a sealed
/// note, and returns the text with each of them masked.
QString withNumbersTakenOut(QString text, QStringList &numbers);

/// "138****1234"; of an identity number the first six and the last four stay, of anything short nothing.
QString masked(QStringView number);

} // namespace domain
