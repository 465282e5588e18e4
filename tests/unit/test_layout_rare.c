/*
 * test_layout_rare.c - layouts that few departments use
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a page whose indicators have each fact on a line, the unit first; the "
      "number above a project's name is no heading",
      "a.xlsx",
      "湖南市総合戦略の報告（令和4年度分）\n"
      "\n"
      "【事業1】\n"
      "事業名：朝市の開催\n"
      "担当課：商工課\n"
      "指標１：来場者数\n"
      "　単位：人\n"
      "　基準値（令和元年度）：1,050\n"
      "　実績値（令和4年度）：1,060\n"
      "　目標値（令和6年度）：1,090\n"
      "事業評価：B\n"
      "\n"
      "【事業2】\n"
      "事業名：山道の手入れ\n"
      "担当課：林務課\n"
      "指標１：延長\n"
      "　単位：km\n"
      "　基準値（令和元年度）：2\n"
      "　実績値（令和4年度）：3\n"
      "　目標値（令和6年度）：6\n"
      "事業評価：C\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人|B1050@2019|T1090@2024| 2022=1060\n"
      "P |山道の手入れ|/林務課|grade C\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3\n" },
};

int main(void)
{
    struct CMUnitTest tests[24];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_rare", tests, n);
}
