// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/grid_map_page.h"

#include "gridmap/base_map_choice.h"
#include "gridmap/division_editor.h"
#include "gridmap/map_bar.h"
#include "items/gates.h"
#include "look/measures.h"
#include "map/day_slider.h"
#include "map/layer_strip.h"
#include "map/map_frame.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "shell/settings.h"
#include "tickets/office.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::gridmap
{

using namespace domain;

namespace
{

constexpr int minute_ms = 60'000;
constexpr int yearDays = 366;
const QString themeKey = QStringLiteral("map/theme");
const QString scaleKey = QStringLiteral("map/scale");
const QString limitsKey = QStringLiteral("map/limits/"); // and the theme
const QString layersKey = QStringLiteral("map/layers");
const QString scopeKey = QStringLiteral("map/scope");

} // namespace

GridMapPage::GridMapPage(Desk &desk, shell::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_settings(settings)
    , m_shown(tickets::sourceOf(desk))
    , m_bar(new MapBar(this))
    , m_frame(new map::MapFrame(this))
    , m_background(tickets::sourceOf(desk))
{
    layOut();
    QList<widgets::Choice> themes;
    for (const items::GridTheme &theme : items::gridThemes())
        themes.append({QString::fromLatin1(theme.code), theme.titleText(), {}});
    m_frame->legend().setThemes(themes);
    restore();
    connectView();
    connectCard();
    connect(m_bar, &MapBar::changed, this, &GridMapPage::ask);
    connect(m_bar, &MapBar::left, &m_frame->view(),
        [this] { m_frame->view().setFocus(Qt::OtherFocusReason); });
    connect(&m_frame->days(), &map::DaySlider::dayChosen, this, &GridMapPage::ask);
    connect(&m_desk, &Desk::committed, this, [this](const store::Committed &committed) {
        if (isVisible()) // whoever comes back to the page has it read anew
            m_shown.takeIn(committed);
    });
    connect(&m_desk, &Desk::satDown, this, &GridMapPage::personChanged);
    connect(&m_shown, &items::GridMap::gridsChanged, this, &GridMapPage::showGrids);
    connect(&m_shown, &items::GridMap::pointsChanged, this, &GridMapPage::showPoints);
    m_minute.setInterval(minute_ms);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        showDays();
        ask();
    });
    personChanged();
}

GridMapPage::~GridMapPage() = default;

map::MapView &GridMapPage::view()
{
    return m_frame->view();
}

void GridMapPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_frame, 1);
    m_frame->view().setEmptyWords(
        tr("Here stand the grids. Import a map of them (Shift+F10), or draw the first one."));
    setFocusProxy(m_frame);
    m_edit = m_bar->addAction("settings", tr("Draw grids"), Qt::CTRL | Qt::Key_E);
    connect(m_edit, &QAbstractButton::clicked, this, &GridMapPage::edit);
    m_base = new BaseMapChoice(
        *m_frame, m_settings, *m_bar->addAction("map", tr("Base map"), QKeySequence()));
    connect(m_base, &BaseMapChoice::failed, m_bar, &MapBar::say);
    auto *print = m_bar->addAction("print", tr("Print"), QKeySequence(QKeySequence::Print));
    connect(print, &QAbstractButton::clicked, this, &GridMapPage::print);
}

void GridMapPage::restore()
{
    m_frame->legend().setTheme(m_settings.value(themeKey, QStringLiteral("open")).toString());
    const int scale = m_settings.value(scaleKey).toInt();
    m_frame->legend().setKind(
        map::ThemeScale::Kind(std::clamp(scale, 0, map::ThemeScale::kinds - 1)));
    if (const QStringList layers = m_settings.value(layersKey).toStringList(); !layers.isEmpty())
        m_frame->layers().setActive(layers);
}

void GridMapPage::connectView()
{
    connect(&m_frame->legend(), &map::MapLegend::themeChosen, this, [this](const QString &id) {
        m_settings.setValue(themeKey, id);
        colour();
    });
    connect(&m_frame->legend(), &map::MapLegend::kindChosen, this, &GridMapPage::chooseKind);
    connect(&m_frame->legend(), &map::MapLegend::limitsTyped, this, &GridMapPage::keepLimits);
    connect(&m_frame->layers(), &map::LayerStrip::activeChanged, this,
        [this](const QStringList &layers) { m_settings.setValue(layersKey, layers); });
    connect(&m_frame->view(), &map::MapView::gridActivated, this, &GridMapPage::openCard);
    connect(&m_frame->view(), &map::MapView::gridChosen, this, [this](const Id &grid) {
        if (!m_asked.isNull() && !grid.isNull())
            openCard(grid);
    });
    connect(&m_frame->view(), &map::MapView::pinActivated, this, &GridMapPage::openPin);
    connect(&m_frame->view(), &map::MapView::clusterActivated, this, &GridMapPage::listTickets);
    connect(&m_frame->view(), &map::MapView::areaSelected, this, &GridMapPage::selectArea);
    connect(&m_frame->view(), &map::MapView::contextAsked, this, &GridMapPage::offerActions);
}

void GridMapPage::connectCard()
{
    connect(&m_frame->card(), &map::GridCard::ticketActivated, this, &GridMapPage::openPin);
    connect(&m_frame->card(), &map::GridCard::taskActivated, this,
        [this](const Id &task) { Q_EMIT rowAsked(Register::Task, task); });
    connect(&m_frame->card(), &map::GridCard::callAsked, this, &GridMapPage::copyPhone);
    connect(&m_frame->card(), &map::GridCard::listAsked, this, &GridMapPage::listOpen);
    connect(&m_frame->card(), &map::GridCard::closed, this, &GridMapPage::closeCard);
}

/// Somebody else sits here: other lists are theirs.
void GridMapPage::personChanged()
{
    const items::Seat seat = tickets::seatOf(m_desk);
    QStringList scopes{QStringLiteral("open"), QStringLiteral("soon"), QStringLiteral("late"),
        QStringLiteral("visit"), QStringLiteral("all")};
    if (!seat.grid.isEmpty())
        scopes.insert(1, QStringLiteral("grid"));
    if (!seat.login.isEmpty())
        scopes.insert(1, QStringLiteral("mine"));
    m_bar->setScopes(scopes);
    const bool mayDraw =
        items::isOpenTo({.registers = {Register::Drawing}}, m_desk.who(), m_desk.read().grants());
    m_edit->setVisible(mayDraw);
    if (m_editor && !mayDraw)
        endEditing();
    showDays();
    if (isVisible())
        ask();
}

QDate GridMapPage::today()
{
    return QDateTime::fromMSecsSinceEpoch(m_desk.read().now_ms(), m_desk.read().zone()).date();
}

void GridMapPage::showDays()
{
    m_frame->days().setDays(today().addDays(-yearDays), today());
}

/// What stands on the map is asked for anew; a past day is shown as it ended.
void GridMapPage::ask()
{
    const QTimeZone zone = m_desk.read().zone();
    const qint64 moment_ms = m_frame->days().isToday()
        ? 0
        : m_frame->days().day().addDays(1).startOfDay(zone).toMSecsSinceEpoch() - 1;
    const items::Seat seat = tickets::seatOf(m_desk);
    store::TicketQuery query = m_bar->query(seat, moment_ms ? moment_ms : m_desk.read().now_ms());
    if (moment_ms) {
        query.filters.removeIf([](const store::Filter &filter) {
            return filter.key == u"open" || filter.key == u"overdue";
        });
    }
    m_shown.ask(moment_ms, query);
}

bool GridMapPage::fits(store::TicketPoint::State state) const
{
    const QString scope = m_bar->scope();
    if (scope == u"late")
        return state == store::TicketPoint::Late;
    return scope == u"all" || scope == u"visit" || state != store::TicketPoint::Over;
}

void GridMapPage::showGrids()
{
    if (m_editor)
        return; // the map shows the draft
    if (m_isToDraw && m_shown.shownMoment_ms() == 0) {
        m_isToDraw = false;
        draw();
        return;
    }
    const bool isOtherDay =
        std::exchange(m_drawnMoment_ms, m_shown.shownMoment_ms()) != m_shown.shownMoment_ms();
    if (std::exchange(m_drawn, m_shown.division()) != m_shown.division() || isOtherDay)
        m_frame->view().setGrids(gridsOf(m_shown));
    m_frame->view().setWork(workOf(m_shown));
    colour();
    if (!m_led.isNull() && m_shown.shownMoment_ms() == 0 && m_shown.find(m_led)) {
        const Id led = std::exchange(m_led, {});
        m_frame->view().showGrid(led);
        openCard(led);
    } else if (!m_asked.isNull()) {
        openCard(m_asked);
    }
}

void GridMapPage::showPoints()
{
    const auto pins =
        pinsOf(m_shown, [this](store::TicketPoint::State state) { return fits(state); });
    m_frame->view().setPins(pins);
    m_bar->say(m_shown.isCut() ? tr("The newest %L1 of the tickets").arg(items::GridMap::mostPoints)
                               : tr("%Ln ticket(s) with a place", nullptr,
                                   int(pins.size() - m_shown.equipment().size())));
}

const items::GridTheme &GridMapPage::theme() const
{
    const auto themes = items::gridThemes();
    const auto chosen = std::ranges::find_if(themes, [this](const auto &theme) {
        return m_frame->legend().theme() == QLatin1StringView(theme.code);
    });
    return chosen == themes.end() ? themes.front() : *chosen;
}

void GridMapPage::colour()
{
    QVector<double> own;
    for (const QString &limit :
        m_settings.value(limitsKey + m_frame->legend().theme()).toStringList())
        own.append(limit.toDouble());
    m_colouring = colouringOf(m_shown, theme(), m_frame->legend().kind(), own);
    m_frame->view().setTheme(m_colouring.theme);
    m_frame->legend().setLegend(m_colouring.legend);
    m_frame->legend().setLimits(m_colouring.limits);
}

/// Each theme keeps limits of its own; who has set none yet begins from those that stood there.
void GridMapPage::chooseKind()
{
    const map::MapLegend &legend = m_frame->legend();
    m_settings.setValue(scaleKey, int(legend.kind()));
    const bool hasOwn = !m_settings.value(limitsKey + legend.theme()).toStringList().isEmpty();
    if (legend.kind() == map::ThemeScale::Kind::Own && !hasOwn)
        keepLimits();
    else
        colour();
}

void GridMapPage::keepLimits()
{
    const map::MapLegend &legend = m_frame->legend();
    QStringList limits;
    for (const double limit : legend.limits())
        limits << QString::number(limit);
    m_settings.setValue(limitsKey + legend.theme(), limits);
    colour();
}

void GridMapPage::showGrid(const Id &grid)
{
    m_frame->days().setDay(today());
    m_led = grid;
    ask();
}

void GridMapPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_minute.start();
    showDays();
    ask();
}

void GridMapPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace ui::gridmap
