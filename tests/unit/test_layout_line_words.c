/*
 * test_layout_line_words.c - what the lines of an indicator hold, by words
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "年次目標 and 当初目標値 are targets where no 実績 stands below them",
      "a.xlsx",
      "事業名 | 指標 | | R4 | R5\n"
      "朝市の開催 | 来場者数（人） | 年次目標 | 100 | 120\n"
      "山道の整備 | 延長（km） | 当初目標値 | 10 | 12\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T120@2023 p2022=100 p2023=120|\n"
      "P |山道の整備\n"
      "K 延長|km||T12@2023 p2022=10 p2023=12|\n" },
    { "将来展望 is what is planned, an estimate without the plan no line",
      "a.xlsx",
      "人口ビジョン　数値目標の検証\n"
      "施策 | 指標 | 単位 | 基準値（R1） | 区分 | R4 | R5 | R22目標\n"
      "人口の維持 | 総人口 | 人 | 12480 | 将来展望（目標） | 12386 | 12291 | "
      "10500\n"
      "^ | ^ | ^ | ^ | 社人研準拠推計（参考） | 12367 | 12253 | ^\n"
      "^ | ^ | ^ | ^ | 実績 | 12394 | 12271 | ^\n"
      "健康づくり | 健康寿命 | 歳 | 79.4 | 将来展望 | 79.5 | 79.6 | 82\n"
      "^ | ^ | ^ | ^ | 参考 | 79.4 | 79.4 | ^\n"
      "^ | ^ | ^ | ^ | 実績 | 79.5 | 集計中 | ^\n",
      "P |人口の維持\n"
      "K 総人口|人|B12480@2019|T10500@2040 p2022=12386 p2023=12291| "
      "2022=12394 2023=12271\n"
      "P |健康づくり\n"
      "K 健康寿命|歳|B79.4@2019|T82@2040 p2022=79.5 p2023=79.6| 2022=79.5 "
      "2023=pending\n" },
    { "what is counted over both columns of the lines, a grade and why below",
      "a.xlsx",
      "子育て支援事業計画　計画値と実績\n"
      "1　地域の支援事業\n"
      "\n"
      "（1）延長保育事業 | | | | | 担当：保育課\n"
      "利用人数（人） | < | R4年度 | R5年度 | R6年度\n"
      "計画値（量の見込み） | < | 351 | 354 | 356\n"
      "実績値 | < | 352 | 349 | 357\n"
      "差（実績値－計画値） | < | 1 | -5 | 1\n"
      "評価 | < | Ａ | 体制を確保した。 | <\n"
      "\n"
      "（2）学童保育事業 | | | | | 担当：放課後課\n"
      "入室児童数（人） | < | R4年度 | R5年度 | R6年度\n"
      "計画値（量の見込み） | < | 51 | 54 | 56\n"
      "実績値 | < | 52 | 49 | 57\n"
      "差（実績値－計画値） | < | 1 | -5 | 1\n"
      "評価 | < | Ｂ | Ｃ | Ａ\n",
      "P （1）|延長保育事業|goal 1 地域の支援事業|theme （1） 延長保育事業|"
      "/保育課\n"
      "K 利用人数|人||T356@2024 p2022=351 p2023=354 p2024=356| 2022=352 "
      "2023=349 2024=357|grade Ａ|remark 体制を確保した。\n"
      "P （2）|学童保育事業|goal 1 地域の支援事業|theme （2） 学童保育事業|"
      "/放課後課\n"
      "K 入室児童数|人||T56@2024 p2022=51 p2023=54 p2024=56| 2022=52 "
      "2023=49 2024=57|grade Ａ\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_line_words", tests, n);
}
