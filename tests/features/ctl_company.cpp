// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QFile>
#include <QTest>

using support::Tool;
using support::ToolRun;

const QByteArray leak =
    R"({"kind":"repair","line":"water","title":"厨房漏水","street":"文一路","address":"文一路 12 号 3-201",
    "happened_at":"2026-03-09T08:15","customer":{"name":"王小明","phone":"13800138000"}})";

void CtlCompany::found()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ok({"init", "--company", "坪山水务", "--admin", "wang", "--prefix", "07"});
    ok({"staff", "add", "login=li", "name=李组长", "role=chief"});
    ok({"staff", "add", "login=zhao", "name=赵网格员", "role=member"});
    ok({"staff", "add", "login=chen", "name=陈师傅", "role=technician"});
    ok({"staff", "add", "login=sun", "name=孙师傅", "role=technician"});
    ok({"grids", "add", "code=G01", "name=文一网格", "chief=li", "team=维修一队"});
    ok({"places", "add", "street=文一路", "grid=G01"});
}

QJsonObject CtlCompany::lastStep(const QString &number) const
{
    return show(number)["steps"].toArray().last().toObject();
}

ToolRun CtlCompany::run(const QStringList &words, const QByteArray &input) const
{
    return Tool(desk()).run(words, input);
}

ToolRun CtlCompany::ok(const QStringList &words, const QByteArray &input) const
{
    const ToolRun result = run(words, input);
    if (result.code != 0)
        QTest::qFail(words.join(u' ').toUtf8() + ": " + result.told(), __FILE__, __LINE__);
    return result;
}

QString CtlCompany::opened(const QByteArray &fields) const
{
    return ok({"ticket", "open"}, fields).first()["number"].toString();
}

QString CtlCompany::step(const QString &number, const QStringList &words) const
{
    return ok(QStringList{"ticket", "do", number} + words).first()["state"].toString();
}

void CtlCompany::repairUpTo(const QString &number, const QString &action) const
{
    const QVector<QStringList> path{{"accept", "by=li"}, {"check", "by=zhao", "text=阀门老化"},
        {"dispatch", "by=li", "assignee=chen"}, {"arrive", "by=chen"},
        {"finish", "by=chen", "measures=换阀"}, {"confirm", "by=zhao"}, {"file", "by=li"}};
    for (const QStringList &words : path) {
        step(number, words);
        if (words.first() == action)
            return;
    }
}

bool CtlCompany::damage(const QString &name, const QByteArray &from, const QByteArray &to)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const qsizetype at = file.readAll().indexOf(from);
    return at >= 0 && file.seek(at) && file.write(to) == to.size();
}
