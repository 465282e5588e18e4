/*
 * fast_rows.c - rows and merged ranges that are written plainly
 *
 * Behind the cells of a row (fast_cells.c), `</row><row r="7" spans="1:5">`
 * goes on with the next one: to the parser it is the same element, which it
 * has open; so that one may declare no namespace. Attributes may be any, in
 * any order, with a prefix that an element around declares: Excel writes
 * x14ac:dyDescent in each row. Merged ranges are
 *
 *     <mergeCell ref="A1:B2"/>
 *
 * As with cells, the scan stops before whatever is not so, or exceeds a limit.
 */
#include "xlsx/sheet_reader.h"

#include "xlsx/cellref.h"
#include "xlsx/fast_text.h"

enum { ROW_ATTRIBUTES = 8 };

typedef unsigned char byte;

/* ---- Rows ------------------------------------------------------------- */

typedef struct fast_row {
    text names[ROW_ATTRIBUTES]; /* of the attributes */
    size_t count;
    uint32_t row;
} fast_row;

static text between(const byte *from, const byte *to)
{
    return (text){ (const char *)from, (size_t)(to - from) };
}

static bool is_again(const fast_row *f, text name)
{
    for (size_t i = 0; i < f->count; i++)
        if (text_equal(f->names[i], name))
            return true;
    return false;
}

/* One to nine digits that are a row. */
static bool take_number(uint32_t *row, text value)
{
    const byte *first = (const byte *)value.bytes;
    uint32_t number;

    if (fast_index(&number, first) != first + value.length || number == 0 ||
        number > CELLREF_MAX_ROWS)
        return false;
    *row = number - 1;
    return true;
}

/* False for what is to be told by the other way. */
static bool take_plain(fast_row *f, text name, text value)
{
    if (text_is(name, "r"))
        return take_number(&f->row, value);
    if (text_is(name, "hidden"))
        return text_is(value, "0") || text_is(value, "false");
    return !text_starts(name, "xmlns");
}

/* As above. Two of one local name may be one attribute twice. */
static bool take_attribute(fast_row *f, const xml_parser *p, text prefix,
                           text name, text value)
{
    if (name.length == 0 || f->count == ROW_ATTRIBUTES || is_again(f, name) ||
        !xml_char_is((byte)name.bytes[0], XML_CHAR_FIRST))
        return false;
    f->names[f->count++] = name;
    return prefix.bytes == NULL ? take_plain(f, name, value)
                                : xml_declares_prefix(p, prefix);
}

/* [prefix:]name="value"; returns what stands behind the quote, or NULL. */
static const byte *take_pair(fast_row *f, const xml_parser *p, const byte *s)
{
    const byte *name = s, *value, *end;
    text prefix = { NULL, 0 };

    while (xml_char_is(*s, XML_CHAR_NAME))
        s++;
    if (*s == ':') {
        prefix = between(name, s);
        for (name = ++s; xml_char_is(*s, XML_CHAR_NAME);)
            s++;
    }
    value = FAST_TAG(s, "=\"");
    end = value == NULL ? NULL : xml_char_run(value, XML_CHAR_VALUE);
    return end != NULL && *end == '"' &&
                   take_attribute(f, p, prefix, between(name, s),
                                  between(value, end))
               ? end + 1 : NULL;
}

/* Behind "<row"; returns what stands behind the tag, or NULL. */
static const byte *take_begin(fast_row *f, const xml_parser *p, const byte *s)
{
    while (s != NULL && *s == ' ')
        s = take_pair(f, p, s + 1);
    return s != NULL && *s == '>' ? s + 1 : NULL;
}

/* From the end of a row into the next one. */
static const byte *take_turn(sheet_reader *r, const xml_parser *p,
                             const byte *s)
{
    fast_row f = { .row = r->next_row + 1 };

    s = FAST_TAG(s, "</row><row");
    s = s == NULL ? NULL : take_begin(&f, p, s);
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
        next = wanted && turns ? take_turn(r, p, s) : NULL;
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
