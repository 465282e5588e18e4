/*
 * record_value.c - values of fields as text, and back
 */
#include <string.h>

#include "store/record.h"
#include "xlsx/cellref.h"

/* Members are reached by offset; these are the only casts. */
static const void *at(const void *item, size_t offset)
{
    return (const char *)item + offset;
}

static void *at_change(void *item, size_t offset)
{
    return (char *)item + offset;
}

static const char *string_at(const void *item, size_t offset)
{
    const char *s;

    memcpy(&s, at(item, offset), sizeof(s));
    return s != NULL ? s : "";
}

static unsigned unsigned_at(const void *item, size_t offset)
{
    unsigned value;

    memcpy(&value, at(item, offset), sizeof(value));
    return value;
}

static bool bool_at(const void *item, size_t offset)
{
    return *(const bool *)at(item, offset);
}

void record_init(const record *r, void *item)
{
    static const char *const empty = "";

    for (size_t i = 0; i < r->count; i++) {
        const field *f = &r->fields[i];
        place *where;

        switch (f->type) {
        case FIELD_TEXT:
        case FIELD_STRING:
            memcpy(at_change(item, f->offset), &empty, sizeof(empty));
            break;
        case FIELD_SHEET:
            where = at_change(item, f->offset);
            *where = place_none();
            break;
        case FIELD_OBJECT:
            record_init(f->record, item);
            break;
        default:
            break;
        }
    }
}

bool record_is_bare(field_type type)
{
    return type == FIELD_YEAR || type == FIELD_GROUP || type == FIELD_BOOL ||
           type == FIELD_AGREES || type == FIELD_QUANTITY;
}

bool record_is_needed(const field *f)
{
    return f->type == FIELD_CONST || f->type == FIELD_FILE ||
           (f->type == FIELD_CHOICE && f->choice->none == f->choice->count);
}

bool record_present(const field *f, const void *item)
{
    if (f->filled != FIELD_NOWHERE)
        return string_at(item, f->filled)[0] != '\0';
    if (f->flag == FIELD_NOWHERE || bool_at(item, f->flag))
        return true;
    /* A theme without a heading may still have a part. */
    for (size_t i = 0; i < f->record->count; i++) {
        const field *inner = &f->record->fields[i];

        if (inner->type == FIELD_OBJECT && inner->flag != FIELD_NOWHERE &&
            record_present(inner, item))
            return true;
    }
    return false;
}

/* ---- Writing ---------------------------------------------------------- */

static bool put_text(buf *out, const char *s, bool keep_empty)
{
    if (s[0] == '\0' && !keep_empty)
        return false;
    buf_string(out, s);
    return true;
}

static bool put_bool(buf *out, bool value)
{
    buf_string(out, value ? "true" : "false");
    return true;
}

static bool put_quantity(buf *out, const quantity *q, bool exact)
{
    if (!q->known)
        return false;
    if (exact)
        number_put_fraction(out, q->value);
    else
        number_put(out, q->value, NUMBER_EXCEL_DIGITS);
    return true;
}

static bool put_choice(buf *out, const field *f, const void *item)
{
    unsigned value = unsigned_at(item, f->offset);

    if (value == f->choice->none && f->otherwise != FIELD_NOWHERE)
        value = unsigned_at(item, f->otherwise);
    if (value == f->choice->none || value >= f->choice->count)
        return false;
    return put_text(out, f->choice->id(value), true);
}

static bool put_place(buf *out, const place *where, field_type type)
{
    char ref[CELLREF_RANGE_SIZE];

    if (type == FIELD_SHEET)
        return where->sheet != NULL && put_text(out, where->sheet, false);
    if (!where->has_cell)
        return false;
    if (type == FIELD_CELL) {
        cellref_write(ref, where->row, where->col);
    } else {
        if (where->last_row == where->row && where->last_col == where->col)
            return false;
        cellref_write_range(ref, where->row, where->col, where->last_row,
                            where->last_col);
    }
    return put_text(out, ref, true);
}

bool record_put(buf *out, const dataset *d, const field *f, const void *item)
{
    size_t index;
    int year;

    switch (f->type) {
    case FIELD_CONST:
        return put_text(out, f->word, true);
    case FIELD_TEXT:
    case FIELD_STRING:
        return put_text(out, string_at(item, f->offset),
                        f->type == FIELD_TEXT);
    case FIELD_YEAR:
        memcpy(&year, at(item, f->offset), sizeof(year));
        if (year != 0)
            buf_printf(out, "%d", year);
        return year != 0;
    case FIELD_GROUP:
        memcpy(&index, at(item, f->offset), sizeof(index));
        if (index != 0)
            buf_printf(out, "%zu", index);
        return index != 0;
    case FIELD_BOOL:
        return put_bool(out, bool_at(item, f->offset));
    case FIELD_AGREES:
        return bool_at(item, f->offset) &&
               put_bool(out, bool_at(item, f->offset + sizeof(bool)));
    case FIELD_QUANTITY:
    case FIELD_FRACTION:
        return put_quantity(out, at(item, f->offset),
                            f->type == FIELD_FRACTION);
    case FIELD_CHOICE:
        return put_choice(out, f, item);
    case FIELD_SHEET:
    case FIELD_CELL:
    case FIELD_RANGE:
        return put_place(out, at(item, f->offset), f->type);
    case FIELD_FILE:
        memcpy(&index, at(item, f->offset), sizeof(index));
        return index < d->source_count &&
               put_text(out, d->sources[index].file, false);
    case FIELD_OBJECT:
    case FIELD_STRINGS:
    case FIELD_LIST:
        break;
    }
    return false;
}

/* ---- Reading ---------------------------------------------------------- */

static bool set_string(dataset *d, void *into, const text *value,
                       bool *nomem)
{
    const char *s = "";

    if (value != NULL) {
        if (memchr(value->bytes, '\0', value->length) != NULL)
            return false;
        s = dataset_keep_text(d, *value);
    }
    if (s == NULL) {
        *nomem = true;
        return false;
    }
    memcpy(into, &s, sizeof(s));
    return true;
}

static bool set_size(void *into, size_t bytes, const text *value,
                     size_t most)
{
    size_t whole = 0;
    int year;

    if (value != NULL && (!text_to_size(*value, &whole) || whole > most))
        return false;
    year = (int)(whole & 0xFFFF);
    memcpy(into, bytes == sizeof(year) ? (void *)&year : (void *)&whole,
           bytes);
    return true;
}

static bool set_bool(void *into, const text *value)
{
    bool set = value != NULL && text_is(*value, "true");

    if (value != NULL && !set && !text_is(*value, "false"))
        return false;
    memcpy(into, &set, sizeof(set));
    return true;
}

static bool set_quantity(dataset *d, void *into, const text *value,
                         bool exact)
{
    quantity q = { false, NUMBER_ZERO };

    if (value != NULL) {
        q.known = exact ? number_from_fraction(&d->memory, &q.value, *value)
                        : number_from_cell(&d->memory, &q.value, *value);
        if (!q.known)
            return false;
    }
    memcpy(into, &q, sizeof(q));
    return true;
}

static bool set_choice(const field *f, void *item, const text *value)
{
    unsigned v = f->choice->none;

    if (value == NULL && v == f->choice->count) {
        /* Not told: a figure was reported, no figure is a blank. */
        v = ((const quantity *)at(item, f->filled))->known ? STATE_REPORTED
                                                           : STATE_BLANK;
        memcpy(at_change(item, f->offset), &v, sizeof(v));
        return true;
    }
    if (value != NULL) {
        for (v = 0; v < f->choice->count; v++)
            if (v != f->choice->none && text_is(*value, f->choice->id(v)))
                break;
        if (v == f->choice->count)
            return false;
    }
    memcpy(at_change(item, f->offset), &v, sizeof(v));
    return true;
}

static bool set_place(place *where, field_type type, const text *value)
{
    uint32_t row, col, last_row, last_col;
    bool has_cell = where->has_cell;

    if (type == FIELD_CELL) {
        *where = (place){ .sheet = where->sheet };
        if (value == NULL)
            return true;
        if (!cellref_parse(&row, &col, value->bytes, value->length))
            return false;
        *where = place_cell(where->sheet, row, col);
        return true;
    }
    if (value == NULL)
        return true;
    if (!cellref_parse_range(&row, &col, &last_row, &last_col, value->bytes,
                             value->length))
        return false;
    *where = place_range(where->sheet, row, col, last_row, last_col);
    where->has_cell = has_cell;
    return true;
}

/*
 * The source of that name, looked for from the source of the project before
 * (they come in order); one that is not listed is added.
 */
static bool set_file(dataset *d, project *p, const text *value, bool *nomem)
{
    text name = value != NULL ? *value : text_of("");
    size_t index = p > d->projects ? p[-1].source : 0;
    source *s;

    for (size_t i = 0; i < d->source_count; i++) {
        size_t candidate = (index + i) % d->source_count;

        if (text_is(name, d->sources[candidate].file)) {
            p->source = candidate;
            return true;
        }
    }
    s = dataset_add_source(d);
    if (s == NULL || !set_string(d, &s->file, &name, nomem)) {
        *nomem = *nomem || s == NULL;
        return false;
    }
    p->source = d->source_count - 1;
    return true;
}

bool record_set(dataset *d, const field *f, void *item, const text *value,
                bool *nomem)
{
    void *into = at_change(item, f->offset);

    switch (f->type) {
    case FIELD_CONST:
        return value != NULL && text_is(*value, f->word);
    case FIELD_TEXT:
    case FIELD_STRING:
        return set_string(d, into, value, nomem);
    case FIELD_YEAR:
        return set_size(into, sizeof(int), value, 9999);
    case FIELD_GROUP:
        return set_size(into, sizeof(size_t), value, SIZE_MAX);
    case FIELD_BOOL:
        return set_bool(into, value);
    case FIELD_AGREES:
        *(bool *)into = value != NULL;
        return set_bool((bool *)into + 1, value);
    case FIELD_QUANTITY:
        return set_quantity(d, into, value, false);
    case FIELD_FRACTION:
        /* Without the fraction, the rounded figure stays. */
        return value == NULL || set_quantity(d, into, value, true);
    case FIELD_CHOICE:
        return set_choice(f, item, value);
    case FIELD_SHEET:
        return set_string(d, &((place *)into)->sheet, value, nomem);
    case FIELD_CELL:
    case FIELD_RANGE:
        return set_place(into, f->type, value);
    case FIELD_FILE:
        return set_file(d, item, value, nomem);
    case FIELD_OBJECT:
    case FIELD_STRINGS:
    case FIELD_LIST:
        break;
    }
    return false;
}

/* ---- Finding ---------------------------------------------------------- */

const field *record_find(const record *r, const char *path, const void *item)
{
    size_t length = strcspn(path, ".");

    for (size_t i = 0; i < r->count; i++) {
        const field *f = &r->fields[i];

        if (strlen(f->key) != length || strncmp(f->key, path, length) != 0)
            continue;
        if (path[length] == '\0')
            return f;
        if (f->type != FIELD_OBJECT ||
            (item != NULL && !record_present(f, item)))
            return NULL;
        return record_find(f->record, path + length + 1, item);
    }
    return NULL;
}

bool record_set_path(dataset *d, const record *r, const char *path,
                     void *item, const text *value, bool *nomem)
{
    char first[32];
    size_t length = strcspn(path, ".");
    const field *f;

    if (path[length] == '\0') {
        f = record_find(r, path, NULL);
        return f != NULL && record_set(d, f, item, value, nomem);
    }
    if (length >= sizeof(first))
        return false;
    memcpy(first, path, length);
    first[length] = '\0';
    f = record_find(r, first, NULL);
    if (f == NULL || f->type != FIELD_OBJECT)
        return false;
    if (value != NULL && f->flag != FIELD_NOWHERE)
        *(bool *)at_change(item, f->flag) = true;
    return record_set_path(d, f->record, path + length + 1, item, value,
                           nomem);
}

size_t record_list(const field *f, const void *item, const char **items)
{
    size_t count;

    memcpy(items, at(item, f->offset), sizeof(*items));
    memcpy(&count, at(item, f->count), sizeof(count));
    return count;
}

void *record_make_list(dataset *d, const field *f, void *item, size_t count)
{
    size_t size = f->type == FIELD_LIST ? f->record->size
                                        : sizeof(const char *);
    char *items = arena_array(&d->memory, count, size);

    if (items == NULL)
        return NULL;
    if (f->type == FIELD_LIST)
        for (size_t i = 0; i < count; i++)
            record_init(f->record, items + i * size);
    memcpy(at_change(item, f->offset), &items, sizeof(items));
    memcpy(at_change(item, f->count), &count, sizeof(count));
    if (f->record == &record_source)
        d->source_capacity = count;
    if (f->record == &record_project)
        d->project_capacity = count;
    return items;
}

dataset record_titled(const dataset *d, const plan *p)
{
    dataset copy = *d;

    if (p != NULL && p->given && d->title[0] == '\0' &&
        d->municipality[0] == '\0' && d->from == 0 && d->to == 0) {
        copy.title = p->title;
        copy.municipality = p->municipality;
        copy.from = p->from;
        copy.to = p->to;
    }
    return copy;
}

bool record_settle(dataset *d, const char *file)
{
    source *s;

    if (d->source_count > 0 || d->project_count == 0)
        return true;
    s = dataset_add_source(d);
    if (s != NULL)
        s->file = arena_strdup(&d->memory, file);
    return s != NULL && s->file != NULL;
}
