/*
 * test_layout_form_questions.c - forms: what is asked beside the labels of verdicts
 * is no grade
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "criteria with questions, and no grade of all",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "指標名 | 単位 | R4実績 | 目標値（R6）\n"
      "来場者数 | 人 | 60 | 90\n"
      "\n"
      "必要性 | 市が関与すべき事業か | ａ\n"
      "有効性 | 成果は上がっているか。 | ｂ\n"
      "効率性 | コストは適正か？ | ｂ\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T90@2024| 2022=60\n" },
    { "評価 with a question has the answer behind it",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "指標名 | 単位 | R4実績 | 目標値（R6）\n"
      "来場者数 | 人 | 60 | 90\n"
      "\n"
      "有効性 | 成果は上がっているか | ａ\n"
      "評価 | 目標を達成したか | Ｂ\n",
      "P |朝市の開催|/商工課|grade Ｂ\n"
      "K 来場者数|人||T90@2024| 2022=60\n" },
    { "総合評価 down the side of criteria, its grade below it",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "指標名 | 単位 | R4実績 | 目標値（R6）\n"
      "来場者数 | 人 | 60 | 90\n"
      "\n"
      "必要性 | 市が関与すべき事業か | ａ | 総合評価\n"
      "有効性 | 成果は上がっているか | ｂ | ^\n"
      "効率性 | コストは適正か | ｂ | Ｂ\n"
      "公平性 | 負担は適正か | ａ | ^\n",
      "P |朝市の開催|/商工課|grade Ｂ\n"
      "K 来場者数|人||T90@2024| 2022=60\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_questions", tests, n);
}
