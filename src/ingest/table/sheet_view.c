/*
 * sheet_view.c - a sheet as a person sees it: texts at positions
 */
#include "ingest/table/sheet_view.h"

#include "base/buf.h"
#include "base/number.h"

/* An index of merges by row, so that one lookup never walks all of them. A
 * sheet of very many tall merges falls back to the grid's own search. */
enum { MERGE_INDEX_LIMIT = 4000000, SHOWN_CELLS_MAX = 200000 };
/* Spots are made of sheets of so many, if they have a cell for every few. */
enum { SPOTS_MAX = 1000000, SPOTS_A_CELL = 16, SPOTS_FREE = 1024 };

static bool index_merges(sheet_view *v)
{
    const grid *g = v->grid;
    size_t total = 0;

    for (size_t i = 0; i < g->merge_count; i++) {
        total += g->merges[i].last_row - g->merges[i].row + 1;
        if (total > MERGE_INDEX_LIMIT)
            return true;
    }
    v->merge_rows = arena_array(v->memory, (size_t)g->rows + 2,
                                sizeof(*v->merge_rows));
    v->merge_items = arena_array(v->memory, total + 1,
                                 sizeof(*v->merge_items));
    if (v->merge_rows == NULL || v->merge_items == NULL)
        return false;
    for (size_t i = 0; i < g->merge_count; i++)
        for (uint32_t r = g->merges[i].row;
             r <= g->merges[i].last_row && r < g->rows; r++)
            v->merge_rows[r + 1]++;
    for (uint32_t r = 0; r < g->rows; r++)
        v->merge_rows[r + 1] += v->merge_rows[r];
    total = v->merge_rows[g->rows];
    for (size_t i = g->merge_count; i-- > 0;) {
        for (uint32_t r = g->merges[i].row;
             r <= g->merges[i].last_row && r < g->rows; r++)
            v->merge_items[--v->merge_rows[r + 1]] = i;
    }
    /* Each start was moved down by its own count: shift back by one row. */
    for (uint32_t r = 0; r < g->rows; r++)
        v->merge_rows[r] = v->merge_rows[r + 1];
    v->merge_rows[g->rows] = total;
    return true;
}

/* Most texts begin with what is no space: a kanji (E4 to E9) or ASCII. */
static bool is_blank(text t)
{
    unsigned char first = t.length == 0 ? 0 : (unsigned char)t.bytes[0];

    return !((first > ' ' && first < 0x7F) || (first > 0xE3 && first < 0xEA)) &&
           text_trim(t).length == 0;
}

static bool has_value(const cell *c)
{
    return c->missing || c->type == CELL_NUMBER || c->type == CELL_BOOLEAN ||
           c->type == CELL_ERROR ||
           (c->type == CELL_STRING && !is_blank(c->value));
}

/* The range is seen at all its positions, as far as the sheet reaches. */
static void spread_merge(sheet_view *v, size_t index)
{
    const grid *g = v->grid;
    const merge_range *m = &g->merges[index];
    const cell *seen;

    if (m->row >= g->rows || m->col >= g->cols)
        return;
    seen = v->spots[(size_t)m->row * g->cols + m->col].cell;
    for (uint32_t r = m->row; r <= m->last_row && r < g->rows; r++)
        for (uint32_t c = m->col; c <= m->last_col && c < g->cols; c++) {
            view_spot *spot = &v->spots[(size_t)r * g->cols + c];

            spot->cell = seen;
            spot->merge = (uint32_t)(index + 1);
        }
}

/* From the last column on: where the next value of the row begins. */
static void link_row(sheet_view *v, uint32_t row)
{
    const grid *g = v->grid;
    view_spot *spots = &v->spots[(size_t)row * g->cols];
    uint32_t next = UINT32_MAX;

    for (uint32_t col = g->cols; col-- > 0;) {
        const merge_range *m = spots[col].merge == 0
                                   ? NULL : &g->merges[spots[col].merge - 1];

        if (spots[col].cell != NULL && has_value(spots[col].cell) &&
            (m == NULL || (m->row == row && m->col == col)))
            next = col;
        spots[col].next = next;
    }
}

static bool make_spots(sheet_view *v)
{
    const grid *g = v->grid;
    size_t count = (size_t)g->rows * g->cols;

    if (count == 0 || count > SPOTS_MAX ||
        count > g->count * SPOTS_A_CELL + SPOTS_FREE)
        return true;
    v->spots = arena_array(v->memory, count, sizeof(*v->spots));
    if (v->spots == NULL)
        return false;
    for (size_t i = 0; i < g->count; i++)
        if (g->cells[i].row < g->rows && g->cells[i].col < g->cols)
            v->spots[(size_t)g->cells[i].row * g->cols + g->cells[i].col]
                .cell = &g->cells[i];
    v->spot_rows = g->rows;
    v->spot_cols = g->cols;
    for (size_t i = 0; i < g->merge_count; i++)
        spread_merge(v, i);
    for (uint32_t row = 0; row < g->rows; row++)
        link_row(v, row);
    return true;
}

bool sheet_view_init(sheet_view *v, arena *a, const book *b, const grid *g)
{
    *v = (sheet_view){ .grid = g, .book = b, .memory = a };
    v->words = arena_alloc(a, sizeof(*v->words));
    if (v->words == NULL)
        return false;
    if (g->count <= SHOWN_CELLS_MAX) {
        v->shown = arena_array(a, g->count + 1, sizeof(*v->shown));
        v->notes = arena_array(a, g->count + 1, sizeof(*v->notes));
        if (v->shown == NULL || v->notes == NULL)
            return false;
    }
    return make_spots(v) &&
           (v->spots != NULL || g->merge_count == 0 || index_merges(v));
}

static const merge_range *find_merge(const sheet_view *v, uint32_t row,
                                     uint32_t col)
{
    const grid *g = v->grid;

    if (g->merge_count == 0 || row >= g->rows)
        return NULL;
    if (v->merge_rows == NULL)
        return grid_merge(g, row, col);
    for (size_t i = v->merge_rows[row]; i < v->merge_rows[row + 1]; i++) {
        const merge_range *m = &g->merges[v->merge_items[i]];

        if (m->col <= col && col <= m->last_col)
            return m;
    }
    return NULL;
}

merge_range view_search_range(const sheet_view *v, uint32_t row, uint32_t col)
{
    const merge_range *m = find_merge(v, row, col);

    return m != NULL ? *m : (merge_range){ row, col, row, col };
}

const cell *view_search_cell(const sheet_view *v, uint32_t row, uint32_t col)
{
    const merge_range *m = find_merge(v, row, col);

    if (m != NULL)
        return grid_cell(v->grid, m->row, m->col);
    return grid_cell(v->grid, row, col);
}

/* Copies a literal of a format: "..", \x, or a character that prints. */
static size_t put_literal(buf *out, text f, size_t at)
{
    if (f.bytes[at] == '"') {
        size_t end = text_find(f, "\"", at + 1);

        if (end == SIZE_MAX)
            end = f.length;
        buf_add(out, f.bytes + at + 1, end - at - 1);
        return end < f.length ? end + 1 : end;
    }
    if (f.bytes[at] == '\\' && at + 1 < f.length) {
        size_t next = at + 1;

        utf8_next(f, &next);
        buf_add(out, f.bytes + at + 1, next - at - 1);
        return next;
    }
    if ((unsigned char)f.bytes[at] >= 0x80) {
        size_t next = at;

        utf8_next(f, &next);
        buf_add(out, f.bytes + at, next - at);
        return next;
    }
    return at + 1;
}

static void read_format(arena *a, view_words *out, const char *format)
{
    text f = text_of(format);
    buf head, tail;
    bool digits = false;
    size_t at = 0;

    *out = (view_words){ format, text_of(""), text_of("") };
    buf_init(&head);
    buf_init(&tail);
    while (at < f.length && f.bytes[at] != ';') {
        char c = f.bytes[at];

        if (c == '[') {
            size_t end = text_find(f, "]", at);

            at = end == SIZE_MAX ? f.length : end + 1;
        } else if (c == '_' || c == '*') {
            size_t next = at + 1;

            if (next < f.length)
                utf8_next(f, &next);
            at = next;
        } else if (c == '0' || c == '#' || c == '?') {
            digits = true;
            at++;
        } else {
            at = put_literal(digits ? &tail : &head, f, at);
        }
    }
    if (digits && buf_ok(&head) && buf_ok(&tail)) {
        char *h = arena_strndup(a, buf_cstr(&head), head.length);
        char *t = arena_strndup(a, buf_cstr(&tail), tail.length);

        if (h != NULL && t != NULL) {
            out->before = text_trim(text_slice(h, head.length));
            out->behind = text_trim(text_slice(t, tail.length));
        }
    }
    buf_free(&head);
    buf_free(&tail);
}

const view_words *view_words_of(const sheet_view *v, const char *format)
{
    if (v->words->format != format)
        read_format(v->memory, v->words, format);
    return v->words;
}

/* Digits behind the point that a format shows: 0.0% shows one. */
static int decimals_of(const char *format)
{
    int n = 0;

    while (*format != '\0' && *format != '.' && *format != ';')
        format++;
    while (*format == '.' || format[n] == '0' || format[n] == '#') {
        if (*format == '.')
            format++;
        else
            n++;
    }
    return n < 15 ? n : 15;
}

/* A stored decimal that already is what is shown: few digits, no exponent. */
static bool is_plain(text t)
{
    size_t digits = 0;
    bool point = false;

    for (size_t i = 0; i < t.length; i++) {
        if (ascii_is_digit(t.bytes[i]))
            digits++;
        else if (t.bytes[i] == '.')
            point = true;
        else if (t.bytes[i] != '-')
            return false;
    }
    return digits > 0 && digits <= NUMBER_EXCEL_DIGITS &&
           (t.bytes[0] != '0' || t.length == 1 || t.bytes[1] == '.') &&
           (!point ||
            (t.bytes[t.length - 1] != '0' && t.bytes[t.length - 1] != '.'));
}

/* Shown as it is stored: 1204 of `#,##0`, as most figures. */
static bool is_shown_plainly(const sheet_view *v, const cell *c)
{
    const view_words *words;

    if (!is_plain(c->value))
        return false;
    if (c->format == 0)
        return true;
    if (book_format_kind(v->book, c->format) == FORMAT_PERCENT ||
        book_format_kind(v->book, c->format) == FORMAT_DATE ||
        !ascii_is_digit(c->value.bytes[0]))
        return false;
    words = view_words_of(v, book_format(v->book, c->format));
    return words->before.length + words->behind.length == 0;
}

/* ggge"年度", yyyy"年", which show nothing of a date but its year: what stands
 * behind that; NULL: another code. */
static const char *behind_year(text code)
{
    bool year = false;

    for (size_t at = 0; at < code.length; at++) {
        char c = code.bytes[at];

        if (c == '"' || c == '[') {
            at = text_find(code, c == '"' ? "\"" : "]", at + 1);
            if (at == SIZE_MAX)
                return NULL;
        } else if (c == '\\') {
            at++;
        } else if (c == 'm' || c == 'M' || c == 'd' || c == 'D' || c == 'h' ||
                   c == 'H') {
            return NULL;
        }
        year = year || c == 'y' || c == 'Y' || c == 'e' || c == 'E';
    }
    return !year                                         ? NULL
           : text_find(code, "年度", 0) != SIZE_MAX ? "年度"
           : text_find(code, "年", 0) != SIZE_MAX   ? "年" : "";
}

/* 2021年度 of 2021-04-01, where its format shows no more. */
static void show_year(const sheet_view *v, const cell *c, buf *date)
{
    const char *behind =
        behind_year(text_of(book_format(v->book, c->format)));
    char year[] = "2021";

    if (behind == NULL || date->length < strlen(year))
        return;
    memcpy(year, buf_cstr(date), strlen(year));
    buf_clear(date);
    buf_string(date, year);
    buf_string(date, behind);
}

static text make_number_text(const sheet_view *v, const cell *c)
{
    format_kind kind = book_format_kind(v->book, c->format);
    text result = text_of("");
    buf out;
    char *copy;

    buf_init(&out);
    if (kind == FORMAT_DATE && book_cell_date(v->book, c, &out)) {
        show_year(v, c, &out);
        copy = arena_strndup(v->memory, buf_cstr(&out), out.length);
    } else {
        const view_words *words =
            view_words_of(v, book_format(v->book, c->format));
        number x = NUMBER_ZERO, hundred;

        buf_clear(&out);
        buf_text(&out, words->before);
        if (!number_from_cell(v->memory, &x, c->value))
            buf_text(&out, c->value);
        else if (kind == FORMAT_PERCENT &&
                 number_from_int(v->memory, &hundred, 100) &&
                 number_multiply(v->memory, &x, x, hundred)) {
            number_put_fixed(&out, x,
                             decimals_of(book_format(v->book, c->format)));
            buf_string(&out, "%");
        } else
            number_put(&out, x, NUMBER_EXCEL_DIGITS);
        buf_text(&out, words->behind);
        copy = arena_strndup(v->memory, buf_cstr(&out), out.length);
    }
    if (copy != NULL && buf_ok(&out))
        result = text_slice(copy, out.length);
    else
        v->memory->failed = true;
    buf_free(&out);
    return result;
}

static text make_text(const sheet_view *v, const cell *c)
{
    switch (c->type) {
    case CELL_STRING:
    case CELL_ERROR:
        return text_trim(text_cut(c->value, 0,
                                  utf8_floor(c->value, VIEW_TEXT_MAX)));
    case CELL_NUMBER:
        return is_shown_plainly(v, c) ? c->value : make_number_text(v, c);
    case CELL_BOOLEAN:
        return text_of(text_is(c->value, "1") ? "TRUE" : "FALSE");
    case CELL_EMPTY:
        break;
    }
    return text_of("");
}

text view_make_text(const sheet_view *v, const cell *c)
{
    text made = make_text(v, c);

    if (v->shown != NULL)
        v->shown[c - v->grid->cells] = made;
    return made;
}

bool view_filled(const sheet_view *v, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(v, row, col);

    return c != NULL && c->type != CELL_EMPTY &&
           (c->type != CELL_STRING || !is_blank(c->value));
}

bool view_hidden(const sheet_view *v, uint32_t row, uint32_t col)
{
    const grid *g = v->grid;

    return (g->row_hidden != NULL && row < g->rows && g->row_hidden[row]) ||
           (g->col_hidden != NULL && col < g->cols && g->col_hidden[col]);
}

uint32_t view_search_next(const sheet_view *v, uint32_t row, uint32_t col)
{
    const grid *g = v->grid;
    size_t low, high;

    if (row >= g->rows || v->spots != NULL)
        return UINT32_MAX;
    low = g->row_start[row];
    high = g->row_start[row + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (g->cells[middle].col < col)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < g->row_start[row + 1]; low++) {
        const cell *c = &g->cells[low];

        if (has_value(c) && view_begins(v, row, c->col))
            return c->col;
    }
    return UINT32_MAX;
}

/* The last origin at or in front of a position of the grid. */
static const view_origin *origin_of(const sheet_view *v, uint32_t row,
                                    uint32_t col)
{
    size_t low = 0, high = v->origin_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const view_origin *o = &v->origins[middle];

        if (o->row < row || (o->row == row && o->col <= col))
            low = middle + 1;
        else
            high = middle;
    }
    return &v->origins[low > 0 ? low - 1 : 0];
}

/* The origin of a place on the sheet; of a foreign one the last. */
static const view_origin *origin_at(const sheet_view *v, const place *p)
{
    for (size_t i = 0; i + 1 < v->origin_count; i++)
        if (v->origins[i].at.row == p->row && v->origins[i].at.col == p->col)
            return &v->origins[i];
    return &v->origins[v->origin_count - 1];
}

place view_place(const sheet_view *v, uint32_t row, uint32_t col)
{
    merge_range m = view_range(v, row, col);

    if (v->origin_count > 0)
        m = origin_of(v, m.row, m.col)->at;
    return v->turned
        ? place_range(v->grid->sheet, m.col, m.row, m.last_col, m.last_row)
        : place_range(v->grid->sheet, m.row, m.col, m.last_row, m.last_col);
}

uint32_t view_place_row(const sheet_view *v, const place *p)
{
    if (v->origin_count > 0)
        return origin_at(v, p)->row;
    return v->turned ? p->col : p->row;
}

uint32_t view_place_col(const sheet_view *v, const place *p)
{
    if (v->origin_count > 0)
        return origin_at(v, p)->col;
    return v->turned ? p->row : p->col;
}

view_origin *view_origins(arena *a, const grid *made, view_source from,
                          const void *making)
{
    view_origin *all = arena_array(a, (size_t)made->rows * made->cols + 1,
                                   sizeof(*all)), *o = all;

    for (uint32_t row = 0; all != NULL && row < made->rows; row++)
        for (uint32_t col = 0; col < made->cols; col++)
            *o++ = (view_origin){ row, col, from(making, row, col) };
    return all;
}
