/*
 * test_layout_form_questions.c - forms: what is asked beside the labels of
 * verdicts is no grade, and the number of a question is no part of its label
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
    { "numbered questions above their answers",
      "a.xlsx",
      "令和６年度実施状況調査票 | < | < | <\n"
      "\n"
      "問１　担当部 | < | 問２　担当課 | <\n"
      "商工部 | < | 商工課 | <\n"
      "問３　基本目標 | < | 問４　事業名 | <\n"
      "Ⅰ　にぎわいづくり | < | 朝市の開催 | <\n"
      "問５　成果指標の名称 | < | < | <\n"
      "来場者数 | < | < | <\n"
      "策定時の値 | 目標値 | 令和５年度実績値 | 令和６年度実績値\n"
      "50人（令和２年度） | 90人（令和７年度） | 60人 | 調査未実施\n"
      "問６　取組の内容と成果・課題 | < | < | <\n"
      "雨の日に減った。 | < | < | <\n",
      "P |朝市の開催|goal Ⅰ にぎわいづくり|商工部/商工課\n"
      "K 来場者数|人|B50@2020|T90@2025| 2023=60 2024=not-surveyed\n" },
    { "numbered questions in front of their answers",
      "a.xlsx",
      "Ｑ１．担当課 | 商工課\n"
      "Ｑ２．事業名 | 朝市の開催\n"
      "Ｑ３．指標名 | 来場者数\n"
      "Ｑ４．単位 | 人\n"
      "Ｑ５．目標値（R7） | 90\n"
      "Ｑ６．令和６年度実績 | 60\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T90@2025| 2024=60\n" },
    { "questions that ask to be answered, and a table behind one of them",
      "a.xlsx",
      "（問１）担当課をご記入ください。 | 商工課\n"
      "（問２）事業名をご記入ください。 | 朝市の開催\n"
      "（問３）指標の状況 | 指標名 | 単位 | R5実績 | 目標値（R7）\n"
      " | 来場者数 | 人 | 60 | 90\n"
      " | 出店数 | 店 | 6 | 9\n"
      "（問４）評価 | B\n",
      "P |朝市の開催|/商工課|grade B\n"
      "K 来場者数|人||T90@2025| 2023=60\n"
      "K 出店数|店||T9@2025| 2023=6\n" },
    { "Q1 in front of a figure is a quarter",
      "a.xlsx",
      "事業名 | 指標名 | 目標値（R7） | R6実績 | Q1 R7実績\n"
      "朝市の開催 | 来場者数（人） | 90 | 60 | 12\n"
      "夜市の開催 | 出店数（店） | 9 | 6 | 1\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2025| 2024=60\n"
      "P |夜市の開催\n"
      "K 出店数|店||T9@2025| 2024=6\n"
      "F column-not-read E1 Q1 R7実績 > 12\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_questions", tests, n);
}
