/*
 * test_layout_form_offices.c - forms: whose they are, in cells of their own
 * beside the name that stands above the labels
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "bureau and division beside a name of two lines, on cards",
      "a.xlsx",
      "総合戦略　計画進捗カード | < | < | カードNo.1 | <\n"
      "空き家の活用の取組み | < | < | 建設局 | 住宅課\n"
      "^ | ^ | ^ | 評価基準日 | 平成29年3月31日\n"
      "基本目標 | Ⅱ ひとを呼ぶ | < | < | <\n"
      "施策の柱 | 移住の促進 | < | < | <\n"
      "KPI¶（1） | 指標名 | 成約の数 | 単位 | 件\n"
      "^ | 目標値 | 550 | 目標期間 | 平成27～31年度\n"
      "^ | H27実績 | 15 | H28実績 | 累計47\n"
      "進捗状況¶（該当に○） | < | 順調 | やや遅れ | 遅れ\n"
      "^ | ^ | | ○ | \n"
      "取組の概要 | 家を直す。 | < | < | <\n"
      "\n"
      "総合戦略　計画進捗カード | < | < | カードNo.2 | <\n"
      "橋の点検の取組み | < | < | 建設局 | 道路課\n"
      "^ | ^ | ^ | 評価基準日 | 平成29年3月31日\n"
      "基本目標 | Ⅱ ひとを呼ぶ | < | < | <\n"
      "施策の柱 | 道の手入れ | < | < | <\n"
      "KPI¶（1） | 指標名 | 橋の数 | 単位 | 橋\n"
      "^ | 目標値 | 40 | 目標期間 | 平成28～31年度\n"
      "^ | H27実績 | 3 | H28実績 | 35\n"
      "進捗状況¶（該当に○） | < | 順調 | やや遅れ | 遅れ\n"
      "^ | ^ | ○ | | \n"
      "取組の概要 | 見回る。 | < | < | <\n",
      "P |空き家の活用の取組み|goal Ⅱ ひとを呼ぶ|theme 移住の促進|建設局/住宅課|"
      "grade やや遅れ|summary 家を直す。\n"
      "K 成約の数|件||T550@2015-2019| 2015=15 2016=c47\n"
      "P |橋の点検の取組み|goal Ⅱ ひとを呼ぶ|theme 道の手入れ|建設局/道路課|"
      "grade 順調|summary 見回る。\n"
      "K 橋の数|橋||T40@2016-2019| 2015=3 2016=35\n" },
    { "a division beside the names of forms with tables",
      "a.xlsx",
      "施策評価シート | < | <\n"
      "空き家の活用 | < | 住宅課\n"
      "施策 | 移住の促進 | <\n"
      "目的 | 住む人を増やす。 | <\n"
      "指標 | R4実績 | R6目標\n"
      "成約の数（件） | 15 | 20\n"
      "\n"
      "施策評価シート | < | <\n"
      "橋の点検 | < | 道路課\n"
      "施策 | 道の手入れ | <\n"
      "目的 | 道を守る。 | <\n"
      "指標 | R4実績 | R6目標\n"
      "橋の数（橋） | 5 | 9\n",
      "P |空き家の活用|measure 移住の促進|/住宅課|purpose 住む人を増やす。\n"
      "K 成約の数|件||T20@2024| 2022=15\n"
      "P |橋の点検|measure 道の手入れ|/道路課|purpose 道を守る。\n"
      "K 橋の数|橋||T9@2024| 2022=5\n" },
    { "the day of an assessment is no grade",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | R4実績 | R6目標 | 評価基準日 | 評価\n"
      "朝市の開催 | 商工課 | 来場者数（人） | 60 | 90 | 令和5年3月31日 | B\n"
      "橋の点検 | 道路課 | 橋の数（橋） | 6 | 9 | 令和5年3月31日 | C\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "P |橋の点検|/道路課|grade C\n"
      "K 橋の数|橋||T9@2024| 2022=6\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_offices", tests, n);
}
