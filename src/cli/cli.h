/*
 * cli.h - what the commands share: an invocation, its exit codes, its words
 *
 * The command line sees only kpibook.h. A command is a function over a `cli`
 * that main.c filled from the options; it returns an exit code.
 */
#ifndef KPIBOOK_CLI_CLI_H
#define KPIBOOK_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "kpibook.h"

enum cli_exit {
    CLI_DONE = 0,     /* no error findings */
    CLI_FINDINGS = 1, /* error findings; an unreadable input is one */
    CLI_USAGE = 2,    /* usage or plan error */
    CLI_OUTPUT = 3    /* output not written, or out of memory */
};

enum { CLI_CHANGES = 32 };

typedef struct cli {
    const struct cli_command *command;
    kpi_language language;
    kpi_plan *plan;         /* never NULL in a command */
    kpi_limits limits;
    char **inputs;
    size_t input_count;
    /* options, as given; NULL or 0 when not */
    const char *plan_file, *format, *to, *output, *lang, *as_of, *sheet;
    const char *progress, *color, *jobs, *encoding, *profile, *grade;
    const char *ledger, *sign, *previous, *mail, *annotate, *from, *schema;
    const char *whatif, *use;
    const char *changes[CLI_CHANGES]; /* --set KEY=VALUE */
    size_t change_count;
    bool quiet, verbose, force, help, version;
    bool summary, only_accepted, sources, strip, no_fast_path, mic;
    bool may_be_empty; /* a folder without workbooks is no misuse */
} cli;

typedef struct cli_command {
    const char *name;
    int (*run)(cli *c);
    bool needs_plan;
    const char *usage;      /* behind "kpibook NAME" */
    const char *help[2];    /* one line, by kpi_language */
    const char *example;
} cli_command;

int cmd_validate(cli *c);
int cmd_consolidate(cli *c);
int cmd_export(cli *c);
int cmd_cells(cli *c);
int cmd_inspect(cli *c);
int cmd_explain(cli *c);
int cmd_rules(cli *c);
int cmd_init(cli *c);
int cmd_status(cli *c);
int cmd_annotate(cli *c);
int cmd_template(cli *c);
int cmd_diff(cli *c);

/* Reads a plan file, with keys set to other values; *out is yours. */
int cli_load_plan(kpi_plan **out, const cli *c, const char *file,
                  const char *const *changes, size_t count);
/* The text of the invocation's language. */
const char *cli_say(const cli *c, const char *japanese, const char *english);
/* `kpibook: text` on stderr. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void cli_message(const cli *c, const char *format, ...);
/* As cli_message, with a pointer to --help; returns CLI_USAGE. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
int cli_misuse(const cli *c, const char *format, ...);
/* Says what failed and returns the exit code that the status asks for. */
int cli_fail(const cli *c, const kpi_error *err);
/* A reason why a file could not be read. */
void cli_cause(kpi_error *out, const char *rule, const char *message);
/* A kpi_write to a FILE* (the context). */
bool cli_write(void *stream, const void *bytes, size_t size);
/* Closes stdout: a full disk turns `code` into CLI_OUTPUT. */
int cli_finish(const cli *c, int code);
/* The option of the commands whose words are nearest to `word`, or NULL. */
const char *cli_nearest(const char *word, const char *const *words,
                        size_t count);
bool cli_use_color(const cli *c, FILE *stream);

#endif
