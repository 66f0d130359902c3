// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "store/committed.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace items
{

/// One grid as the map and its card show it: who answers for it, and what is going on there.
struct GridOnMap {
    qint64 row = 0;
    domain::GridArea area; ///< an empty shape: it has none at that moment
    QString code;
    QString name;
    QString team;
    qint64 chief = 0; ///< the row of the person; 0: nobody answers for it
    QString chiefName;
    QString chiefPhone;
    QString
        actingName; ///< who has the chief's right there by a grant at that moment; empty: nobody
    int people = 0; ///< of the staff who belong to it
    qint64 households = 0;
    qint64 users = 0;
    store::GridFigures figures;
};

/// A row of a register that stands somewhere: equipment with a place.
struct PlacedRow {
    domain::Id id;
    domain::GeoPoint point;
    QString name;
};

/// Everything that the grid map shows, at one moment: how the area is divided, what is going on in each grid, and where the tickets
/// of a query are. Read on another thread, and anew a moment after a commit that touches any of it. What it holds
/// is whole: grids and figures are of the same reading.
class GridMap : public QObject
{
    Q_OBJECT

public:
    /// More points than this nobody can tell apart; `isCut` says when there are more.
    static constexpr qint64 mostPoints = 200'000;

    explicit GridMap(const Source &source, QObject *parent = nullptr);
    ~GridMap() override;

    /// Which moment, in UTC, 0 for now; and which tickets stand on the map: the same question that the list of tickets asks. Reads both
    /// anew.
    void ask(qint64 at_ms, const store::TicketQuery &query);
    const store::TicketQuery &query() const { return m_query; }
    /// The moment of what is there: 0 for now, nothing before the first reading.
    std::optional<qint64> shownMoment_ms() const { return m_shown.asked_ms; }

    /// In the order of their codes.
    const QVector<GridOnMap> &grids() const { return m_shown.grids; }
    /// Of the tickets in no grid.
    const store::GridFigures &elsewhere() const { return m_shown.elsewhere; }
    /// How the area is divided; another pointer when it is divided otherwise.
    const std::shared_ptr<const store::Division> &division() const { return m_shown.division; }
    const QVector<store::TicketPoint> &points() const { return m_points; }
    const QVector<PlacedRow> &equipment() const { return m_shown.equipment; }
    bool isCut() const { return m_points.size() >= mostPoints; }
    const GridOnMap *find(const domain::Id &grid) const;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void gridsChanged();
    void pointsChanged();

private:
    struct Shown {
        std::shared_ptr<const store::Division> division;
        QVector<GridOnMap> grids;
        store::GridFigures elsewhere;
        QVector<PlacedRow> equipment;
        std::optional<qint64> asked_ms;
    };
    static Shown read(store::Reader &reader, const std::optional<qint64> &past_ms);
    void readAnew();

    qint64 m_at_ms = 0;
    store::TicketQuery m_query;
    Shown m_shown;
    QVector<store::TicketPoint> m_points;
    QTimer m_soon;
    QElapsedTimer m_reading;
    bool m_isReading = false;
    bool m_isStale = false; ///< something changed while a reading was under way
    Background m_background;
};

} // namespace items
