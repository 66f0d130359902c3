// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QVector>

#include <optional>

namespace items
{

/// One request of a service, or one matter out of a folder, as far as somebody wants to know of it.
struct OnlineLine {
    enum class Kind : quint8 {
        Refused, ///< the desk didn't take it; of a service it is asked for again
        ReplyFailed, ///< the service hasn't taken what became of it
        Remark, ///< something of it was left out, or couldn't be fetched
        NoNumber, ///< the service has given it a token alone
        CameIn, ///< it is a ticket
    };

    Kind kind = Kind::CameIn;
    QString id; ///< its number at the source; empty where the whole is meant
    QString reason;
    QString ticket; ///< its number here; empty where it has none
    QString title;
    QString state; ///< of the ticket, by its code

    bool operator==(const OnlineLine &) const = default;
};

/// A service that this desk asks, or a folder that it empties: how it is set up and what came of it.
struct OnlineSource {
    enum class Kind : quint8 { Service, Folder };

    Kind kind = Kind::Service;
    QString name; ///< of a folder its path
    QString address; ///< of a service, as everybody may see it
    QString jurisdiction;
    bool hasKey = false;
    bool hasMapping = false; ///< one of its own
    QString mapping; ///< of a folder the mapping file's path
    bool tellsStatus = false; ///< replies go back to it
    int overlap_min = 0;
    int interval_min = 0; ///< 0: only when somebody asks
    qint64 tried_ms = 0, success_ms = 0; ///< 0: never
    qint64 taken = 0, sent = 0; ///< new tickets, and replies that it took, since it was set up
    qint64 accepted = 0, updated = 0, refused = 0; ///< of the last round
    qint64 waiting = 0; ///< requests that have a token and no number yet
    qint64 again = 0; ///< refused ones that are asked for again
    qint64 untold = 0; ///< replies that it hasn't taken
    bool isStopped = false; ///< the last round was ended before it was through
    QString trouble; ///< why the last round failed; empty: it didn't
    QVector<OnlineLine> lines; ///< what is to be looked at first, the newest tickets behind it

    bool operator==(const OnlineSource &) const = default;
};

/// What somebody typed to set one up, or to change it.
struct OnlineSetup {
    OnlineSource::Kind kind = OnlineSource::Kind::Service;
    bool isNew = true;
    QString name; ///< of a folder its path
    QString address;
    QString jurisdiction;
    std::optional<QString> key; ///< nothing: the one that is there stays
    std::optional<QString>
        mapping; ///< a file's path; empty: none of its own; nothing: the one that is there stays
    int overlap_min = 1440;
    int interval_min = 15;
    bool tellsStatus = false;
};

/// How a round is going.
struct OnlineRound {
    bool isOn = false;
    QString name; ///< the service or folder that is being asked; empty at its beginning
    qint64 read = 0, accepted = 0;
};

/// What came of asking one of them.
struct OnlineOutcome {
    QString name;
    qint64 accepted = 0, updated = 0, refused = 0, sent = 0;
    bool isStopped = false;
    QString trouble; ///< why it failed; empty: it didn't
};

/// The online channel of one desk, as its window sees it: which services it asks and which folders it empties, what came of it, and what
/// may be asked of it. What the window is put together with does it over the network; this one has none.
class OnlineChannel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    using Outcome = QFuture<std::optional<domain::Refusal>>;

    /// Why nothing is asked by itself just now.
    enum class Hold : quint8 {
        None,
        Off, ///< this window doesn't ask by itself
        Nobody, ///< nobody sits here in whose name matters could be taken in
        NoRight, ///< whoever sits here may take none in
    };

    virtual QVector<OnlineSource> sources() const { return {}; }
    virtual OnlineRound round() const { return {}; }
    virtual bool asksByItself() const { return false; }
    virtual Hold hold() const { return Hold::Off; }

    /// Asks one by its name or path, or all, in the name of whoever sits here.
    virtual void ask(const QString &) { }
    virtual void stop() { }
    /// Reads anew what stands in the desk; changed() follows.
    virtual void renew() { }
    virtual Outcome setAsksByItself(bool)
    {
        return QtFuture::makeReadyFuture(std::optional<domain::Refusal>());
    }
    /// The refusal names the member; nothing is changed then.
    virtual Outcome put(const OnlineSetup &)
    {
        return QtFuture::makeReadyFuture(std::optional<domain::Refusal>());
    }
    virtual Outcome remove(const QString &)
    {
        return QtFuture::makeReadyFuture(std::optional<domain::Refusal>());
    }

Q_SIGNALS:
    void changed();
    /// One of them was asked, by itself or because somebody wanted it.
    void asked(const items::OnlineOutcome &outcome);
};

} // namespace items
