// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/transform.h"

#include <QString>

namespace geo
{

/// What is behind a Transform, for this layer's sources alone: the offsets of China (offset_way.cpp) or PROJ (projection_way.cpp).
class Transform::Way
{
public:
    virtual ~Way() = default;

    virtual QString code() const = 0;
    virtual QString name() const = 0;
    virtual bool isDegrees() const { return true; }
    virtual bool isRough() const { return false; }
    /// In degrees, or nothing where it has no such place.
    virtual std::optional<Coordinate> toDegrees(const Coordinate &place) const = 0;
    virtual std::optional<Coordinate> fromDegrees(const Coordinate &place) const = 0;
    /// Whether the place, in degrees, is one that the system is made for.
    virtual bool isMeantFor(const Coordinate &) const { return true; }
};

/// GCJ-02 and BD-09.
class Transform::Offset final : public Transform::Way
{
public:
    explicit Offset(bool isBaidu);
    QString code() const override;
    QString name() const override;
    std::optional<Coordinate> toDegrees(const Coordinate &place) const override;
    std::optional<Coordinate> fromDegrees(const Coordinate &place) const override;

private:
    bool m_isBaidu;
};

/// Everything that PROJ knows.
class Transform::Projection final : public Transform::Way
{
public:
    /// Null where PROJ can't read it or it is no system of places on earth.
    static std::unique_ptr<Projection> from(const QString &definition);
    ~Projection() override;

    QString code() const override;
    QString name() const override;
    bool isDegrees() const override;
    bool isRough() const override;
    std::optional<Coordinate> toDegrees(const Coordinate &place) const override;
    std::optional<Coordinate> fromDegrees(const Coordinate &place) const override;
    bool isMeantFor(const Coordinate &place) const override;

private:
    struct Proj;
    explicit Projection(std::unique_ptr<Proj> proj);
    std::unique_ptr<Proj> m_proj;
};

} // namespace geo
