/*
 * test_layout_rare.c - layouts that few departments use
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a page whose indicators have each fact on a line, the unit first; the "
      "number above a project's name is no heading",
      "a.xlsx",
      "湖南市総合戦略の報告（令和4年度分）\n"
      "\n"
      "【事業1】\n"
      "事業名：朝市の開催\n"
      "担当課：商工課\n"
      "指標１：来場者数\n"
      "　単位：人\n"
      "　基準値（令和元年度）：1,050\n"
      "　実績値（令和4年度）：1,060\n"
      "　目標値（令和6年度）：1,090\n"
      "事業評価：B\n"
      "\n"
      "【事業2】\n"
      "事業名：山道の手入れ\n"
      "担当課：林務課\n"
      "指標１：延長\n"
      "　単位：km\n"
      "　基準値（令和元年度）：2\n"
      "　実績値（令和4年度）：3\n"
      "　目標値（令和6年度）：6\n"
      "事業評価：C\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人|B1050@2019|T1090@2024| 2022=1060\n"
      "P |山道の手入れ|/林務課|grade C\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3\n" },
    { "one word left of the projects', offices', indicators' and units' "
      "lines, years below it",
      "a.xlsx",
      "湖南市　指標推移表\n"
      "\n"
      "年度 | 朝市の開催 | < | 山道の手入れ\n"
      "^ | 経済部商工課 | < | 経済部林務課\n"
      "^ | 来場者数 | 出店数 | 延長\n"
      "^ | (人) | (店) | (km)\n"
      "H30（基準） | 50 | 5 | 2\n"
      "R元 | 60 | … | 3\n"
      "R7（目標） | 90 | 9 | 6\n"
      "「…」は数値が得られないもの\n",
      "P |朝市の開催|経済部/商工課\n"
      "K 来場者数|人|B50@2018|T90@2025| 2019=60\n"
      "K 出店数|店|B5@2018|T9@2025| 2019=missing\n"
      "P |山道の手入れ|経済部/林務課\n"
      "K 延長|km|B2@2018|T6@2025| 2019=3\n" },
    { "the same without offices, the corner not merged",
      "a.xlsx",
      "区分 | 朝市の開催 | < | 山道の手入れ\n"
      " | 来場者数 | 出店数 | 延長\n"
      " | 人 | 店 | km\n"
      "H30基準値 | 50 | 5 | 2\n"
      "R元実績 | 60 | 7 | 3\n"
      "R7目標値 | 90 | 9 | 6\n",
      "P |朝市の開催\n"
      "K 来場者数|人|B50@2018|T90@2025| 2019=60\n"
      "K 出店数|店|B5@2018|T9@2025| 2019=7\n"
      "P |山道の手入れ\n"
      "K 延長|km|B2@2018|T6@2025| 2019=3\n" },
    { "one column of goals, measures, projects and indicators, told by marks "
      "that a line above explains",
      "a.xlsx",
      "湖南市　ＫＰＩツリー\n"
      "凡例：◆基本目標　＞　●施策　＞　○事業　＞　・ＫＰＩ\n"
      "\n"
      "体系 | 所管局 | 所管課 | 単位 | 現状値¶(R2) | R3実績 | 目標値¶(R7)\n"
      "◆しごとをつくる | | | | | |\n"
      "●商業の振興 | | | | | |\n"
      "○朝市の開催 | 経済局 | 商工課 | | | |\n"
      "・来場者数 | | | 人 | 50 | 60 | 90\n"
      "・満足度 | | | ％ | 0.5{0%} | 0.6{0%} | 0.7{0%}\n"
      "○夜市の開催 | 経済局 | 商工課 | | | |\n"
      "●林業の振興 | | | | | |\n"
      "○山道の手入れ | 経済局 | 林務課 | | | |\n"
      "・延長 | | | km | 2 | 3 | 6\n"
      "◆学ぶ | | | | | |\n"
      "●読書 | | | | | |\n"
      "○図書室 | 教育局 | | | | |\n"
      "・利用者 | | | 人 | 10 | 集計中 | 30\n"
      "※ 夜市は指標なし | | | | | |\n",
      "P |朝市の開催|goal しごとをつくる|measure 商業の振興|経済局/商工課\n"
      "K 来場者数|人|B50@2020|T90@2025| 2021=60\n"
      "K 満足度|％|B50@2020|T70@2025| 2021=60\n"
      "P |夜市の開催|goal しごとをつくる|measure 商業の振興|経済局/商工課\n"
      "P |山道の手入れ|goal しごとをつくる|measure 林業の振興|経済局/林務課\n"
      "K 延長|km|B2@2020|T6@2025| 2021=3\n"
      "P |図書室|goal 学ぶ|measure 読書|教育局/\n"
      "K 利用者|人|B10@2020|T30@2025| 2021=pending\n" },
    { "three marks that nothing explains",
      "a.xlsx",
      "施策体系 | 単位 | 基準値（R2） | R3実績 | 目標値（R7）\n"
      "■商業の振興 | | | |\n"
      "□朝市の開催 | | | |\n"
      "－来場者数 | 人 | 50 | 60 | 90\n"
      "－出店数 | 店 | 5 | 6 | 9\n"
      "□夜市の開催 | | | |\n"
      "－来場者数 | 人 | 20 | 30 | 40\n",
      "P |朝市の開催|measure 商業の振興\n"
      "K 来場者数|人|B50@2020|T90@2025| 2021=60\n"
      "K 出店数|店|B5@2020|T9@2025| 2021=6\n"
      "P |夜市の開催|measure 商業の振興\n"
      "K 来場者数|人|B20@2020|T40@2025| 2021=30\n" },
    { "indicators with codes of their own and of projects that a sheet behind "
      "them lists; a sheet a year has their actuals",
      "a.xlsx",
      "# 指標マスタ\n"
      "指標ID | 事業ID | 指標名 | 単位 | 基準年度 | 基準値 | 目標年度 | 目標値\n"
      "S10 | J1 | 来場者数 | 人 | 平成30年度 | 50 | 令和5年度 | 90\n"
      "S17 | J1 | 出店数 | 店 | 平成30年度 | 5 | 令和5年度 | 9\n"
      "S24 | J4 | 延長 | km | 平成30年度 | 2 | 令和5年度 | 6\n"
      "# 事業一覧\n"
      "事業ID | 基本目標 | 事業名 | 所管局 | 所管課\n"
      "J1 | 1　しごとをつくる | 朝市の開催 | 経済局 | 商工課\n"
      "J4 | 2　山をまもる | 山道の手入れ | 農林局 | 林務課\n"
      "# 令和元年度実績\n"
      "指標ID | 指標名 | R1実績値 | 備考\n"
      "S24 | 延長 | 3 | \n"
      "S10 | 来場者数 | 60 | \n"
      "S17 | 出店数 | 6 | \n"
      "# 令和2年度実績\n"
      "指標ID | 指標名 | R2実績値 | 備考\n"
      "S17 | 出店数 | 中止 | \n"
      "S24 | 延長 | 4 | \n"
      "S10 | 来場者数 | 70 | \n",
      "P J1|朝市の開催|goal 1 しごとをつくる|経済局/商工課\n"
      "K 来場者数|人|B50@2018|T90@2023| 2019=60 2020=70|code S10\n"
      "K 出店数|店|B5@2018|T9@2023| 2019=6 2020=not-done|code S17\n"
      "P J4|山道の手入れ|goal 2 山をまもる|農林局/林務課\n"
      "K 延長|km|B2@2018|T6@2023| 2019=3 2020=4|code S24\n" },
};

int main(void)
{
    struct CMUnitTest tests[24];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_rare", tests, n);
}
