// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/han_tokenizer.h"

#include <QChar>
#include <QString>

#include <sqlite3.h>

#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace store
{

namespace
{

// Blanks: what keeps two tokens apart without being seen. Singles stand for themselves.
enum class Kind : quint8 { Blank, Single, WordAsIs, WordToFold };

bool isWord(Kind kind)
{
    return kind == Kind::WordAsIs || kind == Kind::WordToFold;
}

// The token of all blanks: a control that can be no token of its own.
constexpr std::string_view gap = "\x1f";

bool isOneTokenScript(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

bool isBlank(char32_t c)
{
    const auto category = QChar::category(c);
    return QChar::isSpace(c) || category == QChar::Other_Control || category == QChar::Other_Format;
}

char32_t folded(char32_t c)
{
    const bool isFullWidth = c >= U'！' && c <= U'～';
    return QChar::toCaseFolded(isFullWidth ? c - U'！' + U'!' : c);
}

Kind kindOf(char32_t c)
{
    if (isBlank(c))
        return Kind::Blank;
    if (isOneTokenScript(c) || !(QChar::isLetterOrNumber(c) || QChar::isMark(c)))
        return Kind::Single;
    return folded(c) == c ? Kind::WordAsIs : Kind::WordToFold;
}

// Looking up Qt's character tables for each character would take most of the time.
Kind fastKindOf(char32_t c)
{
    static const auto kinds = [] {
        std::vector<Kind> all(0x10000);
        for (char32_t i = 0; i < all.size(); ++i)
            all[i] = kindOf(i);
        return all;
    }();
    return c < kinds.size() ? kinds[c] : kindOf(c);
}

struct Character {
    char32_t code;
    int size;
};

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

// A byte that is no UTF-8 counts as a character of its own: a damaged text is searched all the
// same.
Character characterAt(const char *at, const char *end)
{
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    const auto left = end - at;
    if (byte(0) < 0x80)
        return {byte(0), 1};
    if (byte(0) >= 0xe0 && byte(0) < 0xf0 && left >= 3 && isContinuation(at[1])
        && isContinuation(at[2]))
        return {char32_t((byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f)), 3};
    if (byte(0) >= 0xc2 && byte(0) < 0xe0 && left >= 2 && isContinuation(at[1]))
        return {char32_t((byte(0) & 0x1f) << 6 | (byte(1) & 0x3f)), 2};
    if (byte(0) >= 0xf0 && byte(0) < 0xf5 && left >= 4 && isContinuation(at[1])
        && isContinuation(at[2]) && isContinuation(at[3]))
        return {char32_t((byte(0) & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6
                    | (byte(3) & 0x3f)),
            4};
    return {QChar::ReplacementCharacter, 1};
}

void appendUtf8(std::string &text, char32_t c)
{
    if (c < 0x80) {
        text += static_cast<char>(c);
        return;
    }
    const QByteArray utf8 = QString::fromUcs4(&c, 1).toUtf8();
    text.append(utf8.constData(), utf8.size());
}

using EmitToken = int (*)(void *, int, const char *, int, int, int);

class Tokenizer
{
public:
    int tokenize(const char *text, int size, void *context, EmitToken emitToken)
    {
        const char *const end = text + size;
        int result = SQLITE_OK;
        for (const char *at = text; at < end && result == SQLITE_OK;) {
            const Character character = characterAt(at, end);
            const Kind kind = fastKindOf(character.code);
            const char *next = at + character.size;
            std::string_view token(at, character.size);
            if (kind == Kind::Blank) {
                next = skipBlanks(next, end);
                // At either end of a text there is nothing to keep apart.
                token = at == text || next == end ? std::string_view() : gap;
            } else if (kind != Kind::Single) {
                token = readWord(at, end);
                next = m_wordEnd;
            }
            if (!token.empty())
                result = emitToken(context, 0, token.data(), token.size(), at - text, next - text);
            at = next;
        }
        return result;
    }

private:
    static const char *skipBlanks(const char *at, const char *end)
    {
        while (at < end) {
            const Character character = characterAt(at, end);
            if (fastKindOf(character.code) != Kind::Blank)
                break;
            at += character.size;
        }
        return at;
    }

    // The word as it is to be found; it lives until the next one and ends in the text at m_wordEnd.
    std::string_view readWord(const char *at, const char *end)
    {
        bool mustFold = false;
        m_wordEnd = at;
        while (m_wordEnd < end) {
            const Character character = characterAt(m_wordEnd, end);
            const Kind kind = fastKindOf(character.code);
            if (!isWord(kind))
                break;
            mustFold |= kind == Kind::WordToFold;
            m_wordEnd += character.size;
        }
        if (!mustFold)
            return {at, static_cast<std::size_t>(m_wordEnd - at)};
        fold(at, m_wordEnd);
        return m_word;
    }

    void fold(const char *at, const char *end)
    {
        m_word.clear();
        while (at < end) {
            const Character character = characterAt(at, end);
            appendUtf8(m_word, folded(character.code));
            at += character.size;
        }
    }

    const char *m_wordEnd = nullptr;
    std::string m_word;
};

int createTokenizer(void *, const char **, int, Fts5Tokenizer **tokenizer)
{
    *tokenizer = reinterpret_cast<Fts5Tokenizer *>(new (std::nothrow) Tokenizer);
    return *tokenizer ? SQLITE_OK : SQLITE_NOMEM;
}

void deleteTokenizer(Fts5Tokenizer *tokenizer)
{
    delete reinterpret_cast<Tokenizer *>(tokenizer);
}

// SQLite is C: no exception may cross it.
int tokenize(
    Fts5Tokenizer *tokenizer, void *context, int, const char *text, int size, EmitToken emitToken)
try {
    return reinterpret_cast<Tokenizer *>(tokenizer)->tokenize(text, size, context, emitToken);
} catch (const std::bad_alloc &) {
    return SQLITE_NOMEM;
}

fts5_api *fts5Of(sqlite3 *connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

QStringView withoutOuterBlanks(QStringView text)
{
    const auto isOuter = [](QChar c) { return !c.isSurrogate() && isBlank(c.unicode()); };
    while (!text.isEmpty() && isOuter(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isOuter(text.back()))
        text.chop(1);
    return text;
}

bool endsInWord(QStringView text)
{
    const auto last = text.last(qMin(text.size(), qsizetype(2))).toUcs4().back();
    return isWord(kindOf(last));
}

} // namespace

int registerHanTokenizer(sqlite3 *connection)
{
    fts5_api *api = fts5Of(connection);
    if (!api)
        return SQLITE_ERROR;
    fts5_tokenizer functions{createTokenizer, deleteTokenizer, tokenize};
    return api->xCreateTokenizer(api, "han", nullptr, &functions, nullptr);
}

QByteArray hanMatchExpression(QStringView typed, const QByteArrayList &columns)
{
    typed = withoutOuterBlanks(typed);
    if (typed.isEmpty())
        return {};
    // An expression ends at the first zero byte; a blank is as good as another.
    QByteArray phrase = typed.toUtf8().replace('\0', ' ').replace('"', "\"\"");
    QByteArray expression = '"' + phrase + '"';
    if (endsInWord(typed))
        expression += '*';
    if (!columns.isEmpty())
        expression = '{' + columns.join(' ') + "} : " + expression;
    return expression;
}

} // namespace store
