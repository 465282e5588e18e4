/*
 * test_csv.c - one row a KPI and year, both ways and in both encodings
 */
#include "store_random.h"
#include "store/csv_text.h"

static void write_ok(buf *out, const dataset *d, bool cp932, size_t *lost)
{
    csv_options options = { cp932 };

    buf_init(out);
    assert_int_equal(store_write_csv(out, d, NULL, &options, lost, NULL),
                     KPI_OK);
}

static dataset *read_ok(const buf *b)
{
    kpi_source in = source_of("a.csv", b);
    kpi_error err = { 0 };
    dataset *d = NULL;
    kpi_status status = store_read_csv(&d, &in, &err);

    if (status != KPI_OK)
        print_error("%u: %s\n", err.line, err.message);
    assert_int_equal(status, KPI_OK);
    return d;
}

static void what_the_columns_carry_comes_back(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        dataset *d = random_dataset(seed), *again;
        buf first, second;
        size_t lost;

        write_ok(&first, d, false, &lost);
        assert_int_equal(lost, 0);
        again = read_ok(&first);
        write_ok(&second, again, false, &lost);
        assert_same_bytes(&first, &second);
        dataset_free(d);
        dataset_free(again);
        buf_free(&first);
        buf_free(&second);
    }
}

static dataset *one_kpi(const char *name, const char *text_typed)
{
    dataset *d = dataset_new(0);
    source *s = dataset_add_source(d);
    project *p = dataset_add_project(d);
    kpi *k = arena_alloc(&d->memory, sizeof(*k));

    assert_true(d != NULL && s != NULL && p != NULL && k != NULL);
    kpi_init(k);
    s->file = "a.xlsx";
    p->name = "事業";
    k->name = name;
    k->target.text = text_typed;
    p->kpis = k;
    p->kpi_count = 1;
    return d;
}

static const struct text_case {
    const char *label, *typed, *written;
} texts[] = {
    { "a formula", "=cmd|'/c calc'!A1", ",'=cmd|'/c calc'!A1," },
    { "a plus", "+1", ",'+1," },
    { "a minus", "-5件", ",'-5件," },
    { "an at", "@SUM(A1)", ",'@SUM(A1)," },
    { "a tab", "\tx", ",'\tx," },
    { "an apostrophe before a formula", "'=1", ",''=1," },
    { "a comma", "a,b", ",\"a,b\"," },
    { "a quotation mark", "a\"b", ",\"a\"\"b\"," },
    { "a line break", "a\nb", ",\"a\nb\"," },
    { "an equals sign inside", "a=b", ",a=b," },
    { "a dash of full width", "－", ",－," },
};

static void formulas_are_defused_and_come_back(void **state)
{
    const struct text_case *c = *state;
    dataset *d = one_kpi("k", c->typed), *again;
    size_t lost;
    buf b;

    write_ok(&b, d, false, &lost);
    assert_non_null(strstr(buf_cstr(&b), c->written));
    assert_int_equal(memcmp(b.bytes, "\xEF\xBB\xBF", 3), 0);
    assert_true(text_ends(buf_slice(&b), "\r\n"));
    again = read_ok(&b);
    assert_string_equal(again->projects[0].kpis[0].target.text, c->typed);
    dataset_free(d);
    dataset_free(again);
    buf_free(&b);
}

static void numbers_are_not_defused(void **state)
{
    dataset *d = one_kpi("k", "t");
    quantity *q = &d->projects[0].kpis[0].target.value;
    size_t lost;
    buf b;

    (void)state;
    q->known = true;
    assert_true(number_from_int(&d->memory, &q->value, -198));
    write_ok(&b, d, false, &lost);
    assert_non_null(strstr(buf_cstr(&b), ",-198,"));
    dataset_free(d);
    buf_free(&b);
}

static const struct encoding_case {
    const char *label, *name, *back;
    size_t lost;
} encodings[] = {
    { "kanji and kana", "航空貨物取扱量（千t）～①㈱髙﨑", NULL, 0 },
    { "half-width kana", "ﾊﾝｶｸ", NULL, 0 },
    { "a registered sign", "ユマニチュード®", "ユマニチュード〓", 1 },
    { "a kanji outside", "𠮷野", "〓野", 1 },
    { "an em dash has a look-alike", "a—b", "a―b", 1 },
    { "a wave dash has a look-alike", "1〜2", "1～2", 1 },
};

static void cp932_reports_what_it_lacks(void **state)
{
    const struct encoding_case *c = *state;
    dataset *d = one_kpi(c->name, "t"), *again;
    size_t lost = 99;
    buf b;

    write_ok(&b, d, true, &lost);
    assert_int_equal(lost, c->lost);
    assert_false(utf8_valid(buf_slice(&b)));
    again = read_ok(&b);
    assert_string_equal(again->projects[0].kpis[0].name,
                        c->back != NULL ? c->back : c->name);
    dataset_free(d);
    dataset_free(again);
    buf_free(&b);
}

#define HEADER "project_index,project,kpi_index,kpi,target\r\n"

static const struct bad_case {
    const char *label, *csv, *message;
    unsigned line;
} bad[] = {
    { "empty", "", "no header", 1 },
    { "other columns", "a,b\n1,2\n", "project: the header has no such", 2 },
    { "a text for a number", HEADER "1,p,1,k,many\r\n",
      "target: the value is not understood", 3 },
    { "a quotation mark that is not closed", HEADER "1,\"p,1,k,5\r\n",
      "quotation mark", 3 },
    { "something behind a quotation mark", HEADER "1,\"p\"x,1,k,5\r\n",
      "quotation mark", 2 },
    { "neither encoding", "\x81\x20\xFF", "neither UTF-8 nor cp932", 0 },
};

static void refuses_what_is_wrong_and_names_the_line(void **state)
{
    const struct bad_case *c = *state;
    kpi_source in = { "bad.csv", c->csv, strlen(c->csv) };
    kpi_error err = { 0 };
    dataset *d = (dataset *)(uintptr_t)1;

    assert_int_equal(store_read_csv(&d, &in, &err), KPI_E_INPUT);
    assert_null(d);
    assert_string_equal(err.rule, "file-damaged");
    assert_non_null(strstr(err.message, c->message));
    assert_int_equal(err.line, c->line);
}

static void takes_what_a_spreadsheet_saved(void **state)
{
    static const char csv[] = "kpi,project,extra,kpi_index,project_index,"
        "fiscal_year,actual,state,measure_no\n"
        "k1,\"p,1\",x,1,1,2015,3,reported,1-1\n"
        "k1,\"p,1\",x,1,1,2016,,pending,1-1\n"
        "\n"
        "k2,\"p,1\",x,2,1,2016,4.50,reported,1-1\n"
        ",p2,x,,2,,,,\n";
    kpi_source in = { "s.csv", csv, sizeof(csv) - 1 };
    dataset *d = NULL;
    const project *p;

    (void)state;
    assert_int_equal(store_read_csv(&d, &in, NULL), KPI_OK);
    assert_int_equal(d->project_count, 2);
    p = &d->projects[0];
    assert_string_equal(p->name, "p,1");
    assert_string_equal(p->measure_no, "1-1");
    assert_string_equal(d->projects[1].measure_no, "");
    assert_int_equal(p->kpi_count, 2);
    assert_int_equal(p->kpis[0].actual_count, 2);
    assert_int_equal(p->kpis[0].actuals[1].state, STATE_PENDING);
    assert_int_equal(p->kpis[1].actual_count, 1);
    assert_int_equal(d->projects[1].kpi_count, 0);
    assert_true(p->source < d->source_count);
    dataset_free(d);
}

static void every_column_is_documented_once(void **state)
{
    size_t lines = 0;
    buf b;

    (void)state;
    buf_init(&b);
    store_csv_columns(&b);
    for (size_t i = 0; i < b.length; i++)
        lines += b.bytes[i] == '\n';
    assert_true(lines > 70);
    assert_non_null(strstr(buf_cstr(&b), "\nkpi\tKPI名\tKPI\n"));
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[48];
    size_t n = 0;

    TEST_ONE(tests, n, what_the_columns_carry_comes_back);
    TEST_ROWS(tests, n, formulas_are_defused_and_come_back, texts);
    TEST_ONE(tests, n, numbers_are_not_defused);
    TEST_ROWS(tests, n, cp932_reports_what_it_lacks, encodings);
    TEST_ROWS(tests, n, refuses_what_is_wrong_and_names_the_line, bad);
    TEST_ONE(tests, n, takes_what_a_spreadsheet_saved);
    TEST_ONE(tests, n, every_column_is_documented_once);
    return run_tests("csv", tests, n);
}
