/*
 * sheet.c - xl/worksheets/sheetN.xml: its cells as events
 *           (ECMA-376 Part 1, 18.3)
 *
 * What the standard leaves optional, and what files get wrong:
 *   - r of a row or cell may be missing: the one behind the last
 *   - row 0, which some generators begin with: as if r were missing
 *   - rows and cells may come in any order; <dimension> is not looked at
 *   - <v> without text, or none: no value. A formula then was not computed,
 *     but for t="str", where an empty <v> is the empty text it gave
 *   - t="inlineStr" with a <v>, and <is> without t, occur: what is there
 *     counts
 *   - t="n", or no t, with a text that is no number: a string
 *   - t="d" with a text that is no date: a string
 * A reference that is none (a word, column XFE) and a shared string that is
 * not there make the part damaged: the place or the value is lost.
 */
#include "xlsx/book.h"

#include <string.h>

#include "base/buf.h"
#include "xlsx/book_parts.h"
#include "xlsx/cellref.h"
#include "xlsx/serial_date.h"
#include "xlsx/stored_value.h"
#include "xlsx/xstring.h"

enum place {
    PLACE_NONE, PLACE_ROOT, PLACE_DATA, PLACE_ROW, PLACE_CELL, PLACE_VALUE,
    PLACE_INLINE, PLACE_COLUMNS, PLACE_MERGES
};

enum stored_type {
    STORED_NUMBER, STORED_SHARED, STORED_TEXT, STORED_INLINE, STORED_BOOLEAN,
    STORED_ERROR, STORED_DATE
};

static const struct {
    const char *name;
    enum stored_type type;
} stored_types[] = {
    { "s", STORED_SHARED },    { "n", STORED_NUMBER },
    { "str", STORED_TEXT },    { "inlineStr", STORED_INLINE },
    { "b", STORED_BOOLEAN },   { "e", STORED_ERROR },
    { "d", STORED_DATE },
};

typedef struct reader {
    book *book;
    const sheet_events *events;
    enum place place;
    rich_place rich;
    bool root;
    uint32_t next_row, next_col; /* where a row or cell without r stands */
    uint64_t cells, cells_left;  /* this sheet's, and what the limit leaves */
    uint64_t text_bytes, text_left;
    uint64_t merges;

    cell cell;                   /* the one that is open */
    enum stored_type type;
    bool has_value, has_inline;
    buf value, inlined, scratch;
    size_t inlined_from;         /* where the open <t> begins */
    char serial[SERIAL_TEXT_SIZE];
} reader;

static void go_on(xml_parser *p, bool wanted)
{
    if (!wanted)
        xml_stop(p);
}

/* ---- Rows and columns ------------------------------------------------- */

static bool read_index(text t, uint32_t most, uint32_t *out)
{
    size_t value;

    if (!text_to_size(text_trim(t), &value) || value == 0 || value > most)
        return false;
    *out = (uint32_t)value - 1;
    return true;
}

static void open_row(reader *r, xml_parser *p, const xml_attributes *a)
{
    text value;

    if (xml_attribute(a, "r", &value) && !text_is(value, "0") &&
        !read_index(value, CELLREF_MAX_ROWS, &r->next_row)) {
        xml_fail(p, KPI_E_INPUT, "file-damaged", "there is no row \"%.*s\"",
                 value.length < 40 ? (int)value.length : 40, value.bytes);
        return;
    }
    if (r->next_row >= CELLREF_MAX_ROWS) {
        xml_fail(p, KPI_E_INPUT, "file-damaged",
                 "there are more than %d rows", (int)CELLREF_MAX_ROWS);
        return;
    }
    r->next_col = 0;
    r->place = PLACE_ROW;
    if (r->events->hidden_row != NULL &&
        xml_attribute_bool(a, "hidden", false))
        go_on(p, r->events->hidden_row(r->events->context, r->next_row));
}

static void read_column(reader *r, xml_parser *p, const xml_attributes *a)
{
    text min, max;
    uint32_t first, last;

    if (r->events->hidden_columns == NULL ||
        !xml_attribute_bool(a, "hidden", false))
        return;
    xml_attribute(a, "min", &min);
    xml_attribute(a, "max", &max);
    if (!read_index(min, CELLREF_MAX_COLS, &first))
        return;
    if (!read_index(max, CELLREF_MAX_COLS, &last))
        last = CELLREF_MAX_COLS - 1;
    if (first <= last)
        go_on(p, r->events->hidden_columns(r->events->context, first, last));
}

/* A merge that is no range (#REF!) or only one cell covers nothing. */
static void read_merge(reader *r, xml_parser *p, const xml_attributes *a)
{
    merge_range m;
    text ref;

    if (++r->merges > r->book->limits.merges) {
        xml_fail_limit(p, "the sheet has more merged ranges", "merges",
                       r->book->limits.merges);
        return;
    }
    xml_attribute(a, "ref", &ref);
    ref = text_trim(ref);
    if (r->events->merge == NULL ||
        !cellref_parse_range(&m.row, &m.col, &m.last_row, &m.last_col,
                             ref.bytes, ref.length) ||
        (m.row == m.last_row && m.col == m.last_col))
        return;
    go_on(p, r->events->merge(r->events->context, &m));
}

/* ---- A cell ----------------------------------------------------------- */

static enum stored_type type_named(text name)
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

static bool place_cell_at(reader *r, xml_parser *p, text ref)
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

static void open_cell(reader *r, xml_parser *p, const xml_attributes *a)
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

static void set_text(reader *r, xml_parser *p, buf *from)
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

static void set_shared(reader *r, xml_parser *p)
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

static void set_decoded(reader *r, xml_parser *p)
{
    if (r->value.bytes != NULL)
        r->value.length = xstring_decode(r->value.bytes, r->value.length);
    set_text(r, p, &r->value);
}

static void set_number(reader *r, xml_parser *p)
{
    if (stored_number(&r->cell.value, buf_slice(&r->value), &r->scratch))
        r->cell.type = CELL_NUMBER;
    else if (text_trim(buf_slice(&r->value)).length != 0)
        set_decoded(r, p);
}

static void set_date(reader *r, xml_parser *p)
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

static void set_value(reader *r, xml_parser *p)
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

static void close_cell(reader *r, xml_parser *p)
{
    bool known_empty = r->has_inline ||
                       (r->type == STORED_TEXT && r->has_value);

    if (!buf_ok(&r->value) || !buf_ok(&r->inlined) || !buf_ok(&r->scratch)) {
        xml_fail_status(p, kpi_fail_nomem(xml_error(p)));
        return;
    }
    set_value(r, p);
    if (r->cell.value.length == 0)
        r->cell.type = CELL_EMPTY;
    r->cell.missing = r->cell.formula && r->cell.type == CELL_EMPTY &&
                      !known_empty &&
                      !(r->type == STORED_SHARED && r->value.length != 0);
    if (r->events->cell != NULL)
        go_on(p, r->events->cell(r->events->context, &r->cell));
}

/* ---- Events of the XML ------------------------------------------------ */

static bool open_in_cell(reader *r, const char *name)
{
    if (strcmp(name, "v") == 0) {
        r->has_value = true;
        r->place = PLACE_VALUE;
        return true;
    }
    if (strcmp(name, "is") == 0) {
        r->has_inline = true;
        buf_clear(&r->inlined);
        r->rich = RICH_ITEM;
        r->place = PLACE_INLINE;
        return true;
    }
    if (strcmp(name, "f") == 0)
        r->cell.formula = true;
    return false;
}

static bool open_in_root(reader *r, const char *name)
{
    if (strcmp(name, "sheetData") == 0)
        r->place = PLACE_DATA;
    else if (strcmp(name, "cols") == 0)
        r->place = PLACE_COLUMNS;
    else if (strcmp(name, "mergeCells") == 0)
        r->place = PLACE_MERGES;
    return r->place != PLACE_ROOT;
}

/* Other kinds of sheets are no damage; they hold no cells. */
static bool open_root(reader *r, xml_parser *p, const char *name)
{
    static const char *const others[] = { "chartsheet", "dialogsheet",
                                          "macrosheet" };

    if (strcmp(name, "worksheet") == 0) {
        r->root = true;
        r->place = PLACE_ROOT;
        return true;
    }
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        r->root = r->root || strcmp(name, others[i]) == 0;
    if (!r->root)
        xml_fail(p, KPI_E_INPUT, "file-damaged", "the part is no worksheet");
    return false;
}

static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *a)
{
    reader *r = context;

    if (ns != XML_NS_MAIN)
        return false;
    switch (r->place) {
    case PLACE_ROW:
        if (name[0] != 'c' || name[1] != '\0')
            return false;
        open_cell(r, p, a);
        return true;
    case PLACE_CELL:
        return open_in_cell(r, name);
    case PLACE_DATA:
        if (strcmp(name, "row") != 0)
            return false;
        open_row(r, p, a);
        return true;
    case PLACE_INLINE:
        if (rich_enter(r->rich, name) == RICH_NONE)
            return false;
        r->rich = rich_enter(r->rich, name);
        r->inlined_from = r->inlined.length;
        return true;
    case PLACE_NONE:
        return open_root(r, p, name);
    case PLACE_ROOT:
        return open_in_root(r, name);
    case PLACE_COLUMNS:
        if (strcmp(name, "col") == 0)
            read_column(r, p, a);
        return false;
    case PLACE_MERGES:
        if (strcmp(name, "mergeCell") == 0)
            read_merge(r, p, a);
        return false;
    default:
        return false;
    }
}

static void add_text(reader *r, xml_parser *p, buf *to, const char *bytes,
                     size_t length)
{
    if (to->length + length > r->book->limits.string_bytes)
        xml_fail_limit(p, "a string has more bytes", "string-bytes",
                       r->book->limits.string_bytes);
    else
        buf_add(to, bytes, length);
}

static void on_text(void *context, xml_parser *p, const char *bytes,
                    size_t length)
{
    reader *r = context;

    if (r->place == PLACE_VALUE)
        add_text(r, p, &r->value, bytes, length);
    else if (r->place == PLACE_INLINE &&
             (r->rich == RICH_TEXT || r->rich == RICH_RUN_TEXT))
        add_text(r, p, &r->inlined, bytes, length);
}

/* Each <t> is escaped for itself. */
static void close_inline(reader *r)
{
    if ((r->rich == RICH_TEXT || r->rich == RICH_RUN_TEXT) &&
        r->inlined.bytes != NULL)
        r->inlined.length =
            r->inlined_from +
            xstring_decode(r->inlined.bytes + r->inlined_from,
                           r->inlined.length - r->inlined_from);
    if (r->rich == RICH_ITEM)
        r->place = PLACE_CELL;
    r->rich = rich_leave(r->rich);
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    static const enum place parents[] = {
        [PLACE_NONE] = PLACE_NONE,     [PLACE_ROOT] = PLACE_NONE,
        [PLACE_DATA] = PLACE_ROOT,     [PLACE_ROW] = PLACE_DATA,
        [PLACE_CELL] = PLACE_ROW,      [PLACE_VALUE] = PLACE_CELL,
        [PLACE_INLINE] = PLACE_INLINE, [PLACE_COLUMNS] = PLACE_ROOT,
        [PLACE_MERGES] = PLACE_ROOT,
    };
    reader *r = context;

    (void)name;
    if (r->place == PLACE_INLINE) {
        close_inline(r);
        return;
    }
    if (r->place == PLACE_CELL)
        close_cell(r, p);
    else if (r->place == PLACE_ROW)
        r->next_row++;
    r->place = parents[r->place];
}

/* ---- One sheet -------------------------------------------------------- */

/* A sheet that is read again counts once. */
static void set_budget(reader *r, size_t index)
{
    uint64_t cells = 0, bytes = r->book->strings.length;

    for (size_t i = 0; i < r->book->contents.sheet_count; i++) {
        if (i != index) {
            cells += r->book->contents.sheets[i].cells;
            bytes += r->book->contents.sheets[i].text_bytes;
        }
    }
    r->cells_left = cells < r->book->limits.cells
                        ? r->book->limits.cells - cells : 0;
    r->text_left = bytes < r->book->limits.text_bytes
                       ? r->book->limits.text_bytes - bytes : 0;
}

kpi_status sheet_read(book *b, size_t index, const sheet_events *events,
                      kpi_error *err)
{
    workbook_sheet *sheet = &b->contents.sheets[index];
    reader r = { .book = b, .events = events };
    xml_handler handler = { &r, on_start, on_end, on_text };
    kpi_status status;

    if (sheet->info.missing)
        return KPI_OK;
    buf_init(&r.value);
    buf_init(&r.inlined);
    buf_init(&r.scratch);
    set_budget(&r, index);
    status = opc_parse(b->package, sheet->entry, XML_NS_MAIN, &handler, err);
    sheet->cells = r.cells;
    sheet->text_bytes = r.text_bytes;
    buf_free(&r.value);
    buf_free(&r.inlined);
    buf_free(&r.scratch);
    return status;
}
