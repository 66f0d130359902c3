// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <span>

namespace domain
{

/// What kind of answer a field takes. It decides how the field is checked, encoded, shown and filled in.
enum class FieldType : quint8 {
    Text, ///< one line
    LongText, ///< several lines
    Choice, ///< a code out of a closed list (see words.h)
    Integer,
    Number, ///< a double: degrees, money in yuan
    Flag,
    Time, ///< milliseconds since 1970 UTC, as qint64
    Person, ///< Id of a row of the staff register
    Grid, ///< Id of a row of the grid register
    Customer, ///< Id of a row of the customer register
    Outage, ///< Id of a row of the register of outages
    Ticket, ///< Id of a ticket
    VisitPlan, ///< Id of a row of the register of visit plans
    Reference, ///< Id of anything else
    Bytes,
    Area, ///< an area on earth, as its code (see shape_code.h)
    Quantity, ///< thousandths of a unit, as qint64 (see stock.h)
};

/// The closed lists that Choice fields take their codes from.
enum class List : quint8 {
    None,
    Kind,
    Line,
    Urgency,
    Asker,
    Outcome,
    Role,
    CustomerKind,
    CustomerGroup,
    ContactWay,
    PremisesKind,
    Purpose,
    Basis,
    Condition,
    KeyScope,
    StockMove,
    DayKind,
    ComplaintClass,
    Finding,
    Decision,
    Severity,
    ToldBy,
    EscalateTo,
    LeaveKind,
    ShiftKind,
    CauseClass,
    DutyKind,
};

enum FieldFlag : quint16 {
    Plain = 0,
    Personal = 1, ///< sealed with the customer's key before it is recorded
    Kept = 2, ///< the ticket keeps the last value; otherwise it stays with its step
    Correctable = 4, ///< a person may correct it afterwards; the old value stays on record
    Required = 8, ///< (registers) a row without it is refused
    Dialled =
        16, ///< (registers) a phone number: kept in one way of writing; an odd one is warned of
    Identity = 32, ///< (registers) the number of an identity card or a firm: likewise
    Several = 64, ///< (Choice) several codes with commas between, beside them words of one's own
    Reckoned = 128, ///< (registers) events of its own kind make it: no put changes it
    Rising =
        256, ///< (registers) a signed command raises it; what would lower it has no effect on it
    Moment = 512, ///< (registers, Time) with the time of day; without it a day
};

/// One field of a ticket or of a register: a row of a table, not code. `id` is its number in the
/// record and never changes; `key` is its name in files and in the tool; `label` is English source
/// for translation in the context "fields".
struct FieldSpec {
    quint8 id;
    const char *key;
    const char *label;
    FieldType type;
    List list = List::None;
    quint16 flags = Plain;

    bool is(FieldFlag flag) const { return flags & flag; }
    /// Whether people type it into a form or a table to be imported.
    bool isByHand() const { return !is(Reckoned) && !is(Rising); }
    QString name() const { return QString::fromLatin1(key); }
};

/// The fields of one kind of thing, found by number and by key.
class FieldTable
{
public:
    explicit FieldTable(std::span<const FieldSpec> specs);

    const FieldSpec *find(quint8 id) const;
    const FieldSpec *find(QStringView key) const;
    auto begin() const { return m_specs.begin(); }
    auto end() const { return m_specs.end(); }

private:
    std::span<const FieldSpec> m_specs;
    std::array<const FieldSpec *, 256> m_byId{};
};

/// The field's label in the window's language.
QString labelOf(const FieldSpec &spec);

} // namespace domain
