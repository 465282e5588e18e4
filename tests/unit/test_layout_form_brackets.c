/*
 * test_layout_form_brackets.c - forms: labels in brackets of any kind, and
 * lines above some of the forms that say what they belong to
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a label in round brackets in front of its value, ◇ above some forms",
      "a.xlsx",
      "◇ 参加を広げるための支援 | < | < | <\n"
      "（事業名）朝市の開催 | < | < | <\n"
      "担当 | 産業局商工課 | 財源（交付金） | －\n"
      "事業概要 | 市場を開く。 | < | <\n"
      "KPI（基準値⇒目標値） | < | H27年度実績 | H28年度実績\n"
      "来場者数：137人（H26年度）⇒330人（H31年度） | < | 217人 | 223人\n"
      "達成度 | C | 事務局案 | 継続\n"
      "\n"
      "（事業名）夜市の開催 | < | < | <\n"
      "担当 | 産業局商工課 | 財源（交付金） | －\n"
      "事業概要 | 夜に開く。 | < | <\n"
      "KPI（基準値⇒目標値） | < | H27年度実績 | H28年度実績\n"
      "出店数：37店（H26年度）⇒50店（H31年度） | < | 41店 | 42店\n"
      "達成度 | B | 事務局案 | 継続\n"
      "\n"
      "◇ 道路の手入れ | < | < | <\n"
      "（事業名）橋の点検 | < | < | <\n"
      "担当 | 建設局道路課 | 財源（交付金） | －\n"
      "事業概要 | 見回る。 | < | <\n"
      "KPI（基準値⇒目標値） | < | H27年度実績 | H28年度実績\n"
      "橋の数：7橋（H26年度）⇒20橋（H31年度） | < | 8橋 | 9橋\n"
      "達成度 | A | 事務局案 | 継続\n",
      "P |朝市の開催|theme 参加を広げるための支援|産業局/商工課|grade C|summary 市場を開く。\n"
      "K 来場者数|人|B137@2014|T330@2019| 2015=217 2016=223\n"
      "P |夜市の開催|theme 参加を広げるための支援|産業局/商工課|grade B|summary 夜に開く。\n"
      "K 出店数|店|B37@2014|T50@2019| 2015=41 2016=42\n"
      "P |橋の点検|theme 道路の手入れ|建設局/道路課|grade A|summary 見回る。\n"
      "K 橋の数|橋|B7@2014|T20@2019| 2015=8 2016=9\n" },
    { "a label in round brackets beside its value",
      "a.xlsx",
      "（事業名） | 朝市の開催 | < | <\n"
      "（担当課） | 商工課 | （評価） | B\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "来場者数（人） | 50 | 60 | 90\n"
      "出店数（店） | 5 | 6 | 9\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T90@2024| 2021=50 2022=60\n"
      "K 出店数|店||T9@2024| 2021=5 2022=6\n" },
    { "a card with labels in brackets of several kinds",
      "a.xlsx",
      "（事業名）朝市の開催 | < | < | <\n"
      "＜担当課＞商工課 | < | （評価）B | <\n"
      "（指標名） | 来場者数 | （単位） | 人\n"
      "（目標値（R6）） | 90 | （R4実績） | 60\n"
      "\n"
      "（事業名）橋の点検 | < | < | <\n"
      "＜担当課＞道路課 | < | （評価）C | <\n"
      "（指標名） | 橋の数 | （単位） | 橋\n"
      "（目標値（R6）） | 20 | （R4実績） | 6\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "P |橋の点検|/道路課|grade C\n"
      "K 橋の数|橋||T20@2024| 2022=6\n" },
    { "a name that begins with a bracket is no label",
      "a.xlsx",
      "事業名 | （仮称）朝市の開催 | < | <\n"
      "担当課 | 商工課 | 評価 | B\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "（延べ）来場者数（人） | 50 | 60 | 90\n",
      "P |（仮称）朝市の開催|/商工課|grade B\n"
      "K （延べ）来場者数|人||T90@2024| 2021=50 2022=60\n" },
    { "a name that begins with a bracket, above the labels of each form",
      "a.xlsx",
      "重点事業\n"
      "\n"
      "（再掲）朝市の開催 | < | < | <\n"
      "担当課 | 商工課 | 評価 | B\n"
      "指標名 | 来場者数 | 単位 | 人\n"
      "目標値（R6） | 90 | R4実績 | 60\n"
      "\n"
      "（仮称）橋の点検 | < | < | <\n"
      "担当課 | 道路課 | 評価 | C\n"
      "指標名 | 橋の数 | 単位 | 橋\n"
      "目標値（R6） | 9 | R4実績 | 6\n",
      "P |朝市の開催|/商工課|grade B|relisted\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "P |（仮称）橋の点検|/道路課|grade C\n"
      "K 橋の数|橋||T9@2024| 2022=6\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_brackets", tests, n);
}
