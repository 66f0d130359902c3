// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_legend.h"

#include "map/floating.h"

#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <cmath>

namespace ui::map
{

namespace
{

constexpr int longestLimits = 80;

} // namespace

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
    , m_limits(new QLineEdit)
    , m_rows(new Rows)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::unit);
    column->addWidget(m_themes);
    column->addWidget(m_kinds);
    column->addWidget(m_limits);
    column->addSpacing(look::unit);
    column->addWidget(m_rows);
    m_themes->setAccessibleName(tr("Colour the grids by"));
    m_kinds->setAccessibleName(tr("How the classes are made"));
    m_kinds->addItems(
        {tr("As many grids in each"), tr("Steps of the same size"), tr("Limits of one's own")});
    m_limits->setAccessibleName(tr("Limits between the classes"));
    m_limits->setPlaceholderText(tr("e.g. 5, 10, 20"));
    m_limits->setToolTip(tr("Up to four numbers with commas between them; Enter applies them"));
    m_limits->setMaxLength(longestLimits);
    m_limits->hide();
    for (QComboBox *box : {m_themes, m_kinds})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_themes, &QComboBox::activated, this, [this] { Q_EMIT themeChosen(theme()); });
    connect(m_kinds, &QComboBox::activated, this, [this] {
        setKind(kind());
        Q_EMIT kindChosen();
        if (kind() == ThemeScale::Kind::Own)
            m_limits->setFocus(Qt::OtherFocusReason);
    });
    connect(m_limits, &QLineEdit::editingFinished, this, [this] {
        const bool isOther = m_limits->isModified();
        m_limits->setModified(false); // from here on the field may be written to again
        if (isOther)
            Q_EMIT limitsTyped();
    });
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

ThemeScale::Kind MapLegend::kind() const
{
    return ThemeScale::Kind(m_kinds->currentIndex());
}

void MapLegend::setKind(ThemeScale::Kind kind)
{
    m_kinds->setCurrentIndex(int(kind));
    m_limits->setVisible(kind == ThemeScale::Kind::Own);
}

QVector<double> MapLegend::limits() const
{
    // As they are typed with a Chinese keyboard too.
    static const QRegularExpression between(QStringLiteral("[,;\\s，、；]+"));
    QVector<double> limits;
    for (const QString &part : m_limits->text().split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        if (const double limit = QLocale::c().toDouble(part, &isNumber); isNumber)
            limits.append(limit);
    }
    return limits;
}

void MapLegend::setLimits(const QVector<double> &limits)
{
    if (m_limits->hasFocus() && m_limits->isModified())
        return; // somebody is typing others
    QStringList parts;
    for (const double limit : limits)
        parts << QString::number(limit);
    m_limits->setText(parts.join(QStringLiteral(", ")));
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
