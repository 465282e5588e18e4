/*
 * test_plan_draft.c - a drafted plan says what the data says, and can be read
 */
#include "support/rows.h"

#include <string.h>

#include "plan/plan_draft.h"
#include "plan/plan_file.h"

/* ---- Data to draft from ------------------------------------------------- */

static project *add_project(dataset *d, const char *goal, const char *bureau,
                            const char *grade)
{
    project *p = dataset_add_project(d);

    assert_non_null(p);
    p->name = "事業";
    p->bureau = bureau;
    p->declared_grade = grade;
    p->has_goal = goal[0] != '\0';
    p->goal.no = goal;
    p->goal.title = "題: \"#1\"";
    return p;
}

typedef struct kpi_row {
    const char *name, *text;
    int baseline_year, from, to;
    bool has_target, per_year, cumulative;
} kpi_row;

static void add_kpi(dataset *d, project *p, const kpi_row *row)
{
    kpi *k = arena_alloc(&d->memory, sizeof(*k));
    actual *a = arena_alloc(&d->memory, sizeof(*a));

    assert_non_null(k);
    assert_non_null(a);
    kpi_init(k);
    actual_init(a);
    k->name = row->name;
    k->target.text = row->text;
    k->target.from = row->from;
    k->target.to = row->to;
    k->target.per_year = row->per_year;
    k->baseline.present = row->baseline_year != 0;
    k->baseline.fiscal_year = row->baseline_year;
    k->target.value.known = row->has_target;
    a->fiscal_year = 2016;
    a->value.known = true;
    a->cumulative = row->cumulative;
    k->actuals = a;
    k->actual_count = 1;
    p->kpis = k;
    p->kpi_count = 1;
}

static dataset *strategy(void)
{
    static const char *grants[] = { "先行型", "推進" };
    static const kpi_row both = { "集積：\"研究者\"", "集積\n35人⇒200人\\", 2014,
                                  0, 2019, true, false, true };
    static const kpi_row total = { "利用者数", "21,200人（H27～H31年度）", 0, 2015,
                                   2019, true, false, false };
    dataset *d = dataset_new(0);
    project *p;

    assert_non_null(d);
    p = add_project(d, "Ⅰ", "環境局", "A");
    add_kpi(d, p, &both);
    p->grants = grants;
    p->grant_count = 2;
    p = add_project(d, "I", "産業経済局", "D");
    add_kpi(d, p, &total);
    p = add_project(d, "Ⅱ", "環境局", "");
    p->declared_status = "－";
    add_kpi(d, p, &both);
    return d;
}

/* ---- Drafting and reading ----------------------------------------------- */

static void draft_text(buf *out, const dataset *d)
{
    kpi_error err;

    buf_init(out);
    assert_int_equal(plan_draft(out, d, &err), KPI_OK);
    assert_true(buf_ok(out));
}

static plan *read_draft(const buf *draft)
{
    kpi_source given = { "draft.yaml", draft->bytes, draft->length };
    kpi_error err;
    plan *p;

    if (plan_file_read(&p, &given, &err) != KPI_OK)
        fail_msg("%u:%u: %s\n%s", err.line, err.column, err.message,
                 buf_cstr(draft));
    return p;
}

/* What an officer does: takes "# " off the lines of a part. */
static void take_in(buf *out, const buf *draft, const char *part)
{
    text t = buf_slice(draft);
    size_t start = text_find(t, part, 0), end;

    assert_true(start != SIZE_MAX);
    buf_init(out);
    buf_text(out, text_cut(t, 0, start));
    while (start < t.length && t.bytes[start] == '#') {
        end = text_find(t, "\n", start);
        buf_text(out, text_cut(t, start + 2, end + 1));
        start = end + 1;
    }
    buf_text(out, text_from(t, start));
}

static void drafts_what_a_strategy_report_says(void **state)
{
    dataset *d = strategy();
    buf draft;
    plan *p;

    (void)state;
    draft_text(&draft, d);
    p = read_draft(&draft);
    assert_string_equal(p->title, "KPI達成状況（平成28年度(2016)末時点）");
    assert_int_equal(p->reported_year, 2016);
    assert_int_equal(p->from, 2015);
    assert_int_equal(p->to, 2019);
    assert_int_equal(p->layout_count, 1);
    assert_string_equal(p->layouts[0], "strategy");
    assert_int_equal(p->department_count, 2);
    assert_string_equal(p->departments[0].name, "環境局");
    assert_string_equal(p->departments[1].name, "産業経済局");
    assert_int_equal(p->grant_count, 2);
    assert_string_equal(p->grants[1], "推進");
    assert_int_equal(p->goal_count, 2);
    assert_string_equal(p->goals[0].no, "Ⅰ");
    assert_string_equal(p->goals[0].title, "題: \"#1\"");
    assert_int_equal(p->category_count, 1);
    assert_string_equal(p->categories[0].status, "－");
    assert_int_equal(p->project_rule, PROJECT_BEST);
    assert_int_equal(p->band_count, 0);
    assert_int_equal(p->kpi_rule_count, 0);
    plan_free(p);
    buf_free(&draft);
    dataset_free(d);
}

static void lists_doubtful_kpis_once_and_commented_out(void **state)
{
    dataset *d = strategy();
    buf draft, taken;
    plan *p;

    (void)state;
    draft_text(&draft, d);
    assert_non_null(strstr(buf_cstr(&draft), "#   # 集積 35人⇒200人\\\n"));
    take_in(&taken, &draft, "# kpis:\n");
    p = read_draft(&taken);
    assert_int_equal(p->kpi_rule_count, 2);
    assert_string_equal(p->kpi_rules[0].match, "集積:\"研究者\"");
    assert_int_equal(p->kpi_rules[0].kind, KIND_CUMULATIVE);
    assert_string_equal(p->kpi_rules[1].match, "利用者数");
    assert_int_equal(p->kpi_rules[1].kind, KIND_CUMULATIVE);
    plan_free(p);
    buf_free(&taken);
    buf_free(&draft);
    dataset_free(d);
}

static void offers_the_schemes_that_hold_the_declared_grades(void **state)
{
    dataset *d = strategy();
    buf draft, taken;
    plan *p;

    (void)state;
    draft_text(&draft, d);
    assert_non_null(strstr(buf_cstr(&draft), "# scheme: 110-80-50"));
    assert_null(strstr(buf_cstr(&draft), "# scheme: symbols"));
    take_in(&taken, &draft, "# scheme: a-b-bstar-c-d-e");
    p = read_draft(&taken);
    assert_string_equal(p->scheme, "a-b-bstar-c-d-e");
    plan_free(p);
    buf_free(&taken);
    buf_free(&draft);
    dataset_free(d);
}

static void drafts_a_grant_form(void **state)
{
    dataset *d = dataset_new(0);
    cost money = { .value = { .known = true }, .unit = "", .text = "1" };
    project *p;
    buf draft;
    plan *read;

    (void)state;
    assert_non_null(d);
    p = add_project(d, "", "経済局 立地部", "");
    p->lead = "福岡市";
    p->costs = &money;
    p->cost_count = 1;
    d->fiscal_year = 2020;
    draft_text(&draft, d);
    read = read_draft(&draft);
    assert_string_equal(read->municipality, "福岡市");
    assert_string_equal(read->layouts[0], "grant");
    assert_int_equal(read->layout_count, 1);
    assert_int_equal(read->reported_year, 2020);
    assert_int_equal(read->from, 0);
    assert_int_equal(read->project_rule, PROJECT_NONE);
    assert_string_equal(read->departments[0].name, "経済局 立地部");
    assert_non_null(strstr(buf_cstr(&draft), "# cost_unit: 千円"));
    plan_free(read);
    buf_free(&draft);
    dataset_free(d);
}

static const struct hostile {
    const char *label;
    const char *name;
    size_t departments;
} hostiles[] = {
    { "survives_yaml_signs", "- [a]: {b} #c &d *e !f %g @h `i", 1 },
    { "survives_quotes", "\"a\" 'b' \\", 1 },
    { "survives_line_breaks", "a\nb\r\nc\td", 1 },
    { "survives_unicode_breaks", "a\xE2\x80\xA8" "b\xC2\x85" "c", 1 },
    { "survives_a_byte_order_mark", "\xEF\xBB\xBF" "a", 1 },
    { "survives_broken_utf_8", "a\xff\xfe" "b", 1 },
    { "leaves_out_what_has_no_letters", "\x7f\x01\n", 0 },
    { "leaves_out_spaces", "　 ", 0 },
    { "survives_dashes_and_words", "null", 1 },
    { "survives_a_comment", "# x", 1 },
};

static void survives(void **state)
{
    const struct hostile *c = *state;
    const kpi_row row = { c->name, c->name, 2014, 0, 2019, true, false,
                          true };
    const char *grants[] = { c->name };
    dataset *d = dataset_new(0);
    project *p;
    buf draft, taken;
    plan *read;

    assert_non_null(d);
    p = add_project(d, c->name, c->name, c->name);
    p->goal.title = c->name;
    p->lead = c->name;
    p->declared_status = c->name;
    p->grants = grants;
    p->grant_count = 1;
    d->title = c->name;
    add_kpi(d, p, &row);
    draft_text(&draft, d);
    read = read_draft(&draft);
    assert_int_equal(read->department_count, c->departments);
    plan_free(read);
    if (c->departments > 0) {
        take_in(&taken, &draft, "# kpis:\n");
        read = read_draft(&taken);
        assert_int_equal(read->kpi_rule_count, 1);
        plan_free(read);
        buf_free(&taken);
    }
    buf_free(&draft);
    dataset_free(d);
}

static void drafts_from_nothing(void **state)
{
    dataset *d = dataset_new(0);
    buf draft;

    (void)state;
    assert_non_null(d);
    draft_text(&draft, d);
    plan_free(read_draft(&draft));
    buf_free(&draft);
    dataset_free(d);
}

static void gives_the_same_bytes_again(void **state)
{
    dataset *d = strategy();
    buf one, two;

    (void)state;
    draft_text(&one, d);
    draft_text(&two, d);
    assert_string_equal(buf_cstr(&one), buf_cstr(&two));
    buf_free(&one);
    buf_free(&two);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ONE(tests, n, drafts_what_a_strategy_report_says);
    TEST_ONE(tests, n, lists_doubtful_kpis_once_and_commented_out);
    TEST_ONE(tests, n, offers_the_schemes_that_hold_the_declared_grades);
    TEST_ONE(tests, n, drafts_a_grant_form);
    TEST_ROWS(tests, n, survives, hostiles);
    TEST_ONE(tests, n, drafts_from_nothing);
    TEST_ONE(tests, n, gives_the_same_bytes_again);
    return run_tests("plan_draft", tests, n);
}
