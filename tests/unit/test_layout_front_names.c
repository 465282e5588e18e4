/*
 * test_layout_front_names.c - an indicator's name in front of its own table
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "number and name are as tall as the table, with a line of words below",
      "a.xlsx",
      "ＳＤＧｓ未来都市計画　進捗報告書（2022年度） | < | < | < | < | < | < | <\n"
      "取組名 | 森を活かしたまち | < | < | < | 担当 | 農林部 森林課 | <\n"
      "\n"
      "指標1¶ボイラーの数 | 単位 | 基準年度 | 基準値 | 2022年度実績 | 目標年度 | 目標値 | 達成率\n"
      "^ | 台 | 2018 | 4 | 9 | 2030 | 15 | 0.6{0.0%}\n"
      "^ | 説明 | 道の駅に１基を新設した。 | < | < | < | < | <\n"
      "\n"
      "指標2¶木材の出荷量 | 単位 | 基準年度 | 基準値 | 2022年度実績 | 目標年度 | 目標値 | 達成率\n"
      "^ | ㎥ | 2017 | 12500 | 集計中 | 2025 | 20000 |\n"
      "^ | 説明 | 製材所を増やした。 | < | < | < | < | <\n",
      "P |森を活かしたまち|農林部/森林課|note 道の駅に１基を新設した。|"
      "note 製材所を増やした。\n"
      "K ボイラーの数|台|B4@2018|T15@2030| 2022=9|rate 0.6\n"
      "K 木材の出荷量|㎥|B12500@2017|T20000@2025| 2022=pending\n" },
    { "below a header of two lines, its years above 目標 and 実績",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | < | <\n"
      "担当課 | 商工課 | < | < | < | <\n"
      "KPI①　来場者数 | 単位 | R4 | < | R5 | <\n"
      "^ | ^ | 目標 | 実績 | 目標 | 実績\n"
      "^ | 人 | 50 | 40 | 60 | 44\n"
      "KPI②　出店数 | 単位 | R4 | < | R5 | <\n"
      "^ | ^ | 目標 | 実績 | 目標 | 実績\n"
      "^ | 店 | 5 | 4 | 6 | 5\n"
      "評価 | B | < | < | < | <\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T60@2023 p2022=50 p2023=60| 2022=40 2023=44\n"
      "K 出店数|店||T6@2023 p2022=5 p2023=6| 2022=4 2023=5\n" },
    { "the number has a cell of its own",
      "a.xlsx",
      "取組名 | 朝市の開催 | < | < | < | <\n"
      "担当課 | 商工課 | < | < | < | <\n"
      "指標① | 来場者数 | 単位 | 基準値（R1） | R4実績 | 目標値（R6）\n"
      "^ | ^ | 人 | 50 | 60 | 90\n"
      "指標② | 出店数 | 単位 | 基準値（R1） | R4実績 | 目標値（R6）\n"
      "^ | ^ | 店 | 5 | 6 | 9\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=60\n"
      "K 出店数|店|B5@2019|T9@2024| 2022=6\n" },
    { "a line a year, or of what its figures are",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "成果指標１¶来場者数（人） | 年度 | 目標値 | 実績値\n"
      "^ | R4 | 50 | 40\n"
      "^ | R5 | 60 | 44\n"
      "成果指標２¶出店数（店） | 区分 | R4 | R5\n"
      "^ | 目標値 | 5 | 6\n"
      "^ | 実績値 | 4 | 5\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T60@2023 p2022=50 p2023=60| 2022=40 2023=44\n"
      "K 出店数|店||T6@2023 p2022=5 p2023=6| 2022=4 2023=5\n" },
    { "labels and their values beside such a cell are no table",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | <\n"
      "指標①　来場者数（人） | 基準値（R1） | 50 | 目標値（R6） | 90\n"
      "^ | R3実績 | 40 | R4実績 | 60\n",
      "P |朝市の開催\n"
      "K 来場者数|人|B50@2019|T90@2024| 2021=40 2022=60\n" },
};

static void says_where_the_name_stands(void **state)
{
    dataset *d;

    (void)state;
    d = sheet_text_ingest("事業名 | 朝市の開催 | < | < | <\n"
                          "指標① | 来場者数 | 単位 | 現状値 | R4実績\n"
                          "^ | ^ | 人 | 50 | 60\n",
                          "a.xlsx", NULL, NULL);
    assert_int_equal(d->projects[0].kpis[0].where.row, 1);
    assert_int_equal(d->projects[0].kpis[0].where.col, 1);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(
        says_where_the_name_stands);
    return run_tests("layout_front_names", tests, n);
}
