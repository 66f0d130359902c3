// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/registers.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace domain
{

namespace
{
using enum FieldType;
// clang-format off
constexpr FieldSpec companyFields[] = {
    {company::Name,  "name",  QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {company::Zone,  "zone",  QT_TRANSLATE_NOOP("fields", "Time zone"), Text, List::None, Required},
    {company::Phone, "phone", QT_TRANSLATE_NOOP("fields", "Phone"), Text},
    {company::RetentionMonths, "retention_months", QT_TRANSLATE_NOOP("fields", "Months until a customer without business is due for erasure"), Integer},
    {company::Rules, "rules", QT_TRANSLATE_NOOP("fields", "Rules"), Integer, List::None, Rising}};
constexpr FieldSpec deskFields[] = {
    {desk::Name,      "name",       QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {desk::Prefix,    "prefix",     QT_TRANSLATE_NOOP("fields", "Number prefix"), Text, List::None, Required},
    {desk::Letter,    "letter",     QT_TRANSLATE_NOOP("fields", "Epoch letter"), Text, List::None, Required},
    {desk::PublicKey, "public_key", QT_TRANSLATE_NOOP("fields", "Public key"), Bytes},
    {desk::Scope,     "scope",      QT_TRANSLATE_NOOP("fields", "Sees the data of"), Choice, List::KeyScope},
    {desk::Grids,     "grids",      QT_TRANSLATE_NOOP("fields", "Its grids"), Text},
    {desk::Invitation,   "invitation",    QT_TRANSLATE_NOOP("fields", "Invitation"), Bytes},
    {desk::InvitedUntil, "invited_until", QT_TRANSLATE_NOOP("fields", "Invited until"), Time},
    {desk::Token,     "token",      QT_TRANSLATE_NOOP("fields", "Token"), Bytes},
    {desk::Revoked,   "revoked",    QT_TRANSLATE_NOOP("fields", "Revoked at"), Time},
    {desk::Reach,     "reach",      QT_TRANSLATE_NOOP("fields", "Reach"), Bytes},
    {desk::Reason,    "reason",     QT_TRANSLATE_NOOP("fields", "Reason"), Text},
    {desk::Rules,     "rules",      QT_TRANSLATE_NOOP("fields", "Follows rules up to"), Integer}};
constexpr FieldSpec staffFields[] = {
    {staff::Login,  "login",  QT_TRANSLATE_NOOP("fields", "Login"), Text, List::None, Required},
    {staff::Name,   "name",   QT_TRANSLATE_NOOP("fields", "Full name"), Text, List::None, Required},
    {staff::Role,   "role",   QT_TRANSLATE_NOOP("fields", "Role"), Choice, List::Role},
    {staff::Grid,   "grid",   QT_TRANSLATE_NOOP("fields", "Grid"), Grid},
    {staff::Team,   "team",   QT_TRANSLATE_NOOP("fields", "Team"), Text},
    {staff::Phone,  "phone",  QT_TRANSLATE_NOOP("fields", "Work phone"), Text},
    {staff::Skills, "skills", QT_TRANSLATE_NOOP("fields", "Skills"), Text},
    {staff::Certificates, "certificates", QT_TRANSLATE_NOOP("fields", "Certificates, valid until"), Text},
    {staff::Department,   "department",   QT_TRANSLATE_NOOP("fields", "Department"), Text}};
constexpr FieldSpec gridFields[] = {
    {grid::Code,       "code",       QT_TRANSLATE_NOOP("fields", "Code"), Text, List::None, Required},
    {grid::Name,       "name",       QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {grid::Chief,      "chief",      QT_TRANSLATE_NOOP("fields", "Grid chief"), Person},
    {grid::Team,       "team",       QT_TRANSLATE_NOOP("fields", "Team"), Text},
    {grid::Households, "households", QT_TRANSLATE_NOOP("fields", "Households"), Integer},
    {grid::Users,      "users",      QT_TRANSLATE_NOOP("fields", "Users"), Integer},
    {grid::Remark,     "remark",     QT_TRANSLATE_NOOP("fields", "Remark"), LongText}};
constexpr FieldSpec drawingFields[] = {
    {drawing::Grid,    "grid",   QT_TRANSLATE_NOOP("fields", "Grid"), Grid, List::None, Required},
    {drawing::From,    "from",   QT_TRANSLATE_NOOP("fields", "From"), Time},
    {drawing::Area,    "area",   QT_TRANSLATE_NOOP("fields", "Area"), Area},
    {drawing::Reason,  "reason", QT_TRANSLATE_NOOP("fields", "Reason"), Text}};
constexpr FieldSpec placeFields[] = {
    {place::Street,    "street",    QT_TRANSLATE_NOOP("fields", "Street"), Text},
    {place::Community, "community", QT_TRANSLATE_NOOP("fields", "Community"), Text},
    {place::Address,   "address",   QT_TRANSLATE_NOOP("fields", "Address begins with"), Text},
    {place::Grid,      "grid",      QT_TRANSLATE_NOOP("fields", "Grid"), Grid},
    {place::Code,      "code",      QT_TRANSLATE_NOOP("fields", "Division code"), Text},
    {place::Above,     "above",     QT_TRANSLATE_NOOP("fields", "Code of the division above"), Text}};
constexpr FieldSpec customerFields[] = {
    {customer::Name,     "name",      QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Personal},
    {customer::Phone,    "phone",     QT_TRANSLATE_NOOP("fields", "Phone"), Text, List::None, Personal | Dialled},
    {customer::IdNumber, "id_number", QT_TRANSLATE_NOOP("fields", "Identity number"), Text, List::None, Personal | Identity},
    {customer::Address,  "address",   QT_TRANSLATE_NOOP("fields", "Address"), Text, List::None, Personal},
    {customer::Needs,    "needs",     QT_TRANSLATE_NOOP("fields", "Needs"), Text, List::None, Personal},
    {customer::Source,   "source",    QT_TRANSLATE_NOOP("fields", "Source"), Text},
    {customer::SourceId, "source_id", QT_TRANSLATE_NOOP("fields", "Number at source"), Text},
    {customer::Erased,   "erased",    QT_TRANSLATE_NOOP("fields", "Erased at"), Time},
    {customer::Kind,        "kind",         QT_TRANSLATE_NOOP("fields", "Person or firm"), Choice, List::CustomerKind},
    {customer::Groups,      "groups",       QT_TRANSLATE_NOOP("fields", "Groups"), Choice, List::CustomerGroup, Personal | Several},
    {customer::Language,    "language",     QT_TRANSLATE_NOOP("fields", "Language"), Text, List::None, Personal},
    {customer::ContactTime, "contact_time", QT_TRANSLATE_NOOP("fields", "Best time to call"), Text, List::None, Personal},
    {customer::ContactWay,  "contact_way",  QT_TRANSLATE_NOOP("fields", "How to reach"), Choice, List::ContactWay},
    {customer::Remark,      "remark",       QT_TRANSLATE_NOOP("fields", "Remark"), LongText, List::None, Personal},
    {customer::MergedInto,  "merged_into",  QT_TRANSLATE_NOOP("fields", "Merged into"), Customer},
    {customer::MergeReason, "merge_reason", QT_TRANSLATE_NOOP("fields", "Reason for merging"), Text, List::None, Personal}};
constexpr FieldSpec channelFields[] = {
    {channel::Code,   "code",   QT_TRANSLATE_NOOP("fields", "Code"), Text, List::None, Required},
    {channel::Name,   "name",   QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {channel::Keeper, "keeper", QT_TRANSLATE_NOOP("fields", "Keeper"), Person}};
constexpr FieldSpec categoryFields[] = {
    {category::Name,      "name",      QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {category::Line,      "line",      QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line},
    {category::Kind,      "kind",      QT_TRANSLATE_NOOP("fields", "Kind"), Choice, List::Kind},
    {category::Questions, "questions", QT_TRANSLATE_NOOP("fields", "Questions to ask"), LongText},
    {category::Unit,      "unit",      QT_TRANSLATE_NOOP("fields", "Goes to the department"), Text},
    {category::Papers,    "papers",    QT_TRANSLATE_NOOP("fields", "Papers that it takes, one a line"), LongText}};
constexpr FieldSpec standardFields[] = {
    {standard::Clock,   "clock",   QT_TRANSLATE_NOOP("fields", "Clock"), Text, List::None, Required},
    {standard::Kind,    "kind",    QT_TRANSLATE_NOOP("fields", "Kind"), Choice, List::Kind},
    {standard::Line,    "line",    QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line},
    {standard::Urgency, "urgency", QT_TRANSLATE_NOOP("fields", "Urgency"), Choice, List::Urgency},
    {standard::Category, "category", QT_TRANSLATE_NOOP("fields", "Category"), Text},
    {standard::Unit,    "unit",    QT_TRANSLATE_NOOP("fields", "Handling unit"), Text},
    {standard::Minutes, "minutes", QT_TRANSLATE_NOOP("fields", "Minutes"), Integer},
    {standard::Days,    "days",    QT_TRANSLATE_NOOP("fields", "Workdays"), Integer},
    {standard::Hours,   "hours",   QT_TRANSLATE_NOOP("fields", "Service hours"), Text}};
constexpr FieldSpec serviceHoursFields[] = {
    {service_hours::Code,      "code",      QT_TRANSLATE_NOOP("fields", "Code"), Text, List::None, Required},
    {service_hours::Name,      "name",      QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {service_hours::Monday,    "monday",    QT_TRANSLATE_NOOP("fields", "Monday"), Text},
    {service_hours::Tuesday,   "tuesday",   QT_TRANSLATE_NOOP("fields", "Tuesday"), Text},
    {service_hours::Wednesday, "wednesday", QT_TRANSLATE_NOOP("fields", "Wednesday"), Text},
    {service_hours::Thursday,  "thursday",  QT_TRANSLATE_NOOP("fields", "Thursday"), Text},
    {service_hours::Friday,    "friday",    QT_TRANSLATE_NOOP("fields", "Friday"), Text},
    {service_hours::Saturday,  "saturday",  QT_TRANSLATE_NOOP("fields", "Saturday"), Text},
    {service_hours::Sunday,    "sunday",    QT_TRANSLATE_NOOP("fields", "Sunday"), Text},
    {service_hours::OnHolidays, "on_holidays", QT_TRANSLATE_NOOP("fields", "Open on public holidays"), Flag}};
constexpr FieldSpec calendarDayFields[] = {
    {calendar_day::Day,   "day",   QT_TRANSLATE_NOOP("fields", "Day"), Time, List::None, Required},
    {calendar_day::Name,  "name",  QT_TRANSLATE_NOOP("fields", "Name"), Text},
    {calendar_day::Kind,  "kind",  QT_TRANSLATE_NOOP("fields", "Day off or workday"), Choice, List::DayKind, Required},
    {calendar_day::Own,   "own_hours", QT_TRANSLATE_NOOP("fields", "Hours of this day alone"), Text},
    {calendar_day::Hours, "hours", QT_TRANSLATE_NOOP("fields", "Only for the service hours"), Text}};
constexpr FieldSpec equipmentFields[] = {
    {equipment::Code,        "code",         QT_TRANSLATE_NOOP("fields", "Code"), Text},
    {equipment::Name,        "name",         QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {equipment::Kind,        "kind",         QT_TRANSLATE_NOOP("fields", "Kind"), Text},
    {equipment::Line,        "line",         QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line},
    {equipment::Grid,        "grid",         QT_TRANSLATE_NOOP("fields", "Grid"), Grid},
    {equipment::Address,     "address",      QT_TRANSLATE_NOOP("fields", "Address"), Text},
    {equipment::Maker,       "maker",        QT_TRANSLATE_NOOP("fields", "Maker"), Text},
    {equipment::Model,       "model",        QT_TRANSLATE_NOOP("fields", "Model"), Text},
    {equipment::InstalledOn, "installed_on", QT_TRANSLATE_NOOP("fields", "Installed on"), Time},
    {equipment::Condition,   "state",        QT_TRANSLATE_NOOP("fields", "State"), Choice, List::Condition},
    {equipment::Remark,      "remark",       QT_TRANSLATE_NOOP("fields", "Remark"), LongText},
    {equipment::Lon,         "lon",          QT_TRANSLATE_NOOP("fields", "Longitude"), Number},
    {equipment::Lat,         "lat",          QT_TRANSLATE_NOOP("fields", "Latitude"), Number}};
constexpr FieldSpec taskFields[] = {
    {task::Grid,   "grid",   QT_TRANSLATE_NOOP("fields", "Grid"), Grid, List::None, Required},
    {task::Plan,   "plan",   QT_TRANSLATE_NOOP("fields", "Plan"), Text},
    {task::What,   "what",   QT_TRANSLATE_NOOP("fields", "What is to be done"), Text, List::None, Required},
    {task::Due,    "due",    QT_TRANSLATE_NOOP("fields", "To be done by"), Time},
    {task::By,     "by",     QT_TRANSLATE_NOOP("fields", "Who answers for it"), Person},
    {task::Done,   "done",   QT_TRANSLATE_NOOP("fields", "Done at"), Time},
    {task::Result, "result", QT_TRANSLATE_NOOP("fields", "What came of it"), LongText}};
constexpr FieldSpec supplyFields[] = {
    {supply::Code,     "code",     QT_TRANSLATE_NOOP("fields", "Code"), Text, List::None, Required},
    {supply::Name,     "name",     QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {supply::Model,    "model",    QT_TRANSLATE_NOOP("fields", "Model"), Text},
    {supply::Quantity, "quantity", QT_TRANSLATE_NOOP("fields", "In stock"), Quantity, List::None, Reckoned},
    {supply::Unit,     "unit",     QT_TRANSLATE_NOOP("fields", "Unit"), Text, List::None, Required},
    {supply::Minimum,  "minimum",  QT_TRANSLATE_NOOP("fields", "Least to be there"), Quantity},
    {supply::KeptAt,   "kept_at",  QT_TRANSLATE_NOOP("fields", "Kept at"), Text},
    {supply::Remark,   "remark",   QT_TRANSLATE_NOOP("fields", "Remark"), LongText}};

constexpr FieldSpec accountFields[] = {
    {account::Person,     "person",     QT_TRANSLATE_NOOP("fields", "Person"), Person, List::None, Required},
    {account::PublicKey,  "public_key", QT_TRANSLATE_NOOP("fields", "Public key"), Bytes, List::None, Required},
    {account::Salt,       "salt",       QT_TRANSLATE_NOOP("fields", "Salt"), Bytes, List::None, Required},
    {account::Wrapped,    "wrapped",    QT_TRANSLATE_NOOP("fields", "Wrapped key"), Bytes, List::None, Required},
    {account::Operations, "operations", QT_TRANSLATE_NOOP("fields", "Passes"), Integer, List::None, Required},
    {account::Memory,     "memory_kib", QT_TRANSLATE_NOOP("fields", "Memory in KiB"), Integer, List::None, Required}};
constexpr FieldSpec grantFields[] = {
    {grant::Person,  "person",  QT_TRANSLATE_NOOP("fields", "Person"), Person, List::None, Required},
    {grant::Role,    "role",    QT_TRANSLATE_NOOP("fields", "Role"), Choice, List::Role, Required},
    {grant::Grid,    "grid",    QT_TRANSLATE_NOOP("fields", "Grid"), Grid},
    {grant::Unit,    "unit",    QT_TRANSLATE_NOOP("fields", "Department or team"), Text},
    {grant::From,    "from",    QT_TRANSLATE_NOOP("fields", "From"), Time},
    {grant::Until,   "until",   QT_TRANSLATE_NOOP("fields", "Until"), Time},
    {grant::OfPost,  "of_post", QT_TRANSLATE_NOOP("fields", "Follows from the post"), Flag},
    {grant::Revoked, "revoked", QT_TRANSLATE_NOOP("fields", "Revoked at"), Time},
    {grant::Reach,   "reach",   QT_TRANSLATE_NOOP("fields", "Reach"), Bytes},
    {grant::Reason,  "reason",  QT_TRANSLATE_NOOP("fields", "Reason"), Text}};

constexpr FieldSpec erasureFields[] = {
    {erasure::Customer,   "customer",    QT_TRANSLATE_NOOP("fields", "Customer"), Customer, List::None, Required},
    {erasure::Basis,      "basis",       QT_TRANSLATE_NOOP("fields", "Why"), Choice, List::Basis, Required},
    {erasure::Reason,     "reason",      QT_TRANSLATE_NOOP("fields", "Reason"), Text},
    {erasure::AskedBy,    "asked_by",    QT_TRANSLATE_NOOP("fields", "Asked by"), Person},
    {erasure::AskedAt,    "asked_at",    QT_TRANSLATE_NOOP("fields", "Asked at"), Time},
    {erasure::AnsweredBy, "answered_by", QT_TRANSLATE_NOOP("fields", "Answered by"), Person},
    {erasure::AnsweredAt, "answered_at", QT_TRANSLATE_NOOP("fields", "Answered at"), Time},
    {erasure::Approved,   "approved",    QT_TRANSLATE_NOOP("fields", "Approved"), Flag},
    {erasure::Answer,     "answer",      QT_TRANSLATE_NOOP("fields", "Answer"), Text}};

constexpr FieldSpec premisesFields[] = {
    {premises::Customer,        "customer",         QT_TRANSLATE_NOOP("fields", "Customer"), Customer, List::None, Required},
    {premises::Address,         "address",          QT_TRANSLATE_NOOP("fields", "Address"), Text, List::None, Personal},
    {premises::Grid,            "grid",             QT_TRANSLATE_NOOP("fields", "Grid"), Grid},
    {premises::Kind,            "kind",             QT_TRANSLATE_NOOP("fields", "Used as"), Choice, List::PremisesKind},
    {premises::WaterAccount,    "water_account",    QT_TRANSLATE_NOOP("fields", "Water account"), Text, List::None, Personal},
    {premises::WaterMeter,      "water_meter",      QT_TRANSLATE_NOOP("fields", "Water meter"), Text, List::None, Personal},
    {premises::PowerAccount,    "power_account",    QT_TRANSLATE_NOOP("fields", "Power account"), Text, List::None, Personal},
    {premises::PowerMeter,      "power_meter",      QT_TRANSLATE_NOOP("fields", "Power meter"), Text, List::None, Personal},
    {premises::HeatAccount,     "heat_account",     QT_TRANSLATE_NOOP("fields", "Heat account"), Text, List::None, Personal},
    {premises::HeatMeter,       "heat_meter",       QT_TRANSLATE_NOOP("fields", "Heat meter"), Text, List::None, Personal},
    {premises::GasAccount,      "gas_account",      QT_TRANSLATE_NOOP("fields", "Gas account"), Text, List::None, Personal},
    {premises::GasMeter,        "gas_meter",        QT_TRANSLATE_NOOP("fields", "Gas meter"), Text, List::None, Personal},
    {premises::PropertyAccount, "property_account", QT_TRANSLATE_NOOP("fields", "Property account"), Text, List::None, Personal},
    {premises::From,            "from",             QT_TRANSLATE_NOOP("fields", "Since"), Time},
    {premises::Until,           "until",            QT_TRANSLATE_NOOP("fields", "Until"), Time},
    {premises::Remark,          "remark",           QT_TRANSLATE_NOOP("fields", "Remark"), LongText, List::None, Personal}};
constexpr FieldSpec contactFields[] = {
    {contact::Customer, "customer", QT_TRANSLATE_NOOP("fields", "Customer"), Customer, List::None, Required},
    {contact::Name,     "name",     QT_TRANSLATE_NOOP("fields", "Full name"), Text, List::None, Personal},
    {contact::Relation, "relation", QT_TRANSLATE_NOOP("fields", "Relation"), Text, List::None, Personal},
    {contact::Phone,    "phone",    QT_TRANSLATE_NOOP("fields", "Phone"), Text, List::None, Personal | Dialled},
    {contact::Remark,   "remark",   QT_TRANSLATE_NOOP("fields", "Remark"), LongText, List::None, Personal}};
constexpr FieldSpec distinctFields[] = {
    {distinct::Customer, "customer", QT_TRANSLATE_NOOP("fields", "Customer"), Customer, List::None, Required},
    {distinct::Other,    "other",    QT_TRANSLATE_NOOP("fields", "Another customer"), Customer, List::None, Required},
    {distinct::Reason,   "reason",   QT_TRANSLATE_NOOP("fields", "Reason"), Text, List::None, Personal}};

constexpr FieldSpec outageFields[] = {
    {outage::Code, "code", QT_TRANSLATE_NOOP("fields", "Code"), Text, List::None, Required},
    {outage::Title, "title", QT_TRANSLATE_NOOP("fields", "What fails"), Text, List::None, Required},
    {outage::Line, "line", QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line, Required},
    {outage::Planned, "planned", QT_TRANSLATE_NOOP("fields", "Planned"), Flag},
    {outage::Grids, "grids", QT_TRANSLATE_NOOP("fields", "Which grids"), Text},
    {outage::Where, "where", QT_TRANSLATE_NOOP("fields", "Which houses"), Text},
    {outage::From, "from", QT_TRANSLATE_NOOP("fields", "From"), Time, List::None, Required | Moment},
    {outage::Until, "until", QT_TRANSLATE_NOOP("fields", "Expected to end"), Time, List::None, Moment},
    {outage::Restored, "restored", QT_TRANSLATE_NOOP("fields", "Restored at"), Time, List::None, Moment},
    {outage::Cause, "cause", QT_TRANSLATE_NOOP("fields", "Cause"), LongText},
    {outage::Wording, "wording", QT_TRANSLATE_NOOP("fields", "What callers are told"), LongText},
    {outage::Announced, "announced", QT_TRANSLATE_NOOP("fields", "Announced at"), Time, List::None, Moment},
    {outage::KeyUsersTold, "key_users_told", QT_TRANSLATE_NOOP("fields", "Key users told at"), Time, List::None, Moment},
    {outage::Cancelled, "cancelled", QT_TRANSLATE_NOOP("fields", "Called off at"), Time, List::None, Moment}};
constexpr FieldSpec escalationFields[] = {
    {escalation::Clock, "clock", QT_TRANSLATE_NOOP("fields", "Clock"), Text},
    {escalation::Kind, "kind", QT_TRANSLATE_NOOP("fields", "Kind"), Choice, List::Kind},
    {escalation::Line, "line", QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line},
    {escalation::Urgency, "urgency", QT_TRANSLATE_NOOP("fields", "Urgency"), Choice, List::Urgency},
    {escalation::Minutes, "minutes", QT_TRANSLATE_NOOP("fields", "Minutes after it is due (before: less than 0)"), Integer, List::None, Required},
    {escalation::To, "to", QT_TRANSLATE_NOOP("fields", "Who is told"), Choice, List::EscalateTo, Required | Several}};
constexpr FieldSpec shiftFields[] = {
    {shift::Code, "code", QT_TRANSLATE_NOOP("fields", "Typed as"), Text, List::None, Required},
    {shift::Name, "name", QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {shift::Kind, "kind", QT_TRANSLATE_NOOP("fields", "At work, on duty or off"), Choice, List::ShiftKind, Required},
    {shift::From, "from", QT_TRANSLATE_NOOP("fields", "Begins"), Text},
    {shift::Until, "until", QT_TRANSLATE_NOOP("fields", "Ends"), Text}};
constexpr FieldSpec rosterFields[] = {
    {roster::Person, "person", QT_TRANSLATE_NOOP("fields", "Person"), Person, List::None, Required},
    {roster::Day, "day", QT_TRANSLATE_NOOP("fields", "Day"), Time, List::None, Required},
    {roster::Shift, "shift", QT_TRANSLATE_NOOP("fields", "Shift"), Text, List::None, Required}};
constexpr FieldSpec leaveFields[] = {
    {leave::Person, "person", QT_TRANSLATE_NOOP("fields", "Person"), Person, List::None, Required},
    {leave::Kind, "kind", QT_TRANSLATE_NOOP("fields", "Kind of leave"), Choice, List::LeaveKind, Required},
    {leave::From, "from", QT_TRANSLATE_NOOP("fields", "From"), Time, List::None, Required | Moment},
    {leave::Until, "until", QT_TRANSLATE_NOOP("fields", "Until"), Time, List::None, Required | Moment},
    {leave::Reason, "reason", QT_TRANSLATE_NOOP("fields", "Reason"), Text},
    {leave::Approved, "approved", QT_TRANSLATE_NOOP("fields", "Approved"), Flag},
    {leave::AnsweredBy, "answered_by", QT_TRANSLATE_NOOP("fields", "Answered by"), Person},
    {leave::Answer, "answer", QT_TRANSLATE_NOOP("fields", "Answer"), Text}};
constexpr FieldSpec guidanceFields[] = {
    {guidance::Kind, "kind", QT_TRANSLATE_NOOP("fields", "Kind"), Choice, List::Kind},
    {guidance::Line, "line", QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line},
    {guidance::Category, "category", QT_TRANSLATE_NOOP("fields", "Category"), Text},
    {guidance::Greeting, "greeting", QT_TRANSLATE_NOOP("fields", "Greeting"), LongText},
    {guidance::Questions, "questions", QT_TRANSLATE_NOOP("fields", "Questions to ask"), LongText},
    {guidance::Wording, "wording", QT_TRANSLATE_NOOP("fields", "Say"), LongText},
    {guidance::Avoid, "avoid", QT_TRANSLATE_NOOP("fields", "Don't say"), LongText},
    {guidance::BeforeCrew, "before_crew", QT_TRANSLATE_NOOP("fields", "Check before sending a crew"), LongText}};
constexpr FieldSpec measureFields[] = {
    {measure::Ticket, "ticket", QT_TRANSLATE_NOOP("fields", "Ticket"), Ticket},
    {measure::What, "what", QT_TRANSLATE_NOOP("fields", "What is to be done"), LongText, List::None, Required},
    {measure::By, "by", QT_TRANSLATE_NOOP("fields", "Who answers for it"), Person, List::None, Required},
    {measure::Due, "due", QT_TRANSLATE_NOOP("fields", "To be done by"), Time, List::None, Required},
    {measure::Done, "done", QT_TRANSLATE_NOOP("fields", "Done at"), Time},
    {measure::Effect, "effect", QT_TRANSLATE_NOOP("fields", "What it brought"), LongText},
    {measure::CheckedBy, "checked_by", QT_TRANSLATE_NOOP("fields", "Checked by"), Person},
    {measure::Checked, "checked", QT_TRANSLATE_NOOP("fields", "Checked at"), Time}};

constexpr FieldSpec dutyLogFields[] = {
    {duty_log::At, "at", QT_TRANSLATE_NOOP("fields", "When"), Time, List::None, Required | Moment},
    {duty_log::Kind, "kind", QT_TRANSLATE_NOOP("fields", "What came in"), Choice, List::DutyKind, Required},
    {duty_log::Phone, "phone", QT_TRANSLATE_NOOP("fields", "Phone"), Text, List::None, Personal | Dialled},
    {duty_log::What, "what", QT_TRANSLATE_NOOP("fields", "What happened"), LongText, List::None, Required},
    {duty_log::By, "by", QT_TRANSLATE_NOOP("fields", "Who was on duty"), Person, List::None, Required},
    {duty_log::Open, "open", QT_TRANSLATE_NOOP("fields", "Still to be done"), Flag},
    {duty_log::Settled, "settled", QT_TRANSLATE_NOOP("fields", "Settled at"), Time, List::None, Moment},
    {duty_log::Result, "result", QT_TRANSLATE_NOOP("fields", "What came of it"), LongText}};
constexpr FieldSpec handoverFields[] = {
    {handover::Shift, "shift", QT_TRANSLATE_NOOP("fields", "Shift"), Text},
    {handover::Where, "where", QT_TRANSLATE_NOOP("fields", "Counter, duty room or team"), Text},
    {handover::GivenBy, "given_by", QT_TRANSLATE_NOOP("fields", "Handed over by"), Person, List::None, Required},
    {handover::GivenAt, "given_at", QT_TRANSLATE_NOOP("fields", "Handed over at"), Time, List::None, Required | Moment},
    {handover::Promises, "promises", QT_TRANSLATE_NOOP("fields", "Promises that run"), LongText},
    {handover::Calls, "calls", QT_TRANSLATE_NOOP("fields", "Missed calls and open lines of the log"), LongText},
    {handover::Drafts, "drafts", QT_TRANSLATE_NOOP("fields", "Drafts at this desk"), Integer},
    {handover::Watch, "watch", QT_TRANSLATE_NOOP("fields", "What the next one must watch"), LongText},
    {handover::TakenBy, "taken_by", QT_TRANSLATE_NOOP("fields", "Taken over by"), Person},
    {handover::TakenAt, "taken_at", QT_TRANSLATE_NOOP("fields", "Taken over at"), Time, List::None, Moment},
    {handover::Remark, "remark", QT_TRANSLATE_NOOP("fields", "Remark"), LongText}};
constexpr FieldSpec visitPlanFields[] = {
    {visit_plan::Code, "code", QT_TRANSLATE_NOOP("fields", "Code"), Text, List::None, Required},
    {visit_plan::Name, "name", QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {visit_plan::Groups, "groups", QT_TRANSLATE_NOOP("fields", "Groups"), Choice, List::CustomerGroup, Several},
    {visit_plan::Grids, "grids", QT_TRANSLATE_NOOP("fields", "Only in the grids"), Text},
    {visit_plan::Served, "served", QT_TRANSLATE_NOOP("fields", "Only who was served in the round before"), Flag},
    {visit_plan::OneIn, "one_in", QT_TRANSLATE_NOOP("fields", "Sample: one in"), Integer},
    {visit_plan::Months, "months", QT_TRANSLATE_NOOP("fields", "Every so many months"), Integer},
    {visit_plan::From, "from", QT_TRANSLATE_NOOP("fields", "From"), Time, List::None, Required},
    {visit_plan::Until, "until", QT_TRANSLATE_NOOP("fields", "Until"), Time},
    {visit_plan::Questions, "questions", QT_TRANSLATE_NOOP("fields", "Questions, one a line"), LongText},
    {visit_plan::Wording, "wording", QT_TRANSLATE_NOOP("fields", "What is said first"), LongText},
    {visit_plan::Ended, "ended", QT_TRANSLATE_NOOP("fields", "Ended at"), Time}};
constexpr FieldSpec visitFields[] = {
    {visit::Plan, "plan", QT_TRANSLATE_NOOP("fields", "Plan"), VisitPlan, List::None, Required},
    {visit::Customer, "customer", QT_TRANSLATE_NOOP("fields", "Customer"), Customer, List::None, Required},
    {visit::Round, "round", QT_TRANSLATE_NOOP("fields", "Round from"), Time, List::None, Required},
    {visit::At, "at", QT_TRANSLATE_NOOP("fields", "When"), Time, List::None, Required | Moment},
    {visit::By, "by", QT_TRANSLATE_NOOP("fields", "Visited by"), Person, List::None, Required},
    {visit::Outcome, "outcome", QT_TRANSLATE_NOOP("fields", "Outcome"), Choice, List::Outcome, Required},
    {visit::Scores, "scores", QT_TRANSLATE_NOOP("fields", "Answers from 1 to 5"), Text},
    {visit::Said, "said", QT_TRANSLATE_NOOP("fields", "What was said"), LongText, List::None, Personal},
    {visit::Ticket, "ticket", QT_TRANSLATE_NOOP("fields", "Ticket"), Ticket}};

constexpr quint16 worksShifts = office | Member | Technician;
constexpr quint16 plansVisits = Chief | Head | Supervisor | Manager | Administrator;
constexpr quint16 plansShifts = Chief | Leader | Head | Manager | Administrator;
constexpr quint16 runsTheCompany = Manager | Administrator;
constexpr quint16 knowsThePlace = Clerk | Chief | runsTheCompany;
constexpr quint8 own = 0, alone = 0; // sealed with a key of its own; filed under nothing
constexpr bool isSigned = true, unsignedRows = false, byCommand = false;

const RegisterSpec specs[] = {
    {Register::Company,  "company",    QT_TRANSLATE_NOOP("registers", "Company"),    0,              company::Name,  FieldTable{companyFields}, Administrator},
    {Register::Desk,     "desks",      QT_TRANSLATE_NOOP("registers", "Desks"),      desk::Prefix,   desk::Name,     FieldTable{deskFields}, Administrator, own, alone, isSigned, byCommand},
    {Register::Staff,    "staff",      QT_TRANSLATE_NOOP("registers", "Staff"),      staff::Login,   staff::Name,    FieldTable{staffFields}, runsTheCompany},
    {Register::Grid,     "grids",      QT_TRANSLATE_NOOP("registers", "Grids"),      grid::Code,     grid::Name,     FieldTable{gridFields}, runsTheCompany},
    {Register::Place,    "places",     QT_TRANSLATE_NOOP("registers", "Places"),     place::Code,    place::Address, FieldTable{placeFields}, knowsThePlace},
    {Register::Customer, "customers",  QT_TRANSLATE_NOOP("registers", "Customers"),  0,              customer::Name, FieldTable{customerFields}, office, own, customer::MergedInto},
    {Register::Channel,  "channels",   QT_TRANSLATE_NOOP("registers", "Channels"),   channel::Code,  channel::Name,  FieldTable{channelFields}, runsTheCompany},
    {Register::Category, "categories", QT_TRANSLATE_NOOP("registers", "Categories"), 0,              category::Name, FieldTable{categoryFields}, runsTheCompany},
    {Register::Standard, "standards",  QT_TRANSLATE_NOOP("registers", "Service standards"), 0,       standard::Clock, FieldTable{standardFields}, runsTheCompany},
    {Register::Account,  "accounts",   QT_TRANSLATE_NOOP("registers", "Accounts"),   0,              account::Person, FieldTable{accountFields}, Administrator, own, alone, isSigned, byCommand},
    {Register::Grant,    "grants",     QT_TRANSLATE_NOOP("registers", "Grants"),     0,              grant::Person,  FieldTable{grantFields}, Administrator, own, alone, isSigned, byCommand},
    {Register::Erasure,  "erasures",   QT_TRANSLATE_NOOP("registers", "Erasures"),   0,              erasure::Customer, FieldTable{erasureFields}, asksForErasure, own, alone, unsignedRows, byCommand},
    {Register::Premises, "premises",   QT_TRANSLATE_NOOP("registers", "Premises and meters"), 0,     premises::Address, FieldTable{premisesFields}, office, premises::Customer, premises::Customer},
    {Register::Contact,  "contacts",   QT_TRANSLATE_NOOP("registers", "Household members"), 0,       contact::Name, FieldTable{contactFields}, office, contact::Customer, contact::Customer},
    {Register::Distinct, "distinct",   QT_TRANSLATE_NOOP("registers", "Customers who are not the same"), 0, 0, FieldTable{distinctFields}, office, distinct::Customer, distinct::Customer},
    {Register::Drawing,  "drawings",   QT_TRANSLATE_NOOP("registers", "Areas of grids"), 0,          0, FieldTable{drawingFields}, runsTheCompany, own, drawing::Grid, unsignedRows, byCommand},
    {Register::Task,     "tasks",      QT_TRANSLATE_NOOP("registers", "Work plans of grids"), 0,     task::What, FieldTable{taskFields}, knowsThePlace, own, task::Grid},
    {.reg = Register::ServiceHours, .key = "service_hours", .title = QT_TRANSLATE_NOOP("registers", "Service hours"), .code = service_hours::Code, .name = service_hours::Name, .fields = FieldTable{serviceHoursFields}, .keepers = runsTheCompany},
    {.reg = Register::CalendarDay, .key = "calendar", .title = QT_TRANSLATE_NOOP("registers", "Holidays and workdays"), .code = 0, .name = calendar_day::Name, .fields = FieldTable{calendarDayFields}, .keepers = runsTheCompany, .about = {calendar_day::Day, calendar_day::Hours}},
    {.reg = Register::Outage, .key = "outages", .title = QT_TRANSLATE_NOOP("registers", "Outages"), .code = outage::Code, .name = outage::Title, .fields = FieldTable{outageFields}, .keepers = office, .isKeptAnywhere = true},
    {.reg = Register::Escalation, .key = "escalations", .title = QT_TRANSLATE_NOOP("registers", "Escalation"), .code = 0, .name = escalation::Clock, .fields = FieldTable{escalationFields}, .keepers = runsTheCompany},
    {.reg = Register::Shift, .key = "shifts", .title = QT_TRANSLATE_NOOP("registers", "Shifts"), .code = shift::Code, .name = shift::Name, .fields = FieldTable{shiftFields}, .keepers = runsTheCompany},
    {.reg = Register::Roster, .key = "roster", .title = QT_TRANSLATE_NOOP("registers", "Roster"), .code = 0, .name = 0, .fields = FieldTable{rosterFields}, .keepers = plansShifts, .under = roster::Person, .about = {roster::Person, roster::Day}, .isKeptAnywhere = true},
    {.reg = Register::Leave, .key = "leaves", .title = QT_TRANSLATE_NOOP("registers", "Leave"), .code = 0, .name = 0, .fields = FieldTable{leaveFields}, .keepers = office, .under = leave::Person, .isKeptAnywhere = true},
    {.reg = Register::Guidance, .key = "guidance", .title = QT_TRANSLATE_NOOP("registers", "Guidance"), .code = 0, .name = guidance::Category, .fields = FieldTable{guidanceFields}, .keepers = runsTheCompany},
    {.reg = Register::Measure, .key = "measures", .title = QT_TRANSLATE_NOOP("registers", "Improvement measures"), .code = 0, .name = measure::What, .fields = FieldTable{measureFields}, .keepers = office, .under = measure::Ticket, .isKeptAnywhere = true},
    {.reg = Register::DutyLog, .key = "duty_log", .title = QT_TRANSLATE_NOOP("registers", "Duty log"), .code = 0, .name = duty_log::What, .fields = FieldTable{dutyLogFields}, .keepers = worksShifts, .isKeptAnywhere = true},
    {.reg = Register::Handover, .key = "handovers", .title = QT_TRANSLATE_NOOP("registers", "Shift handovers"), .code = 0, .name = handover::Where, .fields = FieldTable{handoverFields}, .keepers = worksShifts, .isSigned = true, .isKeptAnywhere = true},
    {.reg = Register::VisitPlan, .key = "visit_plans", .title = QT_TRANSLATE_NOOP("registers", "Visit plans and surveys"), .code = visit_plan::Code, .name = visit_plan::Name, .fields = FieldTable{visitPlanFields}, .keepers = plansVisits, .isKeptAnywhere = true},
    {.reg = Register::Visit, .key = "planned_visits", .title = QT_TRANSLATE_NOOP("registers", "Planned visits"), .code = 0, .name = 0, .fields = FieldTable{visitFields}, .keepers = office | Member, .owner = visit::Customer, .under = visit::Customer, .about = {visit::Plan, visit::Customer, visit::Round}, .isKeptAnywhere = true},
    {Register::Equipment, "equipment", QT_TRANSLATE_NOOP("registers", "Equipment"), equipment::Code,  equipment::Name, FieldTable{equipmentFields}, knowsThePlace},
    {Register::Supply,   "supplies",   QT_TRANSLATE_NOOP("registers", "Supplies"),   supply::Code,   supply::Name,   FieldTable{supplyFields}, keepsStock},
};
// clang-format on
} // namespace

QString RegisterSpec::titleText() const
{
    return QCoreApplication::translate("registers", title);
}

std::optional<Register> namedBy(FieldType type)
{
    switch (type) {
    case Person:
        return Register::Staff;
    case FieldType::Grid:
        return Register::Grid;
    case FieldType::Customer:
        return Register::Customer;
    case FieldType::Outage:
        return Register::Outage;
    case FieldType::VisitPlan:
        return Register::VisitPlan;
    default:
        return {};
    }
}

const RegisterSpec &registerSpec(Register reg)
{
    return *findRegister(qint64(reg));
}

const RegisterSpec *findRegister(qint64 number)
{
    const auto at =
        std::ranges::find(specs, number, [](const RegisterSpec &spec) { return qint64(spec.reg); });
    return at == std::end(specs) ? nullptr : at;
}

const RegisterSpec *findRegister(QStringView key)
{
    for (const RegisterSpec &spec : specs) {
        if (key == QLatin1StringView(spec.key))
            return &spec;
    }
    return nullptr;
}

Id idOfRow(const RegisterSpec &spec, const Values &values, const Id &fresh)
{
    if (!spec.about.front())
        return fresh;
    QByteArray name(spec.key);
    for (quint8 field : spec.about) {
        if (!field)
            break;
        const QVariant value = values[field];
        const bool isId = value.typeId() == qMetaTypeId<Id>();
        name += '/' + (isId ? value.value<Id>().toHex() : value.toString()).toUtf8();
    }
    return Id::named(name.constData());
}

std::span<const RegisterSpec> allRegisters()
{
    return specs;
}

} // namespace domain
