// The page draws what the program says, and tells it what was clicked and typed. All that is decided, is decided there: the
// program is in the page, compiled to WebAssembly. It reads a request of netstrings, and answers with JSON (service.cpp).
"use strict";

(() => {
    const type_of = { html: "text/html", markdown: "text/markdown", text: "text/plain", yaml: "application/yaml" };
    const ending_of = { html: ".html", markdown: ".md", text: ".txt" };
    // The page as it was opened, to save it with other answers: this script is its last element.
    const original = (() => {
        const body = document.body.cloneNode(true);
        body.lastElementChild.remove();
        return { head: document.head.innerHTML, body: body.innerHTML, script: document.currentScript.textContent };
    })();
    const main = document.getElementById("main");

    // ---- The program

    const encoder = new TextEncoder();
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    let program = null; // what the instance exports
    let engine = null; // the compiled module

    class ProgramStopped extends Error {}

    const unpack = async () => {
        const text = document.getElementById("engine").textContent;
        const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
        engine = await WebAssembly.compile(await new Response(unpacked).arrayBuffer());
    };

    // It imports nothing: no way leads out of it.
    const start_program = async () => {
        program = (await WebAssembly.instantiate(engine)).exports;
        program._initialize();
    };

    const netstring = (text) => {
        const bytes = text instanceof Uint8Array ? text : encoder.encode(text);
        return [encoder.encode(`${bytes.length}:`), bytes, encoder.encode(",")];
    };

    /** The program's answer to texts and bytes, as an object. Throws ProgramStopped if it cannot go on, as when there is no memory. */
    const ask = (...texts) => {
        const parts = texts.flatMap(netstring);
        const size = parts.reduce((sum, part) => sum + part.length, 0);
        try {
            let at = program.request(size);
            for (const part of parts) {
                new Uint8Array(program.memory.buffer, at, part.length).set(part);
                at += part.length;
            }
            const length = program.answer();
            const answer = JSON.parse(
                decoder.decode(new Uint8Array(program.memory.buffer, program.answer_text(), length)),
            );
            if (answer.fault) throw new ProgramStopped(answer.fault);
            return answer;
        } catch (error) {
            program = null;
            throw new ProgramStopped(error.message);
        }
    };

    // ---- What is on the page

    let screen = null; // as the program described it last
    let checklists = []; // {name, text} of those that were added
    let blank_text = ""; // of a practice file without answers
    let saved_text = ""; // of the practice file, as it was saved or opened last
    let overview = null; // the report over many files, while it is shown
    let start_form = null; // what was ticked and typed on the first screen, meanwhile
    let start_drawn = ""; // what the first screen had when it was drawn, as `written` has it
    let day = ""; // that counts as today
    const open_items = new Set(); // keys of lists with a new item that has no answer yet
    const wrong = new Map(); // of a field's key: what is wrong with its text
    let warned = ""; // the mistakes that were shown before going on, with the replies

    const file_text = () => screen.file.text;
    const is_unsent = (field) => field.value !== (field.dataset.sent ?? "");
    const is_being_typed = () => [...main.querySelectorAll(".questions .field input")].some(is_unsent);
    const written = (form) => JSON.stringify([...form]);
    const is_being_started = () =>
        screen.screen === "start" && written(overview === null ? form_data() : start_form) !== start_drawn;
    const is_unsaved = () =>
        screen !== null && (file_text() !== saved_text || is_being_typed() || is_being_started());

    const today = () => {
        const now = new Date();
        const two = (number) => String(number).padStart(2, "0");
        return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    };

    /** An element with these attributes, properties that begin with a dot, listeners that begin with `on`, and children. */
    const make = (name, settings = {}, ...children) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(settings)) {
            if (value === null || value === undefined || value === false) continue;
            if (key.startsWith(".")) element[key.slice(1)] = value;
            else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
            else element.setAttribute(key, value === true ? "" : value);
        }
        element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
        return element;
    };

    let last_id = 0;
    const new_id = () => `e${++last_id}`;

    const button = (text, act, settings = {}) => make("button", { type: "button", onclick: act, ...settings }, text);
    const main_button = (text) => make("button", { type: "submit", class: "main" }, text);

    const show = (title, ...content) => {
        document.body.classList.toggle("wide", overview !== null || screen.screen === "report");
        main.replaceChildren(make("h1", { tabindex: "-1" }, title), ...content.filter((one) => one));
        document.title = `${title} · hipaa-check`;
        const name = screen.practice_name;
        document.querySelector(".brand").textContent = name ? `hipaa-check · ${name}` : "hipaa-check";
    };

    // What is new has the focus, so that it is read out, and is in sight.
    const begin_at_top = () => {
        main.querySelector("h1").focus({ preventScroll: true });
        window.scrollTo(0, 0);
    };

    // ---- Actions

    const draw = () => {
        open_items.clear();
        wrong.clear();
        warned = "";
        ({ start: draw_start, questions: draw_questions, review: draw_review, report: draw_report })[screen.screen]();
    };

    /** Runs `act`; if the program stops, the answers stay, and a new one goes on with them. */
    const guarded = (act) => (...given) => {
        try {
            return act(...given);
        } catch (error) {
            if (!(error instanceof ProgramStopped)) throw error;
            draw_stopped();
        }
    };

    let changed_row = ""; // key of the answer that is being changed from the review

    /** Asks for another screen, and shows it, or why not. */
    const go = (...request) =>
        guarded(() => {
            if (day !== today()) ask("day", (day = today()));
            const answer = ask(...request);
            if (answer.refusal) return show_refusal("Please correct this", answer.refusal);
            overview = null;
            screen = answer;
            draw();
            begin_at_top();
            if (request[0] === "change") changed_row = request[1];
            else if (screen.screen === "review") go_to_row();
        })();

    // Back where one was.
    const go_to_row = () => {
        const row = main.querySelector(`[data-row="${CSS.escape(changed_row)}"] button`);
        row?.scrollIntoView({ block: "center" });
        row?.focus({ preventScroll: true });
        changed_row = "";
    };

    /** What went wrong, at the top, in place of what went wrong before. */
    const show_summary = (title, ...content) => {
        main.querySelector(".summary")?.remove();
        const box = make("div", { class: "summary", role: "alert", tabindex: "-1" }, make("h2", {}, title), ...content);
        main.querySelector("h1").after(box);
        box.focus();
    };

    const show_refusal = (title, text) => show_summary(title, make(text.includes("\n") ? "pre" : "p", {}, text));

    const show_news = (text) =>
        main.querySelector("h1").after(make("div", { class: "remark", role: "status" }, make("p", {}, text)));

    const draw_stopped = () => {
        overview = null;
        main.replaceChildren(
            make("h1", { tabindex: "-1" }, "The checker stopped"),
            make("p", {}, "It ran out of memory, or met a fault of its own. Your answers so far are kept."),
            make(
                "div",
                { class: "buttons" },
                button("Go on with the answers so far", restart, { class: "main" }),
                button("Save practice file", save_practice),
            ),
        );
        begin_at_top();
    };

    /** Begins anew with `file`, which may be null, and the checklists that were added. */
    const begin = (file) => {
        day = today();
        const answer = ask("begin", day, ...parts_of(checklists));
        if (answer.refusal) return answer;
        blank_text = answer.file.text;
        return file ? ask("load", file.name, file.text) : answer;
    };

    const restart = async () => {
        await start_program();
        guarded(() => {
            screen = begin(screen.file);
            draw();
            begin_at_top();
        })();
    };

    // As bytes: whether they are UTF-8 is for the program to say.
    const read_files = (input) =>
        Promise.all(
            [...input.files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        );
    const parts_of = (files) => files.flatMap(({ name, bytes, text }) => [name, bytes ?? text]);
    const text_of = ({ name, bytes, text }) => ({ name, text: text ?? decoder.decode(bytes) });

    // The same file can be chosen again after it was corrected.
    const on_files = (act) => async (event) => {
        const files = await read_files(event.target);
        event.target.value = "";
        if (files.length > 0) guarded(() => act(files))();
    };

    const open_practice = ([file]) => {
        if (is_unsaved() && !confirm("Your answers so far are not saved. Open the other file all the same?")) return;
        const answer = ask("load", file.name, file.bytes);
        if (answer.refusal) return show_refusal(`${file.name} was not opened`, answer.refusal);
        screen = answer;
        saved_text = file_text();
        draw();
        begin_at_top();
        if (screen.screen === "start") show_news(`${file.name} is open. It does not say yet what is in use.`);
    };

    const add_checklists = (files) =>
        use_checklists([...checklists.filter(({ name }) => !files.some((file) => file.name === name)), ...files]);

    /** Takes these checklists beside the built-in ones, if they have no mistakes and fit the answers so far. */
    const use_checklists = (wanted) => {
        const before = checklists;
        const kept = screen.file;
        const form = form_data();
        const is_new = kept.text === blank_text;
        checklists = wanted;
        const answer = begin(is_new ? null : kept);
        if (answer.refusal) {
            checklists = before;
            screen = begin(is_new ? null : kept);
            screen = is_new ? screen : ask("change", "products");
            return show_refusal("The checklists were not changed", answer.refusal);
        }
        checklists = checklists.map(text_of);
        screen = is_new ? answer : ask("change", "products");
        draw();
        fill_form(form);
        begin_at_top();
    };

    const open_overview = (files) => {
        const answer = ask("overview", ...parts_of(files));
        start_form = form_data();
        overview = answer.html;
        draw_overview();
        begin_at_top();
    };

    // ---- Saving

    const download = (name, text, type) => {
        const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
        make("a", { href: address, download: name }).click();
        setTimeout(() => URL.revokeObjectURL(address), 60000);
    };

    const save_practice = () => {
        download(screen.file.name, file_text(), type_of.yaml);
        saved_text = file_text();
    };

    const save_report = guarded(() => {
        const format = document.getElementById("format").value;
        const name = screen.file.name.replace(/\.ya?ml$/i, "") + "-report" + ending_of[format];
        download(name, ask("report", format).report, type_of[format]);
    });

    // `<` never stands in the data, so that no answer can end the element that holds it.
    const save_page = () => {
        const data = JSON.stringify({ file: screen.file, checklists }).replaceAll("<", "\\u003c");
        const place = /(<script type="application\/json" id="saved">)[^<]*/;
        const body = original.body.replace(place, (_, begin) => begin + data);
        const page =
            `<!doctype html>\n<html lang="en">\n<head>${original.head}</head>\n` +
            `<body>${body}<script>${original.script}<\/script>\n</body>\n</html>\n`;
        download("hipaa-check-my-answers.html", page, type_of.html);
        saved_text = file_text();
    };

    const save_buttons = () => [
        button("Save practice file", save_practice),
        button("Save this page with my answers", save_page),
    ];

    // ---- Start

    const choice = (type, name, option, checked, act) => {
        const id = new_id();
        return make(
            "div",
            { class: option.apart ? "choice apart" : "choice" },
            make("input", { type, name, id, value: option.value, ".checked": checked, onchange: act }),
            make("label", { for: id }, option.label, option.meaning ? make("small", {}, option.meaning) : null),
        );
    };

    const text_field = (label, name, value, settings = {}) => {
        const id = new_id();
        return make(
            "div",
            { class: "field" },
            make("label", { for: id }, label),
            make("input", { type: "text", id, name, ".value": value, autocomplete: "off", ...settings }),
        );
    };

    const file_field = (label, act, settings = {}) => {
        const id = new_id();
        return make(
            "div",
            { class: "field" },
            make("label", { for: id }, label),
            make("input", { type: "file", id, accept: ".yaml,.yml", onchange: on_files(act), ...settings }),
        );
    };

    const draw_start = () => {
        const legend = "What does the practice use, and what else do you want to go through?";
        const about = ({ is_product, effort }) =>
            [is_product ? "" : "a subject, not a product", effort].filter((text) => text).join("; ");
        const form = make(
            "form",
            { onsubmit: submit_start, novalidate: true },
            make(
                "fieldset",
                {},
                make("legend", {}, legend),
                ...screen.choices.map((one) =>
                    choice("checkbox", "products", { value: one.value, label: one.name, meaning: about(one) }, one.chosen),
                ),
                text_field("Other products that hold something about clients, with commas between", "other_products", "", {
                    class: "long",
                }),
            ),
            text_field("What the practice is called (optional; shown on the report)", "practice.name", screen.practice_name),
            make("div", { class: "buttons" }, main_button("Start"), screen.can_go_back ? back_button() : null),
        );
        show(
            "Check your practice",
            make(
                "p",
                {},
                "Answer what you know, one subject at a time. You get a report of what is in place, what needs action, " +
                    "and what is not answered yet, and a file with your answers to go on with another day.",
            ),
            form,
            make("h2", {}, "Go on with a file"),
            file_field("Open a practice file that was saved before", open_practice),
            make(
                "details",
                { ".open": checklists.length > 0 },
                make("summary", {}, "For consultants"),
                file_field("Add a checklist file", add_checklists, { multiple: true }),
                ...checklists.map(({ name }) => {
                    const others = () => use_checklists(checklists.filter((one) => one.name !== name));
                    return make("p", {}, `Added: ${name} `, button(`Remove ${name}`, guarded(others), { class: "small" }));
                }),
                file_field("Look at many practice files at once", open_overview, { multiple: true }),
                make(
                    "p",
                    { class: "soft" },
                    "To prepare a page for a client: choose what is in use, start, then save the page with the answers so far.",
                ),
            ),
        );
        start_drawn = written(form_data());
    };

    const form_data = () => new FormData(main.querySelector("form") ?? undefined);

    /** Ticks and types on the first screen what was there before it was drawn anew. */
    const fill_form = (before) => {
        for (const control of main.querySelectorAll("form input[name]")) {
            if (control.type === "checkbox") control.checked = before.getAll(control.name).includes(control.value);
            else control.value = before.get(control.name) ?? "";
        }
    };

    const submit_start = (event) => {
        event.preventDefault();
        const form = new FormData(event.target);
        const chosen = form.getAll("products");
        const dropped = screen.choices.filter(({ value, answers }) => answers > 0 && !chosen.includes(value));
        const names = dropped.map(({ name, answers }) => `${name} (${answers})`).join(", ");
        if (dropped.length > 0 && !confirm(`This removes the answers about: ${names}. Go on?`)) return;
        go("start", form.get("practice.name"), form.get("other_products"), ...chosen);
    };

    // ---- Questions

    const not_sure = { value: "unknown", label: "Not sure", apart: true };
    const none = { value: "none", label: "None of these" };

    const options_of = (question) => {
        const options = [...question.options];
        if (question.form === "several") options.push(none);
        if (question.form === "list")
            options.push(
                { value: "yes", label: "Yes, there is something to list" },
                { value: "none", label: "No, there is nothing to list" },
            );
        return [...options, not_sure];
    };

    const stands_alone = (question, value) =>
        value === "none" || value === "unknown" || question.options.some((one) => one.value === value && one.alone);

    const items_of = (key) => screen.questions.find((question) => question.key === key).items;
    const controls_of = (key) => [...main.querySelectorAll(`[name="${CSS.escape(key)}"]`)];
    const text_field_of = (key) => controls_of(key).find((control) => control.type === "text");
    const box_of = (key) => main.querySelector(`[data-key="${CSS.escape(key)}"]`);

    const say_wrong = (key, text) => {
        const box = box_of(key);
        if (text) wrong.set(key, text);
        else wrong.delete(key);
        box.querySelector(":scope > .wrong").textContent = text;
        const field = text_field_of(key);
        if (text) field?.setAttribute("aria-invalid", "true");
        else field?.removeAttribute("aria-invalid");
        box.querySelector(":scope > .unclear")?.remove();
        if (wrong.size === 0) main.querySelector(".summary")?.remove();
    };

    /** Gives an answer to the program, and shows what comes of it. */
    const answer = guarded((question, manner, ...given) => {
        const { key } = question;
        const reply = ask("answer", key, manner, ...given);
        if (reply.unclear) return show_readings(question, reply.unclear);
        say_wrong(key, reply.refusal ?? "");
        if (reply.refusal) return;
        const before = new Set(screen.questions.map((one) => one.key));
        const [, list, number] = /^(.*)\[(\d+)\]\./.exec(key) ?? [];
        if (list && number > items_of(list).length) open_items.delete(list);
        screen = reply;
        if (manner === "typed") text_field_of(key).dataset.sent = text_field_of(key).value;
        update_questions();
        const more = screen.questions.filter((one) => !before.has(one.key)).length;
        const news = more === 0 ? [] : [more === 1 ? "One more question follows below." : `${more} more questions follow below.`];
        const remark = box_of(key)?.querySelector(":scope > .remark");
        remark?.replaceChildren(...[...screen.said, ...news].map((text) => make("p", {}, text)));
    });

    const with_year = (value, meaning) => {
        const [year] = /^\d{4}(?=-\d\d-)/.exec(value) ?? [];
        return meaning && year ? `${meaning}, ${year}` : meaning || value;
    };

    const show_readings = (question, readings) => {
        const { key } = question;
        say_wrong(key, "This can be read in more than one way. Which one do you mean?");
        const box = box_of(key);
        const list = make(
            "div",
            { class: "unclear" },
            ...readings.map(({ value, meaning }) =>
                choice("radio", key, { value, label: with_year(value, meaning) }, false, () => answer(question, "typed", value)),
            ),
        );
        box.querySelector(":scope > .wrong").after(list);
    };

    const pick = (question, event) => {
        const { key } = question;
        const picked = event.target;
        const boxes = controls_of(key).filter((control) => control.type !== "text");
        if (question.form === "typed") {
            const field = text_field_of(key);
            field.value = field.dataset.sent = "";
        }
        if (question.form === "several" && picked.checked) {
            const alone = stands_alone(question, picked.value);
            for (const other of boxes)
                if (other !== picked && (alone || stands_alone(question, other.value))) other.checked = false;
        }
        if (question.form === "list") {
            // With items there, yes says that these are all.
            const begins = picked.value === "yes" && items_of(key).length === 0;
            if (begins) open_items.add(key);
            else open_items.delete(key);
            if (begins) return update_questions();
        }
        answer(question, "picked", ...boxes.filter((one) => one.checked).map((one) => one.value));
    };

    // What comes of an answer can move what is being clicked: while a button is held down, it has to wait.
    let is_held = false;
    const waiting = [];
    const when_still = (act) => {
        if (is_held) waiting.push(act);
        else act();
    };
    const send_waiting = () => waiting.splice(0).forEach((act) => act());
    document.addEventListener("pointerdown", () => (is_held = true), true);
    document.addEventListener(
        "click",
        (event) => {
            if (!event.target.closest("button")) return;
            send_waiting();
            // The second click of two is meant for what was there at the first one.
            if (event.detail > 1) event.preventDefault(), event.stopPropagation();
        },
        true,
    );
    for (const end of ["pointerup", "pointercancel"])
        document.addEventListener(end, () => {
            is_held = false;
            setTimeout(send_waiting);
        });

    const send_text = (question, field) => {
        if (!field.isConnected) return;
        if (field.value === (field.dataset.sent ?? "")) {
            if (!wrong.has(question.key)) return;
            say_wrong(question.key, "");
            return update_questions();
        }
        answer(question, "typed", field.value);
    };

    const question_box = (question) => {
        const { key, form } = question;
        const [where_id, hint_id, wrong_id] = [new_id(), new_id(), new_id()];
        const described = [question.where ? where_id : "", wrong_id].join(" ").trim();
        const type = form === "several" ? "checkbox" : "radio";
        const field = () => {
            const input = make("input", {
                type: "text",
                id: hint_id,
                name: key,
                autocomplete: "off",
                inputmode: question.numeric ? "decimal" : null,
                "aria-describedby": wrong_id,
                oninput: update_questions,
                onchange: (event) => when_still(() => send_text(question, event.target)),
            });
            return make("div", { class: "field" }, make("label", { for: hint_id }, question.hint || "Your answer"), input);
        };
        const box = make(
            "fieldset",
            { "data-key": key, "aria-describedby": described },
            make("legend", {}, question.ask),
            question.where ? make("p", { class: "where", id: where_id }, `Where to look: ${question.where}`) : null,
            make("p", { class: "wrong", id: wrong_id, role: "alert" }),
            form === "typed" ? field() : null,
            ...options_of(question).map((option) => choice(type, key, option, false, (event) => pick(question, event))),
            form === "list" ? make("div", { class: "items" }) : null,
            question.assumed ? make("p", { class: "soft" }, question.assumed) : null,
            question.why.length > 0
                ? make(
                      "details",
                      {},
                      make("summary", {}, "Why this is asked"),
                      ...question.why.map((line) => make("p", {}, line.trim())),
                  )
                : null,
            make("div", { class: "remark", role: "status" }),
        );
        return box;
    };

    /** Brings the box of a question up to date: what is picked, what stands in its field, its items. */
    const fill = (question, box) => {
        const { key } = question;
        const controls = [...box.querySelectorAll(`[name="${CSS.escape(key)}"]`)];
        const is_typed = controls.some((control) => control.type === "text" && is_unsent(control));
        const picked = is_typed ? [] : open_items.has(key) ? ["yes"] : question.given;
        for (const control of controls) {
            if (control.type !== "text") {
                control.checked = picked.includes(control.value);
            } else if (!wrong.has(key) && !is_typed) {
                control.value = question.text;
                control.dataset.sent = question.text;
            }
        }
        if (question.form === "list") fill_items(question, box.querySelector(":scope > .items"));
    };

    const fill_items = (list, place) => {
        const all = open_items.has(list.key) ? [...list.items, list.next_item] : list.items;
        const items = all.map((fields, index) => ({ key: `${list.key}[${index + 1}]`, fields, number: index + 1 }));
        keep_in_step(
            place,
            items,
            ({ number }) =>
                make(
                    "div",
                    { class: "item", role: "group", "aria-label": `${list.ask} ${number}.` },
                    make("p", {}, make("strong", {}, `${number}.`)),
                    make("div", { class: "fields" }),
                    button(`Remove ${number}.`, () => remove_item(list.key, number), { class: "small" }),
                ),
            (item, box) => keep_in_step(box.querySelector(".fields"), item.fields, question_box, fill, look_of),
            () => "",
        );
        place.querySelector(":scope > button")?.remove();
        if (list.items.length > 0 && !open_items.has(list.key)) place.append(button("Add another", () => add_item(list.key)));
    };

    const add_item = (key) => {
        open_items.add(key);
        update_questions();
        const items = box_of(key).querySelectorAll(".item");
        items[items.length - 1].querySelector("input").focus();
    };

    const remove_item = guarded((key, number) => {
        if (number > items_of(key).length) {
            open_items.delete(key);
        } else {
            const reply = ask("remove", key, String(number));
            if (reply.refusal) return say_wrong(key, reply.refusal);
            screen = reply;
        }
        update_questions();
        controls_of(key)[0].focus();
    });

    /**
     * Makes the children of `place` those of `parts`, in their order: one that is there and looks the same stays, so that
     * it keeps the focus. A part is known by its `key`; `look` says what it looks like, but for what `fill_in` sets.
     */
    const keep_in_step = (place, parts, build, fill_in, look) => {
        const there = new Map([...place.children].filter((one) => one.dataset.key).map((one) => [one.dataset.key, one]));
        const focused = document.activeElement;
        let last = null;
        for (const part of parts) {
            const wanted = look(part);
            let box = there.get(part.key);
            if (!box || box.dataset.look !== wanted) {
                const fresh = build(part);
                fresh.dataset.key = part.key;
                fresh.dataset.look = wanted;
                box?.remove();
                box = fresh;
            }
            there.delete(part.key);
            const next = last ? last.nextElementSibling : place.firstElementChild;
            if (next !== box) place.insertBefore(box, next);
            fill_in(part, box);
            last = box;
        }
        for (const gone of there.values()) gone.remove();
        if (!focused || focused.isConnected || !focused.name) return;
        const again = controls_of(focused.name).find((one) => one.type === focused.type && one.value === focused.value);
        (again ?? main.querySelector("h1")).focus({ preventScroll: Boolean(again) });
    };

    // Reasons may come and go with other answers; they are not worth a new box.
    const look_of = ({ ask, where, hint, options, form }) => JSON.stringify([ask, where, hint, form, options]);

    const update_questions = () => {
        main.querySelector(".progress").textContent = screen.progress;
        keep_in_step(main.querySelector(".questions"), screen.questions, question_box, fill, look_of);
    };

    const back_button = () => button("Back", () => go("back"));
    const review_button = () => button("Check my answers", () => leave_questions("review"));

    const draw_questions = () => {
        show(
            capitalized(screen.subject),
            make("p", { class: "progress" }),
            make(
                "form",
                { onsubmit: submit_questions, novalidate: true },
                make("div", { class: "questions" }),
                make("div", { class: "buttons" }, main_button("Continue"), back_button(), review_button()),
            ),
            make("div", { class: "buttons" }, ...save_buttons()),
        );
        update_questions();
    };

    const then = (question) => (/[?.:]$/.test(question) ? question : `${question}:`);
    const questions_are = (count) => (count === 1 ? "1 question is" : `${count} questions are`);
    const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);

    const submit_questions = (event) => {
        event.preventDefault();
        leave_questions("continue");
    };

    // What is wrong is shown once; whoever then goes on with the same replies leaves it unanswered.
    const leave_questions = (request) => {
        for (const field of main.querySelectorAll(".field input[name]")) field.dispatchEvent(new Event("change"));
        const now = JSON.stringify([...wrong].map(([key, text]) => [key, text, text_field_of(key)?.value]));
        if (wrong.size > 0 && now === warned) guarded(() => [...wrong.keys()].forEach((key) => ask("answer", key, "picked", "unknown")))();
        if (wrong.size === 0 || now === warned) return go(request);
        warned = now;
        const lead_to = (key) => (event) => {
            event.preventDefault();
            controls_of(key)[0].focus();
        };
        show_summary(
            "Some answers could not be read",
            make(
                "ul",
                {},
                ...[...wrong].map(([key, text]) => {
                    const settings = { href: `#${controls_of(key)[0].id}`, onclick: lead_to(key) };
                    const question = box_of(key).querySelector("legend").textContent;
                    return make("li", {}, make("a", settings, then(question)), ` ${text}`);
                }),
            ),
            make("p", {}, "Correct them, or go on: then they count as not sure."),
        );
    };

    // ---- Check your answers

    const answer_row = (row) =>
        make(
            "div",
            { "data-row": row.key },
            make("dt", {}, row.ask),
            make(
                "dd",
                { class: row.is_there ? null : "open" },
                row.answer,
                row.items.length > 0
                    ? make(
                          "ul",
                          {},
                          ...row.items.map((fields) =>
                              make("li", {}, fields.map((field) => `${then(field.ask)} ${field.answer}`).join("; ")),
                          ),
                      )
                    : null,
            ),
            make(
                "dd",
                { class: "change" },
                button(row.is_there ? "Change" : "Answer", () => go("change", row.key), {
                    class: "small",
                    "aria-label": `${row.is_there ? "Change" : "Answer"}: ${row.ask}`,
                }),
            ),
        );

    const answer_list = (answers) =>
        answers.length > 0 ? make("dl", { class: "answers" }, ...answers.map(answer_row)) : null;

    const decision_part = (one) => [
        make("h3", {}, one.title || one.accepts),
        make("p", {}, one.because),
        make("p", { class: "soft" }, `${one.accepts}, decided on ${one.decided_on}${one.by ? ` by ${one.by}` : ""}; to be reviewed by ${one.review_by}.`),
    ];

    const draw_review = () => {
        const in_use = {
            key: "products",
            ask: "What is in use",
            is_there: screen.in_use.length > 0,
            answer: screen.in_use.join(", ") || "Not answered",
            items: [],
        };
        const open = screen.open;
        const confirmed_before = screen.confirmed_on && !screen.is_confirmed ? `Last confirmed on ${screen.confirmed_on}. ` : "";
        show(
            "Check your answers",
            make(
                "p",
                {},
                open === 0
                    ? "Every question that can change a result is answered."
                    : `${questions_are(open)} not answered yet. The report lists what depends on ${open === 1 ? "it" : "them"}.`,
            ),
            open > 0 ? make("div", { class: "buttons" }, button("Go through the open questions", () => go("resume"))) : null,
            ...screen.contradictions.map((text) => make("div", { class: "remark" }, text)),
            answer_list([in_use]),
            ...screen.sections
                .filter(({ answers, not_counted }) => answers.length + not_counted.length > 0)
                .flatMap(({ title, answers, not_counted }) => [
                    make("h2", {}, title),
                    answer_list(answers),
                    ...not_counted.flatMap((group) => [make("p", { class: "soft" }, group.why), answer_list(group.answers)]),
                ]),
            ...(screen.decisions.length > 0
                ? [make("h2", {}, "Decisions in your file"), ...screen.decisions.flatMap(decision_part)]
                : []),
            make(
                "fieldset",
                {},
                make("legend", {}, "Are these answers still true?"),
                make(
                    "p",
                    { class: "where" },
                    `${confirmed_before}Answers that nobody has confirmed lately do not count as in place.`,
                ),
                choice(
                    "checkbox",
                    "confirmed_on",
                    { value: "yes", label: `All of this is still true as of today, ${screen.today}` },
                    screen.is_confirmed,
                    confirm_answers,
                ),
                make("p", { class: "wrong", role: "alert" }),
            ),
            make(
                "div",
                { class: "buttons" },
                button("Show the report", () => go("show_report"), { class: "main" }),
                back_button(),
            ),
            make("div", { class: "buttons" }, ...save_buttons()),
        );
    };

    const confirm_answers = guarded((event) => {
        const reply = ask("confirm", event.target.checked ? "yes" : "no");
        main.querySelector("fieldset > .wrong").textContent = reply.refusal ?? "";
        if (reply.refusal) event.target.checked = !event.target.checked;
        else screen = reply;
    });

    // ---- The report

    // A link within the report would lead to this page, whose address the frame has.
    const lead_inside = (inside, event) => {
        const link = event.target.closest('a[href^="#"]');
        if (!link) return;
        event.preventDefault();
        const goal = inside.getElementById(link.getAttribute("href").slice(1));
        for (let box = goal?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
        goal?.setAttribute("tabindex", "-1");
        goal?.focus({ preventScroll: true });
        goal?.scrollIntoView();
    };

    // It cannot run anything, and its other links open beside it.
    const report_frame = (html) => {
        const frame = make("iframe", { title: "The report", sandbox: "allow-same-origin allow-popups allow-modals" });
        const fit = () => {
            frame.style.height = `${frame.contentDocument.documentElement.offsetHeight + 4}px`;
        };
        frame.addEventListener("load", () => {
            const inside = frame.contentDocument;
            inside.addEventListener("click", (event) => lead_inside(inside, event));
            for (const link of inside.querySelectorAll('a[href^="http"]')) {
                link.target = "_blank";
                link.rel = "noopener noreferrer";
            }
            new ResizeObserver(fit).observe(inside.documentElement);
            fit();
        });
        frame.srcdoc = html;
        return frame;
    };

    const report_parts = (html) => [
        make("p", { class: "on-paper" }, "To print the report, use the button Print on this page."),
        report_frame(html),
    ];

    const print_button = () =>
        button("Print", () => {
            const { contentWindow } = main.querySelector("iframe");
            contentWindow.focus();
            contentWindow.print();
        });

    // The report speaks of the file; what there is to do about it here stands above it.
    const report_news = () => {
        const { open, is_confirmed, contradictions } = screen;
        const news = (text, name, act) => make("div", { class: "remark" }, make("p", {}, text), button(name, act, { class: "small" }));
        return [
            is_confirmed ? null : news("Nobody has said yet that these answers are true.", "Confirm the answers", () => go("review")),
            open > 0 ? news(`${questions_are(open)} not answered yet.`, "Go through the open questions", () => go("resume")) : null,
            contradictions.length > 0 ? news("Some answers do not fit each other.", "Look at the answers", () => go("review")) : null,
        ];
    };

    const draw_report = () => {
        const id = "format";
        show(
            "The report",
            make(
                "div",
                { class: "buttons" },
                back_button(),
                print_button(),
                make(
                    "div",
                    { class: "field" },
                    make("label", { for: id }, "Save as"),
                    make(
                        "select",
                        { id },
                        make("option", { value: "html" }, "a page (HTML)"),
                        make("option", { value: "markdown" }, "Markdown"),
                        make("option", { value: "text" }, "plain text"),
                    ),
                ),
                button("Save report", save_report, { class: "main" }),
            ),
            ...report_news(),
            make("p", {}, "Where the report names a line or a key of the file, change that answer under Check my answers."),
            ...report_parts(screen.html),
            make("div", { class: "buttons" }, button("Check my answers", () => go("review")), ...save_buttons()),
        );
    };

    const draw_overview = () => {
        show(
            "Many practices",
            make(
                "div",
                { class: "buttons" },
                button("Back", close_overview),
                print_button(),
                button("Save report", () => download("overview.html", overview, type_of.html), { class: "main" }),
            ),
            ...report_parts(overview),
        );
    };

    const close_overview = () => {
        overview = null;
        draw();
        fill_form(start_form);
        begin_at_top();
    };

    // ---- Beginning

    window.addEventListener("beforeunload", (event) => {
        if (is_unsaved()) event.preventDefault();
    });

    const begin_page = async () => {
        if (!("DecompressionStream" in window))
            throw new Error("this browser is too old for it; a version of 2023 or later can run it");
        await unpack();
        await start_program();
        const saved = JSON.parse(document.getElementById("saved").textContent);
        checklists = saved?.checklists ?? [];
        const answer = begin(saved?.file ?? null);
        if (answer.refusal) {
            checklists = [];
            screen = begin(null);
        } else {
            screen = answer;
        }
        saved_text = file_text();
        draw();
        performance.mark("ready");
        if (!answer.refusal) return;
        show_refusal("The answers in this page cannot be read", answer.refusal);
        const keep = () => download(saved.file.name, saved.file.text, type_of.yaml);
        main.querySelector(".summary").append(button("Save these answers as a file", keep));
    };

    begin_page().catch((error) => {
        document.getElementById("waiting")?.replaceChildren(`The checker cannot run here: ${error.message}.`);
    });
})();
