/*
 * kpi_part.c - parts of an indicator: 朝食欠食率 of 20歳代・男性 and of 女性
 *
 * Columns of parts stand beside the name (対象, 性別), the name on the first
 * of their rows, or on each. Two rows of one name that differ in their unit
 * only are parts too. A part is called `name（part）` where the table tells
 * parts apart at all.
 */
#include "ingest/kpi/kpi_part.h"

#include "wording/no_number.h"

/* No name has more parts; a cell merged over a whole sheet is not walked. */
enum { PARTS_REACH = 64, TABLE_REACH = 200 };

/* The row that holds the name of row i: itself, or one above. */
static size_t name_row(const sheet_view *v, const segment *s,
                       const table_column *k, size_t i)
{
    size_t last = i < PARTS_REACH ? 0 : i - PARTS_REACH;

    while (i > last && (!view_filled(v, s->rows[i], k->col) ||
                        view_hangs(v, s->rows[i], k->col)))
        i--;
    return i;
}

/* A name over the columns of parts too is of the whole: it has none. */
static bool is_whole(const sheet_view *v, uint32_t row,
                     const table_column *part)
{
    return view_range(v, row, part->col).col < part->col;
}

/* What a column of parts says in row i: its cell, else that above it, down
 * from the row of the name. A cell further in begins anew below. */
static text part_at(const sheet_view *v, const segment *s,
                    const table_column *part, size_t from, size_t i)
{
    for (size_t n = i + 1; n-- > from;)
        if (view_filled(v, s->rows[n], part->col))
            return is_whole(v, s->rows[n], part)
                       ? text_of("")
                       : view_text(v, s->rows[n], part->col);
    return text_of("");
}

static bool begins_in(const sheet_view *v, const segment *s,
                      const table_column *part, size_t from, size_t i)
{
    uint32_t row = s->rows[i];

    return view_filled(v, row, part->col) && view_begins(v, row, part->col) &&
           !text_equal(view_text(v, row, part->col),
                       part_at(v, s, part, from, i - 1));
}

/* 達成率 | ％ below 目標値 | 人: the rate's unit, no part's. */
static bool is_rate_line(const sheet_view *v, const segment *s, uint32_t row)
{
    static const char *const words[] = { "達成率", "達成度", "達成割合",
                                         "進捗率", "計画比", "目標比" };
    const table_column *line = table_column_any(s->table, ROLE_LINE);
    text t;

    if (line == NULL)
        return false;
    t = view_text(v, row, line->col);
    return text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

bool kpi_part_begins(const sheet_view *v, const segment *s,
                     const table_column *k, size_t i)
{
    size_t from;
    bool same = true;

    if (k->stacked_to != 0 || i == 0 || i >= s->count)
        return false;
    from = name_row(v, s, k, i);
    if (from == i)
        return false;
    for (size_t n = 0; n < s->table->count && same; n++) {
        const table_column *part = &s->table->columns[n];

        if (part->role == ROLE_BREAKDOWN ||
            (part->role == ROLE_UNIT && part->block == k->block &&
             !is_rate_line(v, s, s->rows[i])))
            same = !begins_in(v, s, part, from, i);
    }
    return !same;
}

/* Does the next row go on with the name of row i? */
static bool goes_on(const sheet_view *v, const segment *s,
                    const table_column *k, size_t i)
{
    uint32_t row = s->rows[i], next = s->rows[i + 1];

    return !view_filled(v, next, k->col) || view_hangs(v, next, k->col) ||
           text_equal(view_text(v, row, k->col), view_text(v, next, k->col));
}

/* Do rows of one name differ in this column? */
static bool tells_apart(const sheet_view *v, const segment *s,
                        const table_column *k, const table_column *part)
{
    for (size_t i = 0; i + 1 < s->count && i < TABLE_REACH; i++)
        if (goes_on(v, s, k, i) &&
            view_filled(v, s->rows[i + 1], part->col) &&
            view_begins(v, s->rows[i + 1], part->col) &&
            view_filled(v, s->rows[name_row(v, s, k, i)], part->col) &&
            !text_equal(view_text(v, s->rows[i + 1], part->col),
                        part_at(v, s, part, name_row(v, s, k, i), i)))
            return true;
    return false;
}

static void add(buf *out, text label)
{
    if (label.length == 0 || no_number_state(label) != STATE_TEXT)
        return; /* － */
    if (out->length > 0)
        buf_string(out, "・");
    buf_text(out, label);
}

/* Has the name of row i another unit on one of its rows? */
static bool differs_in_unit(const sheet_view *v, const segment *s,
                            const table_column *k,
                            const table_column *unit, size_t i)
{
    size_t from = name_row(v, s, k, i);
    text first = part_at(v, s, unit, from, from);

    for (size_t n = from + 1;
         n < s->count && n < from + PARTS_REACH &&
         name_row(v, s, k, n) == from;
         n++)
        if (first.length > 0 && !is_rate_line(v, s, s->rows[n]) &&
            !text_equal(part_at(v, s, unit, from, n), first))
            return true;
    return false;
}

const char *kpi_part_label(reader *r, const segment *s,
                           const table_column *k, size_t i)
{
    const sheet_view *v = &r->view;
    bool apart = false;
    const char *label;
    buf out;

    buf_init(&out);
    for (size_t n = 0; n < s->table->count; n++)
        apart = apart ||
                (s->table->columns[n].role == ROLE_BREAKDOWN &&
                 tells_apart(v, s, k, &s->table->columns[n]));
    for (size_t n = 0; n < s->table->count; n++) {
        const table_column *part = &s->table->columns[n];

        if (apart ? part->role == ROLE_BREAKDOWN
                  : part->role == ROLE_UNIT && part->block == k->block &&
                        differs_in_unit(v, s, k, part, i))
            add(&out, part_at(v, s, part, name_row(v, s, k, i), i));
    }
    label = out.length == 0 ? "" : reader_line(r, buf_slice(&out));
    buf_free(&out);
    return label;
}

uint32_t kpi_part_column(const sheet_view *v, const table *t, uint32_t row,
                         uint32_t col)
{
    if (!view_hangs(v, row, col))
        return col;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].role == ROLE_BREAKDOWN &&
            view_filled(v, row, t->columns[i].col) &&
            view_begins(v, row, t->columns[i].col))
            return t->columns[i].col;
    return col;
}

const char *kpi_part_name(reader *r, const char *name, text part)
{
    buf out;
    const char *joined;

    if (part.length == 0)
        return name;
    buf_init(&out);
    buf_string(&out, name);
    buf_string(&out, "（");
    buf_string(&out, reader_line(r, part));
    buf_string(&out, "）");
    joined = reader_text(r, buf_slice(&out));
    buf_free(&out);
    return joined;
}
