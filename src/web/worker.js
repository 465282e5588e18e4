/*
 * worker.js - the core in a worker: one request in, one answer out
 *
 * A request is {id, run, ...}; `run` names a function of openCore(). The
 * answer is {id, result} or {id, failed} (the core's own message), or
 * {id, crashed}: then the core's memory is no longer to be trusted and the
 * page starts another worker. Nothing but the plan is kept between requests.
 */
"use strict";

class CoreFailure extends Error {}

/* The core's functions with names, bytes and texts of JavaScript. */
function openCore(core) {
    const handle = core._web_new();
    const encoder = new TextEncoder();

    function withText(text, call) {
        const bytes = encoder.encode(text + "\0");
        const at = core._malloc(bytes.length);
        core.HEAPU8.set(bytes, at);
        try {
            return call(at);
        } finally {
            core._free(at);
        }
    }

    function check(status) {
        if (status !== 0)
            throw new CoreFailure(
                core.UTF8ToString(core._web_message(handle)));
    }

    function give(bytes) {
        const at = core._web_input(handle, bytes.length);
        if (at === 0)
            throw new CoreFailure("out of memory");
        core.HEAPU8.set(bytes, at);
    }

    function take(status) {
        check(status);
        const at = core._web_output(handle);
        return core.HEAPU8.slice(at, at + core._web_output_size(handle));
    }

    function read(name, bytes) {
        give(bytes);
        withText(name, at => check(core._web_read(handle, at)));
    }

    /* A file as the browser gives it; what it refuses is a finding too. */
    async function readFile(name, file) {
        if (file.size > core._web_file_limit()) {
            withText(name, at => check(core._web_too_large(handle, at)));
            return;
        }
        let bytes = null, reason = "";
        try {
            bytes = new Uint8Array(await file.arrayBuffer());
        } catch (error) {
            reason = error.message;
        }
        if (bytes !== null)
            read(name, bytes);
        else
            withText(name, at => withText(reason, why =>
                check(core._web_unreadable(handle, at, why))));
    }

    function speak(language) {
        core._web_language(handle, language === "en" ? 1 : 0);
    }

    async function merge(parts, language) {
        core._web_clear(handle);
        speak(language);
        for (const part of parts)
            read("part.jsonl", new Uint8Array(await part.arrayBuffer()));
        check(core._web_merge(handle));
    }

    const findings = () => take(core._web_findings(handle));
    const data = () => take(core._web_data(handle));

    return {
        plan({ name, bytes }) {
            give(bytes);
            withText(name, at => check(core._web_plan(handle, at)));
            return {};
        },
        async check({ name, file, language }) {
            core._web_clear(handle);
            speak(language);
            await readFile(name, file);
            const part = take(core._web_part(handle));
            check(core._web_merge(handle));
            return { findings: findings(), data: data(), part };
        },
        async merge({ parts, language }) {
            await merge(parts, language);
            return { findings: findings(), data: data() };
        },
        async summary({ parts, language }) {
            await merge(parts, language);
            return { workbook: take(core._web_summary(handle)) };
        },
        async annotate({ name, file, language }) {
            speak(language);
            give(new Uint8Array(await file.arrayBuffer()));
            return { workbook: withText(name, at =>
                take(core._web_annotate(handle, at))) };
        },
    };
}

/* Answers requests one after another. */
function listen() {
    let core = null, memory = null, queue = Promise.resolve();

    async function start({ module }) {
        const made = await createCore({
            instantiateWasm(imports, done) {
                WebAssembly.instantiate(module, imports).then(done);
                return {};
            },
            print() {},
            printErr() {},
        });
        memory = () => made.HEAPU8.length;
        core = openCore(made);
        return {};
    }

    async function answer(request) {
        const { id, run } = request;
        try {
            const result = run === "start" ? await start(request)
                                           : await core[run](request);
            result.memory = memory();
            postMessage({ id, result }, Object.values(result)
                .filter(value => value.buffer).map(value => value.buffer));
        } catch (error) {
            if (error instanceof CoreFailure)
                postMessage({ id, failed: error.message });
            else
                postMessage({ id, crashed: String(error) });
        }
    }

    addEventListener("message", event => {
        queue = queue.then(() => answer(event.data));
    });
}

if (typeof WorkerGlobalScope !== "undefined")
    listen();
