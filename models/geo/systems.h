// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace geo
{

/// The coordinate systems that a company in China meets, and what people call them.

struct System {
    QString code; ///< "EPSG:4490", "GCJ-02": what Transform::from takes and what is kept
    QString name; ///< in the person's language
};

constexpr auto gcj02 = "GCJ-02";
constexpr auto bd09 = "BD-09";

/// For a list to choose from: the everyday ones first, then the zones of Gauss and Krüger from west to east.
QVector<System> systems();

/// The code of what a person wrote or a file says: "CGCS2000 3度带 117E", "国家2000 39带", "4490", "火星坐标". What isn't one of
/// those comes back as it is, for PROJ to read.
QString systemCodeOf(const QString &text);

} // namespace geo
