// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

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

/// Which base map lies below the grids: an MBTiles on this computer, chosen once and there again the next day, or none.
class BaseMapChoice : public QObject
{
    Q_OBJECT

public:
    /// The button gets the menu. Frame and settings must outlive it.
    BaseMapChoice(map::MapFrame &frame, shell::Settings &settings, QToolButton &button);

    /// False, and nothing changes, where the file is no base map.
    bool open(const QString &path);

Q_SIGNALS:
    void failed(const QString &why);

private:
    void choose();
    void remove();

    map::MapFrame &m_frame;
    shell::Settings &m_settings;
    QToolButton &m_button;
};

} // namespace ui::gridmap
