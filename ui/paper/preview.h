// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>

// The real pages on the screen, one below the other, as they will be printed. Fits the width until
// someone zooms: Ctrl and plus, minus or the wheel; Ctrl+0 fits again. Page keys turn whole pages.
namespace ui::paper
{
class PreviewWidget : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PreviewWidget(QWidget *parent = nullptr);

    void setPages(const Pages &pages); // stays at the page that is shown, where there is one
    const Pages &pages() const { return m_pages; }

    int currentPage() const; // from 0; the one in the middle of the view
    void goToPage(int page);

    qreal zoom() const { return m_zoom; } // 1: as large as on paper
    bool fitsWidth() const { return m_fitsWidth; }
    void zoomIn();
    void zoomOut();
    void fitWidth();

Q_SIGNALS:
    void currentPageChanged(int page, int count);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void addAction(const QList<QKeySequence> &keys, void (PreviewWidget::*does)());
    void setZoom(qreal zoom);
    void zoomBy(qreal factor);
    void arrange();
    void announcePage();
    qreal pixelsPerUnit() const;
    QRect pageRect(int page) const; // in the viewport
    QPixmap pixmapOf(int page, QSize size);

    Pages m_pages;
    qreal m_zoom = 1;
    bool m_fitsWidth = true;
    QList<QRect> m_rects; // of the pages, before scrolling
    QSize m_extent;
    QCache<int, QPixmap> m_pixmaps;
    int m_announced = -1;
};
} // namespace ui::paper
