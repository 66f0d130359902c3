// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "list_page.h"

#include "items/notice_list.h"

namespace ctl
{

using namespace Qt::StringLiterals;

namespace
{

/// The last days' worth, as far back as the window looks.
QVector<store::NoticeLine> findLines(store::Reader &reader, const domain::Id &person)
{
    const store::NoticeReach end = store::noticesEnd(reader);
    store::NoticeReach from{std::max<qint64>(end.position - items::NoticeList::farthestBack, 0), 0};
    const qint64 from_ms = reader.now_ms() - items::NoticeList::oldest_ms;
    QVector<store::NoticeLine> lines;
    for (bool isLast = false; !isLast;) {
        const auto found = store::findNotices(reader, person, from, items::NoticeList::portion);
        for (const store::NoticeLine &line : found.lines) {
            if (line.at_ms >= from_ms)
                lines.prepend(line);
        }
        for (const store::NoticeLine &line :
            found.escalations.value_or(QVector<store::NoticeLine>()))
            lines.prepend(line);
        from = found.reached;
        isLast = found.isLast;
    }
    return lines;
}

} // namespace

int runNotices(Session &session, Arguments &arguments)
{
    const ListPage page = ListPage::from(arguments);
    arguments.done();
    store::Reader &reader = session.desk().read();
    const QVector<store::NoticeLine> lines = findLines(reader, session.desk().actor());
    session.checkReading();
    if (page.onlyCount) {
        session.print(QJsonObject{{u"count"_s, lines.size()}});
        return 0;
    }
    const FieldText text(reader);
    for (qsizetype place = 0; place < lines.size(); ++place) {
        const store::NoticeLine &line = lines[place];
        if (!page.holds(place))
            continue;
        session.print(QJsonObject{{u"at"_s, text.time(line.at_ms)},
            {u"deed"_s, QString::fromLatin1(line.rule->deed)}, {u"words"_s, line.rule->text()},
            {u"clock"_s, line.clock.isEmpty() ? QJsonValue() : QJsonValue(line.clock)},
            {u"by"_s, line.person}, {u"ticket"_s, line.ticket}, {u"category"_s, line.category},
            {u"grid"_s, line.grid}});
    }
    return 0;
}

} // namespace ctl
