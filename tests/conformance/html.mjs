// Tries HTML reports on the programs that read them: the Nu HTML checker, and Chromium with axe-core, which looks at
// each report light and dark, narrow and wide, closed and opened.
// usage: node html.mjs REPORT.html...        (CHROMIUM names the browser; `java` must be on the path)
// Prints what is wrong. Exit status 1 if anything is.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const reports = process.argv.slice(2);
const complaints = [];
const complain = (report, text) => complaints.push(`${report}: ${text}`);

function validate() {
  const checker = resolve(require.resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
  try {
    execFileSync("java", ["-Xss4m", "-jar", checker, "--errors-only", ...reports], { stdio: "pipe" });
  } catch (failure) {
    complaints.push(`${failure.stderr ?? failure}`.trim());
  }
}

// A report may fetch itself and nothing else, and it has no reason to complain about itself.
async function open(browser, report, options) {
  const page = await browser.newPage(options);
  const address = pathToFileURL(resolve(report)).href;
  page.on("request", (request) => {
    if (request.url() !== address) complain(report, `asks for ${request.url()}`);
  });
  page.on("console", (message) => complain(report, `says on the console: ${message.text()}`));
  page.on("pageerror", (error) => complain(report, `has a script that fails: ${error}`));
  await page.goto(address);
  return page;
}

async function look(browser, report, width, colorScheme) {
  const how = `${width} px, ${colorScheme}`;
  const page = await open(browser, report, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  for (const state of ["closed", "opened"]) {
    if (state === "opened") await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, help, nodes } of violations)
      complain(report, `axe (${how}, ${state}): ${id}: ${help}; ${nodes.length} times, first ${nodes[0].html.slice(0, 200)}`);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
    if (overhang > 0) complain(report, `is ${overhang} px wider than the window (${how}, ${state})`);
  }
  await page.close();
}

// On paper nobody can open a note.
async function print(browser, report) {
  const page = await open(browser, report, {});
  await page.emulateMedia({ media: "print" });
  const hidden = await page.$$eval("details > :not(summary)", (all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length);
  if (hidden > 0) complain(report, `hides ${hidden} parts of its notes in print`);
  for (const format of ["Letter", "A4"]) {
    const pdf = await page.pdf({ format });
    if (pdf.length < 1000) complain(report, `does not print on ${format}`);
  }
  await page.close();
}

if (reports.length === 0) throw new Error("usage: node html.mjs REPORT.html...");
validate();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
for (const report of reports) {
  for (const width of [360, 1280]) for (const scheme of ["light", "dark"]) await look(browser, report, width, scheme);
  await print(browser, report);
}
await browser.close();
for (const complaint of complaints) console.error(complaint);
console.log(`HTML: ${reports.length} reports looked at, ${complaints.length} complaints`);
process.exit(complaints.length > 0 ? 1 : 0);
