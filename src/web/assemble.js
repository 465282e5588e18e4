/*
 * assemble.js - page.html and its parts into one file
 *
 *     node assemble.js OUT CORE.JS CORE.WASM [PLAN]
 *
 * Scripts and styles go into the page, and their hashes into its
 * Content-Security-Policy, so that nothing else can ever run in it.
 */
"use strict";

const fs = require("fs");
const path = require("path");
const crypto = require("crypto");

const [out, coreScript, coreBinary, plan] = process.argv.slice(2);
const read = name => fs.readFileSync(path.join(__dirname, name), "utf8");
const hash = text => "'sha256-" +
    crypto.createHash("sha256").update(text).digest("base64") + "'";

/* Text that stands between <script> and </script>. */
function inside(text) {
    if (/<\/script|<!--/i.test(text))
        throw new Error("the text would end its script element");
    return text;
}

const style = read("page.css");
const script = inside('"use strict";\n' +
    ["words.js", "core.js", "report.js", "page.js"].map(read).join(""));
const worker = inside(fs.readFileSync(coreScript, "utf8") + "\n" +
                      read("worker.js"));
const parts = {
    policy: ["default-src 'none'",
             `script-src ${hash(script)} 'wasm-unsafe-eval'`,
             "worker-src blob:", `style-src ${hash(style)}`, "img-src data:",
             "base-uri 'none'", "form-action 'none'"].join("; "),
    style, script, worker,
    core: fs.readFileSync(coreBinary).toString("base64"),
    planName: plan ? path.basename(plan).replace(/[<>&"]/g, "_") : "",
    plan: plan ? fs.readFileSync(plan).toString("base64") : "",
};

fs.writeFileSync(out, read("page.html").replace(/\{\{(\w+)\}\}/g,
    (_, name) => parts[name]));
console.log(`${out}: ${fs.statSync(out).size} bytes`);
