/*
 * zip_plain.c - the headers of a plain archive, read where they lie
 */
#include "ooxml/zip_plain.h"

#include <string.h>

enum { LOCAL_SIZE = 30, LISTED_SIZE = 46, END_SIZE = 22,
       SEARCHED = 0xFFFF + 4 /* bytes that minizip looks for ends in */ };

#define LOCAL_MARK "PK\3\4"
#define LISTED_MARK "PK\1\2"
#define END_MARK "PK\5\6"
#define ZIP64_MARK "PK\6\7"

/* The sizes in the local header are not known yet. */
enum { FLAG_DESCRIPTOR = 8, COUNT_IN_ZIP64 = 0xFFFF };

static bool is_marked(const unsigned char *bytes, const char *mark)
{
    return memcmp(bytes, mark, 4) == 0;
}

/* `count` headers, and nothing else, up to `end`. */
static bool fills(const unsigned char *bytes, uint64_t at, uint64_t end,
                  size_t count)
{
    for (; count > 0; count--) {
        const unsigned char *b = bytes + at;

        if (end - at < LISTED_SIZE || !is_marked(b, LISTED_MARK) ||
            zip_little(b + 30, 2) != 0 ||
            LISTED_SIZE + zip_little(b + 28, 2) + zip_little(b + 32, 2) >
                end - at)
            return false;
        at += LISTED_SIZE + zip_little(b + 28, 2) + zip_little(b + 32, 2);
    }
    return at == end;
}

bool zip_plain_directory(const zip_memory *memory, uint64_t *at, size_t *count)
{
    const unsigned char *bytes = memory->from.bytes;
    uint64_t size = memory->from.size, end, searched;
    const unsigned char *b;
    text tail;

    if (bytes == NULL || size < END_SIZE)
        return false;
    end = size - END_SIZE;
    searched = size < SEARCHED ? size : SEARCHED;
    tail = text_slice((const char *)bytes + size - searched, (size_t)searched);
    b = bytes + end;
    *at = zip_little(b + 16, 4);
    *count = (size_t)zip_little(b + 10, 2);
    return is_marked(b, END_MARK) &&
           text_find(tail, END_MARK, tail.length - END_SIZE + 1) == SIZE_MAX &&
           text_find(tail, ZIP64_MARK, 0) == SIZE_MAX &&
           zip_little(b + 4, 4) == 0 && /* the only disk */
           zip_little(b + 8, 2) == *count && *count != COUNT_IN_ZIP64 &&
           *count > 0 && /* minizip refuses an archive of nothing else */
           *at + zip_little(b + 12, 4) == end && /* its size */
           fills(bytes, *at, end, *count);
}

void zip_plain_entry(const zip_memory *memory, uint64_t *at,
                     zip_stored *entry, text *name)
{
    const unsigned char *b = memory->from.bytes + *at;
    size_t length = (size_t)zip_little(b + 28, 2);

    entry->flags = (uLong)zip_little(b + 8, 2);
    entry->method = (uLong)zip_little(b + 10, 2);
    entry->crc = (uLong)zip_little(b + 16, 4);
    entry->shown.packed = zip_little(b + 20, 4);
    entry->shown.size = zip_little(b + 24, 4);
    entry->named = length;
    entry->header_at = zip_little(b + 42, 4);
    *name = text_slice((const char *)b + LISTED_SIZE, length);
    *at += LISTED_SIZE + length + zip_little(b + 32, 2);
}

bool zip_plain_data(const zip_memory *memory, const zip_stored *entry,
                    uint64_t *at, size_t *extra)
{
    const unsigned char *b;

    if (memory->from.size < LOCAL_SIZE ||
        entry->header_at > memory->from.size - LOCAL_SIZE)
        return false;
    b = memory->from.bytes + entry->header_at;
    *extra = (size_t)zip_little(b + 28, 2);
    *at = entry->header_at + LOCAL_SIZE + entry->named + *extra;
    return is_marked(b, LOCAL_MARK) &&
           zip_little(b + 8, 2) == entry->method &&
           zip_little(b + 26, 2) == entry->named &&
           ((zip_little(b + 6, 2) & FLAG_DESCRIPTOR) != 0 ||
            (zip_little(b + 14, 4) == entry->crc &&
             zip_little(b + 18, 4) == entry->shown.packed &&
             zip_little(b + 22, 4) == entry->shown.size)) &&
           *at <= memory->from.size;
}
