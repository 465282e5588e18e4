/*
 * test_layout_form_cells.c - what stands in several cells of a form, or
 * several things in one cell of it
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "○ below one of grades in words with gaps between",
      "a.xlsx",
      "事業名 | 市場の再生 | < | < | < | < | <\n"
      "指標名 | 単位 | R5目標 | R5実績 | | |\n"
      "来場者数 | 人 | 900 | 880 | | |\n"
      "進捗評価 | A　目標達成 | | B　概ね達成 | | C　一部未達成 | D　未達成\n"
      "^ | | | ○ | | |\n",
      "P |市場の再生|grade B\n"
      "K 来場者数|人||T900@2023| 2023=880\n" },
    { "financial sources, one below the other, down to their sum", "a.xlsx",
      "事業名 | 市場の再生 | < | <\n"
      "財源内訳 | R5決算額（千円） | < | <\n"
      "国庫支出金 | 120 | < | <\n"
      "その他 | 0 | < | <\n"
      "一般財源 | 30 | < | <\n"
      "事業費計 | 150 | < | <\n"
      "指標名 | 単位 | R5目標 | R5実績\n"
      "来場者数 | 人 | 900 | 880\n",
      "P |市場の再生|cost 2023=150千円\n"
      "K 来場者数|人||T900@2023| 2023=880\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_cells", tests, n);
}
