/*
 * ledger.h - 受付簿: what was received, when, with which verdict (JSON Lines)
 */
#ifndef KPIBOOK_OUTPUT_LEDGER_H
#define KPIBOOK_OUTPUT_LEDGER_H

#include "check/check.h"

/*
 * One line a file, at `moment` (YYYY-MM-DDTHH:MM:SSZ). With `signed_by` (may
 * be NULL) one more: who, and the SHA-256 of every file that counts.
 */
void ledger_put(buf *out, const dataset *d, const plan *p, const char *as_of,
                const char *moment, const char *signed_by);

#endif
