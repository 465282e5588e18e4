/*
 * test_layout_grade_lines.c - forms: one of several verdicts is ticked, below
 * each other
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "verdicts in words below a heading that asks for one",
      "a.xlsx",
      "事業の名称 | < | 朝市の開催 | <\n"
      "担当部署 | < | 産業局 | 商工課\n"
      "指標名 | < | 令和２年度¶目標値 | 令和２年度¶実績値\n"
      "来場者数（人） | < | 250 | 145\n"
      "出店数（店） | < | 25 | 14\n"
      "\n"
      "４　事業の評価（該当に☑） | < | < | <\n"
      " | □　非常に効果的であった | < | <\n"
      " | ☑　相当程度効果があった | < | <\n"
      " | □　効果がなかった | < | <\n"
      "\n"
      "今後の方針 | < | 事業の継続 | <\n",
      "P |朝市の開催|産業局/商工課|grade 相当程度効果があった\n"
      "K 来場者数|人||T250@2020| 2020=145\n"
      "K 出店数|店||T25@2020| 2020=14\n" },
    { "grades beside a label over all of them, on a card",
      "a.xlsx",
      "事業名 | 朝市の開催 | 担当課 | 商工課\n"
      "指標名 | 来場者数 | 単位 | 人\n"
      "目標値（R6） | 90 | R4実績 | 60\n"
      "評価 | □ 順調 | < | <\n"
      "^ | ■ やや遅れ | < | <\n"
      "^ | □ 遅れ | < | <\n"
      "\n"
      "事業名 | 橋の点検 | 担当課 | 道路課\n"
      "指標名 | 橋の数 | 単位 | 橋\n"
      "目標値（R6） | 9 | R4実績 | 6\n"
      "評価 | ■ 順調 | < | <\n"
      "^ | □ やや遅れ | < | <\n"
      "^ | □ 遅れ | < | <\n",
      "P |朝市の開催|/商工課|grade やや遅れ\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "P |橋の点検|/道路課|grade 順調\n"
      "K 橋の数|橋||T9@2024| 2022=6\n" },
    { "the way on, and the verdict of others, are no grades",
      "a.xlsx",
      "事業名 | 朝市の開催 | 担当課 | 商工課\n"
      "指標 | R4実績 | R6目標 | <\n"
      "来場者数（人） | 60 | 90 | <\n"
      "\n"
      "今後の方向性（該当に☑） | < | < | <\n"
      "☑ 継続 | < | < | <\n"
      "□ 廃止 | < | < | <\n"
      "\n"
      "外部有識者の評価（該当に☑） | < | < | <\n"
      "☑ 有効であった | < | < | <\n"
      "□ 有効でなかった | < | < | <\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T90@2024| 2022=60\n" },
    { "several are ticked, or none",
      "a.xlsx",
      "事業名 | 朝市の開催 | 担当課 | 商工課\n"
      "指標 | R4実績 | R6目標 | <\n"
      "来場者数（人） | 60 | 90 | <\n"
      "総合評価（該当に☑） | < | < | <\n"
      "☑ 効果があった | < | < | <\n"
      "☑ 効果がなかった | < | < | <\n"
      "# 2\n"
      "事業名 | 橋の点検 | 担当課 | 道路課\n"
      "指標 | R4実績 | R6目標 | <\n"
      "橋の数（橋） | 6 | 9 | <\n"
      "総合評価（該当に☑） | < | < | <\n"
      "□ 効果があった | < | < | <\n"
      "□ 効果がなかった | < | < | <\n",
      "P |朝市の開催|/商工課|grade ☑ 効果があった　☑ 効果がなかった\n"
      "K 来場者数|人||T90@2024| 2022=60\n"
      "P |橋の点検|/道路課\n"
      "K 橋の数|橋||T9@2024| 2022=6\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_grade_lines", tests, n);
}
