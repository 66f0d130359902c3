// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gridmap/plan_dialog.h"

#include <QObject>
#include <QPointer>

class QToolButton;

namespace ui::map
{
class MapFrame;
}

namespace ui::shell
{
class Settings;
}

namespace ui::gridmap
{

/// What lies below the grids: an MBTiles on this computer, a picture of the estate's plan, both or nothing; chosen once and there again the next
/// day.
class BaseMapChoice : public QObject
{
    Q_OBJECT

public:
    /// The button gets the menu. Frame and settings must outlive it.
    BaseMapChoice(map::MapFrame &frame, shell::Settings &settings, QToolButton &button);

    /// Files are read beside the window. Where one is no base map nothing changes, and failed() says why.
    void open(const QString &path);
    /// Asks where the picture lies; takes the points of the last time where it is the same one.
    void openPlan(const QString &path);
    PlanDialog *placing() const { return m_placing; } ///< null while nobody places a plan

Q_SIGNALS:
    void failed(const QString &why);

private:
    void choose();
    void choosePlan();
    void remove();
    void place(const QString &path, const QImage &picture);
    void lay(const QImage &picture, const QVector<domain::ControlPoint> &points);
    void restorePlan();

    map::MapFrame &m_frame;
    shell::Settings &m_settings;
    QToolButton &m_button;
    QPointer<PlanDialog> m_placing;
    QString m_wanted; ///< the base map that was asked for last; empty: none
    int m_plans = 0; ///< counts the pictures that were asked for
};

} // namespace ui::gridmap
