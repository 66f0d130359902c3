// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/han_tokenizer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <sqlite3.h>

#include <memory>

using namespace store;
using namespace Qt::StringLiterals;

namespace
{

// A table of texts in memory, indexed by the tokenizer under test.
class Texts
{
public:
    Texts()
    {
        sqlite3 *connection = nullptr;
        sqlite3_open(":memory:", &connection);
        m_connection.reset(connection);
        m_registered = registerHanTokenizer(connection);
        run("CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize='han')");
        run("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'instance')");
    }

    int registered() const { return m_registered; }

    void run(const char *sql) { sqlite3_exec(connection(), sql, nullptr, nullptr, nullptr); }

    void add(const QString &title, const QString &body)
    {
        query("INSERT INTO texts(title, body) VALUES(?1, ?2)", {title.toUtf8(), body.toUtf8()});
    }

    // -1 where SQLite refuses the expression.
    int count(const QByteArray &expression)
    {
        const auto rows = query("SELECT count(*) FROM texts WHERE texts MATCH ?1", {expression});
        return rows.isEmpty() ? -1 : rows.first().toInt();
    }

    QByteArrayList tokens()
    {
        return query("SELECT term FROM terms ORDER BY doc, col, offset", {});
    }

    QByteArrayList query(const char *sql, const QByteArrayList &values)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(connection(), sql, -1, &statement, nullptr);
        for (int i = 0; i < values.size(); ++i)
            sqlite3_bind_text(
                statement, i + 1, values[i].constData(), int(values[i].size()), SQLITE_TRANSIENT);
        QByteArrayList rows;
        while (sqlite3_step(statement) == SQLITE_ROW)
            rows += reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return rows;
    }

    fts5_api *fts5()
    {
        fts5_api *api = nullptr;
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(connection(), "SELECT fts5(?1)", -1, &statement, nullptr);
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
        sqlite3_finalize(statement);
        return api;
    }

private:
    sqlite3 *connection() const { return m_connection.get(); }

    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> m_connection{nullptr, &sqlite3_close};
    int m_registered = SQLITE_ERROR;
};

// The rows of a CSV file (RFC 4180), without its header.
QList<QStringList> readCsv(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && quoted && i + 1 < text.size() && text[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (quoted || (c != u',' && c != u'\n' && c != u'\r')) {
            field += c;
        } else if (c != u'\r') {
            row += std::exchange(field, {});
            if (c == u'\n')
                rows += std::exchange(row, {});
        }
    }
    return rows.mid(1);
}

bool isBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control
        || c.category() == QChar::Other_Format;
}

QChar halfWidth(QChar c)
{
    const bool isFullWidth = c.isLetterOrNumber() && c >= u'！' && c <= u'～';
    return isFullWidth ? QChar(c.unicode() - u'！' + u'!') : c;
}

// What remains of a text when width and the number of blanks do not matter: the measure for what a
// search has to find.
QString withSingleBlanks(const QString &text)
{
    QString simple;
    for (const QChar c : text) {
        if (!isBlank(c))
            simple += halfWidth(c);
        else if (!simple.isEmpty() && simple.back() != u' ')
            simple += u' ';
    }
    return simple.endsWith(u' ') ? simple.chopped(1) : simple;
}

bool isLetterOrDigit(QChar c)
{
    return c.isLetterOrNumber() && c.script() != QChar::Script_Han;
}

} // namespace

// Figures are printed by every build; only a plain optimised one is held to them.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr bool isBuiltForSpeed = true;
#else
constexpr bool isBuiltForSpeed = false;
#endif

class HanTokenizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cutsTokens_data();
    void cutsTokens();
    void findsPhrases_data();
    void findsPhrases();
    void writesExpressions_data();
    void writesExpressions();
    void searchesNamedColumnsOnly();
    void survivesDamagedText();
    void findsWhatACitizenWrote_data();
    void findsWhatACitizenWrote();
    void findsAnyPartOfAMessage();
    void isFast();

private:
    int countParts(const QString &part) const;

    QList<QStringList> m_messages; // title and text with single blanks
    std::unique_ptr<Texts> m_texts;
};

void HanTokenizerTest::initTestCase()
{
    m_texts = std::make_unique<Texts>();
    QCOMPARE(m_texts->registered(), SQLITE_OK);
    QFile file(GRIDDESK_SOURCE_DIR "/../shared/data/tickets/citizen_messages_with_replies.csv");
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_texts->run("BEGIN");
    for (const QStringList &row : readCsv(QString::fromUtf8(file.readAll()))) {
        const QString text = row.value(4) + u'\n' + row.value(6);
        m_texts->add(row.value(2), text);
        m_messages += {withSingleBlanks(row.value(2)), withSingleBlanks(text)};
    }
    m_texts->run("COMMIT");
}

void HanTokenizerTest::cutsTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens"); // parted by |, a gap is _

    QTest::newRow("han") << u"漏水严重"_s << u"漏|水|严|重"_s;
    QTest::newRow("mark between") << u"漏，水。"_s << u"漏|，|水|。"_s;
    QTest::newRow("blanks") << u" 漏 \r\n\t水\u00a0\u3000管 \n"_s << u"漏|_|水|_|管"_s;
    QTest::newRow("zero width") << u"漏\u200b水\ufeff"_s << u"漏|_|水"_s;
    QTest::newRow("only blanks") << u" \n "_s << u""_s;
    QTest::newRow("letters") << u"A2区WiFi-6"_s << u"a2|区|wifi|-|6"_s;
    QTest::newRow("full width") << u"ＡＢ１２楼！"_s << u"ab12|楼|！"_s;
    QTest::newRow("accents stay") << u"CAFÉ Straße"_s << u"café|_|straße"_s;
    QTest::newRow("other scripts") << u"ЖЭК №5"_s << u"жэк|_|№|5"_s;
    QTest::newRow("kana, hangul") << u"カナ한글"_s << u"カ|ナ|한|글"_s;
    QTest::newRow("extensions") << u"𠮷㐀豈𰻞"_s << u"𠮷|㐀|豈|𰻞"_s;
    QTest::newRow("emoji") << u"水😀急"_s << u"水|😀|急"_s;
    QTest::newRow("private use") << u"\ue000村"_s << u"\ue000|村"_s;
}

void HanTokenizerTest::cutsTokens()
{
    QFETCH(QString, text);
    Texts texts;
    texts.add(text, {});
    QTEST(QString::fromUtf8(texts.tokens().join('|')).replace(QChar(0x1f), u'_'), "tokens");
}

void HanTokenizerTest::findsPhrases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");

    const struct {
        const char16_t *text;
        const char16_t *typed;
        bool found;
    } rows[]{
        {u"三楼漏水", u"漏水", true},
        {u"三楼漏，水", u"漏水", false},
        {u"三楼漏 水", u"漏水", false},
        {u"三楼漏\n水", u"漏水", false},
        {u"三楼漏\u200b水", u"漏水", false},
        {u"水漏", u"漏水", false},
        {u"三楼漏，水", u"漏，水", true},
        {u"三楼漏，水", u"漏。水", false},
        {u"三楼漏\n\t水", u"漏 水", true},
        {u"三楼漏水", u"漏 水", false},
        {u"三楼漏水", u" 漏水\n", true},
        {u"A2区3栋", u"a2区", true},
        {u"A2区3栋", u"Ａ２区", true},
        {u"A2区3栋", u"区3", true},
        {u"电话13800138000", u"138001", true},
        {u"电话13800138000", u"8000", false},
        {u"漏水", u"\"", false},
        {u"说\"漏水\"了", u"\"漏水\"", true},
        {u"漏水 OR 停电", u"水 or 停", true},
        {u"停电", u"漏水 OR 停电", false},
        {u"漏*", u"漏*", true},
        {u"漏水", u"漏*", false},
        {u"title : 水", u"title : 水", true},
        {u"水", u"title:水", false},
        {u"水", u"{title}:水", false},
        {u"水", u"NOT 停", false},
    };
    for (const auto &row : rows)
        QTest::addRow("%d", int(&row - rows))
            << QString::fromUtf16(row.text) << QString::fromUtf16(row.typed) << row.found;
}

void HanTokenizerTest::findsPhrases()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    QFETCH(bool, found);
    Texts texts;
    texts.add({}, text);
    QCOMPARE(texts.count(hanMatchExpression(typed)), int(found));
    QCOMPARE(texts.count(hanMatchExpression(typed, {"title", "body"})), int(found));
}

void HanTokenizerTest::writesExpressions_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArrayList>("columns");
    QTest::addColumn<QByteArray>("expression");

    QTest::newRow("phrase") << u"漏水"_s << QByteArrayList() << QByteArray("\"漏水\"");
    QTest::newRow("columns") << u"漏水"_s << QByteArrayList{"title", "body"}
                             << QByteArray("{title body} : \"漏水\"");
    QTest::newRow("prefix") << u"漏水ab"_s << QByteArrayList() << QByteArray("\"漏水ab\"*");
    QTest::newRow("quotes") << u"\"水\""_s << QByteArrayList() << QByteArray("\"\"\"水\"\"\"");
    QTest::newRow("zero byte") << u"漏"_s + QChar(0) + u"水"_s << QByteArrayList()
                               << QByteArray("\"漏 水\"");
    QTest::newRow("nothing") << u""_s << QByteArrayList{"title"} << QByteArray();
    QTest::newRow("blanks") << u" \n\u3000\u200b"_s << QByteArrayList() << QByteArray();
}

void HanTokenizerTest::writesExpressions()
{
    QFETCH(QString, typed);
    QFETCH(QByteArrayList, columns);
    QTEST(hanMatchExpression(typed, columns), "expression");
}

void HanTokenizerTest::searchesNamedColumnsOnly()
{
    Texts texts;
    texts.add(u"漏水"_s, u"停电"_s);
    QCOMPARE(texts.count(hanMatchExpression(u"漏水", {"title"})), 1);
    QCOMPARE(texts.count(hanMatchExpression(u"漏水", {"body"})), 0);
    QCOMPARE(texts.count(hanMatchExpression(u"水停")), 0);
}

void HanTokenizerTest::survivesDamagedText()
{
    const QByteArrayList damaged{
        "\xe6\xbc", "\xff\xfe水", "水\xe6", "\xf0\x9f\x98", "水\xc0\x80水", "a\x80z"};
    for (const QByteArray &bytes : damaged) {
        Texts texts;
        texts.query("INSERT INTO texts(title) VALUES(?1)", {bytes});
        QCOMPARE(texts.count("\"水\""), int(bytes.contains("水")));
        QVERIFY(texts.count('"' + bytes + '"') >= 0);
    }
}

int HanTokenizerTest::countParts(const QString &part) const
{
    return int(std::count_if(m_messages.begin(), m_messages.end(), [&](const QStringList &message) {
        return message[0].contains(part, Qt::CaseInsensitive)
            || message[1].contains(part, Qt::CaseInsensitive);
    }));
}

void HanTokenizerTest::findsWhatACitizenWrote_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"漏水", "水", "小区", "物业", "停车", "业主委员会", "物业，", "，",
             "、", "。\n", "的", "您好！", "“", "（", "；（2", "漏水严重", "龘"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void HanTokenizerTest::findsWhatACitizenWrote()
{
    if (m_messages.isEmpty())
        QSKIP("the shared data is absent");
    QFETCH(QString, typed);
    const int expected = countParts(withSingleBlanks(typed));
    QCOMPARE(m_texts->count(hanMatchExpression(typed)), expected);
}

void HanTokenizerTest::findsAnyPartOfAMessage()
{
    if (m_messages.isEmpty())
        QSKIP("the shared data is absent");
    QRandomGenerator random(20251121);
    int withMarks = 0;
    for (int drawn = 0; drawn < 200;) {
        const QString &text = m_messages[random.bounded(m_messages.size())][1];
        const auto size = random.bounded(2, 4);
        const auto at = random.bounded(qMax(qsizetype(1), text.size() - size));
        const QString part = withSingleBlanks(text.mid(at, size));
        // Letters and digits are found from the beginning of their run only.
        if (part.isEmpty() || isLetterOrDigit(part.front()))
            continue;
        QVERIFY2(m_texts->count(hanMatchExpression(part)) == countParts(part),
            qPrintable(u"seed 20251121, part %1: %2 instead of %3"_s.arg(part)
                           .arg(m_texts->count(hanMatchExpression(part)))
                           .arg(countParts(part))));
        withMarks += std::any_of(part.begin(), part.end(), [](QChar c) { return c.isPunct(); });
        ++drawn;
    }
    QVERIFY(withMarks > 20);
}

static int countToken(void *count, int, const char *, int, int, int)
{
    ++*static_cast<int *>(count);
    return SQLITE_OK;
}

// The bulk import feeds every text to the index: the tokenizer must not be what it waits for. The
// bar leaves room for a busy machine.
void HanTokenizerTest::isFast()
{
    const QByteArray line =
        u"A2区景蓉华苑物业管理有问题，请尽快处理！联系电话：13800138000。\n"_s.toUtf8();
    const QByteArray text = line.repeated(200'000);
    void *context = nullptr;
    fts5_tokenizer functions;
    Fts5Tokenizer *tokenizer = nullptr;
    fts5_api *fts5 = m_texts->fts5();
    QCOMPARE(fts5->xFindTokenizer(fts5, "han", &context, &functions), SQLITE_OK);
    QCOMPARE(functions.xCreate(context, nullptr, 0, &tokenizer), SQLITE_OK);

    QElapsedTimer timer;
    timer.start();
    int tokens = 0;
    functions.xTokenize(
        tokenizer, &tokens, FTS5_TOKENIZE_DOCUMENT, text.constData(), int(text.size()), countToken);
    const double seconds = double(timer.nsecsElapsed()) * 1e-9;
    functions.xDelete(tokenizer);

    const double speed = double(text.size()) / 1e6 / seconds;
    qInfo("%d tokens in %.0f ms: %.0f MB/s", tokens, seconds * 1e3, speed);
    QCOMPARE(tokens, 28 * 200'000 - 1);
    QVERIFY(speed > 20 || !isBuiltForSpeed);
}

QTEST_GUILESS_MAIN(HanTokenizerTest)
#include "han_tokenizer_test.moc"
