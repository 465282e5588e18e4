/*
 * core.js - the page's end of the wire to the core in its worker
 *
 * core.ask() hands over one request and promises its answer. A worker that
 * stops, or takes too long, or has grown too large, is replaced: the next
 * request finds a new one with the same plan.
 */
class Failed extends Error {}  /* the core says why */
class Crashed extends Error {} /* the core stopped */

/* Longer than this no workbook of legal size takes. */
const PATIENCE = 120000;
/* A worker whose memory grew beyond this is replaced after its answer. */
const MEMORY = 512 * 1024 * 1024;

const core = {
    module: null, worker: null, ready: null, waiting: new Map(), next: 1,

    decode(text) {
        const raw = atob(text.trim());
        const bytes = new Uint8Array(raw.length);
        for (let i = 0; i < raw.length; i++)
            bytes[i] = raw.charCodeAt(i);
        return bytes;
    },

    /* Compiled once; every worker gets the same module. */
    compile() {
        const element = $("core");
        this.module = WebAssembly.compile(this.decode(element.textContent));
        element.remove();
        return this.module;
    },

    async start() {
        const source = $("worker").textContent;
        const url = URL.createObjectURL(
            new Blob([source], { type: "text/javascript" }));
        const worker = new Worker(url);
        URL.revokeObjectURL(url);
        worker.onmessage = event => this.receive(event.data);
        worker.onerror = event => {
            event.preventDefault();
            this.drop(new Crashed(event.message));
        };
        this.worker = worker;
        await this.send("start", { module: await this.module });
        if (state.plan)
            await this.send("plan", state.plan);
    },

    send(run, request) {
        const id = this.next++;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(
                () => this.drop(new Crashed("timeout")), PATIENCE);
            this.waiting.set(id, { resolve, reject, timer });
            this.worker.postMessage({ id, run, ...request });
        });
    },

    receive({ id, result, failed, crashed }) {
        const call = this.waiting.get(id);
        if (crashed !== undefined)
            return this.drop(new Crashed(crashed));
        if (!call)
            return undefined;
        this.waiting.delete(id);
        clearTimeout(call.timer);
        if (failed !== undefined)
            return call.reject(new Failed(failed));
        if (result.memory > MEMORY)
            this.drop(null);
        return call.resolve(result);
    },

    /* Ends the worker; whoever waits learns why. */
    drop(error) {
        if (this.worker)
            this.worker.terminate();
        this.worker = this.ready = null;
        for (const call of this.waiting.values()) {
            clearTimeout(call.timer);
            call.reject(error || new Failed("stopped"));
        }
        this.waiting.clear();
    },

    /* The promise of a worker that has its core and its plan. */
    wake() {
        if (!this.ready)
            this.ready = this.start();
        return this.ready;
    },

    async ask(run, request = {}) {
        await this.wake();
        return this.send(run, { language: language(), ...request });
    },
};

const textOf = bytes => new TextDecoder().decode(bytes);
const readJson = bytes => JSON.parse(textOf(bytes));

