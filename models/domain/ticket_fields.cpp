// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_fields.h"

#include <QtGlobal>

namespace domain
{

namespace
{
using enum FieldType;
constexpr quint8 asked = Kept | Correctable;

// clang-format off
constexpr FieldSpec specs[] = {
    {field::Number,        "number",         QT_TRANSLATE_NOOP("fields", "Number"),            Text,      List::None,    Kept},
    {field::Kind,          "kind",           QT_TRANSLATE_NOOP("fields", "Kind"),              Choice,    List::Kind,    Kept},
    {field::Line,          "line",           QT_TRANSLATE_NOOP("fields", "Service line"),      Choice,    List::Line,    asked},
    {field::Category,      "category",       QT_TRANSLATE_NOOP("fields", "Category"),          Text,      List::None,    asked},
    {field::Urgency,       "urgency",        QT_TRANSLATE_NOOP("fields", "Urgency"),           Choice,    List::Urgency, asked},
    {field::Channel,       "channel",        QT_TRANSLATE_NOOP("fields", "Channel"),           Text,      List::None,    asked},
    {field::Asker,         "asker",          QT_TRANSLATE_NOOP("fields", "Who asks"),          Choice,    List::Asker,   asked},
    {field::Anonymous,     "anonymous",      QT_TRANSLATE_NOOP("fields", "Anonymous"),         Flag,      List::None,    asked},
    {field::Title,         "title",          QT_TRANSLATE_NOOP("fields", "Title"),             Text,      List::None,    asked},
    {field::Description,   "description",    QT_TRANSLATE_NOOP("fields", "Description"),       LongText,  List::None,    asked},
    {field::HappenedAt,    "happened_at",    QT_TRANSLATE_NOOP("fields", "Happened at"),       Time,      List::None,    asked},
    {field::Customer,      "customer",       QT_TRANSLATE_NOOP("fields", "Customer"),          Customer, List::None, Kept},
    {field::Address,       "address",        QT_TRANSLATE_NOOP("fields", "Address"),           Text,      List::None,    asked | Personal},
    {field::Street,        "street",         QT_TRANSLATE_NOOP("fields", "Street"),            Text,      List::None,    asked},
    {field::Community,     "community",      QT_TRANSLATE_NOOP("fields", "Community"),         Text,      List::None,    asked},
    {field::Lon,           "lon",            QT_TRANSLATE_NOOP("fields", "Longitude"),         Number, List::None, asked},
    {field::Lat,           "lat",            QT_TRANSLATE_NOOP("fields", "Latitude"),          Number, List::None, asked},
    {field::Grid,          "grid",           QT_TRANSLATE_NOOP("fields", "Grid"),              Grid, List::None, asked},
    {field::Unit,          "unit",           QT_TRANSLATE_NOOP("fields", "Handling unit"),     Text,      List::None,    asked},
    {field::Source,        "source",         QT_TRANSLATE_NOOP("fields", "Source"),            Text,      List::None,    Kept},
    {field::SourceId,      "source_id",      QT_TRANSLATE_NOOP("fields", "Number at source"),  Text,      List::None,    Kept},
    {field::DoneAt,        "done_at",        QT_TRANSLATE_NOOP("fields", "Done at"),           Time,      List::None,    asked},
    {field::OnTime,        "on_time",        QT_TRANSLATE_NOOP("fields", "On time"),           Flag,      List::None,    asked},
    {field::Reply,         "reply",          QT_TRANSLATE_NOOP("fields", "Reply"),             LongText,  List::None,    asked},
    {field::Handler,       "handler",        QT_TRANSLATE_NOOP("fields", "Handled by"),        Text,      List::None,    asked},
    {field::Assignee,      "assignee",       QT_TRANSLATE_NOOP("fields", "Assigned to"),       Person,    List::None,    Kept},
    {field::Cause,         "cause",          QT_TRANSLATE_NOOP("fields", "Cause"),             LongText,  List::None,    asked},
    {field::Measures,      "measures",       QT_TRANSLATE_NOOP("fields", "Measures"),          LongText,  List::None,    asked},
    {field::Materials,     "materials",      QT_TRANSLATE_NOOP("fields", "Materials used"),    LongText,  List::None,    asked},
    {field::Charge,        "charge",         QT_TRANSLATE_NOOP("fields", "Charge (yuan)"),     Number, List::None, asked},
    {field::ChargeReceipt, "charge_receipt", QT_TRANSLATE_NOOP("fields", "Receipt number"),    Text,      List::None,    asked},
    {field::Satisfaction,  "satisfaction",   QT_TRANSLATE_NOOP("fields", "Satisfaction"),      Integer,   List::None,    Kept},
    {field::Outcome,       "outcome",        QT_TRANSLATE_NOOP("fields", "Outcome"),           Choice,    List::Outcome, Plain},
    {field::Reason,        "reason",         QT_TRANSLATE_NOOP("fields", "Reason"),            LongText,  List::None,    Plain},
    {field::Remark,        "text",           QT_TRANSLATE_NOOP("fields", "Note"),              LongText,  List::None,    Plain},
    {field::FileName,      "file",           QT_TRANSLATE_NOOP("fields", "File"),              Text,      List::None,    Personal},
    {field::FileHash,      "file_hash",      QT_TRANSLATE_NOOP("fields", "File checksum"),     Bytes,     List::None,    Plain},
    {field::FileSize,      "file_size",      QT_TRANSLATE_NOOP("fields", "File size"),         Integer,   List::None,    Plain},
    {field::FileKey,       "file_key",       QT_TRANSLATE_NOOP("fields", "File key"),          Text,      List::None,    Personal},
    {field::ContactGroup,  "contact_group",  QT_TRANSLATE_NOOP("fields", "Same contact"),      Reference, List::None,    Kept},
    {field::FirstReceiver, "first_receiver", QT_TRANSLATE_NOOP("fields", "First received by"), Person,    List::None,    Kept},
    {field::PrivateNote,   "private_note",   QT_TRANSLATE_NOOP("fields", "Private note"),      LongText,  List::None,    Personal},
    {field::ContactPhone,  "phone",          QT_TRANSLATE_NOOP("fields", "Phone"),             Text,      List::None,    Personal},
    {field::PromisedAt,      "promised_at",      QT_TRANSLATE_NOOP("fields", "Answer promised by"), Time,     List::None,     asked},
    {field::OutsideDeadline, "outside_deadline", QT_TRANSLATE_NOOP("fields", "Deadline of the order"), Time,  List::None,     asked},
    {field::AboutChief,      "about_chief",      QT_TRANSLATE_NOOP("fields", "About the grid chief"), Flag,   List::None,     asked},
    {field::ComplaintClass,  "complaint_class",  QT_TRANSLATE_NOOP("fields", "Complaint about"),   Choice,    List::ComplaintClass, asked},
    {field::Finding,         "finding",          QT_TRANSLATE_NOOP("fields", "Finding"),           Choice,    List::Finding,  asked},
    {field::ResponsibleUnit, "responsible_unit", QT_TRANSLATE_NOOP("fields", "Responsible department"), Text, List::None,     asked},
    {field::Solution,        "solution",         QT_TRANSLATE_NOOP("fields", "Solution"),          LongText,  List::None,     asked},
    {field::Papers,          "papers",           QT_TRANSLATE_NOOP("fields", "Papers received"),   LongText,  List::None,     asked},
    {field::MissingPapers,   "missing_papers",   QT_TRANSLATE_NOOP("fields", "Papers missing"),    LongText,  List::None,     Kept},
    {field::Decision,        "decision",         QT_TRANSLATE_NOOP("fields", "Decision"),          Choice,    List::Decision, Kept},
    {field::Responsible,     "responsible",      QT_TRANSLATE_NOOP("fields", "Answered for by"),   Person,    List::None,     Kept},
    {field::HandTo,          "hand_to",          QT_TRANSLATE_NOOP("fields", "Hand over to"),      Person,    List::None,     Kept},
    {field::Until,           "until",            QT_TRANSLATE_NOOP("fields", "By when"),           Time,      List::None,     Plain},
    {field::Severity,        "severity",         QT_TRANSLATE_NOOP("fields", "Severity"),          Choice,    List::Severity, Kept},
    {field::Participants,    "participants",     QT_TRANSLATE_NOOP("fields", "Who took part"),     Text,      List::None,     Plain},
    {field::Opinions,        "opinions",         QT_TRANSLATE_NOOP("fields", "Opinions"),          LongText,  List::None,     Plain},
    {field::Resolution,      "resolution",       QT_TRANSLATE_NOOP("fields", "What was decided"),  LongText,  List::None,     Plain},
    {field::Instruction,     "instruction",      QT_TRANSLATE_NOOP("fields", "Instruction"),       LongText,  List::None,     Plain},
    {field::Outage,          "outage",           QT_TRANSLATE_NOOP("fields", "Outage"),            Outage,    List::None,     Kept},
    {field::PartOf,          "part_of",          QT_TRANSLATE_NOOP("fields", "Same matter as"),    Ticket,    List::None,     Kept},
    {field::CauseClass,      "cause_class",      QT_TRANSLATE_NOOP("fields", "Kind of cause"),     Choice,    List::CauseClass, asked},
    {field::ToldBy,          "told_by",          QT_TRANSLATE_NOOP("fields", "Told how"),          Choice,    List::ToldBy,   Plain},
};
// clang-format on
} // namespace

const FieldTable &ticketFields()
{
    static const FieldTable table{specs};
    return table;
}

std::optional<GeoPoint> placeOf(const Values &ticket)
{
    if (!ticket.has(field::Lon) || !ticket.has(field::Lat))
        return {};
    const auto point =
        GeoPoint::fromDegrees(ticket[field::Lon].toDouble(), ticket[field::Lat].toDouble());
    return point == GeoPoint{} ? std::nullopt : point;
}

} // namespace domain
