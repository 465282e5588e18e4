/*
 * bench.c - measures kpibook against the floor and against peers
 *
 *     bench KPIBOOK TOOLS FOLDER ROUNDS [quick]
 *
 * TOOLS holds `floor` and `writer`, FOLDER what `workloads FOLDER` wrote. All
 * commands run in turn, ROUNDS times or as often as the table says, so that a
 * noisy machine is noisy for all of them; what is shown are medians of the
 * time from start to exit, and ratios of medians. Time is processor time, but
 * for workers and single starts, where it is the clock's. Shown, but not
 * judged, is a ratio to less than 40 ms, half of which would be the start of
 * the program, the clock of a machine that does other work meanwhile, and the
 * gain of two workers where two processes that share nothing, side by side,
 * do not gain as much: such processors are less than two. `quick` leaves out
 * what takes minutes. Exit 1 when a target is missed.
 */
#include "bench/measure.h"

enum { MOST_WORDS = 12, MOST_ROUNDS = 31, PATH_SIZE = 1024 };

#define SMALLEST 0.040 /* seconds that a ratio is judged by */
#define BUSY 1.25      /* clock to processor time of one worker */
#define PLAN "samples/kitakyushu/plan.yaml"

typedef enum run_kind {
    RUN_COMMAND,
    RUN_PAIR, /* the command twice, side by side */
    RUN_PEER,
    RUN_WRITER
} run_kind;

/* A command of the table below, and what it took. */
typedef struct run {
    const char *label;
    const char *words[MOST_WORDS]; /* KPIBOOK, FLOOR, WRITER, @file */
    run_kind kind;
    bool slow;          /* not in quick */
    size_t most_rounds; /* 0: as often as asked for */
    size_t rounds;
    sample samples[MOST_ROUNDS];
    bool absent;
} run;

#define READING(letter, file)                                               \
    { .label = letter " floor", .words = { "FLOOR", "@" file } },           \
    { .label = letter, .words = { "KPIBOOK", "cells", "--summary", "-j1",   \
                                  "@" file } }

static run runs[] = {
    READING("(a)", "a.xlsx"),
    READING("(a')", "a_lo.xlsx"),
    READING("(b)", "b.xlsx"),
    READING("(d)", "d.xlsx"),
    READING("(c)", "small"),
    { .label = "(a) by libxml2 alone", .most_rounds = 3,
      .words = { "KPIBOOK", "cells", "--summary", "-j1", "--no-fast-path",
                 "@a.xlsx" } },
    { .label = "departments floor", .words = { "FLOOR", "@departments" } },
    { .label = "validate -j1", .words = { "KPIBOOK", "validate", "-q", "-j1",
                                          "@departments" } },
    { .label = "validate -j2", .words = { "KPIBOOK", "validate", "-q", "-j2",
                                          "@departments" } },
    { .label = "validate -j1, two of it", .kind = RUN_PAIR,
      .words = { "KPIBOOK", "validate", "-q", "-j1", "@departments" } },
    { .label = "validate one", .most_rounds = 31,
      .words = { "KPIBOOK", "validate", "-q", "@most/0000.xlsx" } },
    { .label = "--version", .most_rounds = 31,
      .words = { "KPIBOOK", "--version" } },
    { .label = "validate 10", .most_rounds = 31,
      .words = { "KPIBOOK", "validate", "-q", "-j1", "@ten" } },
    { .label = "validate 100",
      .words = { "KPIBOOK", "validate", "-q", "-j1", "@hundred" } },
    { .label = "validate 10,000", .slow = true, .most_rounds = 1,
      .words = { "KPIBOOK", "validate", "-q", "-j1", "@most" } },
    /* The writer takes medians itself. */
    { .label = "write 174 KPIs", .kind = RUN_WRITER, .most_rounds = 3,
      .words = { "WRITER", PLAN, "samples/kitakyushu" } },
    { .label = "write 1,000 KPIs", .kind = RUN_WRITER, .most_rounds = 3,
      .words = { "WRITER", PLAN, "@departments", "-n", "42" } },
    { .label = "write 5,000 KPIs", .kind = RUN_WRITER, .slow = true,
      .most_rounds = 3,
      .words = { "WRITER", PLAN, "@departments", "-n", "208" } },
    { .label = "write 100,000 KPIs", .kind = RUN_WRITER, .slow = true,
      .most_rounds = 1, .words = { "WRITER", PLAN, "@rows" } },
    { .label = "consolidate 100,000 KPIs", .slow = true, .most_rounds = 1,
      .words = { "KPIBOOK", "consolidate", "-q", "--force", "-p", PLAN,
                 "@rows", "-o", "@rows.xlsx" } },
    { .label = "openpyxl (a)", .kind = RUN_PEER, .slow = true,
      .most_rounds = 1,
      .words = { "/usr/bin/python3", "-c",
                 "import sys, openpyxl\n"
                 "b = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
                 "n = 0\n"
                 "for s in b:\n"
                 "    for r in s.iter_rows(values_only=True):\n"
                 "        n += sum(v is not None for v in r)\n",
                 "@a.xlsx" } },
    { .label = "gnumeric ssconvert (d)", .kind = RUN_PEER, .slow = true,
      .most_rounds = 1,
      .words = { "/usr/bin/ssconvert", "-T", "Gnumeric_stf:stf_csv",
                 "@d.xlsx", "/dev/null" } },
};
enum { RUNS = sizeof(runs) / sizeof(*runs) };

typedef enum target_kind {
    TARGET_RATIO,   /* processor time, left : right */
    TARGET_SPEEDUP, /* clock, left : right, at least */
    TARGET_SECONDS, /* clock */
    TARGET_MEMORY,  /* MiB */
    TARGET_WRITING, /* processor time to that of the bare program */
    TARGET_GROWTH   /* time a file of left to that of right */
} target_kind;

/* The targets of the issue, and what they are measured by. */
static const struct target {
    unsigned number;
    const char *what, *left, *right;
    target_kind kind;
    double limit;
    unsigned files[2]; /* TARGET_GROWTH */
} targets[] = {
    { 1, "read (a)", "(a)", "(a) floor", TARGET_RATIO, 1.6, { 0, 0 } },
    { 1, "read (a')", "(a')", "(a') floor", TARGET_RATIO, 1.6, { 0, 0 } },
    { 1, "read (b)", "(b)", "(b) floor", TARGET_RATIO, 1.6, { 0, 0 } },
    { 1, "read (d)", "(d)", "(d) floor", TARGET_RATIO, 1.6, { 0, 0 } },
    { 1, "read (c)", "(c)", "(c) floor", TARGET_RATIO, 1.6, { 0, 0 } },
    { 1, "memory of (a), file and all, MiB", "(a)", NULL, TARGET_MEMORY, 40,
      { 0, 0 } },
    { 2, "validate departments : floor", "validate -j1", "departments floor",
      TARGET_RATIO, 3.0, { 0, 0 } },
    { 2, "one worker : two", "validate -j1", "validate -j2", TARGET_SPEEDUP,
      1.8, { 0, 0 } },
    { 3, "one file, start to exit, ms", "validate one", NULL, TARGET_SECONDS,
      0.010, { 0, 0 } },
    { 3, "--version, start to exit, ms", "--version", NULL, TARGET_SECONDS,
      0.003, { 0, 0 } },
    { 4, "a file of 100 : of 10", "validate 100", "validate 10",
      TARGET_GROWTH, 1.1, { 100, 10 } },
    { 4, "a file of 10,000 : of 10", "validate 10,000", "validate 10",
      TARGET_GROWTH, 1.1, { 10000, 10 } },
    { 4, "write 174 KPIs : libxlsxwriter", "write 174 KPIs", NULL,
      TARGET_WRITING, 1.3, { 0, 0 } },
    { 4, "write 1,000 KPIs : libxlsxwriter", "write 1,000 KPIs", NULL,
      TARGET_WRITING, 1.3, { 0, 0 } },
    { 4, "write 5,000 KPIs : libxlsxwriter", "write 5,000 KPIs", NULL,
      TARGET_WRITING, 1.3, { 0, 0 } },
    { 4, "write 100,000 KPIs : libxlsxwriter", "write 100,000 KPIs", NULL,
      TARGET_WRITING, 1.3, { 0, 0 } },
    { 4, "memory of 100,000 KPIs, MiB", "consolidate 100,000 KPIs", NULL,
      TARGET_MEMORY, 250, { 0, 0 } },
};
enum { TARGETS = sizeof(targets) / sizeof(*targets) };

/* ---- Running ---------------------------------------------------------- */

typedef struct setting {
    const char *kpibook, *tools, *folder;
} setting;

static void put_word(char out[PATH_SIZE], const char *word,
                     const setting *from)
{
    if (strcmp(word, "KPIBOOK") == 0)
        snprintf(out, PATH_SIZE, "%s", from->kpibook);
    else if (strcmp(word, "FLOOR") == 0)
        snprintf(out, PATH_SIZE, "%s/floor", from->tools);
    else if (strcmp(word, "WRITER") == 0)
        snprintf(out, PATH_SIZE, "%s/writer", from->tools);
    else if (word[0] == '@')
        snprintf(out, PATH_SIZE, "%s/%s", from->folder, word + 1);
    else
        snprintf(out, PATH_SIZE, "%s", word);
}

static bool run_once(run *r, const setting *from)
{
    static char paths[MOST_WORDS][PATH_SIZE];
    char *words[MOST_WORDS + 1] = { NULL };
    sample *s = &r->samples[r->rounds];
    bool ok;

    for (size_t i = 0; i < MOST_WORDS && r->words[i] != NULL; i++) {
        put_word(paths[i], r->words[i], from);
        words[i] = paths[i];
    }
    ok = access(words[0], X_OK) == 0 &&
         (r->kind == RUN_WRITER ? measure_writer(s, words)
          : r->kind == RUN_PAIR ? measure_pair(s, words)
                                : measure(s, words, -1));
    r->rounds += ok ? 1 : 0;
    return ok;
}

/* Short commands run to their own number of rounds, the others to `rounds`. */
static void run_all(const setting *from, size_t rounds, bool quick)
{
    for (size_t round = 0; round < MOST_ROUNDS; round++) {
        for (size_t i = 0; i < RUNS; i++) {
            size_t most = runs[i].most_rounds;

            most = most == MOST_ROUNDS ? most
                   : most == 0 || most > rounds ? rounds : most;
            if (round < most && !runs[i].absent && !(quick && runs[i].slow))
                runs[i].absent = !run_once(&runs[i], from);
        }
    }
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
        memcpy(&values[i], (const char *)&r->samples[i] + field,
               sizeof(double));
    qsort(values, r->rounds, sizeof(*values), by_size);
    return r->rounds == 0 ? 0 : values[r->rounds / 2];
}

#define MEDIAN(r, field) median(r, offsetof(sample, field))

static const run *named(const char *label)
{
    for (size_t i = 0; i < RUNS; i++) {
        if (label != NULL && strcmp(runs[i].label, label) == 0)
            return &runs[i];
    }
    return NULL;
}

static void put_runs(bool quick)
{
    printf("%-26s %9s %9s %9s %6s\n", "median of", "cpu s", "clock s",
           "peak MiB", "runs");
    for (size_t i = 0; i < RUNS; i++) {
        const run *r = &runs[i];

        if (quick && r->slow)
            continue;
        if (r->absent || r->rounds == 0)
            printf("%-26s %s\n", r->label,
                   r->kind == RUN_PEER ? "not installed: skipped" : "failed");
        else
            printf("%-26s %9.4f %9.4f %9.1f %6zu\n", r->label,
                   MEDIAN(r, cpu), MEDIAN(r, clock), MEDIAN(r, peak),
                   r->rounds);
    }
}

/* ---- Verdicts --------------------------------------------------------- */

/* Without the start of the program, which does not grow. */
static double file_cost(const run *r, unsigned files)
{
    return (MEDIAN(r, cpu) - MEDIAN(named("--version"), cpu)) / files;
}

/* The gain of two processes that share nothing but the machine. */
static double gain_of_two(void)
{
    double two = MEDIAN(named("validate -j1, two of it"), clock);

    return two > 0 ? 2 * MEDIAN(named("validate -j1"), clock) / two : 0;
}

static double value_of(const struct target *t, const run *left,
                       const run *right, double *against)
{
    *against = 1;
    switch (t->kind) {
    case TARGET_RATIO:
        *against = MEDIAN(right, cpu);
        return MEDIAN(left, cpu) / *against;
    case TARGET_SPEEDUP:
        *against = MEDIAN(right, clock);
        return MEDIAN(left, clock) / *against;
    case TARGET_SECONDS:
        return MEDIAN(left, clock);
    case TARGET_MEMORY:
        return MEDIAN(left, peak);
    case TARGET_WRITING:
        *against = MEDIAN(left, bare);
        return MEDIAN(left, cpu) / *against;
    case TARGET_GROWTH:
        return file_cost(left, t->files[0]) / file_cost(right, t->files[1]);
    }
    return 0;
}

static void put_remark(const struct target *t, const run *left)
{
    if (t->kind == TARGET_WRITING)
        printf("  (%.2f without reading back)",
               (MEDIAN(left, cpu) - MEDIAN(left, verifying)) /
                   MEDIAN(left, bare));
    if (t->kind == TARGET_SPEEDUP)
        printf("  (two processes: %.2f)", gain_of_two());
    if (t->kind == TARGET_SECONDS)
        printf("  (%.2f of the processor)", 1000 * MEDIAN(left, cpu));
    if (t->kind == TARGET_GROWTH)
        printf("  (%.3f ms, %.1f MiB)",
               1000 * file_cost(left, t->files[0]), MEDIAN(left, peak));
}

/* Why a value cannot be judged, or NULL. */
static const char *doubt_of(const struct target *t, const run *left,
                            double against)
{
    bool clock = t->kind == TARGET_SPEEDUP || t->kind == TARGET_SECONDS;

    if (clock && MEDIAN(left, clock) > BUSY * MEDIAN(left, cpu))
        return "the machine is busy: not judged";
    if (t->kind == TARGET_SPEEDUP && gain_of_two() < t->limit)
        return "the machine has less than two processors: not judged";
    return against < SMALLEST ? "too small to be judged" : NULL;
}

static bool put_target(const struct target *t)
{
    const run *left = named(t->left), *right = named(t->right);
    double value, against, scale = t->kind == TARGET_SECONDS ? 1000 : 1;
    const char *doubt;
    bool met;

    if (left->rounds == 0 || (right != NULL && right->rounds == 0)) {
        printf("%u  %-34s not measured\n", t->number, t->what);
        return !left->absent;
    }
    value = value_of(t, left, right, &against);
    doubt = doubt_of(t, left, against);
    met = t->kind == TARGET_SPEEDUP ? value >= t->limit : value <= t->limit;
    printf("%u  %-34s %8.2f  (%s %.2f)  %s", t->number, t->what,
           value * scale, t->kind == TARGET_SPEEDUP ? "at least" : "at most",
           t->limit * scale, doubt != NULL ? doubt : met ? "met" : "MISSED");
    put_remark(t, left);
    printf("\n");
    return met || doubt != NULL;
}

int main(int argc, char **argv)
{
    size_t rounds = argc > 4 ? (size_t)atoi(argv[4]) : 0;
    bool quick = argc > 5 && strcmp(argv[5], "quick") == 0;
    setting from = { NULL, NULL, NULL };
    int missed = 0;

    if (argc < 5 || rounds == 0 || rounds > MOST_ROUNDS) {
        fprintf(stderr,
                "usage: bench KPIBOOK TOOLS FOLDER ROUNDS [quick]\n");
        return 2;
    }
    from.kpibook = argv[1];
    from.tools = argv[2];
    from.folder = argv[3];
    run_all(&from, rounds, quick);
    put_runs(quick);
    printf("\n");
    for (size_t i = 0; i < TARGETS; i++)
        missed |= put_target(&targets[i]) ? 0 : 1;
    printf("5  past one machine: tests/golden/parallel.sh, in make test\n");
    return missed;
}
