// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tool.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

namespace support
{

namespace
{

constexpr int patience_ms = 120'000;

QProcessEnvironment environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    return environment;
}

} // namespace

QJsonArray ToolRun::array() const
{
    return QJsonDocument::fromJson(output).array();
}

QByteArray ToolRun::told() const
{
    return "exit " + QByteArray::number(code) + ": " + error.toUtf8() + output.left(2000);
}

Tool::Tool(QString desk)
    : m_desk(std::move(desk))
{
}

ToolRun Tool::run(const QStringList &words, const QByteArray &input) const
{
    return runBare(QStringList{QStringLiteral("--desk"), m_desk} + words, input);
}

ToolRun Tool::runBare(const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/griddeskctl"), words);
    process.write(input);
    process.closeWriteChannel();
    ToolRun run;
    if (!process.waitForFinished(patience_ms)) {
        run.error = process.errorString();
        process.kill();
        process.waitForFinished();
        return run;
    }
    run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.output = process.readAllStandardOutput();
    run.error = QString::fromUtf8(process.readAllStandardError());
    for (const QByteArray &line : run.output.split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            run.lines.append(document.object());
    }
    return run;
}

} // namespace support
