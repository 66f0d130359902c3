// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

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
};
} // namespace field

const FieldTable &ticketFields();

} // namespace domain
