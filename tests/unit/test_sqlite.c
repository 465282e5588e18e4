/*
 * test_sqlite.c - a database that gives back what it was given
 */
#include "store_random.h"

#include <sqlite3.h>

#include "store/sqlite_memory.h"

static void write_ok(buf *out, const buf *existing, const dataset *d)
{
    kpi_source in = { "old.sqlite", NULL, 0 };
    kpi_error err = { 0 };
    kpi_status status;

    if (existing != NULL)
        in = source_of("old.sqlite", existing);
    buf_init(out);
    status = store_add_sqlite(out, existing != NULL ? &in : NULL, d, NULL,
                              &err);
    if (status != KPI_OK)
        print_error("%s\n", err.message);
    assert_int_equal(status, KPI_OK);
}

static dataset *read_ok(const buf *b)
{
    kpi_source in = source_of("a.sqlite", b);
    kpi_error err = { 0 };
    dataset *d = NULL;
    kpi_status status = store_read_sqlite(&d, &in, &err);

    if (status != KPI_OK)
        print_error("%s\n", err.message);
    assert_int_equal(status, KPI_OK);
    return d;
}

static void assert_same_json(const dataset *a, const dataset *b)
{
    buf first, second;

    buf_init(&first);
    buf_init(&second);
    assert_int_equal(store_write_json(&first, a, NULL, NULL), KPI_OK);
    assert_int_equal(store_write_json(&second, b, NULL, NULL), KPI_OK);
    assert_same_bytes(&first, &second);
    buf_free(&first);
    buf_free(&second);
}

static void json_is_the_same_behind_a_database(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        dataset *d = random_dataset(seed), *again;
        buf b;

        write_ok(&b, NULL, d);
        again = read_ok(&b);
        assert_same_json(d, again);
        dataset_free(d);
        dataset_free(again);
        buf_free(&b);
    }
}

static void same_data_give_the_same_bytes(void **state)
{
    dataset *d = random_dataset(11);
    buf first, second;

    (void)state;
    write_ok(&first, NULL, d);
    write_ok(&second, NULL, d);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
    dataset_free(d);
    buf_free(&first);
    buf_free(&second);
}

/* The one figure of a query on a database's bytes. */
static int64_t query(const buf *b, const char *sql)
{
    kpi_source in = source_of("a.sqlite", b);
    sqlite3_stmt *statement = NULL;
    sqlite3 *db = NULL;
    int64_t value;

    assert_int_equal(sqlite_open_memory(&db, &in, NULL), KPI_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return value;
}

static void several_years_lie_in_one_file(void **state)
{
    dataset *old = random_dataset(21), *recent = random_dataset(22), *again;
    buf first, both, twice;

    (void)state;
    old->fiscal_year = 2015;
    old->title = recent->title = "総合戦略";
    old->municipality = recent->municipality = "";
    write_ok(&first, NULL, old);
    write_ok(&both, &first, recent);
    write_ok(&twice, &both, recent); /* safe to add again */
    assert_int_equal(query(&both, "SELECT count(*) FROM dataset"), 2);
    assert_int_equal(query(&twice, "SELECT count(*) FROM dataset"), 2);
    assert_int_equal(query(&twice, "SELECT count(*) FROM project"),
                     (int64_t)(old->project_count + recent->project_count));
    assert_int_equal(query(&twice, "SELECT count(*) FROM kpi"),
                     query(&both, "SELECT count(*) FROM kpi"));
    again = read_ok(&twice);
    assert_same_json(recent, again);
    dataset_free(again);
    dataset_free(old);
    dataset_free(recent);
    buf_free(&first);
    buf_free(&both);
    buf_free(&twice);
}

/* As an earlier version wrote it, without a column. */
static void as_before(buf *out, const dataset *d)
{
    kpi_source in;
    sqlite3_int64 size = 0;
    unsigned char *bytes;
    sqlite3 *db = NULL;
    buf b;

    write_ok(&b, NULL, d);
    in = source_of("a.sqlite", &b);
    assert_int_equal(sqlite_open_memory(&db, &in, NULL), KPI_OK);
    assert_int_equal(sqlite3_exec(db, "ALTER TABLE project DROP COLUMN "
                                      "measure_no", NULL, NULL, NULL),
                     SQLITE_OK);
    bytes = sqlite3_serialize(db, "main", &size, 0);
    buf_init(out);
    buf_add(out, bytes, (size_t)size);
    sqlite3_free(bytes);
    sqlite3_close(db);
    buf_free(&b);
}

static void a_file_of_an_earlier_version_is_read_and_added_to(void **state)
{
    dataset *old = random_dataset(31), *recent = random_dataset(32), *again;
    buf first, both;

    (void)state;
    old->fiscal_year = 2015;
    for (size_t i = 0; i < old->project_count; i++)
        old->projects[i].measure_no = "";
    recent->projects[0].measure_no = "1-1";
    as_before(&first, old);
    again = read_ok(&first);
    assert_same_json(old, again);
    dataset_free(again);
    write_ok(&both, &first, recent);
    again = read_ok(&both);
    assert_same_json(recent, again);
    assert_int_equal(query(&both, "SELECT count(*) FROM dataset"), 2);
    dataset_free(again);
    dataset_free(old);
    dataset_free(recent);
    buf_free(&first);
    buf_free(&both);
}

static quantity fraction(dataset *d, const char *text_of_it)
{
    quantity q = { true, NUMBER_ZERO };

    assert_true(number_from_fraction(&d->memory, &q.value,
                                     text_of(text_of_it)));
    return q;
}

/* One goal, two projects; one behind its plan. */
static dataset *small(void)
{
    dataset *d = dataset_new(0);
    source *s = dataset_add_source(d);

    assert_non_null(s);
    s->file = "a.xlsx";
    d->fiscal_year = 2016;
    for (int i = 0; i < 3; i++) {
        project *p = dataset_add_project(d);
        kpi *k = arena_alloc(&d->memory, sizeof(*k));
        actual *a = arena_array(&d->memory, 2, sizeof(*a));

        assert_true(p != NULL && k != NULL && a != NULL);
        p->has_goal = true;
        p->goal.no = "Ⅰ";
        p->declared_grade = "B";
        p->relisted = i == 2;
        p->kpis = k;
        p->kpi_count = 1;
        kpi_init(k);
        k->assessment.rate = fraction(d, i == 0 ? "61/80" : "3/2");
        k->actuals = a;
        k->actual_count = 2;
        for (int y = 0; y < 2; y++) {
            actual_init(&a[y]);
            a[y].fiscal_year = 2015 + y;
            a[y].value = fraction(d, y == 0 ? "142" : "305/2");
        }
    }
    return d;
}

static const struct view_case {
    const char *label, *sql;
    int64_t value;
} views[] = {
    { "grades per goal leave out what is listed again",
      "SELECT projects FROM grades_per_goal WHERE grade = 'B'", 2 },
    { "KPIs behind plan", "SELECT count(*) FROM kpis_behind_plan", 1 },
    { "a rate is a number", "SELECT count(*) FROM kpi WHERE "
      "assessment_rate = 0.7625 AND assessment_rate_exact = '61/80'", 1 },
    { "changes between years", "SELECT change * 10 FROM "
      "changes_between_years WHERE year = 2016 LIMIT 1", 105 },
    { "rates by year", "SELECT count(*) FROM rates_by_year", 2 },
    { "foreign keys hold", "SELECT count(*) FROM pragma_foreign_key_check",
      0 },
    { "whole numbers are integers", "SELECT count(*) FROM actual WHERE "
      "typeof(value) = 'integer' AND value = 142", 3 },
};

static void a_view_answers(void **state)
{
    const struct view_case *c = *state;
    dataset *d = small();
    buf b;

    write_ok(&b, NULL, d);
    assert_int_equal(query(&b, c->sql), c->value);
    dataset_free(d);
    buf_free(&b);
}

static void refuses_what_is_no_database_of_ours(void **state)
{
    static const char other[] = "CREATE TABLE a (b)";
    kpi_error err = { 0 };
    dataset *d = (dataset *)(uintptr_t)1, *one = random_dataset(1);
    kpi_source in = { "x.sqlite", "not a database at all", 21 };
    sqlite3_int64 size = 0;
    unsigned char *bytes;
    sqlite3 *db = NULL;
    buf out;

    (void)state;
    buf_init(&out);
    assert_int_equal(store_read_sqlite(&d, &in, &err), KPI_E_INPUT);
    assert_null(d);
    assert_string_equal(err.rule, "file-damaged");
    in.size = 0;
    assert_int_equal(store_read_sqlite(&d, &in, &err), KPI_E_INPUT);
    assert_string_equal(err.rule, "file-empty");
    assert_int_equal(sqlite_open_memory(&db, NULL, NULL), KPI_OK);
    assert_int_equal(sqlite3_exec(db, other, NULL, NULL, NULL), SQLITE_OK);
    bytes = sqlite3_serialize(db, "main", &size, 0);
    in = (kpi_source){ "other.sqlite", bytes, (size_t)size };
    assert_int_equal(store_read_sqlite(&d, &in, &err), KPI_E_INPUT);
    assert_string_equal(err.source, "other.sqlite");
    assert_int_equal(store_add_sqlite(&out, &in, one, NULL, &err),
                     KPI_E_INPUT);
    assert_non_null(strstr(err.message, "no kpibook database"));
    sqlite3_free(bytes);
    sqlite3_close(db);
    dataset_free(one);
    buf_free(&out);
}

static void a_damaged_database_never_crashes(void **state)
{
    dataset *d = random_dataset(4), *again;
    dice r = { 42, NULL };
    buf b;

    (void)state;
    write_ok(&b, NULL, d);
    for (int i = 0; i < 400; i++) {
        kpi_source in = source_of("d.sqlite", &b);
        uint32_t at = throw_dice(&r, (uint32_t)b.length);
        char kept = b.bytes[at];
        kpi_status status;

        b.bytes[at] = (char)throw_dice(&r, 256);
        if (i % 4 == 0)
            in.size = at;
        status = store_read_sqlite(&again, &in, NULL);
        assert_true((status == KPI_OK) == (again != NULL));
        dataset_free(again);
        b.bytes[at] = kept;
    }
    dataset_free(d);
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ONE(tests, n, json_is_the_same_behind_a_database);
    TEST_ONE(tests, n, same_data_give_the_same_bytes);
    TEST_ONE(tests, n, several_years_lie_in_one_file);
    TEST_ONE(tests, n, a_file_of_an_earlier_version_is_read_and_added_to);
    TEST_ROWS(tests, n, a_view_answers, views);
    TEST_ONE(tests, n, refuses_what_is_no_database_of_ours);
    TEST_ONE(tests, n, a_damaged_database_never_crashes);
    return run_tests("sqlite", tests, n);
}
