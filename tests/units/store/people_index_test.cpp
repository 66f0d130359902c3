// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people_index.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

using namespace store;
using namespace Qt::StringLiterals;
using Ids = QVector<qint64>;

namespace
{

template <std::size_t Size>
QString oneOf(QRandomGenerator &random, const char16_t *const (&words)[Size])
{
    return QString::fromUtf16(words[random.bounded(int(Size))]);
}

QString somePhone(QRandomGenerator &random)
{
    return u"1%1%2"_s.arg(random.bounded(30, 100))
        .arg(random.bounded(100'000'000), 8, 10, QLatin1Char('0'));
}

// Somebody as a company's customers are: the address of 19 characters, two numbers of bills.
Person somebody(QRandomGenerator &random)
{
    static const char16_t *const surnames[]{u"王", u"李", u"张", u"刘", u"陈", u"杨", u"黄", u"赵",
        u"吴", u"周", u"徐", u"孙", u"马", u"朱", u"胡", u"郭", u"曾", u"单", u"仇", u"解", u"任",
        u"华", u"查", u"欧阳"};
    static const char16_t *const given[]{u"伟", u"芳", u"娜", u"敏", u"静", u"丽", u"强", u"磊",
        u"军", u"洋", u"勇", u"艳", u"杰", u"娟", u"涛", u"明", u"超", u"秀", u"霞", u"平", u"刚",
        u"桂", u"英", u"建"};
    static const char16_t *const places[]{u"幸福", u"和平", u"阳光", u"景蓉", u"长安", u"人民",
        u"解放", u"建设", u"桂花", u"碧岭", u"马峦", u"坑梓", u"龙田", u"石井", u"沙湖", u"金沙",
        u"老坑", u"秀新"};
    static const char16_t *const roads[]{u"大道", u"东路", u"西路", u"中路", u"一街", u"二街"};
    static const char16_t *const sites[]{u"小区", u"花苑", u"公寓", u"新村", u"家园", u"广场"};
    const QString site = oneOf(random, places) + oneOf(random, roads)
        + QString::number(random.bounded(1, 300)) + u'号' + oneOf(random, places)
        + oneOf(random, sites);
    const QString home = u"%1栋%2单元%3%4室"_s.arg(random.bounded(1, 40))
                             .arg(random.bounded(1, 5))
                             .arg(random.bounded(1, 34))
                             .arg(random.bounded(1, 9), 2, 10, QLatin1Char('0'));
    const auto number = [&random] {
        return QString::number(random.bounded(1'000'000'000, 2'000'000'000));
    };
    return {oneOf(random, surnames) + oneOf(random, given) + oneOf(random, given),
        {somePhone(random)}, site + home, {number(), u"M"_s + number().mid(1)}};
}

} // namespace

// Only a plain optimised build is held to figures; others, slower by far, get fewer people.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr bool isBuiltForSpeed = true;
#else
constexpr bool isBuiltForSpeed = false;
#endif

class PeopleIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void findsInNamedFieldsOnly_data();
    void findsInNamedFieldsOnly();
    void putsPhoneEndsFirst();
    void keepsTheLimit();
    void replacesAndRemoves();
    void agreesWithAPlainSearch();
    void mayChangeWhileOthersSearch();
    void looksOnlyAboveAnId();
    void servesAMillionPeople();

private:
    PeopleIndex m_index;
};

void PeopleIndexTest::initTestCase()
{
    m_index.put(
        1, {u"曾国强"_s, {u"138-0013-8000"_s}, u"幸福小区3栋2单元501室"_s, {u"0010-2233"_s}});
    m_index.put(
        2, {u"单芳"_s, {u"(0755) 2801 2345"_s, u"13912345678"_s}, u"重庆路银行大厦A座"_s, {}});
    m_index.put(3, {u"欧阳　娜"_s, {}, u"景蓉花苑（东区）１２栋"_s, {u"M77Z01"_s, u"5566"_s}});
    m_index.put(4, {u"John Smith"_s, {u"+86 13800138001"_s}, u"𠮷祥街 8 号"_s, {}});
    m_index.put(5, {u"买买提·艾力"_s, {u"28012"_s}, {}, {}});
    m_index.put(6, {});
}

void PeopleIndexTest::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Ids>("ids");

    const struct {
        const char *what;
        const char16_t *typed;
        Ids ids;
    } rows[]{
        {"nothing", u"", {}},
        {"blanks", u" \t", {}},
        {"name", u"曾国强", {1}},
        {"part of a name", u"国强", {1}},
        {"blank in a name", u"欧阳娜", {3}},
        {"blank typed", u"单 芳", {2}},
        {"part of an address", u"小区3栋", {1}},
        {"full width", u"苑（东区）12栋", {3}},
        {"character beyond the BMP", u"𠮷祥街8", {4}},
        {"Latin name", u"smith", {4}},
        {"Latin name with blank", u"JOHN S", {4}},
        {"surname's initials", u"zgq", {1}},
        {"word's initials are no name's", u"cgq", {}},
        {"surname's syllables", u"zengguo", {1}},
        {"unfinished syllable", u"shanf", {2}},
        {"two characters' surname", u"oyn", {3}},
        {"name's later syllables", u"yangna", {}},
        {"silent point", u"mmtal", {5}},
        {"address's initials", u"xfxq", {1}},
        {"address inside", u"xiaoqu3", {1}},
        {"address mixed", u"fuxq", {1}},
        {"words in an address", u"chongqinglu", {2}},
        {"words in an address, later", u"yinhang", {2}},
        {"letters of an address", u"dsaz", {2}},
        {"marks are silent", u"hydq", {3}},
        {"phone", u"13800138000", {1}},
        {"phone as written", u"0755-2801", {2}},
        {"digits of phones", u"28012", {5, 2}},
        {"digits of an address", u"501", {1}},
        {"digits everywhere", u"12", {5, 3, 2}},
        {"account", u"00102233", {1}},
        {"account as written", u"0010-22", {1}},
        {"meter", u"m77z", {3}},
        {"second number", u"5566", {3}},
        {"not across numbers", u"015566", {}},
        {"not across people", u"强单", {}},
        {"nobody", u"龘", {}},
        {"nobody's pinyin", u"zzz", {}},
    };
    for (const auto &row : rows)
        QTest::newRow(row.what) << QString::fromUtf16(row.typed) << row.ids;
}

void PeopleIndexTest::finds()
{
    QFETCH(QString, typed);
    QTEST(m_index.find(typed, 50), "ids");
}

void PeopleIndexTest::findsInNamedFieldsOnly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<PersonFields>("fields");
    QTest::addColumn<Ids>("ids");

    const PersonFields name = PersonField::Name;
    QTest::newRow("name") << u"国强"_s << name << Ids{1};
    QTest::newRow("address's part") << u"小区"_s << name << Ids{};
    QTest::newRow("address's initials") << u"xfxq"_s << name << Ids{};
    QTest::newRow("name's initials") << u"zgq"_s << PersonFields(PersonField::Address) << Ids{};
    QTest::newRow("phone") << u"28012"_s << PersonFields(PersonField::Phone) << Ids{5, 2};
    QTest::newRow("no phone") << u"28012"_s << (name | PersonField::Address) << Ids{};
    QTest::newRow("account") << u"0010"_s << PersonFields(PersonField::Account) << Ids{1};
    QTest::newRow("no account") << u"m77z"_s << ~PersonFields(PersonField::Account) << Ids{};
    QTest::newRow("none") << u"1"_s << PersonFields() << Ids{};
}

void PeopleIndexTest::findsInNamedFieldsOnly()
{
    QFETCH(QString, typed);
    QFETCH(PersonFields, fields);
    QTEST(m_index.find(typed, 50, fields), "ids");
}

void PeopleIndexTest::putsPhoneEndsFirst()
{
    PeopleIndex index;
    index.put(1, {{}, {u"13900008000"_s}});
    index.put(2, {{}, {u"13980001111"_s}});
    index.put(3, {{}, {u"13911118000"_s, u"13922222222"_s}});
    index.put(4, {{}, {u"80001234567"_s}});
    index.put(5, {{}, {}, u"8000号"_s});
    QCOMPARE(index.find(u"8000", 10), Ids({3, 1, 5, 4, 2}));
    QCOMPARE(index.find(u"8000", 3), Ids({3, 1, 5}));
    QCOMPARE(index.find(u"8000", 1), Ids({3}));
}

void PeopleIndexTest::keepsTheLimit()
{
    PeopleIndex index;
    for (qint64 id = 1; id <= 5000; ++id)
        index.put(id, {u"王伟"_s, {u"1380000%1"_s.arg(id, 4, 10, QLatin1Char('0'))}});
    QCOMPARE(index.size(), 5000);
    QCOMPARE(index.find(u"ww", 3), Ids({5000, 4999, 4998}));
    QCOMPARE(index.find(u"王", 3), Ids({5000, 4999, 4998}));
    QCOMPARE(index.find(u"1380000", 3), Ids({5000, 4999, 4998}));
    QCOMPARE(index.find(u"0007", 3), Ids({7, 799, 798}));
    QCOMPARE(index.find(u"王", 100'000).size(), 5000);
    QVERIFY(index.find(u"王", 0).isEmpty());
    QVERIFY(index.find(u"王", -1).isEmpty());
}

void PeopleIndexTest::replacesAndRemoves()
{
    PeopleIndex index;
    index.put(7, {u"张三"_s});
    index.put(3, {u"张四"_s});
    index.put(7, {u"李五"_s});
    QCOMPARE(index.find(u"张", 10), Ids({3}));
    QCOMPARE(index.find(u"lw", 10), Ids({7}));
    index.remove(3);
    index.remove(3);
    index.remove(99);
    QVERIFY(index.find(u"张", 10).isEmpty());
    QCOMPARE(index.size(), 1);
    index.remove(7);
    QCOMPARE(index.size(), 0);
    index.remove(7);
    index.put(1, {u"王六"_s});
    QCOMPARE(index.find(u"王", 10), Ids({1}));
    index.clear();
    QVERIFY(index.find(u"王", 10).isEmpty());
}

// Thousands of changes in any order, checked against a map that is searched in the plain way.
void PeopleIndexTest::agreesWithAPlainSearch()
{
    const quint32 seed = 20251121;
    QRandomGenerator random(seed);
    PeopleIndex index;
    std::map<qint64, Person> people;
    for (int i = 0; i < 12'000; ++i) {
        const qint64 id = random.bounded(6000);
        if (random.bounded(4) == 0) {
            index.remove(id);
            people.erase(id);
        } else {
            people[id] = somebody(random);
            index.put(id, people[id]);
        }
    }
    QCOMPARE(index.size(), qsizetype(people.size()));
    for (int i = 0; i < 300; ++i) {
        const Person sought = somebody(random);
        const QString typed = i % 3 == 0 ? sought.name.mid(random.bounded(2), 2)
            : i % 3 == 1                 ? sought.address.mid(random.bounded(8), 3)
                                         : sought.phones[0].mid(random.bounded(6), 3);
        const auto field = i % 3 == 0 ? PersonField::Name
            : i % 3 == 1              ? PersonField::Address
                                      : PersonField::Phone;
        Ids expected;
        for (auto entry = people.rbegin(); entry != people.rend(); ++entry) {
            const Person &p = entry->second;
            if ((i % 3 == 0 ? p.name : i % 3 == 1 ? p.address : p.phones[0]).contains(typed))
                expected += entry->first;
        }
        std::stable_partition(expected.begin(), expected.end(), [&](qint64 id) {
            return field == PersonField::Phone && people[id].phones[0].endsWith(typed);
        });
        QVERIFY2(index.find(typed, 10'000, field) == expected,
            qPrintable(u"seed %1, typed %2"_s.arg(seed).arg(typed)));
    }
}

void PeopleIndexTest::mayChangeWhileOthersSearch()
{
    PeopleIndex index;
    index.put(0, {u"查良镛"_s});
    QCOMPARE(index.find(u"zly", 1), Ids({0}));
    std::atomic_bool isDone = false;
    std::atomic_int missed = 0;
    const auto search = [&] {
        while (!isDone)
            if (index.find(u"zly", 1) != Ids({0}) || index.find(u"良镛", 1) != Ids({0}))
                ++missed;
    };
    std::thread one(search);
    std::thread other(search);
    QRandomGenerator random(1);
    for (qint64 id = 1; id < 5000; ++id) {
        index.put(id, {u"王伟"_s, {somePhone(random)}, u"和平路"_s});
        index.put(random.bounded(1, int(id) + 1), {u"李芳"_s});
        index.remove(random.bounded(1, int(id) + 1));
    }
    isDone = true;
    one.join();
    other.join();
    QCOMPARE(missed.load(), 0);
}

void PeopleIndexTest::looksOnlyAboveAnId()
{
    PeopleIndex index;
    for (qint64 id = 1; id <= 5000; ++id)
        index.put(id, {u"王伟"_s});
    QCOMPARE(index.find(u"王伟", 3, allPersonFields, 2000), Ids({5000, 4999, 4998}));
    QVERIFY(index.find(u"王伟", 3, allPersonFields, 5000).isEmpty());
}

// The bars for time leave room for a busy machine.
void PeopleIndexTest::servesAMillionPeople()
{
    constexpr int people = isBuiltForSpeed ? 1'000'000 : 20'000;
    QRandomGenerator random(7);
    std::vector<Person> some;
    for (int i = 0; i < 50'000; ++i)
        some.push_back(somebody(random));

    PeopleIndex index;
    index.reserve(people);
    QElapsedTimer timer;
    timer.start();
    for (int id = 1; id <= people; ++id)
        index.put(id, some[id % some.size()]);
    const auto built = timer.elapsed();
    index.put(people / 2, {u"龚鑫淼"_s, {u"19999999999"_s}, u"龘街"_s, {u"Q9"_s}});
    const double megabytes = double(index.memoryBytes()) / 1e6;
    qInfo("built in %lld ms, %.0f MB", built, megabytes);
    QVERIFY(megabytes < 200);
    QVERIFY(built < 30'000 || !isBuiltForSpeed);

    const struct {
        const char *what;
        const char16_t *typed;
    } sorts[]{
        {"name", u"欧阳娜"},
        {"rare name", u"鑫淼"},
        {"no name", u"龙龘"},
        {"one character", u"王"},
        {"initials", u"oyn"},
        {"rare initials", u"gxm"},
        {"no initials", u"vvv"},
        {"syllables", u"zengwei"},
        {"rare syllables", u"gongxinmiao"},
        {"ambiguous letters", u"xianganzhangsan"},
        {"address", u"幸福小区3栋"},
        {"rare address", u"龘街"},
        {"no address", u"幸福小区99"},
        {"address initials", u"xfxq"},
        {"address syllables", u"xingfuxq"},
        {"one letter", u"x"},
        {"rare letters", u"dajie"},
        {"phone", u"19999999999"},
        {"last four", u"9999"},
        {"no phone", u"00000000000"},
        {"one digit", u"7"},
        {"account", u"q9"},
        {"no account", u"m0000000"},
        {"apart address", u"区号"},
        {"apart syllables", u"quhao"},
        {"apart letters", u"fangan"},
    };
    for (const auto &sort : sorts) {
        std::vector<double> times_ms;
        qsizetype found = 0;
        for (int i = 0; i < 100; ++i) {
            timer.start();
            found = index.find(sort.typed, 50).size();
            times_ms.push_back(double(timer.nsecsElapsed()) * 1e-6);
        }
        std::sort(times_ms.begin(), times_ms.end());
        qInfo("%-18s %2lld found, p50 %5.2f ms, p99 %5.2f ms", sort.what, qint64(found),
            times_ms[50], times_ms[98]);
        QVERIFY(times_ms[50] < 100 || !isBuiltForSpeed);
    }
}

QTEST_GUILESS_MAIN(PeopleIndexTest)
#include "people_index_test.moc"
