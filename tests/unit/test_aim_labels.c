/*
 * test_aim_labels.c - 目標 for an indicator's label, 実施内容 for its actual's
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case forms[] = {
    { "indicators with a target a year beside 目標, their figures in what was done",
      "a.xlsx",
      "「取組と目標」に対する評価シート | <\n"
      " | 年度　令和６年度　　記入担当：福祉部 長寿課\n"
      "\n"
      "タイトル | 集いの場づくり\n"
      "現状と課題 | 集まる場が少ない。\n"
      "目標¶（事業内容、指標等） | ・会場の数：令和６年度 4か所、令和７年度 5か所、令和８年度 6か所¶"
      "・来場者数：令和６年度 90人、令和７年度 100人、令和８年度 110人\n"
      "目標の評価方法 | ●時点　☑実績のみ¶●評価の方法　年度末に集計する。\n"
      "実施内容 | ・会場の数：3か所¶・来場者数：87人\n"
      "自己評価結果 | ○\n"
      "課題と対応策 | 令和７年度は会場を増やす。\n",
      "P |集いの場づくり|福祉部/長寿課|grade ○\n"
      "K 会場の数|か所||T6@2026 p2024=4 p2025=5 p2026=6| 2024=3\n"
      "K 来場者数|人||T110@2026 p2024=90 p2025=100 p2026=110| 2024=87\n"
      "F actual-year-inferred A8 実績 > R6\n" },
    { "sentences in front of the figures of what was done are left out",
      "a.xlsx",
      "令和6年度　取組評価シート | <\n"
      "取組名 | 朝市の開催\n"
      "目標（指標等） | ①来場者数：R6 45人¶②出店数：R6 90店\n"
      "取組実績 | ・朝市を6回開いた。¶①来場者数：47人¶②出店数：87店\n"
      "評価 | B\n",
      "P |朝市の開催|grade B\n"
      "K 来場者数|人||T45@2024| 2024=47\n"
      "K 出店数|店||T90@2024| 2024=87\n"
      "F actual-year-inferred A4 実績 > R6\n" },
    { "what was done stays so beside a label of the figures",
      "a.xlsx",
      "令和6年度　取組評価シート | <\n"
      "取組名 | 朝市の開催\n"
      "目標 | 来場者数：R6 450人\n"
      "実施内容 | 来場者数：47人の朝市を開いた。\n"
      "実績 | 来場者数：470人\n"
      "評価 | B\n",
      "P |朝市の開催|grade B|activity : 来場者数：47人の朝市を開いた。\n"
      "K 来場者数|人||T450@2024| 2024=470\n"
      "F actual-year-inferred A5 実績 > R6\n" },
};

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, forms);
    return run_tests("aim_labels", tests, n);
}
