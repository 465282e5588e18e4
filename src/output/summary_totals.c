/*
 * summary_totals.c - 総括: grades per goal and per bureau, chart, attention
 *
 * Every count is a formula over KPI一覧, every share a formula over the
 * counts. Uncounted projects stand beside the counted ones, by reason.
 */
#include <string.h>

#include "output/summary_totals.h"

enum { HEAD_OVER = 190, HEAD = 440, CHART_ROW = 200, LOW_CHART_ROW = 160 };

/* ---- Counting formulas ------------------------------------------------ */

void totals_put_condition(buf *b, const summary *s, list_column c,
                          const char *value)
{
    buf_string(b, "*(");
    live_put_range(b, s, c);
    buf_char(b, '=');
    live_put_string(b, value);
    buf_char(b, ')');
}

/* =SUMPRODUCT((先頭行=1)*(目標順=2)*(集計区分="計上")*(判定="A")) */
static void put_count(buf *b, const totals *t, size_t line, const char *class,
                      const char *grade)
{
    const summary *s = t->s;

    buf_string(b, "=SUMPRODUCT((");
    live_put_range(b, s, LIST_FIRST);
    buf_string(b, "=1)*(");
    live_put_range(b, s, t->bureaus ? LIST_BUREAU_NO : LIST_GOAL_NO);
    buf_printf(b, "=%zu)", line + 1);
    if (class)
        totals_put_condition(b, s, LIST_CLASS, class);
    if (grade)
        totals_put_condition(b, s, t->computed ? LIST_PROJECT_COMPUTED
                                        : LIST_PROJECT_COUNTED, grade);
    buf_char(b, ')');
}

/* The last column reaches to the edge of the paper, as other tables do. */
static page_area cell_at(const totals *t, uint32_t row, uint32_t col)
{
    return page_row(row, col, col == t->end ? t->last : col);
}

static void write_size(totals *t, uint32_t row, uint32_t col, style_id style,
                       const char *formula, size_t value)
{
    number n;

    if (number_from_int(&t->pg.scratch, &n, (int64_t)value))
        page_formula(&t->pg, cell_at(t, row, col), style,
                     FORMAT_COUNT_OR_DASH, formula, n);
    else
        t->pg.failed = true;
}

static void write_share(totals *t, uint32_t row, uint32_t col, style_id style,
                        uint32_t part, size_t value, size_t whole)
{
    char a[LXW_MAX_CELL_NAME_LENGTH], b[LXW_MAX_CELL_NAME_LENGTH];
    calc c = { .memory = &t->pg.scratch };
    char formula[96];

    lxw_rowcol_to_cell(a, row, (lxw_col_t)part);
    lxw_rowcol_to_cell(b, row, (lxw_col_t)t->sum);
    snprintf(formula, sizeof(formula), "=IF(%s=0,\"－\",ROUND(%s/%s,4))", b,
             a, b);
    if (whole)
        page_formula(&t->pg, page_cell(row, col), style, FORMAT_PERCENT_0 + 1,
                     formula,
                     calc_round(&c, calc_divide(&c,
                                                calc_int(&c, (int64_t)value),
                                                calc_int(&c, (int64_t)whole)),
                                4, NUMBER_HALF_UP));
    else
        page_formula_text(&t->pg, page_cell(row, col), style, FORMAT_NONE,
                          formula, "－");
    t->pg.failed = t->pg.failed || c.failed;
}

static count_filter filter(const totals *t, size_t line, entry_class class)
{
    count_filter f = { SIZE_MAX, SIZE_MAX, class, 0, NULL, t->computed };

    if (line != SIZE_MAX && t->bureaus)
        f.bureau = line;
    else if (line != SIZE_MAX)
        f.goal = line;
    return f;
}

/* ---- One line of a table ---------------------------------------------- */

typedef struct cell_value {
    uint32_t col;
    const char *class, *grade;
    size_t value;
} cell_value;

/* All counted cells of a line; returns how many. */
static size_t line_cells(const totals *t, size_t line, cell_value *out)
{
    const summary *s = t->s;
    const plan *p = s->plan;
    count_filter f = filter(t, line, CLASS_COUNTED);
    size_t n = 0;

    for (size_t i = 0; i < t->bands; i++) {
        f.grade = p->bands[i].grade;
        out[n++] = (cell_value){ COL_GRADES + (uint32_t)i,
                                 say(s, "計上", "counted"), f.grade,
                                 summary_count(s, &f) };
    }
    f = filter(t, line, CLASS_CATEGORY);
    for (size_t i = 0; i < t->categories; i++) {
        f.category = i;
        out[n++] = (cell_value){ t->others + (uint32_t)i,
                                 p->categories[i].label, NULL,
                                 summary_count(s, &f) };
    }
    f = filter(t, line, CLASS_RELISTED);
    out[n++] = (cell_value){ t->others + (uint32_t)t->categories,
                             say(s, "再掲", "relisted"), NULL,
                             summary_count(s, &f) };
    f = filter(t, line, CLASS_UNGRADED);
    out[n++] = (cell_value){ t->others + (uint32_t)t->categories + 1,
                             say(s, "判定なし", "no grade"), NULL,
                             summary_count(s, &f) };
    return n;
}

static unsigned line_height(const totals *t, const char *name)
{
    return page_need(&t->pg, COL_NAME, COL_NAME, STYLE_TEXT, name) + 5;
}

static void write_line(totals *t, size_t line, const char *name,
                       uint32_t first)
{
    bool total = line == SIZE_MAX;
    style_id style = total ? STYLE_TOTAL : STYLE_RIGHT;
    cell_value *cells = arena_array(&t->pg.scratch, t->bands +
                                    t->categories + 3, sizeof(*cells));
    size_t n = 0, graded = 0, entries = 0;
    char a[LXW_MAX_CELL_NAME_LENGTH], z[LXW_MAX_CELL_NAME_LENGTH];
    buf b;

    if (cells)
        n = line_cells(t, line, cells);
    else
        t->pg.failed = true;
    buf_init(&b);
    page_text(&t->pg, page_cell(t->row, COL_NAME),
              total ? STYLE_TOTAL_TEXT : STYLE_NAME, name);
    for (size_t i = 0; i < n; i++) {
        buf_clear(&b);
        if (total) {
            lxw_rowcol_to_cell(a, first, (lxw_col_t)cells[i].col);
            lxw_rowcol_to_cell(z, t->row - 1, (lxw_col_t)cells[i].col);
            buf_printf(&b, "=SUM(%s:%s)", a, z);
        } else {
            put_count(&b, t, line, cells[i].class, cells[i].grade);
        }
        write_size(t, t->row, cells[i].col, style, buf_cstr(&b),
                   cells[i].value);
        graded += i < t->bands ? cells[i].value : 0;
        entries += cells[i].value;
    }
    lxw_rowcol_to_cell(a, t->row, COL_GRADES);
    lxw_rowcol_to_cell(z, t->row, (lxw_col_t)(t->sum - 1));
    buf_clear(&b);
    buf_printf(&b, "=SUM(%s:%s)", a, z);
    write_size(t, t->row, t->sum, style, buf_cstr(&b), graded);
    for (size_t i = 0; i < t->bands; i++)
        write_share(t, t->row, t->shares + (uint32_t)i, style,
                    COL_GRADES + (uint32_t)i, cells ? cells[i].value : 0,
                    graded);
    lxw_rowcol_to_cell(a, t->row, (lxw_col_t)t->others);
    lxw_rowcol_to_cell(z, t->row, (lxw_col_t)t->end);
    {
        char sum[LXW_MAX_CELL_NAME_LENGTH];

        lxw_rowcol_to_cell(sum, t->row, (lxw_col_t)t->sum);
        buf_clear(&b);
        buf_printf(&b, "=%s+SUM(%s:%s)", sum, a, z);
    }
    write_size(t, t->row, COL_ENTRIES, style, buf_cstr(&b), entries);
    totals_height(t, t->row, line_height(t, name));
    t->row++;
    if (!buf_ok(&b))
        t->pg.failed = true;
    buf_free(&b);
}

/* ---- Tables ----------------------------------------------------------- */

static void head_over(totals *t, uint32_t first, uint32_t last,
                      const char *word)
{
    page_area at = page_row(t->row, first, last);

    page_text(&t->pg, at, STYLE_HEAD, word);
}

const char *totals_band_head(totals *t, size_t band)
{
    const char *out;
    buf b;

    buf_init(&b);
    buf_printf(&b, "%s\n", t->s->plan->bands[band].grade);
    put_band_label(&b, t->s->plan->bands[band].label);
    out = arena_strdup(&t->pg.scratch, buf_cstr(&b));
    buf_free(&b);
    return out ? out : "";
}

static void write_table_head(totals *t, const char *name)
{
    summary *s = t->s;
    page_area tall = { t->row, COL_NAME, t->row + 1, COL_NAME };

    page_text(&t->pg, tall, STYLE_HEAD, name);
    tall.col = tall.last_col = COL_ENTRIES;
    page_text(&t->pg, tall, STYLE_HEAD, say(s, "掲載\n事業数", "Entries"));
    if (t->bands) {
        head_over(t, COL_GRADES, t->sum, say(s, "判定別の事業数",
                                             "Projects by grade"));
        head_over(t, t->shares, t->others - 1, say(s, "構成比", "Share"));
    }
    head_over(t, t->others, t->last,
              say(s, "判定に計上しない事業数", "Not counted"));
    totals_height(t, t->row, HEAD_OVER);
    t->row++;
    for (size_t i = 0; i < t->bands; i++) {
        page_area at = page_cell(t->row, COL_GRADES + (uint32_t)i);

        page_text(&t->pg, at, STYLE_GRADE, totals_band_head(t, i));
        at.col = at.last_col = t->shares + (uint32_t)i;
        page_text(&t->pg, at, STYLE_GRADE, s->plan->bands[i].grade);
    }
    if (t->bands) {
        page_text(&t->pg, page_cell(t->row, t->sum), STYLE_HEAD,
                  say(s, "計", "Sum"));
        paper_grades(s, &t->pg, (page_area){ t->row, COL_GRADES, t->row,
                                             t->others - 1 });
    }
    for (size_t i = 0; i < t->categories; i++)
        page_text(&t->pg, page_cell(t->row, t->others + (uint32_t)i),
                  STYLE_HEAD, s->plan->categories[i].label);
    page_text(&t->pg,
              page_cell(t->row, t->others + (uint32_t)t->categories),
              STYLE_HEAD, say(s, "再掲", "Relisted"));
    page_text(&t->pg, cell_at(t, t->row, t->end), STYLE_HEAD,
              say(s, "判定\nなし", "No grade"));
    totals_height(t, t->row, HEAD);
    t->row++;
}

const char *totals_goal_name(const summary *s, size_t i, arena *a)
{
    const heading *g = &s->goals[i].goal;
    const char *t = arena_printf(a, "%s%s%s", g->no,
                                 *g->no && *g->title ? " " : "", g->title);

    return t ? t : "";
}

static const char *line_name(totals *t, size_t line)
{
    return t->bureaus ? t->s->bureaus[line]
                      : totals_goal_name(t->s, line, &t->pg.scratch);
}

/* On one page where that is enough; else where a few lines of it fit. */
static unsigned table_height(totals *t, size_t lines)
{
    unsigned height = HEAD_OVER + HEAD + line_height(t, ""), few = 0;

    for (size_t i = 0; i < lines && height <= t->page_height; i++) {
        few = i == 4 ? height : few;
        height += line_height(t, line_name(t, i));
    }
    return height <= t->page_height ? height : few;
}

static uint32_t write_table(totals *t, const char *title, const char *name)
{
    summary *s = t->s;
    size_t lines = t->bureaus ? s->bureau_count : s->goal_count;
    uint32_t first;

    totals_section(t, title, table_height(t, lines));
    write_table_head(t, name);
    first = t->row;
    for (size_t i = 0; i < lines; i++) {
        bool turned = totals_turn(t, (i + 1 == lines ? 2 : 1) *
                                         line_height(t, line_name(t, i)));

        /* The chart wants the goals' lines in one piece. */
        if (turned && t->bureaus)
            write_table_head(t, name);
        if (!t->bureaus && !t->computed)
            s->goals[i].totals_row = t->row;
        write_line(t, i, line_name(t, i), first);
        if (s->in_order && t->bureaus) /* nothing comes beside its lines */
            page_flush(&t->pg);
    }
    if (lines)
        write_line(t, SIZE_MAX, say(s, "合計", "Total"), first);
    totals_gap(t);
    return first;
}

/* ---- The sheet -------------------------------------------------------- */

/* In percent of the usual ones; the wider, the smaller it is printed. */
static void set_widths(totals *t, unsigned percent)
{
    unsigned each = 76 * percent / 100;

    page_width(&t->pg, COL_NAME, 370 * percent / 100);
    for (uint32_t c = 1; c <= t->last; c++)
        page_width(&t->pg, c, each);
    for (size_t i = 0; i < t->bands; i++)
        page_width(&t->pg, COL_GRADES + (uint32_t)i, 98 * percent / 100);
    for (size_t i = 0; i < t->categories; i++) {
        text word = text_of(t->s->plan->categories[i].label);
        unsigned size = style_size(STYLE_HEAD);
        unsigned pixels = layout_text_pixels(word, size) + size * 2;
        unsigned tenths = pixels > 50 ? (pixels - 50) / 7 : 0;

        page_width(&t->pg, t->others + (uint32_t)i,
                   tenths < each ? each : tenths > 150 ? 100 : tenths);
    }
    t->page_height = paper_height(t->s, paper_scale(t->s, &t->pg, t->last));
}

static const char *counted_name(const summary *s)
{
    switch (s->plan->count_grade) {
    case GRADE_COMPUTED: return say(s, "算定した判定", "computed grades");
    case GRADE_FINAL: return say(s, "確定した判定", "final grades");
    case GRADE_DECLARED: break;
    }
    return say(s, "申告された判定", "declared grades");
}

static void write_parts(totals *t)
{
    summary *s = t->s;
    const char *goal = say(s, "基本目標", "Goal");
    uint32_t first;

    if (!t->bands) {
        totals_write_rates(t);
        return;
    }
    first = write_table(t, say(s, "基本目標別の判定", "Grades by goal"), goal);
    totals_write_chart(t, first);
    if (s->plan->count_grade != GRADE_COMPUTED) {
        t->computed = true;
        write_table(t, say(s, "算定した判定による内訳（同じ事業を達成率から判定したもの）",
                           "The same by computed grades"), goal);
        t->computed = false;
    }
    totals_write_last(t, first);
    t->bureaus = true;
    write_table(t, say(s, "部局別の判定", "Grades by bureau"),
                say(s, "部局", "Bureau"));
    totals_write_kpis(t);
    totals_write_fallen(t);
    totals_write_attention(t);
}

/* All rows from the title on. */
static void write_sheet(totals *t)
{
    summary *s = t->s;
    buf b;

    t->used = 430;
    t->break_count = 0;
    paper_title(s, &t->pg, t->last, say(s, "総括", "Summary"));
    page_height(&t->pg, 1, 150);
    buf_init(&b);
    put_year(&b, s, s->year);
    buf_string(&b, say(s, "末時点", ""));
    if (t->bands)
        buf_printf(&b, "%s%s", say(s, "　判定の計上：", ": counted are "),
                   counted_name(s));
    page_text(&t->pg, page_cell(1, 0), STYLE_PLAIN, buf_cstr(&b));
    buf_free(&b);
    t->row = 2;
    t->bureaus = t->computed = false;
    write_parts(t);
    page_flush(&t->pg);
}

/*
 * A last page with little on it is saved where a lower chart does, or a sheet
 * that is a little wider, and so printed a little smaller: rehearsed, not
 * guessed.
 */
static void choose_widths(totals *t)
{
    enum { WIDEST = 115, STEP = 3, SMALLEST = 68 /* percent of print */ };
    size_t pages;

    t->chart_row = CHART_ROW;
    set_widths(t, 100);
    if (t->s->row_count > SUMMARY_LONG_ROWS)
        return;
    t->pg.rehearsal = true;
    write_sheet(t);
    pages = t->break_count;
    if (pages && t->used < t->page_height * 2 / 5) {
        t->chart_row = LOW_CHART_ROW;
        for (unsigned percent = 100; t->break_count == pages &&
             percent <= WIDEST; percent += STEP) {
            set_widths(t, percent);
            if (percent > 100 &&
                paper_scale(t->s, &t->pg, t->last) < SMALLEST)
                break;
            write_sheet(t);
        }
        if (t->break_count == pages) {
            t->chart_row = CHART_ROW;
            set_widths(t, 100);
        }
    }
    t->pg.rehearsal = false;
    t->pg.links = 0;
}

kpi_status summary_write_totals(summary *s, lxw_worksheet *w, kpi_error *err)
{
    totals t = { .s = s, .bands = s->plan->band_count,
                 .categories = s->plan->category_count };

    t.sum = COL_GRADES + (uint32_t)t.bands;
    t.shares = t.sum + 1;
    t.others = t.shares + (uint32_t)t.bands;
    t.end = t.others + (uint32_t)t.categories + 1;
    t.last = t.end < TOTALS_LEAST_COLUMNS ? TOTALS_LEAST_COLUMNS : t.end;
    if (s->last && t.bands && t.last < t.others + 3)
        t.last = t.others + 3; /* rose, same, fell, no pair */
    page_init(&t.pg, w, &s->styles);
    arena_init(&t.found, 0);
    choose_widths(&t);
    write_sheet(&t);
    arena_free(&t.found);
    worksheet_freeze_panes(w, 1, 0);
    worksheet_print_area(w, 0, 0, t.row ? t.row - 1 : 0,
                         (lxw_col_t)t.last);
    paper_setup(s, &t.pg, t.last, PAPER_SCALED, say(s, "総括", "Summary"));
    if (t.break_count) {
        t.breaks[t.break_count] = 0;
        worksheet_set_h_pagebreaks(w, t.breaks);
    }
    return page_finish(&t.pg, err);
}
