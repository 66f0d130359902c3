// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/desks.h"

#include <QJsonObject>

#include <span>

namespace bench
{

/// What is asked of one bench.
struct Order {
    Desks &desks;
    qint64 tickets = 0; ///< or customers, for the bench of people, or grids, for that of grids
    int rounds = 0; ///< how often each thing is done
};

/// One bench: measures the desk and, in the same run and by turns, the bare database doing the same, so that
/// the ratio says something on a busy machine too. It gives one object with "figure", "baseline" and "ratio". Throws
/// Failed or store::SqlFailure.
struct BenchSpec {
    const char *name;
    qint64 tickets; ///< unless somebody says otherwise
    int rounds; ///< likewise
    QJsonObject (*run)(const Order &order);
};

std::span<const BenchSpec> allBenches();
const BenchSpec *findBench(QStringView name);

QJsonObject benchSave(const Order &order);
QJsonObject benchImport(const Order &order);
QJsonObject benchList(const Order &order);
QJsonObject benchSearch(const Order &order);
QJsonObject benchStart(const Order &order);
QJsonObject benchMemory(const Order &order);
QJsonObject benchReport(const Order &order);
QJsonObject benchPeople(const Order &order);
QJsonObject benchMerge(const Order &order);
QJsonObject benchJoin(const Order &order);
QJsonObject benchLive(const Order &order);
QJsonObject benchGrids(const Order &order);

} // namespace bench
