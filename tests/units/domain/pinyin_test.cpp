// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pinyin.h"
#include "domain/typed_pinyin.h"

#include <QElapsedTimer>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

// Figures are printed by every build; only a plain optimised one is held to them.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr bool isBuiltForSpeed = true;
#else
constexpr bool isBuiltForSpeed = false;
#endif

class PinyinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWords_data();
    void readsWords();
    void readsNames_data();
    void readsNames();
    void matchesWhatIsTyped_data();
    void matchesWhatIsTyped();
    void keepsPatternsFew();
    void listsEverySpellingInOrder();
    void readsAMillionNamesQuickly();
};

void PinyinTest::readsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("full");
    QTest::addColumn<QByteArray>("initials");

    QTest::newRow("plain") << u"幸福小区"_s << QByteArray("xingfuxiaoqu") << QByteArray("xfxq");
    QTest::newRow("letters pass") << u"A2区Ｂ座"_s << QByteArray("a2qubzuo") << QByteArray("a2qbz");
    QTest::newRow("others are silent")
        << u" 漏水，（急）！😀"_s << QByteArray("loushuiji") << QByteArray("lsj");
    QTest::newRow("ü is v") << u"绿旅略"_s << QByteArray("lvlvlve") << QByteArray("lll");
    QTest::newRow("zero") << u"二〇二五"_s << QByteArray("erlingerwu") << QByteArray("elew");
    QTest::newRow("word begins") << u"重庆路"_s << QByteArray("chongqinglu") << QByteArray("cql");
    QTest::newRow("word inside") << u"某银行东"_s << QByteArray("mouyinhangdong")
                                 << QByteArray("myhd");
    QTest::newRow("its parts") << u"重行"_s << QByteArray("zhongxing") << QByteArray("zx");
    QTest::newRow("longest word wins")
        << u"网格长安"_s << QByteArray("wanggezhangan") << QByteArray("wgza");
    QTest::newRow("word, no name") << u"曾单"_s << QByteArray("cengdan") << QByteArray("cd");
    QTest::newRow("rare") << u"亓圳垌"_s << QByteArray("qizhendong") << QByteArray("qzd");
    QTest::newRow("no reading") << u"\uE000龦"_s << QByteArray() << QByteArray();
    QTest::newRow("beyond the table") << u"𠮷A"_s << QByteArray("a") << QByteArray("a");
    QTest::newRow("empty") << QString() << QByteArray() << QByteArray();
}

void PinyinTest::readsWords()
{
    QFETCH(QString, text);
    QTEST(pinyinFull(text), "full");
    QTEST(pinyinInitials(text), "initials");
}

void PinyinTest::readsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("full");

    const std::pair<const char16_t *, const char *> names[]{
        {u"曾国藩", "zengguofan"},
        {u"单雄信", "shanxiongxin"},
        {u"仇英", "qiuying"},
        {u"解缙", "xiejin"},
        {u"任重", "renzhong"},
        {u"华佗", "huatuo"},
        {u"查良镛", "zhaliangyong"},
        {u"区寄", "ouji"},
        {u"欧阳修", "ouyangxiu"},
        {u"尉迟恭", "yuchigong"},
        {u"尉健行", "weijianxing"},
        {u"万俟卨", "moqixie"},
        {u"万里", "wanli"},
        {u"单于丹", "chanyudan"},
        {u"令狐冲", "linghuchong"},
        {u"翟志刚", "zhaizhigang"},
        {u"覃塞", "qinsai"},
        {u"朴树", "piaoshu"},
        {u"盖叫天", "gejiaotian"},
        {u"乐毅", "yueyi"},
        {u"缪昌期", "miaochangqi"},
        {u"阚泽", "kanze"},
        {u"长孙无忌", "zhangsunwuji"},
        {u"沈括", "shenkuo"},
        {u"张单曾", "zhangdanceng"},
        {u"  曾 巩", "zenggong"},
        {u"Li Lei", "lilei"},
    };
    for (const auto &[name, full] : names)
        QTest::newRow(full) << QString::fromUtf16(name) << QByteArray(full);
}

void PinyinTest::readsNames()
{
    QFETCH(QString, name);
    QTEST(pinyinFull(name, Reading::Surname), "full");
}

void PinyinTest::matchesWhatIsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("matches");

    const struct {
        const char16_t *text;
        const char16_t *typed;
        bool matches;
    } rows[]{
        {u"幸福小区", u"", true},
        {u"幸福小区", u"福小", true},
        {u"幸福小区", u"福区", false},
        {u"幸福小区", u"xfxq", true},
        {u"幸福小区", u"FXQ", true},
        {u"幸福小区", u"xxq", false},
        {u"幸福小区", u"xingfuxq", true},
        {u"幸福小区", u"xingfuxiaoqu", true},
        {u"幸福小区", u"xingfuxiao", true},
        {u"幸福小区", u"xingfuxiaoqua", false},
        {u"幸福小区", u"fxiaoq", true},
        {u"幸福小区", u"xing fu", true},
        {u"幸福小区", u"ingfu", false},
        {u"幸福小区", u"xin", true},
        {u"幸福小区", u"幸fu", false},
        {u"西安路", u"xi'an", true},
        {u"西安路", u"xianl", true},
        {u"先锋路", u"xianf", true},
        {u"方案", u"fangan", true},
        {u"反感", u"fangan", true},
        {u"李娜", u"lin", true},
        {u"李娜", u"lina", true},
        {u"石河子", u"shz", true},
        {u"石河子", u"shihez", true},
        {u"张三", u"zhs", true},
        {u"张三", u"zhsan", true},
        {u"张三", u"zhangs", true},
        {u"张三", u"zsan", true},
        {u"女儿", u"nü", true},
        {u"女儿", u"nver", true},
        {u"A2区景蓉花苑", u"a2q", true},
        {u"A2区景蓉花苑", u"2qujr", true},
        {u"A2区景蓉花苑", u"a3q", false},
        {u"WiFi故障", u"wifigz", true},
        {u"登记", u"dj", true},
        {u"登记", u"，", false},
    };
    for (const auto &row : rows) {
        const auto text = QString::fromUtf16(row.text);
        const auto typed = QString::fromUtf16(row.typed);
        QTest::newRow(qPrintable(text + u" by "_s + typed)) << text << typed << row.matches;
    }
}

void PinyinTest::matchesWhatIsTyped()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    QTEST(pinyinMatches(text, typed), "matches");
}

void PinyinTest::keepsPatternsFew()
{
    QVERIFY(typedPatterns(u"").empty());
    QVERIFY(typedPatterns(u"漏s").empty());
    QCOMPARE(typedPatterns(u"xfxq").size(), std::size_t(1));
    QVERIFY(typedPatterns(u"zhangsan").size() <= 3);
    QCOMPARE(typedPatterns(QString(200, u'a')).size(), std::size_t(1));
    QVERIFY(typedPatterns(u"fangan"_s.repeated(20)).size() <= typedPatternsLimit);
}

// Prefixes are ranges only as long as the spellings stand in order and syllables are known ones.
void PinyinTest::listsEverySpellingInOrder()
{
    QVERIFY(spelling(0).isEmpty());
    Syllable syllable = 1;
    for (; !spelling(syllable).isEmpty(); ++syllable) {
        QVERIFY(spelling(syllable - 1).compare(spelling(syllable)) < 0);
        QVERIFY(syllablesBeginningWith(spelling(syllable)).contains(syllable));
    }
    QVERIFY2(syllable > 430 && syllable < 460, QByteArray::number(syllable));
    QVERIFY(syllablesBeginningWith("xio").contains(syllablesBeginningWith("xiong").first));
    QVERIFY(syllablesBeginningWith("xu").first > syllablesBeginningWith("xiong").last);
    QVERIFY(syllablesBeginningWith("vv").isEmpty());
    QVERIFY(syllablesBeginningWith("").isEmpty());
}

// The index of a million customers is built while the window opens; ICU would take 20 s for it.
// The bar leaves room for a busy machine.
void PinyinTest::readsAMillionNamesQuickly()
{
    const QString names = u"曾建国李秀英单小芳王海燕张伟明刘洋欧阳修陈志强重阳"_s;
    QElapsedTimer timer;
    timer.start();
    qsizetype letters = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        const auto name = QStringView(names).sliced(i % (names.size() - 3), 3);
        letters += pinyinInitials(name, Reading::Surname).size();
        letters += pinyinFull(name, Reading::Surname).size();
    }
    const auto took = timer.elapsed();
    qInfo("1,000,000 names, initials and full: %lld ms, %lld letters", took, qint64(letters));
    QVERIFY(letters > 10'000'000);
    QVERIFY(took < 3000 || !isBuiltForSpeed);
}

QTEST_GUILESS_MAIN(PinyinTest)
#include "pinyin_test.moc"
