/*
 * xml_edit.c - changes to the bytes of a part, collected and then applied
 */
#include "annotate/xml_edit.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PRINTED = 512, LONGEST_ENTITY = 11 };

void xml_edit_init(xml_edit *e, arena *memory)
{
    *e = (xml_edit){ .memory = memory };
}

void xml_edit_replace(xml_edit *e, size_t from, size_t to, text put)
{
    void *items = e->items;
    char *copy = arena_strndup(e->memory, put.bytes, put.length);
    xml_change *c = copy == NULL ? NULL
        : arena_push(e->memory, &items, &e->count, &e->capacity, sizeof(*c));

    if (c == NULL) {
        e->failed = true;
        return;
    }
    e->items = items;
    *c = (xml_change){ from, to, e->count, text_slice(copy, put.length) };
}

void xml_edit_insert(xml_edit *e, size_t at, text put)
{
    xml_edit_replace(e, at, at, put);
}

void xml_edit_remove(xml_edit *e, size_t from, size_t to)
{
    xml_edit_replace(e, from, to, text_of(""));
}

void xml_edit_printf(xml_edit *e, size_t from, size_t to, const char *format,
                     ...)
{
    char printed[PRINTED];
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(printed, sizeof(printed), format, args);
    va_end(args);
    if (length < 0 || (size_t)length >= sizeof(printed))
        e->failed = true;
    else
        xml_edit_replace(e, from, to, text_slice(printed, (size_t)length));
}

void xml_edit_attribute(xml_edit *e, const scan *s, const scan_tag *tag,
                        const char *name, const char *value)
{
    scan_attribute a;

    if (!scan_find(s, tag, name, false, &a)) {
        if (value != NULL)
            xml_edit_printf(e, tag->attributes, tag->attributes,
                            " %s=\"%s\"", name, value);
    } else if (value == NULL) {
        xml_edit_remove(e, a.from, a.to);
    } else {
        size_t at = (size_t)(a.value.bytes - s->part.bytes);

        xml_edit_replace(e, at, at + a.value.length, text_of(value));
    }
}

void xml_edit_append(xml_edit *e, const scan_tag *start, const scan_tag *end,
                     text inner)
{
    buf b;

    if (!start->empty) {
        xml_edit_insert(e, end->from, inner);
        return;
    }
    buf_init(&b);
    buf_char(&b, '>');
    buf_text(&b, inner);
    buf_string(&b, "</");
    if (start->prefix.length != 0) {
        buf_text(&b, start->prefix);
        buf_char(&b, ':');
    }
    buf_text(&b, start->local);
    buf_char(&b, '>');
    if (!buf_ok(&b))
        e->failed = true;
    else
        xml_edit_replace(e, start->to - 2, start->to, buf_slice(&b));
    buf_free(&b);
}

static int compare_changes(const void *left, const void *right)
{
    const xml_change *a = left, *b = right;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

bool xml_edit_apply(buf *out, xml_edit *e, text part)
{
    size_t at = 0;

    if (e->count > 1)
        qsort(e->items, e->count, sizeof(*e->items), compare_changes);
    for (size_t i = 0; i < e->count && !e->failed; i++) {
        const xml_change *c = &e->items[i];

        if (c->from < at || c->to < c->from || c->to > part.length)
            return false;
        buf_text(out, text_cut(part, at, c->from));
        buf_text(out, c->put);
        at = c->to;
    }
    buf_text(out, text_from(part, at));
    return !e->failed && buf_ok(out);
}

/* ---- Text ------------------------------------------------------------- */

static const struct {
    char c;
    const char *entity;
} entities[] = {
    { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" },
    { '\'', "&apos;" },
};
enum { ENTITIES = sizeof(entities) / sizeof(*entities) };

static void put_ascii(buf *out, char c)
{
    for (size_t i = 0; i < ENTITIES - 1; i++) {
        if (c == entities[i].c) {
            buf_string(out, entities[i].entity);
            return;
        }
    }
    buf_char(out, c);
}

void xml_put_text(buf *out, text t)
{
    for (size_t at = 0; at < t.length;) {
        uint32_t c = utf8_next(t, &at);
        char bytes[4];

        if (c == '\r')
            buf_string(out, "&#13;");
        else if (c >= 0x20 && c < 0x80)
            put_ascii(out, (char)c);
        else if (c == '\t' || c == '\n')
            buf_char(out, (char)c);
        else if (c < 0x20 || c == 0xFFFE || c == 0xFFFF)
            buf_string(out, "\xEF\xBF\xBD");
        else
            buf_add(out, bytes, utf8_put(bytes, c));
    }
}

static bool is_escape(text t, size_t at)
{
    if (t.length - at < 7 || t.bytes[at] != '_' || t.bytes[at + 1] != 'x' ||
        t.bytes[at + 6] != '_')
        return false;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = ascii_lower(t.bytes[i]);

        if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
            return false;
    }
    return true;
}

void xml_put_xstring(buf *out, text t)
{
    size_t from = 0;

    for (size_t at = 0; at < t.length; at++) {
        if (!is_escape(t, at))
            continue;
        xml_put_text(out, text_cut(t, from, at));
        buf_string(out, "_x005F_");
        from = at + 1;
    }
    xml_put_text(out, text_from(t, from));
}

/* &#12; &#xC;: 0 when it is none. */
static uint32_t reference(text name)
{
    bool hex = name.length > 1 && name.bytes[1] == 'x';
    uint32_t value = 0;

    if (!text_starts(name, "#") || name.length < 2 || name.length > 9)
        return 0;
    for (size_t i = hex ? 2 : 1; i < name.length; i++) {
        char c = ascii_lower(name.bytes[i]);

        if (ascii_is_digit(c))
            value = value * (hex ? 16 : 10) + (uint32_t)(c - '0');
        else if (hex && c >= 'a' && c <= 'f')
            value = value * 16 + (uint32_t)(c - 'a' + 10);
        else
            return 0;
    }
    return value;
}

void xml_put_plain(buf *out, text raw)
{
    for (size_t at = 0; at < raw.length; at++) {
        size_t end = raw.bytes[at] != '&' ? SIZE_MAX
            : text_find(text_cut(raw, 0, at + LONGEST_ENTITY), ";", at);
        size_t i;
        char bytes[4];
        size_t size;

        if (end == SIZE_MAX) {
            buf_char(out, raw.bytes[at]);
            continue;
        }
        for (i = 0; i < ENTITIES; i++) {
            if (text_is(text_cut(raw, at, end + 1), entities[i].entity))
                break;
        }
        if (i < ENTITIES) {
            buf_char(out, entities[i].c);
            at = end;
            continue;
        }
        size = utf8_put(bytes, reference(text_cut(raw, at + 1, end)));
        if (size == 0 || reference(text_cut(raw, at + 1, end)) == 0) {
            buf_char(out, '&');
            continue;
        }
        buf_add(out, bytes, size);
        at = end;
    }
}
