// Uses the page as an owner does, in Chromium: answers the questions of random practices by its controls, saves, opens,
// goes on, and holds what comes out against the program.
//   node page.mjs PROGRAM PAGE PRACTICE...     CHROMIUM names the browser; `java` must be on the path
//   node page.mjs --pictures FOLDER PAGE       takes the pictures of the README instead
// Leaves what it saved and pictures of all screens in `page` beside this file. Prints what is wrong, and exits with 1 if
// anything is.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "yaml";
import { axe_complaints, launch, nu_complaints, overhang, patience } from "./browser.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "page");
let wrong = 0;

// The page and the program take the day from the clock, because a report tells if it was given another. In a zone in which
// it is noon, that is the same day for both, and stays so.
const ahead = 12 - new Date().getUTCHours();
const offset = `${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
const timezoneId = `Etc/GMT${offset}`;
process.env.TZ = `UTC${offset}`;

const complain = (what, text) => {
    ++wrong;
    console.error(`${what}: ${text}`);
};

const expect = (what, found, wanted) => {
    if (found !== wanted) complain(what, `${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
};

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
const random_numbers = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

// ---- Using the page

/** The page in a window of its own. It may ask for itself and for nothing else. */
const open = async (browser, file, options = {}) => {
    const { before, may_complain, today, ...window } = options;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId, ...window });
    context.setDefaultTimeout(patience);
    if (before) await context.addInitScript(before);
    const page = await context.newPage();
    if (today) await page.clock.setFixedTime(`${today}T12:00:00`);
    const address = pathToFileURL(file).href;
    page.on("request", (request) => {
        if (request.url() === address || request.url().startsWith("blob:") || may_complain) return;
        complain("page", `asks for ${request.url()}`);
    });
    page.on("pageerror", (error) => complain("page", `has a script that fails: ${error.stack}`));
    page.on("console", (message) => {
        if (!may_complain) complain("page", `says on the console: ${message.text()}`);
    });
    await page.goto(address);
    await page.waitForFunction(() => !document.getElementById("waiting"));
    return page;
};

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const title = (page) => page.innerText("h1");
const control = (key, value) => `input[name="${key}"][value="${value}"]`;
const field = (key) => `input[type="text"][name="${key}"]`;

/** What the page saves when this button is pressed: the file, and the name that it proposes. */
const saved = async (page, name, as) => {
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, name)]);
    const path = join(folder, as);
    await download.saveAs(path);
    return { path, name: download.suggestedFilename(), text: readFileSync(path, "utf8") };
};

/** Until it is open, or refused. */
const open_practice = async (page, name, text) => {
    const before = await page.$("h1");
    const buffer = Buffer.from(text);
    await page
        .getByLabel("Open a practice file that was saved before")
        .setInputFiles({ name, mimeType: "application/yaml", buffer });
    await page.waitForFunction((old) => !old.isConnected || document.querySelector(".summary"), before);
};

/** The questions on the screen that are not inside an item. */
const questions_on = (page) =>
    page.$$eval(".questions > [data-key]", (boxes) =>
        boxes.map((box) => {
            const key = box.dataset.key;
            const controls = [...box.querySelectorAll("input")].filter((one) => one.name === key);
            return {
                key,
                label: box.querySelector(":scope > .field label")?.textContent ?? "",
                several: controls.some((one) => one.type === "checkbox"),
                typed: controls.some((one) => one.type === "text"),
                values: controls.filter((one) => one.type !== "text").map((one) => one.value),
            };
        }),
    );

/** Answers one question at random. What the file should say then; undefined where that depends on how it was typed. */
const answer_at_random = async (page, question, random) => {
    const { key } = question;
    const pick = (all) => all[Math.floor(random() * all.length)];
    if (question.typed && random() < 0.75) {
        const texts = question.label.includes("date")
            ? ["2026-01-15", "March 3, 2026", "2025/12/5", "20 Nov 2026"]
            : ["0", "1", "3", "12", "two"];
        await page.fill(field(key), pick(texts));
        await page.press(field(key), "Tab");
        return undefined;
    }
    if (question.several) {
        const codes = question.values.slice(0, -2);
        const chosen = random() < 0.3 ? [pick(["none", "unknown"])] : codes.filter(() => random() < 0.4).slice(0, 3);
        if (chosen.length === 0) chosen.push("none");
        for (const value of chosen) await page.check(control(key, value));
        return chosen[0] === "none" ? [] : chosen[0] === "unknown" ? "unknown" : chosen;
    }
    const value = random() < 0.1 ? "unknown" : pick(question.values);
    await page.check(control(key, value));
    return value;
};

/** Answers all that is asked, until the answers are to be checked. */
const answer_all = async (page, random) => {
    const answers = new Map();
    while ((await title(page)) !== "Check your answers") {
        for (;;) {
            const question = (await questions_on(page)).find(({ key }) => !answers.has(key));
            if (!question) break;
            answers.set(question.key, await answer_at_random(page, question, random));
        }
        await press(page, "Continue");
    }
    return answers;
};

/** What a file says at a dotted key. One value below an addressable question is its status. */
const value_at = (file, key) => {
    let at = file;
    for (const part of key.split(".")) {
        if (part === "status" && typeof at === "string") return at;
        at = at?.[part];
    }
    return at;
};

// ---- Against the program

const formats = { html: ["html", "a page (HTML)"], markdown: ["md", "Markdown"], text: ["txt", "plain text"] };

/** What the page says of its answers has to be what the program says of the file. */
const compare_reports = async (page, program, what, practice, name) => {
    const place = join(folder, what);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, name), practice);
    await press(page, "Show the report");
    for (const [format, [ending, label]] of Object.entries(formats)) {
        await page.selectOption("#format", { label });
        const report = await saved(page, "Save report", `${what}/page.${ending}`);
        expect(what, report.name, `${name.replace(/\.ya?ml$/, "")}-report.${ending}`);
        const done = spawnSync(program, ["-f", format, name], { cwd: place, encoding: "utf8" });
        if (done.stdout !== report.text) complain(what, `the ${format} report differs from that of the program`);
        if (format === "html") {
            const shown = await page.$eval("iframe", (frame) => frame.srcdoc);
            if (shown !== report.text) complain(what, "the report on the screen is not the one that is saved");
        }
    }
    await press(page, "Back");
};

const subjects = ["spruce", "communication", "security_rule"];

const try_random_practice = async (browser, program, file, number) => {
    const what = `random-${number}`;
    const random = random_numbers(number);
    const page = await open(browser, file);
    const chosen = subjects.filter((one) => random() < (one === "security_rule" ? 0.15 : 0.6));
    for (const one of chosen) await page.check(control("products", one));
    const others = chosen.length === 0 || random() < 0.3 ? "Zoom, Acme Portal" : "";
    await page.fill('[name="other_products"]', others);
    if (random() < 0.5) await page.fill('[name="practice.name"]', `Practice ${number}`);
    await press(page, "Start");
    const answers = await answer_all(page, random);
    if (random() < 0.8) await page.check(control("confirmed_on", "yes"));
    const practice = await saved(page, "Save practice file", `${what}.yaml`);
    expect(what, practice.name, "practice.yaml");
    const said = parse(practice.text);
    for (const [key, answer] of answers) {
        const found = value_at(said, key);
        if (answer !== undefined && found !== undefined && JSON.stringify(found) !== JSON.stringify(answer))
            complain(what, `${key} is ${JSON.stringify(found)}; ${JSON.stringify(answer)} was answered`);
        if (answer !== undefined && found === undefined) complain(what, `${key} was answered, and is not in the file`);
    }
    await compare_reports(page, program, what, practice.text, "practice.yaml");

    // The file is opened in a new window, and comes out as it went in.
    const again = await open(browser, file);
    await open_practice(again, "practice.yaml", practice.text);
    if ((await title(again)) !== "Check your answers") await press(again, "Check my answers");
    const same = await saved(again, "Save practice file", `${what}-again.yaml`);
    if (same.text !== practice.text) complain(what, "the file changed by being opened and saved");
    await again.context().close();
    await page.context().close();
    return answers.size;
};

const try_practice_file = async (browser, program, file, practice) => {
    const what = basename(practice, ".yaml");
    const text = readFileSync(practice, "utf8");
    const page = await open(browser, file);
    await open_practice(page, basename(practice), text);
    const refused = await page.locator(".summary").count();
    const native = spawnSync(program, ["-f", "json", practice], { encoding: "utf8" });
    if (refused > 0) {
        if (native.status !== 3 && !(await page.innerText(".summary")).includes("plain YAML"))
            complain(what, `is refused, though the program reads it: ${await page.innerText(".summary")}`);
    } else {
        if (native.status === 3) complain(what, "is accepted, though the program finds mistakes in it");
        if ((await title(page)) === "Check your practice") return page.context().close();
        if ((await title(page)) !== "Check your answers") await press(page, "Check my answers");
        const same = await saved(page, "Save practice file", `${what}.yaml`);
        if (same.text !== text) complain(what, "the file changed by being opened and saved");
        await compare_reports(page, program, what, text, basename(practice));
    }
    await page.context().close();
};

// ---- What else a page must hold

const try_no_requests = async (browser, file) => {
    const page = await open(browser, file, { may_complain: true });
    const went = await page.evaluate(async () => {
        const tries = {
            fetch: () => fetch("https://example.org/"),
            itself: () => fetch(location.href),
            image: () =>
                new Promise((yes, no) => {
                    const image = new Image();
                    [image.onload, image.onerror] = [yes, no];
                    image.src = "https://example.org/a.png";
                }),
            script: () =>
                new Promise((yes, no) => {
                    const script = document.createElement("script");
                    script.textContent = "globalThis.ran = true";
                    document.body.append(script);
                    (globalThis.ran ? yes : no)();
                }),
        };
        const found = [];
        for (const [name, act] of Object.entries(tries)) await act().then(() => found.push(name), () => {});
        return found.join(", ");
    });
    expect("policy", went, "");
    expect("policy", await page.evaluate(() => localStorage.length + document.cookie.length), 0);
    await page.context().close();
};

/** Presses Tab until the element that has the focus is the one that is looked for. */
const tab_to = async (page, selector) => {
    for (let i = 0; i < 200; ++i) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    }
    complain("keyboard", `cannot reach ${selector}`);
};

const try_keyboard = async (browser, file) => {
    const page = await open(browser, file);
    await tab_to(page, control("products", "spruce"));
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    expect("keyboard", await title(page), "Spruce, in use");
    expect("keyboard", await page.evaluate(() => document.activeElement.localName), "h1");
    await tab_to(page, control("products.spruce.in_use", "yes"));
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    expect("keyboard", await title(page), "Spruce, texting");
    await tab_to(page, field("products.spruce.texting.sms_clients"));
    await page.keyboard.type("several");
    await page.keyboard.press("Enter");
    expect("keyboard", await page.evaluate(() => document.activeElement.className), "summary");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement.name);
    expect("keyboard", await focused(), "products.spruce.texting.sms_clients");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2");
    await page.keyboard.press("Tab");
    expect("keyboard", await focused(), "products.spruce.texting.sms_clients");
    const more = field("products.spruce.texting.sms_clients_informed");
    await page.waitForSelector(more);
    await tab_to(page, more);
    for (const name of ["Check my answers", "Show the report"]) {
        const buttons = await page.$$eval("button", (all) => all.map((one) => one.textContent));
        const at = buttons.indexOf(name);
        for (let i = 0; i < 200 && (await page.evaluate(() => document.activeElement.textContent)) !== name; ++i)
            await page.keyboard.press("Tab");
        if (at < 0) complain("keyboard", `there is no button ${name}`);
        await page.keyboard.press("Enter");
    }
    expect("keyboard", await title(page), "The report");
    await page.context().close();
};

const hostile = `</script><!-- ]]> & "quotes" 'and' \\u0000 \u202e \u2028 <b>bold</b> é 日本`;

const try_hostile_texts = async (browser, file) => {
    const page = await open(browser, file);
    await page.check(control("products", "spruce"));
    await page.fill('[name="practice.name"]', hostile);
    await page.fill('[name="other_products"]', "<script>alert(1)</script>");
    await press(page, "Start");
    const practice = await saved(page, "Save practice file", "hostile.yaml");
    expect("hostile", parse(practice.text).practice.name, hostile);
    const subject = "<script>alert(1)</script>, client information";
    expect("hostile", await title(page), subject);
    const copy = await saved(page, "Save this page with my answers", "hostile.html");
    expect("hostile", copy.name, "hipaa-check-my-answers.html");
    const again = await open(browser, copy.path);
    expect("hostile", await title(again), subject);
    expect("hostile", (await saved(again, "Save practice file", "hostile-again.yaml")).text, practice.text);
    await press(again, "Check my answers");
    await again.getByRole("button", { name: "Answer: Does the practice use Spruce" }).click();
    await again.check(control("products.spruce.in_use", "yes"));
    const third = await saved(again, "Save this page with my answers", "hostile-third.html");
    const last = await open(browser, third.path);
    const text = (await saved(last, "Save practice file", "hostile-last.yaml")).text;
    expect("hostile", parse(text).products.spruce.in_use, "yes");
    await press(last, "Check my answers");
    await press(last, "Show the report");
    expect("hostile", await last.frameLocator("iframe").locator("b").filter({ hasText: "bold" }).count(), 0);
    for (const one of [page, again, last]) await one.context().close();
};

const try_leaving = async (browser, file) => {
    const page = await open(browser, file);
    const asked = [];
    page.on("dialog", (dialog) => {
        asked.push(dialog.type());
        dialog.dismiss().catch(() => {});
    });
    // A page that is not left is not loaded anew.
    const stay = () => Promise.all([page.waitForEvent("dialog"), page.reload({ timeout: 2000 }).catch(() => {})]);
    await page.check(control("products", "spruce"));
    await stay();
    expect("leaving", asked.join(), "beforeunload");
    await press(page, "Start");
    await stay();
    expect("leaving", asked.join(), "beforeunload,beforeunload");
    expect("leaving", await title(page), "Spruce, in use");
    await saved(page, "Save practice file", "left.yaml");
    await page.reload();
    expect("leaving", asked.join(), "beforeunload,beforeunload");
    await page.context().close();
};

// A program that stops, as it does when there is no memory, is begun anew with the answers so far.
const try_stopping = async (browser, file) => {
    const before = () => {
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...parts) => {
            const { exports } = await instantiate(...parts);
            const answer = () => {
                if (!globalThis.fails) return exports.answer();
                globalThis.fails = false;
                throw new WebAssembly.RuntimeError("unreachable");
            };
            return { exports: { ...exports, answer } };
        };
    };
    const page = await open(browser, file, { before });
    await page.check(control("products", "spruce"));
    await press(page, "Start");
    await page.check(control("products.spruce.in_use", "no"));
    await page.evaluate(() => (globalThis.fails = true));
    await press(page, "Continue");
    expect("stopping", await title(page), "The checker stopped");
    const { text } = await saved(page, "Save practice file", "stopped.yaml");
    expect("stopping", parse(text).products.spruce.in_use, "no");
    await press(page, "Go on with the answers so far");
    await page.waitForFunction(() => document.querySelector("h1").textContent !== "The checker stopped");
    expect("stopping", (await saved(page, "Save practice file", "went-on.yaml")).text, text);
    await page.context().close();
};

const lists = `checklist: 1
id: lamps
title: Your lamps
about: products.lamps
questions:
  list:
    ask: Which lamps are there?
    answer: {list: {name: {ask: "What is it called?", answer: text}, lit: {ask: Is it lit, answer: yes_no}}}
notes:
  - id: lit
    number: 1
    title: Light them
    why: It is dark.
    basis: recommendation
    checks: [{id: all, require: {list: {each: {lit: yes}}}, message: One is dark., fix: Light it.}]
`;

const add_checklist = async (page, name, text) =>
    page.getByLabel("Add a checklist file").setInputFiles({ name, mimeType: "text/yaml", buffer: Buffer.from(text) });

/** Of a list that another program left unfinished, yes says that these are all. */
const try_unfinished_list = async (browser, file) => {
    const page = await open(browser, file);
    await page.click("summary");
    await add_checklist(page, "lamps.yaml", lists);
    await page.waitForSelector(control("products", "lamps"));
    const unfinished = "products:\n  lamps:\n    list:\n      - {name: Desk, lit: yes}\n      - unknown\n";
    await open_practice(page, "practice.yaml", unfinished);
    const list = "products.lamps.list";
    if ((await title(page)) === "Check your answers") await page.locator(`[data-row="${list}"] button`).click();
    await page.check(control(list, "yes"));
    expect("unfinished list", await page.locator(field(`${list}[2].name`)).count(), 0);
    const { text } = await saved(page, "Save practice file", "practice.yaml");
    expect("unfinished list", text, unfinished.replace("      - unknown\n", ""));
    await page.context().close();
};

const try_checklist_and_list = async (browser, file) => {
    const page = await open(browser, file);
    await page.click("summary");
    const add = (name, text) => add_checklist(page, name, text);
    await add("bad.yaml", "checklist: 1\nid: lamps\n");
    await page.waitForSelector(".summary");
    if (!(await page.innerText(".summary")).includes("bad.yaml:1:1: a checklist needs `about`"))
        complain("checklist", await page.innerText(".summary"));
    await add("lamps.yaml", lists);
    await page.waitForSelector(control("products", "lamps"));
    await page.check(control("products", "lamps"));
    await press(page, "Start");
    const list = "products.lamps.list";
    await page.check(control(list, "none"));
    await page.check(control(list, "yes"));
    await page.fill(field(`${list}[1].name`), "Desk");
    await page.check(control(`${list}[1].lit`, "no"));
    await press(page, "Add another");
    await page.check(control(`${list}[2].lit`, "yes"));
    await press(page, "Add another");
    await page.fill(field(`${list}[3].name`), "Hall");
    await page.press(field(`${list}[3].name`), "Tab");
    await page.fill(field(`${list}[3].name`), "Big hall");
    await press(page, "Remove 2.");
    const copy = await saved(page, "Save this page with my answers", "lamps.html");
    const again = await open(browser, copy.path);
    const { text } = await saved(again, "Save practice file", "lamps.yaml");
    expect("list", JSON.stringify(parse(text).products.lamps.list), '[{"lit":"no","name":"Desk"},{"name":"Big hall"}]');
    await press(page, "Check my answers");
    const desk = page.locator(`[data-row="${list}"] li`).first();
    expect("list", await desk.innerText(), "What is it called? Desk; Is it lit: No");
    for (const one of [page, again]) await one.context().close();
};

const sms = "products.spruce.texting.sms_clients";
const first_day = "products.spruce.first_client_use";

/** Opens the screen of one question, by the review. */
const change = async (page, question) => {
    if ((await title(page)) !== "Check your answers") await press(page, "Check my answers");
    await page.getByRole("button", { name: `: ${question}` }).click();
};

/** The answer of a question, where all answers are to be checked. */
const answer_in_review = (page, key) => page.locator(`[data-row="${key}"] dd`).first().innerText();

// Where a text stands in its field when something else is clicked.
const try_typing = async (browser, file) => {
    const page = await open(browser, file);
    await page.check(control("products", "spruce"));
    await press(page, "Start");
    await change(page, "With how many clients");
    await page.fill(field(sms), "3");
    const kept = await saved(page, "Save practice file", "typed.yaml");
    expect("typing", parse(kept.text).products.spruce.texting.sms_clients, 3);
    await page.fill(field(sms), "4");
    await press(page, "Back");
    const gone_back = await saved(page, "Save practice file", "typed-back.yaml");
    expect("typing", parse(gone_back.text).products.spruce.texting.sms_clients, 4);

    await change(page, "On which day did anything");
    await page.fill(field(first_day), "3/2/2026");
    await page.press(field(first_day), "Tab");
    await page.click(control(first_day, "2026-02-03"));
    expect("typing", await page.inputValue(field(first_day)), "2026-02-03");
    await press(page, "Continue");
    expect("typing", await title(page), "Check your answers");
    await change(page, "On which day did anything");
    await page.fill(field(first_day), "last spring");
    await page.press(field(first_day), "Tab");
    await page.check(control(first_day, "unknown"));
    await press(page, "Continue");
    expect("typing", await title(page), "Check your answers");
    expect("typing", await answer_in_review(page, first_day), "Not sure");
    await change(page, "With how many clients");
    await page.fill(field(sms), "a lot");
    await press(page, "Continue");
    await press(page, "Continue");
    expect("typing", await answer_in_review(page, sms), "Not sure");
    await page.context().close();
};

// A reply that is changed is read again, and only the same one counts as not sure.
const try_correcting = async (browser, file) => {
    const page = await open(browser, file);
    await page.check(control("products", "spruce"));
    await press(page, "Start");
    await change(page, "On which day did anything");
    const question = "On which day did anything about a client first reach Spruce?";
    const which = "This can be read in more than one way. Which one do you mean?";
    for (const reply of ["3/4/26", "7/8/26", "05/06/2026"]) {
        await page.fill(field(first_day), reply);
        await press(page, "Continue");
        expect("correcting", await title(page), "Spruce, first client use");
        expect("correcting", await page.innerText(".questions .wrong"), which);
        expect("correcting", await page.innerText(".summary li"), `${question} ${which}`);
    }
    await page.fill(field(first_day), "May 6, 2026");
    await press(page, "Continue");
    expect("correcting", await answer_in_review(page, first_day), "2026-05-06");
    // Back to what the file has already.
    await change(page, "On which day did anything");
    const recorded = await page.inputValue(field(first_day));
    await page.fill(field(first_day), `${recorded}5`);
    await page.press(field(first_day), "Tab");
    if ((await page.innerText(".questions .wrong")) === "") complain("correcting", "a day with too many digits is taken");
    await page.fill(field(first_day), recorded);
    await page.press(field(first_day), "Tab");
    expect("correcting", await page.innerText(".questions .wrong"), "");
    await press(page, "Continue");
    expect("correcting", await answer_in_review(page, first_day), "2026-05-06");
    await change(page, "On which day did anything");
    await page.fill(field(first_day), "3/4/26");
    await press(page, "Continue");
    await press(page, "Continue");
    expect("correcting", await answer_in_review(page, first_day), "Not sure");
    await page.context().close();
};

// A question has one answer: what is typed takes the place of what was picked, and the other way round.
const try_picking_and_typing = async (browser, file) => {
    const page = await open(browser, file);
    await page.check(control("products", "spruce"));
    await press(page, "Start");
    await change(page, "On which day did anything");
    const picked = () => page.$$eval(`input[name="${first_day}"]:checked`, (all) => all.map((one) => one.value).join());
    const not_yet = control(first_day, "not_yet");
    await page.check(not_yet);
    await page.focus(field(first_day));
    await page.keyboard.type("2026-02-02");
    expect("picking", await picked(), "");
    await page.fill(field(first_day), "");
    expect("picking", await picked(), "not_yet");
    await page.fill(field(first_day), "2026-02-02");
    await page.check(not_yet);
    expect("picking", await page.inputValue(field(first_day)), "");
    await page.fill(field(first_day), "last spring");
    await page.press(field(first_day), "Tab");
    expect("picking", await picked(), "");
    await page.fill(field(first_day), "2026-02-02");
    await page.press(field(first_day), "Tab");
    await press(page, "Continue");
    expect("picking", await answer_in_review(page, first_day), "2026-02-02");
    await page.context().close();
};

// A word that happens to be `none` is an answer with a meaning of its own.
const try_word_none = async (browser, file) => {
    const page = await open(browser, file);
    const [status, used_for] = ["products.spruce.baa.status", "products.spruce.email.used_for"];
    await page.check(control("products", "spruce"));
    await press(page, "Start");
    for (const [key, question] of [[status, "What is the status of your business"], [used_for, "What do you use a mailbox"]]) {
        await change(page, question);
        await page.check(control(key, "none"));
        await press(page, "Continue");
    }
    expect("none", await answer_in_review(page, status), "None: you never asked for one");
    expect("none", await answer_in_review(page, used_for), "None of these");
    await page.context().close();
};

// What counts for nothing is apart from what is confirmed, and can still be changed.
const try_not_counted = async (browser, file, practice) => {
    const page = await open(browser, file);
    const text = readFileSync(practice, "utf8").replace("in_use: yes", "in_use: no");
    await open_practice(page, "practice.yaml", text);
    if ((await title(page)) !== "Check your answers") await press(page, "Check my answers");
    const why = page.locator("main > p").filter({ hasText: "Not counted because of your answer to " });
    expect("not counted", await why.count(), 1);
    const below = page.locator("main > p + dl").last();
    expect("not counted", await below.locator(`[data-row="${sms}"]`).count(), 1);
    expect("not counted", await below.locator('[data-row="products.spruce.in_use"]').count(), 0);
    await below.locator(`[data-row="${sms}"] button`).click();
    expect("not counted", await page.inputValue(field(sms)), "2");
    await page.context().close();
};

const try_double_click = async (browser, file) => {
    const page = await open(browser, file);
    await page.fill('[name="other_products"]', "Nuvo, Medley, Vmail");
    await press(page, "Start");
    const first = await title(page);
    await page.getByRole("button", { name: "Continue", exact: true }).dblclick();
    const second = await title(page);
    await press(page, "Back");
    expect("double click", await title(page), first);
    if (second === first) complain("double click", "leads nowhere");
    await page.context().close();
};

const try_encodings = async (browser, file) => {
    const page = await open(browser, file);
    const text = "\ufeffpractice: {name: Renée}\nproducts: {spruce: {}}\n";
    await open_practice(page, "latin.yaml", Buffer.from("practice: {name: Renée}\nproducts: {spruce: {}}\n", "latin1"));
    const refusal = await page.innerText(".summary");
    if (!refusal.includes("not in UTF-8")) complain("encodings", refusal);
    await open_practice(page, "marked.yaml", text);
    const same = await saved(page, "Save practice file", "marked.yaml");
    if (!readFileSync(same.path).equals(Buffer.from(text))) complain("encodings", "the byte order mark is gone");
    await page.context().close();
};

const try_links_in_report = async (browser, file, practice) => {
    const page = await open(browser, file);
    await open_practice(page, "practice.yaml", readFileSync(practice, "utf8"));
    if ((await title(page)) !== "Check your answers") await press(page, "Check my answers");
    await press(page, "Show the report");
    const hint = "Where the report names a line or a key of the file, change that answer under Check my answers.";
    expect("links", await page.locator("main > p").filter({ hasText: hint }).count(), 1);
    const frame = page.frameLocator("iframe");
    for (const link of ["svg a", "ol a[href^='#']"]) {
        if ((await frame.locator(link).count()) === 0) continue;
        await frame.locator(link).first().click();
        expect("links", await frame.locator("h1").count(), 1);
    }
    await page.emulateMedia({ media: "print" });
    expect("print", await page.isVisible(".on-paper"), true);
    expect("print", await page.isVisible("iframe"), false);
    await page.context().close();
};

const try_overview = async (browser, program, file, practices) => {
    const page = await open(browser, file);
    await page.click("summary");
    await page.getByLabel("Look at many practice files at once").setInputFiles(practices);
    await page.waitForSelector("iframe");
    const report = await saved(page, "Save report", "overview.html");
    const place = join(folder, "overview");
    mkdirSync(place, { recursive: true });
    const names = practices.map((practice) => basename(practice)).sort();
    for (const practice of practices) writeFileSync(join(place, basename(practice)), readFileSync(practice));
    const done = spawnSync(program, ["-f", "html", ...names], { cwd: place, encoding: "utf8" });
    if (done.stdout !== report.text) complain("overview", "differs from that of the program");
    await press(page, "Back");
    expect("overview", await title(page), "Check your practice");
    await page.context().close();
};

// ---- Looking

/** The screens that an owner meets, one after another: a name, and how to get there from the one before. */
const screens = [
    ["start", async () => {}],
    [
        "questions",
        async (page) => {
            await page.check(control("products", "spruce"));
            await press(page, "Start");
            await page.check(control("products.spruce.in_use", "yes"));
            await press(page, "Continue");
            await page.fill(field("products.spruce.texting.sms_clients"), "2");
            await page.press(field("products.spruce.texting.sms_clients"), "Tab");
            await page.check(control("products.spruce.texting.default", "app"));
        },
    ],
    [
        "mistake",
        async (page) => {
            await page.fill(field("products.spruce.texting.sms_clients_informed"), "nearly all");
            await press(page, "Continue");
            await page.waitForSelector(".summary");
        },
    ],
    ["review", (page) => press(page, "Check my answers")],
    [
        "report",
        async (page) => {
            await press(page, "Show the report");
            await page.waitForTimeout(300);
        },
    ],
];

const look = async (browser, file) => {
    const drawn = [file];
    for (const width of [320, 360, 1280])
        for (const colorScheme of ["light", "dark"]) {
            const page = await open(browser, file, { viewport: { width, height: 900 }, colorScheme });
            for (const [name, reach] of screens) {
                await reach(page);
                const what = `${name}, ${width} px, ${colorScheme}`;
                for (const text of await axe_complaints(page)) complain(what, text);
                const over = await overhang(page);
                if (over > 0) complain(what, `is ${over} px wider than the window`);
                await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
                if (width !== 1280 || colorScheme !== "light") continue;
                const html = await page.content();
                drawn.push(join(folder, `${name}.html`));
                writeFileSync(drawn.at(-1), html.replace(/(id="engine">)[^<]*/, "$1"));
            }
            await page.context().close();
        }
    for (const line of nu_complaints(drawn)) complain("Nu HTML checker", line);
};

const measure = async (browser, file) => {
    const page = await open(browser, file);
    const ready = await page.evaluate(() => performance.getEntriesByName("ready")[0].startTime);
    for (const subject of subjects) await page.check(control("products", subject));
    await press(page, "Start");
    const times = [];
    for (let i = 0; i < 30 && (await title(page)) !== "Check your answers"; ++i) {
        times.push(
            ...(await page.evaluate(() =>
                [...document.querySelectorAll('.questions input[value="yes"], .questions input[value="unknown"]')].map((one) => {
                    const begin = performance.now();
                    one.click();
                    return performance.now() - begin;
                }),
            )),
        );
        await press(page, "Continue");
    }
    times.sort((one, other) => one - other);
    const size = readFileSync(file).length;
    console.log(
        `page: ${size} bytes, ready after ${ready.toFixed(0)} ms; an answer takes ${times[times.length >> 1].toFixed(1)} ms, ` +
            `at most ${times.at(-1).toFixed(1)} ms, with all subjects open (${times.length} answers)`,
    );
    await page.context().close();
};

/** Pictures of the questions, and of a report on a phone: on the day, and of the practice, that the README has. */
const take_pictures = async (browser, file, place) => {
    const readme = readFileSync(join(place, "../README.md"), "utf8");
    const [, practice] = /<!-- file: practice.yaml -->\n```yaml\n(.*?)```/s.exec(readme);
    const views = [
        ["questions", { width: 800, height: 760 }],
        ["report", { width: 360, height: 760 }],
    ];
    for (const [wanted, viewport] of views) {
        const page = await open(browser, file, { viewport, colorScheme: "light", today: "2026-11-22", may_complain: true });
        if (wanted === "report") await open_practice(page, "practice.yaml", practice);
        for (const [name, reach] of wanted === "report" ? screens.slice(-2) : screens.slice(0, 2)) {
            await reach(page);
            if (name === wanted) break;
        }
        await page.evaluate(() => (document.querySelector("iframe") ?? document.querySelector("h1")).scrollIntoView());
        await page.screenshot({ path: join(place, `page-${wanted}.png`) });
        await page.context().close();
    }
};

// ----

const browser = await launch();
const [first, second, ...rest] = process.argv.slice(2);
if (first === "--pictures") {
    await take_pictures(browser, rest[0], second);
} else {
    const [program, file, practices] = [first, second, rest];
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await measure(browser, file);
    await try_no_requests(browser, file);
    await try_keyboard(browser, file);
    await try_hostile_texts(browser, file);
    await try_leaving(browser, file);
    await try_typing(browser, file);
    await try_correcting(browser, file);
    await try_picking_and_typing(browser, file);
    await try_word_none(browser, file);
    await try_not_counted(browser, file, practices.find((practice) => practice.endsWith("willow-creek.yaml")));
    await try_double_click(browser, file);
    await try_encodings(browser, file);
    await try_links_in_report(browser, file, practices.find((practice) => practice.endsWith("first-draft.yaml")));
    await try_stopping(browser, file);
    await try_checklist_and_list(browser, file);
    await try_unfinished_list(browser, file);
    await try_overview(browser, program, file, practices);
    for (const practice of practices) await try_practice_file(browser, program, file, practice);
    const random_practices = Number(process.env.RANDOM_PRACTICES ?? 24);
    let answers = 0;
    for (let i = 1; i <= random_practices; ++i) answers += await try_random_practice(browser, program, file, i);
    await look(browser, file);
    console.log(
        `page: ${random_practices} random practices with ${answers} answers and ${practices.length} files, ${wrong} complaints`,
    );
}
await browser.close();
process.exitCode = wrong === 0 ? 0 : 1;
