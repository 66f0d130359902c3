// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/box_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui::map
{

namespace
{

constexpr int fan = 16; // children of a node

/// Sorted into upright slices and each slice downwards, so that neighbours in the order are neighbours on the map.
std::vector<int> tiled(const std::vector<QRectF> &boxes)
{
    std::vector<int> order(boxes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto by = [&boxes](auto part) {
        return [&boxes, part](int one, int other) {
            return part(boxes[size_t(one)].center()) < part(boxes[size_t(other)].center());
        };
    };
    std::sort(order.begin(), order.end(), by([](QPointF at) { return at.x(); }));
    const double leaves = std::ceil(double(boxes.size()) / fan);
    const auto slice = size_t(std::ceil(std::sqrt(leaves)) * fan);
    for (size_t from = 0; from < order.size(); from += slice) {
        const auto begin = order.begin() + qsizetype(from);
        const auto end = order.begin() + qsizetype(std::min(from + slice, order.size()));
        std::sort(begin, end, by([](QPointF at) { return at.y(); }));
    }
    return order;
}

/// United by their edges: QRectF's own union leaves out boxes without width, a pin's for one.
QRectF hull(const QRectF &one, const QRectF &other)
{
    return {QPointF(std::min(one.left(), other.left()), std::min(one.top(), other.top())),
        QPointF(std::max(one.right(), other.right()), std::max(one.bottom(), other.bottom()))};
}

} // namespace

BoxIndex::BoxIndex(const std::vector<QRectF> &boxes)
    : m_items(tiled(boxes))
{
    m_boxes.reserve(boxes.size());
    for (int item : m_items)
        m_boxes.push_back(boxes[size_t(item)]);
    const auto pack = [this](int from, int to, bool isLeaf) {
        for (int first = from; first < to; first += fan) {
            Node node{{}, first, std::min(fan, to - first), isLeaf};
            const auto boxAt = [&](int i) {
                return isLeaf ? m_boxes[size_t(i)] : m_nodes[size_t(i)].box;
            };
            node.box = boxAt(first);
            for (int i = first + 1; i < first + node.count; ++i)
                node.box = hull(node.box, boxAt(i));
            m_nodes.push_back(node);
        }
    };
    int from = 0;
    pack(0, int(m_items.size()), true);
    while (int(m_nodes.size()) - from > 1) {
        const int to = int(m_nodes.size());
        pack(from, to, false);
        from = to;
    }
}

std::vector<int> BoxIndex::meeting(const QRectF &area) const
{
    std::vector<int> found;
    eachMeeting(area, [&found](int item) { found.push_back(item); });
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace ui::map
