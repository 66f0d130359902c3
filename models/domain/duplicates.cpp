// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duplicates.h"

#include "domain/rule_words.h"
#include "domain/syllables.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace domain
{

namespace
{

QString plain(QStringView text)
{
    QString bare = text.toString().normalized(QString::NormalizationForm_KC).toLower();
    bare.removeIf([](QChar letter) { return letter.isSpace() || letter.isPunct(); });
    return bare;
}

/// 王女士, 王先生, 王师傅, 老王, 小王: the surname alone is known.
QString surnameOfTitle(const QString &name)
{
    static const QRegularExpression behind(QStringLiteral(
        "^(.{1,2})(?:先生|女士|小姐|太太|师傅|阿姨|大爷|大妈|大叔|奶奶|爷爷|老师|经理|老板)$"));
    static const QRegularExpression before(QStringLiteral("^[老小阿](.)$"));
    for (const QRegularExpression &title : {behind, before}) {
        if (const auto match = title.match(name); match.hasMatch())
            return match.captured(1);
    }
    return {};
}

bool begins(const QString &name, const QString &with)
{
    return !with.isEmpty() && name.startsWith(with);
}

quint64 hashOf(QStringView text)
{
    // Two halves of 32 bits each would meet by chance among millions; two seeds make 64 on every platform.
    return quint64(qHash(text, 0x9e37)) ^ (quint64(qHash(text, 0x79b9)) << 32);
}

} // namespace

Likeness likenessOf(Samenesses why)
{
    if (why & Sameness::Identity)
        return Likeness::Certain;
    if (why & (Samenesses(Sameness::Phone) | Sameness::Account))
        return Likeness::VeryLikely;
    return why & (Samenesses(Sameness::PhoneLike) | Sameness::Address) ? Likeness::Likely
                                                                       : Likeness::Possible;
}

QString likenessWord(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Certain:
        return Words::tr("Certain");
    case Likeness::VeryLikely:
        return Words::tr("Very likely");
    case Likeness::Likely:
        return Words::tr("Likely");
    case Likeness::Possible:
        break;
    }
    return Words::tr("Possible");
}

QString samenessWords(Samenesses why)
{
    QStringList words;
    if (why & Sameness::Identity)
        words << Words::tr("same identity number");
    if (why & Sameness::Phone)
        words << Words::tr("same phone and name");
    if (why & Sameness::PhoneLike)
        words << Words::tr("same phone, names alike");
    if (why & Sameness::Account)
        words << Words::tr("same account or meter number and name");
    if (why & Sameness::AccountOnly)
        words << Words::tr("same account or meter number, other name");
    if (why & Sameness::Address)
        words << Words::tr("same address and name");
    return words.join(Words::tr(", "));
}

NameLikeness compareNames(const QString &one, const QString &other)
{
    const QString a = plain(one), b = plain(other);
    if (a.isEmpty() || b.isEmpty())
        return NameLikeness::Different;
    if (a == b)
        return NameLikeness::Same;
    const Syllables x = syllablesOf(a, Reading::Surname), y = syllablesOf(b, Reading::Surname);
    if (x.size() >= 2 && x == y)
        return NameLikeness::SoundsSame;
    const bool isTitle = begins(b, surnameOfTitle(a)) || begins(a, surnameOfTitle(b));
    const bool isPart = std::min(a.size(), b.size()) >= 2 && (a.startsWith(b) || b.startsWith(a));
    return isTitle || isPart ? NameLikeness::Alike : NameLikeness::Different;
}

QString addressKey(QStringView address)
{
    static const QRegularExpression part(
        QStringLiteral("号楼|号院|单元|栋|幢|座|楼|层|号|[-#—－/]"));
    static const QRegularExpression several(QStringLiteral("-+"));
    static const QRegularExpression ends(QStringLiteral("[室户房]$|-+$"));
    QString key = address.toString().normalized(QString::NormalizationForm_KC).toLower();
    key.removeIf([](QChar letter) { return letter.isSpace(); });
    key.replace(part, QStringLiteral("-")).remove(ends).remove(ends);
    return key.replace(several, QStringLiteral("-"));
}

void DuplicateSearch::add(const FileFacts &facts)
{
    const auto file = quint32(m_files.size());
    m_files.push_back({facts.number, facts.name});
    const auto put = [file](Lines &lines, const QString &text) {
        if (!text.isEmpty())
            lines.push_back({hashOf(text), file});
    };
    put(m_identities, facts.identity);
    for (const QString &phone : facts.phones)
        put(m_phones, phone);
    for (const QString &account : facts.accounts)
        put(m_accounts, account);
    // A street alone is nobody's home.
    for (const QString &address : facts.addresses) {
        const QString key = addressKey(address);
        put(m_addresses, key.size() && key.back().isDigit() ? key : QString());
    }
}

/// The pairs that one kind of number makes after the other.
class DuplicateSearch::Join
{
public:
    explicit Join(const std::vector<File> &files)
        : m_files(files)
    {
    }

    template <typename Why> void add(Lines lines, Why why)
    {
        std::ranges::sort(lines);
        for (auto from = lines.begin(); from != lines.end();) {
            const auto to = std::find_if(
                from, lines.end(), [from](const Line &line) { return line.hash != from->hash; });
            if (to - from > 1 && to - from <= crowd)
                addGroup(from, to, why);
            from = to;
        }
    }

    QVector<DuplicatePair> take() const
    {
        QVector<DuplicatePair> pairs;
        for (auto at = m_why.cbegin(); at != m_why.cend(); ++at)
            pairs.append({at.key().first, at.key().second, at.value()});
        std::ranges::sort(pairs, [](const DuplicatePair &one, const DuplicatePair &other) {
            const auto order = [](const DuplicatePair &pair) {
                return std::tuple(likenessOf(pair.why), -pair.other, -pair.one);
            };
            return order(one) < order(other);
        });
        return pairs;
    }

private:
    template <typename At, typename Why> void addGroup(At from, At to, Why why)
    {
        for (auto one = from; one != to; ++one) {
            for (auto other = one + 1; other != to; ++other) {
                const File &a = m_files[one->file], &b = m_files[other->file];
                const Samenesses same =
                    a.number == b.number ? Samenesses() : why(compareNames(a.name, b.name));
                if (same)
                    m_why[std::minmax(a.number, b.number)] |= same;
            }
        }
    }

    const std::vector<File> &m_files;
    QHash<std::pair<qint64, qint64>, Samenesses> m_why;
};

QVector<DuplicatePair> DuplicateSearch::find(const std::function<bool(int)> &step) const
{
    const auto goesOn = [&step](int percent) { return !step || step(percent); };
    Join join(m_files);
    if (!goesOn(0))
        return {};
    join.add(m_identities, [](NameLikeness) { return Samenesses(Sameness::Identity); });
    if (!goesOn(25))
        return {};
    join.add(m_phones, [](NameLikeness names) {
        return names == NameLikeness::Same     ? Samenesses(Sameness::Phone)
            : names != NameLikeness::Different ? Samenesses(Sameness::PhoneLike)
                                               : Samenesses();
    });
    if (!goesOn(50))
        return {};
    join.add(m_accounts, [](NameLikeness names) {
        return Samenesses(
            names == NameLikeness::Different ? Sameness::AccountOnly : Sameness::Account);
    });
    if (!goesOn(75))
        return {};
    join.add(m_addresses, [](NameLikeness names) {
        return names >= NameLikeness::SoundsSame ? Samenesses(Sameness::Address) : Samenesses();
    });
    goesOn(100);
    return join.take();
}

} // namespace domain
