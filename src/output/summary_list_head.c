/*
 * summary_list_head.c - KPI一覧: columns, header, Excel table
 */
#include "output/summary_list.h"

static const struct column_row {
    const char *ja, *en;
    unsigned width; /* tenths of a character */
} columns[LIST_COLUMNS] = {
    [LIST_NO] = { "番号", "No.", 42 },
    [LIST_GOAL] = { "基本目標", "Goal", 40 },
    [LIST_BUREAU] = { "部局", "Bureau", 95 },
    [LIST_PROJECT] = { "事業名", "Project", 200 },
    [LIST_RELISTED] = { "再掲", "Relisted", 50 },
    [LIST_KPI] = { "KPI名", "KPI", 215 },
    [LIST_UNIT] = { "単位", "Unit", 48 },
    [LIST_KIND] = { "種別", "Kind", 52 },
    [LIST_DIRECTION] = { "向き", "Direction", 44 },
    [LIST_BASE_YEAR] = { "基準年度", "Baseline year", 66 },
    [LIST_BASE] = { "基準値", "Baseline", 70 },
    [LIST_TARGET] = { "目標値", "Target", 70 },
    [LIST_TARGET_TO] = { "目標年度", "Target year", 66 },
    [LIST_ACTUAL] = { "実績", "Actual", 70 },
    [LIST_EXPECTED] = { "期待値", "Expected", 70 },
    [LIST_USED] = { "評価実績", "Assessed actual", 70 },
    [LIST_RATE] = { "達成率", "Rate", 56 },
    [LIST_GRADE] = { "KPI判定", "KPI grade", 40 },
    [LIST_REASON] = { "理由・注記", "Reason, note", 130 },
    [LIST_PROJECT_RATE] = { "事業達成率", "Project rate", 84 },
    [LIST_PROJECT_COMPUTED] = { "算定判定", "Computed", 40 },
    [LIST_PROJECT_DECLARED] = { "申告判定", "Declared", 40 },
    [LIST_LAST_GRADE] = { "前年度判定", "Last year", 52 },
    [LIST_MOVE] = { "前年度比", "Change", 52 },
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
    [LIST_BUREAU_NO] = { "部局順", "Bureau order", 80 },
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

bool list_make_table(list *l)
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
        for (uint32_t y = 0; y < summary_list_span(s, (list_column)c); y++) {
            uint32_t col = s->column[c] + y;
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

bool list_make_names(list *l)
{
    static const struct { const char *name; list_column column; } names[] = {
        { "KPI_Goal", LIST_GOAL_NO }, { "KPI_Bureau", LIST_BUREAU },
        { "KPI_Project", LIST_PROJECT }, { "KPI_Name", LIST_KPI },
        { "KPI_Target", LIST_TARGET }, { "KPI_Rate", LIST_RATE },
        { "KPI_Grade", LIST_GRADE }, { "KPI_Class", LIST_CLASS },
        { "KPI_First", LIST_FIRST },
    };
    summary *s = l->s;
    bool ok = worksheet_autofilter(
                  l->pg.sheet, SUMMARY_LIST_HEAD, 0,
                  summary_list_row(s->row_count - 1),
                  (lxw_col_t)(s->column_count - 1)) == LXW_NO_ERROR;

    for (size_t i = 0; i < sizeof(names) / sizeof(*names) && ok; i++) {
        buf b;

        buf_init(&b);
        buf_char(&b, '=');
        live_put_range(&b, s, names[i].column);
        ok = buf_ok(&b) && workbook_define_name(s->book, names[i].name,
                                                buf_cstr(&b)) == LXW_NO_ERROR;
        buf_free(&b);
    }
    return ok;
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

/* The same for rates; their percents need a little air. */
static unsigned rate_width(const summary *s)
{
    unsigned size = style_size(STYLE_LIST_RIGHT), widest = 0;

    for (size_t i = 0; i < s->row_count; i++) {
        const kpi *k = s->rows[i].kpi;
        const project *p = s->projects[s->rows[i].project].project;
        unsigned a = layout_text_pixels(text_of(p->assessment.shown), size);
        unsigned b = k == NULL ? 0 : layout_text_pixels(
                                         text_of(k->assessment.shown), size);

        a = a > b ? a : b;
        widest = a > widest ? a : widest;
    }
    return (widest + 2 * size) / 7;
}

static bool is_figure(list_column c)
{
    return c == LIST_BASE || c == LIST_TARGET || c == LIST_ACTUAL ||
           c == LIST_EXPECTED || c == LIST_USED;
}

/* So that the longest name of a bureau takes two lines, if that is enough. */
static unsigned bureau_width(const summary *s)
{
    enum { MOST = 160 };
    unsigned size = style_size(STYLE_LIST_TEXT), widest = 0, tenths;

    for (size_t i = 0; i < s->bureau_count; i++) {
        unsigned pixels = layout_text_pixels(text_of(s->bureaus[i]), size);

        widest = pixels > widest ? pixels : widest;
    }
    tenths = (widest / 2 + 4 * size) / 7;
    return tenths > MOST ? MOST : tenths;
}

/*
 * A column that says nothing about this report, because its plan has no
 * bands, its projects no goal or its KPIs no baseline, is not shown: what is
 * shown is printed so much larger.
 */
static bool is_shown(const summary *s, list_column c)
{
    bool graded = s->plan->band_count > 0;

    switch (c) {
    case LIST_GRADE:
    case LIST_PROJECT_RATE:
    case LIST_PROJECT_COMPUTED:
    case LIST_CLASS:
        return graded;
    case LIST_PROJECT_DECLARED:
        return s->has_declared;
    case LIST_GOAL:
        for (size_t i = 0; i < s->project_count; i++)
            if (*s->projects[i].project->goal.no)
                return true;
        return false;
    case LIST_BASE:
    case LIST_BASE_YEAR:
        for (size_t i = 0; i < s->row_count; i++)
            if (s->rows[i].kpi && s->rows[i].kpi->baseline.present)
                return true;
        return false;
    default:
        return true;
    }
}

/* What the columns need for what stands in them. */
typedef struct needs {
    unsigned figures, rates, bureaus, grades;
} needs;

/* So that a grade that is a word takes two lines. */
static unsigned grade_width(const summary *s)
{
    enum { LETTERS = 250, MOST = 90 };
    unsigned size = style_size(STYLE_LIST_CENTER);
    unsigned pixels = paper_grade_pixels(s, STYLE_LIST_CENTER);
    unsigned tenths = (pixels / 2 + 4 * size) / 7;

    return pixels < LETTERS ? 0 : tenths > MOST ? MOST : tenths;
}

static bool is_grade(list_column c)
{
    return c == LIST_GRADE || c == LIST_PROJECT_COMPUTED ||
           c == LIST_PROJECT_DECLARED || c == LIST_LAST_GRADE;
}

static unsigned width_of(const summary *s, list_column c, const needs *n)
{
    unsigned least = is_figure(c)                                  ? n->figures
                     : c == LIST_RATE || c == LIST_PROJECT_RATE ? n->rates
                     : c == LIST_BUREAU                            ? n->bureaus
                     : is_grade(c)                                 ? n->grades
                                                                   : 0;
    unsigned width = columns[c].width;

    /* English heads are words, which do not break. */
    if (summary_is_english(s) && width < 92)
        width = 92;
    return least > width ? least : width;
}

void list_write_head(list *l)
{
    summary *s = l->s;
    needs n = { figure_width(s), rate_width(s), bureau_width(s),
                grade_width(s) };

    paper_title(s, &l->pg, s->printed_columns - 1,
                say(s, "KPI一覧", "KPIs"));
    page_text(&l->pg, page_cell(1, 0), STYLE_PLAIN,
              say(s, "実績を書き換えると、達成率・判定・総括の集計がすべて連動します。"
                     "印刷範囲の右に、計算の内訳と出典の列があります。",
                  "Change an actual, and rates, grades and totals follow. "
                  "Columns to the right of the print area show how."));
    for (int c = 0; c < LIST_COLUMNS; c++) {
        for (uint32_t y = 0; y < summary_list_span(s, (list_column)c); y++) {
            uint32_t col = s->column[c] + y;

            page_text(&l->pg, page_cell(SUMMARY_LIST_HEAD, col), STYLE_HEAD,
                      column_name(s, (list_column)c, y));
            page_width(&l->pg, col,
                       width_of(s, (list_column)c, &n));
            if (!is_shown(s, (list_column)c))
                page_hide(&l->pg, col);
        }
    }
    page_height(&l->pg, SUMMARY_LIST_HEAD, 340);
    page_flush(&l->pg);
}
