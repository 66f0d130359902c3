// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/place_field.h"

#include "domain/ticket_fields.h"
#include "intake/place_dialog.h"
#include "look/icons.h"
#include "look/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui::intake
{

using namespace domain;

PlaceField::PlaceField(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_words(new QLabel(this))
    , m_map(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    row->addWidget(m_words, 1);
    row->addWidget(m_map);
    m_words->setMinimumHeight(look::fieldHeight);
    m_map->setIcon(look::icon(QStringLiteral("map")));
    m_map->setAutoRaise(true);
    m_map->setShortcut(Qt::CTRL | Qt::Key_G);
    m_map->setToolTip(tr("Show on the map where it is (Ctrl+G)"));
    m_map->setAccessibleName(tr("Show on the map where it is"));
    m_map->setFocusPolicy(Qt::TabFocus);
    connect(m_map, &QToolButton::clicked, this, &PlaceField::pick);
}

void PlaceField::addTo(Values &ticket) const
{
    if (m_point) {
        ticket.set(field::Lon, m_point->lon());
        ticket.set(field::Lat, m_point->lat());
    }
    if (!m_grid.isNull())
        ticket.set(field::Grid, QVariant::fromValue(m_grid));
}

void PlaceField::showAnswer(const items::CallerAnswer &answer, bool hasAddress)
{
    const QString place = m_point ? tr(" · on the map") : QString();
    if (!answer.grid.isNull())
        m_words->setText(QStringLiteral("%1 %2").arg(answer.gridCode, answer.chiefName) + place);
    else
        m_words->setText(hasAddress || m_point ? tr("none found") + place : QString());
    m_words->setToolTip(answer.gridName);
}

QString PlaceField::words() const
{
    return m_words->text();
}

void PlaceField::pick()
{
    auto *dialog = new PlaceDialog(m_desk, m_point, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_point = dialog->point();
        m_grid = dialog->grid();
        Q_EMIT changed();
    });
    dialog->open();
}

void PlaceField::clear()
{
    m_point.reset();
    m_grid = {};
    m_words->clear();
}

void PlaceField::toDraft(QJsonObject &draft) const
{
    if (m_point) {
        draft[QStringLiteral("lon_e7")] = m_point->lon_e7;
        draft[QStringLiteral("lat_e7")] = m_point->lat_e7;
    }
    if (!m_grid.isNull())
        draft[QStringLiteral("grid")] = m_grid.toHex();
}

void PlaceField::fromDraft(const QJsonObject &draft)
{
    clear();
    if (draft.contains(QStringLiteral("lon_e7"))) {
        m_point = GeoPoint{
            draft[QStringLiteral("lon_e7")].toInt(), draft[QStringLiteral("lat_e7")].toInt()};
    }
    m_grid = Id::fromHex(draft[QStringLiteral("grid")].toString()).value_or(Id());
}

} // namespace ui::intake
