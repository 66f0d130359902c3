// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_layer_choice.h"

#include "exchange/words.h"

namespace exchange
{

namespace
{

QString namesOf(const QVector<MapLayer> &layers)
{
    constexpr int mostShown = 20;
    QStringList names;
    for (const MapLayer &layer : layers.mid(0, mostShown))
        names.append(layer.name);
    return names.join(QStringLiteral(", "));
}

bool mayHoldAreas(const MapLayer &layer)
{
    return layer.kind == RawGeometry::Areas || layer.kind == RawGeometry::Mixed;
}

} // namespace

std::variant<int, FileRefusal> chooseLayer(
    const QVector<MapLayer> &layers, const QString &name, bool any, const QString &fileName)
{
    if (layers.isEmpty())
        return FileRefusal{Words::tr("The map holds nothing"), fileName,
            Words::tr("Export it again from the program that made it, with its features.")};
    QVector<int> fitting;
    for (int i = 0; i < layers.size(); ++i) {
        const bool isMeant = name.isEmpty() ? mayHoldAreas(layers[i]) : layers[i].name == name;
        if (isMeant)
            fitting.append(i);
    }
    if (fitting.size() == 1 || (!fitting.isEmpty() && (any || !name.isEmpty())))
        return fitting.first();
    if (name.isEmpty() && (any || layers.size() == 1))
        return 0;
    const QString what = name.isEmpty() ? Words::tr("The map has several layers")
                                        : Words::tr("The map has no layer \"%1\"").arg(name);
    return FileRefusal{what, fileName, Words::tr("Choose one of these: %1.").arg(namesOf(layers))};
}

} // namespace exchange
