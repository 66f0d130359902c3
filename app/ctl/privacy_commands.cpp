// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "customer_finding.h"
#include "field_text.h"
#include "list_page.h"

#include "customers/person_sheet.h"
#include "domain/words.h"
#include "items/privacy_lists.h"
#include "paper/output.h"
#include "reports/person_copy.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// The erasure of this customer that nobody has answered yet.
std::optional<RegisterRow> findWaiting(store::Reader &reader, const Id &customer)
{
    for (const store::NumberedRow &row : reader.findRows(Register::Erasure)) {
        if (row.row.values[erasure::Customer].value<Id>() == customer
            && !row.row.values.has(erasure::AnsweredAt))
            return row.row;
    }
    return {};
}

QJsonObject json(const FieldText &text, const RegisterRow &erasure, const char *state)
{
    QJsonObject object = text.json(registerSpec(Register::Erasure).fields, erasure.values);
    object.insert(u"erasure"_s, erasure.id.toHex());
    object.insert(u"customer"_s, erasure.values[erasure::Customer].value<Id>().toHex());
    object.insert(u"state"_s, QString::fromLatin1(state));
    return object;
}

const char *stateOf(const RegisterRow &erasure)
{
    if (!erasure.values.has(erasure::AnsweredAt))
        return "asked";
    return erasure.values.flag(erasure::Approved) ? "erased" : "refused";
}

void write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!done) {
        refuse({{}, Words::tr("%1 can't be written: %2.").arg(path, file.errorString()),
            Words::tr("Choose another place."), Refusal::Device});
    }
}

} // namespace

/// The first one asks; a second person with the right, calling for the same customer, approves, or refuses with --refuse.
int runErase(Session &session, Arguments &arguments)
{
    const QString basis = arguments.option(u"--basis"_s);
    const QString reason = arguments.option(u"--reason"_s);
    const bool refuses = arguments.flag(u"--refuse"_s);
    const store::NumberedRow customer = findCustomer(session, arguments);
    arguments.done();
    Desk &desk = session.desk();
    const auto waiting = findWaiting(desk.read(), customer.row.id);
    session.checkReading();
    const Id erasure = waiting ? waiting->id : desk.freshId();
    if (waiting) {
        mustAccept(desk.submit(AnswerErasure{erasure, !refuses, reason}).result());
    } else {
        mustAccept(desk.submit(AskErasure{erasure, customer.row.id,
                                   basis.isEmpty() ? u"request"_s : basis, reason})
                       .result());
    }
    const auto row = desk.read().findRow(erasure);
    session.checkReading();
    session.print(json(FieldText(desk.read()), row->row, stateOf(row->row)));
    return 0;
}

/// All that is held about one customer: JSON on stdout or into a file, and as a document for the person.
int runExport(Session &session, Arguments &arguments)
{
    const QString file = arguments.option(u"--json"_s), pdf = arguments.option(u"--pdf"_s);
    session.mustHave(Right::ExportPerson);
    const store::NumberedRow customer = findCustomer(session, arguments);
    arguments.done();
    Desk &desk = session.desk();
    // On record before it is handed out, so that the copy names this look too.
    mustAccept(desk.submit(LookAt{customer.row.id, {}, u"export"_s, {}}).result());
    const auto copy = reports::findPersonCopy(desk.read(), customer.row.id);
    session.checkReading();
    if (!pdf.isEmpty()) {
        const QDateTime now =
            QDateTime::fromMSecsSinceEpoch(session.clock().now_ms(), desk.read().zone());
        const auto document = ui::customers::personDocument(
            desk.read(), *copy, desk.actor(), now.toString(u"yyyy-MM-dd HH:mm"_s));
        QString error;
        if (!ui::paper::writePdf(document, pdf, &error))
            refuse({{}, error, Words::tr("Choose another place."), Refusal::Device});
    }
    if (file.isEmpty())
        session.print(copy->json());
    else
        write(file, QJsonDocument(copy->json()).toJson());
    if (!file.isEmpty()) {
        session.print(QJsonObject{
            {u"file"_s, QFileInfo(file).absoluteFilePath()}, {u"things"_s, copy->things.size()}});
    }
    return 0;
}

/// Those whose data the company's rule says are no longer needed.
int runDue(Session &session, Arguments &arguments)
{
    const qint64 limit = arguments.count(u"--limit"_s, -1);
    const qint64 given = arguments.count(u"--months"_s, 0);
    arguments.done();
    store::Reader &reader = session.desk().read();
    const qint64 months = given ? given : items::retentionMonths(reader);
    const qint64 before_ms = items::dueBefore_ms(reader, months);
    for (const store::NumberedRow &row : reader.findDueForErasure(before_ms, limit)) {
        session.print(QJsonObject{{u"customer"_s, row.row.id.toHex()},
            {u"name"_s, reader.open(customer::Name, row.row.values[customer::Name])},
            {u"months"_s, months}});
    }
    session.checkReading();
    return 0;
}

/// Who looked at whose data, when and what for.
int runLooks(Session &session, Arguments &arguments)
{
    session.mustHave(Right::SeeLooks);
    store::Reader &reader = session.desk().read();
    const FieldText text(reader);
    store::LookQuery query;
    if (const QString login = arguments.option(u"--person"_s); !login.isEmpty())
        query.person = text.parsePerson(u"--person"_s, login);
    if (const QString id = arguments.option(u"--customer"_s); !id.isEmpty())
        query.customer = findCustomer(session, id).row.id;
    if (const QString from = arguments.option(u"--from"_s); !from.isEmpty())
        query.from_ms = text.parseTime_ms(u"--from"_s, from);
    if (const QString until = arguments.option(u"--until"_s); !until.isEmpty())
        query.until_ms = text.parseTime_ms(u"--until"_s, until);
    const ListPage page = ListPage::from(arguments);
    arguments.done();
    if (page.onlyCount) {
        session.print(QJsonObject{{u"count"_s, reader.countLooks(query)}});
        return 0;
    }
    query.limit = page.limit;
    query.offset = page.offset;
    for (const store::LookLine &look : reader.findLooks(query)) {
        session.print(QJsonObject{{u"at"_s, text.time(look.at_ms)},
            {u"by"_s, text.person(look.person)}, {u"customer"_s, look.customer.toHex()},
            {u"ticket"_s, look.ticket}, {u"purpose"_s, look.purpose},
            {u"word"_s, wordFor(List::Purpose, look.purpose)}, {u"reason"_s, look.reason}});
    }
    session.checkReading();
    return 0;
}

} // namespace ctl
