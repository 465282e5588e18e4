/*
 * table_columns.c - the columns of a table: words from the top down, then
 * what stands below where the words leave it open
 */
#include "ingest/table/table_notes.h"
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

enum { SIDE_ROWS = 40 };

static bool apply_pins(deciding *d)
{
    text key;

    if (!fold_key(d->memory, &key, text_of(d->view->grid->sheet)))
        return false;
    for (size_t i = 0; i < d->plan->pin_count; i++) {
        const plan_pin *pin = &d->plan->pins[i];

        if ((pin->sheet[0] != '\0' && !plan_glob(pin->sheet, key)) ||
            pin->row < d->t->top || pin->row > d->t->bottom)
            continue;
        for (size_t c = 0; c < d->count; c++)
            if (d->columns[c].col == pin->col) {
                d->columns[c].role = role_from_id(pin->role);
                d->columns[c].why = "plan";
                d->columns[c].exact = true;
                if (role_is_level(d->columns[c].role))
                    d->columns[c].rank = d->columns[c].role == ROLE_PROJECT
                                             ? 60
                                             : 10u * d->columns[c].role;
                if (pin->fiscal_year != 0)
                    d->columns[c].years =
                        (year_span){ .to = pin->fiscal_year };
            }
    }
    return true;
}

/* ---- What the words leave over ----------------------------------------- */

/* A number right in front of the indicator, behind the project, is its. */
static void settle_numbers(deciding *d)
{
    bool level = false;

    for (size_t i = 0; i + 1 < d->count; i++) {
        level = level || role_is_level(d->columns[i].role);
        if (d->columns[i].role == ROLE_NO && level &&
            d->columns[i + 1].role == ROLE_KPI &&
            strcmp(d->columns[i].why, "plan") != 0)
            d->columns[i].role = ROLE_CODE;
    }
}

/* A word that only contains 指標 above nothing, a title, say, where another
 * column is 指標 for sure. */
static void drop_empty(deciding *d)
{
    bool data = false;

    for (size_t i = 0; i < d->count && !data; i++)
        data = column_sample(d, d->columns[i].col).cells > 0;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool sure = data && (role_is_level(k->role) || k->role == ROLE_KPI);

        if (k->role == ROLE_NONE || k->exact || k->years.to != 0 ||
            strcmp(k->why, "contained") != 0)
            continue;
        for (size_t n = 0; n < d->count && !sure; n++)
            sure = d->columns[n].role == k->role && d->columns[n].exact;
        if (sure && column_sample(d, k->col).cells == 0)
            k->role = ROLE_NONE;
    }
}

/* KPI cells that stand across the years' columns: one KPI column more. */
static bool join_stacked(deciding *d)
{
    size_t first = SIZE_MAX, last = 0;
    table_column k;
    table_column *slot;

    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].stacked_to != 0) {
            d->columns[i].stacked_to = 0;
            first = first == SIZE_MAX ? i : first;
            last = i;
        }
    if (first == SIZE_MAX || columns_count(d, ROLE_KPI) > 0)
        return true;
    k = d->columns[first];
    k.role = ROLE_KPI;
    k.years = (year_span){ 0 };
    k.stacked_to = d->columns[last].col;
    k.free_text = true;
    slot = arena_push(d->memory, (void **)&d->columns, &d->count,
                      &d->capacity, sizeof(*slot));
    if (slot == NULL)
        return false;
    *slot = k;
    return true;
}

/* ---- The whole table ---------------------------------------------------- */

/* The first column names facts (指標名, 単位, 目標値 …) and no year stands
 * above: an indicator is a column, and the table is to be turned. */
static bool lies_on_its_side(const deciding *d)
{
    const table *t = d->t;
    unsigned words = 0, cells = 0, figures = 0;
    uint64_t roles = 0;

    if (columns_of_years(d) > 0 || d->view->turned ||
        (columns_count(d, ROLE_YEAR) > 0 && columns_count(d, ROLE_TARGET) > 0 &&
         columns_count(d, ROLE_ACTUAL) > 0))
        return false; /* 年度 | 目標 | 実績 */
    for (uint32_t row = t->first_row;
         row <= t->last_row && row < d->view->grid->rows &&
         row < t->first_row + SIDE_ROWS; row++) {
        uint32_t c = view_next(d->view, row, t->col);
        const header_word *w;

        if (c == UINT32_MAX && cells > words)
            break; /* behind a name and a gap another form may begin */
        if (c != t->col)
            continue;
        cells++;
        if (view_cell(d->view, row, c)->type == CELL_STRING &&
            !table_may_be_word(d->view, d->roles, row, c, d->context_year))
            continue;
        w = table_word(d->view, d->roles, row, c, d->context_year);
        if (!w->exact || w->role == ROLE_IGNORED)
            continue;
        words++;
        roles |= (uint64_t)1 << w->role;
        figures += w->role == ROLE_TARGET || w->role == ROLE_ACTUAL ||
                   w->role == ROLE_BASELINE || w->role == ROLE_PLANNED;
    }
    return words >= 3 && words * 2 >= cells && figures > 0 &&
           (roles & (roles - 1)) != 0;
}

/* Columns that say something, by block; those of block 0 in each part. */
static bool split_parts(deciding *d)
{
    table *t = d->t;
    size_t shared = 0, *own;

    if (t->blocks < 2)
        return true;
    own = arena_array(d->memory, (size_t)t->blocks + 1, sizeof(*own));
    t->parts = arena_array(d->memory, (size_t)t->blocks + 1,
                           sizeof(*t->parts));
    if (own == NULL || t->parts == NULL)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].block != 0)
            own[t->columns[i].block]++;
        else
            shared += t->columns[i].role != ROLE_NONE;
    for (unsigned b = 0; b <= t->blocks; b++) {
        t->parts[b] = *t;
        t->parts[b].parts = NULL;
        t->parts[b].count = 0;
        t->parts[b].columns = arena_array(d->memory, shared + own[b] + 1,
                                          sizeof(*t->columns));
        if (t->parts[b].columns == NULL)
            return false;
    }
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        unsigned first = k->block, last = k->block;

        if (k->block == 0) {
            if (k->role == ROLE_NONE)
                continue;
            last = t->blocks;
        }
        for (unsigned b = first; b <= last; b++)
            t->parts[b].columns[t->parts[b].count++] = *k;
    }
    return true;
}

bool table_column_is_rated(const table_column *k)
{
    text header = text_of(k->header);

    return k->role == ROLE_ACTUAL && glyph_may_close(header) &&
           text_find(header, "達成率", 0) != SIZE_MAX;
}

bool table_columns_decide(table *t, arena *a, const sheet_view *v,
                          header_roles *roles, const plan *p,
                          int context_year)
{
    deciding d = { .t = t, .memory = a, .view = v, .roles = roles, .plan = p,
                   .context_year = context_year, .seen_col = t->col,
                   .seen_count = t->last_col - t->col + 2 };

    d.counted = t->notes_row != UINT32_MAX &&
                table_counts_columns(v, t->notes_row);
    content_begins(&d.begins);
    d.seen = arena_array(a, d.seen_count, sizeof(*d.seen));
    if (d.seen == NULL)
        return false;
    for (uint32_t col = t->col; col <= t->last_col; col++)
        if (!columns_read_words(&d, col))
            return false;
    /* A last column whose cells have no header: years | figures */
    if (t->last_col + 1 < v->grid->cols && d.count > 0 &&
        d.columns[d.count - 1].role == ROLE_ACTUAL &&
        d.columns[d.count - 1].years.to == 0) {
        content n = column_sample(&d, t->last_col);

        if (content_mostly(n.years, &n) && n.cells > 0) {
            t->last_col++;
            if (!columns_read_words(&d, t->last_col))
                return false;
        }
    }
    if (t->last_col + 1 < v->grid->cols && d.count > 0) {
        content n = column_sample(&d, t->last_col + 1);

        /* 目標, 実績 at the end of their lines, without a header */
        if (n.cells > 1 && content_mostly(n.lines, &n)) {
            t->last_col++;
            if (!columns_read_words(&d, t->last_col))
                return false;
        }
    }
    columns_drop_tally(&d);
    if (!apply_pins(&d))
        return false;
    columns_quotients(&d);
    columns_changes(&d);
    columns_ends(&d);
    columns_undate_lines(&d);
    columns_by_content(&d);
    if (!join_stacked(&d))
        return false;
    drop_empty(&d);
    columns_interim(&d);
    columns_stages(&d);
    columns_drop_criteria(&d);
    columns_settle(&d);
    columns_aimed(&d);
    columns_levels(&d);
    columns_codes(&d);
    columns_noted_lines(&d);
    settle_numbers(&d);
    columns_blocks(&d);
    t->columns = d.columns;
    t->count = d.count;
    t->repeats_targets = table_repeats_targets(&d);
    columns_judge(&d);
    if (t->accepted && lies_on_its_side(&d)) {
        t->accepted = false;
        t->lacks = "指標";
    }
    t->list = !t->accepted && table_lists_projects(t);
    t->accepted = t->accepted || t->graded || (t->coded && !t->list);
    for (size_t i = 0; i < t->count; i++) {
        t->held |= (uint64_t)1 << t->columns[i].role;
        t->rated = t->rated || table_column_is_rated(&t->columns[i]);
    }
    return split_parts(&d);
}
