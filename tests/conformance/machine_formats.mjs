// Tries the reports for machines on the programs and schemas of those who read them:
//   node machine_formats.mjs PROGRAM SCHEMAS PRACTICE...
// Prints what is wrong, a line each, and exits with 1 if anything is.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const [program, schemas, ...practices] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "hipaa-check-conformance-"));
process.on("exit", () => rmSync(scratch, { recursive: true }));
let wrong = 0;
let tried = 0;

const complain = (what, text) => {
    ++wrong;
    console.error(`${what}: ${text.trim()}`);
};

const schema = (name) => JSON.parse(readFileSync(join(schemas, name), "utf8"));

const validator = (kind, definition) => {
    const ajv = new kind({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(definition);
    return (what, json) => {
        if (validate(json)) return;
        for (const error of validate.errors) complain(what, `${error.instancePath || "/"} ${error.message}`);
    };
};

const sarif = validator(AjvDraft04.default ?? AjvDraft04, schema("sarif-schema-2.1.0.json"));
const assessment = schema("oscal_assessment-results_schema.json");
const oscal = validator(Ajv, assessment);

// Of a catalog what it shares with assessment results: NIST has a schema of its own for each. What is left, groups and
// controls, has these members.
const shared = (name) =>
    validator(Ajv, { definitions: assessment.definitions, $id: assessment.$id, $ref: `#/definitions/${name}` });
const members = {
    catalog: ["uuid", "metadata", "groups", "back-matter"],
    group: ["id", "class", "title", "links", "parts", "controls"],
    control: ["id", "class", "title", "props", "links", "parts"],
};
const catalog = (text) => {
    const metadata = shared("oscal-ar-oscal-metadata:metadata");
    const part = shared("oscal-ar-oscal-control-common:part");
    const property = shared("oscal-ar-oscal-metadata:property");
    const link = shared("oscal-ar-oscal-metadata:link");
    const token = validator(Ajv, assessment.definitions.TokenDatatype);
    const all = JSON.parse(text).catalog;
    const known = (what, value) => {
        for (const name of Object.keys(value))
            if (!members[what].includes(name)) complain("oscal catalog", `${what} has ${name}`);
    };
    const holder = (what, value) => {
        known(what, value);
        const name = `oscal catalog, ${value.id}`;
        token(name, value.id);
        if (typeof value.title !== "string" || value.title === "") complain(name, "no title");
        for (const [check, list] of [[part, value.parts], [property, value.props], [link, value.links]]) {
            if (list?.length === 0) complain(name, "an empty list");
            for (const item of list ?? []) check(name, item);
        }
    };
    known("catalog", all);
    metadata("oscal catalog, metadata", all.metadata);
    validator(Ajv, assessment.definitions.UUIDDatatype)("oscal catalog, uuid", all.uuid);
    shared("oscal-ar-oscal-metadata:back-matter")("oscal catalog, back matter", all["back-matter"]);
    for (const group of all.groups) {
        holder("group", group);
        for (const control of group.controls) holder("control", control);
    }
    return new Set(all.groups.flatMap((group) => group.controls.map((control) => control.id)));
};
const controls = catalog(execFileSync(program, ["list", "controls", "-f", "oscal"], { encoding: "utf8" }));

const report = validator(Ajv2020, JSON.parse(execFileSync(program, ["schema", "report"], { encoding: "utf8" })));

// The package holds the program itself, but may come without the right to run it.
const multitool = join(
    dirname(createRequire(import.meta.url).resolve("@microsoft/sarif-multitool-linux/package.json")),
    "Sarif.Multitool",
);
chmodSync(multitool, 0o755);

const run = (command, args) => {
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
    const done = spawnSync(command, args, { encoding: "utf8", env, maxBuffer: 1 << 28 });
    if (done.error) throw done.error;
    return { status: done.status, said: done.stdout + done.stderr };
};

const checks = {
    sarif(what, text, file) {
        sarif(what, JSON.parse(text));
        const { status, said } = run(multitool, ["validate", file]);
        const findings = said.split("\n").filter((line) => /: (error|warning) /.test(line));
        for (const finding of findings) complain(what, finding);
        if (status !== 0 && findings.length === 0) complain(what, said);
        if (!said.includes("Analysis completed successfully")) complain(what, said);
    },
    junit(what, text, file) {
        const { status, said } = run("xmllint", ["--noout", "--schema", join(schemas, "junit-10.xsd"), file]);
        if (status !== 0) complain(what, said);
    },
    oscal(what, text) {
        const json = JSON.parse(text);
        oscal(what, json);
        const ids = [...text.matchAll(/"uuid": "([^"]*)"/g)].map((match) => match[1]);
        if (new Set(ids).size !== ids.length) complain(what, "two things have the same UUID");
        for (const [, id] of text.matchAll(/"(?:observation|risk)-uuid": "([^"]*)"/g))
            if (!ids.includes(id)) complain(what, `nothing has the UUID ${id}`);
        for (const [, id] of text.matchAll(/"control-id": "([^"]*)"/g))
            if (!controls.has(id)) complain(what, `the catalog has no control ${id}`);
    },
    json: (what, text) => report(what, JSON.parse(text)),
    jsonl(what, text) {
        for (const line of text.trimEnd().split("\n")) report(what, JSON.parse(line));
    },
    gitlab(what, text) {
        const prints = JSON.parse(text).map((issue) => issue.fingerprint);
        if (new Set(prints).size !== prints.length) complain(what, "two issues have the same fingerprint");
    },
};

// Each practice by itself, then all of them in one report.
for (const inputs of [...practices.map((practice) => [practice]), practices]) {
    for (const [format, check] of Object.entries(checks)) {
        for (const options of format === "sarif" ? [[], ["--sarif-all"]] : [[]]) {
            const what = [format, ...options, ...(inputs.length === 1 ? inputs : ["all practices"])].join(" ");
            const args = ["-f", format, "--as-of", "2026-11-22", ...options, ...inputs];
            const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
            if (![0, 1, 3, 4, 5].includes(done.status)) complain(what, done.stderr);
            const file = join(scratch, `report.${format}`);
            writeFileSync(file, done.stdout);
            ++tried;
            try {
                check(what, done.stdout, file);
            } catch (error) {
                complain(what, error.stack);
            }
        }
    }
}
console.log(`${tried} reports tried, ${wrong} complaints`);
process.exitCode = wrong === 0 ? 0 : 1;
