// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desk_window.h"

#include "common/languages.h"
#include "common/sample_company.h"
#include "common/system.h"

#include "look/theme.h"
#include "shell/settings.h"
#include "widgets/composition.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

namespace
{

int refuse(const domain::Refusal &refusal)
{
    QMessageBox::critical(nullptr, QCoreApplication::applicationName(), refusal.text());
    return refusal.kind == domain::Refusal::Device ? 3 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("griddesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDDESK_VERSION));

    QCommandLineParser options;
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption deskOption(QStringLiteral("desk"),
        QStringLiteral("The desk's folder."), QStringLiteral("folder"),
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption sampleOption(QStringLiteral("sample"),
        QStringLiteral("Founds the sample company where there is no desk."));
    const QCommandLineOption darkOption(QStringLiteral("dark"), QStringLiteral("Dark colours."));
    options.addOptions({deskOption, sampleOption, darkOption});
    options.process(application);

    app::speakTheSystemsLanguage(application);
    const ui::look::Theme theme(options.isSet(darkOption) ? ui::look::Theme::Choice::Dark
                                                          : ui::look::Theme::Choice::System);
    application.installEventFilter(new ui::widgets::CompositionGuard(&application));

    app::SystemClock clock;
    app::SystemRandom random;
    const QString folder = options.value(deskOption);
    const bool founds = options.isSet(sampleOption) && !store::DeskFolder{folder}.holdsDesk();
    Desk::Opening opening =
        founds ? app::foundSample(folder, clock, random) : Desk::open(folder, clock, random);
    if (const auto *refusal = std::get_if<domain::Refusal>(&opening))
        return refuse(*refusal);
    Desk &desk = *std::get<std::unique_ptr<Desk>>(opening);
    // The sample company's people take turns; whoever founded it is just one of them.
    desk.setActor({});
    if (auto refusal = desk.startWriting())
        return refuse(*refusal);

    QSettings file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("griddesk"),
        QStringLiteral("window"));
    ui::shell::FileSettings settings(file);
    app::DeskWindow window(desk, settings);
    window.show();
    return QApplication::exec();
}
