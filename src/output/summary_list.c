/*
 * summary_list.c - KPI一覧: one row a KPI, the figures that all else follows
 *
 * The left part is printed; the columns to the right of it serve counting,
 * programs and readers who want to know exactly. An Excel table with filter
 * up to 20,000 rows, above that a filter and names.
 */
#include <string.h>

#include "output/summary_list.h"

enum { MAX_NOTES = 3000 };

static page_area at(const list *l, list_column c)
{
    return page_cell(l->row, l->s->column[c]);
}

static void put(list *l, list_column c, style_id style, const char *t)
{
    page_text(&l->pg, at(l, c), style, t);
}

static void put_quantity(list *l, page_area where, quantity q)
{
    if (q.known)
        page_number(&l->pg, where, STYLE_LIST_RIGHT,
                    style_decimals(q.value), q.value);
    else
        page_blank(&l->pg, where, STYLE_LIST_RIGHT);
}

static void put_integer(list *l, list_column c, int64_t value, bool blank)
{
    number n;

    if (blank)
        page_blank(&l->pg, at(l, c), STYLE_LIST_CENTER);
    else if (number_from_int(&l->pg.scratch, &n, value))
        page_number(&l->pg, at(l, c), STYLE_LIST_CENTER,
                    FORMAT_PLAIN_INTEGER, n);
    else
        l->pg.failed = true;
}

/* A formula when there is one, else the figure, else an empty cell. */
static void put_live(list *l, list_column c, style_id style,
                     number_format_id format, const live *v)
{
    if (*v->formula)
        page_formula_quantity(&l->pg, at(l, c), style, format, v->formula,
                              v->value);
    else if (v->value.known)
        page_number(&l->pg, at(l, c), style, format, v->value.value);
    else
        page_blank(&l->pg, at(l, c), style);
}

static number_format_id format_of(quantity q)
{
    number_format_id f;

    if (!q.known)
        return FORMAT_DECIMALS_0;
    f = style_decimals(q.value);
    return f > FORMAT_DECIMALS_0 + 2 ? FORMAT_DECIMALS_0 + 2 : f;
}

/* Percent with as many decimals as the shown rate has. */
static number_format_id percent_format(const summary *s, quantity shown)
{
    int decimals;

    if (!shown.known)
        return style_percent(s->plan->digits);
    decimals = (int)style_decimals(shown.value) - (int)FORMAT_DECIMALS_0 - 2;
    return style_percent(decimals > s->plan->digits ? decimals
                                                    : s->plan->digits);
}

static void write_actuals(list *l)
{
    summary *s = l->s;
    const kpi *k = l->view->kpi;

    for (size_t y = 0; y < s->year_count; y++) {
        const actual *a = k ? kpi_actual(k, s->years[y]) : NULL;
        page_area value = at(l, LIST_ACTUAL), state = at(l, LIST_STATE);
        quantity q = a ? a->value : (quantity){ false, NUMBER_ZERO };
        buf b;

        value.col = value.last_col += (uint32_t)y;
        state.col = state.last_col += (uint32_t)y;
        buf_init(&b);
        if (a && l->view->same_as && q.known) {
            char first[LXW_MAX_CELL_NAME_LENGTH];

            lxw_rowcol_to_cell(first, summary_list_row(l->view->same_as - 1),
                               (lxw_col_t)value.col);
            buf_printf(&b, "=%s", first);
            page_formula(&l->pg, value, STYLE_LIST_RIGHT,
                         style_decimals(q.value), buf_cstr(&b), q.value);
        } else {
            put_quantity(l, value, q);
        }
        buf_clear(&b);
        if (a) {
            buf_string(&b, state_word(s, a->state));
            if (a->cumulative)
                buf_string(&b, say(s, "・累計", ", total"));
            if (k && a->value.known && *a->unit && strcmp(a->unit, k->unit))
                buf_printf(&b, "・%s", a->unit);
        }
        page_text(&l->pg, state, STYLE_LIST_HELPER, buf_cstr(&b));
        buf_free(&b);
    }
}

static const char *reason_of(list *l)
{
    const kpi_assessment *as = &l->view->kpi->assessment;
    buf b;
    const char *t;

    buf_init(&b);
    if (!as->rate.known)
        buf_string(&b, as->reason_text);
    if (as->ahead)
        buf_string(&b, say(l->s, "先行", "ahead of its year"));
    if (as->against_final)
        buf_string(&b, say(l->s, "最終目標比", "against the final target"));
    if (as->worse_than_baseline)
        buf_string(&b, b.length ? say(l->s, "／▼基準値より悪化", "; ▼ worse")
                                : say(l->s, "▼基準値より悪化",
                                      "▼ worse than the baseline"));
    t = arena_strdup(&l->pg.scratch, buf_cstr(&b));
    buf_free(&b);
    return t ? t : "";
}

/* How the rate came about, as a note on it: short books only, a note is a
 * drawing of its own. */
static void write_note(list *l, const char *explain)
{
    uint32_t col = l->s->column[LIST_RATE];
    lxw_comment_options o = { .author = "kpibook", .width = 340,
                              .font_size = 9 };
    const char *t;

    if (!*explain || l->s->in_order || l->s->row_count > MAX_NOTES)
        return;
    t = page_clean(&l->pg.scratch, explain, NULL);
    o.height = (uint16_t)(30 + 18 * layout_lines(text_of(explain), 3400, 90));
    if (!t || worksheet_write_comment_opt(l->pg.sheet, l->row,
                                          (lxw_col_t)col, t, &o) !=
                  LXW_NO_ERROR)
        l->pg.failed = true;
}

static void write_kpi(list *l)
{
    summary *s = l->s;
    const kpi *k = l->view->kpi;
    const kpi_assessment *as = &k->assessment;

    put(l, LIST_KPI, STYLE_LIST_TEXT, k->name);
    put(l, LIST_UNIT, STYLE_LIST_CENTER, k->unit);
    put(l, LIST_KIND, STYLE_LIST_CENTER, kind_word(s, as->kind));
    put(l, LIST_DIRECTION, STYLE_LIST_CENTER,
        direction_word(s, as->direction));
    put_integer(l, LIST_BASE_YEAR, k->baseline.fiscal_year,
                !k->baseline.fiscal_year);
    put_quantity(l, at(l, LIST_BASE), k->baseline.value);
    put_quantity(l, at(l, LIST_TARGET), k->target.value);
    put_integer(l, LIST_TARGET_TO, k->target.to, !k->target.to);
    put_integer(l, LIST_TARGET_FROM, k->target.from, !k->target.from);
    put_live(l, LIST_EXPECTED, STYLE_LIST_RIGHT,
             format_of(l->live.expected.value), &l->live.expected);
    put_live(l, LIST_USED, STYLE_LIST_RIGHT, format_of(l->live.used.value),
             &l->live.used);
    put_live(l, LIST_EXACT, STYLE_LIST_RIGHT, FORMAT_PERCENT_LONG,
             &l->live.exact);
    put_live(l, LIST_RATE, STYLE_LIST_RIGHT,
             percent_format(s, l->live.shown.value), &l->live.shown);
    if (*l->live.grade_formula && !strcmp(l->live.grade, as->grade))
        page_formula_text(&l->pg, at(l, LIST_GRADE), STYLE_LIST_CENTER,
                          FORMAT_NONE, l->live.grade_formula, l->live.grade);
    else
        put(l, LIST_GRADE, STYLE_LIST_CENTER, as->grade);
    write_note(l, as->explain);
    put(l, LIST_REASON, STYLE_LIST_TEXT, reason_of(l));
    put_integer(l, LIST_SPAN_FROM, l->live.span_from, !l->live.span_from);
    put_integer(l, LIST_SPAN_TO, l->live.span_to, !l->live.span_to);
    put_integer(l, LIST_BELOW, as->worse_than_baseline,
                !as->worse_than_baseline);
    put(l, LIST_FORMULA, STYLE_LIST_HELPER, formula_word(s, as->formula));
    put(l, LIST_EXPLAIN, STYLE_LIST_HELPER, as->explain);
    put(l, LIST_TARGET_TEXT, STYLE_LIST_HELPER, k->target.text);
}

/* =IF(AND(KPI計上=1,ISNUMBER(exact)),exact,"") */
static void write_once(list *l)
{
    const kpi *k = l->view->kpi;
    quantity q = { false, NUMBER_ZERO };
    char once[LXW_MAX_CELL_NAME_LENGTH], exact[LXW_MAX_CELL_NAME_LENGTH];
    buf b;

    put_integer(l, LIST_ONCE, l->view->once, false);
    if (!k)
        return;
    if (l->view->once)
        q = l->live.exact.value;
    lxw_rowcol_to_cell(once, l->row, (lxw_col_t)l->s->column[LIST_ONCE]);
    lxw_rowcol_to_cell(exact, l->row, (lxw_col_t)l->s->column[LIST_EXACT]);
    buf_init(&b);
    buf_printf(&b, "=IF(AND(%s=1,ISNUMBER(%s)),%s,\"\")", once, exact, exact);
    page_formula_quantity(&l->pg, at(l, LIST_ONCE_RATE), STYLE_LIST_RIGHT,
                          FORMAT_PERCENT_LONG, buf_cstr(&b), q);
    buf_free(&b);
}

/* ---- The project's columns -------------------------------------------- */

static void reference(list *l, buf *b, list_column c)
{
    buf_clear(b);
    buf_char(b, '=');
    live_put_ref(b, l->s, c, l->owner->first_row);
}

/* The first row computes, the project's other rows repeat it. */
static void write_rate(list *l, buf *b, const live *rate, quantity shown)
{
    char exact[LXW_MAX_CELL_NAME_LENGTH];
    live v = *rate;
    bool first = l->row == l->owner->first_row;

    if (!first && (*v.formula || v.value.known)) {
        reference(l, b, LIST_PROJECT_EXACT);
        v.formula = buf_cstr(b);
    }
    put_live(l, LIST_PROJECT_EXACT, STYLE_LIST_RIGHT, FORMAT_PERCENT_LONG,
             &v);
    lxw_rowcol_to_cell(exact, l->row,
                       (lxw_col_t)l->s->column[LIST_PROJECT_EXACT]);
    buf_clear(b);
    live_put_shown(b, l->s, exact);
    page_formula_quantity(&l->pg, at(l, LIST_PROJECT_RATE), STYLE_LIST_RIGHT,
                          percent_format(l->s, shown), buf_cstr(b), shown);
}

static void write_grades(list *l, buf *b, const char *computed)
{
    summary *s = l->s;
    const project *p = l->owner->project;
    char exact[LXW_MAX_CELL_NAME_LENGTH], shown[LXW_MAX_CELL_NAME_LENGTH];
    const char *counted = l->owner->counted;

    lxw_rowcol_to_cell(exact, l->row,
                       (lxw_col_t)s->column[LIST_PROJECT_EXACT]);
    lxw_rowcol_to_cell(shown, l->row,
                       (lxw_col_t)s->column[LIST_PROJECT_RATE]);
    buf_clear(b);
    if (s->band_rows)
        live_put_grade(b, s, exact, shown);
    if (b->length && !strcmp(computed, l->owner->computed))
        page_formula_text(&l->pg, at(l, LIST_PROJECT_COMPUTED),
                          STYLE_LIST_CENTER, FORMAT_NONE, buf_cstr(b),
                          computed);
    else
        put(l, LIST_PROJECT_COMPUTED, STYLE_LIST_CENTER, l->owner->computed);
    put(l, LIST_PROJECT_DECLARED, STYLE_LIST_CENTER, p->declared_grade);
    buf_clear(b);
    buf_char(b, '=');
    if (s->plan->count_grade == GRADE_DECLARED && *p->declared_grade &&
        !strcmp(counted, p->declared_grade)) {
        live_put_ref(b, s, LIST_PROJECT_DECLARED, l->row);
    } else if (s->plan->count_grade != GRADE_DECLARED &&
               !*p->override.grade &&
               !strcmp(counted, l->owner->computed)) {
        live_put_ref(b, s, LIST_PROJECT_COMPUTED, l->row);
    } else {
        put(l, LIST_PROJECT_COUNTED, STYLE_LIST_CENTER, counted);
        return;
    }
    page_formula_text(&l->pg, at(l, LIST_PROJECT_COUNTED), STYLE_LIST_CENTER,
                      FORMAT_NONE, buf_cstr(b), counted);
}

static void write_class(list *l, buf *b)
{
    summary *s = l->s;
    const project_view *v = l->owner;

    if (v->class == CLASS_RELISTED || v->class == CLASS_CATEGORY) {
        put(l, LIST_CLASS, STYLE_LIST_CENTER, v->class_text);
        return;
    }
    buf_clear(b);
    buf_string(b, "=IF(");
    live_put_ref(b, s, LIST_PROJECT_COUNTED, l->row);
    buf_string(b, "=\"\",");
    live_put_string(b, say(s, "判定なし", "no grade"));
    buf_char(b, ',');
    live_put_string(b, say(s, "計上", "counted"));
    buf_char(b, ')');
    page_formula_text(&l->pg, at(l, LIST_CLASS), STYLE_LIST_CENTER,
                      FORMAT_NONE, buf_cstr(b), v->class_text);
}

static void write_last(list *l, buf *b)
{
    const project_view *v = l->owner;

    put(l, LIST_LAST_GRADE, STYLE_LIST_CENTER, v->last_grade);
    buf_clear(b);
    live_put_move(b, l->s, l->row);
    page_formula_text(&l->pg, at(l, LIST_MOVE), STYLE_LIST_CENTER,
                      FORMAT_NONE, buf_cstr(b), move_word(l->s, v->move));
}

static const char *joined(list *l, const heading *h, const char *between)
{
    const char *t = arena_printf(&l->pg.scratch, "%s%s%s", h->no,
                                 *h->no ? between : "", h->title);

    return t ? t : "";
}

static void write_project(list *l, const live *rate, const char *computed,
                          quantity shown)
{
    summary *s = l->s;
    const project *p = l->owner->project;
    const heading measure = project_measure(p);
    const source *src = p->source < s->data->source_count
                            ? &s->data->sources[p->source] : NULL;
    const place *where = l->view->kpi ? &l->view->kpi->where : &p->where;
    buf b;

    put_integer(l, LIST_NO, (int64_t)(l->row - SUMMARY_LIST_HEAD), false);
    put(l, LIST_GOAL, STYLE_LIST_CENTER, p->goal.no);
    put(l, LIST_BUREAU, STYLE_LIST_TEXT,
        *p->bureau ? p->bureau : p->division);
    put(l, LIST_PROJECT, STYLE_LIST_TEXT, p->name);
    put(l, LIST_RELISTED, STYLE_LIST_CENTER,
        p->relisted ? say(s, "再掲", "yes") : "");
    buf_init(&b);
    write_rate(l, &b, rate, shown);
    write_grades(l, &b, computed);
    write_class(l, &b);
    if (summary_list_span(s, LIST_MOVE) > 0)
        write_last(l, &b);
    put_integer(l, LIST_GOAL_NO, (int64_t)l->owner->goal + 1, false);
    put_integer(l, LIST_BUREAU_NO, (int64_t)l->owner->bureau + 1, false);
    put_integer(l, LIST_FIRST, l->row == l->owner->first_row, false);
    put(l, LIST_GOAL_TITLE, STYLE_LIST_HELPER, p->goal.title);
    put(l, LIST_THEME, STYLE_LIST_HELPER, joined(l, &p->theme, ""));
    put(l, LIST_PART, STYLE_LIST_HELPER, joined(l, &p->part, ""));
    put(l, LIST_MEASURE, STYLE_LIST_HELPER, joined(l, &measure, " "));
    put(l, LIST_DIVISION, STYLE_LIST_HELPER, p->division);
    buf_clear(&b);
    for (size_t i = 0; i < p->grant_count; i++)
        buf_printf(&b, "%s%s", i ? say(s, "、", ", ") : "", p->grants[i]);
    put(l, LIST_GRANTS, STYLE_LIST_HELPER, buf_cstr(&b));
    put(l, LIST_FILE, STYLE_LIST_HELPER, src ? src->file : "");
    put(l, LIST_SHEET, STYLE_LIST_HELPER, where->sheet ? where->sheet : "");
    buf_clear(&b);
    put_place(&b, where);
    put(l, LIST_CELL, STYLE_LIST_HELPER, buf_cstr(&b));
    if (!buf_ok(&b))
        l->pg.failed = true;
    buf_free(&b);
}

/* ---- The sheet -------------------------------------------------------- */

/* The height of the printed, wrapped columns of a row. */
static unsigned row_height(list *l)
{
    const project *p = l->owner->project;
    const struct { list_column column; const char *text; } wrapped[] = {
        { LIST_BUREAU, *p->bureau ? p->bureau : p->division },
        { LIST_PROJECT, p->name },
        { LIST_KPI, l->view->kpi ? l->view->kpi->name : "" },
        { LIST_UNIT, l->view->kpi ? l->view->kpi->unit : "" },
        { LIST_REASON, l->view->kpi ? reason_of(l) : "" },
        { LIST_GRADE, l->view->kpi ? l->view->kpi->assessment.grade : "" },
        { LIST_PROJECT_COMPUTED, l->owner->computed },
        { LIST_PROJECT_DECLARED, p->declared_grade },
        { LIST_CLASS, l->owner->class_text },
    };
    unsigned height = 0;

    for (size_t i = 0; i < sizeof(wrapped) / sizeof(*wrapped); i++) {
        uint32_t c = l->s->column[wrapped[i].column];
        unsigned need = page_need(&l->pg, c, c, STYLE_LIST_TEXT,
                                  wrapped[i].text);

        height = need > height ? need : height;
    }
    return height;
}

static bool write_row(list *l, size_t i, const live *rate,
                      const char *computed, quantity shown)
{
    summary *s = l->s;

    l->view = &s->rows[i];
    l->owner = &s->projects[l->view->project];
    l->row = summary_list_row(i);
    if (!live_kpi_make(&l->live, s, &l->pg.scratch, i))
        return false;
    page_height(&l->pg, l->row, row_height(l));
    for (uint32_t c = 0; !l->view->kpi && c < s->column_count; c++)
        page_blank(&l->pg, page_cell(l->row, c),
                   c < s->printed_columns ? STYLE_LIST_TEXT
                                          : STYLE_LIST_HELPER);
    if (l->view->kpi)
        write_kpi(l);
    write_actuals(l);
    write_once(l);
    write_project(l, rate, computed, shown);
    page_flush(&l->pg);
    summary_step(s, 1);
    return !l->pg.failed;
}

static bool write_rows(list *l)
{
    summary *s = l->s;
    size_t row = 0;

    for (size_t i = 0; i < s->project_count; i++) {
        project_view *v = &s->projects[i];
        size_t rows = v->last_row - v->first_row + 1;
        arena a;
        live rate;
        const char *computed = "";
        quantity shown;
        bool ok;

        arena_init(&a, 0);
        arena_borrow(&a, &l->pg.spare);
        ok = live_project(&rate, s, &a, i) &&
             live_grade(&computed, &shown, s, &a,
                        v->project->assessment.rate);
        for (size_t k = 0; k < rows && ok; k++)
            ok = write_row(l, row + k, &rate, computed, shown);
        arena_free(&a);
        if (!ok)
            return false;
        row += rows;
    }
    return true;
}

kpi_status summary_write_list(summary *s, lxw_worksheet *w, kpi_error *err)
{
    list l = { .s = s };
    uint32_t last = summary_list_row(s->row_count ? s->row_count - 1 : 0);
    static const list_column graded[] = { LIST_GRADE, LIST_PROJECT_COMPUTED,
        LIST_PROJECT_DECLARED, LIST_PROJECT_COUNTED };

    page_init(&l.pg, w, &s->styles);
    list_write_head(&l);
    if (!write_rows(&l))
        l.pg.failed = true;
    for (size_t i = 0; i < sizeof(graded) / sizeof(*graded); i++)
        paper_grades(s, &l.pg,
                     (page_area){ summary_list_row(0), s->column[graded[i]],
                                  last, s->column[graded[i]] });
    if (s->row_count && !(s->in_order ? list_make_names(&l)
                                      : list_make_table(&l)))
        l.pg.failed = true;
    worksheet_freeze_panes(w, SUMMARY_LIST_HEAD + 1, LIST_KPI);
    worksheet_repeat_rows(w, SUMMARY_LIST_HEAD, SUMMARY_LIST_HEAD);
    worksheet_print_area(w, 0, 0, last,
                         (lxw_col_t)(s->printed_columns - 1));
    paper_setup(s, &l.pg, s->printed_columns - 1, PAPER_ONE_WIDE,
                say(s, "KPI一覧", "KPIs"));
    s->sheet_rows[SHEET_LIST] = (uint32_t)s->row_count;
    return page_finish(&l.pg, err);
}
