/*
 * test_ingest_shapes.c - tables side by side, deep headers, lines and parts of indicators
 */
#include "support/rows.h"

#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "two tables side by side with a column between them",
      "a.xlsx",
      "総合戦略の進捗（R4年度）\n"
      "事業名 | 指標 | 目標値（R6） | R4実績 |  | 事業"
      "名 | 指標 | 目標値（R6） | R4実績\n"
      "A | 人数（人） | 10 | 9 |  | B | 件数（件） | 5 | 4"
      "\n"
      "C | 回数（回） | 10 | 9 |  | D | 箇所数（箇所） | "
      "5 | 4\n",
      "P |A\n"
      "K 人数|人||T10@2024| 2022=9\n"
      "P |C\n"
      "K 回数|回||T10@2024| 2022=9\n"
      "P |B\n"
      "K 件数|件||T5@2024| 2022=4\n"
      "P |D\n"
      "K 箇所数|箇所||T5@2024| 2022=4\n" },
    { "two tables side by side without a gap",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R4実績 | 事業名 "
      "| 指標 | 目標値（R6） | R4実績\n"
      "A | 人数（人） | 10 | 9 | B | 件数（件） | 5 | 4\n",
      "P |A\n"
      "K 人数|人||T10@2024| 2022=9\n"
      "P |B\n"
      "K 件数|件||T5@2024| 2022=4\n" },
    { "the second table begins lower, and headings are merged over both",
      "a.xlsx",
      "Ⅰ しごと | < | < | < | < | < | < | < | <\n"
      "事業名 | 指標 | 目標値（R6） | R4実績 | | | | |\n"
      "A | 人数（人） | 10 | 9 |  | 取組 | KPI | 目標値（R"
      "6） | R4実績\n"
      "Ⅱ ひと | < | < | < | < | < | < | < | <\n"
      "C | 回数（回） | 10 | 9 |  | D | 箇所数（箇所） | "
      "5 | 4\n",
      "P |A|goal Ⅰ しごと\n"
      "K 人数|人||T10@2024| 2022=9\n"
      "P |C|goal Ⅱ ひと\n"
      "K 回数|回||T10@2024| 2022=9\n"
      "P |D|goal Ⅱ ひと\n"
      "K 箇所数|箇所||T5@2024| 2022=4\n" },
    { "three lists of indicators in a row",
      "a.xlsx",
      "指標 | 目標 R6 | 実績 R4 | | 指標 | 目標 R6 | 実績"
      " R4 |  | 指標 | 目標 R6 | 実績 R4\n"
      "い（人） | 5 | 4 | | ろ（人） | 5 | 4 |  | は（人"
      "） | 5 | 4\n",
      "P |い\n"
      "K い|人||T5@2024| 2022=4\n"
      "P |ろ\n"
      "K ろ|人||T5@2024| 2022=4\n"
      "P |は\n"
      "K は|人||T5@2024| 2022=4\n" },
    { "repeated indicators with a column between them are one wide table",
      "a.xlsx",
      "事業 | 指標1 | 目標 R6 | 実績 R4 | | 指標2 | 目標 "
      "R6 | 実績 R4\n"
      "い | 人数（人） | 5 | 4 | | 件数（件） | 5 | 4\n",
      "P |い\n"
      "K 人数|人||T5@2024| 2022=4\n"
      "K 件数|件||T5@2024| 2022=4\n" },
    { "a header of six levels",
      "a.xlsx",
      "戦略 | < | < | < | < | <\n"
      "施策 | 事業 | 評価 | < | < | <\n"
      "^ | ^ | 指標 | 年度別 | < | <\n"
      "^ | ^ | ^ | 令和3年度 | < | 令和4年度\n"
      "^ | ^ | ^ | 目標 | 実績 | 実績\n"
      "^ | ^ | ^ | (人) | (人) | (人)\n"
      "あ | い | う | 5 | 6 | 7\n",
      "P |い|measure あ\n"
      "K う|人||T5@2021| 2021=6 2022=7\n" },
    { "a line for each year and for target and actual",
      "a.xlsx",
      "年度 | 区分 | 事業名 | 指標 | 単位 | 値\n"
      "R3 | 目標 | A | 人数 | 人 | 10\n"
      "R3 | 実績 | A | 人数 | 人 | 9\n"
      "R4 | 目標 | A | 人数 | 人 | 12\n"
      "R4 | 実績 | A | 人数 | 人 | 13\n",
      "P |A\n"
      "K 人数|人||T12@2022 p2021=10 p2022=12| 2021=9 2022=13\n" },
    { "lines of a year below its merged or empty cell, one of them the baseline",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 年度 | 区分 | 値\n"
      "A | 人数 | 人 | R1 | 基準値 | 5\n"
      " |  |  | R3 | 目標 | 10\n"
      " |  |  | ^ | 実績 | 9\n"
      " |  |  | R4 | 目標 | 12\n"
      " |  |  |  | 実績 | 13\n",
      "P |A\n"
      "K 人数|人|B5@2019|T12@2022 p2021=10 p2022=12| 2021=9 2022=1"
      "3\n" },
    { "a list sorted by year",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 年度 | 目標 | 実績\n"
      "A | 人数 | 人 | R3 | 10 | 9\n"
      "B | 件数 | 件 | R3 | 10 | 8\n"
      "A | 人数 | 人 | R4 | 12 | 11\n"
      "B | 件数 | 件 | R4 | 14 | 12\n",
      "P |A\n"
      "K 人数|人||T12@2022 p2021=10 p2022=12| 2021=9 2022=11\n"
      "P |B\n"
      "K 件数|件||T14@2022 p2021=10 p2022=14| 2021=8 2022=12\n" },
    { "parts of an indicator in a column of their own",
      "a.xlsx",
      "分野 | 指標 | 対象 | 策定時（H29） | 目標（R9）"
      " | 判定\n"
      "栄養 | 朝食欠食率 | 20歳代男性 | 28.1% | 20%以下 "
      "| B\n"
      " | | 30歳代男性 | 25.4% | 20%以下 | C\n"
      "運動 | 運動習慣者の割合 | 20～64歳男性 | 25.1% |"
      " 36%以上 | B\n"
      " | ^ | 65歳以上男性 | 45.1% | 58%以上 | B\n"
      "がん | 検診受診率 | 40～69歳 | 25.1% | 36%以上 | B"
      "\n",
      "P |栄養\n"
      "K 朝食欠食率（20歳代男性）|%|B28.1@2017|T20以下@2"
      "027||grade B\n"
      "K 朝食欠食率（30歳代男性）|%|B25.4@2017|T20以下@2"
      "027||grade C\n"
      "P |運動|grade B\n"
      "K 運動習慣者の割合（20～64歳男性）|%|B25.1@2017|"
      "T36以上@2027||grade B\n"
      "K 運動習慣者の割合（65歳以上男性）|%|B45.1@2017"
      "|T58以上@2027||grade B\n"
      "P |がん|grade B\n"
      "K 検診受診率（40～69歳）|%|B25.1@2017|T36以上@2027|"
      "\n" },
    { "parts of an indicator below its merged header",
      "a.xlsx",
      "事業 | 指標 | < | R4目標 | R4実績\n"
      "い | 受診率 | 胃がん | 10% | 9%\n"
      " | ^ | 肺がん | 10% | 8%\n"
      "ろ | 参加者 | | 10人 | 8人\n",
      "P |い\n"
      "K 受診率（胃がん）|%||T10@2022| 2022=9\n"
      "K 受診率（肺がん）|%||T10@2022| 2022=8\n"
      "P |ろ\n"
      "K 参加者|人||T10@2022| 2022=8\n" },
    { "a name that is typed again for each part of the indicator",
      "a.xlsx",
      "事業 | 指標 | 区分 | R4目標 | R4実績\n"
      "い | 加入率 | 男 | 10% | 9%\n"
      "い | 加入率 | 女 | 10% | 8%\n",
      "P |い\n"
      "K 加入率（男）|%||T10@2022| 2022=9\n"
      "K 加入率（女）|%||T10@2022| 2022=8\n" },
};

int main(void)
{
    struct CMUnitTest tests[128];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("ingest_shapes", tests, n);
}
