// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <QObject>
#include <QStringList>

namespace ui::start
{

/// How a computer becomes one more desk of a company, as its first window sees it: ask to be let in, compare digits, then take in the
/// record. What the window is put together with does it over the network.
class Joiner : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks in the local network where people stand ready to let a desk in; found() follows.
    virtual void look() = 0;
    virtual QStringList found() const = 0;
    virtual void joinInvited(const QString &address, const QString &code) = 0;
    virtual void joinComparing(const QString &address) = 0;
    /// The person says that the digits are the same.
    virtual void confirm() = 0;
    /// Ends what is under way. Before the desk was let in nothing is left; afterwards the next start goes on.
    virtual void giveUp() = 0;
    /// Goes on taking in the record, where an earlier start stopped.
    virtual void goOn() = 0;

Q_SIGNALS:
    void foundChanged();
    void digitsShown(const QString &digits);
    /// This desk belongs to the company; its record comes in now.
    void joined();
    /// Entries that are here, and how many there will be as far as is known; 0: nobody knows yet.
    void progressed(qint64 here, qint64 all);
    /// The other desk isn't reached at the moment; it is tried again by itself.
    void interrupted(const QString &why);
    /// All is here: the desk can be opened.
    void filled();
    /// The refusal's field is "address", "code" or empty.
    void failed(const domain::Refusal &why);
};

} // namespace ui::start
