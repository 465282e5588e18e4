/*
 * test_layout_form_captions.c - forms: a caption of the figures down their side is
 * no name of the indicator
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "年次推移 over lines of years",
      "a.xlsx",
      "プロジェクト名 | ごみ減量 | < | < | <\n"
      "担当 | 環境部 | < | < | <\n"
      "\n"
      "環境指標 | ごみ排出量 | < | 単位 | g\n"
      " | 年度 | 目標値 | 実績値 | 備考\n"
      "年次推移 | R2 | 888 | 921 | 増\n"
      "^ | R3 | 876 | 898 |\n",
      "P |ごみ減量|環境部/\n"
      "K ごみ排出量|g||T876@2021 p2020=888 p2021=876| 2020=921 2021=898|remark 増\n" },
    { "達成状況, which is a label elsewhere",
      "a.xlsx",
      "プロジェクト名 | ごみ減量 | < | < | <\n"
      "担当 | 環境部 | < | < | <\n"
      "\n"
      "環境指標 | ごみ排出量 | < | 単位 | g\n"
      " | 年度 | 目標値 | 実績値 | 備考\n"
      "達成状況 | R2 | 888 | 921 | 増\n"
      "^ | R3 | 876 | 898 |\n",
      "P |ごみ減量|環境部/\n"
      "K ごみ排出量|g||T876@2021 p2020=888 p2021=876| 2020=921 2021=898|remark 増\n" },
    { "words of their own are a name, and the label is said",
      "a.xlsx",
      "プロジェクト名 | ごみ減量 | < | < | <\n"
      "担当 | 環境部 | < | < | <\n"
      "\n"
      "環境指標 | ごみ排出量 | < | 単位 | g\n"
      " | 年度 | 目標値 | 実績値 | 備考\n"
      "全市の値 | R2 | 888 | 921 | 増\n"
      "^ | R3 | 876 | 898 |\n",
      "P |ごみ減量|環境部/\n"
      "K 全市の値|||T876@2021 p2020=888 p2021=876| 2020=921 2021=898|remark 増\n"
      "F label-not-read A4 環境指標 > ごみ排出量\n" },
    { "in front of lines of 目標 and 実績, below 年度 over both",
      "a.xlsx",
      "プロジェクト名 | ごみ減量 | < | < | <\n"
      "担当 | 環境部 | < | < | <\n"
      "\n"
      "環境指標 | ごみ排出量 | < | 単位 | g\n"
      "年度 | < | R2 | R3 | R4\n"
      "推移 | 目標 | 888 | 876 | 860\n"
      "^ | 実績 | 921 | 898 | 870\n",
      "P |ごみ減量|環境部/\n"
      "K ごみ排出量|g||T860@2022 p2020=888 p2021=876 p2022=860| 2020=921 2021=898 2022=870\n" },
    { "年次推移 beside the years and their figures",
      "a.xlsx",
      "プロジェクト名 | ごみ減量 | < | < | <\n"
      "担当 | 環境部 | < | < | <\n"
      "\n"
      "環境指標 | ごみ排出量 | < | 単位 | g\n"
      "年次推移 | R2 | R3 | R4 | R5\n"
      "^ | 876 | 898 | 900 | 910\n",
      "P |ごみ減量|環境部/\n"
      "K ごみ排出量|g||T-| 2020=876 2021=898 2022=900 2023=910\n" },
    { "KPIの達成状況 beside the years and their figures",
      "a.xlsx",
      "プロジェクト名 | ごみ減量 | < | < | <\n"
      "担当 | 環境部 | < | < | <\n"
      "\n"
      "KPI | 来場者数：2人（R1）→12人（R7） | < | < | <\n"
      "KPIの達成状況 | R2 | R3 | R4 | R5\n"
      "^ | 3 | 5 | 8 | 9\n",
      "P |ごみ減量|環境部/\n"
      "K 来場者数|人|B2@2019|T12@2025| 2020=3 2021=5 2022=8 2023=9\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_captions", tests, n);
}
