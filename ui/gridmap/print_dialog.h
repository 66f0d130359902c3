// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_sheet.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::gridmap
{

/// The map on paper: which paper, how much of the map, colours or hatches; the page as it will print stands beside it.
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    /// `seen` is the part of the world that the window shows.
    PrintDialog(const map::MapSheet &sheet, const QRectF &seen, QWidget *parent = nullptr);

    const paper::Pages &pages() const;

private:
    QWidget *makeChoices();
    void lay();

    map::MapSheet m_sheet;
    const QRectF m_seen;
    QComboBox *m_size;
    QComboBox *m_part;
    QComboBox *m_look;
    QCheckBox *m_tickets;
    paper::PreviewWidget *m_preview;
};

} // namespace ui::gridmap
