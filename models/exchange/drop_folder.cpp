// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/drop_folder.h"

#include "exchange/drop_place.h"
#include "exchange/open311_intake.h"
#include "exchange/open311_reader.h"
#include "exchange/open311_table.h"
#include "exchange/ticket_import.h"
#include "exchange/words.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

const QString done = QStringLiteral("done");
const QString refused = QStringLiteral("refused");
const QString commonMapping = QStringLiteral("mapping.json");
const QString ownMapping = QStringLiteral(".mapping.json");

// By their names they are on their way, or belong to a program.
bool isUnfinished(const QString &name)
{
    if (name.startsWith(u'.') || name.startsWith(u"~$"))
        return true;
    return std::ranges::any_of(std::initializer_list<const char *>{".part", ".tmp", ".crdownload",
                                   ".partial", ".filepart", "~"},
        [&name](const char *end) {
            return name.endsWith(QLatin1StringView(end), Qt::CaseInsensitive);
        });
}

bool isMapping(const QString &name)
{
    return name == commonMapping || name.endsWith(ownMapping, Qt::CaseInsensitive);
}

// Tables have many kinds; these are the ones that people lay there.
bool isTable(const QString &suffix)
{
    return suffix == u"csv" || suffix == u"tsv" || suffix == u"xlsx" || suffix == u"ods";
}

// A name that is free there: "a.json", "a (2).json" …
QString freeName(const QDir &folder, const QString &name)
{
    const QFileInfo info(name);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString free = name;
    for (int i = 2;
         QFileInfo::exists(folder.filePath(free)) || QFileInfo(folder.filePath(free)).isSymLink();
         ++i)
        free = u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(i).arg(suffix);
    return free;
}

QString linesOf(const DroppedFile &file)
{
    QString lines = file.refusal.isEmpty() ? QString() : file.refusal + u'\n';
    for (const Open311Problem &problem : file.report.problems) {
        lines += QStringList{problem.id, problem.field, problem.reason}.join(u'\t') + u'\n';
    }
    return lines;
}

std::array<const FileRefusal *, 2> refusalsIn(const auto &one, const auto &other)
{
    return {std::get_if<FileRefusal>(&one), std::get_if<FileRefusal>(&other)};
}

bool writeReason(const QString &path, const QString &lines)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(lines.toUtf8()) >= 0 && file.commit();
}

Refusal notMoved(const QString &name, const QString &why)
{
    return {{}, Words::tr("\"%1\" was taken in, but can't be moved: %2.").arg(name, why),
        Words::tr("Check the folder's permissions; nothing is taken in twice."), Refusal::Device};
}

} // namespace

std::optional<Refusal> DropFolder::empty(qint64 now_ms, const Tell &tell)
{
    if (auto refusal = prepare())
        return refusal;
    const QStringList names = findFinished(now_ms);
    for (const QString &name : names) {
        if (m_options.isStopped && m_options.isStopped())
            break;
        DroppedFile file{.name = name, .movedTo = {}, .report = {}, .refusal = {}};
        take(file);
        // A failing desk is not the file's fault: it stays for the next time.
        if (file.report.failure && file.report.failure->kind == Refusal::Device)
            return file.report.failure;
        if (auto refusal = putAway(file))
            return refusal;
        tell(file);
    }
    return {};
}

std::optional<Refusal> DropFolder::fault() const
{
    return dropPlaceFault(m_folder, m_desk.folder());
}

std::optional<Refusal> DropFolder::faultAsNew() const
{
    if (auto refusal = fault())
        return refusal;
    const auto entries =
        QDir(m_folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (!isForHere(entry)) {
            return Refusal{u"folder"_s,
                Words::tr("%1 holds something else already: \"%2\".")
                    .arg(m_folder, entry.fileName()),
                emptyFolderAdvice()};
        }
    }
    return {};
}

bool DropFolder::isForHere(const QFileInfo &entry) const
{
    const QString name = entry.fileName(), suffix = entry.suffix().toLower();
    if (entry.isDir())
        return name == done || name == refused;
    if (isUnfinished(name) || isMapping(name))
        return true;
    return suffix == u"json" || suffix == u"xml"
        || (isTable(suffix) && !mappingBeside(name).isEmpty());
}

std::optional<Refusal> DropFolder::prepare() const
{
    if (auto refusal = fault())
        return refusal;
    for (const QString &name : {done, refused}) {
        const QFileInfo below(path(name));
        if (below.isSymLink() || (below.exists() && !below.isDir())) {
            return Refusal{u"folder"_s,
                Words::tr("%1 is no folder of its own.").arg(below.filePath()),
                Words::tr("Take it away; it is made anew.")};
        }
        if (!below.exists() && !QDir(m_folder).mkdir(name)) {
            return Refusal{u"folder"_s, Words::tr("%1 can't be made.").arg(below.filePath()),
                Words::tr("Check the folder's permissions."), Refusal::Device};
        }
    }
    return {};
}

QStringList DropFolder::findFinished(qint64 now_ms) const
{
    QStringList names;
    const auto files =
        QDir(m_folder).entryInfoList(QDir::Files | QDir::NoSymLinks, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files) {
        const qint64 age_ms = now_ms - file.lastModified().toMSecsSinceEpoch();
        if (isUnfinished(file.fileName()) || isMapping(file.fileName())
            || age_ms < m_options.age_ms)
            continue;
        // Whoever still writes it is seen by its size.
        if (QFileInfo(file.filePath()).size() == file.size() && names.size() < m_options.files)
            names << file.fileName();
    }
    return names;
}

QString DropFolder::mappingBeside(const QString &name) const
{
    for (const QString &mapping :
        {path(QFileInfo(name).completeBaseName() + ownMapping), path(commonMapping)}) {
        const QFileInfo file(mapping);
        if (file.isFile() && !file.isSymLink())
            return mapping;
    }
    return m_options.mapping;
}

void DropFolder::take(DroppedFile &file)
{
    const QString suffix = QFileInfo(file.name).suffix().toLower();
    const QString mapping = mappingBeside(file.name);
    const bool hasOwn = mapping != m_options.mapping;
    if (suffix == u"xml" || (suffix == u"json" && !hasOwn))
        return takeRequests(file);
    if (mapping.isEmpty()) {
        file.refusal = FileRefusal{Words::tr("No mapping lies beside this table"), file.name,
            Words::tr("Lay one beside it, called \"%1\".")
                .arg(QFileInfo(file.name).completeBaseName() + ownMapping)}
                           .line();
        return;
    }
    takeTable(file, mapping);
}

void DropFolder::takeRequests(DroppedFile &file)
{
    const QString source =
        QFileInfo(m_folder).absoluteFilePath().section(u'/', -1, -1, QString::SectionSkipEmpty);
    ReadMapping mapping = open311Mapping(source);
    if (!m_options.mapping.isEmpty()) {
        QFile own(m_options.mapping);
        mapping = own.open(QIODevice::ReadOnly)
            ? open311Mapping(own.readAll(), QFileInfo(own).fileName(), source)
            : readMapping(m_options.mapping);
    }
    QFile content(path(file.name));
    if (content.size() > m_options.bytes) {
        file.refusal = FileRefusal{
            Words::tr("The file is larger than %1 MB").arg(m_options.bytes >> 20), file.name,
            {}}.line();
        return;
    }
    if (!content.open(QIODevice::ReadOnly)) {
        file.refusal = content.errorString();
        return;
    }
    const auto read = readOpen311(
        content.readAll(), {}, file.name, {.bytes = m_options.bytes, .requests = 100'000});
    for (const FileRefusal *refusal : refusalsIn(mapping, read)) {
        if (refusal) {
            file.refusal = refusal->line();
            return;
        }
    }
    Open311Intake intake(m_desk, m_options.who ? *m_options.who : m_desk.identity(),
        std::get<Mapping>(mapping), file.report);
    file.report.failure = intake.take(std::get<QVector<Open311Request>>(read));
}

void DropFolder::takeTable(DroppedFile &file, const QString &mapping)
{
    OpenedTable opened = openTable(path(file.name));
    ReadMapping how = readMapping(mapping);
    for (const FileRefusal *refusal : refusalsIn(opened, how)) {
        if (refusal) {
            file.refusal = refusal->line();
            return;
        }
    }
    TableReader &table = *std::get<std::unique_ptr<TableReader>>(opened);
    ImportOptions options;
    options.idsFromSource = true;
    options.sealNumbers = true;
    options.who = m_options.who;
    options.refused = [&file](const Row &row, const RowProblem &problem) {
        file.report.problems.append({QString::number(row.line), problem.field, problem.reason});
    };
    const auto result = importTickets(m_desk, table, std::get<Mapping>(how), options);
    if (const auto *refusal = std::get_if<FileRefusal>(&result)) {
        file.refusal = refusal->line();
        return;
    }
    const auto &report = std::get<ImportReport>(result);
    file.report.read = report.counts.read;
    file.report.accepted = report.counts.accepted;
    file.report.updated = report.counts.updated;
    file.report.unchanged = report.counts.unchanged;
    file.report.refused = report.counts.refused;
    file.report.failure = report.failure;
    if (report.fileFailure)
        file.refusal = report.fileFailure->line();
}

std::optional<Refusal> DropFolder::putAway(DroppedFile &file)
{
    const OnlineReport &report = file.report;
    if (report.failure && file.refusal.isEmpty())
        file.refusal = report.failure->text();
    const bool isNothing = report.read > 0 && report.refused == report.read;
    const QString where = file.refusal.isEmpty() && !isNothing ? done : refused;
    const QDir folder(path(where));
    const QString name = freeName(folder, file.name);
    const QString lines = linesOf(file);
    if (!lines.isEmpty() && !writeReason(folder.filePath(name + u".reason.txt"_s), lines))
        return notMoved(file.name, Words::tr("the reason can't be written"));
    QFile moved(path(file.name));
    if (!moved.rename(folder.filePath(name)))
        return notMoved(file.name, moved.errorString());
    file.movedTo = where + u'/' + name;
    return {};
}

} // namespace exchange
