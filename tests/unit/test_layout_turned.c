/*
 * test_layout_turned.c - sheets and forms whose indicators are columns
 */
#include "support/rows.h"

#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "projects side by side, the targets' years in their cells",
      "a.xlsx",
      "KPI進捗状況（事業別・縦表）\n"
      "担当局：産業局\n"
      "\n"
      "事業 | 就職の促進 | < | 輸出の促進\n"
      "達成状況 | C | < | A\n"
      "指標 | 就職者数 | マッチング数 | 商談件数\n"
      "現状 | 115人（平成26年度） | 1,102人（平成26年度） | －\n"
      "目標 | 1,000人（平成27～31年度） | 6,000人（平成27～31年度） | 累計200件（"
      "平成31年度）\n"
      "平成27年度 | 142人 | 1,070人 | —\n"
      "平成28年度 | 累計305人 | 累計2,192人 | 累計23件\n",
      "P |就職の促進|産業局/|grade C\n"
      "K 就職者数|人|B115@2014|T1000@2015-2019| 2015=142 2016=c305\n"
      "K マッチング数|人|B1102@2014|T6000@2015-2019| 2015=1070 2016=c2192\n"
      "P |輸出の促進|産業局/|grade A\n"
      "K 商談件数|件|B-|Tc200@2019| 2015=missing 2016=c23\n" },
    { "years and figures below what they are of",
      "a.xlsx",
      "事業名 | < | 水素社会づくり | < | 自然ツアー\n"
      "事業の判定 | < | B | < | C\n"
      "KPI名称 | < | ステーション数 | 普及台数 | 参加人数\n"
      "基準 | 年度 | 平26 | 平26 | －\n"
      "^ | 数値 | 1か所 | 2台 | －\n"
      "実績 | 平27 | 2か所 | 10台 | 73人\n"
      "^ | 平28 | 累計2か所 | 累計22台 | 累計163人\n"
      "目標 | 年度 | 平31 | 平31 | 平31\n"
      "^ | 数値 | 5か所 | 300台 | 500人\n"
      "備考 | < | | 乗用車 |\n",
      "P |水素社会づくり|grade B\n"
      "K ステーション数|か所|B1@2014|T5@2019| 2015=2 2016=c2\n"
      "K 普及台数|台|B2@2014|T300@2019| 2015=10 2016=c22|remark 乗用車\n"
      "P |自然ツアー|grade C\n"
      "K 参加人数|人|B-|T500@2019| 2015=73 2016=c163\n" },
    { "a form that numbers its indicators and ticks its grade",
      "a.xlsx",
      "進捗管理調書（2016年度末）\n"
      "所管：環境局\n"
      "事業名 | < | 水素社会づくり | <\n"
      "上位施策 | < | 水素関連産業の促進 | <\n"
      "達成状況 | < | □A　■B　□C　□D | <\n"
      "成果指標 | 番号 | 指標1 | 指標2\n"
      "^ | 名称 | ステーション数 | 普及台数\n"
      "現状 | 年度 | 2014年度 | －\n"
      "^ | 値 | 1か所 | －\n"
      "目標 | 年度 | 2019年度 | 2015～2019年度\n"
      "^ | 値 | 5か所 | 300台以上\n"
      "実績 | 2015年度 | 2か所 | 10台\n"
      "^ | 2016年度 | 3か所（累計） | 22台（累計）\n"
      "概要 | < | 供給インフラを整備する。 | <\n",
      "P |水素社会づくり|measure 水素関連産業の促進|環境局/|grade B|summa"
      "ry 供給インフラを整備する。\n"
      "K ステーション数|か所|B1@2014|T5@2019| 2015=2 2016=c3\n"
      "K 普及台数|台|B-|T300以上@2015-2019| 2015=10 2016=c22\n" },
    { "a remark on a line of its own is no column of a year",
      "a.xlsx",
      "KPI実績（令和２年度）\n"
      "\n"
      "①場の提供（経済局　産業課）\n"
      "KPI | 求人倍率 | 入館者数\n"
      "単位 | 倍 | 人\n"
      "目標値 | 2.5 | 41621\n"
      "実績値 | 2.75 | 39559\n"
      "補足：「入館者数」は、R3n中に調査予定。\n"
      "\n"
      "②技術者の支援（経済局　産業課）\n"
      "KPI | 修了者数 | 研修の回数\n"
      "単位 | 人 | 回\n"
      "目標値 | 90 | 20\n"
      "実績値 | 87 | 16\n"
      "補足：「研修の回数」は、R3n中に確定予定。\n",
      "P ①|場の提供|経済局/産業課|note 「入館者数」は、R3n中に調査予定。\n"
      "K 求人倍率|倍||T2.5@2020| 2020=2.75\n"
      "K 入館者数|人||T41621@2020| 2020=39559\n"
      "P ②|技術者の支援|経済局/産業課|note 「研修の回数」は、R3n中に確定"
      "予定。\n"
      "K 修了者数|人||T90@2020| 2020=87\n"
      "K 研修の回数|回||T20@2020| 2020=16\n"
      "F target-year-inferred A6 目標値 > R2\n"
      "F actual-year-inferred A7 実績値 > R2\n"
      "F target-year-inferred A13 目標値 > R2\n"
      "F actual-year-inferred A14 実績値 > R2\n" },
    { "units beside one indicator's figures are no second indicator",
      "a.xlsx",
      "事業名 | 就職の促進 | <\n"
      "指標名 | 参加者数 | 人\n"
      "目標（R4） | 100 | 人\n"
      "実績（R4） | 90 | 人\n",
      "P |就職の促進\n"
      "K 参加者数|人||T100@2022| 2022=90\n"
      "F label-not-read C2  > 人\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_turned", tests, n);
}
