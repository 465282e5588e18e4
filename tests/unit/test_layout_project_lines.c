/*
 * test_layout_project_lines.c - lines of projects among those of indicators
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case lines[] = {
    { "whose and how far beside the name, merged over the figures",
      "a.xlsx",
      "進行管理表（令和４年度）\n"
      "事業・指標 | 単位 | R1基準 | R3実績 | R4実績 | R6目標\n"
      "基本目標Ⅰ　海に開くまち | < | < | < | < | <\n"
      "〇　港を生かす | < | < | < | < | <\n"
      "1-1　朝市の開催 | < | < | 港湾課 | < | 評価：A\n"
      "　来場者数 | 人 | 50 | 55 | 60 | 90\n"
      "　出店数 | 店 | 5 | 6 | 8 | 9\n"
      "1-2　釣り場の整備【再掲】 | < | < | 水産課 | < | 評価：－\n"
      "　利用者数 | 人 | 70 | 72 | － | 90\n"
      "〇　島をつなぐ | < | < | < | < | <\n"
      "1-3　渡し船の運航 | < | < | 交通課 | < | 数値目標対象外\n"
      "1-4　橋の点検 | < | < | 道路課 | < | 評価：C\n"
      "　点検した橋の数 | 橋 | 4 | 5 | 6 | 20\n",
      "P 1-1|朝市の開催|goal Ⅰ 海に開くまち|theme 港を生かす|/港湾課|grade A\n"
      "K 来場者数|人|B50@2019|T90@2024| 2021=55 2022=60\n"
      "K 出店数|店|B5@2019|T9@2024| 2021=6 2022=8\n"
      "P 1-2|釣り場の整備|goal Ⅰ 海に開くまち|theme 港を生かす|/水産課"
      "|status －|relisted\n"
      "K 利用者数|人|B70@2019|T90@2024| 2021=72 2022=missing\n"
      "P 1-3|渡し船の運航|goal Ⅰ 海に開くまち|theme 島をつなぐ|/交通課"
      "|status 数値目標対象外\n"
      "P 1-4|橋の点検|goal Ⅰ 海に開くまち|theme 島をつなぐ|/道路課|grade C\n"
      "K 点検した橋の数|橋|B4@2019|T20@2024| 2021=5 2022=6\n" },
    { "no merges, only whose it is, brackets, and a header without 事業",
      "a.xlsx",
      "指標名 | 単位 | 現状値（R1） | R4実績 | 目標値（R6）\n"
      "朝市の開催 | | | （港湾課）\n"
      "来場者数 | 人 | 50 | 60 | 90\n"
      "橋の点検 | | | 担当：道路課 | 【B】\n"
      "点検した橋の数 | 橋 | 4 | 6 | 20\n"
      "※ 橋は市の管理するもの\n",
      "P |朝市の開催|/港湾課\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=60\n"
      "P |橋の点検|/道路課|grade B\n"
      "K 点検した橋の数|橋|B4@2019|T20@2024| 2022=6\n"
      "F column-role-inferred A1 指標名 > 事業名 > the project\n" },
    { "columns of their own for that, a header of two rows",
      "a.xlsx",
      "取組・KPI | 担当課 | 単位 | 実績 | < | 目標値（R6） | 評価\n"
      "^ | ^ | ^ | R3 | R4 | ^ | ^\n"
      "朝市の開催 | 港湾課 | | | | | B\n"
      "来場者数 | | 人 | 50 | 60 | 90 |\n"
      "出店数 | | 店 | 5 | 6 | 9 |\n"
      "橋の点検 | 道路課 | | | | | C\n"
      "点検した橋の数 | | 橋 | 4 | 6 | 20 |\n",
      "P |朝市の開催|/港湾課|grade B\n"
      "K 来場者数|人||T90@2024| 2021=50 2022=60\n"
      "K 出店数|店||T9@2024| 2021=5 2022=6\n"
      "P |橋の点検|/道路課|grade C\n"
      "K 点検した橋の数|橋||T20@2024| 2021=4 2022=6\n" },
    { "only the grade beside a name that is merged over the figures",
      "a.xlsx",
      "体系／指標（単位） | 目標 | 達成年度 | 基準(R1) | R4実績 | 評価 | 特記事項\n"
      "①　海に開くまち | < | < | < | < | < | <\n"
      "　・港を生かす | < | < | < | < | < | <\n"
      "　　■朝市の開催 | < | < | < | < | B | 再掲\n"
      "　　　来場者数（人） | 90 | R6 | 50 | 60 | | R4は累計\n"
      "　　　出店数（店） | 9 | R6 | 5 | 8 | |\n"
      "　・島をつなぐ | < | < | < | < | < | <\n"
      "　　■橋の点検 | < | < | < | < | C |\n"
      "　　　点検した橋の数（橋） | 20 | R6 | － | 6 | |\n"
      "# 一つだけ\n"
      "体系／指標（単位） | 目標 | 達成年度 | 基準(R1) | R4実績 | 評価\n"
      "　　■渡し船の運航 | < | < | < | < | A\n"
      "　　　乗船者数（人） | 300 | R6 | 200 | 240 |\n",
      "P |朝市の開催|theme ① 海に開くまち|measure ・港を生かす|grade B"
      "|relisted\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=c60|remark R4は累計\n"
      "K 出店数|店|B5@2019|T9@2024| 2022=8\n"
      "P |橋の点検|theme ① 海に開くまち|measure ・島をつなぐ|grade C\n"
      "K 点検した橋の数|橋|B-@2019|T20@2024| 2022=6\n"
      "P |渡し船の運航|grade A\n"
      "K 乗船者数|人|B200@2019|T300@2024| 2022=240\n"
      "F column-role-inferred A1 体系／指標（単位） > 事業名 > the project\n"
      "F heading-uncertain A3 ・港を生かす\n"
      "F heading-uncertain A7 ・島をつなぐ\n"
      "F column-role-inferred A1 体系／指標（単位） > 事業名 > the project\n" },
    { "an indicator in words is none",
      "a.xlsx",
      "指標 | R2 | R3 | R4 | 目標\n"
      "計画の策定 | 調査課 | 検討 | 完了 | 策定\n"
      "来場者数 | 10人 | 20人 | 30人 | 50人\n"
      "台帳の整備 | － | － | 着手 | 完了\n"
      "出店数 | 1店 | 2店 | 3店 | 5店\n",
      "P |計画の策定\n"
      "K 計画の策定|||T-| 2020=text 2021=text 2022=text\n"
      "P |来場者数\n"
      "K 来場者数|人||T50| 2020=10 2021=20 2022=30\n"
      "P |台帳の整備\n"
      "K 台帳の整備|||T-| 2020=missing 2021=missing 2022=text\n"
      "P |出店数\n"
      "K 出店数|店||T5| 2020=1 2021=2 2022=3\n" },
    { "nor is one whose figures are not filled in yet",
      "a.xlsx",
      "指標 | 担当課 | 単位 | R3実績 | R4実績 | R6目標\n"
      "来場者数 | 港湾課\n"
      "出店数 | 港湾課 | 店 | 5 | 6 | 9\n"
      "植樹本数 | 公園課\n"
      "清掃回数 | 公園課 | 回 | 2 | 3 | 5\n",
      "P |来場者数|/港湾課\n"
      "K 来場者数|||T-@2024| 2021=blank 2022=blank\n"
      "P |出店数|/港湾課\n"
      "K 出店数|店||T9@2024| 2021=5 2022=6\n"
      "P |植樹本数|/公園課\n"
      "K 植樹本数|||T-@2024| 2021=blank 2022=blank\n"
      "P |清掃回数|/公園課\n"
      "K 清掃回数|回||T5@2024| 2021=2 2022=3\n" },
};

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, lines);
    return run_tests("layout_project_lines", tests, n);
}
