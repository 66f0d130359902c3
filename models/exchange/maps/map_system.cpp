// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/maps/map_system.h"

namespace exchange
{

namespace
{

constexpr int wgs84 = 4326; // EPSG

} // namespace

MapSystem findSystem(const QString &code)
{
    auto system = std::make_unique<OGRSpatialReference>();
    if (system->SetFromUserInput(
            code.toUtf8().constData(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get())
            != OGRERR_NONE
        || !isOnEarth(system.get()))
        return nullptr;
    system->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

bool isOnEarth(const OGRSpatialReference *system)
{
    return system && !system->IsLocal() && (system->IsGeographic() || system->IsProjected());
}

std::unique_ptr<OGRCoordinateTransformation> wayToWgs84(const OGRSpatialReference &from)
{
    OGRSpatialReference source(from);
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference target;
    target.importFromEPSG(wgs84);
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return std::unique_ptr<OGRCoordinateTransformation>(
        OGRCreateCoordinateTransformation(&source, &target));
}

} // namespace exchange
