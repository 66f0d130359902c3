// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/online_folder.h"

#include "exchange/drop_folder.h"
#include "exchange/online_pull.h"
#include "exchange/words.h"

#include "store/reader.h"

#include <QDir>

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

void add(OnlineReport &all, const DroppedFile &file)
{
    const OnlineReport &one = file.report;
    all.read += one.read;
    all.accepted += one.accepted;
    all.updated += one.updated;
    all.unchanged += one.unchanged;
    all.refused += one.refused;
    if (!file.refusal.isEmpty())
        all.problems.append({file.name, {}, file.refusal});
    for (const Open311Problem &problem : one.problems) {
        all.problems.append(
            {problem.id.isEmpty() ? file.name : u"%1: %2"_s.arg(file.name, problem.id),
                problem.field, problem.reason});
    }
}

// A folder in which nothing lay says nothing about what came of the one before.
void note(OnlineState &state, const OnlineReport &report)
{
    if (report.read > 0 || !report.problems.isEmpty() || report.isStopped)
        noteRound(state, report);
}

// Who else names this source; empty: nobody.
QString otherOf(const QString &source, const QString &name, const OnlineBook &book)
{
    for (const OnlineService &one : book.services()) {
        if (one.name != name && sourceOf(one) == source)
            return one.name;
    }
    for (const OnlineFolder &one : book.folders()) {
        if (one.path != name && sourceOf(one) == source)
            return one.path;
    }
    return {};
}

QString isTaken(const QString &source, const QString &other)
{
    return Words::tr("Matters from \"%1\" name the same source: \"%2\".").arg(other, source);
}

} // namespace

OnlineReport emptyOnlineFolder(Desk &desk, const OnlineFolder &folder, const store::Identity &who,
    const std::function<bool()> &isStopped)
{
    OnlineReport report;
    const auto reader = desk.newReader();
    if (!reader) {
        report.failure = Refusal{{}, Words::tr("The desk can't be read."), {}, Refusal::Device};
        return report;
    }
    OnlineBook book(desk, *reader);
    OnlineState state = book.state(folder.path);
    state.tried_ms = desk.clock().now_ms();
    DropOptions options{.mapping = folder.mapping, .who = who, .isStopped = isStopped};
    report.failure = DropFolder(desk, folder.path, options)
                         .empty(desk.clock().now_ms(),
                             [&report](const DroppedFile &file) { add(report, file); });
    report.isStopped = isStopped();
    state.error = report.failure ? report.failure->text() : QString();
    note(state, report);
    if (!report.failure && !report.isStopped)
        state.success_ms = desk.clock().now_ms();
    // Removed meanwhile, it has no state any more.
    if (!book.findFolder(folder.path))
        return report;
    if (const auto refusal = book.keep(folder.path, state))
        report.failure = refusal;
    return report;
}

QString sourceOf(const OnlineFolder &folder)
{
    const QString name = QDir(folder.path).dirName();
    if (folder.mapping.isEmpty())
        return name;
    const ReadMapping mapping = readMapping(folder.mapping);
    const auto *read = std::get_if<Mapping>(&mapping);
    return read && !read->source.isEmpty() ? read->source : name;
}

QString sourceOf(const OnlineService &service)
{
    const ReadMapping mapping = mappingOf(service);
    const auto *read = std::get_if<Mapping>(&mapping);
    return read ? read->source : service.source();
}

std::optional<Refusal> sourceFault(const OnlineFolder &folder, const OnlineBook &book)
{
    const QString source = sourceOf(folder), other = otherOf(source, folder.path, book);
    if (other.isEmpty())
        return {};
    return Refusal{u"folder"_s, isTaken(source, other),
        Words::tr("Rename the folder, or give it a mapping with a source.")};
}

std::optional<Refusal> sourceFault(const OnlineService &service, const OnlineBook &book)
{
    const QString source = sourceOf(service), other = otherOf(source, service.name, book);
    if (other.isEmpty())
        return {};
    return Refusal{u"url"_s, isTaken(source, other),
        Words::tr("Give it another address, or a mapping with a source.")};
}

} // namespace exchange
