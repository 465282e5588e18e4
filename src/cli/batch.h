/*
 * batch.h - many files read side by side, their parts in input order
 */
#ifndef KPIBOOK_CLI_BATCH_H
#define KPIBOOK_CLI_BATCH_H

#include "cli/crew.h"
#include "cli/inputs.h"

typedef struct batch {
    input_list inputs;
    kpi_dataset **parts; /* one an input, in the order of the inputs */
    crew *crew;          /* who read them; NULL: the calling thread did */
} batch;

/*
 * Collects the inputs (inputs.h) and reads all, with as many workers as
 * asked for, never more than files. A file that cannot be read is a part
 * with a finding. CLI_DONE, CLI_USAGE or CLI_OUTPUT (out of memory).
 */
int batch_read(batch *b, const cli *c, char *const *words, size_t count);
void batch_free(batch *b);

/*
 * batch_read of all inputs of the command line, consolidated, and checked
 * against --previous. *out is yours; so is what --previous gave (NULL
 * without it) where `previous` asks for it.
 */
int batch_consolidate(kpi_dataset **out, kpi_dataset **previous, const cli *c,
                      const kpi_options *options);
/* As batch_consolidate of one FILE or DIR, without --previous. */
int batch_consolidate_word(kpi_dataset **out, const cli *c,
                           const char *word, const kpi_options *options);
#endif
