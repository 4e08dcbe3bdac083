// Kinds of remarks by name.
#include "engine/remark.hpp"

#include <algorithm>
#include <array>

namespace hipaa {
namespace {

struct Row {
    RemarkKind kind;
    std::string_view name;
};

constexpr std::array table{
    Row{RemarkKind::answers_from_future, "answers_from_future"},
    Row{RemarkKind::answers_ignored, "answers_ignored"},
    Row{RemarkKind::checklist_due, "checklist_due"},
    Row{RemarkKind::checklist_replaced, "checklist_replaced"},
    Row{RemarkKind::decision_broad, "decision_broad"},
    Row{RemarkKind::decision_expired, "decision_expired"},
    Row{RemarkKind::decision_incomplete, "decision_incomplete"},
    Row{RemarkKind::decision_premature, "decision_premature"},
    Row{RemarkKind::decision_refused, "decision_refused"},
    Row{RemarkKind::decision_renamed, "decision_renamed"},
    Row{RemarkKind::decision_unused, "decision_unused"},
    Row{RemarkKind::name_changed, "name_changed"},
    Row{RemarkKind::product_not_checked, "product_not_checked"},
};

constexpr auto kinds = [] {
    std::array<RemarkKind, table.size()> result{};
    std::ranges::transform(table, result.begin(), &Row::kind);
    return result;
}();

}  // namespace

std::span<const RemarkKind> remark_kinds() { return kinds; }

std::string_view name_of(RemarkKind kind) { return std::ranges::find(table, kind, &Row::kind)->name; }

}  // namespace hipaa
