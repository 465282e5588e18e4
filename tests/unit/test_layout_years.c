/*
 * test_layout_years.c - years in cells, headers and titles, and what stands
 * beside them
 */
#include "support/rows.h"
#include "support/sheet_text.h"

#define TWO "会員数：30人（R3）⇒50人（R8）¶講座数：8回（R3）⇒12回（R8）"
#define HEAD "取組 | 数値目標 | 実績\n学び | "
#define TWO_READ                                                             \
    "P |学び\n"                                                              \
    "K 会員数|人|B30@2021|T50@2026| 2022=34 2023=41\n"                       \
    "K 講座数|回|B8@2021|T12@2026| 2022=9 2023=10\n"

static const sheet_case several[] = {
    { "years on lines below each indicator's name", "a.xlsx",
      HEAD TWO " | 会員数¶R4：34人　R5：41人¶講座数¶R4：9回　R5：10回\n",
      TWO_READ },
    { "behind each name", "a.xlsx",
      HEAD TWO " | 会員数：R4 34人、R5 41人¶講座数：R4 9回、R5 10回\n",
      TWO_READ },
    { "names below each year", "a.xlsx",
      HEAD TWO " | 【R4】¶会員数 34人¶講座数 9回¶【R5】¶会員数 41人¶講座数 10回"
      "\n",
      TWO_READ },
    { "numbers of indicators in front", "a.xlsx",
      HEAD TWO " | ①R4：34人　R5：41人¶②R4：9回　R5：10回\n", TWO_READ },
    { "numbers and names that hold figures", "a.xlsx",
      "取組 | 数値目標 | 実績\n学び | "
      "①会員数：30人（R3）⇒50人（R8）¶②1人当たりの講座数：8回（R3）⇒12回（R8）"
      " | ①会員数　R4：34人、R5：41人¶②1人当たりの講座数　R4：9回、R5：10回\n",
      "P |学び\n"
      "K 会員数|人|B30@2021|T50@2026| 2022=34 2023=41\n"
      "K 1人当たりの講座数|回|B8@2021|T12@2026| 2022=9 2023=10\n" },
    { "years in brackets behind the figures", "a.xlsx",
      HEAD TWO " | ①34人（R4）、41人（R5）¶②9回（R4）、10回（R5）\n", TWO_READ },
    { "a line for each indicator, without its name", "a.xlsx",
      HEAD TWO " | R4：34人、R5：41人¶R4：9回、R5：10回\n", TWO_READ },
};

#define ONE "取組 | 指標 | 目標（R8） | 実績\n学び | 会員数 | 50人 | "
#define ONE_READ                                                             \
    "P |学び\n"                                                              \
    "K 会員数|人||T50@2026| 2022=34 2023=41\n"

static const sheet_case alone[] = {
    { "below 目標と実績 of lines, as text or merged beside, in two tables",
      "a.xlsx",
      "事業 | KPI | 区分 | 目標と実績 | 評価\n"
      " | | | 令和4年度 |\n"
      "学び | 会員数（人） | 目標 | 50 | A\n"
      " | | 実績 | 45 |\n"
      "\n"
      "事業 | KPI | 区分 | 年度別の目標と実績 | 評価\n"
      "^ | ^ | ^ | 2022 | ^\n"
      "遊び | 来場者数（人） | 目標 | 150 | B\n"
      "^ | ^ | 実績 | 120 | ^\n",
      "P |学び|grade A\n"
      "K 会員数|人||T50@2022| 2022=45\n"
      "P |遊び|grade B\n"
      "K 来場者数|人||T150@2022| 2022=120\n" },
    { "an arrow between the years' figures", "a.xlsx",
      ONE "R4：34人→R5：41人\n", ONE_READ },
    { "years in brackets behind", "a.xlsx",
      ONE "34人(令和4年度)¶41人(令和5年度)\n", ONE_READ },
    { "years in brackets in front", "a.xlsx",
      ONE "（R4）34人¶（R5）41人\n", ONE_READ },
    { "all years in one bracket", "a.xlsx", ONE "34人→41人（R4→R5）\n",
      ONE_READ },
    { "below a sentence that names a year too", "a.xlsx",
      ONE "R3年度の改修により再開した。¶R4：34人、R5：41人\n", ONE_READ },
    { "a dash for a year is no range", "a.xlsx",
      ONE "R4 34人 R5 41人 R6 －\n",
      "P |学び\n"
      "K 会員数|人||T50@2026| 2022=34 2023=41 2024=missing\n" },
    { "years in a remark are not the cell's", "a.xlsx",
      "取組 | 指標 | 目標（R8） | R5実績\n"
      "学び | 会員数 | 50人 | 41人¶（参考　R4：34人、R3：30人）\n",
      "P |学び\n"
      "K 会員数|人||T50@2026| 2023=41\n" },
    { "a year of its own below another one's header", "a.xlsx",
      "取組 | 指標 | 目標（R8） | R5実績\n"
      "学び | 会員数 | 50人 | 34人（R4）\n",
      "P |学び\n"
      "K 会員数|人||T50@2026| 2022=34\n" },
};

static const sheet_case headers[] = {
    { "years and a word beside them below a header without merges",
      "a.xlsx",
      "施策 | 担当課 | 指標 | 単位 | 基準値 | 実績値 | 目標値 | 達成度\n"
      " |  |  |  | R2 | R5 | R7 | （5段階）\n"
      "授業改善 | 学校教育課 | 授業がよく分かる割合 | ％ | 80 | 84 | 90 | 4\n"
      "読書活動 | 生涯学習課 | 読む本の冊数 | 冊 | 7 | 6 | 10 | 1\n",
      "P |授業改善|/学校教育課|grade 4\n"
      "K 授業がよく分かる割合|％|B80@2020|T90@2025| 2023=84\n"
      "P |読書活動|/生涯学習課|grade 1\n"
      "K 読む本の冊数|冊|B7@2020|T10@2025| 2023=6\n" },
    { "both years of a free text in its header", "a.xlsx",
      "施策 | ＫＰＩ¶基準値（H30）→目標値（R6） | R3実績\n"
      "農業 | 農業者数　142人→160人 | 155人\n",
      "P |農業\n"
      "K 農業者数|人|B142@2018|T160@2024| 2021=155\n" },
    { "its target's year alone", "a.xlsx",
      "施策 | KPI（令和6年度目標） | R3実績\n"
      "農業 | 農業者数 160人 | 155人\n",
      "P |農業\n"
      "K 農業者数|人||T160@2024| 2021=155\n" },
    { "a period is neither", "a.xlsx",
      "施策 | 成果指標（計画期間：R2～R6） | R3実績\n"
      "農業 | 農業者数 142人→160人 | 155人\n",
      "P |農業\n"
      "K 農業者数|人|B142|T160| 2021=155\n" },
    { "the title's year, with a half year's figure in between", "a.xlsx",
      "令和６年度　目標管理シート\n"
      "\n"
      "重点取組 | 指標 | 目標値 | ９月末実績 | 年度末実績\n"
      "創業 | 受講者数 | 40人 | 22人 | 47人\n",
      "P |創業\n"
      "K 受講者数|人||T40@2024| 2024=47\n"
      "F target-year-inferred C3 目標値 > R6\n"
      "F column-not-read D3 ９月末実績 > 22人\n"
      "F actual-year-inferred E3 年度末実績 > R6\n" },
    { "plan and actual in one cell, as its header says", "a.xlsx",
      "取組 | 指標 | R4¶目標/実績 | R5（実績・目標） | 最終目標（R8）\n"
      "学び | 会員数 | 32人/34人 | 41人¶36人 | 50人\n",
      "P |学び\n"
      "K 会員数|人||T50@2026 p2022=32 p2023=36| 2022=34 2023=41\n" },
    { "two years' plans in one cell, no baseline", "a.xlsx",
      "取組 | 指標 | 目標 | R4実績\n"
      "学び | 会員数 | R6：45人¶R8：50人 | 34人\n",
      "P |学び\n"
      "K 会員数|人||T50@2026 p2024=45 p2026=50| 2022=34\n"
      "F value-uncertain C2 R6：45人\nR8：50人 > 50人\n" },
};

static const sheet_case times[] = {
    { "a target on the line of one year is due in it, on the first of all",
      "a.xlsx",
      "事業名 | 指標名（単位） | 年度 | 目標値 | 実績値\n"
      "病児の預かり | 利用者数（人） | R4 |  | 402\n"
      "^ | ^ | R5 |  | 455\n"
      "^ | ^ | R7 | 500 |\n"
      "親子の広場 | 参加者数（人） | R4 | 50 | 40\n"
      "^ | ^ | R5 |  | 45\n"
      "^ | ^ | R7 |  |\n",
      "P |病児の預かり\n"
      "K 利用者数|人||T500@2025| 2022=402 2023=455 2025=blank\n"
      "P |親子の広場\n"
      "K 参加者数|人||T50| 2022=40 2023=45 2025=blank\n"
      "F target-year-inferred D1 目標値 > R7\n" },
    { "a table a year, one below the other, under lines of the year alone",
      "a.xlsx",
      "計画の実績（年度別）\n"
      "\n"
      "【平成30年度】\n"
      "事業名 | 担当課 | 指標 | 単位 | 基準値(H29) | 目標値(R4) | 実績値\n"
      "森の学校 | 林務課 | 受講者数 | 人 | 40 | 90 | 52\n"
      "朝市 | 商工課 | 出店数 | 店 | 5 | 12 | 7\n"
      "\n"
      "【令和元年度】\n"
      "事業名 | 担当課 | 指標 | 単位 | 基準値(H29) | 目標値(R4) | 実績値\n"
      "森の学校 | 林務課 | 受講者数 | 人 | 40 | 90 | 61\n"
      "朝市 | 商工課 | 出店数 | 店 | 5 | 12 | －\n",
      "P |森の学校|/林務課\n"
      "K 受講者数|人|B40@2017|T90@2022| 2018=52 2019=61\n"
      "P |朝市|/商工課\n"
      "K 出店数|店|B5@2017|T12@2022| 2018=7 2019=missing\n"
      "F actual-year-inferred G4 実績値 > H30\n"
      "F actual-year-inferred G9 実績値 > R1\n" },
    { "現況値 whose own years are before those of the actuals is the baseline",
      "a.xlsx",
      "事業 | 指標 | 単位 | 現況値 | < | 目標 | < | 実績値 | <\n"
      "^ | ^ | ^ | 数値 | 年度 | 数値 | 期限 | H27 | H28\n"
      "輸出の促進 | 商談数 | 件 | － | － | 20 | H31 | 18 | 28\n"
      "会議の開催 | 会議数 | 件 | 5 | H26 | 21 | H27～H31 | 6 | 9\n"
      "人材の育成 | 受入数 | 人 | 80 | H27 | 400 | H31 | 80 | 165\n"
      "# 2\n"
      "事業名 | 成果指標 | 単位 | 現況値 | 目標値 | 達成年度 | H27 | H28\n"
      "就職 | 就職者数 | 人 | 115（H26） | 1000 | H31 | 142 | 累計305\n"
      "移住 | 世帯数 | 世帯 | － | 550 | H31 | 15 | 累計47\n"
      "# 3\n"
      "事業名 | 成果指標 | 単位 | 現況値 | 目標値 | 達成年度 | H27 | H28\n"
      "創業 | 創業者数 | 人 | 115（H29） | 1000 | H31 | 142 | 151\n",
      "P |輸出の促進\n"
      "K 商談数|件|B-|T20@2019| 2015=18 2016=28\n"
      "P |会議の開催\n"
      "K 会議数|件|B5@2014|T21@2015-2019| 2015=6 2016=9\n"
      "P |人材の育成\n"
      "K 受入数|人|B80@2015|T400@2019| 2015=80 2016=165\n"
      "P |就職\n"
      "K 就職者数|人|B115@2014|T1000@2019| 2015=142 2016=c305\n"
      "P |移住\n"
      "K 世帯数|世帯|B-|T550@2019| 2015=15 2016=c47\n"
      "P |創業\n"
      "K 創業者数|人||T1000@2019| 2015=142 2016=151 2017=115\n" },
    { "時点 behind what the plan began with is its year", "a.xlsx",
      "事業 | 指標 | 単位 | 現状値 | 時点 | 目標値 | 目標年度 | H27実績\n"
      "学び | 会員数 | 人 | 115 | H26年度 | 150 | H31年度 | 142\n",
      "P |学び\n"
      "K 会員数|人|B115@2014|T150@2019| 2015=142\n" },
    { "年度 in front of each figure", "a.xlsx",
      "事業 | 指標 | 年度 | 現状値 | 年度 | 目標値 | H27実績\n"
      "学び | 会員数（人） | H26 | 115 | H31 | 150 | 142\n",
      "P |学び\n"
      "K 会員数|人|B115@2014|T150@2019| 2015=142\n" },
    { "時点 behind each figure", "a.xlsx",
      "事業 | 指標 | 単位 | 現状値 | 時点 | 目標値 | 時点 | 実績値 | 時点\n"
      "学び | 会員数 | 人 | 115 | H26 | 150 | H31 | 142 | H27\n"
      "^ | 講座数 | 回 | 11 | H25 | 15 | H31 | 14 | H28\n",
      "P |学び\n"
      "K 会員数|人|B115@2014|T150@2019| 2015=142\n"
      "K 講座数|回|B11@2013|T15@2019| 2016=14\n" },
    { "スタート値 and ゴール over 年度 and 値", "a.xlsx",
      "事業 | 指標（単位） | スタート値 | < | 実績値 | < | ゴール | <\n"
      "^ | ^ | 年度 | 値 | H27 | H28 | 年度 | 値\n"
      "学び | 会員数（人） | H26 | 115 | 142 | 累計305 | H27～31 | 1000\n",
      "P |学び\n"
      "K 会員数|人|B115@2014|T1000@2015-2019| 2015=142 2016=c305\n" },
    { "ゴール beside the target is one of the SDGs", "a.xlsx",
      "事業 | 指標 | 単位 | ゴール | 目標値（R6） | R4実績\n"
      "学び | 会員数 | 人 | 4 | 60 | 38\n",
      "P |学び\n"
      "K 会員数|人||T60@2024| 2022=38\n" },
    { "指標値 whose bracket says that it is the target", "a.xlsx",
      "事業名 | 重要業績評価指標（KPI） | 指標値¶（R2目標） | 実績値¶（R2） | 達成率\n"
      "学び | 求人倍率（倍） | 2.5 | 1.45 | 1.724{0.0%}\n",
      "P |学び\n"
      "K 求人倍率|倍||T2.5@2020| 2020=1.45|rate 1.724|down\n"
      "F direction-inferred B2 172.4% > 求人倍率 > 172.4%\n" },
    { "26（基準） | 27 | 28 typed as text below 平成（年度）", "a.xlsx",
      "平成29年9月議会資料\n"
      "\n"
      "事業名 | 指標（単位） | 平成（年度） | < | < | < | 達成状況\n"
      "^ | ^ | 26（基準） | '27 | '28 | 31（目標） | ^\n"
      "学び | 会員数（人） | 137 | 217 | 累計223 | 330 | C\n",
      "P |学び|grade C\n"
      "K 会員数|人|B137@2014|T330@2019| 2015=217 2016=c223\n" },
    { "元（基準） | 2 | 3 below 令和（年度）", "a.xlsx",
      "事業名 | 指標（単位） | 令和（年度） | < | < | <\n"
      "^ | ^ | 元（基準） | 2 | 3 | 6（目標）\n"
      "学び | 会員数（人） | 137 | 217 | 223 | 330\n",
      "P |学び\n"
      "K 会員数|人|B137@2019|T330@2024| 2020=217 2021=223\n" },
    { "平成（年度） over one year beside 令和（年度） over several, newest first",
      "a.xlsx",
      "部 | 課 | 事業 | 成果指標 | 単位 | 目標 | 令和（年度） | < | < | 平成（年度） | "
      "策定時\n"
      "^ | ^ | ^ | ^ | ^ | 令和6 | 3 | 2 | 元 | 30 | 平成29\n"
      "教育部 | 学習課 | 学び | 会員数 | 人 | 330 | 223 | 217 | 190 | 160 | 137\n",
      "P |学び|教育部/学習課\n"
      "K 会員数|人|B137@2017|T330@2024| 2018=160 2019=190 2020=217 2021=223\n" },
    { "nothing but years typed as text beside names that hang down", "a.xlsx",
      "事業名 | 指標（単位） | 基準値（H26） | 平成（年度） | < | 目標値（H31）\n"
      "^ | ^ | ^ | '27 | '28 | ^\n"
      "学び | 会員数（人） | 137 | 217 | 223 | 330\n",
      "P |学び\n"
      "K 会員数|人|B137@2014|T330@2019| 2015=217 2016=223\n" },
    { "状況 of each of two years, and why one has none", "a.xlsx",
      "事業 | 指標 | 単位 | 目標 | 達成期限 | H27年度の状況 | H28年度の状況 | 評価\n"
      "学び | 会員数 | 人 | 150 | H31年度 | 66 | 累計119 | B\n"
      "〃 | 講座数 | 回 | 30 | H31年度 | H28.12追加項目のため回答なし | 12 | 〃\n",
      "P |学び|grade B\n"
      "K 会員数|人||T150@2019| 2015=66 2016=c119|grade B\n"
      "K 講座数|回||T30@2019| 2015=text 2016=12|grade B\n" },
    { "毎年 instead of the target's year", "a.xlsx",
      "事業 | 指標 | 目標¶（年度） | 目標値 | H28実績\n"
      "学び | 関心度 | 毎年 | 75%以上 | 87%\n"
      "遊び | 満足度 | H31 | 80%以上 | 85%\n",
      "P |学び\n"
      "K 関心度|%||T75以上/y| 2016=87\n"
      "P |遊び\n"
      "K 満足度|%||T80以上@2019| 2016=85\n" },
    { "when a project began, above years on their side",
      "a.xlsx",
      "事業名称 | 講座の開催 | < | <\n"
      "担当部署 | 教育委員会　学習課 | < | <\n"
      "事業開始 | 平成２０年度 | < | <\n"
      "\n"
      " | Ｈ３０年度 | Ｒ元年度 | Ｒ２年度\n"
      "成果指標 | 受講者数 | < | <\n"
      "計画値 | 300人 | 310人 | 320人\n"
      "実績値 | 288人 | 305人 | 142人\n"
      "総合評価 | C | < | <\n",
      "P |講座の開催|教育委員会/学習課|grade C|period 2008-0\n"
      "K 受講者数|人||T320@2020 p2018=300 p2019=310 p2020=320"
      "| 2018=288 2019=305 2020=142\n" },
};

static const sheet_case parts[] = {
    { "a name over the column of parts has none, each part its own grade",
      "a.xlsx",
      "分野 | 指標 | < | R4 | 目標（R9） | 判定\n"
      "栄養 | 欠食率 | 男性 | 28.4 | 20 | Ｄ\n"
      "^ | ^ | 女性 | 12.5 | 10 | Ｂ\n"
      "^ | 食塩摂取量 | < | 9.8 | 8 | Ｃ\n",
      "P |栄養\n"
      "K 欠食率（男性）|||T20@2027| 2022=28.4|grade Ｄ\n"
      "K 欠食率（女性）|||T10@2027| 2022=12.5|grade Ｂ\n"
      "K 食塩摂取量|||T8@2027| 2022=9.8|grade Ｃ\n" },
    { "letters in front of the names, another office beside the form's own",
      "a.xlsx",
      "施策名 | 高齢者福祉 | < | 主管課 | 長寿課\n"
      "対象 | 65歳以上 | < | 関係課 | 市民課\n"
      "成果指標 | < | 単位 | R4 | 目標（R7）\n"
      "Ａ | 通いの場の数 | か所 | 41 | 60\n"
      "Ｂ | サポーター数 | 人 | 588 | 700\n",
      "P |高齢者福祉|/長寿課\n"
      "K 通いの場の数|か所||T60@2025| 2022=41|code Ａ\n"
      "K サポーター数|人||T700@2025| 2022=588|code Ｂ\n" },
    { "a label in front of a form's table of names", "a.xlsx",
      "管理票\n"
      "\n"
      "【1】 | 消防団 | < | < | <\n"
      "所管課 | 総務課 | < | < | <\n"
      "指標 | 指標名 | 区分 | R4 | R5\n"
      " | 団員数（人） | 目標 | 620 | 620\n"
      " | ^ | 実績 | 589 | 581\n"
      "課題 | 参加者が固定している。 | < | < | <\n",
      "P |消防団|/総務課\n"
      "K 団員数|人||T620@2023 p2022=620 p2023=620| 2022=589 2023=581\n"
      "F name-inferred B3 消防団\n" },
    { "years and figures in cells beside a card's label", "a.xlsx",
      "事業名 | 里山保全 | 課名 | 林務課\n"
      "ＫＰＩ | 登録者数 | < | <\n"
      "目標 | R4：60人 | R5：80人 | R6：100人\n"
      "実績 | R4：58人 | R5：83人 | R6：－\n",
      "P |里山保全|/林務課\n"
      "K 登録者数|人||T100@2024 p2022=60 p2023=80 p2024=100| 2022=58 2023=83"
      " 2024=missing\n" },
    { "figures that changed: the last one, and said", "a.xlsx",
      "取組 | 指標 | 目標（R8） | R5実績\n"
      "学び | 会員数 | 50人 | 34人→41人\n",
      "P |学び\n"
      "K 会員数|人||T50@2026| 2023=41\n"
      "F value-uncertain D2 34人→41人 > 41人\n" },
    { "a target a year, of which the last ones have no actuals yet",
      "a.xlsx",
      "施策 | 指標 | 単位 | 目標値 | < | < | < | 実績値 | <\n"
      " | | | R4 | R5 | R6 | R7 | R4 | R5\n"
      "創業 | 創業者数 | 人 | 10 | 20 | 30 | 40 | 11 | 18\n",
      "P |創業\n"
      "K 創業者数|人||T40@2025 p2022=10 p2023=20 p2024=30 p2025=40| 2022=11 "
      "2023=18\n" },
    { "a column beside each year's figure says whether it is a total",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 目標 | < | 2015年度 | < | 2016年度 | <\n"
      "^ | ^ | ^ | 期間 | 値 | 実績値 | 集計 | 実績値 | 集計\n"
      "就職の促進 | 就職者数 | 人 | 2015～2019年度 | 1000 | 142 | 単年 | 305 | 累計\n"
      "職場実習 | 実習者数 | 人 | 2016～2019年度 | 120 | － | － | 40 | 累計\n"
      "起業 | 起業件数 | 件 | 2015～2019年度 | 100 | 20 | 単年 | 22 | 単年\n",
      "P |就職の促進\n"
      "K 就職者数|人||T1000@2015-2019| 2015=142 2016=c305\n"
      "P |職場実習\n"
      "K 実習者数|人||T120@2016-2019| 2015=missing 2016=c40\n"
      "P |起業\n"
      "K 起業件数|件||T100@2015-2019| 2015=20 2016=22\n" },
    { "区分 in front of each year's figure",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R4～R6） | 令和4年度 | < | 令和5年度 | <\n"
      "^ | ^ | ^ | ^ | 区分 | 実績値 | 区分 | 実績値\n"
      "説明会 | 参加者数 | 人 | 300 | 単年 | 80 | 累計 | 190\n"
      "創業 | 起業数 | 件 | 30 | 単年 | 8 | 累計 | 17\n",
      "P |説明会\n"
      "K 参加者数|人||T300@2022-2024| 2022=80 2023=c190\n"
      "P |創業\n"
      "K 起業数|件||T30@2022-2024| 2022=8 2023=c17\n" },
    { "対象年度 on a line above the table, and 部署 on another",
      "a.xlsx",
      "KPI実績報告\n"
      "担当部署：企画局国際部　国際課\n"
      "対象年度：令和２年度\n"
      "\n"
      "KPI | 事業名 | 目標 | 実績 | 単位\n"
      "交流の数 | 共生事業 | 20 | 19 | 件\n",
      "P |共生事業|企画局国際部/国際課\n"
      "K 交流の数|件||T20@2020| 2020=19\n"
      "F target-year-inferred C5 目標 > R2\n"
      "F actual-year-inferred D5 実績 > R2\n" },
    { "a later year behind a dash is why there is none, not the figure's year",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 目標（R6） | R3実績 | R4実績\n"
      "学園祭 | 参加者数 | 人 | 90 | —(R5) | —(R5)\n",
      "P |学園祭\n"
      "K 参加者数|人||T90@2024| 2021=missing 2022=missing\n" },
    { "years and what their figures are in two columns, indicators above",
      "a.xlsx",
      "事業名 | 図書館\n"
      "所管 | 教育部　図書課\n"
      "年度 | 区分 | 貸出冊数（千冊） | 登録者数（人）\n"
      "平成30年度 | 基準 | 612 | －\n"
      "令和2年度 | 実績 | 431 | 1280\n"
      "令和3年度 | 実績 | 505 | 2944\n"
      "令和6年度 | 目標 | 650 | 8000\n"
      "\n"
      "事業名 | 消防団\n"
      "所管 | 消防局　総務課\n"
      "年度 | 区分 | 充足率（%） | 団員数（人）\n"
      "平成30年度 | 基準 | 91.3 | 48\n"
      "令和2年度 | 実績 | 89.9 | 55\n"
      "令和6年度 | 目標 | 95 | 80\n",
      "P |図書館|教育部/図書課\n"
      "K 貸出冊数|千冊|B612@2018|T650@2024| 2020=431 2021=505\n"
      "K 登録者数|人|B-@2018|T8000@2024| 2020=1280 2021=2944\n"
      "P |消防団|消防局/総務課\n"
      "K 充足率|%|B91.3@2018|T95@2024| 2020=89.9\n"
      "K 団員数|人|B48@2018|T80@2024| 2020=55\n" },
    { "the first year of a target in a column of its own",
      "a.xlsx",
      "事業 | KPI | 単位 | 目標値 | 目標始期 | 目標年度 | 2015年度 | 2016年度\n"
      "研究の振興 | 申請件数 | 件 | 25 | 2015 | 2019 | 9 | 累計14\n"
      "環境教育 | 出張回数 | 回 | 100 | | 2019 | 86 | 93\n"
      "農業の推進 | 参加者数 | 人 | 50 | 2021 | 2019 | 20 | 30\n",
      "P |研究の振興\n"
      "K 申請件数|件||T25@2015-2019| 2015=9 2016=c14\n"
      "P |環境教育\n"
      "K 出張回数|回||T100@2019| 2015=86 2016=93\n"
      "P |農業の推進\n"
      "K 参加者数|人||T50@2019| 2015=20 2016=30\n"
      "F figure-not-read E4 2021 > 参加者数\n" },
    { "a row for each year, behind the years of the project", "a.xlsx",
      "事業名 | 開始年度 | 終了年度 | KPI名 | 単位 | 年度 | 目標 | 実績\n"
      "祭り | 2019 | 2021 | 来場者数 | 人 | 2019 | 20 | 19\n"
      "祭り | 2019 | 2021 | 来場者数 | 人 | 2020 | 30 | 28\n"
      "祭り | 2019 | 2021 | 出店数 | 店 | 2019 | 5 | 4\n"
      "祭り | 2019 | 2021 | 出店数 | 店 | 2020 | 6 | 6\n",
      "P |祭り|period 2019-2021\n"
      "K 来場者数|人||T30@2020 p2019=20 p2020=30| 2019=19 2020=28\n"
      "K 出店数|店||T6@2020 p2019=5 p2020=6| 2019=4 2020=6\n" },
    { "they stand with the target below one heading", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標 | < | < | R4実績\n"
      "^ | ^ | ^ | 開始年度 | 終了年度 | 目標値 | ^\n"
      "祭り | 来場者数 | 人 | R3 | R7 | 50 | 19\n",
      "P |祭り\n"
      "K 来場者数|人||T50@2021-2025| 2022=19\n" },
    { "the first and last year of a target", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標期間 | < | 目標値 | R4実績\n"
      "^ | ^ | ^ | 始期 | 終期 | ^ | ^\n"
      "祭り | 来場者数 | 人 | R3 | R7 | 50 | 19\n",
      "P |祭り\n"
      "K 来場者数|人||T50@2021-2025| 2022=19\n" },
    { "a row for each year, behind the year in which the project began",
      "a.xlsx",
      "事業名 | 開始年度 | KPI名 | 単位 | 年度 | 目標 | 実績\n"
      "祭り | 2019 | 来場者数 | 人 | 2021 | 20 | 19\n"
      "祭り | 2019 | 来場者数 | 人 | 2022 | 30 | 28\n",
      "P |祭り\n"
      "K 来場者数|人||T30@2022 p2021=20 p2022=30| 2021=19 2022=28\n" },
    { "one row an indicator: its year is the target's", "a.xlsx",
      "事業名 | KPI名 | 単位 | 年度 | 目標値 | 実績値\n"
      "祭り | 来場者数 | 人 | R2 | 30 | 28\n"
      "朝市 | 出店数 | 店 | R2 | 9 | －\n"
      "# 2\n"
      "事業名 | KPI名 | 単位 | 最終目標値 | 年度 | 実績値\n"
      "夜市 | 来場者数 | 人 | 70 | R2 | 28\n",
      "P |祭り\n"
      "K 来場者数|人||T30@2020| 2020=28\n"
      "P |朝市\n"
      "K 出店数|店||T9@2020| 2020=missing\n"
      "P |夜市\n"
      "K 来場者数|人||T70| 2020=28\n"
      "F target-year-inferred E1 目標値 > R2\n" },
    { "the newest year first: its rate", "a.xlsx",
      "事業名 | KPI名 | 単位 | 目標（R6） | 年度 | 実績値 | 達成率\n"
      "祭り | 来場者数 | 人 | 40 | R4 | 28 | 70%\n"
      "^ | ^ | ^ | ^ | R3 | 26 | 65%\n"
      "# 2\n"
      "事業名 | KPI名 | 単位 | 区分 | R4 | R3\n"
      "朝市 | 出店数 | 店 | 目標 | 40 | 38\n"
      "^ | ^ | ^ | 実績 | 30 | 19\n"
      "^ | ^ | ^ | 達成率 | 75% | 50%\n"
      "# 3\n"
      "事業名 | KPI名 | 単位 | 年度 | 目標 | 実績\n"
      "夜市 | 来客数 | 人 | R4 | 60 | 55\n"
      "夜市 | 来客数 | 人 | R3 | 50 | 45\n",
      "P |祭り\n"
      "K 来場者数|人||T40@2024| 2021=26 2022=28|rate 0.7\n"
      "P |朝市\n"
      "K 出店数|店||T40@2022 p2022=40 p2021=38| 2021=19 2022=30|rate 0.75\n"
      "P |夜市\n"
      "K 来客数|人||T60@2022 p2022=60 p2021=50| 2021=45 2022=55\n" },
    { "both years of a project below one heading", "a.xlsx",
      "事業名 | 期間 | < | KPI（単位） | < | 年度 | 目標 | 実績\n"
      "^ | 開始 | 終了 | ^ | ^ | ^ | ^ | ^\n"
      "祭り | R1 | R5 | 来場者数 | 人 | R3 | 20 | 19\n"
      "祭り | R1 | R5 | 来場者数 | 人 | R4 | 30 | 28\n",
      "P |祭り|period 2019-2023\n"
      "K 来場者数|人||T30@2022 p2021=20 p2022=30| 2021=19 2022=28\n" },
    { "〃 for all names, beside units that are typed again", "a.xlsx",
      "部 | 課 | 事業名 | 指標名 | 単位 | 年度 | 目標値 | 実績値\n"
      "産業部 | 商工課 | 祭り | 来場者数 | 人 | 令3 | 20 | 19\n"
      "〃 | 〃 | 〃 | 〃 | 人 | 令4 | 30 | 28\n"
      "〃 | 〃 | 〃 | 出店数 | 店 | 令3 | 5 | 4\n"
      "〃 | 〃 | 〃 | 〃 | 店 | 令4 | 6 | 7\n"
      "農林部 | 農政課 | 市 | 売上 | 円 | 令3 | 80 | 70\n"
      "〃 | 〃 | 〃 | 〃 | 円 | 令4 | 90 | 95\n",
      "P |祭り|産業部/商工課\n"
      "K 来場者数|人||T30@2022 p2021=20 p2022=30| 2021=19 2022=28\n"
      "K 出店数|店||T6@2022 p2021=5 p2022=6| 2021=4 2022=7\n"
      "P |市|農林部/農政課\n"
      "K 売上|円||T90@2022 p2021=80 p2022=90| 2021=70 2022=95\n" },
    { "the year a project began says nothing of its indicators", "a.xlsx",
      "事業名 | 事業開始年度 | 指標 | 単位 | 目標（R7） | R4実績\n"
      "祭り | H20 | 来場者数 | 人 | 50 | 19\n",
      "P |祭り|period 2008-0\n"
      "K 来場者数|人||T50@2025| 2022=19\n" },
    { "対象年度 of a form is its targets' where a rate stands beside them",
      "a.xlsx",
      "対象年度 | 令和4年度\n"
      "事業名 | 航路の誘致\n"
      "事業期間 | R3～R7\n"
      "【指標１】\n"
      "指標名 | 寄港回数\n"
      "目標値 | 20回\n"
      "実績値 | 24回\n"
      "達成率 | 120％\n"
      "【指標２】\n"
      "指標名 | 乗船客数\n"
      "目標値 | 300人\n"
      "実績値 | 集計中\n"
      "達成率 | －\n",
      "P |航路の誘致|period 2021-2025\n"
      "K 寄港回数|回||T20@2022| 2022=24|rate 1.2\n"
      "K 乗船客数|人||T300@2022| 2022=pending\n"
      "F target-year-inferred A6 指標１ > 目標値 > R4\n" },
    { "but not where they may be of the plan's last year, or nothing rates "
      "them",
      "a.xlsx",
      "対象年度 | 事業名 | 計画期間 | 指標 | 目標値（回） | 実績（回） | 達成率\n"
      "R4 | 航路の誘致 | R3～R7 | 寄港回数 | 20 | 24 | 120%\n"
      "# 別\n"
      "対象年度 | 事業名 | 指標 | 目標値（人） | 実績（人）\n"
      "R4 | 朝市の再生 | 来場者数 | 900 | 640\n",
      "P |航路の誘致|period 2021-2025\n"
      "K 寄港回数|回||T20| 2022=24|rate 1.2\n"
      "P |朝市の再生\n"
      "K 来場者数|人||T900| 2022=640\n" },
    { "from when to when a target is to be reached, behind its figure",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | 目標値 | 始期 | 終期 | 毎年度 | H27実績 | H28実績\n"
      "学び | 会員数 | 人 | 100 | 平成27年度 | 平成31年度 | | 20 | 45\n"
      "学び | 講座数 | 回 | 10 | | 平成30年度 | | 4 | 6\n"
      "遊び | 満足度 | % | 80 | | | ○ | 70 | 75\n",
      "P |学び\n"
      "K 会員数|人||T100@2015-2019| 2015=20 2016=45\n"
      "K 講座数|回||T10@2018| 2015=4 2016=6\n"
      "P |遊び\n"
      "K 満足度|%||T80/y| 2015=70 2016=75|annual\n" },
    { "of each year, in the column of the targets' years", "a.xlsx",
      "事業名 | 指標名 | 単位 | 目標値 | 目標年度（期間） | H28実績\n"
      "学び | 会員数 | 人 | 100 | H28～31（毎年度） | 45\n"
      "学び | 講座数 | 回 | 10 | H28～31 | 6\n",
      "P |学び\n"
      "K 会員数|人||T100/y@2016-2019| 2016=45\n"
      "K 講座数|回||T10@2016-2019| 2016=6\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, several);
    TEST_ROWS(tests, n, sheet_text_reads, alone);
    TEST_ROWS(tests, n, sheet_text_reads, headers);
    TEST_ROWS(tests, n, sheet_text_reads, times);
    TEST_ROWS(tests, n, sheet_text_reads, parts);
    return run_tests("layout_years", tests, n);
}
