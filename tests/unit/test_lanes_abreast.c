/*
 * test_lanes_abreast.c - indicators abreast, each with labels of its own
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "labels that come again further right are the next indicator's",
      "a.xlsx",
      "令和５年度　行政評価票 | < | < | < | < | <\n"
      "事業名称 | 朝市の開催 | < | < | 所属 | 産業部商工課\n"
      "指標① | < | < | 指標② | < | <\n"
      "指標の名称 | 来場者数 | < | 指標の名称 | 出店率 | <\n"
      "単位 | 人 | < | 単位 | ％ | <\n"
      "年度 | R4 | R5 | 年度 | R4 | R5\n"
      "目標 | 90 | 100 | 目標 | 24.0 | 25.0\n"
      "実績 | 60 | 80 | 実績 | 23.1 |\n"
      "達成率（％） | 66.7 | 80.0 | 達成率（％） | 96.3 |\n"
      "総合評価 | B\n",
      "P |朝市の開催|産業部/商工課|grade B\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80|rate 0.8\n"
      "K 出店率|％||T25@2023 p2022=24 p2023=25| 2022=23.1 2023=blank|rate "
      "0.963\n" },
    { "three, with columns between them, without numbers, and more below",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | < | < | < | < | < | < | <\n"
      "指標名 | 来場者数 | < | | 指標名 | 出店数 | < | | 指標名 | 満足度 | <\n"
      "単位 | 人 | < | | 単位 | 店 | < | | 単位 | ％ | <\n"
      "年度 | R4 | R5 | | 年度 | R4 | R5 | | 年度 | R4 | R5\n"
      "目標 | 90 | 100 | | 目標 | 9 | 10 | | 目標 | 70 | 75\n"
      "実績 | 60 | 80 | | 実績 | 6 | 8 | | 実績 | 68 | 71\n"
      "\n"
      "指標名 | 寄附件数 | < | | 指標名 | 露店数 | <\n"
      "単位 | 件 | < | | 単位 | 軒 | <\n"
      "年度 | R4 | R5 | | 年度 | R4 | R5\n"
      "目標 | 900 | 910 | | 目標 | 19 | 20\n"
      "実績 | 600 | 610 | | 実績 | 16 | 18\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80\n"
      "K 出店数|店||T10@2023 p2022=9 p2023=10| 2022=6 2023=8\n"
      "K 満足度|％||T75@2023 p2022=70 p2023=75| 2022=68 2023=71\n"
      "K 寄附件数|件||T910@2023 p2022=900 p2023=910| 2022=600 2023=610\n"
      "K 露店数|軒||T20@2023 p2022=19 p2023=20| 2022=16 2023=18\n" },
    { "年度 with years that are but numbers, over the end of an era", "a.xlsx",
      "令和２年度　行政評価票 | < | < | <\n"
      "事業名 | 朝市の開催 | < | <\n"
      "指標名 | 来場者数 | < | <\n"
      "単位 | 人 | < | <\n"
      "年度 | '２９ | '３０ | '元\n"
      "目標 | 90 | 100 | 110\n"
      "実績 | 60 | 80 | 85\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T110@2019 p2017=90 p2018=100 p2019=110| 2017=60 2018=80 "
      "2019=85\n" },
    { "numbers behind 年度 that do not count up are none", "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "指標名 | 来場者数 | < | <\n"
      "年度 | R4 | R5 | R6\n"
      "目標 | 28 | 29 | 30\n"
      "実績 | 27 | 28 | 29\n",
      "P |朝市の開催\n"
      "K 来場者数|||T30@2024 p2022=28 p2023=29 p2024=30| 2022=27 2023=28 "
      "2024=29\n" },
    { "indicators of two kinds, their years behind an empty corner each",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | < | < | <\n"
      "成果指標 | 来場者数 | < | 活動指標 | 出店数 | <\n"
      "単位 | 人 | < | 単位 | 店 | <\n"
      " | R4 | R5 | | R4 | R5\n"
      "目標 | 90 | 100 | 目標 | 9 | 10\n"
      "実績 | 60 | 80 | 実績 | 6 | 8\n"
      "評価 | B | < | < | < | <\n",
      "P |朝市の開催|grade B\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80\n"
      "K 出店数|店||T10@2023 p2022=9 p2023=10| 2022=6 2023=8\n" },
    { "four abreast in the fewest rows there may be, to the sheet's end", "a.xlsx",
      "指標名 | 甲 | < | 指標名 | 乙 | < | 指標名 | 丙 | < | 指標名 | 丁 | <\n"
      " | R4 | R5 | | R4 | R5 | | R4 | R5 | | R4 | R5\n"
      "実績 | 90 | 100 | 実績 | 9 | 10 | 実績 | 1 | 2 | 実績 | 3 | 4\n",
      "P |表\n"
      "K 甲|||T-| 2022=90 2023=100\n"
      "K 乙|||T-| 2022=9 2023=10\n"
      "K 丙|||T-| 2022=1 2023=2\n"
      "K 丁|||T-| 2022=3 2023=4\n"
      "F name-inferred A1 表\n"
      "F name-inferred D1 表\n"
      "F name-inferred G1 表\n"
      "F name-inferred J1 表\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("lanes_abreast", tests, n);
}
