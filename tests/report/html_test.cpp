// The HTML report: its parts whole, and what must hold for all of it.
#include <regex>

#include "page/html_text.hpp"
#include "report/people/html_overview.hpp"
#include "report/report_sample.hpp"

namespace hipaa {
namespace {

/// From the first `from` until the next `to`.
std::string part(const std::string& report, const std::string& from, const std::string& to) {
    const std::size_t begin = report.find(from);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = report.find(to, begin);
    REQUIRE(end != std::string::npos);
    return report.substr(begin, end - begin);
}

std::size_t count(const std::string& report, const std::string& text) {
    std::size_t found = 0;
    for (auto at = report.find(text); at != std::string::npos; at = report.find(text, at + 1)) ++found;
    return found;
}

const std::string contradicting_practice = R"(confirmed_on: 2026-11-01
practice: {covered_entity: no}
products:
  lamp: {contract: {status: none, copy: yes}}
  torch: {on: yes}
)";

}  // namespace

TEST_CASE("html: a practice begins with its verdict and a picture of it") {
    const std::string expected = R"page(<article aria-labelledby="practice-1">
<h1 id="practice-1"><bdi>Elm Street</bdi></h1>
<p class="plain">one.yaml, as of 2026-11-22, answers confirmed on 2026-11-01.</p>
<p class="urgent">Your part in using Lamp: of 5 notes, 1 needs action, 1 has a recommended change, 1 needs attention, 1 does not apply. In place, as reported: 1. Caveats about Lamp itself: 0.</p>
<p class="plain">Review: compliance appears possible: yes; recommended: yes; caveats: 0; notes: 5</p>
<p class="plain">Assumed, because the file does not say: <code>practice.covered_entity</code> is yes; <code>outdoors</code> is no.</p>
<div class="picture">
<div>
<svg class="board across-5" role="group" aria-labelledby="practice-1-board-1-title" aria-describedby="practice-1-board-1-desc" viewBox="0 0 200 54">
<title id="practice-1-board-1-title">Where the notes of &quot;Your part in using Lamp&quot; stand</title>
<desc id="practice-1-board-1-desc">Note 1: Needs action. Note 2: Recommended change. Note 3: Look at this. Note 4: In place, as reported. Note 5: Does not apply. </desc>
<a href="#practice-1-note-1" aria-label="Note 1: Needs action"><title>Note 1. Sign a contract: Needs action</title><rect class="tile duty" x="2" y="2" width="36" height="50" rx="5"/><use class="duty" href="#sign-duty" x="9" y="6" width="22" height="22"/><text x="20" y="44">1</text></a>
<a href="#practice-1-note-2" aria-label="Note 2: Recommended change"><title>Note 2. Put the shade on: Recommended change</title><rect class="tile recommendation" x="42" y="2" width="36" height="50" rx="5"/><use class="recommendation" href="#sign-recommendation" x="49" y="6" width="22" height="22"/><text x="60" y="44">2</text></a>
<a href="#practice-1-note-3" aria-label="Note 3: Look at this"><title>Note 3. Let the bulb cool: Look at this</title><rect class="tile attention" x="82" y="2" width="36" height="50" rx="5"/><use class="attention" href="#sign-attention" x="89" y="6" width="22" height="22"/><text x="100" y="44">3</text></a>
<a href="#practice-1-note-4" aria-label="Note 4: In place, as reported"><title>Note 4. Keep it on the desk: In place, as reported</title><rect class="tile in-place" x="122" y="2" width="36" height="50" rx="5"/><use class="in-place" href="#sign-in-place" x="129" y="6" width="22" height="22"/><text x="140" y="44">4</text></a>
<a href="#practice-1-note-5" aria-label="Note 5: Does not apply"><title>Note 5. Keep it dry: Does not apply</title><rect class="tile not-applicable" x="162" y="2" width="36" height="50" rx="5"/><use class="not-applicable" href="#sign-not-applicable" x="169" y="6" width="22" height="22"/><text x="180" y="44">5</text></a>
</svg>
</div>
<ul class="legend">
<li><a href="#practice-1-needs-action"><svg class="mark duty" aria-hidden="true"><use href="#sign-duty"/></svg><b>1</b> <span>Needs action</span></a></li>
<li><a href="#practice-1-recommended-change"><svg class="mark recommendation" aria-hidden="true"><use href="#sign-recommendation"/></svg><b>1</b> <span>Recommended change</span></a></li>
<li><a href="#practice-1-look-at-this"><svg class="mark attention" aria-hidden="true"><use href="#sign-attention"/></svg><b>1</b> <span>Look at this</span></a></li>
<li><a href="#practice-1-in-place"><svg class="mark in-place" aria-hidden="true"><use href="#sign-in-place"/></svg><b>1</b> <span>In place, as reported</span></a></li>
<li><a href="#practice-1-does-not-apply"><svg class="mark not-applicable" aria-hidden="true"><use href="#sign-not-applicable"/></svg><b>1</b> <span>Does not apply</span></a></li>
</ul>
</div>
)page";
    CHECK(part(sample_report("html", {open_practice}), "<article", "<section>") == expected);
}

TEST_CASE("html: what to do, and notes that open") {
    const std::string expected = R"page(<section>
<h2 class="plain">What to do, in order</h2>
<ol>
<li>Stop using Lamp. (legal duty, <a href="#practice-1-note-1">note 1</a>)</li>
<li>Put it on. (recommendation, <a href="#practice-1-note-2">note 2</a>)</li>
<li>Answer 1 question; the lines to add are below, under &quot;<a href="#practice-1-not-answered">Not answered</a>&quot;.</li>
<li>Look at 1 more point, in <a href="#practice-1-note-3">note 3</a>.</li>
</ol>
<p class="plain">Next due, by 2027-11-01: Check that all answers are still true, and set <code>confirmed_on</code> to that day.</p>
</section>
<section id="practice-1-needs-action">
<h2 class="urgent">Needs action: legal duty or vendor&#39;s condition</h2>
<details class="duty" id="practice-1-note-1">
<summary><svg class="mark duty" aria-hidden="true"><use href="#sign-duty"/></svg><h3>Note 1. Sign a contract</h3><span class="gist">No contract is signed.</span></summary>
<dl>
<div class="plain"><dt>Why</dt><dd><p>The law wants one. It has for years. It will.</p></dd></div>
<div class="urgent"><dt>Problem</dt><dd><p>Legal duty: No contract is signed. That is bad.</p><p>Check: <code>lamp/contract-signed/signed</code></p></dd></div>
<div class="plain"><dt>Now in your file</dt><dd><p><code>contract.status</code> is none (line 5, column 24)</p></dd></div>
<div class="plain"><dt>What to do</dt><dd><p>Stop using Lamp. Then sign.</p></dd></div>
<div class="open"><dt>Check</dt><dd><p>Not answered: <code>lamp/contract-signed/copy</code> (legal duty)</p><p><code>contract.copy</code> is not answered (line 5, column 5)</p><p>What to do: Answer `products.lamp.contract.copy`: Do you have a copy?</p></dd></div>
<div class="plain"><dt>The vendor says</dt><dd><p>Lamp signs for you. Ask.</p><p><a class="web" href="https://example.org/help" rel="noopener noreferrer">https://example.org/help</a> (a page without a date; not what the review says)</p></dd></div>
<div class="plain"><dt>Sources</dt><dd><p>45 CFR 164.308(b)(1), 164.502(e)(2); 78 FR 5634</p></dd></div>
</dl>
<figure><figcaption>Words for the letter</figcaption><blockquote>Dear Lamp, sign.
</blockquote></figure>
</details>
</section>
<section id="practice-1-recommended-change">
<h2 class="open">Recommended change</h2>
<details class="recommendation" id="practice-1-note-2">
<summary><svg class="mark recommendation" aria-hidden="true"><use href="#sign-recommendation"/></svg><h3>Note 2. Put the shade on</h3><span class="gist">The shade is off.</span></summary>
<dl>
<div class="plain"><dt>Why</dt><dd><p>It is nicer.</p></dd></div>
<div class="open"><dt>Problem</dt><dd><p>Recommendation: The shade is off.</p><p>Check: <code>lamp/shade-on/on</code></p></dd></div>
<div class="plain"><dt>Now in your file</dt><dd><p><code>shade</code> is no (line 6, column 12)</p></dd></div>
<div class="plain"><dt>What to do</dt><dd><p>Put it on. Write &quot;shade: yes&quot; (line 6, now no).</p></dd></div>
</dl>
</details>
</section>
<section id="practice-1-not-answered">
<h2 class="open">Not answered</h2>
<p class="plain">Lines to add to one.yaml. Put each line under its heading, with the same indentation. If a line is already in your file, fill that one in.</p>
<pre class="yaml"><code><span class="in-0"><b>products:</b>
</span><span class="in-1">  <b>lamp:</b>
</span><span class="in-2">    <b>contract:</b>
</span><span class="in-3">      <i># Question: Do you have a copy?</i>
</span><span class="in-3">      <i># Where to look: Your folder.</i>
</span><span class="in-3">      <b>copy:</b>  <i># yes or no</i>
</span></code></pre>
</section>
)page";
    CHECK(part(sample_report("html", {open_practice}), "<section>", "<section id=\"practice-1-look-at-this\">") ==
          expected);
}

TEST_CASE("html: a report asks for nothing and runs nothing") {
    const std::string report = sample_report("html", {open_practice, stale_practice, nasty_practice});
    CHECK(report.find("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                      "'unsafe-inline'; base-uri 'none'; form-action 'none'\">") != std::string::npos);
    const std::regex fetches(
        "<(script|link|img|iframe|object|embed|form|audio|video|base)\\b|\\bsrc=|@import|url\\(|\\bon[a-z]+=\"");
    std::smatch found;
    CHECK_MESSAGE(!std::regex_search(report, found, fetches), found.str());
    // Every other address leads to a place in the file, or is a link of the checklist.
    const std::regex link("href=\"([^\"]*)\"");
    for (std::sregex_iterator at(report.begin(), report.end(), link), end; at != end; ++at) {
        const std::string address = (*at)[1];
        CAPTURE(address);
        if (address.starts_with("#")) CHECK(count(report, "id=\"" + address.substr(1) + "\"") == 1);
        else CHECK(address.starts_with("https://example.org/"));
    }
}

TEST_CASE("html: what a file says is text") {
    const std::string report = sample_report("html", {nasty_practice});
    CHECK(part(report, "<title>", "\n") ==
          "<title># &lt;b&gt;A&lt;/b&gt; | *b* _c_ `d` [e](http://f.example) \\ \\u{202E} \\u{1B}[31m www.g.example, "
          "hipaa-check report as of 2026-11-22</title>");
    CHECK(part(report, "<h1", "\n") ==
          "<h1 id=\"practice-1\"><bdi># &lt;b&gt;A&lt;/b&gt; | *b* _c_ `d` [e](http://f.example) \\ \\u{202E} "
          "\\u{1B}[31m www.g.example</bdi></h1>");
    CHECK(part(report, "<li><a href=\"#practice-1-note-1\">Note 2</a>: The shade", "\n") ==
          "<li><a href=\"#practice-1-note-1\">Note 2</a>: The shade is off.<p>Accepted by 1. **owner** on 2026-11-01, "
          "to be reviewed by 2026-12-01 "
          "(line 6, column 14).</p><p>Because: ``` &lt;/details&gt;&lt;script&gt;x&lt;/script&gt;</p></li>");
}

TEST_CASE("html: text and addresses") {
    struct Row {
        std::string name;
        page::Span span;
        std::string html;
    };
    const Anchors anchors{{"lamp/on", "note-1"}};
    const std::vector<Row> rows{
        {"markup", {"<a href=\"x\" title='y'>&amp;"}, "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;"},
        {"controls", {"a\x1b[31mb\nc\xE2\x80\xAE"}, "a\\u{1B}[31mb c\\u{202E}"},
        {"what HTML forbids", {"\xEF\xBF\xBE \xEF\xB7\x90"}, "\\u{FFFE} \\u{FDD0}"},
        {"no UTF-8", {"a\xFF"}, "a\\xFF"},
        {"code", {"a<b", true}, "<code>a&lt;b</code>"},
        {"address",
         {"https://a.example/?b=1&c=2", false, true},
         "<a class=\"web\" href=\"https://a.example/?b=1&amp;c=2\" rel=\"noopener "
         "noreferrer\">https://a.example/?b=1&amp;c=2</a>"},
        {"address of another kind", {"javascript:alert(1)", false, true}, "javascript:alert(1)"},
        {"address with a blank", {"https://a.example/ b", false, true}, "https://a.example/ b"},
        {"address that is only text", {"https://a.example/"}, "https://a.example/"},
        {"place", {"note 1", false, false, "lamp/on"}, "<a href=\"#note-1\">note 1</a>"},
        {"unknown place", {"lamp/off", true, false, "lamp/off"}, "<code>lamp/off</code>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(html_line({row.span}, anchors) == row.html);
    }
    CHECK(html_lines("a\n  b\r\n\n<") == "a\n  b \n\n&lt;\n");
}

TEST_CASE("html: several practices begin with an overview, the most urgent first") {
    const std::string report = sample_report("html", {stale_practice, open_practice});
    CHECK(part(report, "<title>", "\n") == "<title>2 practices, hipaa-check report as of 2026-11-22</title>");
    CHECK(part(report, "<h1>", "<div") ==
          "<h1>2 practices</h1>\n"
          "<p class=\"verdict\">Of 2 practices, 1 needs action, 1 cannot be judged "
          "yet.</p>\n");
    const auto without_signs = [](const std::string& html) {
        return std::regex_replace(html, std::regex("<svg class=\"mark ([a-z-]+)\".*?</svg>"), "($1)");
    };
    CHECK(without_signs(part(report, "<tbody>", "</table>")) ==
          R"page(<tbody>
<tr class="is-duty"><th scope="row"><a href="#practice-2"><bdi>Elm Street</bdi></a><small>two.yaml</small></th><td class="result">(duty)<span class="words">Needs action</span></td><td><a href="#practice-2-note-1">(duty)<span class="hidden">Needs action</span></a></td><td><a href="#practice-2-note-2">(recommendation)<span class="hidden">Recommended change</span></a></td><td><a href="#practice-2-note-3">(attention)<span class="hidden">Look at this</span></a></td><td><a href="#practice-2-note-4">(in-place)<span class="hidden">In place, as reported</span></a></td><td><a href="#practice-2-note-5">(not-applicable)<span class="hidden">Does not apply</span></a></td></tr>
<tr class="is-unanswered"><th scope="row"><a href="#practice-1"><bdi>one.yaml</bdi></a></th><td class="result">(unanswered)<span class="words">Not answered</span></td><td><a href="#practice-1-note-1">(unanswered)<span class="hidden">Not answered</span></a></td><td><a href="#practice-1-note-2">(unanswered)<span class="hidden">Not answered</span></a></td><td><a href="#practice-1-note-3">(unanswered)<span class="hidden">Not answered</span></a></td><td><a href="#practice-1-note-4">(unanswered)<span class="hidden">Not answered</span></a></td><td><a href="#practice-1-note-5">(unanswered)<span class="hidden">Not answered</span></a></td></tr>
</tbody>
<tfoot>
<tr><th scope="row" colspan="2">Practices in which it is open</th><td>2<span class="of"> of 2</span></td><td>2<span class="of"> of 2</span></td><td>2<span class="of"> of 2</span></td><td>1<span class="of"> of 2</span></td><td>1<span class="of"> of 2</span></td></tr>
</tfoot>
)page");
    CHECK(report.find("<h2 id=\"practice-2\">") < report.find("<h2 id=\"practice-1\">"));
    CHECK(without_signs(part(report, "<fieldset", "<div")) ==
          "<fieldset class=\"filter\">\n<legend>Show practices</legend>\n"
          "<label><input type=\"radio\" name=\"show\" checked> All</label>\n"
          "<label><input type=\"radio\" name=\"show\" id=\"show-duty\"> (duty)Needs action</label>\n"
          "<label><input type=\"radio\" name=\"show\" id=\"show-unanswered\"> (unanswered)Not answered</label>\n"
          "</fieldset>\n");
    // Every link leads somewhere.
    const std::regex link("href=\"#([^\"]+)\"");
    for (std::sregex_iterator at(report.begin(), report.end(), link), end; at != end; ++at)
        CHECK(report.find(" id=\"" + (*at)[1].str() + "\"") != std::string::npos);
}

TEST_CASE("html: a file with mistakes shows them") {
    const std::string report = sample_report("html", {"products: {lamp: {shde: <b>}}\n"});
    CHECK(part(report, "<article", "</main>") == R"page(<article aria-labelledby="practice-1">
<h1 id="practice-1"><bdi>one.yaml</bdi></h1>
<p class="urgent">This file was not checked: it has 1 mistake. Fix it, then run the check again.</p>
<ol class="mistakes">
<li>one.yaml:1:19: `shde` is not a key of `products.lamp`; did you mean `shade`?<pre tabindex="0" role="group" aria-label="Line 1"><samp>  products: {lamp: {shde: &lt;b&gt;}}
                    ^
</samp></pre></li>
</ol>
</article>
)page");
}

TEST_CASE("html: contradictions, what was not checked, and whom HIPAA may not bind") {
    const std::string report = sample_report("html", {contradicting_practice});
    for (const std::string text : {
             "<p class=\"plain\">The practice says that it is not a covered entity. HIPAA may not bind you; board "
             "rules "
             "and "
             "state law may.</p>",
             "<a href=\"#practice-1-contradictions\">answers that cannot all be true</a>: There is no contract, but a "
             "copy of it.",
             "<section id=\"practice-1-contradictions\">\n<h2 class=\"open\">Answers that cannot all be "
             "true</h2>\n<ul>\n"
             "<li>There is no contract, but a copy of it. Correct one.<p>Check: "
             "<code>lamp/no-copy-of-nothing</code></p><p><code>contract.status"
             "</code> is none (line 4, column 29)</p>",
             "<p>What to do: Find out which of these answers is right, and correct the others.</p>",
             "<p>Until then, at best &quot;Not answered&quot;: <a href=\"#practice-1-note-2\">note 2</a></p>",
             "<p class=\"plain\">For more about anything here that has an id, such as "
             "<code>lamp/contract-signed</code>, "
             "run <code>hipaa-check explain lamp/contract-signed</code>.</p>",
             "<p>Legal duty (HIPAA may not bind you; board rules and state law may): No contract is signed. That is "
             "bad.</p>",
             "<h2 class=\"open\">Not checked</h2>\n<ul>\n<li><code>products.torch</code>: ",
         }) {
        CAPTURE(text);
        CHECK(count(report, text) == 1);
    }
}

TEST_CASE("html: of very many practices only the most urgent are shown, and the report says so") {
    struct Row {
        std::size_t practices;
        std::string left_out;
        std::size_t rows;
        std::size_t details;
    };
    const std::string rest =
        " For any other practice, check its file by itself; for all of them, write the report with "
        "<code>-f csv</code> (for a spreadsheet) or <code>-f json</code>.</p>\n";
    const std::vector<Row> rows{
        {200, "", 200, 200},
        {201,
         "<p class=\"open\">Shown in full are the 200 most urgent of 201 practices, so that this file can be opened; "
         "the "
         "table lists all of them." +
             rest,
         201, 200},
        {1001,
         "<p class=\"open\">Shown in full are the 200 most urgent of 1001 practices, so that this file can be opened; "
         "the "
         "table lists the 1000 most urgent, and counts all of them in its last row." +
             rest,
         1000, 200},
    };
    for (const Row& row : rows) {
        CAPTURE(row.practices);
        HtmlOverview overview;
        for (std::size_t index = 1; index <= row.practices; ++index) {
            PracticeReport report;
            report.source.name = "many.yaml";
            const std::string id = "practice-" + std::to_string(index);
            // The last one is the most urgent.
            const Standing standing = index == row.practices ? Standing::mistakes : Standing::duty;
            overview.add(report, rank_of({}, standing, index), id, "<article id=\"" + id + "\">", {});
        }
        const std::string head = overview.head(true);
        CHECK(part(head, "first</h2>\n", "<fieldset class=\"filter\"") == "first</h2>\n" + row.left_out);
        CHECK(count(head, "<tr class=\"is-") == row.rows);
        CHECK(count(head, "<a href=\"#practice-") == row.details);
        CHECK(count(overview.details(), "<article") == row.details);
        CHECK(overview.details().starts_with("<article id=\"practice-" + std::to_string(row.practices) + "\">"));
    }
}

TEST_CASE("html: no practice at all") {
    CHECK(part(sample_report("html", {}), "<main", "</main>") ==
          "<main id=\"main\">\n<h1>No practice was checked</h1>\n");
}

}  // namespace hipaa
