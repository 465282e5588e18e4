/*
 * test_layout_card_stated.c - cards whose cells say all of an indicator, and
 * what stands beside, above and between their labels
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case parts[] = {
    { "titles of parts down the side, beside years of costs",
      "a.xlsx",
      "基本情報 | 事業名 | 里山の手入れ | <\n"
      "^ | 担当課 | 森林課 | <\n"
      "事業費の状況 | 区分（千円） | R3年度 | R4年度\n"
      "^ | 決算額 | 3,840 | 4,287\n"
      "指標の状況 | 指標名 | 参加者数 | <\n"
      "^ | 目標値（R6） | 130人 | <\n"
      "^ | R3実績 | 91人 | <\n"
      "^ | R4実績 | 95人 | <\n"
      "事業の成果と課題 | 事業の成果 | ○計画どおり進んだ。 | <\n"
      "評価 | 必要性 | 高い | <\n"
      "^ | 判定 | B | <\n",
      "P |里山の手入れ|/森林課|grade B|cost 2021=3840千円|cost 2022=4287千円\n"
      "K 参加者数|人||T130@2024| 2021=91 2022=95\n"
      "F cost-unit-inferred C3 R3年度決算額 > 千円\n"
      "F label-not-read B9 事業の成果 > ○計画どおり進んだ。\n" },
    { "labels above their values, and a label with words below those",
      "a.xlsx",
      "No. | < | 事業名 | <\n"
      "1 | < | 介護予防教室 | <\n"
      "対象年度 | < | 会計 | 款\n"
      "R4年度 | < | 一般 | 9\n"
      "項 | < | 目 | <\n"
      "1 | < | 6 | <\n"
      "開始年度 | < | 終了年度 | <\n"
      "R1年度 | < | R6年度 | <\n"
      "進め方 | 住民と進める。 | < | <\n"
      "指標名 | 集いの場の数 | 推進計画の策定 | 計画の策定地区数\n"
      "単位 | 箇所 | － | 地区\n"
      "R3実績値 | 195 | 検討 | 2\n"
      "R4実績値 | 233 | 検討 | 3\n"
      "数値目標 | 290 | 計画策定 | 5\n"
      "目標年度 | R6 | R6 | R6\n"
      "評価 | < | < | <\n"
      "S | < | < | <\n",
      "P 1|介護予防教室|grade S|period 2019-2024\n"
      "K 集いの場の数|箇所||T290@2024| 2021=195 2022=233\n"
      "K 推進計画の策定|||T-@2024| 2021=text 2022=text\n"
      "K 計画の策定地区数|地区||T5@2024| 2021=2 2022=3\n"
      "F label-not-read A9  > 進め方\n"
      "F label-not-read B9  > 住民と進める。\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, parts);
    return run_tests("layout_card_stated", tests, n);
}
