// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"

#include "geo/flaws.h"
#include "geo/measures.h"
#include "geo/numbering.h"
#include "geo/transform.h"

#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// Farther than this a grid isn't worth naming beside a point that lies in none.
constexpr double near_m = 500;

/// The grids of one day, and what the tool says of them.
class DivisionCommand
{
public:
    /// Takes --day and --system out of the arguments.
    DivisionCommand(Session &session, Arguments &arguments);

    int at(Arguments &arguments);
    int show(Arguments &arguments);
    int check(Arguments &arguments);

private:
    QJsonObject answerAt(const GeoPoint &point) const;
    GeoPoint pointIn(const QString &lon, const QString &lat) const;
    int answerAll();
    store::NumberedRow gridNamed(const QString &code);
    QString codeOf(const Id &grid) const { return m_text.code(grid); }
    QJsonArray codesOf(const QVector<int> &areas) const;
    void printFlaws();
    void printOddRows();

    Session &m_session;
    store::Reader &m_reader;
    const FieldText m_text;
    std::optional<geo::Transform> m_system; ///< none: the degrees are those of WGS 84
    qint64 m_at_ms = 0;
    std::shared_ptr<const store::Division> m_division;
};

DivisionCommand::DivisionCommand(Session &session, Arguments &arguments)
    : m_session(session)
    , m_reader(session.desk().read())
    , m_text(m_reader)
{
    const QString day = arguments.option(u"--day"_s);
    m_at_ms = day.isEmpty() ? m_reader.now_ms() : m_text.parseTime_ms(u"--day"_s, day);
    if (const QString name = arguments.option(u"--system"_s); !name.isEmpty()) {
        auto system = geo::Transform::from(name);
        if (const auto *refusal = std::get_if<Refusal>(&system))
            refuse(*refusal);
        m_system = std::move(std::get<geo::Transform>(system));
    }
    m_division = m_reader.findDivision(m_at_ms);
    session.checkReading();
}

GeoPoint DivisionCommand::pointIn(const QString &lon, const QString &lat) const
{
    bool isLon = false, isLat = false;
    const double x = lon.toDouble(&isLon), y = lat.toDouble(&isLat);
    if (isLon && isLat && m_system) {
        const auto place = m_system->toWgs84({x, y});
        if (const auto *refusal = std::get_if<Refusal>(&place))
            refuse(*refusal);
        return std::get<GeoPoint>(place);
    }
    const auto point = isLon && isLat ? GeoPoint::fromDegrees(x, y) : std::nullopt;
    if (!point) {
        refuse({u"point"_s, Words::tr("\"%1 %2\" is no place.").arg(lon, lat),
            Words::tr("Write the longitude and then the latitude in degrees, such as 116.3912 "
                      "39.9075.")});
    }
    return *point;
}

/// {"grid": CODE or null, "name", "candidates": [CODE …], "near": [{"grid", "metres"} …]}
QJsonObject DivisionCommand::answerAt(const GeoPoint &point) const
{
    QJsonArray candidates, near;
    const auto found = m_division->index.find(point);
    for (const int area : found)
        candidates.append(codeOf(m_division->index.grid(area)));
    QJsonObject answer{{u"grid"_s, QJsonValue()}, {u"name"_s, QJsonValue()}};
    if (found.size() == 1) {
        const auto row = m_reader.findRow(m_division->index.grid(found.front()));
        answer[u"grid"_s] = candidates.first();
        answer[u"name"_s] = row ? row->row.values.text(grid::Name) : QString();
    }
    if (found.isEmpty()) {
        for (const auto &one : m_division->index.near(point, near_m)) {
            near.append(QJsonObject{{u"grid"_s, codeOf(m_division->index.grid(one.area))},
                {u"metres"_s, std::round(one.metres)}});
        }
        answer.insert(u"near"_s, near);
    }
    answer.insert(u"candidates"_s, candidates);
    return answer;
}

int DivisionCommand::at(Arguments &arguments)
{
    const QString lon = arguments.word(Words::tr("The longitude"));
    if (lon == u"-") {
        arguments.done();
        return answerAll();
    }
    const QString lat = arguments.word(Words::tr("The latitude"));
    arguments.done();
    m_session.print(answerAt(pointIn(lon, lat)));
    m_session.checkReading();
    return 0;
}

/// A point on each line of stdin, an answer on each line of stdout.
int DivisionCommand::answerAll()
{
    QTextStream in(stdin);
    for (QString line; in.readLineInto(&line, 1000);) {
        const QStringList parts = line.replace(u',', u' ').simplified().split(u' ');
        if (parts.size() == 1 && parts.first().isEmpty())
            continue;
        m_session.print(answerAt(pointIn(parts.value(0), parts.value(1))));
    }
    m_session.checkReading();
    return 0;
}

store::NumberedRow DivisionCommand::gridNamed(const QString &code)
{
    const auto row = m_reader.findRowByCode(Register::Grid, code);
    m_session.checkReading();
    if (row)
        return *row;
    refuse({u"grid"_s, Words::tr("There is no grid with the code \"%1\".").arg(code),
        Words::tr("See: griddeskctl grids"), Refusal::Unknown});
}

QJsonArray asJson(const Ring &ring)
{
    QJsonArray corners;
    const auto add = [&corners](const GeoPoint &corner) {
        corners.append(QJsonArray{corner.lon(), corner.lat()});
    };
    std::ranges::for_each(ring, add);
    if (!ring.isEmpty())
        add(ring.first()); // GeoJSON says the first corner again
    return corners;
}

QJsonValue asJson(const Shape &shape)
{
    if (shape.isEmpty())
        return {};
    QJsonArray parts;
    for (const Polygon &part : shape.parts) {
        QJsonArray rings{asJson(part.outer)};
        for (const Ring &hole : part.holes)
            rings.append(asJson(hole));
        parts.append(rings);
    }
    return QJsonObject{{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, parts}};
}

/// The grid as a feature of GeoJSON with the area of the day, and every day from which it was drawn.
int DivisionCommand::show(Arguments &arguments)
{
    const store::NumberedRow row = gridNamed(arguments.word(Words::tr("The grid's code")));
    arguments.done();
    QJsonObject properties = m_text.json(registerSpec(Register::Grid).fields, row.row.values);
    QJsonArray drawn;
    for (const Drawing &drawing : m_reader.findDrawings(row.row.id)) {
        drawn.append(QJsonObject{
            {u"from"_s, drawing.from_ms ? QJsonValue(m_text.time(drawing.from_ms)) : QJsonValue()},
            {u"area_m2"_s, std::round(geo::area_m2(drawing.area))}});
    }
    const auto at = std::ranges::find(m_division->areas, row.row.id, &GridArea::grid);
    const Shape area = at == m_division->areas.end() ? Shape() : at->shape;
    properties.insert(u"area_m2"_s, std::round(geo::area_m2(area)));
    properties.insert(u"drawn"_s, drawn);
    m_session.print(QJsonObject{
        {u"type"_s, u"Feature"_s}, {u"properties"_s, properties}, {u"geometry"_s, asJson(area)}});
    m_session.checkReading();
    return 0;
}

QJsonArray DivisionCommand::codesOf(const QVector<int> &areas) const
{
    QJsonArray codes;
    for (const int area : areas)
        codes.append(codeOf(m_division->index.grid(area)));
    return codes;
}

void DivisionCommand::printFlaws()
{
    const auto flaws = geo::findFlaws(m_division->areas);
    for (const geo::Flaw &flaw : flaws.value_or(QVector<geo::Flaw>())) {
        m_session.print(
            QJsonObject{{u"flaw"_s, flaw.kind == geo::Flaw::Gap ? u"gap"_s : u"overlap"_s},
                {u"sliver"_s, flaw.isSliver}, {u"grids"_s, codesOf(flaw.areas)},
                {u"area_m2"_s, std::round(flaw.area_m2 * 10) / 10}, {u"lon"_s, flaw.place.lon()},
                {u"lat"_s, flaw.place.lat()}});
    }
}

/// Grids that nobody answers for, that have no area while others do, or whose code isn't one.
void DivisionCommand::printOddRows()
{
    m_reader.eachRow(Register::Grid, [this](const store::NumberedRow &row) {
        const QString code = row.row.values.text(grid::Code);
        const auto print = [&](const QString &flaw, const QString &what = {}) {
            QJsonObject line{{u"flaw"_s, flaw}, {u"grids"_s, QJsonArray{code}}};
            if (!what.isEmpty())
                line.insert(u"what"_s, what);
            m_session.print(line);
        };
        if (!row.row.values.has(grid::Chief))
            print(u"no_chief"_s);
        if (std::ranges::find(m_division->areas, row.row.id, &GridArea::grid)
            == m_division->areas.end())
            print(u"no_area"_s);
        if (const auto fault = geo::faultOfCode(code))
            print(u"code"_s, fault->what);
        return true;
    });
}

int DivisionCommand::check(Arguments &arguments)
{
    arguments.done();
    printFlaws();
    printOddRows();
    m_session.checkReading();
    return 0;
}

} // namespace

int runGrid(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(u"at|show|check"_s);
    DivisionCommand command(session, arguments);
    if (what == u"at")
        return command.at(arguments);
    if (what == u"show")
        return command.show(arguments);
    if (what == u"check")
        return command.check(arguments);
    wrongUsage(Words::tr("Grids can't be \"%1\", only at, show, check.").arg(what));
}

} // namespace ctl
