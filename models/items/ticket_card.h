// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/source.h"
#include "store/committed.h"

#include "domain/workflow.h"

#include <QObject>
#include <QTimeZone>

namespace items
{

class Sight;
enum class Clarity : quint8;

/// One ticket as its page shows it: its fields with the personal ones opened, the people and the grid
/// by name, the stages of its way, what may be done now, its clocks and its service record. Read anew when
/// a commit touches it.
class TicketCard : public QObject
{
    Q_OBJECT

public:
    struct Person {
        domain::Id id;
        QString login;
        QString name;
        QString role; ///< its code
    };
    struct Customer {
        qint64 number = 0; ///< 0 when the ticket names none
        QString name;
        QString phone;
        QString address;
        QString needs;
        QStringList groups; ///< codes of List::CustomerGroup, and words of one's own
        QVector<qint64> rows; ///< all files of this person: a change of any is one of this card
    };
    struct Grid {
        domain::Id id;
        QString code;
        QString name;
        QString chief;
        QString team;
    };
    struct Stage {
        enum Progress { Done, Here, Ahead } progress = Ahead;
        int number = 0; ///< from 1
        QString state; ///< the first state of the stage, or the present one
    };
    struct File {
        QString name;
        qint64 size_bytes = 0;
        qint64 added_ms = 0;
        QByteArray hash;
        QString key;
    };

    explicit TicketCard(store::Reader &read, QObject *parent = nullptr);

    /// Through whose eyes the customer's contact and the private notes are seen; without one they are clear.
    void setSight(Sight *sight);
    const Sight *sight() const { return m_sight; }

    /// False when there is no such ticket; the card is empty then.
    bool show(qint64 ticket);
    bool show(const QString &number);
    void clear();

    bool isEmpty() const { return m_number == 0; }
    /// Its number in this database; 0 when the card is empty.
    qint64 number() const { return m_number; }
    const domain::Ticket &ticket() const { return m_ticket; }
    /// A kept field's text, personal ones opened.
    QString text(quint8 field) const { return open(field, m_ticket.values[field]); }
    QString open(quint8 field, const QVariant &value) const;
    Person person(const domain::Id &id) const;
    /// What an outage is called, with its code in front.
    QString outage(const domain::Id &id) const;
    /// The number of another ticket.
    QString numberOf(const domain::Id &ticket) const;
    /// How many tickets wait with this one.
    qint64 waitingWith() const;
    const Customer &customer() const { return m_customer; }
    const Grid &grid() const { return m_grid; }
    /// The intake channel's name; its code where the register doesn't have it.
    QString channel() const;
    std::vector<const domain::ActionSpec *> actions(const domain::Id &person) const;
    QVector<Stage> stages() const;
    QVector<File> files() const;
    /// What the company promises now, and in which hours it counts.
    domain::Standards standards() const { return m_read.standards(); }
    QTimeZone zone() const { return m_read.zone(); }
    qint64 now_ms() const { return m_read.now_ms(); }

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    /// Another ticket, or this one as it is now.
    void changed();

private:
    bool take(const std::optional<store::NumberedTicket> &found);
    Customer findCustomer() const;
    Grid findGrid() const;
    bool isTouchedBy(const store::Touched &touched) const;

    Clarity clarity() const;

    store::Reader &m_read;
    Sight *m_sight = nullptr;
    qint64 m_number = 0;
    domain::Ticket m_ticket;
    Customer m_customer;
    Grid m_grid;
};

} // namespace items
