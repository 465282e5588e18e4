/*
 * test_layout_page.c - pages: a report typed as lines of text, and no table
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "labels in brackets, an indicator's figures with labels on its line",
      "a.xlsx",
      "湖南市総合戦略の進捗\n"
      "基本目標１　にぎわいをつくる\n"
      "【事業名】朝市の開催\n"
      "担当課：商工課\n"
      "概要：広場で朝市を開く。\n"
      "指標１：来場者数　現状値：50人（R1）　目標値：90人（R6）　"
      "実績：60人（R4）、70人（R5）　達成率：77.8％\n"
      "指標２：出店数　現状値：5店（R1）　目標値：9店（R6）　"
      "実績：6店（R4）、－（R5）\n"
      "評価：B\n"
      "\n"
      "【事業名】山道の手入れ\n"
      "担当課：林務課\n"
      "指標：延長　現状値：2km（R1）　目標値：6km（R6）　"
      "実績：3km（R4）、4km（R5）　達成率：66.7％\n"
      "評価：C\n"
      "\n"
      "基本目標２　学ぶ\n"
      "【事業名】夜間の図書室\n"
      "担当課：図書課\n"
      "指標：利用者　現状値：10人（R1）　目標値：30人（R6）　"
      "実績：14人（R4）、21人（R5）\n"
      "評価：A\n",
      "P |朝市の開催|goal １ にぎわいをつくる|/商工課|grade B|"
      "summary 広場で朝市を開く。\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=60 2023=70|rate 0.778\n"
      "K 出店数|店|B5@2019|T9@2024| 2022=6 2023=missing\n"
      "P |山道の手入れ|goal １ にぎわいをつくる|/林務課|grade C\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3 2023=4|rate 0.667\n"
      "P |夜間の図書室|goal ２ 学ぶ|/図書課|grade A\n"
      "K 利用者|人|B10@2019|T30@2024| 2022=14 2023=21\n" },
    { "numbered names, indicators as items below labels of their own",
      "a.xlsx",
      "令和5年度　重点事業の報告\n"
      "① 朝市の開催\n"
      "所管：商工課\n"
      "KPI\n"
      "・来場者数：50人（R1）→90人（R6）\n"
      "・出店数：5店（R1）→9店（R6）\n"
      "実績\n"
      "・出店数：6店（R4）、7店（R5）　達成率77.8％\n"
      "・来場者数：60人（R4）、70人（R5）\n"
      "評価：B\n"
      "② 山道の手入れ\n"
      "所管：林務課\n"
      "KPI：・延長：2km（R1）→6km（R6）\n"
      "実績：・延長：3km（R4）、4km（R5）\n"
      "評価：C\n",
      "P ①|朝市の開催|商工課/|grade B\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=60 2023=70\n"
      "K 出店数|店|B5@2019|T9@2024| 2022=6 2023=7|rate 0.778\n"
      "P ②|山道の手入れ|林務課/|grade C\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3 2023=4\n" },
    { "a label that nobody knows, and an actual of no indicator, are said",
      "a.xlsx",
      "１　朝市の開催\n"
      "概要：広場で朝市を開く。\n"
      "雨の日は休む。\n"
      "合言葉：早起き\n"
      "指標：来場者数　目標値：90人（R6）　実績：60人（R4）\n"
      "２　山道の手入れ\n"
      "概要：道を直す。\n"
      "KPI\n"
      "・延長：2km（R1）→6km（R6）\n"
      "実績\n"
      "・延長：3km（R4）\n"
      "・標識：3本（R4）\n",
      "P １|朝市の開催|summary 広場で朝市を開く。\n雨の日は休む。\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "P ２|山道の手入れ|summary 道を直す。\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3\n"
      "F label-not-read A4 合言葉 > 早起き\n"
      "F label-not-read A12 ・標識 > 3本（R4）\n" },
    { "what aims and was done is called like an indicator and a project",
      "a.xlsx",
      "【取組の名称】朝市の開催\n"
      "主な取組：・広場の貸出し\n"
      "指標：来場者数　現状値：50人（R1）　数値目標：90人（R6）　"
      "実績値：60人（R4）\n"
      "【取組の名称】山道の手入れ\n"
      "主な取組：・草刈り\n"
      "指標：延長　現状値：2km（R1）　数値目標：6km（R6）　"
      "実績値：3km（R4）\n",
      "P |朝市の開催|activity : ・広場の貸出し\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=60\n"
      "P |山道の手入れ|activity : ・草刈り\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3\n" },
    { "what was done below numbered names is not their label",
      "a.xlsx",
      "① 朝市の開催\n"
      "担当課：商工課\n"
      "主な取組：・広場の貸出し\n"
      "KPI：来場者数：50人（R1）→90人（R6）\n"
      "実績：60人（R4）\n"
      "② 山道の手入れ\n"
      "担当課：林務課\n"
      "主な取組：・草刈り\n"
      "KPI：延長：2km（R1）→6km（R6）\n"
      "実績：3km（R4）\n",
      "P ①|朝市の開催|/商工課|activity : ・広場の貸出し\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=60\n"
      "P ②|山道の手入れ|/林務課|activity : ・草刈り\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3\n" },
    { "an indicator of nobody is said where other sheets hold projects",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R4実績\n"
      "朝市 | 来場者数（人） | 90 | 60\n"
      "# まとめ\n"
      "※速報値を含む。\n"
      "KPI：延長：2km（R1）→6km（R6）\n"
      "実績：3km（R4）\n"
      "評価：B\n",
      "P |朝市\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "F table-not-read A2 KPI：延長：2km（R1）→6km（R6） > 事業名\n" },
    { "a report in prose: numbers, an office in brackets, figures below names",
      "a.xlsx",
      "令和４年度　交付金事業の実施状況\n"
      "\n"
      "１　港の魅力づくり\n"
      "　（所管：港湾局　振興課）\n"
      "　⑴　目的\n"
      "　　　港を訪れる人を増やす。\n"
      "　⑵　主な取組\n"
      "　　　朝市、夜の灯り\n"
      "　⑶　重要業績評価指標（ＫＰＩ）の令和４年度の状況\n"
      "　　ア　来場者数\n"
      "　　　　目標値：900人　　実績値：640人　　達成率：71.1%\n"
      "　　イ　出店数\n"
      "　　　　目標値：30店　　実績値：－　　達成率：－\n"
      "　　※　出店数は集計中。\n"
      "\n"
      "２　里山の手入れ\n"
      "　（所管：環境局　みどり課）\n"
      "　⑴　目的\n"
      "　　　森を守る。\n"
      "　⑶　重要業績評価指標（ＫＰＩ）の令和４年度の状況\n"
      "　　ア　整備面積\n"
      "　　　　目標値：10ha　　実績値：12ha　　達成率：120.0%\n",
      "P １|港の魅力づくり|港湾局/振興課|purpose 港を訪れる人を増やす。|activity : 朝市、夜の"
      "灯り\n"
      "K 来場者数|人||T900@2022| 2022=640|rate 0.711\n"
      "K 出店数|店||T30@2022| 2022=missing\n"
      "P ２|里山の手入れ|環境局/みどり課|purpose 森を守る。\n"
      "K 整備面積|ha||T10@2022| 2022=12|rate 1.2\n"
      "F actual-year-inferred A11 実績値 > R4\n"
      "F target-year-inferred A11 目標値 > R4\n" },
};

/* outline.h */
static const sheet_case outlines[] = {
    { "labels and values in lines of a form make no table",
      "a.xlsx",
      "令和4年度　個票 | < | < | <\n"
      "事業名：味噌の里 | < | < | <\n"
      "所管：産業部 商工課 | < | < | <\n"
      "成果指標① | 仕込み体験者数 | < | <\n"
      "^ | 基準値：150人（令和元年度） | < | <\n"
      "^ | 目標値：190人（令和6年度） | < | <\n"
      "^ | 令和2年度実績：158人 | 令和3年度実績：167人 |\n"
      "評価：C（A～Dの4段階） | < | < | <\n",
      "P |味噌の里|産業部/商工課|grade C\n"
      "K 仕込み体験者数|人|B150@2019|T190@2024| 2020=158 2021=167\n" },
    { "lines around the table of each project, its own columns in each",
      "a.xlsx",
      "湖南市の取組 | < | < | < | <\n"
      "基本目標１　にぎわいをつくる | | | |\n"
      "【事業名】朝市の開催（商工課） | | | |\n"
      "概要：広場で朝市を開く。 | < | < | < | <\n"
      "指標 | 単位 | 基準値（R1） | 目標値（R6） | R4実績\n"
      "来場者数 | 人 | 50 | 90 | 60\n"
      "評価：B | < | < | < | <\n"
      "\n"
      "基本目標２　まもる | | | |\n"
      "【事業名】山道の手入れ（林務課） | | | |\n"
      "概要：道を直す。 | < | < | < | <\n"
      "指標 | 延長 | 標識 | |\n"
      "基準値 | 2km（R1） | 3本（R1） | |\n"
      "目標値 | 6km（R6） | 9本（R6） | |\n"
      "R4実績 | 3km | 4本 | |\n"
      "評価：C | < | < | < | <\n",
      "P |朝市の開催|goal １ にぎわいをつくる|/商工課|grade B|"
      "summary 広場で朝市を開く。\n"
      "K 来場者数|人|B50@2019|T90@2024| 2022=60\n"
      "P |山道の手入れ|goal ２ まもる|/林務課|grade C|summary 道を直す。\n"
      "K 延長|km|B2@2019|T6@2024| 2022=3\n"
      "K 標識|本|B3@2019|T9@2024| 2022=4\n" },
    { "a line above each table says whose figures of the years they are",
      "a.xlsx",
      "取組1：朝市の開催 | |\n"
      "担当課：商工課 | |\n"
      "指標名：来場者数　単位：人　基準値（R1）：50 | < | <\n"
      "年度 | 目標値 | 実績値\n"
      "R2 | 60 | 55\n"
      "R3 | 70 | 66\n"
      "指標名：出店数　単位：店　基準値（R1）：5 | < | <\n"
      "年度 | 目標値 | 実績値\n"
      "R2 | 6 | 5\n"
      "R3 | 7 | 8\n"
      "評価：A | |\n"
      "取組2：山道の手入れ | |\n"
      "担当課：林務課 | |\n"
      "指標名：延長　単位：km　基準値（R1）：2 | < | <\n"
      "年度 | 目標値 | 実績値\n"
      "R2 | 3 | 3\n"
      "R3 | 4 | 3\n"
      "評価：C | |\n",
      "P |朝市の開催|/商工課|grade A\n"
      "K 来場者数|人|B50@2019|T70@2021 p2020=60 p2021=70| 2020=55 2021=66\n"
      "K 出店数|店|B5@2019|T7@2021 p2020=6 p2021=7| 2020=5 2021=8\n"
      "P |山道の手入れ|/林務課|grade C\n"
      "K 延長|km|B2@2019|T4@2021 p2020=3 p2021=4| 2020=3 2021=3\n" },
    { "the grade right below the name, indicators behind it",
      "a.xlsx",
      "港のまちづくりの取組状況（令和4年度）\n"
      "\n"
      "（１）航路の誘致【港湾局】\n"
      " | 評価：B\n"
      " | 指標：寄港回数（回）\n"
      " | | 当初：8（R1年度）　目標：20（R6年度）\n"
      " | | 実績：－（R3年度）、12（R4年度）\n"
      " | 指標：収支（百万円）\n"
      " | | 当初：△9（R1年度）　目標：4（R2～6年度）\n"
      " | | 実績：-3（R3年度）、累計2（R4年度）\n"
      "\n"
      "（２）朝市の再生【産業局】\n"
      " | 評価：A\n"
      " | 指標：来場者数（人）\n"
      " | | 目標：900（R6年度）\n"
      " | | 実績：640（R3年度）、960（R4年度）\n",
      "P （１）|航路の誘致|港湾局/|grade B\n"
      "K 寄港回数|回|B8@2019|T20@2024| 2021=missing 2022=12\n"
      "K 収支|百万円|B-9@2019|T4@2020-2024| 2021=-3 2022=c2\n"
      "P （２）|朝市の再生|産業局/|grade A\n"
      "K 来場者数|人||T900@2024| 2021=640 2022=960\n"
      "F corrected-number C9 △9（R1年度） > △9（R1年度） > -9\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    TEST_ROWS(tests, n, sheet_text_reads, outlines);
    return run_tests("layout_page", tests, n);
}
