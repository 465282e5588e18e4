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
    { "a line names the project, whose and how it went, above each table",
      "a.xlsx",
      "第２期子育て支援計画　進捗状況票\n"
      "\n"
      "1 | 一時保育 | < | 担当：保育課 | 評価：Ａ\n"
      "延べ日数（人日） | R4年度 | R5年度 | R6年度\n"
      "計画値（量の見込み） | 100 | 120 | 130\n"
      "実績値 | 90 | 110 | 130\n"
      "実績値／計画値 | 90% | 91.7% | 100%\n"
      "今後の方向性 | 体制の確保に努める。\n"
      "\n"
      "2 | 産後の訪問 | < | 担当：健康課 | 評価：Ｂ\n"
      "訪問件数（件） | R4年度 | R5年度 | R6年度\n"
      "計画値（量の見込み） | 610 | 600 | 590\n"
      "実績値 | 休止 | 561 | 540\n"
      "実績値／計画値 | － | 93.5% | 91.5%\n"
      "今後の方向性 | 体制の確保に努める。\n",
      "P 1|一時保育|保育課/|grade Ａ\n"
      "K 延べ日数|人日||T130@2024 p2022=100 p2023=120 p2024=130| "
      "2022=90 2023=110 2024=130|rate 1\n"
      "P 2|産後の訪問|健康課/|grade Ｂ\n"
      "K 訪問件数|件||T590@2024 p2022=610 p2023=600 p2024=590| "
      "2022=not-done 2023=561 2024=540|rate 0.915\n" },
    { "the project in a line of its own words, offices below it",
      "a.xlsx",
      "事業1　一時保育\n"
      "担当課 | 保育課 | 評価 | A\n"
      "延べ日数（人日） | R4 | R5\n"
      "量の見込み | 100 | 120\n"
      "実績 | 90 | 110\n"
      "実績÷見込（％） | 90 | 91.7\n"
      "\n"
      "事業2　産後の訪問\n"
      "担当課 | 健康課 | 評価 | B\n"
      "訪問件数（件） | R4 | R5\n"
      "量の見込み | 610 | 600\n"
      "実績 | 588 | 561\n"
      "実績÷見込（％） | 96.4 | 93.5\n",
      "P 1|一時保育|/保育課|grade A\n"
      "K 延べ日数|人日||T120@2023 p2022=100 p2023=120| 2022=90 2023=110|rate 0.917\n"
      "P 2|産後の訪問|/健康課|grade B\n"
      "K 訪問件数|件||T600@2023 p2022=610 p2023=600| 2022=588 2023=561|rate 0.935\n" },
    { "names alone below the line, and the unit beside the years",
      "a.xlsx",
      "1 | 一時保育 | 担当 | 保育課\n"
      "指標名 | R4 | R5\n"
      "延べ日数（人日） | |\n"
      "目標 | 100 | 120\n"
      "実績 | 90 | 110\n"
      "\n"
      "2 | 産後の訪問 | 担当 | 健康課\n"
      "指標名 | R4 | R5\n"
      "訪問件数（件） | |\n"
      "目標 | 610 | 600\n"
      "実績 | 588 | 561\n",
      "P 1|一時保育|保育課/\n"
      "K 延べ日数|人日||T120@2023 p2022=100 p2023=120| 2022=90 2023=110\n"
      "P 2|産後の訪問|健康課/\n"
      "K 訪問件数|件||T600@2023 p2022=610 p2023=600| 2022=588 2023=561\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("names_over_lines", tests, n);
}
