/*
 * summary_goal.c - one sheet a goal, in the printed layout of a strategy
 *
 * Bands for theme, part and measure; a project's cell merged over its lines;
 * a KPI's cell merged over its years, and over several projects where they
 * share it; a line a year. Actuals, rates and grades follow KPI一覧.
 */
#include <stdlib.h>
#include <string.h>

#include "output/summary_goal.h"

static const struct goal_column {
    const char *ja, *en;
    unsigned width, without; /* outlines */
} columns[COLS] = {
    { "事業名等", "Project", 230, 350 },
    { "概要", "Outline", 350, 0 },
    { "KPI（基準値⇒目標値）", "KPI (baseline ⇒ target)", 295,
      440 },
    { "年度", "Year", 56, 56 },
    { "実績", "Actual", 135, 150 },
    { "達成率", "Rate", 78, 78 },
    { "KPI\n判定", "KPI\ngrade", 62, 62 },
    { "事業判定\n（申告）", "Declared\ngrade", 118, 118 },
    { "事業判定\n（算定）", "Computed\ngrade", 88, 88 },
    { "注記", "Note", 150, 190 },
};

/* Projects that share all their KPIs stand in one block. */
typedef struct block {
    size_t first, count;   /* of project_view */
    size_t kpis, lines, rows;
    uint32_t top;
    unsigned *heights;
    layout_need *needs;
    size_t need_count;
} block;

/* ---- Which projects share their KPIs ---------------------------------- */

static bool names(const kpi *k, const char *other)
{
    for (size_t i = 0; i < k->shared_count; i++)
        if (!strcmp(k->shared_with[i], other))
            return true;
    return false;
}

static bool shares(const kpi *a, const kpi *b, const char *other)
{
    if (strcmp(a->name, b->name))
        return false;
    if (a->group || b->group)
        return a->group == b->group;
    return names(a, other);
}

static bool shares_all(const project *a, const project *b)
{
    if (!a->kpi_count || a->kpi_count != b->kpi_count ||
        a->source != b->source || strcmp(a->measure, b->measure) ||
        strcmp(a->measure_no, b->measure_no) ||
        strcmp(a->theme.no, b->theme.no) || a->relisted != b->relisted)
        return false;
    for (size_t i = 0; i < a->kpi_count; i++)
        if (!shares(&a->kpis[i], &b->kpis[i], b->name))
            return false;
    return true;
}

static size_t kpi_lines(const summary *s, const kpi *k)
{
    size_t n = 0;

    for (size_t y = 0; y < s->year_count; y++)
        n += kpi_actual(k, s->years[y]) != NULL;
    return n ? n : 1;
}

/* ---- Pages ------------------------------------------------------------ */

/* A block of `height` comes next: a new page when it does not fit. */
static void turn_page(goal_sheet *g, unsigned height)
{
    unsigned whole = height + g->pending;
    uint32_t at = g->pending ? g->pending_row : g->row;

    if (g->used > g->head && g->used + whole > g->page_height &&
        whole + g->head <= g->page_height * 3 / 2 &&
        g->break_count < LAYOUT_MAX_BREAKS) {
        g->breaks[g->break_count++] = at;
        g->used = g->head;
    }
    g->used += whole;
    while (g->used > g->page_height)
        g->used -= g->page_height - g->head;
    g->pending = 0;
}

static void band(goal_sheet *g, style_id style, const char *t)
{
    unsigned height = page_need(&g->pg, 0, COLS - 1, style, t) + 40;

    if (!g->pending)
        g->pending_row = g->row;
    g->pending += height;
    page_height(&g->pg, g->row, height);
    page_text(&g->pg, page_row(g->row, 0, COLS - 1), style, t);
    g->row++;
    page_flush(&g->pg);
}

/* ---- A block ---------------------------------------------------------- */

static void need(goal_sheet *g, block *b, size_t first, size_t last,
                 uint32_t col, style_id style, const char *t)
{
    if (g->s->in_order)
        last = first;
    b->needs[b->need_count++] = (layout_need){
        first, last, page_need(&g->pg, col, col, style, t) };
}

static page_area span(const block *b, size_t first, size_t last, uint32_t col)
{
    return (page_area){ b->top + (uint32_t)first, col,
                        b->top + (uint32_t)last, col };
}

static void write_projects(goal_sheet *g, block *b)
{
    for (size_t i = 0; i < b->count; i++) {
        project_view *v = &g->s->projects[b->first + i];
        size_t first = i * b->rows / b->count;
        size_t last = (i + 1) * b->rows / b->count - 1;
        const char *name = goal_project_text(g, v->project);
        const char *outline = goal_outline_text(g, v->project);
        const char *declared = goal_declared_text(g, v);
        const char *computed = arena_printf(
            &g->pg.scratch, "%s\n100%%\n%s", v->computed,
            say(g->s, "≠申告", "≠ declared"));
        style_id style = v->class == CLASS_CATEGORY ? STYLE_CENTER_SMALL
                                                    : STYLE_GRADE_BIG;

        if (!computed) {
            g->pg.failed = true;
            return;
        }
        v->sheet = g->s->goals[g->goal].sheet;
        v->sheet_row = b->top + (uint32_t)first;
        page_text(&g->pg, span(b, first, last, COL_PROJECT), STYLE_TEXT_BOLD,
                  name);
        page_text(&g->pg, span(b, first, last, COL_OUTLINE), STYLE_TEXT,
                  outline);
        page_text(&g->pg, span(b, first, last, COL_DECLARED), style,
                  declared);
        goal_write_computed(g, span(b, first, last, COL_COMPUTED), v);
        need(g, b, first, last, COL_PROJECT, STYLE_TEXT_BOLD, name);
        need(g, b, first, last, COL_OUTLINE, STYLE_TEXT, outline);
        need(g, b, first, last, COL_DECLARED, style, declared);
        need(g, b, first, last, COL_COMPUTED, STYLE_GRADE_BIG, computed);
    }
}

static void write_lines(goal_sheet *g, block *b, const kpi *k,
                        uint32_t list_row, size_t first, size_t last)
{
    summary *s = g->s;
    size_t lines = kpi_lines(s, k), line = 0;

    for (size_t y = 0; y < s->year_count; y++) {
        const actual *a = kpi_actual(k, s->years[y]);
        size_t top = first + line;
        size_t bottom = line + 1 == lines ? last : top;
        buf t;

        if (!a)
            continue;
        buf_init(&t);
        put_year_short(&t, s, s->years[y]);
        page_text(&g->pg, span(b, top, bottom, COL_YEAR), STYLE_CENTER,
                  buf_cstr(&t));
        goal_write_actual(g, span(b, top, bottom, COL_ACTUAL), list_row, k, a, y);
        buf_clear(&t);
        put_actual(&t, s, k, a);
        need(g, b, top, bottom, COL_ACTUAL, STYLE_ACTUAL, buf_cstr(&t));
        buf_free(&t);
        line++;
    }
    if (!line) {
        page_text(&g->pg, span(b, first, last, COL_YEAR), STYLE_CENTER, "－");
        page_text(&g->pg, span(b, first, last, COL_ACTUAL),
                  STYLE_CENTER_SMALL, "－");
    }
}

static void write_kpis(goal_sheet *g, block *b)
{
    const project_view *v = &g->s->projects[b->first];
    const project *p = v->project;
    size_t row = 0;

    if (!p->kpi_count)
        for (uint32_t c = COL_KPI; c <= COL_NOTE; c++)
            if (c != COL_DECLARED && c != COL_COMPUTED)
                page_text(&g->pg, span(b, 0, b->rows - 1, c),
                          STYLE_CENTER_SMALL, c == COL_KPI ? "－" : "");
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        size_t first = row, last = row + kpi_lines(g->s, k) - 1;
        uint32_t list_row = v->first_row + (uint32_t)i;
        const char *name = goal_kpi_text(g, k), *note = goal_note_text(g, k);

        if (i + 1 == p->kpi_count)
            last = b->rows - 1;
        page_text(&g->pg, span(b, first, last, COL_KPI), STYLE_TEXT, name);
        page_text(&g->pg, span(b, first, last, COL_NOTE), STYLE_TEXT_SMALL,
                  note);
        goal_write_rate(g, span(b, first, last, COL_RATE), list_row, k);
        need(g, b, first, last, COL_KPI, STYLE_TEXT, name);
        need(g, b, first, last, COL_NOTE, STYLE_TEXT_SMALL, note);
        need(g, b, first, last, COL_GRADE, STYLE_GRADE,
             k->assessment.grade);
        write_lines(g, b, k, list_row, first, last);
        row = last + 1;
    }
}

/* Rows of a block, so that each is low enough even for a very long text. */
static void measure_block(goal_sheet *g, block *b)
{
    const project *p = g->s->projects[b->first].project;
    unsigned tallest = 0;

    b->kpis = p->kpi_count;
    for (size_t i = 0; i < p->kpi_count; i++)
        b->lines += kpi_lines(g->s, &p->kpis[i]);
    for (size_t i = 0; i < b->count; i++) {
        const project *q = g->s->projects[b->first + i].project;
        unsigned h = page_need(&g->pg, COL_OUTLINE, COL_OUTLINE, STYLE_TEXT,
                               goal_outline_text(g, q));

        tallest = h > tallest ? h : tallest;
    }
    b->rows = b->lines > b->count ? b->lines : b->count;
    while (b->rows < 400 &&
           b->rows * (LAYOUT_MAX_HEIGHT - 400) / b->count < tallest)
        b->rows++;
}

/* Puts a block's cells; returns its height. */
static unsigned put_block(goal_sheet *g, block *b)
{
    unsigned height = 0;

    measure_block(g, b);
    b->top = g->row;
    b->heights = arena_array(&g->pg.scratch, b->rows, sizeof(*b->heights));
    b->needs = arena_array(&g->pg.scratch, 4 * b->count + 3 * b->kpis +
                           b->lines + 1, sizeof(*b->needs));
    if (!b->heights || !b->needs) {
        g->pg.failed = true;
        return 0;
    }
    for (size_t i = 0; i < b->rows; i++)
        b->heights[i] = 190;
    write_projects(g, b);
    write_kpis(g, b);
    layout_rows(b->heights, b->rows, b->needs, b->need_count);
    for (size_t i = 0; i < b->rows; i++) {
        page_height(&g->pg, b->top + (uint32_t)i, b->heights[i]);
        height += b->heights[i];
    }
    return height;
}

static void write_block(goal_sheet *g, size_t first, size_t count)
{
    block b = { .first = first, .count = count };
    unsigned height = put_block(g, &b);

    turn_page(g, height);
    g->row += (uint32_t)b.rows;
    page_flush(&g->pg);
}

static unsigned block_height(goal_sheet *g, size_t first, size_t count)
{
    block b = { .first = first, .count = count };
    unsigned height = put_block(g, &b);

    page_drop(&g->pg);
    return height;
}

/*
 * How many of the projects that share their KPIs stand together. All, where
 * they fit; else as many as fit on what is left of the page, where that is
 * much, or on a whole page. The KPIs stand again in front of the others.
 */
static size_t together(goal_sheet *g, size_t first, size_t count)
{
    unsigned taken = g->used + g->pending, room;

    if (count == 1)
        return count;
    room = taken < g->page_height ? g->page_height - taken : 0;
    if (block_height(g, first, count) <= room)
        return count;
    for (size_t n = room > g->page_height / 4 ? count - 1 : 0; n > 0; n--)
        if (block_height(g, first, n) <= room)
            return n;
    room = g->page_height - g->head - g->pending;
    while (count > 1 && block_height(g, first, count) > room)
        count--;
    return count;
}

/* ---- The sheet -------------------------------------------------------- */

static const char *joined(goal_sheet *g, const char *mark, const heading *h)
{
    const char *t = arena_printf(&g->pg.scratch, "%s%s%s%s", mark, h->no,
                                 *h->no && *h->title ? " " : "", h->title);

    return t ? t : "";
}

static bool same(const heading *a, const heading *b)
{
    return !strcmp(a->no, b->no) && !strcmp(a->title, b->title);
}

static void write_bands(goal_sheet *g, const project *p, const project *last)
{
    bool theme = !last || !same(&p->theme, &last->theme);
    bool part = theme || !same(&p->part, &last->part);
    heading measure = project_measure(p), before = { "", "" };

    if (!part)
        before = project_measure(last);

    if (theme && p->has_theme)
        band(g, STYLE_THEME, joined(g, "", &p->theme));
    if (part && p->has_part)
        band(g, STYLE_PART, joined(g, "", &p->part));
    if (*measure.title && !same(&measure, &before))
        band(g, STYLE_MEASURE, joined(g, "⇒ ", &measure));
}

/* The count per grade that opens a goal: a link into 総括's figures. */
static void write_counts(goal_sheet *g)
{
    summary *s = g->s;
    const goal_view *goal = &s->goals[g->goal];
    size_t n = s->plan->band_count;

    if (!n || n > COLS - 2)
        return;
    page_text(&g->pg, page_cell(2, 0), STYLE_HEAD,
              say(s, "判定", "Grade"));
    page_text(&g->pg, page_cell(3, 0), STYLE_HEAD,
              say(s, "事業数", "Projects"));
    for (size_t i = 0; i < n; i++) {
        count_filter f = { g->goal, SIZE_MAX, CLASS_COUNTED, 0,
                           s->plan->bands[i].grade, false };
        page_area at = page_share(&g->pg, 2, 1, COLS - 1, i, n);
        char cell[LXW_MAX_CELL_NAME_LENGTH];
        number value;
        buf b;

        buf_init(&b);
        buf_printf(&b, "%s\n%s", s->plan->bands[i].grade,
                   s->plan->bands[i].label);
        page_text(&g->pg, at, STYLE_GRADE, buf_cstr(&b));
        paper_grades(s, &g->pg, at);
        lxw_rowcol_to_cell(cell, goal->totals_row, (lxw_col_t)(2 + i));
        buf_clear(&b);
        buf_char(&b, '=');
        live_put_sheet(&b, s->sheets[SHEET_TOTALS]);
        buf_string(&b, cell);
        at.row = at.last_row = 3;
        if (number_from_int(&g->pg.scratch, &value,
                            (int64_t)summary_count(s, &f)))
            page_formula(&g->pg, at, STYLE_CENTER, FORMAT_DECIMALS_0,
                         buf_cstr(&b), value);
        buf_free(&b);
    }
    page_height(&g->pg, 2, 300);
    page_height(&g->pg, 3, 200);
}

static void write_head(goal_sheet *g)
{
    summary *s = g->s;
    const goal_view *goal = &s->goals[g->goal];
    const char *title;
    buf b;

    buf_init(&b);
    if (goal->is_goal)
        buf_printf(&b, "%s%s　%s", say(s, "基本目標", "Goal "),
                   goal->goal.no, goal->goal.title);
    else
        buf_string(&b, say(s, "事業一覧", "Projects"));
    title = summary_text(s, "%s", buf_cstr(&b));
    g->used = paper_title(s, &g->pg, COLS - 1, title);
    buf_clear(&b);
    if (s->year) {
        put_year(&b, s, s->year);
        buf_string(&b, say(s, "末時点のKPI達成状況", ": state of the KPIs"));
    }
    page_text(&g->pg, page_cell(1, 0), STYLE_PLAIN, buf_cstr(&b));
    buf_free(&b);
    page_height(&g->pg, 1, 180);
    write_counts(g);
    page_height(&g->pg, 4, 80);
    for (uint32_t c = 0; c < COLS; c++)
        page_text(&g->pg, page_cell(5, c), STYLE_HEAD,
                  say(s, columns[c].ja, columns[c].en));
    page_height(&g->pg, 5, 330);
    g->row = 6;
    g->used += 180 + 300 + 200 + 80 + 330;
    g->head = 330;
    worksheet_repeat_rows(g->pg.sheet, 5, 5);
    worksheet_freeze_panes(g->pg.sheet, 6, 1);
    page_flush(&g->pg);
}

static void write_all(goal_sheet *g)
{
    summary *s = g->s;
    const project *last = NULL;

    for (size_t i = 0; i < s->project_count && !g->pg.failed;) {
        const project *p = s->projects[i].project;
        size_t n = 1;

        if (s->projects[i].goal != g->goal ||
            (!p->has_goal && s->projects[i].form)) {
            i++;
            continue;
        }
        write_bands(g, p, last);
        while (!s->in_order && i + n < s->project_count &&
               s->projects[i + n].goal == g->goal &&
               shares_all(p, s->projects[i + n].project))
            n++;
        n = together(g, i, n);
        write_block(g, i, n);
        summary_step(s, n);
        last = p;
        i += n;
    }
}

/* Flat tables have no outlines: then the other columns take their room. */
static void set_widths(goal_sheet *g)
{
    enum { AIR = 160, MOST = 135 };
    const summary *s = g->s;
    bool outlines = false;
    unsigned grade = (paper_grade_pixels(s, STYLE_GRADE_BIG) + AIR - 50) / 7;

    if (grade > MOST)
        grade = MOST;
    for (size_t i = 0; i < s->project_count && !outlines; i++) {
        const project *p = s->projects[i].project;

        outlines = s->projects[i].goal == g->goal &&
                   (*p->summary || p->note_count);
    }
    for (uint32_t c = 0; c < COLS; c++) {
        unsigned width = outlines ? columns[c].width : columns[c].without;
        unsigned least = c >= COL_GRADE && c <= COL_COMPUTED ? grade : 0;

        page_width(&g->pg, c, width > least ? width : least);
    }
    if (!outlines)
        page_hide(&g->pg, COL_OUTLINE);
    if (summary_is_english(s)) /* FY2023 */
        page_width(&g->pg, COL_YEAR, 82);
}

kpi_status summary_write_goal(summary *s, lxw_worksheet *w, size_t goal,
                              kpi_error *err)
{
    goal_sheet g = { .s = s, .goal = goal };
    kpi_status status;

    page_init(&g.pg, w, &s->styles);
    set_widths(&g);
    g.page_height = paper_height(s, paper_scale(s, &g.pg, COLS - 1));
    write_head(&g);
    write_all(&g);
    paper_grades(s, &g.pg, (page_area){ 6, COL_GRADE, g.row, COL_COMPUTED });
    worksheet_print_area(w, 0, 0, g.row ? g.row - 1 : 0, COLS - 1);
    paper_setup(s, &g.pg, COLS - 1, PAPER_SCALED, s->goals[goal].sheet);
    if (g.break_count) {
        g.breaks[g.break_count] = 0;
        worksheet_set_h_pagebreaks(w, g.breaks);
    }
    status = page_finish(&g.pg, err);
    return status;
}
