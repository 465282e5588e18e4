/* How the official workbook lies on paper. */
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kpi/achievement.h"
#include "output/summary_layout.h"
#include "output/summary_style.h"
#include "support/sample_dataset.h"
#include "support/written.h"

/* The place of a sheet in the book; its part has the same number. */
static size_t sheet_number(const written *w, const char *name)
{
    for (size_t i = 0; i < book_sheet_count(w->book); i++)
        if (!strcmp(book_sheet(w->book, i)->name, name))
            return i;
    fail_msg("there is no sheet %s", name);
    return 0;
}

static const char *sheet_part(written *w, const char *name)
{
    char part[64];

    snprintf(part, sizeof(part), "xl/worksheets/sheet%zu.xml",
             sheet_number(w, name) + 1);
    return written_part(w, part);
}

/* The decimal behind `mark`, from `*at` on, which moves behind it. */
static bool next_number(const char **at, const char *mark, double *value)
{
    const char *found = strstr(*at, mark);
    char *end;

    if (!found)
        return false;
    *value = strtod(found + strlen(mark), &end);
    *at = end;
    return true;
}

static double number_of(const char *part, const char *mark, double otherwise)
{
    double value;

    return next_number(&part, mark, &value) ? value : otherwise;
}

/* The sample city; a test changes it, then writes it. */
typedef struct fixture {
    plan *plan;
    dataset *data;
    written book;
} fixture;

static void begin(fixture *f, size_t copies)
{
    f->plan = sample_plan();
    assert_non_null(f->plan);
    f->data = sample_dataset(f->plan, copies);
    assert_non_null(f->data);
}

static grid print(fixture *f, const char *sheet)
{
    written_open(&f->book, f->data, f->plan, NULL);
    return written_sheet(&f->book, sheet);
}

static void end(fixture *f)
{
    written_close(&f->book);
    dataset_free(f->data);
    plan_free(f->plan);
}

/* ---- The cover ------------------------------------------------------------ */

static const struct cover_case {
    const char *label;
    size_t goals;
    const char *paper;
} covers[] = {
    { "two goals", 2, "A4" },
    { "nine goals", 9, "A4" },
    { "thirty goals", 30, "A4" },
    { "nine goals on A3", 9, "A3" },
};

/* Each goal has a line: however many there are, they stay on one page. */
static void the_cover_is_one_page(void **state)
{
    const struct cover_case *c = *state;
    fixture f;
    double height = 0, row, page;
    const char *part, *at;
    size_t each;

    begin(&f, c->goals);
    f.plan->paper = c->paper;
    each = f.data->project_count / c->goals;
    for (size_t i = 0; i < f.data->project_count; i++)
        if (f.data->projects[i].has_goal)
            f.data->projects[i].goal.no =
                arena_printf(&f.data->memory, "%zu", i / each + 1);
    written_open(&f.book, f.data, f.plan, NULL);
    part = at = sheet_part(&f.book, "表紙・目次");
    while (next_number(&at, " ht=\"", &row))
        height += row;
    assert_null(strstr(part, "<rowBreaks"));
    page = (strcmp(c->paper, "A3") ? 8.27 : 11.69) - 0.63 - 0.59;
    assert_true(height * number_of(part, "scale=\"", 100) / 100 <= page * 72);
    end(&f);
}

static void the_cover_tells_its_day_in_era_years(void **state)
{
    fixture f;
    grid g;

    (void)state;
    begin(&f, 1);
    g = print(&f, "表紙・目次");
    assert_non_null(written_find(&g, "基準日：平成29年6月30日(2017-06-30)"));
    assert_null(strstr(sheet_part(&f.book, "表紙・目次"), "<oddHeader>"));
    end(&f);
}

/* ---- Print areas ----------------------------------------------------------- */

/* Last row and column, one-based, of 'sheet'!$A$1:$N$12. */
static void area_of(written *w, const char *name, uint32_t *rows,
                    uint32_t *cols)
{
    char mark[128];
    const char *at;

    snprintf(mark, sizeof(mark), "Print_Area\" localSheetId=\"%zu\">",
             sheet_number(w, name));
    at = strstr(written_part(w, "xl/workbook.xml"), mark);
    assert_non_null(at);
    at = strstr(at, ":$");
    assert_non_null(at);
    *cols = 0;
    for (at += 2; *at >= 'A' && *at <= 'Z'; at++)
        *cols = *cols * 26 + (uint32_t)(*at - 'A') + 1;
    *rows = (uint32_t)strtoul(at + 1, NULL, 10);
}

static const struct area_case {
    const char *label;
    bool categories, bands;
} areas[] = {
    { "with categories", true, true },
    { "without categories: fewer columns than grades need", false, true },
    { "without bands", true, false },
};

/* The fourth grade of the KPIs once stood beside the paper. */
static void what_is_written_is_printed(void **state)
{
    static const char *const sheets[] = {
        "表紙・目次", "総括", "基本目標Ⅰ", "基本目標Ⅱ", "交付金", "指摘事項",
        "提出状況", "出典", "凡例・計算方法" };
    const struct area_case *c = *state;
    fixture f;

    begin(&f, 1);
    if (!c->categories)
        f.plan->category_count = 0;
    if (!c->bands)
        f.plan->band_count = 0;
    written_open(&f.book, f.data, f.plan, NULL);
    for (size_t i = 0; i < sizeof(sheets) / sizeof(*sheets); i++) {
        uint32_t rows, cols;
        grid g = written_sheet(&f.book, sheets[i]);

        area_of(&f.book, sheets[i], &rows, &cols);
        for (size_t k = 0; k < g.count; k++)
            if (g.cells[k].row >= rows || g.cells[k].col >= cols)
                fail_msg("%s: row %u, column %u is not printed", sheets[i],
                         (unsigned)g.cells[k].row + 1,
                         (unsigned)g.cells[k].col + 1);
    }
    end(&f);
}

/* ---- 総括 ------------------------------------------------------------------ */

static size_t count_of(const grid *g, const char *t)
{
    size_t n = 0;

    for (size_t i = 0; i < g->count; i++)
        n += text_is(g->cells[i].value, t);
    return n;
}

static void a_table_over_pages_repeats_its_head(void **state)
{
    fixture f;
    const cell *first, *after;
    size_t turned = 0;
    const char *at;
    double row;
    grid g;

    (void)state;
    begin(&f, 10);
    for (size_t i = 0; i < f.data->project_count; i++)
        f.data->projects[i].bureau = arena_printf(&f.data->memory, "第%zu局", i + 1);
    g = print(&f, "総括");
    first = written_find(&g, "部局別の判定");
    after = written_find(&g, "KPIの達成状況（参考）");
    assert_non_null(first);
    assert_non_null(after);
    at = strstr(sheet_part(&f.book, "総括"), "<rowBreaks");
    assert_non_null(at);
    while (next_number(&at, "<brk id=\"", &row))
        turned += (uint32_t)row > first->row && (uint32_t)row < after->row;
    assert_true(turned >= 2);
    /* By goal, by goal as computed, and by bureau. */
    assert_int_equal(count_of(&g, "掲載\n事業数"), 3 + turned);
    end(&f);
}

static void a_division_stands_for_the_bureau_that_is_missing(void **state)
{
    fixture f;
    grid g;

    (void)state;
    begin(&f, 1);
    for (size_t i = 0; i < f.data->project_count; i++) {
        f.data->projects[i].division = f.data->projects[i].bureau;
        f.data->projects[i].bureau = "";
    }
    g = print(&f, "総括");
    assert_non_null(written_find(&g, "環境局"));
    assert_null(written_find(&g, "（部局名なし）"));
    g = written_sheet(&f.book, "基本目標Ⅰ");
    assert_non_null(written_find(&g, "就職支援事業\n【産業局】"));
    end(&f);
}

/* Those of the cells are formulas, of which the writer keeps no result. */
static void the_chart_holds_its_figures(void **state)
{
    fixture f;
    const char *at;
    double sum = 0, value;

    (void)state;
    begin(&f, 1);
    written_open(&f.book, f.data, f.plan, NULL);
    at = written_part(&f.book, "xl/charts/chart1.xml");
    while ((at = strstr(at, "<c:numCache>")) != NULL) {
        const char *end = strstr(at, "</c:numCache>");

        assert_non_null(end);
        while (next_number(&at, "<c:v>", &value) && at < end)
            sum += value;
        at = end;
    }
    assert_int_equal((int)sum, 5); /* declared grades that count */
    end(&f);
}

/* ---- Goals and KPI一覧 ------------------------------------------------------ */

static void a_plain_number_keeps_off_the_name(void **state)
{
    fixture f;
    grid g;

    (void)state;
    begin(&f, 1);
    f.data->projects[0].no = "12";
    f.data->projects[1].no = "③";
    g = print(&f, "基本目標Ⅰ");
    assert_non_null(written_find(&g, "12 就職支援事業\n【産業局】"));
    assert_non_null(written_find(&g, "③+創業支援事業\n【産業局】"));
    end(&f);
}

/* It once ran below the link to the contents. */
static void a_long_title_takes_lines_of_its_own(void **state)
{
    enum { TITLE = 280 /* height of one line, tenths of a point */ };
    static const char *const titles[] = {
        "しごとをつくる",
        "地域の資源を生かして産業を育て、若い世代が安心して働き続けることのできる"
        "質の高いしごとを、市内のどこに住んでいてもつくりだすまちになる" };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        const char *part;
        fixture f;
        grid g;

        begin(&f, 1);
        for (size_t k = 0; k < f.data->project_count; k++)
            if (!strcmp(f.data->projects[k].goal.no, "Ⅰ"))
                f.data->projects[k].goal.title = titles[i];
        g = print(&f, "基本目標Ⅰ");
        part = sheet_part(&f.book, "基本目標Ⅰ");
        assert_int_equal(grid_merge(&g, 0, 0) != NULL, i);
        assert_int_equal(number_of(part, " ht=\"", 0) * 10 > TITLE, i);
        end(&f);
    }
}

/* <col min="3" ...: the attributes of a column, one-based. */
static const char *column_of(const char *part, uint32_t col)
{
    char mark[32];
    const char *at;

    snprintf(mark, sizeof(mark), "<col min=\"%u\"", (unsigned)col);
    at = strstr(part, mark);
    assert_non_null(at);
    return at;
}

static uint32_t list_column_of(const grid *g, const char *name)
{
    const cell *c = written_find(g, name);

    assert_non_null(c);
    return c->col + 1;
}

static bool is_hidden(const char *column)
{
    const char *hidden = strstr(column, "hidden=\"1\"");

    return hidden && hidden < strchr(column, '>');
}

static const struct rate_case {
    const char *label, *shown;
} rates[] = {
    { "two digits", "97%" },
    { "a decimal", "172.4%" },
    { "thousands", "2913%" },
    { "much", "123456.7%" },
};

/* #### stands where a figure is wider than its column. */
static void a_rate_fits_its_column(void **state)
{
    enum { SIZE = 80 /* of the letters, tenths of a point */ };
    const struct rate_case *c = *state;
    fixture f;
    grid g;
    const char *part;
    double width;

    begin(&f, 1);
    f.data->projects[0].kpis[0].assessment.shown = c->shown;
    g = print(&f, "KPI一覧");
    part = sheet_part(&f.book, "KPI一覧");
    width = number_of(column_of(part, list_column_of(&g, "達成率")),
                      "width=\"", 0);
    /* A space behind it, and three pixels on each side. */
    assert_true((width * 7) * 10 >=
                layout_text_pixels(text_of(c->shown), SIZE) + 60 + 30);
    end(&f);
}

static void columns_that_say_nothing_are_hidden(void **state)
{
    fixture f;
    grid g;
    const char *part;

    (void)state;
    begin(&f, 1);
    f.plan->band_count = 0;
    g = print(&f, "KPI一覧");
    part = sheet_part(&f.book, "KPI一覧");
    assert_true(is_hidden(column_of(part, list_column_of(&g, "KPI判定"))));
    assert_false(is_hidden(column_of(part, list_column_of(&g, "達成率"))));
    assert_false(is_hidden(column_of(part, list_column_of(&g, "基準値"))));
    end(&f);
}

static void no_outlines_no_column_of_outlines(void **state)
{
    fixture f;

    (void)state;
    begin(&f, 1);
    for (size_t i = 0; i < f.data->project_count; i++)
        if (!strcmp(f.data->projects[i].goal.no, "Ⅱ")) {
            f.data->projects[i].summary = "";
            f.data->projects[i].note_count = 0;
        }
    written_open(&f.book, f.data, f.plan, NULL);
    assert_false(is_hidden(column_of(sheet_part(&f.book, "基本目標Ⅰ"), 2)));
    assert_true(is_hidden(column_of(sheet_part(&f.book, "基本目標Ⅱ"), 2)));
    end(&f);
}

static void every_band_has_a_fill_of_its_own(void **state)
{
    (void)state;
    for (size_t count = 2; count <= 7; count++)
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < i; k++) {
                lxw_chart_pattern a = style_band_pattern(i, count, "");
                lxw_chart_pattern b = style_band_pattern(k, count, "");

                assert_int_not_equal(a.type, b.type);
                assert_int_not_equal(a.fg_color, b.fg_color);
            }
}

/* 非常に効果的 … 効果がなかった: more bands and longer words than A to D. */
static void bands_that_are_words_stand_above_a_goal(void **state)
{
    static const char *const words[] = {
        "非常に効果的", "相当程度効果的", "効果的", "やや効果的", "普通", "あまり効果なし",
        "効果がなかった" };
    enum { WORDS = sizeof(words) / sizeof(*words), ROW = 2 };
    plan_band *bands;
    uint32_t col = 1;
    fixture f;
    grid g;

    (void)state;
    begin(&f, 1);
    bands = arena_array(&f.plan->memory, WORDS, sizeof(*bands));
    assert_non_null(bands);
    for (size_t i = 0; i < WORDS; i++) {
        bands[i] = f.plan->bands[i ? f.plan->band_count - 1 : 0];
        bands[i].grade = words[i];
    }
    f.plan->bands = bands;
    f.plan->band_count = WORDS;
    g = print(&f, "基本目標Ⅰ");
    for (size_t i = 0; i < WORDS; i++) {
        while (col < g.cols &&
               !text_starts(text_of(written_at(&f.book, &g, ROW, col)),
                            words[i]))
            col++;
        assert_true(col < g.cols);
    }
    end(&f);
}

/* Excel's green corners, in each of thousands of cells of 出典. */
static void figures_as_typed_are_not_marked_as_mistakes(void **state)
{
    fixture f;

    (void)state;
    begin(&f, 1);
    print(&f, "出典");
    assert_non_null(strstr(sheet_part(&f.book, "出典"),
                           "numberStoredAsText=\"1\""));
    assert_non_null(strstr(sheet_part(&f.book, "KPI一覧"),
                           "<ignoredError "));
    end(&f);
}

/* ---- 凡例 ------------------------------------------------------------------- */

static bool is_section(const char *t)
{
    static const char *const titles[] = { "計算方法", "記号", "定義・用語",
                                          "作成と入力", "前年度のデータ" };

    for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
        if (!strcmp(t, titles[i]))
            return true;
    return false;
}

static void the_legend_breaks_between_its_parts(void **state)
{
    static const char *notes[] = { "用語1", "用語2", "用語3", "用語4", "用語5" };
    fixture f;
    const char *at;
    size_t breaks = 0;
    double row;
    grid g;

    (void)state;
    begin(&f, 1);
    f.plan->notes = notes;
    f.plan->note_count = sizeof(notes) / sizeof(*notes);
    g = print(&f, "凡例・計算方法");
    at = strstr(sheet_part(&f.book, "凡例・計算方法"), "<rowBreaks");
    assert_non_null(at);
    while (next_number(&at, "<brk id=\"", &row)) {
        assert_true(is_section(written_at(&f.book, &g, (uint32_t)row, 0)));
        breaks++;
    }
    assert_in_range(breaks, 1, 2);
    end(&f);
}

static void without_bands_the_legend_has_no_table_of_them(void **state)
{
    fixture f;
    grid g;

    (void)state;
    begin(&f, 1);
    f.plan->band_count = 0;
    g = print(&f, "凡例・計算方法");
    assert_null(written_find(&g, "達成率の下限（%）"));
    assert_non_null(written_find(&g, "計算方法"));
    end(&f);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, the_cover_is_one_page, covers);
    TEST_ONE(tests, n, the_cover_tells_its_day_in_era_years);
    TEST_ROWS(tests, n, what_is_written_is_printed, areas);
    TEST_ONE(tests, n, a_table_over_pages_repeats_its_head);
    TEST_ONE(tests, n, a_division_stands_for_the_bureau_that_is_missing);
    TEST_ONE(tests, n, the_chart_holds_its_figures);
    TEST_ONE(tests, n, a_long_title_takes_lines_of_its_own);
    TEST_ONE(tests, n, a_plain_number_keeps_off_the_name);
    TEST_ROWS(tests, n, a_rate_fits_its_column, rates);
    TEST_ONE(tests, n, columns_that_say_nothing_are_hidden);
    TEST_ONE(tests, n, no_outlines_no_column_of_outlines);
    TEST_ONE(tests, n, every_band_has_a_fill_of_its_own);
    TEST_ONE(tests, n, bands_that_are_words_stand_above_a_goal);
    TEST_ONE(tests, n, figures_as_typed_are_not_marked_as_mistakes);
    TEST_ONE(tests, n, the_legend_breaks_between_its_parts);
    TEST_ONE(tests, n, without_bands_the_legend_has_no_table_of_them);
    return run_tests("summary_print", tests, n);
}
