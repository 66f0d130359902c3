// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the look and every reusable widget with sample words, to be judged by eye:
//   look_gallery [--dark] [--translation FILE.qm] [--size 1280x760] [--shot FILE.png] [--page intake] [--find TEXT]
#include "look/theme.h"
#include "look_gallery_pages.h"
#include "shell/finder.h"
#include "shell/settings.h"
#include "shell/shell.h"
#include "shell/status_line.h"
#include "widgets/composition.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMenu>
#include <QTimer>
#include <QTranslator>

namespace
{

void fill(ui::shell::Shell &shell)
{
    const auto empty = [](const QString &icon) {
        return [icon](QWidget *parent) { return gallery::emptyPage(icon, parent); };
    };
    shell.addPage({Qt::Key_F1, QStringLiteral("today"), u"今日"_qs, QStringLiteral("today"),
        empty(QStringLiteral("today"))});
    shell.addPage({Qt::Key_F2, QStringLiteral("intake"), u"受理"_qs, QStringLiteral("intake"),
        gallery::intakePage});
    shell.addPage({Qt::Key_F3, QStringLiteral("tickets"), u"工单"_qs, QStringLiteral("tickets"),
        gallery::ticketsPage});
    const struct {
        int key;
        const char *id;
        QString title;
    } others[] = {{Qt::Key_F4, "visits", u"回访"_qs}, {Qt::Key_F5, "map", u"网格地图"_qs},
        {Qt::Key_F6, "roster", u"人员排班"_qs}, {Qt::Key_F7, "customers", u"客户"_qs},
        {0, "knowledge", u"知识·通知·会议"_qs}, {0, "registers", u"台账"_qs},
        {Qt::Key_F8, "supervision", u"监督考核"_qs}, {Qt::Key_F9, "emergency", u"应急"_qs},
        {Qt::Key_F10, "reports", u"报表"_qs}};
    for (const auto &other : others) {
        const QString id = QString::fromLatin1(other.id);
        const QKeySequence key = other.key ? QKeySequence(other.key) : QKeySequence();
        const bool icons = id == QStringLiteral("reports");
        shell.addPage({key, id, other.title, id,
            icons ? std::function<QWidget *(QWidget *)>(gallery::partsPage) : empty(id)});
    }
    shell.addCommand({Qt::CTRL | Qt::Key_P, QStringLiteral("print"), u"打印派工单"_qs,
        QStringLiteral("print"), [] {}});
    shell.addCommand({Qt::CTRL | Qt::Key_E, QStringLiteral("export"), u"导出工单列表"_qs,
        QStringLiteral("export"), [] {}});
    shell.addCommand(
        {{}, QStringLiteral("desks"), u"与新工位配对"_qs, QStringLiteral("desks"), [] {}});
    shell.finder().addSource([](const QString &typed) -> QList<ui::shell::Hit> {
        if (typed.isEmpty())
            return {};
        return {{QStringLiteral("tickets"), QStringLiteral("03A-261120-012"),
                    u"室内漏水 · 3栋2单元501 · 维修中"_qs, {}, {}},
            {QStringLiteral("customers"), u"欧阳建国"_qs, u"3栋2单元501 · 独居老人"_qs, {}, {}},
            {QStringLiteral("person"), u"李明"_qs, u"07 网格 网格长 · 当班"_qs, {}, {}}};
    });
    shell.setCount(QStringLiteral("today"), 5);
    shell.setCount(QStringLiteral("tickets"), 7);
    shell.setCount(QStringLiteral("visits"), 3);
    shell.setCompany(u"幸福物业公司"_qs);
    shell.setPerson(u"王芳"_qs, u"客服"_qs);
    shell.personMenu()->addAction(u"锁定屏幕"_qs);
    shell.statusLine().setSync(ui::shell::StatusLine::Sync::InStep, u"已与 3 个工位同步"_qs);
    shell.statusLine().setDueSoon(2);
    shell.statusLine().setSaved(QStringLiteral("14:32:05"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions(
        {{QStringLiteral("dark"), {}}, {QStringLiteral("translation"), {}, QStringLiteral("qm")},
            {QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1280x760")},
            {QStringLiteral("shot"), {}, QStringLiteral("png")},
            {QStringLiteral("find"), {}, QStringLiteral("text")},
            {QStringLiteral("page"), {}, QStringLiteral("id"), QStringLiteral("intake")}});
    options.process(app);
    QTranslator words;
    if (words.load(options.value(QStringLiteral("translation"))))
        QApplication::installTranslator(&words);
    const ui::look::Theme theme(options.isSet(QStringLiteral("dark"))
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    app.installEventFilter(new ui::widgets::CompositionGuard(&app));
    ui::shell::VolatileSettings settings;
    ui::shell::Shell shell(settings);
    fill(shell);
    shell.restore();
    const QStringList size = options.value(QStringLiteral("size")).split(QLatin1Char('x'));
    shell.resize(size.value(0).toInt(), size.value(1).toInt());
    shell.showPage(options.value(QStringLiteral("page")));
    shell.show();
    if (options.isSet(QStringLiteral("find")))
        QTimer::singleShot(
            0, &shell, [&] { shell.finder().open(options.value(QStringLiteral("find"))); });
    if (options.isSet(QStringLiteral("shot"))) {
        QTimer::singleShot(300, &shell, [&] {
            shell.grab().save(options.value(QStringLiteral("shot")));
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
