/*
 * test_layout_form_several.c - forms: several indicators stated in one cell, and
 * their actuals in one cell a year
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "by numbers, and their actuals beside KPIの実績値 over the years",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "本事業における¶重要業績評価指標¶（KPI） | ①来場者数：2人（R2）→12人（R7）¶②相談件数：61件（R2）→200件（R7） | < | <\n"
      "KPIの実績値 | 令和３年度 | 令和４年度 | 令和５年度\n"
      "^ | ①３人¶②88件 | ①５人¶②90件 | ①８人¶②99件\n"
      "評価 | 効果があった | < | <\n",
      "P |朝市の開催|/商工課|grade 効果があった\n"
      "K 来場者数|人|B2@2020|T12@2025| 2021=3 2022=5 2023=8\n"
      "K 相談件数|件|B61@2020|T200@2025| 2021=88 2022=90 2023=99\n"
      "F corrected-number B5 ①３人 > ①３人 > 3人\n"
      "F corrected-number C5 ①５人 > ①５人 > 5人\n"
      "F corrected-number D5 ①８人 > ①８人 > 8人\n" },
    { "by dots, in a line of 実績値 below the years",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "KPI | ・来場者数：2人（R2）→12人（R7）¶・相談件数：61件（R2）→200件（R7） | < | <\n"
      "年度 | R3 | R4 | R5\n"
      "実績値 | 3人¶88件 | 5人¶90件 | 8人¶99件\n"
      "評価 | 効果があった | < | <\n",
      "P |朝市の開催|/商工課|grade 効果があった\n"
      "K 来場者数|人|B2@2020|T12@2025| 2021=3 2022=5 2023=8\n"
      "K 相談件数|件|B61@2020|T200@2025| 2021=88 2022=90 2023=99\n" },
    { "by letters, each year in a row of its own",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "KPI | ア　来場者数：2人（R2）→12人（R7）¶イ　相談件数：61件（R2）→200件（R7） | <\n"
      "年度 | 実績値\n"
      "R3 | ア　3人¶イ　88件\n"
      "R4 | ア　5人¶イ　90件\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B2@2020|T12@2025| 2021=3 2022=5\n"
      "K 相談件数|件|B61@2020|T200@2025| 2021=88 2022=90\n" },
    { "one alone, in a line of 実績値",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "KPI | 来場者数：2人（R2）→12人（R7） | < | <\n"
      "年度 | R3 | R4 | R5\n"
      "実績値 | 3 | 5 | 8\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B2@2020|T12@2025| 2021=3 2022=5 2023=8\n" },
    { "what other labels say above several is said",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "KPI | ①来場者数：2人（R2）→12人（R7）¶②相談件数：61件（R2）→200件（R7） | < | <\n"
      "基準値 | 5 | < | <\n"
      "年度 | R3 | R4 | R5\n"
      "実績値 | ①３人¶②88件 | ①５人¶②90件 | ①８人¶②99件\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B2@2020|T12@2025| 2021=3 2022=5 2023=8\n"
      "K 相談件数|件|B61@2020|T200@2025| 2021=88 2022=90 2023=99\n"
      "F label-not-read A4 基準値 > 5\n"
      "F corrected-number B6 ①３人 > ①３人 > 3人\n"
      "F corrected-number C6 ①５人 > ①５人 > 5人\n"
      "F corrected-number D6 ①８人 > ①８人 > 8人\n" },
    { "a row each, down the side of their label, due in no year",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "KPI | ①来場者数：12人 | < | <\n"
      "^ | ②相談件数：200件 | < | <\n"
      "KPIの実績値 | R3 | R4 | R5\n"
      "^ | ①3人¶②88件 | ①5人¶②90件 | ①8人¶②99件\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T12| 2021=3 2022=5 2023=8\n"
      "K 相談件数|件||T200| 2021=88 2022=90 2023=99\n" },
    { "one alone with several actuals is doubtful",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "KPI | 来場者数：2人（R2）→12人（R7） | < | <\n"
      "KPIの実績値 | R3 | R4 | R5\n"
      "^ | ①3人¶②88件 | 5人 | 8人\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B2@2020|T12@2025| 2021=3 2022=5 2023=8\n"
      "F value-uncertain B5 ①3人\n"
      "②88件 > ①3人\n" },
    { "a number down the side of labels and of the table below them",
      "a.xlsx",
      "No.1 | 取組名 | 朝市の開催 | < | < | < | 担当部署 | 農政課 | <\n"
      "^ | 指標名 | 単位 | 当初値 | 現状値 | < | < | 目標値 | 達成度¶（％）\n"
      "^ | ^ | ^ | 2021年度 | 2022年度 | 2023年度 | 2024年度 | 2026年度 | ^\n"
      "^ | 来場者数 | 人 | 12 | 15 | 19 | 22 | 25 | 88\n"
      "^ | 出店数 | 店 | 86 | 91 | 102 | 98 | 120 | 82\n"
      "No.2 | 取組名 | 山道の手入れ | < | < | < | 担当部署 | 林務課 | <\n"
      "^ | 指標名 | 単位 | 当初値 | 現状値 | < | < | 目標値 | 達成度¶（％）\n"
      "^ | ^ | ^ | 2021年度 | 2022年度 | 2023年度 | 2024年度 | 2026年度 | ^\n"
      "^ | 延長 | km | 12 | 15 | 19 | 22 | 25 | 88\n",
      "P |朝市の開催|農政課/\n"
      "K 来場者数|人|B12@2021|T25@2026| 2022=15 2023=19 2024=22|rate 0.88\n"
      "K 出店数|店|B86@2021|T120@2026| 2022=91 2023=102 2024=98|rate 0.82\n"
      "P |山道の手入れ|林務課/\n"
      "K 延長|km|B12@2021|T25@2026| 2022=15 2023=19 2024=22|rate 0.88\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_several", tests, n);
}
