/*
 * test_layout_card_stated.c - cards whose cells say all of an indicator, and
 * what stands beside, above and between their labels
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case stated[] = {
    { "lines of labels below the names of two indicators in one cell",
      "a.xlsx",
      "事業名 | 里山の手入れ\n"
      "担当課 | 森林課\n"
      "評価指標 | 指標名：参加者数¶　基準値：87人（R2）¶　目標値：130人（R6）¶"
      "　実績値：R3年度 91人、R4年度 95人¶"
      "・被害額¶　基準値：220千円（R2）¶　目標値：170千円以下（R6）¶"
      "　実績値：R3年度 未実施、R4年度 212千円\n"
      "評価 | B\n",
      "P |里山の手入れ|/森林課|grade B\n"
      "K 参加者数|人|B87@2020|T130@2024| 2021=91 2022=95\n"
      "K 被害額|千円|B220@2020|T170以下@2024| 2021=not-done 2022=212\n" },
    { "a cell for each, facts parted by slashes, a rate that only one has",
      "a.xlsx",
      "事業名 | < | 創業の支援\n"
      "担当課 | < | 商工課\n"
      "成果指標 | < | ・受講者数（人）¶　現状値：207（R1） ／ 目標値：320（R6） ／ "
      "R3実績値：298 ／ R4実績値：集計中\n"
      " | | ・相談件数（件）¶　現状値：45（R1） ／ 目標値：年間73 ／ "
      "R3実績値：66 ／ R4実績値：65（達成率 89.0%）\n"
      "評価 | < | 評価対象外\n",
      "P |創業の支援|/商工課|status 評価対象外\n"
      "K 受講者数|人|B207@2019|T320@2024| 2021=298 2022=pending\n"
      "K 相談件数|件|B45@2019|T73/y| 2021=66 2022=65|rate 0.89\n" },
    { "arrows between them, and the indicators numbered",
      "a.xlsx",
      "【柱】 | １　農業をつなぐ\n"
      "【施策名】 | 農地の集積\n"
      "【根拠】 | 実施要綱\n"
      "評価指標 | KPI1　集積面積¶　策定時の値　119.5ha（H28） → "
      "R3実績　116.6ha、R4実績　109.5ha → 目標値　1,187.2ha（R6）（達成率 9%）\n"
      "^ | KPI2　新商品数¶　R3実績　9品（累計）、R4実績　15品（累計） → "
      "目標値　40品（R2～R6累計）\n"
      "【判定】 | B\n",
      "P |農地の集積|goal １ 農業をつなぐ|grade B\n"
      "K 集積面積|ha|B119.5@2016|T1187.2@2024| 2021=116.6 2022=109.5|"
      "rate 0.09\n"
      "K 新商品数|品||Tc40@2020-2024| 2021=c9 2022=c15\n" },
    { "a cell that says more than that is not taken apart",
      "a.xlsx",
      "事業名 | 里山の手入れ\n"
      "担当課 | 森林課\n"
      "評価指標 | 参加者数¶　目標値：130人（R6）¶おおむね順調に増えている。\n"
      "単位 | 人\n"
      "R4実績 | 95\n"
      "評価 | B\n",
      "F no-kpi-table  表!A1（事業名） > 事業名・KPI（指標）・基準値・目標値・実績 > "
      "表!A1（事業名）\n" },
};

static const sheet_case parts[] = {
    { "titles of parts down the side, beside years of costs",
      "a.xlsx",
      "基本情報 | 事業名 | 里山の手入れ | <\n"
      "^ | 担当課 | 森林課 | <\n"
      "事業費の状況 | 区分（千円） | R3年度 | R4年度\n"
      "^ | 決算額 | 3,840 | 4,287\n"
      "指標の状況 | 指標名 | 参加者数 | <\n"
      "^ | 目標値（R6） | 130人 | <\n"
      "^ | R3実績 | 91人 | <\n"
      "^ | R4実績 | 95人 | <\n"
      "事業の成果と課題 | 事業の成果 | ○計画どおり進んだ。 | <\n"
      "評価 | 必要性 | 高い | <\n"
      "^ | 判定 | B | <\n",
      "P |里山の手入れ|/森林課|grade B|cost 2021=3840千円|cost 2022=4287千円\n"
      "K 参加者数|人||T130@2024| 2021=91 2022=95\n"
      "F cost-unit-inferred C3 R3年度決算額 > 千円\n"
      "F label-not-read B9 事業の成果 > ○計画どおり進んだ。\n" },
    { "指標 down the side too, in front of a label of all that a cell says",
      "a.xlsx",
      "施策の位置付け | 整理番号：1 | 施策名：里山の手入れ\n"
      "^ | 所管課：森林課 | <\n"
      "指標 | 重要業績評価指標（KPI） | ・参加者数¶　目標値：130人（R6） ／ "
      "R3実績値：91人 ／ R4実績値：公表前¶・植えた本数¶　"
      "目標値：年間90本 ／ R3実績値：68本 ／ R4実績値：71本\n"
      "評価 | 総合評価：□S　☑A　□B | <\n"
      "事業費の状況 | 区分 | R4\n"
      "^ | 事業費 | 4,287千円\n",
      "P 1|里山の手入れ|/森林課|grade A|cost 2022=4287千円\n"
      "K 参加者数|人||T130@2024| 2021=91 2022=pending\n"
      "K 植えた本数|本||T90/y| 2021=68 2022=71\n" },
    { "labels above their values, and a label with words below those",
      "a.xlsx",
      "No. | < | 事業名 | <\n"
      "1 | < | 介護予防教室 | <\n"
      "対象年度 | < | 会計 | 款\n"
      "R4年度 | < | 一般 | 9\n"
      "項 | < | 目 | <\n"
      "1 | < | 6 | <\n"
      "開始年度 | < | 終了年度 | <\n"
      "R1年度 | < | R6年度 | <\n"
      "進め方 | 住民と進める。 | < | <\n"
      "指標名 | 集いの場の数 | 推進計画の策定 | 計画の策定地区数\n"
      "単位 | 箇所 | － | 地区\n"
      "R3実績値 | 195 | 検討 | 2\n"
      "R4実績値 | 233 | 検討 | 3\n"
      "数値目標 | 290 | 計画策定 | 5\n"
      "目標年度 | R6 | R6 | R6\n"
      "評価 | < | < | <\n"
      "S | < | < | <\n",
      "P 1|介護予防教室|grade S|period 2019-2024\n"
      "K 集いの場の数|箇所||T290@2024| 2021=195 2022=233\n"
      "K 推進計画の策定|||T-@2024| 2021=text 2022=text\n"
      "K 計画の策定地区数|地区||T5@2024| 2021=2 2022=3\n"
      "F label-not-read A9  > 進め方\n"
      "F label-not-read B9  > 住民と進める。\n" },
};

/* 目標 beside what it counts, and what was done in each year below it. */
static const sheet_case aimed[] = {
    { "目標 names each indicator, and one cell has the actuals of all years",
      "a.xlsx",
      "事業名 | 里山の手入れ | <\n"
      "事業期間：R3～R6 | 国庫補助の有無：該当 | 担当課：森林課\n"
      "KPI | 目標 | ①参加者数：87人（R2）⇒130人（R6）\n"
      "^ | 実績値 | R4：95人、R3：91人\n"
      "^ | 目標 | ②植えた本数：R6年度までに90本\n"
      "^ | 実績値 | R3：68本¶R4：集計中\n"
      "投入コスト（単位：千円） | 区分 | R4\n"
      "^ | 事業費 | 4287\n"
      "評価 | B | <\n",
      "P |里山の手入れ|/森林課|grade B|period 2021-2024|"
      "cost 2022=4287千円\n"
      "K 参加者数|人|B87@2020|T130@2024| 2021=91 2022=95\n"
      "K 植えた本数|本||T90@2024| 2021=68 2022=pending\n"
      "F label-not-read B2 国庫補助の有無 > 該当\n" },
    { "内容 is no indicator's name, and a line may have several numbers",
      "a.xlsx",
      "番号 | 事業名\n"
      "3 | 里山の手入れ\n"
      "内容 | 住民と木を植える。\n"
      "指標及び目標 | (1) 参加者数：130人（R6）¶(2) 植えた本数：90本（R6）\n"
      "R3実績 | (1) 91人¶(2) 中止\n"
      "R4実績 | (1) 95人¶(2) －\n",
      "P 3|里山の手入れ|summary 住民と木を植える。\n"
      "K 参加者数|人||T130@2024| 2021=91 2022=95\n"
      "K 植えた本数|本||T90@2024| 2021=not-done 2022=missing\n" },
    { "an office, or a number and its title, in two cells below a label",
      "a.xlsx",
      "基本目標 | < | 施策 | <\n"
      "Ⅰ | 緑を守る | 2 | 里山の保全\n"
      "取組名 | < | 担当部署 | <\n"
      "里山の手入れ | < | 環境局 | 植物園\n"
      "指標名 | 参加者数 | <\n"
      "目標値（R6） | 130人 | <\n"
      "R3実績 | 91人 | <\n",
      "P |里山の手入れ|goal Ⅰ 緑を守る|measure 2 里山の保全|環境局/植物園\n"
      "K 参加者数|人||T130@2024| 2021=91\n" },
    { "labels of an indicator that nobody filled in, and a word to the clerk",
      "a.xlsx",
      "事業名 | < | 里山の手入れ | < | < | < | | ←一覧から選択\n"
      "担当課 | < | 森林課 | < | < | <\n"
      "成果指標（1） | < | < | < | < | <\n"
      "指標名 | < | 参加者数 | < | < | <\n"
      "単位 | 人 | 目標値¶R6年度 | 130 | 実績値¶R3年度 | 91\n"
      "達成率 | < | 70% | < | < | <\n"
      "成果指標（2） | < | < | < | < | <\n"
      "指標名 | < | | < | < | <\n"
      "単位 | | 目標値¶R6年度 | | 実績値¶R3年度 |\n"
      "達成率 | < | | < | < | <\n"
      "次年度の取組 | < | 学校にも呼びかける。 | < | < | <\n",
      "P |里山の手入れ|/森林課\n"
      "K 参加者数|人||T130@2024| 2021=91|rate 0.7\n" },
    { "the title of a part down the side of labels with their values",
      "a.xlsx",
      "事業名 | 里山の手入れ | <\n"
      "担当課 | 森林課 | <\n"
      "目標の達成状況 | 成果指標①：参加者数 | <\n"
      "^ | R3実績 | 目標値（R6）\n"
      "^ | 91人 | 130人\n"
      "^ | 成果指標②：植えた本数 | <\n"
      "^ | R3実績 | 目標値（R6）\n"
      "^ | 68本 | 90本\n"
      "評価 | B | <\n",
      "P |里山の手入れ|/森林課|grade B\n"
      "K 参加者数|人||T130@2024| 2021=91\n"
      "K 植えた本数|本||T90@2024| 2021=68\n" },
    { "a level in one cell above the first card is of all of them",
      "a.xlsx",
      "施策の柱 1：山を守る | < | <\n"
      "所管課：森林課 | < | <\n"
      "事業名 | 里山の手入れ | <\n"
      "指標名 | 参加者数 | <\n"
      "目標値（R6） | 130人 | <\n"
      "R3実績 | 91人 | <\n"
      "評価 | B | <\n"
      "\n"
      "所管課：林政課 | < | <\n"
      "事業名 | 林道の手入れ | <\n"
      "指標名 | 延長 | <\n"
      "目標値（R6） | 30km | <\n"
      "R3実績 | 21km | <\n"
      "評価 | A | <\n",
      "P |里山の手入れ|goal 1 山を守る|/森林課|grade B\n"
      "K 参加者数|人||T130@2024| 2021=91\n"
      "P |林道の手入れ|goal 1 山を守る|/林政課|grade A\n"
      "K 延長|km||T30@2024| 2021=21\n" },
    { "目標 below the name of the indicator is its target",
      "a.xlsx",
      "事業名 | 里山の手入れ\n"
      "担当課 | 森林課\n"
      "指標名 | 参加者数\n"
      "目標 | 参加者数を130人にする（R6）\n"
      "R3実績 | 91人\n"
      "評価 | B\n",
      "P |里山の手入れ|/森林課|grade B\n"
      "K 参加者数|人||T130@2024| 2021=91\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, stated);
    TEST_ROWS(tests, n, sheet_text_reads, parts);
    TEST_ROWS(tests, n, sheet_text_reads, aimed);
    return run_tests("layout_card_stated", tests, n);
}
