// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_legend.h"

#include "map/floating.h"

#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"

#include <QComboBox>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace ui::map
{

/// The rows themselves. Nothing can be done there, so Tab doesn't stop; their words are those of the whole card.
class MapLegend::Rows : public QWidget
{
public:
    using QWidget::QWidget;

    bool isHatched = false;
    Legend legend;

    LegendLook look() const
    {
        LegendLook look;
        look.colors = mapColors(palette());
        look.ink = palette().color(QPalette::Text);
        look.quiet = look::toneColor(look::Tone::Muted, palette());
        look.font = look::type(look::TypeSize::Small);
        look.isHatched = isHatched;
        return look;
    }
    QSize sizeHint() const override
    {
        const QSizeF size = legendSize(legend, look());
        return {int(std::ceil(size.width())), int(std::ceil(size.height()))};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintLegend(painter, rect(), legend, look());
    }
};

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
    , m_themes(new QComboBox)
    , m_kinds(new QComboBox)
    , m_rows(new Rows)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::unit);
    column->addWidget(m_themes);
    column->addWidget(m_kinds);
    column->addSpacing(look::unit);
    column->addWidget(m_rows);
    m_themes->setAccessibleName(tr("Colour the grids by"));
    m_kinds->setAccessibleName(tr("How the classes are made"));
    m_kinds->addItems({tr("As many grids in each"), tr("Steps of the same size")});
    for (QComboBox *box : {m_themes, m_kinds})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_themes, &QComboBox::activated, this, [this] { Q_EMIT themeChosen(theme()); });
    connect(m_kinds, &QComboBox::activated, this, [this] { Q_EMIT scaleChosen(isEven()); });
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
}

void MapLegend::setThemes(const QList<widgets::Choice> &themes)
{
    const QString before = theme();
    m_themes->clear();
    for (const widgets::Choice &choice : themes)
        m_themes->addItem(choice.text, choice.id);
    setTheme(before);
}

QString MapLegend::theme() const
{
    return m_themes->currentData().toString();
}

void MapLegend::setTheme(const QString &id)
{
    const int row = m_themes->findData(id);
    if (row >= 0)
        m_themes->setCurrentIndex(row);
}

bool MapLegend::isEven() const
{
    return m_kinds->currentIndex() == 1;
}

void MapLegend::setEven(bool isEven)
{
    m_kinds->setCurrentIndex(isEven ? 1 : 0);
}

void MapLegend::setLegend(const Legend &legend)
{
    m_legend = legend;
    m_rows->legend = legend;
    m_rows->updateGeometry();
    m_rows->update();
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(legendWords(legend));
}

void MapLegend::setHatched(bool isHatched)
{
    m_rows->isHatched = isHatched;
    m_rows->update();
}

void MapLegend::paintEvent(QPaintEvent *)
{
    paintFloating(*this);
}

} // namespace ui::map
