// Reading the members of JSON objects.
#include "json/fields.hpp"

#include <fmt/format.h>

#include "json/builder.hpp"
#include "text/utf8.hpp"

namespace hipaa {
namespace {

std::string_view view(const JsonValue& text) { return {text.GetString(), text.GetStringLength()}; }

void write(JsonBuilder& json, const JsonValue& value) {
    if (value.IsString()) json.text(view(value));
    else if (value.IsBool()) json.boolean(value.IsTrue());
    else if (value.IsNumber()) json.number(value.GetDouble());
    else if (value.IsArray())
        json.array([&] {
            for (const JsonValue& item : value.GetArray()) write(json, item);
        });
    else if (value.IsObject())
        json.object([&] {
            for (const auto& [key, member] : value.GetObject()) {
                json.key(view(key));
                write(json, member);
            }
        });
    else json.null();
}

}  // namespace

const JsonValue* JsonFields::find(std::string_view name) const {
    if (!object_->IsObject()) return nullptr;
    const auto size = static_cast<rapidjson::SizeType>(name.size());
    const auto member = object_->FindMember(JsonValue(rapidjson::StringRef(name.data(), size)));
    return member == object_->MemberEnd() ? nullptr : &member->value;
}

const JsonValue& JsonFields::value(std::string_view name) const {
    static const JsonValue nothing;
    const JsonValue* found = find(name);
    return found ? *found : nothing;
}

std::string_view JsonFields::text(std::string_view name) const { return text_in(value(name), name); }

std::string_view JsonFields::text_in(const JsonValue& value, std::string_view name) const {
    if (value.IsString() && !utf8::first_invalid(view(value))) return view(value);
    wrong(name);
    return {};
}

std::vector<std::string> JsonFields::texts(std::string_view name) const {
    std::vector<std::string> found;
    const JsonValue& array = value(name);
    if (!array.IsArray()) wrong(name);
    else
        for (const JsonValue& item : array.GetArray()) {
            if (!item.IsString() || utf8::first_invalid(view(item))) wrong(name);
            else found.emplace_back(view(item));
        }
    return found;
}

std::map<std::string, std::string> JsonFields::text_members(std::string_view name) const {
    std::map<std::string, std::string> found;
    const JsonValue& object = value(name);
    if (!object.IsObject()) return wrong(name), found;
    for (const auto& [key, text] : object.GetObject()) {
        if (!text.IsString() || utf8::first_invalid(view(key)) || utf8::first_invalid(view(text)))
            return wrong(name), found;
        found.emplace(view(key), view(text));
    }
    return found;
}

std::uint32_t JsonFields::whole(std::string_view name, std::uint32_t least) const {
    const JsonValue& found = value(name);
    if (found.IsUint() && found.GetUint() >= least) return found.GetUint();
    wrong(name);
    return least;
}

bool JsonFields::flag(std::string_view name) const {
    const JsonValue& found = value(name);
    if (!found.IsBool()) wrong(name);
    return found.IsTrue();
}

std::string JsonFields::json(std::string_view name) const {
    const JsonValue* found = find(name);
    if (!found || found->IsNull()) return {};
    JsonBuilder json(JsonBuilder::Layout::one_line);
    write(json, *found);
    std::string text = json.take();
    text.pop_back();  // the line feed
    return text;
}

bool JsonFields::mark(std::string_view name) const { return value(name).IsTrue(); }

Date JsonFields::date(std::string_view name) const {
    const auto date = parse_date(text(name));
    if (!date) wrong(name);
    return date.value_or(Date{});
}

std::size_t JsonFields::count(std::string_view name) const {
    const JsonValue& array = value(name);
    return array.IsArray() ? array.Size() : 0;
}

void JsonFields::wrong(std::string_view name) const {
    refuse(fmt::format("it has no `{}` as this version of hipaa-check writes it; run that part again with this version",
                       name));
}

void JsonFields::refuse(std::string sentence) const {
    if (mistake_->empty()) *mistake_ = {std::move(sentence), false};
}

void JsonFields::refuse_checklists(std::string sentence) const {
    if (mistake_->empty()) *mistake_ = {std::move(sentence), true};
}

}  // namespace hipaa
