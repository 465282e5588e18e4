/*
 * lettered_names.c - indicators that a list names by letters, and a table of
 * figures by these letters alone
 */
#include "ingest/lettered_names.h"

#include "ingest/sheet_remake.h"
#include "wording/glyph.h"

enum { LETTERS_MOST = 64, LETTER_BYTES = 6, NAME_BYTES = 240,
       HEAD_REACH = 24, UNIT_BYTES = 24, LABEL_BYTES = 60 };

/* A cell that holds nothing but a letter, of a list or of a table. */
typedef struct lettered {
    const cell *at;
    const cell *head;  /* the list's heading, or the side label of a table */
    const cell *name;  /* of a list; NULL: it is left empty */
    const cell *unit;  /* of a list, or NULL */
    const cell *unit_word; /* 単位 in front of it, or NULL */
    uint32_t header;   /* of a table: its row of years */
    size_t named_by;   /* of a table: the index in the list; SIZE_MAX: it is
                          left empty */
} lettered;

typedef struct letters {
    reader *reader;
    lettered lists[LETTERS_MOST], lines[LETTERS_MOST];
    size_t list_count, line_count;
} letters;

/* ア, ① or a: no grade. */
static bool is_letter(text t)
{
    size_t next;
    uint32_t c;

    if (t.length == 0 || t.length > LETTER_BYTES)
        return false;
    next = 0;
    c = utf8_next(t, &next);
    return next == t.length &&
           ((c >= 0x30A2 && c <= 0x30F3) || (c >= 0x2460 && c <= 0x2473) ||
            (c >= 'a' && c <= 'z') || (c >= 0xFF41 && c <= 0xFF5A));
}

/* ア of 活動指標ア, which heads what is beside it; else empty. */
static text letter_behind(reader *r, text t)
{
    static const char *const words[] = { "指標", "ＫＰＩ", "KPI" };
    size_t at = t.length;
    const header_word *w;

    if (t.length > LABEL_BYTES || t.length == 0)
        return text_of("");
    at = glyph_back(t, at);
    if (!is_letter(text_from(t, at)) ||
        !text_contains_one(t, words, sizeof(words) / sizeof(*words)))
        return text_of("");
    w = header_roles_find(r->roles, text_trim(text_cut(t, 0, at)),
                          r->context_year);
    return w->exact && w->role == ROLE_KPI ? text_from(t, at) : text_of("");
}

/* The letter that a cell is, or ends with. */
static text letter_of(reader *r, const cell *c)
{
    text t = view_cell_text(&r->view, c);

    return is_letter(t) ? t : letter_behind(r, t);
}

static const header_word *word_at(const letters *l, uint32_t row,
                                  uint32_t col)
{
    reader *r = l->reader;

    return view_filled(&r->view, row, col) &&
                   table_may_be_word(&r->view, r->roles, row, col,
                                     r->context_year)
               ? reader_word(r, row, col) : NULL;
}

static bool is_year(const header_word *w)
{
    return w != NULL && (w->has_year || w->year_only);
}

/* 活動指標, ⑤ 成果指標（…）: what heads a list or stands beside lines. */
static bool heads_indicators(const letters *l, uint32_t row, uint32_t col)
{
    const header_word *w = word_at(l, row, col);

    return w != NULL && w->exact && w->role == ROLE_KPI && !is_year(w);
}

/* ---- The list ---------------------------------------------------------- */

/* The cell above a letter that is none. */
static const cell *head_above(const letters *l, const cell *at)
{
    const sheet_view *v = &l->reader->view;

    for (uint32_t row = at->row, n = 0; row-- > 0 && n < LETTERS_MOST; n++)
        if (!view_filled(v, row, at->col))
            return NULL;
        else if (!is_letter(view_text(v, row, at->col)))
            return view_cell(v, row, at->col);
    return NULL;
}

/* A heading whose row says of no figures: only names are below it. */
static bool heads_list(const letters *l, const cell *head)
{
    const sheet_view *v = &l->reader->view;

    if (!heads_indicators(l, head->row, head->col))
        return false;
    for (uint32_t c = view_next(v, head->row, 0); c != UINT32_MAX;
         c = view_next(v, head->row, c + 1)) {
        const header_word *w = word_at(l, head->row, c);

        if (w != NULL && (is_year(w) || (w->exact && role_is_figure(w->role))))
            return false;
    }
    return true;
}

static uint32_t behind(const sheet_view *v, const cell *c, uint32_t row)
{
    return view_next(v, row, view_range(v, c->row, c->col).last_col + 1);
}

/* 単位 right behind a heading. */
static const cell *unit_head(const letters *l, const cell *head)
{
    const sheet_view *v = &l->reader->view;
    uint32_t c = view_range(v, head->row, head->col).last_col + 1;
    const header_word *w = word_at(l, head->row, c);

    return w != NULL && w->exact && w->role == ROLE_UNIT
               ? view_cell(v, head->row, c) : NULL;
}

static bool take_name(letters *l, const cell *at, const cell *head)
{
    const sheet_view *v = &l->reader->view;
    uint32_t name = behind(v, at, at->row);
    const cell *unit = unit_head(l, head), *c = NULL;
    text t;

    if (name != UINT32_MAX &&
        name <= view_range(v, head->row, head->col).last_col)
        c = view_cell(v, at->row, name);
    t = view_cell_text(v, c);
    if ((c != NULL && c->type != CELL_STRING) || is_letter(t) ||
        t.length > NAME_BYTES || l->list_count == LETTERS_MOST)
        return false;
    if (unit != NULL)
        unit = view_cell(v, at->row, unit->col);
    l->lists[l->list_count++] = (lettered){ .at = at, .head = head, .name = c,
                                            .unit = unit };
    return true;
}

/* ---- The table --------------------------------------------------------- */

/* The row of years above a line of figures. */
static bool header_above(const letters *l, const cell *at, uint32_t *row)
{
    const sheet_view *v = &l->reader->view;

    for (uint32_t up = 1; up <= HEAD_REACH && up <= at->row; up++) {
        unsigned years = 0;

        *row = at->row - up;
        for (uint32_t c = behind(v, at, *row); c != UINT32_MAX;
             c = view_next(v, *row, c + 1))
            years += view_begins(v, *row, c) && is_year(word_at(l, *row, c));
        if (years > 1)
            return true;
    }
    return false;
}

/* 活動指標 left of a letter, over its lines or in the first of them. */
static const cell *side_label(const letters *l, const cell *at)
{
    const sheet_view *v = &l->reader->view;
    const lettered *before = l->line_count > 0
                                 ? &l->lines[l->line_count - 1] : NULL;
    uint32_t c = at->col;

    while (c > 0 && !view_filled(v, at->row, c - 1))
        c--;
    if (c > 0)
        return heads_indicators(l, at->row, c - 1)
                   ? view_cell(v, at->row, c - 1) : NULL;
    return before != NULL && before->at->row + 1 == at->row &&
                   before->at->col == at->col
               ? before->head : NULL;
}

static bool take_line(letters *l, const cell *at)
{
    const cell *label = side_label(l, at);
    uint32_t header;

    if (label == NULL || !header_above(l, at, &header))
        return true; /* it is something else */
    if (l->line_count == LETTERS_MOST)
        return false;
    l->lines[l->line_count++] = (lettered){ .at = at, .head = label,
                                            .header = header };
    return true;
}

/* 活動指標 of ④ 活動指標（活動の量） and of 活動指標ア */
static text core_of(reader *r, const cell *c)
{
    text t = view_cell_text(&r->view, c), no, title;

    t = text_cut(t, 0, t.length - letter_behind(r, t).length);
    heading_read(text_trim(t), &no, &title);
    return title;
}

/* 活動指標ア | 開催回数 | 単位 | 回: a list in one row; or a line of figures below
 * years. */
static bool take_label(letters *l, const cell *at)
{
    const sheet_view *v = &l->reader->view;
    uint32_t name = behind(v, at, at->row), unit, header;
    const cell *c = name == UINT32_MAX ? NULL : view_cell(v, at->row, name);
    const header_word *w;
    lettered one = { .at = at, .head = at, .name = c };

    if (c != NULL && (c->type != CELL_STRING ||
                      glyph_has_digit(view_cell_text(v, c)))) {
        if (!header_above(l, at, &header) || l->line_count == LETTERS_MOST)
            return false;
        one.name = NULL;
        one.header = header;
        l->lines[l->line_count++] = one;
        return true;
    }
    if (c == NULL || header_above(l, at, &header))
        return true; /* it is something else */
    unit = behind(v, c, at->row);
    w = unit == UINT32_MAX ? NULL : word_at(l, at->row, unit);
    if (w != NULL && w->exact && w->role == ROLE_UNIT) {
        one.unit_word = view_cell(v, at->row, unit);
        unit = behind(v, one.unit_word, at->row);
        one.unit = unit == UINT32_MAX ? NULL : view_cell(v, at->row, unit);
    }
    if (l->list_count == LETTERS_MOST ||
        view_cell_text(v, c).length > NAME_BYTES)
        return false;
    l->lists[l->list_count++] = one;
    return true;
}

static bool names(const letters *l, const lettered *list, const lettered *line)
{
    text head = core_of(l->reader, list->head),
         label = core_of(l->reader, line->head);
    size_t shorter = head.length < label.length ? head.length : label.length;

    return list->name != NULL &&
           text_equal(letter_of(l->reader, list->at),
                      letter_of(l->reader, line->at)) &&
           text_equal(text_cut(head, 0, shorter), text_cut(label, 0, shorter));
}

/* ウ with nothing behind it. */
static bool is_empty(const letters *l, const lettered *line)
{
    return behind(&l->reader->view, line->at, line->at->row) == UINT32_MAX;
}

/* Each line that holds anything has one name, and no name two lines; those
 * below one header are one column. */
static bool match(letters *l)
{
    bool used[LETTERS_MOST] = { false };
    bool any = false;

    for (size_t i = 0; i < l->line_count; i++) {
        const lettered *line = &l->lines[i];
        unsigned found = 0;

        if (i > 0 && line[-1].header == line->header &&
            line[-1].at->col != line->at->col)
            return false;
        l->lines[i].named_by = SIZE_MAX;
        if (is_empty(l, line))
            continue;
        for (size_t n = 0; n < l->list_count; n++)
            if (names(l, &l->lists[n], line)) {
                l->lines[i].named_by = n;
                found++;
            }
        if (found != 1 || used[line->named_by])
            return false;
        used[line->named_by] = any = true;
    }
    return any;
}

/* Is there one on the sheet? On most there is none. */
static bool has_letter(const sheet_view *v)
{
    const grid *g = v->grid;

    for (size_t i = 0; i < g->count; i++)
        if (g->cells[i].type == CELL_STRING &&
            g->cells[i].value.length <= LETTER_BYTES &&
            is_letter(view_cell_text(v, &g->cells[i])))
            return true;
    return false;
}

static bool find_letters(letters *l)
{
    const sheet_view *v = &l->reader->view;
    const grid *g = v->grid;
    unsigned seen = 0;

    for (size_t i = 0; i < g->count; i++) {
        const cell *at = &g->cells[i], *head;

        if (at->type == CELL_STRING && at->value.length > LETTER_BYTES &&
            letter_behind(l->reader, view_cell_text(v, at)).length > 0) {
            if (!take_label(l, at))
                return false;
            continue;
        }
        if (at->type != CELL_STRING || at->value.length > LETTER_BYTES ||
            !is_letter(view_cell_text(v, at)))
            continue;
        if (++seen > 4 * LETTERS_MOST)
            return false; /* marks of another kind */
        head = head_above(l, at);
        if (!(head != NULL && heads_list(l, head) ? take_name(l, at, head)
                                                  : take_line(l, at)))
            return false;
    }
    return match(l);
}

/* ---- The sheet anew ---------------------------------------------------- */

/* The header of a line is copied in front of it, below what stands between:
 * so many rows. */
typedef struct copied {
    uint32_t header, last; /* its rows */
    uint32_t row;          /* of the first line */
    uint32_t rows;         /* 0: the line is right below it */
    const cell *letter;    /* of the first line */
} copied;

typedef struct making {
    const letters *of;
    remake sheet;
    copied heads[LETTERS_MOST];
    size_t head_count;
} making;

/* The last row of a header: 目標 | 実績 below the years goes with it. */
static uint32_t header_end(const letters *l, const lettered *line)
{
    const sheet_view *v = &l->reader->view;
    uint32_t row = line->header;

    for (uint32_t c, next = row + 1; next < line->at->row; row = next++) {
        for (c = behind(v, line->at, next); c != UINT32_MAX;
             c = view_next(v, next, c + 1)) {
            const header_word *w = word_at(l, next, c);

            if (w == NULL || !w->exact ||
                !(role_is_figure(w->role) || w->role == ROLE_LINE))
                return row;
        }
        if (behind(v, line->at, next) == UINT32_MAX)
            return row;
    }
    return row;
}

static void find_headers(making *m)
{
    for (size_t i = 0; i < m->of->line_count; i++) {
        const lettered *line = &m->of->lines[i];
        copied *h = &m->heads[m->head_count];

        if (m->head_count > 0 && h[-1].header == line->header)
            continue;
        *h = (copied){ .header = line->header, .row = line->at->row,
                       .last = header_end(m->of, line), .letter = line->at };
        h->rows = h->last + 1 < h->row ? h->last - h->header + 1 : 0;
        m->head_count++;
    }
}

/* A row of the sheet in the new one. */
static uint32_t moved_row(const making *m, uint32_t row)
{
    uint32_t more = 0;

    for (size_t i = 0; i < m->head_count; i++)
        if (m->heads[i].row <= row)
            more += m->heads[i].rows;
    return row + more;
}

static const lettered *line_at(const letters *l, const cell *c)
{
    for (size_t i = 0; i < l->line_count; i++)
        if (l->lines[i].at == c)
            return &l->lines[i];
    return NULL;
}

/* The list, and the labels beside the lines. */
static bool is_gone(const letters *l, const cell *c)
{
    for (size_t i = 0; i < l->line_count; i++)
        if (l->lines[i].head == c)
            return true;
    for (size_t i = 0; i < l->list_count; i++) {
        const lettered *one = &l->lists[i];

        if (one->at == c || one->head == c || one->name == c ||
            one->unit == c || one->unit_word == c ||
            unit_head(l, one->head) == c)
            return true;
    }
    return false;
}

/* 開催回数, or 開催回数（回） where the table has no units. */
static bool put_name(making *m, const lettered *line)
{
    const sheet_view *v = &m->of->reader->view;
    const lettered *one = &m->of->lists[line->named_by];
    text words = view_cell_text(v, one->name),
         unit = view_cell_text(v, one->unit);
    bool told = false;

    for (uint32_t c = behind(v, line->at, line->header); c != UINT32_MAX;
         c = view_next(v, line->header, c + 1)) {
        const header_word *w = word_at(m->of, line->header, c);

        told = told || (w != NULL && w->exact && w->role == ROLE_UNIT);
    }
    if (!told && unit.length > 0 && unit.length <= UNIT_BYTES) {
        char *both = arena_printf(m->sheet.memory, "%.*s（%.*s）",
                                  (int)words.length, words.bytes,
                                  (int)unit.length, unit.bytes);

        if (both == NULL)
            return false;
        words = text_of(both);
    }
    return remake_put(&m->sheet, one->name, words,
                      moved_row(m, line->at->row), line->at->col);
}

static const copied *header_of(const making *m, uint32_t row)
{
    for (size_t i = 0; i < m->head_count; i++)
        if (row >= m->heads[i].header && row <= m->heads[i].last)
            return &m->heads[i];
    return NULL;
}

/* What stands above the letters in a header whose lines follow it. */
static bool is_corner(const making *m, const cell *c)
{
    const copied *h = header_of(m, c->row);

    return h != NULL && h->rows == 0 && c->row == h->header &&
           view_cell(&m->of->reader->view, h->header, h->letter->col) == c;
}

/* 年度 above the labels of costs: they are no names. */
static bool is_left_out(const making *m, const cell *c)
{
    const copied *h = header_of(m, c->row);

    return is_gone(m->of, c) ||
           (h != NULL && h->rows > 0 && c->col <= h->letter->col);
}

static bool put_cell(making *m, const cell *c)
{
    const copied *h = header_of(m, c->row);
    const lettered *line = line_at(m->of, c);

    if (line != NULL)
        return line->named_by == SIZE_MAX || put_name(m, line);
    if (is_left_out(m, c))
        return true;
    if (h != NULL && h->rows > 0 && c->col > h->letter->col &&
        !remake_put(&m->sheet, c, text_of(""),
                    moved_row(m, h->row) - h->rows + (c->row - h->header),
                    c->col))
        return false;
    return remake_put(&m->sheet, c, text_of(is_corner(m, c) ? "指標名" : ""),
                      moved_row(m, c->row), c->col);
}

/* 指標名 above the letters. */
static bool put_corner(making *m, const copied *h)
{
    const sheet_view *v = &m->of->reader->view;
    uint32_t first = h->rows > 0 ? moved_row(m, h->row) - h->rows
                                 : moved_row(m, h->header);

    if (h->rows == 0 && view_filled(v, h->header, h->letter->col))
        return true;
    return remake_put(&m->sheet, h->letter, text_of("指標名"), first,
                      h->letter->col) &&
           remake_merge(&m->sheet, first, h->letter->col,
                        first + h->last - h->header, h->letter->col);
}

static bool put_merge(making *m, const merge_range *at)
{
    const copied *h = header_of(m, at->row);
    const cell *c = view_cell(&m->of->reader->view, at->row, at->col);
    uint32_t row;

    if (c != NULL && is_left_out(m, c))
        return true;
    if (h != NULL && h->rows > 0 && at->col > h->letter->col &&
        at->last_row <= h->last) {
        row = moved_row(m, h->row) - h->rows + (at->row - h->header);
        if (!remake_merge(&m->sheet, row, at->col,
                          row + at->last_row - at->row, at->last_col))
            return false;
    }
    return remake_merge(&m->sheet, moved_row(m, at->row), at->col,
                        moved_row(m, at->last_row), at->last_col);
}

/* Of which row of the sheet each of the new one is. */
static void set_rows(making *m, uint32_t rows)
{
    for (uint32_t row = 0; row < rows; row++)
        m->sheet.rows[moved_row(m, row)] = row;
    for (size_t i = 0; i < m->head_count; i++) {
        const copied *h = &m->heads[i];

        for (uint32_t n = 0; n < h->rows; n++)
            m->sheet.rows[moved_row(m, h->row) - h->rows + n] =
                h->header + n;
    }
}

static bool make(making *m, arena *scratch)
{
    reader *r = m->of->reader;
    const grid *g = r->view.grid;
    bool ok;

    find_headers(m);
    if (!remake_init(&m->sheet, r, scratch, moved_row(m, g->rows - 1) + 1,
                     g->cols))
        return false;
    set_rows(m, g->rows);
    for (uint32_t c = 0; c < g->cols; c++)
        m->sheet.cols[c] = c;
    ok = true;
    for (size_t i = 0; i < g->count && ok; i++)
        ok = put_cell(m, &g->cells[i]);
    for (size_t i = 0; i < g->merge_count && ok; i++)
        ok = put_merge(m, &g->merges[i]);
    for (size_t i = 0; i < m->head_count && ok; i++)
        ok = put_corner(m, &m->heads[i]);
    return ok;
}

bool lettered_names_read(reader *r, arena *scratch, size_t *tables,
                         near_miss *near, bool *read)
{
    arena_mark mark = arena_get_mark(scratch);
    letters *l;
    making *m;

    *read = false;
    if (!has_letter(&r->view) ||
        !remake_fits((uint64_t)r->view.grid->rows + LETTERS_MOST,
                     r->view.grid->cols))
        return true;
    l = arena_alloc(scratch, sizeof(*l));
    if (l == NULL)
        return false;
    l->reader = r;
    if (!find_letters(l)) {
        arena_rewind(scratch, mark);
        return true;
    }
    m = arena_alloc(scratch, sizeof(*m));
    if (m == NULL)
        return false;
    m->of = l;
    return make(m, scratch) && remake_read(&m->sheet, tables, near, read);
}
