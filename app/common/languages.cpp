// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app
{

void speakTheSystemsLanguage(QCoreApplication &application, bool force)
{
    if (force)
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    if (QLocale().language() != QLocale::Chinese)
        return;
    const std::pair<QString, QString> catalogues[] = {
        {QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QStringLiteral("griddesk_zh_CN"), QStringLiteral(":/i18n")},
    };
    for (const auto &[name, folder] : catalogues) {
        auto *translator = new QTranslator(&application);
        if (translator->load(name, folder))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace app
