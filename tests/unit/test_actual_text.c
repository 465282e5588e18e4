/*
 * test_actual_text.c - cells of actuals, and which KPI they belong to
 *
 * Expected: label:value unit [累計] [+increase] [速報] " / " ...; or the
 * state's id where there is no figure.
 */
#include "support/rows.h"

#include "base/buf.h"
#include "wording/kpi_text.h"

static const struct actual_case {
    const char *label; /* the cell */
    const char *expected;
} cases[] = {
    { "累計305人", ":305人 累計" },
    { "142人", ":142人" },
    { "59人（累計）", ":59人 累計" },
    { "（累計）13人", ":13人 累計" },
    { "(累計)投資金額88億", "投資金額:88億 累計" },
    { "累計10件・46人", ":10件 累計 / :46人 累計" },
    { "2件・21人", ":2件 / :21人" },
    { "127人（62人増）", ":127人 +62" },
    { "小：131校\n中：62校", "小:131校 / 中:62校" },
    { "参加企業数：421社\n参加者：1,623人",
      "参加企業数:421社 / 参加者:1623人" },
    { "相談件数　調査中\n承認件数（累計）　24件\n従業者数　14,169人",
      "pending / 承認件数（累計）:24件 累計 / 従業者数:14169人" },
    { "承認件数　24件\n相談件数　－", "承認件数:24件 / missing" },
    { "調査中\n次回　24件", "not-surveyed" },
    { "累計投資金額88億\n累計雇用創出数28人",
      "投資金額:88億 累計 / 雇用創出数:28人 累計" },
    { "0社 福岡県や福岡県航空機産業振興会議と連携したセミナー開催等を行った。",
      ":0社" },
    { "累計1,537億円 一部調査中", ":1537億円 累計" },
    { "△198人", ":-198人" },
    { "—（H30～）", "missing" },
    { "— ※KPIの根拠となる留学生を対象とした調査は3年毎に実施。前回調査はH26年度に"
      "実施し、次回はH29年度実施予定。", "not-surveyed" },
    { "－（5年に一度の調査、次回H31）", "not-surveyed" },
    { "－（平成28年度経済センサス調査結果待ち）", "pending" },
    { "調査中", "pending" },
    { "改定作業", "text" },
    { "策定済", "text" },
    { "制度の検討・見直し", "text" },
    { "H28.12追加項目のため回答なし", "text" },
    { "0件(事業内容の検討等実施)", ":0件" },
    { "", "blank" },
    { "まなびとマイスター認定者数：リーダー67人\nまなびとマイスター認定者数："
      "マイスター5人", "まなびとマイスター認定者数：リーダー:67人 / "
      "まなびとマイスター認定者数：マイスター:5人" },
    { "インキュベーション施設の卒業企業数：累計11件",
      "インキュベーション施設の卒業企業数:11件 累計" },
    { "小3:76.7%", "小3:76.7%" },
    { "85.0％（速報値）", ":85％ 速報" },
    { "1,234", ":1234" },
    { "H28：120人", ":120人" },
    { "男性10人、女性20人", "男性:10人 / 女性:20人" },
    { "委員会を3回開催した", "text" },
    { "令和3年度に計画を策定", "text" },
    { "10～20人", "text" },
    { "中止（前年度 120人）", "not-done" },
    { "該当なし", "not-applicable" },
    { "x", "withheld" },
    { "…", "missing" },
    { "３年度から実施", "text" },
    { "120人（目標達成）", ":120人" },
    { "1兆2,000億円", ":12000億円" },
    { "490人", ":490人" },           { "１２人", ":12人" },
    { "12 人", ":12人" },            { "1.5人", ":1.5人" },
    { "3大学", ":3大学" },           { "10以上", ":10" },
    { "2016", ":2016" },             { "2016年", "text" },
    { "2016.4", "text" },            { "5年間で", "text" },
    { "①80人\n②調査中\n③5人", ":80人 / pending / :5人" },
    { "①調査中、②累計40人、③3%", "pending / :40人 累計 / :3%" },
    { "(1) 80人\n(2) 中止\n(3) －", ":80人 / not-done / missing" },
    { "①参加者：80人\n③－", "参加者:80人 / missing" },
    { "①説明会を5回開催した。\n②見学会を3回開催した。", "text" },
    { "①のみ実施", "text" },
};

static void put_actual(buf *b, const actual_text *t)
{
    if (!t->has_value) {
        buf_string(b, figure_state_id(t->state));
        return;
    }
    buf_text(b, t->label);
    buf_char(b, ':');
    number_put(b, t->figure.value, 0);
    buf_text(b, t->figure.unit);
    if (t->figure.cumulative)
        buf_string(b, " 累計");
    if (t->has_increase) {
        buf_string(b, " +");
        number_put(b, t->increase.value, 0);
    }
    if (t->state == STATE_PRELIMINARY)
        buf_string(b, " 速報");
}

static void reads_an_actual(void **state)
{
    const struct actual_case *c = *state;
    actual_text *actuals;
    size_t count;
    arena a;
    buf b;

    arena_init(&a, 0);
    buf_init(&b);
    assert_true(actual_text_parse(&a, &actuals, &count, text_of(c->label)));
    for (size_t i = 0; i < count; i++) {
        if (i != 0)
            buf_string(&b, " / ");
        put_actual(&b, &actuals[i]);
    }
    assert_string_equal(buf_cstr(&b), c->expected);
    buf_free(&b);
    arena_free(&a);
}

static const struct pair_case {
    const char *label, *kpis, *actuals;
    size_t pairs[2]; /* 9 = none */
} pair_cases[] = {
    { "by label in another order", "X：小学校131校、中学校62校",
      "中：62校\n小：131校", { 1, 0 } },
    { "a name that contains the other label",
      "認定者数：リーダー40人 マイスター0人",
      "マイスター認定者数：リーダー67人\nマイスター認定者数：マイスター5人",
      { 0, 1 } },
    { "by unit", "誘致：20件・100人", "21人・2件", { 1, 0 } },
    { "one word for all", "誘致：20件・100人", "調査中", { 0, 0 } },
    { "by number", "誘致：20件\n参加：100件", "①－\n②5件", { 0, 1 } },
    { "by number, the first is left out", "誘致：20件\n参加：100件",
      "①調査中\n②5件", { 0, 1 } },
    { "by unit, where the numbers are another order's", "誘致：20件・100人",
      "①21人\n②2件", { 1, 0 } },
    { "none of another number", "①誘致：20件（R5）\n②参加：100件（R5）",
      "①5件\n③7件\n④9件", { 0, 9 } },
    { "one of two is missing", "誘致：20件・100人", "2件", { 0, 9 } },
};

static void pairs_with_kpis(void **state)
{
    const struct pair_case *c = *state;
    kpi_text *kpis;
    actual_text *actuals;
    size_t kpi_count, actual_count, pairs[2];
    arena a;

    arena_init(&a, 0);
    assert_true(kpi_text_parse(&a, &kpis, &kpi_count, text_of(c->kpis), 0));
    assert_int_equal(kpi_count, 2);
    assert_true(actual_text_parse(&a, &actuals, &actual_count,
                                  text_of(c->actuals)));
    actual_text_pair(pairs, kpis, kpi_count, actuals, actual_count);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(pairs[i] == SIZE_MAX ? 9 : pairs[i], c->pairs[i]);
    arena_free(&a);
}

static const struct reached_case {
    const char *label;
    bool reached;
} reached[] = {
    { "策定済", true },     { "改定済み", true },   { "実施済", true },
    { "完了", true },       { "R3年度に着工", true }, { "達成", true },
    { "策定", true },       { "改定作業", false },  { "未着工", false },
    { "完了予定", false },  { "策定中", false },    { "未達成", false },
    { "制度の検討・見直し", false }, { "", false }, { "達成率", false },
};

static void knows_a_reached_milestone(void **state)
{
    const struct reached_case *c = *state;

    assert_int_equal(milestone_reached(text_of(c->label)), c->reached);
}

int main(void)
{
    struct CMUnitTest tests[96];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_an_actual, cases);
    TEST_ROWS(tests, n, pairs_with_kpis, pair_cases);
    TEST_ROWS(tests, n, knows_a_reached_milestone, reached);
    return run_tests("actual_text", tests, n);
}
