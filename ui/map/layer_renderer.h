// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_camera.h"

#include <QFutureWatcher>
#include <QImage>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

class QPainter;

namespace ui::map
{

/// A painted layer and the camera that it was painted for, a little larger than the window.
struct RenderedLayer {
    QImage image;
    MapCamera camera;
};

/// Paints a layer of the map on a thread of its own, so that no frame waits for it: the window goes on showing the last image, shifted
/// or stretched, until the new one is there. Of several wishes only the latest is fulfilled, and a painting that nobody waits
/// for any longer ends early.
class LayerRenderer : public QObject
{
    Q_OBJECT

public:
    using Stale = std::atomic_bool;
    using Paint = std::function<void(QImage &, const MapCamera &, const Stale &)>;

    explicit LayerRenderer(QObject *parent = nullptr);
    ~LayerRenderer() override;

    struct Job {
        Paint paint; ///< runs on the other thread: holds all that it needs by value
        MapCamera camera;
        double pixelRatio = 1;
        QColor ground; ///< transparent: the layer stands over others
        bool isUrgent = false; ///< what is being painted is of no use any more
    };
    void ask(const Job &job);
    void forget(); ///< what was painted

    const RenderedLayer &latest() const { return m_latest; }
    bool isBusy() const { return m_isPainting || m_next; }

Q_SIGNALS:
    void rendered();

private:
    void start(const Job &job);
    void finish();

    QThreadPool m_thread;
    QFutureWatcher<RenderedLayer> m_watcher;
    std::shared_ptr<Stale> m_stale;
    bool m_isPainting = false; ///< until the image was taken
    std::optional<Job> m_next;
    RenderedLayer m_latest;
};

/// Lays the image where its camera's view is in this one.
void paintRendered(QPainter &painter, const RenderedLayer &layer, const MapCamera &camera);

} // namespace ui::map
