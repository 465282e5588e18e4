/*
 * sheet.c - xl/worksheets/sheetN.xml: its cells as events
 *           (ECMA-376 Part 1, 18.3)
 *
 * What the standard leaves optional, and what files get wrong:
 *   - r of a row or cell may be missing: the one behind the last
 *   - row 0, which some generators begin with: as if r were missing
 *   - rows and cells may come in any order; <dimension> is not looked at
 * What a cell may say is in sheet_cell.c.
 */
#include "xlsx/sheet_reader.h"

#include <string.h>

#include "xlsx/cellref.h"
#include "xlsx/xstring.h"

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

static void open_row(sheet_reader *r, xml_parser *p, const xml_attributes *a)
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

static void read_column(sheet_reader *r, xml_parser *p, const xml_attributes *a)
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
bool sheet_merge(sheet_reader *r, text ref)
{
    merge_range m;

    ref = text_trim(ref);
    return r->events->merge == NULL ||
           !cellref_parse_range(&m.row, &m.col, &m.last_row, &m.last_col,
                                ref.bytes, ref.length) ||
           (m.row == m.last_row && m.col == m.last_col) ||
           r->events->merge(r->events->context, &m);
}

static void read_merge(sheet_reader *r, xml_parser *p, const xml_attributes *a)
{
    text ref;

    if (++r->merges > r->book->limits.merges) {
        xml_fail_limit(p, "the sheet has more merged ranges", "merges",
                       r->book->limits.merges);
        return;
    }
    xml_attribute(a, "ref", &ref);
    go_on(p, sheet_merge(r, ref));
}

/* ---- Events of the XML ------------------------------------------------ */

/* Of two values the first counts: one behind the other they were neither. */
static bool open_in_cell(sheet_reader *r, const char *name)
{
    if (strcmp(name, "v") == 0) {
        if (r->has_value)
            return false;
        r->has_value = true;
        r->place = PLACE_VALUE;
        return true;
    }
    if (strcmp(name, "is") == 0) {
        if (r->has_inline)
            return false;
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

static bool open_in_root(sheet_reader *r, const char *name)
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
static bool open_root(sheet_reader *r, xml_parser *p, const char *name)
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
    sheet_reader *r = context;

    if (ns != XML_NS_MAIN)
        return false;
    switch (r->place) {
    case PLACE_ROW:
        if (name[0] != 'c' || name[1] != '\0')
            return false;
        sheet_cell_open(r, p, a);
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

static void add_text(sheet_reader *r, xml_parser *p, buf *to, const char *bytes,
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
    sheet_reader *r = context;

    if (r->place == PLACE_VALUE)
        add_text(r, p, &r->value, bytes, length);
    else if (r->place == PLACE_INLINE &&
             (r->rich == RICH_TEXT || r->rich == RICH_RUN_TEXT))
        add_text(r, p, &r->inlined, bytes, length);
}

/* Each <t> is escaped for itself. */
static void close_inline(sheet_reader *r)
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
    static const sheet_place parents[] = {
        [PLACE_NONE] = PLACE_NONE,     [PLACE_ROOT] = PLACE_NONE,
        [PLACE_DATA] = PLACE_ROOT,     [PLACE_ROW] = PLACE_DATA,
        [PLACE_CELL] = PLACE_ROW,      [PLACE_VALUE] = PLACE_CELL,
        [PLACE_INLINE] = PLACE_INLINE, [PLACE_COLUMNS] = PLACE_ROOT,
        [PLACE_MERGES] = PLACE_ROOT,
    };
    sheet_reader *r = context;

    (void)name;
    if (r->place == PLACE_INLINE) {
        close_inline(r);
        return;
    }
    if (r->place == PLACE_CELL)
        sheet_cell_close(r, p);
    else if (r->place == PLACE_ROW)
        r->next_row++;
    r->place = parents[r->place];
}

/* ---- One sheet -------------------------------------------------------- */

/* A sheet that is read again counts once. */
static void set_budget(sheet_reader *r, size_t index)
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
    sheet_reader r = { .book = b, .events = events };
    xml_handler handler = { &r, on_start, on_end, on_text };
    kpi_status status;

    if (sheet->info.missing)
        return KPI_OK;
    buf_init(&r.value);
    buf_init(&r.inlined);
    buf_init(&r.scratch);
    set_budget(&r, index);
    status = opc_parse_scanned(b->package, sheet->entry, XML_NS_MAIN, &handler,
                               fast_rows_scan, err);
    sheet->cells = r.cells;
    sheet->text_bytes = r.text_bytes;
    buf_free(&r.value);
    buf_free(&r.inlined);
    buf_free(&r.scratch);
    return status;
}
