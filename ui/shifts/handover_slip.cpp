// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/handover_slip.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui::shifts
{

using namespace domain;
using items::HandoverLine;
using paper::LabelValue;
using paper::Slip;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::shifts)
};

QString moment(store::Reader &reader, qint64 at_ms)
{
    if (!at_ms)
        return {};
    return QDateTime::fromMSecsSinceEpoch(at_ms, reader.zone())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString companyName(store::Reader &reader)
{
    const auto rows = reader.findRows(Register::Company, 1);
    return rows.isEmpty() ? QString() : rows.constFirst().row.values.text(company::Name);
}

QString personName(store::Reader &reader, const Id &person)
{
    const auto row = reader.findRow(person);
    return row ? row->row.values.text(staff::Name) : QString();
}

void addFilled(Slip &slip, const QList<LabelValue> &rows, int columns = 1)
{
    paper::SlipRows filled{{}, columns};
    for (const LabelValue &row : rows) {
        if (!row.value.isEmpty())
            filled.rows.append(row);
    }
    if (!filled.rows.isEmpty())
        slip.parts.append(filled);
}

/// What stood there line by line; the number or the time in front is the label.
void addList(Slip &slip, const QString &title, const QString &lines, const QString &none)
{
    slip.parts.append(paper::SlipSection{title});
    if (lines.isEmpty()) {
        slip.parts.append(paper::Terms{none});
        return;
    }
    const QString between = QStringLiteral(" · ");
    paper::SlipRows rows;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype end = line.indexOf(between);
        rows.rows.append(end < 0 ? LabelValue{{}, line}
                                 : LabelValue{line.left(end), line.mid(end + between.size())});
    }
    slip.parts.append(rows);
}

QString signedBy(const QString &name, const QString &at)
{
    return Words::tr("%1, %2, signed with the own key").arg(name, at);
}

} // namespace

Slip handoverSlip(store::Reader &reader, const HandoverLine &handover, const Id &printedBy)
{
    Slip slip{.company = companyName(reader),
        .title = Words::tr("Shift handover"),
        .number = moment(reader, handover.given_ms)};
    slip.footer = Words::tr("Printed %1 %2")
                      .arg(moment(reader, reader.now_ms()), personName(reader, printedBy));
    addFilled(slip,
        {{Words::tr("Counter, room or team"), handover.where},
            {Words::tr("Which shift"), handover.shift},
            {Words::tr("Handed over by"), handover.givenBy},
            {Words::tr("Taken over by"), handover.takenBy}},
        2);
    addList(slip, Words::tr("Promises that run"), handover.promises,
        Words::tr("None ran out within the next shift."));
    addList(slip, Words::tr("Missed calls and open lines of the log"), handover.calls,
        Words::tr("None was open."));
    slip.parts.append(paper::SlipSection{Words::tr("To be watched")});
    addFilled(slip,
        {{Words::tr("Drafts"), QString::number(handover.drafts)},
            {Words::tr("Watch"),
                handover.watch.isEmpty() ? Words::tr("Nothing in particular.") : handover.watch},
            {Words::tr("Remark"), handover.remark}});
    slip.parts.append(paper::SlipSection{Words::tr("Signatures")});
    addFilled(slip,
        {{Words::tr("Handed over"), signedBy(handover.givenBy, moment(reader, handover.given_ms))},
            {Words::tr("Taken over"),
                handover.waits() ? Words::tr("not yet")
                                 : signedBy(handover.takenBy, moment(reader, handover.taken_ms))}});
    slip.parts.append(paper::Signatures{{Words::tr("Handed over by"), Words::tr("Taken over by")}});
    return slip;
}

paper::Pages handoverPages(
    store::Reader &reader, const Id &handover, HandoverPaper paper, const Id &printedBy)
{
    const auto row = reader.findRow(handover);
    if (!row || row->row.reg != Register::Handover || row->row.removed)
        return {};
    const paper::Pages pages =
        layOut({handoverSlip(reader, items::handoverFrom(reader, row->row), printedBy)},
            paper == HandoverPaper::A4 ? paper::Format::A4 : paper::Format::A5);
    return paper == HandoverPaper::TwoOnA4 ? twoUp(pages) : pages;
}

} // namespace ui::shifts
