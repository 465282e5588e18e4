/*
 * shared_strings.c - xl/sharedStrings.xml
 */
#include "xlsx/shared_strings.h"

#include <stdlib.h>
#include <string.h>

#include "xlsx/xstring.h"

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

static bool within_memory(const reader *r, xml_parser *p, size_t bytes,
                          size_t items)
{
    if (bytes + items * sizeof(size_t) <= r->limits->memory_bytes)
        return true;
    xml_fail_limit(p, "the strings need more memory", "memory-bytes",
                   r->limits->memory_bytes);
    return false;
}

static void add_bytes(reader *r, xml_parser *p, const char *bytes,
                      size_t length)
{
    shared_strings *s = r->strings;
    void *block = s->bytes;

    if (s->length - r->item_start + length > r->limits->string_bytes) {
        xml_fail_limit(p, "a string has more bytes", "string-bytes",
                       r->limits->string_bytes);
        return;
    }
    if (s->length + length > r->limits->text_bytes) {
        xml_fail_limit(p, "the strings together have more bytes",
                       "text-bytes", r->limits->text_bytes);
        return;
    }
    if (s->capacity - s->length < length) {
        if (!within_memory(r, p, s->length + length, s->count))
            return;
        if (!grow(&block, &s->capacity, s->length + length, 1)) {
            xml_fail_status(p, kpi_fail_nomem(xml_error(p)));
            return;
        }
        s->bytes = block;
    }
    memcpy(s->bytes + s->length, bytes, length);
    s->length += length;
}

static void add_item(reader *r, xml_parser *p)
{
    shared_strings *s = r->strings;
    void *block = s->ends;

    if (s->count >= r->limits->strings) {
        xml_fail_limit(p, "there are more shared strings", "strings",
                       r->limits->strings);
        return;
    }
    if (s->count == s->room) {
        if (!within_memory(r, p, s->length, s->count + 1))
            return;
        if (!grow(&block, &s->room, s->count + 1, sizeof(*s->ends))) {
            xml_fail_status(p, kpi_fail_nomem(xml_error(p)));
            return;
        }
        s->ends = block;
    }
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

    if (r->place == RICH_TEXT || r->place == RICH_RUN_TEXT)
        add_bytes(r, p, bytes, length);
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
    if (r->place == RICH_ITEM)
        add_item(r, p);
    r->place = rich_leave(r->place);
}

kpi_status shared_strings_read(shared_strings *strings, opc *package,
                               size_t entry, kpi_error *err)
{
    reader r = { strings, opc_limits(package), RICH_NONE, 0, 0, false };
    xml_handler handler = { &r, on_start, on_end, on_text };

    return opc_parse(package, entry, XML_NS_MAIN, &handler, err);
}

bool shared_strings_at(const shared_strings *s, size_t index, text *out)
{
    size_t start;

    if (index >= s->count)
        return false;
    start = index == 0 ? 0 : s->ends[index - 1];
    *out = text_slice(s->bytes == NULL ? "" : s->bytes + start,
                      s->ends[index] - start);
    return true;
}
