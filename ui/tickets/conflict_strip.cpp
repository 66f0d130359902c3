// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/conflict_strip.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/palette.h"
#include "tickets/conflict_view.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;

namespace
{

constexpr int mostViews = 8; ///< side by side on one ticket; the rest stands in the list

} // namespace

ConflictStrip::ConflictStrip(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_model(sourceOf(office.desk))
    , m_band(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_column(new QVBoxLayout(m_body))
{
    setObjectName(QStringLiteral("conflicts"));
    m_band->setCheckable(true);
    m_band->setAutoRaise(true);
    m_band->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_band->setObjectName(QStringLiteral("conflictBand"));
    m_column->setContentsMargins(look::gap, 0, look::gap, look::gap);
    m_column->setSpacing(look::margin);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::unit, look::unit, look::unit, look::unit);
    column->setSpacing(look::unit);
    column->addWidget(m_band, 0, Qt::AlignLeft);
    column->addWidget(m_body);
    connect(m_band, &QToolButton::toggled, m_body, &QWidget::setVisible);
    connect(&office.desk, &Desk::committed, &m_model, &items::ConflictListModel::takeIn);
    connect(&office.desk, &Desk::satDown, this, &ConflictStrip::personChanged);
    connect(&m_model, &items::ConflictListModel::found, this, &ConflictStrip::renew);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ConflictStrip::showViews);
    hide();
}

void ConflictStrip::showTicket(const Id &ticket)
{
    if (ticket == m_ticket)
        return;
    m_ticket = ticket;
    qDeleteAll(m_views);
    m_views.clear();
    hide();
    if (!ticket.isNull()) {
        m_model.find({store::ConflictQuery::All, ticket, {}});
        const bool mayAny = !m_settleable.isEmpty();
        m_band->setChecked(mayAny);
        m_body->setVisible(mayAny);
    }
}

void ConflictStrip::personChanged()
{
    if (!m_ticket.isNull())
        renew();
}

void ConflictStrip::renew()
{
    const int count = m_model.rowCount();
    setVisible(count > 0 && !m_ticket.isNull());
    store::ConflictReader reader(m_office.desk.read());
    m_settleable = count == 0
        ? QVector<qint64>()
        : reader.findNumbers({store::ConflictQuery::Open, m_ticket, m_office.desk.who()});
    showViews();
}

/// The open ones first, then what was settled, each the newest first.
void ConflictStrip::showViews()
{
    QVector<const items::ConflictCard *> cards;
    m_open = 0;
    for (int row = 0; row < std::min(m_model.rowCount(), mostViews); ++row) {
        const items::ConflictCard *card = m_model.at(row);
        if (!card)
            continue;
        cards.append(card);
        m_open += card->isOpen();
    }
    std::ranges::stable_partition(
        cards, [](const items::ConflictCard *card) { return card->isOpen(); });
    const auto gone = [&cards](qint64 number) {
        return std::ranges::none_of(cards,
            [number](const items::ConflictCard *card) { return card->line.number == number; });
    };
    for (qint64 number : m_views.keys()) {
        if (gone(number))
            m_views.take(number)->deleteLater();
    }
    for (qsizetype place = 0; place < cards.size(); ++place) {
        ConflictView *view = viewFor(cards[place]->line.number);
        m_column->insertWidget(int(place), view);
        view->show(*cards[place], maySettle(cards[place]->line.number));
    }
    const QString words = m_open > 0 ? tr("%n conflicts", nullptr, m_open)
                                     : tr("%n conflicts, settled", nullptr, int(cards.size()));
    m_band->setText(words);
    m_band->setIcon(
        look::icon(m_open > 0 ? QStringLiteral("conflict") : QStringLiteral("done"), tone()));
    m_band->setAccessibleName(words);
    m_band->setToolTip(tr("Two versions of one thing: show or hide them"));
    update();
}

ConflictView *ConflictStrip::viewFor(qint64 number)
{
    ConflictView *&view = m_views[number];
    if (!view) {
        view = new ConflictView(m_office, m_body);
        connect(view, &ConflictView::settled, this, &ConflictStrip::settled);
    }
    return view;
}

look::Tone ConflictStrip::tone() const
{
    return m_open > 0 ? look::Tone::Conflict : look::Tone::Done;
}

void ConflictStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int band = m_band->geometry().bottom() + look::unit;
    painter.fillRect(0, 0, width(), band, look::tint(tone(), palette()));
    painter.fillRect(0, 0, look::unit - 1, height(), look::toneColor(tone(), palette()));
}

} // namespace ui::tickets
