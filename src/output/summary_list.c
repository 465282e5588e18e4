/*
 * summary_list.c - KPI一覧: one row a KPI, the figures that all else follows
 *
 * The left part is printed; the columns to the right of it serve counting,
 * programs and readers who want to know exactly. An Excel table with filter
 * up to 20,000 rows, above that only a filter.
 */
#include <string.h>

#include "output/summary_book.h"
#include "wording/fiscal_year.h"
#include "wording/units.h"

static const struct column_row {
    const char *ja, *en;
    unsigned width; /* tenths of a character */
} columns[LIST_COLUMNS] = {
    [LIST_NO] = { "番号", "No.", 45 },
    [LIST_GOAL] = { "基本目標", "Goal", 65 },
    [LIST_BUREAU] = { "局", "Bureau", 95 },
    [LIST_PROJECT] = { "事業名", "Project", 200 },
    [LIST_RELISTED] = { "再掲", "Relisted", 50 },
    [LIST_KPI] = { "KPI名", "KPI", 215 },
    [LIST_UNIT] = { "単位", "Unit", 50 },
    [LIST_KIND] = { "種別", "Kind", 58 },
    [LIST_DIRECTION] = { "向き", "Direction", 48 },
    [LIST_BASE_YEAR] = { "基準年度", "Baseline year", 66 },
    [LIST_BASE] = { "基準値", "Baseline", 70 },
    [LIST_TARGET] = { "目標値", "Target", 70 },
    [LIST_TARGET_TO] = { "目標年度", "Target year", 66 },
    [LIST_ACTUAL] = { "実績", "Actual", 70 },
    [LIST_EXPECTED] = { "期待値", "Expected", 70 },
    [LIST_USED] = { "評価実績", "Assessed actual", 70 },
    [LIST_RATE] = { "達成率", "Rate", 62 },
    [LIST_GRADE] = { "KPI判定", "KPI grade", 60 },
    [LIST_REASON] = { "理由・注記", "Reason, note", 135 },
    [LIST_PROJECT_RATE] = { "事業達成率", "Project rate", 80 },
    [LIST_PROJECT_COMPUTED] = { "算定判定", "Computed", 60 },
    [LIST_PROJECT_DECLARED] = { "申告判定", "Declared", 60 },
    [LIST_PROJECT_COUNTED] = { "計上判定", "Counted grade", 75 },
    [LIST_CLASS] = { "集計区分", "Class", 100 },
    [LIST_EXACT] = { "達成率（端数処理前）", "Exact rate", 110 },
    [LIST_PROJECT_EXACT] = { "事業達成率（端数処理前）", "Exact project rate",
                             110 },
    [LIST_TARGET_FROM] = { "目標始期", "Target from", 80 },
    [LIST_STATE] = { "状態", "State", 100 },
    [LIST_SPAN_FROM] = { "按分始期", "Pro rata from", 80 },
    [LIST_SPAN_TO] = { "按分終期", "Pro rata to", 80 },
    [LIST_GOAL_NO] = { "目標順", "Goal order", 80 },
    [LIST_BUREAU_NO] = { "局順", "Bureau order", 80 },
    [LIST_FIRST] = { "事業の先頭行", "Project's first row", 90 },
    [LIST_ONCE] = { "KPI計上", "KPI counted", 80 },
    [LIST_ONCE_RATE] = { "集計用達成率", "Counted rate", 100 },
    [LIST_BELOW] = { "基準値割れ", "Below baseline", 90 },
    [LIST_FORMULA] = { "計算式", "Formula", 130 },
    [LIST_EXPLAIN] = { "計算の説明", "How it came about", 300 },
    [LIST_GOAL_TITLE] = { "基本目標名", "Goal title", 200 },
    [LIST_THEME] = { "テーマ", "Theme", 200 },
    [LIST_PART] = { "区分", "Part", 150 },
    [LIST_MEASURE] = { "施策", "Measure", 200 },
    [LIST_DIVISION] = { "課", "Division", 120 },
    [LIST_GRANTS] = { "交付金", "Grants", 150 },
    [LIST_TARGET_TEXT] = { "目標（原文）", "Target as typed", 250 },
    [LIST_FILE] = { "ファイル", "File", 150 },
    [LIST_SHEET] = { "シート", "Sheet", 120 },
    [LIST_CELL] = { "セル", "Cell", 80 },
};

typedef struct list {
    summary *s;
    page pg;
    uint32_t row;
    const kpi_view *view;
    const project_view *owner;
    live_kpi live;
} list;

static const char *column_name(summary *s, list_column c, size_t year)
{
    const char *word = say(s, columns[c].ja, columns[c].en);
    buf b;
    const char *name;

    if (c != LIST_ACTUAL && c != LIST_STATE)
        return word;
    buf_init(&b);
    put_year_short(&b, s, s->years[year]);
    if (summary_is_english(s))
        buf_char(&b, ' ');
    buf_string(&b, word);
    name = summary_text(s, "%s", buf_cstr(&b));
    buf_free(&b);
    return name;
}

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

static const char *joined(list *l, const char *no, const char *title)
{
    const char *t = arena_printf(&l->pg.scratch, "%s%s", no, title);

    return t ? t : "";
}

static void write_project(list *l, const live *rate, const char *computed,
                          quantity shown)
{
    summary *s = l->s;
    const project *p = l->owner->project;
    const source *src = p->source < s->data->source_count
                            ? &s->data->sources[p->source] : NULL;
    const place *where = l->view->kpi ? &l->view->kpi->where : &p->where;
    buf b;

    put_integer(l, LIST_NO, (int64_t)(l->row - SUMMARY_LIST_HEAD), false);
    put(l, LIST_GOAL, STYLE_LIST_CENTER, p->goal.no);
    put(l, LIST_BUREAU, STYLE_LIST_TEXT, p->bureau);
    put(l, LIST_PROJECT, STYLE_LIST_TEXT, p->name);
    put(l, LIST_RELISTED, STYLE_LIST_CENTER,
        p->relisted ? say(s, "再掲", "yes") : "");
    buf_init(&b);
    write_rate(l, &b, rate, shown);
    write_grades(l, &b, computed);
    write_class(l, &b);
    put_integer(l, LIST_GOAL_NO, (int64_t)l->owner->goal + 1, false);
    put_integer(l, LIST_BUREAU_NO, (int64_t)l->owner->bureau + 1, false);
    put_integer(l, LIST_FIRST, l->row == l->owner->first_row, false);
    put(l, LIST_GOAL_TITLE, STYLE_LIST_HELPER, p->goal.title);
    put(l, LIST_THEME, STYLE_LIST_HELPER,
        joined(l, p->theme.no, p->theme.title));
    put(l, LIST_PART, STYLE_LIST_HELPER,
        joined(l, p->part.no, p->part.title));
    put(l, LIST_MEASURE, STYLE_LIST_HELPER, p->measure);
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
        { LIST_BUREAU, p->bureau },
        { LIST_PROJECT, p->name },
        { LIST_KPI, l->view->kpi ? l->view->kpi->name : "" },
        { LIST_UNIT, l->view->kpi ? l->view->kpi->unit : "" },
        { LIST_REASON, l->view->kpi ? reason_of(l) : "" },
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

static bool make_table(list *l)
{
    summary *s = l->s;
    uint32_t n = s->column_count;
    lxw_table_column *made = arena_array(&s->memory, n, sizeof(*made));
    lxw_table_column **all = arena_array(&s->memory, n + 1, sizeof(*all));
    lxw_table_options options = { .name = "KPI_List", .columns = all,
                                  .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                  .style_type_number = 0,
                                  .no_banded_rows = LXW_TRUE };

    if (!made || !all)
        return false;
    for (int c = 0; c < LIST_COLUMNS; c++) {
        bool by_year = c == LIST_ACTUAL || c == LIST_STATE;

        for (size_t y = 0; y < (by_year ? s->year_count : 1); y++) {
            uint32_t col = s->column[c] + (uint32_t)y;
            const char *name = column_name(s, (list_column)c, y);

            /* The writer keeps no pointer and changes no name. */
            made[col].header = arena_strdup(&s->memory, name);
            made[col].header_format = style_get(&s->styles, STYLE_HEAD,
                                                FORMAT_NONE);
            all[col] = &made[col];
            if (!made[col].header)
                return false;
        }
    }
    return worksheet_add_table(l->pg.sheet, SUMMARY_LIST_HEAD, 0,
                               summary_list_row(s->row_count - 1),
                               (lxw_col_t)(n - 1), &options) ==
           LXW_NO_ERROR;
}

/*
 * A figure that does not fit its column is shown as ####: the columns of
 * figures are as wide as the longest, with decimals for what is computed.
 */
static unsigned figure_width(const summary *s)
{
    unsigned size = style_size(STYLE_LIST_RIGHT), widest = 0, tenths;
    buf b;

    buf_init(&b);
    for (size_t i = 0; i < s->row_count; i++) {
        const kpi *k = s->rows[i].kpi;

        for (size_t y = 0; k && y < k->actual_count + 2; y++) {
            quantity q = y < k->actual_count ? k->actuals[y].value
                         : y == k->actual_count ? k->target.value
                                                : k->baseline.value;
            unsigned pixels;

            if (!q.known)
                continue;
            buf_clear(&b);
            number_put_grouped(&b, q.value);
            if (text_find(buf_slice(&b), ".", 0) == SIZE_MAX)
                buf_string(&b, ".00");
            pixels = layout_text_pixels(buf_slice(&b), size);
            widest = pixels > widest ? pixels : widest;
        }
    }
    buf_free(&b);
    tenths = (widest + 60) / 7; /* a column has 5 pixels more */
    return tenths > 260 ? 260 : tenths;
}

static bool is_figure(list_column c)
{
    return c == LIST_BASE || c == LIST_TARGET || c == LIST_ACTUAL ||
           c == LIST_EXPECTED || c == LIST_USED;
}

static void write_head(list *l)
{
    unsigned figures = figure_width(l->s);
    summary *s = l->s;

    paper_title(s, &l->pg, s->printed_columns - 1,
                say(s, "KPI一覧", "KPIs"));
    page_text(&l->pg, page_cell(1, 0), STYLE_PLAIN,
              say(s, "実績を書き換えると、達成率・判定・総括の集計がすべて連動します。"
                     "印刷範囲の右に、計算の内訳と出典の列があります。",
                  "Change an actual, and rates, grades and totals follow. "
                  "Columns to the right of the print area show how."));
    for (int c = 0; c < LIST_COLUMNS; c++) {
        bool by_year = c == LIST_ACTUAL || c == LIST_STATE;

        for (size_t y = 0; y < (by_year ? s->year_count : 1); y++) {
            uint32_t col = s->column[c] + (uint32_t)y;

            page_text(&l->pg, page_cell(SUMMARY_LIST_HEAD, col), STYLE_HEAD,
                      column_name(s, (list_column)c, y));
            page_width(&l->pg, col,
                       is_figure((list_column)c) && figures > columns[c].width
                           ? figures : columns[c].width);
        }
    }
    page_height(&l->pg, SUMMARY_LIST_HEAD, 330);
    page_flush(&l->pg);
}

kpi_status summary_write_list(summary *s, lxw_worksheet *w, kpi_error *err)
{
    list l = { .s = s };
    uint32_t last = summary_list_row(s->row_count ? s->row_count - 1 : 0);
    lxw_col_t last_col = (lxw_col_t)(s->column_count - 1);
    static const list_column graded[] = { LIST_GRADE, LIST_PROJECT_COMPUTED,
        LIST_PROJECT_DECLARED, LIST_PROJECT_COUNTED };

    page_init(&l.pg, w, &s->styles, s->in_order);
    write_head(&l);
    if (!write_rows(&l))
        l.pg.failed = true;
    for (size_t i = 0; i < sizeof(graded) / sizeof(*graded); i++)
        paper_grades(s, &l.pg,
                     (page_area){ summary_list_row(0), s->column[graded[i]],
                                  last, s->column[graded[i]] });
    if (s->row_count && !s->in_order && !make_table(&l))
        l.pg.failed = true;
    if (s->in_order)
        worksheet_autofilter(w, SUMMARY_LIST_HEAD, 0, last, last_col);
    worksheet_freeze_panes(w, SUMMARY_LIST_HEAD + 1, LIST_KPI);
    worksheet_repeat_rows(w, SUMMARY_LIST_HEAD, SUMMARY_LIST_HEAD);
    worksheet_print_area(w, 0, 0, last,
                         (lxw_col_t)(s->printed_columns - 1));
    paper_setup(s, &l.pg, s->printed_columns - 1, PAPER_ONE_WIDE,
                say(s, "KPI一覧", "KPIs"));
    s->sheet_rows[SHEET_LIST] = (uint32_t)s->row_count;
    return page_finish(&l.pg, err);
}
