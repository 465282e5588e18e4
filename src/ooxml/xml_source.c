/*
 * xml_source.c - the bytes of a part, decoded, in one window
 */
#include "ooxml/xml_parts.h"

#include <stdlib.h>

enum { WINDOW = 256 * 1024, WHOLE = 4 * 1024 * 1024, HEAD = 256 };

/* Scanners look a few bytes ahead. */
static void end_window(xml_source *s)
{
    memset(s->bytes + s->length, 0, XML_PADDING);
}

/* A part of a few MiB comes whole, which inflates twice as fast; of a larger
 * one a window that stays in the processor's cache. */
bool xml_source_init(xml_parser *p, uint64_t size)
{
    xml_source *s = &p->source;

    s->capacity = size != 0 && size <= WHOLE ? (size_t)size + HEAD : WINDOW;
    s->bytes = malloc(s->capacity + XML_PADDING);
    if (s->bytes == NULL)
        p->status = kpi_fail_nomem(p->err);
    else
        end_window(s);
    return s->bytes != NULL;
}

void xml_source_free(xml_parser *p)
{
    free(p->source.bytes);
    free(p->source.encoded);
}

void xml_source_place(const xml_parser *p, size_t at, unsigned *lines,
                      size_t *column)
{
    const xml_source *s = &p->source;
    const unsigned char *from = s->bytes + s->marked, *next;
    const unsigned char *end = s->bytes + (at > s->marked ? at : s->marked);

    *lines = s->lines;
    *column = s->column;
    while ((next = memchr(from, '\n', (size_t)(end - from))) != NULL) {
        (*lines)++;
        *column = 0;
        from = next + 1;
    }
    *column += (size_t)(end - from);
}

unsigned xml_source_mark(xml_parser *p, size_t at)
{
    xml_source *s = &p->source;

    xml_source_place(p, at, &s->lines, &s->column);
    s->marked = at;
    return s->lines;
}

static void move_to_front(xml_parser *p)
{
    xml_source *s = &p->source;

    if (s->at == 0)
        return;
    (void)xml_source_mark(p, s->at);
    s->marked = 0;
    memmove(s->bytes, s->bytes + s->at, s->length - s->at);
    s->length -= s->at;
    s->at = 0;
}

static size_t read_bytes(xml_parser *p, unsigned char *to, size_t room,
                         size_t least)
{
    size_t length = 0, got = 1;

    while (p->status == KPI_OK && got != 0 && length < least) {
        p->status = p->input->read(p->input->context, to + length,
                                   room - length, &got, p->err);
        length += got;
    }
    p->source.ended = got == 0;
    return p->status == KPI_OK ? length : 0;
}

/* The first bytes show the encoding; false when it is none of ours. */
static bool begin(xml_parser *p)
{
    xml_source *s = &p->source;
    size_t skip;

    s->begun = true;
    s->length = read_bytes(p, s->bytes, s->capacity, HEAD);
    if (p->status != KPI_OK)
        return false;
    s->decoder.encoding = xml_encoding_of(s->bytes, s->length, &skip);
    if (s->decoder.encoding == XML_UNKNOWN) {
        p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged",
                             p->input->part, "the part is neither in UTF-8 "
                             "nor in UTF-16");
        return false;
    }
    s->at = skip;
    if (s->decoder.encoding != XML_UTF8) {
        size_t room = s->capacity * XML_DECODE_GROWTH + 8;

        s->encoded = s->bytes;
        s->bytes = malloc(room + XML_PADDING);
        if (s->bytes == NULL) {
            p->status = kpi_fail_nomem(p->err);
            return false;
        }
        s->length = xml_decode(&s->decoder, s->bytes, s->encoded + skip,
                               s->length - skip);
        s->at = 0;
    }
    end_window(s);
    return s->length > s->at;
}

/* All that was decoded is taken before more is. */
static bool decode_more(xml_parser *p)
{
    xml_source *s = &p->source;
    size_t got;

    if (s->at < s->length)
        return false;
    move_to_front(p);
    got = read_bytes(p, s->encoded, s->capacity, 1);
    s->length = xml_decode(&s->decoder, s->bytes, s->encoded, got);
    if (got == 0 && p->status == KPI_OK &&
        xml_decode_unfinished(&s->decoder)) {
        s->decoder.has_half = false;
        s->decoder.high = 0;
        s->bytes[s->length++] = 0xFF;
    }
    end_window(s);
    return got != 0 || s->length != 0;
}

bool xml_source_more(xml_parser *p)
{
    xml_source *s = &p->source;
    size_t got;

    if (p->status != KPI_OK)
        return false;
    if (!s->begun)
        return begin(p);
    if (s->encoded != NULL)
        return decode_more(p);
    move_to_front(p);
    if (s->ended || s->length == s->capacity)
        return false;
    got = read_bytes(p, s->bytes + s->length, s->capacity - s->length, 1);
    s->length += got;
    end_window(s);
    return got != 0;
}
