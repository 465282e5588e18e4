/* The official workbook read back: the same data, and what was edited. */
#include "support/rows.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ingest/source_hash.h"
#include "kpi/achievement.h"
#include "kpi/consolidate.h"
#include "output/summary.h"
#include "plan/plan_file.h"
#include "store/store.h"
#include "store/store_book.h"
#include "support/package.h"

/* ---- The samples ------------------------------------------------------ */

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

static dataset *whole(const dataset *part, const plan *p)
{
    dataset *out;

    assert_int_equal(consolidate(&out, &part, 1, p, NULL), KPI_OK);
    assert_int_equal(achievement_assess(out, p, NULL), KPI_OK);
    return out;
}

static char *export(const dataset *d, const plan *p)
{
    buf b;
    char *out;

    buf_init(&b);
    assert_int_equal(store_write_json(&b, d, p, NULL), KPI_OK);
    out = strdup(buf_cstr(&b));
    assert_non_null(out);
    buf_free(&b);
    return out;
}

static dataset *through_a_workbook(const dataset *d, const plan *p,
                                   size_t in_order, bool *is_summary)
{
    char path[] = "/tmp/kpibook-book-XXXXXX";
    summary_options o = { .created = "2017-06-30T00:00:00Z",
                          .as_of = "2017-06-30", .in_order_rows = in_order };
    kpi_source in = { .name = "summary.xlsx" };
    dataset *out = NULL;
    int file = mkstemp(path);
    char *bytes;

    assert_true(file >= 0);
    close(file);
    assert_int_equal(summary_write(path, d, p, &o, NULL), KPI_OK);
    bytes = slurp(path, &in.size);
    in.bytes = bytes;
    remove(path);
    assert_int_equal(store_read_book(&out, is_summary, &in, NULL, NULL),
                     KPI_OK);
    free(bytes);
    return out;
}

static const struct city {
    const char *label, *data, *plan;
} cities[] = {
    { "the strategy", "samples/kitakyushu/data.json",
      "samples/kitakyushu/plan.yaml" },
    { "the grants", "samples/fukuoka/data.json", "samples/fukuoka/plan.yaml" },
};

typedef struct sample {
    dataset *part, *whole;
    plan *plan;
} sample;

static sample open_sample(const struct city *c)
{
    kpi_source data = { .name = c->data }, words = { .name = c->plan };
    sample s;
    char *a = slurp(c->data, &data.size), *b = slurp(c->plan, &words.size);

    data.bytes = a;
    words.bytes = b;
    assert_int_equal(plan_file_read(&s.plan, &words, NULL), KPI_OK);
    assert_int_equal(store_read_json(&s.part, &data, NULL), KPI_OK);
    s.whole = whole(s.part, s.plan);
    free(a);
    free(b);
    return s;
}

static void close_sample(sample *s)
{
    dataset_free(s->part);
    dataset_free(s->whole);
    plan_free(s->plan);
}

static void check_sample(const sample *s, size_t in_order)
{
    bool is_summary = false;
    dataset *back = through_a_workbook(s->whole, s->plan, in_order,
                                       &is_summary);
    dataset *again;
    char *before, *after;

    assert_true(is_summary);
    assert_non_null(back);
    assert_int_equal(back->findings.count, 0);
    again = whole(back, s->plan);
    before = export(s->whole, s->plan);
    after = export(again, s->plan);
    assert_string_equal(after, before);
    free(before);
    free(after);
    dataset_free(again);
    dataset_free(back);
}

static void check_the_same_export(const struct city *c, size_t in_order)
{
    sample s = open_sample(c);

    check_sample(&s, in_order);
    close_sample(&s);
}

static void gives_the_same_export(void **state)
{
    check_the_same_export(*state, 0);
}

static void gives_the_same_export_in_constant_memory(void **state)
{
    check_the_same_export(*state, 1);
}

/* What no cell holds as it is, at the ends of a text and in it. */
static void gives_characters_back_that_no_cell_holds(void **state)
{
    static const char *const odd[] = {
        "_x0041_", "__x_x", "_", "a\xEF\xBF\xBE", "\xEF\xBF\xBF\xEF\xBF\xBE",
        "\xEF\xBF\xA5" "5\xEF\xBF\xBFx_", "\xEF\xBD\xB6_x",
    };
    sample s = open_sample(&cities[0]);

    (void)state;
    for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
        s.part->projects[i].summary = odd[i];
        s.part->projects[i].purpose = odd[i];
    }
    dataset_free(s.whole);
    s.whole = whole(s.part, s.plan);
    check_sample(&s, 0);
    check_sample(&s, 1);
    close_sample(&s);
}

/* ---- Lists that were edited ------------------------------------------- */

#define JSON "{\"schema\":\"kpibook.dataset/1\",\"projects\":[" \
    "{\"name\":\"甲\",\"kpis\":[" \
    "{\"name\":\"a\",\"unit\":\"人\",\"actuals\":[" \
    "{\"fiscal_year\":2015,\"value\":142,\"unit\":\"人\"," \
    "\"state\":\"reported\",\"text\":\"142人\"}," \
    "{\"fiscal_year\":2016,\"value\":0.3,\"unit\":\"人\"," \
    "\"state\":\"reported\",\"text\":\"0.3人\"}]}," \
    "{\"name\":\"b\",\"unit\":\"件\",\"actuals\":[]}]}," \
    "{\"name\":\"乙\",\"kpis\":[]}]}"

#define TEXT(cell, t) "<c r=\"" cell "\" t=\"inlineStr\"><is><t>" t \
    "</t></is></c>"
#define NUMBER(cell, v) "<c r=\"" cell "\"><v>" v "</v></c>"
#define ROW_A(no) "<row r=\"2\">" NUMBER("A2", no) TEXT("B2", "甲") \
    TEXT("C2", "a")
#define ROW_B "<row r=\"3\">" NUMBER("A3", "2") TEXT("B3", "甲") \
    TEXT("C3", "b")
#define SAME_A NUMBER("D2", "142") NUMBER("E2", "0.30000000000000004")
#define END "</row>"

static const struct edit {
    const char *label, *rows;
    size_t findings;
    const char *first, *second, *other; /* a: H27, H28; b: H28 */
} edits[] = {
    { "nothing", ROW_A("1") SAME_A END ROW_B END, 0, "142", "0.3", "" },
    { "a figure", ROW_A("1") NUMBER("D2", "150") NUMBER("E2", "0.3") END
      ROW_B END, 1, "150", "0.3", "" },
    { "a figure that was none", ROW_A("1") SAME_A END
      ROW_B NUMBER("E3", "7") END, 1, "142", "0.3", "7" },
    { "a figure taken away", ROW_A("1") NUMBER("D2", "142") END ROW_B END, 1,
      "142", "", "" },
    { "words instead of a figure", ROW_A("1") NUMBER("D2", "142")
      TEXT("E2", "集計中") END ROW_B END, 1, "142", "", "" },
    { "digits as text", ROW_A("1") TEXT("D2", "151") NUMBER("E2", "0.3") END
      ROW_B END, 1, "151", "0.3", "" },
    { "a formula without a result", ROW_A("1")
      "<c r=\"D2\"><f>1+1</f></c>" NUMBER("E2", "0.3") END, 0, "142", "0.3",
      "" },
    { "two figures", ROW_A("1") NUMBER("D2", "1") NUMBER("E2", "2") END
      ROW_B END, 2, "1", "2", "" },
    { "another row's number", ROW_A("2") NUMBER("D2", "1") END, 0, "142",
      "0.3", "" },
    { "no rows at all", "", 0, "142", "0.3", "" },
};

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/" \
    "relationships/worksheet"

static void add_sheet(package *p, const char *name, const char *format, ...)
{
    char xml[8192];
    va_list args;

    va_start(args, format);
    vsnprintf(xml, sizeof(xml), format, args);
    va_end(args);
    package_text(p, name, xml, 0);
}

static void add_book(package *p, const char *hash, const char *rows)
{
    package_frame(p);
    package_text(p, "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
        "2006/relationships\"><Relationship Id=\"r1\" Type=\"" RELATION
        "\" Target=\"a.xml\"/><Relationship Id=\"r2\" Type=\"" RELATION
        "\" Target=\"b.xml\"/></Relationships>", 0);
    package_text(p, "xl/workbook.xml",
        "<workbook " NS_MAIN " " NS_R "><sheets>"
        "<sheet name=\"KPI一覧\" sheetId=\"1\" r:id=\"r1\"/>"
        "<sheet name=\"" STORE_BOOK_SHEET "\" sheetId=\"2\" r:id=\"r2\" "
        "state=\"hidden\"/></sheets></workbook>", 0);
    add_sheet(p, "xl/a.xml", SHEET("%s"), rows);
    /* The JSON stands in two cells. */
    add_sheet(p, "xl/b.xml", SHEET("<row r=\"1\">"
        TEXT("A1", STORE_BOOK_SCHEMA) TEXT("B1", "%s") TEXT("C1", "2")
        TEXT("D1", "KPI一覧") TEXT("E1", "1") TEXT("F1", "0")
        TEXT("G1", "1") TEXT("H1", "2") TEXT("I1", "3") TEXT("J1", "2015")
        TEXT("K1", "2016") "</row><row r=\"2\">" TEXT("A2", "%.9s")
        "</row><row r=\"3\">" TEXT("A3", "%s") "</row>"),
        hash, JSON, &JSON[9]);
}

static kpi_status read_book(dataset **out, const char *hash,
                            const char *rows, kpi_error *err)
{
    package p;
    kpi_source in;
    kpi_status status;
    bool is_summary = false;

    package_init(&p);
    add_book(&p, hash, rows);
    in = package_source(&p);
    status = store_read_book(out, &is_summary, &in, NULL, err);
    assert_true(is_summary);
    package_free(&p);
    return status;
}

static void assert_value(const kpi *k, int year, const char *expected)
{
    const actual *a = kpi_actual(k, year);
    buf b;

    buf_init(&b);
    if (a != NULL && a->value.known)
        number_put(&b, a->value.value, 15);
    assert_string_equal(buf_cstr(&b), expected);
    buf_free(&b);
}

static void an_edited_actual_wins(void **state)
{
    const struct edit *e = *state;
    char hash[SOURCE_HASH_SIZE];
    dataset *d;

    source_hash(hash, JSON, strlen(JSON));
    assert_int_equal(read_book(&d, hash, e->rows, NULL), KPI_OK);
    assert_value(&d->projects[0].kpis[0], 2015, e->first);
    assert_value(&d->projects[0].kpis[0], 2016, e->second);
    assert_value(&d->projects[0].kpis[1], 2016, e->other);
    assert_int_equal(d->findings.count, e->findings);
    for (size_t i = 0; i < e->findings; i++) {
        assert_string_equal(d->findings.items[i].rule, "summary-edited");
        assert_string_equal(d->findings.items[i].where.sheet, "KPI一覧");
    }
    dataset_free(d);
}

static void a_finding_names_both_values_and_the_cell(void **state)
{
    char hash[SOURCE_HASH_SIZE];
    const finding *f;
    dataset *d;

    (void)state;
    source_hash(hash, JSON, strlen(JSON));
    assert_int_equal(read_book(&d, hash, ROW_A("1") NUMBER("D2", "150")
                               NUMBER("E2", "0.3") END, NULL), KPI_OK);
    assert_int_equal(d->findings.count, 1);
    f = &d->findings.items[0];
    assert_string_equal(f->args[0], "142人");
    assert_string_equal(f->args[1], "150人");
    assert_string_equal(f->project, "甲");
    assert_int_equal(f->where.row, 1);
    assert_int_equal(f->where.col, 3);
    dataset_free(d);
}

static void data_that_was_changed_by_hand_is_refused(void **state)
{
    kpi_error err = { .status = KPI_OK };
    dataset *d;

    (void)state;
    assert_int_equal(read_book(&d, "0123", "", &err), KPI_E_INPUT);
    assert_null(d);
    assert_string_equal(err.rule, "file-damaged");
}

static void a_file_that_is_no_workbook_is_no_summary(void **state)
{
    kpi_source in = { "a.xlsx", "PK", 2 };
    bool is_summary = true;
    dataset *d;

    (void)state;
    assert_int_equal(store_read_book(&d, &is_summary, &in, NULL, NULL),
                     KPI_OK);
    assert_null(d);
    assert_false(is_summary);
}

int main(void)
{
    struct CMUnitTest tests[24];
    size_t n = 0;

    TEST_ROWS(tests, n, gives_the_same_export, cities);
    TEST_ROWS(tests, n, an_edited_actual_wins, edits);
    TEST_ROWS(tests, n, gives_the_same_export_in_constant_memory, cities);
    TEST_ONE(tests, n, gives_characters_back_that_no_cell_holds);
    TEST_ONE(tests, n, a_finding_names_both_values_and_the_cell);
    TEST_ONE(tests, n, a_file_that_is_no_workbook_is_no_summary);
    TEST_ONE(tests, n, data_that_was_changed_by_hand_is_refused);
    return run_tests("store_book", tests, n);
}
