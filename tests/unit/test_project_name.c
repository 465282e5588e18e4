/* test_project_name.c - a project's number and name as they are printed */
#include "output/project_name.h"
#include "support/rows.h"

static const struct name_case {
    const char *label, *no, *name, *printed;
} names[] = {
    { "no number", "", "移住の促進", "移住の促進" },
    { "a circled number stands close", "①", "移住の促進", "①移住の促進" },
    { "a bracket stands close", "(2)", "移住の促進", "(2)移住の促進" },
    { "a digit keeps off", "3", "移住の促進", "3 移住の促進" },
    { "of full width too", "３", "１人１台の端末", "３ １人１台の端末" },
    { "levels", "1-2", "移住の促進", "1-2 移住の促進" },
    { "a letter keeps off", "a", "移住の促進", "a 移住の促進" },
};

static void prints_a_name(void **state)
{
    const struct name_case *c = *state;
    project p = { .no = c->no, .name = c->name };
    buf b;

    buf_init(&b);
    put_project_name(&b, &p);
    assert_string_equal(buf_cstr(&b), c->printed);
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[20];
    size_t n = 0;

    TEST_ROWS(tests, n, prints_a_name, names);
    return run_tests("project_name", tests, n);
}
