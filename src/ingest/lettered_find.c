/*
 * lettered_find.c - the letters of a list and of a table
 */
#include "ingest/lettered_parts.h"

#include "wording/glyph.h"

enum { LETTER_BYTES = 6, NAME_BYTES = 240, HEAD_REACH = 24, LABEL_BYTES = 60 };

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

const header_word *lettered_word(const letters *l, uint32_t row, uint32_t col)
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
    const header_word *w = lettered_word(l, row, col);

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

static bool says_figures(const letters *l, uint32_t row)
{
    const sheet_view *v = &l->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = lettered_word(l, row, c);

        if (w != NULL && (is_year(w) || (w->exact && role_is_figure(w->role))))
            return true;
    }
    return false;
}

/* A heading whose row says of no figures: only names are below it. */
static bool heads_list(const letters *l, const cell *head)
{
    return heads_indicators(l, head->row, head->col) &&
           !says_figures(l, head->row);
}

/* 区分 | 記号 | 名称 | 単位 above letters: the row. */
static bool columns_above(const letters *l, const cell *at, uint32_t *row)
{
    const sheet_view *v = &l->reader->view;
    const header_word *w;

    *row = at->row;
    for (uint32_t n = 0; *row > 0 && n < LETTERS_MOST; n++)
        if (!is_letter(view_text(v, --*row, at->col)))
            break;
    w = *row < at->row ? lettered_word(l, *row, lettered_behind(v, at, at->row))
                       : NULL;
    return w != NULL && w->exact &&
           (w->role == ROLE_NAME || w->role == ROLE_KPI) &&
           !says_figures(l, *row);
}

uint32_t lettered_behind(const sheet_view *v, const cell *c, uint32_t row)
{
    return view_next(v, row, view_range(v, c->row, c->col).last_col + 1);
}

/* 単位 right behind a heading. */
const cell *lettered_unit_head(const letters *l, const cell *head)
{
    const sheet_view *v = &l->reader->view;
    uint32_t c = view_range(v, head->row, head->col).last_col + 1;
    const header_word *w = lettered_word(l, head->row, c);

    return w != NULL && w->exact && w->role == ROLE_UNIT
               ? view_cell(v, head->row, c) : NULL;
}

static bool take_name(letters *l, const cell *at, const cell *head)
{
    const sheet_view *v = &l->reader->view;
    uint32_t name = lettered_behind(v, at, at->row);
    const cell *unit = lettered_unit_head(l, head), *c = NULL;
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
        for (uint32_t c = lettered_behind(v, at, *row); c != UINT32_MAX;
             c = view_next(v, *row, c + 1))
            years += view_begins(v, *row, c) && is_year(lettered_word(l, *row, c));
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

/* 活動指標 | ア | 開催回数 | 回 below 区分 | 記号 | 名称 | 単位. */
static bool take_listed(letters *l, const cell *at, uint32_t header)
{
    const sheet_view *v = &l->reader->view;
    lettered one = { .at = at, .head = side_label(l, at), .header = header };

    if (one.head == NULL)
        return true; /* it is something else */
    one.name = view_cell(v, at->row, lettered_behind(v, at, at->row));
    for (uint32_t c = lettered_behind(v, one.name, header); c != UINT32_MAX;
         c = view_next(v, header, c + 1)) {
        const header_word *w = lettered_word(l, header, c);

        if (w != NULL && w->exact && w->role == ROLE_UNIT)
            one.unit = view_cell(v, at->row, c);
    }
    if (one.name->type != CELL_STRING || l->list_count == LETTERS_MOST ||
        view_cell_text(v, one.name).length > NAME_BYTES)
        return false;
    l->lists[l->list_count++] = one;
    return true;
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
    uint32_t name = lettered_behind(v, at, at->row), unit, header;
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
    unit = lettered_behind(v, c, at->row);
    w = unit == UINT32_MAX ? NULL : lettered_word(l, at->row, unit);
    if (w != NULL && w->exact && w->role == ROLE_UNIT) {
        one.unit_word = view_cell(v, at->row, unit);
        unit = lettered_behind(v, one.unit_word, at->row);
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
    return lettered_behind(&l->reader->view, line->at, line->at->row) == UINT32_MAX;
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

bool lettered_any(reader *r)
{
    const grid *g = r->view.grid;

    for (size_t i = 0; i < g->count; i++)
        if (g->cells[i].type == CELL_STRING &&
            g->cells[i].value.length <= LABEL_BYTES &&
            letter_of(r, &g->cells[i]).length > 0)
            return true;
    return false;
}

bool lettered_find(letters *l)
{
    const sheet_view *v = &l->reader->view;
    const grid *g = v->grid;
    unsigned seen = 0;
    uint32_t row;

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
              : columns_above(l, at, &row)        ? take_listed(l, at, row)
                                                  : take_line(l, at)))
            return false;
    }
    return match(l);
}
