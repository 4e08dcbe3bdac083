// Reading the members of JSON objects.
#include "report/json_fields.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace hipaa {
namespace {

std::string_view view(const rapidjson::Value& text) { return {text.GetString(), text.GetStringLength()}; }

}  // namespace

const rapidjson::Value* JsonFields::find(std::string_view name) const {
    if (!object_->IsObject()) return nullptr;
    const auto size = static_cast<rapidjson::SizeType>(name.size());
    const auto member = object_->FindMember(rapidjson::Value(rapidjson::StringRef(name.data(), size)));
    return member == object_->MemberEnd() ? nullptr : &member->value;
}

const rapidjson::Value& JsonFields::value(std::string_view name) const {
    static const rapidjson::Value nothing;
    const rapidjson::Value* found = find(name);
    return found ? *found : nothing;
}

std::string_view JsonFields::bytes(std::string_view name) const {
    const rapidjson::Value& found = value(name);
    if (found.IsString()) return view(found);
    wrong(name);
    return {};
}

std::string_view JsonFields::text(std::string_view name) const {
    const std::string_view found = bytes(name);
    if (!utf8::first_invalid(found)) return found;
    wrong(name);
    return {};
}

std::vector<std::string> JsonFields::texts(std::string_view name) const {
    std::vector<std::string> found;
    const rapidjson::Value& array = value(name);
    if (!array.IsArray()) wrong(name);
    else
        for (const rapidjson::Value& item : array.GetArray()) {
            if (!item.IsString()) wrong(name);
            else found.emplace_back(view(item));
        }
    return found;
}

std::uint32_t JsonFields::whole(std::string_view name, std::uint32_t least) const {
    const rapidjson::Value& found = value(name);
    if (found.IsUint() && found.GetUint() >= least) return found.GetUint();
    wrong(name);
    return least;
}

bool JsonFields::flag(std::string_view name) const {
    const rapidjson::Value& found = value(name);
    if (!found.IsBool()) wrong(name);
    return found.IsTrue();
}

bool JsonFields::mark(std::string_view name) const { return value(name).IsTrue(); }

Date JsonFields::date(std::string_view name) const {
    const auto date = parse_date(text(name));
    if (!date) wrong(name);
    return date.value_or(Date{});
}

std::size_t JsonFields::count(std::string_view name) const {
    const rapidjson::Value& array = value(name);
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
