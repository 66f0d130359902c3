// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

namespace ctl
{

namespace
{

bool isOption(const QString &word)
{
    return word.startsWith(u"--");
}

[[noreturn]] void refuseUnknown(const QString &word)
{
    wrongUsage(isOption(word) ? Words::tr("The option %1 is unknown here.").arg(word)
                              : Words::tr("\"%1\" is one word too many.").arg(word));
}

[[noreturn]] void refuseMissingValue(const QString &name)
{
    wrongUsage(Words::tr("The option %1 needs a value behind it.").arg(name));
}

} // namespace

void refuse(const domain::Refusal &refusal)
{
    const QString where =
        refusal.field.isEmpty() ? QString() : refusal.field + QStringLiteral(": ");
    throw Exit{refusal.kind == domain::Refusal::Device ? 3 : 1, where + refusal.text()};
}

void wrongUsage(const QString &line)
{
    throw Exit{2, line + u' ' + Words::tr("See: griddeskctl help")};
}

QString Arguments::option(const QString &name)
{
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (m_words[i].startsWith(name + u'='))
            return m_words.takeAt(i).sliced(name.size() + 1);
        if (m_words[i] != name)
            continue;
        m_words.removeAt(i);
        if (i >= m_words.size() || isOption(m_words[i]))
            refuseMissingValue(name);
        return m_words.takeAt(i);
    }
    return {};
}

QStringList Arguments::options(const QString &name)
{
    QStringList values;
    for (qsizetype i = m_words.indexOf(name); i >= 0; i = m_words.indexOf(name)) {
        m_words.removeAt(i);
        if (i >= m_words.size() || isOption(m_words[i]))
            refuseMissingValue(name);
        while (i < m_words.size() && !isOption(m_words[i]))
            values << m_words.takeAt(i);
    }
    return values;
}

qint64 Arguments::count(const QString &name, qint64 otherwise)
{
    const QString value = option(name);
    if (value.isEmpty())
        return otherwise;
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < 0)
        wrongUsage(Words::tr("The option %1 needs a count, not \"%2\".").arg(name, value));
    return number;
}

bool Arguments::flag(const QString &name)
{
    return m_words.removeAll(name) > 0;
}

QString Arguments::word(const QString &what)
{
    if (m_words.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(what));
    if (isOption(m_words.constFirst()))
        refuseUnknown(m_words.constFirst());
    return m_words.takeFirst();
}

QStringList Arguments::rest()
{
    for (const QString &word : m_words) {
        if (isOption(word))
            refuseUnknown(word);
    }
    return std::exchange(m_words, {});
}

void Arguments::done() const
{
    if (!m_words.isEmpty())
        refuseUnknown(m_words.constFirst());
}

} // namespace ctl
