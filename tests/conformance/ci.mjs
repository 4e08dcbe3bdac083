// What others copy into their continuous integration, run as it runs there:
//   node ci.mjs PROGRAM
// at the top of the repository. Prints what is wrong, a line each, and exits with 1 if anything is.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
    chmodSync,
    copyFileSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    readdirSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { runAction } from "./runner.mjs";

process.umask(0o022); // one of the cases reads its files as nobody
const [program] = process.argv.slice(2).map((path) => resolve(path));
const scratch = mkdtempSync(join(tmpdir(), "hipaa-check ci "));
const read = (file) => parse(readFileSync(file, "utf8"));
const action = read("action.yml");
const release = "v" + /[\d.]+/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))[0];

const writeScript = (file, lines) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, lines.join("\n") + "\n");
    chmodSync(file, 0o755);
};
// The program, on a day on which the examples have the results that are expected here.
const today = (file) =>
    writeScript(file, ["#!/bin/sh", `[ "$1" = lint ] || set -- "$@" --as-of 2026-11-22`, `exec '${program}' "$@"`]);
const tools = join(scratch, "tools");
today(join(tools, "hipaa-check"));

// A folder with copies of examples: a name, and which one it is.
const workspaceWith = (files) => {
    const workspace = mkdtempSync(join(scratch, "workspace "));
    for (const [name, example] of Object.entries(files)) {
        mkdirSync(dirname(join(workspace, name)), { recursive: true });
        copyFileSync(`examples/${example}.yaml`, join(workspace, name));
    }
    return workspace;
};
const check = (files, inputs = {}, workspace = workspaceWith(files)) => {
    const done = runAction(action, {
        inputs: { practices: "practices", program: join(tools, "hipaa-check"), ...inputs },
        workspace,
        scratch,
    });
    return { ...done, workspace };
};
const holdsReport = (done, status, summary) => {
    assert.equal(done.status, status, done.log);
    assert.equal(done.outputs.status, String(status));
    assert.match(done.summary, summary);
};

const cases = {
    "the action ends with the status of the program"() {
        holdsReport(check({ "practices/a.yaml": "willow-creek" }), 0, /^# Willow Creek Counseling\n/);
        const failed = check({ "practices/a.yaml": "first-draft", "practices/b.yaml": "willow-creek" });
        holdsReport(failed, 1, /Of 2 practices, 1 needs action, 1 has everything in place, as reported\./);
        assert.match(failed.log, /^::error file=practices\/a\.yaml,line=12,col=23,title=Alder Street Therapy/m);
        holdsReport(check({ "practices/a.yaml": "broken" }), 3, /This file was not checked: it has 10 mistakes\./);
        holdsReport(check({}), 3, /cannot be read/);
        holdsReport(check({ "practices/notes.txt": "willow-creek" }), 5, /there was no practice file/);
        holdsReport(check({}, { practices: "" }), 5, /there was no practice file/);
    },
    "the action hands its inputs to the program"() {
        const files = { "practices/a.yaml": "first-draft" };
        holdsReport(check(files, { "fail-on": "never" }), 0, /Alder Street Therapy/);
        holdsReport(check(files, { checklist: "zoom\ndoxy-me" }), 5, /no checklist/);
        const written = check(files, { output: "a report.html\njunit=results.xml\nlast.json\n" });
        holdsReport(written, 1, /Alder Street Therapy/);
        assert.deepEqual(readdirSync(written.workspace), ["a report.html", "last.json", "practices", "results.xml"]);
        holdsReport(check(files, { baseline: "last.json" }, written.workspace), 0, /Alder Street Therapy/);
        const rules = { ...files, "my rules/a.yaml": "checklists/lanternway" };
        holdsReport(check(rules, { rules: "my rules/a.yaml", checklist: "lanternway" }), 5, /no checklist/);
    },
    "the action says where to look when nothing could be checked"() {
        const done = check({ "practices/a.yaml": "willow-creek" }, { rules: "none.yaml", "upload-sarif": "true" });
        holdsReport(done, 3, /^Nothing was checked; the log of the job has the reason\.\n$/);
        assert.match(done.log, /^none\.yaml:1:1: cannot be read/m);
        assert.deepEqual(done.used, []);
    },
    "the action uploads SARIF when asked, whatever the result"() {
        const files = { "practices/a.yaml": "first-draft" };
        assert.deepEqual(check(files).used, []);
        const { status, used, outputs } = check(files, { "upload-sarif": "true" });
        assert.equal(status, 1);
        assert.equal(used.length, 1);
        assert.equal(used[0].with.sarif_file, outputs.sarif);
        assert.equal(JSON.parse(readFileSync(outputs.sarif, "utf8")).version, "2.1.0");
    },
    "no name and no input becomes a command or an option"() {
        const names = [
            "a b",
            "$(touch pwned)",
            "`touch pwned`",
            "'; touch pwned; '",
            "x\n::error::pwned",
            "##[error]pwned",
        ];
        const files = Object.fromEntries(names.map((name) => [`practices/${name}.yaml`, "first-draft"]));
        files["--output=pwned"] = "first-draft";
        const practices = ["practices", ...names.slice(0, 4).map((name) => `practices/${name}.yaml`), "--output=pwned"];
        const done = check(files, { practices: practices.join("\n") });
        holdsReport(done, 1, /Of 7 practices, 7 need action\./);
        for (const line of done.log.split("\n").filter((text) => text.trim().startsWith("::")))
            assert.match(line, /^::(error|warning|notice) file=(practices\/|--output=pwned,)/);
        for (const input of ["fail-on", "checklist", "rules", "baseline", "output", "practices"]) {
            const { status, workspace } = check(files, { [input]: "$(touch pwned)\n`touch pwned`\"; touch pwned; '" });
            assert.ok([2, 3].includes(status), `${input} gives ${status}`);
            assert.ok(!existsSync(join(workspace, "pwned")), input);
        }
        for (const { run = "" } of action.runs.steps) assert.ok(!run.includes("${{"), run);
    },
    "the action takes a program of the caller's"() {
        const workspace = workspaceWith({ "practices/a.yaml": "willow-creek" });
        today(join(workspace, "my bin/hipaa-check"));
        assert.equal(check({}, { program: "my bin/hipaa-check" }, workspace).status, 0);
        const done = check({}, { program: "my bin/none" }, workspace);
        assert.equal(done.status, 125);
        assert.equal(done.outputs.status, "");
        assert.equal(done.log, "::error title=hipaa-check::The input program names no program that is there.\n");
    },
    "the action downloads the release of its own tag, and checks it"() {
        const name = "hipaa-check-$version-linux-$(uname -m)";
        for (const file of ["action.yml", "dev"]) assert.ok(readFileSync(file, "utf8").includes(name), file);
        const asset = `hipaa-check-${release.slice(1)}-linux-${execFileSync("uname", ["-m"], { encoding: "utf8" }).trim()}`;
        const assets = join(scratch, "assets");
        today(join(assets, asset));
        const digest = createHash("sha256")
            .update(readFileSync(join(assets, asset)))
            .digest("hex");
        const sums = (sum) => writeFileSync(join(assets, "SHA256SUMS"), `${sum}  ${asset}\n${sum}  hipaa-check.html\n`);
        // What stands in for the GitHub CLI has the one release.
        writeScript(join(tools, "gh"), [
            "#!/bin/sh",
            `test "$*" = "release download ${release} --repo owner/hipaa-check --dir $7 --pattern ${asset} --pattern SHA256SUMS" &&`,
            `test "$GH_TOKEN" = a-token && cp '${assets}'/* "$7"`,
        ]);
        const download = (tag, version = "", repository = "owner/hipaa-check") =>
            runAction(action, {
                inputs: { practices: "practices", version },
                workspace: workspaceWith({ "practices/a.yaml": "willow-creek" }),
                github: { action_ref: tag, action_repository: repository, token: "a-token" },
                path: `${tools}:${process.env.PATH}`,
                scratch,
            });
        sums(digest);
        for (const done of [download(release), download("main", release), download("main", release.slice(1))]) {
            holdsReport(done, 0, /Willow Creek/);
            assert.match(
                done.log,
                new RegExp(`^Downloading ${asset} from the release ${release} of owner/hipaa-check\n${asset}: OK\n`),
            );
        }
        const refused = (done, message) => {
            assert.equal(done.status, 125);
            assert.ok(done.log.includes(`::error title=hipaa-check::${message}\n`), done.log);
        };
        refused(download("main"), "Use this action at a tag such as v0.2.0, or give the input version or program.");
        refused(download("", ""), "Use this action at a tag such as v0.2.0, or give the input version or program.");
        refused(download("v0.0.0"), "The program could not be downloaded; the log has the reason.");
        refused(download(release, "", ""), "A local copy of this action has no releases: give the input program.");
        sums("0".repeat(64));
        refused(download(release), "The download is not what SHA256SUMS says.");
    },
    "the workflow for GitHub gives inputs that the action has"() {
        const { jobs } = read("examples/ci/github-workflow.yml");
        const { uses, with: inputs } = jobs.check.steps.find((step) => step.uses.startsWith("OWNER/"));
        assert.equal(uses, `OWNER/hipaa-check@${release}`);
        for (const name of Object.keys(inputs)) assert.ok(action.inputs[name], name);
        const done = check({ "practices/a.yaml": "willow-creek" }, inputs);
        assert.deepEqual(readdirSync(done.workspace), ["practices", "practices.html", "practices.json"]);
    },
    "the job for GitLab writes the reports that it names"() {
        const job = read("examples/ci/gitlab-ci.yml")["hipaa-check"];
        const run = (example, change = (text) => text) => {
            const workspace = workspaceWith({ "practices/a.yaml": example });
            const practice = join(workspace, "practices/a.yaml");
            writeFileSync(practice, change(readFileSync(practice, "utf8")));
            today(join(workspace, "bin/hipaa-check"));
            const done = spawnSync("bash", ["-eo", "pipefail", "-c", job.script.join("\n")], {
                cwd: workspace,
                encoding: "utf8",
            });
            const { codequality, junit } = job.artifacts.reports;
            assert.ok(Array.isArray(JSON.parse(readFileSync(join(workspace, codequality), "utf8"))));
            assert.match(readFileSync(join(workspace, junit), "utf8"), /<\/testsuites>\s*$/);
            for (const path of job.artifacts.paths) assert.ok(existsSync(join(workspace, path)), path);
            return done.status;
        };
        assert.equal(run("willow-creek"), 0);
        assert.equal(run("first-draft"), 1);
        assert.equal(run("broken"), 3);
        const open = run("willow-creek", (text) => text.replace("copy_on_file: yes", "copy_on_file: unknown"));
        assert.equal(open, 4);
        assert.deepEqual(job.allow_failure.exit_codes, [open]);
    },
    "the weekly check keeps reports by date, and counts what is new"() {
        const workspace = workspaceWith({
            "my practices/a.yaml": "willow-creek",
            "my practices/b.yaml": "first-draft",
        });
        const script = resolve("examples/ci/weekly-check.sh");
        const bin = join(workspace, "bin");
        writeScript(join(bin, "hipaa-check"), ["#!/bin/sh", `exec '${program}' "$@"`]);
        const run = (day) => {
            writeScript(join(bin, "date"), ["#!/bin/sh", `echo ${day}`]);
            const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
            const done = spawnSync("sh", [script, "my practices", "my reports"], {
                cwd: workspace,
                env,
                encoding: "utf8",
            });
            assert.equal(done.stdout + done.stderr, "");
            return done.status;
        };
        assert.equal(run("2026-11-09"), 1);
        assert.equal(run("2026-11-16"), 0);
        const practice = join(workspace, "my practices/a.yaml");
        writeFileSync(
            practice,
            readFileSync(practice, "utf8").replace("other: secure_conversation", "other: standard"),
        );
        assert.equal(run("2026-11-23"), 1);
        assert.equal(run("2026-11-23"), 1);
        const reports = (name) => join(workspace, "my reports", name);
        assert.deepEqual(
            readdirSync(reports("")),
            ["09", "16", "23"]
                .flatMap((day) => ["changes.md", "html", "json", "log"].map((ending) => `2026-11-${day}.${ending}`))
                .filter((name) => name !== "2026-11-09.changes.md")
                .concat("status.txt"),
        );
        assert.match(readFileSync(reports("2026-11-23.changes.md"), "utf8"), /From 2026-11-16 .* to 2026-11-23 /);
        assert.equal(
            readFileSync(reports("status.txt"), "utf8"),
            "2026-11-09 1\n2026-11-16 0\n2026-11-23 1\n2026-11-23 1\n",
        );
        assert.equal(statSync(reports("2026-11-23.json")).mode & 0o777, 0o600);
    },
    "the program runs in an image with nothing else, as nobody"() {
        if (process.getuid() !== 0) {
            console.log("ci: skipped: the image, because only root can change to it");
            return;
        }
        const [build, final] = readFileSync("Dockerfile", "utf8").split("FROM scratch");
        const value = (instruction) => new RegExp(`^${instruction} (.*)$`, "m").exec(final)[1];
        const image = workspaceWith({ "data/practices/a.yaml": "first-draft" });
        chmodSync(image, 0o755);
        for (const command of build.match(/\binstall .*?(?= \\$|$)/gm)) {
            const [, ...words] = command.split(" ");
            execFileSync(
                "install",
                words.map((word) => word.replace("build/release/hipaa-check", program).replace("/image", image)),
            );
        }
        const [user, group] = value("USER").split(":");
        const [entry] = JSON.parse(value("ENTRYPOINT"));
        const options = [`--root=${image}`, `--wd=${value("WORKDIR")}`, `--setuid=${user}`, `--setgid=${group}`];
        const done = spawnSync("unshare", [...options, entry, "-f", "json", "practices"], { encoding: "utf8" });
        assert.ok([1, 4].includes(done.status), done.stderr);
        assert.equal(JSON.parse(done.stdout).practices.length, 1);
    },
    "the hooks find practices and checklists by their names"() {
        const [practices, checklists] = read(".pre-commit-hooks.yaml");
        const takes = (hook, file) => new RegExp(hook.files).test(file) && !new RegExp(hook.exclude).test(file);
        for (const file of [
            "practice.yaml",
            "practices.yml",
            "a/practice.yaml",
            "practices/a.yaml",
            "a/practices/b/c d.yml",
        ])
            assert.ok(takes(practices, file), file);
        for (const file of [
            "my-practice.yaml",
            "practice.yaml.txt",
            "a.yaml",
            "practices/a.test.yaml",
            "--rules=/practice.yaml",
            "-o/practices/a.yaml",
        ])
            assert.ok(!takes(practices, file), file);
        for (const file of ["rules/a.yaml", "a/checklists/b/c.yml"]) assert.ok(takes(checklists, file), file);
        for (const file of ["rules.yaml", "rules/a.test.yaml", "-r/rules/a.yaml"])
            assert.ok(!takes(checklists, file), file);
        const [{ rev, hooks }] = read("examples/ci/pre-commit-config.yaml").repos;
        assert.equal(rev, release);
        assert.deepEqual(
            hooks.map((hook) => hook.id),
            [practices.id, checklists.id],
        );
    },
    "pre-commit runs the hooks"() {
        if (spawnSync("pre-commit", ["--version"]).error) {
            console.log("ci: skipped: pre-commit, because it is not installed");
            return;
        }
        const hooks = workspaceWith({});
        copyFileSync(".pre-commit-hooks.yaml", join(hooks, ".pre-commit-hooks.yaml"));
        const commit = (folder) => {
            const git = (...args) =>
                execFileSync("git", ["-c", "user.name=ci", "-c", "user.email=ci@localhost", ...args], { cwd: folder });
            git("init", "--quiet");
            git("add", "--all");
            git("commit", "--quiet", "--message", "All");
        };
        commit(hooks);
        const run = (files) => {
            const workspace = workspaceWith({ ...files, "rules/a.yaml": "checklists/lanternway" });
            commit(workspace);
            const env = {
                ...process.env,
                PATH: `${tools}:${process.env.PATH}`,
                PRE_COMMIT_HOME: join(scratch, "pre-commit"),
            };
            return spawnSync("pre-commit", ["try-repo", hooks, "--all-files"], {
                cwd: workspace,
                env,
                encoding: "utf8",
            });
        };
        const passed = run({ "practices/$(touch pwned).yaml": "willow-creek", "other.yaml": "broken" });
        assert.equal(passed.status, 0, passed.stdout);
        assert.equal(passed.stdout.match(/\.Passed$/gm).length, 2, passed.stdout);
        const failed = run({ "practice.yaml": "first-draft" });
        assert.equal(failed.status, 1);
        assert.match(failed.stdout, /^- exit code: 1\n\nAlder Street Therapy\n/m);
    },
};

let wrong = 0;
for (const [name, run] of Object.entries(cases)) {
    try {
        run();
    } catch (error) {
        ++wrong;
        console.error(`ci: ${name}: ${error.message}`);
    }
}
rmSync(scratch, { recursive: true });
if (wrong > 0) process.exit(1);
console.log(`ci: ${Object.keys(cases).length} of the ways to use it in continuous integration work as they say`);
