/*
 * marks.c - which cells get a mark, and what their comments say
 */
#include "annotate/marks.h"

#include <stdlib.h>
#include <string.h>

#include "kpi/key_table.h"
#include "xlsx/cellref.h"

/* A box of this many half-width columns; see note_shapes.c. */
enum { BOX_COLUMNS = 46, COMMENT_BYTES = 24000,
       MOST_SPOTS = 200000 };

typedef struct maker {
    arena *memory;
    book *book;
    const bool *skip;
    plan_language language;
    mark_table *out;
    bool failed;
} maker;

/* A cell to mark, before those of one cell become one. */
typedef struct spot {
    size_t sheet, line; /* line SIZE_MAX: only coloured */
    uint32_t row, col;
    mark_kind kind;
} spot;

static const mark_kind kinds[] = {
    [SEVERITY_NOTICE] = MARK_NOTICE, [SEVERITY_WARNING] = MARK_WARNING,
    [SEVERITY_ERROR] = MARK_ERROR,
};

void mark_message(buf *out, const mark_line *line, plan_language language)
{
    if (line->rule != NULL)
        rule_format(out, line->rule->message[language], line->item);
    else
        buf_string(out, line->item->rule);
}

void mark_hint(buf *out, const mark_line *line, plan_language language)
{
    if (line->rule != NULL)
        rule_format(out, line->rule->hint[language], line->item);
}

/* ---- Lines ------------------------------------------------------------ */

static int compare_lines(const void *left, const void *right)
{
    const mark_line *a = left, *b = right;

    if (a->has_cell != b->has_cell)
        return a->has_cell ? 1 : -1;
    if (a->sheet != b->sheet) /* SIZE_MAX, the file, comes first */
        return a->sheet + 1 < b->sheet + 1 ? -1 : 1;
    if (a->has_cell && a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->has_cell && a->col != b->col)
        return a->col < b->col ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return a->item < b->item ? -1 : a->item > b->item;
}

static void index_sheets(maker *m, key_table *names)
{
    for (size_t i = 0; i < book_sheet_count(m->book); i++) {
        if (key_table_put(names, text_of(book_sheet(m->book, i)->name), i) ==
            NULL)
            m->failed = true;
    }
}

static void add_line(maker *m, const finding *f, const key_table *names,
                     const plan *p, const char *as_of)
{
    severity s = check_severity(f, p, as_of);
    mark_line *line = &m->out->lines[m->out->line_count];

    if (f->source != 0 || s == SEVERITY_OFF)
        return;
    *line = (mark_line){ .item = f, .rule = rule_find(f->rule),
                         .kind = kinds[s], .sheet = SIZE_MAX };
    if (f->where.sheet[0] != '\0')
        line->sheet = key_table_get(names, text_of(f->where.sheet));
    line->has_cell = f->where.has_cell && line->sheet != SIZE_MAX;
    line->row = f->where.row;
    line->col = f->where.col;
    m->out->line_count++;
}

/* ---- Merged ranges ---------------------------------------------------- */

typedef struct merges {
    arena *memory;
    merge_range *items;
    size_t count, capacity;
    bool failed;
} merges;

static bool keep_merge(void *context, const merge_range *range)
{
    merges *m = context;
    void *items = m->items;
    merge_range *r = arena_push(m->memory, &items, &m->count, &m->capacity,
                                sizeof(*r));

    m->items = items;
    if (r == NULL)
        m->failed = true;
    else
        *r = *range;
    return r != NULL;
}

typedef struct spots {
    spot *items;
    size_t count, capacity;
} spots;

static void add_spot(maker *m, spots *list, spot s)
{
    void *items = list->items;
    spot *made = arena_push(m->memory, &items, &list->count,
                            &list->capacity, sizeof(*made));

    list->items = items;
    if (made == NULL)
        m->failed = true;
    else
        *made = s;
}

/*
 * Lines of one sheet go to the first cells of merged ranges. Both are few
 * enough for a sweep: ranges by their first row, lines by row.
 */
static int compare_merges(const void *left, const void *right)
{
    const merge_range *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static const merge_range *merge_at(const merges *m, uint32_t row,
                                   uint32_t col, uint32_t tallest)
{
    size_t low = 0, high = m->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (m->items[middle].row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    while (low > 0 && m->items[low - 1].row + tallest >= row) {
        const merge_range *r = &m->items[--low];

        if (row <= r->last_row && col >= r->col && col <= r->last_col)
            return r;
    }
    return NULL;
}

static void add_range(maker *m, spots *list, size_t sheet, mark_kind kind,
                      const merge_range *r, size_t most)
{
    uint64_t cells = (uint64_t)(r->last_row - r->row + 1) *
                     (r->last_col - r->col + 1);

    if (cells > most || list->count > MOST_SPOTS)
        return;
    for (uint32_t row = r->row; row <= r->last_row; row++) {
        for (uint32_t col = r->col; col <= r->last_col; col++)
            add_spot(m, list, (spot){ sheet, SIZE_MAX, row, col, kind });
    }
}

static void add_spots(maker *m, spots *list, mark_line *line, size_t index,
                      const merges *merged, uint32_t tallest)
{
    const place *at = &line->item->where;
    const merge_range *over = merge_at(merged, line->row, line->col, tallest);
    merge_range range = { at->row, at->col, at->last_row, at->last_col };

    if (over != NULL) {
        line->row = over->row;
        line->col = over->col;
        add_range(m, list, line->sheet, line->kind, over, MARKS_OF_MERGE);
    }
    if (line->row >= CELLREF_MAX_ROWS || line->col >= CELLREF_MAX_COLS) {
        line->has_cell = false;
        return;
    }
    add_spot(m, list, (spot){ line->sheet, index, line->row, line->col,
                              line->kind });
    if (range.last_row >= range.row && range.last_col >= range.col &&
        range.last_row < CELLREF_MAX_ROWS &&
        range.last_col < CELLREF_MAX_COLS &&
        (range.row == range.last_row || range.col == range.last_col))
        add_range(m, list, line->sheet, line->kind, &range, MARKS_OF_RANGE);
}

static kpi_status spots_of_sheet(maker *m, spots *list, size_t first,
                                 size_t last, kpi_error *err)
{
    merges merged = { .memory = m->memory };
    sheet_events events = { &merged, NULL, keep_merge, NULL, NULL };
    size_t sheet = m->out->lines[first].sheet;
    kpi_status status = sheet_read(m->book, sheet, &events, err);
    uint32_t tallest = 0;

    if (status != KPI_OK || merged.failed)
        return status != KPI_OK ? status : kpi_fail_nomem(err);
    if (merged.count > 1)
        qsort(merged.items, merged.count, sizeof(*merged.items),
              compare_merges);
    for (size_t i = 0; i < merged.count; i++) {
        uint32_t height = merged.items[i].last_row - merged.items[i].row;

        tallest = height > tallest ? height : tallest;
    }
    for (size_t i = first; i < last && !m->failed; i++)
        add_spots(m, list, &m->out->lines[i], i, &merged, tallest);
    return m->failed ? kpi_fail_nomem(err) : KPI_OK;
}

/* ---- Marks ------------------------------------------------------------ */

static int compare_spots(const void *left, const void *right)
{
    const spot *a = left, *b = right;

    if (a->sheet != b->sheet)
        return a->sheet < b->sheet ? -1 : 1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

static void put_finding(buf *b, const mark_line *line,
                        plan_language language)
{
    const place *at = &line->item->where;
    char range[CELLREF_RANGE_SIZE];
    severity s = line->kind == MARK_ERROR ? SEVERITY_ERROR
        : line->kind == MARK_WARNING ? SEVERITY_WARNING : SEVERITY_NOTICE;
    size_t before;

    buf_printf(b, language == LANGUAGE_JA ? "【%s】" : "%s: ",
               severity_text(s, language));
    mark_message(b, line, language);
    if (at->last_row > at->row || at->last_col > at->col) {
        cellref_write_range(range, at->row, at->col, at->last_row,
                            at->last_col);
        buf_printf(b, language == LANGUAGE_JA ? "（%s）" : " (%s)", range);
    }
    before = b->length;
    buf_string(b, "\n→ ");
    mark_hint(b, line, language);
    if (b->length == before + strlen("\n→ "))
        b->length = before;
    buf_printf(b, "\n[%s]", line->item->rule);
}

static unsigned lines_of(text t)
{
    unsigned lines = 0;

    for (size_t from = 0; from <= t.length;) {
        size_t end = text_find(t, "\n", from);
        size_t stop = end == SIZE_MAX ? t.length : end;

        lines += (unsigned)(utf8_width(text_cut(t, from, stop)) /
                            BOX_COLUMNS) + 1;
        from = stop + 1;
    }
    return lines;
}

/* The comment of the spots [first, last) of one cell. */
static void set_comment(maker *m, mark *made, const spot *first,
                        const spot *last)
{
    buf b;

    buf_init(&b);
    for (const spot *s = first; s < last; s++) {
        if (s->line == SIZE_MAX)
            continue;
        if (b.length > COMMENT_BYTES) {
            buf_string(&b, "\n…");
            break;
        }
        if (b.length > 0)
            buf_char(&b, '\n');
        put_finding(&b, &m->out->lines[s->line], m->language);
    }
    made->comment = text_of("");
    if (b.length > 0) {
        char *copy = buf_ok(&b) ? arena_strndup(m->memory, b.bytes, b.length)
                                : NULL;

        if (copy == NULL)
            m->failed = true;
        else
            made->comment = text_slice(copy, b.length);
        made->lines = lines_of(made->comment) + 1; /* our name */
    }
    buf_free(&b);
}

static const spot *end_of_cell(const spot *s, const spot *end)
{
    const spot *next = s;

    while (next < end && next->sheet == s->sheet && next->row == s->row &&
           next->col == s->col)
        next++;
    return next;
}

/* Makes the marks of one sheet, and ties their lines to them. */
static void marks_of_sheet(maker *m, const spot *first, const spot *end)
{
    mark_sheet *sheet = &m->out->sheets[first->sheet];
    size_t cells = 0, comments = 0;

    for (const spot *s = first; s < end; s = end_of_cell(s, end))
        cells++;
    sheet->items = arena_array(m->memory, cells, sizeof(*sheet->items));
    if (sheet->items == NULL) {
        m->failed = true;
        return;
    }
    for (const spot *s = first; s < end && !m->failed;) {
        const spot *next = end_of_cell(s, end);
        mark *made = &sheet->items[sheet->count];

        if (s->line != SIZE_MAX && comments == ANNOTATE_COMMENTS) {
            sheet->left_out++;
            s = next;
            continue;
        }
        *made = (mark){ .row = s->row, .col = s->col, .kind = s->kind };
        set_comment(m, made, s, next);
        comments += made->comment.length > 0;
        for (const spot *one = s; one < next; one++) {
            if (one->kind < made->kind)
                made->kind = one->kind;
            if (one->line != SIZE_MAX)
                m->out->lines[one->line].mark = made;
        }
        if (s->line != SIZE_MAX)
            m->out->lines[s->line].first = true;
        sheet->count++;
        s = next;
    }
}

static kpi_status make_marks(maker *m, kpi_error *err)
{
    mark_table *t = m->out;
    spots list = { NULL, 0, 0 };
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < t->line_count && status == KPI_OK;) {
        size_t last = i + 1;

        while (last < t->line_count && t->lines[i].has_cell &&
               t->lines[last].sheet == t->lines[i].sheet)
            last++;
        if (t->lines[i].has_cell && !m->skip[t->lines[i].sheet])
            status = spots_of_sheet(m, &list, i, last, err);
        i = last;
    }
    if (list.count > 1)
        qsort(list.items, list.count, sizeof(*list.items), compare_spots);
    for (size_t i = 0; i < list.count && status == KPI_OK && !m->failed;) {
        size_t last = i;

        while (last < list.count &&
               list.items[last].sheet == list.items[i].sheet)
            last++;
        marks_of_sheet(m, &list.items[i], &list.items[last]);
        i = last;
    }
    return status == KPI_OK && m->failed ? kpi_fail_nomem(err) : status;
}

kpi_status marks_make(mark_table *out, arena *memory, book *b,
                      const bool *skip, const dataset *part, const plan *p,
                      plan_language language, const char *as_of,
                      kpi_error *err)
{
    maker m = { .memory = memory, .book = b, .skip = skip,
                .language = language, .out = out };
    const finding_list *findings = &part->findings;
    key_table names;

    *out = (mark_table){ .sheet_count = book_sheet_count(b) };
    key_table_init(&names, memory);
    out->sheets = arena_array(memory, out->sheet_count + 1,
                              sizeof(*out->sheets));
    out->lines = arena_array(memory, findings->count + 1,
                             sizeof(*out->lines));
    if (out->sheets == NULL || out->lines == NULL)
        return kpi_fail_nomem(err);
    index_sheets(&m, &names);
    for (size_t i = 0; i < findings->count && !m.failed; i++)
        add_line(&m, &findings->items[i], &names, p, as_of);
    if (m.failed)
        return kpi_fail_nomem(err);
    if (out->line_count > 1)
        qsort(out->lines, out->line_count, sizeof(*out->lines),
              compare_lines);
    return make_marks(&m, err);
}
