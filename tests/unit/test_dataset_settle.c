/*
 * test_dataset_settle.c - records packed closely, and memory that is held
 */
#include "store_random.h"

static void add_finding(dataset *d)
{
    finding *f = finding_add(&d->findings, "unit-differs", 0,
                             place_cell("基本目標Ⅰ", 4, 2), "１２件", "人",
                             "件", NULL);

    assert_non_null(f);
    f->project = "事業";
    f->field = "目標";
}

/* A part whose texts lie in its own memory, as those of a file do. */
static dataset *part_of(uint64_t seed)
{
    dataset *d = random_dataset(seed), **parts, *read;
    kpi_source in;
    size_t count;
    arena list;
    buf line;

    add_finding(d);
    d->source_count = 1;
    for (size_t i = 0; i < d->project_count; i++)
        d->projects[i].source = 0;
    buf_init(&line);
    arena_init(&list, 0);
    assert_int_equal(store_write_jsonl(&line, d, NULL), KPI_OK);
    in = source_of("part.jsonl", &line);
    assert_int_equal(store_read_jsonl(&parts, &count, &list, &in, NULL),
                     KPI_OK);
    assert_int_equal(count, 1);
    read = parts[0];
    arena_free(&list);
    buf_free(&line);
    dataset_free(d);
    return read;
}

static void write_part(buf *out, const dataset *d)
{
    buf_init(out);
    assert_int_equal(store_write_jsonl(out, d, NULL), KPI_OK);
}

static void keeps_every_record(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        dataset *d = part_of(seed);
        buf before, after;

        write_part(&before, d);
        assert_true(dataset_settle(&d));
        write_part(&after, d);
        assert_same_bytes(&before, &after);
        assert_int_equal(d->findings.count, 1);
        assert_string_equal(d->findings.items[0].args[1], "件");
        assert_null(d->findings.items[0].args[2]);
        buf_free(&before);
        buf_free(&after);
        dataset_free(d);
    }
}

/* What is known of a settled dataset is what would be found in it. */
static void knows_the_facts_of_its_records(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        dataset *d = part_of(seed);
        dataset_facts facts;

        if (d->project_count > 0 && d->projects[0].kpi_count > 0)
            d->projects[0].kpis[0].group = (size_t)seed;
        assert_true(dataset_settle(&d));
        facts = d->facts;
        assert_true(facts.known && !facts.assessed);
        d->facts.known = false;
        assert_int_equal(facts.newest_year, dataset_newest_year(d));
        assert_int_equal(facts.most_group, dataset_most_group(d));
        d->facts.known = true;
        assert_non_null(dataset_add_project(d));
        assert_false(d->facts.known);
        dataset_free(d);
    }
}

static void takes_less_room_than_what_grew(void **state)
{
    dataset *d = dataset_new(0);
    size_t before;

    (void)state;
    assert_non_null(dataset_add_source(d));
    for (size_t i = 0; i < 100; i++)
        assert_non_null(dataset_add_project(d));
    assert_non_null(arena_alloc(&d->memory, 100000));
    before = d->memory.used;
    assert_true(dataset_settle(&d));
    assert_int_equal(d->project_count, 100);
    assert_true(d->memory.used < 100 * (sizeof(project) + 16) + 1024);
    assert_true(d->memory.used < before / 3);
    dataset_free(d);
}

/* One text of a megabyte that all share is copied once. */
static void a_long_text_stays_shared(void **state)
{
    enum { LENGTH = 1 << 20, COUNT = 64 };
    dataset *d = dataset_new(0);
    char *texts[2];

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        texts[i] = arena_alloc(&d->memory, LENGTH + 1);
        assert_non_null(texts[i]);
        memset(texts[i], (int)('a' + i), LENGTH);
    }
    for (size_t i = 0; i < COUNT; i++) {
        project *p = dataset_add_project(d);

        assert_non_null(p);
        p->name = texts[i % 2];
        p->summary = texts[1 - i % 2];
    }
    assert_true(dataset_settle(&d));
    assert_true(d->memory.used < 3 * LENGTH);
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(d->projects[i].name[LENGTH - 1],
                         (int)('a' + i % 2));
        assert_ptr_equal(d->projects[i].name, d->projects[i % 2].name);
    }
    dataset_free(d);
}

static void parts_behind_it_stay(void **state)
{
    dataset *d = part_of(1), *behind = part_of(2);

    (void)state;
    d->next = behind;
    assert_true(dataset_settle(&d));
    assert_ptr_equal(d->next, behind);
    dataset_free(d);
}

static void what_is_held_outlives_its_owner(void **state)
{
    dataset *owner = part_of(3), *one = dataset_new(0), *two = dataset_new(0);
    const char *file = owner->sources[0].file;
    size_t length = strlen(file);

    (void)state;
    assert_true(dataset_hold(one, owner));
    assert_true(dataset_hold(two, one));
    dataset_free(owner);
    dataset_free(one);
    assert_int_equal(strlen(file), length);
    dataset_free(two);
}

static void a_view_has_no_projects_but_its_findings(void **state)
{
    dataset *d = part_of(4), *view = dataset_without_projects(d);

    (void)state;
    assert_non_null(view);
    dataset_free(d);
    assert_int_equal(view->project_count, 0);
    assert_int_equal(view->source_count, 1);
    assert_int_equal(view->findings.count, 1);
    assert_string_equal(view->findings.items[0].rule, "unit-differs");
    dataset_free(view);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ONE(tests, n, keeps_every_record);
    TEST_ONE(tests, n, knows_the_facts_of_its_records);
    TEST_ONE(tests, n, takes_less_room_than_what_grew);
    TEST_ONE(tests, n, a_long_text_stays_shared);
    TEST_ONE(tests, n, parts_behind_it_stay);
    TEST_ONE(tests, n, what_is_held_outlives_its_owner);
    TEST_ONE(tests, n, a_view_has_no_projects_but_its_findings);
    return run_tests("dataset_settle", tests, n);
}
