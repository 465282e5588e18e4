/*
 * test_layout_grouped.c - lines that say what they are and of which year, and
 * words of a header that stand over groups of columns
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "lines that say their kind and year below 区分", "a.xlsx",
      "事業名 | 指標名 | 区分 | 値 | 事業評価\n"
      "創業支援 | 相談件数 | 策定時の値（H30年度） | 142 | 順調\n"
      "^ | ^ | R1年度実績値 | 144 | ^\n"
      "^ | ^ | R2年度実績値 | － | ^\n"
      "^ | ^ | KPI目標値（R3年度） | 304 | ^\n"
      "就農支援 | 就農者数 | 策定時の値（H30年度） | 21 | 遅れ\n"
      "^ | ^ | R1年度実績値 | 28 | ^\n"
      "^ | ^ | R2年度実績値 | 30 | ^\n"
      "^ | ^ | KPI目標値（R3年度） | 57 | ^\n",
      "P |創業支援|grade 順調\n"
      "K 相談件数||B142@2018|T304@2021| 2019=144 2020=missing\n"
      "P |就農支援|grade 遅れ\n"
      "K 就農者数||B21@2018|T57@2021| 2019=28 2020=30\n" },
    { "現況値 leads the lines, 計画値 ends them, below 年度", "a.xlsx",
      "事業名 | 指標名 | 年度 | 数値\n"
      "創業支援 | 相談件数 | 現況値（平成30年度） | 142\n"
      "^ | ^ | 令和元年度実績数値 | 144\n"
      "^ | ^ | 令和2年度実績数値 | 調査中\n"
      "^ | ^ | 計画値（令和3年度） | 304\n",
      "P |創業支援\n"
      "K 相談件数||B142@2018|T304@2021| 2019=144 2020=pending\n" },
    { "Western years in front of their words", "a.xlsx",
      "事業名 | 指標名 | 年度 | 数値\n"
      "創業支援 | 相談件数 | 当初値（2018年度） | 142\n"
      "^ | ^ | 2019年度実績値 | 144\n"
      "^ | ^ | 2020年度実績値 | 150\n"
      "^ | ^ | 目標値（2021年度） | 304\n",
      "P |創業支援\n"
      "K 相談件数||B142@2018|T304@2021| 2019=144 2020=150\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_grouped", tests, n);
}
