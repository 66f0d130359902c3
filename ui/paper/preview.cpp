// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/preview.h"

#include "paper/measure.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace ui::paper
{
namespace
{
constexpr int gap = 16; // pixels around each page
constexpr qreal leastZoom = 0.25;
constexpr qreal mostZoom = 4;
constexpr qreal zoomStep = 1.2;
constexpr int cachedKilobytes = 96 * 1024;
} // namespace

PreviewWidget::PreviewWidget(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pixmaps(cachedKilobytes)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Print preview"));
    viewport()->setBackgroundRole(QPalette::Mid);
    verticalScrollBar()->setSingleStep(40);
    addAction({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        &PreviewWidget::zoomIn);
    addAction({QKeySequence(Qt::CTRL | Qt::Key_Minus)}, &PreviewWidget::zoomOut);
    addAction({QKeySequence(Qt::CTRL | Qt::Key_0)}, &PreviewWidget::fitWidth);
}

void PreviewWidget::addAction(const QList<QKeySequence> &keys, void (PreviewWidget::*does)())
{
    auto *action = new QAction(this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, does);
    QWidget::addAction(action);
}

void PreviewWidget::setPages(const Pages &pages)
{
    const int page = currentPage();
    m_pages = pages;
    m_announced = -1;
    arrange();
    if (page > 0)
        goToPage(qMin(page, m_pages.count() - 1));
    announcePage();
}

qreal PreviewWidget::pixelsPerUnit() const
{
    return m_zoom * logicalDpiX() / unitsPerInch;
}

// Works out where the pages stand at the present zoom, and throws painted pages away.
void PreviewWidget::arrange()
{
    qreal widest = 1;
    for (const Page &page : m_pages.pages())
        widest = qMax(widest, page.size.width());
    if (m_fitsWidth) {
        const qreal room = qMax(50, viewport()->width() - 2 * gap);
        m_zoom = qBound(leastZoom, room * unitsPerInch / (widest * logicalDpiX()), mostZoom);
    }
    m_rects.clear();
    m_pixmaps.clear();
    const int width = qMax(viewport()->width(), qRound(widest * pixelsPerUnit()) + 2 * gap);
    int top = gap;
    for (const Page &page : m_pages.pages()) {
        const QSize size = (page.size * pixelsPerUnit()).toSize();
        m_rects.append(QRect(QPoint((width - size.width()) / 2, top), size));
        top += size.height() + gap;
    }
    m_extent = {width, top};
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setRange(0, qMax(0, top - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    viewport()->update();
}

QRect PreviewWidget::pageRect(int page) const
{
    return m_rects[page].translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
}

int PreviewWidget::currentPage() const
{
    const int middle = viewport()->height() / 2;
    for (int i = 0; i < m_rects.size(); ++i) {
        if (pageRect(i).bottom() + gap >= middle)
            return i;
    }
    return int(m_rects.size()) - 1;
}

void PreviewWidget::goToPage(int page)
{
    if (page >= 0 && page < m_rects.size())
        verticalScrollBar()->setValue(m_rects[page].top() - gap);
}

void PreviewWidget::zoomIn()
{
    zoomBy(zoomStep);
}

void PreviewWidget::zoomOut()
{
    zoomBy(1 / zoomStep);
}

void PreviewWidget::zoomBy(qreal factor)
{
    m_fitsWidth = false;
    setZoom(qBound(leastZoom, m_zoom * factor, mostZoom));
}

void PreviewWidget::fitWidth()
{
    m_fitsWidth = true;
    setZoom(m_zoom);
}

// What stands in the middle of the view stays there.
void PreviewWidget::setZoom(qreal zoom)
{
    const int half = viewport()->height() / 2;
    const qreal place = (verticalScrollBar()->value() + half) / qreal(qMax(1, m_extent.height()));
    m_zoom = zoom;
    arrange();
    verticalScrollBar()->setValue(qRound(place * m_extent.height()) - half);
}

QPixmap PreviewWidget::pixmapOf(int page, QSize size)
{
    const qreal ratio = devicePixelRatioF(); // another, when the window moves to another screen
    const QPixmap *cached = m_pixmaps.object(page);
    if (cached && cached->devicePixelRatio() == ratio)
        return *cached;
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::white);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(pixelsPerUnit() * unitsPerPoint, pixelsPerUnit() * unitsPerPoint);
    m_pages.paint(painter, page);
    painter.end();
    const int kilobytes = pixmap.width() * pixmap.height() / 256;
    m_pixmaps.insert(page, new QPixmap(pixmap), qBound(1, kilobytes, cachedKilobytes));
    return pixmap;
}

void PreviewWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    for (int i = 0; i < m_rects.size(); ++i) {
        const QRect rect = pageRect(i);
        if (!rect.intersects(event->rect()))
            continue;
        painter.drawPixmap(rect.topLeft(), pixmapOf(i, rect.size()));
        painter.setPen(palette().color(QPalette::Dark));
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
}

void PreviewWidget::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
    announcePage();
}

void PreviewWidget::keyPressEvent(QKeyEvent *event)
{
    const int page = currentPage();
    switch (event->key()) {
    case Qt::Key_PageUp:
        return goToPage(qMax(0, page - 1));
    case Qt::Key_PageDown:
        return goToPage(qMin(page + 1, m_pages.count() - 1));
    case Qt::Key_Home:
        return goToPage(0);
    case Qt::Key_End:
        return goToPage(m_pages.count() - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PreviewWidget::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    if (event->angleDelta().y() > 0)
        zoomIn();
    else if (event->angleDelta().y() < 0)
        zoomOut();
}

void PreviewWidget::scrollContentsBy(int, int)
{
    viewport()->update();
    announcePage();
}

void PreviewWidget::announcePage()
{
    const int page = currentPage();
    if (page < 0 || page == m_announced)
        return;
    m_announced = page;
    setAccessibleDescription(tr("Page %1 of %2").arg(page + 1).arg(m_pages.count()));
    Q_EMIT currentPageChanged(page, m_pages.count());
}

} // namespace ui::paper
