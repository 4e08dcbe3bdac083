// What falls due, as a calendar, read by a program that reads calendars, and compared with the same as JSON, which is
// held against its schema:
//   node calendar.mjs PROGRAM PRACTICE...
// Prints what is wrong, a line each, and exits with 1 if anything is.
import { execFileSync, spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import Ajv2020 from "ajv/dist/2020.js";
import ICAL from "ical.js";

const [program, ...practices] = process.argv.slice(2);
const validate = new Ajv2020({ strict: true }).compile(
    JSON.parse(execFileSync(program, ["schema", "due"], { encoding: "utf8" })),
);
const due = (format, options) => {
    const args = ["due", "-f", format, "--as-of", "2026-11-22", ...options];
    const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
    assert.ok([0, 1, 3].includes(done.status), done.stderr);
    return done.stdout;
};

const compare = (options) => {
    const rows = JSON.parse(due("json", options));
    assert.ok(validate(rows), JSON.stringify(validate.errors));
    const text = due("ics", options);
    for (const line of text.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets: ${line}`);
        assert.ok(!/[\r\n\u{FFFD}]/u.test(line), line);
    }
    const calendar = new ICAL.Component(ICAL.parse(text));
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event, { strictExceptions: true }));
    assert.equal(new Set(events.map((event) => event.uid)).size, events.length, "two events have the same UID");
    assert.deepEqual(
        events.map((event) => [event.startDate.toString(), event.startDate.isDate]),
        rows.due.map((row) => [row.date, true]),
    );
    const several = options.filter((option) => option.endsWith(".yaml")).length > 1;
    events.forEach((event, index) => {
        const row = rows.due[index];
        const [first, ...lines] = event.description.split("\n");
        if (!several) assert.equal(event.summary, row.text);
        else assert.ok(event.summary.endsWith(`: ${row.text}`), event.summary);
        if (!/[\p{Cc}\p{Cf}]/u.test(row.name)) { // they stand there as what a reader can see
            assert.equal(first, row.name ? `${row.name} (${row.file})` : row.file);
            assert.ok(!several || event.summary.startsWith(row.name), event.summary);
        }
        assert.equal(lines.includes("Overdue on 2026-11-22."), row.overdue);
        assert.ok(lines.includes(`About: ${row.id} (${row.kind})`), event.description);
        assert.equal(event.duration.toString(), "P1D");
        assert.equal(event.component.getFirstPropertyValue("dtstamp").toString(), "2026-11-22T00:00:00Z");
        assert.equal(event.component.getFirstPropertyValue("transp"), "TRANSPARENT");
        assert.ok(Buffer.byteLength(event.uid) <= 60, event.uid);
    });
    return events.length;
};

let wrong = 0;
let events = 0;
for (const options of [...practices.map((practice) => [practice]), practices, ["--within", "0", ...practices]]) {
    try {
        events += compare(options);
    } catch (error) {
        ++wrong;
        console.error(`calendar ${options.join(" ")}: ${error.message}`);
    }
}
console.log(`calendar: ${events} events read back, ${wrong} complaints`);
process.exitCode = wrong === 0 && events > 0 ? 0 : 1;
