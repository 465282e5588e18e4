/* The tables for publication, read back in either language. */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "kpi/achievement.h"
#include "store/tables_book.h"
#include "support/package.h"
#include "support/sample_dataset.h"
#include "support/written.h"

static const struct language_case {
    const char *label;
    plan_language language;
} languages[] = {
    { "Japanese tables", LANGUAGE_JA }, { "English tables", LANGUAGE_EN },
};

static void same_kpi(const kpi *now, const kpi *then)
{
    assert_string_equal(now->name, then->name);
    assert_string_equal(now->unit, then->unit);
    assert_int_equal(now->kind, then->kind);
    assert_int_equal(now->direction, then->direction);
    assert_int_equal(now->target.state, then->target.state);
    assert_int_equal(now->actual_count, then->actual_count);
    for (size_t y = 0; y < now->actual_count; y++) {
        assert_int_equal(now->actuals[y].state, then->actuals[y].state);
        assert_int_equal(now->actuals[y].cumulative,
                         then->actuals[y].cumulative);
        assert_string_equal(now->actuals[y].text, then->actuals[y].text);
    }
    assert_string_equal(now->assessment.shown, then->assessment.shown);
    assert_string_equal(now->assessment.grade, then->assessment.grade);
}

static void gives_the_same_rates(void **state)
{
    const struct language_case *c = *state;
    plan *p = sample_plan();
    dataset *then, *now = NULL;
    summary_options o = { .open_profile = true };
    written w;

    assert_non_null(p);
    p->language = c->language;
    then = sample_dataset(p, 1);
    assert_non_null(then);
    written_open(&w, then, p, &o);
    assert_int_equal(store_read_tables(&now, w.book, "open.xlsx", NULL),
                     KPI_OK);
    assert_non_null(now);
    assert_int_equal(achievement_assess(now, p, NULL), KPI_OK);
    assert_int_equal(now->project_count, then->project_count);
    for (size_t i = 0; i < now->project_count; i++) {
        const project *a = &now->projects[i], *b = &then->projects[i];

        assert_string_equal(a->name, b->name);
        assert_string_equal(a->declared_grade, b->declared_grade);
        assert_string_equal(a->purpose, b->purpose);
        assert_string_equal(a->measure_no, b->measure_no);
        assert_string_equal(a->measure, b->measure);
        assert_int_equal(a->relisted, b->relisted);
        assert_int_equal(a->kpi_count, b->kpi_count);
        for (size_t k = 0; k < a->kpi_count; k++)
            same_kpi(&a->kpis[k], &b->kpis[k]);
    }
    written_close(&w);
    dataset_free(now);
    dataset_free(then);
    plan_free(p);
}

/* Three sheets of inline strings: headers and rows. */
static void put_sheet(package *p, const char *part, const char *rows)
{
    buf b;

    buf_init(&b);
    buf_printf(&b, "<worksheet " NS_MAIN "><sheetData>%s</sheetData>"
                   "</worksheet>", rows);
    package_text(p, part, buf_cstr(&b), 0);
    buf_free(&b);
}

#define TEXT_CELL(ref, t) \
    "<c r='" ref "' t='inlineStr'><is><t>" t "</t></is></c>"
#define SHEET_PART(n) \
    "<sheet name='" n

static void refuses_a_table_that_was_sorted(void **state)
{
    kpi_error err = { .status = KPI_OK };
    dataset *now = NULL;
    kpi_source src;
    book *b;
    package p;

    (void)state;
    package_init(&p);
    package_frame(&p);
    package_text(&p, "xl/workbook.xml",
                 "<workbook " NS_MAIN " " NS_R "><sheets>"
                 SHEET_PART("projects") "' sheetId='1' r:id='r1'/>"
                 SHEET_PART("kpis") "' sheetId='2' r:id='r2'/>"
                 SHEET_PART("actuals") "' sheetId='3' r:id='r3'/>"
                 "</sheets></workbook>", 0);
#define SHEET_TYPE "http://schemas.openxmlformats.org/officeDocument/2006/"  \
                   "relationships/worksheet"
    package_text(&p, "xl/_rels/workbook.xml.rels",
                 "<Relationships xmlns='http://schemas.openxmlformats.org/"
                 "package/2006/relationships'>"
                 "<Relationship Id='r1' Type='" SHEET_TYPE "' "
                 "Target='worksheets/1.xml'/>"
                 "<Relationship Id='r2' Type='" SHEET_TYPE "' "
                 "Target='worksheets/2.xml'/>"
                 "<Relationship Id='r3' Type='" SHEET_TYPE "' "
                 "Target='worksheets/3.xml'/></Relationships>", 0);
    put_sheet(&p, "xl/worksheets/1.xml",
              "<row r='1'>" TEXT_CELL("A1", "Project id")
              TEXT_CELL("B1", "Project") "</row>"
              "<row r='2'><c r='A2'><v>1</v></c>" TEXT_CELL("B2", "a")
              "</row>"
              "<row r='3'><c r='A3'><v>2</v></c>" TEXT_CELL("B3", "b")
              "</row>");
    put_sheet(&p, "xl/worksheets/2.xml",
              "<row r='1'>" TEXT_CELL("A1", "Project id")
              TEXT_CELL("B1", "KPI id") TEXT_CELL("C1", "KPI") "</row>"
              "<row r='2'><c r='A2'><v>2</v></c><c r='B2'><v>2</v></c>"
              TEXT_CELL("C2", "y") "</row>"
              "<row r='3'><c r='A3'><v>1</v></c><c r='B3'><v>1</v></c>"
              TEXT_CELL("C3", "x") "</row>");
    put_sheet(&p, "xl/worksheets/3.xml", "");
    src = package_source(&p);
    assert_int_equal(book_open(&b, &src, NULL, NULL), KPI_OK);
    assert_int_equal(store_read_tables(&now, b, "open.xlsx", &err),
                     KPI_E_INPUT);
    assert_null(now);
    assert_string_equal(err.rule, "file-damaged");
    assert_non_null(strstr(err.message, "kpis"));
    book_free(b);
    package_free(&p);
}

static void leaves_other_sheets_alone(void **state)
{
    plan *p = sample_plan();
    dataset *d = sample_dataset(p, 1), *now = NULL;
    written w;

    (void)state;
    assert_non_null(d);
    written_open(&w, d, p, NULL);
    assert_int_equal(store_read_tables(&now, w.book, "print.xlsx", NULL),
                     KPI_OK);
    assert_null(now);
    written_close(&w);
    dataset_free(d);
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[4];
    size_t n = 0;

    TEST_ROWS(tests, n, gives_the_same_rates, languages);
    TEST_ONE(tests, n, refuses_a_table_that_was_sorted);
    TEST_ONE(tests, n, leaves_other_sheets_alone);
    return run_tests("tables_book", tests, n);
}
