// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "common/languages.h"
#include "store/sql.h"
#include "store/writer.h"

#include <QApplication>
#include <QStandardPaths>

#include <cstdio>

using namespace ctl;

namespace
{

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return words;
}

/// The command, found before there is an application: which kind of application it needs depends on it.
const CommandSpec *commandIn(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == u"--desk" || words[i] == u"--as")
            ++i;
        else if (!words[i].startsWith(u"--"))
            return findCommand(words[i]);
    }
    return nullptr;
}

void onlyFatal(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

/// Qt warns where the terminal is not set to UTF-8 and then uses UTF-8 all the same, as the contract
/// wants it; stderr is for what people have to know.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool paints)
{
    const QtMessageHandler before = qInstallMessageHandler(onlyFatal);
    std::unique_ptr<QCoreApplication> application;
    if (paints) {
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    qInstallMessageHandler(before);
    QCoreApplication::setApplicationName(QStringLiteral("griddesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDDESK_VERSION));
    return application;
}

int run(Arguments arguments)
{
    if (arguments.flag(QStringLiteral("--version"))) {
        std::puts(GRIDDESK_VERSION);
        return 0;
    }
    if (arguments.flag(QStringLiteral("--help")))
        arguments = Arguments({QStringLiteral("help")});
    const bool text = arguments.flag(QStringLiteral("--text"));
    QString folder = arguments.option(QStringLiteral("--desk"));
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString login = arguments.option(QStringLiteral("--as"));
    const QString name = arguments.word(Words::tr("The command"));
    const CommandSpec *command = findCommand(name);
    if (!command)
        wrongUsage(Words::tr("There is no command \"%1\".").arg(name));
    if (command->run == runRegister)
        arguments.putBack(name);
    Session session(folder, login, text);
    const int code = command->run(session, arguments);
    session.flush();
    return code;
}

int end(const Exit &exit)
{
    const QString line = QString(exit.line).replace(u'\n', u' ');
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
    return exit.code;
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList words = wordsOf(argc, argv);
    const CommandSpec *command = commandIn(words);
    const auto application = makeApplication(argc, argv, command && command->paints);
    app::speakTheSystemsLanguage(*application);
    try {
        return run(Arguments(words));
    } catch (const Exit &exit) {
        return end(exit);
    } catch (const store::SqlFailure &failure) {
        return end({3, store::refusalFor(failure).text()});
    } catch (const std::bad_alloc &) {
        return end(
            {3, Words::tr("There is not enough memory. Close other programs, or ask for less.")});
    }
}
