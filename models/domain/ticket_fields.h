// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "domain/shape.h"
#include "domain/values.h"

namespace domain
{

/// The fields that a ticket and its steps can carry, by their numbers in the record. A number is
/// never given to another meaning.
namespace field
{
enum : quint8 {
    Number = 1,
    Kind,
    Line,
    Category,
    Urgency,
    Channel,
    Asker,
    Anonymous,
    Title,
    Description,
    HappenedAt,
    Customer,
    Address,
    Street,
    Community,
    Lon,
    Lat,
    Grid,
    Unit,
    Source,
    SourceId,
    DoneAt,
    OnTime,
    Reply,
    Handler,
    Assignee,
    Cause,
    Measures,
    Materials,
    Charge,
    ChargeReceipt,
    Satisfaction,
    Outcome,
    Reason,
    Remark,
    FileName,
    FileHash,
    FileSize,
    FileKey,
    ContactGroup,
    FirstReceiver,
    PrivateNote,
    ContactPhone,
    PromisedAt, ///< by when an answer was promised to whoever asked
    OutsideDeadline, ///< of an order from elsewhere: it keeps its own
    AboutChief, ///< a complaint about the grid chief goes to the superior
    ComplaintClass,
    Finding,
    ResponsibleUnit,
    Solution,
    Papers, ///< that came with an application, line by line
    MissingPapers,
    Decision,
    Responsible, ///< who answers for it now: the first receiver until somebody else took it over
    HandTo,
    Until,
    Severity,
    Participants,
    Opinions,
    Resolution,
    Instruction,
    Outage, ///< a row of that register: the call is about it, and waits for its end
    PartOf, ///< an earlier ticket of the same matter, with which this one waits
    ToldBy, ///< how whoever waited with another one was told
    CauseClass, ///< of what kind a complaint's cause is, for the lessons
};
} // namespace field

const FieldTable &ticketFields();

/// The point of a ticket; nothing where it has none, or 0,0, which many sources write for none.
std::optional<GeoPoint> placeOf(const Values &ticket);

} // namespace domain
