/*
 * part_memory.c - parts that many packages hold byte for byte
 */
#include "ooxml/part_memory.h"

#include <stdlib.h>

enum { MOST_PARTS = 32, MOST_SEEN = 128, MOST_PACKED = 16 * 1024 };

typedef struct known_part {
    zip_packed part; /* its bytes lie behind it */
    xml_ns expected;
    uint64_t nesting, attributes, one_parser; /* limits of the parser */
    bool (*start)(void *context, xml_parser *p, xml_ns ns, const char *name,
                  const xml_attributes *attributes);
    uint64_t asked;  /* when, last */
    xml_record record;
    char bytes[];
} known_part;

struct part_memory {
    known_part *parts[MOST_PARTS];
    size_t count;
    uint64_t now;
    uint32_t seen[MOST_SEEN]; /* CRCs of parts that came once */
    size_t next_seen;
    zip_inflater inflater;
};

part_memory *part_memory_new(void)
{
    return calloc(1, sizeof(part_memory));
}

static void drop(known_part *known)
{
    if (known != NULL)
        xml_record_free(&known->record);
    free(known);
}

void part_memory_free(part_memory *m)
{
    if (m == NULL)
        return;
    for (size_t i = 0; i < m->count; i++)
        drop(m->parts[i]);
    zip_inflater_free(&m->inflater);
    free(m);
}

static bool same_part(const zip_packed *a, const zip_packed *b)
{
    return a->crc == b->crc && a->size == b->size && a->method == b->method &&
           text_equal(a->bytes, b->bytes);
}

static bool read_alike(const known_part *known, const part_reading *how)
{
    return known->start == how->handler->start &&
           known->expected == how->expected &&
           known->nesting == how->limits->nesting &&
           known->attributes == how->limits->attributes &&
           known->one_parser == how->limits->one_parser;
}

const xml_record *part_memory_find(part_memory *m, const zip_packed *part,
                                   const part_reading *how)
{
    for (size_t i = 0; m != NULL && i < m->count; i++) {
        known_part *known = m->parts[i];

        if (same_part(&known->part, part) && read_alike(known, how)) {
            known->asked = ++m->now;
            return &known->record;
        }
    }
    return NULL;
}

bool part_memory_wants(part_memory *m, const zip_packed *part)
{
    if (m == NULL || part->bytes.length == 0 ||
        part->bytes.length > MOST_PACKED)
        return false;
    for (size_t i = 0; i < MOST_SEEN; i++)
        if (m->seen[i] == part->crc)
            return true;
    m->seen[m->next_seen] = part->crc;
    m->next_seen = (m->next_seen + 1) % MOST_SEEN;
    return false;
}

/* A free place, or that of the part that was not asked for the longest. */
static known_part **place_for(part_memory *m)
{
    known_part **oldest = &m->parts[0];

    if (m->count < MOST_PARTS)
        return &m->parts[m->count++];
    for (size_t i = 1; i < MOST_PARTS; i++)
        if (m->parts[i]->asked < (*oldest)->asked)
            oldest = &m->parts[i];
    drop(*oldest);
    return oldest;
}

void part_memory_keep(part_memory *m, const zip_packed *part,
                      const part_reading *how, xml_record *record)
{
    known_part *known = xml_record_usable(record)
        ? malloc(sizeof(*known) + part->bytes.length) : NULL;

    if (known == NULL)
        return;
    *known = (known_part){ .part = *part, .expected = how->expected,
                           .nesting = how->limits->nesting,
                           .attributes = how->limits->attributes,
                           .one_parser = how->limits->one_parser,
                           .start = how->handler->start, .asked = ++m->now,
                           .record = *record };
    memcpy(known->bytes, part->bytes.bytes, part->bytes.length);
    known->part.bytes.bytes = known->bytes;
    xml_record_init(record);
    *place_for(m) = known;
}

zip_inflater *part_memory_inflater(part_memory *m)
{
    return m == NULL ? NULL : &m->inflater;
}
