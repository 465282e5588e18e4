/*
 * shared_strings.h - xl/sharedStrings.xml (ECMA-376 Part 1, 18.4)
 *
 * An item is plain text <t>, or runs <r><t>..</t></r> that are joined.
 * Phonetic runs <rPh> hold the reading (ふりがな) that Japanese Excel stores
 * beside typed text; they are not part of the value and are skipped.
 * An item without text holds its place. `count` and `uniqueCount` are hints
 * that real files get wrong: ignored.
 *
 * All bytes lie in one block, each string once, however many cells use it.
 */
#ifndef KPIBOOK_XLSX_SHARED_STRINGS_H
#define KPIBOOK_XLSX_SHARED_STRINGS_H

#include "ooxml/opc.h"

typedef struct shared_strings {
    char *bytes;
    size_t length, capacity;
    size_t *ends; /* where each string ends in `bytes` */
    size_t count, room;
} shared_strings;

/* A zeroed struct is empty. */
void shared_strings_free(shared_strings *strings);
kpi_status shared_strings_read(shared_strings *strings, opc *package,
                               size_t entry, kpi_error *err);
/* False when there is no such string. */
static inline bool shared_strings_at(const shared_strings *s, size_t index,
                                     text *out)
{
    size_t start;

    if (index >= s->count)
        return false;
    start = index == 0 ? 0 : s->ends[index - 1];
    *out = (text){ s->bytes == NULL ? "" : s->bytes + start,
                   s->ends[index] - start };
    return true;
}

/*
 * Text content of <si> and <is>: the same grammar. An element tells whether
 * its text counts by where it stands.
 */
typedef enum rich_place { RICH_NONE, RICH_ITEM, RICH_RUN, RICH_TEXT,
                          RICH_RUN_TEXT } rich_place;
/* The place of element `name` within `parent`; RICH_NONE = skip it. */
rich_place rich_enter(rich_place parent, const char *name);
rich_place rich_leave(rich_place place);

#endif
