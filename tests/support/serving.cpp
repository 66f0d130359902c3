// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serving.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

namespace support
{

constexpr int patience_ms = 30'000;

Serving::Serving(const QString &desk, const QStringList &more, const QString &listen)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    m_process.setProcessEnvironment(environment);
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/griddeskctl"),
        QStringList{QStringLiteral("--desk"), desk, QStringLiteral("serve"),
            QStringLiteral("--listen"), listen}
            + more);
}

Serving::~Serving()
{
    kill();
}

QString Serving::address()
{
    while (m_address.isEmpty()
        && (m_process.canReadLine() || m_process.waitForReadyRead(patience_ms))) {
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        m_address = line[QLatin1String("listening")].toString();
    }
    return m_address;
}

int Serving::end()
{
    m_process.terminate();
    m_process.waitForFinished(patience_ms);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Serving::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience_ms);
}

} // namespace support
