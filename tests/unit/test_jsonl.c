/*
 * test_jsonl.c - kpibook.part/1: parts travel with their findings
 */
#include "store_random.h"

static const char *const rules_used[] = { "unit-differs", "number-folded" };

static void add_findings(dataset *d)
{
    for (size_t i = 0; i < d->source_count * 2; i++) {
        place where = place_cell("基本目標Ⅰ", (uint32_t)i, 3);
        finding *f;

        if (i % 3 == 0)
            where = place_none();
        where.last_row += i % 2 && where.has_cell ? 4 : 0;
        f = finding_add(&d->findings, rules_used[i % 2], i / 2, where,
                        "１２件", "人", "", NULL);
        assert_non_null(f);
        f->project = "事業";
        f->field = i % 2 ? "H28" : "";
    }
}

/* All parts of a file written again, one behind the other. */
static void write_parts(buf *out, dataset **parts, size_t count)
{
    buf_init(out);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(store_write_jsonl(out, parts[i], NULL), KPI_OK);
}

static size_t read_ok(dataset ***parts, arena *list, const kpi_source *in)
{
    kpi_error err = { 0 };
    size_t count = 0;
    kpi_status status = store_read_jsonl(parts, &count, list, in, &err);

    if (status != KPI_OK)
        print_error("%u: %s\n", err.line, err.message);
    assert_int_equal(status, KPI_OK);
    return count;
}

static void parts_are_read_as_they_were_written(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        dataset *d = random_dataset(seed), **parts;
        buf first, second;
        kpi_source in;
        arena list;
        size_t count;

        arena_init(&list, 0);
        add_findings(d);
        write_parts(&first, &d, 1);
        in = source_of("a.jsonl", &first);
        count = read_ok(&parts, &list, &in);
        assert_int_equal(count, d->source_count);
        write_parts(&second, parts, count);
        assert_same_bytes(&first, &second);
        for (size_t i = 0; i < count; i++)
            dataset_free(parts[i]);
        dataset_free(d);
        arena_free(&list);
        buf_free(&first);
        buf_free(&second);
    }
}

static void a_part_has_its_findings_and_no_assessment(void **state)
{
    dataset *d = random_dataset(5), **parts;
    const finding *f;
    kpi_source in;
    arena list;
    buf b;

    (void)state;
    arena_init(&list, 0);
    assert_true(d->project_count > 0 && d->projects[0].kpi_count > 0);
    d->projects[0].kpis[0].assessment.done = true;
    d->projects[0].assessment.done = true;
    d->projects[0].source = 0;
    add_findings(d);
    write_parts(&b, &d, 1);
    assert_null(strstr(buf_cstr(&b), "\"assessed\":true"));
    in = source_of("a.jsonl", &b);
    read_ok(&parts, &list, &in);
    assert_int_equal(parts[0]->findings.count, 2);
    f = &parts[0]->findings.items[1];
    assert_string_equal(f->rule, "number-folded");
    assert_string_equal(f->value, "１２件");
    assert_string_equal(f->args[0], "人");
    assert_string_equal(f->args[1], "");
    assert_null(f->args[2]);
    assert_string_equal(f->field, "H28");
    assert_int_equal(f->where.row, 1);
    assert_int_equal(f->where.last_row, 5);
    assert_false(parts[0]->projects[0].kpis[0].assessment.done);
    for (size_t i = 0; i < d->source_count; i++)
        dataset_free(parts[i]);
    dataset_free(d);
    arena_free(&list);
    buf_free(&b);
}

#define PART "{\"schema\":\"kpibook.part/1\",\"source\":{\"file\":\"a\"}"

static const struct bad_case {
    const char *label, *lines, *message;
    unsigned line;
} bad[] = {
    { "nothing", "", "no line is a kpibook.part/1", 0 },
    { "blank lines", "\n\n \n", "no line is a kpibook.part/1", 0 },
    { "a project first", "{\"name\":\"p\"}\n", "this is no kpibook.part/1",
      1 },
    { "a dataset", "{\"schema\":\"kpibook.dataset/1\"}\n",
      "this is no kpibook.part/1", 1 },
    { "a cut line", PART "}\n\n{\"name\":\"p\",\n", "ends too early", 3 },
    { "a wrong value", PART "}\n{\"name\":5}\n", "name: a text was expected",
      2 },
    { "a finding in no cell", PART ",\"findings\":[{\"rule\":\"x\"},"
      "{\"rule\":\"x\",\"cell\":\"1A\"}]}\n",
      "findings[1]: a cell was expected", 1 },
    { "two values on a line", PART "} {}\n", "behind the JSON", 1 },
};

static void refuses_what_is_wrong_and_names_the_line(void **state)
{
    const struct bad_case *c = *state;
    kpi_source in = { "bad.jsonl", c->lines, strlen(c->lines) };
    kpi_error err = { 0 };
    dataset **parts = NULL;
    size_t count = 9;
    arena list;

    arena_init(&list, 0);
    assert_int_equal(store_read_jsonl(&parts, &count, &list, &in, &err),
                     KPI_E_INPUT);
    assert_int_equal(count, 0);
    assert_null(parts);
    assert_string_equal(err.rule, "file-damaged");
    assert_non_null(strstr(err.message, c->message));
    assert_int_equal(err.line, c->line);
    arena_free(&list);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ONE(tests, n, parts_are_read_as_they_were_written);
    TEST_ONE(tests, n, a_part_has_its_findings_and_no_assessment);
    TEST_ROWS(tests, n, refuses_what_is_wrong_and_names_the_line, bad);
    return run_tests("jsonl", tests, n);
}
