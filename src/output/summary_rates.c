/*
 * summary_rates.c - 総括 of a plan without bands: rates by bureau, and each
 *
 * With last year's data each KPI's rate of that year stands beside this
 * year's, and the difference in percentage points.
 */
#include "output/summary_totals.h"

/* Columns: name, projects, KPIs, with a rate, reached, below, mean. */
enum { RATE_PROJECTS = 1, RATE_KPIS = 3, RATE_RATED = 5, RATE_REACHED = 7,
       RATE_BELOW = 9, RATE_MEAN = 11, RATE_END = 13, RATE_HEAD = 200,
       BUREAU_LINE = 195 };

typedef struct bureau_sums {
    size_t projects, kpis, rated, reached;
    number sum;
} bureau_sums;

static bureau_sums sum_bureau(const summary *s, size_t bureau, calc *c)
{
    bureau_sums b = { 0, 0, 0, 0, NUMBER_ZERO };
    number one = calc_int(c, 1);

    for (size_t i = 0; i < s->project_count; i++)
        b.projects += bureau == SIZE_MAX || s->projects[i].bureau == bureau;
    for (size_t i = 0; i < s->row_count; i++) {
        const kpi_view *v = &s->rows[i];
        const kpi_assessment *as = v->kpi ? &v->kpi->assessment : NULL;

        if (!as || !v->once || (bureau != SIZE_MAX &&
                                s->projects[v->project].bureau != bureau))
            continue;
        b.kpis++;
        if (!as->rate.known)
            continue;
        b.rated++;
        b.reached += number_compare(as->rate.value, one) >= 0;
        b.sum = calc_add(c, b.sum, calc_round(c, as->rate.value, 12,
                                              NUMBER_HALF_UP));
    }
    return b;
}

static void write_figure(totals *t, uint32_t col, style_id style,
                         const char *formula, size_t value)
{
    number n;

    if (number_from_int(&t->pg.scratch, &n, (int64_t)value))
        page_formula(&t->pg, page_row(t->row, col, col + 1), style,
                     FORMAT_COUNT_OR_DASH, formula, n);
    else
        t->pg.failed = true;
}

/* SUMPRODUCT over the rows of a bureau (or all), with one more condition. */
static const char *bureau_formula(totals *t, buf *b, size_t bureau,
                                  list_column flag, const char *condition)
{
    summary *s = t->s;

    buf_clear(b);
    buf_string(b, "=SUMPRODUCT((");
    live_put_range(b, s, flag);
    buf_string(b, "=1)");
    if (bureau != SIZE_MAX) {
        buf_string(b, "*(");
        live_put_range(b, s, LIST_BUREAU_NO);
        buf_printf(b, "=%zu)", bureau + 1);
    }
    if (condition) {
        buf_string(b, "*ISNUMBER(");
        live_put_range(b, s, LIST_ONCE_RATE);
        buf_char(b, ')');
        if (*condition) {
            buf_string(b, "*(");
            live_put_range(b, s, LIST_ONCE_RATE);
            buf_printf(b, "%s)", condition);
        }
    }
    buf_char(b, ')');
    return buf_cstr(b);
}

static void write_mean(totals *t, size_t bureau, style_id style,
                       const bureau_sums *sums, calc *c)
{
    summary *s = t->s;
    page_area at = page_row(t->row, RATE_MEAN, RATE_END);
    buf b;

    buf_init(&b);
    buf_string(&b, "=IF(");
    if (bureau == SIZE_MAX) {
        buf_string(&b, "COUNT(");
        live_put_range(&b, s, LIST_ONCE_RATE);
        buf_string(&b, ")=0,\"－\",ROUND(AVERAGE(");
        live_put_range(&b, s, LIST_ONCE_RATE);
        buf_string(&b, "),6))");
    } else {
        char rated[LXW_MAX_CELL_NAME_LENGTH];

        lxw_rowcol_to_cell(rated, t->row, RATE_RATED);
        buf_printf(&b, "%s=0,\"－\",ROUND(SUMIF(", rated);
        live_put_range(&b, s, LIST_BUREAU_NO);
        buf_printf(&b, ",%zu,", bureau + 1);
        live_put_range(&b, s, LIST_ONCE_RATE);
        buf_printf(&b, ")/%s,6))", rated);
    }
    if (sums->rated)
        page_formula(&t->pg, at, style, FORMAT_PERCENT_0 + 1, buf_cstr(&b),
                     calc_round(c, calc_divide(c, sums->sum, calc_int(
                                    c, (int64_t)sums->rated)),
                                6, NUMBER_HALF_UP));
    else
        page_formula_text(&t->pg, at, style, FORMAT_NONE, buf_cstr(&b), "－");
    buf_free(&b);
}

static void write_bureau(totals *t, size_t bureau, const char *name)
{
    bool total = bureau == SIZE_MAX;
    style_id style = total ? STYLE_TOTAL : STYLE_RIGHT;
    calc c = { .memory = &t->pg.scratch };
    bureau_sums sums = sum_bureau(t->s, bureau, &c);
    buf b;

    buf_init(&b);
    page_text(&t->pg, page_cell(t->row, COL_NAME),
              total ? STYLE_TOTAL_TEXT : STYLE_NAME, name);
    write_figure(t, RATE_PROJECTS, style,
                 bureau_formula(t, &b, bureau, LIST_FIRST, NULL),
                 sums.projects);
    write_figure(t, RATE_KPIS, style,
                 bureau_formula(t, &b, bureau, LIST_ONCE, NULL), sums.kpis);
    write_figure(t, RATE_RATED, style,
                 bureau_formula(t, &b, bureau, LIST_ONCE, ""), sums.rated);
    write_figure(t, RATE_REACHED, style,
                 bureau_formula(t, &b, bureau, LIST_ONCE, ">=1"),
                 sums.reached);
    write_figure(t, RATE_BELOW, style,
                 bureau_formula(t, &b, bureau, LIST_ONCE, "<1"),
                 sums.rated - sums.reached);
    write_mean(t, bureau, style, &sums, &c);
    totals_height(t, t->row, BUREAU_LINE);
    t->row++;
    t->pg.failed = t->pg.failed || c.failed || !buf_ok(&b);
    buf_free(&b);
}

/* ---- Each KPI --------------------------------------------------------- */

/* First and last column of each part of a line; with last year, without. */
typedef enum rate_part {
    PART_KPI, PART_THEN, PART_NOW, PART_POINTS, PART_NOTE, PARTS
} rate_part;

static page_area part_area(const totals *t, rate_part part)
{
    static const struct { uint32_t first, last; } columns[2][PARTS] = {
        { [PART_KPI] = { 1, 8 }, [PART_NOW] = { 9, 10 },
          [PART_NOTE] = { 11, 13 } },
        { [PART_KPI] = { 1, 5 }, [PART_THEN] = { 6, 7 },
          [PART_NOW] = { 8, 9 }, [PART_POINTS] = { 10, 10 },
          [PART_NOTE] = { 11, 13 } },
    };
    size_t with = t->s->last != NULL;

    return page_row(t->row, columns[with][part].first,
                    columns[with][part].last);
}

static unsigned part_need(const totals *t, rate_part part, const char *word)
{
    page_area at = part_area(t, part);

    return page_need(&t->pg, at.col, at.last_col, STYLE_NAME, word);
}

static const char *rate_reason(const kpi *k)
{
    return k->assessment.rate.known ? "" : k->assessment.reason_text;
}

static unsigned rate_height(const totals *t, const kpi_view *v)
{
    const project *p = t->s->projects[v->project].project;
    unsigned a = page_need(&t->pg, COL_NAME, COL_NAME, STYLE_NAME, p->name);
    unsigned b = part_need(t, PART_KPI, v->kpi->name);
    unsigned c = part_need(t, PART_NOTE, rate_reason(v->kpi));

    a = a > b ? a : b;
    return (a > c ? a : c) + 10;
}

static void rate_head(totals *t)
{
    summary *s = t->s;
    const last_year *last = s->last;

    page_text(&t->pg, page_cell(t->row, COL_NAME), STYLE_HEAD,
              say(s, "事業名", "Project"));
    page_text(&t->pg, part_area(t, PART_KPI), STYLE_HEAD,
              say(s, "指標", "KPI"));
    page_text(&t->pg, part_area(t, PART_NOW), STYLE_HEAD,
              say(s, "達成率", "Rate"));
    page_text(&t->pg, part_area(t, PART_NOTE), STYLE_HEAD,
              say(s, "注記", "Note"));
    if (last) {
        buf b;

        buf_init(&b);
        if (last->year == s->year)
            buf_string(&b, say(s, "前回の達成率", "Rate before"));
        else
            put_year_short(&b, s, last->year);
        if (last->year != s->year)
            buf_string(&b, say(s, "達成率", " rate"));
        page_text(&t->pg, part_area(t, PART_THEN), STYLE_HEAD, buf_cstr(&b));
        page_text(&t->pg, part_area(t, PART_POINTS), STYLE_HEAD,
                  say(s, "増減(pt)", "Change"));
        buf_free(&b);
    }
    totals_height(t, t->row++, RATE_HEAD);
}

static quantity shown_rate(totals *t, const kpi *k)
{
    quantity shown = { false, NUMBER_ZERO };
    const char *grade;

    if (k && !live_grade(&grade, &shown, t->s, &t->pg.scratch,
                         k->assessment.rate))
        t->pg.failed = true;
    return shown;
}

static void put_rate(totals *t, page_area at, const char *formula,
                     quantity shown)
{
    if (shown.known && formula)
        page_formula(&t->pg, at, STYLE_RATE,
                     style_percent(t->s->plan->digits), formula,
                     shown.value);
    else if (shown.known)
        page_number(&t->pg, at, STYLE_CENTER,
                    style_percent(t->s->plan->digits), shown.value);
    else if (formula)
        page_formula_text(&t->pg, at, STYLE_RATE, FORMAT_NONE, formula, "－");
    else
        page_text(&t->pg, at, STYLE_CENTER, "－");
}

/* =IF(COUNT(then,now)<2,"－",ROUND((now-then)*100,4)) */
static void put_points(totals *t, quantity then, quantity now)
{
    calc c = { .memory = &t->pg.scratch };
    page_area at = part_area(t, PART_POINTS);
    char a[LXW_MAX_CELL_NAME_LENGTH], b[LXW_MAX_CELL_NAME_LENGTH];
    char formula[96];

    lxw_rowcol_to_cell(a, t->row, (lxw_col_t)part_area(t, PART_THEN).col);
    lxw_rowcol_to_cell(b, t->row, (lxw_col_t)part_area(t, PART_NOW).col);
    snprintf(formula, sizeof(formula),
             "=IF(COUNT(%s,%s)<2,\"－\",ROUND((%s-%s)*100,4))", a, b, b, a);
    if (then.known && now.known)
        page_formula(&t->pg, at, STYLE_RIGHT, FORMAT_POINTS, formula,
                     calc_round(&c, calc_multiply(
                                    &c, calc_subtract(&c, now.value,
                                                      then.value),
                                    calc_int(&c, 100)), 4, NUMBER_HALF_UP));
    else
        page_formula_text(&t->pg, at, STYLE_RIGHT, FORMAT_NONE, formula,
                          "－");
    t->pg.failed = t->pg.failed || c.failed;
}

static void write_each_line(totals *t, size_t i)
{
    summary *s = t->s;
    const kpi_view *v = &s->rows[i];
    const project *p = s->projects[v->project].project;
    quantity now = shown_rate(t, v->kpi), then = shown_rate(t, v->last);
    buf b;

    buf_init(&b);
    buf_string(&b, "=IF(");
    live_put_cell(&b, s, LIST_RATE, summary_list_row(i));
    buf_string(&b, "=\"\",\"－\",");
    live_put_cell(&b, s, LIST_RATE, summary_list_row(i));
    buf_char(&b, ')');
    page_text(&t->pg, page_cell(t->row, COL_NAME), STYLE_NAME, p->name);
    page_text(&t->pg, part_area(t, PART_KPI), STYLE_NAME, v->kpi->name);
    put_rate(t, part_area(t, PART_NOW), buf_cstr(&b), now);
    if (s->last) {
        put_rate(t, part_area(t, PART_THEN), NULL, then);
        put_points(t, then, now);
    }
    page_text(&t->pg, part_area(t, PART_NOTE), STYLE_NAME,
              rate_reason(v->kpi));
    t->row++;
    buf_free(&b);
}

static void write_each_rate(totals *t)
{
    enum { MOST = 500 };
    summary *s = t->s;
    size_t left_out = 0;
    totals_list l;

    if (!totals_list_init(&l, t, MOST, rate_head, RATE_HEAD))
        return;
    for (size_t i = 0; i < s->row_count; i++) {
        if (!s->rows[i].kpi || !s->rows[i].once)
            continue;
        if (l.count < MOST)
            totals_list_add(&l, rate_height(t, &s->rows[i]));
        else
            left_out++;
    }
    totals_list_begin(&l, say(s, "指標別の達成率", "Rates of the KPIs"));
    for (size_t i = 0; i < s->row_count && l.at < l.count; i++) {
        if (!s->rows[i].kpi || !s->rows[i].once)
            continue;
        totals_list_row(&l);
        write_each_line(t, i);
        if (!s->in_order)
            page_flush(&t->pg);
    }
    totals_list_end(&l, left_out, say(s, "ほかに%zu件", "and %zu more"));
}

void totals_write_rates(totals *t)
{
    static const struct { const char *ja, *en; } heads[] = {
        { "事業数", "Projects" }, { "指標数", "KPIs" },
        { "達成率あり", "With a rate" }, { "100%以上", "100 % or more" },
        { "100%未満", "Under 100 %" }, { "達成率の平均", "Mean rate" },
    };
    summary *s = t->s;

    totals_section(t, say(s, "部局別の状況", "By bureau"),
                   240 + (unsigned)(s->bureau_count < 20 ? s->bureau_count + 1
                                                         : 20) * BUREAU_LINE);
    page_text(&t->pg, page_cell(t->row, COL_NAME), STYLE_HEAD,
              say(s, "部局", "Bureau"));
    for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
        page_text(&t->pg,
                  page_row(t->row, (uint32_t)(1 + 2 * i),
                           i == 5 ? RATE_END : (uint32_t)(2 + 2 * i)),
                  STYLE_HEAD, say(s, heads[i].ja, heads[i].en));
    totals_height(t, t->row++, 240);
    for (size_t i = 0; i < s->bureau_count; i++)
        write_bureau(t, i, s->bureaus[i]);
    write_bureau(t, SIZE_MAX, say(s, "合計", "Total"));
    totals_gap(t);
    write_each_rate(t);
}
