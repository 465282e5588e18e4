#include "support/kpi_spec.h"
#include "support/rows.h"

#include <string.h>

#include "kpi/compare.h"
#include "store_random.h"

/* ---- A side in one text -------------------------------------------------- */

/*
 * Lines: `P goal|name|bureau` a project (R in front: listed again), then
 * `K name|code|words` a KPI of it (words: see kpi_spec.h). Lines end by \n.
 */
static const char *slice(dataset *d, text t)
{
    return arena_strndup(&d->memory, t.bytes, t.length);
}

static text next_part(text *rest, const char *mark)
{
    size_t at = text_find(*rest, mark, 0);
    text part = at == SIZE_MAX ? *rest : text_cut(*rest, 0, at);

    *rest = at == SIZE_MAX ? text_from(*rest, rest->length)
                           : text_from(*rest, at + strlen(mark));
    return part;
}

static void read_project(dataset *d, text line, bool relisted)
{
    project *p = dataset_add_project(d);

    assert_non_null(p);
    p->relisted = relisted;
    p->goal.no = slice(d, next_part(&line, "|"));
    p->has_goal = p->goal.no[0] != '\0';
    p->name = slice(d, next_part(&line, "|"));
    p->bureau = slice(d, next_part(&line, "|"));
    p->measure_no = slice(d, next_part(&line, "|"));
    p->measure = slice(d, line);
    p->where = place_cell("表", (uint32_t)d->project_count, 0);
}

static void read_kpi(dataset *d, text line)
{
    project *p = &d->projects[d->project_count - 1];
    const char *name = slice(d, next_part(&line, "|"));
    const char *code = slice(d, next_part(&line, "|"));
    kpi *k;

    assert_true(spec_kpi(d, p, slice(d, line)));
    k = &p->kpis[p->kpi_count - 1];
    k->name = name;
    k->code = code;
    k->where = place_cell("表", (uint32_t)d->project_count,
                          (uint32_t)p->kpi_count);
}

static dataset *side_of(const char *lines)
{
    dataset *d = dataset_new(0);
    text rest = text_of(lines);
    source *s;

    assert_non_null(d);
    s = dataset_add_source(d);
    assert_non_null(s);
    s->file = "局.xlsx";
    while (rest.length > 0) {
        text line = next_part(&rest, "\n");

        if (text_starts(line, "P "))
            read_project(d, text_from(line, 2), false);
        else if (text_starts(line, "R "))
            read_project(d, text_from(line, 2), true);
        else if (text_starts(line, "K "))
            read_kpi(d, text_from(line, 2));
    }
    return d;
}

/* ---- A comparison in one text --------------------------------------------- */

static void put_changes(buf *b, const compare_changes *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        const compare_change *c = &changes->items[i];

        buf_printf(b, " %s%s", c->minor ? "~" : "",
                   compare_field_id(c->field));
        if (c->fiscal_year != 0)
            buf_printf(b, "%d", c->fiscal_year);
        buf_printf(b, "[%s>%s]", c->old.text, c->now.text);
    }
}

/* Pairs that are the same by name are left out. */
static void put_result(buf *b, const comparison *c)
{
    for (size_t i = 0; i < c->project_count; i++) {
        const compare_project *p = &c->projects[i];

        if (p->match == MATCH_NAME && p->changes.count == 0)
            continue;
        if (p->match == MATCH_NONE)
            buf_printf(b, "%sP %s;", p->old == NULL ? "+" : "-",
                       p->old == NULL ? p->now->name : p->old->name);
        else {
            buf_printf(b, "P %s %s", p->now->name,
                       compare_match_id(p->match));
            put_changes(b, &p->changes);
            buf_char(b, ';');
        }
    }
    for (size_t i = 0; i < c->kpi_count; i++) {
        const compare_kpi *k = &c->kpis[i];

        if (k->match == MATCH_NAME && k->changes.count == 0)
            continue;
        if (k->match == MATCH_NONE)
            buf_printf(b, "%sK %s;", k->old == NULL ? "+" : "-",
                       k->old == NULL ? k->now->name : k->old->name);
        else {
            buf_printf(b, "K %s %s", k->now->name,
                       compare_match_id(k->match));
            put_changes(b, &k->changes);
            buf_char(b, ';');
        }
    }
}

#define ONE "P Ⅰ|創業支援事業|環境局\n"

static const struct pair_case {
    const char *label, *old, *now, *result;
} cases[] = {
    { "two equal sides have no change", ONE "K 件数||U=件 T2019=10 A2016=5\n",
      ONE "K 件数||U=件 T2019=10 A2016=5\n", "" },
    { "a figure of a year changed", ONE "K 件数||U=件 T2019=10 A2016=5\n",
      ONE "K 件数||U=件 T2019=10 A2016=6\n", "K 件数 name actual2016[5件>6件];" },
    { "only the number of the measure changed",
      "P Ⅰ|相談窓口|局|1-1|商工業の振興\n", "P Ⅰ|相談窓口|局|1-2|商工業の振興\n",
      "P 相談窓口 name measure[1-1　商工業の振興>1-2　商工業の振興];" },
    { "a measure's number in another writing is minor",
      "P Ⅰ|相談窓口|局|1-1|商工業の振興\n", "P Ⅰ|相談窓口|局|１-１|商工業の振興\n",
      "P 相談窓口 name ~measure[1-1　商工業の振興>１-１　商工業の振興];" },
    { "a figure came", ONE "K 件数||U=件 T2019=10 A2015=5\n",
      ONE "K 件数||U=件 T2019=10 A2015=5 A2016=6\n",
      "K 件数 name actual2016[>6件];" },
    { "why there is no figure changed",
      ONE "K 件数||U=件 T2019=10 A2016=-:調査中\n",
      ONE "K 件数||U=件 T2019=10 A2016=-:未実施\n",
      "K 件数 name state2016[調査中>未実施];" },
    { "a figure instead of a reason",
      ONE "K 件数||U=件 T2019=10 A2016=-:調査中\n",
      ONE "K 件数||U=件 T2019=10 A2016=7\n",
      "K 件数 name actual2016[調査中>7件];" },
    { "a total so far is not a year's figure",
      ONE "K 件数||U=件 T2019=10 A2016=5\n",
      ONE "K 件数||U=件 T2019=10 A2016=c5\n",
      "K 件数 name actual2016[5件>累計5件];" },
    { "the same amount in another unit is minor",
      ONE "K 額||U=兆円 T2019=1 A2016=1\n",
      ONE "K 額||U=兆円 T2019=1 A2016=10000億円\n",
      "K 額 name ~actual2016[1兆円>10,000億円];" },
    { "target and its years changed", ONE "K 件数||U=件 T2019=10\n",
      ONE "K 件数||U=件 T2015-2020=12\n",
      "K 件数 name target[10件>12件] target-years[2019>2015～2020];" },
    { "a target per year is another target",
      ONE "K 件数||U=件 T2015-2019=10\n",
      ONE "K 件数||U=件 T2015-2019=10 per-year\n",
      "K 件数 name target[10件>10件／年];" },
    { "baseline and its year changed",
      ONE "K 件数||U=件 T2019=10 B2014=1\n",
      ONE "K 件数||U=件 T2019=10 B2013=2\n",
      "K 件数 name baseline[1件>2件] baseline-year[2014>2013];" },
    { "a planned value changed", ONE "K 件数||U=件 T2019=10 P2016=3\n",
      ONE "K 件数||U=件 T2019=10 P2016=4\n",
      "K 件数 name planned2016[3件>4件];" },
    { "kind and direction changed", ONE "K 件数||U=件 T2019=10\n",
      ONE "K 件数||U=件 T2019=10 kind=level direction=down\n",
      "K 件数 name kind[>level] direction[>down];" },
    { "a unit changed", ONE "K 額||U=千円 T2019=10 A2016=5\n",
      ONE "K 額||U=円 T2019=10 A2016=5\n",
      "K 額 name unit[千円>円] target[10千円>10円] actual2016[5千円>5円];" },
    { "names pair folded, and the difference is minor",
      "P Ⅰ|ＩＴ企業の誘致|環境局\nK 件数（社）||U=件 T2019=10\n",
      "P I|IT企業の誘致|環境局\nK 件数(社)||U=件 T2019=10\n",
      "P IT企業の誘致 name ~goal[Ⅰ>I] ~name[ＩＴ企業の誘致>IT企業の誘致];"
      "K 件数(社) name ~name[件数（社）>件数(社)];" },
    { "a project moves to another goal", ONE "K 件数||U=件 T2019=10\n",
      "P Ⅱ|創業支援事業|環境局\nK 件数||U=件 T2019=10\n",
      "P 創業支援事業 moved goal[Ⅰ>Ⅱ];K 件数 moved;" },
    { "a code goes before a name",
      ONE "K 件数|A1|U=件 T2019=10\nK 人数|A2|U=人 T2019=20\n",
      ONE "K 人数|A1|U=件 T2019=10\nK 件数|A2|U=人 T2019=20\n",
      "K 人数 code name[件数>人数];K 件数 code name[人数>件数];" },
    { "a code finds a KPI in another project",
      ONE "K 件数|A1|U=件 T2019=10\nK 人数||U=人 T2019=9\n"
      "P Ⅰ|港の整備|港湾局\n",
      ONE "K 人数||U=人 T2019=9\n"
      "P Ⅰ|港の整備|港湾局\nK 件数|A1|U=件 T2019=10\n",
      "K 件数 code project[創業支援事業>港の整備];" },
    { "projects are known by the codes of their KPIs",
      ONE "K 件数|A1|U=件 T2019=10\n",
      "P Ⅰ|まったく別の名|港湾局\nK 件数|A1|U=件 T2019=10\n",
      "P まったく別の名 code name[創業支援事業>まったく別の名] "
      "bureau[環境局>港湾局];K 件数 code;" },
    { "a code that stands twice decides nothing",
      ONE "K 件数|A1|U=件 T2019=10\nK 人数|A1|U=人 T2019=20\n",
      ONE "K 件数|A1|U=件 T2019=10\nK 人数|A1|U=人 T2019=20\n", "" },
    { "a similar name beside unit and target is suggested",
      ONE "K 新規創業の件数||U=件 T2019=10\n",
      ONE "K 新規の創業件数||U=件 T2019=10\n",
      "K 新規の創業件数 suggested name[新規創業の件数>新規の創業件数];" },
    { "a similar name with another target is not",
      ONE "K 新規創業の件数||U=件 T2019=10\n",
      ONE "K 新規の創業件数||U=件 T2019=11\n",
      "+K 新規の創業件数;-K 新規創業の件数;" },
    { "two names as similar are not suggested",
      ONE "K 利用者の数||U=人 T2019=10\n",
      ONE "K 利用者の数１||U=人 T2019=10\nK 利用者の数２||U=人 T2019=10\n",
      "+K 利用者の数１;+K 利用者の数２;-K 利用者の数;" },
    { "a renamed project of a bureau is suggested, and its KPIs with it",
      ONE "K 件数||U=件 T2019=10\n",
      "P Ⅰ|創業支援の事業|環境局\nK 件数||U=件 T2019=10\n",
      "P 創業支援の事業 suggested name[創業支援事業>創業支援の事業];"
      "K 件数 suggested;" },
    { "a similar project of another bureau is not",
      ONE, "P Ⅰ|創業支援の事業|港湾局\n",
      "+P 創業支援の事業;-P 創業支援事業;" },
    { "projects and KPIs come and go",
      ONE "K 件数||U=件 T2019=10\n", "P Ⅱ|港の整備|港湾局\nK 隻数||U=隻 T2019=3\n",
      "+P 港の整備;-P 創業支援事業;+K 隻数;-K 件数;" },
    { "KPIs of one name pair in their order",
      ONE "K 件数||U=件 T2019=10\nK 件数||U=件 T2019=20\n",
      ONE "K 件数||U=件 T2019=10\nK 件数||U=件 T2019=21\n",
      "K 件数 name target[20件>21件];" },
    { "of one name the unit tells them apart",
      ONE "K 数||U=件 T2019=10\nK 数||U=人 T2019=20\n",
      ONE "K 数||U=人 T2019=20\nK 数||U=件 T2019=10\n", "" },
    { "listed again pairs with listed again",
      ONE "K 件数||U=件 T2019=10\nR Ⅰ|創業支援事業|環境局\nK 件数||U=件 T2019=10\n",
      ONE "K 件数||U=件 T2019=10\n", "-P 創業支援事業;-K 件数;" },
};

static void compares(void **state)
{
    const struct pair_case *row = *state;
    dataset *old = side_of(row->old), *now = side_of(row->now);
    plan *p = spec_plan("Y2016");
    comparison c;
    arena a;
    buf b;

    arena_init(&a, 0);
    buf_init(&b);
    assert_int_equal(compare_datasets(&c, &a, old, now, p, NULL), KPI_OK);
    put_result(&b, &c);
    assert_string_equal(buf_cstr(&b), row->result);
    buf_free(&b);
    arena_free(&a);
    plan_free(p);
    dataset_free(old);
    dataset_free(now);
}

/* ---- Effects ---------------------------------------------------------------- */

static void tells_what_a_change_does_to_rate_and_grade(void **state)
{
    dataset *old = side_of(ONE "K 件数||U=件 T2019=10 A2016=13\n");
    dataset *now = side_of(ONE "K 件数||U=件 T2019=10 A2016=6\n");
    plan *p = spec_plan("Y2016 2015-2019 digits=0 rule=best");
    comparison c;
    arena a;

    (void)state;
    arena_init(&a, 0);
    assert_int_equal(compare_assess(old, now, p, NULL), KPI_OK);
    assert_int_equal(compare_datasets(&c, &a, old, now, p, NULL), KPI_OK);
    assert_true(c.kpis[0].effect.rate_changed);
    assert_string_equal(c.kpis[0].effect.old_shown, "130%");
    assert_string_equal(c.kpis[0].effect.now_shown, "60%");
    assert_true(c.projects[0].effect.grade_changed);
    assert_string_equal(c.projects[0].effect.old_grade, "A");
    assert_string_equal(c.projects[0].effect.now_grade, "D");
    assert_false(compare_same(&c, false));
    arena_free(&a);
    plan_free(p);
    dataset_free(old);
    dataset_free(now);
}

static void assesses_an_earlier_year_by_its_own_year(void **state)
{
    dataset *old = side_of(ONE "K 件数||U=件 T2019=10 A2015=8\n");
    dataset *now = side_of(ONE "K 件数||U=件 T2019=10 A2015=8 A2016=10\n");
    plan *p = spec_plan("Y2016 2015-2019 digits=0 rule=best");

    (void)state;
    assert_int_equal(compare_assess(old, now, p, NULL), KPI_OK);
    assert_int_equal(old->fiscal_year, 2015);
    assert_int_equal(now->fiscal_year, 2016);
    assert_string_equal(old->projects[0].kpis[0].assessment.shown, "80%");
    plan_free(p);
    dataset_free(old);
    dataset_free(now);
}

static void names_the_cell_of_a_field_or_the_record(void **state)
{
    dataset *old = side_of(ONE "K 件数||U=件 T2019=10 A2016=5\n");
    dataset *now = side_of(ONE "K 件数||U=件 T2019=10 A2016=6\n");
    plan *p = spec_plan("Y2016");
    comparison c;
    arena a;

    (void)state;
    arena_init(&a, 0);
    now->projects[0].kpis[0].actuals[0].where = place_cell("表", 7, 9);
    old->projects[0].kpis[0].actuals[0].where = place_none();
    assert_int_equal(compare_datasets(&c, &a, old, now, p, NULL), KPI_OK);
    assert_int_equal(c.kpis[0].changes.count, 1);
    assert_int_equal(c.kpis[0].changes.items[0].now.where.row, 7);
    assert_int_equal(c.kpis[0].changes.items[0].now.where.col, 9);
    assert_int_equal(c.kpis[0].changes.items[0].old.where.col, 1);
    arena_free(&a);
    plan_free(p);
    dataset_free(old);
    dataset_free(now);
}

static void leaves_superseded_projects_out(void **state)
{
    dataset *old = side_of(ONE "K 件数||U=件 T2019=10\n");
    dataset *now = side_of(ONE "K 件数||U=件 T2019=10\n" ONE
                           "K 件数||U=件 T2019=99\n");
    plan *p = spec_plan("Y2016");
    comparison c;
    arena a;

    (void)state;
    arena_init(&a, 0);
    now->projects[1].superseded = true;
    assert_int_equal(compare_datasets(&c, &a, old, now, p, NULL), KPI_OK);
    assert_true(compare_same(&c, true));
    assert_int_equal(c.project_count, 1);
    arena_free(&a);
    plan_free(p);
    dataset_free(old);
    dataset_free(now);
}

/* Every KPI renamed: more than COMPARE_ALIKE alike get no suggestion, and it
 * does not take the square of their number. */
static void stays_quick_where_all_are_renamed(void **state)
{
    enum { MANY = 20000 };
    dataset *sides[2];
    plan *p = spec_plan("Y2016");
    comparison c;
    arena a;

    (void)state;
    arena_init(&a, 0);
    for (int s = 0; s < 2; s++) {
        project *made;

        sides[s] = side_of(ONE "K 件数||U=件 T2019=10\n");
        made = &sides[s]->projects[0];
        made->kpis = arena_array(&sides[s]->memory, MANY, sizeof(kpi));
        assert_non_null(made->kpis);
        made->kpi_count = MANY;
        for (size_t i = 0; i < MANY; i++) {
            kpi_init(&made->kpis[i]);
            made->kpis[i].name = arena_printf(&sides[s]->memory, "%s%zu",
                                              s ? "新指標" : "旧指標", i);
        }
    }
    assert_int_equal(compare_datasets(&c, &a, sides[0], sides[1], p, NULL),
                     KPI_OK);
    assert_int_equal(c.kpis_added, MANY);
    assert_int_equal(c.kpis_removed, MANY);
    assert_int_equal(c.suggested, 0);
    arena_free(&a);
    plan_free(p);
    dataset_free(sides[0]);
    dataset_free(sides[1]);
}

/* ---- Properties over random data --------------------------------------------- */

enum { SEEDS = 300 };

static void a_dataset_compared_with_itself_has_no_change(void **state)
{
    plan *p = spec_plan("Y2016");

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        dataset *d = random_dataset(seed);
        comparison c;
        arena a;

        arena_init(&a, 0);
        assert_int_equal(compare_datasets(&c, &a, d, d, p, NULL), KPI_OK);
        for (size_t i = 0; i < c.kpi_count; i++)
            assert_int_equal(c.kpis[i].changes.count, 0);
        assert_int_equal(c.projects_added + c.projects_removed +
                             c.projects_changed + c.minor, 0);
        arena_free(&a);
        dataset_free(d);
    }
    plan_free(p);
}

static bool mirrored_changes(const compare_changes *a,
                             const compare_changes *b)
{
    if (a->count != b->count || a->minor != b->minor)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->items[i].field != b->items[i].field ||
            a->items[i].fiscal_year != b->items[i].fiscal_year ||
            a->items[i].minor != b->items[i].minor ||
            strcmp(a->items[i].old.text, b->items[i].now.text) != 0 ||
            strcmp(a->items[i].now.text, b->items[i].old.text) != 0)
            return false;
    return true;
}

static void assert_mirror(const comparison *a, const comparison *b)
{
    assert_int_equal(a->kpi_count, b->kpi_count);
    assert_int_equal(a->project_count, b->project_count);
    assert_int_equal(a->projects_added, b->projects_removed);
    assert_int_equal(a->kpis_added, b->kpis_removed);
    assert_int_equal(a->kpis_changed, b->kpis_changed);
    assert_int_equal(a->suggested, b->suggested);
    for (size_t i = 0; i < a->kpi_count; i++) {
        bool found = false;

        for (size_t k = 0; k < b->kpi_count && !found; k++)
            found = a->kpis[i].old == b->kpis[k].now &&
                    a->kpis[i].now == b->kpis[k].old &&
                    a->kpis[i].match == b->kpis[k].match &&
                    mirrored_changes(&a->kpis[i].changes,
                                     &b->kpis[k].changes);
        assert_true(found);
    }
}

/* Two sides that share some projects: the second is the first, shuffled and
 * spoilt here and there. */
static dataset *spoilt(uint64_t seed)
{
    dataset *d = random_dataset(seed);
    dice r = { seed * 77 + 5, d };

    for (size_t i = 0; i + 1 < d->project_count; i++)
        if (throw_dice(&r, 2)) {
            project p = d->projects[i];

            d->projects[i] = d->projects[i + 1];
            d->projects[i + 1] = p;
        }
    for (size_t i = 0; i < d->project_count; i++) {
        project *p = &d->projects[i];

        if (throw_dice(&r, 4) == 0)
            p->name = random_text(&r);
        for (size_t k = 0; k < p->kpi_count; k++) {
            if (throw_dice(&r, 4) == 0)
                p->kpis[k].name = random_text(&r);
            if (throw_dice(&r, 4) == 0)
                p->kpis[k].target.value = random_quantity(&r);
            if (throw_dice(&r, 4) == 0)
                p->kpis[k].code = random_text(&r);
        }
    }
    return d;
}

static void comparing_backwards_is_the_mirror(void **state)
{
    plan *p = spec_plan("Y2016");

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        dataset *one = random_dataset(seed), *two = spoilt(seed);
        comparison there, back;
        arena a;

        arena_init(&a, 0);
        assert_int_equal(compare_datasets(&there, &a, one, two, p, NULL),
                         KPI_OK);
        assert_int_equal(compare_datasets(&back, &a, two, one, p, NULL),
                         KPI_OK);
        assert_mirror(&there, &back);
        arena_free(&a);
        dataset_free(one);
        dataset_free(two);
    }
    plan_free(p);
}

int main(void)
{
    static struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, compares, cases);
    TEST_ONE(tests, n, tells_what_a_change_does_to_rate_and_grade);
    TEST_ONE(tests, n, assesses_an_earlier_year_by_its_own_year);
    TEST_ONE(tests, n, names_the_cell_of_a_field_or_the_record);
    TEST_ONE(tests, n, leaves_superseded_projects_out);
    TEST_ONE(tests, n, stays_quick_where_all_are_renamed);
    TEST_ONE(tests, n, a_dataset_compared_with_itself_has_no_change);
    TEST_ONE(tests, n, comparing_backwards_is_the_mirror);
    return run_tests("compare", tests, n);
}
