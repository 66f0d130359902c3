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
    {company::Phone, "phone", QT_TRANSLATE_NOOP("fields", "Phone"), Text}};
constexpr FieldSpec deskFields[] = {
    {desk::Name,      "name",       QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {desk::Prefix,    "prefix",     QT_TRANSLATE_NOOP("fields", "Number prefix"), Text, List::None, Required},
    {desk::Letter,    "letter",     QT_TRANSLATE_NOOP("fields", "Epoch letter"), Text, List::None, Required},
    {desk::PublicKey, "public_key", QT_TRANSLATE_NOOP("fields", "Public key"), Bytes, List::None, Required}};
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
    {grid::Households, "households", QT_TRANSLATE_NOOP("fields", "Households"), Integer}};
constexpr FieldSpec placeFields[] = {
    {place::Street,    "street",    QT_TRANSLATE_NOOP("fields", "Street"), Text},
    {place::Community, "community", QT_TRANSLATE_NOOP("fields", "Community"), Text},
    {place::Address,   "address",   QT_TRANSLATE_NOOP("fields", "Address begins with"), Text},
    {place::Grid,      "grid",      QT_TRANSLATE_NOOP("fields", "Grid"), Grid},
    {place::Code,      "code",      QT_TRANSLATE_NOOP("fields", "Division code"), Text},
    {place::Above,     "above",     QT_TRANSLATE_NOOP("fields", "Code of the division above"), Text}};
constexpr FieldSpec customerFields[] = {
    {customer::Name,     "name",      QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Personal},
    {customer::Phone,    "phone",     QT_TRANSLATE_NOOP("fields", "Phone"), Text, List::None, Personal},
    {customer::IdNumber, "id_number", QT_TRANSLATE_NOOP("fields", "Identity number"), Text, List::None, Personal},
    {customer::Address,  "address",   QT_TRANSLATE_NOOP("fields", "Address"), Text, List::None, Personal},
    {customer::Needs,    "needs",     QT_TRANSLATE_NOOP("fields", "Needs"), Text, List::None, Personal},
    {customer::Source,   "source",    QT_TRANSLATE_NOOP("fields", "Source"), Text},
    {customer::SourceId, "source_id", QT_TRANSLATE_NOOP("fields", "Number at source"), Text}};
constexpr FieldSpec channelFields[] = {
    {channel::Code,   "code",   QT_TRANSLATE_NOOP("fields", "Code"), Text, List::None, Required},
    {channel::Name,   "name",   QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {channel::Keeper, "keeper", QT_TRANSLATE_NOOP("fields", "Keeper"), Person}};
constexpr FieldSpec categoryFields[] = {
    {category::Name,      "name",      QT_TRANSLATE_NOOP("fields", "Name"), Text, List::None, Required},
    {category::Line,      "line",      QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line},
    {category::Kind,      "kind",      QT_TRANSLATE_NOOP("fields", "Kind"), Choice, List::Kind},
    {category::Questions, "questions", QT_TRANSLATE_NOOP("fields", "Questions to ask"), LongText}};
constexpr FieldSpec standardFields[] = {
    {standard::Clock,   "clock",   QT_TRANSLATE_NOOP("fields", "Clock"), Text, List::None, Required},
    {standard::Kind,    "kind",    QT_TRANSLATE_NOOP("fields", "Kind"), Choice, List::Kind},
    {standard::Line,    "line",    QT_TRANSLATE_NOOP("fields", "Service line"), Choice, List::Line},
    {standard::Urgency, "urgency", QT_TRANSLATE_NOOP("fields", "Urgency"), Choice, List::Urgency},
    {standard::Minutes, "minutes", QT_TRANSLATE_NOOP("fields", "Minutes"), Integer, List::None, Required}};
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
    {equipment::Remark,      "remark",       QT_TRANSLATE_NOOP("fields", "Remark"), LongText}};

const RegisterSpec specs[] = {
    {Register::Company,  "company",    QT_TRANSLATE_NOOP("registers", "Company"),    0,              company::Name,  FieldTable{companyFields}},
    {Register::Desk,     "desks",      QT_TRANSLATE_NOOP("registers", "Desks"),      desk::Prefix,   desk::Name,     FieldTable{deskFields}},
    {Register::Staff,    "staff",      QT_TRANSLATE_NOOP("registers", "Staff"),      staff::Login,   staff::Name,    FieldTable{staffFields}},
    {Register::Grid,     "grids",      QT_TRANSLATE_NOOP("registers", "Grids"),      grid::Code,     grid::Name,     FieldTable{gridFields}},
    {Register::Place,    "places",     QT_TRANSLATE_NOOP("registers", "Places"),     place::Code,           place::Address, FieldTable{placeFields}},
    {Register::Customer, "customers",  QT_TRANSLATE_NOOP("registers", "Customers"),  0,              customer::Name, FieldTable{customerFields}},
    {Register::Channel,  "channels",   QT_TRANSLATE_NOOP("registers", "Channels"),   channel::Code,  channel::Name,  FieldTable{channelFields}},
    {Register::Category, "categories", QT_TRANSLATE_NOOP("registers", "Categories"), 0,              category::Name, FieldTable{categoryFields}},
    {Register::Standard, "standards",  QT_TRANSLATE_NOOP("registers", "Service standards"), 0,       standard::Clock, FieldTable{standardFields}},
    {Register::Equipment, "equipment", QT_TRANSLATE_NOOP("registers", "Equipment"), equipment::Code, equipment::Name, FieldTable{equipmentFields}},
};
// clang-format on
} // namespace

QString RegisterSpec::titleText() const
{
    return QCoreApplication::translate("registers", title);
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

std::span<const RegisterSpec> allRegisters()
{
    return specs;
}

} // namespace domain
