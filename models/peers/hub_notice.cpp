// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_notice.h"

namespace peers
{

namespace
{

/// PostgreSQL carries 8000 bytes with a notice.
constexpr qsizetype mostFeeds = 100;
constexpr qsizetype longest = 8000;

} // namespace

QString HubNotice::encoded() const
{
    QString text = QLatin1Char(kind) + from.toHex();
    if (feeds.size() > mostFeeds)
        return text;
    for (auto each = feeds.cbegin(); each != feeds.cend(); ++each)
        text += u',' + each.key().toHex() + u'=' + QString::number(each.value());
    return text;
}

HubNotice HubNotice::decoded(const QString &text)
{
    const QStringList parts = text.left(longest).split(u',');
    const QString head = parts.constFirst();
    const char kind = head.isEmpty() ? '?' : head[0].toLatin1();
    const auto from = Id::fromHex(QStringView(head).sliced(std::min<qsizetype>(1, head.size())));
    if (!from || (kind != Entries && kind != Questions && kind != Keys))
        return {};
    HubNotice notice{Kind(kind), *from, {}};
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const auto feed = Id::fromHex(QStringView(parts[i]).left(32));
        if (!feed || parts[i].size() < 34 || parts[i][32] != u'=')
            return {notice.kind, notice.from, {}};
        notice.feeds.insert(*feed, QStringView(parts[i]).sliced(33).toLongLong());
    }
    return notice;
}

} // namespace peers
