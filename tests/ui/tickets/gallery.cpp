// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_day.h"

#include "look/theme.h"
#include "shell/settings.h"
#include "shell/shell.h"
#include "tickets/ticket_page.h"
#include "tickets/tickets_page.h"
#include "today/today_page.h"
#include "visits/visits_page.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>
#include <QTranslator>

namespace
{

/// Of two files one lies at another desk, and isn't to be had.
ui::tickets::FileStore someElsewhere()
{
    ui::tickets::FileStore files;
    files.open = [](const QString &, const QByteArray &, const QString &) {
        QPromise<bool> answer;
        answer.start();
        answer.addResult(true);
        answer.finish();
        return answer.future();
    };
    files.whereabouts = [](const domain::Id &, const QByteArray &hash) {
        return hash.startsWith('e') ? u"二楼接待"_qs : QString();
    };
    return files;
}

void attachTo(support::SampleDay &desk, const QString &number)
{
    for (const auto &[name, first] :
        {std::pair(u"阀门下方.jpg"_qs, 'h'), {u"维修单.pdf"_qs, 'e'}}) {
        desk.act(number, QStringLiteral("attach"),
            {{domain::field::FileName, name}, {domain::field::FileHash, QByteArray(32, first)},
                {domain::field::FileSize, qint64(312'000)},
                {domain::field::FileKey, QStringLiteral("00")}});
    }
}

void addPages(ui::shell::Shell &shell, support::SampleDay &desk, ui::shell::Settings &settings)
{
    shell.setCompany(u"幸福物业公司"_qs);
    shell.setPerson(u"方洁"_qs, u"客服"_qs);
    shell.addPage(
        {Qt::Key_F1, QStringLiteral("today"), QStringLiteral("Today"), QStringLiteral("today"),
            [&desk](QWidget *parent) { return new ui::today::TodayPage(desk.desk(), parent); }});
    shell.addPage({Qt::Key_F3, QStringLiteral("tickets"), QStringLiteral("Tickets"),
        QStringLiteral("tickets"), [&desk, &settings](QWidget *parent) {
            return new ui::tickets::TicketsPage(desk.desk(), settings, someElsewhere(), parent);
        }});
    shell.addPage(
        {Qt::Key_F4, QStringLiteral("visits"), QStringLiteral("Visits"), QStringLiteral("visits"),
            [&desk](QWidget *parent) { return new ui::visits::VisitsPage(desk.desk(), parent); }});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("dark"), {}}, {QStringLiteral("empty"), {}},
        {QStringLiteral("translation"), {}, QStringLiteral("qm")},
        {QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1280x760")},
        {QStringLiteral("shot"), {}, QStringLiteral("png")},
        {QStringLiteral("form"), {}, QStringLiteral("action")},
        {QStringLiteral("find"), {}, QStringLiteral("text")},
        {QStringLiteral("attach"), {}, QStringLiteral("number")},
        {QStringLiteral("page"), {}, QStringLiteral("id"), QStringLiteral("tickets")}});
    options.process(app);
    QTranslator words;
    if (words.load(options.value(QStringLiteral("translation"))))
        QApplication::installTranslator(&words);
    const ui::look::Theme theme(options.isSet(QStringLiteral("dark"))
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    support::SampleDay desk;
    if (!options.isSet(QStringLiteral("empty")))
        desk.liveThroughMorning();
    if (options.isSet(QStringLiteral("attach")))
        attachTo(desk, options.value(QStringLiteral("attach")));
    ui::shell::VolatileSettings settings;
    ui::shell::Shell shell(settings);
    addPages(shell, desk, settings);
    shell.restore();
    const QStringList size = options.value(QStringLiteral("size")).split(QLatin1Char('x'));
    shell.resize(size.value(0).toInt(), size.value(1).toInt());
    const QString id = options.value(QStringLiteral("page"));
    shell.showPage(id);
    shell.show();
    QTimer::singleShot(600, &shell, [&] {
        auto *tickets = qobject_cast<ui::tickets::TicketsPage *>(shell.page(id));
        if (tickets && options.isSet(QStringLiteral("find")))
            tickets->search(options.value(QStringLiteral("find")));
    });
    QTimer::singleShot(1200, &shell, [&] {
        auto *tickets = qobject_cast<ui::tickets::TicketsPage *>(shell.page(id));
        if (tickets && options.isSet(QStringLiteral("form")))
            tickets->ticketPage().openForm(options.value(QStringLiteral("form")));
    });
    if (options.isSet(QStringLiteral("shot"))) {
        QTimer::singleShot(2000, &shell, [&] {
            shell.grab().save(options.value(QStringLiteral("shot")));
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
