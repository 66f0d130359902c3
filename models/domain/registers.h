// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "domain/id.h"
#include "domain/values.h"

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
    Equipment = 20,
};

/// Field numbers of the registers, each register counting for itself.
namespace company
{
enum : quint8 { Name = 1, Zone, Phone };
}
namespace desk
{
enum : quint8 { Name = 1, Prefix, Letter, PublicKey };
}
namespace staff
{
enum : quint8 { Login = 1, Name, Role, Grid, Team, Phone, Skills, Certificates, Department };
}
namespace grid
{
enum : quint8 { Code = 1, Name, Chief, Team, Households };
}
namespace place
{
/// A place of the company's own area has a grid; one of an address table may have none, and the code that
/// the division of the country gives it, with that of the division above.
enum : quint8 { Street = 1, Community, Address, Grid, Code, Above };
} // namespace place
namespace customer
{
enum : quint8 { Name = 1, Phone, IdNumber, Address, Needs, Source, SourceId };
}
namespace channel
{
enum : quint8 { Code = 1, Name, Keeper };
}
namespace category
{
enum : quint8 { Name = 1, Line, Kind, Questions };
}
namespace standard
{
enum : quint8 { Clock = 1, Kind, Line, Urgency, Minutes };
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
    Remark
};
}

struct RegisterSpec {
    Register reg;
    const char *key; ///< its name in the tool and in files
    const char *title; ///< English source, context "registers"
    quint8 code; ///< the field by which people name a row (login, code …); 0 for none
    quint8 name; ///< the field that lists show; may be personal
    FieldTable fields;

    QString titleText() const;
};

const RegisterSpec &registerSpec(Register reg);
const RegisterSpec *findRegister(QStringView key);
/// By its number in the record; null where this program knows none.
const RegisterSpec *findRegister(qint64 number);
std::span<const RegisterSpec> allRegisters();

/// One row of a register as the record has it.
struct RegisterRow {
    Id id;
    Register reg = Register::Company;
    Values values;
    bool removed = false;

    bool operator==(const RegisterRow &) const = default;
};

} // namespace domain
