// Comparing what two reports say of one practice.
#include "compare/compare.hpp"

#include <string>
#include <unordered_map>
#include <utility>

#include "compare/causes.hpp"

namespace hipaa {
namespace {

struct NamedChange {
    std::string id;
    Change change;
};

Change change_of(const RecordedPractice& practice, const RecordedPoint& point) {
    Change change;
    change.point = point;
    change.checklist = practice.checklists[point.checklist];
    return change;
}

/// A contradiction that does not hold is not in a report.
std::optional<Result> without(PointKind kind) {
    if (kind == PointKind::contradiction) return Result::not_applicable;
    return std::nullopt;
}

}  // namespace

std::vector<Change> compare(const Moment& old, const Moment& now, const CurrentIds& ids) {
    std::unordered_map<std::string, const RecordedPoint*> before;
    for (const RecordedPoint& point : old.practice.points) before.emplace(ids(point.id), &point);
    std::vector<NamedChange> changes;
    for (const RecordedPoint& point : now.practice.points) {
        std::string id = ids(point.id);
        const auto was = before.find(id);
        const RecordedPoint* const earlier = was == before.end() ? nullptr : was->second;
        if (earlier) before.erase(was);
        const std::optional<Result> from = earlier ? std::optional(earlier->result) : without(point.kind);
        if (from == point.result) continue;
        NamedChange& found = changes.emplace_back(NamedChange{std::move(id), change_of(now.practice, point)});
        found.change.from = from;
        found.change.to = point.result;
        found.change.read = point.read;
        if (earlier) found.change.read.insert(found.change.read.end(), earlier->read.begin(), earlier->read.end());
    }
    for (const RecordedPoint& point : old.practice.points) {
        std::string id = ids(point.id);
        const auto left = before.find(id);
        if (left == before.end() || left->second != &point || without(point.kind) == point.result) continue;
        NamedChange& found = changes.emplace_back(NamedChange{std::move(id), change_of(old.practice, point)});
        found.change.from = point.result;
        found.change.to = without(point.kind);
        found.change.read = point.read;
    }
    if (changes.empty()) return {};
    Causes causes(old, now, ids);
    std::vector<Change> explained;
    for (auto& [id, change] : changes) {
        change.direction = direction_of(change.from, change.to);
        causes.explain(change, id);
        explained.push_back(std::move(change));
    }
    return explained;
}

}  // namespace hipaa
