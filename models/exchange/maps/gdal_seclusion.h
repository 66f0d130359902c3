// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace exchange
{

// Makes GDAL a reader of five formats that sees nothing but memory: no other driver is there, no address is fetched (a
// GeoJSON may name its coordinate system by a link, a GeoPackage may ask a service for an address), no file of the disk or of
// an archive can be named inside a map, and nothing is written beside one. Once for the process.
void secludeGdal();

// What the drivers are told on this thread before one of them opens a map.
void tellDrivers();

} // namespace exchange
