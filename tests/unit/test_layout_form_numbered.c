/*
 * test_layout_form_numbered.c - forms below labels of levels with a number,
 * and below headings between such labels and the form's name
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const struct sheet_case cases[] = {
    { "a roman number in the label of a level above a form's name",
      "a.xlsx",
      "基本目標 Ⅱ | 山を守る | < | <\n"
      "施策1-2 | 森の再生 | < | <\n"
      "\n"
      "事業名 | 山道の手入れ | 森林課 | 達成状況：B\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "延長 | km | 71 | 80\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|measure 1-2 森の再生|森林課/|grade B\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "a heading between the labels of levels and a form's name is a measure",
      "a.xlsx",
      "基本目標Ⅱ | 山を守る | < | <\n"
      "テーマ | 森の再生 | < | <\n"
      "\n"
      "○ 歩く人を迎える\n"
      "事業名 | 山道の手入れ | 森林課 | 達成状況：B\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "延長 | km | 71 | 80\n"
      "事業名 | 山小屋の修繕 | 森林課 | 達成状況：A\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "宿泊者 | 人 | 72 | 90\n"
      "\n"
      "○ 木を使う\n"
      "事業名 | 薪の配布 | 農政課 | 達成状況：C\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "世帯数 | 世帯 | 73 | 95\n"
      "\n"
      "基本目標Ⅲ | 海を守る | < | <\n"
      "テーマ | 藻場の再生 | < | <\n"
      "\n"
      "○ 浜を歩く\n"
      "事業名 | 浜の清掃 | 水産課 | 達成状況：A\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "参加者 | 人 | 74 | 85\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|theme 森の再生|"
      "measure 歩く人を迎える|森林課/|grade B\n"
      "K 延長|km||T80@2024| 2021=71\n"
      "P |山小屋の修繕|goal Ⅱ 山を守る|theme 森の再生|"
      "measure 歩く人を迎える|森林課/|grade A\n"
      "K 宿泊者|人||T90@2024| 2021=72\n"
      "P |薪の配布|goal Ⅱ 山を守る|theme 森の再生|measure 木を使う|"
      "農政課/|grade C\n"
      "K 世帯数|世帯||T95@2024| 2021=73\n"
      "P |浜の清掃|goal Ⅲ 海を守る|theme 藻場の再生|measure 浜を歩く|"
      "水産課/|grade A\n"
      "K 参加者|人||T85@2024| 2021=74\n" },
    { "施策1 alone in its row between the label of a goal and a form's name",
      "a.xlsx",
      "基本目標Ⅱ | 山を守る | < | <\n"
      "\n"
      "施策1　森の再生\n"
      "事業名 | 山道の手入れ | 森林課 | 達成状況：B\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "延長 | km | 71 | 80\n"
      "\n"
      "施策2　木の利用\n"
      "事業名 | 薪の配布 | 農政課 | 達成状況：C\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "世帯数 | 世帯 | 73 | 95\n"
      "\n"
      "基本目標Ⅲ | 海を守る | < | <\n"
      "\n"
      "施策1　藻場の再生\n"
      "事業名 | 浜の清掃 | 水産課 | 達成状況：A\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "参加者 | 人 | 74 | 85\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|measure 1 森の再生|森林課/|grade B\n"
      "K 延長|km||T80@2024| 2021=71\n"
      "P |薪の配布|goal Ⅱ 山を守る|measure 2 木の利用|農政課/|grade C\n"
      "K 世帯数|世帯||T95@2024| 2021=73\n"
      "P |浜の清掃|goal Ⅲ 海を守る|measure 1 藻場の再生|水産課/|grade A\n"
      "K 参加者|人||T85@2024| 2021=74\n" },
    { "a level's number in the label above each of several forms",
      "a.xlsx",
      "基本目標Ⅱ | 山を守る | < | <\n"
      "事業名 | 山道の手入れ | 森林課 | 達成状況：B\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "延長 | km | 71 | 80\n"
      "\n"
      "基本目標Ⅲ | 海を守る | < | <\n"
      "事業名 | 浜の清掃 | 水産課 | 達成状況：A\n"
      "指標 | 単位 | R3実績 | R6目標\n"
      "参加者 | 人 | 74 | 85\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|森林課/|grade B\n"
      "K 延長|km||T80@2024| 2021=71\n"
      "P |浜の清掃|goal Ⅲ 海を守る|水産課/|grade A\n"
      "K 参加者|人||T85@2024| 2021=74\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_numbered", tests, n);
}
