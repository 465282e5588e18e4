/*
 * summary_change.c - 総括: grades of last year beside this year's
 *
 * Three lines a goal: last year's counts (data that was given, so figures),
 * this year's (the cells of the table above) and the difference; at the end
 * of the line how many projects rose, stayed and fell, counted over KPI一覧.
 */
#include <string.h>

#include "output/summary_totals.h"

enum { LINE = 205, HEAD = 440, NAMED = 6, MOST_FALLEN = 200 };

typedef struct years_line {
    size_t goal;        /* index; goal_count: none of this year's goals */
    bool total;
    const char *name;
    uint32_t source;    /* this year's row in the table above, or 0 */
} years_line;

/* ---- Cells ------------------------------------------------------------ */

static void put_name(buf *b, uint32_t row, uint32_t col)
{
    char name[LXW_MAX_CELL_NAME_LENGTH];

    lxw_rowcol_to_cell(name, row, (lxw_col_t)col);
    buf_string(b, name);
}

static void size_cell(totals *t, uint32_t row, uint32_t col, style_id style,
                      number_format_id format, buf *formula, int64_t value)
{
    number n;

    if (!number_from_int(&t->pg.scratch, &n, value) || !buf_ok(formula))
        t->pg.failed = true;
    else if (formula->length)
        page_formula(&t->pg, page_cell(row, col), style, format,
                     buf_cstr(formula), n);
    else
        page_number(&t->pg, page_cell(row, col), style, format, n);
    buf_clear(formula);
}

static size_t then_of(const totals *t, const years_line *line, size_t band)
{
    const summary *s = t->s;
    size_t n = 0;

    for (size_t g = 0; g <= s->goal_count; g++)
        if (line->total || g == line->goal)
            n += s->last->counts[g * t->bands + band];
    return n;
}

static size_t now_of(const totals *t, const years_line *line, size_t band)
{
    const summary *s = t->s;
    count_filter f = { line->total ? SIZE_MAX : line->goal, SIZE_MAX,
                       CLASS_COUNTED, 0, s->plan->bands[band].grade, false };

    return line->goal == s->goal_count && !line->total
               ? 0 : summary_count(s, &f);
}

/* ---- Counts ------------------------------------------------------------ */

static void change_cell(totals *t, uint32_t col, style_id style, buf *b,
                        size_t then, size_t now)
{
    buf_char(b, '=');
    put_name(b, t->row + 1, col);
    buf_char(b, '-');
    put_name(b, t->row, col);
    size_cell(t, t->row + 2, col, style, FORMAT_CHANGE, b,
              (int64_t)now - (int64_t)then);
}

static void band_cells(totals *t, const years_line *line, style_id style,
                       size_t band, buf *b)
{
    uint32_t col = COL_GRADES + (uint32_t)band;
    size_t then = then_of(t, line, band), now = now_of(t, line, band);

    size_cell(t, t->row, col, style, FORMAT_COUNT_OR_DASH, b,
              (int64_t)then);
    if (line->source) {
        buf_char(b, '=');
        put_name(b, line->source, col);
    }
    size_cell(t, t->row + 1, col, style, FORMAT_COUNT_OR_DASH, b,
              (int64_t)now);
    change_cell(t, col, style, b, then, now);
}

static void sum_cells(totals *t, style_id style, size_t then, size_t now,
                      buf *b)
{
    size_t sums[] = { then, now };

    for (uint32_t r = 0; r < 2; r++) {
        buf_string(b, "=SUM(");
        put_name(b, t->row + r, COL_GRADES);
        buf_char(b, ':');
        put_name(b, t->row + r, t->sum - 1);
        buf_char(b, ')');
        size_cell(t, t->row + r, t->sum, style, FORMAT_COUNT_OR_DASH, b,
                  (int64_t)sums[r]);
    }
    change_cell(t, t->sum, style, b, then, now);
}

/* ---- Shares ------------------------------------------------------------ */

static number share_of(calc *c, size_t part, size_t whole)
{
    return calc_round(c, calc_divide(c, calc_int(c, (int64_t)part),
                                     calc_int(c, (int64_t)whole)),
                      4, NUMBER_HALF_UP);
}

static void share_cell(totals *t, uint32_t row, size_t band, style_id style,
                       size_t part, size_t whole, buf *b)
{
    calc c = { .memory = &t->pg.scratch };
    page_area at = page_cell(row, t->shares + (uint32_t)band);

    buf_clear(b);
    buf_string(b, "=IF(");
    put_name(b, row, t->sum);
    buf_string(b, "=0,\"－\",ROUND(");
    put_name(b, row, COL_GRADES + (uint32_t)band);
    buf_char(b, '/');
    put_name(b, row, t->sum);
    buf_string(b, ",4))");
    if (whole)
        page_formula(&t->pg, at, style, FORMAT_PERCENT_0 + 1, buf_cstr(b),
                     share_of(&c, part, whole));
    else
        page_formula_text(&t->pg, at, style, FORMAT_NONE, buf_cstr(b), "－");
    t->pg.failed = t->pg.failed || c.failed;
    buf_clear(b);
}

/* In percentage points. */
static void points_cell(totals *t, size_t band, style_id style, buf *b,
                        const size_t part[2], const size_t whole[2])
{
    calc c = { .memory = &t->pg.scratch };
    uint32_t col = t->shares + (uint32_t)band;
    page_area at = page_cell(t->row + 2, col);

    buf_clear(b);
    buf_string(b, "=IF(COUNT(");
    put_name(b, t->row, col);
    buf_char(b, ':');
    put_name(b, t->row + 1, col);
    buf_string(b, ")<2,\"－\",ROUND((");
    put_name(b, t->row + 1, col);
    buf_char(b, '-');
    put_name(b, t->row, col);
    buf_string(b, ")*100,2))");
    if (whole[0] && whole[1])
        page_formula(&t->pg, at, style, FORMAT_POINTS, buf_cstr(b),
                     calc_multiply(&c, calc_subtract(
                                       &c, share_of(&c, part[1], whole[1]),
                                       share_of(&c, part[0], whole[0])),
                                   calc_int(&c, 100)));
    else
        page_formula_text(&t->pg, at, style, FORMAT_NONE, buf_cstr(b), "－");
    t->pg.failed = t->pg.failed || c.failed;
    buf_clear(b);
}

static void share_cells(totals *t, const years_line *line, style_id style,
                        const size_t whole[2], buf *b)
{
    for (size_t i = 0; i < t->bands; i++) {
        size_t part[2] = { then_of(t, line, i), now_of(t, line, i) };

        share_cell(t, t->row, i, style, part[0], whole[0], b);
        share_cell(t, t->row + 1, i, style, part[1], whole[1], b);
        points_cell(t, i, style, b, part, whole);
    }
}

/* ---- Moves ------------------------------------------------------------- */

static page_area move_area(const totals *t, uint32_t slot)
{
    uint32_t col = t->others + slot;

    return (page_area){ t->row, col, t->row + 2, slot == 3 ? t->last : col };
}

static void move_cell(totals *t, const years_line *line, uint32_t slot,
                      buf *b, size_t value)
{
    number n;
    page_area at = move_area(t, slot);
    style_id style = line->total ? STYLE_TOTAL : STYLE_RIGHT;

    if (!number_from_int(&t->pg.scratch, &n, (int64_t)value) || !buf_ok(b))
        t->pg.failed = true;
    else
        page_formula(&t->pg, at, style, FORMAT_COUNT_OR_DASH, buf_cstr(b),
                     n);
    buf_clear(b);
}

static void move_cells(totals *t, const years_line *line, size_t now, buf *b)
{
    static const grade_move shown[] = { MOVE_ROSE, MOVE_SAME, MOVE_FELL };
    const summary *s = t->s;
    size_t goal = line->total ? SIZE_MAX : line->goal, moved = 0;

    for (uint32_t i = 0; i < 3; i++) {
        size_t n = summary_count_moves(s, goal, shown[i]);

        buf_string(b, "=SUMPRODUCT((");
        live_put_range(b, s, LIST_FIRST);
        buf_string(b, "=1)");
        if (!line->total) {
            buf_string(b, "*(");
            live_put_range(b, s, LIST_GOAL_NO);
            buf_printf(b, "=%zu)", line->goal + 1);
        }
        totals_put_condition(b, s, LIST_MOVE, move_word(s, shown[i]));
        buf_char(b, ')');
        move_cell(t, line, i, b, n);
        moved += n;
    }
    buf_char(b, '=');
    put_name(b, t->row + 1, t->sum);
    buf_string(b, "-SUM(");
    put_name(b, t->row, t->others);
    buf_char(b, ':');
    put_name(b, t->row, t->others + 2);
    buf_char(b, ')');
    move_cell(t, line, 3, b, now - moved);
}

/* ---- The table --------------------------------------------------------- */

static void put_year_name(buf *b, const totals *t, size_t which)
{
    const summary *s = t->s;
    bool same = s->last->year == s->year;

    if (same)
        buf_string(b, which ? say(s, "今回", "now") : say(s, "前回", "before"));
    else
        put_year_short(b, s, which ? s->year : s->last->year);
}

static void write_line(totals *t, const years_line *line)
{
    summary *s = t->s;
    style_id style = line->total ? STYLE_TOTAL : STYLE_RIGHT;
    page_area name = { t->row, COL_NAME, t->row + 2, COL_NAME };
    size_t whole[2] = { 0, 0 };
    buf b;

    buf_init(&b);
    page_text(&t->pg, name, line->total ? STYLE_TOTAL_TEXT : STYLE_NAME,
              line->name);
    for (uint32_t i = 0; i < 3; i++) {
        buf_clear(&b);
        if (i < 2)
            put_year_name(&b, t, i);
        else
            buf_string(&b, say(s, "増減", "Change"));
        page_text(&t->pg, page_cell(t->row + i, COL_ENTRIES), STYLE_CENTER,
                  buf_cstr(&b));
        totals_height(t, t->row + i, LINE);
    }
    buf_clear(&b);
    for (size_t i = 0; i < t->bands; i++) {
        whole[0] += then_of(t, line, i);
        whole[1] += now_of(t, line, i);
        band_cells(t, line, style, i, &b);
    }
    sum_cells(t, style, whole[0], whole[1], &b);
    share_cells(t, line, style, whole, &b);
    move_cells(t, line, whole[1], &b);
    t->row += 3;
    t->pg.failed = t->pg.failed || !buf_ok(&b);
    buf_free(&b);
}

static void write_head(totals *t)
{
    static const struct { const char *ja, *en; } moves[] = {
        { "判定が\n上昇", "Rose" }, { "同じ", "Same" },
        { "判定が\n下降", "Fell" }, { "比較なし\n（新規等）", "No pair" },
    };
    summary *s = t->s;

    page_text(&t->pg, page_cell(t->row, COL_NAME), STYLE_HEAD,
              say(s, "基本目標", "Goal"));
    page_text(&t->pg, page_cell(t->row, COL_ENTRIES), STYLE_HEAD,
              say(s, "年度", "Year"));
    for (size_t i = 0; i < t->bands; i++) {
        const char *grade = s->plan->bands[i].grade;
        const char *word = totals_band_head(t, i);
        const char *share = arena_printf(
            &t->pg.scratch, say(s, "%s\n構成比", "%s\nshare"), grade);

        page_text(&t->pg, page_cell(t->row, COL_GRADES + (uint32_t)i),
                  STYLE_GRADE, word);
        page_text(&t->pg, page_cell(t->row, t->shares + (uint32_t)i),
                  STYLE_GRADE, share ? share : "");
    }
    page_text(&t->pg, page_cell(t->row, t->sum), STYLE_HEAD,
              say(s, "計", "Sum"));
    paper_grades(s, &t->pg, (page_area){ t->row, COL_GRADES, t->row,
                                         t->others - 1 });
    for (uint32_t i = 0; i < 4; i++)
        page_text(&t->pg, page_row(t->row, t->others + i,
                                   i == 3 ? t->last : t->others + i),
                  STYLE_HEAD, say(s, moves[i].ja, moves[i].en));
    totals_height(t, t->row++, HEAD);
}

/* Projects graded a year before that stand in no list now. */
static void write_gone(totals *t)
{
    summary *s = t->s;
    const last_year *last = s->last;
    buf b;

    if (!last->gone_count)
        return;
    buf_init(&b);
    buf_printf(&b, say(s, "前年度に判定があり、今年度にない事業：%zu件（",
                       "Graded a year before, not listed now: %zu ("),
               last->gone_count);
    for (size_t i = 0; i < last->gone_count && i < NAMED; i++)
        buf_printf(&b, "%s%s", i ? say(s, "、", ", ") : "",
                   last->gone[i]->name);
    if (last->gone_count > NAMED)
        buf_string(&b, say(s, " ほか", " and others"));
    buf_string(&b, say(s, "）", ")"));
    page_text(&t->pg, page_row(t->row, 0, t->last), STYLE_NOTE, buf_cstr(&b));
    totals_height(t, t->row,
                  page_need(&t->pg, 0, t->last, STYLE_NOTE, buf_cstr(&b)) +
                      40);
    t->row++;
    buf_free(&b);
}

void totals_write_last(totals *t, uint32_t first)
{
    summary *s = t->s;
    size_t goals = s->goal_count;
    size_t shown = goals < 9 ? goals + 1 : 9;

    if (!s->last)
        return;
    totals_section(t, say(s, "前年度との比較", "Against last year"),
                   HEAD + (unsigned)shown * 3 * LINE);
    write_head(t);
    for (size_t g = 0; g < goals + (s->last->others > 0); g++) {
        years_line line = { g, false, "", g < goals ? first + (uint32_t)g
                                                    : 0 };

        line.name = g < goals ? totals_goal_name(s, g, &t->pg.scratch)
                              : say(s, "（今年度にない基本目標）",
                                    "(goals of last year only)");
        if (totals_turn(t, 3 * LINE))
            write_head(t);
        write_line(t, &line);
    }
    if (totals_turn(t, 3 * LINE))
        write_head(t);
    write_line(t, &(years_line){ SIZE_MAX, true, say(s, "合計", "Total"),
                                 goals ? first + (uint32_t)goals : 0 });
    write_gone(t);
    totals_gap(t);
}

/* ---- The projects that fell -------------------------------------------- */

enum { FALLEN_THEN = 4, FALLEN_NOW, FALLEN_THEN_RATE, FALLEN_NOW_RATE,
       FALLEN_KPIS, FALLEN_HEAD = 330 };

/* `U・Iターン就職者数 125% → 76%` for each KPI whose rate fell. */
static const char *fallen_kpis(totals *t, const project_view *v)
{
    const summary *s = t->s;
    const char *out;
    buf b;

    buf_init(&b);
    for (uint32_t r = v->first_row; r <= v->last_row; r++) {
        const kpi_view *row = &s->rows[r - summary_list_row(0)];
        const kpi_assessment *now, *then;

        if (!row->kpi || !row->last)
            continue;
        now = &row->kpi->assessment;
        then = &row->last->assessment;
        if (now->rate.known && then->rate.known &&
            number_compare(now->rate.value, then->rate.value) < 0)
            buf_printf(&b, "%s%s %s → %s", b.length ? "\n" : "",
                       row->kpi->name, then->shown, now->shown);
    }
    out = arena_strdup(&t->pg.scratch, buf_cstr(&b));
    buf_free(&b);
    return out ? out : "";
}

static void fallen_head(totals *t)
{
    summary *s = t->s;
    page_area at = page_cell(t->row, FALLEN_THEN);

    page_text(&t->pg, page_cell(t->row, 0), STYLE_HEAD,
              say(s, "事業名", "Project"));
    page_text(&t->pg, page_row(t->row, 1, 3), STYLE_HEAD,
              say(s, "部局", "Bureau"));
    for (uint32_t i = 0; i < 4; i++) {
        buf b;

        buf_init(&b);
        put_year_name(&b, t, i % 2);
        buf_string(&b, i < 2 ? say(s, "\n判定", "\ngrade")
                             : say(s, "\n達成率", "\nrate"));
        at.col = at.last_col = FALLEN_THEN + i;
        page_text(&t->pg, at, STYLE_HEAD, buf_cstr(&b));
        buf_free(&b);
    }
    page_text(&t->pg, page_row(t->row, FALLEN_KPIS, t->last),
              STYLE_HEAD_LEFT,
              say(s, "達成率が下がったKPI", "KPIs whose rate fell"));
    totals_height(t, t->row++, FALLEN_HEAD);
}

static unsigned fallen_height(totals *t, const project_view *v)
{
    unsigned a = page_need(&t->pg, 0, 0, STYLE_LINK, v->project->name);
    unsigned b = page_need(&t->pg, FALLEN_KPIS, t->last, STYLE_NAME,
                           fallen_kpis(t, v));
    unsigned c = totals_grade_need(t, FALLEN_THEN, v->last_grade);
    unsigned d = totals_grade_need(t, FALLEN_NOW, v->counted);

    a = a > b ? a : b;
    c = c > d ? c : d;
    return (a > c ? a : c) + 20;
}

static void fallen_line(totals *t, const project_view *v)
{
    const char *kpis = fallen_kpis(t, v), *rate = v->last->assessment.shown;

    totals_link_project(t, v, v->first_row);
    page_text(&t->pg, page_row(t->row, 1, 3), STYLE_CENTER_SMALL,
              t->s->bureaus[v->bureau]);
    totals_grade(t, v->first_row, FALLEN_THEN, LIST_LAST_GRADE,
                 v->last_grade);
    totals_grade(t, v->first_row, FALLEN_NOW, LIST_PROJECT_COUNTED,
                 v->counted);
    page_text(&t->pg, page_cell(t->row, FALLEN_THEN_RATE), STYLE_CENTER,
              *rate ? rate : "－");
    totals_rate(t, v->first_row, FALLEN_NOW_RATE, LIST_PROJECT_RATE,
                v->project->assessment.rate);
    page_text(&t->pg, page_row(t->row, FALLEN_KPIS, t->last), STYLE_NAME,
              kpis);
    t->row++;
    if (!t->s->in_order)
        page_flush(&t->pg);
}

void totals_write_fallen(totals *t)
{
    summary *s = t->s;
    size_t all;
    uint32_t first;
    totals_list l;

    if (!s->last ||
        !totals_list_init(&l, t, MOST_FALLEN, fallen_head, FALLEN_HEAD))
        return;
    all = summary_count_moves(s, SIZE_MAX, MOVE_FELL);
    for (size_t i = 0; i < s->project_count && l.count < MOST_FALLEN; i++)
        if (s->projects[i].move == MOVE_FELL)
            totals_list_add(&l, fallen_height(t, &s->projects[i]));
    totals_list_begin(&l, say(s, "前年度から判定が下がった事業",
                              "Projects whose grade fell"));
    first = t->row;
    for (size_t i = 0; i < s->project_count && l.at < l.count; i++)
        if (s->projects[i].move == MOVE_FELL) {
            totals_list_row(&l);
            fallen_line(t, &s->projects[i]);
        }
    if (t->row > first)
        paper_grades(s, &t->pg, (page_area){ first, FALLEN_THEN, t->row - 1,
                                             FALLEN_NOW });
    else
        totals_none(t);
    totals_list_end(&l, all - l.count,
                    say(s, "ほかに%zu事業", "and %zu more"));
}
