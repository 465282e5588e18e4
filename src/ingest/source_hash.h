/*
 * source_hash.h - SHA-256 of a file, as 64 hex digits (only room of nettle)
 */
#ifndef KPIBOOK_INGEST_SOURCE_HASH_H
#define KPIBOOK_INGEST_SOURCE_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { SOURCE_HASH_SIZE = 65 };

void source_hash(char out[SOURCE_HASH_SIZE], const void *bytes, size_t size);

/* The same of bytes that come in pieces. */
typedef struct source_hasher {
    uint64_t room[24]; /* nettle's state lies here */
} source_hasher;
void source_hash_start(source_hasher *h);
void source_hash_add(source_hasher *h, const void *bytes, size_t size);
void source_hash_end(char out[SOURCE_HASH_SIZE], source_hasher *h);

#endif
