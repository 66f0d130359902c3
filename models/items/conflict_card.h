// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/field_texts.h"
#include "store/conflicts.h"

#include "domain/shape.h"

namespace items
{

/// One conflict as people settle it: what it is about, the two versions side by side with who said them, when and at which
/// desk, whether either knew of the other, and what stands now. `later` is the entry that had no effect or
/// contradicts; `earlier` comes before it in the order of the record and may be missing.
struct ConflictCard {
    struct Filled {
        QString label;
        QString text;
    };
    struct Side {
        qint64 position = 0;
        qint64 recorded_ms = 0;
        QString person; ///< empty: nobody of the staff
        QString desk;
        QVector<domain::Event> events;
        QVector<Filled> filled; ///< what it said, where the later one had no effect
        bool knewOther = false;
        bool hasEffect = false;

        bool isThere() const { return position != 0; }
    };
    /// A field of which the two sides say different things.
    struct Field {
        quint8 id = 0;
        QString label;
        QString earlier, later, now; ///< in words; empty: cleared
        bool earlierStands = false;
        bool laterStands = false;
        domain::Shape earlierArea, laterArea; ///< of an area, so that it can be drawn
    };
    struct Settlement {
        QString person;
        QString desk;
        qint64 at_ms = 0;
        QString remark;
    };

    store::ConflictLine line;
    std::optional<domain::Register> reg; ///< of the row that it is about; nothing for a ticket
    qint64 number = 0; ///< of the ticket or row in this database; 0: there is none
    QString subject; ///< "03A-261120-012 厨房漏水", "07 幸福北"
    Side earlier, later;
    QVector<Field> fields;
    QString stateThen; ///< of a ticket, where the later one stands; empty where that isn't told
    QString stateNow; ///< of a ticket
    Settlement settled;

    bool isOpen() const { return line.settledBy == 0; }
    bool isAboutTicket() const { return !reg; }
};

/// Reads them.
class ConflictCards
{
public:
    explicit ConflictCards(store::Reader &read);

    store::ConflictReader &conflicts() { return m_conflicts; }
    std::optional<ConflictCard> card(qint64 number);
    void forget();

private:
    ConflictCard::Side sideFrom(const store::ConflictSide &side);
    void findSubject(ConflictCard &card, domain::Values &now);
    /// All that an entry without effect had filled in, so that it can be done anew.
    QVector<ConflictCard::Filled> filledIn(const QVector<domain::Event> &events);
    void findFields(ConflictCard &card, const domain::Values &now);
    void findSettlement(ConflictCard &card);
    QString nameOf(const domain::Id &row, quint8 field);

    store::Reader &m_read;
    store::ConflictReader m_conflicts;
    FieldTexts m_texts;
};

} // namespace items
