// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <vector>

namespace ui::map
{

/// Which of many boxes meet a box: a packed R-tree, built once and read by any thread.
class BoxIndex
{
public:
    explicit BoxIndex(const std::vector<QRectF> &boxes);

    /// Visits the numbers of those that meet the area, touching included, each once, in no order of note.
    template <typename Visit> void eachMeeting(const QRectF &area, Visit visit) const
    {
        if (!m_nodes.empty())
            descend(int(m_nodes.size()) - 1, area, visit);
    }
    std::vector<int> meeting(const QRectF &area) const; ///< in ascending order

private:
    struct Node {
        QRectF box;
        int first = 0; ///< a node, or for a leaf a place in `m_items`
        int count = 0;
        bool isLeaf = false;
    };

    static bool meets(const QRectF &one, const QRectF &other)
    {
        return one.left() <= other.right() && other.left() <= one.right()
            && one.top() <= other.bottom() && other.top() <= one.bottom();
    }
    template <typename Visit> void descend(int node, const QRectF &area, Visit &visit) const
    {
        const Node &here = m_nodes[size_t(node)];
        if (!meets(here.box, area))
            return;
        for (int i = here.first; i < here.first + here.count; ++i) {
            if (!here.isLeaf)
                descend(i, area, visit);
            else if (meets(m_boxes[size_t(i)], area))
                visit(m_items[size_t(i)]);
        }
    }

    std::vector<QRectF> m_boxes; ///< in the order of the leaves
    std::vector<int> m_items;
    std::vector<Node> m_nodes; ///< the root is the last
};

} // namespace ui::map
