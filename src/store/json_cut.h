/*
 * json_cut.h - the projects of a kpibook.dataset/1 taken out one by one
 *
 * A dataset of 100,000 KPIs is 200 MB of JSON, of which a tree takes ten
 * times as much. So the text is gone through twice: what stands around the
 * items of "projects" is small and read first, as the JSON that it is
 * without them; then each item by itself. The text comes in pieces of any
 * size, cut anywhere.
 *
 * Only brackets and strings are looked at. What that does not do for, such
 * as a list that does not end, a stray comma or a second "projects", is
 * called odd, and has to be read whole, by who can tell what is wrong.
 */
#ifndef KPIBOOK_STORE_JSON_CUT_H
#define KPIBOOK_STORE_JSON_CUT_H

#include "base/buf.h"
#include "store/store.h"

/* Gives all of the text to the sink, each time it is asked. */
typedef struct json_pieces {
    kpi_status (*give)(void *context, store_sink sink, void *to,
                       kpi_error *err);
    void *context;
    const char *file; /* for messages */
} json_pieces;

/* Reads kpibook.dataset/1 so; fails as store_read_json() and `give` do. */
kpi_status json_read_pieces(dataset **out, const json_pieces *from,
                            kpi_error *err);

enum { JSON_CUT_KEY = 16 };

typedef struct json_cut {
    buf around;      /* all but the items */
    size_t count;    /* items so far */
    bool odd;
    bool (*take)(void *context, text item, unsigned line); /* NULL: count */
    void *context;
    /* Inside. */
    buf item;
    size_t depth, key_length;
    unsigned line, item_line;
    char key[JSON_CUT_KEY];
    bool in_string, escaped, key_said, seen;
    enum { CUT_OUTSIDE, CUT_FIRST, CUT_NEXT, CUT_ITEM, CUT_BEHIND } at;
} json_cut;

void json_cut_init(json_cut *c);
void json_cut_free(json_cut *c);
/* A store_sink; false when `take` said so, or memory ran out. */
bool json_cut_add(void *cut, text piece);
/* At the end: false for what must be read whole. */
bool json_cut_done(const json_cut *c);

#endif
