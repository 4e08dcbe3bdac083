// Reading a YAML file: by our own reader, which declines what it does not fully understand, or by yaml-cpp.
#include <memory>
#include <utility>

#include "yaml/document.hpp"
#include "yaml/fast/plain_reader.hpp"
#include "yaml/normalize.hpp"
#include "yaml/tree.hpp"
#include "yaml/yamlcpp/yamlcpp_reader.hpp"

namespace hipaa::yaml {

std::optional<Document> read(Source source, Problems& problems) { return read_out_of(source, problems); }

std::optional<Document> read_out_of(Source& source, Problems& problems) {
    if (!normalize(source, problems)) return std::nullopt;
    auto tree = std::make_unique<Tree>(std::move(source));
    if (read_plain(*tree) || read_with_yaml_cpp(*tree, problems)) return Document(std::move(tree));
    source = std::move(tree->source);
    return std::nullopt;
}

}  // namespace hipaa::yaml
