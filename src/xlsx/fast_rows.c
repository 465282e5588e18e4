/*
 * fast_rows.c - rows and merged ranges that are written plainly
 *
 * Behind the cells of a row (fast_cells.c), `</row><row r="7" spans="1:5">`
 * goes on with the next one: to the parser it is the same element, which it
 * has open; so that one may declare no namespace. Attributes may be any
 * without a prefix, in any order. Merged ranges are
 *
 *     <mergeCell ref="A1:B2"/>
 *
 * As with cells, the scan stops before whatever is not so, or exceeds a limit.
 */
#include "xlsx/sheet_reader.h"

#include "xlsx/cellref.h"
#include "xlsx/fast_text.h"

enum { ROW_ATTRIBUTES = 8, MOST_INDEX = 9 };

typedef unsigned char byte;

/* ---- Rows ------------------------------------------------------------- */

typedef struct fast_row {
    text names[ROW_ATTRIBUTES]; /* of the attributes */
    size_t count;
    uint32_t row;
} fast_row;

static bool is_again(const fast_row *f, text name)
{
    for (size_t i = 0; i < f->count; i++)
        if (text_equal(f->names[i], name))
            return true;
    return false;
}

static bool take_number(uint32_t *row, text value)
{
    size_t number;

    if (value.length > MOST_INDEX || !text_to_size(value, &number) ||
        number == 0 || number > CELLREF_MAX_ROWS)
        return false;
    *row = (uint32_t)number - 1;
    return true;
}

/* False for what is to be told by the other way. */
static bool take_attribute(fast_row *f, text name, text value)
{
    if (name.length == 0 || f->count == ROW_ATTRIBUTES || is_again(f, name) ||
        text_starts(name, "xmlns"))
        return false;
    f->names[f->count++] = name;
    if (text_is(name, "r"))
        return take_number(&f->row, value);
    return !text_is(name, "hidden") || text_is(value, "0") ||
           text_is(value, "false");
}

static text between(const byte *from, const byte *to)
{
    return (text){ (const char *)from, (size_t)(to - from) };
}

/* Behind "<row"; returns what stands behind the tag, or NULL. */
static const byte *take_begin(fast_row *f, const byte *s)
{
    while (*s == ' ') {
        const byte *name = ++s, *value, *end;

        while ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'))
            s++;
        value = FAST_TAG(s, "=\"");
        end = value == NULL ? NULL : xml_char_run(value, XML_CHAR_VALUE);
        if (end == NULL || *end != '"' ||
            !take_attribute(f, between(name, s), between(value, end)))
            return NULL;
        s = end + 1;
    }
    return *s == '>' ? s + 1 : NULL;
}

/* From the end of a row into the next one. */
static const byte *take_turn(sheet_reader *r, const byte *s)
{
    fast_row f = { .row = r->next_row + 1 };

    s = FAST_TAG(s, "</row><row");
    s = s == NULL ? NULL : take_begin(&f, s);
    if (s == NULL || f.row >= CELLREF_MAX_ROWS ||
        f.count > r->book->limits.attributes)
        return NULL;
    r->next_row = f.row;
    r->next_col = 0;
    return s;
}

static const byte *take_rows(sheet_reader *r, xml_parser *p, const byte *s)
{
    bool turns = !xml_declares(p), wanted = true;
    const byte *next = s;

    while (next != NULL && wanted) {
        s = fast_cells_take(r, next, &wanted);
        next = wanted && turns ? take_turn(r, s) : NULL;
    }
    if (!wanted)
        xml_stop(p);
    return s;
}

/* ---- Merged ranges ---------------------------------------------------- */

static const byte *take_merges(sheet_reader *r, xml_parser *p, const byte *s)
{
    const kpi_limits *limits = &r->book->limits;
    bool wanted = true;

    while (wanted && r->merges < limits->merges) {
        const byte *ref = FAST_TAG(s, "<mergeCell ref=\""), *end = ref;

        while (end != NULL && (*end == ':' || xml_char_is(*end,
                                                          XML_CHAR_NAME)))
            end++;
        if (end == NULL || FAST_TAG(end, "\"/>") == NULL)
            break;
        s = end + 3;
        r->merges++;
        wanted = sheet_merge(r, between(ref, end));
    }
    if (!wanted)
        xml_stop(p);
    return s;
}

/* ---- Both ------------------------------------------------------------- */

size_t fast_rows_scan(void *context, xml_parser *p, const char *bytes,
                      size_t length)
{
    sheet_reader *r = context;
    const kpi_limits *limits = &r->book->limits;
    const byte *first = (const byte *)bytes, *s = first;

    (void)length;
    if (r->place == PLACE_ROW && fast_cells_may(r, xml_depth(p)))
        s = take_rows(r, p, first);
    else if (r->place == PLACE_MERGES && limits->attributes > 0 &&
             xml_depth(p) < limits->nesting)
        s = take_merges(r, p, first);
    return (size_t)(s - first);
}
