/*
 * store_random.h - datasets with everything in them, from a seed
 *
 * Filled by the tables of record.h, so that a new field is tested in every
 * form without a line here.
 */
#ifndef KPIBOOK_TESTS_STORE_RANDOM_H
#define KPIBOOK_TESTS_STORE_RANDOM_H

#include "support/rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/record.h"
#include "store/store.h"

typedef struct dice {
    uint64_t state;
    dataset *d;
} dice;

static inline uint32_t throw_dice(dice *r, uint32_t sides)
{
    r->state ^= r->state << 13;
    r->state ^= r->state >> 7;
    r->state ^= r->state << 17;
    return (uint32_t)(r->state >> 33) % sides;
}

static const char *const random_texts[] = {
    "", "U・Iターン就職者数", "累計305人", "=1+1", "+a", "-", "@x", "'=", "'",
    "a,b", "\"q\"", "line\nbreak", "cr\r\nlf", "\ttab", "a|b", "\\", "\\|",
    "ユマニチュード®", "𠮷野家", "100,098千トン", "—（H30～）", "null", "0",
    " spaces ", "\x01", "</script>", "①",
};

static inline const char *random_text(dice *r)
{
    return random_texts[throw_dice(r, sizeof(random_texts) /
                                          sizeof(*random_texts))];
}

/* At most 15 significant digits, as all figures that are read. */
static inline quantity random_quantity(dice *r)
{
    static const char *const signs[] = { "", "-" };
    quantity q = { throw_dice(r, 4) > 0, NUMBER_ZERO };
    char decimal[64];
    uint64_t digits = 0;
    uint32_t length = 1 + throw_dice(r, 15);

    for (uint32_t i = 0; i < length; i++)
        digits = digits * 10 + throw_dice(r, 10);
    snprintf(decimal, sizeof(decimal), "%s%" PRIu64 "e%d",
             signs[throw_dice(r, 2)], digits, (int)throw_dice(r, 24) - 14);
    if (q.known)
        assert_true(number_from_decimal(&r->d->memory, &q.value,
                                        text_of(decimal)));
    return q;
}

static inline void random_fraction(dice *r, quantity *q)
{
    char fraction[64];

    if (!q->known)
        return;
    snprintf(fraction, sizeof(fraction), "%u/%u", throw_dice(r, 100000),
             1 + throw_dice(r, 999));
    assert_true(number_from_fraction(&r->d->memory, &q->value,
                                     text_of(fraction)));
}

static inline void random_place(dice *r, place *where, field_type type)
{
    if (type == FIELD_SHEET) {
        where->sheet = random_text(r);
        where->has_cell = throw_dice(r, 4) > 0;
        return;
    }
    if (!where->has_cell)
        return;
    if (type == FIELD_CELL) {
        uint32_t row = throw_dice(r, 1048000);

        *where = place_cell(where->sheet, row, throw_dice(r, 16000));
    } else if (throw_dice(r, 2)) {
        uint32_t down = throw_dice(r, 9);

        *where = place_range(where->sheet, where->row, where->col,
                             where->row + down,
                             where->col + throw_dice(r, 9));
    }
}

static inline void random_record(dice *r, const record *of, void *item);

static inline void random_list(dice *r, const field *f, void *item)
{
    size_t count = throw_dice(r, 4);
    char *items = record_make_list(r->d, f, item, count);

    assert_non_null(items);
    for (size_t i = 0; i < count; i++) {
        const char *s = random_text(r);

        if (f->type == FIELD_LIST)
            random_record(r, f->record, items + i * f->record->size);
        else
            memcpy(items + i * sizeof(s), &s, sizeof(s));
    }
}

static inline void random_value(dice *r, const field *f, void *into)
{
    const char *s;
    quantity q;
    unsigned value;
    size_t size;
    bool yes = throw_dice(r, 2) == 0;
    int year = throw_dice(r, 4) > 0 || strcmp(f->key, "fiscal_year") == 0
                   ? 1950 + (int)throw_dice(r, 150) : 0;

    switch (f->type) {
    case FIELD_TEXT:
    case FIELD_STRING:
        s = random_text(r);
        memcpy(into, &s, sizeof(s));
        break;
    case FIELD_YEAR:
        memcpy(into, &year, sizeof(year));
        break;
    case FIELD_GROUP:
        size = throw_dice(r, 3);
        memcpy(into, &size, sizeof(size));
        break;
    case FIELD_BOOL:
        memcpy(into, &yes, sizeof(yes));
        break;
    case FIELD_AGREES:
        ((bool *)into)[0] = yes;
        ((bool *)into)[1] = yes && throw_dice(r, 2);
        break;
    case FIELD_QUANTITY:
        q = random_quantity(r);
        memcpy(into, &q, sizeof(q));
        break;
    case FIELD_FRACTION:
        random_fraction(r, into);
        break;
    case FIELD_CHOICE:
        value = throw_dice(r, f->choice->count);
        memcpy(into, &value, sizeof(value));
        break;
    case FIELD_SHEET:
    case FIELD_CELL:
    case FIELD_RANGE:
        random_place(r, into, f->type);
        break;
    case FIELD_FILE:
        size = throw_dice(r, (uint32_t)r->d->source_count);
        memcpy(into, &size, sizeof(size));
        break;
    default:
        break;
    }
}

static inline void random_record(dice *r, const record *of, void *item)
{
    for (size_t i = 0; i < of->count; i++) {
        const field *f = &of->fields[i];
        bool there = throw_dice(r, 3) > 0;

        if (f->type == FIELD_OBJECT) {
            if (f->flag != FIELD_NOWHERE)
                memcpy((char *)item + f->flag, &there, sizeof(there));
            if (f->flag == FIELD_NOWHERE || there)
                random_record(r, f->record, item);
        } else if (f->type == FIELD_LIST || f->type == FIELD_STRINGS) {
            random_list(r, f, item);
        } else if (f->type != FIELD_CONST) {
            random_value(r, f, (char *)item + f->offset);
        }
    }
}

/* File names are unique and not empty, as kpi_read and merging make them. */
static inline dataset *random_dataset(uint64_t seed)
{
    const field *sources = record_find(&record_dataset, "sources", NULL);
    const field *projects = record_find(&record_dataset, "projects", NULL);
    dice r = { seed * 0x9E3779B97F4A7C15u + 1, dataset_new(0) };
    dataset *d = r.d;
    size_t count = 1 + throw_dice(&r, 3);
    char *items;

    assert_non_null(d);
    d->fiscal_year = 2016;
    d->title = random_text(&r);
    d->municipality = random_text(&r);
    d->from = 2015;
    items = record_make_list(d, sources, d, count);
    assert_non_null(items);
    for (size_t i = 0; i < count; i++) {
        random_record(&r, &record_source, &d->sources[i]);
        d->sources[i].file = arena_printf(&d->memory, "%zu局.xlsx", i);
    }
    count = throw_dice(&r, 5);
    items = record_make_list(d, projects, d, count);
    assert_non_null(items);
    for (size_t i = 0; i < count; i++)
        random_record(&r, &record_project, &d->projects[i]);
    return d;
}

static inline kpi_source source_of(const char *name, const buf *b)
{
    return (kpi_source){ name, buf_cstr(b), b->length };
}

static inline void assert_same_bytes(const buf *a, const buf *b)
{
    assert_string_equal(buf_cstr(a), buf_cstr(b));
    assert_int_equal(a->length, b->length);
}

#endif
