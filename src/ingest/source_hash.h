/*
 * source_hash.h - SHA-256 of a file, as 64 hex digits (only room of nettle)
 */
#ifndef KPIBOOK_INGEST_SOURCE_HASH_H
#define KPIBOOK_INGEST_SOURCE_HASH_H

#include <stddef.h>

enum { SOURCE_HASH_SIZE = 65 };

void source_hash(char out[SOURCE_HASH_SIZE], const void *bytes, size_t size);

#endif
