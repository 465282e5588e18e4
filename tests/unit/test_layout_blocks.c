/*
 * test_layout_blocks.c - small tables, each below a line that names its
 * project, and numbers in front of names
 */
#include "support/rows.h"
#include "support/sheet_text.h"

#define HEAD "番号 | 指標 | R5目標 | R5実績 | 達成状況\n"

static const sheet_case blocks[] = {
    { "a project's word and number, its office and cost in cells",
      "a.xlsx",
      "港町運営方針の自己評価 | < | < | < | <\n"
      "\n"
      "【経営課題１】　学びのまち | < | < | < | <\n"
      "戦略１－１　図書の充実 | < | < | < | <\n"
      "具体的取組1-1-1　本の市 | < | 担当：図書課 | R5決算額 | 3,150千円\n"
      HEAD
      "① | 出店数 | 20店 | 24店 | 達成\n"
      "② | 来場者数 | 300人 | 270人 | 未達成\n"
      "\n"
      "具体的取組1-1-2　朝読 | < | 担当：学校課 | R5決算額 | 480千円\n"
      HEAD
      "① | 参加校数 | 9校 | 9校 | 達成\n"
      "\n"
      "【経営課題２】　頼れる区役所 | < | < | < | <\n"
      "戦略２－１　窓口の改善 | < | < | < | <\n"
      "具体的取組2-1-1　夜間窓口 | < | 担当：市民課 | R5決算額 | 96千円\n"
      HEAD
      "① | 開設日数 | 48日 | 50日 | 達成\n",
      "P 1-1-1|本の市|goal １ 学びのまち|theme １－１ 図書の充実|図書課/|"
      "cost 2023=3150千円\n"
      "K 出店数|店||T20@2023| 2023=24|grade 達成\n"
      "K 来場者数|人||T300@2023| 2023=270|grade 未達成\n"
      "P 1-1-2|朝読|goal １ 学びのまち|theme １－１ 図書の充実|学校課/|"
      "grade 達成|cost 2023=480千円\n"
      "K 参加校数|校||T9@2023| 2023=9\n"
      "P 2-1-1|夜間窓口|goal ２ 頼れる区役所|theme ２－１ 窓口の改善|市民課/|"
      "grade 達成|cost 2023=96千円\n"
      "K 開設日数|日||T48@2023| 2023=50\n" },
    { "a number alone beside labels, without a gap between the blocks",
      "a.xlsx",
      "(1) 本の市 | < | 担当課 | 図書課 | <\n" HEAD
      "① | 出店数 | 20店 | 24店 | 達成\n"
      "(2) 朝読 | < | 担当課 | 学校課 | <\n" HEAD
      "① | 参加校数 | 9校 | 9校 | 達成\n",
      "P (1)|本の市|/図書課|grade 達成\n"
      "K 出店数|店||T20@2023| 2023=24\n"
      "P (2)|朝読|/学校課|grade 達成\n"
      "K 参加校数|校||T9@2023| 2023=9\n" },
    { "the number in a cell of its own, below the levels of all of them",
      "a.xlsx",
      "港県総合計画　事業評価調書 | < | < | < | 教育部\n"
      "基本目標 | Ⅰ　学びのまち | < | < | <\n"
      "施策 | (1)　図書の充実 | < | < | <\n"
      "\n"
      "Ⅰ-1-1 | 本の市 | 担当課 | 図書課 | <\n" HEAD
      "① | 出店数 | 20店 | 24店 | 達成\n"
      "\n"
      "Ⅰ-1-2 | 朝読 | 担当課 | 学校課 | <\n" HEAD
      "① | 参加校数 | 9校 | 9校 | 達成\n"
      "\n"
      "施策 | (2)　窓口の改善 | < | < | <\n"
      "Ⅰ-2-1 | 夜間窓口 | 担当課 | 市民課 | <\n" HEAD
      "① | 開設日数 | 48日 | 50日 | 達成\n",
      "P Ⅰ-1-1|本の市|goal Ⅰ 学びのまち|measure (1) 図書の充実|教育部/図書課|"
      "grade 達成\n"
      "K 出店数|店||T20@2023| 2023=24\n"
      "P Ⅰ-1-2|朝読|goal Ⅰ 学びのまち|measure (1) 図書の充実|教育部/学校課|"
      "grade 達成\n"
      "K 参加校数|校||T9@2023| 2023=9\n"
      "P Ⅰ-2-1|夜間窓口|goal Ⅰ 学びのまち|measure (2) 窓口の改善|"
      "教育部/市民課|grade 達成\n"
      "K 開設日数|日||T48@2023| 2023=50\n" },
    { "the word in brackets, labels on the line below",
      "a.xlsx",
      "【取組①】本の市 | < | < | < | <\n"
      "担当：図書課 | < | R5決算額 | 3,150千円 | <\n" HEAD
      "① | 出店数 | 20店 | 24店 | 達成\n"
      "\n"
      "【取組②】朝読 | < | < | < | <\n"
      "担当：学校課 | < | R5決算額 | 480千円 | <\n" HEAD
      "① | 参加校数 | 9校 | 9校 | 達成\n",
      "P ①|本の市|図書課/|grade 達成|cost 2023=3150千円\n"
      "K 出店数|店||T20@2023| 2023=24\n"
      "P ②|朝読|学校課/|grade 達成|cost 2023=480千円\n"
      "K 参加校数|校||T9@2023| 2023=9\n" },
    { "the line alone",
      "a.xlsx",
      "基本目標１　学びのまち | < | < | < | <\n"
      "■取組1-1　本の市 | < | < | < | <\n" HEAD
      "① | 出店数 | 20店 | 24店 | 達成\n"
      "\n"
      "■取組1-2　朝読 | < | < | < | <\n" HEAD
      "① | 参加校数 | 9校 | 9校 | 達成\n",
      "P 1-1|本の市|goal １ 学びのまち|grade 達成\n"
      "K 出店数|店||T20@2023| 2023=24\n"
      "P 1-2|朝読|goal １ 学びのまち|grade 達成\n"
      "K 参加校数|校||T9@2023| 2023=9\n" },
    { "a further heading with a sentence below it, between the blocks",
      "a.xlsx",
      "基本目標Ⅰ　学びのまち | < | < | < | <\n"
      "１　図書の充実 | < | < | < | <\n"
      "本に親しむ機会を増やした。 | < | < | < | <\n"
      "\n"
      "（１）本の市 | < | 担当：図書課 | 評価：A | <\n" HEAD
      "① | 出店数 | 20店 | 24店 | 達成\n"
      "古本を持ち寄る市を開く。 | < | < | < | <\n"
      "\n"
      "２　窓口の改善 | < | < | < | <\n"
      "夜間も手続ができる。 | < | < | < | <\n"
      "\n"
      "（１）夜間窓口 | < | 担当：市民課 | 評価：B | <\n" HEAD
      "① | 開設日数 | 48日 | 50日 | 達成\n",
      "P （１）|本の市|goal Ⅰ 学びのまち|theme １ 図書の充実|図書課/|grade A\n"
      "K 出店数|店||T20@2023| 2023=24|grade 達成\n"
      "P （１）|夜間窓口|goal Ⅰ 学びのまち|theme ２ 窓口の改善|市民課/|"
      "grade B\n"
      "K 開設日数|日||T48@2023| 2023=50|grade 達成\n" },
};

#define COLUMNS "方針 | 施策 | 事業 | 指標 | 単位 | R5目標 | R5実績\n"
#define FIGURES " | 参加者数 | 人 | 50 | 40\n"

static const sheet_case numbers[] = {
    { "words of a level and numbers in columns are no part of the names",
      "a.xlsx",
      COLUMNS
      "方針1¶学ぶ | (1)図書の充実 | 1-(2) 本の市" FIGURES
      "方針2¶守る | 施策2-1　備え | 重点課題３　訓練" FIGURES
      "方針3¶動く | ア　バス | 事業①　夜の便" FIGURES,
      "P 1-(2)|本の市|goal 1 学ぶ|measure (1) 図書の充実\n"
      "K 参加者数|人||T50@2023| 2023=40\n"
      "P ３|訓練|goal 2 守る|measure 2-1 備え\n"
      "K 参加者数|人||T50@2023| 2023=40\n"
      "P ①|夜の便|goal 3 動く|measure ア バス\n"
      "K 参加者数|人||T50@2023| 2023=40\n" },
    { "figures that names begin with stay",
      "a.xlsx",
      "事業 | 指標 | 単位 | R5目標 | R5実績\n"
      "13大学の連携" FIGURES
      "1人1台端末の活用" FIGURES
      "3R推進" FIGURES
      "第2期工事" FIGURES
      "Ⅲ期工事" FIGURES
      "2050年の港" FIGURES,
      "P |13大学の連携\n"
      "K 参加者数|人||T50@2023| 2023=40\n"
      "P |1人1台端末の活用\n"
      "K 参加者数|人||T50@2023| 2023=40\n"
      "P |3R推進\n"
      "K 参加者数|人||T50@2023| 2023=40\n"
      "P |第2期工事\n"
      "K 参加者数|人||T50@2023| 2023=40\n"
      "P |Ⅲ期工事\n"
      "K 参加者数|人||T50@2023| 2023=40\n"
      "P |2050年の港\n"
      "K 参加者数|人||T50@2023| 2023=40\n" },
    { "the number of a heading that is the project",
      "a.xlsx",
      "指標 | 単位 | R5目標 | R5実績\n"
      "基本目標Ⅰ　守る | < | < | <\n"
      "重点課題１　備え | < | < | <\n"
      "訓練の回数 | 回 | 5 | 4\n"
      "重点課題２　知らせ | < | < | <\n"
      "登録者数 | 人 | 50 | 40\n",
      "P １|備え|goal Ⅰ 守る|theme １ 備え\n"
      "K 訓練の回数|回||T5@2023| 2023=4\n"
      "P ２|知らせ|goal Ⅰ 守る|theme ２ 知らせ\n"
      "K 登録者数|人||T50@2023| 2023=40\n" },
    { "a code in front of the projects is theirs, however often it stands there",
      "a.xlsx",
      "施策コード | 施策名 | 指標 | 単位 | R5目標 | R5実績\n"
      "B07 | 備え | 訓練の回数 | 回 | 5 | 4\n"
      "B07 | 備え | 登録者数 | 人 | 50 | 40\n",
      "P B07|備え\n"
      "K 訓練の回数|回||T5@2023| 2023=4|code B07\n"
      "K 登録者数|人||T50@2023| 2023=40|code B07\n" },
    { "costs above the indicators in one table, its years with how far they had "
      "come",
      "a.xlsx",
      "基本目標 | 1　学びのまち | < | 計画期間 | 令和５～７年度 | < | <\n"
      "\n"
      "1-1 | 本の市 | < | < | 担当 | 教育部図書課 | <\n"
      "内容 | 古本の交換 | < | < | < | < | <\n"
      "区分 | < | < | R5年度（決算） | R6年度（予算） | R7年度（計画） | "
      "最終目標（R10年度）\n"
      "事業費（千円） | 総事業費 | < | 900 | 800 | 700 |\n"
      "^ | 国・県支出金 | < | 300 | 300 | 200 |\n"
      "^ | 一般財源 | < | 600 | 500 | 500 |\n"
      "指標 | 出店数（店） | 目標 | 20 | 22 | 24 | 30\n"
      "^ | ^ | 実績 | 24 | | | ^\n"
      "^ | 来場者数（人） | 目標 | 300 | 310 | 320 | 350\n"
      "^ | ^ | 実績 | 270 | | | ^\n"
      "\n"
      "1-2 | 朝読 | < | < | 担当 | 教育部学校課 | <\n"
      "内容 | 読書の時間 | < | < | < | < | <\n"
      "区分 | < | < | R5年度（決算） | R6年度（予算） | R7年度（計画） | "
      "最終目標（R10年度）\n"
      "事業費（千円） | 総事業費 | < | 90 | 80 | 70 |\n"
      "^ | 一般財源 | < | 90 | 80 | 70 |\n"
      "指標 | 参加校数（校） | 目標 | 8 | 9 | 10 | 12\n"
      "^ | ^ | 実績 | 9 | | | ^\n",
      "P 1-1|本の市|goal 1 学びのまち|教育部/図書課|cost 2023=900千円|cost"
      " 2025=700千円|cost 2024=800千円\n"
      "K 出店数|店||T30@2028 p2023=20 p2024=22 p2025=24| 2023=24 2024=blank"
      " 2025=blank\n"
      "K 来場者数|人||T350@2028 p2023=300 p2024=310 p2025=320| 2023=270"
      " 2024=blank 2025=blank\n"
      "P 1-2|朝読|goal 1 学びのまち|教育部/学校課|cost 2023=90千円|cost"
      " 2025=70千円|cost 2024=80千円\n"
      "K 参加校数|校||T12@2028 p2023=8 p2024=9 p2025=10| 2023=9 2024=blank"
      " 2025=blank\n" },
};

static const sheet_case words[] = {
    { "words about figures are none: 実績の分析 below them",
      "a.xlsx",
      "事業名 | 本の市 | <\n"
      "担当課 | 図書課 | <\n"
      "\n"
      "指標名 | 出店数 | 来場者数\n"
      "単位 | 店 | 人\n"
      "令和５年度目標 | 20 | 300\n"
      "令和５年度実績 | 24 | 270\n"
      "\n"
      "実績の分析 | 雨の日が多かった。 | <\n"
      "目標未達の説明 | 宣伝が足りなかった。 | <\n",
      "P |本の市|/図書課|note 雨の日が多かった。|note 宣伝が足りなかった。\n"
      "K 出店数|店||T20@2023| 2023=24\n"
      "K 来場者数|人||T300@2023| 2023=270\n" },
    { "a legend in brackets below a table is no indicator",
      "a.xlsx",
      "基本目標 | 指標 | 単位 | R5目標 | R5実績 | 評価\n"
      "守る | 訓練の回数 | 回 | 5 | 4 | ○\n"
      "\n"
      " | 【評価の凡例】¶◎：達成　○：順調　△：遅れ | < | < | <\n",
      "P |守る|goal 守る|grade ○\n"
      "K 訓練の回数|回||T5@2023| 2023=4\n" },
    { "which change is wanted",
      "a.xlsx",
      "事業 | 指標 | 単位 | 望ましい¶変化 | R5目標 | R5実績\n"
      "備え | 事故の件数 | 件 | 減少 | 5 | 4\n",
      "P |備え\n"
      "K 事故の件数|件||T5@2023| 2023=4|down\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, blocks);
    TEST_ROWS(tests, n, sheet_text_reads, numbers);
    TEST_ROWS(tests, n, sheet_text_reads, words);
    return run_tests("layout_blocks", tests, n);
}
