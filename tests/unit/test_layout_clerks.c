/*
 * test_layout_clerks.c - tables with words and notes as clerks add them
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case languages[] = {
    { "headers in two languages, years in two calendars",
      "a.xlsx",
      "事業名¶Project | 指標¶Indicator | 単位¶Unit | 基準値 Baseline¶(R1 / "
      "FY2019) | 実績 / Actual | < | 目標値 Target (R6/FY2024) | 達成率¶Achi"
      "evement Rate\n"
      " | | | | R2¶FY2020 | R3¶FY2021 | |\n"
      "留学生支援 | 相談件数 | 件 | 40 | 52 | 61 | 80 | 0.7625{0.0%}\n",
      "P |留学生支援\n"
      "K 相談件数|件|B40@2019|T80@2024| 2020=52 2021=61|rate 0.7625\n" },
    { "the Western year on a line below the other one",
      "a.xlsx",
      "取組 Programme | KPI 指標名 | R3¶2021 | R4¶2022 | 目標 Target¶R7¶FY20"
      "25\n"
      "緑化 | 植樹本数（本） | 120 | 135 | 200\n",
      "P |緑化\n"
      "K 植樹本数|本||T200@2025| 2021=120 2022=135\n" },
};

static const sheet_case departments[] = {
    { "担当局 and 担当課 above a table are both its projects'",
      "a.xlsx",
      "担当局 | 文化局\n"
      "担当課 | 芸術課\n"
      "\n"
      "事業名 | 指標名 | 単位 | 目標 | 実績\n"
      "音楽祭 | 来場者数 | 人 | 900 | 870\n"
      "美術展 | 出品数 | 点 | 60 | 72\n",
      "P |音楽祭|文化局/芸術課\n"
      "K 来場者数|人||T900| 0=870\n"
      "P |美術展|文化局/芸術課\n"
      "K 出品数|点||T60| 0=72\n"
      "F actual-year-unknown E4 実績 > \n" },
    { "a title's department, its city in front, is that of all forms",
      "a.xlsx",
      "令和4年度　事業別実績報告\n"
      "南浜市　市民文化部　図書課\n"
      "\n"
      "事業番号 | 1 | 事業名 | 電子図書\n"
      "指標名 | 目標値(R4) | R3実績 | R4実績\n"
      "貸出数 | 5,000点 | 3,120点 | 4,877点\n"
      "\n"
      "事業番号 | 2 | 事業名 | 読書会\n"
      "指標名 | 目標値(R4) | R3実績 | R4実績\n"
      "参加者数 | 300人 | 281人 | 305人\n",
      "P 1|電子図書|市民文化部/図書課\n"
      "K 貸出数|点||T5000@2022| 2021=3120 2022=4877\n"
      "P 2|読書会|市民文化部/図書課\n"
      "K 参加者数|人||T300@2022| 2021=281 2022=305\n" },
};

static const sheet_case figures[] = {
    { "the rate of the last year that has an actual",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | 区分 | R3年度 | R4年度 | R5年度\n"
      "農地 | 集積面積 | ha | 目標値 | 30 | 40 | 50\n"
      "^ | ^ | ^ | 実績値 | 27 | 42 | －\n"
      "^ | ^ | ^ | 達成度 | 90.0% | 105.0% | －\n",
      "P |農地\n"
      "K 集積面積|ha||T50@2023 p2021=30 p2022=40 p2023=50| 2021=27 2022=42 "
      "2023=missing|rate 1.05\n" },
    { "a bracket 事業 behind a number of things is its unit",
      "a.xlsx",
      "事業名 | 産業の創出\n"
      "目的 | 新しい仕事を作る。\n"
      "指標内容 | R3目標 | R3実績 | 達成率\n"
      "相談件数（件） | 30 | 33 | 110.0%\n"
      "新たな取組の創出数（事業） | 12 | 9 | 75.0%\n"
      "商品化した数（事業） | 4 | |\n",
      "P |産業の創出|purpose 新しい仕事を作る。\n"
      "K 相談件数|件||T30@2021| 2021=33|rate 1.1\n"
      "K 新たな取組の創出数|事業||T12@2021| 2021=9|rate 0.75\n"
      "K 商品化した数|事業||T4@2021| 2021=blank\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, languages);
    TEST_ROWS(tests, n, sheet_text_reads, departments);
    TEST_ROWS(tests, n, sheet_text_reads, figures);
    return run_tests("layout_clerks", tests, n);
}
