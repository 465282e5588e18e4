/*
 * webdriver.js - a browser, driven over the WebDriver protocol (W3C)
 *
 * As much of it as the tests need; chromedriver from Debian, no package.
 */
"use strict";

const fs = require("fs");
const os = require("os");
const path = require("path");
const { spawn } = require("child_process");

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

class Browser {
    /* `flags` beside the usual ones; downloads land in this.downloads. */
    static async open(flags = []) {
        const browser = new Browser();
        browser.folder = fs.mkdtempSync(path.join(os.tmpdir(), "kpibook-web-"));
        browser.downloads = path.join(browser.folder, "downloads");
        fs.mkdirSync(browser.downloads);
        await browser.startDriver();
        const session = await browser.call("POST", "/session", {
            capabilities: { alwaysMatch: { browserName: "chrome",
                "goog:chromeOptions": { args: [...FLAGS, ...flags,
                    `--user-data-dir=${browser.folder}/profile`] },
                "goog:loggingPrefs": { browser: "ALL", performance: "ALL" } } } });
        browser.session = `/session/${session.sessionId}`;
        await browser.cdp("Browser.setDownloadBehavior", {
            behavior: "allow", downloadPath: browser.downloads });
        return browser;
    }

    async startDriver() {
        this.driver = spawn("chromedriver", ["--port=0"]);
        const port = await new Promise((resolve, reject) => {
            let said = "";
            this.driver.on("error", reject);
            this.driver.stdout.on("data", data => {
                said += data;
                const found = /successfully on port (\d+)\./.exec(said);
                if (found)
                    resolve(found[1]);
            });
        });
        this.base = `http://127.0.0.1:${port}`;
    }

    async call(method, where, body) {
        const reply = await fetch(this.base + where, { method,
            body: method === "GET" || method === "DELETE" ? undefined
                : JSON.stringify(body || {}) });
        const { value } = await reply.json();
        if (value && value.error)
            throw new Error(`${value.error}: ${value.message.split("\n")[0]}`);
        return value;
    }

    send(method, where, body) {
        return this.call(method, this.session + where, body);
    }

    cdp(cmd, params = {}) {
        return this.send("POST", "/goog/cdp/execute", { cmd, params });
    }

    async close() {
        await this.call("DELETE", this.session).catch(() => {});
        this.driver.kill();
        await sleep(300);
        fs.rmSync(this.folder, { recursive: true, force: true,
                                 maxRetries: 5, retryDelay: 200 });
    }

    go(url) {
        return this.send("POST", "/url", { url });
    }

    /* What the function body returns, in the page. */
    run(script, ...args) {
        return this.send("POST", "/execute/sync", { script, args });
    }

    runAsync(script, ...args) {
        return this.send("POST", "/execute/async", { script, args });
    }

    /* Waits until the expression is true in the page. */
    async until(expression, ms = 60000) {
        for (const end = Date.now() + ms; Date.now() < end;) {
            const value = await this.run(`return ${expression}`);
            if (value)
                return value;
            await sleep(50);
        }
        throw new Error(`waited in vain for ${expression}`);
    }

    async find(selector) {
        const element = await this.send("POST", "/element",
            { using: "css selector", value: selector });
        return element[ELEMENT];
    }

    async click(selector) {
        await this.send("POST", `/element/${await this.find(selector)}/click`);
    }

    /* Files into <input type=file>, as the dialog would give them. */
    async choose(selector, files) {
        await this.send("POST", `/element/${await this.find(selector)}/value`,
            { text: files.map(file => path.resolve(file)).join("\n") });
    }

    /* Files dragged from the desktop onto the middle of an element. */
    async drag(selector, files) {
        const { x, y } = await this.run(`
            const box = document.querySelector(arguments[0])
                .getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };`,
            selector);
        const data = { items: [], dragOperationsMask: 1,
                       files: files.map(file => path.resolve(file)) };
        for (const type of ["dragEnter", "dragOver", "drop"])
            await this.cdp("Input.dispatchDragEvent", { type, x, y, data });
    }

    keys(...texts) {
        const actions = texts.flatMap(value => [{ type: "keyDown", value },
                                                { type: "keyUp", value }]);
        return this.send("POST", "/actions",
            { actions: [{ type: "key", id: "keyboard", actions }] });
    }

    /* The bytes of a download, when it has arrived whole. */
    async downloaded(name) {
        const file = path.join(this.downloads, name);
        const sizeNow = () => fs.existsSync(file) ? fs.statSync(file).size : 0;
        for (let size = 0, tries = 0; tries < 300; tries++) {
            await sleep(100);
            if (size > 0 && size === sizeNow()) {
                const bytes = fs.readFileSync(file);
                fs.rmSync(file);
                return bytes;
            }
            size = sizeNow();
        }
        throw new Error(`no download ${name}: ${fs.readdirSync(this.downloads)}`);
    }

    /* Addresses that pages asked for since the last call. */
    async requests() {
        const lines = await this.send("POST", "/se/log",
                                      { type: "performance" });
        return lines.map(line => JSON.parse(line.message).message)
            .filter(one => one.method === "Network.requestWillBeSent")
            .map(one => one.params.request.url);
    }

    async screenshot(file) {
        const { cssContentSize: size } =
            await this.cdp("Page.getLayoutMetrics");
        const { data } = await this.cdp("Page.captureScreenshot", {
            captureBeyondViewport: true, clip: { x: 0, y: 0, scale: 1,
                width: size.width, height: Math.min(size.height, 6000) } });
        fs.writeFileSync(file, Buffer.from(data, "base64"));
    }

    /* Resident bytes that this browser's renderers share with nobody. */
    memory() {
        let sum = 0;
        for (const pid of fs.readdirSync("/proc").filter(n => /^\d+$/.test(n))) {
            try {
                const line = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
                if (!line.includes("--type=renderer") ||
                    !line.includes(`${this.folder}/profile`))
                    continue;
                const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
                sum += Number(/RssAnon:\s+(\d+)/.exec(status)[1]) * 1024;
            } catch (error) {
                /* it ended meanwhile */
            }
        }
        return sum;
    }

}

module.exports = { Browser, sleep };
