// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_plugin.h"
#include "exchange/maps/memory_files.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace exchange
{

class ErrorLog;

// One map that GDAL has opened.
class GdalMap : public MapSource
{
public:
    GdalMap(std::unique_ptr<MemoryFiles> files, GDALDatasetUniquePtr dataset);

    const QVector<RawLayer> &layers() const override { return m_layers; }
    RawRange range(int layer) override;
    bool begin(int layer, const QString &system) override;
    bool next(RawFeature &feature) override;
    QString reason() const override { return m_reason; }

private:
    RawLayer described(OGRLayer &layer) const;
    bool isShown(const OGRFieldDefn &field) const;
    QString encodingOf(OGRLayer &layer) const;
    QString hidden() const;
    QByteArray textOf(const OGRFeature &feature, int column) const;

    std::unique_ptr<MemoryFiles> m_files; // goes after the dataset that reads it
    GDALDatasetUniquePtr m_dataset; // owns the layers
    QVector<RawLayer> m_layers;
    OGRLayer *m_layer = nullptr;
    std::unique_ptr<OGRCoordinateTransformation> m_way;
    QString m_reason;
};

} // namespace exchange
