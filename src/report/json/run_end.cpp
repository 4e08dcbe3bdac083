// The line that ends a jsonl report.
#include "report/json/run_end.hpp"

namespace hipaa {

RunEnd read_run_end(const JsonFields& line) {
    const JsonFields fields = line.object("end");
    RunEnd end{fields.whole("practices"), std::nullopt, {}};
    if (line.has("digests")) end.digests = line.text_members("digests");
    if (!fields.has("shard")) return end;
    end.shard = parse_shard(fields.text("shard"));
    if (!end.shard || !end.shard->is_part()) fields.wrong("shard");
    return end;
}

}  // namespace hipaa
