#include "support/kpi_spec.h"
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check/check.h"
#include "check/template_stamp.h"
#include "ingest/ingest.h"
#include "kpi/compare.h"
#include "ooxml/zip.h"
#include "output/template.h"
#include "wording/kpi_text.h"

/* ---- A template in memory -------------------------------------------------- */

typedef struct made {
    plan *plan;
    dataset *data;
    buf bytes;
    template_counts counts;
} made;

static const char *const words[] = {
    "U=人 B2014=115 T2015-2019=1000 A2015=142 A2016=c305",
    "U=件 T2019=10 B2014=2 A2015=3 A2016=5 kind=level",
    "U=位 B2014=4 T2019=1 A2015=3 direction=down",
    "U=兆円 T2019=1 B2014=0.8 A2015=906億円",
    "U=% T2019=85 A2015=80.5 A2016=-:調査中",
    "U=人 T2019=50 q=以上 A2015=40",
    "T2018=計画改定 kind=milestone A2015=-:検討中",
    "U=人 T=30 per-year kind=annual A2015=31 A2016=29",
    "U=件 T2015-2019=20 累計 A2015=4 A2016=6 P2017=12",
};
enum { KPIS = sizeof(words) / sizeof(*words) };

static plan *plan_of(void)
{
    plan *p = spec_plan("Y2017 2015-2019 digits=0 rule=best");

    assert_non_null(p);
    p->title = "総合戦略";
    p->municipality = "北市";
    p->departments = arena_array(&p->memory, 1, sizeof(*p->departments));
    assert_non_null(p->departments);
    p->departments[0] = (plan_department){ .name = "環境局",
                                           .contact = "" };
    p->department_count = 1;
    return p;
}

/* Two projects of 環境局 and one of another bureau. */
static dataset *data_of(void)
{
    dataset *d = dataset_new(0);
    static const char *const names[] = { "創業支援事業", "港の整備", "他局の事業" };
    static const char *const bureaus[] = { "環境局", "環境局", "港湾局" };
    source *s;

    assert_non_null(d);
    s = dataset_add_source(d);
    assert_non_null(s);
    s->file = "去年.xlsx";
    for (size_t i = 0; i < 3; i++) {
        project *p = dataset_add_project(d);

        assert_non_null(p);
        p->has_goal = p->has_theme = true;
        p->goal = (heading){ "Ⅰ", "しごとをつくる" };
        p->theme = (heading){ "①", "起業" };
        p->measure_no = "1-1";
        p->measure = "創業を支援する";
        p->no = i == 0 ? "①" : "②";
        p->name = names[i];
        p->bureau = bureaus[i];
        for (size_t k = 0; i == 0 ? k < KPIS : k < 1; k++) {
            kpi *made_kpi;

            assert_true(spec_kpi(d, p, words[k]));
            made_kpi = &p->kpis[p->kpi_count - 1];
            made_kpi->name = arena_printf(&d->memory, "指標%c%s",
                                          (char)('A' + k),
                                          k == 0 ? "（人）" : "");
        }
    }
    return d;
}

static void read_back(buf *out, const char *path)
{
    FILE *f = fopen(path, "rb");
    char chunk[4096];
    size_t n;

    assert_non_null(f);
    buf_init(out);
    while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
        buf_add(out, chunk, n);
    fclose(f);
    assert_true(buf_ok(out));
}

static void make_of(made *m, dataset *data)
{
    char path[] = "/tmp/kpibook_template_XXXXXX";
    int fd = mkstemp(path);
    template_options o = { .created = "2018-04-01T00:00:00Z" };
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };

    assert_true(fd >= 0);
    close(fd);
    m->plan = plan_of();
    m->data = data;
    if (template_write(path, &m->counts, m->data, m->plan,
                       &m->plan->departments[0], &o, &err) != KPI_OK)
        fail_msg("%s", err.message);
    read_back(&m->bytes, path);
    unlink(path);
}

static void make_with(made *m, bool filled)
{
    make_of(m, filled ? data_of() : NULL);
}

static void make(made *m)
{
    make_with(m, true);
}

static void unmake(made *m)
{
    buf_free(&m->bytes);
    plan_free(m->plan);
    dataset_free(m->data);
}

static kpi_source source_of(const made *m)
{
    return (kpi_source){ "環境局.xlsx", buf_cstr(&m->bytes),
                         m->bytes.length };
}

static dataset *ingest(const made *m)
{
    kpi_source s = source_of(m);
    dataset *d = NULL;

    assert_int_equal(ingest_workbook(&d, NULL, &s, m->plan, NULL, NULL),
                     KPI_OK);
    return d;
}

static size_t count_of(const dataset *d, const char *id)
{
    size_t n = 0;

    for (size_t i = 0; i < d->findings.count; i++)
        n += strcmp(d->findings.items[i].rule, id) == 0;
    return n;
}

/* ---- What goes in comes out --------------------------------------------------- */

/* The department's projects of a dataset: what a template is made of. */
static dataset *only_mine(void)
{
    dataset *d = data_of();

    d->project_count = 2;
    return d;
}

static void reads_back_what_went_in(void **state)
{
    made m;
    dataset *d, *mine = only_mine();
    comparison c;
    arena a;

    (void)state;
    make(&m);
    assert_int_equal(m.counts.projects, 2);
    assert_int_equal(m.counts.kpis, KPIS + 1);
    assert_int_equal(m.counts.blank, TEMPLATE_MORE_ROWS);
    d = ingest(&m);
    assert_int_equal(d->project_count, 2);
    arena_init(&a, 0);
    assert_int_equal(compare_datasets(&c, &a, mine, d, m.plan, NULL),
                     KPI_OK);
    for (size_t i = 0; i < c.project_count; i++)
        for (size_t k = 0; k < c.projects[i].changes.count; k++)
            fail_msg("project %s: %s: [%s] > [%s]", c.projects[i].now->name,
                     compare_field_id(c.projects[i].changes.items[k].field),
                     c.projects[i].changes.items[k].old.text,
                     c.projects[i].changes.items[k].now.text);
    for (size_t i = 0; i < c.kpi_count; i++)
        for (size_t k = 0; k < c.kpis[i].changes.count; k++)
            fail_msg("KPI %s: %s %d: [%s] > [%s]", c.kpis[i].now->name,
                     compare_field_id(c.kpis[i].changes.items[k].field),
                     c.kpis[i].changes.items[k].fiscal_year,
                     c.kpis[i].changes.items[k].old.text,
                     c.kpis[i].changes.items[k].now.text);
    assert_true(compare_same(&c, true));
    arena_free(&a);
    dataset_free(d);
    dataset_free(mine);
    unmake(&m);
}

static void the_reported_year_is_asked_for(void **state)
{
    made m;
    dataset *d;

    (void)state;
    make(&m);
    d = ingest(&m);
    for (size_t k = 0; k < d->projects[0].kpi_count; k++) {
        const actual *a = kpi_actual(&d->projects[0].kpis[k], 2017);

        assert_non_null(a);
        assert_int_equal(a->state, STATE_BLANK);
        assert_string_equal(a->where.sheet, "KPI実績");
    }
    assert_string_equal(d->sources[0].department, "環境局");
    assert_string_equal(d->sources[0].modified, "2018-04-01T00:00:00Z");
    dataset_free(d);
    unmake(&m);
}

static void a_fresh_template_has_no_template_finding(void **state)
{
    made m;
    dataset *d;

    (void)state;
    make(&m);
    d = ingest(&m);
    assert_int_equal(check_part(d, m.plan, NULL), KPI_OK);
    assert_int_equal(count_of(d, "template-version"), 0);
    assert_int_equal(count_of(d, "template-changed"), 0);
    assert_int_equal(count_of(d, "template-department"), 0);
    assert_int_equal(count_of(d, "corrected-number"), 0);
    assert_int_equal(count_of(d, "value-uncertain"), 0);
    assert_int_equal(count_of(d, "kind-unknown"), 0);
    assert_int_equal(count_of(d, "hidden-data"), 0);
    dataset_free(d);
    unmake(&m);
}

static void a_blank_template_holds_no_project(void **state)
{
    made m;
    dataset *d;

    (void)state;
    make_with(&m, false);
    assert_int_equal(m.counts.blank, TEMPLATE_BLANK_ROWS);
    d = ingest(&m);
    assert_int_equal(d->project_count, 0);
    assert_true(strncmp(d->sources[0].stamp, template_version,
                        strlen(template_version)) == 0);
    dataset_free(d);
    unmake(&m);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    made one, two;

    (void)state;
    make(&one);
    make(&two);
    assert_int_equal(one.bytes.length, two.bytes.length);
    assert_memory_equal(buf_cstr(&one.bytes), buf_cstr(&two.bytes),
                        one.bytes.length);
    unmake(&one);
    unmake(&two);
}

/* ---- The parts ---------------------------------------------------------------- */

static void part_of(const made *m, const char *name, arena *a, buf *out)
{
    kpi_source s = source_of(m);
    kpi_limits limits;
    size_t entry;
    zip *z;
    text part;

    kpi_limits_default(&limits);
    assert_int_equal(zip_open(&z, s.bytes, s.size, &limits, a, NULL),
                     KPI_OK);
    assert_true(zip_find(z, name, &entry));
    assert_int_equal(zip_read_all(z, entry, a, &part, NULL), KPI_OK);
    buf_init(out);
    buf_text(out, part);
    zip_close(z);
}

static const struct part_case {
    const char *label, *part, *holds;
} parts[] = {
    { "the table is protected", "xl/worksheets/sheet1.xml",
      "<sheetProtection sheet=\"1\"" },
    { "without a password: none is stored", "xl/worksheets/sheet1.xml",
      "objects=\"1\" scenarios=\"1\"" },
    { "the guide is protected", "xl/worksheets/sheet2.xml",
      "<sheetProtection" },
    { "units are a drop-down", "xl/worksheets/sheet1.xml",
      "<formula1>kpibook_units</formula1>" },
    { "kinds are a drop-down", "xl/worksheets/sheet1.xml",
      "<formula1>kpibook_kinds</formula1>" },
    { "grades are a drop-down", "xl/worksheets/sheet1.xml",
      "<formula1>kpibook_grades</formula1>" },
    { "reasons are a drop-down", "xl/worksheets/sheet1.xml",
      "<formula1>kpibook_reasons</formula1>" },
    { "acts have words of their own", "xl/worksheets/sheet1.xml",
      "<formula1>kpibook_acts</formula1>" },
    { "actuals must be numbers", "xl/worksheets/sheet1.xml",
      "数字だけを入れてください" },
    { "the rate is a formula", "xl/worksheets/sheet1.xml", "_kpibook!" },
    { "the paper is landscape", "xl/worksheets/sheet1.xml",
      "orientation=\"landscape\"" },
    { "texts on purpose are not marked as mistakes",
      "xl/worksheets/sheet1.xml", "numberStoredAsText=\"1\"" },
    { "one page wide", "xl/worksheets/sheet1.xml", "fitToHeight=\"0\"" },
    { "the header repeats on every page", "xl/workbook.xml",
      "_xlnm.Print_Titles" },
    { "the third sheet is hidden", "xl/workbook.xml",
      "name=\"_kpibook\" sheetId=\"3\" state=\"hidden\"" },
    { "pages are numbered", "xl/worksheets/sheet1.xml", "&amp;P / &amp;N" },
    { "the stamp is a document property", "docProps/custom.xml",
      "kpibook.template/1;plan=" },
};

static void a_part_holds(void **state)
{
    const struct part_case *c = *state;
    made m;
    arena a;
    buf part;

    make(&m);
    arena_init(&a, 0);
    part_of(&m, c->part, &a, &part);
    if (text_find(buf_slice(&part), c->holds, 0) == SIZE_MAX)
        fail_msg("%s does not hold %s", c->part, c->holds);
    buf_free(&part);
    arena_free(&a);
    unmake(&m);
}

/* The heights of all rows together, in points. */
static double heights_of(const made *m)
{
    double sum = 0;
    arena a;
    buf part;

    arena_init(&a, 0);
    part_of(m, "xl/worksheets/sheet1.xml", &a, &part);
    for (const char *at = strstr(buf_cstr(&part), " ht=\""); at != NULL;
         at = strstr(at + 1, " ht=\""))
        sum += strtod(at + strlen(" ht=\""), NULL);
    buf_free(&part);
    arena_free(&a);
    return sum;
}

/* Why there is no figure, and remarks, were once cut off below their row. */
static void words_are_seen_whole(void **state)
{
    static const char long_words[] =
        "調査中（国の調査の公表が来年の秋になるため、この欄には数字が入りません。"
        "公表され次第、担当課から報告します。）";
    double before, after;
    dataset *d = data_of();
    made m;

    (void)state;
    make(&m);
    before = heights_of(&m);
    unmake(&m);
    d->projects[0].kpis[4].actuals[1].text = long_words;
    make_of(&m, d);
    after = heights_of(&m);
    unmake(&m);
    assert_true(after > before + 5 * 9);
}

/* ---- The stamp ------------------------------------------------------------------ */

static void spoilt(void (*spoil)(dataset *, plan *), const char *id,
                   size_t times)
{
    made m;
    dataset *d;

    make(&m);
    d = ingest(&m);
    spoil(d, m.plan);
    assert_int_equal(check_part(d, m.plan, NULL), KPI_OK);
    assert_int_equal(count_of(d, id), times);
    dataset_free(d);
    unmake(&m);
}

static void change_target(dataset *d, plan *p)
{
    (void)p;
    assert_true(number_from_int(&d->memory,
                                &d->projects[0].kpis[1].target.value.value,
                                99));
}

static void change_past(dataset *d, plan *p)
{
    (void)p;
    assert_true(number_from_int(
        &d->memory, &d->projects[0].kpis[0].actuals[0].value.value, 7));
}

static void change_name(dataset *d, plan *p)
{
    (void)p;
    d->projects[1].name = "別の名";
}

static void drop_row(dataset *d, plan *p)
{
    (void)p;
    d->project_count = 1;
}

/* What is filled in where nothing was locked is no change. */
static void fill_in(dataset *d, plan *p)
{
    kpi *k = &d->projects[0].kpis[4];

    (void)p;
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].state != STATE_REPORTED) {
            k->actuals[i].state = STATE_REPORTED;
            k->actuals[i].value.known = true;
            assert_true(number_from_int(&d->memory,
                                        &k->actuals[i].value.value, 81));
        }
    k->kind = KIND_LEVEL;
    k->remark = "確定した";
}

static void other_year(dataset *d, plan *p)
{
    (void)d;
    p->reported_year = 2018;
}

static void other_plan(dataset *d, plan *p)
{
    (void)d;
    p->title = "別の戦略";
}

static void other_sender(dataset *d, plan *p)
{
    (void)p;
    d->sources[0].department = "港湾局";
}

static void newer_version(dataset *d, plan *p)
{
    (void)p;
    d->sources[0].stamp = "kpibook.template/9;plan=x";
}

static const struct spoil_case {
    const char *label;
    void (*spoil)(dataset *, plan *);
    const char *id;
    size_t times;
} spoils[] = {
    { "a changed target is found", change_target, "template-changed", 1 },
    { "a changed past actual is found", change_past, "template-changed", 1 },
    { "a changed name is found", change_name, "template-changed", 1 },
    { "a missing row is found", drop_row, "template-changed", 1 },
    { "what was filled in is no change", fill_in, "template-changed", 0 },
    { "another year's template", other_year, "template-version", 1 },
    { "another plan's template", other_plan, "template-version", 1 },
    { "another version of the template", newer_version, "template-version",
      1 },
    { "another department's template", other_sender, "template-department",
      1 },
};

static void tells_what_was_spoilt(void **state)
{
    const struct spoil_case *c = *state;

    spoilt(c->spoil, c->id, c->times);
}

static void a_comment_in_the_plan_makes_no_template_old(void **state)
{
    char before[17], after[17];
    plan *p = plan_of();

    (void)state;
    assert_true(template_plan_hash(before, p));
    p->sha256 = "0000";
    assert_true(template_plan_hash(after, p));
    assert_string_equal(before, after);
    plan_free(p);
}

static void a_stamp_reads_back(void **state)
{
    stamp_row rows[] = { { 7, 0xdeadbeef }, { 0x1ffff, 1 } };
    template_stamp s = { .plan = "0123456789abcdef", .fiscal_year = 2017,
                         .first_year = 2015, .department = "環境局; 100%",
                         .rows = rows, .count = 2 }, back;
    arena a;
    buf b;
    bool known;

    (void)state;
    arena_init(&a, 0);
    buf_init(&b);
    template_stamp_put(&b, &s);
    assert_true(template_stamp_read(&a, &back, &known, buf_slice(&b)));
    assert_true(known);
    assert_string_equal(back.plan, s.plan);
    assert_string_equal(back.department, s.department);
    assert_int_equal(back.fiscal_year, 2017);
    assert_int_equal(back.first_year, 2015);
    assert_int_equal(back.count, 2);
    assert_int_equal(back.rows[0].hash, 0xdeadbeef);
    assert_int_equal(back.rows[1].fields, 0x1ffff);
    buf_free(&b);
    arena_free(&a);
}

static void a_plan_without_a_year_is_refused(void **state)
{
    plan *p = plan_of();
    template_options o = { .created = "" };
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };

    (void)state;
    p->reported_year = 0;
    assert_int_equal(template_write("/nonexistent/x.xlsx", NULL, NULL, p,
                                    &p->departments[0], &o, &err),
                     KPI_E_PLAN);
    p->reported_year = 2017;
    assert_int_equal(template_write("/nonexistent/x.xlsx", NULL, NULL, p,
                                    &p->departments[0], &o, &err),
                     KPI_E_OUTPUT);
    plan_free(p);
}

/* The words of the drop-downs mean what they say. */
static void words_of_the_lists_are_understood(void **state)
{
    static const struct { const char *word; figure_state means; } rows[] = {
        { "調査中", STATE_PENDING }, { "集計中", STATE_PENDING },
        { "公表待ち", STATE_PENDING },
        { "隔年調査（今年度は対象外）", STATE_NOT_SURVEYED },
        { "未実施", STATE_NOT_DONE }, { "中止", STATE_NOT_DONE },
        { "事業終了", STATE_ENDED }, { "該当なし", STATE_NOT_APPLICABLE },
    };
    static const char *const reached[] = { "策定済", "改定済", "実施済", "着工済",
                                           "完了", "達成" };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        assert_int_equal(no_number_state(text_of(rows[i].word)),
                         rows[i].means);
    for (size_t i = 0; i < sizeof(reached) / sizeof(*reached); i++)
        assert_true(milestone_reached(text_of(reached[i])));
    assert_false(milestone_reached(text_of("未達成")));
}

int main(void)
{
    static struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ONE(tests, n, reads_back_what_went_in);
    TEST_ONE(tests, n, the_reported_year_is_asked_for);
    TEST_ONE(tests, n, a_fresh_template_has_no_template_finding);
    TEST_ONE(tests, n, a_blank_template_holds_no_project);
    TEST_ONE(tests, n, the_same_input_gives_the_same_bytes);
    TEST_ROWS(tests, n, a_part_holds, parts);
    TEST_ONE(tests, n, words_are_seen_whole);
    TEST_ROWS(tests, n, tells_what_was_spoilt, spoils);
    TEST_ONE(tests, n, a_comment_in_the_plan_makes_no_template_old);
    TEST_ONE(tests, n, a_stamp_reads_back);
    TEST_ONE(tests, n, a_plan_without_a_year_is_refused);
    TEST_ONE(tests, n, words_of_the_lists_are_understood);
    return run_tests("template", tests, n);
}
