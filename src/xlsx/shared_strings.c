/*
 * shared_strings.c - xl/sharedStrings.xml
 */
#include "xlsx/shared_strings.h"

#include <stdlib.h>
#include <string.h>

#include "xlsx/fast_text.h"
#include "xlsx/xstring.h"

/* <si><t> stand below the table. */
enum { ITEM_DEPTH = 2,
       /* Of the padding behind the bytes that are scanned. */
       SHORT = 32 };

rich_place rich_enter(rich_place parent, const char *name)
{
    if (parent == RICH_ITEM && strcmp(name, "t") == 0)
        return RICH_TEXT;
    if (parent == RICH_ITEM && strcmp(name, "r") == 0)
        return RICH_RUN;
    if (parent == RICH_RUN && strcmp(name, "t") == 0)
        return RICH_RUN_TEXT;
    return RICH_NONE;
}

rich_place rich_leave(rich_place place)
{
    switch (place) {
    case RICH_TEXT:
    case RICH_RUN:
        return RICH_ITEM;
    case RICH_RUN_TEXT:
        return RICH_RUN;
    default:
        return RICH_NONE;
    }
}

typedef struct reader {
    shared_strings *strings;
    const kpi_limits *limits;
    rich_place place;
    size_t item_start, text_start;
    bool in_table;
} reader;

void shared_strings_free(shared_strings *strings)
{
    free(strings->bytes);
    free(strings->ends);
    *strings = (shared_strings){ NULL, 0, 0, NULL, 0, 0 };
}

/* Doubles a block until it holds `least` items; false without memory. */
static bool grow(void **block, size_t *room, size_t least, size_t size)
{
    size_t wanted = *room == 0 ? 1024 : *room;
    void *grown;

    while (wanted < least) {
        if (wanted > SIZE_MAX / 2 / size)
            return false;
        wanted *= 2;
    }
    grown = realloc(*block, wanted * size);
    if (grown == NULL)
        return false;
    *block = grown;
    *room = wanted;
    return true;
}

/* What is to be said of a string that does not fit; KPI_OK when it does. */
typedef enum refusal {
    FITS, STRING_TOO_LONG, TEXT_TOO_LONG, TOO_MANY, TOO_MUCH_MEMORY, NO_MEMORY
} refusal;

static refusal make_or_refuse(const reader *r, size_t length, size_t count)
{
    shared_strings *s = r->strings;
    void *block = s->bytes, *ends = s->ends;

    if (length - r->item_start > r->limits->string_bytes)
        return STRING_TOO_LONG;
    if (length > r->limits->text_bytes)
        return TEXT_TOO_LONG;
    if (count > r->limits->strings)
        return TOO_MANY;
    if (length + count * sizeof(*s->ends) > r->limits->memory_bytes)
        return TOO_MUCH_MEMORY;
    if (length > s->capacity && !grow(&block, &s->capacity, length, 1))
        return NO_MEMORY;
    s->bytes = block;
    if (count > s->room && !grow(&ends, &s->room, count, sizeof(*s->ends)))
        return NO_MEMORY;
    s->ends = ends;
    return FITS;
}

static inline refusal room_for(const reader *r, size_t bytes, size_t items)
{
    const shared_strings *s = r->strings;
    const kpi_limits *most = r->limits;
    size_t length = s->length + bytes, count = s->count + items;

    if (length <= s->capacity && count <= s->room &&
        length - r->item_start <= most->string_bytes &&
        length <= most->text_bytes && count <= most->strings)
        return FITS;
    return make_or_refuse(r, length, count);
}

static bool make_room(reader *r, xml_parser *p, size_t bytes, size_t items)
{
    static const struct {
        const char *what, *option;
        size_t limit; /* offset in kpi_limits */
    } refusals[] = {
        [STRING_TOO_LONG] = { "a string has more bytes", "string-bytes",
                              offsetof(kpi_limits, string_bytes) },
        [TEXT_TOO_LONG] = { "the strings together have more bytes",
                            "text-bytes", offsetof(kpi_limits, text_bytes) },
        [TOO_MANY] = { "there are more shared strings", "strings",
                       offsetof(kpi_limits, strings) },
        [TOO_MUCH_MEMORY] = { "the strings need more memory", "memory-bytes",
                              offsetof(kpi_limits, memory_bytes) },
    };
    refusal why = room_for(r, bytes, items);
    uint64_t limit;

    if (why == FITS)
        return true;
    if (why == NO_MEMORY) {
        xml_fail_status(p, kpi_fail_nomem(xml_error(p)));
        return false;
    }
    memcpy(&limit, (const char *)r->limits + refusals[why].limit,
           sizeof(limit));
    xml_fail_limit(p, refusals[why].what, refusals[why].option, limit);
    return false;
}

static void add_bytes(shared_strings *s, const char *bytes, size_t length)
{
    memcpy(s->bytes + s->length, bytes, length);
    s->length += length;
}

static void add_item(shared_strings *s)
{
    s->ends[s->count++] = s->length;
}

static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *attributes)
{
    reader *r = context;

    (void)attributes;
    if (ns != XML_NS_MAIN)
        return false;
    if (r->place == RICH_NONE) {
        if (!r->in_table) {
            r->in_table = strcmp(name, "sst") == 0;
            if (!r->in_table)
                xml_fail(p, KPI_E_INPUT, "file-damaged",
                         "the part holds no shared strings");
            return r->in_table;
        }
        if (strcmp(name, "si") != 0)
            return false;
        r->place = RICH_ITEM;
        r->item_start = r->strings->length;
        return true;
    }
    if (rich_enter(r->place, name) == RICH_NONE)
        return false;
    r->place = rich_enter(r->place, name);
    r->text_start = r->strings->length;
    return true;
}

static void on_text(void *context, xml_parser *p, const char *bytes,
                    size_t length)
{
    reader *r = context;

    if ((r->place == RICH_TEXT || r->place == RICH_RUN_TEXT) &&
        make_room(r, p, length, 0))
        add_bytes(r->strings, bytes, length);
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    reader *r = context;
    shared_strings *s = r->strings;

    (void)name;
    if ((r->place == RICH_TEXT || r->place == RICH_RUN_TEXT) &&
        s->bytes != NULL)
        s->length = r->text_start +
                    xstring_decode(s->bytes + r->text_start,
                                   s->length - r->text_start);
    if (r->place == RICH_ITEM && make_room(r, p, 0, 1))
        add_item(s);
    r->place = rich_leave(r->place);
}

/* ---- Plain items, straight from the bytes ----------------------------- */

/*
 * <si><t>text</t></si> without entities and escapes; NULL for all else, and
 * where a limit is met: the item then comes as events.
 */
static inline const unsigned char *take_item(reader *r,
                                             const unsigned char *s)
{
    shared_strings *to = r->strings;
    const unsigned char *end, *next;
    size_t length;

    s = FAST_TAG(s, "<si><t");
    if (s != NULL)
        s = *s == '>' ? s + 1 : FAST_TAG(s, " xml:space=\"preserve\">");
    end = s == NULL ? NULL : fast_text_end(s);
    next = end == NULL ? NULL : FAST_TAG(end, "</t></si>");
    if (next == NULL)
        return NULL;
    length = (size_t)(end - s);
    r->item_start = to->length;
    if (room_for(r, length + SHORT, 1) != FITS &&
        room_for(r, length, 1) != FITS)
        return NULL;
    /* Most strings are short: a copy of fixed length needs no call. */
    if (length <= SHORT && to->capacity - to->length >= SHORT)
        memcpy(to->bytes + to->length, s, SHORT);
    else if (length != 0)
        memcpy(to->bytes + to->length, s, length);
    to->length += length;
    add_item(to);
    return next;
}

static size_t scan_items(void *context, xml_parser *p, const char *bytes,
                         size_t length)
{
    reader *r = context;
    const unsigned char *first = (const unsigned char *)bytes;
    const unsigned char *s = first, *next = first;

    (void)length;
    if (r->place != RICH_NONE || !r->in_table ||
        xml_depth(p) + ITEM_DEPTH > r->limits->nesting ||
        r->limits->attributes == 0)
        return 0;
    while (next != NULL) {
        s = next;
        next = take_item(r, s);
    }
    return (size_t)(s - first);
}

kpi_status shared_strings_read(shared_strings *strings, opc *package,
                               size_t entry, kpi_error *err)
{
    reader r = { strings, opc_limits(package), RICH_NONE, 0, 0, false };
    xml_handler handler = { &r, on_start, on_end, on_text };

    return opc_parse_scanned(package, entry, XML_NS_MAIN, &handler,
                             scan_items, err);
}
