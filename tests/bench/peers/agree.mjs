// Whether ajv-cli, cfn-guard and Spectral, with the rules in this folder, find something open in the same practice files
// as hipaa-check. Prints how many files there are, and in how many something is open; fails at the first difference.
//   node agree.mjs PROGRAM DAY DIRECTORY
import { spawnSync } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [program, day, directory] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");

const run = (command, ...args) => {
    const { status, signal, error, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 30 });
    if (error || signal || ![0, 1, 4, 19].includes(status)) throw new Error(`${command}: ${error ?? signal ?? stderr}`);
    return { stdout, stderr };
};

/// The names of the files with something open, from each checker.
const open = {
    "hipaa-check": () =>
        run(program, "--as-of", day, "-f", "jsonl", directory)
            .stdout.trim()
            .split("\n")
            .map(JSON.parse)
            .filter((line) => !line.end)
            .filter(({ counts }) => counts.fail + counts.unknown + counts.attention > 0)
            .map(({ file }) => file),
    "ajv-cli": () => {
        const schema = ["-s", join(here, "spruce.schema.json"), "-c", join(here, "days.cjs"), "--data"];
        const { stderr } = run(join(modules, ".bin/ajv"), "validate", ...schema, "--errors=no", "-d", join(directory, "*.yaml"));
        return [...stderr.matchAll(/^(.*) invalid$/gm)].map(([, file]) => file);
    },
    "cfn-guard": () => {
        const guard = join(modules, "@cdklabs/cdk-validator-cfnguard/bin/ubuntu/x86_64/cfn-guard");
        const how = ["-S", "none", "-o", "json", "-z"];
        const { stdout } = run(guard, "validate", "-r", join(here, "spruce.guard"), "-d", directory, ...how);
        return JSON.parse(stdout)
            .filter(({ status }) => status !== "PASS")
            .map(({ name }) => name);
    },
    Spectral: () => {
        const how = ["-r", join(here, "spectral.js"), "-f", "json", "-q"];
        const { stdout } = run(join(modules, ".bin/spectral"), "lint", ...how, join(directory, "*.yaml"));
        return JSON.parse(stdout).map(({ source }) => source);
    },
};

let ours;
for (const [name, find] of Object.entries(open)) {
    const found = new Set(find().map((file) => basename(file)));
    ours ??= found;
    const differs = [...new Set([...ours, ...found])].find((file) => ours.has(file) !== found.has(file));
    if (differs) {
        console.error(`${name} ${found.has(differs) ? "finds something" : "finds nothing"} in ${differs}, unlike hipaa-check`);
        process.exit(1);
    }
    console.error(`${name}: something is open in ${found.size} files`);
}
