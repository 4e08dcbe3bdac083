// RapidJSON with memory that is checked: by itself it writes on where there is none.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace hipaa {

/// An allocator as RapidJSON has them. Throws std::bad_alloc.
class CheckedAllocator {
public:
    static constexpr bool kNeedFree = true;

    void* Malloc(std::size_t size) { return size == 0 ? nullptr : checked(std::malloc(size)); }
    void* Realloc(void* memory, std::size_t, std::size_t size) {
        if (size > 0) return checked(std::realloc(memory, size));
        std::free(memory);
        return nullptr;
    }
    static void Free(void* memory) { std::free(memory); }

private:
    static void* checked(void* memory) { return memory ? memory : throw std::bad_alloc(); }
};

using JsonBuffer = rapidjson::GenericStringBuffer<rapidjson::UTF8<>, CheckedAllocator>;
using JsonWriter = rapidjson::Writer<JsonBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, CheckedAllocator>;
using PrettyJsonWriter = rapidjson::PrettyWriter<JsonBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, CheckedAllocator>;

using JsonPool = rapidjson::MemoryPoolAllocator<CheckedAllocator>;
using JsonDocument = rapidjson::GenericDocument<rapidjson::UTF8<>, JsonPool, CheckedAllocator>;
using JsonValue = JsonDocument::ValueType;

}  // namespace hipaa
