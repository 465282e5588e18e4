/*
 * test_layout_prose.c - targets and what they came to in words: on pages
 * without labels, and in cells of tables
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case pages[] = {
    { "labels with a space behind them, years in front of their figures",
      "a.xlsx",
      "令和５年７月\n"
      "農政局\n"
      "\n"
      "基本目標２　里をまもる\n"
      "\n"
      "１　棚田の保全\n"
      "　（１）ＫＰＩ：保全面積\n"
      "　　　現状値　12ha（令和元年度）\n"
      "　　　目標値　30ha（令和６年度）\n"
      "　　　実績値　令和３年度　18ha、令和４年度　21ha\n"
      "　（２）ＫＰＩ：参加者\n"
      "　　　目標値　90人\n"
      "　　　実績値　令和３年度　10人\n"
      "　　　　　　　令和４年度　累計25人\n"
      "　　達成状況　B\n"
      "\n"
      "２　鳥獣の対策\n"
      "　　ＫＰＩ　柵の延長\n"
      "　　　現状値：2km（R1）　目標値：8km（R6）\n"
      "　　　実績値　R3 4km、R4は5km\n"
      "　　達成状況　A\n"
      "以上\n",
      "P １|棚田の保全|goal ２ 里をまもる|農政局/|grade B\n"
      "K 保全面積|ha|B12@2019|T30@2024| 2021=18 2022=21\n"
      "K 参加者|人||T90| 2021=10 2022=c25\n"
      "P ２|鳥獣の対策|goal ２ 里をまもる|農政局/|grade A\n"
      "K 柵の延長|km|B2@2019|T8@2024| 2021=4 2022=5\n" },
    { "prose: a section of indicators, sentences below the name", "a.xlsx",
      "令和４年度　交付金事業の成果\n"
      "農政局　里山課\n"
      "\n"
      "１　棚田の保全\n"
      "　棚田を守り、人を呼ぶ。\n"
      "　【KPIの達成状況】\n"
      "　ア　保全面積　目標30haに対し、実績21ha（達成率70.0%）\n"
      "　イ　参加者　目標90人に対し、実績－（集計中）\n"
      "\n"
      "２　鳥獣の対策\n"
      "　柵を張る。\n"
      "　【KPIの達成状況】\n"
      "　ア　柵の延長　目標8kmに対し、実績10km（達成率125.0%）\n",
      "P １|棚田の保全|農政局/里山課|summary 棚田を守り、人を呼ぶ。\n"
      "K 保全面積|ha||T30@2022| 2022=21|rate 0.7\n"
      "K 参加者|人||T90@2022| 2022=pending\n"
      "P ２|鳥獣の対策|農政局/里山課|summary 柵を張る。\n"
      "K 柵の延長|km||T8@2022| 2022=10|rate 1.25\n"
      "F actual-year-inferred A7 実績 > R4\n"
      "F target-year-inferred A7 目標 > R4\n" },
    { "sentences: two in one, and one that does not say all", "a.xlsx",
      "令和４年度　重点事業の報告\n"
      "\n"
      "１　棚田の保全\n"
      "　担当課：里山課\n"
      "　棚田を守った。\n"
      "　成果：保全面積は目標30haに対し実績21ha（達成率70.0％）、"
      "参加者は目標90人に対し実績99人であった。\n"
      "　見学者は目標の40人を下回った。\n"
      "\n"
      "２　鳥獣の対策\n"
      "　担当課：里山課\n"
      "　「柵の延長」　R4目標8km／R4実績10km\n",
      "P １|棚田の保全|/里山課|summary 棚田を守った。\n"
      "K 保全面積|ha||T30| 2022=21|rate 0.7\n"
      "K 参加者|人||T90| 2022=99\n"
      "P ２|鳥獣の対策|/里山課\n"
      "K 柵の延長|km||T8@2022| 2022=10\n"
      "F actual-year-inferred A6 実績 > R4\n"
      "F label-not-read A7  > 見学者は目標の40人を下回った。\n" },
    { "a sheet of prose beside a table is said", "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R4実績\n"
      "棚田 | 参加者（人） | 90 | 60\n"
      "# まとめ\n"
      "令和４年度の成果\n"
      "棚田の参加者は60人で、目標の90人に届かなかった。\n"
      "秋の行事は中止した。\n"
      "来年は春にも開く。\n",
      "P |棚田\n"
      "K 参加者|人||T90@2024| 2022=60\n"
      "F table-not-read A2 棚田の参加者は60人で、目標の90人に届かなかった。 > KPI\n" },
};

static const sheet_case tables[] = {
    { "one column holds target, actual and rate", "a.xlsx",
      "交付金事業の状況（令和４年度）\n"
      "番号 | 事業名 | 担当課 | KPIの目標と実績\n"
      "① | 棚田の保全 | 里山課 | 保全面積：目標 30ha ⇒ 実績 21ha"
      "（達成率 70.0％）\n"
      "^ | ^ | ^ | 参加者：目標 90人 ⇒ 実績 －\n"
      "② | 鳥獣の対策 | 里山課 | 柵の延長：目標 － ⇒ 実績 10km\n",
      "P ①|棚田の保全|/里山課\n"
      "K 保全面積|ha||T30@2022| 2022=21|rate 0.7\n"
      "K 参加者|人||T90@2022| 2022=missing\n"
      "P ②|鳥獣の対策|/里山課\n"
      "K 柵の延長|km||T-| 2022=10\n"
      "F actual-year-inferred D2 KPIの目標と実績 > R4\n"
      "F target-year-inferred D2 KPIの目標と実績 > R4\n" },
    { "the name stands beside them", "a.xlsx",
      "交付金事業の状況（令和４年度）\n"
      "事業名 | 指標 | 目標・実績\n"
      "棚田の保全 | 保全面積 | 目標30ha／実績21ha\n"
      "鳥獣の対策 | 柵の延長 | 目標8km／実績10km（達成率125.0%）\n",
      "P |棚田の保全\n"
      "K 保全面積|ha||T30@2022 p2022=30| 2022=21\n"
      "P |鳥獣の対策\n"
      "K 柵の延長|km||T8@2022 p2022=8| 2022=10|rate 1.25\n"
      "F actual-year-inferred C2 目標・実績 > R4\n" },
    { "an actual in front of an arrow is where it began", "a.xlsx",
      "事業名 | KPI\n"
      "棚田の保全 | 保全面積　R1実績：12ha→R6目標：30ha\n",
      "P |棚田の保全\n"
      "K 保全面積|ha|B12@2019|T30@2024|\n" },
    { "a part's title with a number below whose it is", "a.xlsx",
      "環境局　個別事業調書（平成28年度実績） | < | <\n"
      "\n"
      "１　事業名：強い都市づくり | < | <\n"
      "２　担当課：環境局適応課 | < | <\n"
      "３　位置付け | < | <\n"
      " | 基本目標：Ⅰ　しごとをつくる | <\n"
      "４　ＫＰＩの達成状況 | < | <\n"
      " | （1）会議の開催回数 | <\n"
      " |  | 目標：年1回\n"
      " |  | 平成27年度実績：－\n"
      " |  | 平成28年度実績：2回\n"
      "５　評価：B | < | <\n",
      "P １|強い都市づくり|goal Ⅰ しごとをつくる|環境局/適応課|grade B\n"
      "K 会議の開催回数|回||T1/y| 2015=missing 2016=2\n" },
};

static const sheet_case beside_titles[] = {
    { "a part's title down the side of a header and of what words say below it",
      "a.xlsx",
      "１　事業名 | 入居の支援 | <\n"
      "２　担当局 | 建築都市局 | <\n"
      "３　事業の目的 | 定住を促す。 | <\n"
      "４　事業費 | 区分 | 平成28年度決算（円）\n"
      "^ | 補助金 | 4,800,000\n"
      "^ | 計 | 6,096,000\n"
      "５　数値目標の達成状況 | 数値目標 | 実績\n"
      "^ | 入居戸数：40戸（H28～31年度） | 平成27年度：制度の検討¶平成28年度：35戸\n"
      "６　評価 | A | <\n",
      "P |入居の支援|建築都市局/|grade A|purpose 定住を促す。\n"
      "K 入居戸数|戸||T40@2016-2019| 2015=text 2016=35\n" },
    { "whose office stands in the line above, over all columns of the header",
      "a.xlsx",
      "１　事業名 | 入居の支援 | <\n"
      "２　担当局 | 建築都市局 | <\n"
      "３　数値目標の達成状況 | 数値目標 | 実績\n"
      "^ | 入居戸数：40戸（H31年度） | 平成27年度：25戸¶平成28年度：累計35戸\n"
      "^ | 相談件数：90件（H31年度） | 平成27年度：52件¶平成28年度：61件\n"
      "４　評価 | A | <\n",
      "P |入居の支援|建築都市局/|grade A\n"
      "K 入居戸数|戸||T40@2019| 2015=25 2016=c35\n"
      "K 相談件数|件||T90@2019| 2015=52 2016=61\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, pages);
    TEST_ROWS(tests, n, sheet_text_reads, tables);
    TEST_ROWS(tests, n, sheet_text_reads, beside_titles);
    return run_tests("layout_prose", tests, n);
}
