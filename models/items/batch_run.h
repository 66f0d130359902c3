// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "store/committed.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace items
{

/// Many commands through the one gate, a helping at a time: each is accepted or refused by itself, and what was refused is told by its
/// name. Between two helpings others get their turn, and whoever waits may stop it; what is recorded by then stays.
class BatchRun : public QObject
{
    Q_OBJECT

public:
    struct Deed {
        QString name; ///< how a refusal is told: a ticket's number
        domain::Command command;
        QString obstacle = {}; ///< why it isn't even tried; told as a refusal
    };
    struct Summary {
        qint64 done = 0;
        qint64 refused = 0;
        QStringList refusals; ///< "03A-261120-012: …", the first few
        bool isStopped = false;
    };
    using Submit =
        std::function<QFuture<QVector<store::Verdict>>(const QVector<domain::Command> &)>;
    /// The next of them, so many at most; none: that was all.
    using Next = std::function<QVector<Deed>(qsizetype)>;

    explicit BatchRun(Submit submit, QObject *parent = nullptr);

    static constexpr qsizetype helping = 50;
    static constexpr qsizetype mostTold = 5;
    void start(Next next);
    void stop() { m_summary.isStopped = m_isRunning; }
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(qint64 done);
    void finished(const items::BatchRun::Summary &summary);

private:
    void goOn();
    void refuse(const Deed &deed, const QString &why);
    void take(const QVector<Deed> &deeds, const QVector<store::Verdict> &verdicts);

    const Submit m_submit;
    Next m_next;
    Summary m_summary;
    bool m_isRunning = false;
};

} // namespace items
