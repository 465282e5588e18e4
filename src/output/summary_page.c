/*
 * summary_page.c - one sheet being written: cells, merges, heights, links
 */
#include "output/summary_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

enum { MAX_LINKS = 60000, FEW_ITEMS = 64,
       ITEM_MEMORY = 4096 /* more than a cell takes */ };

typedef enum item_kind {
    ITEM_HEIGHT, ITEM_BLANK, ITEM_TEXT, ITEM_NUMBER, ITEM_FORMULA,
    ITEM_FORMULA_TEXT, ITEM_LINK
} item_kind;

struct page_item {
    page_area at;
    size_t order;
    item_kind kind;
    lxw_format *format;
    const char *text, *value; /* formula or link, and text */
    const char *formula;      /* of a link, or NULL */
    double number;
    unsigned height;
};

void page_init(page *pg, lxw_worksheet *sheet, style_book *styles)
{
    memset(pg, 0, sizeof(*pg));
    pg->sheet = sheet;
    pg->styles = styles;
    pg->in_order = sheet->optimize != 0;
    pg->spacing = layout_spacing(styles->font);
    arena_init(&pg->spare, 0);
    arena_init(&pg->scratch, 0);
    arena_borrow(&pg->scratch, &pg->spare);
    for (size_t i = 0; i < sizeof(pg->width) / sizeof(*pg->width); i++)
        pg->width[i] = 84;
}

kpi_status page_finish(page *pg, kpi_error *err)
{
    page_flush(pg);
    free(pg->items);
    arena_free(&pg->scratch);
    arena_free(&pg->spare);
    if (pg->failed || pg->styles->failed)
        return kpi_fail_nomem(err);
    if (pg->error != LXW_NO_ERROR)
        return kpi_fail(err, KPI_E_OUTPUT, NULL, NULL, "%s",
                        lxw_strerror(pg->error));
    return KPI_OK;
}

void page_intended(lxw_worksheet *sheet)
{
    static const uint8_t marks[] = {
        LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_DIFFERS,
        LXW_IGNORE_FORMULA_RANGE, LXW_IGNORE_TWO_DIGIT_TEXT_YEAR,
    };

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        worksheet_ignore_errors(sheet, marks[i], "A1:XFD1048576");
}

page_area page_cell(uint32_t row, uint32_t col)
{
    return (page_area){ row, col, row, col };
}

page_area page_row(uint32_t row, uint32_t col, uint32_t last_col)
{
    return (page_area){ row, col, row, last_col };
}

static page_item *add(page *pg, page_area at, item_kind kind)
{
    page_item *i;

    if (pg->failed)
        return NULL;
    if (pg->count == pg->capacity) {
        size_t capacity = pg->capacity ? pg->capacity * 2 : 64;
        page_item *items = realloc(pg->items, capacity * sizeof(*items));

        if (!items) {
            pg->failed = true;
            return NULL;
        }
        pg->items = items;
        pg->capacity = capacity;
    }
    i = &pg->items[pg->count];
    memset(i, 0, sizeof(*i));
    i->at = at;
    i->kind = kind;
    i->order = pg->count++;
    return i;
}

static page_item *styled(page *pg, page_area at, item_kind kind,
                         style_id style, number_format_id format)
{
    page_item *i = add(pg, at, kind);

    if (i)
        i->format = style_get(pg->styles, style, format);
    return i;
}

static const char *keep(page *pg, const char *t)
{
    bool cut = false;
    const char *kept = page_clean(&pg->scratch, t, &cut);

    if (!kept)
        pg->failed = true;
    pg->cut += cut;
    return kept;
}

void page_text(page *pg, page_area at, style_id style, const char *t)
{
    page_item *i = styled(pg, at, *t ? ITEM_TEXT : ITEM_BLANK, style,
                          FORMAT_NONE);

    if (i)
        i->text = keep(pg, t);
}

void page_number(page *pg, page_area at, style_id style,
                 number_format_id format, number value)
{
    page_item *i = styled(pg, at, ITEM_NUMBER, style, format);

    if (i)
        i->number = page_double(value);
}

void page_size(page *pg, page_area at, style_id style, size_t value)
{
    page_item *i = styled(pg, at, ITEM_NUMBER, style, FORMAT_DECIMALS_0);

    if (i)
        i->number = (double)value;
}

void page_formula(page *pg, page_area at, style_id style,
                  number_format_id format, const char *formula, number value)
{
    page_item *i = styled(pg, at, ITEM_FORMULA, style, format);

    if (!i)
        return;
    i->text = arena_strdup(&pg->scratch, formula);
    if (!i->text)
        pg->failed = true;
    i->number = page_double_of(value, NUMBER_EXCEL_DIGITS);
}

void page_formula_text(page *pg, page_area at, style_id style,
                       number_format_id format, const char *formula,
                       const char *value)
{
    page_item *i = styled(pg, at, ITEM_FORMULA_TEXT, style, format);

    if (!i)
        return;
    i->text = arena_strdup(&pg->scratch, formula);
    i->value = keep(pg, value);
    if (!i->text)
        pg->failed = true;
}

void page_formula_quantity(page *pg, page_area at, style_id style,
                           number_format_id format, const char *formula,
                           quantity value)
{
    if (value.known)
        page_formula(pg, at, style, format, formula, value.value);
    else
        page_formula_text(pg, at, style, format, formula, "");
}

/* 'sheet'!A1 behind "internal:", quotes doubled. */
static const char *link_target(arena *a, const char *sheet, uint32_t row,
                               uint32_t col)
{
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    const char *out;
    buf b;

    lxw_rowcol_to_cell(cell, row, (lxw_col_t)col);
    buf_init(&b);
    buf_string(&b, "internal:'");
    for (const char *c = sheet; *c; c++) {
        if (*c == '\'')
            buf_char(&b, '\'');
        buf_char(&b, *c);
    }
    buf_printf(&b, "'!%s", cell);
    out = buf_ok(&b) ? arena_strdup(a, buf_cstr(&b)) : NULL;
    buf_free(&b);
    return out;
}

void page_link(page *pg, page_area at, style_id style, const char *sheet,
               uint32_t row, uint32_t col, const char *t)
{
    page_item *i;

    if (pg->links >= MAX_LINKS || !*t) {
        page_text(pg, at, style, t);
        return;
    }
    i = styled(pg, at, ITEM_LINK, style, FORMAT_NONE);
    if (!i)
        return;
    pg->links++;
    i->text = link_target(&pg->scratch, sheet, row, col);
    i->value = keep(pg, t);
    if (!i->text)
        pg->failed = true;
}

void page_link_formula(page *pg, page_area at, style_id style,
                       const char *sheet, uint32_t row, uint32_t col,
                       const char *formula, const char *t)
{
    size_t count = pg->count;
    page_item *i;

    page_link(pg, at, style, sheet, row, col, t);
    if (pg->failed || pg->count == count)
        return;
    i = &pg->items[pg->count - 1];
    if (i->kind != ITEM_LINK)
        return;
    i->formula = arena_strdup(&pg->scratch, formula);
    if (!i->formula)
        pg->failed = true;
}

void page_blank(page *pg, page_area at, style_id style)
{
    styled(pg, at, ITEM_BLANK, style, FORMAT_NONE);
}

void page_height(page *pg, uint32_t row, unsigned height)
{
    page_item *i = add(pg, page_cell(row, 0), ITEM_HEIGHT);

    if (i)
        i->height = height > LAYOUT_MAX_HEIGHT ? LAYOUT_MAX_HEIGHT : height;
}

void page_width(page *pg, uint32_t col, unsigned tenths)
{
    if (col < sizeof(pg->width) / sizeof(*pg->width))
        pg->width[col] = tenths;
    worksheet_set_column(pg->sheet, (lxw_col_t)col, (lxw_col_t)col,
                         (double)tenths / 10, NULL);
}

void page_hide(page *pg, uint32_t col)
{
    lxw_row_col_options hidden = { .hidden = LXW_TRUE };

    if (col < sizeof(pg->width) / sizeof(*pg->width))
        pg->width[col] = 0;
    worksheet_set_column_opt(pg->sheet, (lxw_col_t)col, (lxw_col_t)col,
                             LXW_DEF_COL_WIDTH, NULL, &hidden);
}

unsigned page_pixels(const page *pg, uint32_t col, uint32_t last_col)
{
    unsigned pixels = 0;

    for (uint32_t c = col; c <= last_col; c++)
        if (c < sizeof(pg->width) / sizeof(*pg->width) && pg->width[c])
            pixels += layout_column_pixels(pg->width[c]);
    return pixels;
}

/* The column where the first of `parts` ends, of those that leave one for
 * each part after it: whose right edge is nearest to its share of what is
 * left. */
static uint32_t share_end(const page *pg, uint32_t from, uint32_t last,
                          size_t parts)
{
    uint64_t wanted = page_pixels(pg, from, last), nearest = UINT64_MAX;
    uint32_t end = from;

    for (uint32_t c = from; c + (parts - 1) <= last; c++) {
        uint64_t here = page_pixels(pg, from, c) * (uint64_t)parts;
        uint64_t off = here > wanted ? here - wanted : wanted - here;

        if (off < nearest && here > 0) {
            nearest = off;
            end = c;
        }
    }
    return end;
}

page_area page_share(const page *pg, uint32_t row, uint32_t col,
                     uint32_t last_col, size_t i, size_t n)
{
    uint32_t from = col, end = last_col;

    for (size_t k = 0; k <= i; k++) {
        from = k ? end + 1 : col;
        end = k + 1 == n ? last_col : share_end(pg, from, last_col, n - k);
    }
    return page_row(row, from, end);
}

unsigned page_need(const page *pg, uint32_t col, uint32_t last_col,
                   style_id style, const char *t)
{
    unsigned pixels = page_pixels(pg, col, last_col);
    unsigned indent = style_indent(style);

    return layout_height(text_of(t), pixels > indent ? pixels - indent : 0,
                         style_size(style), pg->spacing);
}

static int by_place(const void *x, const void *y)
{
    const page_item *a = x, *b = y;

    if (a->at.row != b->at.row)
        return a->at.row < b->at.row ? -1 : 1;
    if ((a->kind == ITEM_HEIGHT) != (b->kind == ITEM_HEIGHT))
        return a->kind == ITEM_HEIGHT ? -1 : 1;
    if (a->at.col != b->at.col)
        return a->at.col < b->at.col ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static lxw_error write_link(lxw_worksheet *w, const page_item *i)
{
    lxw_col_t col = (lxw_col_t)i->at.col;
    lxw_error e = worksheet_write_url_opt(w, i->at.row, col, i->text,
                                          i->format, i->value, NULL);

    if (e == LXW_NO_ERROR && i->formula)
        e = worksheet_write_formula_str(w, i->at.row, col, i->formula,
                                        i->format, i->value);
    return e;
}

static lxw_error write_value(lxw_worksheet *w, const page_item *i)
{
    uint32_t row = i->at.row;
    lxw_col_t col = (lxw_col_t)i->at.col;

    switch (i->kind) {
    case ITEM_HEIGHT:
        return worksheet_set_row(w, row, (double)i->height / 10, NULL);
    case ITEM_BLANK:
        return worksheet_write_blank(w, row, col, i->format);
    case ITEM_TEXT:
        return worksheet_write_string(w, row, col, i->text, i->format);
    case ITEM_NUMBER:
        return worksheet_write_number(w, row, col, i->number, i->format);
    case ITEM_FORMULA:
        return worksheet_write_formula_num(w, row, col, i->text, i->format,
                                           i->number);
    case ITEM_FORMULA_TEXT:
        return worksheet_write_formula_str(w, row, col, i->text, i->format,
                                           i->value);
    case ITEM_LINK:
        return write_link(w, i);
    }
    return LXW_NO_ERROR;
}

static void write_item(page *pg, const page_item *i)
{
    lxw_error e = LXW_NO_ERROR;

    if (i->at.last_row > i->at.row || i->at.last_col > i->at.col)
        e = worksheet_merge_range(pg->sheet, i->at.row,
                                  (lxw_col_t)i->at.col, i->at.last_row,
                                  (lxw_col_t)i->at.last_col, "", i->format);
    if (e == LXW_NO_ERROR)
        e = write_value(pg->sheet, i);
    if (pg->error == LXW_NO_ERROR)
        pg->error = e;
}

/* Constant memory: ranges over rows become single rows, the rest blank. */
static void split_ranges(page *pg)
{
    size_t count = pg->count;

    for (size_t k = 0; k < count && !pg->failed; k++) {
        page_area at = pg->items[k].at;
        lxw_format *format = pg->items[k].format;

        pg->items[k].at.last_row = at.row;
        for (uint32_t r = at.row + 1; r <= at.last_row; r++) {
            page_area below = { r, at.col, r, at.last_col };
            page_item *i = add(pg, below, ITEM_BLANK);

            if (i)
                i->format = format;
        }
    }
}

/* A row is nearly in place as it was put; only its height comes last. */
static void sort_items(page *pg)
{
    page_item *items = pg->items;

    if (pg->count > FEW_ITEMS) {
        qsort(items, pg->count, sizeof(*items), by_place);
        return;
    }
    for (size_t k = 1; k < pg->count; k++) {
        size_t to = k;
        page_item item = items[k];

        while (to > 0 && by_place(&items[to - 1], &item) > 0)
            to--;
        if (to == k)
            continue;
        memmove(&items[to + 1], &items[to], (k - to) * sizeof(*items));
        items[to] = item;
    }
}

void page_flush(page *pg)
{
    if (pg->rehearsal) {
        page_drop(pg);
        return;
    }
    if (pg->in_order)
        split_ranges(pg);
    sort_items(pg);
    /* libxlsxwriter crashes when it gets no memory for a cell. */
    if (!memory_is_left_for(&pg->room, (pg->count + 1) * ITEM_MEMORY))
        pg->failed = true;
    for (size_t k = 0; k < pg->count && !pg->failed; k++)
        write_item(pg, &pg->items[k]);
    pg->count = 0;
    arena_free(&pg->scratch);
}

void page_drop(page *pg)
{
    pg->count = 0;
    arena_free(&pg->scratch);
}
