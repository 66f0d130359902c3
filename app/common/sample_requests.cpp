// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_repairs.h"

namespace app
{

using namespace Qt::StringLiterals;

namespace
{

Matter request(const char *kind, const char *line, const QString &category, int weight,
    const QStringList &what, const QStringList &replies)
{
    return {.kind = kind,
        .line = line,
        .category = category,
        .weight = weight,
        .what = what,
        .replies = replies};
}

std::vector<Matter> complaints()
{
    return {
        request("complaint", "property", u"环境卫生"_s, 60,
            {u"垃圾桶满了好几天没人清"_s, u"楼道里堆放杂物，通行困难"_s,
                u"绿化带里有狗粪，没人打扫"_s, u"装修垃圾堆在路边"_s},
            {u"已安排保洁当日清运，并增加巡查频次"_s, u"已联系住户限期清理，张贴温馨提示"_s}),
        request("complaint", "property", u"噪声扰民"_s, 45,
            {u"楼上半夜拖椅子，影响休息"_s, u"广场舞音响太大，孩子没法写作业"_s,
                u"中午装修电钻声不停"_s},
            {u"已上门劝导，住户表示注意"_s, u"与活动队伍约定晚八点半前结束"_s,
                u"已要求施工方遵守作业时间"_s}),
        request("complaint", "property", u"停车管理"_s, 40,
            {u"消防通道被车堵了"_s, u"外来车辆占用业主车位"_s, u"小区道闸收费不合理"_s},
            {u"已通知车主挪车并加装禁停标志"_s, u"已核对车辆登记，清理外来车辆"_s,
                u"收费标准已公示，现场解释"_s}),
        request("complaint", "water", u"收费争议"_s, 30,
            {u"水费比上个月多了三倍，没有这么多用水"_s, u"公摊水费不合理，要求公示"_s},
            {u"已现场核表，读数录入有误，差额已退"_s, u"公摊明细已在公告栏公示"_s}),
        request("complaint", "heat", u"服务态度"_s, 15,
            {u"打了三次电话没人上门"_s, u"维修人员态度不好，话没说完就走了"_s},
            {u"已致歉并由班长陪同上门"_s, u"已对当事人谈话教育"_s}),
    };
}

std::vector<Matter> questionsAndApplications()
{
    return {
        request("enquiry", "water", u"停水通知"_s, 45,
            {u"想问一下今天几点来水"_s, u"听说明天要停水，是真的吗"_s},
            {u"计划检修，预计下午五点前恢复供水"_s, u"本周没有停水计划"_s}),
        request("enquiry", "property", u"缴费咨询"_s, 50,
            {u"物业费可以在手机上交吗"_s, u"怎么开物业费发票"_s, u"电费怎么查询"_s},
            {u"可在微信公众号缴费，次日可开电子发票"_s,
                u"请携带房产证到柜台办理，也可在公众号查询"_s}),
        request("enquiry", "gas", u"燃气安检"_s, 20,
            {u"安检什么时候到我们这栋"_s, u"热水器换新的要不要报备"_s},
            {u"安检按栋进行，提前三天张贴通知"_s, u"更换燃具请由持证人员安装，安装后预约检查"_s}),
        request("application", "gas", u"燃气报装"_s, 25,
            {u"新房要通燃气，需要什么手续"_s, u"想改燃气管道位置"_s},
            {u"已登记，三个工作日内上门勘察"_s, u"资料齐全，已安排施工"_s}),
        request("application", "water", u"用水过户"_s, 25,
            {u"买了二手房，水表要过户"_s, u"申请一户多人口阶梯水价"_s},
            {u"过户已办结，新户名次月生效"_s, u"人口核定完成，下期账单调整"_s}),
        request("application", "property", u"装修备案"_s, 30,
            {u"下周开始装修，来办备案"_s, u"申请临时用电"_s},
            {u"备案已办结，请按规定时间施工"_s, u"已接通临时用电，装修结束请来退押金"_s}),
    };
}

std::vector<Matter> suggestionsAndPraise()
{
    return {
        request("suggestion", "property", u"意见建议"_s, 35,
            {u"建议在小区门口加装减速带"_s, u"建议增加充电桩"_s, u"建议儿童游乐区铺防滑垫"_s},
            {u"建议已采纳，列入本季度改造计划"_s, u"已征求业主意见，待业委会表决"_s}),
        request("suggestion", "water", u"意见建议"_s, 15,
            {u"建议停水提前两天短信通知"_s, u"建议水箱清洗后公示检测结果"_s},
            {u"已采纳，今后停水提前两天发短信"_s, u"检测结果将在公告栏公示"_s}),
        request("praise", "property", u"表扬"_s, 20,
            {u"维修师傅大雨天上门，处理得又快又好"_s, u"网格员帮老人送药，非常感谢"_s,
                u"保安捡到钱包还给失主"_s},
            {u"已转达本人并在月度例会上表扬"_s}),
        request("praise", "power", u"表扬"_s, 8, {u"停电后二十分钟就修好了，点赞"_s},
            {u"感谢肯定，已转达抢修班"_s}),
    };
}

} // namespace

std::vector<Matter> sampleRequests()
{
    std::vector<Matter> all;
    for (auto &&some : {complaints(), questionsAndApplications(), suggestionsAndPraise()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace app
