// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/phone_book.h"

#include <QTest>

using store::PhoneBook;

/// Who may have a phone number: exact, among many, old and new.
class PhoneBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryone()
    {
        PhoneBook book;
        constexpr int people = 20'000;
        for (int i = 0; i < people; ++i)
            book.add(phoneOf(i), i);
        for (int i = 0; i < people; ++i)
            QVERIFY2(book.candidates(phoneOf(i)).contains(i), qPrintable(phoneOf(i)));
    }

    void aFamilySharesItsPhone()
    {
        PhoneBook book;
        book.add(phoneOf(7), 1);
        book.add(phoneOf(8), 2);
        book.add(phoneOf(7), 3);
        QCOMPARE(book.candidates(phoneOf(7)), (QVector<qint64>{1, 3}));
        // Numbers alone are asked for whole: a part finds nobody.
        QVERIFY(book.candidates(phoneOf(7).left(7)).isEmpty());
        QVERIFY(book.candidates(u"").isEmpty());
    }

private:
    static QString phoneOf(int i)
    {
        return QStringLiteral("138%1").arg(i, 8, 10, QLatin1Char('0'));
    }
};

QTEST_GUILESS_MAIN(PhoneBookTest)
#include "phone_book_test.moc"
