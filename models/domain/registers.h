// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "domain/id.h"
#include "domain/roles.h"
#include "domain/values.h"

#include <array>
#include <optional>

namespace domain
{

/// The registers: kinds of record with fields and no workflow. A register is a row of the table in
/// registers.cpp; storing, listing, importing and the tool's `REGISTER add|set|show|remove` follow from it.
enum class Register : quint8 {
    Company = 1,
    Desk,
    Staff,
    Grid,
    Place,
    Customer,
    Channel,
    Category,
    Standard,
    Account,
    Grant,
    Erasure,
    Premises = 14,
    Contact,
    Distinct,
    Drawing,
    Task,
    Equipment = 20,
    Supply,
    ServiceHours,
    CalendarDay,
    Outage,
    Escalation,
    Shift,
    Roster,
    Leave,
    Guidance,
    Measure,
    DutyLog,
    Handover,
    VisitPlan,
    Visit,
};

/// Field numbers of the registers, each register counting for itself.
namespace company
{
enum : quint8 {
    Name = 1,
    Zone,
    Phone,
    RetentionMonths,
    Rules ///< that are active, see rules.h; absent: the first
};
}
namespace desk
{
enum : quint8 {
    Name = 1,
    Prefix,
    Letter,
    PublicKey, ///< of the key that signs the desk's entries
    Scope, ///< whose keys it is given: of all customers, of those in its grids, of none
    Grids, ///< codes, with commas between
    Invitation, ///< hash of the token by which the invited desk is let in
    InvitedUntil,
    Token, ///< what it showed
    Revoked,
    Reach, ///< how far its feeds count after a revocation
    Reason,
    Rules ///< the newest that its program follows; absent: the first
};
}
namespace staff
{
enum : quint8 { Login = 1, Name, Role, Grid, Team, Phone, Skills, Certificates, Department };
}
namespace grid
{
enum : quint8 { Code = 1, Name, Chief, Team, Households, Users, Remark };
}
/// The area of a grid from a day on, see division.h.
namespace drawing
{
enum : quint8 { Grid = 1, From, Area, Reason };
}
namespace place
{
/// A place of the company's own area has a grid; one of an address table may have none, and the code that
/// the division of the country gives it, with that of the division above.
enum : quint8 { Street = 1, Community, Address, Grid, Code, Above };
} // namespace place
namespace customer
{
enum : quint8 {
    Name = 1,
    Phone,
    IdNumber,
    Address,
    Needs,
    Source,
    SourceId,
    Kind,
    Groups,
    Language,
    ContactTime,
    ContactWay,
    Remark,
    MergedInto, ///< the file that goes on in its place
    MergeReason,
    Erased = 60,
};
}
namespace channel
{
enum : quint8 { Code = 1, Name, Keeper };
}
namespace category
{
enum : quint8 {
    Name = 1,
    Line,
    Kind,
    Questions,
    Unit, ///< the department that it goes to
    Papers ///< what an application needs, line by line
};
}
namespace standard
{
/// How soon something is promised; a column that says nothing stands for any. In minutes, or in workdays counted from the next
/// one on, of these service hours.
enum : quint8 { Clock = 1, Kind, Line, Urgency, Minutes, Category, Unit, Days, Hours };
} // namespace standard
/// When people serve: a week, as "08:30-12:00 13:30-17:30"; empty: closed.
namespace service_hours
{
enum : quint8 {
    Code = 1,
    Name,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
    OnHolidays, ///< also on public holidays as on other days
};
}
/// A day that differs from the week: a public holiday, a make-up workday, a half day.
namespace calendar_day
{
enum : quint8 {
    Day = 1,
    Name,
    Kind,
    Own, ///< hours of that day alone
    Hours, ///< the service hours that it is for; empty: for all that keep public holidays
};
}

/// A service that fails or is shut off: where, from when to when, and what callers are told. Calls about it join it.
namespace outage
{
enum : quint8 {
    Code = 1,
    Title,
    Line,
    Planned,
    Grids, ///< codes, with commas between
    Where, ///< which houses, as people say it
    From,
    Until, ///< as it is expected
    Restored,
    Cause,
    Wording, ///< what callers are told
    Announced,
    KeyUsersTold,
    Cancelled,
};
} // namespace outage
/// Who is told when a clock runs out, or will soon: a row is one level. A column that says nothing stands for any.
namespace escalation
{
enum : quint8 {
    Clock = 1,
    Kind,
    Line,
    Urgency,
    Minutes, ///< after the due time; less than nothing: before
    To,
};
}
/// A kind of shift as it is typed into the roster: a letter or word, and its hours.
namespace shift
{
enum : quint8 { Code = 1, Name, Kind, From, Until };
}
/// Who works which shift on which day.
namespace roster
{
enum : quint8 { Person = 1, Day, Shift };
}
/// When somebody is away; it counts once somebody else has approved it.
namespace leave
{
enum : quint8 { Person = 1, Kind, From, Until, Reason, Approved, AnsweredBy, Answer };
}
/// What is said and asked while somebody calls, by kind, line and category; a column that says nothing stands for any.
namespace guidance
{
enum : quint8 { Kind = 1, Line, Category, Greeting, Questions, Wording, Avoid, BeforeCrew };
}
/// What is done so that a complaint isn't made again: who, by when, and whether it helped.
namespace measure
{
enum : quint8 { Ticket = 1, What, By, Due, Done, Effect, CheckedBy, Checked };
}
/// What happens while somebody is on duty, as it comes; what is still to be done stays open until it is settled.
namespace duty_log
{
enum : quint8 { At = 1, Kind, Phone, What, By, Open, Settled, Result };
}
/// A shift that is handed over: what one person leaves open and the other takes on, each with the own signature.
namespace handover
{
enum : quint8 {
    Shift = 1, ///< as it is typed into the roster
    Where, ///< the counter, the duty room, the team
    GivenBy,
    GivenAt,
    Promises, ///< what runs out next, a line a ticket, as it stood then
    Calls, ///< lines of the duty log that are open
    Drafts, ///< how many lie on this desk
    Watch, ///< what the next one must watch
    TakenBy,
    TakenAt,
    Remark, ///< of whoever takes over
};
} // namespace handover
/// Whom the company calls or visits without being asked: which customers, how often, with which questions. Of a sample it is a survey.
namespace visit_plan
{
enum : quint8 {
    Code = 1,
    Name,
    Groups, ///< any of these; empty: all
    Grids, ///< codes, with commas between; empty: everywhere
    Served, ///< only who had a matter closed in the round before
    OneIn, ///< one customer in so many, the same ones on every desk; empty: each
    Months, ///< a round lasts; empty: there is one round, from beginning to end
    From,
    Until,
    Questions, ///< one a line, each answered from 1 to 5
    Wording, ///< what is said first
    Ended,
};
} // namespace visit_plan
/// What came of one planned visit: one row for plan, customer and round.
namespace visit
{
enum : quint8 {
    Plan = 1,
    Customer,
    Round, ///< when it began
    At,
    By,
    Outcome,
    Scores, ///< "5,4,,3": an answer for each question, empty where there was none
    Said,
    Ticket, ///< that came of it
};
} // namespace visit
namespace account
{
enum : quint8 { Person = 1, PublicKey, Salt, Wrapped, Operations, Memory };
}
namespace grant
{
enum : quint8 { Person = 1, Role, Grid, Unit, From, Until, OfPost, Revoked, Reach, Reason };
}
/// Who asked that a customer be erased, and what a second person answered.
namespace erasure
{
enum : quint8 {
    Customer = 1,
    Basis,
    Reason,
    AskedBy,
    AskedAt,
    AnsweredBy,
    AnsweredAt,
    Approved,
    Answer
};
}
/// Where a customer is served: an address with its account and meter numbers, line by line.
namespace premises
{
enum : quint8 {
    Customer = 1,
    Address,
    Grid,
    Kind,
    WaterAccount,
    WaterMeter,
    PowerAccount,
    PowerMeter,
    HeatAccount,
    HeatMeter,
    GasAccount,
    GasMeter,
    PropertyAccount,
    From,
    Until,
    Remark,
};
}
/// Someone of a customer's household, or who speaks for a firm.
namespace contact
{
enum : quint8 { Customer = 1, Name, Relation, Phone, Remark };
}
/// Two files that somebody judged to be of two people.
namespace distinct
{
enum : quint8 { Customer = 1, Other, Reason };
}
/// One item of a grid's work plan: what is to be done by when, and what came of it.
namespace task
{
enum : quint8 { Grid = 1, Plan, What, Due, By, Done, Result };
}
namespace equipment
{
enum : quint8 {
    Code = 1,
    Name,
    Kind,
    Line,
    Grid,
    Address,
    Maker,
    Model,
    InstalledOn,
    Condition,
    Remark,
    Lon,
    Lat,
};
}
/// What is kept in stock: pipes, valves, meters. How much is there follows from the moves alone.
namespace supply
{
enum : quint8 { Code = 1, Name, Model, Unit, Quantity, Minimum, KeptAt, Remark };
}

struct RegisterSpec {
    Register reg;
    const char *key; ///< its name in the tool and in files
    const char *title; ///< English source, context "registers"
    quint8 code; ///< the field by which people name a row (login, code …); 0 for none
    quint8 name; ///< the field that lists show; may be personal
    FieldTable fields;
    quint16 keepers = office; ///< the roles that add and change its rows
    quint8 owner =
        0; ///< names the customer whose key seals the personal fields; 0: the row has a key of its own
    quint8 under = 0; ///< names the row that this one is filed under, which finds it; 0 for none
    bool isSigned = false; ///< a change wants the person's own signature
    bool isByHand =
        true; ///< rows are put and removed as they are; others have commands of their own
    qint64 since = 1; ///< the rules with which it came (rules.h)
    /// What a row is about where there can be one row only; its id follows from these fields, so that desks which add it apart
    /// mean the same row.
    std::array<quint8, 3> about{};
    bool isKeptAnywhere = false; ///< by whoever has the role, for whichever grid or team

    QString titleText() const;
};

/// The register of whose rows such a field names one; nothing for all other fields.
std::optional<Register> namedBy(FieldType type);

const RegisterSpec &registerSpec(Register reg);
const RegisterSpec *findRegister(QStringView key);
/// By its number in the record; null where this program knows none.
const RegisterSpec *findRegister(qint64 number);
std::span<const RegisterSpec> allRegisters();

/// The id of a new row with these values: `fresh`, unless it follows from what the row is about.
Id idOfRow(const RegisterSpec &spec, const Values &values, const Id &fresh);

/// One row of a register as the record has it.
struct RegisterRow {
    Id id;
    Register reg = Register::Company;
    Values values;
    bool removed = false;

    bool operator==(const RegisterRow &) const = default;
};

} // namespace domain
