// Memory for RapidJSON that is checked: by itself it writes on where there is none.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <new>

namespace hipaa {

/// An allocator as RapidJSON has them, which fails as `new` does.
class CheckedAllocator {
public:
    static constexpr bool kNeedFree = true;

    void* Malloc(std::size_t size) { return size == 0 ? nullptr : ::operator new(size); }
    void* Realloc(void* memory, std::size_t old_size, std::size_t size) {
        void* const moved = Malloc(size);
        if (memory != nullptr && moved != nullptr) std::memcpy(moved, memory, std::min(old_size, size));
        Free(memory);
        return moved;
    }
    static void Free(void* memory) { ::operator delete(memory); }
};

}  // namespace hipaa
