// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "online_output.h"

#include "exchange/drop_folder.h"
#include "exchange/online_folder.h"
#include "exchange/online_pull.h"

#include <QFile>
#include <QFileInfo>

namespace ctl
{

using namespace domain;
using namespace exchange;
using namespace Qt::StringLiterals;

namespace
{

[[noreturn]] void refuse(const FileRefusal &refusal)
{
    throw Exit{refusal.kind == FileRefusal::Device ? 3 : 1, refusal.line()};
}

void mustKeep(const std::optional<Refusal> &refusal)
{
    if (refusal)
        ctl::refuse(*refusal);
}

/// The first line of a file: keys stand in no command line, which everybody on the computer may read.
QString keyIn(const QString &path)
{
    if (path.isEmpty())
        return {};
    QFile file(path);
    constexpr qint64 longest = 1024; // bytes
    const QString key = file.open(QIODevice::ReadOnly)
        ? QString::fromUtf8(file.readLine(longest)).trimmed()
        : QString();
    if (key.isEmpty()) {
        ctl::refuse({u"--api-key-file"_s, Words::tr("There is no key in %1.").arg(path),
            Words::tr("Write the key into the file's first line.")});
    }
    return key;
}

QByteArray mappingIn(const QString &path)
{
    if (path.isEmpty())
        return {};
    const ReadMapping read = readMapping(path);
    if (const auto *refusal = std::get_if<FileRefusal>(&read))
        refuse(*refusal);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How long ago is no time; nothing is null.
QJsonValue timeOrNull(const FieldText &text, qint64 at_ms)
{
    return at_ms ? QJsonValue(text.time(at_ms)) : QJsonValue();
}

QJsonObject asJson(const OnlineService &service, const OnlineState &state, const FieldText &text)
{
    return {{u"service"_s, service.name}, {u"url"_s, service.url.toDisplayString()},
        {u"jurisdiction"_s, service.jurisdiction}, {u"source"_s, service.source()},
        {u"api_key"_s, !service.apiKey.isEmpty()}, {u"mapping"_s, !service.mapping.isEmpty()},
        {u"overlap"_s, service.overlap_min}, {u"interval"_s, service.interval_min},
        {u"status"_s, wordOf(service.statusWay)}, {u"asked"_s, timeOrNull(text, state.asked_ms)},
        {u"tried"_s, timeOrNull(text, state.tried_ms)},
        {u"success"_s, timeOrNull(text, state.success_ms)},
        {u"error"_s, state.error.isEmpty() ? QJsonValue() : QJsonValue(state.error)},
        {u"waiting"_s, state.tokens.size()}, {u"refused"_s, state.again.size()},
        {u"untold"_s, state.untold.size()}};
}

QJsonObject asJson(const OnlineFolder &folder, const OnlineState &state, const FieldText &text)
{
    return {{u"folder"_s, folder.path}, {u"mapping"_s, !folder.mapping.isEmpty()},
        {u"interval"_s, folder.interval_min}, {u"tried"_s, timeOrNull(text, state.tried_ms)},
        {u"success"_s, timeOrNull(text, state.success_ms)},
        {u"error"_s, state.error.isEmpty() ? QJsonValue() : QJsonValue(state.error)}};
}

OnlineService serviceIn(Session &session, Arguments &arguments)
{
    OnlineService service;
    service.jurisdiction = arguments.option(u"--jurisdiction"_s);
    service.apiKey = keyIn(arguments.option(u"--api-key-file"_s));
    service.mapping = mappingIn(arguments.option(u"--mapping"_s));
    service.overlap_min = int(arguments.count(u"--overlap"_s, service.overlap_min));
    service.interval_min = int(arguments.count(u"--interval"_s, service.interval_min));
    const QString since = arguments.option(u"--since"_s), status = arguments.option(u"--status"_s);
    const auto way = statusWayFor(status.isEmpty() ? u"none"_s : status);
    if (!way)
        wrongUsage(Words::tr("\"%1\" is no way to tell a status; write none or post.").arg(status));
    service.statusWay = *way;
    service.name = arguments.word(Words::tr("The service's name"));
    service.url = QUrl(arguments.word(Words::tr("The service's address")), QUrl::StrictMode);
    arguments.done();
    if (!since.isEmpty())
        service.since_ms = FieldText(session.desk().read()).parseTime_ms(u"--since"_s, since);
    return service;
}

int addService(Session &session, Arguments &arguments)
{
    const OnlineService service = serviceIn(session, arguments);
    if (const auto refusal = faultOf(service))
        ctl::refuse(*refusal);
    session.mustHave(Right::KeepDesk);
    if (const auto refusal = mappingFault(service, session.desk().read()))
        refuse(*refusal);
    const bool isPlain = service.url.scheme() == u"http";
    if (isPlain && !service.apiKey.isEmpty())
        session.say(
            Words::tr("The key will go over the line in the open: the address has no https."));
    OnlineBook book(session.desk(), session.desk().read());
    mustKeep(sourceFault(service, book));
    mustKeep(book.put(service));
    session.print(asJson(service, book.state(service.name), FieldText(session.desk().read())));
    return 0;
}

int listServices(Session &session, Arguments &arguments)
{
    arguments.done();
    session.mustHave(Right::KeepDesk);
    const OnlineBook book(session.desk(), session.desk().read());
    const FieldText text(session.desk().read());
    for (const OnlineService &service : book.services())
        session.print(asJson(service, book.state(service.name), text));
    for (const OnlineFolder &folder : book.folders())
        session.print(asJson(folder, book.state(folder.path), text));
    session.checkReading();
    return 0;
}

OnlineService serviceNamed(const OnlineBook &book, const QString &name)
{
    const auto service = book.find(name);
    if (!service) {
        ctl::refuse({u"name"_s, Words::tr("There is no online service \"%1\".").arg(name),
            Words::tr("\"griddeskctl online list\" names them.")});
    }
    return *service;
}

int removeService(Session &session, Arguments &arguments)
{
    const QString name = arguments.word(Words::tr("The service's name"));
    arguments.done();
    session.mustHave(Right::KeepDesk);
    OnlineBook book(session.desk(), session.desk().read());
    serviceNamed(book, name);
    mustKeep(book.remove(name));
    session.print(QJsonObject{{u"removed"_s, name}});
    return 0;
}

int pullServices(Session &session, Arguments &arguments)
{
    const QString name = arguments.isEmpty() ? QString() : arguments.word({});
    arguments.done();
    Desk &desk = session.desk();
    const OnlineBook book(desk, desk.read());
    const QVector<OnlineService> services =
        name.isEmpty() ? book.services() : QVector<OnlineService>{serviceNamed(book, name)};
    session.checkReading();
    std::optional<Refusal> failure;
    HttpCalls calls;
    for (const OnlineService &service : services) {
        const OnlineReport report = OnlinePull(desk, calls).run(service);
        QJsonObject line = reportJson(report);
        line.insert(u"service"_s, service.name);
        session.print(line);
        session.flush();
        sayProblems(session, report);
        if (!failure)
            failure = report.failure;
    }
    mustKeep(failure);
    return 0;
}

int emptyFolder(Session &session, Arguments &arguments)
{
    DropOptions options;
    options.mapping = arguments.option(u"--mapping"_s);
    constexpr qint64 second_ms = 1000;
    options.age_ms = arguments.count(u"--age"_s, options.age_ms / second_ms) * second_ms;
    const QString folder = arguments.word(Words::tr("The folder"));
    arguments.done();
    if (!options.mapping.isEmpty())
        mappingIn(options.mapping);
    DropFolder drop(session.desk(), QFileInfo(folder).absoluteFilePath(), options);
    // Nothing may be thrown through the loop over the files.
    QVector<DroppedFile> files;
    const auto failure = drop.empty(
        session.clock().now_ms(), [&files](const DroppedFile &file) { files.append(file); });
    for (const DroppedFile &file : files) {
        QJsonObject line = reportJson(file.report);
        line.insert(u"file"_s, file.name);
        line.insert(u"moved"_s, file.movedTo);
        line.insert(u"error"_s, file.refusal.isEmpty() ? QJsonValue() : QJsonValue(file.refusal));
        session.print(line);
        sayProblems(session, file.report);
    }
    mustKeep(failure);
    return 0;
}

} // namespace

int runOnline(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(Words::tr("add, list, remove, pull or drop"));
    if (what == u"add")
        return addService(session, arguments);
    if (what == u"list")
        return listServices(session, arguments);
    if (what == u"remove")
        return removeService(session, arguments);
    if (what == u"pull")
        return pullServices(session, arguments);
    if (what == u"drop")
        return emptyFolder(session, arguments);
    wrongUsage(Words::tr("\"%1\" is neither add, list, remove, pull nor drop.").arg(what));
}

} // namespace ctl
