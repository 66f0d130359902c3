// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/defaults.h"

namespace domain
{

namespace
{

struct Channel {
    const char *code;
    const char16_t *name;
};
constexpr Channel channels[] = {{"counter", u"柜台"}, {"phone", u"电话热线"},
    {"online", u"网上平台"}, {"box", u"意见箱"}, {"wechat", u"微信"}, {"email", u"电子邮件"},
    {"patrol", u"巡查发现"}, {"member", u"网格员转交"}};

struct Category {
    const char *id;
    const char16_t *name;
    const char *line;
    const char16_t *questions;
};
constexpr Category categories[] = {
    {"category/water/leak", u"室内漏水", "water", u"阀门能否关闭？是否影响楼下？"},
    {"category/water/none", u"无水", "water", u"整栋还是一户？邻居有水吗？"},
    {"category/water/pressure", u"水压低", "water", u"哪些时段水压低？几层？"},
    {"category/water/burst", u"管道爆裂", "water", u"管径多大？路面是否积水？是否影响通行？"},
    {"category/water/sewer", u"下水道堵塞", "water", u"是否外溢？影响几户？"},
    {"category/water/quality", u"水质异常", "water", u"颜色、气味如何？从什么时候开始？"},
    {"category/power/out", u"停电", "power", u"整栋还是一户？电表是否跳闸？家中有无医疗设备？"},
    {"category/power/line", u"线路故障", "power", u"有无火花、异味？请先远离。"},
    {"category/power/meter", u"电表故障", "power", u"表号是多少？显示什么？"},
    {"category/heat/cold", u"室温不达标", "heat", u"室温多少度？哪个房间？邻居家如何？"},
    {"category/heat/leak", u"暖气漏水", "heat", u"阀门能否关闭？有无烫伤危险？"},
    {"category/gas/smell", u"疑似燃气泄漏", "gas", u"请立即关阀开窗、勿动电器、到室外等候。"},
    {"category/gas/stove", u"灶具点火故障", "gas", u"是否闻到气味？阀门是否打开？"},
    {"category/property/lift", u"电梯故障", "property", u"是否有人被困？哪部电梯？"},
    {"category/property/door", u"门禁故障", "property", u"哪个单元门？能否进出？"},
    {"category/property/light", u"公共照明", "property", u"具体位置在哪里？"},
    {"category/property/clean", u"环境卫生", "property", u"具体位置在哪里？有多久了？"},
    {"category/property/noise", u"噪声扰民", "property", u"什么时段？声音从哪里来？"},
};

struct Standard {
    const char *id;
    const char16_t *clock;
    const char16_t *kind;
    const char16_t *line;
    const char16_t *urgency;
    int minutes;
};
// An empty column stands for "any"; the row with the most columns filled in that fit wins.
constexpr Standard standards[] = {
    {"standard/accept", u"accept", u"repair", u"", u"", 30},
    {"standard/arrive", u"arrive", u"repair", u"", u"", 240},
    {"standard/arrive/urgent", u"arrive", u"repair", u"", u"urgent", 120},
    {"standard/arrive/emergency", u"arrive", u"repair", u"", u"emergency", 60},
    {"standard/arrive/power/urgent", u"arrive", u"repair", u"power", u"urgent", 90},
    {"standard/arrive/power/emergency", u"arrive", u"repair", u"power", u"emergency", 45},
    {"standard/arrive/water/emergency", u"arrive", u"repair", u"water", u"emergency", 45},
    {"standard/arrive/heat/emergency", u"arrive", u"repair", u"heat", u"emergency", 30},
    {"standard/arrive/gas/urgent", u"arrive", u"repair", u"gas", u"urgent", 30},
    {"standard/arrive/gas/emergency", u"arrive", u"repair", u"gas", u"emergency", 15},
    {"standard/arrive/property/urgent", u"arrive", u"repair", u"property", u"urgent", 15},
    {"standard/arrive/property/emergency", u"arrive", u"repair", u"property", u"emergency", 5},
    {"standard/complete", u"complete", u"repair", u"", u"", 2880},
    {"standard/complete/urgent", u"complete", u"repair", u"", u"urgent", 1440},
    {"standard/complete/emergency", u"complete", u"repair", u"", u"emergency", 1440},
    {"standard/complete/power/emergency", u"complete", u"repair", u"power", u"emergency", 180},
    {"standard/complete/property", u"complete", u"repair", u"property", u"", 1440},
    {"standard/visit", u"visit", u"", u"", u"", 2880},
    {"standard/reply", u"reply", u"", u"", u"", 7200},
    {"standard/reply/enquiry", u"reply", u"enquiry", u"", u"", 4320},
    {"standard/reply/complaint", u"reply", u"complaint", u"", u"", 18720},
    {"standard/reply/complaint/property", u"reply", u"complaint", u"property", u"", 1440},
};

QVariant text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

} // namespace

std::vector<RegisterPut> defaultRows()
{
    std::vector<RegisterPut> rows;
    for (const Channel &channel : channels) {
        const QByteArray id = QByteArray("channel/") + channel.code;
        rows.push_back({Id::named(id.constData()), Register::Channel,
            {{channel::Code, QString::fromLatin1(channel.code)},
                {channel::Name, text(channel.name)}},
            {}});
    }
    for (const Category &category : categories) {
        rows.push_back({Id::named(category.id), Register::Category,
            {{category::Name, text(category.name)},
                {category::Line, QString::fromLatin1(category.line)},
                {category::Questions, text(category.questions)}},
            {}});
    }
    for (const Standard &standard : standards) {
        rows.push_back({Id::named(standard.id), Register::Standard,
            {{standard::Clock, text(standard.clock)}, {standard::Kind, text(standard.kind)},
                {standard::Line, text(standard.line)}, {standard::Urgency, text(standard.urgency)},
                {standard::Minutes, qint64(standard.minutes)}},
            {}});
    }
    return rows;
}

} // namespace domain
