// Reading back what holds for a whole run.
#include "report/json/run_reader.hpp"

#include "text/printable.hpp"

namespace hipaa {

Run read_run(const JsonFields& report) {
    Run run;
    run.as_of = report.date("as_of");
    const JsonFields settings = report.object("settings");
    run.as_of_given = settings.flag("as_of_given");
    run.max_age = settings.whole("max_age");
    run.fail_on = settings.one_of<FailOn>("fail_on");
    run.rules = settings.texts("rules");
    run.checklists = settings.texts("checklists");
    if (settings.has("config")) run.config = settings.text("config");
    run.redacted = settings.has("redacted") && settings.flag("redacted");
    if (settings.has("set")) run.set = settings.texts("set");
    if (settings.has("baseline")) {
        const JsonFields baseline = settings.object("baseline");
        run.baseline = BaselineOrigin{std::string(baseline.text("file")), baseline.date("as_of"), {}};
        if (baseline.has("digest")) run.baseline->digest = baseline.text("digest");
    }
    if (settings.has("shard")) {
        const JsonFields shard = settings.object("shard");
        run.shard = Shard{shard.whole("number", 1), shard.whole("of", 1)};
        if (!run.shard->is_part()) settings.wrong("shard");
    }
    return run;
}

RunEnd read_run_end(const JsonFields& line) {
    const JsonFields fields = line.object("end");
    RunEnd end;
    end.practices = fields.whole("practices");
    if (fields.has("gone")) end.gone = fields.texts("gone");
    if (fields.has("skipped"))
        fields.each("skipped", [&](const JsonFields& skipped) {
            end.skipped.push_back({std::string(skipped.text("file")), printable(skipped.text("why"))});
        });
    if (line.has("digests")) end.digests = line.text_members("digests");
    if (fields.has("settings")) end.run = read_run(fields);
    if (!fields.has("shard")) return end;
    end.shard = parse_shard(fields.text("shard"));
    if (!end.shard || !end.shard->is_part()) fields.wrong("shard");
    return end;
}

}  // namespace hipaa
