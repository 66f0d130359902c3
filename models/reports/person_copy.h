// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QJsonObject>

namespace reports
{

/// All that is held about one customer, as a copy for the person (Personal Information Protection Law, article
/// 45): the file with what was merged into it, premises, household, every ticket with its steps, and who looked at it
/// all. Personal fields are open.
struct PersonCopy {
    struct Fact {
        QString key; ///< of the field, for programs
        QString label; ///< in the window's language
        QString text;
    };
    struct Thing {
        QString kind; ///< "customer", "merged", "premises", "contact", "ticket", "step", "look"
        QString title;
        QVector<Fact> facts;
    };

    QString name;
    QVector<Thing> things; ///< a ticket's steps follow it

    /// {"customer": [{…}], "tickets": [{…, "steps": […]}], …} with the fields' keys.
    QJsonObject json() const;
};

/// Nothing where there is no such customer.
std::optional<PersonCopy> findPersonCopy(store::Reader &reader, const domain::Id &customer);

} // namespace reports
