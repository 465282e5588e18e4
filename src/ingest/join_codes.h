/*
 * join_codes.h - figures in a table that names indicators by their codes alone
 *
 * They are given to the indicators that another table names beside these
 * codes. What no other table names, or contradicts it, is `table-not-read`.
 */
#ifndef KPIBOOK_INGEST_JOIN_CODES_H
#define KPIBOOK_INGEST_JOIN_CODES_H

#include "ingest/reader/reader.h"

/* Before projects are joined by their names. */
void join_codes(reader *r);

#endif
