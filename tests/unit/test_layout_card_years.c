/*
 * test_layout_card_years.c - cards: lines of years below what their figures are
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "remarks beside the figures, years without any, headings above",
      "a.xlsx",
      "港市総合戦略　進捗管理シート | < | < | < | < | <\n"
      "基本目標Ⅰ　しごとをつくる | < | < | < | < | <\n"
      "②　商業の振興 | < | < | < | < | <\n"
      "⇒　にぎわいの創出 | < | < | < | < | <\n"
      "\n"
      "①朝市の開催 | < | < | < | < | <\n"
      "担当局 | 担当課 | 事業開始 | 終了予定 | 評価 | 備考\n"
      "産業局 | 商工課 | 平成27年度 | 平成31年度 | Ｂ | \n"
      "事業内容 | < | < | < | < | <\n"
      "市場を開く。 | < | < | < | < | <\n"
      "重要業績評価指標（KPI） | < | < | 現状値 | < | 目標値\n"
      "来場者数 | < | < | 50人（H26年度） | < | 90人（H27～31年度）\n"
      "年度 | 実績値 | < | 主な取組・特記事項 | < | <\n"
      "平成27年度 | 26人 | < | | | \n"
      "平成28年度 | 累計72人 | < | 雨の日が多かった | < | <\n"
      "平成29年度 | | < | | | \n"
      "\n"
      "②橋の点検 | < | < | < | < | <\n"
      "担当局 | 担当課 | 事業開始 | 終了予定 | 評価 | 備考\n"
      "建設局 | 道路課 | 平成28年度 | 平成31年度 | Ａ | 地方創生推進交付金\n"
      "事業内容 | < | < | < | < | <\n"
      "橋を見回る。 | < | < | < | < | <\n"
      "重要業績評価指標（KPI） | < | < | 現状値 | < | 目標値\n"
      "橋の数 | < | < | 5橋（H26年度） | < | 9橋（H31年度）\n"
      "年度 | 実績値 | < | 主な取組・特記事項 | < | <\n"
      "平成27年度 | － | < | 事業開始前 | < | <\n"
      "平成28年度 | 7橋 | < | | | \n"
      "平成29年度 | | < | | | \n",
      "P ①|朝市の開催|goal Ⅰ しごとをつくる|theme ② 商業の振興|measure にぎわいの創出|"
      "産業局/商工課|grade Ｂ|period 2015-2019|"
      "summary 市場を開く。\n"
      "K 来場者数|人|B50@2014|T90@2015-2019| 2015=26 2016=c72 2017=blank|"
      "remark 平成28年度　雨の日が多かった\n"
      "P ②|橋の点検|goal Ⅰ しごとをつくる|theme ② 商業の振興|measure にぎわいの創出|"
      "建設局/道路課|grade Ａ|period 2016-2019|"
      "summary 橋を見回る。\n"
      "K 橋の数|橋|B5@2014|T9@2019| 2015=missing 2016=7 2017=blank|"
      "remark 地方創生推進交付金\n" },
    { "a unit behind the figures and a remark in front of them",
      "a.xlsx",
      "事業名 | 朝市の開催 | | |\n"
      "担当課 | 商工課 | 評価 | B |\n"
      "指標名 | 来場者数 | 目標値（R6） | 90 |\n"
      "年度 | 取組状況 | 実績値 | |\n"
      "R3 | 場所を探した。 | 60 | 人 |\n"
      "R4 | 市場を開いた。 | 70 | 人 |\n"
      "R5 | | | |\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T90@2024| 2021=60 2022=70 2023=blank|remark R3　場所を探した。\n"
      "R4　市場を開いた。\n" },
    { "a target for each year",
      "a.xlsx",
      "事業名 | 朝市の開催 | | |\n"
      "担当課 | 商工課 | 評価 | B |\n"
      "指標名 | 来場者数 | 単位 | 人 |\n"
      "年度 | 実績 | 備考 | |\n"
      "R3 | 60 | | |\n"
      "R4 | 70 | 雨天 | |\n"
      "年度 | 目標 | | |\n"
      "R5 | 80 | | |\n"
      "R6 | 90 | | |\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T90@2024 p2023=80| 2021=60 2022=70|remark R4　雨天\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_card_years", tests, n);
}
