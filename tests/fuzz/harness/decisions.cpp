// The decisions of a practice file, the rest of which is given: every report can be read.
#include "fuzz/every_report.hpp"
#include "fuzz/properties.hpp"

namespace {

/// Fails a check that may be waived, and some that may not.
const std::string practice = R"(confirmed_on: 2026-11-01
practice: {name: Willow}
products:
  spruce:
    first_client_use: 2026-03-02
    plan: {tier: basic, paid_since: 2026-02-20}
    baa: {status: executed, executed_on: 2026-06-15, copy_on_file: no}
    phone: {number: yes, clients_told_voice_only: some}
    sends: {messages: standard, payment_requests: not_used, payment_receipts: not_used, other: standard}
decisions:
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hipaa::fuzz::require_every_report(practice + std::string(hipaa::fuzz::as_text(data, size)));
    return 0;
}
