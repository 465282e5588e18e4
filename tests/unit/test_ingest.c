/*
 * test_ingest.c - a workbook becomes records: files, departments, reports
 */
#include "support/rows.h"

#include <string.h>

#include "plan/plan_file.h"
#include "support/sheet_text.h"

/* ---- Whole workbooks -------------------------------------------------- */

static const sheet_case cases[] = {
    { "no table of indicators is one error that names what came closest",
      "a.xlsx",
      "# 予算\n"
      "事業名 | 予算額 | 決算額\n"
      "A | 100 | 90\n"
      "# 連絡先\n"
      "担当 | 電話\n"
      "総務 | 123\n",
      "F no-kpi-table  予算!A1:C1（事業名・予算額・決算額） > "
      "事業名・KPI（指標）・基準値・目標値・実績 > 予算!A1:C1（事業名・予算額・決算額）\n" },
    { "the sheet of findings is left out and a hidden sheet is read",
      "a.xlsx",
      "# 指摘一覧\n"
      "事業名 | KPI | 目標値 | R4実績\n"
      "消す | 件数 | 1 | 1\n"
      "#- 裏\n"
      "事業名 | KPI | 目標値 | R4実績\n"
      "A | 件数（件） | 10 | 9\n",
      "P |A\n"
      "K 件数|件||T10| 2022=9\n"
      "F hidden-data A1 裏 > sheet\n" },
    { "hidden rows and columns are read and reported", "a.xlsx",
      "! C\n"
      "事業名 | KPI | R3実績 | R4実績\n"
      "A | 件数（件） | 8 | 9\n"
      "~B | 人数（人） | 80 | 90\n"
      "~C | 回数（回） | 5 | 6\n",
      "P |A\n"
      "K 件数|件||T-| 2021=8 2022=9\n"
      "P |B\n"
      "K 人数|人||T-| 2021=80 2022=90\n"
      "P |C\n"
      "K 回数|回||T-| 2021=5 2022=6\n"
      "F hidden-data C1 R3実績 > columns\n"
      "F hidden-data A3  > rows\n" },
    { "two sheets are one submission", "a.xlsx",
      "# 基本目標Ⅰ\n"
      "Ⅰ しごと\n"
      "事業名 | KPI | 目標値 | R4実績\n"
      "A | 件数（件） | 10 | 9\n"
      "# 基本目標Ⅱ\n"
      "Ⅱ ひと\n"
      "事業名 | KPI | 目標値 | R4実績\n"
      "B | 人数（人） | 5 | 4\n",
      "P |A|goal Ⅰ しごと\n"
      "K 件数|件||T10| 2022=9\n"
      "P |B|goal Ⅱ ひと\n"
      "K 人数|人||T5| 2022=4\n" },
};

/* ---- Departments ------------------------------------------------------ */

static const char roster[] =
    "title: 試験\n"
    "municipality: 試験市\n"
    "departments:\n"
    "  - name: 産業経済局\n"
    "    aliases: [産経局]\n"
    "  - name: 環境局\n";

static const struct department_case {
    const char *label, *file, *line, *department, *finding;
} departments[] = {
    { "a line of its own tells who submits", "x.xlsx", "提出：環境局", "環境局",
      "" },
    { "else the file's name does", "03_環境局_R4.xlsx", "一覧", "環境局", "" },
    { "another spelling becomes the plan's", "x.xlsx", "提出：産経局", "産業経済局",
      "corrected-department" },
    { "a name without its 局 is understood", "x.xlsx", "提出：産業経済", "産業経済局",
      "corrected-department" },
    { "a department that the plan does not list is reported", "x.xlsx",
      "提出：港湾局", "港湾局", "department-unknown" },
    { "a division may stand behind it", "x.xlsx", "提出：環境局　温暖化対策課",
      "環境局", "" },
    { "a title tells it as well", "環境局.xlsx", "進捗一覧（環境局）", "環境局", "" },
    { "line and file name that differ are reported", "産業経済局.xlsx",
      "提出：環境局", "環境局", "department-differs" },
};

static plan *plan_of(const char *yaml)
{
    kpi_source s = { "plan.yaml", yaml, strlen(yaml) };
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    plan *p = NULL;

    if (plan_file_read(&p, &s, &err) != KPI_OK)
        fail_msg("%s", err.message);
    return p;
}

static void tells_the_department(void **state)
{
    const struct department_case *c = *state;
    plan *p = plan_of(roster);
    dataset *d;
    buf b;

    buf_init(&b);
    buf_printf(&b, "%s\n事業名 | KPI | 目標値 | R4実績\nA | 件数 | 1 | 1\n",
               c->line);
    d = sheet_text_ingest(buf_cstr(&b), c->file, p, NULL);
    assert_string_equal(d->sources[0].department, c->department);
    assert_string_equal(d->projects[0].bureau, c->department);
    assert_int_equal(d->findings.count, c->finding[0] != '\0');
    if (c->finding[0] != '\0') {
        assert_string_equal(d->findings.items[0].rule, c->finding);
        assert_string_equal(d->findings.items[0].where.sheet, "表");
        assert_int_equal(d->findings.items[0].where.row, 0);
    }
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

static void reports_a_title_that_the_file_s_name_contradicts(void **state)
{
    plan *p = plan_of(roster);
    dataset *d;

    (void)state;
    d = sheet_text_ingest("進捗一覧（環境局）\n"
                          "事業名 | KPI | 目標値 | R4実績\n"
                          "A | 件数 | 1 | 1\n",
                          "産業経済局.xlsx", p, NULL);
    assert_string_equal(d->projects[0].bureau, "環境局");
    assert_int_equal(d->findings.count, 1);
    assert_string_equal(d->findings.items[0].rule, "department-differs");
    dataset_free(d);
    plan_free(p);
}

/* ---- Files that cannot be read ---------------------------------------- */

static const struct bad_case {
    const char *label, *bytes;
    size_t size;
    const char *rule;
} bad[] = {
    { "an empty file", "", 0, "file-empty" },
    { "a text file", "name,value\n1,2\n", 15, "file-not-xlsx" },
    { "half a zip", "PK\x03\x04 and no more", 16, "file-damaged" },
};

static void reports_a_file_that_cannot_be_read(void **state)
{
    const struct bad_case *c = *state;
    kpi_source s = { "bad.xlsx", c->bytes, c->size };
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    plan *p = plan_default();
    dataset *d = NULL;

    assert_int_equal(ingest_workbook(&d, NULL, &s, p, NULL, &err), KPI_OK);
    assert_int_equal(d->findings.count, 1);
    assert_string_equal(d->findings.items[0].rule, c->rule);
    assert_true(d->findings.items[0].args[2][0] != '\0');
    assert_true(d->sources[0].unreadable);
    assert_int_equal(d->project_count, 0);
    assert_string_equal(d->sources[0].file, "bad.xlsx");
    assert_int_equal(strlen(d->sources[0].sha256), 64);
    dataset_free(d);
    plan_free(p);
}

static void names_a_file_by_its_sha256(void **state)
{
    kpi_source s = { "abc.xlsx", "abc", 3 };
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    plan *p = plan_default();
    dataset *d = NULL;

    (void)state;
    assert_int_equal(ingest_workbook(&d, NULL, &s, p, NULL, &err), KPI_OK);
    assert_string_equal(
        d->sources[0].sha256,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    dataset_free(d);
    plan_free(p);
}

/* ---- Words that are kept from file to file ------------------------------ */

/* What a file gave, in few words. */
static void put_records(buf *b, const char *sheet, ingest_words *words)
{
    dataset *d = NULL;
    open_book *o;
    kpi_source s;
    package file;

    package_init(&file);
    sheet_text_package(&file, sheet);
    s = package_source(&file);
    o = open_book_new(&s, NULL);
    assert_int_equal(ingest_book(&d, NULL, o, words, NULL, NULL), KPI_OK);
    for (size_t i = 0; i < d->project_count; i++)
        for (size_t n = 0; n < d->projects[i].kpi_count; n++) {
            const kpi *k = &d->projects[i].kpis[n];

            buf_printf(b, "%s/%s/%s/", d->projects[i].name, k->name, k->unit);
            number_put(b, k->target.value.value, 0);
            for (size_t y = 0; y < k->actual_count; y++)
                buf_printf(b, "/%d", k->actuals[y].fiscal_year);
        }
    for (size_t i = 0; i < d->findings.count; i++)
        buf_printf(b, "\n%s", d->findings.items[i].rule);
    dataset_free(d);
    open_book_free(o);
    package_free(&file);
}

static void reads_a_file_alike_whatever_was_read_before(void **state)
{
    static const char *const sheets[] = {
        "事業名 | KPI | 単位 | 目標値 | R4実績\nA | 件数 | 件 | 10 | 9\n",
        "KPI | A | 令和5年度実績 | 目標値（千人）\n来場者 | B | 3 | 4\n",
        "事業名 | 指標 | ２年度 | ３年度 | 目標\nA | 率 | 1% | 2% | 3%\n",
        ("平成29年度\n事業名 | 指標 | ２年度 | ３年度 | 目標\n"
         "A | 率 | 1 | 2 | 3\n"),
        "何もない\n",
    };
    enum { SHEETS = sizeof(sheets) / sizeof(*sheets) };
    plan *p = plan_default();
    ingest_words *many = ingest_words_new(p);
    buf alone, among;

    (void)state;
    buf_init(&alone);
    buf_init(&among);
    for (size_t i = 0; i < SHEETS * SHEETS; i++) {
        const char *sheet = sheets[(i + i / SHEETS) % SHEETS];
        ingest_words *fresh = ingest_words_new(p);

        buf_clear(&alone);
        buf_clear(&among);
        put_records(&alone, sheet, fresh);
        put_records(&among, sheet, many);
        assert_string_equal(buf_cstr(&among), buf_cstr(&alone));
        ingest_words_free(fresh);
    }
    ingest_words_free(many);
    buf_free(&alone);
    buf_free(&among);
    plan_free(p);
}

static const char small[] = "事業名 | KPI | 目標値 | R4実績\n"
                            "A | 件数（件） | 10 | 9\n";

static void reports_records_beyond_the_memory_limit(void **state)
{
    kpi_limits limits;
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    plan *p = plan_default();
    bool within = false;
    kpi_source s;
    package made;

    (void)state;
    package_init(&made);
    sheet_text_package(&made, small);
    s = package_source(&made);
    s.name = "a.xlsx";
    kpi_limits_default(&limits);
    for (uint64_t bytes = 1024; bytes < 1u << 24; bytes *= 2) {
        dataset *d = NULL;

        limits.memory_bytes = bytes;
        if (ingest_workbook(&d, NULL, &s, p, &limits, &err) != KPI_OK)
            continue;
        if (d->sources[0].unreadable)
            assert_string_equal(d->findings.items[0].rule,
                                "file-over-limit");
        else
            within = d->project_count == 1;
        dataset_free(d);
    }
    assert_true(within);
    package_free(&made);
    plan_free(p);
}

/* ---- The plan's help, and the report ---------------------------------- */

static void takes_words_and_columns_from_the_plan(void **state)
{
    plan *p = plan_of("title: 試験\n"
                      "municipality: 試験市\n"
                      "headers: {target: [ねらい値]}\n"
                      "pins:\n"
                      "  - {role: actual, cell: D1, year: R4}\n");
    dataset *d = sheet_text_ingest("事業名 | KPI | ねらい値 | 手ごたえ\n"
                                   "A | 件数（件） | 10 | 9\n",
                                   "a.xlsx", p, NULL);

    (void)state;
    assert_true(d->projects[0].kpis[0].target.value.known);
    assert_int_equal(d->projects[0].kpis[0].actual_count, 1);
    assert_int_equal(d->projects[0].kpis[0].actuals[0].fiscal_year, 2022);
    dataset_free(d);
    plan_free(p);
}

/* Labels above a table of indicators: a form, or rows with a line above. */
static void reads_as_the_layout_that_the_plan_lists(void **state)
{
    static const struct {
        const char *plan, *project;
        size_t projects;
    } hints[] = {
        { "title: x\n", "表", 1 },
        { "title: x\nlayouts: [grant]\n", "表", 1 },
        { "title: x\nlayouts: [flat, wide]\n", "来場者数", 2 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++) {
        plan *p = plan_of(hints[i].plan);
        dataset *d = sheet_text_ingest("担当課 | 観光課\n"
                                       "指標 | R3実績 | 目標（R6）\n"
                                       "来場者数（人） | 1 | 9\n"
                                       "売上（円） | 3 | 5\n",
                                       "a.xlsx", p, NULL);

        assert_int_equal(d->project_count, hints[i].projects);
        assert_string_equal(d->projects[0].name, hints[i].project);
        dataset_free(d);
        plan_free(p);
    }
}

static void reports_how_it_understood_a_table(void **state)
{
    ingest_report report;
    dataset *d = sheet_text_ingest("令和4年度KPI一覧\n"
                                   "\n"
                                   "事業名 | KPI | 目標値（R6） | R4実績\n"
                                   "A | 件数（件） | 10 | 9\n"
                                   "合計 | | 10 | 9\n"
                                   "※ 注記\n",
                                   "a.xlsx", NULL, &report);
    const ingest_table *t = &report.tables[0];

    (void)state;
    assert_int_equal(report.table_count, 1);
    assert_string_equal(t->sheet, "表");
    assert_string_equal(t->layout, "flat");
    assert_int_equal(t->header_row, 2);
    assert_int_equal(t->header_last_row, 2);
    assert_int_equal(t->last_row, 3);
    assert_int_equal(t->last_col, 3);
    assert_int_equal(t->projects, 1);
    assert_int_equal(t->kpis, 1);
    assert_int_equal(t->column_count, 4);
    assert_string_equal(t->columns[2].role, "target");
    assert_string_equal(t->columns[2].header, "目標値（R6）");
    assert_string_equal(t->columns[2].why, "synonym");
    assert_int_equal(t->columns[2].fiscal_year, 2024);
    assert_int_equal(t->confidence, 100);
    assert_int_equal(report.ignored_count, 3);
    assert_string_equal(report.ignored[0].why, "title");
    assert_string_equal(report.ignored[1].why, "subtotal");
    assert_string_equal(report.ignored[2].why, "note");
    assert_int_equal(report.ignored[2].row, 5);
    dataset_free(d);
}

static void says_that_a_kpi_is_merged_over_very_many_projects(void **state)
{
    buf b;
    dataset *d;
    const finding *found = NULL;

    (void)state;
    buf_init(&b);
    buf_string(&b, "事業名 | 指標 | 目標値（R6） | R3実績\n"
                   "P0 | 来場者数（人） | 100 | 50\n");
    for (int i = 1; i < 300; i++)
        buf_printf(&b, "P%d | ^ | ^ | ^\n", i);
    d = sheet_text_ingest(buf_cstr(&b), "a.xlsx", NULL, NULL);
    assert_int_equal(d->project_count, 300);
    for (size_t i = 0; i < d->findings.count; i++)
        if (strcmp(d->findings.items[i].rule, "kpi-shared-by-many") == 0)
            found = &d->findings.items[i];
    assert_non_null(found);
    assert_string_equal(found->args[0], "300");
    assert_int_equal(d->projects[0].kpis[0].shared_count, 200);
    dataset_free(d);
    buf_free(&b);
}

static void says_that_a_text_is_longer_than_a_cell_can_be(void **state)
{
    buf b;
    dataset *d;

    (void)state;
    buf_init(&b);
    buf_string(&b, "事業名 | 概要 | 指標 | 目標値（R6） | R3実績\nA | ");
    for (int i = 0; i < 33000; i++)
        buf_string(&b, "あ");
    buf_string(&b, " | 来場者数（人） | 100 | 50\n");
    d = sheet_text_ingest(buf_cstr(&b), "a.xlsx", NULL, NULL);
    assert_int_equal(d->findings.count, 1);
    assert_string_equal(d->findings.items[0].rule, "cell-text-cut");
    assert_int_equal(d->findings.items[0].where.col, 1);
    assert_int_equal(strlen(d->projects[0].summary), 3 * 32767);
    dataset_free(d);
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    TEST_ROWS(tests, n, tells_the_department, departments);
    TEST_ROWS(tests, n, reports_a_file_that_cannot_be_read, bad);
    TEST_ONE(tests, n, reports_a_title_that_the_file_s_name_contradicts);
    TEST_ONE(tests, n, names_a_file_by_its_sha256);
    TEST_ONE(tests, n, reports_records_beyond_the_memory_limit);
    TEST_ONE(tests, n, takes_words_and_columns_from_the_plan);
    TEST_ONE(tests, n, reads_as_the_layout_that_the_plan_lists);
    TEST_ONE(tests, n, reports_how_it_understood_a_table);
    TEST_ONE(tests, n, says_that_a_kpi_is_merged_over_very_many_projects);
    TEST_ONE(tests, n, says_that_a_text_is_longer_than_a_cell_can_be);
    TEST_ONE(tests, n, reads_a_file_alike_whatever_was_read_before);
    return run_tests("ingest", tests, n);
}
