// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/transform_way.h"

#include <proj.h>

#include <cmath>

namespace geo
{

namespace
{

struct FreeContext {
    void operator()(PJ_CONTEXT *context) const { proj_context_destroy(context); }
};
struct FreePj {
    void operator()(PJ *pj) const { proj_destroy(pj); }
};
using Context = std::unique_ptr<PJ_CONTEXT, FreeContext>;
using Pj = std::unique_ptr<PJ, FreePj>;

Context quietContext()
{
    Context context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

// What of it is about longitude and latitude, without heights and the way to another datum that it may carry.
Pj flatOf(PJ_CONTEXT *context, const PJ *system)
{
    switch (proj_get_type(system)) {
    case PJ_TYPE_COMPOUND_CRS:
        return Pj(proj_crs_get_sub_crs(context, system, 0));
    case PJ_TYPE_BOUND_CRS:
        return Pj(proj_get_source_crs(context, system));
    default:
        return Pj(proj_clone(context, system));
    }
}

bool hasDegrees(PJ_CONTEXT *context, const PJ *system)
{
    const Pj flat = flatOf(context, system);
    const Pj axes(flat ? proj_crs_get_coordinate_system(context, flat.get()) : nullptr);
    return axes && proj_cs_get_type(context, axes.get()) == PJ_CS_TYPE_ELLIPSOIDAL;
}

bool isOfPlaces(const PJ *system)
{
    switch (proj_get_type(system)) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_BOUND_CRS:
    case PJ_TYPE_COMPOUND_CRS:
        return true;
    default: // a building site's own axes, heights alone, clocks
        return false;
    }
}

Pj wayBetween(PJ_CONTEXT *context, const PJ *system, const PJ *wgs84)
{
    const Pj way(proj_create_crs_to_crs_from_pj(context, system, wgs84, nullptr, nullptr));
    return Pj(way ? proj_normalize_for_visualization(context, way.get()) : nullptr);
}

// PROJ has no shift from CGCS2000 because there is none to speak of: some centimetres, by definition.
bool isCgcs2000(PJ_CONTEXT *context, const PJ *system)
{
    const Pj geodetic(proj_crs_get_geodetic_crs(context, system));
    const QString name = geodetic ? QString::fromUtf8(proj_get_name(geodetic.get())) : QString();
    return name.contains(QLatin1StringView("2000"))
        && (name.contains(QLatin1StringView("CGCS")) || name.contains(QLatin1StringView("China")));
}

std::optional<Coordinate> went(PJ *way, PJ_DIRECTION direction, const Coordinate &place)
{
    proj_errno_reset(way);
    const PJ_COORD out = proj_trans(way, direction, proj_coord(place.x, place.y, 0, HUGE_VAL));
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y))
        return {};
    return Coordinate{out.xy.x, out.xy.y};
}

// Whether PROJ had to take the two datums for one at this place, since it knows no better.
bool isGuess(PJ_CONTEXT *context, PJ *way, const Coordinate &degrees)
{
    went(way, PJ_INV, degrees);
    const Pj used(proj_trans_get_last_used_operation(way));
    return used && proj_coordoperation_has_ballpark_transformation(context, used.get()) == 1;
}

} // namespace

struct Transform::Projection::Proj {
    Context context = quietContext(); // before all that lives in it
    Pj system;
    Pj way;
    bool isDegrees = false;
    bool isRough = false;

    double west = -180, south = -90, east = 180, north = 90;

    void readArea()
    {
        double w = 0, s = 0, e = 0, n = 0;
        // -1000 stands for a side that nobody knows. None goes over the date line here.
        if (proj_get_area_of_use(context.get(), system.get(), &w, &s, &e, &n, nullptr) && w >= -180
            && w < e)
            west = w, south = s, east = e, north = n;
    }
};

Transform::Projection::Projection(std::unique_ptr<Proj> proj)
    : m_proj(std::move(proj))
{
}

Transform::Projection::~Projection() = default;

std::unique_ptr<Transform::Projection> Transform::Projection::from(const QString &definition)
{
    auto proj = std::make_unique<Proj>();
    PJ_CONTEXT *context = proj->context.get();
    QString text = definition;
    if (text.startsWith(u'+') && !text.contains(u"+type=crs"))
        text += QStringLiteral(" +type=crs");
    proj->system.reset(proj_create(context, text.toUtf8().constData()));
    if (!proj->system || !isOfPlaces(proj->system.get()))
        return {};
    const Pj wgs84(proj_create(context, "EPSG:4326"));
    proj->way = wayBetween(context, proj->system.get(), wgs84.get());
    if (!proj->way)
        return {};
    proj->readArea();
    proj->isDegrees = hasDegrees(context, proj->system.get());
    const Coordinate middle{(proj->west + proj->east) / 2, (proj->south + proj->north) / 2};
    proj->isRough =
        !isCgcs2000(context, proj->system.get()) && isGuess(context, proj->way.get(), middle);
    return std::unique_ptr<Projection>(new Projection(std::move(proj)));
}

QString Transform::Projection::code() const
{
    const char *authority = proj_get_id_auth_name(m_proj->system.get(), 0);
    const char *number = proj_get_id_code(m_proj->system.get(), 0);
    return authority && number
        ? QStringLiteral("%1:%2").arg(QString::fromUtf8(authority), QString::fromUtf8(number))
        : QString();
}

QString Transform::Projection::name() const
{
    return QString::fromUtf8(proj_get_name(m_proj->system.get()));
}

bool Transform::Projection::isDegrees() const
{
    return m_proj->isDegrees;
}

bool Transform::Projection::isRough() const
{
    return m_proj->isRough;
}

std::optional<Coordinate> Transform::Projection::toDegrees(const Coordinate &place) const
{
    return went(m_proj->way.get(), PJ_FWD, place);
}

std::optional<Coordinate> Transform::Projection::fromDegrees(const Coordinate &place) const
{
    return went(m_proj->way.get(), PJ_INV, place);
}

bool Transform::Projection::isMeantFor(const Coordinate &place) const
{
    // A town at a zone's edge is drawn in one zone; a degree is as far as a town goes.
    constexpr double margin = 1;
    return place.x >= m_proj->west - margin && place.x <= m_proj->east + margin
        && place.y >= m_proj->south - margin && place.y <= m_proj->north + margin;
}

} // namespace geo
