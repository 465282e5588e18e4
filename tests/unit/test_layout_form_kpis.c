/*
 * test_layout_form_kpis.c - tables of indicators inside forms
 */
#include "support/rows.h"

#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "numbers in front of indicators are no part of their names", "a.xlsx",
      "事業名 | 里山の再生 | <\n"
      "担当課 | 農林課 | <\n"
      "指標名 | R5目標 | R5実績\n"
      "1. 間伐面積（ha） | 30 | 28\n"
      "2. １人当たり作業時間（時間） | 9 | 8\n"
      "# 2\n"
      "事業名 | 祭りの振興 | <\n"
      "担当課 | 文化課 | <\n"
      "指標名 | R5目標 | R5実績\n"
      "(1)観覧者数（人） | 900 | 850\n"
      "(２)20～39歳の参加率（％） | 20 | 18\n"
      "# 3\n"
      "事業名 | 読書の推進 | <\n"
      "担当課 | 図書館 | <\n"
      "指標名 | R5目標 | R5実績\n"
      "①貸出冊数¶（単位：冊） | 700 | 720\n"
      "２　来館者数 | 80人 | 75人\n",
      "P |里山の再生|/農林課\n"
      "K 間伐面積|ha||T30@2023| 2023=28\n"
      "K １人当たり作業時間|時間||T9@2023| 2023=8\n"
      "P |祭りの振興|/文化課\n"
      "K 観覧者数|人||T900@2023| 2023=850\n"
      "K 20～39歳の参加率|％||T20@2023| 2023=18\n"
      "P |読書の推進|/図書館\n"
      "K 貸出冊数|冊||T700@2023| 2023=720\n"
      "K 来館者数|人||T80@2023| 2023=75\n" },
    { "figures in front of a name count something, and stay", "a.xlsx",
      "事業名 | 健診の推進 | <\n"
      "担当課 | 健康課 | <\n"
      "指標名 | R5目標 | R5実績\n"
      "1 人当たり医療費（千円） | 300 | 310\n"
      "1.6歳児健診の受診率（％） | 95 | 94\n"
      "（40～74歳）受診者数（人） | 800 | 790\n",
      "P |健診の推進|/健康課\n"
      "K 1 人当たり医療費|千円||T300@2023| 2023=310\n"
      "K 1.6歳児健診の受診率|％||T95@2023| 2023=94\n"
      "K （40～74歳）受診者数|人||T800@2023| 2023=790\n" },
    { "a label's value has its number too, above a table of years", "a.xlsx",
      "事業名 | 空き家の活用 | < | <\n"
      "担当課 | 住宅課 | < | <\n"
      "指標 | (1)登録件数（件） | < | <\n"
      "区分 | R3 | R4 | R5\n"
      "目標 | 10 | 12 | 14\n"
      "実績 | 9 | 13 | 15\n"
      "指標 | (2)成約件数（件） | < | <\n"
      "区分 | R3 | R4 | R5\n"
      "目標 | 4 | 5 | 6\n"
      "実績 | 3 | 5 | 7\n",
      "P |空き家の活用|/住宅課\n"
      "K 登録件数|件||T14@2023 p2021=10 p2022=12 p2023=14|"
      " 2021=9 2022=13 2023=15\n"
      "K 成約件数|件||T6@2023 p2021=4 p2022=5 p2023=6|"
      " 2021=3 2022=5 2023=7\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_kpis", tests, n);
}
