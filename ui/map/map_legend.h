// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/legend_rows.h"

#include "widgets/choice_strip.h"

#include <QWidget>

class QComboBox;

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
    bool isEven() const; ///< steps of the same size rather than as many grids in each
    void setEven(bool isEven);

    void setLegend(const Legend &legend);
    const Legend &legend() const { return m_legend; }
    void setHatched(bool isHatched);

Q_SIGNALS:
    void themeChosen(const QString &id);
    void scaleChosen(bool isEven);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Rows;

    QComboBox *m_themes;
    QComboBox *m_kinds;
    Rows *m_rows;
    Legend m_legend;
};

} // namespace ui::map
