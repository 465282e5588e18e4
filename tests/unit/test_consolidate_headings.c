/*
 * test_consolidate_headings.c - numbers of goals, themes and measures: which
 * are one heading, and which a file takes over from another
 */
#include "support/rows.h"

#include <string.h>

#include "kpi/consolidate.h"

static const struct heading_case {
    const char *label, *no;
    int number;
} heading_rows[] = {
    { "a Roman numeral character", "Ⅳ", 4 }, { "Roman letters", "XIV", 14 },
    { "a digit", "3", 3 }, { "a full-width digit", "１２", 12 },
    { "a circled digit", "⑦", 7 }, { "in brackets", "(iii)", 3 },
    { "in full-width brackets", "（２）", 2 }, { "with a point", "2.", 2 },
    { "nothing", "", 0 }, { "a word", "基本目標", 0 },
    { "letters that are no number", "iq", 0 }, { "zero", "0", 0 },
};

static void reads_the_number_of_a_heading(void **state)
{
    const struct heading_case *c = *state;

    assert_int_equal(heading_number(c->no), c->number);
}

/* ---- A number that a file leaves out ---------------------------------- */

typedef enum heading_level { GOAL, THEME, MEASURE } heading_level;

/* The plan's goals, then two files: the second leaves a number out. */
static const struct number_case {
    const char *label;
    heading plan, first, second, third; /* of the level, below goal Ⅰ */
    heading_level level;
    const char *no; /* of the project in the second file */
    size_t findings;
} number_rows[] = {
    { "a goal's number from another file", { "", "" }, { "Ⅰ", "守る" },
      { "", "守 る" }, { "Ⅱ", "育てる" }, GOAL, "Ⅰ", 1 },
    { "a goal's number from the plan", { "２", "守る" }, { "Ⅲ", "育てる" },
      { "", "守る" }, { "Ⅳ", "つなぐ" }, GOAL, "２", 1 },
    { "the plan's before another file's", { "1", "守る" }, { "Ⅰ", "守る" },
      { "", "守る" }, { "Ⅱ", "育てる" }, GOAL, "1", 1 },
    { "two numbers tell nothing", { "", "" }, { "Ⅰ", "守る" },
      { "", "守る" }, { "Ⅱ", "守る" }, GOAL, "", 0 },
    { "another title has no number", { "", "" }, { "Ⅰ", "守る" },
      { "", "守れる" }, { "Ⅱ", "育てる" }, GOAL, "", 0 },
    { "its own number stays", { "", "" }, { "Ⅰ", "守る" },
      { "Ⅲ", "守る" }, { "Ⅱ", "育てる" }, GOAL, "Ⅲ", 0 },
    { "a theme's number", { "", "" }, { "①", "守る" },
      { "", "守る" }, { "②", "育てる" }, THEME, "①", 1 },
    { "a measure's number", { "", "" }, { "1-1", "窓口" },
      { "", "窓 口" }, { "1-2", "講座" }, MEASURE, "1-1", 1 },
    { "a measure's own number stays", { "", "" }, { "1-1", "窓口" },
      { "1-3", "窓口" }, { "1-2", "講座" }, MEASURE, "1-3", 0 },
    { "two numbers of measures tell nothing", { "", "" }, { "1-1", "窓口" },
      { "", "窓口" }, { "1-2", "窓口" }, MEASURE, "", 0 },
    { "one number in two writings tells it", { "", "" }, { "1-1", "窓口" },
      { "", "窓口" }, { "１-１", "窓口" }, MEASURE, "1-1", 1 },
    { "no measure has a number", { "", "" }, { "", "窓口" },
      { "", "窓口" }, { "", "講座" }, MEASURE, "", 0 },
};

static dataset *part(const char *file)
{
    dataset *d = dataset_new(0);
    source *s = dataset_add_source(d);

    s->file = s->sha256 = file;
    return d;
}

static project *add(dataset *d, heading_level level, heading h,
                    const char *name)
{
    project *p = dataset_add_project(d);

    p->has_goal = true;
    p->has_theme = level == THEME;
    p->goal.no = "Ⅰ";
    p->name = name;
    p->where = place_cell("S", (uint32_t)d->project_count, 0);
    if (level == MEASURE) {
        p->measure_no = h.no;
        p->measure = h.title;
    } else {
        *(level == THEME ? &p->theme : &p->goal) = h;
    }
    return p;
}

static const char *number_of(const project *p, heading_level level)
{
    return level == GOAL    ? p->goal.no
           : level == THEME ? p->theme.no : p->measure_no;
}

static void add_findings(dataset *d)
{
    for (size_t i = 0; i < 8; i++) /* beside as many as a part has */
        finding_add(&d->findings, "target-missing", 0, place_none(), "",
                    NULL, NULL, NULL);
}

static size_t count_rule(const dataset *d, const char *rule,
                         const finding **last)
{
    size_t n = 0;

    for (size_t i = 0; i < d->findings.count; i++)
        if (strcmp(d->findings.items[i].rule, rule) == 0) {
            *last = &d->findings.items[i];
            n++;
        }
    return n;
}

static void takes_the_number_of_the_same_title(void **state)
{
    const struct number_case *c = *state;
    dataset *a = part("a.xlsx"), *b = part("b.xlsx"), *d;
    const dataset *parts[] = { b, a };
    plan *p = plan_default();
    heading goals[] = { c->plan };
    const project *found = NULL;
    const finding *f = NULL;

    p->goals = goals;
    p->goal_count = c->plan.title[0] != '\0';
    add(a, c->level, c->first, "first");
    add(a, c->level, c->third, "third");
    add(b, c->level, c->second, "second");
    add_findings(a);
    add_findings(b);
    assert_int_equal(consolidate(&d, parts, 2, p, NULL), KPI_OK);
    for (size_t i = 0; i < d->project_count; i++)
        if (strcmp(d->projects[i].name, "second") == 0)
            found = &d->projects[i];
    assert_int_equal(count_rule(d, "target-missing", &f), 16);
    assert_string_equal(d->sources[0].file, "a.xlsx");
    assert_string_equal(d->sources[1].file, "b.xlsx");
    assert_non_null(found);
    assert_string_equal(number_of(found, c->level), c->no);
    assert_int_equal(count_rule(d, "heading-number-inferred", &f),
                     c->findings);
    if (c->findings != 0) {
        assert_string_equal(d->sources[f->source].file, "b.xlsx");
        assert_string_equal(f->value, c->second.title);
        assert_string_equal(f->args[0], c->no);
    }
    if (c->findings != 0 && c->first.no == c->no &&
        strcmp(c->third.title, c->first.title) != 0) {
        assert_string_equal(d->projects[0].name, "first");
        assert_string_equal(d->projects[1].name, "second");
    }
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

/* ---- Measures, in the order of what was first seen -------------------- */

static const struct measure_case {
    const char *label;
    heading measures[3]; /* of the projects a, b and c */
    const char *order;
} measure_rows[] = {
    { "one title and number", { { "1-1", "窓口" }, { "1-2", "講座" },
                                { "1-1", "窓口" } }, "acb" },
    { "one number in two writings", { { "①", "窓口" }, { "②", "講座" },
                                      { "(1)", "窓口" } }, "acb" },
    { "a missing number", { { "1-1", "窓口" }, { "1-2", "講座" },
                            { "", "窓口" } }, "acb" },
    { "one title, two numbers", { { "1-1", "窓口" }, { "1-2", "窓口" },
                                  { "1-1", "窓口" } }, "acb" },
    { "one number, two titles", { { "1-1", "窓口" }, { "1-1", "講座" },
                                  { "1-1", "窓口" } }, "acb" },
    { "as first seen, not by number", { { "2-1", "窓口" }, { "1-1", "窓口" },
                                        { "2-1", "窓口" } }, "acb" },
    { "no two alike", { { "1-1", "窓口" }, { "1-2", "窓口" },
                        { "1-3", "窓口" } }, "abc" },
};

static void puts_projects_of_one_measure_together(void **state)
{
    static const char *const names[] = { "a", "b", "c" };
    const struct measure_case *c = *state;
    dataset *a = part("a.xlsx"), *d;
    const dataset *parts[] = { a };
    plan *p = plan_default();

    for (size_t i = 0; i < 3; i++)
        add(a, MEASURE, c->measures[i], names[i]);
    assert_int_equal(consolidate(&d, parts, 1, p, NULL), KPI_OK);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(d->projects[i].name[0], c->order[i]);
    dataset_free(d);
    dataset_free(a);
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_the_number_of_a_heading, heading_rows);
    TEST_ROWS(tests, n, takes_the_number_of_the_same_title, number_rows);
    TEST_ROWS(tests, n, puts_projects_of_one_measure_together, measure_rows);
    return run_tests("consolidate_headings", tests, n);
}
