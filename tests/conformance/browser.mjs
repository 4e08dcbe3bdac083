// What looks at the HTML that people get: Chromium, axe-core and the Nu HTML checker.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe_source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Milliseconds to wait for what takes a moment, also on a machine that is busy or has just been made. */
export const patience = 300_000;

// Chromium does not start for root with its sandbox, and what is looked at here is our own.
export const launch = () =>
    chromium.launch({
        timeout: patience,
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"].concat(
            ["--disable-background-networking", "--disable-component-update"],
        ),
    });

/** By how many pixels a page is wider than its window. */
export const overhang = (page) =>
    page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);

/** What axe-core finds wrong, a sentence each; not in frames. */
export const axe_complaints = async (page) => {
    await page.evaluate(axe_source);
    const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, { resultTypes: ["violations"], iframes: false }),
    );
    return violations.map(
        ({ id, help, nodes }) =>
            `axe: ${id}: ${help}; ${nodes.length} times, first ${nodes[0].html.slice(0, 200)}`,
    );
};

/** What the Nu HTML checker finds wrong with files, a sentence each. */
export const nu_complaints = (files) => {
    const checker = join(dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
    const done = spawnSync("java", ["-Xss4m", "-jar", checker, "--errors-only", ...files], { encoding: "utf8" });
    if (done.error) throw done.error;
    // Java itself says which variables it obeys, and what it thinks of the machine.
    const lines = done.stderr.split("\n").filter((text) => !/^$|^Picked up |VM warning: /.test(text));
    return done.status !== 0 && lines.length === 0 ? [`exit status ${done.status}`] : lines;
};
