// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/layering.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QMap>

namespace style
{

namespace
{

struct Uses {
    QStringList layers;
    QStringList modules; // of Qt; empty means any
    bool sql = false;
};

// One row for each layer: the whole of who may use whom. A new layer gets a row here.
const QMap<QString, Uses> allowedUses{
    {"domain", {{}, {"QtCore"}}},
    {"record", {{"domain"}, {"QtCore"}}},
    {"geo", {{"domain"}, {"QtCore"}}},
    {"store", {{"record", "geo", "domain"}, {"QtCore", "QtSql"}, true}},
    {"items", {{"store", "geo", "domain"}, {"QtCore", "QtConcurrent"}}},
    {"reports", {{"store", "domain"}, {"QtCore"}}},
    {"beside", {{"store", "record", "domain"}, {"QtCore", "QtNetwork"}}},
    {"desk", {{"beside", "store", "record", "domain"}, {"QtCore"}}},
    {"exchange", {{"desk", "store", "geo", "domain"}, {"QtCore", "QtConcurrent", "QtNetwork"}}},
    {"peers", {{"desk", "store", "record", "domain"}, {"QtCore", "QtNetwork", "QtSql"}, true}},
    {"ui", {{"desk", "items", "reports", "domain"}, {}}},
    {"transfer", {{"ui", "exchange", "geo", "desk", "items", "reports", "domain"}, {}}},
    {"start", {{"ui", "transfer", "exchange", "desk", "items", "reports", "domain"}, {}}},
    {"app",
        {{"ui", "start", "transfer", "peers", "exchange", "desk", "items", "reports", "store",
             "record", "geo", "domain"},
            {}, true}},
};

// The Qt module that has `header` ("QColor", "QtGui/QColor"), or nothing for one that is not Qt's.
QString moduleOf(const QString &header)
{
    if (header.startsWith(u"Qt") && header.contains(u'/'))
        return header.section(u'/', 0, 0);
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    static const QStringList modules =
        headers.entryList({"Qt*"}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &module : modules) {
        if (QFileInfo::exists(headers.filePath(module + u'/' + header)))
            return module;
    }
    return {};
}

// The layer that a quoted include names. A bare name is a header of models/ itself, the desk's;
// anything else that is no layer is a folder of the program's or the window's own.
QString layerOfInclude(const QString &include)
{
    if (!include.contains(u'/'))
        return QStringLiteral("desk");
    const QString folder = include.section(u'/', 0, 0);
    return allowedUses.contains(folder) ? folder : QStringLiteral("ui");
}

QString refusalOfQuoted(const QString &layer, const Uses &uses, const QString &include)
{
    if (include.endsWith(u".moc"))
        return {};
    if (include.startsWith(u"../") || include.contains(u"/../"))
        return QStringLiteral("\"%1\" climbs: write the path from the include root").arg(include);
    const bool ownFolder = !include.contains(u'/') && (layer == u"ui" || layer == u"app");
    const QString used = layerOfInclude(include);
    if (ownFolder || used == layer || uses.layers.contains(used))
        return {};
    return QStringLiteral("%1 may not use %2 (\"%3\")").arg(layer, used, include);
}

QString refusalOfAngled(const QString &layer, const Uses &uses, const QString &include)
{
    const QString module = moduleOf(include);
    if ((module == u"QtSql" || include == u"sqlite3.h") && !uses.sql)
        return QStringLiteral("%1 may not use SQL (<%2>): ask the store").arg(layer, include);
    if (module.isEmpty() || uses.modules.isEmpty() || uses.modules.contains(module))
        return {};
    return QStringLiteral("%1 may not use %2 (<%3>)").arg(layer, module, include);
}

bool mayLink(const Uses &uses, bool qt, const QString &name)
{
    if (qt)
        return uses.modules.isEmpty() || uses.modules.contains("Qt" + name);
    return uses.layers.contains(name);
}

QString unknown(const Source &source)
{
    return complain(source, 0,
        source.layer() + " is no known layer: give it a row in tests/style/layering.cpp");
}

} // namespace

QStringList forbiddenIncludes(const Source &source)
{
    const QString layer = source.layer();
    if (layer == u"tests")
        return {};
    if (!allowedUses.contains(layer))
        return {complain(
            source, 0, layer + " is no known layer: give it a row in tests/style/layering.cpp")};

    static const QRegularExpression pattern(
        R"(^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">])", QRegularExpression::MultilineOption);
    QStringList complaints;
    auto includes = pattern.globalMatch(source.text);
    while (includes.hasNext()) {
        const auto include = includes.next();
        const auto refusalOf = include.captured(1) == u"<" ? refusalOfAngled : refusalOfQuoted;
        const QString refusal = refusalOf(layer, allowedUses[layer], include.captured(2));
        if (!refusal.isEmpty())
            complaints += complain(source, include.capturedStart(), refusal);
    }
    return complaints;
}

QStringList forbiddenLinks(const Source &cmakeLists)
{
    const QString layer = cmakeLists.layer();
    if (!allowedUses.contains(layer))
        return {unknown(cmakeLists)};

    static const QRegularExpression call(
        R"(\b(?:griddesk_layer|target_link_libraries)\s*\(\s*\w+([^)]*)\))");
    static const QRegularExpression library(R"(\b(griddesk_|Qt6::)(\w+))");
    const Uses uses = allowedUses[layer];
    QStringList complaints;
    for (auto calls = call.globalMatch(cmakeLists.text); calls.hasNext();) {
        const auto arguments = calls.next();
        for (auto links = library.globalMatch(arguments.captured(1)); links.hasNext();) {
            const auto link = links.next();
            if (!mayLink(uses, link.captured(1) == u"Qt6::", link.captured(2)))
                complaints +=
                    complain(cmakeLists, arguments.capturedStart(1) + link.capturedStart(),
                        QStringLiteral("%1 may not link %2").arg(layer, link.captured()));
        }
    }
    return complaints;
}

} // namespace style
