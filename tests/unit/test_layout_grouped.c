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
    { "数値目標 over 対象年度, 目標 and 実績 is what all of them are about", "a.xlsx",
      "事業名 | 数値目標 | < | < | < | <\n"
      "^ | 指標名 | 単位 | 対象年度 | 目標 | 実績値\n"
      "企業誘致 | 立地件数 | 件 | R4 | 4 | 4\n"
      "^ | ^ | ^ | R5 | 5 | 調査中\n"
      "就業支援 | 受講者数 | 人 | R4 | 76 | 85\n"
      "^ | ^ | ^ | R5 | 88 | 73\n",
      "P |企業誘致\n"
      "K 立地件数|件||T5@2023 p2022=4 p2023=5| 2022=4 2023=pending\n"
      "P |就業支援\n"
      "K 受講者数|人||T88@2023 p2022=76 p2023=88| 2022=85 2023=73\n" },
    { "数値目標 over years, where lines say what the figures are", "a.xlsx",
      " | | | | 数値目標 | <\n"
      "取組事業 | 数値目標の名称 | 単位 | 区分 | R4年度 | R5年度\n"
      "企業誘致 | 立地件数 | 件 | 目標値 | 4 | 5\n"
      "^ | ^ | ^ | 実績数値 | 3 | 6\n"
      "就業支援 | 受講者数 | 人 | 目標値 | 76 | 88\n"
      "^ | ^ | ^ | 実績数値 | 85 | 73\n",
      "P |企業誘致\n"
      "K 立地件数|件||T5@2023 p2022=4 p2023=5| 2022=3 2023=6\n"
      "P |就業支援\n"
      "K 受講者数|人||T88@2023 p2022=76 p2023=88| 2022=85 2023=73\n" },
    { "one 現況値 for all lines of an indicator is what it began with",
      "a.xlsx",
      "事業名 | KPI名称 | 現　況　値 | 年度 | 実績値\n"
      "企業誘致 | 立地件数 | 3件 | R4 | 4件\n"
      "^ | ^ | ^ | R5 | 6件\n"
      "就業支援 | 受講者数 | 64人 | R4 | 85人\n"
      "^ | ^ | ^ | R5 | 73人\n",
      "P |企業誘致\n"
      "K 立地件数|件|B3|T-| 2022=4 2023=6\n"
      "P |就業支援\n"
      "K 受講者数|人|B64|T-| 2022=85 2023=73\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_grouped", tests, n);
}
