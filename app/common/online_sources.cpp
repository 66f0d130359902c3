// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/online_sources.h"

#include "domain/personal_numbers.h"
#include "exchange/drop_folder.h"
#include "exchange/online_book.h"
#include "exchange/online_folder.h"
#include "exchange/online_pull.h"
#include "store/source_tickets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace app
{

using domain::Refusal;
using exchange::OnlineBook;
using exchange::OnlineFolder;
using exchange::OnlineService;
using exchange::OnlineState;
using items::OnlineLine;
using items::OnlineSetup;
using items::OnlineSource;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(app::online)
};

constexpr int mostTickets = 100; ///< of one source, the newest

QString reasonFor(const OnlineState &state, const QString &id)
{
    const auto &problems = state.last.problems;
    const auto at = std::find_if(problems.crbegin(), problems.crend(),
        [&id](const exchange::Open311Problem &one) { return one.id == id; });
    return at == problems.crend() ? QString() : shownReason(at->reason);
}

void addProblems(QVector<OnlineLine> &lines, const OnlineState &state)
{
    for (const QString &id : state.again)
        lines.append({.kind = OnlineLine::Kind::Refused, .id = id, .reason = reasonFor(state, id)});
    for (const QString &id : state.untold) {
        lines.append(
            {.kind = OnlineLine::Kind::ReplyFailed, .id = id, .reason = reasonFor(state, id)});
    }
    for (const QString &token : state.tokens)
        lines.append({.kind = OnlineLine::Kind::NoNumber, .id = token});
    for (const exchange::Open311Problem &problem : state.last.problems) {
        if (state.again.contains(problem.id) || state.untold.contains(problem.id))
            continue;
        QString reason = shownReason(problem.reason);
        if (!problem.field.isEmpty())
            reason = QStringLiteral("%1: %2").arg(problem.field, reason);
        lines.append({.kind = OnlineLine::Kind::Remark, .id = problem.id, .reason = reason});
    }
}

/// The newest tickets that came from there, the newest first.
void addTickets(QVector<OnlineLine> &lines, store::Reader &reader, const QString &source)
{
    QHash<qint64, QString> idOf;
    QVector<qint64> rows;
    for (const store::SourceTicket &one : store::findNewestFrom(reader, source, mostTickets)) {
        idOf.insert(one.row, one.id);
        rows.append(one.row);
    }
    for (const store::TicketLine &line : reader.findTicketLines(rows)) {
        lines.append({.kind = OnlineLine::Kind::CameIn,
            .id = idOf.value(line.row),
            .reason = {},
            .ticket = line.number,
            .title = line.title,
            .state = line.state});
    }
}

OnlineSource withState(OnlineSource source, const OnlineState &state)
{
    source.tried_ms = state.tried_ms;
    source.success_ms = state.success_ms;
    source.taken = state.taken;
    source.sent = state.sent;
    source.accepted = state.last.accepted;
    source.updated = state.last.updated;
    source.refused = state.last.refused;
    source.waiting = state.tokens.size();
    source.again = state.again.size();
    source.untold = state.untold.size();
    source.isStopped = state.last.isStopped;
    source.trouble = shownReason(state.error);
    addProblems(source.lines, state);
    return source;
}

OnlineSource asShown(const OnlineService &service)
{
    OnlineSource source;
    source.name = service.name;
    source.address = service.url.toDisplayString();
    source.jurisdiction = service.jurisdiction;
    source.hasKey = !service.apiKey.isEmpty();
    source.hasMapping = !service.mapping.isEmpty();
    source.tellsStatus = service.statusWay == OnlineService::StatusWay::Post;
    source.overlap_min = service.overlap_min;
    source.interval_min = service.interval_min;
    return source;
}

OnlineSource asShown(const OnlineFolder &folder)
{
    OnlineSource source;
    source.kind = OnlineSource::Kind::Folder;
    source.name = folder.path;
    source.hasMapping = !folder.mapping.isEmpty();
    source.mapping = folder.mapping;
    source.interval_min = folder.interval_min;
    return source;
}

Refusal asRefusal(const exchange::FileRefusal &refusal)
{
    return {QStringLiteral("mapping"), refusal.line(), {}};
}

/// The content of a mapping file that is one.
std::variant<QByteArray, Refusal> mappingIn(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    const exchange::ReadMapping read = exchange::readMapping(path);
    if (const auto *refusal = std::get_if<exchange::FileRefusal>(&read))
        return asRefusal(*refusal);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Refusal isThereAlready(const QString &name)
{
    return {QStringLiteral("name"), Texts::tr("There is already \"%1\".").arg(name),
        Texts::tr("Choose another name, or change the one that is there.")};
}

std::optional<Refusal> putService(OnlineBook &book, store::Reader &reader, const OnlineSetup &setup)
{
    const auto before = book.find(setup.name);
    if (setup.isNew && before)
        return isThereAlready(setup.name);
    OnlineService service = before.value_or(OnlineService());
    service.name = setup.name;
    service.url = QUrl(setup.address, QUrl::StrictMode);
    service.jurisdiction = setup.jurisdiction;
    service.overlap_min = setup.overlap_min;
    service.interval_min = setup.interval_min;
    service.statusWay =
        setup.tellsStatus ? OnlineService::StatusWay::Post : OnlineService::StatusWay::None;
    if (setup.key)
        service.apiKey = *setup.key;
    if (setup.mapping) {
        const auto mapping = mappingIn(*setup.mapping);
        if (const auto *refusal = std::get_if<Refusal>(&mapping))
            return *refusal;
        service.mapping = std::get<QByteArray>(mapping);
    }
    if (auto refusal = faultOf(service))
        return refusal;
    if (const auto refusal = exchange::mappingFault(service, reader))
        return asRefusal(*refusal);
    if (auto refusal = sourceFault(service, book))
        return refusal;
    return book.put(service);
}

std::optional<Refusal> putFolder(Desk &desk, OnlineBook &book, const OnlineSetup &setup)
{
    const QString path = QDir::cleanPath(setup.name);
    const auto before = book.findFolder(path);
    if (setup.isNew && before)
        return isThereAlready(path);
    OnlineFolder folder{.path = path,
        .mapping = before ? before->mapping : QString(),
        .interval_min = setup.interval_min};
    if (QDir::isRelativePath(path)) {
        return Refusal{QStringLiteral("folder"), Texts::tr("\"%1\" is no whole path.").arg(path),
            Texts::tr("Write it from the root on, or choose it.")};
    }
    if (setup.mapping) {
        const auto mapping = mappingIn(*setup.mapping);
        if (const auto *refusal = std::get_if<Refusal>(&mapping))
            return *refusal;
        folder.mapping = *setup.mapping;
    }
    if (auto refusal = faultOf(folder))
        return refusal;
    const exchange::DropFolder drop(desk, path, {.mapping = folder.mapping});
    if (auto refusal = before ? drop.fault() : drop.faultAsNew())
        return refusal;
    if (auto refusal = sourceFault(folder, book))
        return refusal;
    return book.put(folder);
}

} // namespace

QString shownReason(const QString &reason)
{
    QStringList numbers;
    return domain::withNumbersTakenOut(reason, numbers);
}

QVector<OnlineSource> findOnlineSources(Desk &desk, store::Reader &reader)
{
    const OnlineBook book(desk, reader);
    QVector<OnlineSource> sources;
    for (const OnlineService &service : book.services()) {
        sources.append(withState(asShown(service), book.state(service.name)));
        addTickets(sources.last().lines, reader, exchange::sourceOf(service));
    }
    for (const OnlineFolder &folder : book.folders()) {
        sources.append(withState(asShown(folder), book.state(folder.path)));
        addTickets(sources.last().lines, reader, exchange::sourceOf(folder));
    }
    return sources;
}

std::optional<Refusal> putOnline(Desk &desk, store::Reader &reader, const OnlineSetup &setup)
{
    OnlineBook book(desk, reader);
    return setup.kind == OnlineSource::Kind::Folder ? putFolder(desk, book, setup)
                                                    : putService(book, reader, setup);
}

std::optional<Refusal> removeOnline(Desk &desk, store::Reader &reader, const QString &name)
{
    OnlineBook book(desk, reader);
    return book.find(name) ? book.remove(name) : book.removeFolder(name);
}

} // namespace app
