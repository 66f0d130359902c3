// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/catalogue.h"

#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

namespace style
{

namespace
{

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.finished = !xml.attributes().hasAttribute("type");
    QString text;
    while (!xml.readNext() || !xml.isEndElement() || xml.name() != u"translation") {
        if (xml.atEnd())
            return;
        if (xml.isStartElement() && xml.name() == u"numerusform")
            message.translations += xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (message.translations.isEmpty())
        message.translations += text;
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{context};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source")
            message.source = xml.readElementText();
        else if (xml.name() == u"comment")
            message.comment = xml.readElementText();
        else if (xml.name() == u"translation")
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(R"(%(?:L?\d{1,2}|L?n))");
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found += matches.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

QString about(const Source &ts, const Message &message, const QString &what)
{
    return QStringLiteral("%1: %2 \"%3\": %4").arg(ts.path, message.context, message.source, what);
}

QStringList lacking(
    const Source &ts, const QList<Message> &messages, const Source &reference, const QString &what)
{
    QSet<QString> known;
    for (const Message &message : readMessages(reference))
        known.insert(message.key());
    QStringList complaints;
    for (const Message &message : messages) {
        if (!known.contains(message.key()))
            complaints += about(ts, message, what);
    }
    return complaints;
}

} // namespace

QList<Message> readMessages(const Source &ts)
{
    QList<Message> messages;
    QXmlStreamReader xml(ts.text);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages += readMessage(xml, context);
    }
    return messages;
}

QStringList unfinished(const Source &ts)
{
    QStringList complaints;
    for (const Message &message : readMessages(ts)) {
        const bool empty = message.translations.isEmpty()
            || std::any_of(message.translations.cbegin(), message.translations.cend(),
                [](const QString &text) { return text.trimmed().isEmpty(); });
        if (empty || !message.finished)
            complaints += about(ts, message, "translate it and mark it finished");
    }
    return complaints;
}

QStringList changedPlaceholders(const Source &ts)
{
    QStringList complaints;
    for (const Message &message : readMessages(ts)) {
        for (const QString &translation : message.translations) {
            if (!translation.isEmpty() && placeholders(translation) != placeholders(message.source))
                complaints += about(ts, message, "other placeholders in \"" + translation + u'"');
        }
    }
    return complaints;
}

QStringList differences(const Source &ts, const Source &current)
{
    const QString update = QStringLiteral("run packaging/update-translations");
    return lacking(ts, readMessages(current), ts, "is missing; " + update)
        + lacking(ts, readMessages(ts), current, "no longer in the sources; " + update);
}

} // namespace style
