/* The official workbook, read back with our own reader. */
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kpi/grade.h"
#include "ooxml/zip.h"
#include "output/summary.h"
#include "output/summary_book.h"
#include "support/sample_dataset.h"
#include "xlsx/grid.h"

/* Copies of the sample. */
enum { NARROW = 1 };

typedef struct fixture {
    plan *plan;
    dataset *data;
    char folder[64], path[96];
    arena memory;
    char *bytes;
    size_t size;
    book *book;
} fixture;

static summary_options options(const fixture *f)
{
    return (summary_options){ .created = "2017-06-30T00:00:00Z",
                              .as_of = "2017-06-30",
                              .temporary = f->folder };
}

static void make_folder(fixture *f)
{
    const char *base = getenv("TMPDIR");

    snprintf(f->folder, sizeof(f->folder), "%.40s/kpibook-XXXXXX",
             base ? base : "/tmp");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof(f->path), "%s/summary.xlsx", f->folder);
}

static char *slurp(const char *path, size_t *size)
{
    FILE *in = fopen(path, "rb");
    char *bytes;
    long end;

    assert_non_null(in);
    fseek(in, 0, SEEK_END);
    end = ftell(in);
    rewind(in);
    bytes = malloc((size_t)end + 1);
    assert_non_null(bytes);
    *size = fread(bytes, 1, (size_t)end, in);
    assert_int_equal(*size, (size_t)end);
    fclose(in);
    return bytes;
}

static void open_copies(fixture *f, size_t copies)
{
    summary_options o;
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    kpi_source src;

    memset(f, 0, sizeof(*f));
    make_folder(f);
    arena_init(&f->memory, 0);
    f->plan = sample_plan();
    assert_non_null(f->plan);
    f->data = sample_dataset(f->plan, copies);
    assert_non_null(f->data);
    o = options(f);
    assert_int_equal(summary_write(f->path, f->data, f->plan, &o, &err),
                     KPI_OK);
    f->bytes = slurp(f->path, &f->size);
    src = (kpi_source){ "summary.xlsx", f->bytes, f->size };
    assert_int_equal(book_open(&f->book, &src, NULL, &err), KPI_OK);
}

static int setup(void **state)
{
    fixture *f = malloc(sizeof(*f));

    assert_non_null(f);
    open_copies(f, NARROW);
    *state = f;
    return 0;
}

static void close_fixture(fixture *f)
{
    book_free(f->book);
    dataset_free(f->data);
    plan_free(f->plan);
    arena_free(&f->memory);
    free(f->bytes);
    remove(f->path);
    rmdir(f->folder);
}

static int teardown(void **state)
{
    close_fixture(*state);
    free(*state);
    return 0;
}

static grid read_sheet(fixture *f, const char *name)
{
    grid g = { .sheet = NULL };

    for (size_t i = 0; i < book_sheet_count(f->book); i++)
        if (!strcmp(book_sheet(f->book, i)->name, name)) {
            assert_int_equal(grid_read(&g, &f->memory, f->book, i, NULL),
                             KPI_OK);
            return g;
        }
    fail_msg("no sheet %s", name);
    return g;
}

static const cell *find_text(const grid *g, const char *t)
{
    for (size_t i = 0; i < g->count; i++)
        if (text_is(g->cells[i].value, t))
            return &g->cells[i];
    return NULL;
}

static const char *at(const grid *g, uint32_t row, uint32_t col, arena *a)
{
    const cell *c = grid_cell(g, row, col);

    return c ? arena_strndup(a, c->value.bytes, c->value.length) : "";
}

/* ---- Tests ------------------------------------------------------------ */

static void sheets_stand_in_the_agreed_order(void **state)
{
    static const char *const names[] = {
        "表紙・目次", "総括", "基本目標Ⅰ", "基本目標Ⅱ", "交付金", "KPI一覧",
        "指摘事項", "提出状況", "出典", "凡例・計算方法", "_kpibook_data" };
    fixture *f = *state;

    assert_int_equal(book_sheet_count(f->book), 11);
    for (size_t i = 0; i < 11; i++)
        assert_string_equal(book_sheet(f->book, i)->name, names[i]);
    assert_int_equal(book_sheet(f->book, 10)->state, SHEET_HIDDEN);
}

static void every_formula_has_its_result(void **state)
{
    fixture *f = *state;
    size_t formulas = 0;

    for (size_t i = 0; i < book_sheet_count(f->book); i++) {
        grid g;

        assert_int_equal(grid_read(&g, &f->memory, f->book, i, NULL),
                         KPI_OK);
        for (size_t k = 0; k < g.count; k++) {
            formulas += g.cells[k].formula;
            assert_int_not_equal(g.cells[k].type, CELL_ERROR);
        }
    }
    assert_true(formulas > 150);
}

static void counts_agree_with_the_count_of_grades(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "総括");
    grade_table table;
    uint32_t row = 4; /* title, as of, section, two header rows */

    assert_int_equal(grade_count(&table, &f->memory, f->data, f->plan,
                                 f->plan->count_grade, NULL), KPI_OK);
    for (size_t i = 0; i < table.count; i++, row++) {
        for (size_t b = 0; b < f->plan->band_count; b++) {
            const char *shown = at(&g, row + 1, (uint32_t)(2 + b),
                                   &f->memory);

            assert_int_equal(strtol(shown, NULL, 10),
                             table.rows[i].by_grade[b]);
        }
        assert_int_equal(strtol(at(&g, row + 1, 1, &f->memory), NULL, 10),
                         table.rows[i].projects);
    }
}

/* 119.5 of 100 is shown as 120 %: A, by a hair. */
static void a_kpi_near_another_grade_says_what_is_missing(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "総括");
    const cell *title = find_text(&g, "注意を要するKPI：判定の境界に近いもの");
    size_t found = 0;

    assert_non_null(title);
    for (uint32_t row = title->row + 2; grid_cell(&g, row, 0); row++) {
        if (strcmp(at(&g, row, 0, &f->memory), "移住促進事業"))
            continue;
        found++;
        assert_string_equal(at(&g, row, 7, &f->memory), "A");
        assert_string_equal(at(&g, row, 8, &f->memory),
                            "あと 0.1 人/年少ないと B（事業も B）");
    }
    assert_int_equal(found, 1);
}

static void a_name_like_a_formula_stays_text(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "KPI一覧");
    static const char *const names[] = { "+創業支援事業", "=長い概要の事業",
                                         "@交付金の事業" };

    for (size_t i = 0; i < 3; i++) {
        const cell *c = find_text(&g, names[i]);

        assert_non_null(c);
        assert_int_equal(c->type, CELL_STRING);
        assert_false(c->formula);
    }
}

static void a_measure_has_its_number_in_front(void **state)
{
    fixture *f = *state;
    grid goal = read_sheet(f, "基本目標Ⅰ"), list = read_sheet(f, "KPI一覧");

    assert_non_null(find_text(&goal, "⇒ 1-1 就業支援"));
    assert_non_null(find_text(&list, "1-1 就業支援"));
}

static void a_text_too_long_for_a_cell_is_cut_with_a_note(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "基本目標Ⅰ");
    size_t found = 0;

    for (size_t i = 0; i < g.count; i++)
        found += g.cells[i].value.length > 90000 &&
                 text_ends(g.cells[i].value, "（以下省略）");
    assert_int_equal(found, 1);
}

static void a_shared_kpi_stands_once_over_its_projects(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "基本目標Ⅰ");
    const cell *first = NULL, *second = NULL;
    const merge_range *m;

    for (size_t i = 0; i < g.count; i++) {
        if (text_starts(g.cells[i].value, "+創業支援事業"))
            first = &g.cells[i];
        if (text_starts(g.cells[i].value, "創業資金融資"))
            second = &g.cells[i];
    }
    assert_non_null(first);
    assert_non_null(second);
    assert_true(grid_shown(&g, first->row, 2) != NULL);
    m = grid_merge(&g, first->row, 2);
    assert_non_null(m);
    assert_true(m->row <= first->row && m->last_row >= second->row);
}

static void a_negative_figure_carries_a_triangle(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "基本目標Ⅰ");

    assert_non_null(find_text(&g, "△1.5億円"));
}

static void a_rate_has_its_explanation_as_a_note(void **state)
{
    fixture *f = *state;
    const project *p = NULL;
    kpi_limits limits;
    size_t entry;
    zip *z;
    text xml;

    limits_complete(&limits, NULL);
    for (size_t i = 0; i < f->data->project_count && !p; i++)
        if (f->data->projects[i].kpi_count &&
            f->data->projects[i].kpis[0].assessment.rate.known)
            p = &f->data->projects[i];
    assert_non_null(p);
    assert_int_equal(zip_open(&z, f->bytes, f->size, &limits, &f->memory,
                              NULL), KPI_OK);
    assert_true(zip_find(z, "xl/comments1.xml", &entry));
    assert_int_equal(zip_read_all(z, entry, &f->memory, &xml, NULL), KPI_OK);
    assert_true(text_find(xml, p->kpis[0].assessment.explain, 0) !=
                SIZE_MAX);
    zip_close(z);
}

static void a_missing_figure_gives_its_reason(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "基本目標Ⅰ");

    assert_non_null(find_text(&g, "－（未確定）"));
}

static void the_grant_form_has_its_purpose_and_costs(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "交付金");

    assert_non_null(find_text(&g, "①@交付金の事業"));
    assert_non_null(find_text(&g, "人のあつまる場をつくる。"));
    assert_non_null(find_text(&g, "67055"));
}

static void every_value_names_its_source(void **state)
{
    fixture *f = *state;
    grid g = read_sheet(f, "出典");
    size_t figures = 0;

    for (size_t i = 0; i < f->data->project_count; i++) {
        const project *p = &f->data->projects[i];

        figures += p->cost_count;
        for (size_t k = 0; k < p->kpi_count; k++)
            figures += 1 + p->kpis[k].baseline.present +
                       p->kpis[k].actual_count + p->kpis[k].planned_count;
    }
    assert_int_equal(g.rows, 3 + figures);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    fixture *f = *state;
    summary_options o = options(f);
    size_t size;
    char *again;

    sleep(1);
    assert_int_equal(summary_write(f->path, f->data, f->plan, &o, NULL),
                     KPI_OK);
    again = slurp(f->path, &size);
    assert_int_equal(size, f->size);
    assert_memory_equal(again, f->bytes, size);
    free(again);
}

static void a_path_that_cannot_be_written_is_an_output_error(void **state)
{
    fixture *f = *state;
    summary_options o = options(f);
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };

    assert_int_equal(summary_write("/nowhere/at/all.xlsx", f->data, f->plan,
                                   &o, &err), KPI_E_OUTPUT);
    assert_string_equal(err.source, "/nowhere/at/all.xlsx");
    o.temporary = "/nowhere";
    assert_int_equal(summary_write(f->path, f->data, f->plan, &o, &err),
                     KPI_E_OUTPUT);
    assert_string_equal(err.source, "/nowhere");
}

static void without_bands_nothing_is_graded(void **state)
{
    fixture *f = *state;
    summary_options o = options(f);
    size_t count = f->plan->band_count;

    f->plan->band_count = 0;
    assert_int_equal(summary_write(f->path, f->data, f->plan, &o, NULL),
                     KPI_OK);
    f->plan->band_count = count;
}

static void english_words_stand_in_an_english_book(void **state)
{
    fixture *f = *state;
    summary_options o = options(f);
    kpi_source src;
    book *b;

    f->plan->language = LANGUAGE_EN;
    assert_int_equal(summary_write(f->path, f->data, f->plan, &o, NULL),
                     KPI_OK);
    f->plan->language = LANGUAGE_JA;
    free(f->bytes);
    f->bytes = slurp(f->path, &f->size);
    src = (kpi_source){ "summary.xlsx", f->bytes, f->size };
    assert_int_equal(book_open(&b, &src, NULL, NULL), KPI_OK);
    assert_string_equal(book_sheet(b, 0)->name, "Contents");
    book_free(b);
}

/* ---- The open profile ------------------------------------------------- */

static summary_check write_open(fixture *f)
{
    summary_check check;
    summary_options o = options(f);
    kpi_source src;

    o.open_profile = true;
    o.check = &check;
    assert_int_equal(summary_write(f->path, f->data, f->plan, &o, NULL),
                     KPI_OK);
    book_free(f->book);
    free(f->bytes);
    f->bytes = slurp(f->path, &f->size);
    src = (kpi_source){ "summary.xlsx", f->bytes, f->size };
    assert_int_equal(book_open(&f->book, &src, NULL, NULL), KPI_OK);
    return check;
}

static void open_tables_start_at_a1_without_merges_or_formulas(void **state)
{
    fixture *f = *state;

    write_open(f);
    assert_int_equal(book_sheet_count(f->book), 4);
    for (size_t i = 0; i < book_sheet_count(f->book); i++) {
        grid g;

        assert_int_equal(grid_read(&g, &f->memory, f->book, i, NULL),
                         KPI_OK);
        assert_int_equal(g.merge_count, 0);
        assert_non_null(grid_cell(&g, 0, 0));
        for (size_t k = 0; k < g.count; k++)
            assert_false(g.cells[k].formula);
    }
}

static void open_numbers_goals_in_plain_digits(void **state)
{
    fixture *f = *state;
    grid g;

    write_open(f);
    g = read_sheet(f, "事業");
    assert_string_equal(at(&g, 1, 4, &f->memory), "1");
    assert_null(find_text(&g, "Ⅰ"));
    assert_string_equal(at(&g, 1, 1, &f->memory), "2016");
    assert_string_equal(at(&g, 1, 2, &f->memory), "平成28年度");
}

static void open_output_passes_its_check(void **state)
{
    fixture *f = *state;
    summary_check check = write_open(f);

    assert_int_equal(check.count, SUMMARY_CHECK_ITEMS);
}

static void the_check_sees_a_missing_area_and_unit(void **state)
{
    fixture *f = *state;
    const char *city = f->plan->municipality;
    const char *unit = f->data->projects[0].kpis[0].unit;
    summary_check check;

    f->plan->municipality = "";
    f->data->projects[0].kpis[0].unit = "";
    check = write_open(f);
    f->plan->municipality = city;
    f->data->projects[0].kpis[0].unit = unit;
    assert_int_equal(check.count, SUMMARY_CHECK_ITEMS - 2);
    for (size_t i = 0; i < SUMMARY_CHECK_ITEMS; i++) {
        assert_true(*summary_check_text(i, LANGUAGE_JA) != '\0');
        assert_true(*summary_check_text(i, LANGUAGE_EN) != '\0');
    }
}

/* ---- Texts and numbers ------------------------------------------------ */

static const struct clean_case {
    const char *label, *in, *out;
} cleans[] = {
    { "plain text stays", "実績", "実績" },
    { "an escape is escaped", "_x0041_", "_x005F_x0041_" },
    { "no escape without hex", "_xyz0_", "_xyz0_" },
    { "line breaks and tabs stay", "a\n\tb\n", "a\n\tb\n" },
    { "control characters stay", "a\001\037", "a\001\037" },
    { "malformed bytes behind a line break", "a\n\xFF", "a\n\xEF\xBF\xBD" },
    { "carriage returns go", "a\r\nb\rc", "a\nb\nc" },
    { "malformed bytes are replaced", "a\xFFz", "a\xEF\xBF\xBDz" },
};

static void cleans_text(void **state)
{
    const struct clean_case *c = *state;
    arena a;

    arena_init(&a, 0);
    assert_string_equal(page_clean(&a, c->in, NULL), c->out);
    arena_free(&a);
}

static const struct double_case {
    const char *label, *decimal;
    double value;
} doubles[] = {
    { "zero", "0", 0.0 },
    { "an integer", "1000", 1000.0 },
    { "a fraction below one", "0.05", 0.05 },
    { "a negative number", "-0.58", -0.58 },
    { "seventeen digits", "0.57999999999999996", 0.58 },
    { "a large number", "1000000000000000000", 1e18 },
    { "a very large bound", "-1e300", -1e300 },
    { "fifteen digits", "123456789012345", 123456789012345.0 },
    { "sixteen digits", "1234567890.123456", 1234567890.123456 },
    { "fifteen digits behind the point", "0.123456789012345",
      0.123456789012345 },
    { "the largest exact power", "7e22", 7e22 },
    { "a power that is not exact", "7e23", 7e23 },
    { "small, beyond an exact power", "3e-23", 3e-23 },
    { "minus fifteen digits", "-98765432109.8765", -98765432109.8765 },
};

static void turns_into_the_nearest_double(void **state)
{
    const struct double_case *c = *state;
    number x;
    arena a;

    arena_init(&a, 0);
    assert_true(number_from_decimal(&a, &x, text_of(c->decimal)));
    assert_true(page_double(x) == c->value);
    arena_free(&a);
}

static const struct rounded_case {
    const char *label, *fraction;
    double value;
} roundeds[] = {
    { "a rate without an end", "137/150", 0.913333333333333 },
    { "half up at the sixteenth digit", "1000000000000005/1000000000000000",
      1.00000000000001 },
    { "a long integer", "1234567890123456789", 1234567890123460000.0 },
    { "a negative rate", "-2/3", -0.666666666666667 },
    { "nothing to round", "1/8", 0.125 },
};

static void rounds_what_a_formula_gives(void **state)
{
    const struct rounded_case *c = *state;
    number x;
    arena a;

    arena_init(&a, 0);
    assert_true(number_from_fraction(&a, &x, text_of(c->fraction)));
    assert_true(page_double_of(x, NUMBER_EXCEL_DIGITS) == c->value);
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0, plain;

    TEST_ROWS(tests, n, cleans_text, cleans);
    TEST_ROWS(tests, n, turns_into_the_nearest_double, doubles);
    TEST_ROWS(tests, n, rounds_what_a_formula_gives, roundeds);
    plain = n;
    TEST_ONE(tests, n, sheets_stand_in_the_agreed_order);
    TEST_ONE(tests, n, every_formula_has_its_result);
    TEST_ONE(tests, n, counts_agree_with_the_count_of_grades);
    TEST_ONE(tests, n, a_kpi_near_another_grade_says_what_is_missing);
    TEST_ONE(tests, n, a_name_like_a_formula_stays_text);
    TEST_ONE(tests, n, a_measure_has_its_number_in_front);
    TEST_ONE(tests, n, a_text_too_long_for_a_cell_is_cut_with_a_note);
    TEST_ONE(tests, n, a_shared_kpi_stands_once_over_its_projects);
    TEST_ONE(tests, n, a_negative_figure_carries_a_triangle);
    TEST_ONE(tests, n, a_rate_has_its_explanation_as_a_note);
    TEST_ONE(tests, n, a_missing_figure_gives_its_reason);
    TEST_ONE(tests, n, the_grant_form_has_its_purpose_and_costs);
    TEST_ONE(tests, n, every_value_names_its_source);
    TEST_ONE(tests, n, the_same_input_gives_the_same_bytes);
    TEST_ONE(tests, n, a_path_that_cannot_be_written_is_an_output_error);
    TEST_ONE(tests, n, without_bands_nothing_is_graded);
    TEST_ONE(tests, n, english_words_stand_in_an_english_book);
    TEST_ONE(tests, n, open_tables_start_at_a1_without_merges_or_formulas);
    TEST_ONE(tests, n, open_numbers_goals_in_plain_digits);
    TEST_ONE(tests, n, open_output_passes_its_check);
    TEST_ONE(tests, n, the_check_sees_a_missing_area_and_unit);
    for (size_t i = plain; i < n; i++) {
        tests[i].setup_func = setup;
        tests[i].teardown_func = teardown;
    }
    return run_tests("summary", tests, n);
}
