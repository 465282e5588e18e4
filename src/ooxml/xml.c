/*
 * xml.c - one XML part as events: the face, failing, attributes
 */
#include "ooxml/xml_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- Failing ---------------------------------------------------------- */

static void halt(xml_parser *p)
{
    p->ended = true;
    xml_libxml_stop(p);
}

void xml_place(xml_parser *p, unsigned line, unsigned column)
{
    p->err->line = line;
    p->err->column = column;
}

unsigned xml_line(const xml_parser *p)
{
    unsigned lines;
    size_t column;

    if (p->again != NULL)
        return p->again->line;
    if (p->libxml != NULL)
        return xml_libxml_line(p);
    if (!p->source.begun)
        return 0;
    xml_source_place(p, p->source.at, &lines, &column);
    return lines + 1;
}

size_t xml_depth(const xml_parser *p)
{
    return p->depth;
}

bool xml_declares(const xml_parser *p)
{
    return p->scope_count > 0 &&
           p->scopes[p->scope_count - 1].depth == p->depth;
}

void xml_fail(xml_parser *p, kpi_status status, const char *rule,
              const char *format, ...)
{
    char message[320];
    va_list args;

    if (p->status != KPI_OK || p->ended)
        return;
    va_start(args, format);
    (void)vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    p->status = kpi_fail(p->err, status, rule, p->input->part, "%s", message);
    xml_place(p, xml_line(p), 0);
    halt(p);
}

void xml_fail_limit(xml_parser *p, const char *what, const char *option,
                    uint64_t limit)
{
    if (p->status != KPI_OK || p->ended)
        return;
    p->status = limits_fail(p->err, p->input->part, what, option, limit);
    xml_place(p, xml_line(p), 0);
    halt(p);
}

void xml_fail_status(xml_parser *p, kpi_status status)
{
    if (p->status != KPI_OK || p->ended)
        return;
    p->status = status;
    halt(p);
}

kpi_error *xml_error(xml_parser *p)
{
    return p->err;
}

void xml_stop(xml_parser *p)
{
    p->stopped = true;
    halt(p);
}

/* ---- The parser ------------------------------------------------------- */

/* What is left behind the root element must be white space. */
static void check_rest(xml_parser *p)
{
    xml_source *s = &p->source;

    do {
        for (; s->at < s->length; s->at++) {
            if (ascii_is_space((char)s->bytes[s->at]))
                continue;
            p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged",
                                 p->input->part, "malformed XML: more "
                                 "follows after the document's end");
            return;
        }
    } while (xml_source_more(p));
}

xml_parser *xml_parser_new(const xml_input *input, const kpi_limits *limits,
                           const xml_handler *handler, kpi_error *err)
{
    xml_parser *p = malloc(sizeof(*p));

    if (p == NULL)
        return NULL;
    memset(p, 0, offsetof(xml_parser, scopes));
    p->input = input;
    p->limits = limits;
    p->handler = handler;
    p->err = err != NULL ? err : &p->unseen;
    return p;
}

kpi_status xml_parse_part(const xml_input *input, uint64_t size,
                          const kpi_limits *limits, xml_ns expected,
                          const xml_handler *handler, xml_scan scan,
                          kpi_error *err)
{
    xml_parser *p = xml_parser_new(input, limits, handler, err);
    kpi_status status;

    if (p == NULL)
        return kpi_fail_nomem(err);
    p->expected = expected;
    p->scan = scan;
    if (xml_source_init(p, size) &&
        (limits->one_parser != 0 || !xml_plain_run(p)))
        xml_libxml_run(p);
    if (p->status == KPI_OK && !p->stopped)
        check_rest(p);
    status = p->status;
    xml_plain_free(p);
    xml_source_free(p);
    free(p);
    return status;
}

kpi_status xml_parse(const xml_input *input, const kpi_limits *limits,
                     xml_ns expected, const xml_handler *handler,
                     kpi_error *err)
{
    return xml_parse_part(input, 0, limits, expected, handler, NULL, err);
}

/* ---- Attributes ------------------------------------------------------- */

static bool find_attribute(const xml_attributes *a, const char *name,
                           bool plain, text *out)
{
    for (size_t i = 0; i < a->count; i++) {
        if (xml_attribute_plain(a, i) == plain &&
            strcmp(xml_attribute_name(a, i), name) == 0) {
            *out = xml_attribute_value(a, i);
            return true;
        }
    }
    *out = text_of("");
    return false;
}

bool xml_attribute(const xml_attributes *a, const char *name, text *out)
{
    return find_attribute(a, name, true, out);
}

bool xml_attribute_prefixed(const xml_attributes *a, const char *name,
                            text *out)
{
    return find_attribute(a, name, false, out);
}

bool xml_attribute_bool(const xml_attributes *a, const char *name,
                        bool otherwise)
{
    text value;

    xml_attribute(a, name, &value);
    if (text_is(value, "1") || text_is(value, "true") || text_is(value, "on"))
        return true;
    if (text_is(value, "0") || text_is(value, "false") ||
        text_is(value, "off"))
        return false;
    return otherwise;
}
