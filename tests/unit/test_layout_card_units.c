/*
 * test_layout_card_units.c - what stands in cells of their own behind the
 * values of a card: units, and what a grade means
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "units behind figures that are typed as text",
      "a.xlsx",
      "主要事業の名称 | < | 自主防災の育成 | < | < | < | <\n"
      "所管部課 | < | 総務部危機管理課 | < | < | < | <\n"
      "\n"
      "指標ア | 指標の名称 | 組織の結成率 | < | < | < | <\n"
      "^ | 計画策定時(R1) | '82.1 | ％ | 目標値(R6) | '95.0 | ％\n"
      "^ | 実績値(R4) | '88.6 | ％ | 達成率 | '93.3 | ％\n"
      "指標イ | 指標の名称 | 訓練の参加者 | < | < | < | <\n"
      "^ | 計画策定時(R1) | '2,150 | 人 | 目標値(R6) | '5,000 | 人\n"
      "^ | 実績値(R4) | '1,980 | 人 | 達成率 | '39.6 | ％\n",
      "P |自主防災の育成|総務部/危機管理課\n"
      "K 組織の結成率|％|B82.1@2019|T95@2024| 2022=88.6|rate 0.933\n"
      "K 訓練の参加者|人|B2150@2019|T5000@2024| 2022=1980|rate 0.396\n" },
    { "what the grade means behind it, and a part of the costs",
      "a.xlsx",
      "主要事業の名称 | < | 橋の長寿命化 | < | < | < | <\n"
      "所管部課 | < | 建設部道路課 | < | < | < | <\n"
      "\n"
      "指標ア | 指標の名称 | 直した橋 | < | < | < | <\n"
      "^ | 計画策定時(R1) | '12 | 橋 | 目標値(R6) | '40 | 橋\n"
      "^ | 実績値(R4) | '29 | 橋 | 達成率 | '72.5 | ％\n"
      "\n"
      "達成度評価 | < | 3 | ４:達成　３:順調　２:やや遅れ | < | < | <\n"
      "今後の展開 | < | 引き続き推進する。 | < | < | < | <\n"
      "\n"
      "決算額 | < | '12,345 | 千円 | うち一般財源 | '6,789 | 千円\n",
      "P |橋の長寿命化|建設部/道路課|grade 3|cost 0=12345千円\n"
      "K 直した橋|橋|B12@2019|T40@2024| 2022=29|rate 0.725\n"
      "F label-not-read E11 うち一般財源 > 6,789\n" },
};

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_card_units", tests, n);
}
