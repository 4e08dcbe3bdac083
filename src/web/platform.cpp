// What the program has and the page has not: files, yaml-cpp, and an operating system.
#include <wasi/api.h>

#include <memory>
#include <optional>

#include "report/spill_file.hpp"
#include "yaml/fast/plain_reader.hpp"
#include "yaml/yamlcpp/yamlcpp_reader.hpp"

namespace hipaa {

std::unique_ptr<SpillFile> open_spill_file() { return nullptr; }

bool yaml::read_with_yaml_cpp(Tree& tree, Problems& problems) {
    std::optional<Place> not_plain;
    const bool readable = read_only_plain(tree, problems, not_plain);
    if (not_plain)
        problems.add(
            *not_plain, "syntax",
            "this page reads plain YAML only, and from here on this file is not plain, or has a mistake; correct "
            "it, or give the file to the program `hipaa-check`, which reads the rest");
    return readable;
}

}  // namespace hipaa

// All that the C library of the engine asks the system for. It is answered here, so that the module imports nothing: there
// is no environment and no file, and whoever exits stops the engine. If the library ever asks for more, the link fails,
// because all of its own answers come together.

__wasi_errno_t __wasi_environ_sizes_get(__wasi_size_t* count, __wasi_size_t* size) {
    *count = *size = 0;
    return __WASI_ERRNO_SUCCESS;
}

__wasi_errno_t __wasi_environ_get(uint8_t**, uint8_t*) { return __WASI_ERRNO_SUCCESS; }

__wasi_errno_t __wasi_fd_close(__wasi_fd_t) { return __WASI_ERRNO_BADF; }

__wasi_errno_t __wasi_fd_seek(__wasi_fd_t, __wasi_filedelta_t, __wasi_whence_t, __wasi_filesize_t*) {
    return __WASI_ERRNO_BADF;
}

__wasi_errno_t __wasi_fd_write(__wasi_fd_t, const __wasi_ciovec_t*, size_t, __wasi_size_t*) {
    return __WASI_ERRNO_BADF;
}

void __wasi_proc_exit(__wasi_exitcode_t) { __builtin_trap(); }
