// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_words.h"

#include "domain/words.h"

namespace ui::notices
{

namespace
{

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString NoticeWords::heading(const store::NoticeLine &line)
{
    return joined({line.rule->text(), domain::clockWord(line.clock), line.person});
}

QString NoticeWords::detail(const store::NoticeLine &line)
{
    return joined({line.ticket, line.title.isEmpty() ? line.category : line.title,
        line.grid.isEmpty() ? QString() : tr("grid %1").arg(line.grid)});
}

QString NoticeWords::outside(const store::NoticeLine &line)
{
    return joined({line.rule->text(), domain::clockWord(line.clock), line.ticket, line.category,
        line.grid.isEmpty() ? QString() : tr("grid %1").arg(line.grid)});
}

QString NoticeWords::manyCame(int count)
{
    return tr("%n new notices", nullptr, count);
}

} // namespace ui::notices
