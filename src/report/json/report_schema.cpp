// The JSON Schema of the formats json and jsonl. A new member in json.cpp has to be added here.
#include "report/json/report_schema.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/run.hpp"

namespace hipaa {
namespace {

constexpr std::string_view practice_members = R"json(        "file": {"type": "string"},
        "name": {"type": ["string", "null"]},
        "labels": {
          "description": "Short texts of whoever looks after the practice, such as a client number.",
          "type": "object",
          "propertyNames": {"pattern": "^[A-Za-z0-9_-]{1,40}$"},
          "additionalProperties": {"type": "string"}
        },
        "result": {"$ref": "#/$defs/practice_result"},
        "digest": {
          "description": "Of the file; null if it could not be read.",
          "anyOf": [{"$ref": "#/$defs/digest"}, {"type": "null"}]
        },
        "counts": {"$ref": "#/$defs/counts"},
        "problems": {
          "description": "Mistakes in the file; with any, nothing was checked.",
          "type": "array",
          "items": {"$ref": "#/$defs/problem"}
        },
        "more_problems": {"description": "How many there are beside those listed.", "type": "integer", "minimum": 1},
        "facts": {
          "description": "What the file says of the practice itself; empty if it could not be read.",
          "type": "array",
          "items": {"$ref": "#/$defs/evidence"}
        },
        "not_checked": {"type": "array", "items": {"$ref": "#/$defs/not_checked"}},
        "remarks": {"type": "array", "items": {"$ref": "#/$defs/remark"}},
        "assumed": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
        "baseline": {
          "description": "How the practice stands to the earlier report of the settings.",
          "type": "object",
          "properties": {
            "had_practice": {"description": "The earlier report had it, and could be compared.", "type": "boolean"},
            "had_mistakes": {"description": "The earlier report had it, and its file had mistakes.", "const": true},
            "closed": {"description": "How many open points there were that are closed now.", "type": "integer", "minimum": 0},
            "lacking": {
              "description": "Checklists that the earlier report had for it, and this one does not.",
              "type": "array",
              "items": {"type": "string"}
            }
          },
          "required": ["had_practice", "closed", "lacking"],
          "additionalProperties": false
        },
        "next_due": {"anyOf": [{"$ref": "#/$defs/due"}, {"type": "null"}]},
        "overdue": {
          "description": "All that is overdue, if anything is, but for the confirmation of answers.",
          "type": "array",
          "items": {"$ref": "#/$defs/due"}
        },
        "answers": {
          "description": "Every answer of the file, in its order.",
          "type": "array",
          "items": {"$ref": "#/$defs/evidence"}
        },
        "decisions": {
          "description": "Those of the file, whether they count or not.",
          "type": "array",
          "items": {"$ref": "#/$defs/decision"}
        },
        "checklists": {"type": "array", "items": {"$ref": "#/$defs/checklist"}})json";

/// Where `@NAME@` stands, the names of an enum's values or the members of a practice follow.
constexpr std::string_view schema_template = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Reports of hipaa-check",
  "description": "What `hipaa-check -f json` writes, and each line that `hipaa-check -f jsonl` writes.",
  "anyOf": [{"$ref": "#/$defs/report"}, {"$ref": "#/$defs/line"}, {"$ref": "#/$defs/last_line"}],
  "$defs": {
    "position": {"description": "Counts from 1; columns count Unicode code points.", "type": "integer", "minimum": 1},
    "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "result": {
      "description": "From best to worst.",
      "enum": [@results@]
    },
    "practice_result": {
      "description": "`error`: the file has mistakes, and nothing was checked. `not_checked`: no checklist applies to it.",
      "enum": [@results@, "error", "not_checked"]
    },
    "baseline": {
      "description": "How what is open stands to the earlier report of the settings.",
      "enum": ["new", "known", "worse"]
    },
    "baseline_of_checklist": {
      "description": "Only a changed checklist makes it new or worse, so it does not count for the exit status.",
      "const": true
    },
    "digest": {"description": "SHA-256, in hexadecimal.", "type": "string", "pattern": "^[0-9a-f]{64}$"},
    "digests": {
      "description": "Of files, by their names. A checklist that extends another has two files.",
      "type": "object",
      "additionalProperties": {"$ref": "#/$defs/digest"}
    },
    "counts": {
      "description": "How many notes have each result.",
      "type": "object",
      "properties": {
        "pass": {"type": "integer", "minimum": 0},
        "accepted": {"type": "integer", "minimum": 0},
        "attention": {"type": "integer", "minimum": 0},
        "unknown": {"type": "integer", "minimum": 0},
        "fail": {"type": "integer", "minimum": 0},
        "not_applicable": {"type": "integer", "minimum": 0}
      },
      "required": ["pass", "accepted", "attention", "unknown", "fail", "not_applicable"],
      "additionalProperties": false
    },
    "basis": {"description": "What asks for it, the strictest first: the regulation, HHS in its guidance, the vendor, the reviewer.", "enum": [@bases@]},
    "applicability": {"description": "There where a law may not bind the practice.", "type": "string"},
    "tool": {
      "type": "object",
      "properties": {"name": {"const": "hipaa-check"}, "version": {"type": "string"}},
      "required": ["name", "version"],
      "additionalProperties": false
    },
    "format": {"const": "hipaa-check/report/1"},
    "problem": {
      "type": "object",
      "properties": {
        "message": {"type": "string"},
        "line": {"$ref": "#/$defs/position"},
        "column": {"$ref": "#/$defs/position"},
        "kind": {"description": "A stable word.", "type": "string"},
        "excerpt": {"description": "The line of the file, and a caret under the place, each ended by a line feed.", "type": "string"}
      },
      "required": ["message", "line", "column", "kind"],
      "additionalProperties": false
    },
    "not_checked": {
      "type": "object",
      "properties": {
        "key": {"type": "string"},
        "reason": {"type": "string"},
        "line": {"$ref": "#/$defs/position"},
        "column": {"$ref": "#/$defs/position"}
      },
      "required": ["key", "reason", "line", "column"],
      "additionalProperties": false
    },
    "remark": {
      "type": "object",
      "properties": {
        "kind": {
          "enum": [
            @remark_kinds@
          ]
        },
        "text": {"type": "string"},
        "line": {"$ref": "#/$defs/position"},
        "column": {"$ref": "#/$defs/position"}
      },
      "required": ["kind", "text", "line", "column"],
      "additionalProperties": false
    },
    "link": {
      "type": "object",
      "properties": {"title": {"type": "string"}, "url": {"type": "string"}},
      "required": ["title", "url"],
      "additionalProperties": false
    },
    "scalar": {"description": "An answer: null if there is none.", "type": ["string", "number", "boolean", "null"]},
    "record": {
      "description": "An item of a list: an answer for each of its keys.",
      "type": "object",
      "additionalProperties": {"$ref": "#/$defs/scalar_or_words"}
    },
    "scalar_or_words": {"anyOf": [{"$ref": "#/$defs/scalar"}, {"type": "array", "items": {"type": "string"}}]},
    "evidence": {
      "type": "object",
      "properties": {
        "key": {
          "description": "Dotted, from the top of the file; items of a list read `key[CODE].sub`, or `key[1].sub`, counted from 1.",
          "type": "string"
        },
        "value": {
          "anyOf": [
            {"$ref": "#/$defs/scalar"},
            {"type": "array", "items": {"type": "string"}},
            {"type": "array", "items": {"$ref": "#/$defs/record"}}
          ]
        },
        "assumed": {"description": "The key is not in the file; this is its default.", "const": true},
        "written": {"description": "The key is in the file, without an answer.", "const": true},
        "line": {"$ref": "#/$defs/position"},
        "column": {"$ref": "#/$defs/position"}
      },
      "required": ["key", "value", "line", "column"],
      "additionalProperties": false
    },
    "decision": {
      "type": "object",
      "properties": {
        "accepts": {"type": "string"},
        "because": {"type": "string"},
        "instead": {"type": "string"},
        "by": {"type": "string"},
        "decided_on": {"$ref": "#/$defs/date"},
        "review_by": {"$ref": "#/$defs/date"},
        "line": {"$ref": "#/$defs/position"},
        "column": {"$ref": "#/$defs/position"}
      },
      "required": ["accepts", "because", "by", "decided_on", "review_by", "line", "column"],
      "additionalProperties": false
    },
    "due": {
      "description": "What falls due next, or is overdue.",
      "type": "object",
      "properties": {
        "date": {"description": "The last day for it.", "$ref": "#/$defs/date"},
        "kind": {"enum": [@due_kinds@]},
        "subject": {
          "description": "`confirmed_on`, or the id of what a decision accepts, of a deadline, of a checklist.",
          "type": "string"
        },
        "text": {"description": "What to do.", "type": "string"}
      },
      "required": ["date", "kind", "subject", "text"],
      "additionalProperties": false
    },
    "check": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "basis": {"$ref": "#/$defs/basis"},
        "applicability": {"$ref": "#/$defs/applicability"},
        "waivable": {"description": "A documented decision may accept it.", "type": "boolean"},
        "result": {"$ref": "#/$defs/result"},
        "message": {"description": "What is wrong if it is not met.", "type": "string"},
        "fix": {
          "description": "What to do if it is not met; while the result is `unknown`, what to do to settle it.",
          "type": "string"
        },
        "cause": {
          "description": "What made the result: the requirement, a `when`, answers that are too old, or contradicting ones.",
          "enum": [@causes@]
        },
        "reason": {"description": "Why it has this result.", "type": "string"},
        "baseline": {"$ref": "#/$defs/baseline"},
        "baseline_of_checklist": {"$ref": "#/$defs/baseline_of_checklist"},
        "decision": {"description": "There if the result is `accepted`.", "$ref": "#/$defs/decision"},
        "evidence": {
          "description": "The smallest set of answers that decides the result, in the order of the file.",
          "type": "array",
          "items": {"$ref": "#/$defs/evidence"}
        },
        "shortfalls": {
          "description": "If it is not met: how many items of a list were found, or what is picked beyond what is allowed, where the answers do not show that by themselves.",
          "type": "array",
          "items": {"type": "string"}
        }
      },
      "required": ["id", "basis", "waivable", "result", "message", "fix", "cause", "reason", "evidence"],
      "additionalProperties": false
    },
    "vendor_says": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "source": {"type": "string"},
        "page_date": {"type": "string"},
        "status": {"enum": [@vendor_statuses@]}
      },
      "required": ["text", "source", "page_date", "status"],
      "additionalProperties": false
    },
    "note": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "number": {"description": "As the review counts.", "type": "integer"},
        "title": {"type": "string"},
        "why": {"type": "string"},
        "basis": {"$ref": "#/$defs/basis"},
        "applicability": {"$ref": "#/$defs/applicability"},
        "cites": {"type": "array", "items": {"type": "string"}},
        "relates_to": {"description": "Identifiers of notes.", "type": "array", "items": {"type": "string"}},
        "read_more": {"type": "array", "items": {"$ref": "#/$defs/link"}},
        "wording": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {"for": {"type": "string"}, "text": {"type": "string"}},
            "required": ["for", "text"],
            "additionalProperties": false
          }
        },
        "vendor_says": {"$ref": "#/$defs/vendor_says"},
        "result": {"$ref": "#/$defs/result"},
        "checks": {"type": "array", "items": {"$ref": "#/$defs/check"}}
      },
      "required": [
        "id",
        "number",
        "title",
        "why",
        "basis",
        "cites",
        "relates_to",
        "read_more",
        "wording",
        "result",
        "checks"
      ],
      "additionalProperties": false
    },
    "caveat": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "title": {"type": "string"},
        "text": {"type": "string"},
        "cites": {"type": "array", "items": {"type": "string"}},
        "read_more": {"type": "array", "items": {"$ref": "#/$defs/link"}},
        "deal_breaker": {"type": "boolean"},
        "applies": {"enum": ["yes", "no", "unknown"]},
        "result": {"description": "There if it is a deal-breaker, like the members below.", "$ref": "#/$defs/result"},
        "fix": {"description": "What to do; empty if there is nothing to do.", "type": "string"},
        "cause": {
          "description": "What made the result, its `when` or answers that are too old.",
          "enum": ["when", "stale"]
        },
        "reason": {"type": "string"},
        "baseline": {"$ref": "#/$defs/baseline"},
        "baseline_of_checklist": {"$ref": "#/$defs/baseline_of_checklist"},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}
      },
      "required": ["id", "title", "text", "cites", "read_more", "deal_breaker", "applies", "evidence"],
      "additionalProperties": false
    },
    "contradiction": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "message": {"type": "string"},
        "result": {"const": "unknown"},
        "fix": {"description": "What to do.", "type": "string"},
        "reason": {"type": "string"},
        "baseline": {"$ref": "#/$defs/baseline"},
        "baseline_of_checklist": {"$ref": "#/$defs/baseline_of_checklist"},
        "affects": {"description": "Identifiers of notes.", "type": "array", "items": {"type": "string"}},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}
      },
      "required": ["id", "message", "result", "fix", "reason", "affects", "evidence"],
      "additionalProperties": false
    },
    "source": {
      "type": "object",
      "properties": {
        "title": {"type": "string"},
        "author": {"type": "string"},
        "url": {"type": "string"},
        "reviewed_on": {"description": "A date, or `unknown`.", "type": "string"}
      },
      "required": ["title", "author", "url", "reviewed_on"],
      "additionalProperties": false
    },
    "vital_stats": {
      "description": "As the review states them.",
      "type": "object",
      "properties": {
        "compliance_possible": {"type": "string"},
        "recommended": {"type": "string"},
        "recommended_note": {"type": "string"},
        "caveats": {"type": "integer", "minimum": 0},
        "notes": {"type": "integer", "minimum": 0}
      },
      "required": ["compliance_possible", "recommended", "recommended_note"],
      "additionalProperties": false
    },
    "checklist": {
      "type": "object",
      "properties": {
        "id": {"type": "string"},
        "title": {"type": "string"},
        "about": {"type": "string"},
        "name": {"description": "The product or subject, as people write it.", "type": "string"},
        "line": {"description": "Of the key `about`.", "$ref": "#/$defs/position"},
        "column": {"$ref": "#/$defs/position"},
        "version": {"type": "string"},
        "file": {"type": "string"},
        "extends": {"description": "The id of the checklist that this one extends, if it does.", "type": "string"},
        "extended_file": {"description": "The file of that one.", "type": "string"},
        "source": {"$ref": "#/$defs/source"},
        "disclaimer": {"type": "string"},
        "result": {"$ref": "#/$defs/result"},
        "counts": {"$ref": "#/$defs/counts"},
        "vital_stats": {"$ref": "#/$defs/vital_stats"},
        "characteristics": {"type": "array", "items": {"type": "string"}},
        "suits": {"type": "array", "items": {"type": "string"}},
        "impression": {"type": "string"},
        "caveats": {"type": "array", "items": {"$ref": "#/$defs/caveat"}},
        "contradictions": {"type": "array", "items": {"$ref": "#/$defs/contradiction"}},
        "notes": {"type": "array", "items": {"$ref": "#/$defs/note"}}
      },
      "required": [
        "id",
        "title",
        "about",
        "name",
        "line",
        "column",
        "version",
        "file",
        "disclaimer",
        "result",
        "counts",
        "characteristics",
        "suits",
        "impression",
        "caveats",
        "contradictions",
        "notes"
      ],
      "additionalProperties": false
    },
    "practice": {
      "type": "object",
      "properties": {
@practice@
      },
      "required": ["file", "digest", "name", "labels", "result", "counts", "problems", "facts", "not_checked", "remarks", "assumed", "next_due", "answers", "decisions", "checklists"],
      "additionalProperties": false
    },
    "settings": {
      "type": "object",
      "properties": {
        "fail_on": {"enum": [@fail_levels@]},
        "max_age": {"type": "integer", "minimum": 0},
        "as_of_given": {"type": "boolean"},
        "rules": {"type": "array", "items": {"type": "string"}},
        "checklists": {"type": "array", "items": {"type": "string"}},
        "baseline": {
          "description": "The earlier report that this one is held against.",
          "type": "object",
          "properties": {
            "file": {"type": "string"},
            "as_of": {"$ref": "#/$defs/date"},
            "digest": {"description": "Of the file; of the reports of several shards, of all of them.", "$ref": "#/$defs/digest"}
          },
          "required": ["file", "as_of"],
          "additionalProperties": false
        },
        "config": {"description": "The file that options came from.", "type": "string"},
        "set": {
          "description": "KEY=VALUE: checked as if these answers were in every file.",
          "type": "array",
          "items": {"type": "string"},
          "minItems": 1
        },
        "redacted": {
          "description": "The practice's name and free text are withheld.",
          "const": true
        },
        "shard": {
          "description": "Which part of the practices this is.",
          "type": "object",
          "properties": {"number": {"type": "integer", "minimum": 1}, "of": {"type": "integer", "minimum": 1}},
          "required": ["number", "of"],
          "additionalProperties": false
        }
      },
      "required": ["fail_on", "max_age", "as_of_given", "rules", "checklists"],
      "additionalProperties": false
    },
    "report": {
      "description": "What `-f json` writes.",
      "type": "object",
      "properties": {
        "format": {"$ref": "#/$defs/format"},
        "tool": {"$ref": "#/$defs/tool"},
        "as_of": {"$ref": "#/$defs/date"},
        "disclaimer": {"type": "string"},
        "settings": {"$ref": "#/$defs/settings"},
        "skipped": {
          "description": "Files in directories that are not practice files.",
          "type": "array",
          "items": {"type": "string"}
        },
        "gone": {"$ref": "#/$defs/gone"},
        "result": {"$ref": "#/$defs/practice_result"},
        "counts": {"$ref": "#/$defs/counts"},
        "digests": {"description": "Of the practice files and the checklists.", "$ref": "#/$defs/digests"},
        "practices": {"type": "array", "items": {"$ref": "#/$defs/practice"}}
      },
      "required": ["format", "tool", "as_of", "disclaimer", "settings", "skipped", "result", "counts", "digests", "practices"],
      "additionalProperties": false
    },
    "gone": {
      "description": "With --baseline: files of practices that the earlier report has, and no run of this one.",
      "type": "array",
      "items": {"type": "string"}
    },
    "last_line": {
      "description": "The last line of what `-f jsonl` writes. A file that does not end with it was cut off.",
      "type": "object",
      "properties": {
        "format": {"$ref": "#/$defs/format"},
        "end": {
          "type": "object",
          "properties": {
            "practices": {"description": "How many lines there are before this one.", "type": "integer", "minimum": 0},
            "as_of": {"description": "This and `settings`: of a run without practices, since no line says them.", "$ref": "#/$defs/date"},
            "settings": {"$ref": "#/$defs/settings"},
            "shard": {
              "description": "K/N: which part of the practices this is, if it is a part.",
              "type": "string",
              "pattern": "^[1-9][0-9]*/[1-9][0-9]*$"
            },
            "gone": {"$ref": "#/$defs/gone"},
            "skipped": {
              "description": "Files in directories that are not practice files, if there are any.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "file": {"type": "string"},
                  "why": {"description": "A clause that begins with `it`.", "type": "string"}
                },
                "required": ["file", "why"],
                "additionalProperties": false
              }
            }
          },
          "required": ["practices"],
          "additionalProperties": false
        },
        "digests": {"description": "Of the checklists.", "$ref": "#/$defs/digests"}
      },
      "required": ["format", "end", "digests"],
      "additionalProperties": false
    },
    "line": {
      "description": "A line of what `-f jsonl` writes: one practice.",
      "type": "object",
      "properties": {
        "format": {"$ref": "#/$defs/format"},
        "tool": {"$ref": "#/$defs/tool"},
        "as_of": {"$ref": "#/$defs/date"},
        "disclaimer": {"type": "string"},
        "settings": {"$ref": "#/$defs/settings"},
@practice@
      },
      "required": [
        "format",
        "tool",
        "as_of",
        "disclaimer",
        "settings",
        "file",
        "digest",
        "name",
        "labels",
        "result",
        "counts",
        "problems",
        "facts",
        "not_checked",
        "remarks",
        "assumed",
        "next_due",
        "answers",
        "decisions",
        "checklists"
      ],
      "additionalProperties": false
    }
  }
}
)json";

template <typename Enum>
std::string quoted_names(std::string_view between = ", ") {
    std::string names;
    for (const std::string_view name : names_of<Enum>)
        names += fmt::format("{}\"{}\"", names.empty() ? "" : between, name);
    return names;
}

}  // namespace

std::string report_schema() {
    const std::pair<std::string_view, std::string> replacements[] = {
        {"results", quoted_names<Result>()},     {"bases", quoted_names<Basis>()},
        {"causes", quoted_names<Cause>()},       {"remark_kinds", quoted_names<RemarkKind>(",\n            ")},
        {"due_kinds", quoted_names<DueKind>()},  {"vendor_statuses", quoted_names<VendorStatus>()},
        {"fail_levels", quoted_names<FailOn>()}, {"practice", std::string(practice_members)},
    };
    std::string schema(schema_template);
    for (const auto& [name, text] : replacements) {
        const std::string mark = fmt::format("@{}@", name);
        for (auto at = schema.find(mark); at != schema.npos; at = schema.find(mark))
            schema.replace(at, mark.size(), text);
    }
    return schema;
}

}  // namespace hipaa
