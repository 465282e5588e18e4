/*
 * test_findings.c - findings grouped, and as text, JSON, page and mail
 */
#include "support/rows.h"

#include <string.h>

#include "output/findings_parts.h"

/* ---- A small submission -------------------------------------------------- */

static void add_source(dataset *d, const char *file, const char *department)
{
    source *s = dataset_add_source(d);

    s->file = file;
    s->department = department;
    s->sha256 = "00ff";
}

static finding *add(dataset *d, const char *id, size_t file, place where,
                    const char *value, const char *arg)
{
    finding *f = finding_add(&d->findings, id, file, where, value, arg,
                             NULL);

    assert_non_null(f);
    return f;
}

static dataset *submission(void)
{
    dataset *d = dataset_new(0);
    finding *f;

    add_source(d, "産業経済局.xlsx", "産業経済局");
    add_source(d, "環境局.xlsx", "環境局");
    f = add(d, "actual-not-a-number", 0, place_cell("基本目標Ⅰ", 11, 4),
            "約三百", "2016");
    f->project = "企業誘致";
    f->field = "誘致件数";
    for (uint32_t row = 4; row < 7; row++)
        add(d, "target-missing", 0, place_cell("基本目標Ⅰ", row, 3), "",
            NULL);
    add(d, "corrected-number", 1, place_cell("様式", 0, 0), "１２", "１２");
    return d;
}

static const findings_style plain_style = {
    .language = LANGUAGE_JA, .as_of = "2017-06-30", .hints = true,
};

typedef kpi_status (*writer)(buf *out, const dataset *d, const plan *p,
                             const findings_style *style, kpi_error *err);

/* What a writer makes of a dataset, grouped before; free the buffer. */
static void write_with(buf *out, writer w, dataset *d, plan *p,
                       const findings_style *style)
{
    buf_init(out);
    assert_int_equal(check_group(d, NULL), KPI_OK);
    finding_sort(&d->findings, NULL, 0);
    assert_int_equal(w(out, d, p, style, NULL), KPI_OK);
}

static void expect(writer w, dataset *d, const findings_style *style,
                   const char *expected)
{
    plan *p = plan_default();
    buf b;

    write_with(&b, w, d, p, style);
    assert_string_equal(buf_cstr(&b), expected);
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

/* ---- Grouping ------------------------------------------------------------ */

typedef struct cell_at {
    uint32_t row, col;
    const char *value, *project;
} cell_at;

static const struct group_case {
    const char *label;
    cell_at cells[6];
    size_t cell_count;
    const char *ranges; /* as text shows them */
} group_rows[] = {
    { "a column", { { 4, 4, "", "" }, { 5, 4, "", "" }, { 6, 4, "", "" } }, 3,
      "E5:E7" },
    { "a row", { { 4, 4, "", "" }, { 4, 5, "", "" } }, 2, "E5:F5" },
    { "a gap", { { 4, 4, "", "" }, { 6, 4, "", "" } }, 2, "E5 E7" },
    { "other values", { { 4, 4, "a", "" }, { 5, 4, "b", "" } }, 2, "E5 E6" },
    { "the same cell twice", { { 4, 4, "", "" }, { 4, 4, "", "" } }, 2,
      "E5" },
    { "a block", { { 4, 4, "", "" }, { 4, 5, "", "" }, { 5, 4, "", "" },
                   { 5, 5, "", "" } }, 4, "E5:F6" },
    { "a corner only", { { 4, 4, "", "" }, { 5, 5, "", "" } }, 2, "E5 F6" },
    { "in any order", { { 6, 4, "", "" }, { 4, 4, "", "" },
                        { 5, 4, "", "" } }, 3, "E5:E7" },
};

static void groups_equal_findings(void **state)
{
    const struct group_case *c = *state;
    findings_style style = plain_style;
    dataset *d = dataset_new(0);
    plan *p = plan_default();
    const char *rest;
    buf b, ranges;

    add_source(d, "a.xlsx", "");
    for (size_t i = 0; i < c->cell_count; i++)
        add(d, "target-missing", 0,
            place_cell("S", c->cells[i].row, c->cells[i].col),
            c->cells[i].value, NULL);
    style.hints = false;
    write_with(&b, findings_put_text, d, p, &style);
    buf_init(&ranges);
    for (rest = buf_cstr(&b); (rest = strstr(rest, "S!")) != NULL;) {
        rest += 2;
        buf_string(&ranges, ranges.length > 0 ? " " : "");
        while (rest[0] != '\0' && strncmp(rest, ": ", 2) != 0)
            buf_char(&ranges, *rest++);
    }
    assert_string_equal(buf_cstr(&ranges), c->ranges);
    buf_free(&ranges);
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

static void a_group_names_the_first_few(void **state)
{
    static const char *const names[] = { "甲", "乙", "甲", "丙", "丁", "戊" };
    dataset *d = dataset_new(0);

    (void)state;
    add_source(d, "a.xlsx", "");
    for (uint32_t i = 0; i < 6; i++)
        add(d, "target-missing", 0, place_cell("S", i, 0), "", NULL)
            ->project = names[i];
    assert_int_equal(check_group(d, NULL), KPI_OK);
    assert_int_equal(d->findings.count, 1);
    assert_string_equal(d->findings.items[0].project, "甲 / 乙 / 丙 / …");
    assert_int_equal(d->findings.items[0].where.last_row, 5);
    assert_int_equal(d->findings.items[0].joined, 5);
    dataset_free(d);
}

static void a_merged_cell_is_one_place(void **state)
{
    dataset *d = dataset_new(0);
    place merged = place_cell("S", 7, 2);

    (void)state;
    merged.last_row = 8;
    add_source(d, "a.xlsx", "");
    add(d, "target-missing", 0, merged, "", NULL)->project = "甲";
    add(d, "target-missing", 0, merged, "", NULL)->project = "乙";
    assert_int_equal(check_group(d, NULL), KPI_OK);
    assert_int_equal(d->findings.count, 1);
    assert_int_equal(d->findings.items[0].joined, 0);
    assert_string_equal(d->findings.items[0].project, "甲 / 乙");
    dataset_free(d);
}

static void other_files_and_sheets_are_not_grouped(void **state)
{
    dataset *d = dataset_new(0);

    (void)state;
    add_source(d, "a.xlsx", "");
    add_source(d, "b.xlsx", "");
    add(d, "target-missing", 0, place_cell("S", 0, 0), "", NULL);
    add(d, "target-missing", 1, place_cell("S", 1, 0), "", NULL);
    add(d, "target-missing", 0, place_cell("T", 1, 0), "", NULL);
    add(d, "unit-missing", 0, place_cell("S", 1, 0), "", NULL);
    assert_int_equal(check_group(d, NULL), KPI_OK);
    assert_int_equal(d->findings.count, 4);
    dataset_free(d);
}

static void counts_groups(void **state)
{
    dataset *d = submission();
    plan *p = plan_default();
    check_counts n;

    (void)state;
    assert_int_equal(check_group(d, NULL), KPI_OK);
    n = check_count(d, p, "");
    assert_int_equal(n.errors, 1);
    assert_int_equal(n.warnings, 1);
    assert_int_equal(n.notices, 1);
    n = check_count_source(d, 1, p, "");
    assert_int_equal(n.errors + n.warnings, 0);
    assert_int_equal(n.notices, 1);
    dataset_free(d);
    plan_free(p);
}

/* ---- Text ---------------------------------------------------------------- */

static void text_in_japanese(void **state)
{
    findings_style style = plain_style;

    (void)state;
    style.least = SEVERITY_ERROR;
    expect(findings_put_text, submission(), &style,
           "産業経済局.xlsx:基本目標Ⅰ!E12: error: "
           "平成28年度(2016)の実績「約三百」が数値ではありません "
           "[actual-not-a-number]\n"
           "    企業誘致 / 誘致件数\n"
           "    セルを選び、数値と単位だけを入れてください(例: 305人)。"
           "説明は備考に移します。まだ値がなければ「調査中」「－」のように"
           "理由を書いてください。\n");
}

static void text_in_english(void **state)
{
    findings_style style = plain_style;

    (void)state;
    style.language = LANGUAGE_EN;
    style.hints = false;
    expect(findings_put_text, submission(), &style,
           "産業経済局.xlsx:基本目標Ⅰ!D5:D7: warning: the target is missing "
           "(3 places) [target-missing]\n"
           "産業経済局.xlsx:基本目標Ⅰ!E12: error: the actual of FY2016, "
           "約三百, is not a number [actual-not-a-number]\n"
           "環境局.xlsx:様式!A1: notice: １２ was read as  "
           "[corrected-number]\n");
}

static void text_wraps_at_a_width(void **state)
{
    findings_style style = plain_style;
    dataset *d = dataset_new(0);

    (void)state;
    add_source(d, "a.xlsx", "");
    add(d, "bureau-missing", 0, place_none(), "", NULL)->project =
        "very long name of a project in Latin letters";
    style.width = 34;
    expect(findings_put_text, d, &style,
           "a.xlsx: warning: 担当局がありません [bureau-missing]\n"
           "    very long name of a project in\n"
           "    Latin letters\n"
           "    事業名のうしろに【産業経済局】\n"
           "    のように書くか、担当局の列に入\n"
           "    れてください。同じ局が続く場合\n"
           "    も各行に書きます。\n");
}

static void text_holds_no_control_characters(void **state)
{
    findings_style style = plain_style;
    dataset *d = dataset_new(0);

    (void)state;
    add_source(d, "a\x1b[31m.xlsx", "");
    add(d, "unit-missing", 0, place_cell("S\n1", 0, 0), "", NULL);
    add(d, "year-not-understood", 0, place_cell("S\n1", 1, 0),
        "2\x7f\xc2\x9b\xff", NULL);
    style.hints = false;
    expect(findings_put_text, d, &style,
           "a [31m.xlsx:S 1!A1: warning: 単位がありません [unit-missing]\n"
           "a [31m.xlsx:S 1!A2: warning: 年度「2  \xef\xbf\xbd」"
           "を読み取れません "
           "[year-not-understood]\n");
}

static void text_is_coloured_on_demand(void **state)
{
    findings_style style = plain_style;
    dataset *d = dataset_new(0);

    (void)state;
    add_source(d, "a.xlsx", "");
    add(d, "unit-missing", 0, place_none(), "", NULL);
    style.hints = false;
    style.color = true;
    expect(findings_put_text, d, &style,
           "a.xlsx: \x1b[33mwarning\x1b[0m: 単位がありません [unit-missing]\n");
}

static void an_unknown_rule_speaks_for_itself(void **state)
{
    findings_style style = plain_style;
    dataset *d = dataset_new(0);

    (void)state;
    add(d, "new-rule", FINDING_NO_SOURCE, place_none(), "15件", NULL);
    expect(findings_put_text, d, &style,
           "warning: new-rule: 15件 [new-rule]\n");
}

/* ---- JSON ---------------------------------------------------------------- */

static void json_in_full(void **state)
{
    findings_style style = plain_style;
    dataset *d = dataset_new(0);

    (void)state;
    add_source(d, "a.xlsx", "");
    add_source(d, "b.xlsx", "環境局");
    d->sources[0].sha256 = "";
    add(d, "file-empty", 0, place_none(), "", NULL);
    add(d, "unit-missing", 1, place_cell("S", 1, 1), "\"5\"", NULL);
    add(d, "unit-missing", 1, place_cell("S", 2, 1), "\"5\"", NULL);
    add(d, "unit-missing", FINDING_NO_SOURCE, place_none(), "", NULL);
    style.language = LANGUAGE_EN;
    expect(findings_put_json, d, &style,
"{\n \"schema\": \"kpibook.findings/1\",\n"
" \"tool\": {\n  \"name\": \"kpibook\",\n  \"version\": \"" KPI_VERSION
"\"\n },\n"
" \"plan\": null,\n \"as_of\": \"2017-06-30\",\n"
" \"files\": [\n"
"  {\n   \"file\": \"a.xlsx\",\n   \"sha256\": null,\n"
"   \"department\": null,\n   \"verdict\": \"rejected\",\n"
"   \"findings\": [\n"
"    {\n     \"rule\": \"file-empty\",\n     \"severity\": \"error\",\n"
"     \"sheet\": null,\n     \"cell\": null,\n     \"range\": null,\n"
"     \"value\": null,\n     \"message\": \"the file is empty\",\n"
"     \"hint\": \"The file has no bytes. Save the original workbook again "
"in Excel and check that its size is not 0 before sending it.\",\n"
"     \"project\": null,\n     \"field\": null,\n     \"places\": 1,\n"
"     \"was\": null,\n     \"reason\": null\n    }\n   ]\n  },\n"
"  {\n   \"file\": \"b.xlsx\",\n   \"sha256\": \"00ff\",\n"
"   \"department\": \"環境局\",\n   \"verdict\": \"accepted\",\n"
"   \"findings\": [\n"
"    {\n     \"rule\": \"unit-missing\",\n     \"severity\": \"warning\",\n"
"     \"sheet\": \"S\",\n     \"cell\": \"B2\",\n     \"range\": \"B2:B3\",\n"
"     \"value\": \"\\\"5\\\"\",\n"
"     \"message\": \"the unit is missing\",\n"
"     \"hint\": \"Write the unit behind the figure or in the unit's column: "
"人, 件, ％, 千円.\",\n"
"     \"project\": null,\n     \"field\": null,\n     \"places\": 2,\n"
"     \"was\": null,\n     \"reason\": null\n    }\n   ]\n  }\n ],\n"
" \"findings\": [\n"
"  {\n   \"rule\": \"unit-missing\",\n   \"severity\": \"warning\",\n"
"   \"sheet\": null,\n   \"cell\": null,\n   \"range\": null,\n"
"   \"value\": null,\n   \"message\": \"the unit is missing\",\n"
"   \"hint\": \"Write the unit behind the figure or in the unit's column: "
"人, 件, ％, 千円.\",\n"
"   \"project\": null,\n   \"field\": null,\n   \"places\": 1,\n"
"   \"was\": null,\n   \"reason\": null\n  }\n ],\n \"rules\": [],\n"
" \"summary\": {\n  \"files\": 2,\n  \"errors\": 1,\n  \"warnings\": 2,\n"
"  \"notices\": 0\n }\n}\n");
}

static void a_rule_turned_off_is_not_shown(void **state)
{
    static plan_rule off[] = { { "target-missing", "off", "agreed", 1 },
                               { "actual-not-a-number", "warning", "", 2 } };
    dataset *d = submission();
    plan *p = plan_default();
    buf b;

    (void)state;
    p->rules = off;
    p->rule_count = 2;
    write_with(&b, findings_put_json, d, p, &plain_style);
    assert_null(strstr(buf_cstr(&b), "目標値がありません"));
    assert_non_null(strstr(buf_cstr(&b), "\"rules\": [\n  {\n"
                           "   \"rule\": \"target-missing\",\n"
                           "   \"severity\": \"off\",\n"
                           "   \"was\": \"warning\",\n"
                           "   \"reason\": \"agreed\",\n"
                           "   \"findings\": 1\n  },"));
    assert_non_null(strstr(buf_cstr(&b), "\"was\": \"error\""));
    assert_null(strstr(buf_cstr(&b), "rejected"));
    assert_non_null(strstr(buf_cstr(&b), "\"errors\": 0"));
    assert_non_null(strstr(buf_cstr(&b), "\"warnings\": 1"));
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

static void a_file_stays_rejected_where_errors_are_not_shown(void **state)
{
    findings_style style = plain_style;
    dataset *d = submission();
    plan *p = plan_default();
    buf b;

    (void)state;
    style.least = SEVERITY_ERROR;
    write_with(&b, findings_put_json, d, p, &style);
    assert_non_null(strstr(buf_cstr(&b), "\"verdict\": \"rejected\""));
    assert_non_null(strstr(buf_cstr(&b), "\"notices\": 0"));
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

/* ---- Page and mail ------------------------------------------------------- */

static void the_page_escapes_what_is_not_ours(void **state)
{
    dataset *d = dataset_new(0);
    plan *p = plan_default();
    buf b;

    (void)state;
    p->title = "<b>計画</b>";
    add_source(d, "<script>.xlsx", "\"&\"");
    add(d, "year-not-understood", 0, place_cell("a'b", 0, 0),
        "<img src=x>\x01", NULL)->project = "</td>";
    write_with(&b, findings_put_html, d, p, &plain_style);
    assert_null(strstr(buf_cstr(&b), "<script"));
    assert_null(strstr(buf_cstr(&b), "<img"));
    assert_null(strstr(buf_cstr(&b), "<b>"));
    assert_null(strchr(buf_cstr(&b), '\x01'));
    assert_non_null(strstr(buf_cstr(&b), "&lt;script&gt;.xlsx"));
    assert_non_null(strstr(buf_cstr(&b), "&quot;&amp;&quot;"));
    assert_non_null(strstr(buf_cstr(&b), "a&#39;b!A1"));
    assert_non_null(strstr(buf_cstr(&b), "&lt;/td&gt;</div>"));
    assert_non_null(strstr(buf_cstr(&b), "<html lang=\"ja\">"));
    assert_null(strstr(buf_cstr(&b), "http"));
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

static void mail_of(buf *b, const char *department)
{
    findings_style style = plain_style;
    dataset *d = submission();
    plan *p = plan_default();

    p->title = "総合戦略";
    p->deadline = "2017-06-30T17:15";
    style.least = SEVERITY_WARNING;
    assert_int_equal(check_group(d, NULL), KPI_OK);
    finding_sort(&d->findings, NULL, 0);
    buf_init(b);
    assert_int_equal(findings_put_mail(b, d, p, &style, department, NULL),
                     KPI_OK);
    dataset_free(d);
    plan_free(p);
}

static void a_mail_holds_what_concerns_the_department(void **state)
{
    buf b;

    (void)state;
    mail_of(&b, "産業経済局");
    assert_true(text_starts(buf_slice(&b),
                            "件名: 総合戦略　KPI調査票の点検結果"
                            "（エラー1件、警告1件）\n\n"
                            "産業経済局 御担当者様\n"));
    assert_non_null(strstr(buf_cstr(&b), "■ 産業経済局.xlsx（差戻し）\n"
                           "1. [エラー] 基本目標Ⅰ!E12 "));
    assert_non_null(strstr(buf_cstr(&b), "\n2. [警告] 基本目標Ⅰ!D5:D7 "
                           "目標値がありません（3か所）"
                           "\n   → "));
    assert_non_null(strstr(buf_cstr(&b), "提出期限: 2017-06-30 17:15\n"));
    assert_null(strstr(buf_cstr(&b), "環境局"));
    buf_free(&b);
}

static size_t count_in(const buf *b, const char *words)
{
    size_t count = 0;

    for (const char *at = buf_cstr(b); (at = strstr(at, words)) != NULL;
         at++)
        count++;
    return count;
}

static void a_mail_tells_thirty_and_counts_the_rest(void **state)
{
    dataset *d = dataset_new(0);
    plan *p = plan_default();
    buf b;

    (void)state;
    add_source(d, "環境局.xlsx", "環境局");
    for (uint32_t i = 0; i < 35; i++)
        add(d, "target-missing", 0, place_cell("S", 2 * i, 0), "", NULL);
    add(d, "cell-error", 0, place_cell("T", 0, 0), "#REF!", NULL);
    buf_init(&b);
    assert_int_equal(findings_put_mail(&b, d, p, &plain_style, "環境局",
                                       NULL), KPI_OK);
    assert_int_equal(count_in(&b, "[警告]"), 29);
    assert_int_equal(count_in(&b, "[エラー]"), 1);
    assert_int_equal(count_in(&b, "→"), 2); /* once a rule */
    assert_int_equal(count_in(&b, "このほかに6件の指摘があります。"), 1);
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

static const struct reason_case {
    const char *label;
    writer write;
    plan_language language;
    const char *changed, *silenced;
} reason_cases[] = {
    { "text in Japanese", findings_put_text, LANGUAGE_JA,
      "    計画によりエラーから警告に変更。理由: 概数でよい\n",
      "計画により点検しない規則 target-missing: 警告 → 対象外、1件。"
      "理由: 来年度から\n" },
    { "text in English", findings_put_text, LANGUAGE_EN,
      "    changed by the plan from error to warning: 概数でよい\n",
      "turned off by the plan target-missing: warning to off, findings: 1: "
      "来年度から\n" },
    { "a page", findings_put_html, LANGUAGE_JA,
      "<div class=\"note\">計画によりエラーから警告に変更。理由: 概数でよい"
      "</div>",
      "<li>target-missing: 警告 → 対象外、1件。理由: 来年度から</li>" },
    { "JSON", findings_put_json, LANGUAGE_JA,
      "\"was\": \"error\",\n     \"reason\": \"概数でよい\"",
      "\"severity\": \"off\",\n   \"was\": \"warning\",\n"
      "   \"reason\": \"来年度から\",\n   \"findings\": 1" },
};

static void prints_why_the_plan_changed_a_rule(void **state)
{
    static plan_rule changes[] = {
        { "target-missing", "off", "来年度から", 1 },
        { "actual-not-a-number", "warning", "概数でよい", 2 },
    };
    const struct reason_case *c = *state;
    findings_style style = plain_style;
    dataset *d = submission();
    plan *p = plan_default();
    buf b;

    p->rules = changes;
    p->rule_count = 2;
    style.language = c->language;
    write_with(&b, c->write, d, p, &style);
    assert_int_equal(count_in(&b, c->changed), 1);
    assert_int_equal(count_in(&b, c->silenced), 1);
    buf_free(&b);
    dataset_free(d);
    plan_free(p);
}

static void says_from_when_a_trial_counts(void **state)
{
    rule r = *rule_find("unit-missing");
    const finding f = { .rule = r.id, .value = "", .where = place_none() };
    const shown s = { &f, &r, SEVERITY_NOTICE, NULL, true };
    buf b;

    (void)state;
    r.enforce_from = "2027-04-01";
    buf_init(&b);
    shown_note(&b, &s, LANGUAGE_JA);
    assert_string_equal(buf_cstr(&b), "試行中の規則: 2027-04-01から警告");
    buf_clear(&b);
    shown_note(&b, &s, LANGUAGE_EN);
    assert_string_equal(buf_cstr(&b),
                        "a rule on trial: from 2027-04-01 on this is: "
                        "warning");
    buf_free(&b);
}

static void a_mail_without_findings_says_thanks(void **state)
{
    buf b;

    (void)state;
    mail_of(&b, "環境局");
    assert_non_null(strstr(buf_cstr(&b), "指摘はありませんでした。"));
    assert_non_null(strstr(buf_cstr(&b), "■ 環境局.xlsx（受理）\n"));
    assert_null(strstr(buf_cstr(&b), "産業経済局"));
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[48];
    size_t n = 0;

    TEST_ROWS(tests, n, groups_equal_findings, group_rows);
    TEST_ONE(tests, n, a_group_names_the_first_few);
    TEST_ONE(tests, n, a_merged_cell_is_one_place);
    TEST_ONE(tests, n, other_files_and_sheets_are_not_grouped);
    TEST_ONE(tests, n, counts_groups);
    TEST_ONE(tests, n, text_in_japanese);
    TEST_ONE(tests, n, text_in_english);
    TEST_ONE(tests, n, text_wraps_at_a_width);
    TEST_ONE(tests, n, text_holds_no_control_characters);
    TEST_ONE(tests, n, text_is_coloured_on_demand);
    TEST_ONE(tests, n, an_unknown_rule_speaks_for_itself);
    TEST_ONE(tests, n, json_in_full);
    TEST_ONE(tests, n, a_rule_turned_off_is_not_shown);
    TEST_ONE(tests, n, a_file_stays_rejected_where_errors_are_not_shown);
    TEST_ONE(tests, n, the_page_escapes_what_is_not_ours);
    TEST_ONE(tests, n, a_mail_holds_what_concerns_the_department);
    TEST_ONE(tests, n, a_mail_tells_thirty_and_counts_the_rest);
    TEST_ROWS(tests, n, prints_why_the_plan_changed_a_rule, reason_cases);
    TEST_ONE(tests, n, says_from_when_a_trial_counts);
    TEST_ONE(tests, n, a_mail_without_findings_says_thanks);
    return run_tests("findings", tests, n);
}
