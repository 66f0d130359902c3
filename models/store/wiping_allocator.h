// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for personal data that is opened only while the desk is unlocked: it is overwritten
// before it is given back, also when a container moves to a larger piece.
#pragma once

#include <cstring>
#include <memory>
#include <vector>

namespace store
{

template <class T> struct WipingAllocator {
    using value_type = T;

    WipingAllocator() = default;
    template <class Other> WipingAllocator(const WipingAllocator<Other> &) { }

    T *allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T *memory, std::size_t count)
    {
        explicit_bzero(static_cast<void *>(memory), count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }

    bool operator==(const WipingAllocator &) const = default;
};

template <class T> using WipedVector = std::vector<T, WipingAllocator<T>>;

} // namespace store
