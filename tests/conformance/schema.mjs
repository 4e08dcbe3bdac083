// The JSON Schemas of hipaa-check against a real validator, with the program itself as the judge: over some thousands
// of generated practice files the schema accepts what the program reads, and refuses what it refuses.
//   node schema.mjs PROGRAM [FILES]      FILES: how many practice files to generate (default 4000)
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

const program = process.argv[2];
const count = Number(process.argv[3] ?? 4000);
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const rules = ["--rules", join(root, "tests/schema")];
let mistakes = 0;
const wrong = (text) => {
    console.error(`schema: ${text}`);
    mistakes += 1;
};
const run = (...args) => execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });

const ajv = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true });
formats(ajv);
const read = (file) => parse(readFileSync(file, "utf8"));

// ---- The files of the repository.

const builtin = ajv.compile(JSON.parse(run("schema", "practice")));
for (const name of readdirSync(join(root, "examples")).filter((name) => name.endsWith(".yaml"))) {
    const file = join(root, "examples", name);
    const broken = spawnSync(program, ["-q", file]).status === 3;
    // An editor goes on after a key that is repeated, too.
    const accepted = builtin(parse(readFileSync(file, "utf8"), { uniqueKeys: false }));
    if (accepted === broken)
        wrong(`examples/${name}: ${accepted ? "accepted, though broken" : JSON.stringify(builtin.errors)}`);
}

const checklist = ajv.compile(JSON.parse(run("schema", "checklist")));
for (const directory of ["rules", "tests/schema", "examples/checklists"])
    for (const name of readdirSync(join(root, directory)))
        if (name.endsWith(".yaml") && !name.endsWith(".test.yaml") && !checklist(read(join(root, directory, name))))
            wrong(`${directory}/${name}: ${JSON.stringify(checklist.errors.slice(0, 3))}`);

// ---- Checklists with one mistake each: the schema sees it, and so does the program.

const sound = readFileSync(join(root, "tests/schema/small.yaml"), "utf8");
const faults = [
    ["id: small", "id: Very_Small"],
    ["title: Something", "tilte: Something"],
    ["checklist: 1", "checklist: 2"],
    ["questions:", "question:"],
    ["answer: yes_no", "answer: yesno"],
    ["{choice: [own, theirs]}", "{choice: []}"],
    ["{choice: [own, theirs]}", "{choice: [own, unknown]}"],
    ["also: [none]", "also: none"],
    ["number: 1", "number: one"],
    ["basis: law", "basis: laws"],
    ["cites: [", "cites: {a: ["],
    ["{agreement.signed: yes}", "{}"],
    ["{agreement.signed: yes}", "{agreement.signed: {iz: yes}}"],
    ["{agreement.signed: yes}", "{any: []}"],
    ["{agreement.signed: yes}", "{agreement.signed: {in: yes}}"],
    ["{agreement.signed: yes}", "{agreement.signed: null}"],
    [", fix: Get one.", ""],
    ["fix: Get one.", "fix: Get one., waivable: perhaps"],
    ["{id: signed, ", "{id: signed, otherwise: pass, "],
    ["agreement.signed: {ask", "any: {ask"],
    ["agreement.signed: {ask", "x-signed: {ask"],
    ["    checks:", "    check:"],
];
const scratch = mkdtempSync(join(tmpdir(), "hipaa-check-schema-"));
for (const [from, to] of faults) {
    const text = sound.replace(from, () => to).replace(/cites: \{a: \[(.*)\]/, "cites: {a: [$1]}");
    const file = join(scratch, "fault.yaml");
    writeFileSync(file, text);
    if (text === sound) wrong(`the fault '${from}' changes nothing`);
    if (spawnSync(program, ["list", "--rules", file]).status !== 3)
        wrong(`the program accepts a checklist with '${to}'`);
    if (checklist(parse(text))) wrong(`the schema accepts a checklist with '${to}'`);
}
rmSync(join(scratch, "fault.yaml"));

// ---- Generated practice files.

let state = 20260131;
const random = () => {
    // mulberry32: the same files each time
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (n) => Math.floor(random() * n);
const pick = (items) => items[below(items.length)];
const chance = (p) => random() < p;
const any_case = (word) => [...word].map((c) => (chance(0.5) ? c.toUpperCase() : c.toLowerCase())).join("");
const quoted = (text) => (chance(0.5) ? JSON.stringify(text) : `'${text}'`);
const needs_quotes = /^[-+.\d]|[:#()+]|^(true|false|null|~)$/i;
const word = (text) => {
    const written = pick([text, any_case(text)]);
    if (/^\d+$/.test(text)) return pick([text, quoted(text)]);
    return needs_quotes.test(written) || chance(0.2) ? quoted(written) : written;
};
const unanswered = () =>
    pick(["", "~", "null", "unknown", any_case("unknown"), quoted("unknown"), '""', "' '", '" Unknown "']);
const two = (n) => String(n).padStart(2, "0");
const date = () => {
    const text = `${2000 + below(26)}-${two(1 + below(12))}-${two(1 + below(28))}`;
    return chance(0.3) ? quoted(text) : text;
};
const whole_number = () =>
    pick([`${below(50)}`, quoted(`${below(999)}`), "0", '"007"', "999999999999999", '"3.0"']);
const decimal = () => pick([whole_number(), `${below(9)}.${below(99)}`, '"0.25"']);
const flow = (fields) => `{${fields.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;

const questions = JSON.parse(run("list", "questions", "-f", "json", ...rules)).questions;
const ids = JSON.parse(run("list", "notes", "-f", "json", ...rules))
    .notes.flatMap((note) => [note.id, ...note.checks])
    .filter((id) => !id.startsWith("any-product/"));

const valid = (question, in_flow) => {
    if (chance(0.15)) return in_flow ? pick(["~", "unknown", '""']) : unanswered();
    if (question.also && chance(0.2)) return word(pick(question.also));
    switch (question.type) {
        case "yes_no":
            return pick([
                "yes",
                "no",
                "true",
                "false",
                "on",
                "off",
                "y",
                "N",
                '"yes"',
                "'No'",
                "YES",
                any_case("off"),
                quoted(any_case("true")),
            ]);
        case "date":
            return date();
        case "number":
            return whole_number();
        case "decimal":
            return decimal();
        case "text":
            return pick(["some words", '"a: b"', "12", "true", "2026-01-31", "'#'"]);
        case "code":
            return pick(["ab-12", "exc-01", '"abcde-9999"']);
        case "choice":
            return word(pick(question.choices));
        case "choices":
            return `[${Array.from({ length: below(4) }, () => (chance(0.1) ? pick(["unknown", "~", '""']) : word(pick(question.choices)))).join(", ")}]`;
        default:
            return `[${Array.from({ length: below(4) }, (_, i) => (chance(0.1) ? "unknown" : item(question, i))).join(", ")}]`;
    }
};
const item = (question, index) => {
    const fields = question.fields
        .filter(() => chance(0.7))
        .map((field) => [field.key, field.type === "code" ? `it-${two(index)}` : valid(field, true)]);
    if (chance(0.2)) fields.push(["x-own", "[1, {a: b}]"]);
    return flow(fields);
};
/// A value that is wrong for the question.
const invalid = (question) => {
    const shape = pick(["{a: b}", question.type === "choices" || question.type === "list" ? "zzyzx" : "[yes]"]);
    switch (question.type) {
        case "yes_no":
            return pick(["yep", "maybe", "1", "0", "yess", '" yes"', shape]);
        case "date":
            return pick([
                "2026-1-31",
                "31.01.2026",
                "2026-13-01",
                "2026-01-32",
                "0000-01-01",
                "today",
                "2026",
                '"2026-01-31 "',
                "yes",
                shape,
            ]);
        case "number":
        case "decimal":
            return pick([
                ...(question.type === "number" ? ["2.5", '"0.25"'] : []),
                "-1",
                "two",
                '"1,5"',
                '"1."',
                '".5"',
                '"1e3"',
                "1234567890123456",
                '"1234567890123456"',
                "yes",
                shape,
            ]);
        case "text":
            return pick(["[a]", "{a: b}"]);
        case "code":
            return pick(["a-12", "AB-12", "ab12", "ab-1", "ab-12345", "abcdef-12", "12", shape]);
        case "choice":
            return pick(["zzyzx", `${JSON.stringify(question.choices[0] + " ")}`, "99", shape]);
        case "choices":
            return pick([
                "[zzyzx]",
                "[[a]]",
                JSON.stringify(question.choices[0]),
                "7",
                `[${(question.also ?? ["zzyzx"])[0]}]`,
                shape,
            ]);
        default:
            return pick([
                "[zzyzx]",
                "[{zzyzx: 1}]",
                "[[a]]",
                "7",
                shape,
                `[{${question.fields[0].key}: {a: b}}]`,
                `[{made_on: tomorrow}]`,
            ]);
    }
};

const decision = () =>
    flow([
        ["accepts", pick(ids)],
        ["because", pick(["it is so", "1", "yes"])],
        ["by", "owner"],
        ["decided_on", "2026-01-01"],
        ["review_by", '"2026-02-01"'],
        ...(chance(0.3) ? [["instead", pick(["~", "this"])]] : []),
        ...(chance(0.2) ? [["x-who", "[me]"]] : []),
    ]);
const wrong_decision = () =>
    pick([
        flow([
            ["because", "b"],
            ["by", "o"],
            ["accepts", ids[0]],
            ["decided_on", "2026-01-01"],
        ]),
        flow([
            ["because", "~"],
            ["by", "o"],
            ["accepts", ids[0]],
            ["decided_on", "2026-01-01"],
            ["review_by", "2026-02-01"],
        ]),
        flow([
            ["because", '""'],
            ["by", "o"],
            ["accepts", ids[0]],
            ["decided_on", "2026-01-01"],
            ["review_by", "2026-02-01"],
        ]),
        flow([
            ["because", "b"],
            ["by", "o"],
            ["accepts", "spruce/zzyzx"],
            ["decided_on", "2026-01-01"],
            ["review_by", "2026-02-01"],
        ]),
        flow([
            ["because", "b"],
            ["by", "o"],
            ["accepts", ids[0]],
            ["decided_on", "unknown"],
            ["review_by", "2026-02-01"],
        ]),
        flow([
            ["because", "b"],
            ["by", "[o]"],
            ["accepts", ids[0]],
            ["decided_on", "2026-01-01"],
            ["review_by", "2026-02-01"],
        ]),
        flow([
            ["because", "b"],
            ["by", "o"],
            ["on", "x"],
            ["accepts", ids[0]],
            ["decided_on", "2026-01-01"],
            ["review_by", "2026-02-01"],
        ]),
        "yes",
    ]);

/// The tree of keys of one practice: maps, and texts of YAML at the leaves. `places` gathers the maps.
const generate = () => {
    const tree = new Map();
    const places = [{ map: tree }];
    const leaves = [];
    const put = (key, text, question) => {
        const parts = key.split(".");
        let map = tree;
        for (const part of parts.slice(0, -1)) {
            if (typeof map.get(part) === "string") return;
            if (!map.has(part)) {
                map.set(part, new Map());
                places.push({ map: map.get(part), path: part });
            }
            map = map.get(part);
        }
        map.set(parts.at(-1), text);
        leaves.push({ map, key: parts.at(-1), question });
    };
    const products = ["spruce", "every-type", "small", "quux-9000"].filter(() => chance(0.7));
    put("practice.name", "Generated");
    if (chance(0.3))
        put("practice.labels", pick(["{client: 1042, state: CA}", "{x-own: [a], a_b-1: yes}", "", "unknown", "{}"]));
    for (const question of questions) {
        const product = /^products\.([^.]+)\./.exec(question.key)?.[1];
        const name = product === "*" ? "quux-9000" : product;
        if (name && !products.includes(name)) continue;
        if (chance(0.6)) put(question.key.replace("*", "quux-9000"), valid(question), question);
    }
    if (products.includes("every-type") && chance(0.3)) {
        const encryption = tree.get("products")?.get("every-type");
        if (encryption instanceof Map && !encryption.has("encryption"))
            encryption.set(
                "encryption",
                pick(["implemented", "not_reasonable", any_case("alternative"), "unknown", ""]),
            );
    }
    if (chance(0.1) && !tree.has("products")) tree.set("products", unanswered());
    if (chance(0.4)) tree.set("decisions", pick(["[]", "", `[${decision()}]`, `[${decision()}, ${decision()}]`]));
    for (const place of places) if (chance(0.1)) place.map.set("x-own", pick(["1", "{a: [b]}", ""]));
    return { tree, places, leaves };
};

/// One mistake that a schema can see; its name, or nothing if this practice has no place for it.
const damages = [
    ({ places }) => {
        pick(places.filter((place) => place.path !== "products")).map.set("zzyzx", pick(["1", "", "{a: b}"]));
        return "unknown key";
    },
    ({ leaves }) => {
        const leaf = pick(leaves.filter((leaf) => leaf.question) ?? []);
        if (!leaf) return "";
        const text = invalid(leaf.question);
        leaf.map.set(leaf.key, text);
        return `${leaf.question.key} (${leaf.question.type}): ${text}`;
    },
    ({ places }) => {
        const place = pick(places.slice(1).filter((place) => place.map.size > 0));
        if (!place) return "";
        for (const [key, value] of place.map) if (value instanceof Map) place.map.set(key, pick(["zzyzx", "[a]", "7"]));
        place.map.set("zzyzx", "a value where keys belong");
        return "group";
    },
    ({ tree }) => {
        tree.set("decisions", `[${wrong_decision()}]`);
        return "decision";
    },
    ({ tree }) => {
        tree.set("products", pick(["zzyzx", "[spruce]", "7"]));
        return "products";
    },
    ({ tree }) => {
        const bad = ["[a]", "zzyzx", "{a b: c}", "{client: [a]}", "{client: }", '{client: " "}', `{a: ${"x".repeat(201)}}`];
        tree.get("practice").set("labels", pick(bad));
        return "labels";
    },
    ({ tree }) => {
        tree.set("plan.tier", "free");
        return "dotted key";
    },
    ({ tree }) => {
        if (!(tree.get("products") instanceof Map)) return "";
        const [name, value] = pick([
            ["spruce.plan.tier", "free"], ["nuvo.in_use", "yes"], ["nuvo.in_use", ""], ["x.agreement.status", "unknown"],
            ["quux.agreement", "none"], ["\"\"", "{in_use: yes}"],
        ]);
        tree.get("products").set(name, value);
        return "dotted product";
    },
];
const yaml = (map, indent = "") =>
    [...map]
        .map(([key, value]) =>
            value instanceof Map
                ? `${indent}${key}:\n${value.size > 0 ? yaml(value, indent + "  ") : ""}`
                : `${indent}${key}: ${value}\n`,
        )
        .join("");

const files = new Map();
for (let i = 0; i < count; i += 1) {
    const practice = generate();
    let damage = "";
    if (i % 2 === 1) damage = pick(damages)(practice);
    const file = join(scratch, `${String(i).padStart(5, "0")}.yaml`);
    writeFileSync(file, yaml(practice.tree));
    files.set(file, { damage, valid: damage === "" });
}
const report = spawnSync(program, ["-f", "jsonl", "--max-age", "0", ...rules, scratch], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
});
const judged = new Map(
    report.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
        .filter((line) => !line.end)
        .map((line) => [line.file, line]),
);
const practice = ajv.compile(JSON.parse(run("schema", "practice", ...rules)));
const seen = { accepted: 0, refused: 0 };
for (const [file, made] of files) {
    const result = judged.get(file);
    const accepted = practice(read(file));
    const text = () => `\n${readFileSync(file, "utf8")}`;
    seen[accepted ? "accepted" : "refused"] += 1;
    if (!result) {
        wrong(`not judged: ${file}${text()}`);
        continue;
    }
    const reads = result.result !== "error";
    if (reads !== made.valid && mistakes < 5)
        wrong(
            `generated as ${made.valid ? "valid" : made.damage}, but the program says ${JSON.stringify(result.problems.slice(0, 2))}${text()}`,
        );
    if (reads !== accepted && mistakes < 5)
        wrong(
            `${accepted ? "accepts" : "refuses"} what the program ${reads ? "reads" : "refuses"} (${made.damage}): ` +
                `${JSON.stringify(accepted ? result.problems.slice(0, 2) : practice.errors.slice(0, 3))}${text()}`,
        );
}
rmSync(scratch, { recursive: true });
if (seen.accepted < count / 4 || seen.refused < count / 4) wrong(`too one-sided: ${JSON.stringify(seen)}`);
if (mistakes > 0) {
    console.error(`schema: ${mistakes} mistakes`);
    process.exit(1);
}
console.log(
    `schema: ${files.size} practice files, ${seen.accepted} accepted and ${seen.refused} refused, each as by the program; ${faults.length} broken checklists refused`,
);
