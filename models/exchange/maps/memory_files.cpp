// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/maps/memory_files.h"

#include <cpl_vsi.h>

#include <atomic>

namespace exchange
{

MemoryFiles::MemoryFiles(MapBytes map)
    : m_map(std::move(map))
{
    static std::atomic<int> count = 0;
    m_folder = "/vsimem/griddesk_map_" + QByteArray::number(++count);
    for (MapBytes::Part &part : m_map.parts) {
        // The bytes are lent, not copied, and detached from whoever else holds them.
        auto *const bytes = reinterpret_cast<GByte *>(part.bytes.data());
        if (VSILFILE *file =
                VSIFileFromMemBuffer(pathOf(part), bytes, vsi_l_offset(part.bytes.size()), FALSE))
            VSIFCloseL(file);
    }
}

MemoryFiles::~MemoryFiles()
{
    VSIRmdirRecursive(m_folder);
}

QByteArray MemoryFiles::path() const
{
    return m_map.parts.isEmpty() ? QByteArray() : pathOf(m_map.parts.first());
}

QByteArray MemoryFiles::pathOf(const MapBytes::Part &part) const
{
    return m_folder + "/map" + part.suffix;
}

} // namespace exchange
