/*
 * test_layout_others.c - tables and legends below a table that hold none of its
 * indicators
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a comparison with other cities, and a summary",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | 単位 | R6目標 | R6実績 | 評価\n"
      "朝の市 | 港課 | 来場者数 | 人 | 200 | 120 | C\n"
      "夜の市 | 駅前課 | 満足度 | ％ | 80 | 82.5 | A\n"
      "\n"
      "【参考】他都市との比較\n"
      "項目 | 単位 | 港市 | 山市 | 川市 | 全国平均\n"
      "満足度 | ％ | 82.5 | 79 | 80.2 | 78\n"
      "\n"
      "【集計】進捗状況の総括\n"
      "区分 | 事業数 | 指標数 | A | B | C\n"
      "港課 | 1 | 1 | 0 | 0 | 1\n"
      "駅前課 | 1 | 1 | 1 | 0 | 0\n"
      "計 | 2 | 2 | 1 | 0 | 1\n",
      "P |朝の市|/港課|grade C\n"
      "K 来場者数|人||T200@2024| 2024=120\n"
      "P |夜の市|/駅前課|grade A\n"
      "K 満足度|％||T80@2024| 2024=82.5\n"
      "F row-ignored A5 【参考】他都市との比較\n"
      "F table-not-read A6 項目 > 目標・実績\n" },
    { "a legend of one line a grade, below bands",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R6目標 | R6実績 | 評価\n"
      "１　浜の活気 | < | < | < | < | <\n"
      "朝の市 | 来場者数 | 人 | 200 | 120 | C\n"
      "\n"
      "【凡例】\n"
      "A | 目標を達成（100％以上）\n"
      "B | 概ね達成（90％以上100％未満）\n"
      "C | 遅れ（90％未満）\n",
      "P |朝の市|goal １ 浜の活気|grade C\n"
      "K 来場者数|人||T200@2024| 2024=120\n"
      "F row-ignored A6 A\n"
      "F row-ignored A7 B\n"
      "F row-ignored A8 C\n" },
    { "a table of other projects without figures goes on behind a gap",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R6目標 | R6実績\n"
      "朝の市 | 来場者数 | 人 | 200 | 120\n"
      "\n"
      "夜の市 | 屋台の数 | 軒 | 未定 | 調査中\n"
      "昼の市 | 屋台の数 | 軒 | 20 | 12\n",
      "P |朝の市\n"
      "K 来場者数|人||T200@2024| 2024=120\n"
      "P |夜の市\n"
      "K 屋台の数|軒||T-@2024| 2024=pending\n"
      "P |昼の市\n"
      "K 屋台の数|軒||T20@2024| 2024=12\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_others", tests, n);
}
