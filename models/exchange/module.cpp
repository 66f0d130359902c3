// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/module.h"

#include <QCoreApplication>
#include <QPluginLoader>

namespace exchange
{

QObject *loadModule(const char *name)
{
    const QString programs = QCoreApplication::applicationDirPath();
    for (const char *folder : {".", GRIDDESK_PLUGIN_FOLDER}) {
        QPluginLoader loader(
            QStringLiteral("%1/%2/%3")
                .arg(programs, QString::fromLocal8Bit(folder), QString::fromLatin1(name)));
        if (QObject *const root = loader.instance())
            return root;
    }
    return nullptr;
}

} // namespace exchange
