// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/looks.h"
#include "items/shown_contact.h"

#include <QTimer>

namespace items
{

/// How clearly one customer's contact stands before a person. At first it is masked, so that running through a
/// list shows nobody. Once it has stood there for a moment it becomes clear to whoever works on it or has the right, and
/// the look is on record; anybody else is shown it for a reason, if at all.
class Sight : public QObject
{
    Q_OBJECT

public:
    explicit Sight(Looks &looks, QObject *parent = nullptr);

    /// The customer of a ticket comes into view. The same one again stays as clear as it is.
    void lookAt(const domain::Ticket &ticket);
    /// A customer's file does.
    void lookAt(const domain::Id &customer);
    void lookAway();
    /// Without waiting: whoever opens a thing has chosen it.
    void lookClosely();
    Clarity clarity() const { return m_clarity; }
    /// It stays masked unless a reason is given.
    bool asksForReason() const;
    QFuture<store::Verdict> reveal(const QString &reason);

    /// How long it has to stand there; a test waits less.
    void setRest_ms(int rest_ms) { m_rest.setInterval(rest_ms); }

Q_SIGNALS:
    void changed();

private:
    struct Subject {
        domain::Id customer;
        domain::Id ticket; ///< null: the file itself
        bool isUnasked = false;
        bool operator==(const Subject &) const = default;
    };
    void lookAt(const Subject &subject);
    void clear(const Subject &subject); // what has come into view meanwhile stays covered

    Looks &m_looks;
    QTimer m_rest;
    Subject m_subject;
    Clarity m_clarity = Clarity::Masked;
};

} // namespace items
