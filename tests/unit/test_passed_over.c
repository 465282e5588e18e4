/*
 * test_passed_over.c - what stands beside 目標 or 実績 on a form and was not read
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a figure of an aim apart from the table", "a.xlsx",
      "事業名 | 朝の市の開催\n"
      "担当課 | 商工課\n"
      "\n"
      "指標 | 単位 | R5目標 | R5実績\n"
      "来場者数 | 人 | 100 | 90\n"
      "\n"
      "現状値の線 | 95\n",
      "P |朝の市の開催|/商工課\n"
      "K 来場者数|人||T100@2023| 2023=90\n"
      "F label-not-read A7 現状値の線 > 95\n" },
    { "a line of actuals in one cell", "a.xlsx",
      "事業名 | 朝の市の開催\n"
      "担当課 | 商工課\n"
      "\n"
      "指標 | 単位 | R5目標 | R5実績\n"
      "来場者数 | 人 | 100 | 90\n"
      "\n"
      "来場者数の推移 | 実績　R3：80人　R4：85人\n",
      "P |朝の市の開催|/商工課\n"
      "K 来場者数|人||T100@2023| 2023=90\n"
      "F figure-passed-over B7 実績　R3：80人　R4：85人 > 実績\n" },
    { "costs, rates and counts are none of an indicator's", "a.xlsx",
      "事業名 | 朝の市の開催\n"
      "担当課 | 商工課\n"
      "\n"
      "指標 | 単位 | R5目標 | R5実績\n"
      "来場者数 | 人 | 100 | 90\n"
      "\n"
      " | | | | R5実績の内訳 | 人件費 | 95\n"
      " | | | | R5実績の内訳 | 職員数 | 3\n",
      "P |朝の市の開催|/商工課\n"
      "K 来場者数|人||T100@2023| 2023=90\n"
      "F label-not-read E8 R5実績の内訳 > 3\n" },
    { "quarters are parts of a figure that was read", "a.xlsx",
      "事業1：朝の市 | | 担当 | 商工課\n"
      "指標 | 単位 | R5目標 | R5実績 | < | <\n"
      "^ | ^ | ^ | 4-9月 | 10-3月 | 年度計\n"
      "来場者数 | 人 | 100 | 40 | 50 | 90\n"
      "\n"
      "事業2：夜の市 | | 担当 | 港課\n"
      "指標 | 単位 | R5目標 | R5実績 | < | <\n"
      "^ | ^ | ^ | 4-9月 | 10-3月 | 年度計\n"
      "出店数 | 店 | 10 | 4 | 5 | 9\n",
      "P 1|朝の市|商工課/\n"
      "K 来場者数|人||T100@2023| 2023=90\n"
      "P 2|夜の市|港課/\n"
      "K 出店数|店||T10@2023| 2023=9\n" },
    { "a list tells its columns itself", "a.xlsx",
      "事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "朝の市 | 来場者数 | 人 | 100 | 90\n"
      "\n"
      " | | | | | 実績値の線 | 95\n",
      "P |朝の市\n"
      "K 来場者数|人||T100@2023| 2023=90\n" },
};

static const sheet_case sheets[] = {
    { "a sheet of such figures that is no table, beside one that is", "a.xlsx",
      "# 一覧\n"
      "事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "朝の市 | 来場者数 | 人 | 100 | 90\n"
      "# 別紙\n"
      "来場者数の推移\n"
      " | | 目標値の線 | 100\n"
      " | | 実績値の線 | 90\n"
      " | | 実績値の点線 | 80\n",
      "P |朝の市\n"
      "K 来場者数|人||T100@2023| 2023=90\n"
      "F sheet-not-read D2 別紙\n" },
    { "a sheet of counts is none", "a.xlsx",
      "# 一覧\n"
      "事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "朝の市 | 来場者数 | 人 | 100 | 90\n"
      "# 集計\n"
      "目標の達成度 | 件数の計\n"
      "達成 | 3\n"
      "未達成 | 4\n"
      "なし | 5\n",
      "P |朝の市\n"
      "K 来場者数|人||T100@2023| 2023=90\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    TEST_ROWS(tests, n, sheet_text_reads, sheets);
    return run_tests("passed_over", tests, n);
}
