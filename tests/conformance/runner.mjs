// A composite action, run step by step as GitHub does it, as far as action.yml needs that.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const lookup = (context, path) => path.split(".").reduce((value, key) => value?.[key], context) ?? "";

// Of expressions: names, texts in quotes, `||`, and in conditions `==`, `!=` and `&&`.
const valueOf = (context, expression) =>
    expression
        .split("||")
        .map((part) => part.trim())
        .map((part) => (part.startsWith("'") ? part.slice(1, -1) : lookup(context, part)))
        .find((value) => value !== "") ?? "";
const holds = (context, condition) =>
    condition.split("&&").every((test) => {
        const [left, operator, right] = test.trim().split(/\s+(==|!=)\s+/);
        return (valueOf(context, left) === valueOf(context, right)) === (operator === "==");
    });
const fill = (context, values = {}) =>
    Object.fromEntries(
        Object.entries(values).map(([name, text]) => [
            name,
            text.replace(/\$\{\{(.*?)\}\}/g, (_, expression) => valueOf(context, expression.trim())),
        ]),
    );

// What a step wrote to $GITHUB_OUTPUT.
const outputsIn = (file) =>
    Object.fromEntries(
        readFileSync(file, "utf8")
            .split("\n")
            .filter(Boolean)
            .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );

/// Runs the action in the folder `workspace`; `github` are the members of the context of that name. Gives its status and
/// outputs, what it logged, the summary of the job, and the other actions that it used.
export const runAction = (action, { inputs, workspace, github = {}, path = process.env.PATH, scratch }) => {
    const temp = mkdtempSync(join(scratch, "runner "));
    const defaults = Object.fromEntries(
        Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ""]),
    );
    const context = { inputs: { ...defaults, ...inputs }, github, steps: {} };
    const result = { status: 0, log: "", summary: "", used: [] };
    for (const [index, step] of action.runs.steps.entries()) {
        if (step.if && !holds(context, step.if)) continue;
        if (step.uses) {
            result.used.push({ uses: step.uses, with: fill(context, step.with) });
            continue;
        }
        const files = join(temp, `step ${index}`);
        const [script, output, summary] = ["script", "output", "summary"].map((name) => join(files, name));
        mkdirSync(files);
        writeFileSync(script, step.run);
        writeFileSync(output, "");
        writeFileSync(summary, "");
        const runner = { PATH: path, RUNNER_TEMP: temp, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
        const done = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
            cwd: workspace,
            env: { ...runner, ...fill(context, step.env) },
            encoding: "utf8",
        });
        result.log += done.stdout + done.stderr;
        result.summary += readFileSync(summary, "utf8");
        if (step.id) context.steps[step.id] = { outputs: outputsIn(output) };
        result.status = done.status;
        if (done.status !== 0) break;
    }
    const values = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
    return { ...result, outputs: fill(context, Object.fromEntries(values)) };
};
