// Gathering text, in a temporary file if there is much.
#include "report/spill.hpp"

namespace hipaa {

void Spill::append(std::string_view text) {
    in_memory_ += text;
    if (in_memory_.size() > most_in_memory) move_to_file();
}

void Spill::move_to_file() {
    if (!file_) file_ = open_spill_file();
    if (!file_) return;
    file_->append(in_memory_);
    in_memory_.clear();
    if (in_memory_.capacity() > 4 * most_in_memory) in_memory_.shrink_to_fit();
}

void Spill::read(const std::function<void(std::string_view)>& take) const {
    if (file_) file_->read(take);
    take(in_memory_);
}

void Spill::write_to(std::ostream& out) const {
    read([&](std::string_view text) { out << text; });
}

}  // namespace hipaa
