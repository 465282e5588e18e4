/*
 * test_names_over_lines.c - a form's indicators above their lines
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "names alone in their rows, lines of both kinds below each", "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 商工課\n"
      "指標名 | R4年度 | R5年度\n"
      "来場者数（人） | |\n"
      "目標 | 100 | 120\n"
      "実績 | 90 | 110\n"
      "出店数（店） | < | <\n"
      "目標 | 10 | 12\n"
      "実績 | 9 | 11\n"
      "\n"
      "評価 | B\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T120@2023 p2022=100 p2023=120| 2022=90 2023=110\n"
      "K 出店数|店||T12@2023 p2022=10 p2023=12| 2022=9 2023=11\n" },
    { "a lone line of targets below the name is no actual", "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 商工課\n"
      "指標名 | R4年度 | R5年度\n"
      "来場者数（人） | |\n"
      "目標 | 100 | 120\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T120@2023 p2022=100 p2023=120|\n" },
    { "the name in the corner of the years, and each year's rate", "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 商工課\n"
      "来場者数（人） | R3 | R4 | R5\n"
      "目標 | 100 | 120 | 130\n"
      "実績 | 90 | 110 | 120\n"
      "達成率 | 90% | 92% | 92.3%\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T130@2023 p2021=100 p2022=120 p2023=130| "
      "2021=90 2022=110 2023=120|rate 0.923\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("names_over_lines", tests, n);
}
