// Tries the HTML reports on the programs that read them: the Nu HTML checker, and Chromium with axe-core, which looks at
// each report light and dark, narrow and wide, closed and opened; and prints them.
//   node html.mjs PROGRAM PRACTICE...      CHROMIUM names the browser; `java` must be on the path
// Leaves the reports and their prints in `html` beside this file. Prints what is wrong, and exits with 1 if anything is.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { axe_complaints, launch, nu_complaints, overhang, patience } from "./browser.mjs";

const [program, ...practices] = process.argv.slice(2);
const folder = join(dirname(fileURLToPath(import.meta.url)), "html");
let wrong = 0;

const complain = (what, text) => {
    ++wrong;
    console.error(`${basename(what)}: ${text}`);
};

// Each practice by itself, then all of them in one report.
const write_reports = () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return [...practices.map((practice) => [practice]), practices].map((inputs) => {
        const name = inputs.length === 1 ? basename(inputs[0], ".yaml") : "overview";
        const report = join(folder, `${name}.html`);
        const done = spawnSync(program, ["-q", "-o", report, "--as-of", "2026-11-22", ...inputs], { encoding: "utf8" });
        if (![0, 1, 3, 4, 5].includes(done.status)) complain(report, done.stderr);
        return report;
    });
};

// A report may fetch itself and nothing else, and it has no reason to complain about itself.
const open = async (browser, report, options) => {
    const page = await browser.newPage(options);
    page.setDefaultTimeout(patience);
    const address = pathToFileURL(report).href;
    page.on("request", (request) => {
        if (request.url() !== address) complain(report, `asks for ${request.url()}`);
    });
    page.on("console", (message) => complain(report, `says on the console: ${message.text()}`));
    page.on("pageerror", (error) => complain(report, `has a script that fails: ${error}`));
    await page.goto(address);
    return page;
};

// Every two of width, colours and state come together in one of these.
const views = [
    { width: 360, scheme: "light", open: false },
    { width: 360, scheme: "dark", open: true },
    { width: 1280, scheme: "light", open: true },
    { width: 1280, scheme: "dark", open: false },
];

const look = async (browser, report, view) => {
    const how = `${view.width} px, ${view.scheme}, ${view.open ? "opened" : "closed"}`;
    const viewport = { width: view.width, height: 900 };
    const page = await open(browser, report, { viewport, colorScheme: view.scheme });
    if (view.open) await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    const over = await overhang(page);
    if (over > 0) complain(report, `is ${over} px wider than the window (${how})`);
    for (const text of await axe_complaints(page)) complain(report, `${text} (${how})`);
    await page.close();
};

// On paper nobody can open a note, or scroll to the side. A sheet of A4 has room for 680 pixels.
const print = async (browser, report) => {
    const page = await open(browser, report, { viewport: { width: 680, height: 900 } });
    await page.emulateMedia({ media: "print" });
    const hidden = await page.$$eval(
        "details > :not(summary)",
        (all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length,
    );
    if (hidden > 0) complain(report, `hides ${hidden} parts of its notes in print`);
    const over = await overhang(page);
    if (over > 0) complain(report, `is ${over} px wider than the paper`);
    const name = `${basename(report, ".html")}.pdf`;
    await page.pdf({ format: "A4", path: join(folder, name) });
    await page.close();
};

const reports = write_reports();
for (const line of nu_complaints(reports)) complain("Nu HTML checker", line);
const browser = await launch();
for (const report of reports) {
    for (const view of views) await look(browser, report, view);
    await print(browser, report);
}
await browser.close();
console.log(`${reports.length} HTML reports looked at, ${wrong} complaints`);
process.exitCode = wrong === 0 ? 0 : 1;
