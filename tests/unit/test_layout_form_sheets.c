/*
 * test_layout_form_sheets.c - evaluation sheets whose parts have headings: the
 * grade that a mark picks, levels numbered in their labels, indicators side by
 * side, and sums below their parts
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a mark behind one of several grades, and the sum below its sources",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | < | < | <\n"
      "担当課 | 商工課 | < | < | < | < | <\n"
      "財源内訳 | R3年度決算額 | < | < | < | < | <\n"
      "国庫支出金 | 400{#,##0\"千円\"} | < | < | < | < | <\n"
      "一般財源 | 300{#,##0\"千円\"} | < | < | < | < | <\n"
      "事業費計 | 700{#,##0\"千円\"} | < | < | < | < | <\n"
      "指標名 | 来場者数（人） | < | < | < | < | <\n"
      "年度 | R1年度 | < | R2年度 | < | R3年度 | <\n"
      "実績値 | 120 | < | 140 | < | 150 | <\n"
      "評価 | A |  | B | ○ | C |\n",
      "P |朝市の開催|/商工課|grade B|cost 2021=700千円\n"
      "K 来場者数|人||T-| 2019=120 2020=140 2021=150\n" },
    { "marks in front of the grades, as much room there as between two",
      "a.xlsx",
      "事業名 | < | 朝市の開催 | < | < | < | < | <\n"
      "担当課 | < | 商工課 | < | < | < | < | <\n"
      "指標名 | < | 来場者数（人） | < | < | < | < | <\n"
      "年度 | < | R1年度 | < | R2年度 | < | R3年度 | <\n"
      "実績値 | < | 120 | < | 140 | < | 150 | <\n"
      "評価 | < |  | A |  | B | ○ | C\n",
      "P |朝市の開催|/商工課|grade C\n"
      "K 来場者数|人||T-| 2019=120 2020=140 2021=150\n" },
    { "○ among other signs is a grade itself", "a.xlsx",
      "事業名 | 指標名 | R1実績 | R2実績\n"
      "朝市の開催 | 来場者数（人） | 120 | 140\n"
      "山道の整備 | 整備延長（km） | 12 | 14\n"
      "\n"
      "判定 | ◎ | △ | ○ | ×\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T-| 2019=120 2020=140\n"
      "P |山道の整備\n"
      "K 整備延長|km||T-| 2019=12 2020=14\n"
      "F row-ignored A5 判定\n" },
    { "a mark below grades that have gaps between them", "a.xlsx",
      "事業名 |  | 朝市の開催\n"
      "担当課 |  | 商工課\n"
      "評価指標 |  | 来場者数（人） |  | 出店数（店）\n"
      "実績値（R2） |  | 120 |  | 14\n"
      "実績値（R3） |  | 140 |  | 16\n"
      "総合評価 |  | A　順調 |  | B　概ね順調 |  | C　遅れ\n"
      " |  |  |  | ○\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T-| 2020=120 2021=140\n"
      "K 出店数|店||T-| 2020=14 2021=16\n" },
    { "grades in a line, one of them in a ring", "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "指標名 | 単位 | 目標値（R6） | R5実績\n"
      "来場者数 | 人 | 60 | 52\n"
      "\n"
      "総合評価 | S・Ⓐ・B・C | < | <\n"
      "課題 | 駐車場が足りない。 | < | <\n",
      "P |朝市の開催|/商工課|grade A\n"
      "K 来場者数|人||T60@2024| 2023=52\n" },
    { "R4決算額 above its amount, below a heading of costs", "a.xlsx",
      "事業名 | < | < | <\n"
      "朝市の開催 | < | < | <\n"
      "成果指標 | 単位 | 実績値（R4） | 目標\n"
      "来場者数 | 人 | 140 | 200¶（R6）\n"
      "出店数 | 店 | 14 | 20¶（R6）\n"
      "\n"
      "Ⅲ　事業費の状況 |  |  | \n"
      "R4決算額 |  |  | \n"
      "17009{#,##0\"千円\"} | < | < | <\n",
      "P |朝市の開催|cost 2022=17009千円\n"
      "K 来場者数|人||T200@2024| 2022=140\n"
      "K 出店数|店||T20@2024| 2022=14\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_sheets", tests, n);
}
