#include "cli/batch.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/heap.h"
#include "cli/progress.h"

/* What the workers share. */
typedef struct work {
    const cli *c;
    batch *b;
    pthread_mutex_t lock;
    pthread_cond_t end;   /* all files are done, or one failed */
    size_t next, done;
    kpi_error error;      /* the first failure: out of memory */
} work;

static kpi_status read_one(kpi_dataset **out, const cli *c,
                           kpi_reader *reader, const input *in,
                           kpi_error *err)
{
    kpi_source source;
    kpi_error cause;
    kpi_status status;

    if (!input_load(&source, &cause, c, in)) {
        if (cause.status != KPI_E_NOMEM)
            return kpi_read_failed(out, in->name, &cause, err);
        *err = cause;
        return KPI_E_NOMEM;
    }
    status = kpi_reader_read(out, reader, &source, &c->limits, err);
    if (status == KPI_OK && c->mic &&
        kpi_format_of(in->path) != KPI_FORMAT_JSON &&
        kpi_format_of(in->path) != KPI_FORMAT_JSONL)
        status = kpi_check_mic(*out, &source, c->plan, &c->limits, err);
    free((void *)(uintptr_t)source.bytes);
    return status;
}

static void run_worker(void *context)
{
    work *w = context;
    heap_room room = { 0, 0 };
    kpi_reader *reader;
    kpi_error none;
    kpi_status status = kpi_reader_new(&reader, w->c->plan, &none);

    pthread_mutex_lock(&w->lock);
    if (status != KPI_OK && w->error.status == KPI_OK)
        w->error = none;
    while (w->next < w->b->inputs.count && w->error.status == KPI_OK) {
        size_t index = w->next++;
        kpi_dataset *part = NULL;
        kpi_error err = { .status = KPI_OK };

        pthread_mutex_unlock(&w->lock);
        if (heap_widen(&room))
            read_one(&part, w->c, reader, &w->b->inputs.items[index], &err);
        else
            err.status = KPI_E_NOMEM;
        pthread_mutex_lock(&w->lock);
        w->b->parts[index] = part;
        if (part == NULL && w->error.status == KPI_OK)
            w->error = err;
        w->done++;
    }
    if (w->done == w->b->inputs.count || w->error.status != KPI_OK)
        pthread_cond_signal(&w->end);
    pthread_mutex_unlock(&w->lock);
    kpi_reader_free(reader);
}

static size_t worker_count(const cli *c, size_t files)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t jobs = cores > 0 ? (size_t)cores : 1;

    if (c->jobs != NULL)
        jobs = (size_t)strtoul(c->jobs, NULL, 10);
    if (jobs > files)
        jobs = files;
    return jobs == 0 ? 1 : jobs;
}

/* The calling thread only draws, now and then, so that neither the bar nor
 * waking up for every file holds up a worker. */
static void wait_for(work *w)
{
    progress bar;
    struct timespec until;

    progress_start(&bar, w->c);
    pthread_mutex_lock(&w->lock);
    while (w->done < w->b->inputs.count && w->error.status == KPI_OK) {
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += 200 * 1000000L;
        until.tv_sec += until.tv_nsec / 1000000000L;
        until.tv_nsec %= 1000000000L;
        pthread_cond_timedwait(&w->end, &w->lock, &until);
        progress_show(&bar, w->done, w->b->inputs.count);
    }
    pthread_mutex_unlock(&w->lock);
    progress_end(&bar);
}

static void run_all(work *w)
{
    size_t jobs = worker_count(w->c, w->b->inputs.count);

    heap_keep_freed();
    w->b->crew = jobs > 1 ? crew_new(jobs) : NULL;
    if (w->b->crew == NULL) {
        run_worker(w);
        return;
    }
    crew_do(w->b->crew, jobs, run_worker, w);
    wait_for(w);
    crew_wait(w->b->crew);
    heap_widen(&(heap_room){ 0, 0 }); /* what is merged lies in this thread */
}

int batch_read(batch *b, const cli *c, char *const *words, size_t count)
{
    work w = { .c = c, .b = b };
    int code = inputs_collect(&b->inputs, c, words, count);

    b->parts = NULL;
    b->crew = NULL;
    if (code != CLI_DONE)
        return code;
    b->parts = calloc(b->inputs.count + 1, sizeof(*b->parts));
    if (b->parts == NULL) {
        w.error.status = KPI_E_NOMEM;
        return cli_fail(c, &w.error);
    }
    pthread_mutex_init(&w.lock, NULL);
    pthread_cond_init(&w.end, NULL);
    run_all(&w);
    pthread_cond_destroy(&w.end);
    pthread_mutex_destroy(&w.lock);
    return w.error.status == KPI_OK ? CLI_DONE : cli_fail(c, &w.error);
}

void batch_free(batch *b)
{
    for (size_t i = 0; b->parts != NULL && i < b->inputs.count; i++)
        kpi_dataset_free(b->parts[i]);
    free(b->parts);
    b->parts = NULL;
    crew_free(b->crew);
    b->crew = NULL;
    inputs_free(&b->inputs);
}

/* All parts of a batch that was read, which are given up. */
static int consolidate(kpi_dataset **out, const cli *c, batch *b,
                       const kpi_options *options)
{
    kpi_error err = { .status = KPI_OK };
    kpi_options with = *options;

    with.give_parts = true;
    with.run = b->crew == NULL ? NULL : crew_run;
    with.run_context = b->crew;
    return kpi_consolidate(out, b->parts, b->inputs.count, c->plan, &with,
                           &err) == KPI_OK
               ? CLI_DONE : cli_fail(c, &err);
}

int batch_consolidate_word(kpi_dataset **out, const cli *c,
                           const char *word, const kpi_options *options)
{
    batch b = { { NULL, 0, 0 }, NULL, NULL };
    char *words[] = { (char *)(uintptr_t)word };
    int code = batch_read(&b, c, words, 1);

    *out = NULL;
    if (code == CLI_DONE)
        code = consolidate(out, c, &b, options);
    batch_free(&b);
    return code;
}

int batch_consolidate(kpi_dataset **out, kpi_dataset **previous, const cli *c,
                      const kpi_options *options)
{
    batch b = { { NULL, 0, 0 }, NULL, NULL };
    kpi_options with = *options;
    kpi_dataset *last = NULL;
    kpi_options plain = { .language = c->language };
    int code = c->previous == NULL
        ? CLI_DONE
        : batch_consolidate_word(&last, c, c->previous, &plain);

    *out = NULL;
    with.previous = last;
    if (code == CLI_DONE)
        code = batch_read(&b, c, c->inputs, c->input_count);
    if (code == CLI_DONE)
        code = consolidate(out, c, &b, &with);
    batch_free(&b);
    if (previous != NULL)
        *previous = last;
    else
        kpi_dataset_free(last);
    return code;
}
