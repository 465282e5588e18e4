/*
 * test_layout_numbered.c - figures below an indicator's number, years that
 * only a title or name states, and what stands around tables
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case numbered[] = {
    { "names and targets first, then a group a year with each number",
      "a.xlsx",
      "No | 取組 | 指標１ | < | 指標２ | < | 令和4年度実績 | < | 令和5年度"
      "実績 | < | 判定\n"
      "^ | ^ | 名称 | 目標 | 名称 | 目標 | 指標１ | 指標２ | 指標１ | 指標"
      "２ | ^\n"
      "1 | 森を育てる | 間伐面積 | 300ha（R7年度） | 担い手の数 | 40人（R7"
      "年度） | 210ha"
      " | 31人 | 240ha | 35人 | A\n"
      "2 | 里を守る | 協定数 | 20件（R7年度） | － | － | 12件 | － | 15件 "
      "| － | B\n",
      "P 1|森を育てる|grade A\n"
      "K 間伐面積|ha||T300@2025| 2022=210 2023=240\n"
      "K 担い手の数|人||T40@2025| 2022=31 2023=35\n"
      "P 2|里を守る|grade B\n"
      "K 協定数|件||T20@2025| 2022=12 2023=15\n" },
    { "circled numbers below each year",
      "a.xlsx",
      "事業名 | KPI① | 目標値① | KPI② | 目標値② | 令和4年度実績 | < | "
      "令和5年度実績 | <\n"
      "^ | ^ | ^ | ^ | ^ | ① | ② | ① | ②\n"
      "港の整備 | 貨物量（t） | 900 | 寄港数（隻） | 12 | 720 | 8 | 810 | 1"
      "1\n",
      "P |港の整備\n"
      "K 貨物量|t||T900| 2022=720 2023=810\n"
      "K 寄港数|隻||T12| 2022=8 2023=11\n" },
    { "all names below one header, then each figure by number",
      "a.xlsx",
      "事業名 | 成果指標 | < | 現状値（R2） | < | R5実績 | < | 目標値（R8）"
      " | <\n"
      "^ | 指標1 | 指標2 | 指標1 | 指標2 | 指標1 | 指標2 | 指標1 | 指標2\n"
      "図書館 | 貸出冊数（冊） | 来館者数（人） | 100 | 40 | 120 | 52 | 150"
      " | 60\n",
      "P |図書館\n"
      "K 貸出冊数|冊|B100@2020|T150@2026| 2023=120\n"
      "K 来館者数|人|B40@2020|T60@2026| 2023=52\n" },
    { "対目標 behind the target is a rate, and 毎年度 says what a target is of",
      "a.xlsx",
      "事業名 | 指標 | R4実績 | R6目標値 | 対目標\n"
      "読書 | 読む児童の割合 | 0.7{0.0%} | 0.8{0.0%} | 87.5%\n"
      "\n"
      "事業名 | 指標 | 目標値（毎年度） | R4実績\n"
      "職場体験 | 実施校数（校） | 24 | 23\n",
      "P |読書\n"
      "K 読む児童の割合|%||T80@2024| 2022=70|rate 0.875\n"
      "P |職場体験\n"
      "K 実施校数|校||T24/y| 2022=23\n" },
    { "who acts is no office where none is named",
      "a.xlsx",
      "公園の計画\n"
      "建設部公園課\n"
      "\n"
      "施策 | 実施主体 | 指標 | R4実績 | R6目標\n"
      "花壇 | 市・市民 | 花壇数（か所） | 12 | 15\n"
      "遊具 | 市 | 更新数（基） | 3 | 6\n",
      "P |花壇|建設部/公園課\n"
      "K 花壇数|か所||T15@2024| 2022=12\n"
      "P |遊具|建設部/公園課\n"
      "K 更新数|基||T6@2024| 2022=3\n" },
    { "実施主体 that names offices says whose each is",
      "a.xlsx",
      "施策 | 実施主体 | 指標 | R4実績 | R6目標\n"
      "花壇 | 公園課 | 花壇数（か所） | 12 | 15\n",
      "P |花壇|公園課/\n"
      "K 花壇数|か所||T15@2024| 2022=12\n" },
    { "what was done in a year behind the figures is no level",
      "a.xlsx",
      "番号 | 事業 | 指標 | R4実績 | R6目標 | R4年度の主な取組\n"
      "1 | 花壇 | 花壇数（か所） | 12 | 15 | 講座の開催\n",
      "P 1|花壇|activity : 講座の開催\n"
      "K 花壇数|か所||T15@2024| 2022=12\n" },
    { "the years below each indicator's number",
      "a.xlsx",
      "事業名 | 指標１ | < | < | 指標２ | < | < | 指標１実績 | < | 指標２実"
      "績 | < | 備考\n"
      "^ | 名称 | 単位 | 目標値（R8） | 名称 | 単位 | 目標値（R8） | R4 | R"
      "5 | R4 | R5 | ^\n"
      "港の整備 | 貨物量 | t | 900 | 寄港数 | 隻 | 12 | 720 | 810 | 8 | 11 "
      "| 順調\n",
      "P |港の整備|note 順調\n"
      "K 貨物量|t||T900@2026| 2022=720 2023=810\n"
      "K 寄港数|隻||T12@2026| 2022=8 2023=11\n" },
    { "three indicators, years of the first two only",
      "a.xlsx",
      "事業名 | KPI1 | 目標1 | KPI2 | 目標2 | KPI3 | 目標3 | R5実績 | < | <\n"
      "^ | ^ | ^ | ^ | ^ | ^ | ^ | KPI1 | KPI2 | KPI3\n"
      "港の整備 | 貨物量（t） | 900 | 寄港数（隻） | 12 | － | － | 720 | 8"
      " | －\n",
      "P |港の整備\n"
      "K 貨物量|t||T900| 2023=720\n"
      "K 寄港数|隻||T12| 2023=8\n" },
    { "words that say that a project has no second indicator",
      "a.xlsx",
      "No. | 事業名 | 活動指標 | < | < | < | 成果指標 | < | < | <\n"
      "^ | ^ | 指標 | 単位 | R5計画 | R5実績 | 指標 | 単位 | R5計画 | R5実績\n"
      "1 | 花壇 | 花壇数 | か所 | 15 | 12 | 満足度 | ％ | 80 | 76\n"
      "2 | 遊具 | 更新数 | 基 | 6 | 3 | 設定なし | < | < | <\n",
      "P 1|花壇\n"
      "K 花壇数|か所||T15@2023| 2023=12\n"
      "K 満足度|％||T80@2023| 2023=76\n"
      "P 2|遊具\n"
      "K 更新数|基||T6@2023| 2023=3\n" },
};

static const sheet_case years[] = {
    { "a title begins with the year",
      "a.xlsx",
      "R3　補助事業KPI（継続分）\n"
      "事業名 | 指標 | 目標 | 実績\n"
      "花壇 | 花壇数（か所） | 15 | 12\n",
      "P |花壇\n"
      "K 花壇数|か所||T15@2021| 2021=12\n"
      "F target-year-inferred C2 目標 > R3\n"
      "F actual-year-inferred D2 実績 > R3\n" },
    { "a title has it in brackets",
      "a.xlsx",
      "補助事業の指標（Ｒ３）\n"
      "事業名 | 指標 | 目標 | 実績\n"
      "花壇 | 花壇数（か所） | 15 | 12\n",
      "P |花壇\n"
      "K 花壇数|か所||T15@2021| 2021=12\n"
      "F target-year-inferred C2 目標 > R3\n"
      "F actual-year-inferred D2 実績 > R3\n" },
    { "only the file's name states it",
      "補助事業KPI_R3.xlsx",
      "補助事業の指標\n"
      "事業名 | 指標 | 目標 | 実績\n"
      "花壇 | 花壇数（か所） | 15 | 12\n",
      "P |花壇\n"
      "K 花壇数|か所||T15@2021| 2021=12\n"
      "F target-year-inferred C2 目標 > R3\n"
      "F actual-year-inferred D2 実績 > R3\n" },
    { "a day and a period state none",
      "a.xlsx",
      "R3-R7計画の指標\n"
      "R4.6.9現在\n"
      "事業名 | 指標 | 目標 | 実績\n"
      "花壇 | 花壇数（か所） | 15 | 12\n",
      "P |花壇\n"
      "K 花壇数|か所||T15| 0=12\n"
      "F actual-year-unknown D3 実績 > \n" },
    { "a year without a figure in a cell of years",
      "a.xlsx",
      "事業名 | 指標 | 目標（R6） | 実績\n"
      "花壇 | 花壇数（か所） | 15 | R3　—¶R4　12か所\n",
      "P |花壇\n"
      "K 花壇数|か所||T15@2024| 2021=missing 2022=12\n" },
};

static const sheet_case around[] = {
    { "how many there were, at the end",
      "a.xlsx",
      "No | 事業名 | 指標 | R4実績 | R6目標\n"
      "1 | 花壇 | 花壇数（か所） | 12 | 15\n"
      "2 | 遊具 | 更新数（基） | 3 | 6\n"
      "計　2事業 | < | 2指標\n",
      "P 1|花壇\n"
      "K 花壇数|か所||T15@2024| 2022=12\n"
      "P 2|遊具\n"
      "K 更新数|基||T6@2024| 2022=3\n" },
    { "a table goes on on the next page",
      "a.xlsx",
      "事業名 | 指標 | R4実績 | R6目標\n"
      "花壇 | 花壇数（か所） | 12 | 15\n"
      "（次頁に続く）\n"
      "\n"
      "事業名 | 指標 | R4実績 | R6目標\n"
      "遊具 | 更新数（基） | 3 | 6\n",
      "P |花壇\n"
      "K 花壇数|か所||T15@2024| 2022=12\n"
      "P |遊具\n"
      "K 更新数|基||T6@2024| 2022=3\n" },
    { "counts of grades below texts that state targets",
      "a.xlsx",
      "取組 | 重要業績指標 | R4 | R5 | 評価\n"
      "花壇 | 花壇数　10か所（R2）→15か所（R6） | 12か所 | 13か所 | 順調\n"
      "遊具 | 更新数　2基（R2）→6基（R6） | 3基 | 3基 | 遅れ\n"
      "\n"
      " | （内訳） | 順調 | 遅れ\n"
      " | | 1 | 1\n",
      "P |花壇|grade 順調\n"
      "K 花壇数|か所|B10@2020|T15@2024| 2022=12 2023=13\n"
      "P |遊具|grade 遅れ\n"
      "K 更新数|基|B2@2020|T6@2024| 2022=3 2023=3\n"
      "F row-ignored B5 （内訳）\n"
      "F row-ignored C6 1\n" },
    { "a label that names the indicator above its lines of years",
      "a.xlsx",
      "重点事業　個票\n"
      "\n"
      "事業名 | 空き家の活用 | < | < | <\n"
      "担当 | 建設部　住宅課 | < | < | <\n"
      "成果指標 | 成約件数（件） | < | < | <\n"
      "年度別実績 | 区分 | 令和3年度 | 令和4年度 | 令和5年度\n"
      "^ | 目標 | 10 | 12 | 14\n"
      "^ | 実績 | 7 | 13 | 16\n"
      "課題 | 相談を増やす。 | < | < | <\n"
      "評価 | A | < | < | <\n",
      "P |空き家の活用|建設部/住宅課|grade A\n"
      "K 成約件数|件||T14@2023 p2021=10 p2022=12 p2023=14| 2021=7 2022=13"
      " 2023=16\n" },
};

static const sheet_case turned[] = {
    { "forms of columns, the office beside each name",
      "a.xlsx",
      "交付金　実績報告（令和5年度）\n"
      "\n"
      "事業名 | 花壇の充実 | < | 建設部公園課\n"
      " | KPI① | KPI② | KPI③\n"
      "指標 | 花壇数 | 参加者数 | 満足度\n"
      "単位 | か所 | 人 | ％\n"
      "申請時 | 10 | 240 | －\n"
      "令和5年度目標 | 15 | 300 | 80\n"
      "令和5年度実績 | 12 | 312 | 76.5\n"
      "\n"
      "事業名 | 子育てアプリ | < | 福祉部子育て課\n"
      " | KPI① | KPI②\n"
      "指標 | 登録者数 | 利用の割合\n"
      "単位 | 人 | ％\n"
      "申請時 | 0 | 5\n"
      "令和5年度目標 | 900 | 40\n"
      "令和5年度実績 | 860 | 集計中\n",
      "P |花壇の充実|建設部/公園課\n"
      "K 花壇数|か所|B10|T15@2023| 2023=12\n"
      "K 参加者数|人|B240|T300@2023| 2023=312\n"
      "K 満足度|％|B-|T80@2023| 2023=76.5\n"
      "P |子育てアプリ|福祉部/子育て課\n"
      "K 登録者数|人|B0|T900@2023| 2023=860\n"
      "K 利用の割合|％|B5|T40@2023| 2023=pending\n" },
    { "KPI1： and 指標② in front of a name, and its unit in 【】",
      "a.xlsx",
      "事業名 | 指標 | R4目標 | R4実績\n"
      "創業 | KPI1：創業者数【人】 | 40 | 37\n"
      "^ | ＫＰＩ２　受講者数【延べ人】 | 56 | 47\n"
      "^ | 指標③　3歳児の受診率【％】 | 98 | 97\n"
      "^ | 成果指標：満足度【％】 | 80 | 75\n"
      "^ | 指標の公表数【広報】 | 3 | 3\n",
      "P |創業\n"
      "K 創業者数|人||T40@2022| 2022=37\n"
      "K 受講者数|延べ人||T56@2022| 2022=47\n"
      "K 3歳児の受診率|％||T98@2022| 2022=97\n"
      "K 満足度|％||T80@2022| 2022=75\n"
      "K 指標の公表数【広報】|||T3@2022| 2022=3\n" },
    { "関連する事業 behind the indicators is their project",
      "a.xlsx",
      "No. | 成果指標（ＫＰＩ） | 単位 | 目標値（H31） | H27 | H28 | 関連する事業 | 所管局\n"
      "1 | 参加企業数 | 社 | 362 | 410 | 421 | 就職促進事業 | 産業局\n"
      "2 | 参加者 | 人 | 1820 | 1953 | 1623 | 就職促進事業 | 産業局\n"
      "3 | 会議数 | 件 | 21 | 5 | 累計9 | 経済交流推進事業 | 企画局\n",
      "P 1|就職促進事業|産業局/\n"
      "K 参加企業数|社||T362@2019| 2015=410 2016=421\n"
      "K 参加者|人||T1820@2019| 2015=1953 2016=1623\n"
      "P 3|経済交流推進事業|企画局/\n"
      "K 会議数|件||T21@2019| 2015=5 2016=c9\n" },
    { "but several of them behind a measure's indicators are not",
      "a.xlsx",
      "施策 | 指標 | 単位 | 目標値（R6） | R4 | R5 | 関連する事業\n"
      "就職支援 | 参加者数 | 人 | 100 | 80 | 90 | 見学ツアー事業¶説明会事業\n"
      "創業支援 | 起業数 | 件 | 10 | 8 | 9 | リノベーション事業\n",
      "P |就職支援|activity : 見学ツアー事業\n"
      "説明会事業\n"
      "K 参加者数|人||T100@2024| 2022=80 2023=90\n"
      "P |創業支援|activity : リノベーション事業\n"
      "K 起業数|件||T10@2024| 2022=8 2023=9\n" },
    { "a project's own column goes before that of 関連する事業",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R6） | R4 | R5 | 関連する事業\n"
      "説明会 | 参加者数 | 人 | 100 | 80 | 90 | 見学ツアー事業\n"
      "創業支援 | 起業数 | 件 | 10 | 8 | 9 | リノベーション事業\n",
      "P |説明会\n"
      "K 参加者数|人||T100@2024| 2022=80 2023=90\n"
      "P |創業支援\n"
      "K 起業数|件||T10@2024| 2022=8 2023=9\n" },
    { "figures by number, and 調査中 among them",
      "a.xlsx",
      "総合戦略　平成28年度実績報告\n"
      "所管局：環境局\n"
      "\n"
      "事業名 | KPI | 平成27年度実績 | 平成28年度実績 | 評価\n"
      "施策　安定したエネルギーを地域に供給する | < | < | < | <\n"
      "エネルギー拠点 | ①雇用創出数：100人（H31年度）¶②相談者数：50人（H31年度）¶③低減率：20%"
      "（H31年度） | ①80人¶②調査中¶③5% | ①－¶②累計40人¶③調査中 | A\n"
      "施策　水素の供給を進める | < | < | < | <\n"
      "水素社会 | ①設置数：5か所（H31年度）¶②普及台数：300台（H31年度） | ①2か所 ②10台 | "
      "①累計2か所 ②累計22台 | B\n",
      "P |エネルギー拠点|measure 安定したエネルギーを地域に供給する|環境"
      "局/|grade A\n"
      "K 雇用創出数|人||T100@2019| 2015=80 2016=missing\n"
      "K 相談者数|人||T50@2019| 2015=pending 2016=c40\n"
      "K 低減率|%||T20@2019| 2015=5 2016=pending\n"
      "P |水素社会|measure 水素の供給を進める|環境局/|grade B\n"
      "K 設置数|か所||T5@2019| 2015=2 2016=c2\n"
      "K 普及台数|台||T300@2019| 2015=10 2016=c22\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, numbered);
    TEST_ROWS(tests, n, sheet_text_reads, years);
    TEST_ROWS(tests, n, sheet_text_reads, around);
    TEST_ROWS(tests, n, sheet_text_reads, turned);
    return run_tests("layout_numbered", tests, n);
}
