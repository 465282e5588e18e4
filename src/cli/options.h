/*
 * options.h - every option of the command line, in one table
 */
#ifndef KPIBOOK_CLI_OPTIONS_H
#define KPIBOOK_CLI_OPTIONS_H

#include "cli/cli.h"

/*
 * Fills `c` from the words behind the command. Options may stand anywhere
 * before "--". Returns CLI_DONE, or CLI_USAGE when something was wrong (it
 * has been said). `c->inputs` points into `argv`, which is reordered.
 */
int options_parse(cli *c, int argc, char **argv);

/* The help of one command, or of all when c->command is NULL. */
void options_help(const cli *c, FILE *out, const cli_command *commands,
                  size_t count);

#endif
