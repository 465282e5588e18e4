/*
 * test_layout_outline.c - levels of an outline: pillars, headings left of their
 * tables, whose each is
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case levels[] = {
    { "a pillar is the goal where nothing is further out",
      "a.xlsx",
      "柱 | 事業名 | 成果指標 | R5実績 | 目標（R7）\n"
      "柱１　見て歩く | 町並み補助 | 補助件数（件） | 9 | 15\n"
      "柱２　迎える | 案内板 | 設置数（基） | 45 | 60\n",
      "P |町並み補助|goal １ 見て歩く\n"
      "K 補助件数|件||T15@2025| 2023=9\n"
      "P |案内板|goal ２ 迎える\n"
      "K 設置数|基||T60@2025| 2023=45\n" },
    { "and the theme below a goal, also above the table",
      "a.xlsx",
      "基本目標１　かせぐ\n"
      "戦略の柱 | 事業名 | 成果指標 | R5実績 | 目標（R7）\n"
      "しごと | 町並み補助 | 補助件数（件） | 9 | 15\n",
      "P |町並み補助|goal １ かせぐ|theme しごと\n"
      "K 補助件数|件||T15@2025| 2023=9\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, levels);
    return run_tests("layout_outline", tests, n);
}
