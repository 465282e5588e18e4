/*
 * bench.c - measures kpibook against the floor and against peers
 *
 *     bench KPIBOOK FLOOR FOLDER ROUNDS
 *
 * FOLDER holds what `workloads FOLDER` wrote. All commands run in turn,
 * ROUNDS times, so that a noisy machine is noisy for all of them; what is
 * shown are medians of the time from start to exit, and ratios of medians.
 * Time is processor time, but for workers, where it is the clock's.
 * Exit 1 when a target is missed.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_WORDS = 16, MOST_ROUNDS = 31, PATH_SIZE = 1024 };

typedef struct sample {
    double cpu, clock; /* seconds */
    long peak;         /* KiB */
} sample;

/* A command of the table below, and what it took. */
typedef struct run {
    const char *label;
    const char *words[MOST_WORDS]; /* KPIBOOK, FLOOR and @file are replaced */
    bool peer;
    size_t rounds;
    sample samples[MOST_ROUNDS];
    bool absent;
} run;

static run runs[] = {
    { .label = "(a) floor", .words = { "FLOOR", "@a.xlsx" } },
    { .label = "(a)", .words = { "KPIBOOK", "cells", "--summary", "-j1",
                                 "@a.xlsx" } },
    { .label = "(a) by libxml2 alone",
      .words = { "KPIBOOK", "cells", "--summary", "-j1", "--no-fast-path",
                 "@a.xlsx" } },
    { .label = "(a') floor", .words = { "FLOOR", "@a_lo.xlsx" } },
    { .label = "(a')", .words = { "KPIBOOK", "cells", "--summary", "-j1",
                                  "@a_lo.xlsx" } },
    { .label = "(b) floor", .words = { "FLOOR", "@b.xlsx" } },
    { .label = "(b)", .words = { "KPIBOOK", "cells", "--summary", "-j1",
                                 "@b.xlsx" } },
    { .label = "(d) floor", .words = { "FLOOR", "@d.xlsx" } },
    { .label = "(d)", .words = { "KPIBOOK", "cells", "--summary", "-j1",
                                 "@d.xlsx" } },
    { .label = "(c) floor", .words = { "FLOOR", "@small" } },
    { .label = "(c)", .words = { "KPIBOOK", "cells", "--summary", "-j1",
                                 "@small" } },
    { .label = "departments floor", .words = { "FLOOR", "@departments" } },
    { .label = "validate -j1", .words = { "KPIBOOK", "validate", "-q", "-j1",
                                          "@departments" } },
    { .label = "validate -j2", .words = { "KPIBOOK", "validate", "-q", "-j2",
                                          "@departments" } },
    { .label = "validate ten", .words = { "KPIBOOK", "validate", "-q", "-j1",
                                          "@departments/0000.xlsx",
                                          "@departments/0001.xlsx",
                                          "@departments/0002.xlsx",
                                          "@departments/0003.xlsx",
                                          "@departments/0004.xlsx",
                                          "@departments/0005.xlsx",
                                          "@departments/0006.xlsx",
                                          "@departments/0007.xlsx",
                                          "@departments/0008.xlsx",
                                          "@departments/0009.xlsx" } },
    { .label = "validate one", .words = { "KPIBOOK", "validate", "-q",
                                          "@departments/0000.xlsx" } },
    { .label = "--version", .words = { "KPIBOOK", "--version" } },
    { .label = "openpyxl (a)", .peer = true,
      .words = { "/usr/bin/python3", "-c",
                 "import sys, openpyxl\n"
                 "b = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
                 "n = 0\n"
                 "for s in b:\n"
                 "    for r in s.iter_rows(values_only=True):\n"
                 "        n += sum(v is not None for v in r)\n",
                 "@a.xlsx" } },
    { .label = "gnumeric ssconvert (d)", .peer = true,
      .words = { "/usr/bin/ssconvert", "-T", "Gnumeric_stf:stf_csv",
                 "@d.xlsx", "/dev/null" } },
};
enum { RUNS = sizeof(runs) / sizeof(*runs) };

enum target_kind { CPU_RATIO, CLOCK_SPEEDUP, SECONDS, MEBIBYTES };

/* left : right, or left alone, and how much it may be. */
static const struct target {
    const char *what, *left, *right;
    enum target_kind kind;
    double limit;
} targets[] = {
    { "read (a)", "(a)", "(a) floor", CPU_RATIO, 1.6 },
    { "read (a')", "(a')", "(a') floor", CPU_RATIO, 1.6 },
    { "read (b)", "(b)", "(b) floor", CPU_RATIO, 1.6 },
    { "read (d)", "(d)", "(d) floor", CPU_RATIO, 1.6 },
    { "read (c)", "(c)", "(c) floor", CPU_RATIO, 1.6 },
    { "memory of (a), MiB", "(a)", NULL, MEBIBYTES, 40 },
    { "validate 1,000 at one worker", "validate -j1", "departments floor",
      CPU_RATIO, 3.0 },
    { "two workers : one", "validate -j1", "validate -j2", CLOCK_SPEEDUP, 1.8 },
    { "one file, start to exit, ms", "validate one", NULL, SECONDS, 0.010 },
    { "--version, start to exit, ms", "--version", NULL, SECONDS, 0.003 },
};
enum { TARGETS = sizeof(targets) / sizeof(*targets) };

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void start(char *const *words)
{
    int null = open("/dev/null", O_WRONLY);

    if (null >= 0) {
        (void)dup2(null, STDOUT_FILENO);
        (void)dup2(null, STDERR_FILENO);
    }
    (void)execv(words[0], words);
    _exit(127);
}

/* Exit status 1 is one of kpibook's answers; 2 and above are failures. */
static bool measure(sample *out, char *const *words)
{
    struct rusage before, after;
    double from = now();
    int status = 0;
    pid_t child;

    (void)getrusage(RUSAGE_CHILDREN, &before);
    child = fork();
    if (child == 0)
        start(words);
    if (child < 0 || waitpid(child, &status, 0) != child)
        return false;
    out->clock = now() - from;
    (void)getrusage(RUSAGE_CHILDREN, &after);
    out->cpu = seconds_of(after.ru_utime) - seconds_of(before.ru_utime) +
               seconds_of(after.ru_stime) - seconds_of(before.ru_stime);
    out->peak = after.ru_maxrss;
    return WIFEXITED(status) && WEXITSTATUS(status) < 2;
}

/*
 * ru_maxrss of children is the largest of them all, so each run is measured
 * by a process of its own.
 */
static bool measure_apart(sample *out, char *const *words)
{
    int ends[2], status = 0;
    bool ok = false;
    pid_t child;

    if (pipe(ends) != 0)
        return false;
    child = fork();
    if (child == 0) {
        sample s = { 0, 0, 0 };

        close(ends[0]);
        ok = measure(&s, words) &&
             write(ends[1], &s, sizeof(s)) == (ssize_t)sizeof(s);
        _exit(ok ? 0 : 1);
    }
    close(ends[1]);
    ok = child > 0 && read(ends[0], out, sizeof(*out)) ==
                          (ssize_t)sizeof(*out);
    close(ends[0]);
    if (child > 0)
        (void)waitpid(child, &status, 0);
    return ok;
}

static bool run_once(run *r, const char *kpibook, const char *floor,
                     const char *folder)
{
    static char paths[MOST_WORDS][PATH_SIZE];
    char *words[MOST_WORDS + 1] = { NULL };

    for (size_t i = 0; i < MOST_WORDS && r->words[i] != NULL; i++) {
        const char *word = r->words[i];

        if (strcmp(word, "KPIBOOK") == 0)
            word = kpibook;
        else if (strcmp(word, "FLOOR") == 0)
            word = floor;
        snprintf(paths[i], PATH_SIZE, "%s%s%s",
                 word[0] == '@' ? folder : "", word[0] == '@' ? "/" : "",
                 word[0] == '@' ? word + 1 : word);
        words[i] = paths[i];
    }
    if (access(words[0], X_OK) != 0 ||
        !measure_apart(&r->samples[r->rounds], words))
        return false;
    r->rounds++;
    return true;
}

/* ---- Medians ---------------------------------------------------------- */

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

static double median(const run *r, size_t field)
{
    double values[MOST_ROUNDS];

    for (size_t i = 0; i < r->rounds; i++)
        values[i] = field == 0 ? r->samples[i].cpu
                    : field == 1 ? r->samples[i].clock
                                 : (double)r->samples[i].peak / 1024;
    qsort(values, r->rounds, sizeof(*values), by_size);
    return r->rounds == 0 ? 0 : values[r->rounds / 2];
}

static const run *named(const char *label)
{
    for (size_t i = 0; i < RUNS; i++) {
        if (label != NULL && strcmp(runs[i].label, label) == 0)
            return &runs[i];
    }
    return NULL;
}

static void put_runs(void)
{
    printf("%-26s %9s %9s %9s\n", "median of", "cpu s", "clock s",
           "peak MiB");
    for (size_t i = 0; i < RUNS; i++) {
        if (runs[i].absent || runs[i].rounds == 0)
            printf("%-26s %s\n", runs[i].label,
                   runs[i].peer ? "not installed: skipped" : "failed");
        else
            printf("%-26s %9.4f %9.4f %9.1f\n", runs[i].label,
                   median(&runs[i], 0), median(&runs[i], 1),
                   median(&runs[i], 2));
    }
}

static bool put_target(const struct target *t)
{
    const run *left = named(t->left), *right = named(t->right);
    double value = 0, shown, limit = t->limit;
    bool met;

    if (left == NULL || left->rounds == 0 ||
        (t->right != NULL && (right == NULL || right->rounds == 0))) {
        printf("%-32s not measured\n", t->what);
        return false;
    }
    switch (t->kind) {
    case CPU_RATIO:
        value = median(left, 0) / median(right, 0);
        break;
    case CLOCK_SPEEDUP:
        value = median(left, 1) / median(right, 1);
        break;
    case SECONDS:
        value = median(left, 1);
        break;
    case MEBIBYTES:
        value = median(left, 2);
        break;
    }
    met = t->kind == CLOCK_SPEEDUP ? value >= limit : value <= limit;
    shown = t->kind == SECONDS ? 1000 : 1;
    printf("%-32s %8.2f  (%s %.2f)  %s\n", t->what, value * shown,
           t->kind == CLOCK_SPEEDUP ? "at least" : "at most", limit * shown,
           met ? "met" : "MISSED");
    return met;
}

int main(int argc, char **argv)
{
    size_t rounds = argc > 4 ? (size_t)atoi(argv[4]) : 5;
    int missed = 0;

    if (argc != 5 || rounds == 0 || rounds > MOST_ROUNDS) {
        fprintf(stderr, "usage: bench KPIBOOK FLOOR FOLDER ROUNDS\n");
        return 2;
    }
    for (size_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < RUNS; i++) {
            /* Peers are slow, and only a landmark. */
            if (!runs[i].absent && (!runs[i].peer || round == 0))
                runs[i].absent = !run_once(&runs[i], argv[1], argv[2],
                                           argv[3]);
        }
    }
    put_runs();
    printf("\n");
    for (size_t i = 0; i < TARGETS; i++)
        missed |= put_target(&targets[i]) ? 0 : 1;
    return missed;
}
