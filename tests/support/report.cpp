// Looking things up in JSON reports.
#include "support/report.hpp"

#include <stdexcept>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace hipaa::testing {

using rapidjson::Value;

struct Report::Parsed {
    rapidjson::Document document;
};

namespace {

std::string shown(const Value& value) {
    if (value.IsString()) return {value.GetString(), value.GetStringLength()};
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

const Value* member(const Value& value, std::string_view name) {
    if (value.IsArray()) {
        const auto index = static_cast<rapidjson::SizeType>(std::stoul(std::string(name)));
        return index < value.Size() ? &value[index] : nullptr;
    }
    if (!value.IsObject()) return nullptr;
    const auto found = value.FindMember(std::string(name).c_str());
    return found == value.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const Value& value, std::string_view name) {
    const Value* found = member(value, name);
    return found ? shown(*found) : "(absent)";
}

std::string place_of(const Value& value) { return text_of(value, "line") + ":" + text_of(value, "column"); }

/// The first object below `value` whose `id` is `id`.
const Value* find(const Value& value, std::string_view id) {
    if (value.IsArray()) {
        for (const Value& item : value.GetArray())
            if (const Value* found = find(item, id)) return found;
    } else if (value.IsObject()) {
        if (text_of(value, "id") == id) return &value;
        for (const auto& entry : value.GetObject())
            if (const Value* found = find(entry.value, id)) return found;
    }
    return nullptr;
}

template <typename Line>
std::string lines(const Value* list, Line&& line) {
    std::string result;
    if (!list) return "(absent)";
    for (const Value& item : list->GetArray()) result += (result.empty() ? "" : "\n") + line(item);
    return result;
}

const Value* practice(const Value& report) {
    const Value* practices = member(report, "practices");
    if (!practices || practices->Empty()) throw std::runtime_error("the report has no practice");
    return &(*practices)[0];
}

}  // namespace

Report::Report(const std::string& json) : parsed_(std::make_unique<Parsed>()) {
    if (parsed_->document.Parse(json.data(), json.size()).HasParseError())
        throw std::runtime_error("this is not JSON: " + json);
}

Report::~Report() = default;

std::string Report::at(std::string_view path) const {
    const Value* value = &parsed_->document;
    while (value && !path.empty()) {
        const auto slash = path.find('/');
        value = member(*value, path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return value ? shown(*value) : "(absent)";
}

std::string Report::of(std::string_view id, std::string_view name) const {
    const Value* found = find(parsed_->document, id);
    return found ? text_of(*found, name) : "(no " + std::string(id) + ")";
}

std::string Report::result(std::string_view id, std::size_t index) const {
    const Value* practices = member(parsed_->document, "practices");
    const Value* one = practices ? member(*practices, std::to_string(index)) : nullptr;
    const Value* found = one ? find(*one, id) : nullptr;
    return found ? text_of(*found, "result") : "(no " + std::string(id) + ")";
}

std::string Report::evidence(std::string_view id, bool places) const {
    const Value* found = find(parsed_->document, id);
    if (!found) return "(no " + std::string(id) + ")";
    const Value* list = member(*found, "evidence");
    if (!list) return "(absent)";
    std::string result;
    for (const Value& item : list->GetArray()) {
        result += (result.empty() ? "" : ", ") + text_of(item, "key") + "=" + text_of(item, "value");
        if (member(item, "assumed")) result += " assumed";
        if (places) result += " @" + place_of(item);
    }
    return result;
}

std::string Report::remarks() const {
    return lines(member(*practice(parsed_->document), "remarks"),
                 [](const Value& item) { return place_of(item) + " " + text_of(item, "text"); });
}

std::string Report::problems() const {
    return lines(member(*practice(parsed_->document), "problems"), [](const Value& item) {
        return place_of(item) + " " + text_of(item, "kind") + ": " + text_of(item, "message");
    });
}

std::string Report::not_checked() const {
    return lines(member(*practice(parsed_->document), "not_checked"),
                 [](const Value& item) { return text_of(item, "key") + ": " + text_of(item, "reason"); });
}

std::string Report::checks() const {
    std::string result;
    const Value* checklists = member(*practice(parsed_->document), "checklists");
    for (const Value& checklist : checklists->GetArray())
        for (const Value& note : (*member(checklist, "notes")).GetArray())
            for (const Value& check : (*member(note, "checks")).GetArray())
                result += (result.empty() ? "" : "\n") + text_of(check, "id") + " " + text_of(check, "result");
    return result;
}

}  // namespace hipaa::testing
