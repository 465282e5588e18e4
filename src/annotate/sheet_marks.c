/*
 * sheet_marks.c - the marks in the XML of a worksheet
 */
#include "annotate/sheet_marks.h"

#include <string.h>

#include "xlsx/cellref.h"

#define OFFICE_NS                                                           \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

enum { COLUMN_PIXELS = 64, ROW_PIXELS = 20, NO_ROW = -1 };

typedef struct walker {
    scan s;
    arena *memory;
    sheet_layout *layout; /* looking */
    size_t column_room, row_room;
    mark *looked;
    xml_edit *edit;       /* editing */
    const mark *marks;
    size_t count, next;
    bool cells, no_memory;
    text prefix;          /* of sheetData */
    int64_t row, col;     /* the last */
    uint32_t row_style;
    bool row_styled, row_grows;
    size_t late;          /* where <legacyDrawing> belongs */
    bool has_data, has_legacy;
} walker;

/* ---- Values ----------------------------------------------------------- */

static bool read_number(text t, uint32_t most, uint32_t *out)
{
    size_t value;

    if (!text_to_size(text_trim(t), &value) || value > most)
        return false;
    *out = (uint32_t)value;
    return true;
}

static bool is_true(text t)
{
    return text_is(t, "1") || text_is(t, "true") || text_is(t, "on");
}

/* A decimal in thousandths, cut off; 0 for what is none or is too large. */
static uint32_t thousandths(text t)
{
    uint32_t value = 0, scale = 1000;
    size_t i = 0;

    for (; i < t.length && ascii_is_digit(t.bytes[i]) && value < 100000; i++)
        value = value * 10 + (uint32_t)(t.bytes[i] - '0');
    if (value >= 100000)
        return 0;
    value *= 1000;
    if (i < t.length && t.bytes[i] == '.') {
        for (i++; i < t.length && ascii_is_digit(t.bytes[i]) && scale > 1;
             i++) {
            scale /= 10;
            value += (uint32_t)(t.bytes[i] - '0') * scale;
        }
    }
    return value;
}

static uint32_t column_pixels(text width, uint32_t otherwise)
{
    uint32_t value = thousandths(width);

    return value == 0 ? otherwise : (value * 7 + 500) / 1000;
}

static uint32_t row_pixels(text points, uint32_t otherwise)
{
    uint32_t value = thousandths(points);

    return value == 0 ? otherwise : (value * 4 / 3 + 500) / 1000;
}

static void keep_line(walker *w, sheet_line **items, size_t *count,
                      size_t *room, sheet_line line)
{
    void *array = *items;
    sheet_line *made = arena_push(w->memory, &array, count, room,
                                  sizeof(*made));

    *items = array;
    if (made == NULL)
        w->no_memory = true;
    else
        *made = line;
}

/* ---- Edits ------------------------------------------------------------ */

static void put_name(buf *b, text prefix, const char *name)
{
    buf_text(b, prefix);
    if (prefix.length != 0)
        buf_char(b, ':');
    buf_string(b, name);
}

static void put_cell(buf *b, text prefix, const mark *m)
{
    char ref[CELLREF_SIZE];

    cellref_write(ref, m->row, m->col);
    buf_char(b, '<');
    put_name(b, prefix, "c");
    buf_printf(b, " r=\"%s\" s=\"%u\"/>", ref, (unsigned)m->marked);
}

static void insert(walker *w, size_t at, const buf *b)
{
    if (!buf_ok(b))
        w->no_memory = true;
    else if (b->length > 0)
        xml_edit_insert(w->edit, at, buf_slice(b));
}

/* The style that a cell has that is not there: its row's or column's. */
static uint32_t blank_style(const walker *w, const mark *m)
{
    size_t low = 0, high = w->layout->column_count;

    if (w->row_styled && (int64_t)m->row == w->row)
        return w->row_style;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (w->layout->columns[middle].last < m->col)
            low = middle + 1;
        else
            high = middle;
    }
    return low < w->layout->column_count &&
                   w->layout->columns[low].first <= m->col
               ? w->layout->columns[low].style : 0;
}

/* Rows that are not there, up to `row`, in front of `at`. */
static void add_rows(walker *w, int64_t row, size_t at, buf *into)
{
    buf own;

    buf_init(&own);
    while (w->next < w->count && (int64_t)w->marks[w->next].row < row) {
        uint32_t this = w->marks[w->next].row;

        buf_char(&own, '<');
        put_name(&own, w->prefix, "row");
        buf_printf(&own, " r=\"%u\">", (unsigned)this + 1);
        for (; w->next < w->count && w->marks[w->next].row == this;
             w->next++) {
            if (w->looked != NULL)
                w->looked[w->next].style =
                    blank_style(w, &w->marks[w->next]);
            put_cell(&own, w->prefix, &w->marks[w->next]);
        }
        buf_string(&own, "</");
        put_name(&own, w->prefix, "row");
        buf_char(&own, '>');
    }
    if (into != NULL)
        buf_text(into, buf_slice(&own));
    else if (w->edit != NULL && w->cells)
        insert(w, at, &own);
    if (!buf_ok(&own))
        w->no_memory = true;
    buf_free(&own);
}

/* Cells of this row that are not there, up to `col`. */
static void add_cells(walker *w, int64_t col, size_t at, buf *into)
{
    buf own;

    buf_init(&own);
    for (; w->next < w->count && (int64_t)w->marks[w->next].row == w->row &&
           (int64_t)w->marks[w->next].col < col; w->next++) {
        if (w->looked != NULL)
            w->looked[w->next].style = blank_style(w, &w->marks[w->next]);
        put_cell(&own, w->prefix, &w->marks[w->next]);
    }
    w->row_grows = w->row_grows || own.length > 0;
    if (into != NULL)
        buf_text(into, buf_slice(&own));
    else if (w->edit != NULL && w->cells)
        insert(w, at, &own);
    if (!buf_ok(&own))
        w->no_memory = true;
    buf_free(&own);
}

static void append(walker *w, const scan_tag *start, const scan_tag *end,
                   const buf *inner)
{
    if (!buf_ok(inner))
        w->no_memory = true;
    else if (w->edit != NULL && w->cells && inner->length > 0)
        xml_edit_append(w->edit, start, end, buf_slice(inner));
}

/* ---- Cells ------------------------------------------------------------ */

static bool at_mark(const walker *w)
{
    return w->next < w->count &&
           (int64_t)w->marks[w->next].row == w->row &&
           (int64_t)w->marks[w->next].col == w->col;
}

static bool walk_cell(walker *w, const scan_tag *tag)
{
    scan_attribute r, s;
    bool styled = scan_find(&w->s, tag, "s", false, &s);
    uint32_t row = 0, col = 0, style = 0;
    int64_t next = w->col + 1;
    scan_tag end;

    if (!scan_is(tag, "c"))
        return false;
    if (scan_find(&w->s, tag, "r", false, &r)) {
        text ref = text_trim(r.value);

        if (!cellref_parse(&row, &col, ref.bytes, ref.length) ||
            (int64_t)row != w->row)
            return false;
        next = col;
    }
    if (next <= w->col || next >= CELLREF_MAX_COLS ||
        (styled && !read_number(s.value, 0x7FFFFFFF, &style)))
        return false;
    add_cells(w, next, tag->from, NULL);
    w->col = next;
    if (w->layout->most_style < style)
        w->layout->most_style = style;
    if (at_mark(w)) {
        char digits[16];
        buf b;

        if (w->looked != NULL)
            w->looked[w->next].style = style;
        buf_init(&b);
        buf_printf(&b, "%u", (unsigned)w->marks[w->next].marked);
        memcpy(digits, buf_cstr(&b), b.length < 15 ? b.length + 1 : 1);
        if (!buf_ok(&b))
            w->no_memory = true;
        else if (w->edit != NULL && w->cells)
            xml_edit_attribute(w->edit, &w->s, tag, "s", digits);
        buf_free(&b);
        w->next++;
    }
    return scan_skip(&w->s, tag, &end);
}

static void keep_row(walker *w, const scan_tag *tag)
{
    text height = scan_value(&w->s, tag, "ht");
    bool hidden = is_true(scan_value(&w->s, tag, "hidden"));
    sheet_layout *l = w->layout;

    if (w->looked == NULL || (height.length == 0 && !hidden))
        return;
    keep_line(w, &l->rows, &l->row_count, &w->row_room,
              (sheet_line){ (uint32_t)w->row, (uint32_t)w->row,
                            hidden ? 0 : row_pixels(height, l->row_pixels),
                            0 });
}

static bool open_row(walker *w, const scan_tag *tag)
{
    scan_attribute r;
    uint32_t given;
    int64_t row = w->row + 1;

    if (!scan_is(tag, "row"))
        return false;
    if (scan_find(&w->s, tag, "r", false, &r)) {
        if (!read_number(r.value, CELLREF_MAX_ROWS, &given) || given == 0)
            return false;
        row = (int64_t)given - 1;
    }
    if (row <= w->row || row >= CELLREF_MAX_ROWS)
        return false;
    add_rows(w, row, tag->from, NULL);
    w->row = row;
    w->col = -1;
    w->row_grows = false;
    w->row_styled = is_true(scan_value(&w->s, tag, "customFormat")) &&
                    read_number(scan_value(&w->s, tag, "s"), 0x7FFFFFFF,
                                &w->row_style);
    if (w->row_styled && w->layout->most_style < w->row_style)
        w->layout->most_style = w->row_style;
    keep_row(w, tag);
    return true;
}

static bool walk_row(walker *w, const scan_tag *tag)
{
    scan_tag inside = *tag;
    bool ok = open_row(w, tag);
    buf inner;

    if (!ok)
        return false;
    while (!tag->empty && ok) {
        ok = scan_next(&w->s, &inside);
        if (ok && inside.kind == SCAN_END)
            break;
        ok = ok && walk_cell(w, &inside);
    }
    if (!ok)
        return false;
    buf_init(&inner);
    add_cells(w, CELLREF_MAX_COLS, 0, &inner);
    append(w, tag, &inside, &inner);
    buf_free(&inner);
    /* `spans` is only a hint, but a wrong one is not. */
    if (w->row_grows && w->edit != NULL && w->cells)
        xml_edit_attribute(w->edit, &w->s, tag, "spans", NULL);
    return true;
}

static bool walk_data(walker *w, const scan_tag *tag)
{
    scan_tag row = *tag;
    buf inner;

    if (w->has_data)
        return false;
    w->has_data = true;
    w->prefix = tag->prefix;
    while (!tag->empty) {
        if (!scan_next(&w->s, &row))
            return false;
        if (row.kind == SCAN_END)
            break;
        if (!walk_row(w, &row))
            return false;
    }
    buf_init(&inner);
    w->row_styled = false;
    add_rows(w, CELLREF_MAX_ROWS, 0, &inner);
    append(w, tag, &row, &inner);
    buf_free(&inner);
    return true;
}

/* ---- The sheet -------------------------------------------------------- */

static void walk_column(walker *w, const scan_tag *tag)
{
    sheet_layout *l = w->layout;
    uint32_t first, last, style = 0;
    bool hidden = is_true(scan_value(&w->s, tag, "hidden"));

    if (!scan_is(tag, "col") ||
        !read_number(scan_value(&w->s, tag, "min"), CELLREF_MAX_COLS,
                     &first) ||
        !read_number(scan_value(&w->s, tag, "max"), CELLREF_MAX_COLS,
                     &last) || first == 0 || last < first)
        return;
    read_number(scan_value(&w->s, tag, "style"), 0x7FFFFFFF, &style);
    if (l->column_count > 0 &&
        l->columns[l->column_count - 1].last + 1 >= first)
        return; /* not in order: no hint */
    if (l->most_style < style)
        l->most_style = style;
    keep_line(w, &l->columns, &l->column_count, &w->column_room,
              (sheet_line){ first - 1, last - 1,
                            hidden ? 0
                                   : column_pixels(
                                         scan_value(&w->s, tag, "width"),
                                         l->column_pixels), style });
}

static bool walk_inside(walker *w, const scan_tag *parent)
{
    scan_tag tag;

    if (parent->empty)
        return true;
    while (scan_next(&w->s, &tag)) {
        if (tag.kind == SCAN_END && tag.depth == parent->depth)
            return true;
        if (tag.kind == SCAN_END)
            continue;
        if (scan_is(parent, "cols"))
            walk_column(w, &tag);
        if (scan_is(&tag, "sheetView") &&
            is_true(scan_value(&w->s, &tag, "tabSelected"))) {
            w->layout->selected = true;
            if (w->edit != NULL)
                xml_edit_attribute(w->edit, &w->s, &tag, "tabSelected",
                                   NULL);
        }
    }
    return false;
}

/* What CT_Worksheet has behind legacyDrawing. */
static bool is_late(const scan_tag *tag)
{
    static const char *const late[] = {
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
        "webPublishItems", "tableParts", "extLst",
    };

    for (size_t i = 0; i < sizeof(late) / sizeof(*late); i++) {
        if (scan_is(tag, late[i]))
            return true;
    }
    return false;
}

static bool walk_compatibility(walker *w, const scan_tag *start)
{
    size_t at = start->from;
    scan_tag tag;

    while (!start->empty) {
        if (!scan_next(&w->s, &tag))
            return false;
        if (tag.kind == SCAN_END && tag.depth == start->depth)
            break;
        if (tag.kind == SCAN_END)
            continue;
        if (scan_is(&tag, "sheetData") || scan_is(&tag, "sheetViews"))
            return false;
        if (scan_is(&tag, "legacyDrawing"))
            w->layout->legacy_hidden = true;
        if (is_late(&tag) && w->late == SIZE_MAX)
            w->late = at;
    }
    return true;
}

static bool walk_child(walker *w, const scan_tag *tag)
{
    sheet_layout *l = w->layout;
    scan_attribute a;
    scan_tag end;

    if (scan_is(tag, "sheetData"))
        return walk_data(w, tag);
    if (scan_is(tag, "cols") || scan_is(tag, "sheetViews"))
        return walk_inside(w, tag);
    if (scan_is_in(tag, SCAN_COMPATIBILITY, "AlternateContent"))
        return walk_compatibility(w, tag);
    if (scan_is(tag, "sheetFormatPr")) {
        l->column_pixels = column_pixels(
            scan_value(&w->s, tag, "defaultColWidth"), COLUMN_PIXELS);
        l->row_pixels = row_pixels(
            scan_value(&w->s, tag, "defaultRowHeight"), ROW_PIXELS);
    }
    if (scan_is(tag, "legacyDrawing")) {
        w->has_legacy = true;
        if (scan_find(&w->s, tag, "id", true, &a))
            l->legacy = a.value;
    }
    if (is_late(tag) && w->late == SIZE_MAX)
        w->late = tag->from;
    return scan_skip(&w->s, tag, &end);
}

static void add_drawing(walker *w, const scan_tag *root, const char *id)
{
    scan at_root;
    scan_tag again;
    text r = { "", 0 };
    buf b;

    scan_init(&at_root, w->s.part);
    (void)scan_next(&at_root, &again);
    buf_init(&b);
    buf_char(&b, '<');
    put_name(&b, root->prefix, "legacyDrawing");
    if (scan_prefix(&at_root, SCAN_OFFICE, &r) && r.length > 0) {
        buf_char(&b, ' ');
        buf_text(&b, r);
        buf_printf(&b, ":id=\"%s\"/>", id);
    } else {
        text main = scan_uri(&at_root, root->prefix);

        buf_printf(&b, " xmlns:r=\"%s\" r:id=\"%s\"/>",
                   text_starts(main, "http://purl.oclc.org/")
                       ? "http://purl.oclc.org/ooxml/officeDocument/"
                         "relationships" : OFFICE_NS, id);
    }
    insert(w, w->late, &b);
    buf_free(&b);
}

static bool walk(walker *w, const char *drawing)
{
    scan_tag root, tag = { 0 };

    w->row = NO_ROW;
    w->late = SIZE_MAX;
    w->layout->column_pixels = COLUMN_PIXELS;
    w->layout->row_pixels = ROW_PIXELS;
    if (!scan_next(&w->s, &root) || !scan_is(&root, "worksheet") ||
        root.empty)
        return false;
    while (scan_next(&w->s, &tag)) {
        if (tag.kind == SCAN_END)
            break;
        if (!walk_child(w, &tag))
            return false;
    }
    if (w->s.broken || tag.kind != SCAN_END || tag.depth != 1 ||
        !w->has_data)
        return false;
    if (w->late == SIZE_MAX)
        w->late = tag.from;
    if (drawing != NULL && !w->has_legacy)
        add_drawing(w, &root, drawing);
    return !w->no_memory && (w->edit == NULL || !w->edit->failed);
}

/* Of a sheet that was not walked to its end. */
static uint32_t most_style_of(text part)
{
    uint32_t most = 0;
    scan_tag tag;
    scan s;

    scan_init(&s, part);
    while (scan_next(&s, &tag)) {
        bool column = scan_is(&tag, "col");
        uint32_t style = 0;

        if (tag.kind == SCAN_END ||
            (!column && !scan_is(&tag, "c") && !scan_is(&tag, "row")))
            continue;
        if (!read_number(scan_value(&s, &tag, column ? "style" : "s"),
                         UINT32_MAX - 1, &style))
            style = 0;
        most = style > most ? style : most;
    }
    return s.broken ? UINT32_MAX : most;
}

bool sheet_look(sheet_layout *out, arena *memory, text part, mark *marks,
                size_t count)
{
    walker w = { .memory = memory, .layout = out, .looked = marks,
                 .marks = marks, .count = count };

    *out = (sheet_layout){ .legacy = { "", 0 } };
    scan_init(&w.s, part);
    out->safe = walk(&w, NULL);
    if (!out->safe)
        out->most_style = most_style_of(part);
    return !w.no_memory;
}

bool sheet_edit(xml_edit *e, text part, const mark *marks, size_t count,
                bool cells, const char *drawing)
{
    sheet_layout layout = { .legacy = { "", 0 } };
    walker w = { .memory = e->memory, .layout = &layout, .edit = e,
                 .marks = marks, .count = count, .cells = cells };

    scan_init(&w.s, part);
    return walk(&w, drawing);
}

bool sheet_deselect(xml_edit *e, text part)
{
    sheet_layout layout = { .legacy = { "", 0 } };
    walker w = { .memory = e->memory, .layout = &layout, .edit = e };
    scan_tag tag, end;

    scan_init(&w.s, part);
    if (!scan_next(&w.s, &tag) || tag.empty)
        return !e->failed;
    while (scan_next(&w.s, &tag) && tag.kind == SCAN_START) {
        if (scan_is(&tag, "sheetViews"))
            return walk_inside(&w, &tag) && !e->failed;
        if (scan_is(&tag, "sheetData") || !scan_skip(&w.s, &tag, &end))
            break;
    }
    return !e->failed;
}
