// One HTML file out of the parts of the page.
#pragma once

#include <string>
#include <string_view>

namespace hipaa {

/// `page` has `<style>@STYLE@</style>` and `<script>@SCRIPT@</script>`, and holds `@POLICY@` and `@ENGINE@`.
struct PageParts {
    std::string page;
    std::string style;
    std::string script;
    std::string engine;  // as bytes
};

/// The page, with a content security policy that lets nothing run and style but its own script and style, and the style of
/// the reports that it shows: their frame inherits the policy. Throws std::invalid_argument with a sentence if that would
/// be another page in a browser than it seems.
std::string pack_page(const PageParts& parts, std::string_view report_style);

/// What `<style>` holds in each HTML report.
std::string report_style();

/// As a content security policy names a text: `sha256-` and its digest.
std::string source_hash(std::string_view text);

std::string base64(std::string_view bytes);

}  // namespace hipaa
