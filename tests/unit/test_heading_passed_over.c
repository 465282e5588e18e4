/*
 * test_heading_passed_over.c - levels that stand on a form and are in no record
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case lines[] = {
    { "a label that nobody knows, but for how it ends",
      "a.xlsx",
      "事業名 | 朝市の開催\n"
      "島の振興戦略 | 港のにぎわい\n"
      "担当課 | 港湾課\n"
      "指標 | 来場者数（人）\n"
      "目標値（R6） | 90\n"
      "R5実績 | 60\n",
      "P |朝市の開催|/港湾課\n"
      "K 来場者数|人||T90@2024| 2023=60\n"
      "F heading-passed-over B2 港のにぎわい > 港のにぎわい\n" },
    { "a level below all that it could be of",
      "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 港湾課\n"
      "指標 | 来場者数（人）\n"
      "目標値（R6） | 90\n"
      "R5実績 | 60\n"
      "\n"
      "\n"
      "\n"
      "備考 | 政策３　にぎわいのある港\n",
      "P |朝市の開催|/港湾課\n"
      "K 来場者数|人||T90@2024| 2023=60|remark 政策３　にぎわいのある港\n"
      "F heading-passed-over B9 政策３　にぎわいのある港 > にぎわいのある港\n" },
    { "none where the project belongs to them, is called so, or what follows is said",
      "a.xlsx",
      "政策１　にぎわいのある港\n"
      "施策 | 1-2 朝夕の市\n"
      "事業名 | 朝市の開催\n"
      "担当課 | 港湾課\n"
      "指標 | 来場者数（人）\n"
      "目標値（R6） | 90\n"
      "R5実績 | 60\n"
      "今後の方針 | 続ける\n",
      "P |朝市の開催|goal １ にぎわいのある港|measure 1-2 朝夕の市|/港湾課\n"
      "K 来場者数|人||T90@2024| 2023=60\n" },
};

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, lines);
    return run_tests("heading_passed_over", tests, n);
}
