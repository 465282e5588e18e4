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
    { "a goal with its label above the first of several cards",
      "a.xlsx",
      "平成29年度実績　実施状況報告書 | < | <\n"
      "まちづくりの柱 1：災害に強いまち | < | <\n"
      "担当課名：予防課 | < | <\n"
      "基本施策 | 1　消防の強化 | <\n"
      "取組名 | 交通安全の教育 | <\n"
      "\n"
      "重要業績評価指標（KPI） | ・事故件数：886 件（Ｈ２５年度）→210 件（Ｒ１年度） | <\n"
      "2015年度実績値 | 819 件 | <\n"
      "2016年度実績値 | 861 件 | <\n"
      "成果・効果 | おおむね順調。 | <\n"
      "\n"
      "（千円） | Ｈ２７年度 | Ｈ２８年度\n"
      "予算現額 | 44569 | 16913\n"
      "決算額 | 41449 | 15729\n"
      "\n"
      "平成29年度実績　実施状況報告書 | < | <\n"
      "担当課名：建築課 | < | <\n"
      "基本施策 | 2　耐震 | <\n"
      "取組名 | 空家の対策 | <\n"
      "\n"
      "重要業績評価指標（KPI） | ・除却件数：86 件（Ｈ２５年度）→210 件（Ｒ１年度） | <\n"
      "2015年度実績値 | 89 件 | <\n"
      "2016年度実績値 | 91 件 | <\n"
      "成果・効果 | おおむね順調。 | <\n"
      "\n"
      "（千円） | Ｈ２７年度 | Ｈ２８年度\n"
      "予算現額 | 569 | 913\n"
      "決算額 | 449 | 729\n",
      "P |交通安全の教育|theme 1 災害に強いまち|measure 1 消防の強化|/予"
      "防課|cost 2015=41449千円|cost 2016=15729千円\n"
      "K 事故件数|件|B886@2013|T210@2019| 2015=819 2016=861\n"
      "P |空家の対策|theme 1 災害に強いまち|measure 2 耐震|/建築課|cost 2"
      "015=449千円|cost 2016=729千円\n"
      "K 除却件数|件|B86@2013|T210@2019| 2015=89 2016=91\n"
      "F label-not-read A10 成果・効果 > おおむね順調。\n"
      "F cost-unit-inferred B12 Ｈ２７年度決算額 > 千円\n"
      "F label-not-read A24 成果・効果 > おおむね順調。\n"
      "F cost-unit-inferred B26 Ｈ２７年度決算額 > 千円\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, stated);
    TEST_ROWS(tests, n, sheet_text_reads, parts);
    return run_tests("layout_card_stated", tests, n);
}
