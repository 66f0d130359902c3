// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/program.h"

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
    app::Program program(folder, clock, random);
    if (options.isSet(sampleOption) && !store::DeskFolder{folder}.holdsDesk()) {
        if (const auto refusal = program.foundSample())
            return refuse(*refusal);
    }
    QObject::connect(&program, &app::Program::refused, &application,
        [](const domain::Refusal &refusal) { QCoreApplication::exit(refuse(refusal)); });
    QMetaObject::invokeMethod(&program, &app::Program::start, Qt::QueuedConnection);
    return QApplication::exec();
}
