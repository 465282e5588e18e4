/*
 * test_json.c - kpibook.dataset/1 is read as it was written
 */
#include "store_random.h"

#include <stdio.h>
#include <stdlib.h>

static dataset *read_ok(const kpi_source *in)
{
    kpi_error err = { 0 };
    dataset *d = NULL;
    kpi_status status = store_read_json(&d, in, &err);

    if (status != KPI_OK)
        print_error("%s\n", err.message);
    assert_int_equal(status, KPI_OK);
    return d;
}

static void write_ok(buf *out, const dataset *d)
{
    buf_init(out);
    assert_int_equal(store_write_json(out, d, NULL, NULL), KPI_OK);
}

static void export_of_an_export_is_identical(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        dataset *d = random_dataset(seed), *again;
        buf first, second;
        kpi_source in;

        write_ok(&first, d);
        in = source_of("a.json", &first);
        again = read_ok(&in);
        write_ok(&second, again);
        assert_same_bytes(&first, &second);
        dataset_free(d);
        dataset_free(again);
        buf_free(&first);
        buf_free(&second);
    }
}

static void load(buf *b, const char *path)
{
    char piece[4096];
    size_t n;
    FILE *f = fopen(path, "rb");

    buf_init(b);
    if (f == NULL)
        return;
    while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
        buf_add(b, piece, n);
    fclose(f);
}

static void samples_are_as_the_program_writes_them(void **state)
{
    static const char *const files[] = { "samples/kitakyushu/data.json",
                                         "samples/fukuoka/data.json" };

    (void)state;
    for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
        buf file, written;
        kpi_source in;
        dataset *d;

        load(&file, files[i]);
        if (file.length == 0) {
            buf_free(&file);
            skip();
        }
        in = source_of(files[i], &file);
        d = read_ok(&in);
        write_ok(&written, d);
        assert_same_bytes(&file, &written);
        dataset_free(d);
        buf_free(&file);
        buf_free(&written);
    }
}

#define HEAD "{\"schema\":\"kpibook.dataset/1\","
#define KPI_OF(members) HEAD "\"projects\":[{\"name\":\"p\",\"kpis\":[" \
                        "{\"name\":\"k\"," members "}]}]}"

static const struct bad_case {
    const char *label, *json, *message;
    unsigned line;
} bad[] = {
    { "no schema", "{\"projects\":[]}", "schema: this is no kpibook.dataset",
      0 },
    { "another schema", "{\"schema\":\"kpibook.findings/1\"}", "schema: ", 0 },
    { "no object", "[1]", "an object was expected", 0 },
    { "empty", "", "ends too early", 1 },
    { "cut off on line 3", "{\n\"schema\":\n\"kpi", "ends too early", 3 },
    { "wrong JSON on line 2", "{\n\"schema\" 1}", "", 2 },
    { "something behind", HEAD "\"fiscal_year\":2016} x", "behind the JSON",
      1 },
    { "a text for a number", KPI_OF("\"target\":{\"value\":\"5\"}"),
      "projects[0].kpis[0].target.value: a number was expected", 0 },
    { "a number for a text", KPI_OF("\"unit\":5"),
      "projects[0].kpis[0].unit: a text was expected", 0 },
    { "an unknown state", KPI_OF("\"actuals\":[{\"state\":\"late\"}]"),
      "projects[0].kpis[0].actuals[0].state: this word is not known", 0 },
    { "an unknown kind", KPI_OF("\"kind\":\"yearly\""),
      "kind: this word is not known", 0 },
    { "a year with a fraction", HEAD "\"fiscal_year\":2016.5}",
      "fiscal_year: a year was expected", 0 },
    { "a negative year", HEAD "\"fiscal_year\":-1}",
      "fiscal_year: a year was expected", 0 },
    { "no cell", KPI_OF("\"source\":{\"cell\":\"ZZZZ1\"}"),
      "source.cell: a cell was expected", 0 },
    { "a text for a list", HEAD "\"projects\":\"all\"}",
      "projects: a list was expected", 0 },
    { "a list of numbers as texts",
      HEAD "\"projects\":[{\"name\":\"p\",\"grants\":[1]}]}",
      "projects[0].grants: texts were expected", 0 },
    { "a NUL in a text", HEAD "\"projects\":[{\"name\":\"a\\u0000b\"}]}",
      "projects[0].name: a text was expected", 0 },
    { "too deep", HEAD "\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]"
      "]]]]]]]]]]]]]]]]]]}", "", 1 },
};

static void refuses_what_is_wrong_and_says_where(void **state)
{
    const struct bad_case *c = *state;
    kpi_source in = { "bad.json", c->json, strlen(c->json) };
    kpi_error err = { 0 };
    dataset *d = (dataset *)(uintptr_t)1;

    assert_int_equal(store_read_json(&d, &in, &err), KPI_E_INPUT);
    assert_null(d);
    assert_string_equal(err.rule, "file-damaged");
    assert_string_equal(err.source, "bad.json");
    assert_non_null(strstr(err.message, c->message));
    assert_int_equal(err.line, c->line);
}

static void every_truncation_is_refused(void **state)
{
    dataset *d = random_dataset(7);
    buf whole;

    (void)state;
    write_ok(&whole, d);
    for (size_t length = 0; length + 2 < whole.length; length++) {
        char *cut = malloc(length + 1); /* so that asan sees a read beyond */
        kpi_source in = { "cut.json", cut, length };
        dataset *none = NULL;

        assert_non_null(cut);
        memcpy(cut, whole.bytes, length);
        assert_int_equal(store_read_json(&none, &in, NULL), KPI_E_INPUT);
        assert_null(none);
        free(cut);
    }
    dataset_free(d);
    buf_free(&whole);
}

static void assert_value(const char *json, const char *digits)
{
    kpi_source in = { "n.json", json, strlen(json) };
    dataset *d = read_ok(&in);
    buf b;

    buf_init(&b);
    assert_true(d->projects[0].kpis[0].target.value.known);
    number_put(&b, d->projects[0].kpis[0].target.value.value, 0);
    assert_string_equal(buf_cstr(&b), digits);
    buf_free(&b);
    dataset_free(d);
}

static void numbers_are_exact_and_any_size(void **state)
{
    (void)state;
    assert_value(KPI_OF("\"target\":{\"value\":0.1}"), "0.1");
    assert_value(KPI_OF("\"target\":{\"value\":123456789012345}"),
                 "123456789012345");
    assert_value(KPI_OF("\"target\":{\"value\":-100000000000000000000000}"),
                 "-100000000000000000000000");
    assert_value(KPI_OF("\"target\":{\"value\":18446744073709551616}"),
                 "18446744073709600000");
    assert_value(KPI_OF("\"target\":{\"value\":1.5e3}"), "1500");
    assert_value(KPI_OF("\"target\":{\"value\":0.1234567890123456789}"),
                 "0.123456789012346");
}

static void missing_keys_are_absent_values(void **state)
{
    const char *json = "\xEF\xBB\xBF" KPI_OF("\"kind\":\"level\",\"more\":[1],"
        "\"planned\":null,\"actuals\":[{\"fiscal_year\":2016,\"value\":3},"
        "{\"fiscal_year\":2017}]");
    kpi_source in = { "few.json", json, strlen(json) };
    dataset *d = read_ok(&in);
    const project *p = &d->projects[0];
    const kpi *k = &p->kpis[0];

    (void)state;
    assert_int_equal(k->kind, KIND_LEVEL);
    assert_false(p->has_goal);
    assert_false(k->baseline.present);
    assert_false(k->target.value.known);
    assert_string_equal(k->unit, "");
    assert_string_equal(p->override.grade, "");
    assert_string_equal(p->measure_no, "");
    assert_int_equal(k->planned_count, 0);
    assert_int_equal(k->actuals[0].state, STATE_REPORTED);
    assert_int_equal(k->actuals[1].state, STATE_BLANK);
    assert_int_equal(d->source_count, 1); /* every project has a source */
    assert_int_equal(p->source, 0);
    dataset_free(d);
}

/* A source that is not listed joins those that are (found by the fuzzer). */
static void a_file_that_is_not_listed_is_added(void **state)
{
    static const char json[] = HEAD "\"sources\":[{\"file\":\"a\"},{}],"
        "\"projects\":[{\"source\":{\"file\":\"b\"}},"
        "{\"source\":{\"file\":\"a\"}},{\"source\":{}}]}";
    kpi_source in = { "s.json", json, sizeof(json) - 1 };
    dataset *d = read_ok(&in);

    (void)state;
    assert_int_equal(d->source_count, 3);
    assert_string_equal(d->sources[2].file, "b");
    assert_int_equal(d->projects[0].source, 2);
    assert_int_equal(d->projects[1].source, 0);
    assert_int_equal(d->projects[2].source, 1);
    dataset_free(d);
}

static void kind_is_the_stated_else_the_assessed(void **state)
{
    dataset *d = dataset_new(0);
    project *p = dataset_add_project(d);
    source *s = dataset_add_source(d);
    dataset *again;
    kpi_source in;
    kpi k;
    buf b;

    (void)state;
    memset(&k, 0, sizeof(k));
    kpi_init(&k);
    s->file = "a.xlsx";
    k.assessment.done = true;
    k.assessment.kind = KIND_CUMULATIVE;
    p->kpis = &k;
    p->kpi_count = 1;
    write_ok(&b, d);
    assert_non_null(strstr(buf_cstr(&b), "\"kind\": \"cumulative\",\n"
                                         "     \"direction\": null"));
    in = source_of("a.json", &b);
    again = read_ok(&in);
    assert_int_equal(again->projects[0].kpis[0].kind, KIND_UNKNOWN);
    assert_int_equal(again->projects[0].kpis[0].assessment.kind,
                     KIND_CUMULATIVE);
    dataset_free(again);
    dataset_free(d);
    buf_free(&b);
}

static void a_measure_has_its_number_beside_it(void **state)
{
    dataset *d = dataset_new(0);
    project *p = dataset_add_project(d);
    buf b;

    (void)state;
    assert_non_null(dataset_add_source(d));
    p->measure = "商工業の振興";
    p->measure_no = "１－１";
    write_ok(&b, d);
    assert_non_null(strstr(buf_cstr(&b), "\"measure\": \"商工業の振興\",\n"
                                         "   \"measure_no\": \"１－１\""));
    buf_free(&b);
    p->measure_no = "";
    write_ok(&b, d);
    assert_non_null(strstr(buf_cstr(&b), "   \"measure_no\": null,\n"));
    buf_free(&b);
    dataset_free(d);
}

static void superseded_projects_are_left_out(void **state)
{
    dataset *d = random_dataset(3);
    dataset *again;
    kpi_source in;
    size_t count = d->project_count;
    buf b;

    (void)state;
    assert_true(count > 1);
    d->projects[0].superseded = true;
    write_ok(&b, d);
    in = source_of("a.json", &b);
    again = read_ok(&in);
    assert_int_equal(again->project_count, count - 1);
    dataset_free(again);
    dataset_free(d);
    buf_free(&b);
}

static const struct format_case {
    const char *label, *name;
    store_format format;
} formats[] = {
    { "a word", "json", STORE_JSON },
    { "an ending in capitals", "A.JSONL", STORE_JSONL },
    { "a folder with a dot", "v1.json/data.csv", STORE_CSV },
    { "a folder with a dot, no ending", "v1.json/data", STORE_NONE },
    { "sqlite", "北九州.sqlite", STORE_SQLITE },
    { "macro workbook", "a.xlsm", STORE_XLSX },
    { "unknown", "a.xls", STORE_NONE },
    { "empty", "", STORE_NONE },
};

static void knows_the_format(void **state)
{
    const struct format_case *c = *state;

    assert_int_equal(store_format_of(c->name), c->format);
}

/* What the schema says stands in the data, and the other way round. */
static void the_schema_names_every_key(void **state)
{
    static const char *const keys[] = { "\"kpibook.dataset/1\"",
        "\"municipality\"", "\"shared_with\"", "\"rate_exact\"",
        "\"not-surveyed\"", "\"cumulative\"", "\"additionalProperties\"" };
    buf b;

    (void)state;
    buf_init(&b);
    store_schema_json(&b);
    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
        assert_non_null(strstr(buf_cstr(&b), keys[i]));
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ONE(tests, n, export_of_an_export_is_identical);
    TEST_ONE(tests, n, samples_are_as_the_program_writes_them);
    TEST_ROWS(tests, n, refuses_what_is_wrong_and_says_where, bad);
    TEST_ONE(tests, n, every_truncation_is_refused);
    TEST_ONE(tests, n, numbers_are_exact_and_any_size);
    TEST_ONE(tests, n, missing_keys_are_absent_values);
    TEST_ONE(tests, n, a_file_that_is_not_listed_is_added);
    TEST_ONE(tests, n, kind_is_the_stated_else_the_assessed);
    TEST_ONE(tests, n, a_measure_has_its_number_beside_it);
    TEST_ONE(tests, n, superseded_projects_are_left_out);
    TEST_ROWS(tests, n, knows_the_format, formats);
    TEST_ONE(tests, n, the_schema_names_every_key);
    return run_tests("json", tests, n);
}
