// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/icons.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library's resources are dropped by the linker unless someone asks for them by name.
static void keepIcons()
{
    static const bool kept = [] {
        Q_INIT_RESOURCE(icons);
        return true;
    }();
    Q_UNUSED(kept)
}

namespace ui::look
{

namespace
{

QByteArray outline(const QString &name, const QColor &color)
{
    keepIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap drawn(const QString &name, const QSize &size, const QColor &color)
{
    const QString key = QStringLiteral("griddesk-icon/%1/%2x%3/%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    const QByteArray svg = outline(name, color);
    if (!svg.isEmpty()) {
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter, QRectF(QPointF(), QSizeF(size)));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class OutlineEngine : public QIconEngine
{
public:
    OutlineEngine(const QString &name, Tone tone)
        : m_name(name)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &area, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, area, m_name, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_name, size, color(mode));
    }

    QIconEngine *clone() const override { return new OutlineEngine(*this); }
    QString iconName() override { return m_name; }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return toneColor(m_tone, palette);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new OutlineEngine(name, tone));
}

void paintIcon(QPainter *painter, const QRectF &area, const QString &name, const QColor &color)
{
    const double side = std::min(area.width(), area.height());
    const double scale = painter->device() ? painter->device()->devicePixelRatio() : 1;
    const int pixels = qRound(side * scale);
    QPixmap pixmap = drawn(name, QSize(pixels, pixels), color);
    pixmap.setDevicePixelRatio(scale);
    // A centre on a half pixel would blur every stroke.
    const QPointF corner(area.center() - QPointF(side, side) / 2);
    painter->drawPixmap(
        QPointF(qRound(corner.x() * scale), qRound(corner.y() * scale)) / scale, pixmap);
}

QStringList iconNames()
{
    keepIcons();
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}))
        names << file.chopped(4);
    return names;
}

} // namespace ui::look
