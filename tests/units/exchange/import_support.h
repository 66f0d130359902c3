// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/small_desk.h"
#include "table_support.h"

#include "exchange/mapping_guess.h"
#include "exchange/register_import.h"
#include "exchange/ticket_import.h"

// Imports of small tables into a small company.
namespace imports
{

inline QByteArray summary(const exchange::ImportCounts &counts)
{
    return QStringLiteral("read %1, accepted %2, updated %3, unchanged %4, refused %5")
        .arg(counts.read)
        .arg(counts.accepted)
        .arg(counts.updated)
        .arg(counts.unchanged)
        .arg(counts.refused)
        .toUtf8();
}

class Importer
{
public:
    explicit Importer(Desk &desk)
        : m_desk(desk)
    {
    }

    // By the headers alone, unless a mapping is set.
    QByteArray mapping;
    exchange::ImportOptions options;
    exchange::ImportReport report;

    QByteArray tickets(const QByteArray &csv) { return run(csv, nullptr); }
    QByteArray rows(const char *reg, const QByteArray &csv)
    {
        return run(csv, domain::findRegister(QString::fromLatin1(reg)));
    }
    QString rejects() const
    {
        QFile file(report.rejects);
        return !report.rejects.isEmpty() && file.open(QIODevice::ReadOnly)
            ? QString::fromUtf8(file.readAll())
            : QString();
    }

private:
    QByteArray run(const QByteArray &csv, const domain::RegisterSpec *reg)
    {
        auto opened = exchange::openTable(tables::written(m_folder, QStringLiteral("t.csv"), csv));
        if (const auto *refusal = std::get_if<exchange::FileRefusal>(&opened))
            return refusal->line().toUtf8();
        auto &table = *std::get<std::unique_ptr<exchange::TableReader>>(opened);
        auto how = exchange::parseMapping(mapping, QStringLiteral("m.json"));
        if (mapping.isEmpty()) {
            const auto targets = reg ? exchange::Targets::of(*reg) : exchange::Targets::ofTickets();
            how = exchange::guessMapping(targets, table.columns(), QStringLiteral("t"));
        }
        if (const auto *refusal = std::get_if<exchange::FileRefusal>(&how))
            return refusal->line().toUtf8();
        options.rejects = m_folder.filePath(QStringLiteral("rejects.csv"));
        const auto &mapped = std::get<exchange::Mapping>(how);
        auto done = reg ? exchange::importRegister(m_desk, table, *reg, mapped, options)
                        : exchange::importTickets(m_desk, table, mapped, options);
        if (const auto *refusal = std::get_if<exchange::FileRefusal>(&done))
            return refusal->line().toUtf8();
        report = std::get<exchange::ImportReport>(done);
        return summary(report.counts);
    }

    Desk &m_desk;
    QTemporaryDir m_folder;
};

} // namespace imports
