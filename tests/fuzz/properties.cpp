// What must hold for whatever the program is given.
#include "fuzz/properties.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#ifdef HIPAA_CHECK_STRICT_XML
#include <libxml/parser.h>
#else
#include <pugixml.hpp>
#endif
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "checklist/builtin/builtin.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace hipaa::fuzz {
namespace {

/// What is around `at`, on one line.
std::string around(std::string_view text, std::size_t at) {
    constexpr std::size_t before = 200;
    const std::size_t begin = at < before ? 0 : at - before;
    return printable(text.substr(std::min(begin, text.size()), 2 * before));
}

/// With the sequences taken out that the program uses for color.
std::string without_color(std::string_view text) {
    std::string plain;
    for (std::size_t at = text.find("\x1B["); at != text.npos; at = text.find("\x1B[")) {
        const std::size_t end = text.find_first_not_of("0123456789;", at + 2);
        if (end == text.npos || text[end] != 'm') break;
        plain += text.substr(0, at);
        text.remove_prefix(end + 1);
    }
    return plain.append(text);
}

#ifdef HIPAA_CHECK_STRICT_XML
std::string xml_mistake(const std::string& text) {
    const xmlDocPtr document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (document) {
        xmlFreeDoc(document);
        return {};
    }
    const xmlErrorPtr error = xmlGetLastError();
    return fmt::format("line {}: {}", error ? error->line : 0, error ? error->message : "");
}
#else
std::string xml_mistake(const std::string& text) {
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size(), pugi::parse_full);
    return result ? std::string()
                  : fmt::format("{}: {}", result.description(), around(text, static_cast<std::size_t>(result.offset)));
}
#endif

std::string json_mistake(std::string_view text) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (!document.HasParseError()) return {};
    return fmt::format("{}: {}", rapidjson::GetParseError_En(document.GetParseError()),
                       around(text, document.GetErrorOffset()));
}

}  // namespace

void require(bool holds, std::string_view what, std::string_view instead) {
    if (holds) return;
    std::fputs(fmt::format("\nThis does not hold: {}\n{}\n", what, instead).c_str(), stderr);
    std::abort();
}

bool has_turn(std::string_view input, std::size_t part, std::size_t parts) {
    static const bool in_turn = std::getenv("HIPAA_CHECK_FUZZ_IN_TURN") != nullptr;
    return !in_turn || std::hash<std::string_view>()(input) % parts == part;
}

std::vector<std::string> rules_for(std::string_view text, const testing::Scratch& files) {
    constexpr std::pair<std::string_view, std::string_view> own[] = {
        {"every-type", "tests/schema/every-type.yaml"},
        {"lanternway", "examples/checklists/lanternway.yaml"},
        {"mail", "tests/fuzz/mail/mail.yaml"},
    };
    std::vector<std::string> options;
    for (const auto& [id, file] : own) {
        const bool is_builtin = std::ranges::find(builtin_images(), id, &BuiltinImage::id) != builtin_images().end();
        if (is_builtin || text.find(id) == text.npos) continue;
        const std::string name = fmt::format("{}.yaml", id);
        files.write(name, testing::repository_file(std::string(file)));
        options.insert(options.end(), {"--rules", name});
    }
    return options;
}

testing::Outcome run(const std::vector<std::string>& arguments, const testing::Setting& setting) {
    testing::Outcome outcome = testing::run_program(arguments, setting);
    require(outcome.status >= 0 && outcome.status <= 5, "the exit status is a documented one",
            fmt::format("{}", outcome.status));
    if (outcome.status == 2) {
        require(outcome.out.empty(), "a command line that is wrong writes nothing", outcome.out);
        require(outcome.err.ends_with("--help`.\n"), "a command line that is wrong is told where to read more",
                outcome.err);
    }
    require_clean_text(without_color(outcome.out), "standard output");
    require_clean_text(without_color(outcome.err), "standard error");
    return outcome;
}

std::string written(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    require(file.is_open(), "the report is written", name);
    return {std::istreambuf_iterator<char>(file), {}};
}

void require_clean_text(std::string_view text, std::string_view what) {
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        const char32_t code_point = utf8::take(rest);
        if (code_point == U'\n' || (code_point == U'\r' && rest.starts_with('\n'))) continue;
        if (code_point == utf8::malformed || is_unprintable(code_point))
            require(false, fmt::format("{} is UTF-8 without control characters", what), around(text, at));
    }
}

void require_json(const std::string& text, std::string_view what) {
    const std::string mistake = json_mistake(text);
    require(mistake.empty(), fmt::format("{} is JSON", what), mistake);
}

void require_json_lines(const std::string& text, std::string_view what) {
    require(text.empty() || text.ends_with('\n'), fmt::format("the last line of {} is whole", what),
            around(text, text.size()));
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        const std::string mistake = json_mistake(std::string_view(text).substr(begin, end - begin));
        require(mistake.empty(), fmt::format("every line of {} is JSON", what), mistake);
        begin = end + 1;
    }
}

void require_xml(const std::string& text, std::string_view what) {
    const std::string mistake = xml_mistake(text);
    require(mistake.empty(), fmt::format("{} is XML", what), mistake);
}

void require_html(const std::string& text, std::string_view what) {
    constexpr std::string_view first_line = "<!doctype html>\n";
    require(text.starts_with(first_line), fmt::format("{} is an HTML document", what), around(text, 0));
    std::string xml = text.substr(first_line.size());
    constexpr std::string_view without_end = "<meta ";
    for (std::size_t at = xml.find(without_end); at != xml.npos; at = xml.find(without_end, at + 1))
        xml.insert(xml.find('>', at), "/");
    require_xml(xml, what);
}

void require_csv(std::string_view text, std::string_view what) {
    std::size_t columns = 0;
    while (!text.empty()) {
        std::size_t cells = 1;
        bool quoted = false;
        std::size_t at = 0;
        for (; at < text.size() && (quoted || text[at] != '\n'); ++at) {
            if (text[at] == '"') quoted = !quoted;
            if (text[at] == ',' && !quoted) ++cells;
        }
        require(!quoted && at < text.size() && at > 0 && text[at - 1] == '\r',
                fmt::format("every row of {} ends", what), around(text, at));
        if (columns == 0) columns = cells;
        require(cells == columns, fmt::format("every row of {} has as many cells", what), around(text, 0));
        text.remove_prefix(at + 1);
    }
}

void require_no_verdict(std::string_view text, std::string_view input) {
    // The addresses of pages that checklists name have `hipaa-compliant` in them.
    const auto calls_compliant = [](std::string_view words) {
        const std::string small = in_small_letters(words);
        for (std::size_t at = small.find("compliant"); at != std::string::npos; at = small.find("compliant", at + 1))
            if (!std::string_view(small).substr(0, at).ends_with("hipaa-")) return true;
        return false;
    };
    require(!calls_compliant(text) || calls_compliant(input), "no practice is called compliant", text);
}

}  // namespace hipaa::fuzz
