// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <QVector>

namespace exchange
{

// The coordinate systems that maps of this trade come in, for a list to choose from and for those who type. Any other is
// known by its EPSG number.
struct KnownSystem {
    QString code; // "EPSG:4547"
    QString name; // "CGCS2000, 3°, 114°E"
};
QVector<KnownSystem> knownSystems();

// The code that a person means: "4547", "CGCS2000", "国家2000", "WGS 84", "Web Mercator"; what is none of
// these is given back as it is.
QString systemCode(const QString &words);

// Which systems a place in metres could be of, by its digits alone: 38412345, 3123456 is in zone 38.
QStringList likelySystems(const QPointF &place);

} // namespace exchange
