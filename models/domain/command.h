// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "domain/shape.h"

#include <QVector>

#include <variant>

namespace domain
{

/// Commands: what someone asks for. A command carries the ids of what it would make, chosen by
/// whoever builds it, so that deciding it stays a pure function.

/// Founds a company on a new desk: the company, its first desk, its administrator, and the default
/// channels and service standards as rows that the company edits.
struct FoundCompany {
    Id company;
    Id desk;
    Id administrator;
    QString name;
    QString zone = QStringLiteral("Asia/Shanghai");
    QString login;
    QString administratorName;
    QString deskName;
    QString prefix = QStringLiteral("01");
    QByteArray publicKey;
    Values account; ///< the administrator's
};

/// Who asks: a known customer, or what the caller said of himself. A customer already on file with the
/// same phone and name is taken instead of a new one.
struct CustomerDraft {
    Id known; ///< null unless a person was chosen from the file
    Id fresh; ///< the id for a new file
    QString name;
    QString phone;
    QString idNumber;
    QString address;

    bool isEmpty() const
    {
        return known.isNull() && name.isEmpty() && phone.isEmpty() && idNumber.isEmpty();
    }
};

/// Takes a matter in. For what is already over, `state` says where it ended.
struct OpenTicket {
    Id ticket;
    Values values;
    CustomerDraft customer;
    Id by; ///< who received it; null: who typed it in
    QString state; ///< empty: the workflow's opening decides
    /// Sends it straight to a team in the same entry.
    bool dispatch = false;
    Values dispatchValues;
};

/// What an action used up of the stock.
struct DrawnSupply {
    Id supply;
    qint64 quantity = 0; ///< thousandths of its unit
};

/// Performs one action of a ticket's workflow.
struct ActOnTicket {
    Id ticket;
    QString action;
    Values values;
    Id by; ///< who did it; null: who typed it in
    qint64 at_ms = 0; ///< when it happened; 0: now
    qint64 seenRevision = 0; ///< the revision that the person saw in the form; 0: none
    QVector<DrawnSupply> drawn; ///< from stock, where the action asks for materials
};

/// Adds a row to a register or changes one.
struct PutRow {
    Register reg = Register::Company;
    Id row;
    Values values;
    QVector<quint8> cleared;
};

struct RemoveRow {
    Register reg = Register::Company;
    Id row;
};

/// Gives a person a role for a grid, a department or team, or the whole company.
struct GrantRole {
    Id grant;
    Id person;
    QString role;
    Id grid;
    QString unit;
    qint64 from_ms = 0; ///< 0: at once
    qint64 until_ms = 0; ///< 0: without end
};

/// Takes a grant back. What the person's desks append beyond what is known here now has no effect.
struct RevokeGrant {
    Id grant;
    QString reason;
};

/// Gives a person an account or its password anew: the fields of the account as making one gave them.
struct PutAccount {
    Id person;
    Values values;
};

/// Puts on record that a customer's personal data were shown.
struct LookAt {
    Id customer;
    Id ticket;
    QString purpose;
    QString reason;
};

/// Asks that a customer's data be erased: because the person wishes it, or because they are due by the company's rule.
struct AskErasure {
    Id erasure;
    Id customer;
    QString basis; ///< a code of its list
    QString reason;
};

/// A second person's answer. Approved, the data are gone for good.
struct AnswerErasure {
    Id erasure;
    bool isApproved = false;
    QString answer;
};

/// Invites a computer to become a desk of the company: whoever shows the token in time is let in without asking again.
struct InviteDesk {
    Id desk;
    QString name; ///< empty: named after its prefix
    QString prefix; ///< empty: the next number that is free
    QString scope; ///< a code of its list; empty: the whole company
    QString grids; ///< codes, with commas between
    QByteArray tokenHash; ///< as hashOfToken() gives it
    qint64 until_ms = 0;
};

/// Lets a desk in: the invited one, which shows its token, by whoever is there; any other one by an administrator, who
/// says what it is called and how far it sees.
struct AdmitDesk {
    Id desk;
    QString name;
    QString prefix;
    QByteArray publicKey; ///< 32 bytes, of the key that will sign its entries
    QString scope;
    QString grids;
    QByteArray token; ///< empty: it was not invited
};

/// Shuts a desk out. What it appends beyond what is known here now has no effect.
struct RevokeDesk {
    Id desk;
    QString reason;
};

/// Says that what stands now is what holds. Whoever wants something else to hold says so first, by the ordinary commands.
struct SettleConflict {
    Id conflict;
    Id subject; ///< what it is about
    QString remark;
};

/// Makes the company work by newer rules from here on.
struct ActivateRules {
    Id company;
    qint64 rules = 0;
};

/// Brings a supply in, takes it out, gives it back, or says how much was found when it was counted.
struct MoveStock {
    Id supply;
    QString kind; ///< a code of the list of moves (stock.h)
    qint64 quantity = 0; ///< thousandths of the unit; of a count: what is there
    Id ticket; ///< for which it is; null: for none
    QString note;
};

/// What one command may draw and put, so that its entry stays within bounds: a larger import is several of them.
constexpr qsizetype mostDrawnAtOnce = 2'000;

/// Draws grids anew from a day on, all or none: after an import, a split, a merging, a border that moved.
struct DrawGrids {
    qint64 from_ms = 0; ///< the beginning of a day of the company's calendar; 0: since ever
    QVector<PutRow> rows; ///< grids that are new, or whose row changes with it
    QVector<GridArea> areas; ///< an empty shape: the grid has none any more
    QString reason;
};

using Command = std::variant<FoundCompany, OpenTicket, ActOnTicket, PutRow, RemoveRow, GrantRole,
    RevokeGrant, PutAccount, LookAt, AskErasure, AnswerErasure, InviteDesk, AdmitDesk, RevokeDesk,
    SettleConflict, ActivateRules, MoveStock, DrawGrids>;

} // namespace domain
