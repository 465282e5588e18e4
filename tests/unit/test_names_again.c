/*
 * test_names_again.c - a table's indicators, named again in the table beside it
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "plan and doing beside each other, with labels of the form at both sides",
      "a.xlsx",
      "寄附活用事業　ＰＤＣＡシート（令和６年度） | < | < | < | < | < | < | < | < | < | <\n"
      "事業名 | 朝市の開催 | < | < | < | | 担当 | 産業部 商工課 | < | < | <\n"
      "基本目標 | 町をにぎやかに | < | < | < | | 施策 | 市の開催 | < | < | <\n"
      "\n"
      "Ｐ（計画） | < | < | < | < | | Ｄ（実行） | < | < | < | <\n"
      " | 指標 | 単位 | R5現状 | R9目標 | | | 指標 | 単位 | R6目標 | R6実績\n"
      "KPI1 | 来場者数 | 人 | 60 | 90 | | KPI1 | 来場者数 | 人 | 70 | 75\n"
      "KPI2 | 出店数 | 店 | 6 | 9 | | KPI2 | 出店数 | 店 | 7 | 5\n"
      "\n"
      "Ｃ（評価） | < | < | < | < | | Ａ（改善） | < | < | < | <\n"
      "総合評価 | Ｂ | < | < | < | | 今後の方向 | 拡充 | < | < | <\n",
      "P |朝市の開催|goal 町をにぎやかに|measure 市の開催|産業部/商工課|grade Ｂ\n"
      "K 来場者数|人|B60@2023|T- p2027=90 p2024=70| 2024=75\n"
      "K 出店数|店|B6@2023|T- p2027=9 p2024=7| 2024=5\n" },
    { "groups above the names, and one that has no figures at the right",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | 担当課 | 商工課 | <\n"
      "計画 | < | < | < | 実績 | < | <\n"
      "指標名 | 単位 | 基準値（R3） | 目標値（R8） | 指標名 | R5実績 | R6実績\n"
      "来場者数 | 人 | 26 | 45 | 来場者数 | 30 | 34\n"
      "出店数 | 店 | 15 | 30 | 出店数 | 25 | 17\n"
      "開催回数 | 回 | 5 | 6 | | |\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B26@2021|T45@2026| 2023=30 2024=34\n"
      "K 出店数|店|B15@2021|T30@2026| 2023=25 2024=17\n"
      "K 開催回数|回|B5@2021|T6@2026| 2023=blank 2024=blank\n" },
    { "forms abreast may have the same indicators",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | | 事業名 | 夜市の開催 | < | <\n"
      "指標 | 単位 | R6目標 | R6実績 | | 指標 | 単位 | R6目標 | R6実績\n"
      "来場者数 | 人 | 26 | 45 | | 来場者数 | 人 | 30 | 34\n"
      "出店数 | 店 | 15 | 30 | | 出店数 | 店 | 25 | 17\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T26@2024| 2024=45\n"
      "K 出店数|店||T15@2024| 2024=30\n"
      "P |夜市の開催\n"
      "K 来場者数|人||T30@2024| 2024=34\n"
      "K 出店数|店||T25@2024| 2024=17\n" },
    { "other names at the right are indicators of their own",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | | | | |\n"
      "指標 | 単位 | R5実績 | R6目標 | | 指標 | 単位 | R4実績 | R7目標\n"
      "来場者数 | 人 | 26 | 45 | | 出店数 | 店 | 30 | 34\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T45@2024| 2023=26\n"
      "K 出店数|店||T34@2025| 2022=30\n" },
};

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("names_again", tests, n);
}
