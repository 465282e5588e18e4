/*
 * test_layout_titles.c - what titles, sections and small tables of one sheet say
 */
#include "support/rows.h"
#include "support/sheet_text.h"

/* Headings in titles, in pairs of cells and in names of sheets. */
static const sheet_case titles[] = {
    { "a goal inside the title, words of the document around it",
      "a.xlsx",
      "みなと市総合戦略　基本目標Ⅱ　人の流れをつくる　KPI一覧（令和５年"
      "度末）\n"
      "事業名 | KPI | 目標値（R6） | R5実績\n"
      "移住支援 | 移住世帯数（世帯） | 60 | 52\n",
      "P |移住支援|goal Ⅱ 人の流れをつくる\n"
      "K 移住世帯数|世帯||T60@2024| 2023=52\n" },
    { "a goal in brackets behind the title, whose table has no projects",
      "a.xlsx",
      "KPI進捗状況【重点目標１：海を生かす】\n"
      "指標 | 目標値（R6） | R5実績\n"
      "漁獲量（ｔ） | 900 | 870\n"
      "磯の清掃回数（回） | 12 | 14\n",
      "P |海を生かす|goal １ 海を生かす\n"
      "K 漁獲量|ｔ||T900@2024| 2023=870\n"
      "K 磯の清掃回数|回||T12@2024| 2023=14\n" },
    { "a range of goals is none",
      "a.xlsx",
      "みなと市総合戦略　基本目標１～３　KPI一覧\n"
      "事業名 | KPI | 目標値（R6） | R5実績\n"
      "移住支援 | 移住世帯数（世帯） | 60 | 52\n",
      "P |移住支援\n"
      "K 移住世帯数|世帯||T60@2024| 2023=52\n" },
    { "a measure in quotes, its number no part of what is tracked",
      "a.xlsx",
      "総合計画　施策２「港の再生」の進捗（令和５年度）\n"
      "\n"
      "指標 | 目標値（R6） | R5実績\n"
      "入港隻数（隻） | 300 | 288\n"
      "岸壁の耐震化率（％） | 80 | 61.5\n",
      "P |港の再生|measure 施策２　港の再生\n"
      "K 入港隻数|隻||T300@2024| 2023=288\n"
      "K 岸壁の耐震化率|％||T80@2024| 2023=61.5\n" },
    { "a goal without a number, and a heading above a second table",
      "a.xlsx",
      "雇用に関するKPI（平成28年度末）\n"
      "基本目標　働く場をふやす\n"
      "事業名 | KPI | 目標値（H31） | H28実績\n"
      "起業塾 | 起業者数（人） | 30 | 22\n"
      "\n"
      "基本目標：人を呼ぶ\n"
      "事業名 | KPI | 目標値（H31） | H28実績\n"
      "空き家バンク | 成約件数（件） | 20 | 9\n",
      "P |起業塾|goal 働く場をふやす\n"
      "K 起業者数|人||T30@2019| 2016=22\n"
      "P |空き家バンク|goal 人を呼ぶ\n"
      "K 成約件数|件||T20@2019| 2016=9\n" },
    { "levels and their names in cells of their own, above each table",
      "a.xlsx",
      "総合戦略　KPI進捗\n"
      "基本目標１ | 海でかせぐ\n"
      "施策 | 1-2 | 養殖の振興\n"
      "事業名 | KPI | 目標値（R6） | R5実績\n"
      "種苗放流 | 放流尾数（千本） | 80 | 76\n"
      "\n"
      "基本目標 | 2 | 山をまもる\n"
      "施策名 | 林業の担い手\n"
      "事業名 | KPI | 目標値（R6） | R5実績\n"
      "間伐支援 | 間伐面積（ha） | 40 | 44\n",
      "P |種苗放流|goal １ 海でかせぐ|measure 施策1-2　養殖の振興\n"
      "K 放流尾数|千本||T80@2024| 2023=76\n"
      "P |間伐支援|goal 2 山をまもる|measure 林業の担い手\n"
      "K 間伐面積|ha||T40@2024| 2023=44\n" },
    { "the goals are the sheets' names",
      "a.xlsx",
      "# 目標1_海でかせぐ\n"
      "事業名 | KPI | 目標値（R6） | R5実績\n"
      "種苗放流 | 放流尾数（千本） | 80 | 76\n"
      "# 基本目標２（山をまもる）\n"
      "事業名 | KPI | 目標値（R6） | R5実績\n"
      "間伐支援 | 間伐面積（ha） | 40 | 44\n"
      "# 目標値\n"
      "事業名 | KPI | 目標値（R6） | R5実績\n"
      "道の駅 | 来場者数（人） | 500 | 470\n",
      "P |種苗放流|goal 1 海でかせぐ\n"
      "K 放流尾数|千本||T80@2024| 2023=76\n"
      "P |間伐支援|goal ２ 山をまもる\n"
      "K 間伐面積|ha||T40@2024| 2023=44\n"
      "P |道の駅\n"
      "K 来場者数|人||T500@2024| 2023=470\n" },
    { "indicators of what the title says is done",
      "a.xlsx",
      "里山を学ぶ環境教育の推進　指標の推移\n"
      "指標 | 基準値（H30） | R4 | R5 | 目標値（R7） | 前年度比 | 評価\n"
      "体験学習の参加者の割合 | 0.412{0.0%} | 0.455{0.0%} | 0.448{0.0%} |"
      " 0.6{0.0%} | -0.7{0.0;▲0.0} | ▼\n"
      "自然が好きな児童の割合 | 0.71{0.0%} | 0.72{0.0%} | 0.735{0.0%} | 0"
      ".8{0.0%} | 1.5{0.0;▲0.0} | △\n",
      "P |里山を学ぶ環境教育の推進\n"
      "K 体験学習の参加者の割合|%|B41.2@2018|T60@2025| 2022=45.5 2023=44."
      "8|grade ▼\n"
      "K 自然が好きな児童の割合|%|B71@2018|T80@2025| 2022=72 2023=73.5|gr"
      "ade △\n"
      "F heading-uncertain A1 里山を学ぶ環境教育の推進\n" },
    { "a plan is nothing that is done: each indicator stands alone",
      "a.xlsx",
      "第３次環境基本計画　指標の推移\n"
      "指標 | 基準値（H30） | R4 | R5 | 目標値（R7）\n"
      "ごみ排出量（ｔ） | 4120 | 3980 | 3899 | 3500\n"
      "公園面積（ha） | 80 | 81 | 83 | 90\n",
      "P |ごみ排出量\n"
      "K ごみ排出量|ｔ|B4120@2018|T3500@2025| 2022=3980 2023=3899\n"
      "P |公園面積\n"
      "K 公園面積|ha|B80@2018|T90@2025| 2022=81 2023=83\n" },
    { "sections of a document are no headings",
      "a.xlsx",
      "みなと市実施計画　事業評価\n"
      "（１）活動指標\n"
      "事業名 | 活動指標 | 単位 | R4 | R5 | R5計画\n"
      "古道保全 | 巡視回数 | 回 | 44 | 48 | 45\n"
      "\n"
      "（２）成果指標\n"
      "事業名 | 成果指標 | 単位 | 基準値（R2） | R5 | 目標（R8） | 判定\n"
      "古道保全 | 来訪者の満足度 | ％ | 88.1 | 91.5 | 95 | ○\n"
      "\n"
      "３　参考指標\n"
      "指標 | 単位 | R4 | R5\n"
      "人口 | 人 | 40210 | 39872\n",
      "P |古道保全|grade ○\n"
      "K 巡視回数|回||T45@2023| 2022=44 2023=48\n"
      "K 来訪者の満足度|％|B88.1@2020|T95@2026| 2023=91.5\n"
      "P |人口\n"
      "K 人口|人||T-| 2022=40210 2023=39872\n" },
    { "the form of a plan is named by its goal",
      "a.xlsx",
      "総合戦略　KPI進捗\n"
      "\n"
      "基本目標１ | 海でかせぐ\n"
      "指標 | 目標値（R6） | R5実績\n"
      "漁獲量（ｔ） | 900 | 870\n"
      "水揚額（億円） | 12 | 11.4\n",
      "P |海でかせぐ|goal 海でかせぐ\n"
      "K 漁獲量|ｔ||T900@2024| 2023=870\n"
      "K 水揚額|億円||T12@2024| 2023=11.4\n" },
};

static const sheet_case grades[] = {
    { "one merged over the indicators is the project's, one each their own",
      "a.xlsx",
      "事業名 | KPI | 目標値（R6） | R5実績 | 評価\n"
      "空港の活用 | 利用者数（千人） | 200 | 140 | C\n"
      "^ | 貨物量（ｔ） | 30 | 8 | ^\n"
      "港の活用 | 入港隻数（隻） | 300 | 288 | B\n"
      "^ | 貨物量（千ｔ） | 90 | 95 | A\n",
      "P |空港の活用|grade C\n"
      "K 利用者数|千人||T200@2024| 2023=140\n"
      "K 貨物量|ｔ||T30@2024| 2023=8\n"
      "P |港の活用\n"
      "K 入港隻数|隻||T300@2024| 2023=288|grade B\n"
      "K 貨物量|千ｔ||T90@2024| 2023=95|grade A\n" },
    { "a line of grades, the newest holds; each table its own indicator",
      "a.xlsx",
      "目標１　足を確保する\n"
      "指標①　バスの利用者数（万人） | < | < | <\n"
      "区分 | 基準値（R2年度） | R3年度 | R4年度\n"
      "目標値 | － | 262 | 274\n"
      "実績値 | 248 | 251 | 268\n"
      "評価 | － | B | A\n"
      "\n"
      "指標②　人口カバー率（％） | < | < | <\n"
      "区分 | 基準値（R2年度） | R3年度 | R4年度\n"
      "目標値 | － | 87 | 88\n"
      "実績値 | 86.2 | 86.4 | 87.9\n"
      "判定 | － | C | B\n",
      "P |足を確保する|goal １ 足を確保する\n"
      "K バスの利用者数|万人|B248@2020|T274@2022 p2021=262 p2022=274| 202"
      "1=251 2022=268|grade A\n"
      "K 人口カバー率|％|B86.2@2020|T88@2022 p2021=87 p2022=88| 2021=86.4"
      " 2022=87.9|grade B\n" },
    { "the grades of years in a form",
      "a.xlsx",
      "事業名 | 居場所づくり | < | <\n"
      "\n"
      "指標名 | 設置数（か所） | < | <\n"
      "年度 | R4 | R5 | R6\n"
      "目標 | 10 | 12 | 14\n"
      "実績 | 9 | 13 | 14\n"
      "評価 | C | B | A\n",
      "P |居場所づくり\n"
      "K 設置数|か所||T14@2024 p2022=10 p2023=12 p2024=14| 2022=9 2023=13"
      " 2024=14|grade A\n" },
};

static const sheet_case forms[] = {
    { "an indicator's label and name beside a header of its own",
      "a.xlsx",
      "事業名 | 居場所づくり | < | < | <\n"
      "担当課 | こども課 | < | < | <\n"
      "\n"
      "成果指標１ | 設置数 | 基準値 | R5実績 | R8目標\n"
      "^ | ^ | 11か所（R4） | 14か所 | 25か所\n"
      "成果指標２ | 延べ利用者数 | 基準値 | R5実績 | R8目標\n"
      "^ | ^ | － | 3,812人 | 9,000人\n"
      "評価 | Ｂ\n",
      "P |居場所づくり|/こども課|grade Ｂ\n"
      "K 設置数|か所|B11@2022|T25@2026| 2023=14\n"
      "K 延べ利用者数|人|B-|T9000@2026| 2023=3812\n" },
    { "the same, nothing below label and name",
      "a.xlsx",
      "事業名 | 居場所づくり | < | < | <\n"
      "\n"
      "活動指標１ | 設置数 | 基準値 | R5実績 | R8目標\n"
      " | | 11か所（R4） | 14か所 | 25か所\n"
      "\n"
      "活動指標２ | 延べ利用者数 | 基準値 | R5実績 | R8目標\n"
      " | | 800人（R4） | 912人 | 900人\n"
      "評価 | Ｂ\n",
      "P |居場所づくり|grade Ｂ\n"
      "K 設置数|か所|B11@2022|T25@2026| 2023=14\n"
      "K 延べ利用者数|人|B800@2022|T900@2026| 2023=912\n" },
};

static const sheet_case words[] = {
    { "when the target of a name is due; a period is no unit",
      "a.xlsx",
      "取組項目 | 目標 | 達成年度 | 取組実績 | < | 進捗状況\n"
      "^ | ^ | ^ | 令和5年度 | 令和6年度 | ^\n"
      "手続の電子化 | 対象の手続数：300件 | 令和７年度 | 168件 | 241件 | "
      "順調\n"
      "計画の改定 | 個別計画の改定 | 令和６年度 | 改定作業 | 改定済 | 完"
      "了\n"
      "出前講座 | 実施校数（年間）：30校 | R8 | 20校 | 25校 | 遅れ\n",
      "P |手続の電子化|grade 順調\n"
      "K 対象の手続数|件||T300@2025| 2023=168 2024=241\n"
      "P |計画の改定|status 完了\n"
      "K 個別計画の改定|||T-@2024| 2023=text 2024=text\n"
      "P |出前講座|grade 遅れ\n"
      "K 実施校数（年間）|校||T30@2026| 2023=20 2024=25\n" },
    { "the lone plan of a year is its target",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R5実績 | R6計画 | R6実績\n"
      "案内表示 | 設置数 | 基 | 14 | 20 | 23\n"
      "周遊券 | 販売数（年間） | 枚 | 840 | 950以上 | 913\n",
      "P |案内表示\n"
      "K 設置数|基||T20@2024| 2023=14 2024=23\n"
      "P |周遊券\n"
      "K 販売数（年間）|枚||T950以上@2024| 2023=840 2024=913\n" },
    { "a remark that calls actuals totals",
      "a.xlsx",
      "事業名 | 指標 | 単位 | H27 | H28 | 目標値（H31） | 備考\n"
      "風力 | 新規雇用 | 人 | 0 | 1 | 110 | H28は累計\n"
      "水素 | 新規雇用 | 人 | 2 | 9 | 50 | H27・H28実績とも累計\n"
      "地熱 | 新規雇用 | 人 | 3 | 5 | 40 | 累計では8人\n",
      "P |風力\n"
      "K 新規雇用|人||T110@2019| 2015=0 2016=c1|remark H28は累計\n"
      "P |水素\n"
      "K 新規雇用|人||T50@2019| 2015=c2 2016=c9|remark H27・H28実績とも累"
      "計\n"
      "P |地熱\n"
      "K 新規雇用|人||T40@2019| 2015=3 2016=5|remark 累計では8人\n" },
    { "the years of both in one bracket, a dash for the level above",
      "a.xlsx",
      "基本目標 | 施策 | KPI | 現状値⇒目標値（R1⇒R6） | R5\n"
      "しごと | － | 市内総生産 | 412億円⇒430億円 | 419億円\n"
      "^ | 農業 | 新規就農者数 | 14人⇒20人 | 21人\n"
      "ひと | － | 社会増減 | △210人⇒0人 | △120人\n",
      "P |しごと|goal しごと\n"
      "K 市内総生産|億円|B412@2019|T430@2024| 2023=419\n"
      "P |農業|goal しごと\n"
      "K 新規就農者数|人|B14@2019|T20@2024| 2023=21\n"
      "P |ひと|goal ひと\n"
      "K 社会増減|人|B-210@2019|T0@2024| 2023=-120\n"
      "F corrected-number E4 △120人 > △120人 > -120人\n" },
    { "contents that are names are projects; what costs is no indicator",
      "a.xlsx",
      "基本目標２　人の流れ\n"
      "施策の内容 | KPI | R4 | R5 | 目標\n"
      "農村回帰の推進 | 移住世帯数 | 44世帯 | 51世帯 | R6 60世帯\n"
      "温泉の交流 | 入湯客数 | 12.1万人 | 13.4万人 | R6 15万人\n"
      "\n"
      "事業費の推移（単位：千円）\n"
      "事業名 | R4決算 | R5決算見込\n"
      "農村回帰の推進 | 1200 | 1150\n",
      "P |農村回帰の推進|goal ２ 人の流れ\n"
      "K 移住世帯数|世帯||T60@2024| 2022=44 2023=51\n"
      "P |温泉の交流|goal ２ 人の流れ\n"
      "K 入湯客数|万人||T15@2024| 2022=12.1 2023=13.4\n"
      "F column-role-inferred A2 施策の内容 > 事業名 > the project\n"
      "F table-not-read A7 事業名 > 指標\n" },
    { "a sentence about the indicators above is none",
      "a.xlsx",
      "目標１　文化にふれる\n"
      "指標 | 策定時（H30） | R5 | 最終目標（R9） | 評価\n"
      "施設の利用者数（人） | 882 | 846 | 1000 | Ｃ\n"
      "外部評価の意見 | 回復は順調だが、若者が少ない。\n",
      "P |文化にふれる|goal １ 文化にふれる|grade Ｃ\n"
      "K 施設の利用者数|人|B882@2018|T1000@2027| 2023=846\n"
      "F row-ignored A4 外部評価の意見\n" },
};

/* Tables of two kinds on one sheet. */
static const sheet_case blocks[] = {
    { "years below indicators above and below another table",
      "a.xlsx",
      "（１）入込の推移\n"
      "年度 | 入込客数（万人） | 宿泊者数（千人）\n"
      "R1（基準） | 180 | 95\n"
      "R4 | 133 | 66\n"
      "R7（目標） | 200 | 110\n"
      "\n"
      "（２）事業の実績\n"
      "事業名 | 活動指標 | R5計画 | R5実績\n"
      "案内所 | 案内件数（件） | 9000 | 10233\n"
      "\n"
      "指標名 | 会員数 | 売上\n"
      "単位 | 人 | 億円\n"
      "R3 | 92 | 20.3\n"
      "R4 | 133 | 31.5\n"
      "目標値（R7） | 171 | 44.8\n",
      "P |入込客数\n"
      "K 入込客数|万人|B180@2019|T200@2025| 2022=133\n"
      "P |宿泊者数\n"
      "K 宿泊者数|千人|B95@2019|T110@2025| 2022=66\n"
      "P |案内所\n"
      "K 案内件数|件||T9000@2023| 2023=10233\n"
      "P |会員数\n"
      "K 会員数|人||T171@2025| 2021=92 2022=133\n"
      "P |売上\n"
      "K 売上|億円||T44.8@2025| 2021=20.3 2022=31.5\n" },
    { "such a table without an aim is said",
      "a.xlsx",
      "年度 | 入込客数（万人） | 宿泊者数（千人）\n"
      "R4 | 133 | 66\n"
      "R5 | 171 | 90\n"
      "\n"
      "事業名 | 活動指標 | R5計画 | R5実績\n"
      "案内所 | 案内件数（件） | 9000 | 10233\n",
      "P |案内所\n"
      "K 案内件数|件||T9000@2023| 2023=10233\n"
      "F table-not-read A1 年度\n" },
    { "a table without indicators below another is said, and no data",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | R5目標 | R5実績\n"
      "祭り | 観光課 | 来場者数（人） | 100 | 90\n"
      "市場 | 商工課 | 開催数（回） | 10 | 12\n"
      "\n"
      "事業名 | 今後の方向性 | 理由\n"
      "祭り | 継続 | 来場者が増えている。\n"
      "市場 | 拡充 | 要望が多い。\n",
      "P |祭り|/観光課\n"
      "K 来場者数|人||T100@2023| 2023=90\n"
      "P |市場|/商工課\n"
      "K 開催数|回||T10@2023| 2023=12\n"
      "F table-not-read A5 事業名 > 指標\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, titles);
    TEST_ROWS(tests, n, sheet_text_reads, grades);
    TEST_ROWS(tests, n, sheet_text_reads, forms);
    TEST_ROWS(tests, n, sheet_text_reads, words);
    TEST_ROWS(tests, n, sheet_text_reads, blocks);
    return run_tests("layout_titles", tests, n);
}
