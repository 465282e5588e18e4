/*
 * test_layout_others.c - tables of several kinds in a sheet, and what holds
 * none of the indicators
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a comparison with other cities, and a summary",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | 単位 | R6目標 | R6実績 | 評価\n"
      "朝の市 | 港課 | 来場者数 | 人 | 200 | 120 | C\n"
      "夜の市 | 駅前課 | 満足度 | ％ | 80 | 82.5 | A\n"
      "\n"
      "【参考】他都市との比較\n"
      "項目 | 単位 | 港市 | 山市 | 川市 | 全国平均\n"
      "満足度 | ％ | 82.5 | 79 | 80.2 | 78\n"
      "\n"
      "【集計】進捗状況の総括\n"
      "区分 | 事業数 | 指標数 | A | B | C\n"
      "港課 | 1 | 1 | 0 | 0 | 1\n"
      "駅前課 | 1 | 1 | 1 | 0 | 0\n"
      "計 | 2 | 2 | 1 | 0 | 1\n",
      "P |朝の市|/港課|grade C\n"
      "K 来場者数|人||T200@2024| 2024=120\n"
      "P |夜の市|/駅前課|grade A\n"
      "K 満足度|％||T80@2024| 2024=82.5\n"
      "F row-ignored A5 【参考】他都市との比較\n"
      "F table-not-read A6 項目 > 目標・実績\n" },
    { "a legend of one line a grade, below bands",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R6目標 | R6実績 | 評価\n"
      "１　浜の活気 | < | < | < | < | <\n"
      "朝の市 | 来場者数 | 人 | 200 | 120 | C\n"
      "\n"
      "【凡例】\n"
      "A | 目標を達成（100％以上）\n"
      "B | 概ね達成（90％以上100％未満）\n"
      "C | 遅れ（90％未満）\n",
      "P |朝の市|goal １ 浜の活気|grade C\n"
      "K 来場者数|人||T200@2024| 2024=120\n"
      "F row-ignored A6 A\n"
      "F row-ignored A7 B\n"
      "F row-ignored A8 C\n" },
    { "a table of other projects without figures goes on behind a gap",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R6目標 | R6実績\n"
      "朝の市 | 来場者数 | 人 | 200 | 120\n"
      "\n"
      "夜の市 | 屋台の数 | 軒 | 未定 | 調査中\n"
      "昼の市 | 屋台の数 | 軒 | 20 | 12\n",
      "P |朝の市\n"
      "K 来場者数|人||T200@2024| 2024=120\n"
      "P |夜の市\n"
      "K 屋台の数|軒||T-@2024| 2024=pending\n"
      "P |昼の市\n"
      "K 屋台の数|軒||T20@2024| 2024=12\n" },
    { "tables on their side among others, notes and a comparison below",
      "a.xlsx",
      "港町の計画\n"
      "基本目標1　しごとをつくる\n"
      "事業名 | 担当課 | 指標 | 単位 | R6目標 | R5実績 | 備考\n"
      "朝の市 | 港課 | 来場者数 | 人 | 200 | 120 | 春から\n"
      "夜の市 | 駅前課 | 屋台の数 | 軒 | 20 | 12 |\n"
      "\n"
      "基本目標2　ひとを呼ぶ\n"
      "事業名 | | 移住の相談 | < | 空き家の活用\n"
      "担当課 | | 移住課 | < | 住宅課\n"
      "指標 | | 相談件数 | 満足度 | 成約件数\n"
      "単位 | | 件 | ％ | 件\n"
      "目標値 | R6 | 50 | 80 | 10\n"
      "実績値 | R4 | 30 | 70 | 3\n"
      "^ | R5 | 40 | 75 | 4\n"
      "備考 | | 窓口を増やした。 | | 空き家を調べた。\n"
      "\n"
      "※実績値は年度末の数値です。\n"
      "\n"
      "【参考】他都市との比較\n"
      "項目 | 単位 | 港市 | 山市 | 全国平均\n"
      "満足度 | ％ | 75 | 79 | 78\n",
      "P |朝の市|goal 1 しごとをつくる|/港課\n"
      "K 来場者数|人||T200@2024| 2023=120|remark 春から\n"
      "P |夜の市|goal 1 しごとをつくる|/駅前課\n"
      "K 屋台の数|軒||T20@2024| 2023=12\n"
      "P |移住の相談|goal 2 ひとを呼ぶ|/移住課\n"
      "K 相談件数|件||T50@2024| 2022=30 2023=40|remark 窓口を増やした。\n"
      "K 満足度|％||T80@2024| 2022=70 2023=75\n"
      "P |空き家の活用|goal 2 ひとを呼ぶ|/住宅課\n"
      "K 成約件数|件||T10@2024| 2022=3 2023=4|remark 空き家を調べた。\n"
      "F row-ignored A19 【参考】他都市との比較\n"
      "F table-not-read A20 項目 > 目標・実績\n" },
    { "blocks on their side, a legend between them",
      "a.xlsx",
      "港町の計画\n"
      "事業名 | 移住の相談 | 空き家の活用\n"
      "指標 | 相談件数（件） | 成約件数（件）\n"
      "R6目標 | 50 | 10\n"
      "R5実績 | 40 | 4\n"
      "評価 | B | C\n"
      "\n"
      "【凡例】\n"
      "B | 目標を達成（80％以上）\n"
      "C | 遅れ（80％未満）\n"
      "\n"
      "事業名 | 朝の市 | 夜の市\n"
      "指標 | 来場者数（人） | 屋台の数（軒）\n"
      "R6目標 | 200 | 20\n"
      "R5実績 | 120 | 12\n"
      "評価 | C | C\n",
      "P |移住の相談|grade B\n"
      "K 相談件数|件||T50@2024| 2023=40\n"
      "P |空き家の活用|grade C\n"
      "K 成約件数|件||T10@2024| 2023=4\n"
      "P |朝の市|grade C\n"
      "K 来場者数|人||T200@2024| 2023=120\n"
      "P |夜の市|grade C\n"
      "K 屋台の数|軒||T20@2024| 2023=12\n"
      "F row-ignored A9 B\n"
      "F row-ignored A10 C\n" },
    { "one table on its side, groups of labels, targets with their year",
      "a.xlsx",
      "港町の計画\n"
      "※実績値は年度末の数値です。\n"
      "基本目標 | | | 1　しごと | 2　ひと\n"
      "事業 | 事業名 | | 朝の市 | 移住の相談\n"
      "^ | 担当課 | | 港課 | 移住課\n"
      "指標① | 指標名 | | 来場者数（人） | 相談件数（件）\n"
      "^ | 目標値 | | R6年度までに200 | R6年度までに50\n"
      "^ | 実績値 | R4 | 100 | 30\n"
      "^ | ^ | R5 | 120 | 40\n"
      "指標② | 指標名 | | 出店数（店） |\n"
      "^ | 目標値 | | R6年度までに12 |\n"
      "^ | 実績値 | R4 | 8 |\n"
      "^ | ^ | R5 | 9 |\n",
      "P |朝の市|goal 1 しごと|/港課\n"
      "K 来場者数|人||T200@2024| 2022=100 2023=120\n"
      "K 出店数|店||T12@2024| 2022=8 2023=9\n"
      "P |移住の相談|goal 2 ひと|/移住課\n"
      "K 相談件数|件||T50@2024| 2022=30 2023=40\n" },
    { "a form whose columns are years is none",
      "a.xlsx",
      "港町の計画\n"
      "事業名 | 朝の市 | <\n"
      "担当課 | 港課 | <\n"
      "指標名 | 来場者数 | <\n"
      "年度 | R4 | R5\n"
      "目標値 | 150 | 200\n"
      "実績値 | 100 | 120\n",
      "P |朝の市|/港課\n"
      "K 来場者数|||T200@2023 p2022=150 p2023=200| 2022=100 2023=120\n" },
    { "a form in a column above a summary of all",
      "a.xlsx",
      "港町の計画\n"
      "事業名 | 朝の市\n"
      "担当課 | 港課\n"
      "指標名 | 来場者数\n"
      "目標値（R6） | 200人\n"
      "R5実績 | 120人\n"
      "R5事業費決算額（千円） | 4500\n"
      "\n"
      "【集計】進捗状況の総括\n"
      "区分 | 事業数 | 指標数 | A | B\n"
      "港課 | 1 | 1 | 0 | 1\n"
      "計 | 1 | 1 | 0 | 1\n",
      "P |朝の市|/港課|cost 2023=4500千円\n"
      "K 来場者数|人||T200@2024| 2023=120\n"
      "F table-not-read A10 区分 > 指標\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_others", tests, n);
}
