/*
 * test_layout_steps.c - levels that step to the right below one header
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "each level a column further right than the one it belongs to, and a "
      "word for each in the header's one cell",
      "a.xlsx",
      "基本目標／取組／施策／事業 | < | < | < | 担当局 | 指標（KPI） | 単位 | H28実績 | "
      "目標値（H31）\n"
      "Ⅰ　しごとをつくる\n"
      " | ① 商業の振興\n"
      " |  | ⇒ 町の中心に店を出す人を増やし、まずは週末から人のにぎわいを取り戻すための仕組みづくり\n"
      " |  |  | 朝市の開催 | 経済局 | 来場者数 | 人 | 60 | 90\n"
      " |  |  |  |  | 出店数 | 店 | 6 | 9\n"
      " |  | ⇒ 空き店舗の持ち主と店を出したい人とを引き合わせ、若い人の創業につなげるための環境の整備\n"
      " |  |  | 空き店舗の活用 | 経済局 | 活用件数 | 件 | 3 | 10\n"
      "Ⅱ　ひとを呼ぶ\n"
      " | ① 移住の促進\n"
      " |  | ⇒ 相談の充実\n"
      " |  |  | 移住の相談 | 市民局 | 相談件数 | 件 | 13 | 20\n",
      "P |朝市の開催|goal Ⅰ しごとをつくる|theme ① 商業の振興|measure "
      "町の中心に店を出す人を増やし、まずは週末から人のにぎわいを取り戻すための仕組みづくり|経済局/\n"
      "K 来場者数|人||T90@2019| 2016=60\n"
      "K 出店数|店||T9@2019| 2016=6\n"
      "P |空き店舗の活用|goal Ⅰ しごとをつくる|theme ① 商業の振興|measure "
      "空き店舗の持ち主と店を出したい人とを引き合わせ、若い人の創業につなげるための環境の整備|経済局/\n"
      "K 活用件数|件||T10@2019| 2016=3\n"
      "P |移住の相談|goal Ⅱ ひとを呼ぶ|theme ① 移住の促進|measure 相談の充実|市民局/\n"
      "K 相談件数|件||T20@2019| 2016=13\n" },
    { "the last step is an indicator's, over its years, and its project has "
      "its cells beside it; a note below",
      "a.xlsx",
      "施策・事業・KPI | < | < | 担当課 | 評価 | 単位 | 年度 | 目標値 | 実績値\n"
      "施策１　商業の振興\n"
      " | 朝市の開催 | < | 商工課 | B\n"
      " |  | 来場者数 |  |  | 人 | R4 | 50 | 48\n"
      " |  | ^ |  |  | ^ | R5 | 60 | 61\n"
      " |  | 出店数 |  |  | 店 | R4 | 5 | 4\n"
      " |  | ^ |  |  | ^ | R5 | 6 | 6\n"
      "施策２　移住の促進\n"
      " | 移住の相談 | < | 企画課 | A\n"
      " |  | 相談件数 |  |  | 件 | R4 | 12 | 13\n"
      " |  | ^ |  |  | ^ | R5 | 14 | 15\n"
      "\n"
      "（注）評価は市の職員による。\n",
      "P |朝市の開催|measure １ 商業の振興|/商工課|grade B\n"
      "K 来場者数|人||T60@2023 p2022=50 p2023=60| 2022=48 2023=61\n"
      "K 出店数|店||T6@2023 p2022=5 p2023=6| 2022=4 2023=6\n"
      "P |移住の相談|measure ２ 移住の促進|/企画課|grade A\n"
      "K 相談件数|件||T14@2023 p2022=12 p2023=14| 2022=13 2023=15\n" },
    { "two steps below a word that is not merged, behind a column of numbers; "
      "whose a level is stands beside it",
      "a.xlsx",
      "No. | 事業名 |  | 担当課 | 指標 | 単位 | R4実績 | R6目標\n"
      " | 商業の振興 |  | 商工課\n"
      "1 |  | 朝市の開催 | 商工課 | 来場者数 | 人 | 60 | 90\n"
      "2 |  | 空き店舗の活用 | 商工課 | 活用件数 | 件 | 3 | 10\n"
      " | 農業の振興 |  | 農林課\n"
      "3 |  | 就農の支援 | 農林課 | 就農者数 | 人 | 2 | 8\n",
      "P 1|朝市の開催|measure 商業の振興|/商工課\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "P 2|空き店舗の活用|measure 商業の振興|/商工課\n"
      "K 活用件数|件||T10@2024| 2022=3\n"
      "P 3|就農の支援|measure 農業の振興|/農林課\n"
      "K 就農者数|人||T8@2024| 2022=2\n"
      "F column-role-inferred B1 事業名 > 事業名 > the project\n" },
    { "lines merged over the whole table, none of them numbered",
      "a.xlsx",
      "体系 | < | < | 担当課 | 指標 | 単位 | R4実績 | R6目標\n"
      "しごとをつくる | < | < | < | < | < | < | <\n"
      " | 商業の振興 | < | < | < | < | < | <\n"
      " |  | 朝市の開催 | 商工課 | 来場者数 | 人 | 60 | 90\n"
      " |  |  |  | 出店数 | 店 | 6 | 9\n"
      "ひとを呼ぶ | < | < | < | < | < | < | <\n"
      " | 移住の促進 | < | < | < | < | < | <\n"
      " |  | 移住の相談 | 企画課 | 相談件数 | 件 | 13 | 20\n",
      "P |朝市の開催|goal しごとをつくる|measure 商業の振興|/商工課\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "K 出店数|店||T9@2024| 2022=6\n"
      "P |移住の相談|goal ひとを呼ぶ|measure 移住の促進|/企画課\n"
      "K 相談件数|件||T20@2024| 2022=13\n"
      "F column-role-inferred A1 体系 > 事業名 > the project\n" },
};

int main(void)
{
    struct CMUnitTest tests[sizeof(cases) / sizeof(*cases)];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_steps", tests, n);
}
