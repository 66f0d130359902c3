// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/layer_renderer.h"

#include <QPainter>
#include <QtConcurrent>

#include <cmath>

namespace ui::map
{

namespace
{

RenderedLayer painted(const LayerRenderer::Job &job, const LayerRenderer::Stale &stale)
{
    const bool isOpaque = job.ground.alpha() == 255;
    QImage image((job.camera.size() * job.pixelRatio).toSize(),
        isOpaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(job.pixelRatio);
    image.fill(job.ground);
    job.paint(image, job.camera, stale);
    return stale ? RenderedLayer() : RenderedLayer{image, job.camera};
}

} // namespace

LayerRenderer::LayerRenderer(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &LayerRenderer::finish);
}

LayerRenderer::~LayerRenderer()
{
    if (m_stale)
        *m_stale = true;
    m_watcher.waitForFinished();
}

void LayerRenderer::ask(const Job &job)
{
    if (!m_isPainting)
        return start(job);
    if (job.isUrgent)
        *m_stale = true;
    m_next = job;
}

void LayerRenderer::forget()
{
    m_latest = {};
    m_next.reset();
    if (m_stale)
        *m_stale = true;
}

void LayerRenderer::start(const Job &job)
{
    m_isPainting = true;
    m_stale = std::make_shared<Stale>(false);
    m_watcher.setFuture(
        QtConcurrent::run(&m_thread, [job, stale = m_stale] { return painted(job, *stale); }));
}

void LayerRenderer::finish()
{
    m_isPainting = false;
    const bool isWanted = !*m_stale;
    if (isWanted)
        m_latest = m_watcher.result();
    if (m_next)
        start(*std::exchange(m_next, std::nullopt));
    if (isWanted)
        Q_EMIT rendered();
}

void paintRendered(QPainter &painter, const RenderedLayer &layer, const MapCamera &camera)
{
    if (layer.image.isNull())
        return;
    const QRectF target = camera.toPixel(layer.camera.visible());
    if (layer.camera.scale() != camera.scale())
        return painter.drawImage(target, layer.image);
    // Whole pixels of the screen: the image is copied and stays as sharp as it was painted.
    const double ratio = layer.image.devicePixelRatio();
    painter.drawImage(
        QPointF(std::round(target.x() * ratio), std::round(target.y() * ratio)) / ratio,
        layer.image);
}

} // namespace ui::map
