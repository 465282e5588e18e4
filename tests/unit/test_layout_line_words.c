/*
 * test_layout_line_words.c - what the lines of an indicator hold, by their words
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
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
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_line_words", tests, n);
}
