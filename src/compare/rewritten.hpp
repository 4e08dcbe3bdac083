// A practice file made of what a report says of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/json/recorded_practice.hpp"

namespace hipaa {

/// A practice file with the answers and decisions of a report.
struct RewrittenPractice {
    std::string text;  // YAML
    // By the numbers of its lines:
    std::unordered_map<std::uint32_t, std::string> keys;       // which answer it holds
    std::unordered_map<std::uint32_t, std::size_t> decisions;  // which decision it holds
};

RewrittenPractice rewrite_practice(const RecordedAnswers& answers, const std::vector<std::string>& decisions);

}  // namespace hipaa
