/*
 * sheet_cell.c - one cell: its place, and its value by its type
 *
 *   - <v> without text, or none: no value. A formula then was not computed,
 *     but for t="str", where an empty <v> is the empty text it gave
 *   - t="inlineStr" with a <v>, and <is> without t, occur: what is there
 *     counts
 *   - t="n", or no t, with a text that is no number: a string
 *   - t="d" with a text that is no date: a string
 * A reference that is none (a word, column XFE) and a shared string that is
 * not there make the part damaged: the place or the value is lost.
 */
#include "xlsx/sheet_reader.h"

#include <string.h>

#include "xlsx/cellref.h"
#include "xlsx/stored_value.h"
#include "xlsx/xstring.h"

static const struct {
    const char *name;
    stored_type type;
} stored_types[] = {
    { "s", STORED_SHARED },    { "n", STORED_NUMBER },
    { "str", STORED_TEXT },    { "inlineStr", STORED_INLINE },
    { "b", STORED_BOOLEAN },   { "e", STORED_ERROR },
    { "d", STORED_DATE },
};

static stored_type type_named(text name)
{
    for (size_t i = 0; i < sizeof(stored_types) / sizeof(*stored_types); i++) {
        if (text_is(name, stored_types[i].name))
            return stored_types[i].type;
    }
    return STORED_NUMBER;
}

static uint32_t format_of(const book *b, text style)
{
    size_t index;

    if (!text_to_size(style, &index) || index >= b->styles.cell_count)
        return 0;
    return b->styles.cells[index];
}

/* "B0": only the column is known. */
static bool place_in_row_zero(cell *c, text ref)
{
    char first[4];
    uint32_t row;

    if (ref.length < 2 || ref.length > sizeof(first) ||
        ref.bytes[ref.length - 1] != '0')
        return false;
    memcpy(first, ref.bytes, ref.length);
    first[ref.length - 1] = '1';
    return cellref_parse(&row, &c->col, first, ref.length) && row == 0;
}

static bool place_cell_at(sheet_reader *r, xml_parser *p, text ref)
{
    ref = text_trim(ref);
    if (cellref_parse(&r->cell.row, &r->cell.col, ref.bytes, ref.length)) {
        r->next_row = r->cell.row;
        return true;
    }
    r->cell.row = r->next_row;
    if (place_in_row_zero(&r->cell, ref))
        return true;
    xml_fail(p, KPI_E_INPUT, "file-damaged", "there is no cell \"%.*s\"",
             ref.length < 40 ? (int)ref.length : 40, ref.bytes);
    return false;
}

void sheet_cell_open(sheet_reader *r, xml_parser *p, const xml_attributes *a)
{
    if (++r->cells > r->cells_left) {
        xml_fail_limit(p, "the workbook has more cells", "cells",
                       r->book->limits.cells);
        return;
    }
    r->cell = (cell){ .row = r->next_row, .col = r->next_col,
                      .value = { "", 0 }, .iso = { "", 0 } };
    r->type = STORED_NUMBER;
    r->has_value = r->has_inline = false;
    buf_clear(&r->value);
    for (size_t i = 0; i < a->count; i++) {
        const char *name = xml_attribute_name(a, i);

        if (name[0] == '\0' || name[1] != '\0' || !xml_attribute_plain(a, i))
            continue;
        if (name[0] == 'r') {
            if (!place_cell_at(r, p, xml_attribute_value(a, i)))
                return;
        } else if (name[0] == 's') {
            r->cell.format = format_of(r->book, xml_attribute_value(a, i));
        } else if (name[0] == 't') {
            r->type = type_named(xml_attribute_value(a, i));
        }
    }
    if (r->cell.col >= CELLREF_MAX_COLS) {
        xml_fail(p, KPI_E_INPUT, "file-damaged",
                 "row %u has more than %d cells", (unsigned)r->cell.row + 1,
                 (int)CELLREF_MAX_COLS);
        return;
    }
    r->next_col = r->cell.col + 1;
    r->place = PLACE_CELL;
}

static void set_text(sheet_reader *r, xml_parser *p, buf *from)
{
    r->text_bytes += from->length;
    if (r->text_bytes > r->text_left) {
        xml_fail_limit(p, "the strings together have more bytes",
                       "text-bytes", r->book->limits.text_bytes);
        return;
    }
    r->cell.value = buf_slice(from);
    r->cell.type = CELL_STRING;
}

static void set_shared(sheet_reader *r, xml_parser *p)
{
    text index = text_trim(buf_slice(&r->value));
    size_t number;
    char ref[CELLREF_SIZE];

    if (text_to_size(index, &number) &&
        shared_strings_at(&r->book->strings, number, &r->cell.value)) {
        r->cell.type = CELL_STRING;
        return;
    }
    cellref_write(ref, r->cell.row, r->cell.col);
    xml_fail(p, KPI_E_INPUT, "file-damaged",
             "cell %s refers to shared string \"%.*s\" of %zu", ref,
             index.length < 40 ? (int)index.length : 40, index.bytes,
             r->book->strings.count);
}

static void set_decoded(sheet_reader *r, xml_parser *p)
{
    if (r->value.bytes != NULL)
        r->value.length = xstring_decode(r->value.bytes, r->value.length);
    set_text(r, p, &r->value);
}

static void set_number(sheet_reader *r, xml_parser *p)
{
    if (stored_number(&r->cell.value, buf_slice(&r->value), &r->scratch))
        r->cell.type = CELL_NUMBER;
    else if (text_trim(buf_slice(&r->value)).length != 0)
        set_decoded(r, p);
}

static void set_date(sheet_reader *r, xml_parser *p)
{
    text iso = text_trim(buf_slice(&r->value));

    if (stored_number(&r->cell.value, iso, &r->scratch)) {
        r->cell.type = CELL_NUMBER;
    } else if (serial_from_iso(r->serial, iso, book_date1904(r->book))) {
        r->cell.type = CELL_NUMBER;
        r->cell.value = text_of(r->serial);
        r->cell.iso = iso;
    } else {
        set_decoded(r, p);
        r->cell.iso = r->cell.value;
    }
}

static void set_value(sheet_reader *r, xml_parser *p)
{
    if (r->value.length == 0 ||
        (r->type == STORED_INLINE && r->has_inline)) {
        if (r->has_inline)
            set_text(r, p, &r->inlined);
        return;
    }
    switch (r->type) {
    case STORED_SHARED:
        if (text_trim(buf_slice(&r->value)).length != 0)
            set_shared(r, p);
        break;
    case STORED_TEXT:
    case STORED_INLINE:
        set_decoded(r, p);
        break;
    case STORED_BOOLEAN:
        r->cell.value = stored_boolean(buf_slice(&r->value));
        r->cell.type = CELL_BOOLEAN;
        break;
    case STORED_ERROR:
        r->cell.value = text_trim(buf_slice(&r->value));
        r->cell.type = CELL_ERROR;
        break;
    case STORED_DATE:
        set_date(r, p);
        break;
    case STORED_NUMBER:
        set_number(r, p);
        break;
    }
}

bool sheet_cell_missing(const cell *c, stored_type type, bool has_value,
                        bool has_inline, size_t written)
{
    bool known_empty = has_inline || (type == STORED_TEXT && has_value) ||
                       (type == STORED_SHARED && written != 0);

    return c->formula && c->type == CELL_EMPTY && !known_empty;
}

void sheet_cell_close(sheet_reader *r, xml_parser *p)
{
    if (!buf_ok(&r->value) || !buf_ok(&r->inlined) || !buf_ok(&r->scratch)) {
        xml_fail_status(p, kpi_fail_nomem(xml_error(p)));
        return;
    }
    set_value(r, p);
    if (r->cell.value.length == 0)
        r->cell.type = CELL_EMPTY;
    r->cell.missing = sheet_cell_missing(&r->cell, r->type, r->has_value,
                                         r->has_inline, r->value.length);
    if (r->events->cell != NULL &&
        !r->events->cell(r->events->context, &r->cell))
        xml_stop(p);
}
