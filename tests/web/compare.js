/*
 * compare.js - the page's core against the command line, byte for byte
 *
 *     node compare.js CORE.JS CORPUS
 *
 * Samples with their plans, one by one and together: findings, data, official
 * workbook, annotated copy. Then workbooks of the corpus without a plan.
 */
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");
const cli = require("./cli.js");

const [coreScript, corpus] = process.argv.slice(2);
const workerScript = path.join(__dirname, "../../src/web/worker.js");

/* The script is built for a worker; it asks where it comes from. */
globalThis.self = { location: { href: "" } };
vm.runInThisContext(fs.readFileSync(coreScript, "utf8"));
vm.runInThisContext(fs.readFileSync(workerScript, "utf8") +
                    "\nglobalThis.openCore = openCore;");

let compared = 0, failures = 0;

function same(what, ours, theirs) {
    compared++;
    if (Buffer.compare(Buffer.from(ours), Buffer.from(theirs)) === 0)
        return;
    failures++;
    console.log(`differs: ${what} (${ours.length} and ${theirs.length} bytes)`);
    if (process.env.KEEP) {
        const name = what.replace(/[^\w.]+/g, "_");
        fs.writeFileSync(path.join(process.env.KEEP, name + ".page"), ours);
        fs.writeFileSync(path.join(process.env.KEEP, name + ".cli"), theirs);
    }
}

async function open(plan) {
    const wasmBinary = fs.readFileSync(coreScript.replace(/js$/, "wasm"));
    const core = openCore(await createCore(
        { wasmBinary, print() {}, printErr() {} }));

    if (plan)
        core.plan({ name: path.basename(plan),
                    bytes: new Uint8Array(fs.readFileSync(plan)) });
    return core;
}

const fileOf = file => new Blob([fs.readFileSync(file)]);
const workbooks = folder => fs.readdirSync(folder).sort()
    .filter(name => /\.xls[xm]$/.test(name))
    .map(name => path.join(folder, name));

async function compareFile(core, plan, file, language) {
    const name = path.basename(file);
    const answer = await core.check({ name, file: fileOf(file), language });
    same(`${file} findings ${language}`, answer.findings,
         cli.findings(plan, [file], language));
    same(`${file} data`, answer.data, cli.data(plan, [file]));
    return new Blob([answer.part]);
}

async function compareSample(folder) {
    const plan = path.join(folder, "plan.yaml");
    const core = await open(plan);
    const files = workbooks(folder);
    const parts = [];

    for (const file of files) {
        parts.push(await compareFile(core, plan, file, "ja"));
        await compareFile(core, plan, file, "en");
        const { workbook } = await core.annotate({
            name: path.basename(file), file: fileOf(file), language: "ja" });
        same(`${file} annotated`, workbook, cli.annotated(plan, file));
    }
    for (const language of ["ja", "en"]) {
        const whole = await core.merge({ parts, language });
        same(`${folder} findings ${language}`, whole.findings,
             cli.findings(plan, files, language));
        same(`${folder} data`, whole.data, cli.data(plan, files));
    }
    const { workbook } = await core.summary({ parts, language: "ja" });
    same(`${folder} official workbook`, workbook, cli.summary(plan, files));
}

/* Every n-th, so that FILES (20) of all sizes and writers are among them. */
async function compareCorpus(folder) {
    const all = workbooks(folder);
    const step = Math.max(1, Math.floor(all.length / Number(process.env.FILES || 20)));
    const core = await open(null);

    for (let i = 0; i < all.length; i += step)
        await compareFile(core, null, all[i], "ja");
}

async function main() {
    await compareSample("samples/kitakyushu");
    await compareSample("samples/fukuoka");
    if (corpus && fs.existsSync(corpus))
        await compareCorpus(corpus);
    else
        console.log("corpus: not there, skipped");
    console.log(`compare: ${compared} outputs, ${failures} differ`);
    process.exitCode = failures > 0 ? 1 : 0;
}

main();
