/*
 * passed_over.c - figures beside 目標 or 実績 on a form that nothing has taken
 */
#include "ingest/passed_over.h"

#include <string.h>

#include "wording/glyph.h"
#include "wording/number_text.h"

enum { LOOK_UP = 12, LABELS_MOST = 16, TEXT_BYTES = 48, LABEL_BYTES = 90,
       SHORT_BYTES = 36, AIM_BYTES = 54, LINE_BYTES = 300,
       BEGIN_BYTES = 12, FIRST_YEAR = 1989,
       SHEET_FIGURES = 3, LAST_YEAR = 2100 };

/* A figure below or behind one of these belongs to an indicator ... */
static const char *const aims[] = {
    "目標", "実績", "現状値", "現況値", "基準値", "策定時", "当初値", "計画値",
    "最終値", "中間値", "直近値", "最新値", "初期値"
};

/* ... unless a label holds one of these, or a short one ends with one of those
 * below: it is something else. */
static const char *const never[] = {
    "基本目標", "政策目標", "重点目標", "戦略目標", "施策目標", "行動目標", "SDG",
    "ＳＤＧ", "達成率", "進捗率", "／計画", "/計画", "／目標", "/目標",
    "÷"
};
static const char *const others[] = {
    "費", "額", "円", "円）", "円)", "予算", "決算", "財源", "支出金", "国庫", "債",
    "人件費", "人工", "職員数", "時間", "コスト", "達成率", "進捗率", "執行率", "達成度",
    "進捗度", "達成率（％）", "達成率(%)", "達成率（%）", "比", "比率", "増減", "差",
    "変更前", "修正前", "訂正前", "月", "月末", "四半期", "上期", "下期", "上半期",
    "下半期", "合計", "小計", "計", "累計", "順位", "点", "点数", "評価", "判定",
    "番号", "時期", "目標年度", "開始年度", "基準年度", "最終年度", "ゴール",
    "ターゲット", "№", "No", "No.", "参考", "割合", "回目", "頁"
};

typedef struct sheet_marks {
    const grid *grid;
    bool *taken; /* a flag for each of the grid's cells */
} sheet_marks;

static void take(sheet_marks *m, place p)
{
    const cell *c;

    if (!p.has_cell || strcmp(p.sheet, m->grid->sheet) != 0)
        return;
    for (uint32_t row = p.row; row <= p.last_row && row < m->grid->rows; row++)
        for (size_t i = m->grid->row_start[row];
             i < m->grid->row_start[row + 1]; i++) {
            c = &m->grid->cells[i];
            if (c->col >= p.col && c->col <= p.last_col)
                m->taken[i] = true;
        }
}

static void take_kpi(sheet_marks *m, const kpi *k)
{
    take(m, k->baseline.where);
    take(m, k->target.where);
    take(m, k->rate_where);
    for (size_t i = 0; i < k->planned_count; i++)
        take(m, k->planned[i].where);
    for (size_t i = 0; i < k->actual_count; i++)
        take(m, k->actuals[i].where);
}

static bool is_form(const ingest_table *t)
{
    return strcmp(t->layout, "grant") == 0;
}

static bool any_taken(const sheet_marks *m, uint32_t row)
{
    for (size_t i = m->grid->row_start[row]; i < m->grid->row_start[row + 1];
         i++)
        if (m->taken[i])
            return true;
    return false;
}

/* What is known of a table, when its facts are taken: a list of projects
 * accounts for all of its columns, one of a single project for the rows that
 * it reads. */
static void take_table(sheet_marks *m, const ingest_table *t)
{
    place at = { t->sheet, t->header_row, (uint16_t)t->col,
                 t->header_last_row, (uint16_t)t->last_col, true };

    if (t->turned || t->card || strcmp(t->sheet, m->grid->sheet) != 0)
        return;
    take(m, at);
    if (is_form(t))
        return;
    for (uint32_t row = t->row; row <= t->last_row && row < m->grid->rows;
         row++)
        if (t->projects > 1 || any_taken(m, row)) {
            at.row = at.last_row = row;
            take(m, at);
        }
}

static bool take_all(sheet_marks *m, reader *r, const reader_state *before)
{
    const dataset *d = r->data;
    size_t kpis = 0;

    for (size_t i = before->projects; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        for (size_t n = 0; n < p->cost_count; n++)
            take(m, p->costs[n].where);
        for (size_t n = 0; n < p->kpi_count; n++, kpis++)
            take_kpi(m, &p->kpis[n]);
    }
    for (size_t i = before->tables; i < r->table_count; i++)
        take_table(m, &r->tables[i]);
    for (size_t i = before->findings; i < d->findings.count; i++) {
        const finding *f = &d->findings.items[i];
        place at = f->where;

        if (strcmp(f->rule, "label-not-read") == 0 ||
            strcmp(f->rule, "example-ignored") == 0)
            at.last_col = UINT16_MAX; /* the rest of the line is meant, too */
        if (strcmp(f->rule, "column-not-read") == 0)
            at.last_row = UINT32_MAX; /* or the rest of the column */
        take(m, at);
    }
    for (size_t i = before->ignored; i < r->ignored_count; i++) {
        const ingest_ignored *one = &r->ignored[i];

        if (!one->columns && strcmp(one->why, "form-words") != 0 &&
            strcmp(one->sheet, m->grid->sheet) == 0)
            take(m, (place){ one->sheet, one->row, 0, one->last_row,
                             UINT16_MAX, true });
    }
    return kpis > 0;
}

static bool is_figure(reader *r, const cell *c)
{
    year_span year;
    figure f;
    size_t whole;

    if (c->type == CELL_NUMBER)
        return book_format_kind(r->view.book, c->format) != FORMAT_DATE &&
               !(text_to_size(c->value, &whole) && whole >= FIRST_YEAR &&
                 whole <= LAST_YEAR);
    return c->type == CELL_STRING && c->value.length <= TEXT_BYTES &&
           glyph_has_digit(c->value) &&
           !fiscal_year_parse(&year, c->value, r->context_year) &&
           number_text_parse(r->memory, &f, c->value);
}

/* 実績　R4：12件　R5：15件 in one cell, and no sentence; the word that it begins
 * with, or NULL. */
static const char *tells_figures(const cell *c)
{
    static const char *const joints[] = { "：", ":", "→", "⇒" };
    text t = c->value;

    if (c->type != CELL_STRING || t.length > LINE_BYTES ||
        text_contains_one(t, never, sizeof(never) / sizeof(*never)) ||
        !text_contains_one(t, joints, sizeof(joints) / sizeof(*joints)) ||
        text_find(t, "。", 0) != SIZE_MAX)
        return NULL;
    for (size_t i = 0; i < sizeof(aims) / sizeof(*aims); i++) {
        size_t at = text_find(t, aims[i], 0);

        if (at > BEGIN_BYTES)
            continue;
        t = text_from(t, at);
        for (size_t n = 0; n < sizeof(joints) / sizeof(*joints); n++) {
            size_t joint = text_find(t, joints[n], 0);

            if (joint != SIZE_MAX && glyph_has_digit(text_from(t, joint)))
                return aims[i];
        }
        return NULL;
    }
    return NULL;
}

/* The label that says whose the figure is; NULL where none or another says
 * that it is none of an indicator's. */
static const text *aim_of(const text *labels, size_t count)
{
    const text *aim = NULL;

    for (size_t i = 0; i < count; i++) {
        if (labels[i].length <= SHORT_BYTES &&
            (text_ends_in(labels[i], others,
                          sizeof(others) / sizeof(*others)) ||
             text_starts(labels[i], "差") ||
             text_contains_one(labels[i], never,
                               sizeof(never) / sizeof(*never))))
            return NULL;
        if (aim == NULL && labels[i].length <= AIM_BYTES &&
            text_contains_one(labels[i], aims, sizeof(aims) / sizeof(*aims)))
            aim = &labels[i];
    }
    return aim;
}

static bool add_label(reader *r, text *labels, size_t *count, const cell *c)
{
    if (c != NULL && c->type == CELL_STRING && !is_figure(r, c) &&
        c->value.length <= LABEL_BYTES && *count < LABELS_MOST)
        labels[(*count)++] = c->value;
    return c != NULL;
}

/* The same figure was read near it. */
static bool is_again(const sheet_marks *m, const cell *c)
{
    const grid *g = m->grid;
    uint32_t row = c->row > LOOK_UP ? c->row - LOOK_UP : 0;

    for (; row < g->rows && row <= c->row + LOOK_UP; row++)
        for (size_t i = g->row_start[row]; i < g->row_start[row + 1]; i++)
            if (m->taken[i] && text_equal(g->cells[i].value, c->value))
                return true;
    return false;
}

static size_t labels_of(reader *r, const grid *g, const cell *c, text *labels)
{
    size_t count = 0;

    for (uint32_t col = c->col; col-- > 0;)
        add_label(r, labels, &count, grid_shown(g, c->row, col));
    for (uint32_t row = c->row; row-- > 0 && c->row - row <= LOOK_UP;)
        if (!add_label(r, labels, &count, grid_shown(g, row, c->col)))
            break; /* an empty cell ends the small table */
    return count;
}

/* The figure is said as it is shown. */
static void say(reader *r, arena *scratch, sheet_view *shown, const grid *g,
                const cell *c, text label)
{
    place at = { g->sheet, c->row, (uint16_t)c->col, c->row,
                 (uint16_t)c->col, true };

    if (shown->grid == NULL &&
        !sheet_view_init(shown, scratch, r->view.book, g)) {
        r->failed = true;
        return;
    }
    if (finding_add(&r->data->findings, "figure-passed-over", r->source, at,
                    reader_text(r, view_text(shown, c->row, c->col)),
                    reader_text(r, label), (const char *)NULL) == NULL)
        r->failed = true;
}

static bool holds_form(const reader *r, const reader_state *before)
{
    for (size_t i = before->tables; i < r->table_count; i++)
        if (is_form(&r->tables[i]) || r->tables[i].projects < 2)
            return true;
    return false;
}

/* A sheet that gave nothing at all, though such figures stand there: it is
 * noted as a whole, to be said when another sheet of the book was read. */
static void note_sheet(reader *r, const grid *g)
{
    text labels[LABELS_MOST];
    const cell *first = NULL;
    unsigned figures = 0;

    for (size_t i = 0; i < g->count && figures < SHEET_FIGURES; i++) {
        const cell *c = &g->cells[i];

        if (tells_figures(c) == NULL &&
            (!is_figure(r, c) ||
             aim_of(labels, labels_of(r, g, c, labels)) == NULL))
            continue;
        first = first == NULL ? c : first;
        figures++;
    }
    if (figures == SHEET_FIGURES)
        reader_missed_sheet(r, (place){ g->sheet, first->row,
                                        (uint16_t)first->col, first->row,
                                        (uint16_t)first->col, true });
}

void passed_over_say(reader *r, arena *scratch, const grid *g,
                     const reader_state *before)
{
    sheet_marks marks = { g, NULL };
    sheet_view shown = { .grid = NULL };
    text labels[LABELS_MOST];

    if (r->data->project_count == before->projects &&
        r->table_count == before->tables &&
        r->missed_count == before->missed &&
        r->listed_count == before->listed &&
        r->data->findings.count == before->findings)
        note_sheet(r, g);
    if (r->data->project_count == before->projects || !holds_form(r, before))
        return;
    marks.taken = arena_array(scratch, g->count + 1, sizeof(*marks.taken));
    if (marks.taken == NULL || !take_all(&marks, r, before)) {
        r->failed = r->failed || marks.taken == NULL;
        return;
    }
    for (size_t i = 0; i < g->count && !r->failed; i++) {
        const cell *c = &g->cells[i];
        const text *aim;
        const char *word;

        if (marks.taken[i])
            continue;
        if ((word = tells_figures(c)) != NULL)
            say(r, scratch, &shown, g, c, text_of(word));
        else if (is_figure(r, c) &&
                 (aim = aim_of(labels, labels_of(r, g, c, labels))) != NULL &&
                 !is_again(&marks, c))
            say(r, scratch, &shown, g, c, *aim);
    }
}
