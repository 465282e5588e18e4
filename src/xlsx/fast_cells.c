/*
 * fast_cells.c - cells that are written plainly, straight from the bytes
 *
 * Taken are cells as Excel, LibreOffice and the usual libraries write them:
 *
 *     <c r="B3" s="4" t="s"><f>..</f><v>12</v></c>
 *     <c r="B3" t="inlineStr"><is><t>text</t></is></c>
 *
 * with only the attributes r, s and t, each once, in any order. At any other
 * cell, at one that would exceed a limit, and at one that is wrong in itself
 * the scan stops before it: the cell then comes as events, and what there is
 * to say about it is said in sheet_cell.c alone.
 */
#include "xlsx/sheet_reader.h"

#include "ooxml/xml_tag.h"
#include "xlsx/cellref.h"
#include "xlsx/fast_text.h"

enum { MOST_NUMBER = 40,
       /* <c><is><t> stand below the row. */
       DEPTH = 3,
       /* Limits below these are watched closely, by the other way. */
       LEAST_ATTRIBUTES = 3, LEAST_STRING = 64 };

typedef unsigned char byte;

typedef struct fast_cell {
    bool placed, styled, typed, empty;
    uint32_t row, col;
    uint32_t style;
    stored_type type;
    bool formula, has_value, has_inline;
    const byte *value, *value_end;
    uint32_t index; /* of a shared string */
} fast_cell;

/* ---- Attributes ------------------------------------------------------- */

/* An index and a quote; returns the quote, or NULL. */
static inline const byte *take_index(uint32_t *out, const byte *s)
{
    s = fast_index(out, s);
    return s != NULL && *s == '"' ? s : NULL;
}

static inline const byte *take_place(fast_cell *f, const byte *s)
{
    const byte *first = s;
    uint32_t col = 0;

    while (*s >= 'A' && *s <= 'Z' && s - first < 3)
        col = col * 26 + (uint32_t)(*s++ - 'A') + 1;
    if (s == first || col > CELLREF_MAX_COLS || *s == '0')
        return NULL;
    s = take_index(&f->row, s);
    if (s == NULL || f->row == 0 || f->row > CELLREF_MAX_ROWS)
        return NULL;
    f->row--;
    f->col = col - 1;
    return s;
}

/* The commonest first; returns the quote behind the type, or NULL. */
static inline const byte *take_type(fast_cell *f, const byte *s)
{
    const byte *longer;

    if (s[1] == '"') {
        f->type = s[0] == 's' ? STORED_SHARED
                  : s[0] == 'n' ? STORED_NUMBER
                  : s[0] == 'b' ? STORED_BOOLEAN : STORED_ERROR;
        return f->type != STORED_ERROR || s[0] == 'e' ? s + 1 : NULL;
    }
    longer = FAST_TAG(s, "str\"");
    f->type = longer != NULL ? STORED_TEXT : STORED_INLINE;
    if (longer == NULL)
        longer = FAST_TAG(s, "inlineStr\"");
    return longer == NULL ? NULL : longer - 1;
}

/* `s` is behind the attribute's first space; returns the closing quote. */
static inline const byte *take_attribute(fast_cell *f, const byte *s)
{
    bool *seen = s[0] == 'r' ? &f->placed : s[0] == 's' ? &f->styled
                                                        : &f->typed;

    if (s[0] == '\0' || s[1] != '=' || s[2] != '"' || *seen)
        return NULL;
    *seen = true;
    switch (s[0]) {
    case 'r':
        return take_place(f, s + 3);
    case 's':
        return take_index(&f->style, s + 3);
    case 't':
        return take_type(f, s + 3);
    default:
        return NULL;
    }
}

static inline const byte *take_begin_end(fast_cell *f, const byte *s)
{
    f->empty = *s == '/';
    s += f->empty;
    return *s == '>' ? s + 1 : NULL;
}

/* r, s and t in any order. */
static const byte *take_unusual_begin(fast_cell *f, const byte *s)
{
    if (s[0] != '<' || s[1] != 'c')
        return NULL;
    for (s += 2; *s == ' '; s++) {
        s = take_attribute(f, s + 1);
        if (s == NULL)
            return NULL;
    }
    return take_begin_end(f, s);
}

/* <c r="B3" s="4" t="s"> or <c r="B3"/>: r, then s and t where they stand. */
static inline const byte *take_usual_begin(fast_cell *f, const byte *s)
{
    s = FAST_TAG(s, "<c r=\"");
    s = s == NULL ? NULL : take_place(f, s);
    if (s != NULL && s[1] == ' ' && FAST_TAG(s + 2, "s=\"") != NULL) {
        s = take_index(&f->style, s + 5);
        f->styled = true;
    }
    if (s != NULL && s[1] == ' ' && FAST_TAG(s + 2, "t=\"") != NULL)
        s = take_type(f, s + 5);
    return s == NULL ? NULL : take_begin_end(f, s + 1);
}

/* <c ...> or <c .../> */
static inline const byte *take_begin(fast_cell *f, const byte *s)
{
    const fast_cell before = *f;
    const byte *end = take_usual_begin(f, s);

    if (end != NULL)
        return end;
    *f = before;
    return take_unusual_begin(f, s);
}

/* ---- Values ----------------------------------------------------------- */

static inline const byte *skip_digits(const byte *s)
{
    while (fast_is_digit(*s))
        s++;
    return s;
}

/* -1.5E-3 as stored_number() leaves it: nothing to add or to take away. */
static inline const byte *number_end(const byte *s)
{
    const byte *first = s, *digits;

    s += *s == '-';
    digits = s;
    s = skip_digits(s);
    if (s == digits)
        return NULL;
    if (*s == '.') {
        digits = ++s;
        s = skip_digits(s);
        if (s == digits)
            return NULL;
    }
    if (*s == 'E' || *s == 'e') {
        s += s[1] == '+' || s[1] == '-' ? 2 : 1;
        digits = s;
        s = skip_digits(s);
        if (s == digits || s - digits > 2)
            return NULL;
    }
    return *s == '<' && s - first <= MOST_NUMBER ? s : NULL;
}

static const byte *error_end(const byte *s)
{
    const byte *first = s;

    if (*s != '#')
        return NULL;
    while ((*s >= 'A' && *s <= 'Z') || *s == '#' || *s == '/' || *s == '!' ||
           *s == '?' || fast_is_digit(*s))
        s++;
    return *s == '<' && s - first <= MOST_NUMBER ? s : NULL;
}

static inline const byte *value_end(fast_cell *f, const byte *s)
{
    switch (f->type) {
    case STORED_NUMBER:
        return number_end(s);
    case STORED_SHARED:
        return fast_index(&f->index, s);
    case STORED_TEXT:
        return fast_text_end(s);
    case STORED_BOOLEAN:
        return (*s == '0' || *s == '1') && s[1] == '<' ? s + 1 : NULL;
    case STORED_ERROR:
        return error_end(s);
    default:
        return NULL;
    }
}

static inline const byte *take_value(fast_cell *f, const byte *s)
{
    f->value = s;
    f->value_end = value_end(f, s);
    f->has_value = true;
    return f->value_end == NULL ? NULL : FAST_TAG(f->value_end, "</v>");
}

static const byte *take_inline(fast_cell *f, const byte *s)
{
    s = FAST_TAG(s, "<is><t");
    if (s != NULL)
        s = *s == '>' ? s + 1 : FAST_TAG(s, " xml:space=\"preserve\">");
    if (s == NULL || f->type != STORED_INLINE)
        return NULL;
    f->value = s;
    f->value_end = fast_text_end(s);
    f->has_inline = true;
    return f->value_end == NULL ? NULL
                                : FAST_TAG(f->value_end, "</t></is>");
}

/* What a formula says does not matter, but that it is well formed does. */
static const byte *skip_formula(const sheet_reader *r, const byte *s)
{
    char character[4];
    size_t length;
    xml_tag t;

    if (s[2] == '>') {
        s += 3;
    } else {
        if (xml_tag_scan(&t, s) != NULL || t.name_end != s + 2 ||
            t.count > r->book->limits.attributes)
            return NULL;
        for (size_t i = 0; i < t.count; i++) {
            if (t.attributes[i].colon != NULL ||
                memcmp(t.attributes[i].name, "xmlns", 5) == 0)
                return NULL;
        }
        if (t.empty)
            return t.end;
        s = t.end;
    }
    for (;;) {
        s = xml_char_run(s, XML_CHAR_TEXT);
        if (*s == '>' && s[-1] != ']')
            s++;
        else if (*s == '&')
            s = xml_reference(s, character, &length);
        else
            return FAST_TAG(s, "</f>");
        if (s == NULL)
            return NULL;
    }
}

/* ---- The cell --------------------------------------------------------- */

static inline const byte *scan_cell(const sheet_reader *r, fast_cell *f,
                             const byte *s)
{
    s = take_begin(f, s);
    if (s == NULL || f->empty)
        return s;
    if (s[0] == '<' && s[1] == 'f') {
        s = skip_formula(r, s);
        if (s == NULL)
            return NULL;
        f->formula = true;
    }
    if (s[0] == '<' && s[1] == 'v' && s[2] == '>')
        s = take_value(f, s + 3);
    else if (s[0] == '<' && s[1] == 'i')
        s = take_inline(f, s);
    return s == NULL ? NULL : FAST_TAG(s, "</c>");
}

static inline bool set_text(sheet_reader *r, cell *c)
{
    if (c->value.length > r->book->limits.string_bytes ||
        c->value.length > r->text_left - r->text_bytes)
        return false;
    r->text_bytes += c->value.length;
    c->type = CELL_STRING;
    return true;
}

/* False for what is to be told by the other way. */
static inline bool set_value(sheet_reader *r, cell *c, const fast_cell *f)
{
    if (f->value == f->value_end)
        return true;
    c->value = (text){ (const char *)f->value,
                       (size_t)(f->value_end - f->value) };
    switch (f->type) {
    case STORED_NUMBER:
        c->type = CELL_NUMBER;
        return true;
    case STORED_BOOLEAN:
        c->type = CELL_BOOLEAN;
        return true;
    case STORED_ERROR:
        c->type = CELL_ERROR;
        return true;
    case STORED_SHARED:
        c->type = CELL_STRING;
        return shared_strings_at(&r->book->strings, f->index, &c->value);
    default:
        return set_text(r, c);
    }
}

static inline const byte *take_cell(sheet_reader *r, const byte *s,
                                    bool *wanted)
{
    const styles *known = &r->book->styles;
    fast_cell f = { .type = STORED_NUMBER, .row = r->next_row,
                    .col = r->next_col };
    cell c = { .value = { "", 0 }, .iso = { "", 0 } };

    s = scan_cell(r, &f, s);
    if (s == NULL || f.col >= CELLREF_MAX_COLS ||
        r->cells >= r->cells_left || !set_value(r, &c, &f))
        return NULL;
    c.row = f.row;
    c.col = f.col;
    c.formula = f.formula;
    c.format = f.style < known->cell_count && f.styled
                   ? known->cells[f.style] : 0;
    if (c.value.length == 0)
        c.type = CELL_EMPTY;
    c.missing = f.formula &&
                sheet_cell_missing(&c, f.type, f.has_value, f.has_inline,
                                   (size_t)(f.value_end - f.value));
    r->cells++;
    r->next_row = f.row;
    r->next_col = f.col + 1;
    *wanted = r->events->cell == NULL ||
              r->events->cell(r->events->context, &c);
    return s;
}

bool fast_cells_may(const sheet_reader *r, size_t depth)
{
    const kpi_limits *limits = &r->book->limits;

    return depth + DEPTH <= limits->nesting &&
           limits->attributes >= LEAST_ATTRIBUTES &&
           limits->string_bytes >= LEAST_STRING;
}

const byte *fast_cells_take(sheet_reader *r, const byte *s, bool *wanted)
{
    const byte *next = s;

    while (next != NULL && *wanted) {
        s = next;
        next = take_cell(r, s, wanted);
    }
    return next == NULL ? s : next;
}
