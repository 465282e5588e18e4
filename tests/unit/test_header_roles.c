/*
 * test_header_roles.c - what a column holds, by the words above it
 */
#include "support/rows.h"

#include <string.h>

#include "base/buf.h"
#include "ingest/header/header_roles.h"
#include "ingest/header/header_words.h"

static const struct word_case {
    const char *label; /* also the header, unless `typed` is given */
    const char *typed;
    role role;
    int from, year;
    const char *unit;
    unsigned index;
} cases[] = {
    { "事業名", NULL, ROLE_PROJECT, 0, 0, "", 0 },
    { "事業名等", NULL, ROLE_PROJECT, 0, 0, "", 0 },
    { "取組名", NULL, ROLE_PROJECT, 0, 0, "", 0 },
    { "施策名", NULL, ROLE_MEASURE, 0, 0, "", 0 },
    { "基本目標", NULL, ROLE_GOAL, 0, 0, "", 0 },
    { "交付金事業", NULL, ROLE_PROJECT, 0, 0, "", 0 },
    { "交付金の種類", NULL, ROLE_GRANT, 0, 0, "", 0 },
    { "指標", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "成果指標", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "ＫＰＩ（重要業績評価指標）", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "重要業績評価指標（KPI）", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "a footnote is no part of it",
      "KPI（平成31年度）\n※KPI＝重要業績評価指標", ROLE_KPI, 0, 2019, "", 0 },
    { "spaces and line breaks are ignored", "事 業\n名 称", ROLE_PROJECT, 0, 0,
      "", 0 },
    { "実績値（平成28年度）", NULL, ROLE_ACTUAL, 0, 2016, "", 0 },
    { "H28 実績", NULL, ROLE_ACTUAL, 0, 2016, "", 0 },
    { "令和2年度末実績", NULL, ROLE_ACTUAL, 0, 2020, "", 0 },
    { "R2(2020)実績値", NULL, ROLE_ACTUAL, 0, 2020, "", 0 },
    { "R6目標", NULL, ROLE_TARGET, 0, 2024, "", 0 },
    { "R2年度当初値", NULL, ROLE_BASELINE, 0, 2020, "", 0 },
    { "2020当初値", NULL, ROLE_BASELINE, 0, 2020, "", 0 },
    { "FY2020現状値", NULL, ROLE_BASELINE, 0, 2020, "", 0 },
    { "2020現状値", NULL, ROLE_BASELINE, 0, 2020, "", 0 },
    { "2025最終目標", NULL, ROLE_TARGET, 0, 2025, "", 0 },
    { "a number of the indicator in front of a year", "KPI2 2021年度実績",
      ROLE_ACTUAL, 0, 2021, "", 2 },
    { "a number in a circle in front of a year", "指標③2025目標値",
      ROLE_TARGET, 0, 2025, "", 3 },
    { "R6年度（最終目標年度）", NULL, ROLE_NONE, 0, 2024, "", 0 },
    { "R6年度（目標年度）", NULL, ROLE_TARGET_YEAR, 0, 2024, "", 0 },
    { "R2n目標", NULL, ROLE_TARGET, 0, 2020, "", 0 },
    { "目標値（R2～R6）", NULL, ROLE_TARGET, 2020, 2024, "", 0 },
    { "a year without its era, where the sheet tells", "２年度実績",
      ROLE_ACTUAL, 0, 2020, "", 0 },
    { "目標値（人）", NULL, ROLE_TARGET, 0, 0, "人", 0 },
    { "気温の実績値（℃）", NULL, ROLE_ACTUAL, 0, 0, "℃", 0 },
    { "実績（単位：千円）", NULL, ROLE_ACTUAL, 0, 0, "千円", 0 },
    { "事業費（決算額・百万円）", NULL, ROLE_COST, 0, 0, "百万円", 0 },
    { "現況値", NULL, ROLE_ACTUAL, 0, 0, "", 0 },
    { "現状値", NULL, ROLE_BASELINE, 0, 0, "", 0 },
    { "計画策定時（H30）", NULL, ROLE_BASELINE, 0, 2018, "", 0 },
    { "基準年度", NULL, ROLE_BASELINE_YEAR, 0, 0, "", 0 },
    { "実施年度", NULL, ROLE_YEAR, 0, 0, "", 0 },
    { "実績 Actual (FY2021)", NULL, ROLE_ACTUAL, 0, 2021, "", 0 },
    { "達成率 / Achievement Rate (%)", NULL, ROLE_RATE, 0, 0, "%", 0 },
    { "each line its own", "実績\nActual\nR3\nFY2021", ROLE_ACTUAL, 0, 2021,
      "", 0 },
    { "5年目【目標】（R5）", NULL, ROLE_TARGET, 0, 2023, "", 0 },
    { "中間（R8・目標）", NULL, ROLE_TARGET, 0, 2026, "", 0 },
    { "【目標】R8", NULL, ROLE_TARGET, 0, 2026, "", 0 },
    { "【目標】R8年度　50人", NULL, ROLE_NONE, 0, 2026, "", 0 },
    { "２年目（令和５年度）目標", NULL, ROLE_TARGET, 0, 2023, "", 0 },
    { "第９期計画", NULL, ROLE_PLANNED, 0, 0, "", 0 },
    { "2021達成率", NULL, ROLE_RATE, 0, 2021, "", 0 },
    { "当初計画※2（R4～R8）", NULL, ROLE_TARGET, 2022, 2026, "", 0 },
    { "目標値との乖離", NULL, ROLE_IGNORED, 0, 0, "", 0 },
    { "実績に対する評価", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "指標ごとの評価", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "KPI別評価", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "指標別の評価", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "達成率", NULL, ROLE_RATE, 0, 0, "", 0 },
    { "進捗率＝実績／目標", NULL, ROLE_RATE, 0, 0, "", 0 },
    { "達成度（実績−基準値）/（目標−基準値）×100", NULL, ROLE_RATE, 0, 0, "", 0 },
    { "進捗率（%）", NULL, ROLE_RATE, 0, 0, "%", 0 },
    { "KPI・目標値", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "指標名と現状値", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "重要業績評価指標及び目標値", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "KPIの目標値", NULL, ROLE_TARGET, 0, 0, "", 0 },
    { "評価", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "判定", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "評語", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "所管局", NULL, ROLE_BUREAU, 0, 0, "", 0 },
    { "担当課", NULL, ROLE_DIVISION, 0, 0, "", 0 },
    { "備考", NULL, ROLE_REMARK, 0, 0, "", 0 },
    { "指標2", NULL, ROLE_KPI, 0, 0, "", 2 },
    { "指標Ｂ", NULL, ROLE_KPI, 0, 0, "", 2 },
    { "KPI-A", NULL, ROLE_KPI, 0, 0, "", 1 },
    { "R4実績-B", NULL, ROLE_ACTUAL, 0, 2022, "", 2 },
    { "a letter of a formula", "実績値（Ｂ）", ROLE_ACTUAL, 0, 0, "", 0 },
    { "a letter in front", "Ｂ実績", ROLE_ACTUAL, 0, 0, "", 2 },
    { "a letter and の", "アの計画値", ROLE_PLANNED, 0, 0, "", 1 },
    { "a letter of an indicator", "指標（Ｂ）", ROLE_KPI, 0, 0, "", 2 },
    { "a grade", "評価Ａ", ROLE_GRADE, 0, 0, "", 0 },
    { "成果指標ウ", NULL, ROLE_KPI, 0, 0, "", 3 },
    { "起点（令元）", NULL, ROLE_BASELINE, 0, 2019, "", 0 },
    { "R4実績③", NULL, ROLE_ACTUAL, 0, 2022, "", 3 },
    { "現状値の年度", NULL, ROLE_BASELINE_YEAR, 0, 0, "", 0 },
    { "目標数値の期間", NULL, ROLE_TARGET_YEAR, 0, 0, "", 0 },
    { "目標年次の値（R8）", NULL, ROLE_TARGET, 0, 2026, "", 0 },
    { "５年後の目標（令和６年度）", NULL, ROLE_TARGET, 0, 2024, "", 0 },
    { "目指すべき社会像", NULL, ROLE_GOAL, 0, 0, "", 0 },
    { "各年度の目標値", NULL, ROLE_PLANNED, 0, 0, "", 0 },
    { "指標の現状値", NULL, ROLE_BASELINE, 0, 0, "", 0 },
    { "成果指標の実績値", NULL, ROLE_ACTUAL, 0, 0, "", 0 },
    { "年度別の実績", NULL, ROLE_ACTUAL, 0, 0, "", 0 },
    { "責任部署", NULL, ROLE_BUREAU, 0, 0, "", 0 },
    { "計画策定時現状数値", NULL, ROLE_BASELINE, 0, 0, "", 0 },
    { "主な関連施策名", NULL, ROLE_MEASURE, 0, 0, "", 0 },
    { "進捗状況（実績値）", NULL, ROLE_ACTUAL, 0, 0, "", 0 },
    { "基本的な方向性", NULL, ROLE_THEME, 0, 0, "", 0 },
    { "主な取組内容と成果", NULL, ROLE_ACTIVITY, 0, 0, "", 0 },
    { "KPI No.3", NULL, ROLE_KPI, 0, 0, "", 3 },
    { "整理番号3", NULL, ROLE_NAME, 0, 0, "", 3 },
    { "局\nコード", NULL, ROLE_IGNORED, 0, 0, "", 0 },
    { "担当課コード", NULL, ROLE_IGNORED, 0, 0, "", 0 },
    { "R5年度実績（見込）", NULL, ROLE_ACTUAL, 0, 2023, "", 0 },
    { "達成度を測る指標", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "交付対象事業における重要業績評価指標", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "達成目標項目", NULL, ROLE_KPI, 0, 0, "", 0 },
    { "目標の達成状況", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "目標達成度判定", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "目標の単位", NULL, ROLE_UNIT, 0, 0, "", 0 },
    { "目標年度における目標値", NULL, ROLE_TARGET, 0, 0, "", 0 },
    { "戦略目標値", NULL, ROLE_TARGET, 0, 0, "", 0 },
    { "策定時の実績", NULL, ROLE_BASELINE, 0, 0, "", 0 },
    { "計画策定年度実績", NULL, ROLE_BASELINE, 0, 0, "", 0 },
    { "基準年度の実績値", NULL, ROLE_BASELINE, 0, 0, "", 0 },
    { "事業費の実績", NULL, ROLE_COST, 0, 0, "", 0 },
    { "costs and indicators are the indicators'", "(2) 総事業費・指標等の推移",
      ROLE_KPI, 0, 0, "", 0 },
    { "costs and results are the results'", "事業費及び実績の推移", ROLE_ACTUAL, 0,
      0, "", 0 },
    { "costs and what was spent are costs", "事業費・実績額", ROLE_COST, 0, 0, "",
      0 },
    { "実績の要因", NULL, ROLE_IGNORED, 0, 0, "", 0 },
    { "指標の動向", NULL, ROLE_IGNORED, 0, 0, "", 0 },
    { "目標との差の要因", NULL, ROLE_IGNORED, 0, 0, "", 0 },
    { "指標の達成率", NULL, ROLE_RATE, 0, 0, "", 0 },
    { "目標値の達成年度", NULL, ROLE_TARGET_YEAR, 0, 0, "", 0 },
    { "指標担当課", NULL, ROLE_DIVISION, 0, 0, "", 0 },
    { "評価の推移", NULL, ROLE_GRADE, 0, 0, "", 0 },
    { "施策（事業）名", NULL, ROLE_PROJECT, 0, 0, "", 0 },
    { "施策体系（中分類）", NULL, ROLE_THEME, 0, 0, "", 0 },
    { "指標1_基準値（H26）", NULL, ROLE_BASELINE, 0, 2014, "", 1 },
    { "KPI②・実績（R3）", NULL, ROLE_ACTUAL, 0, 2021, "", 2 },
    { "目標値（H.29）", NULL, ROLE_TARGET, 0, 2017, "", 0 },
    { "策定時比増減率", NULL, ROLE_IGNORED, 0, 0, "", 0 },
    { "a figure with its bracket is none", "1.91倍（H30目標）", ROLE_NONE, 0,
      2018, "", 0 },
    { "累計305 is a figure", "累計305", ROLE_NONE, 0, 0, "", 0 },
    { "so it is on lines of its own", "累計\n858人", ROLE_NONE, 0, 0, "", 0 },
    { "not so years below the word", "累計\n5年間", ROLE_TOTAL, 0, 0, "", 0 },
    { "a figure and its unit are none", "1,204件", ROLE_NONE, 0, 0, "", 0 },
    { "nor is a share", "38%", ROLE_NONE, 0, 0, "", 0 },
    { "nor a figure of two digits in 万人", "44万人", ROLE_NONE, 0, 0, "", 0 },
    { "a number in front of a header's word", "1実績", ROLE_ACTUAL, 0, 0, "",
      1 },
    { "four digits in front of it are a year", "2016実績", ROLE_ACTUAL, 0, 2016,
      "", 0 },
    { "a figure behind its year and a colon", "R1年度：35", ROLE_NONE, 0, 0,
      "", 0 },
    { "two digits in front of 年度", "H28年度", ROLE_NONE, 0, 2016, "", 0 },
    { "a decimal is no year", "２１３１．６千t-CO２", ROLE_NONE, 0, 0, "", 0 },
    { "a word that is contained", "各事業の数値目標の実績", ROLE_ACTUAL, 0, 0, "",
      0 },
    { "a sentence is no header", "実績は速報値です。", ROLE_NONE, 0, 0, "", 0 },
    { "data is no header", "空き家バンク", ROLE_NONE, 0, 0, "", 0 },
    { "a word of the plan", "ねらい値", ROLE_TARGET, 0, 0, "", 0 },
};

static const plan_word plan_words[] = { { .role = "target",
                                          .word = "ねらい値" } };

static void reads_a_header(void **state)
{
    const struct word_case *c = *state;
    plan *p = plan_default();
    const header_word *w;
    header_roles *roles;
    arena a;

    arena_init(&a, 0);
    p->words = (plan_word *)(uintptr_t)plan_words;
    p->word_count = strstr(c->label, "plan") != NULL;
    roles = header_roles_new(&a, p);
    w = header_roles_find(roles, text_of(c->typed != NULL ? c->typed
                                                          : c->label),
                          2019);
    assert_string_equal(role_id(w->role), role_id(c->role));
    assert_int_equal(w->years.from, c->from);
    assert_int_equal(w->years.to, c->year);
    assert_int_equal(w->index, c->index);
    assert_int_equal(w->unit.length, strlen(c->unit));
    assert_memory_equal(w->unit.bytes, c->unit, strlen(c->unit));
    p->words = NULL;
    p->word_count = 0;
    plan_free(p);
    arena_free(&a);
}

/* Of two the first would count: the other says what is not so. */
static void has_no_word_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < header_synonym_count(); i++)
        for (size_t k = i + 1; k < header_synonym_count(); k++)
            if (strcmp(header_synonym_at(i)->word,
                       header_synonym_at(k)->word) == 0)
                fail_msg("%s", header_synonym_at(i)->word);
}

static void names_every_role_and_finds_it_again(void **state)
{
    (void)state;
    for (unsigned r = 1; r < ROLE_COUNT; r++) {
        assert_true(role_id((role)r)[0] != '\0');
        assert_int_equal(role_from_id(role_id((role)r)), r);
    }
    assert_int_equal(role_from_id("nonsense"), ROLE_NONE);
}

static void gives_nothing_when_memory_ran_out(void **state)
{
    plan *p = plan_default();
    arena a;

    (void)state;
    arena_init(&a, 1000);
    assert_null(header_roles_new(&a, p));
    arena_free(&a);
    plan_free(p);
}

/* Of all the work on a text only the verdict and the text are kept. */
static void keeps_little_of_each_text(void **state)
{
    enum { TEXTS = 3000, LONG = 200 };
    plan *p = plan_default();
    const header_word *first, *again;
    header_roles *roles;
    size_t before;
    arena a;

    (void)state;
    arena_init(&a, 0);
    roles = header_roles_new(&a, p);
    before = a.used;
    for (int i = 0; i < TEXTS; i++) {
        buf b;

        buf_init(&b);
        buf_printf(&b, "Ｘ%d（令和２年度：人）", i);
        while (b.length < LONG)
            buf_string(&b, "（あ）");
        header_roles_find(roles, buf_slice(&b), 2019);
        buf_free(&b);
    }
    assert_true(a.used - before < TEXTS * (LONG + sizeof(header_word) + 96));
    first = header_roles_find(roles, text_of("目標値（人）"), 2019);
    again = header_roles_find(roles, text_of(" 目標値（人）　"), 2019);
    assert_ptr_equal(first, again);
    assert_true(text_is(again->unit, "人"));
    plan_free(p);
    arena_free(&a);
}

/* What headers and cells are made of, in any order. */
static const char *const pieces[] = {
    "（", "）", "(", ")", "【", "】", "「", "」", "\n", "\r\n", " ", "　", "→",
    "⇒", "※", "※1", "*", "注1", "・", "：", "/", "-", "%", "％", "1", "２", "③",
    "12", "301", "2", "016", "224件", "20160", "2 016", "年度", "第", "等", "名",
    "の名称", "欄", "一覧", "月", "4-6月", "第1四半期", "指標1：", "KPI②・",
    "成果指標3_", "問１　", "（Q2）", "各年度の", "の時点", "責任", "主な", "値", "上期", "H26", "Ｒ２", "R2年度", "令和元年度", "平成三十年度末", "2016年", "2020",
    "昭和", "２年度", "H27～H31", "H21～H25の5ヵ年平均", "R5(2023)", "’16", "西暦2016年",
    "FY24", "R2n", "H30以降", "まで", "時点", "現在", "末", "の", "分", "人", "件",
    "社", "事業", "定住者数", "住みよいまち", "㍻28", "㈱", "⑴", "︵", "ﾊﾞ", "ﾃﾞ",
    "ハ\xE3\x82\x99", "基準", "施策", "目標", "実績値", "現状", "ねらい値", "は", "。",
    "ー", "単位：", "増減", "kpi", "ＫＰＩ", ":", "，", "、", "達成率(%)",
};

static void put_piece(buf *b, uint64_t *seed)
{
    size_t count = sizeof(pieces) / sizeof(*pieces), pick;

    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    pick = (size_t)(*seed >> 33);
    buf_string(b, pick % 3 == 0
                      ? header_synonym_at(pick / 3 % header_synonym_count())
                            ->word
                      : pieces[pick / 3 % count]);
}

/* header_roles_may_be() is false for no text whose word is exact, or a year. */
static void letters_tell_nothing_wrong(void **state)
{
    enum { TEXTS = 60000, AT_ONCE = 2000, MOST_PIECES = 6 };
    plan *p = plan_default();
    header_roles *roles = NULL;
    uint64_t seed = 1;
    size_t exact = 0, refused = 0;
    arena a;

    (void)state;
    arena_init(&a, 0);
    p->words = (plan_word *)(uintptr_t)plan_words;
    p->word_count = 1;
    for (size_t i = 0; i < TEXTS; i++) {
        size_t count = 1 + i % MOST_PIECES;
        const header_word *w;
        bool is_exact, may;
        buf b;

        if (i % AT_ONCE == 0) {
            arena_free(&a);
            roles = header_roles_new(&a, p);
        }
        buf_init(&b);
        while (count-- > 0)
            put_piece(&b, &seed);
        w = header_roles_find(roles, buf_slice(&b), 2019);
        is_exact = w->exact || w->year_only;
        may = header_roles_may_be(roles, buf_slice(&b), 2019);
        if (is_exact && !may)
            fail_msg("refused: %s", buf_cstr(&b));
        exact += is_exact;
        refused += !may;
        buf_free(&b);
    }
    assert_true(exact > TEXTS / 10);
    assert_true(refused > TEXTS / 20);
    p->words = NULL;
    p->word_count = 0;
    plan_free(p);
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[160];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_header, cases);
    TEST_ONE(tests, n, has_no_word_twice);
    TEST_ONE(tests, n, names_every_role_and_finds_it_again);
    TEST_ONE(tests, n, gives_nothing_when_memory_ran_out);
    TEST_ONE(tests, n, keeps_little_of_each_text);
    TEST_ONE(tests, n, letters_tell_nothing_wrong);
    return run_tests("header_roles", tests, n);
}
