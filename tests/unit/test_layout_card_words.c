/*
 * test_layout_card_words.c - cards: words beside labels and values that have
 * no label of their own
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "lines of words beside one label over all of them, 事業 as a unit",
      "a.xlsx",
      "個別事業調書\n"
      "事業名 | < | 朝市の開催 | < | < | <\n"
      "局・部 | < | 産業局商業部 | < | 課 | 商工課\n"
      "取¶組¶内¶容 | 市の立ち上げ | < | 市場を三つ開いた。 | < | <\n"
      "^ | 出店者の募集 | < | 案内を配った。 | < | <\n"
      "成果指標１ | 指標の名称 | 来場者数 | < | 単位 | 人\n"
      "^ | 目標値（R2） | 150 | 実績値（R2） | 120 | <\n"
      "^ | 要因・備考 | < | < | < | <\n"
      "成果指標２ | 指標の名称 | 新たな事業の数 | < | 単位 | 事業\n"
      "^ | 目標値（R2） | 21 | 実績値（R2） | 20 | <\n"
      "^ | 要因・備考 | < | < | < | <\n"
      "\n"
      "総合評価 | < | Ｂ | Ａ：目標を上回った　Ｂ：目標どおり　Ｃ：下回った | < | <\n",
      "P |朝市の開催|産業局商業部/商工課|grade Ｂ|"
      "summary 市の立ち上げ　市場を三つ開いた。\n"
      "出店者の募集　案内を配った。\n"
      "K 来場者数|人||T150@2020| 2020=120\n"
      "K 新たな事業の数|事業||T21@2020| 2020=20\n" },
    { "a header above lines of words beside one label",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "主な取組 | 取組名 | 内容 | <\n"
      "^ | 市の立ち上げ | 市場を三つ開いた。 | <\n"
      "^ | 出店者の募集 | 案内を配った。 | <\n"
      "指標名 | 来場者数 | 単位 | 人\n"
      "目標値（R2） | 150 | 実績値（R2） | 120\n"
      "指標名 | 出店数 | 単位 | 店\n"
      "目標値（R2） | 15 | 実績値（R2） | 12\n",
      "P |朝市の開催|activity : 市の立ち上げ　市場を三つ開いた。\n"
      "出店者の募集　案内を配った。\n"
      "K 来場者数|人||T150@2020| 2020=120\n"
      "K 出店数|店||T15@2020| 2020=12\n" },
    { "a figure behind its label and a space, the grade in brackets",
      "a.xlsx",
      "施策 | 商業の振興 | < | | 施策 | 道の手入れ | <\n"
      "事業 | 朝市の開催 | 【Ｃ】 | | 事業 | 橋の点検 | 【Ａ】\n"
      "担当 | 産業局 | 商工課 | | 担当 | 建設局 | 道路課\n"
      "KPI-1 | 来場者数 | < | | KPI-1 | 橋の数 | <\n"
      "基準 | 126人（H26年度） | 目標　200人（H32年度） | | "
      "基準 | 5橋（H26年度） | 目標　20橋（H32年度）\n"
      "H27実績 | 132人 | < | | H27実績 | 6橋 | <\n"
      "\n"
      "施策 | 商業の振興 | <\n"
      "事業 | 夜市の開催 | 【Ｃ】\n"
      "担当 | 産業局 | 商工課\n"
      "KPI-1 | 来場者数 | <\n"
      "基準 | 26人（H26年度） | 目標　30人（H32年度）\n"
      "H27実績 | 32人 | <\n",
      "P |朝市の開催|measure 商業の振興|産業局/商工課|grade Ｃ\n"
      "K 来場者数|人|B126@2014|T200@2020| 2015=132\n"
      "P |橋の点検|measure 道の手入れ|建設局/道路課|grade Ａ\n"
      "K 橋の数|橋|B5@2014|T20@2020| 2015=6\n"
      "P |夜市の開催|measure 商業の振興|産業局/商工課|grade Ｃ\n"
      "K 来場者数|人|B26@2014|T30@2020| 2015=32\n" },
    { "labels with a space and their figures, three in a line",
      "a.xlsx",
      "事業名 | 朝市の開催 | <\n"
      "担当課 | 商工課 | <\n"
      "指標名 | 来場者数 | <\n"
      "現状値　126人（R1） | 目標値　約200人（R6） | R3実績　累計150人\n"
      "評価 | B | <\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人|B126@2019|T200@2024| 2021=c150\n" },
    { "事業 behind 単位, in a part of a form that has a title",
      "a.xlsx",
      "担当：商工課\n"
      "個票 | 整理番号 | 1 | | \n"
      "成果指標１ | 指標の名称 | 新たな事業の数 | 単位 | 事業\n"
      "^ | 目標値（R2） | 21 | 達成率 | 95.2%\n"
      "^ | 説明 | よい\n",
      "P 1|新たな事業の数|商工課/|summary よい\n"
      "K 新たな事業の数|事業||T21@2020||rate 0.952\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_card_words", tests, n);
}
