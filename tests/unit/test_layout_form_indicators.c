/*
 * test_layout_form_indicators.c - forms of one indicator each, the labels around
 * its years
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "the grade beside such a side is that of the first line",
      "a.xlsx",
      "事業名 | バス路線の維持 | < | < | < | <\n"
      "評価指標 | 利用者数 | < | < | 単位 | 千人\n"
      "推移 | 区分 | R4 | R5 | R6 | 達成状況\n"
      "^ | 年度目標 | 1252 | 1264 | 1276 | ◎\n"
      "^ | 実績値 | 1250 | 1269 | | ^\n"
      "\n"
      "事業名 | 駅の整備 | < | < | < | <\n"
      "評価指標 | 乗降客数 | < | < | 単位 | 人/日\n"
      "推移 | 区分 | R4 | R5 | R6 | 達成状況\n"
      "^ | 年度目標 | 1198 | 1211 | 1224 | △\n"
      "^ | 実績値 | 1194 | 1199 | | ^\n",
      "P |バス路線の維持\n"
      "K 利用者数|千人||T1276@2024 p2022=1252 p2023=1264 p2024=1276| 2022=1250 "
      "2023=1269 2024=blank|grade ◎\n"
      "P |駅の整備\n"
      "K 乗降客数|人/日||T1224@2024 p2022=1198 p2023=1211 p2024=1224| "
      "2022=1194 2023=1199 2024=blank|grade △\n" },
    { "現況値 is what the plan began with, unless later years tell it",
      "a.xlsx",
      "事業名 | バス路線の維持 | < | < | < | <\n"
      "評価指標 | 利用者数 | < | < | 単位 | 千人\n"
      "現況値（R3） | 1240 | 目標値（R8） | 1300 | 担当課 | 交通課\n"
      "区分 | R4 | R5 | R6\n"
      "年度目標 | 1252 | 1264 | 1276\n"
      "実績値 | 1250 | 1269 | \n"
      "\n"
      "事業名 | 駅の整備 | < | < | < | <\n"
      "評価指標 | 乗降客数 | < | < | 単位 | 人/日\n"
      "現況値（R5） | 1199 | 目標値（R8） | 1250 | 担当課 | 整備課\n"
      "区分 | R4 | R5 | R6\n"
      "年度目標 | 1198 | 1211 | 1224\n"
      "実績値 | 1194 | 1199 | \n",
      "P |バス路線の維持|/交通課\n"
      "K 利用者数|千人|B1240@2021|T1300@2026 p2022=1252 p2023=1264 p2024=1276| "
      "2022=1250 2023=1269 2024=blank\n"
      "P |駅の整備|/整備課\n"
      "K 乗降客数|人/日||T1250@2026 p2022=1198 p2023=1211 p2024=1224| "
      "2022=1194 2023=1199 2024=blank\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_indicators", tests, n);
}
