/*
 * kpibook status -p PLAN [--ledger FILE.jsonl] [--sign NAME] DIR
 *
 * Who has submitted: the roster of the plan against the files. A file's time
 * is its dcterms:modified; a file without one is taken to be from when the
 * ledger first saw it, and without a ledger from its time in the folder.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/files.h"
#include "cli/reports.h"

/* ---- The ledger ---- */

typedef struct ledger {
    char *text; /* NUL-terminated; NULL when there is none yet */
} ledger;

static int ledger_read(ledger *l, const cli *c)
{
    void *bytes = NULL;
    char reason[256];
    size_t size = 0;

    l->text = NULL;
    if (c->ledger == NULL || access(c->ledger, F_OK) != 0)
        return CLI_DONE;
    if (file_read(&bytes, &size, c->ledger, (uint64_t)1 << 30, reason) !=
        FILE_READ) {
        cli_message(c, "%s: %s", c->ledger, reason);
        return CLI_OUTPUT;
    }
    l->text = malloc(size + 1);
    if (l->text != NULL) {
        memcpy(l->text, bytes, size);
        l->text[size] = '\0';
    }
    free(bytes);
    return l->text == NULL ? CLI_OUTPUT : CLI_DONE;
}

/* When the ledger first saw these bytes: its lines begin with schema, "at",
 * "sha256", so the moment stands right before the hash. */
static bool ledger_first_seen(int64_t *seconds, const ledger *l,
                              const char *sha256)
{
    static const char gap[] = "\",\"sha256\":\"";
    const char *hash = l->text == NULL || sha256[0] == '\0'
        ? NULL : strstr(l->text, sha256);
    size_t back = sizeof(gap) - 1 + 20;
    char moment[21] = ""; /* 2017-06-01T00:00:00Z */

    if (hash == NULL || (size_t)(hash - l->text) < back ||
        memcmp(hash - (sizeof(gap) - 1), gap, sizeof(gap) - 1) != 0)
        return false;
    memcpy(moment, hash - back, 20);
    return kpi_moment_read(seconds, moment);
}

/* A line that an interruption cut off is ended, not continued. */
static bool ends_whole(int fd)
{
    off_t end = lseek(fd, 0, SEEK_END);
    char last = '\n';

    return end <= 0 || (pread(fd, &last, 1, end - 1) == 1 && last == '\n');
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t n = write(fd, bytes, size);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes += n;
        size -= (size_t)n;
    }
    return true;
}

typedef struct lines {
    char *bytes;
    size_t size;
} lines;

static bool keep_lines(void *context, const void *bytes, size_t size)
{
    lines *l = context;
    char *more = realloc(l->bytes, l->size + size + 1);

    if (more == NULL)
        return false;
    memcpy(more + l->size, bytes, size);
    l->bytes = more;
    l->size += size;
    return true;
}

/* Appends under a lock: two runs at once both get their lines in whole. */
static int ledger_append(const cli *c, const kpi_dataset *dataset,
                         const kpi_options *options)
{
    kpi_error err = { .status = KPI_OK };
    lines l = { NULL, 0 };
    int fd;
    bool ok;

    if (c->ledger == NULL)
        return CLI_DONE;
    if (kpi_ledger(dataset, c->plan, options, (int64_t)time(NULL), c->sign,
                   keep_lines, &l, &err) != KPI_OK) {
        free(l.bytes);
        return cli_fail(c, &err);
    }
    fd = open(c->ledger, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    ok = fd >= 0 && flock(fd, LOCK_EX) == 0;
    if (ok && !ends_whole(fd))
        ok = write_all(fd, "\n", 1);
    ok = ok && write_all(fd, l.bytes, l.size) && fsync(fd) == 0;
    if (fd >= 0)
        ok = close(fd) == 0 && ok;
    free(l.bytes);
    if (ok)
        return CLI_DONE;
    cli_message(c, "%s: %s", c->ledger, strerror(errno));
    return CLI_OUTPUT;
}

/* ---- The table ---- */

static int assume_times(const cli *c, const ledger *l, batch *b)
{
    kpi_error err = { .status = KPI_OK };

    for (size_t i = 0; i < b->inputs.count; i++) {
        struct stat info;
        kpi_source_info source;
        int64_t seconds;

        if (b->parts[i] == NULL ||
            !kpi_dataset_source(&source, b->parts[i], 0))
            continue;
        if (!ledger_first_seen(&seconds, l, source.sha256)) {
            if (stat(b->inputs.items[i].path, &info) != 0)
                continue;
            seconds = c->ledger != NULL ? (int64_t)time(NULL)
                                        : (int64_t)info.st_mtime;
        }
        if (kpi_dataset_assume_modified(b->parts[i], seconds, &err) !=
            KPI_OK)
            return cli_fail(c, &err);
    }
    return CLI_DONE;
}

static int show(const cli *c, batch *b, const kpi_options *options,
                kpi_format format)
{
    kpi_error err = { .status = KPI_OK };
    kpi_dataset *dataset = NULL;
    kpi_counts counts = { 0 };
    int code = CLI_DONE;

    if (kpi_consolidate(&dataset, b->parts, b->inputs.count, c->plan, options,
                        &err) != KPI_OK ||
        kpi_submissions(dataset, c->plan, options, format, cli_write, stdout,
                        &err) != KPI_OK)
        code = cli_fail(c, &err);
    if (code == CLI_DONE)
        code = ledger_append(c, dataset, options);
    if (code == CLI_DONE) {
        counts = kpi_dataset_counts(dataset, c->plan, options);
        code = cli_verdict(&counts);
    }
    kpi_dataset_free(dataset);
    return code;
}

int cmd_status(cli *c)
{
    kpi_format format = kpi_format_of(c->format == NULL ? "text" : c->format);
    kpi_options options;
    char as_of[KPI_DAY_SIZE];
    batch b = { { NULL, 0, 0 }, NULL, NULL };
    ledger l = { NULL };
    int code = cli_as_of(as_of, c);

    if (code != CLI_DONE)
        return code;
    if (format != KPI_FORMAT_TEXT && format != KPI_FORMAT_JSON &&
        format != KPI_FORMAT_CSV)
        return cli_misuse(c, "--format: '%s': text|json|csv", c->format);
    if (c->sign != NULL && c->ledger == NULL)
        return cli_misuse(c, "--sign: %s",
                          cli_say(c, "--ledger も要る", "needs --ledger"));
    c->may_be_empty = true;
    options = cli_options(c, as_of);
    code = ledger_read(&l, c);
    if (code == CLI_DONE)
        code = batch_read(&b, c, c->inputs, c->input_count);
    if (code == CLI_DONE)
        code = assume_times(c, &l, &b);
    if (code == CLI_DONE)
        code = show(c, &b, &options, format);
    batch_free(&b);
    free(l.text);
    return code;
}
