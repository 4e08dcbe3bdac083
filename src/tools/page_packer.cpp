// One HTML file out of the parts of the page.
#include "tools/page_packer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include "page/html_document.hpp"
#include "text/ascii.hpp"

namespace hipaa {
namespace {

/// Behind the beginning of a comment, a script ends elsewhere.
void refuse(std::string_view part, std::string_view text, std::initializer_list<std::string_view> forbidden) {
    const std::string small = in_small_letters(text);
    for (const std::string_view sequence : forbidden)
        if (small.find(sequence) != small.npos)
            throw std::invalid_argument(fmt::format("the {} holds `{}`, which would end it early", part, sequence));
    if (text.find('\r') != text.npos)
        throw std::invalid_argument(
            fmt::format("the {} holds a carriage return, which a browser leaves out before it takes the hash", part));
}

struct Filling {
    std::string_view placeholder;
    std::string_view text;
};

/// Replaces all placeholders, those in what was filled in excepted.
std::string fill(std::string_view page, std::initializer_list<Filling> fillings) {
    struct Gap {
        std::size_t begin;
        const Filling* filling;
    };
    std::vector<Gap> gaps;
    for (const Filling& filling : fillings) {
        const std::size_t at = page.find(filling.placeholder);
        if (at == page.npos) throw std::invalid_argument(fmt::format("the page has no `{}`", filling.placeholder));
        if (page.find(filling.placeholder, at + 1) != page.npos)
            throw std::invalid_argument(fmt::format("the page has `{}` twice", filling.placeholder));
        gaps.push_back({at, &filling});
    }
    std::ranges::sort(gaps, {}, &Gap::begin);
    std::string result;
    std::size_t at = 0;
    for (const auto& [begin, filling] : gaps) {
        result += page.substr(at, begin - at);
        result += filling->text;
        at = begin + filling->placeholder.size();
    }
    result += page.substr(at);
    return result;
}

}  // namespace

std::string base64(std::string_view bytes) {
    std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
    base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return text;
}

std::string source_hash(std::string_view text) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return "sha256-" + base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string report_style() {
    constexpr std::string_view begin = "<style>";
    const std::string head = html_begin("", "");
    const std::size_t at = head.find(begin) + begin.size();
    return head.substr(at, head.find("</style>") - at);
}

std::string pack_page(const PageParts& parts, std::string_view report_style) {
    refuse("style", parts.style, {"</style"});
    refuse("script", parts.script, {"</script", "<!--"});
    for (const std::string_view element : {"<style>@STYLE@</style>", "<script>@SCRIPT@</script>"})
        if (parts.page.find(element) == parts.page.npos)
            throw std::invalid_argument(fmt::format("the page has no `{}`", element));
    const std::string policy = fmt::format(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}' '{}'; connect-src 'none'; base-uri "
        "'none'; "
        "form-action 'none'",
        source_hash(parts.script), source_hash(parts.style), source_hash(report_style));
    return fill(parts.page, {{"@POLICY@", policy},
                             {"@STYLE@", parts.style},
                             {"@SCRIPT@", parts.script},
                             {"@ENGINE@", base64(parts.engine)}});
}

}  // namespace hipaa
