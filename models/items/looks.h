// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "store/reader.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace items
{

/// Who looks, and how the look goes on record.
struct Onlooker {
    store::Reader &read;
    std::function<domain::Actor()> who;
    std::function<QFuture<store::Verdict>(const domain::Command &)> submit;
};

/// Puts on record what whoever sits here is shown of customers. The same person looking at the same thing for the
/// same purpose again within half an hour is one look.
class Looks : public QObject
{
    Q_OBJECT

public:
    explicit Looks(Onlooker onlooker, QObject *parent = nullptr);

    /// Whether the contact of this ticket's customer may be shown without giving a reason.
    bool maySeeUnasked(const domain::Values &ticket) const;
    /// Whether it may be shown for a reason.
    bool mayReveal() const;
    /// A look that a right allows; it is recorded behind the window's back, and a refusal comes as failed().
    void note(const domain::Id &customer, const domain::Id &ticket, const QString &purpose);
    /// A look for a reason: shown when it is on record.
    QFuture<store::Verdict> reveal(
        const domain::Id &customer, const domain::Id &ticket, const QString &reason);

Q_SIGNALS:
    void failed(const QString &why);

private:
    bool isFresh(const QByteArray &key);

    const Onlooker m_onlooker;
    QHash<QByteArray, qint64> m_last_ms;
};

} // namespace items
