/*
 * test_layout_short_words.c - headings and names that say much in few words:
 * 目 and 実, 前年度, an office or a period in brackets
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case letters[] = {
    { "目 and 実 behind a year",
      "a.xlsx",
      "No. | 指標 | 単位 | 策定時(R4) | R5目 | R5実 | R6目 | R6実 | R17目\n"
      "1 | 歩く人の割合 | ％ | 28 | 30 | 29.5 | 32 | 31 | 50\n",
      "P 1|歩く人の割合\n"
      "K 歩く人の割合|％|B28@2022|T50@2035 p2023=30 p2024=32| 2023=29.5 202"
      "4=31\n" },
    { "目 and 実 in brackets, in front of a year",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 実（R5） | 実（R6） | R7（目）\n"
      "苗木の配布 | 配布本数 | 本 | 100 | 90 | 120\n",
      "P |苗木の配布\n"
      "K 配布本数|本||T120@2025| 2023=100 2024=90\n" },
    { "indicators side by side",
      "a.xlsx",
      "事業名 | 活動指標 | < | < | 成果指標 | < | <\n"
      "^ | 指標名〔単位〕 | R4実 | R5目 | 指標名〔単位〕 | R4実 | R5目\n"
      "苗木の配布 | 配布本数〔本〕 | 100 | 120 | 緑被率〔％〕 | 31.5 | 33\n"
      "花壇の手入れ | 花壇数〔箇所〕 | 8 | 9 | 満足度〔％〕 | － | 70\n",
      "P |苗木の配布\n"
      "K 配布本数|本||T120@2023| 2022=100\n"
      "K 緑被率|％||T33@2023| 2022=31.5\n"
      "P |花壇の手入れ\n"
      "K 花壇数|箇所||T9@2023| 2022=8\n"
      "K 満足度|％||T70@2023| 2022=missing\n" },
};

static const sheet_case years[] = {
    { "前年度 beside 実績, in a year that the title says",
      "a.xlsx",
      "環境指標の状況（令和５年度）\n"
      "「目標」は計画最終年度（令和12年度）の値。\n"
      "\n"
      "施策 | 指標 | 単位 | 前年度 | 実績 | 目標\n"
      "森づくり | 間伐面積 | ha | 21 | 23 | 40\n"
      "水辺 | 清掃回数 | 回 | － | 3 | 6\n",
      "P |森づくり\n"
      "K 間伐面積|ha||T40@2030| 2022=21 2023=23\n"
      "P |水辺\n"
      "K 清掃回数|回||T6@2030| 2022=missing 2023=3\n"
      "F actual-year-inferred D4 前年度 > R4\n"
      "F actual-year-inferred E4 実績 > R5\n"
      "F target-year-inferred F4 目標 > R12\n" },
    { "前々年度 and 前年度 in front of a year's actuals",
      "a.xlsx",
      "施策 | 指標 | 単位 | 前々年度 | 前年度 | R5実績 | R8目標\n"
      "森づくり | 間伐面積 | ha | 19 | 21 | 23 | 40\n",
      "P |森づくり\n"
      "K 間伐面積|ha||T40@2026| 2021=19 2022=21 2023=23\n"
      "F actual-year-inferred D1 前々年度 > R3\n"
      "F actual-year-inferred E1 前年度 > R4\n" },
    { "前年度 where no year is known",
      "a.xlsx",
      "施策 | 指標 | 単位 | 前年度 | 実績 | R8目標\n"
      "森づくり | 間伐面積 | ha | 21 | 23 | 40\n",
      "P |森づくり\n"
      "K 間伐面積|ha||T40@2026| 0=23\n"
      "F column-not-read D1 前年度 > 21\n"
      "F actual-year-unknown E1 実績 > \n" },
    { "目標欄 in a note below",
      "a.xlsx",
      "施策 | 指標 | 単位 | R5実績 | 目標\n"
      "森づくり | 間伐面積 | ha | 23 | 40\n"
      "※目標欄の数値は令和10年度\n",
      "P |森づくり\n"
      "K 間伐面積|ha||T40@2028| 2023=23\n"
      "F target-year-inferred E1 目標 > R10\n" },
};

static const sheet_case brackets[] = {
    { "departments in brackets behind levels",
      "a.xlsx",
      "分野¶（部局） | 施策¶（担当課） | 取組 | 指標名 | R5実績 | R8目標\n"
      "しごと¶（産業部） | ものづくり¶（工業課） | 機械の更新 | 更新台数 | 3 | 9\n"
      "^ | 働く場¶（雇用対策課） | 相談会 | 相談件数 | 20 | 50\n"
      "みどり¶（農政部） | 山の再生¶（林業課） | 植林 | 植林面積 | 4 | 7\n",
      "P |機械の更新|goal しごと|measure ものづくり|産業部/工業課\n"
      "K 更新台数|||T9@2026| 2023=3\n"
      "P |相談会|goal しごと|measure 働く場|産業部/雇用対策課\n"
      "K 相談件数|||T50@2026| 2023=20\n"
      "P |植林|goal みどり|measure 山の再生|農政部/林業課\n"
      "K 植林面積|||T7@2026| 2023=4\n" },
    { "other words than a department's where the heading does not ask",
      "a.xlsx",
      "分野 | 施策 | 取組 | 指標名 | R5実績 | R8目標\n"
      "しごと（雇用） | 働く場（商工課） | 相談会 | 相談件数 | 20 | 50\n",
      "P |相談会|goal しごと（雇用）|measure 働く場|/商工課\n"
      "K 相談件数|||T50@2026| 2023=20\n" },
    { "a committee where it does",
      "a.xlsx",
      "分野（所管） | 取組 | 指標名 | R5実績 | R8目標\n"
      "まなび（教育委員会） | 出前講座 | 受講者数 | 20 | 50\n",
      "P |出前講座|goal まなび|教育委員会/\n"
      "K 受講者数|||T50@2026| 2023=20\n" },
    { "a column that says whose they are",
      "a.xlsx",
      "施策 | 取組 | 担当課 | 指標名 | R5実績 | R8目標\n"
      "働く場（商工課） | 相談会 | 雇用課 | 相談件数 | 20 | 50\n",
      "P |相談会|measure 働く場（商工課）|/雇用課\n"
      "K 相談件数|||T50@2026| 2023=20\n" },
    { "a period in brackets behind a project",
      "a.xlsx",
      "事業名 | 指標名 | R5実績 | R8目標\n"
      "相談会¶（R1～R3） | 相談件数 | 20 | 50\n"
      "窓口の開設（令和４年度～） | 来場者数 | 30 | 60\n"
      "橋の点検（2-3） | 点検数 | 3 | 6\n"
      "灯りの設置（R4） | 設置数 | 3 | 6\n",
      "P |相談会|period 2019-2021\n"
      "K 相談件数|||T50@2026| 2023=20\n"
      "P |窓口の開設|period 2022-0\n"
      "K 来場者数|||T60@2026| 2023=30\n"
      "P |橋の点検（2-3）\n"
      "K 点検数|||T6@2026| 2023=3\n"
      "P |灯りの設置（R4）\n"
      "K 設置数|||T6@2026| 2023=3\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, letters);
    TEST_ROWS(tests, n, sheet_text_reads, years);
    TEST_ROWS(tests, n, sheet_text_reads, brackets);
    return run_tests("layout_short_words", tests, n);
}
