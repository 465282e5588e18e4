/*
 * test_indicator_cards.c - small cards of one indicator each, abreast or
 * stacked
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "cards abreast and below each other, the last row not full", "a.xlsx",
      "健康計画　指標カード\n"
      "担当：保健部　健康課\n"
      "\n"
      "食生活 | < | < | | 運動 | < | <\n"
      "朝食を食べる人の割合 | < | < | | 一日の歩数 | < | <\n"
      "単位 | ％ | < | | 単位 | 歩 | <\n"
      "基準値（H30） | 目標値（R10） | R5実績 | | 基準値（H30） | 目標値（R10） | R5実績\n"
      "75 | 85 | 78 | | 7112 | 8500 | 調査なし\n"
      "判定 | B | < | | 判定 | － | <\n"
      "\n"
      "休養 | < | <\n"
      "よく眠れる人の割合 | < | <\n"
      "単位 | ％ | <\n"
      "基準値（H30） | 目標値（R10） | R5実績\n"
      "77 | 85 | 80\n"
      "判定 | B | <\n",
      "P |食生活|保健部/健康課|grade B\n"
      "K 朝食を食べる人の割合|％|B75@2018|T85@2028| 2023=78\n"
      "P |運動|保健部/健康課|status －\n"
      "K 一日の歩数|歩|B7112@2018|T8500@2028| 2023=not-surveyed\n"
      "P |休養|保健部/健康課|grade B\n"
      "K よく眠れる人の割合|％|B77@2018|T85@2028| 2023=80\n"
      "F column-role-inferred A4 食生活 > 事業名 > the project\n"
      "F column-role-inferred A5 朝食を食べる人の割合 > 指標名 > the indicator\n" },
    { "one column of them, with every value beside its label", "a.xlsx",
      "食生活\n"
      "朝食を食べる人の割合（％）\n"
      "現状値（H30） | 75\n"
      "R4実績 | 76\n"
      "目標値（R10） | 85\n"
      "\n"
      "運動\n"
      "一日の歩数（歩）\n"
      "現状値（H30） | 7112\n"
      "R4実績 | 7200\n"
      "目標値（R10） | 8500\n",
      "P |食生活\n"
      "K 朝食を食べる人の割合|％|B75@2018|T85@2028| 2022=76\n"
      "P |運動\n"
      "K 一日の歩数|歩|B7112@2018|T8500@2028| 2022=7200\n"
      "F column-role-inferred A1 食生活 > 事業名 > the project\n"
      "F column-role-inferred A2 朝食を食べる人の割合（％） > 指標名 > "
      "the indicator\n" },
    { "the year in a cell of its own, 単位：人 in one, and numbers on top",
      "a.xlsx",
      "指標カード\n"
      "\n"
      "No.1 | | | | No.2\n"
      "来場者数 | | | | 出店数\n"
      "単位：人 | | | | 単位：店\n"
      "基準値 | H30 | 75 | | 基準値 | H30 | 7\n"
      "目標値 | R10 | 85 | | 目標値 | R10 | 9\n"
      "実績値 | R5 | 78 | | 実績値 | R5 | 8\n",
      "P No.1|来場者数\n"
      "K 来場者数|人|B75@2018|T85@2028| 2023=78\n"
      "P No.2|出店数\n"
      "K 出店数|店|B7@2018|T9@2028| 2023=8\n"
      "F column-role-inferred A3 No.1 > 番号 > the number\n"
      "F column-role-inferred A4 来場者数 > 指標名 > the indicator\n" },
    { "cards whose labels differ are not read", "a.xlsx",
      "食生活 | < | <\n"
      "朝食を食べる人の割合 | < | <\n"
      "基準値（H30） | 目標値（R10） | R5実績\n"
      "75 | 85 | 78\n"
      "\n"
      "運動 | < | <\n"
      "一日の歩数 | < | <\n"
      "基準値（H30） | R5実績 | 目標値（R10）\n"
      "7112 | 7200 | 8500\n",
      "F no-kpi-table  表!A3:C3（基準値（H30）・目標値（R10）・R5実績） > "
      "事業名・KPI（指標）・基準値・目標値・実績 > "
      "表!A3:C3（基準値（H30）・目標値（R10）・R5実績）\n" },
    { "cards abreast that are one project have a grade each",
      "a.xlsx",
      "指標1 | 出荷額 | < | < | < | | 指標2 | 起業の件数 | < | < | <\n"
      "基本目標 | 稼ぐ力 | < | < | < | | 基本目標 | 稼ぐ力 | < | < | <\n"
      "担当課 | 産業課 | < | 単位 | 億円 | | 担当課 | 産業課 | < | 単位 | 件\n"
      "基準値（R4） | R5実績 | R6実績 | 目標値（R9） | 評価 | | "
      "基準値（R4） | R5実績 | R6実績 | 目標値（R9） | 評価\n"
      "18 | 19 | 21 | 25 | B | | 8 | 18 | 41 | 100 | A\n",
      "P |稼ぐ力|goal 稼ぐ力|/産業課\n"
      "K 出荷額|億円|B18@2022|T25@2027| 2023=19 2024=21|grade B\n"
      "K 起業の件数|件|B8@2022|T100@2027| 2023=18 2024=41|grade A\n" },
};

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("indicator_cards", tests, n);
}
