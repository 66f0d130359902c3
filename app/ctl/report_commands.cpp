// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "report_json.h"

#include "common/figure_sheet.h"
#include "paper/output.h"
#include "reports/report_document.h"
#include "slips/print_slips.h"

namespace ctl
{

using reports::Cut;
using reports::Figures;
using reports::Period;
using reports::ReportRequest;
using ui::slips::SlipPaper;
using namespace Qt::StringLiterals;

namespace
{

/// The names that a table offers, for a line that says what there is.
QString namesIn(const auto &specs)
{
    QStringList names;
    for (const auto &spec : specs)
        names << QString::fromLatin1(spec.name);
    return names.join(u", "_s);
}

[[noreturn]] void failWriting(const QString &path, const QString &why)
{
    throw Exit{3, Words::tr("%1 can't be written: %2").arg(path, why)};
}

Period periodIn(Arguments &arguments)
{
    const QString text = arguments.option(u"--period"_s);
    if (text.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(u"--period"_s));
    const auto period = Period::parse(text);
    if (!period) {
        wrongUsage(
            Words::tr("\"%1\" is no period: write 2018, 2018-Q1, 2018-03, 2018-W10 or 2018-03-09.")
                .arg(text));
    }
    return *period;
}

std::optional<Cut> cutIn(Arguments &arguments)
{
    const QString text = arguments.option(u"--cut"_s);
    if (text.isEmpty())
        return {};
    const auto cut = Cut::parse(text);
    if (!cut)
        wrongUsage(
            Words::tr("\"%1\" is no cut: write what a report printed as its \"cut\".").arg(text));
    return cut;
}

ReportRequest requestIn(Arguments &arguments)
{
    const QString name = arguments.word(Words::tr("The name of the report"));
    const reports::ReportSpec *report = reports::findReport(name);
    if (!report) {
        wrongUsage(Words::tr("There is no report \"%1\"; there is: %2.")
                       .arg(name, namesIn(reports::allReports())));
    }
    return {report, periodIn(arguments), arguments.options(u"--grid"_s), cutIn(arguments)};
}

void check(const ReportRequest &request, store::Reader &reader)
{
    for (const QString &code : request.grids) {
        if (!reader.findRowByCode(domain::Register::Grid, code)) {
            refuse({u"grid"_s, Words::tr("There is no grid %1.").arg(code),
                Words::tr("See: griddeskctl grids"), domain::Refusal::Unknown});
        }
    }
    if (request.cut && request.cut->position > reader.position()) {
        refuse({u"cut"_s, Words::tr("This desk holds %1 entries only.").arg(reader.position()),
            Words::tr("Name a cut that a report on this desk has printed."),
            domain::Refusal::Unknown});
    }
}

QString actorOf(Desk &desk)
{
    const auto row = desk.read().findRow(desk.actor());
    return row ? row->row.values.text(domain::staff::Name) : QString();
}

void writePaper(const Figures &figures, Desk &desk, const QString &path)
{
    const QDateTime madeAt = QDateTime::fromMSecsSinceEpoch(desk.clock().now_ms(), figures.zone);
    QString error;
    if (!ui::paper::writePdf(
            ui::reports::reportDocument(figures, actorOf(desk), madeAt), path, &error))
        failWriting(path, error);
}

SlipPaper paperIn(Arguments &arguments)
{
    const QString paper = arguments.option(u"--paper"_s);
    if (paper.isEmpty() || paper == u"a5")
        return SlipPaper::A5;
    if (paper == u"80mm")
        return SlipPaper::Roll80;
    wrongUsage(Words::tr("There is no paper \"%1\": write a5 or 80mm.").arg(paper));
}

void checkNumbers(const QStringList &numbers, store::Reader &reader)
{
    if (numbers.isEmpty())
        wrongUsage(Words::tr("The number of a ticket is missing."));
    for (const QString &number : numbers) {
        if (!reader.findTicket(number)) {
            refuse({u"number"_s, Words::tr("There is no ticket %1.").arg(number),
                Words::tr("No slip was printed. See: griddeskctl tickets"),
                domain::Refusal::Unknown});
        }
    }
}

} // namespace

int runReport(Session &session, Arguments &arguments)
{
    const ReportRequest request = requestIn(arguments);
    const QString pdf = arguments.option(u"--pdf"_s), xlsx = arguments.option(u"--xlsx"_s);
    arguments.done();
    Desk &desk = session.desk();
    check(request, desk.read());
    const Figures figures = reports::countFigures(desk.read(), request);
    session.checkReading();
    if (!figures.isComplete)
        throw Exit{
            3, Words::tr("The figures can't be counted: the desk's database can't be read.")};
    if (!xlsx.isEmpty()) {
        if (const QString error = app::writeFigures(reports::tableOf(figures), xlsx);
            !error.isEmpty())
            throw Exit{3, error};
    }
    if (!pdf.isEmpty())
        writePaper(figures, desk, pdf);
    session.print(reportJson(figures));
    return 0;
}

int runSlip(Session &session, Arguments &arguments)
{
    const QString name = arguments.word(Words::tr("The name of the slip"));
    const ui::slips::SlipSpec *spec = ui::slips::findSlip(name);
    if (!spec)
        wrongUsage(Words::tr("There is no slip \"%1\"; there are: %2.")
                       .arg(name, namesIn(ui::slips::allSlips())));
    const QString pdf = arguments.option(u"--pdf"_s);
    const SlipPaper paper = paperIn(arguments);
    const QStringList numbers = arguments.rest();
    if (pdf.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(u"--pdf"_s));
    Desk &desk = session.desk();
    checkNumbers(numbers, desk.read());
    for (const QString &number : numbers) {
        const auto ticket = desk.read().findTicket(number)->ticket;
        const auto customer = ticket.values[domain::field::Customer].value<domain::Id>();
        if (!session.mayShow(customer, ticket.id, u"slip"_s)) {
            refuse({{}, Words::tr("The slip of %1 would show the contact.").arg(number),
                Words::tr("Let somebody print it who works on that ticket.")});
        }
    }
    const ui::paper::Pages pages =
        ui::slips::slipPages(desk.read(), *spec, numbers, paper, desk.actor());
    session.checkReading();
    QString error;
    if (!ui::paper::writePdf(pages, pdf, &error))
        failWriting(pdf, error);
    session.print(
        QJsonObject{{u"slip"_s, name}, {u"numbers"_s, QJsonArray::fromStringList(numbers)},
            {u"pages"_s, pages.count()}, {u"pdf"_s, pdf}});
    return 0;
}

} // namespace ctl
