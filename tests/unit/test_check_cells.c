/*
 * test_check_cells.c - rules that look at cells again: shown, check_mic
 *
 * A case is a sheet in the words of sheet_text.h that breaks its rule, and
 * one, as near as can be, that keeps it.
 */
#include "support/rows.h"

#include <string.h>

#include "check/book_cells.h"
#include "check/check_mic.h"
#include "check/check_shown.h"
#include "support/sheet_text.h"

typedef kpi_status (*cell_check)(dataset *part, const kpi_source *input,
                                 const plan *p, const kpi_limits *limits,
                                 kpi_error *err);

static kpi_status shown(dataset *part, const kpi_source *input, const plan *p,
                        const kpi_limits *limits, kpi_error *err)
{
    open_book *o = open_book_new(input, limits);
    kpi_status status = check_shown(part, o, p, err);

    open_book_free(o);
    return status;
}

typedef struct cell_case {
    const char *label; /* the rule */
    cell_check check;
    const char *bad, *good;
    const char *where;     /* of the finding, "" for the file */
    const char *part;      /* a further part of the bad package, or NULL */
} cell_case;

#define HEAD "事業名 | 指標 | 単位 | 目標値（2019） | 2015実績 | 2016実績"
#define ROW "A事業 | 来場者数 | 人 | 100 | 80 | 85"

static const cell_case cases[] = {
    { "shown-differs", shown,
      HEAD "\nA事業 | 利用率 | ％ | 90 | 80 | 85.6{0}",
      HEAD "\nA事業 | 利用率 | ％ | 90 | 80 | 85.6{0.0}", "F2", NULL },
    { "formula-overwritten", shown,
      HEAD " | 達成率\nA | い | 人 | 10 | 8 | 8 | 0.8{f}\n"
      "B | ろ | 人 | 10 | 8 | 8 | 0.8{f}\nC | は | 人 | 10 | 8 | 8 | 0.9\n"
      "D | に | 人 | 10 | 8 | 8 | 0.8{f}",
      HEAD " | 達成率\nA | い | 人 | 10 | 8 | 8 | 0.8{f}\n"
      "B | ろ | 人 | 10 | 8 | 8 | 0.8{f}\nC | は | 人 | 10 | 8 | 8 | －\n"
      "D | に | 人 | 10 | 8 | 8 | 0.8{f}", "G4", NULL },
    { "figure-is-formula", shown,
      HEAD "\nA事業 | 来場者数 | 人 | 100 | 80 | 85{f}",
      HEAD "\nA事業 | 来場者数 | 人 | 100 | 80{f} | 85", "F2", NULL },
    { "mic-several-values", check_mic,
      "事業名 | KPI | 2015実績 | 2016実績\n"
      "A | 来場者数：50人（2014年度）⇒100人（2019年度） | 60 | 70",
      HEAD "\n" ROW, "B2", NULL },
    { "mic-number-as-text", check_mic,
      HEAD "\nA事業 | 来場者数 | 人 | 100 | 80 | 約85", HEAD "\n" ROW, "F2",
      NULL },
    { "mic-symbol-for-number", check_mic,
      HEAD "\nA事業 | 来場者数 | 人 | 100 | － | 85", HEAD "\n" ROW, "E2",
      NULL },
    { "mic-merged-cells", check_mic,
      HEAD "\n" ROW "\n^ | 満足度 | ％ | 90 | 80 | 85",
      HEAD "\n" ROW "\nA事業 | 満足度 | ％ | 90 | 80 | 85", "A2", NULL },
    { "mic-label-omitted", check_mic,
      HEAD "\n" ROW "\n | 満足度 | ％ | 90 | 80 | 85",
      HEAD "\n" ROW "\nA事業 | 満足度 | ％ | 90 | 80 | 85", "A3", NULL },
    { "mic-layout-spaces", check_mic,
      HEAD "\nA　事業 | 来場者数 | 人 | 100 | 80 | 85",
      HEAD "\nABC city | 来場者数 | 人 | 100 | 80 | 85", "A2", NULL },
    { "mic-formulas", check_mic,
      HEAD " | 達成率\n" ROW " | 0.85{f}", HEAD " | 達成率\n" ROW " | 0.85",
      "G2", NULL },
    { "mic-platform-characters", check_mic,
      HEAD "\nＡ㈱支援 | 来場者数 | 人 | 100 | 80 | 85",
      HEAD "\nＡ(株)支援 | 来場者数 | 人 | 100 | 80 | 85", "A2", NULL },
    { "mic-era-years", check_mic,
      "事業名 | 指標 | 単位 | 目標値（2019） | H28実績\n"
      "A事業 | 来場者数 | 人 | 100 | 80",
      "事業名 | 指標 | 単位 | 目標値（2019） | 平成28年度(2016)実績\n"
      "A事業 | 来場者数 | 人 | 100 | 80", "E1", NULL },
    { "mic-rows-apart", check_mic,
      HEAD "\n" ROW "\n | | | | | \nB事業 | 満足度 | ％ | 90 | 80 | 85",
      HEAD "\n" ROW "\nB事業 | 満足度 | ％ | 90 | 80 | 85", "A3", NULL },
    { "mic-tables-in-sheet", check_mic,
      "Ⅰ しごと\n" HEAD "\n" ROW "\n\n\nⅡ ひと\n"
      HEAD "\nB事業 | 満足度 | ％ | 90 | 80 | 85",
      HEAD "\n" ROW, "", NULL },
    { "mic-area-missing", check_mic, HEAD "\n" ROW,
      "北九州市\n" HEAD "\n" ROW, "", NULL },
    { "mic-shapes", check_mic, HEAD "\n" ROW, HEAD "\n" ROW, "",
      "xl/drawings/drawing1.xml" },
    { "mic-macros", check_mic, HEAD "\n" ROW, HEAD "\n" ROW, "",
      "xl/vbaProject.bin" },
};

/* How often a rule is reported of a sheet; its last place in *where. */
static size_t count(const cell_case *c, const char *sheet, const char *part,
                    place *where)
{
    plan *p = plan_default();
    size_t found = 0;
    dataset *d;
    package file;
    kpi_source input;

    p->municipality = "北九州市";
    package_init(&file);
    sheet_text_package(&file, sheet);
    if (part != NULL)
        package_text(&file, part, "<x/>", 0);
    input = package_source(&file);
    assert_int_equal(ingest_workbook(&d, NULL, &input, p, NULL, NULL),
                     KPI_OK);
    assert_true(d->project_count > 0);
    assert_int_equal(c->check(d, &input, p, NULL, NULL), KPI_OK);
    for (size_t i = 0; i < d->findings.count; i++) {
        assert_non_null(rule_find(d->findings.items[i].rule));
        if (strcmp(d->findings.items[i].rule, c->label) != 0)
            continue;
        *where = d->findings.items[i].where;
        found++;
    }
    dataset_free(d);
    package_free(&file);
    plan_free(p);
    return found;
}

static void breaks_and_keeps_the_rule(void **state)
{
    const cell_case *c = *state;
    place where = place_none();

    assert_int_equal(count(c, c->good, NULL, &where), 0);
    assert_int_equal(count(c, c->bad, c->part, &where), 1);
    assert_int_equal(where.has_cell, c->where[0] != '\0');
    if (where.has_cell) {
        assert_int_equal(where.col, c->where[0] - 'A');
        assert_int_equal(where.row, c->where[1] - '1');
    }
}

/* ---- Number formats ------------------------------------------------------ */

static const struct digits_case {
    const char *label;
    const char *code;
    int sign;
    bool plain;
    int decimals, shift;
} digit_cases[] = {
    { "grouped", "#,##0", 1, true, 0, 0 },
    { "two decimals", "#,##0.00", 1, true, 2, 0 },
    { "percent", "0.0%", 1, true, 1, 2 },
    { "thousands", "#,##0,", 1, true, 0, -3 },
    { "a unit in quotes", "0.0\"人;％\"", 1, true, 1, 0 },
    { "the section of negatives", "0;\"△\"0.0", -1, true, 1, 0 },
    { "no section of negatives", "0.0", -1, true, 1, 0 },
    { "a colour", "[Red]#,##0_ ", 1, true, 0, 0 },
    { "general shows all", "General", 1, false, 0, 0 },
    { "a date", "yyyy/m/d", 1, false, 0, 0 },
    { "a fraction", "# ?/?", 1, false, 0, 0 },
    { "an exponent", "0.0E+00", 1, false, 0, 0 },
    { "text", "@", 1, false, 0, 0 },
    { "nothing", ";;;", 1, false, 0, 0 },
    { "an open quote", "0\"人", 1, true, 0, 0 },
    { "an open bracket", "[Red", 1, false, 0, 0 },
    { "a lone backslash", "0\\", 1, true, 0, 0 },
};

static void tells_the_digits_of_a_format(void **state)
{
    const struct digits_case *c = *state;
    shown_digits out;

    assert_int_equal(shown_digits_of(&out, text_of(c->code), c->sign),
                     c->plain);
    if (!c->plain)
        return;
    assert_int_equal(out.decimals, c->decimals);
    assert_int_equal(out.shift, c->shift);
}

/* ---- Failing ------------------------------------------------------------- */

static void says_nothing_of_a_file_that_cannot_be_read(void **state)
{
    kpi_source input = { "a.xlsx", "PK", 2 };
    plan *p = plan_default();
    size_t before;
    dataset *d;

    (void)state;
    assert_int_equal(ingest_workbook(&d, NULL, &input, p, NULL, NULL),
                     KPI_OK);
    before = d->findings.count;
    assert_int_equal(shown(d, &input, p, NULL, NULL), KPI_OK);
    assert_int_equal(check_mic(d, &input, p, NULL, NULL), KPI_OK);
    assert_int_equal(d->findings.count, before);
    dataset_free(d);
    plan_free(p);
}

static void says_when_memory_runs_out(void **state)
{
    kpi_status status = KPI_E_NOMEM;

    (void)state;
    for (size_t room = 0; status != KPI_OK; room += 64) {
        plan *p = plan_default();
        package file;
        kpi_source input;
        dataset *d;

        assert_true(room < 65536);
        package_init(&file);
        sheet_text_package(&file, cases[0].bad);
        input = package_source(&file);
        assert_int_equal(ingest_workbook(&d, NULL, &input, p, NULL, NULL),
                         KPI_OK);
        d->memory.limit = d->memory.used + room + 1;
        status = shown(d, &input, p, NULL, NULL);
        if (status == KPI_OK)
            status = check_mic(d, &input, p, NULL, NULL);
        assert_true(status == KPI_OK || status == KPI_E_NOMEM);
        dataset_free(d);
        package_free(&file);
        plan_free(p);
    }
}

/* ---- The catalogue ------------------------------------------------------- */

static void every_rule_of_the_family_has_a_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        bool found = strcmp(rule_at(i)->family, "mic") != 0;

        for (size_t n = 0; n < sizeof(cases) / sizeof(*cases); n++)
            found = found || strcmp(cases[n].label, rule_at(i)->id) == 0;
        assert_true(found);
    }
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, breaks_and_keeps_the_rule, cases);
    TEST_ROWS(tests, n, tells_the_digits_of_a_format, digit_cases);
    TEST_ONE(tests, n, every_rule_of_the_family_has_a_case);
    TEST_ONE(tests, n, says_nothing_of_a_file_that_cannot_be_read);
    TEST_ONE(tests, n, says_when_memory_runs_out);
    return run_tests("check_cells", tests, n);
}
