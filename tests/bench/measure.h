/*
 * measure.h - a command run once: its time from start to exit, its memory
 *
 * posix_spawn, because a fork of the measuring process costs what a small
 * command does; wait4, because it tells of this one child alone.
 */
#ifndef KPIBOOK_BENCH_MEASURE_H
#define KPIBOOK_BENCH_MEASURE_H

#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);
extern char **environ;

typedef struct sample {
    double cpu, clock;      /* seconds */
    double peak;            /* MiB */
    double verifying, bare; /* of the writer: seconds */
} sample;

static inline double measure_now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static inline double measure_seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* What it prints goes to `out`, or nowhere when that is below 0. */
static inline pid_t measure_start(char *const *words, int out)
{
    posix_spawn_file_actions_t files;
    pid_t child = -1;

    posix_spawn_file_actions_init(&files);
    if (out >= 0)
        posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null",
                                         O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null",
                                     O_WRONLY, 0);
    if (posix_spawn(&child, words[0], &files, NULL, words, environ) != 0)
        child = -1;
    posix_spawn_file_actions_destroy(&files);
    return child;
}

/*
 * Waits for a child and adds what it took. Exit status 1 is one of kpibook's
 * answers; 2 and above are failures.
 */
static inline bool measure_end(sample *s, pid_t child)
{
    struct rusage usage;
    int status = 0;

    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return false;
    s->cpu += measure_seconds(usage.ru_utime) +
              measure_seconds(usage.ru_stime);
    s->peak += (double)usage.ru_maxrss / 1024;
    return WIFEXITED(status) && WEXITSTATUS(status) < 2;
}

static inline bool measure(sample *s, char *const *words, int out)
{
    double from = measure_now();
    bool ok;

    memset(s, 0, sizeof(*s));
    ok = measure_end(s, measure_start(words, out));
    s->clock = measure_now() - from;
    return ok;
}

/* The same command twice, side by side: what it takes until both are done. */
static inline bool measure_pair(sample *s, char *const *words)
{
    double from = measure_now();
    pid_t first = measure_start(words, -1), second = measure_start(words, -1);
    bool ok;

    memset(s, 0, sizeof(*s));
    ok = measure_end(s, first);
    ok = measure_end(s, second) && ok;
    s->clock = measure_now() - from;
    return ok;
}

/* As above for `writer`, which measures itself and prints one line. */
static inline bool measure_writer(sample *s, char *const *words)
{
    char line[200] = "";
    sample whole;
    int ends[2];
    bool ok = pipe(ends) == 0;
    ssize_t got;

    memset(s, 0, sizeof(*s));
    if (!ok)
        return false;
    ok = measure(&whole, words, ends[1]);
    close(ends[1]);
    got = read(ends[0], line, sizeof(line) - 1);
    close(ends[0]);
    if (ok && got > 0)
        ok = sscanf(line, "%*u kpis %*u calls %lf %lf %lf", &s->cpu,
                    &s->verifying, &s->bare) == 3;
    s->clock = s->cpu;
    s->peak = whole.peak;
    return ok && got > 0;
}

#endif
