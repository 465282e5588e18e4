/*
 * test_page.js - the page in a real browser
 *
 *     node test_page.js PLAIN.HTML PLANNED.HTML
 *
 * PLANNED is built with the plan of samples/kitakyushu inside. What the page
 * shows and gives is compared with the command line (cli.js). SHOTS=DIR
 * keeps screenshots, MANY=1000 sets the number of files of the long run.
 */
"use strict";

const assert = require("assert");
const fs = require("fs");
const net = require("net");
const os = require("os");
const path = require("path");
const { pathToFileURL } = require("url");
const cli = require("./cli.js");
const { Browser, sleep } = require("./webdriver.js");

const [plain, planned] = process.argv.slice(2)
    .map(file => pathToFileURL(path.resolve(file)).href);
const city = "samples/kitakyushu";
const plan = `${city}/plan.yaml`;
const one = `${city}/産業経済局.xlsx`;
const all = fs.readdirSync(city).filter(name => name.endsWith(".xlsx")).sort()
    .map(name => `${city}/${name}`);
const many = Number(process.env.MANY || 200);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kpibook-web-files-"));

let browser, asked = [];

const text = selector => browser.run(
    "return document.querySelector(arguments[0])?.innerText", selector);
const idle = ms => browser.until(
    "document.getElementById('progress').hidden && " +
    "!document.getElementById('results').hidden", ms);
const ready = () => browser.until(
    "document.getElementById('core') === null");
const alarm = () => text("#alarm");
const openAll = () => browser.run(
    `for (const box of document.querySelectorAll("#list details"))
         box.open = true;`);
const messages = () => browser.runAsync(
    `const done = arguments[0];
     for (const box of document.querySelectorAll("#list > article > details"))
         box.open = true;
     setTimeout(() => done([...document.querySelectorAll(".message")]
         .map(one => one.textContent)), 200);`);

async function fresh(page = planned) {
    await browser.go(page);
    await ready();
    if (page === planned)
        await browser.until("/総合戦略/.test(document.getElementById(" +
                            "'plan-title').textContent)");
}

async function shot(name) {
    if (process.env.SHOTS)
        await browser.screenshot(path.join(process.env.SHOTS, `${name}.png`));
}

/* The page shows findings by severity; the order within one is the core's. */
function told(json) {
    const { files } = JSON.parse(json);
    return files.flatMap(file => ["error", "warning", "notice"].flatMap(
        severity => file.findings.filter(f => f.severity === severity)
            .map(f => f.message)));
}

function write(name, bytes) {
    const file = path.join(scratch, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
    return file;
}

const tests = {
    async "shows the findings of a chosen file, as the command line"() {
        await fresh();
        await browser.choose("#files", [one]);
        await idle();
        assert.deepStrictEqual(await messages(),
            told(cli.findings(plan, [one])));
        assert.match(await text(".badge"), /受理できます/);
        await openAll();
        await sleep(300);
        assert.match(await text(".rates table"), /305 ÷ \(1,000 × 2\/5\)/);
        await shot("one");
    },

    async "shows the first finding within a second, from a cold start"() {
        await browser.go(plain);
        await browser.choose("#files", [one]);
        await idle();
        const ms = await browser.run(`
            const at = name => performance.getEntriesByName(name)[0].startTime;
            return [at("first-finding") - at("taken"), at("first-finding")];`);
        console.log(`    first finding ${Math.round(ms[0])} ms after the drop`);
        assert.ok(ms[0] < 1000, `${ms[0]} ms`);
    },

    async "takes files that are dragged onto it, and folders"() {
        await fresh();
        await browser.drag("#drop", all.slice(0, 3));
        await browser.until("document.querySelectorAll('.badge').length === 3");
        await idle();
        const folder = path.dirname(write("組織/文化局/a.xlsx",
                                          fs.readFileSync(one)));
        write("組織/スポーツ局/a.xlsx", fs.readFileSync(all[1]));
        write("組織/スポーツ局/~$a.xlsx", "lock");
        write("組織/スポーツ局/notes.txt", "no workbook");
        await browser.drag("#drop", [path.dirname(folder)]);
        await browser.until("document.querySelectorAll('.badge').length === 5");
        await idle();
        assert.match(await text("#list"), /スポーツ局\/a\.xlsx/);
        await fresh();
        await browser.choose("#folder", [path.dirname(folder)]);
        await browser.until("document.querySelectorAll('.badge').length === 2");
        assert.match(await text("#list"), /文化局\/a\.xlsx/);
    },

    async "compares all files with each other"() {
        await fresh();
        await browser.choose("#files", all);
        await idle();
        assert.deepStrictEqual(await messages(),
                               told(cli.findings(plan, all)));
        await shot("all");
    },

    async "gives the bytes that the command line gives"() {
        const want = { "データ.json": cli.data(plan, all),
                       "公式集計表.xlsx": cli.summary(plan, all),
                       "指摘一覧.json": cli.findings(plan, all) };
        const word = { "データ.json": "データ", "公式集計表.xlsx": "公式",
                       "指摘一覧.json": "指摘一覧" };
        for (const name of Object.keys(want)) {
            await browser.run(`[...document.querySelectorAll(
                "#actions button")].find(one => one.textContent.startsWith(
                arguments[0])).click()`, word[name]);
            assert.ok(want[name].equals(await browser.downloaded(name)), name);
        }
        await browser.run(`document.querySelectorAll(
            "article .actions")[0].lastChild.click()`);
        const first = path.basename(all[0], ".xlsx");
        assert.ok(cli.data(plan, [all[0]]).equals(
            await browser.downloaded(`${first}.json`)));
    },

    async "gives the annotated copy that the command line gives"() {
        await fresh();
        await browser.choose("#files", [one]);
        await idle();
        await browser.click("article .actions button");
        assert.ok(cli.annotated(plan, one).equals(
            await browser.downloaded("産業経済局_指摘.xlsx")));
    },

    async "tells what is wrong with files that are no workbooks"() {
        const bytes = fs.readFileSync(one);
        const files = [
            write("空.xlsx", ""), write("文書.xlsx", "なにかの文書\n"),
            write("途中.xlsx", bytes.subarray(0, bytes.length / 2)),
            write("旧形式.xlsx", Buffer.concat([Buffer.from(
                "d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096)])),
            write("<b>&amp;.xlsx", "<script>alert(1)</script>"),
        ];
        await fresh();
        await browser.choose("#files", files);
        await idle();
        const found = JSON.parse(cli.findings(plan, files));
        const order = files.map(file => found.files.find(
            f => f.file === path.basename(file)));
        assert.deepStrictEqual(await messages(),
                               told(JSON.stringify({ files: order })));
        assert.match(await text("#totals"), /修正が必要です 5/);
        await shot("wrong");
    },

    async "goes on with the next file when the core stops"() {
        const { identifier } = await browser.cdp(
            "Page.addScriptToEvaluateOnNewDocument", { source: `(() => {
            const RealBlob = Blob;
            const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2,
                          1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
            globalThis.Blob = class extends RealBlob {
                constructor(parts, options) {
                    super(options && options.type === "text/javascript"
                        ? [...parts, "\\n(" + String(trapping) + ")([" + trap +
                           "]);"] : parts, options);
                }
            };
            function trapping(bytes) {
                const module = new WebAssembly.Module(new Uint8Array(bytes));
                const { t } = new WebAssembly.Instance(module).exports;
                const real = openCore;
                openCore = core => {
                    const made = real(core), check = made.check;
                    made.check = async request => request.name === "罠.xlsx"
                        ? t() : check(request);
                    return made;
                };
            }
        })()` });
        await fresh();
        const file = write("罠.xlsx", fs.readFileSync(one));
        await browser.choose("#files", [all[0], file, all[1]]);
        await idle();
        await messages();
        assert.match(await text("#totals"), /受理できます 2/);
        assert.match(await text("#list"), /プログラムが止まりました/);
        assert.match(await text("#list"), /unreachable/);
        await browser.cdp("Page.removeScriptToEvaluateOnNewDocument",
                          { identifier });
        await shot("crash");
    },

    async "speaks English by a switch, and the core with it"() {
        await fresh();
        await browser.choose("#files", [one]);
        await idle();
        await browser.click("#language");
        await browser.until("document.documentElement.lang === 'en'");
        await browser.until("/Done/.test(document.getElementById(" +
                            "'status').textContent)");
        assert.deepStrictEqual(await messages(),
            told(cli.findings(plan, [one], "en")));
        assert.match(await text("h1"), /Check a KPI workbook/);
        await shot("english");
    },

    async "takes a plan that is dropped, and reads all files anew"() {
        await fresh(plain);
        await browser.choose("#files", [one]);
        await idle();
        assert.deepStrictEqual(await messages(),
                               told(cli.findings(null, [one])));
        await browser.drag("#drop", [plan]);
        await browser.until("/総合戦略/.test(document.getElementById(" +
                            "'plan-title').textContent)");
        await sleep(100);
        await idle();
        assert.deepStrictEqual(await messages(),
                               told(cli.findings(plan, [one])));
    },

    async "names line and column of a wrong plan and keeps the old one"() {
        await fresh();
        await browser.choose("#plan-file",
                             [write("plan.yaml", "title: x\nbands: [\n")]);
        await browser.until("!document.getElementById('alarm').hidden");
        assert.match(await alarm(), /plan\.yaml:\d+:\d+: /);
        assert.match(await text("#plan-title"), /総合戦略/);
    },

    async "is used by keyboard, and every control has a name"() {
        await fresh();
        const names = [];
        for (let i = 0; i < 4; i++) {
            await browser.keys("\uE004");
            names.push(await browser.run("return document.activeElement.id"));
        }
        assert.deepStrictEqual(names, ["language", "files", "folder", "plan-file"]);
        await browser.choose("#files", [one]);
        await idle();
        await openAll();
        const { nodes } = await browser.cdp("Accessibility.getFullAXTree");
        const controls = nodes.filter(node => !node.ignored && /^(button|link|checkbox|progressbar|DisclosureTriangle|table)$/
            .test(node.role?.value));
        assert.ok(controls.length > 10, `${controls.length} controls`);
        for (const node of controls)
            assert.ok(node.name?.value, JSON.stringify(node.role));
    },

    async "has contrast of 4.5 and more, by day and by night"() {
        for (const value of ["light", "dark"]) {
            await browser.cdp("Emulation.setEmulatedMedia", { features: [
                { name: "prefers-color-scheme", value }] });
            await fresh();
            await browser.choose("#files", [one, write("空.xlsx", "")]);
            await idle();
            await openAll();
            await sleep(400);
            const low = await browser.run(lowContrast);
            assert.deepStrictEqual(low, []);
            await shot(value);
        }
        await browser.cdp("Emulation.setEmulatedMedia", { features: [] });
    },

    async "fits a narrow screen and prints"() {
        await browser.cdp("Emulation.setDeviceMetricsOverride",
            { width: 360, height: 740, deviceScaleFactor: 1, mobile: false });
        await fresh();
        await browser.choose("#files", [all[0], one]);
        await idle();
        await openAll();
        await sleep(300);
        const [wide, room] = await browser.run(
            "return [document.documentElement.scrollWidth, innerWidth]");
        await shot("narrow");
        await browser.cdp("Emulation.clearDeviceMetricsOverride");
        assert.ok(wide <= room, `${wide} > ${room}`);
        const { data } = await browser.cdp("Page.printToPDF", {});
        const pdf = Buffer.from(data, "base64");
        assert.ok(pdf.length > 20000);
        if (process.env.SHOTS)
            fs.writeFileSync(path.join(process.env.SHOTS, "print.pdf"), pdf);
    },

    async "lets nothing out, neither page nor worker"() {
        await fresh();
        const tried = await browser.runAsync(`
            const done = arguments[0], out = [];
            const url = "http://kpibook.invalid/";
            const blocked = [];
            addEventListener("securitypolicyviolation",
                             event => blocked.push(event.effectiveDirective));
            const image = new Image();
            image.src = url;
            const link = document.createElement("script");
            link.src = url;
            document.head.append(link);
            try { new WebSocket("ws://kpibook.invalid/"); } catch (e) {}
            navigator.sendBeacon(url, "x");
            fetch(url).then(() => out.push("fetched"), () => {})
            .then(() => {
                const script = "fetch('" + url + "').then(() => postMessage(" +
                    "'fetched'), () => postMessage('blocked'))";
                const worker = new Worker(URL.createObjectURL(
                    new Blob([script])));
                worker.onmessage = event => out.push(event.data);
                setTimeout(() => done([out, blocked.sort()]), 1500);
            });`);
        assert.deepStrictEqual(tried[0], ["blocked"]);
        for (const kind of ["connect-src", "img-src", "script-src-elem"])
            assert.ok(tried[1].includes(kind), `${kind}: ${tried[1]}`);
    },

    async "stops when it is told, and goes on when more comes"() {
        const copies = [];
        for (let i = 0; i < 60; i++)
            copies.push(write(`写し${i}.xlsx`, fs.readFileSync(all[i % 11])));
        await fresh();
        await browser.choose("#files", copies);
        await browser.until("document.getElementById('bar').value > 2");
        await browser.click("#stop");
        await idle();
        assert.match(await text("#status"), /中止しました/);
        assert.match(await text("#totals"), /未確認/);
        await browser.click("#actions .main");
        await sleep(100);
        await idle();
        assert.doesNotMatch(await text("#totals"), /未確認/);
        await browser.choose("#files", [one]);
        await idle();
        assert.match(await text("#totals"), /61 ファイル/);
    },

    async "keeps its memory over many files and stays responsive"() {
        const files = [];
        for (let i = 0; i < many; i++)
            files.push(write(`多数/局${String(i).padStart(4, "0")}.xlsx`,
                             fs.readFileSync(all[i % all.length])));
        await fresh();
        await browser.run(`
            let last = performance.now();
            globalThis.longest = 0;
            globalThis.pause = () => last = Infinity;
            setInterval(() => {
                const now = performance.now();
                globalThis.longest = Math.max(globalThis.longest, now - last);
                last = now;
            }, 10);`);
        const started = Date.now(), memory = [];
        for (let i = 0; i < many; i += many / 4) {
            await browser.choose("#files", files.slice(i, i + many / 4));
            await idle(600000);
            await browser.run("globalThis.pause()");
            await browser.cdp("HeapProfiler.collectGarbage");
            await sleep(300);
            memory.push(browser.memory() / 1048576);
        }
        const seconds = (Date.now() - started) / 1000;
        const longest = await browser.run("return globalThis.longest");
        console.log(`    ${many} files in ${seconds.toFixed(1)} s, MiB after ` +
            `each quarter ${memory.map(m => m.toFixed(0)).join(" ")}, ` +
            `longest pause ${longest.toFixed(0)} ms`);
        assert.match(await text("#totals"), new RegExp(`${many} ファイル`));
        assert.ok(longest < 1000, `${longest} ms`);
        assert.ok(memory[3] - memory[0] < 150 + many, `${memory}`);
    },
};

/* Runs in the page: texts whose colours are too close (WCAG 1.4.3). */
const lowContrast = `
    const rgb = color => color.match(/[\\d.]+/g).map(Number);
    const light = color => {
        const [r, g, b] = rgb(color).map(v => (v /= 255) <= 0.03928
            ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = one => {
        for (; one; one = one.parentElement) {
            const color = getComputedStyle(one).backgroundColor;
            if (rgb(color)[3] !== 0)
                return color;
        }
        return "rgb(255, 255, 255)";
    };
    const low = new Set();
    for (const one of document.querySelectorAll("body *")) {
        const own = [...one.childNodes].some(
            n => n.nodeType === 3 && n.data.trim());
        if (!own || !one.checkVisibility() || one.disabled)
            continue;
        const pair = [light(getComputedStyle(one).color), light(behind(one))];
        const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
        if (ratio < 4.5)
            low.add(one.className + " " + ratio.toFixed(2));
    }
    return [...low];`;

/* Every connection of the browser would come here: its only way out. */
function listenAsProxy() {
    const server = net.createServer(socket => {
        socket.on("error", () => {});
        socket.once("data", data => {
            asked.push(data.toString().split("\r\n")[0]);
            socket.destroy();
        });
    });
    return new Promise(resolve =>
        server.listen(0, "127.0.0.1", () => resolve(server)));
}

/*
 * Two witnesses over all tests: what pages asked for, by the browser's own
 * log, and what came to the proxy. The browser's own errands (its clock, its
 * updates) come there too; an address of the tests must not.
 */
async function checkRequests() {
    const outside = (await browser.requests()).filter(
        url => !/^(file|blob|data|about|chrome):/.test(url) &&
               !url.includes("kpibook.invalid"));
    const seen = asked.filter(line => line.includes("kpibook.invalid"));

    if (outside.length + seen.length === 0) {
        console.log("ok   no request left the page in any test");
        return 0;
    }
    console.log(`FAIL requests left the page: ${[...outside, ...seen]}`);
    return 1;
}

async function main() {
    const proxy = await listenAsProxy();
    const only = process.env.ONLY;
    let failures = 0;

    browser = await Browser.open(["--window-size=1200,900",
        `--proxy-server=http://127.0.0.1:${proxy.address().port}`,
        "--proxy-bypass-list=<-loopback>"]);
    for (const [name, test] of Object.entries(tests)) {
        if (only && !name.includes(only))
            continue;
        try {
            await test();
            console.log(`ok   ${name}`);
        } catch (error) {
            failures++;
            console.log(`FAIL ${name}\n     ${error.message}`);
            await shot("failed").catch(() => {});
        }
    }
    failures += await checkRequests();
    await browser.close();
    proxy.close();
    fs.rmSync(scratch, { recursive: true });
    process.exitCode = failures > 0 ? 1 : 0;
}

main();
