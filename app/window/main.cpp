// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/program.h"

#include "common/desktop_keyring.h"
#include "common/languages.h"
#include "common/system.h"

#include "look/theme.h"
#include "widgets/composition.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QStandardPaths>

namespace
{

int refuse(const domain::Refusal &refusal)
{
    QMessageBox::critical(nullptr, QCoreApplication::applicationName(), refusal.text());
    return refusal.kind == domain::Refusal::Device ? 3 : 1;
}

/// Long enough for a person to unlock the desktop's keyring.
constexpr int keyringPatience_ms = 20'000;

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
    app::DesktopKeyring keyring(keyringPatience_ms);
    app::Program program(store::DeskFolder{options.value(deskOption)}, keyring, clock, random);
    QObject::connect(&program, &app::Program::refused, &application,
        [](const domain::Refusal &refusal) { QCoreApplication::exit(refuse(refusal)); });
    QObject::connect(
        &program, &app::Program::givenUp, &application, [] { QCoreApplication::exit(1); },
        Qt::QueuedConnection);
    const bool withSample = options.isSet(sampleOption);
    QMetaObject::invokeMethod(
        &program, [&program, withSample] { program.start(withSample); }, Qt::QueuedConnection);
    return QApplication::exec();
}
