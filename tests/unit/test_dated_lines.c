/*
 * test_dated_lines.c - years and figures below each other beside one label
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case lines[] = {
    { "the year in front of each figure, the label in the first line only",
      "a.xlsx",
      "事業名 | 担い手の育成\n"
      "指標 | 新規就農者数\n"
      "基準値 | 5人（R1）\n"
      "目標値 | 20人（R6）\n"
      "実績値 | R4：8人\n"
      " | R5：12人\n"
      " | R6：15人\n"
      "担当課 | 農政課\n",
      "P |担い手の育成|/農政課\n"
      "K 新規就農者数|人|B5@2019|T20@2024| 2022=8 2023=12 2024=15\n" },
    { "the year behind, the label merged over all lines, several indicators",
      "a.xlsx",
      "事業名 | 担い手の育成\n"
      "指標1 | 新規就農者数（人）\n"
      "目標値 | 20（R6）\n"
      "実績値 | 8（R4）\n"
      "^ | 12（R5）\n"
      "指標2 | 農地集積率（％）\n"
      "目標値 | 60（R6）\n"
      "実績値 | 48（R4）\n"
      "^ | 52（R5）\n"
      "評価 | B\n",
      "P |担い手の育成|grade B\n"
      "K 新規就農者数|人||T20@2024| 2022=8 2023=12\n"
      "K 農地集積率|％||T60@2024| 2022=48 2023=52\n" },
    { "within the lines that a word is merged over",
      "a.xlsx",
      "事業名 | 担い手の育成\n"
      "ＫＰＩ | 指標 | 新規就農者数\n"
      "^ | 基準値 | 5人（R1）\n"
      "^ | 目標値 | 20人（R6）\n"
      "^ | 実績値 | R4：8人\n"
      "^ | | R5：12人\n"
      "担当課 | 農政課\n",
      "P |担い手の育成|/農政課\n"
      "K 新規就農者数|人|B5@2019|T20@2024| 2022=8 2023=12\n" },
    { "a target for each year, and the label once more on each line",
      "a.xlsx",
      "事業名 | 担い手の育成\n"
      "指標 | 新規就農者数\n"
      "目標値 | R4：10人\n"
      "目標値 | R5：15人\n"
      "目標値 | R6：20人\n"
      "実績値 | R4：8人\n"
      "実績値 | R5：12人\n"
      "担当課 | 農政課\n",
      "P |担い手の育成|/農政課\n"
      "K 新規就農者数|人||T20@2024 p2022=10 p2023=15 p2024=20| 2022=8 2023=12\n" },
    { "a rate behind its label and a space, beside target and actual",
      "a.xlsx",
      "事業名 | 空き家の活用 | < | < | < | <\n"
      "担当課 | 住宅課 | < | < | < | <\n"
      "指標1 | 相談件数 | < | < | < | <\n"
      "^ | 目標値 | 12件 | 実績値 | 14件 | 達成率　116.7%\n"
      "指標2 | 改修件数 | < | < | < | <\n"
      "^ | 目標値 | 8件 | 実績値 | 6件 | 達成率　75.0%\n",
      "P |空き家の活用|/住宅課\n"
      "K 相談件数|件||T12| 0=14|rate 1.167\n"
      "K 改修件数|件||T8| 0=6|rate 0.75\n"
      "F actual-year-unknown D4 実績値 > \n" },
    { "one figure alone stays as it stands",
      "a.xlsx",
      "事業名 | 担い手の育成\n"
      "指標 | 新規就農者数\n"
      "目標値 | 20人（R6）\n"
      "実績値 | 12人（R5）\n"
      "担当課 | 農政課\n",
      "P |担い手の育成|/農政課\n"
      "K 新規就農者数|人||T20@2024| 2023=12\n"
      "F target-year-inferred A3 目標値 > R6\n" },
};

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, lines);
    return run_tests("dated_lines", tests, n);
}
