// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "transfer/import_task.h"

#include <QMap>
#include <QObject>

namespace ui::start
{

/// What the first step asks.
struct CompanyFacts {
    QString company;
    QString deskName;
    QString prefix;
    QString zone;
    QString name; ///< of whoever founds it
    QString login;
    QString password;

    bool operator==(const CompanyFacts &) const = default;
};

/// What a table came to.
struct TableOutcome {
    exchange::ImportCounts counts;
    QVector<transfer::RefusedRow> rows; ///< refused, or taken in without something
    QString rejects; ///< where the refused ones lie
};

/// A company in the making: founded and filled in a folder beside the one that the desk will have, with the same
/// commands as any other, and moved there as the last thing. Whoever goes away before that leaves nothing behind. Long
/// work runs on other threads.
class Foundation : public QObject
{
    Q_OBJECT

public:
    Foundation(const QString &folder, domain::Clock &clock, domain::Random &random,
        QObject *parent = nullptr);
    ~Foundation() override;

    void setCompany(const CompanyFacts &facts);
    const CompanyFacts &company() const { return m_facts; }
    /// Whoever founded it, signed in with the password just chosen; nobody before.
    const store::Identity &founder() const { return m_founder; }
    /// Founds the company if it isn't yet, and takes in the tables, in this order, that it doesn't hold by now; begins
    /// anew where they are others than before. Answers with ready() or failed().
    void build(const QVector<transfer::ImportJob> &jobs);
    void cancel();
    bool isBusy() const { return m_isBusy; }
    const TableOutcome *outcome(domain::Register reg) const;
    /// The desk as it stands; null before the first build.
    Desk *desk() const { return m_desk.get(); }
    /// Puts the refused rows beside the files that they came from, each with its reason.
    void keepRejects();
    /// Moves the desk to its folder. Nothing when it is there.
    std::optional<domain::Refusal> moveIn();

    /// Looks at files for the pages; imports for the foundation.
    transfer::ImportTask &task() { return m_task; }

Q_SIGNALS:
    void progressed(qint64 rows);
    void ready();
    void failed(const QString &why);
    void cancelled();

private:
    void found();
    void discard();
    void opened(const std::optional<domain::Refusal> &refusal);
    void planPasses(const QVector<transfer::ImportJob> &jobs);
    void runNext();
    void take(const exchange::ImportReport &report);
    void fail(const QString &why);

    const QString m_folder;
    const QString m_scratch;
    domain::Clock &m_clock;
    domain::Random &m_random;
    CompanyFacts m_facts;
    std::unique_ptr<Desk> m_desk;
    store::Identity m_founder;
    transfer::ImportTask m_task;
    QVector<transfer::ImportJob> m_passes;
    QFuture<std::optional<domain::Refusal>> m_founding;
    QStringList m_done; ///< what says of each pass carried out that it is the same
    QMap<domain::Register, TableOutcome> m_outcomes;
    bool m_isBusy = false;
    bool m_isCancelled = false;
};

} // namespace ui::start
