// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/personal_numbers.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// Phone and identity numbers: one way of writing them, what is odd, and where a text holds them. All made up.
class PersonalNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPhoneIsWrittenInOneWay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("dialled");
        QTest::newRow("plain") << u"13800001234"_s << u"13800001234"_s;
        QTest::newRow("grouped") << u"138-0000 1234"_s << u"13800001234"_s;
        QTest::newRow("full width") << u"１３８００００１２３４"_s << u"13800001234"_s;
        QTest::newRow("country") << u"+86 138 0000 1234"_s << u"13800001234"_s;
        QTest::newRow("country by zeros") << u"0086-13800001234"_s << u"13800001234"_s;
        QTest::newRow("another country") << u"+852 2345 6789"_s << u"+85223456789"_s;
        QTest::newRow("landline") << u"(0755) 8888-1234"_s << u"075588881234"_s;
        QTest::newRow("nothing") << u"无"_s << QString();
    }
    void aPhoneIsWrittenInOneWay()
    {
        QFETCH(QString, typed);
        QTEST(dialled(typed), "dialled");
    }

    void oddPhonesAreNamed_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<bool>("odd");
        QTest::newRow("mobile") << u"13800001234"_s << false;
        QTest::newRow("with country") << u"+8613800001234"_s << false;
        QTest::newRow("mobile short of one") << u"1380000123"_s << true;
        QTest::newRow("mobile with one more") << u"138000012345"_s << true;
        QTest::newRow("landline") << u"0755-88881234"_s << false;
        QTest::newRow("within a town") << u"8881234"_s << false;
        QTest::newRow("a service") << u"12345"_s << false;
        QTest::newRow("a letter") << u"1380000l234"_s << true;
        QTest::newRow("far too long") << u"0755888812345678"_s << true;
        QTest::newRow("nothing") << QString() << false;
    }
    void oddPhonesAreNamed()
    {
        QFETCH(QString, phone);
        QFETCH(bool, odd);
        QCOMPARE(!oddityOfPhone(phone).isEmpty(), odd);
    }

    void identityNumbersAreChecked_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("odd");
        // The example of GB 11643-1999 itself.
        QTest::newRow("the standard's example") << u"11010519491231002X"_s << false;
        QTest::newRow("small x, blanks, full width") << u"110105 1949 1231 ００２x"_s << false;
        QTest::newRow("one digit mistyped") << u"11010519491231003X"_s << true;
        QTest::newRow("two digits changed places") << u"11010519491213002X"_s << true;
        QTest::newRow("no such day") << u"110105194902310021"_s << true;
        QTest::newRow("old form") << u"110105491231002"_s << false;
        QTest::newRow("old form, no such month") << u"110105491331002"_s << true;
        QTest::newRow("too short") << u"1101051949123100"_s << true;
        QTest::newRow("letters") << u"1101051949l231002X"_s << true;
        QTest::newRow("nothing") << QString() << false;
    }
    void identityNumbersAreChecked()
    {
        QFETCH(QString, number);
        QFETCH(bool, odd);
        QCOMPARE(!oddityOfIdentityNumber(number).isEmpty(), odd);
    }

    void textIsSearchedForPeople_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("numbers");
        QTest::newRow("none") << u"3栋2单元501漏水，表号 0012345678901234567"_s << QStringList();
        QTest::newRow("a mobile") << u"回电13800001234，谢谢"_s << QStringList{u"13800001234"_s};
        QTest::newRow("grouped") << u"电话 138 0000 1234。"_s << QStringList{u"138 0000 1234"_s};
        QTest::newRow("with country") << u"+86-13800001234"_s << QStringList{u"+86-13800001234"_s};
        QTest::newRow("identity") << u"身份证11010519491231002x的业主"_s
                                  << QStringList{u"11010519491231002x"_s};
        QTest::newRow("identity mistyped") << u"11010519491231003X"_s << QStringList();
        QTest::newRow("both") << u"13800001234 / 11010519491231002X"_s
                              << QStringList{u"13800001234"_s, u"11010519491231002X"_s};
        QTest::newRow("two phones")
            << u"13800001234 13900005678"_s << QStringList{u"13800001234"_s, u"13900005678"_s};
        QTest::newRow("part of a longer number") << u"合同1380000123456"_s << QStringList();
        QTest::newRow("within a word") << u"SN13800001234A"_s << QStringList();
        QTest::newRow("no mobile's beginning") << u"12000001234"_s << QStringList();
    }
    void textIsSearchedForPeople()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, numbers);
        QStringList found;
        for (const PersonalNumber &number : findPersonalNumbers(text))
            found << text.mid(number.from, number.length);
        QCOMPARE(found, numbers);
    }

    void isShownMasked()
    {
        QCOMPARE(masked(u"13800001234"), u"138****1234"_s);
        QCOMPARE(masked(u"138 0000 1234"), u"138****1234"_s);
        QCOMPARE(masked(u"88881234"), u"****1234"_s);
        QCOMPARE(masked(u"12345"), u"*****"_s);
        QCOMPARE(masked(u"11010519491231002X"), u"110105********002X"_s);
        QCOMPARE(masked(u""), QString());
    }
};

QTEST_GUILESS_MAIN(PersonalNumbersTest)
#include "personal_numbers_test.moc"
