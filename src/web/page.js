/*
 * page.js - files in, the core's answers on the page
 *
 * Files are handed one by one to a worker that holds the core (worker.js).
 * Of each file the page keeps the answers: the findings, the data and the
 * part (kpibook.part/1), from which all files together are merged. Should
 * the core stop, only its worker is lost: a new one takes the next file.
 */
const $ = id => document.getElementById(id);
const files = new Map(); /* name -> entry; see addFile() */
const state = {
    english: false, plan: null, planTitle: "", whole: null, running: false,
    stopped: false, again: false,
};

const word = key => words[key][state.english ? 1 : 0];
const language = () => state.english ? "en" : "ja";

/* ---- Files and plan ----------------------------------------------------- */

const isPlan = name => /\.ya?ml$/i.test(name);
const isWorkbook = name => /\.xls[xm]$/i.test(name);
const isHidden = name => name.startsWith(".") || name.startsWith("~$");

/* A file of a name that is there already takes its place: mended, dropped
 * again. */
function addFile(name, file) {
    const old = files.get(name);
    const entry = { name, file, report: null, data: null, part: null,
                    crash: "", readable: false, done: false, open: false,
                    view: make("article", "file") };
    files.set(name, entry);
    if (old)
        old.view.replaceWith(entry.view);
    else
        $("list").append(entry.view);
    showFile(entry);
}

async function setPlan(name, bytes) {
    try {
        await core.ask("plan", { name, bytes });
        state.plan = { name, bytes };
    } catch (error) {
        alarm(`${word("planWrong")}: ${error.message}`);
        return;
    }
    alarm("");
    const { findings } = await core.ask("merge", { parts: [] });
    state.planTitle = readJson(findings).plan || name;
    for (const entry of files.values())
        addFile(entry.name, entry.file);
    showPlan();
    run();
}

async function take(list) {
    performance.mark("taken");
    for (const { name, file } of list.filter(({ name }) => isPlan(name)))
        await setPlan(name, new Uint8Array(await file.arrayBuffer()));
    for (const { name, file } of list.filter(({ name }) => !isPlan(name)))
        addFile(name, file);
    run();
}

/* What a folder gives: workbooks only, and no lock files of open ones. */
const fromFolder = path => isWorkbook(path) &&
    !path.split("/").some(isHidden);

/* Every workbook below a dropped folder, named from inside the folder on. */
async function walk(folder, inner, list) {
    for await (const one of folder.values()) {
        const name = inner + one.name;
        if (one.kind === "directory")
            await walk(one, `${name}/`, list);
        else if (fromFolder(name))
            list.push({ name, file: await one.getFile() });
    }
}

/* The drop's items are gone once this waits: all are asked for first. */
async function takeDropped(transfer) {
    const list = [...transfer.files].map(file => ({ name: file.name, file }));
    const handles = [...transfer.items].map(item =>
        item.getAsFileSystemHandle ? item.getAsFileSystemHandle() : null);
    const folder = [...transfer.items].map(item => item.webkitGetAsEntry &&
        item.webkitGetAsEntry()?.isDirectory);
    const found = list.filter((_, i) => !folder[i]);
    try {
        for (const i of folder.keys())
            if (folder[i])
                await walk(await handles[i], "", found);
    } catch (error) {
        alarm(word("folderClosed"));
    }
    return take(found);
}

/* ---- The run: file after file, then all together ------------------------ */

async function checkFile(entry) {
    try {
        const { name, file } = entry;
        const answer = await core.ask("check", { name, file });
        entry.report = readJson(answer.findings).files[0];
        entry.data = new Blob([answer.data], { type: "application/json" });
        entry.readable = !readJson(answer.data).sources[0].unreadable;
        entry.part = new Blob([answer.part]);
        entry.crash = "";
    } catch (error) {
        if (state.stopped)
            return;
        entry.crash = error.message;
    }
    entry.done = true;
}

const parts = () => [...files.values()].filter(entry => entry.part)
    .map(entry => entry.part);

async function mergeFiles() {
    const answer = await core.ask("merge", { parts: parts() });
    const report = readJson(answer.findings);
    state.whole = {
        report,
        findings: new Blob([answer.findings], { type: "application/json" }),
        data: new Blob([answer.data], { type: "application/json" }),
    };
    for (const one of report.files) {
        const entry = files.get(one.file);
        if (entry)
            entry.report = one;
    }
}

/* Checks what is not done yet. One run at a time; more files join it. */
async function run() {
    if (state.running) {
        state.again = true;
        return;
    }
    state.running = true;
    state.stopped = false;
    state.whole = null;
    $("results").hidden = files.size === 0;
    for (let entry; !state.stopped && (entry = nextFile());) {
        showProgress(word("reading"), entry.name);
        await checkFile(entry);
        if (files.get(entry.name) === entry) {
            entry.open = entry.open || files.size === 1;
            showFile(entry);
            performance.mark("first-finding");
        }
    }
    if (!state.stopped && parts().length > 0) {
        showProgress(word("merging"), "");
        try {
            await mergeFiles();
        } catch (error) {
            if (!state.stopped)
                alarm(`${word("crashed")}: ${error.message}`);
        }
    }
    state.running = false;
    showAll();
    if (state.again && !state.stopped) {
        state.again = false;
        run();
    }
}

const nextFile = () => [...files.values()].find(entry => !entry.done);

/* ---- Showing ------------------------------------------------------------ */

function alarm(text) {
    $("alarm").textContent = text;
    $("alarm").hidden = text === "";
}

function showWords() {
    document.documentElement.lang = language();
    document.title = word("title");
    for (const element of document.querySelectorAll("[data-word]"))
        element.textContent = word(element.dataset.word);
    $("language").lang = word("languageOf");
    showPlan();
}

function showPlan() {
    $("plan-title").textContent = state.planTitle || word("planNone");
}

function showProgress(what, name) {
    const done = [...files.values()].filter(entry => entry.done).length;
    $("progress").hidden = false;
    $("bar").max = files.size + 1;
    $("bar").value = done;
    $("status").textContent =
        `${what} (${done}/${files.size}) ${name}`.trim();
}

const verdictOf = entry => entry.crash ? "crashed"
    : entry.report ? entry.report.verdict : "waiting";

function showTotals() {
    const list = [...files.values()];
    const count = verdict =>
        list.filter(entry => verdictOf(entry) === verdict).length;
    const texts = [`${list.length} ${word("files")}`];
    $("totals").replaceChildren(
        make("p", "count", `${list.length} ${word("files")}`));
    for (const verdict of ["accepted", "rejected", "crashed", "waiting"]) {
        if (count(verdict) === 0)
            continue;
        texts.push(`${word(verdict)} ${count(verdict)}`);
        $("totals").append(make("p", `count ${verdict}`,
            make("span", "mark"), `${word(verdict)} `,
            make("b", "", String(count(verdict)))));
    }
    $("status").textContent = word(state.stopped ? "stopped" : "finished") +
        texts.join(state.english ? ", " : "、");
    $("filter").hidden = count("rejected") === 0 || list.length < 2;
}

function showActions() {
    const row = [];
    if (state.whole) {
        const { data, findings } = state.whole;
        if (state.plan)
            row.push(button(word("summary"), event =>
                saveMade(event.target, "summary", { parts: parts() },
                         `${word("summaryName")}.xlsx`), "main"));
        else if (files.size > 1)
            row.push(make("p", "note", word("summaryNeedsPlan")));
        row.push(button(word("data"),
                        () => save(data, `${word("dataName")}.json`)),
                 button(word("findingsData"),
                        () => save(findings, `${word("findingsName")}.json`)));
    }
    if (nextFile())
        row.push(button(word("resume"), run, "main"));
    row.push(button(word("print"), () => print()),
             button(word("clear"), clearAll));
    $("actions").replaceChildren(...row);
}

function showAll() {
    $("progress").hidden = true;
    $("results").hidden = files.size === 0;
    showTotals();
    showActions();
    const across = state.whole ? state.whole.report.findings : [];
    $("across").hidden = across.length === 0;
    $("across").replaceChildren(make("h3", "", word("across")),
                                ...findingGroups(across));
    for (const entry of files.values())
        showFile(entry);
}

/* Heading of a file; what it holds is made when it is opened. */
function showFile(entry) {
    const verdict = verdictOf(entry);
    const box = make("details", "");
    const counts = make("span", "counts");
    for (const severity of ["error", "warning", "notice"]) {
        const n = entry.report ? entry.report.findings
            .filter(finding => finding.severity === severity).length : 0;
        if (n > 0)
            counts.append(make("span", severity, `${word(severity)} ${n}`));
    }
    box.append(make("summary", "",
        make("h3", "name", entry.name),
        make("span", `badge ${verdict}`, make("span", "mark"), word(verdict)),
        counts));
    box.addEventListener("toggle", () => {
        entry.open = box.open;
        if (box.open && box.childElementCount === 1)
            box.append(fileBody(entry));
    });
    box.open = entry.open;
    if (entry.open)
        box.append(fileBody(entry));
    entry.view.dataset.verdict = verdict;
    entry.view.replaceChildren(box);
}

function fileBody(entry) {
    const body = make("div", "body");
    if (entry.crash)
        body.append(make("p", "", word("crashedMore")),
                    make("p", "note", entry.crash));
    if (!entry.report)
        return body;
    if (entry.report.department)
        body.append(make("p", "department", make("b", "", word("department")),
                         ` ${entry.report.department}`));
    const base = entry.name.replace(/^.*\//, "").replace(/\.\w+$/, "");
    const actions = make("div", "actions");
    if (isWorkbook(entry.name))
        actions.append(button(word("annotate"), event => saveMade(event.target,
            "annotate", { name: entry.name, file: entry.file },
            base + word("annotatedName") + entry.name.slice(-5))));
    actions.append(button(word("data"),
                          () => save(entry.data, `${base}.json`)));
    if (entry.readable)
        body.append(actions);
    if (entry.report.findings.length === 0)
        body.append(make("p", "none", word("noFindings")));
    body.append(...findingGroups(entry.report.findings));
    if (entry.readable)
        body.append(ratesBox(entry));
    return body;
}

/* ---- Downloads ---------------------------------------------------------- */

function save(blob, name) {
    const link = make("a", "");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/* A workbook that the core makes only when it is asked for. */
async function saveMade(from, run, request, name) {
    from.disabled = true;
    $("status").textContent = `${word("writing")} ${name}`;
    try {
        const { workbook } = await core.ask(run, request);
        save(new Blob([workbook], { type: "application/vnd.openxmlformats-" +
            "officedocument.spreadsheetml.sheet" }), name);
        $("status").textContent = name;
        alarm("");
    } catch (error) {
        alarm(`${word("failed")}: ${name}: ${error.message}`);
    }
    from.disabled = false;
}

/* ---- Hands on the page --------------------------------------------------- */

function clearAll() {
    files.clear();
    state.whole = null;
    $("list").replaceChildren();
    $("status").textContent = "";
    $("results").hidden = true;
    $("files").focus();
}

/* The core speaks the other language: the same parts, asked again. */
async function switchLanguage() {
    state.english = !state.english;
    showWords();
    if (files.size === 0 || state.running)
        return;
    state.running = true;
    try {
        if (parts().length > 0)
            await mergeFiles();
    } catch (error) {
        alarm(`${word("crashed")}: ${error.message}`);
    }
    state.running = false;
    showAll();
}

function listenToHands() {
    const choose = (id, act) => $(id).addEventListener("change", event => {
        act([...event.target.files].map(file => ({ name: file.name, file })));
        event.target.value = "";
    });
    choose("files", take);
    choose("plan-file", take);
    $("folder").addEventListener("change", event => {
        take([...event.target.files].map(file => ({
            name: file.webkitRelativePath.replace(/^[^/]*\//, ""), file,
        })).filter(({ name }) => fromFolder(name)));
        event.target.value = "";
    });
    $("language").addEventListener("click", switchLanguage);
    $("stop").addEventListener("click", () => {
        state.stopped = true;
        core.drop(null);
    });
    $("only").addEventListener("change", event =>
        $("list").classList.toggle("only-rejected", event.target.checked));
    addEventListener("dragover", event => {
        event.preventDefault();
        $("drop").classList.add("over");
    });
    addEventListener("dragleave", event => {
        if (!event.relatedTarget)
            $("drop").classList.remove("over");
    });
    addEventListener("drop", event => {
        event.preventDefault();
        $("drop").classList.remove("over");
        takeDropped(event.dataTransfer);
    });
    /* On paper everything that matters is open. */
    addEventListener("beforeprint", () => {
        for (const box of document.querySelectorAll("#list > article > details"))
            box.open = true;
    });
}

async function begin() {
    showWords();
    listenToHands();
    try {
        await core.compile();
    } catch (error) {
        alarm(`${word("unsupported")} (${error.message})`);
        return;
    }
    const plan = $("plan");
    if (plan.textContent.trim() !== "")
        await setPlan(plan.dataset.name, core.decode(plan.textContent));
    else
        await core.wake();
}

begin();
