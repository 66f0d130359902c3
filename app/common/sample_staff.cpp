// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_staff.h"

namespace app
{

namespace
{

// clang-format off
constexpr SamplePerson people[] = {
    {"zhaojianguo",   u"赵建国", "manager"},
    {"sunhongmei",    u"孙红梅", "head"},
    {"heyaqin",       u"何雅琴", "supervisor"},
    {"linxiaoyan",    u"林晓燕", "clerk"},
    {"wujing",        u"吴静",   "clerk"},
    {"zhengwenli",    u"郑文丽", "clerk"},
    {"panlili",       u"潘丽丽", "clerk"},
    {"caoming",       u"曹明",   "handler"},
    {"dengfang",      u"邓芳",   "handler"},
    {"wangzhiqiang",  u"王志强", "chief", 1},
    {"lixiulan",      u"李秀兰", "chief", 2},
    {"zhangwei",      u"张伟",   "chief", 3},
    {"liuguihua",     u"刘桂花", "chief", 4},
    {"chenguodong",   u"陈国栋", "chief", 5},
    {"yangmin",       u"杨敏",   "chief", 6},
    {"huanghaitao",   u"黄海涛", "chief", 7},
    {"zhouliping",    u"周丽萍", "chief", 8},
    {"xuchangqing",   u"徐长青", "chief", 9},
    {"masulan",       u"马素兰", "chief", 10},
    {"zhuxiaobo",     u"朱晓波", "member", 1},
    {"huyanhong",     u"胡艳红", "member", 2},
    {"guojun",        u"郭军",   "member", 3},
    {"luoting",       u"罗婷",   "member", 4},
    {"liangyong",     u"梁勇",   "member", 5},
    {"songcuiping",   u"宋翠萍", "member", 6},
    {"tangbin",       u"唐斌",   "member", 7},
    {"hanxuemei",     u"韩雪梅", "member", 8},
    {"fengqiang",     u"冯强",   "member", 9},
    {"yuhaiyan",      u"于海燕", "member", 10},
    {"dongdeming",    u"董德明", "leader", 0, "water", u"给排水、供热"},
    {"xiaolei",       u"肖磊",   "technician", 0, "water", u"管道、疏通"},
    {"chengang",      u"陈刚",   "technician", 0, "water", u"阀门、水泵"},
    {"yuanfei",       u"袁飞",   "technician", 0, "water", u"暖气、地暖"},
    {"caijinbao",     u"蔡金宝", "leader", 0, "power", u"高压、低压电工"},
    {"lutao",         u"卢涛",   "technician", 0, "power", u"低压电工"},
    {"jiangbo",       u"姜波",   "technician", 0, "power", u"计量"},
    {"dinglijun",     u"丁立军", "leader", 0, "gas", u"燃气安检"},
    {"weizhong",      u"魏忠",   "technician", 0, "gas", u"灶具、管道"},
    {"xueguangming",  u"薛光明", "leader", 0, "property", u"综合维修"},
    {"yechun",        u"叶春",   "technician", 0, "property", u"门禁、照明"},
    {"renzhigang",    u"任志刚", "technician", 0, "property", u"电梯联络、土建"},
};

constexpr SampleArea areas[] = {
    {u"01", u"幸福街道", u"幸福里",   186}, {u"02", u"幸福街道", u"锦绣苑",   240},
    {u"03", u"幸福街道", u"春晖园",   152}, {u"04", u"幸福街道", u"和平里",   318},
    {u"05", u"幸福街道", u"柳荫家园", 204}, {u"06", u"朝阳街道", u"滨河花园", 276},
    {u"07", u"朝阳街道", u"桃源居",   228}, {u"08", u"朝阳街道", u"安居苑",   340},
    {u"09", u"朝阳街道", u"建设新村", 412}, {u"10", u"朝阳街道", u"书香门第", 196},
};
// clang-format on

} // namespace

std::span<const SamplePerson> samplePeople()
{
    return people;
}

std::span<const SampleArea> sampleAreas()
{
    return areas;
}

} // namespace app
