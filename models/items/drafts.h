// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/drafts.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace items
{

/// The drafts of a desk as its window holds them: read at start, kept on the disk a moment after each
/// change, on a thread of their own. What was put in and not yet written is written before it goes.
class Drafts : public QObject
{
    Q_OBJECT

public:
    static constexpr int moment_ms = 400;

    /// `clock` and `random` must outlive it.
    Drafts(const store::DeskFolder &folder, const store::Secrets &secrets,
        const domain::Clock &clock, domain::Random &random, QObject *parent = nullptr);
    ~Drafts() override;

    /// In the order in which they were begun.
    const QVector<store::Draft> &all() const { return m_drafts; }
    const store::Draft *find(const domain::Id &id) const;
    void put(const domain::Id &id, const QJsonObject &fields, bool parked = false);
    void remove(const domain::Id &id);

Q_SIGNALS:
    void changed();
    /// Everything that was put in so far is on the disk.
    void written();
    void failed(const QString &why);

private:
    void write();

    store::DraftFile m_file;
    const domain::Clock &m_clock;
    QVector<store::Draft> m_drafts;
    QTimer m_moment;
    QThreadPool m_thread;
};

} // namespace items
