// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desk_start.h"
#include "window/desk_window.h"

#include "common/desktop_keyring.h"
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

/// Who sits down first: a clerk where there is one.
void chooseActor(Desk &desk)
{
    domain::Id chosen;
    for (const store::NumberedRow &row : desk.read().findRows(domain::Register::Staff)) {
        const QString role = row.row.values.text(domain::staff::Role);
        if (chosen.isNull() || role == u"clerk")
            chosen = row.row.id;
        if (role == u"clerk")
            break;
    }
    desk.setActor(chosen);
}

int refuse(const domain::Refusal &refusal)
{
    QMessageBox::critical(nullptr, QCoreApplication::applicationName(), refusal.text());
    return refusal.kind == domain::Refusal::Device ? 3 : 1;
}

/// Long enough for a person to unlock the desktop's keyring.
constexpr int keyringPatience_ms = 20'000;

/// What a window of a desk ended with: the program's exit code, or a restore that was ordered.
using Ending = std::variant<int, app::RestoreOrder>;

/// Opens the desk with its window and stays until that is closed.
Ending workAt(const store::DeskFolder &folder, bool founds, store::Keyring &keyring,
    domain::Clock &clock, domain::Random &random)
{
    Desk::Opening opening;
    if (founds) {
        opening = app::foundSample(folder.path, clock, random);
    } else {
        const auto unlocked = app::unlock(folder, keyring, random);
        if (const auto *refusal = std::get_if<domain::Refusal>(&unlocked))
            return refuse(*refusal);
        if (std::holds_alternative<std::monostate>(unlocked))
            return 1;
        opening = Desk::open(folder.path, std::get<store::Secrets>(unlocked), clock, random);
    }
    if (const auto *refusal = std::get_if<domain::Refusal>(&opening))
        return refuse(*refusal);
    Desk &desk = *std::get<std::unique_ptr<Desk>>(opening);
    chooseActor(desk);
    if (auto refusal = desk.startWriting())
        return refuse(*refusal);

    QSettings file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("griddesk"),
        QStringLiteral("window"));
    ui::shell::FileSettings settings(file);
    app::DeskWindow window(desk, settings, &keyring);
    std::optional<app::RestoreOrder> order;
    QObject::connect(&window, &app::DeskWindow::restoreOrdered, &window,
        [&](const QString &backup, const QString &typed) {
            order = app::RestoreOrder{backup, typed, desk.secrets()};
            QApplication::quit();
        });
    window.show();
    const int code = QApplication::exec();
    return order ? Ending(*order) : Ending(code);
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
    app::DesktopKeyring keyring(keyringPatience_ms);
    const store::DeskFolder folder{options.value(deskOption)};
    for (;;) {
        const bool founds = options.isSet(sampleOption) && !folder.holdsDesk();
        std::optional<app::RestoreOrder> order;
        if (founds || folder.holdsDesk()) {
            const Ending ending = workAt(folder, founds, keyring, clock, random);
            if (const int *code = std::get_if<int>(&ending))
                return *code;
            order = std::get<app::RestoreOrder>(ending);
        } else {
            order = app::askForRestore(folder);
            if (!order)
                return 1;
        }
        app::carryOut(*order, folder, clock, random);
    }
}
