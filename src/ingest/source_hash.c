/*
 * source_hash.c - SHA-256 of a file
 */
#include "ingest/source_hash.h"

#include <nettle/sha2.h>

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(source_hasher),
               "nettle's state has room");

static struct sha256_ctx *state_of(source_hasher *h)
{
    return (struct sha256_ctx *)(void *)h;
}

void source_hash_start(source_hasher *h)
{
    sha256_init(state_of(h));
}

void source_hash_add(source_hasher *h, const void *bytes, size_t size)
{
    sha256_update(state_of(h), size, bytes);
}

void source_hash_end(char out[SOURCE_HASH_SIZE], source_hasher *h)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256_digest(state_of(h), sizeof(digest), digest);
    for (size_t i = 0; i < sizeof(digest); i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    out[2 * sizeof(digest)] = '\0';
}

void source_hash(char out[SOURCE_HASH_SIZE], const void *bytes, size_t size)
{
    source_hasher h;

    source_hash_start(&h);
    source_hash_add(&h, bytes, size);
    source_hash_end(out, &h);
}
