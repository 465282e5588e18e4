/*
 * xml_record.c - what a handler saw of a part, to be seen again
 */
#include "ooxml/xml_record.h"

#include <stdlib.h>

#include "ooxml/xml_parts.h"

enum { MOST_BYTES = 128 * 1024 };

void xml_record_init(xml_record *r)
{
    *r = (xml_record){ .events = NULL };
    arena_init(&r->memory, MOST_BYTES);
}

void xml_record_free(xml_record *r)
{
    arena_free(&r->memory);
}

bool xml_record_usable(const xml_record *r)
{
    return !r->memory.failed;
}

/* ---- Taking down ------------------------------------------------------ */

static xml_event *note(xml_record *r, xml_parser *p, xml_event_kind kind,
                       const char *bytes, size_t length)
{
    void *events = r->events;
    xml_event *e = arena_push(&r->memory, &events, &r->count, &r->capacity,
                              sizeof(*e));

    if (e == NULL)
        return NULL;
    r->events = events;
    e->kind = kind;
    e->line = xml_line(p);
    e->bytes = arena_strndup(&r->memory, bytes, length);
    e->length = length;
    return e;
}

static const unsigned char *copy(xml_record *r, const unsigned char *string)
{
    return string == NULL
        ? NULL : (unsigned char *)arena_strdup(&r->memory, (const char *)string);
}

static void note_attributes(xml_record *r, xml_event *e,
                            const xml_attributes *a)
{
    const unsigned char **raw = arena_array(&r->memory, 5 * a->count,
                                            sizeof(*raw));

    e->attributes = (xml_attributes){ a->count, raw };
    for (size_t i = 0; raw != NULL && i < 5 * a->count; i += 5) {
        text value = xml_attribute_value(a, i / 5);

        for (size_t part = 0; part < 3; part++)
            raw[i + part] = copy(r, a->raw[i + part]);
        raw[i + 3] = (unsigned char *)arena_strndup(&r->memory, value.bytes,
                                                    value.length);
        if (raw[i + 3] != NULL)
            raw[i + 4] = raw[i + 3] + value.length;
    }
}

static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *a)
{
    xml_record *r = context;
    xml_event *e = note(r, p, XML_EVENT_START, name, strlen(name));

    if (e != NULL) {
        e->ns = ns;
        note_attributes(r, e, a);
    }
    return r->handler->start(r->handler->context, p, ns, name, a);
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    xml_record *r = context;

    (void)note(r, p, XML_EVENT_END, name, strlen(name));
    r->handler->end(r->handler->context, p, name);
}

static void on_text(void *context, xml_parser *p, const char *bytes,
                    size_t length)
{
    xml_record *r = context;

    (void)note(r, p, XML_EVENT_TEXT, bytes, length);
    r->handler->text(r->handler->context, p, bytes, length);
}

xml_handler xml_record_begin(xml_record *r, const xml_handler *handler)
{
    r->handler = handler;
    return (xml_handler){ r, on_start, on_end,
                          handler->text == NULL ? NULL : on_text };
}

/* ---- Giving again ----------------------------------------------------- */

static void give(xml_parser *p, const xml_event *e)
{
    const xml_handler *h = p->handler;

    switch (e->kind) {
    case XML_EVENT_START:
        (void)h->start(h->context, p, e->ns, e->bytes, &e->attributes);
        break;
    case XML_EVENT_END:
        h->end(h->context, p, e->bytes);
        break;
    case XML_EVENT_TEXT:
        h->text(h->context, p, e->bytes, e->length);
        break;
    }
}

kpi_status xml_record_play(const xml_record *r, const char *part,
                           const kpi_limits *limits,
                           const xml_handler *handler, kpi_error *err)
{
    const xml_input input = { .part = part };
    xml_parser *p = xml_parser_new(&input, limits, handler, err);
    kpi_status status;

    if (p == NULL)
        return kpi_fail_nomem(err);
    for (size_t i = 0; i < r->count && !p->ended; i++) {
        p->again = &r->events[i];
        give(p, p->again);
    }
    status = p->status;
    free(p);
    return status;
}
