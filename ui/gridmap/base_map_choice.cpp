// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/base_map_choice.h"

#include "items/base_map.h"
#include "map/base_tiles.h"
#include "map/map_frame.h"
#include "map/map_view.h"
#include "shell/settings.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImageReader>
#include <QMenu>
#include <QToolButton>

namespace ui::gridmap
{

namespace
{

const QString pathKey = QStringLiteral("map/base");
constexpr int mostPixels = 1024; // a side; tiles have 256 or 512

class Tiles : public map::BaseTiles
{
public:
    explicit Tiles(std::shared_ptr<items::BaseMap> base)
        : m_base(std::move(base))
    {
    }

    QImage tile(int zoom, int x, int y) const override
    {
        QByteArray bytes = m_base->tile(zoom, x, y);
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        const QSize size = reader.size();
        return size.width() > mostPixels || size.height() > mostPixels ? QImage() : reader.read();
    }
    int leastZoom() const override { return m_base->facts().leastZoom; }
    int mostZoom() const override { return m_base->facts().mostZoom; }
    QString credit() const override { return m_base->facts().attribution; }

private:
    const std::shared_ptr<items::BaseMap> m_base;
};

} // namespace

BaseMapChoice::BaseMapChoice(map::MapFrame &frame, shell::Settings &settings, QToolButton &button)
    : QObject(&frame)
    , m_frame(frame)
    , m_settings(settings)
    , m_button(button)
{
    auto *menu = new QMenu(&button);
    menu->addAction(tr("Choose a base map (MBTiles) …"), this, &BaseMapChoice::choose);
    menu->addAction(tr("No base map"), this, &BaseMapChoice::remove);
    button.setMenu(menu);
    button.setPopupMode(QToolButton::InstantPopup);
    if (const QString path = settings.value(pathKey).toString(); !path.isEmpty())
        open(path);
}

void BaseMapChoice::choose()
{
    auto *dialog = new QFileDialog(&m_button, tr("Base map"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Base maps (*.mbtiles)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BaseMapChoice::open);
    dialog->open();
}

bool BaseMapChoice::open(const QString &path)
{
    const auto opened = items::BaseMap::open(path);
    if (const auto *refusal = std::get_if<domain::Refusal>(&opened)) {
        Q_EMIT failed(refusal->text());
        return false;
    }
    auto tiles = std::make_shared<Tiles>(std::get<std::shared_ptr<items::BaseMap>>(opened));
    m_frame.setCredit(tiles->credit());
    m_frame.view().setTiles(std::move(tiles));
    m_settings.setValue(pathKey, path);
    return true;
}

void BaseMapChoice::remove()
{
    m_frame.setCredit({});
    m_frame.view().setTiles({});
    m_settings.remove(pathKey);
}

} // namespace ui::gridmap
