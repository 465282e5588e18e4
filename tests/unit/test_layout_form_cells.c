/*
 * test_layout_form_cells.c - what stands in several cells of a form, or
 * several things in one cell of it
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "○ below one of grades in words with gaps between",
      "a.xlsx",
      "事業名 | 市場の再生 | < | < | < | < | <\n"
      "指標名 | 単位 | R5目標 | R5実績 | | |\n"
      "来場者数 | 人 | 900 | 880 | | |\n"
      "進捗評価 | A　目標達成 | | B　概ね達成 | | C　一部未達成 | D　未達成\n"
      "^ | | | ○ | | |\n",
      "P |市場の再生|grade B\n"
      "K 来場者数|人||T900@2023| 2023=880\n" },
    { "financial sources, one below the other, down to their sum", "a.xlsx",
      "事業名 | 市場の再生 | < | <\n"
      "財源内訳 | R5決算額（千円） | < | <\n"
      "国庫支出金 | 120 | < | <\n"
      "その他 | 0 | < | <\n"
      "一般財源 | 30 | < | <\n"
      "事業費計 | 150 | < | <\n"
      "指標名 | 単位 | R5目標 | R5実績\n"
      "来場者数 | 人 | 900 | 880\n",
      "P |市場の再生|cost 2023=150千円\n"
      "K 来場者数|人||T900@2023| 2023=880\n" },
    { "評価 below the figures is the indicator's, 判定 in a part of its own not",
      "a.xlsx",
      "事業名 | 藍染めの振興 | < | <\n"
      "担当局 | 産業局 | 課名 | 商工課\n"
      "指標名 | 体験者数（人）\n"
      "目標の方向 | 増\n"
      "現状値 | 12\n"
      "基準年度 | H28\n"
      "目標 | 22（R3）\n"
      "R2実績値 | 21\n"
      "R3実績値 | 18\n"
      "達成率（％） | 81.8\n"
      "評価 | 概ね達成\n"
      "\n"
      "（3）評価 | < | < | <\n"
      "判定 | D\n",
      "P |藍染めの振興|産業局/商工課|grade D\n"
      "K 体験者数|人|B12@2016|T22@2021| 2020=21 2021=18|rate 0.818|up|grade "
      "概ね達成\n" },
    { "a unit and a header of years in lines of their own, levels in one cell",
      "a.xlsx",
      "1　基本情報\n"
      "位置付け\n"
      "基本目標１　まち¶基本的方向①　緑¶施策1-1　花 | < | < | <\n"
      "事業名\n"
      "① 花の事業 | < | < | <\n"
      "所管 | < | 記入者 | <\n"
      "環境局¶緑課 | < | 山田 | <\n"
      "成果指標 | < | 団体数 | <\n"
      "基準値 | 90¶（H27） | 目標（R2） | 130\n"
      " | | | （単位：団体）\n"
      "年度 | < | 実績値（累計） | <\n"
      "H28 | < | 95 | <\n"
      "H29 | < | 99 | <\n"
      "成果指標 | < | 面積 | <\n"
      "基準値 | 5¶（H27） | 目標（R2） | 9\n"
      " | | | （単位：ha）\n"
      "年度 | < | 実績値 | <\n"
      "H28 | < | 6 | <\n"
      "H29 | < | 7 | <\n"
      "H29決算額（百万円） | < | 従事職員数（人） | <\n"
      "12 | < | 3 | <\n",
      "P ①|花の事業|goal １ まち|theme ① 緑|measure 1-1 花|環境局/緑課|cost "
      "2017=12百万円\n"
      "K 団体数|団体|B90@2015|T130@2020| 2016=c95 2017=c99\n"
      "K 面積|ha|B5@2015|T9@2020| 2016=6 2017=7\n"
      "F column-not-read C20 従事職員数（人） > 3\n" },
    { "the kind of an indicator and its baseline in a line", "a.xlsx",
      "事業名 | 花の事業 | < | <\n"
      "局 | 環境局 | 課 | 緑課\n"
      "指標名 | 団体数 | < | <\n"
      "区分 | 活動指標 | 基準値（R1年度） | 90団体\n"
      "実績値（R4年度） | 95団体 | 目標値 | 130団体\n"
      "目標年度 | R7年度 | |\n",
      "P |花の事業|環境局/緑課\n"
      "K 団体数|団体|B90@2019|T130@2025| 2022=95\n" },
    { "a grade behind the indicator's name, and the form's own below", "a.xlsx",
      "事業名：花の事業 | < | < | <\n"
      "成果指標 | 団体数（団体） | 評価 | ○\n"
      "現状値 | 23 | 基準年度 | H25\n"
      "年度 | H29 | H30 | R元\n"
      "目標値 | 33 | 37 | 40\n"
      "実績値 | 36 | 34 | 38\n"
      "実施状況：花を植えた。 | < | < | <\n"
      "事業評価：概ね達成 | < | < | <\n",
      "P |花の事業|grade 概ね達成|activity : 花を植えた。\n"
      "K 団体数|団体|B23@2013|T40@2019 p2017=33 p2018=37 p2019=40| 2017=36 "
      "2018=34 2019=38|grade ○\n" },
    { "a target that is due each year, by a label of its own", "a.xlsx",
      "事業名 | 花の事業 | < | <\n"
      "成果指標 | 団体数 | 単位 | 団体\n"
      "目標値 | 30 | 目標年度 | 毎年度\n"
      "年度 | 実績 | 達成率 |\n"
      "H28 | 24 | 0.80 |\n"
      "H29 | 27 | 0.90 |\n",
      "P |花の事業\n"
      "K 団体数|団体||T30/y| 2016=24 2017=27|rate 0.9\n" },
    { "a figure with its years in brackets is no header, nor a unit a cost",
      "a.xlsx",
      "事業名 | 花の事業 | < | <\n"
      "局 | 環境局 | 課 | 緑課\n"
      "KPI | 団体数（団体） | KPI | 面積（ha）\n"
      "現状値 | | 現状値 | 5\n"
      "目標 | 180¶（H29～R3累計） | 目標 | 9¶（R3）\n"
      "R2実績値 | 40 | R2実績値 | 6\n"
      "R3実績値 | 44 | R3実績値 | 7\n"
      "（5）事業費の状況 | < | < | <\n"
      " | | | （単位：百万円）\n"
      "区分 | R2 | R3 |\n"
      "決算額 | 14 | 11 |\n"
      "　国庫支出金 | 4 | 5 |\n",
      "P |花の事業|環境局/緑課|cost 2020=14百万円|cost 2021=11百万円\n"
      "K 団体数|団体||Tc180@2017-2021| 2020=40 2021=44\n"
      "K 面積|ha|B5|T9@2021| 2020=6 2021=7\n" },
    { "a name in front of lines that leave its columns empty, nothing merged",
      "a.xlsx",
      "事業名 | | 花の事業 | | | |\n"
      "担当課 | | 緑課 | | | |\n"
      "Ⅱ　目標と実績 | | | | | |\n"
      "成果指標（KPI） | | | 2015年度¶策定時の値 | | 2016年度 | 2017年度\n"
      "団体数¶（単位：団体） | | | 90 | 目標値 | 95 | 99\n"
      " | | | | 実績値 | 93 | 101\n"
      " | | | | 達成率 | 98% | 102%\n"
      "面積¶（単位：ha） | | | 5 | 目標値 | 6 | 7\n"
      " | | | | 実績値 | 6 |\n"
      " | | | | 達成率 | 100% | ―\n"
      "Ⅲ　事業費の状況 | | | | | |\n"
      "2017年度決算額（千円） | | | 従事職員数（人） | | |\n"
      "1,697 | | | 0.9 | | |\n"
      "Ⅳ　評価 | | | | | |\n"
      "判定 | | A　順調 | | B　遅れ | |\n"
      " | | ○ | | | |\n",
      "P |花の事業|/緑課|grade A|cost 2017=1697千円\n"
      "K 団体数|団体|B90@2015|T99@2017 p2016=95 p2017=99| 2016=93 "
      "2017=101|rate 1.02\n"
      "K 面積|ha|B5@2015|T7@2017 p2016=6 p2017=7| 2016=6 2017=blank|"
      "rate 1\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_cells", tests, n);
}
