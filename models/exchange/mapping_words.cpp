// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping_words.h"

#include "domain/words.h"
#include "domain/workflow.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace exchange
{

using namespace domain;

namespace
{

struct Alias {
    const char *of; // a kind of table, or a list
    const char *means;
    const char16_t *word;
};

// clang-format off
constexpr Alias headers[] = {
    {"calendar", "day", u"date"}, {"calendar", "day", u"日期"}, {"calendar", "name", u"节日"}, {"calendar", "name", u"节假日"},
    {"calendar", "name", u"名称"}, {"calendar", "kind", u"isOffDay"}, {"calendar", "kind", u"类型"}, {"calendar", "kind", u"是否休息"},
    {"calendar", "kind", u"班休"}, {"calendar", "own_hours", u"当日时段"}, {"calendar", "hours", u"适用服务时间"},
    {"tickets", "kind", u"诉求类型"}, {"tickets", "kind", u"工单类型"}, {"tickets", "kind", u"类型"},
    {"tickets", "kind", u"性质"}, {"tickets", "line", u"业务条线"}, {"tickets", "line", u"专业"},
    {"tickets", "line", u"服务类别"}, {"tickets", "category", u"类别"}, {"tickets", "category", u"分类"},
    {"tickets", "category", u"一级分类"}, {"tickets", "category", u"故障类型"}, {"tickets", "urgency", u"紧急程度"},
    {"tickets", "channel", u"受理渠道"}, {"tickets", "channel", u"渠道"}, {"tickets", "channel", u"来源渠道"},
    {"tickets", "anonymous", u"匿名"}, {"tickets", "anonymous", u"是否匿名"}, {"tickets", "title", u"标题"},
    {"tickets", "title", u"主题"}, {"tickets", "title", u"留言主题"}, {"tickets", "description", u"内容"},
    {"tickets", "description", u"描述"}, {"tickets", "description", u"详情"}, {"tickets", "description", u"留言详情"},
    {"tickets", "description", u"诉求内容"}, {"tickets", "description", u"问题描述"},
    {"tickets", "happened_at", u"时间"}, {"tickets", "happened_at", u"发生时间"}, {"tickets", "happened_at", u"受理时间"},
    {"tickets", "happened_at", u"登记时间"}, {"tickets", "happened_at", u"报修时间"}, {"tickets", "happened_at", u"留言时间"},
    {"tickets", "customer.name", u"姓名"}, {"tickets", "customer.name", u"客户姓名"}, {"tickets", "customer.name", u"联系人"},
    {"tickets", "customer.name", u"报修人"}, {"tickets", "customer.name", u"留言用户"}, {"tickets", "customer.phone", u"电话"},
    {"tickets", "customer.phone", u"手机"}, {"tickets", "customer.phone", u"手机号"}, {"tickets", "customer.phone", u"联系电话"},
    {"tickets", "customer.id_number", u"身份证号"}, {"tickets", "customer.address", u"客户地址"},
    {"tickets", "address", u"地址"}, {"tickets", "address", u"详细地址"}, {"tickets", "address", u"报修地址"},
    {"tickets", "street", u"街道"}, {"tickets", "community", u"社区"}, {"tickets", "community", u"小区"},
    {"tickets", "lon", u"经度"}, {"tickets", "lat", u"纬度"}, {"tickets", "grid", u"网格"}, {"tickets", "grid", u"网格编号"},
    {"tickets", "unit", u"处理单位"}, {"tickets", "unit", u"承办单位"}, {"tickets", "unit", u"责任单位"},
    {"tickets", "source", u"来源"}, {"tickets", "source_id", u"编号"}, {"tickets", "source_id", u"工单编号"},
    {"tickets", "source_id", u"工单号"}, {"tickets", "source_id", u"留言编号"}, {"tickets", "state", u"状态"},
    {"tickets", "done_at", u"办结时间"}, {"tickets", "done_at", u"完成时间"}, {"tickets", "done_at", u"答复时间"},
    {"tickets", "on_time", u"是否按期"}, {"tickets", "on_time", u"按时"}, {"tickets", "reply", u"答复"},
    {"tickets", "reply", u"答复意见"}, {"tickets", "reply", u"处理结果"}, {"tickets", "by", u"经办人"}, {"tickets", "by", u"处理人"},
    {"tickets", "cause", u"原因"}, {"tickets", "measures", u"处理措施"}, {"tickets", "materials", u"用料"},
    {"tickets", "satisfaction", u"满意度"},
    {"customers", "kind", u"客户类型"}, {"customers", "kind", u"类型"}, {"customers", "groups", u"群体"},
    {"customers", "groups", u"特殊群体"}, {"customers", "groups", u"重点人群"}, {"customers", "groups", u"标签"},
    {"customers", "language", u"语言"}, {"customers", "contact_time", u"方便联系时间"}, {"customers", "remark", u"备注"},
    {"customers", "name", u"单位名称"}, {"customers", "id_number", u"统一社会信用代码"},
    {"premises", "customer", u"户主"}, {"premises", "customer", u"客户"}, {"premises", "customer", u"客户编号"},
    {"premises", "customer", u"户号"}, {"premises", "customer", u"姓名"}, {"premises", "customer", u"联系电话"},
    {"premises", "address", u"地址"}, {"premises", "address", u"用水地址"}, {"premises", "address", u"用电地址"},
    {"premises", "address", u"房屋地址"}, {"premises", "address", u"房号"}, {"premises", "grid", u"网格"}, {"premises", "grid", u"网格编号"},
    {"premises", "kind", u"房屋用途"}, {"premises", "kind", u"用途"}, {"premises", "water_account", u"水费户号"},
    {"premises", "water_account", u"用水户号"}, {"premises", "water_meter", u"水表号"}, {"premises", "power_account", u"电费户号"},
    {"premises", "power_account", u"用电户号"}, {"premises", "power_meter", u"电表号"}, {"premises", "heat_account", u"热费户号"},
    {"premises", "heat_account", u"供热户号"}, {"premises", "heat_meter", u"热表号"}, {"premises", "gas_account", u"气费户号"},
    {"premises", "gas_account", u"燃气户号"}, {"premises", "gas_meter", u"燃气表号"}, {"premises", "gas_meter", u"气表号"},
    {"premises", "property_account", u"物业户号"}, {"premises", "from", u"入住时间"}, {"premises", "from", u"起始日期"},
    {"premises", "until", u"迁出时间"}, {"premises", "remark", u"备注"},
    {"contacts", "customer", u"户主"}, {"contacts", "customer", u"客户"}, {"contacts", "customer", u"客户编号"}, {"contacts", "customer", u"户号"},
    {"contacts", "name", u"姓名"}, {"contacts", "name", u"成员姓名"}, {"contacts", "name", u"联系人"}, {"contacts", "relation", u"关系"},
    {"contacts", "relation", u"与户主关系"}, {"contacts", "phone", u"电话"}, {"contacts", "phone", u"联系电话"}, {"contacts", "phone", u"手机号"},
    {"contacts", "phone", u"手机"}, {"contacts", "remark", u"备注"},
    {"customers", "name", u"姓名"}, {"customers", "name", u"客户姓名"}, {"customers", "name", u"客户名称"}, {"customers", "name", u"用户姓名"},
    {"customers", "name", u"用户名称"}, {"customers", "name", u"户名"}, {"customers", "name", u"户主"}, {"customers", "name", u"户主姓名"},
    {"customers", "name", u"业主"}, {"customers", "name", u"业主姓名"}, {"customers", "name", u"住户"}, {"customers", "name", u"住户姓名"},
    {"customers", "name", u"居民姓名"}, {"customers", "name", u"联系人"},
    {"customers", "phone", u"电话"}, {"customers", "phone", u"联系电话"}, {"customers", "phone", u"手机"}, {"customers", "phone", u"手机号"},
    {"customers", "phone", u"手机号码"}, {"customers", "phone", u"电话号码"}, {"customers", "phone", u"联系方式"},
    {"customers", "phone", u"户主电话"}, {"customers", "phone", u"业主电话"}, {"customers", "phone", u"联系人电话"},
    {"customers", "id_number", u"身份证号"}, {"customers", "id_number", u"身份证"}, {"customers", "id_number", u"身份证号码"},
    {"customers", "id_number", u"证件号"}, {"customers", "id_number", u"证件号码"},
    {"customers", "address", u"地址"}, {"customers", "address", u"住址"}, {"customers", "address", u"详细地址"},
    {"customers", "address", u"家庭住址"}, {"customers", "address", u"用水地址"}, {"customers", "address", u"用电地址"},
    {"customers", "address", u"用气地址"}, {"customers", "address", u"房屋地址"}, {"customers", "address", u"房屋坐落"},
    {"customers", "needs", u"特殊需求"}, {"customers", "needs", u"需求"}, {"customers", "needs", u"特殊情况"},
    {"customers", "needs", u"关注事项"},
    {"customers", "source", u"来源"}, {"customers", "source", u"来源系统"},
    {"customers", "source_id", u"户号"}, {"customers", "source_id", u"用户号"}, {"customers", "source_id", u"用户编号"},
    {"customers", "source_id", u"客户编号"}, {"customers", "source_id", u"客户号"}, {"customers", "source_id", u"缴费号"},
    {"customers", "source_id", u"表号"},
    {"staff", "login", u"登录名"}, {"staff", "login", u"账号"}, {"staff", "login", u"帐号"}, {"staff", "login", u"登录账号"},
    {"staff", "login", u"用户名"}, {"staff", "login", u"工号"}, {"staff", "login", u"员工编号"}, {"staff", "login", u"员工号"},
    {"staff", "login", u"职工编号"},
    {"staff", "name", u"姓名"}, {"staff", "name", u"员工姓名"}, {"staff", "name", u"职工姓名"}, {"staff", "name", u"人员姓名"},
    {"staff", "name", u"名字"},
    {"staff", "role", u"角色"}, {"staff", "role", u"岗位"}, {"staff", "role", u"岗位名称"}, {"staff", "role", u"职务"},
    {"staff", "role", u"职位"}, {"staff", "role", u"工作岗位"}, {"staff", "role", u"身份"},
    {"staff", "grid", u"网格"}, {"staff", "grid", u"所属网格"}, {"staff", "grid", u"网格编号"}, {"staff", "grid", u"负责网格"},
    {"staff", "grid", u"责任网格"}, {"staff", "grid", u"所在网格"},
    {"staff", "team", u"班组"}, {"staff", "team", u"队伍"}, {"staff", "team", u"维修队"}, {"staff", "team", u"所属班组"},
    {"staff", "team", u"小组"}, {"staff", "team", u"维修组"},
    {"staff", "department", u"部门"}, {"staff", "department", u"所属部门"}, {"staff", "department", u"科室"},
    {"staff", "department", u"单位"},
    {"staff", "phone", u"电话"}, {"staff", "phone", u"联系电话"}, {"staff", "phone", u"手机"}, {"staff", "phone", u"手机号"},
    {"staff", "phone", u"手机号码"}, {"staff", "phone", u"电话号码"}, {"staff", "phone", u"联系方式"}, {"staff", "phone", u"工作电话"},
    {"staff", "phone", u"办公电话"},
    {"staff", "skills", u"技能"}, {"staff", "skills", u"工种"}, {"staff", "skills", u"专长"}, {"staff", "skills", u"特长"},
    {"staff", "skills", u"擅长"},
    {"staff", "certificates", u"证书"}, {"staff", "certificates", u"持证"}, {"staff", "certificates", u"持证情况"},
    {"staff", "certificates", u"资格证书"}, {"staff", "certificates", u"资格证"}, {"staff", "certificates", u"上岗证"},
    {"grids", "code", u"编号"}, {"grids", "code", u"网格编号"}, {"grids", "code", u"网格编码"}, {"grids", "code", u"网格号"},
    {"grids", "code", u"编码"}, {"grids", "code", u"代码"},
    {"grids", "name", u"名称"}, {"grids", "name", u"网格名称"}, {"grids", "name", u"网格"}, {"grids", "name", u"网格名"},
    {"grids", "chief", u"网格长"}, {"grids", "chief", u"网格长姓名"}, {"grids", "chief", u"负责人"}, {"grids", "chief", u"责任人"},
    {"grids", "team", u"班组"}, {"grids", "team", u"维修队"}, {"grids", "team", u"队伍"}, {"grids", "team", u"维修班组"},
    {"grids", "team", u"责任班组"},
    {"grids", "households", u"户数"}, {"grids", "households", u"总户数"}, {"grids", "households", u"居民户数"},
    {"grids", "households", u"住户数"}, {"grids", "users", u"用户数"}, {"grids", "users", u"用户总数"}, {"grids", "users", u"服务用户数"},
    {"grids", "remark", u"备注"},
    {"tasks", "grid", u"网格"}, {"tasks", "grid", u"网格编号"}, {"tasks", "plan", u"计划"}, {"tasks", "plan", u"计划名称"},
    {"tasks", "what", u"工作内容"}, {"tasks", "what", u"内容"}, {"tasks", "what", u"事项"}, {"tasks", "due", u"完成时限"},
    {"tasks", "due", u"计划完成时间"}, {"tasks", "by", u"负责人"}, {"tasks", "by", u"责任人"}, {"tasks", "done", u"完成时间"},
    {"tasks", "done", u"实际完成时间"}, {"tasks", "result", u"完成情况"}, {"tasks", "result", u"结果"},
    {"places", "street", u"街道"}, {"places", "street", u"乡镇"}, {"places", "street", u"街道名称"}, {"places", "street", u"乡镇街道"},
    {"places", "street", u"镇街"},
    {"places", "community", u"社区"}, {"places", "community", u"小区"}, {"places", "community", u"小区名称"},
    {"places", "community", u"社区名称"}, {"places", "community", u"村"}, {"places", "community", u"村居"},
    {"places", "community", u"村名"}, {"places", "community", u"name"},
    {"places", "address", u"地址"}, {"places", "address", u"地址开头"}, {"places", "address", u"详细地址"}, {"places", "address", u"楼栋"},
    {"places", "address", u"楼栋号"}, {"places", "address", u"栋号"}, {"places", "address", u"楼号"}, {"places", "address", u"门牌"},
    {"places", "grid", u"网格"}, {"places", "grid", u"网格编号"}, {"places", "grid", u"所属网格"},
    {"places", "code", u"区划代码"}, {"places", "code", u"行政区划代码"}, {"places", "code", u"统计用区划代码"}, {"places", "code", u"地址编码"},
    {"places", "code", u"编码"}, {"places", "code", u"代码"},
    {"places", "above", u"上级代码"}, {"places", "above", u"上级区划代码"}, {"places", "above", u"街道代码"}, {"places", "above", u"streetCode"},
    {"supplies", "code", u"编号"}, {"supplies", "code", u"编码"}, {"supplies", "code", u"物资编号"}, {"supplies", "code", u"物资编码"},
    {"supplies", "code", u"材料编码"}, {"supplies", "name", u"名称"}, {"supplies", "name", u"物资名称"}, {"supplies", "name", u"材料名称"},
    {"supplies", "name", u"品名"}, {"supplies", "model", u"型号"}, {"supplies", "model", u"规格"}, {"supplies", "model", u"规格型号"},
    {"supplies", "unit", u"单位"}, {"supplies", "unit", u"计量单位"}, {"supplies", "minimum", u"最低库存"}, {"supplies", "minimum", u"安全库存"},
    {"supplies", "minimum", u"库存下限"}, {"supplies", "kept_at", u"存放地点"}, {"supplies", "kept_at", u"存放位置"}, {"supplies", "kept_at", u"库位"},
    {"supplies", "kept_at", u"仓库"}, {"supplies", "remark", u"备注"}, {"supplies", "remark", u"说明"},
    {"equipment", "code", u"编号"}, {"equipment", "code", u"设备编号"}, {"equipment", "code", u"设备编码"}, {"equipment", "code", u"资产编号"},
    {"equipment", "code", u"编码"}, {"equipment", "code", u"设备号"},
    {"equipment", "name", u"名称"}, {"equipment", "name", u"设备名称"}, {"equipment", "name", u"设施名称"}, {"equipment", "name", u"资产名称"},
    {"equipment", "name", u"设备"},
    {"equipment", "kind", u"类别"}, {"equipment", "kind", u"设备类别"}, {"equipment", "kind", u"设备类型"}, {"equipment", "kind", u"类型"},
    {"equipment", "kind", u"种类"},
    {"equipment", "line", u"专业"}, {"equipment", "line", u"业务条线"}, {"equipment", "line", u"系统"}, {"equipment", "line", u"所属专业"},
    {"equipment", "line", u"所属系统"},
    {"equipment", "grid", u"网格"}, {"equipment", "grid", u"网格编号"}, {"equipment", "grid", u"所属网格"},
    {"equipment", "address", u"地址"}, {"equipment", "address", u"安装地址"}, {"equipment", "address", u"安装地点"},
    {"equipment", "address", u"安装位置"}, {"equipment", "address", u"位置"}, {"equipment", "address", u"地点"},
    {"equipment", "address", u"存放地点"}, {"equipment", "address", u"所在位置"},
    {"equipment", "maker", u"厂家"}, {"equipment", "maker", u"生产厂家"}, {"equipment", "maker", u"制造商"}, {"equipment", "maker", u"品牌"},
    {"equipment", "maker", u"制造厂家"}, {"equipment", "maker", u"生产厂商"},
    {"equipment", "model", u"型号"}, {"equipment", "model", u"规格型号"}, {"equipment", "model", u"规格"}, {"equipment", "model", u"设备型号"},
    {"equipment", "installed_on", u"安装日期"}, {"equipment", "installed_on", u"安装时间"}, {"equipment", "installed_on", u"投用日期"},
    {"equipment", "installed_on", u"投运日期"}, {"equipment", "installed_on", u"启用日期"}, {"equipment", "installed_on", u"投入使用日期"},
    {"equipment", "state", u"状态"}, {"equipment", "state", u"使用状态"}, {"equipment", "state", u"设备状态"},
    {"equipment", "state", u"使用情况"}, {"equipment", "state", u"运行状态"},
    {"equipment", "remark", u"备注"}, {"equipment", "remark", u"说明"},
};

constexpr Alias kinds[] = {
    {"", "repair", u"报修"}, {"", "repair", u"维修"}, {"", "complaint", u"投诉"}, {"", "complaint", u"举报"},
    {"", "complaint", u"求决"}, {"", "enquiry", u"咨询"}, {"", "enquiry", u"求助"}, {"", "application", u"申请"},
    {"", "application", u"业务申请"}, {"", "suggestion", u"建议"}, {"", "praise", u"表扬"}, {"", "praise", u"感谢"}};
constexpr Alias lines[] = {
    {"", "water", u"供水"}, {"", "water", u"水"}, {"", "power", u"供电"}, {"", "power", u"电"}, {"", "heat", u"供热"},
    {"", "heat", u"供暖"}, {"", "heat", u"暖"}, {"", "gas", u"供气"}, {"", "gas", u"燃气"}, {"", "gas", u"气"},
    {"", "property", u"物业"}, {"", "other", u"其他"}};
constexpr Alias urgencies[] = {
    {"", "normal", u"一般"}, {"", "normal", u"普通"}, {"", "urgent", u"紧急"}, {"", "urgent", u"加急"},
    {"", "emergency", u"特急"}, {"", "emergency", u"抢修"}};
constexpr Alias customerKinds[] = {
    {"", "person", u"个人"}, {"", "person", u"居民"}, {"", "firm", u"单位"}, {"", "firm", u"企业"}, {"", "firm", u"公司"},
    {"", "firm", u"非居民"}, {"", "firm", u"商户"}};
constexpr Alias premisesKinds[] = {
    {"", "home", u"住宅"}, {"", "home", u"居民"}, {"", "shop", u"商铺"}, {"", "shop", u"门面"}, {"", "office", u"办公"},
    {"", "factory", u"厂房"}, {"", "factory", u"工业"}, {"", "public", u"公建"}, {"", "public", u"学校"}, {"", "vacant", u"空置"},
    {"", "other", u"其他"}};
constexpr Alias roles[] = {
    {"", "clerk", u"客服"}, {"", "clerk", u"客服人员"}, {"", "clerk", u"客服员"}, {"", "clerk", u"受理人员"}, {"", "clerk", u"受理员"},
    {"", "clerk", u"话务员"}, {"", "clerk", u"坐席"}, {"", "clerk", u"前台"}, {"", "clerk", u"接待员"}, {"", "clerk", u"窗口人员"},
    {"", "clerk", u"收费员"},
    {"", "chief", u"网格长"}, {"", "chief", u"代理网格长"}, {"", "chief", u"网格负责人"},
    {"", "member", u"网格员"}, {"", "member", u"专职网格员"}, {"", "member", u"兼职网格员"}, {"", "member", u"网格管理员"}, {"", "member", u"楼管员"},
    {"", "technician", u"维修人员"}, {"", "technician", u"维修工"}, {"", "technician", u"维修员"}, {"", "technician", u"维修"},
    {"", "technician", u"维修师傅"}, {"", "technician", u"技术员"}, {"", "technician", u"电工"}, {"", "technician", u"水工"},
    {"", "technician", u"水暖工"}, {"", "technician", u"管道工"}, {"", "technician", u"管工"}, {"", "technician", u"焊工"},
    {"", "technician", u"燃气工"}, {"", "technician", u"工程人员"},
    {"", "leader", u"维修队负责人"}, {"", "leader", u"维修队长"}, {"", "leader", u"队长"}, {"", "leader", u"班长"}, {"", "leader", u"组长"},
    {"", "leader", u"维修班长"}, {"", "leader", u"维修组长"},
    {"", "head", u"部门负责人"}, {"", "head", u"部门经理"}, {"", "head", u"部门主任"}, {"", "head", u"主任"}, {"", "head", u"科长"},
    {"", "handler", u"经办人"}, {"", "handler", u"部门经办人"}, {"", "handler", u"业务经办人"}, {"", "handler", u"经办"},
    {"", "supervisor", u"质量监督员"}, {"", "supervisor", u"质监员"}, {"", "supervisor", u"监督员"}, {"", "supervisor", u"质检员"},
    {"", "supervisor", u"督查员"},
    {"", "manager", u"经理"}, {"", "manager", u"总经理"}, {"", "manager", u"副总经理"}, {"", "manager", u"副经理"}, {"", "manager", u"领导"},
    {"", "manager", u"项目经理"}, {"", "manager", u"分管领导"},
    {"", "administrator", u"系统管理员"}, {"", "administrator", u"管理员"}, {"", "administrator", u"信息员"}};
constexpr Alias conditions[] = {
    {"", "in_use", u"在用"}, {"", "in_use", u"使用中"}, {"", "in_use", u"正常"}, {"", "in_use", u"运行"}, {"", "in_use", u"运行中"},
    {"", "in_use", u"完好"}, {"", "in_use", u"投用"},
    {"", "spare", u"备用"}, {"", "spare", u"闲置"}, {"", "spare", u"库存"},
    {"", "under_repair", u"维修"}, {"", "under_repair", u"维修中"}, {"", "under_repair", u"在修"}, {"", "under_repair", u"检修"},
    {"", "under_repair", u"检修中"}, {"", "under_repair", u"故障"},
    {"", "stopped", u"停用"}, {"", "stopped", u"停运"}, {"", "stopped", u"封存"},
    {"", "scrapped", u"报废"}, {"", "scrapped", u"已报废"}};
constexpr Alias dayKinds[] = {
    {"", "off", u"true"}, {"", "off", u"是"}, {"", "off", u"休"}, {"", "off", u"休息"}, {"", "off", u"放假"}, {"", "off", u"节假日"},
    {"", "work", u"false"}, {"", "work", u"否"}, {"", "work", u"班"}, {"", "work", u"上班"}, {"", "work", u"调休"}, {"", "work", u"补班"},
    {"", "work", u"调休上班"}, {"", "work", u"工作日"}};
constexpr Alias states[] = {
    {"", "received", u"已受理"}, {"", "received", u"待处理"}, {"", "closed", u"办结"}, {"", "closed", u"已办结"},
    {"", "closed", u"已完成"}, {"", "closed", u"已关闭"}, {"", "cancelled", u"已取消"}, {"", "cancelled", u"已撤销"},
    {"", "cancelled", u"作废"}, {"", "closed", u"已答复"}};
constexpr Alias yes[] = {{"", "true", u"是"}, {"", "true", u"有"}, {"", "true", u"按期"}, {"", "true", u"按时"},
    {"", "false", u"否"}, {"", "false", u"无"}, {"", "false", u"逾期"}, {"", "false", u"超时"},
    {"", "true", u"true"}, {"", "true", u"yes"}, {"", "true", u"y"}, {"", "true", u"1"},
    {"", "false", u"false"}, {"", "false", u"no"}, {"", "false", u"n"}, {"", "false", u"0"}};
// The columns that a household's address comes in where it stands in several, from the wide to the narrow.
constexpr const char16_t *addressParts[] = {u"小区", u"小区名称", u"社区", u"楼栋", u"楼栋号", u"栋号", u"栋",
    u"楼号", u"单元", u"单元号", u"房号", u"室号", u"门牌", u"门牌号", u"户室号"};
// clang-format on

QString meaningOf(std::span<const Alias> aliases, QStringView word)
{
    for (const Alias &alias : aliases) {
        if (word.compare(QStringView(alias.word), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(alias.means);
    }
    return {};
}

std::span<const Alias> aliasesOf(List list)
{
    switch (list) {
    case List::Kind:
        return kinds;
    case List::Line:
        return lines;
    case List::Urgency:
        return urgencies;
    case List::Role:
        return roles;
    case List::CustomerKind:
        return customerKinds;
    case List::PremisesKind:
        return premisesKinds;
    case List::Condition:
        return conditions;
    case List::DayKind:
        return dayKinds;
    default:
        return {};
    }
}

QHash<QString, QString> stateWords()
{
    QHash<QString, QString> words;
    for (const WorkflowSpec &workflow : allWorkflows()) {
        for (const StateSpec &state : workflow.states) {
            const QString code = QString::fromLatin1(state.code);
            words.insert(code, code);
            words.insert(stateWord(code).toLower(), code);
        }
    }
    return words;
}

} // namespace

QString bareHeader(const QString &header)
{
    static const QRegularExpression asides(
        QStringLiteral("[\\s\\p{Z}*＊:：]+|[(（【\\[](必填|选填|可选|可不填)[)）】\\]]"));
    return QString(header).remove(asides);
}

QString keyForHeader(const QString &kind, const QString &header)
{
    const QString bare = bareHeader(header);
    for (const Alias &alias : headers) {
        if (kind == QLatin1StringView(alias.of) && bare == QStringView(alias.word))
            return QString::fromLatin1(alias.means);
    }
    return {};
}

int addressPartOf(const QString &header)
{
    const QString bare = bareHeader(header);
    const auto at = std::ranges::find_if(
        addressParts, [&bare](const char16_t *part) { return bare == QStringView(part); });
    return at == std::end(addressParts) ? -1 : int(at - std::begin(addressParts));
}

QString codeForWord(List list, const QString &word)
{
    for (const Word &one : wordsOf(list)) {
        if (word.compare(QLatin1StringView(one.code), Qt::CaseInsensitive) == 0
            || word.compare(one.text(), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(one.code);
    }
    return meaningOf(aliasesOf(list), word);
}

QString stateForWord(const QString &word)
{
    static const QHash<QString, QString> words = stateWords();
    const QString code = words.value(word.toLower());
    return code.isEmpty() ? meaningOf(states, word) : code;
}

std::optional<bool> flagForWord(const QString &word)
{
    const QString meaning = meaningOf(yes, word);
    return meaning.isEmpty() ? std::nullopt : std::optional(meaning == QStringLiteral("true"));
}

} // namespace exchange
