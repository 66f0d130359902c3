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

/// What people apply for, the department that it goes to, and the papers that it takes.
struct Business {
    const char *id;
    const char16_t *name;
    const char *line;
    const char16_t *unit;
    const char16_t *papers;
};
constexpr Business businesses[] = {
    {"category/apply/water/account", u"用水开户", "water", u"营业部",
        u"身份证\n房产证或购房合同\n用水申请表"},
    {"category/apply/water/transfer", u"用水过户", "water", u"营业部",
        u"双方身份证\n房产证\n结清水费凭证"},
    {"category/apply/power/capacity", u"用电增容", "power", u"营业部",
        u"身份证\n房产证\n用电设备清单"},
    {"category/apply/heat/stop", u"停止供热", "heat", u"营业部", u"身份证\n房产证\n停热申请表"},
    {"category/apply/gas/install", u"燃气改装", "gas", u"营业部", u"身份证\n房产证\n改装示意图"},
    {"category/apply/property/fitout", u"装修登记", "property", u"物业部",
        u"身份证\n装修方案\n装修公司营业执照"},
};

/// So many minutes or workdays of these service hours; around the clock where none are named.
struct Standard {
    const char *id;
    const char16_t *clock;
    const char16_t *kind;
    const char16_t *line;
    const char16_t *urgency;
    int minutes;
    int days = 0;
    const char16_t *hours = u"";
};
constexpr const char16_t *office = u"office";
// An empty column stands for "any"; the row that fits and names the most wins.
constexpr Standard standards[] = {
    {"standard/accept", u"accept", u"", u"", u"", 120, 0, office},
    {"standard/accept/repair", u"accept", u"repair", u"", u"", 30},
    {"standard/review", u"review", u"", u"", u"", 0, 1, office},
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
    {"standard/contact", u"contact", u"", u"", u"", 240, 0, office},
    {"standard/contact/property", u"contact", u"", u"property", u"", 1440},
    {"standard/supplement", u"supplement", u"", u"", u"", 0, 5, office},
    {"standard/reply", u"reply", u"", u"", u"", 0, 5, office},
    {"standard/reply/enquiry", u"reply", u"enquiry", u"", u"", 0, 3, office},
    {"standard/reply/complaint", u"reply", u"complaint", u"", u"", 0, 13, office},
    {"standard/reply/suggestion", u"reply", u"suggestion", u"", u"", 0, 10, office},
    {"standard/handover", u"handover", u"", u"", u"", 120, 0, office},
    {"standard/handover/emergency", u"handover", u"", u"", u"emergency", 15},
    {"standard/followup", u"followup", u"", u"", u"", 0, 1, office},
    {"standard/instruction", u"instruction", u"", u"", u"", 0, 3, office},
};

/// Who is told when, by clock and urgency: first those who do it, then those who answer for them, then those above.
struct Level {
    const char *id;
    const char16_t *clock;
    const char16_t *urgency;
    int minutes;
    const char16_t *to;
};
constexpr Level levels[] = {
    {"escalation/soon", u"", u"", -30, u"assignee,responsible"},
    {"escalation/late", u"", u"", 0, u"responsible,leader,chief"},
    {"escalation/later", u"", u"", 240, u"superior"},
    {"escalation/emergency", u"", u"emergency", 0, u"chief,leader,superior"},
    {"escalation/reply", u"reply", u"", -240, u"responsible"},
    {"escalation/instruction", u"instruction", u"", 0, u"superior"},
};

struct Shift {
    const char *id;
    const char16_t *code;
    const char16_t *name;
    const char16_t *kind;
    const char16_t *from;
    const char16_t *until;
};
constexpr Shift shifts[] = {
    {"shift/early", u"早", u"早班", u"work", u"08:00", u"16:00"},
    {"shift/late", u"中", u"中班", u"work", u"16:00", u"00:00"},
    {"shift/night", u"夜", u"夜班", u"work", u"00:00", u"08:00"},
    {"shift/off", u"休", u"休息", u"rest", u"", u""},
    {"shift/duty", u"值", u"值班", u"duty", u"08:00", u"08:00"},
    {"shift/standby", u"备", u"备勤", u"standby", u"08:00", u"08:00"},
};

/// What is said and asked while somebody calls; a company writes its own words.
struct Said {
    const char *id;
    const char16_t *kind;
    const char16_t *line;
    const char16_t *greeting;
    const char16_t *wording;
    const char16_t *avoid;
    const char16_t *beforeCrew;
};
constexpr Said guidances[] = {
    {"guidance/any", u"", u"", u"您好，这里是服务台，请问有什么可以帮您？",
        u"您的事项我来负责，办理情况会主动告诉您。", u"“不归我管”“不知道”“您自己去问”", u""},
    {"guidance/complaint", u"complaint", u"", u"您好，请您慢慢说，我先完整记录下来。",
        u"给您带来不便，很抱歉。网格长会先与您联系。", u"“这不可能”“别人都没意见”", u""},
    {"guidance/repair/water", u"repair", u"water", u"", u"", u"",
        u"阀门能否关上；楼下是否进水；附近电源是否断开"},
    {"guidance/repair/power", u"repair", u"power", u"", u"", u"",
        u"整栋还是一户；是否欠费或跳闸；家中有无用电医疗设备"},
    {"guidance/repair/heat", u"repair", u"heat", u"", u"", u"", u"阀门是否全开；邻居家温度如何"},
    {"guidance/repair/gas", u"repair", u"gas", u"", u"请关阀开窗、勿动电器、到室外等候。", u"",
        u"人员是否已撤离；阀门是否已关"},
    {"guidance/repair/property", u"repair", u"property", u"", u"", u"",
        u"是否有人被困；是否影响通行"},
};

/// The week of most offices; a company writes its own.
constexpr const char16_t *workday = u"08:30-12:00 13:30-17:30";

/// What the State Council's notices on holidays say for these years (国办发明电〔2024〕12号, 国办发明电〔2025〕7号). Those of later
/// years come out each November and are imported.
struct Days {
    int year, month, day, last;
    const char16_t *name;
    bool isWorked = false;
};
constexpr Days days[] = {
    {2025, 1, 1, 1, u"元旦"},
    {2025, 1, 26, 26, u"春节", true},
    {2025, 1, 28, 31, u"春节"},
    {2025, 2, 1, 4, u"春节"},
    {2025, 2, 8, 8, u"春节", true},
    {2025, 4, 4, 6, u"清明节"},
    {2025, 4, 27, 27, u"劳动节", true},
    {2025, 5, 1, 5, u"劳动节"},
    {2025, 5, 31, 31, u"端午节"},
    {2025, 6, 1, 2, u"端午节"},
    {2025, 9, 28, 28, u"国庆节、中秋节", true},
    {2025, 10, 1, 8, u"国庆节、中秋节"},
    {2025, 10, 11, 11, u"国庆节、中秋节", true},
    {2026, 1, 1, 3, u"元旦"},
    {2026, 1, 4, 4, u"元旦", true},
    {2026, 2, 14, 14, u"春节", true},
    {2026, 2, 15, 23, u"春节"},
    {2026, 2, 28, 28, u"春节", true},
    {2026, 4, 4, 6, u"清明节"},
    {2026, 5, 1, 5, u"劳动节"},
    {2026, 5, 9, 9, u"劳动节", true},
    {2026, 6, 19, 21, u"端午节"},
    {2026, 9, 20, 20, u"国庆节", true},
    {2026, 9, 25, 27, u"中秋节"},
    {2026, 10, 1, 7, u"国庆节"},
    {2026, 10, 10, 10, u"国庆节", true},
};

QVariant text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

RegisterPut officeHours()
{
    Values week{{service_hours::Code, text(office)}, {service_hours::Name, text(u"工作时间")}};
    for (quint8 day = service_hours::Monday; day <= service_hours::Friday; ++day)
        week.set(day, text(workday));
    return {Id::named("service_hours/office"), Register::ServiceHours, week, {}};
}

void appendDays(std::vector<RegisterPut> &rows, const Days &given, const QTimeZone &zone)
{
    const RegisterSpec &calendar = registerSpec(Register::CalendarDay);
    for (int day = given.day; day <= given.last; ++day) {
        const QDateTime start = QDate(given.year, given.month, day).startOfDay(zone);
        const Values values{{calendar_day::Day, start.toMSecsSinceEpoch()},
            {calendar_day::Name, text(given.name)},
            {calendar_day::Kind, given.isWorked ? QStringLiteral("work") : QStringLiteral("off")}};
        rows.push_back({idOfRow(calendar, values, {}), Register::CalendarDay, values, {}});
    }
}

Values valuesOf(const Standard &standard)
{
    Values values{{standard::Clock, text(standard.clock)}, {standard::Kind, text(standard.kind)},
        {standard::Line, text(standard.line)}, {standard::Urgency, text(standard.urgency)},
        {standard::Hours, text(standard.hours)}};
    if (standard.days)
        values.set(standard::Days, qint64(standard.days));
    else
        values.set(standard::Minutes, qint64(standard.minutes));
    return values;
}

} // namespace

std::vector<RegisterPut> defaultRows(const QTimeZone &zone)
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
    for (const Business &business : businesses) {
        rows.push_back({Id::named(business.id), Register::Category,
            {{category::Name, text(business.name)},
                {category::Line, QString::fromLatin1(business.line)},
                {category::Kind, QStringLiteral("application")},
                {category::Unit, text(business.unit)}, {category::Papers, text(business.papers)}},
            {}});
    }
    rows.push_back(officeHours());
    for (const Days &some : days)
        appendDays(rows, some, zone);
    for (const Standard &standard : standards)
        rows.push_back({Id::named(standard.id), Register::Standard, valuesOf(standard), {}});
    for (const Level &level : levels) {
        rows.push_back({Id::named(level.id), Register::Escalation,
            {{escalation::Clock, text(level.clock)}, {escalation::Urgency, text(level.urgency)},
                {escalation::Minutes, qint64(level.minutes)}, {escalation::To, text(level.to)}},
            {}});
    }
    for (const Said &said : guidances) {
        rows.push_back({Id::named(said.id), Register::Guidance,
            {{guidance::Kind, text(said.kind)}, {guidance::Line, text(said.line)},
                {guidance::Greeting, text(said.greeting)}, {guidance::Wording, text(said.wording)},
                {guidance::Avoid, text(said.avoid)}, {guidance::BeforeCrew, text(said.beforeCrew)}},
            {}});
    }
    for (const Shift &shift : shifts) {
        rows.push_back({Id::named(shift.id), Register::Shift,
            {{shift::Code, text(shift.code)}, {shift::Name, text(shift.name)},
                {shift::Kind, text(shift.kind)}, {shift::From, text(shift.from)},
                {shift::Until, text(shift.until)}},
            {}});
    }
    return rows;
}

} // namespace domain
