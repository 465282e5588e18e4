/*
 * grant_kpis.c - the indicators of a form's table
 *
 * A table names them in a column; or in its header (年度 | 利用者数（人） { 目標 |
 * 実績 }); or it is one indicator's, which labels above name (指標① | 団体数,
 * 単位 | 団体, 目標値（R7） | 60), or its caption (指標１　団体数).
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/title_words.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"

/* Indicators of a column or of the header: as a project's own rows. */
static void read_rows(form *f, segment *s, kpi_list *all)
{
    reader *r = f->reader;
    project_span span = { .last = s->count - 1, .row = s->rows[0] };
    table own = *f->table;
    rows_reader w = { .reader = r, .segment = s, .table = &own,
                      .spans = &span, .span_count = 1 };

    span.name = text_of("");
    own.caption = text_of("");
    own.columns = arena_array(r->memory, own.count + 1,
                              sizeof(*own.columns));
    if (own.columns == NULL) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < own.count; i++) {
        own.columns[i] = f->table->columns[i];
        if (role_is_level(own.columns[i].role))
            own.columns[i].role = ROLE_BREAKDOWN;
    }
    own.held = 0;
    s->table = &own;
    if (!rows_gather(r->memory, &r->view, s) || !rows_kpis(&w) ||
        !rows_order_kpis(r->memory, &r->view, &span)) {
        r->failed = true;
        return;
    }
    *all = (kpi_list){ span.kpis, span.kpi_count };
}

bool form_names_in_header(const table *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (form_is_figure(t->columns[i].role) &&
            t->columns[i].kpi_name.length > 0)
            return true;
    return false;
}

/* 年度 | 指標① { 目標 | 実績 } | 指標② …: the indicators that labels above number
 * alike; false where one of them has no name. */
static bool read_numbered(form *f, const segment *s, uint32_t from,
                          kpi_list *all)
{
    reader *r = f->reader;
    unsigned blocks = f->table->blocks;
    form_labelled *said = arena_array(r->memory, blocks, sizeof(*said));

    all->items = arena_array(r->memory, blocks, sizeof(*all->items));
    if (said == NULL || all->items == NULL) {
        r->failed = true;
        return false;
    }
    for (unsigned b = 1; b <= blocks; b++) {
        said[b - 1] = form_find_labelled(f, from, b);
        if (said[b - 1].name.length == 0)
            return false;
    }
    for (unsigned b = 1; b <= blocks; b++) {
        kpi_list one;

        if (!kpi_build(r, &one, s, b, 0, s->count - 1, NULL,
                       reader_line(r, said[b - 1].name)) ||
            one.count == 0)
            continue;
        form_fill_labelled(f, &one.items[0], &said[b - 1]);
        form_add_owner(f, said[b - 1].name_row);
        all->items[all->count++] = one.items[0];
    }
    return true;
}

/* The columns of figures begin again with column i: 目標 | 実績 | 目標 | 実績. */
static bool begins_again(const table *t, size_t i)
{
    role first = ROLE_NONE;

    for (size_t n = 0; n < t->count && first == ROLE_NONE; n++)
        if (form_is_figure(t->columns[n].role))
            first = t->columns[n].role;
    return t->columns[i].role == first && t->columns[i].years.to == 0;
}

/* The table with the year of each line and the figures from column `at` to
 * the next ones of the same kind. False: no memory. */
static bool cut_figures(form *f, table *out, size_t at)
{
    const table *t = f->table;
    bool own = false;

    *out = *t;
    out->columns = arena_array(f->reader->memory, t->count + 1,
                               sizeof(*out->columns));
    if (out->columns == NULL) {
        f->reader->failed = true;
        return false;
    }
    out->held = 0;
    for (size_t i = 0; i < t->count; i++) {
        out->columns[i] = t->columns[i];
        own = begins_again(t, i) ? i == at : own;
        if (form_is_figure(t->columns[i].role) && !own)
            out->columns[i].role = ROLE_IGNORED;
    }
    return true;
}

/* 指標名 | 来場者数 | | 出店数 above 年度 | 目標 | 実績 | 目標 | 実績: an indicator
 * for each of them. False: labels do not name all of them. */
static bool read_abreast(form *f, const segment *s, uint32_t from,
                         kpi_list *all)
{
    reader *r = f->reader;
    const table *t = f->table;
    size_t named = 0;

    if (!table_may_have(t, ROLE_YEAR) || t->blocks > 1)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (begins_again(t, i)) {
            if (form_find_over(f, from, t->columns[i].col).name.length == 0)
                return false;
            named++;
        }
    if (named < 2)
        return false;
    all->items = arena_array(r->memory, named, sizeof(*all->items));
    if (all->items == NULL) {
        r->failed = true;
        return false;
    }
    for (size_t i = 0; i < t->count; i++) {
        form_labelled l;
        segment part = *s;
        table own;
        kpi_list one;

        if (!begins_again(t, i) || !cut_figures(f, &own, i))
            continue;
        part.table = &own;
        l = form_find_over(f, from, t->columns[i].col);
        if (!kpi_build(r, &one, &part, 1, 0, part.count - 1, NULL,
                       reader_line(r, l.name)) || one.count == 0)
            continue;
        form_fill_labelled(f, &one.items[0], &l);
        form_add_owner(f, l.name_row);
        all->items[all->count++] = one.items[0];
    }
    return true;
}

/* ＫＰＩ１ | 参加者数 | 単位 | 人 is the upper line of the header: the one indicator that
 * it names is what these labels say. */
static void fill_from_header(form *f, uint32_t from, const kpi_list *all)
{
    form_labelled l;

    if (all->count != 1)
        return;
    l = form_find_labelled(f, from, 0);
    if (text_is(l.name, all->items[0].name))
        form_fill_labelled(f, &all->items[0], &l);
}

/* The row behind what stands right below the figures of the one indicator: 達成率 |
 * 75.0% | 評価 | C. */
static uint32_t take_verdicts(form *f, uint32_t row, uint32_t last,
                              const kpi_list *all)
{
    while (all->count == 1 && row <= last && form_pairs_verdicts(f, row))
        form_take_verdicts(f, &all->items[0], row++);
    return row;
}

/* Figures that nothing names: said, not dropped. */
static void note_nameless(form *f, const segment *s)
{
    reader *r = f->reader;
    const table *t = f->table;

    if (s->count > 0)
        reader_missed(r, t->top, t->col,
                      view_text(&r->view, t->top,
                                view_next(&r->view, t->top, t->col)),
                      "指標");
}

/* 指標1 | 来場者数 right above the table, whatever else stands between. */
static bool is_named_above(const form *f, uint32_t from)
{
    form_labelled l = form_find_labelled(f, from, 0);

    if (l.name.length == 0 || l.name_row >= f->table->top)
        return false;
    for (uint32_t row = l.name_row; row < f->table->top; row++)
        if (view_next(&f->reader->view, row, 0) == UINT32_MAX)
            return false;
    return true;
}

/* Does the header of a column that was guessed to hold names say nothing of
 * names: is it empty, or 年度 over all columns in front of the figures? */
static bool is_unheaded(const form *f, const table_column *k)
{
    const header_word *w;

    if (k->header[0] == '\0')
        return true;
    w = form_label(f, k->head_row, k->head_col);
    return w->exact && (w->role == ROLE_YEAR || w->role == ROLE_LINE);
}

/* 年次推移, KPIの達成状況: words that say nothing of their own, or a label of
 * another fact. */
static bool is_caption(const form *f, uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col);
    const header_word *w = form_label(f, row, col);

    return t.length > 0 &&
           (title_is_document(t, f->reader->context_year) ||
            (w->exact && w->role != ROLE_KPI && w->role != ROLE_NAME &&
             !role_is_level(w->role)));
}

/* Is such a caption the only text in a column of that kind, in front of all
 * rows? */
static bool captions_rows(const form *f, const segment *s,
                          const table_column *k)
{
    const sheet_view *v = &f->reader->view;
    text one = view_text(v, s->rows[0], k->col);

    for (size_t i = 1; i < s->count; i++) {
        text t = view_text(v, s->rows[i], k->col);

        if (t.length > 0 && !text_equal(t, one))
            return false;
    }
    return is_unheaded(f, k) && is_caption(f, s->rows[0], k->col);
}

/* The same of a cell merged over all lines of years, or of 目標 and 実績, right
 * below the header: a label would end the table. */
static bool captions_lines(const form *f, const table_column *k)
{
    const sheet_view *v = &f->reader->view;
    uint32_t row = f->table->first_row;
    merge_range m = view_range(v, row, k->col);
    const table_column *lines = table_column_any(f->table, ROLE_YEAR);

    if (lines == NULL)
        lines = table_column_any(f->table, ROLE_LINE);
    return lines != NULL && lines->col > m.last_col && m.last_row > row &&
           is_unheaded(f, k) && is_caption(f, row, k->col) &&
           view_next(v, m.last_row + 1, 0) != lines->col;
}

/* The form's table without a column that was taken for one of names. */
static void drop_column(form *f, const table_column *k)
{
    table *own = arena_alloc(f->reader->memory, sizeof(*own));

    if (own != NULL) {
        *own = *f->table;
        own->held = 0;
        own->columns = arena_array(f->reader->memory, own->count,
                                   sizeof(*own->columns));
    }
    if (own == NULL || own->columns == NULL) {
        f->reader->failed = true;
        return;
    }
    memcpy(own->columns, f->table->columns,
           own->count * sizeof(*own->columns));
    own->columns[k - f->table->columns].role = ROLE_IGNORED;
    f->table = own;
}

/* Its header with the first of its cells; but 出典 is known, and a caption says
 * nothing. */
static void note_dropped(form *f, const table_column *k, const segment *s)
{
    reader *r = f->reader;

    if (!is_unheaded(f, k) &&
        form_label(f, k->head_row, k->head_col)->role != ROLE_IGNORED)
        reader_finding(r, "label-not-read", k->head_row, k->head_col,
                       text_of(k->header),
                       reader_line(r, view_text(&r->view, s->rows[0],
                                                k->col)), NULL, NULL);
}

/* Where labels name the indicator, a column that only looks like one of names
 * is none: a caption beside all lines, or 調査名 | R4実績 | R5実績 above one line,
 * which is said. Asked before the rows are gathered (s is NULL), and then. */
static bool drop_guessed(form *f, segment *s, uint32_t from)
{
    const table_column *k = table_column_any(f->table, ROLE_KPI);

    if (k == NULL || strcmp(k->why, "content") != 0 ||
        (s == NULL ? !captions_lines(f, k)
                   : s->count == 0 || ((s->count > 1 || is_unheaded(f, k)) &&
                                       !captions_rows(f, s, k))) ||
        !is_named_above(f, from))
        return false;
    note_dropped(f, k, s);
    drop_column(f, k);
    return true;
}

/* ①来場者数：2人（R2）→12人（R7）, and ②出店数 likewise on a line of its own; a name
 * may be wrapped for looks. */
static bool has_lines(text name)
{
    unsigned figures = 0;
    size_t at = 0;

    while (at < name.length) {
        size_t end = text_find(name, "\n", at);

        end = end == SIZE_MAX ? name.length : end;
        figures += glyph_has_digit(text_cut(name, at, end));
        at = end + 1;
    }
    return figures > 1;
}

/* What labels above the table say of the one indicator that they name. Of
 * several in one cell (①来場者数：… ②出店数：…) no other label says anything. */
static void build_labelled(form *f, const segment *s, const form_labelled *l,
                           kpi_list *all)
{
    reader *r = f->reader;
    size_t kept = 0;

    if (!kpi_build(r, all, s, 1, 0, s->count - 1, NULL,
                   has_lines(l->name) ? reader_text(r, l->name)
                                      : reader_line(r, l->name)))
        return;
    for (size_t i = 0; i < f->pending_count && all->count > 1; i++)
        if (f->pending[i].value_row != l->name_row ||
            form_label(f, f->pending[i].row, f->pending[i].col)->role !=
                ROLE_KPI)
            f->pending[kept++] = f->pending[i];
    f->pending_count = kept;
    form_note_pending(f);
    if (all->count == 1) {
        form_take_wrapped(f, &all->items[0]);
        form_fill_labelled(f, &all->items[0], l);
    }
}

uint32_t form_indicators(form *f, uint32_t from, uint32_t last,
                         kpi_list *all)
{
    reader *r = f->reader;
    bool column = table_column_any(f->table, ROLE_KPI) != NULL &&
                  !drop_guessed(f, NULL, from);
    segment s = { .table = f->table };
    uint32_t next = form_gather_rows(f, &s, last, column);
    form_labelled l = { .has_baseline = false };

    *all = (kpi_list){ NULL, 0 };
    column = column && !drop_guessed(f, &s, from);
    s.table = f->table;
    if (s.count == 0 || r->failed)
        return next;
    if (!column)
        form_take_front(f, s.rows[s.count - 1]);
    l.name = text_of("");
    if (!column)
        form_take_cost_column(f, s.rows, s.count);
    if (!column && f->table->blocks > 1 && !form_names_in_header(f->table) &&
        read_numbered(f, &s, from, all)) {
        f->pending_count = 0;
        form_take_aims(f, all);
        return next;
    }
    if (!column && !form_names_in_header(f->table) &&
        read_abreast(f, &s, from, all)) {
        f->pending_count = 0;
        form_take_aims(f, all);
        return next;
    }
    if (!column && f->table->blocks <= 1)
        l = form_find_labelled(f, from, 0);
    if (l.name.length == 0 && !column)
        form_note_pending(f);
    if (l.name.length > 0) {
        build_labelled(f, &s, &l, all);
        form_take_aims(f, all);
        next = take_verdicts(f, next, last, all);
        form_add_owner(f, l.name_row);
        f->numbered_taken = f->numbered_taken ||
                            (f->numbered.length > 0 &&
                             l.name_row == f->numbered_row);
        form_take_behind(f, f->table->top,
                         view_next(&r->view, f->table->top,
                                   f->table->last_col + 1));
    } else if (column || form_names_in_header(f->table)) {
        form_take_office_column(f, &s);
        read_rows(f, &s, all);
        if (!column)
            fill_from_header(f, from, all);
        if (!column)
            next = take_verdicts(f, next, last, all);
        form_take_aims(f, all);
        form_take_stated(f, all);
        form_note_pending(f);
    } else {
        note_nameless(f, &s);
        form_take_aims(f, all);
    }
    return next;
}
