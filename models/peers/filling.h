// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/address.h"
#include "peers/new_desk.h"

#include <QObject>
#include <QThread>

namespace peers
{

class FillingWork;

/// Fetches the snapshot with which a new desk begins, from the desk that let it in, on a thread of its own. A broken line is tried again a few
/// times and goes on where it was. When no snapshot comes, for whatever reason, the folder holds empty tables as
/// before, and the record comes entry by entry.
class Filling : public QObject
{
    Q_OBJECT
public:
    Filling(const store::DeskFolder &folder, const store::Secrets &secrets, const Pin &pin,
        domain::Random &random, QObject *parent = nullptr);
    ~Filling() override;

    void start(const Address &address);

Q_SIGNALS:
    void progressed(qint64 bytes, qint64 all);
    /// `why` no snapshot is in place; empty when one is.
    void ended(const QString &why);

private:
    QThread m_thread;
    FillingWork *m_work;
};

} // namespace peers
