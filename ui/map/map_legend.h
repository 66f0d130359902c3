// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/legend_rows.h"
#include "map/theme_scale.h"

#include "widgets/choice_strip.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace ui::map
{

/// By what the grids are coloured, how the classes are made, and what each colour means: the card in the map's upper right corner.
class MapLegend : public QWidget
{
    Q_OBJECT

public:
    explicit MapLegend(QWidget *parent = nullptr);

    void setThemes(const QList<widgets::Choice> &themes);
    QString theme() const;
    void setTheme(const QString &id);
    ThemeScale::Kind kind() const;
    void setKind(ThemeScale::Kind kind);
    /// Between the classes; typed where they are one's own.
    QVector<double> limits() const;
    void setLimits(const QVector<double> &limits);

    void setLegend(const Legend &legend);
    const Legend &legend() const { return m_legend; }
    void setHatched(bool isHatched);

Q_SIGNALS:
    void themeChosen(const QString &id);
    void kindChosen();
    void limitsTyped(); ///< other limits of one's own

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Rows;

    QComboBox *m_themes;
    QComboBox *m_kinds;
    QLineEdit *m_limits; ///< there while they are one's own
    Rows *m_rows;
    Legend m_legend;
};

} // namespace ui::map
