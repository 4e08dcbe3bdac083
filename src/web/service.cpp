// What the page asks the program for.
#include "web/service.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "interview/typed.hpp"
#include "json/builder.hpp"
#include "web/netstrings.hpp"
#include "web/reports.hpp"
#include "web/screen_json.hpp"
#include "web/session.hpp"

namespace hipaa::web {
namespace {

using Arguments = std::vector<std::string_view>;

std::string object_with(std::string_view name, std::string_view text) {
    JsonBuilder json;
    json.object([&] { json.field(name, text); });
    return json.take();
}

std::string fault(std::string_view what) { return object_with("fault", what); }

/// The screen, or the sentence that says why it is not another one.
std::string screen_or(const std::optional<std::string>& refusal, const Session& session) {
    return refusal ? object_with("refusal", *refusal) : screen_json(session);
}

std::vector<yaml::Source> sources_in(const Arguments& arguments, std::size_t first) {
    std::vector<yaml::Source> sources;
    for (std::size_t i = first; i + 1 < arguments.size(); i += 2)
        sources.push_back({std::string(arguments[i]), std::string(arguments[i + 1])});
    return sources;
}

Arguments from(const Arguments& arguments, std::size_t first) {
    return {arguments.begin() + static_cast<std::ptrdiff_t>(std::min(first, arguments.size())), arguments.end()};
}

std::string unclear(const interview::Unclear& reply) {
    JsonBuilder json;
    json.object([&] {
        json.objects("unclear", reply.readings, [&](const AnswerReading& reading) {
            json.field("value", reading.text);
            json.field("meaning", reading.meaning);
        });
    });
    return json.take();
}

std::string answer_question(Session& session, const Arguments& arguments) {
    const Manner manner = arguments[1] == "typed" ? Manner::typed : Manner::picked;
    const Outcome outcome = session.answer(arguments[0], manner, from(arguments, 2));
    if (const auto* doubt = std::get_if<interview::Unclear>(&outcome)) return unclear(*doubt);
    if (const auto* sorry = std::get_if<interview::NotUnderstood>(&outcome))
        return object_with("refusal", sorry->sentence);
    return screen_json(session);
}

/// An action on the session, with at least so many arguments.
struct Action {
    std::string_view name;
    std::size_t arguments;
    std::string (*act)(Session& session, const Arguments& arguments);
};

constexpr Action actions[]{
    // name and text of a practice file
    {"load", 2,
     [](Session& session, const Arguments& arguments) {
         return screen_or(session.load(std::string(arguments[0]), std::string(arguments[1])), session);
     }},
    // the practice's name, names of other products, then the codes of what is in use
    {"start", 2,
     [](Session& session, const Arguments& arguments) {
         return screen_or(session.start(from(arguments, 2), arguments[1], arguments[0]), session);
     }},
    // the key, `picked` or `typed`, then codes or a text
    {"answer", 2, answer_question},
    // the key of a list, the number of an item
    {"remove", 2,
     [](Session& session, const Arguments& arguments) {
         const std::size_t number = interview::number_in(arguments[1]).value_or(0);
         return screen_or(session.remove_item(arguments[0], number), session);
     }},
    // `yes` or `no`
    {"confirm", 1,
     [](Session& session, const Arguments& arguments) {
         return screen_or(session.confirm(arguments[0] == "yes"), session);
     }},
    // the day that counts as today from now on
    {"day", 1,
     [](Session& session, const Arguments& arguments) {
         const auto today = parse_date(arguments[0]);
         if (!today) return fault("this is no date");
         return session.go_to_day(*today), screen_json(session);
     }},
    // the key of a question
    {"change", 1,
     [](Session& session, const Arguments& arguments) {
         return session.change(arguments[0]) ? screen_json(session) : fault("there is no such question");
     }},
    {"continue", 0, [](Session& session, const Arguments&) { return session.go_on(), screen_json(session); }},
    {"back", 0, [](Session& session, const Arguments&) { return session.go_back(), screen_json(session); }},
    {"review", 0, [](Session& session, const Arguments&) { return session.go_to_review(), screen_json(session); }},
    {"show_report", 0, [](Session& session, const Arguments&) { return session.go_to_report(), screen_json(session); }},
    {"resume", 0, [](Session& session, const Arguments&) { return session.resume(), screen_json(session); }},
    // `html`, `markdown` or `text`
    {"report", 1,
     [](Session& session, const Arguments& arguments) {
         return object_with("report", report_of(session, arguments[0]));
     }},
    // name and text of each practice file
    {"overview", 2,
     [](Session& session, const Arguments& arguments) {
         return object_with("html", overview_of(session, sources_in(arguments, 0)));
     }},
};

}  // namespace

Service::Service() = default;
Service::~Service() = default;

std::string Service::answer(std::string_view request) {
    const auto texts = read_netstrings(request);
    if (!texts || texts->empty()) return fault("the request cannot be read");
    const std::string_view name = texts->front();
    const Arguments arguments = from(*texts, 1);
    // Today, then name and text of each checklist beside the built-in ones.
    if (name == "begin") {
        const auto today = arguments.empty() ? std::nullopt : parse_date(arguments[0]);
        if (!today) return fault("a session begins with a date");
        std::string refusal;
        auto session = Session::begin(*today, sources_in(arguments, 1), refusal);
        if (!session) return object_with("refusal", refusal);
        session_ = std::move(session);
        return screen_json(*session_);
    }
    const auto* const action = std::ranges::find(actions, name, &Action::name);
    if (action == std::end(actions)) return fault("there is no such action");
    if (!session_) return fault("there is no session");
    if (arguments.size() < action->arguments) return fault("an argument is missing");
    return action->act(*session_, arguments);
}

}  // namespace hipaa::web
