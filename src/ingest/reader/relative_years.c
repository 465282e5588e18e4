/*
 * relative_years.c - years that are told from the one that is reported
 */
#include "ingest/reader/relative_years.h"

#include <string.h>

#include "ingest/reader/sheet_years.h"
#include "wording/glyph.h"

/* The longer words first. */
static const struct relative {
    const char *word;
    int offset;
} relatives[] = {
    { "前々年", -2 },   { "一昨年", -2 }, { "前年", -1 },   { "昨年", -1 },
    { "翌々年", 2 },    { "次々年", 2 },  { "再来年", 2 },  { "翌年", 1 },
    { "次年度", 1 },    { "来年度", 1 },  { "当該年度", 0 }, { "本年度", 0 },
    { "今年度", 0 },    { "当年度", 0 },
};

/* Its columns of figures and rates, whatever they mean to the others. */
static const struct relative *relative_of(const table_column *k)
{
    if (k->years.to != 0 || (!role_is_figure(k->role) && k->role != ROLE_RATE))
        return NULL;
    for (size_t i = 0; i < sizeof(relatives) / sizeof(*relatives); i++)
        if (strstr(k->header, relatives[i].word) != NULL)
            return &relatives[i];
    return NULL;
}

/* The column's year; without one it is not read, but said. */
static void settle(table *t, uint32_t col, int year)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].col != col)
            continue;
        else if (year != 0)
            t->columns[i].years.to = year;
        else
            t->columns[i].role = ROLE_NONE;
}

static bool has_other_years(const table *t)
{
    for (size_t i = 0; i < t->count; i++) {
        const struct relative *of = relative_of(&t->columns[i]);

        if (of != NULL && of->offset != 0)
            return true;
    }
    return false;
}

/* Stands 本年度実績 beside 前年度実績? */
static bool stands_beside(const table *t, role r)
{
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        const struct relative *of = relative_of(k);

        if (k->role == r && k->years.to == 0 &&
            (of == NULL || of->offset == 0))
            return true;
    }
    return false;
}

/* 11人〔R5〕 below 前年度: does the first of its cells say which year it is? */
static bool cells_tell(const reader *r, const table *t, uint32_t col)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = t->first_row;
         row <= t->last_row && row < v->grid->rows; row++) {
        year_span span;
        size_t start, end;

        if (view_filled(v, row, col) && view_begins(v, row, col))
            return fiscal_year_find(&span, &start, &end,
                                    view_text(v, row, col), r->context_year);
    }
    return false;
}

/* 年間, 計 or 年度合計, lowest in a column's header. */
static bool is_whole_year(const table_column *k)
{
    static const char *const sums[] = { "計", "合計", "年間計", "年間合計",
                                        "年計", "年度計", "年度合計" };
    text words = table_column_words(k);

    return (k->role == ROLE_ACTUAL || k->role == ROLE_NONE) &&
           k->years.to == 0 &&
           (table_names_whole_year(words) ||
            text_in(words, sums, sizeof(sums) / sizeof(*sums)));
}

static void date_whole(table *t, uint32_t col, unsigned block, int year)
{
    t->held |= (uint64_t)1 << ROLE_ACTUAL;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].col == col) {
            t->columns[i].role = ROLE_ACTUAL;
            t->columns[i].block = block;
            t->columns[i].years.to = year;
        }
}

/* Makes a column the actual of a year, in one block or in all (0). */
static void date_whole_column(reader *r, table *t, const table_column *whole,
                              unsigned block, int year)
{
    reader_finding(r, "actual-year-inferred", whole->head_row, whole->col,
                   text_of(whole->header), reader_year(r, year), NULL, NULL);
    for (unsigned b = 0; t->parts != NULL && b <= t->blocks; b++)
        if (block == 0 || block == b)
            date_whole(&t->parts[b], whole->col, block, year);
    date_whole(t, whole->col, block, year);
}

/* 期末（３月末）, 年度末: the year's figure beside those of its parts. */
static bool is_year_end(const table_column *k)
{
    static const char *const ends[] = { "期末", "年度末", "期末時点", "年度末時点",
                                        "３月末", "3月末", "３月末時点",
                                        "3月末時点" };
    static const char *const opening[] = { "（", "(" };
    text words = table_column_words(k);

    for (size_t i = 0; i < sizeof(opening) / sizeof(*opening); i++)
        words = text_cut(words, 0, text_find(words, opening[i], 1));
    return k->role == ROLE_NONE && k->years.to == 0 &&
           text_in(text_trim(words), ends, sizeof(ends) / sizeof(*ends));
}

/* R6目標 | 中間（９月末） | 期末（３月末）: the last is of the target's year, which has
 * no other actual; of the year that is reported where no target stands. */
static void settle_year_end(reader *r, table *t, int year)
{
    const table_column *whole = NULL;
    bool parts = false;
    int due = 0;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (is_year_end(k)) {
            if (whole != NULL)
                return;
            whole = k;
        }
        parts = parts || (k->role == ROLE_NONE && k->years.to == 0 &&
                          column_is_interim(k));
        if ((k->role == ROLE_TARGET || k->role == ROLE_PLANNED) &&
            k->years.to != 0) {
            if (due != 0)
                return;
            due = k->years.to;
        }
    }
    year = due != 0 ? due : year;
    if (whole == NULL || !parts || year == 0)
        return;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].role == ROLE_ACTUAL &&
            (t->columns[i].years.to == year || t->columns[i].years.to == 0))
            return;
    date_whole_column(r, t, whole, whole->block, year);
}

/* 区分 | 上半期 | 下半期 | 年間 above lines of 目標 and 実績: the last is of the year
 * that is reported. */
static void settle_whole_year(reader *r, table *t, int year)
{
    const table_column *whole = NULL;
    bool parts = false;

    if (year == 0 || table_column_any(t, ROLE_LINE) == NULL)
        return;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k->years.to != 0 || (whole != NULL && is_whole_year(k)))
            return;
        parts = parts || column_is_interim(k);
        whole = is_whole_year(k) ? k : whole;
    }
    if (whole == NULL || !parts)
        return;
    date_whole_column(r, t, whole, whole->block, year);
}

/* 前年度, 昨年度末 or 前年の値, and nothing else: a year's figure beside 実績. */
static const struct relative *bare_of(const table_column *k)
{
    static const char *const tails[] = { "の数値", "の値", "数値", "値", "末",
                                         "度", "（参考）", "(参考)" };
    text words = table_column_words(k);

    if (k->role != ROLE_NONE || k->years.to != 0)
        return NULL;
    for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++)
        if (text_ends(words, tails[i]))
            words = text_cut(words, 0, words.length - strlen(tails[i]));
    for (size_t i = 0; i < sizeof(relatives) / sizeof(*relatives); i++)
        if (relatives[i].offset < 0 && text_is(words, relatives[i].word))
            return &relatives[i];
    return NULL;
}

/* The actuals that such a column stands beside, others of its kind between;
 * NULL: none. */
static const table_column *actual_beside(const table *t, size_t at)
{
    for (size_t i = at + 1; i < t->count; i++)
        if (t->columns[i].role == ROLE_ACTUAL)
            return &t->columns[i];
        else if (bare_of(&t->columns[i]) == NULL)
            break;
    for (size_t i = at; i-- > 0;)
        if (t->columns[i].role == ROLE_ACTUAL)
            return &t->columns[i];
        else if (bare_of(&t->columns[i]) == NULL)
            break;
    return NULL;
}

/* 5,812 in the first of its cells but for dashes, and no 順調. */
static bool holds_figures(const reader *r, const table *t, uint32_t col)
{
    const sheet_view *v = &r->view;
    size_t next;

    for (uint32_t row = t->first_row;
         row <= t->last_row && row < v->grid->rows; row++)
        if (view_filled(v, row, col) && view_begins(v, row, col) &&
            glyph_at(view_text(v, row, col), 0, &next) != GLYPH_DASH)
            return view_cell(v, row, col)->type == CELL_NUMBER ||
                   glyph_has_digit(view_text(v, row, col));
    return false;
}

/* 前年度 | 実績 | 目標; without a year it stays a column that is not read. */
static void settle_bare(reader *r, table *t, int year)
{
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        const struct relative *of = bare_of(k);
        const table_column *own = of == NULL ? NULL : actual_beside(t, i);
        int whose = own == NULL ? 0
                    : own->years.to != 0 ? own->years.to : year;

        if (whose != 0 && holds_figures(r, t, k->col))
            date_whole_column(r, t, k, own->block, whose + of->offset);
    }
}

void relative_years_settle(reader *r, table *t)
{
    int reported = reported_year(r);
    int year = reported != 0 ? reported : r->plan->reported_year;
    bool said = false;

    settle_whole_year(r, t, year);
    settle_year_end(r, t, year);
    settle_bare(r, t, year);
    if (!has_other_years(t))
        return;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        const struct relative *of = relative_of(k);
        int own;

        if (of == NULL ||
            (year == 0 &&
             (of->offset == 0 || !stands_beside(t, k->role) ||
              (k->role == ROLE_ACTUAL && cells_tell(r, t, k->col)))))
            continue;
        own = year == 0 ? 0 : year + of->offset;
        if (!said && own != 0 && k->role == ROLE_ACTUAL) {
            reader_finding(r, "actual-year-inferred", k->head_row, k->col,
                           text_of(k->header), reader_year(r, own), NULL,
                           NULL);
            said = true;
        }
        for (unsigned b = 0; t->parts != NULL && b <= t->blocks; b++)
            settle(&t->parts[b], k->col, own);
        settle(t, k->col, own);
    }
}
