/*
 * cli.js - what the command line gives for the same files, to compare with
 */
"use strict";

const fs = require("fs");
const os = require("os");
const path = require("path");
const { spawnSync } = require("child_process");

const program = path.resolve(process.env.KPIBOOK || "build/kpibook");

/* Standard output, whatever the exit code up to 1 (findings). */
function run(args, cwd = ".") {
    const result = spawnSync(program, args,
        { cwd, maxBuffer: 1 << 30, env: { PATH: process.env.PATH } });

    if (result.status === null || result.status > 1)
        throw new Error(`${args.join(" ")}: ${result.stderr}`);
    return result.stdout;
}

/* The bytes of a file that the command writes behind -o. */
function runTo(ending, args, cwd) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kpibook-web-"));
    const out = path.join(folder, "out" + ending);

    try {
        run([...args, "-o", out], cwd);
        return fs.readFileSync(out);
    } finally {
        fs.rmSync(folder, { recursive: true });
    }
}

const plan = file => file ? ["-p", file] : [];
const absolute = files => files.map(file => path.resolve(file));

module.exports = {
    /* As of the plan's day or today, as on the page. */
    findings: (planFile, files, language = "ja") =>
        run(["validate", ...plan(planFile), "--lang", language,
             "--format", "json", ...files]),
    data: (planFile, files) =>
        runTo(".json", ["export", ...plan(planFile), ...files]),
    /* The workbook prints the plan as it was named: a page knows no folder. */
    summary: (planFile, files) =>
        runTo(".xlsx", ["consolidate", ...plan(path.basename(planFile)),
                        ...absolute(files)], path.dirname(planFile)),
    annotated: (planFile, file) =>
        runTo(".xlsx", ["annotate", ...plan(planFile), "--lang", "ja", file]),
};
