/*
 * test_layout_stages.c - which stage of a plan a column's figures are of, and
 * which columns are but named like targets and rates
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case stages[] = {
    { "of two plans' beginnings the newer one is the baseline",
      "a.xlsx",
      "施策 | 指標 | 第１次計画策定時¶（H28） | 第２次計画策定時¶（R3） | "
      "目標値¶（R8） | 最新値¶（R5）\n"
      "食の輪 | 共食の割合 | 52.8% | 49.5% | 60% | 50.2%\n"
      "^ | 教室の参加者数 | 214人 | 101人 | 250人 | 197人\n",
      "P |食の輪\n"
      "K 共食の割合|%|B49.5@2021|T60@2026| 2016=52.8 2023=50.2\n"
      "K 教室の参加者数|人|B101@2021|T250@2026| 2016=214 2023=197\n" },
    { "現計画 and 前計画 say so too", "a.xlsx",
      "施策 | 指標 | 前計画当初値（H27） | 現計画当初値（R2） | R5実績 | R7目標\n"
      "食の輪 | 教室の参加者数 | 214人 | 101人 | 197人 | 250人\n",
      "P |食の輪\n"
      "K 教室の参加者数|人|B101@2020|T250@2025| 2015=214 2023=197\n" },
    { "中間値 of a year that has not come when the latest was measured is aimed at",
      "a.xlsx",
      "視点 | 評価指標 | 現状値 | 中間値 | 直近値 | 目標値\n"
      "^ | ^ | 令和２年度 | 令和７年度 | （　）は年度 | 令和11年度\n"
      "する | 教室の参加者数 | 86人 | 120人 | 74人¶（R5） | 150人\n"
      "みる | 観戦者数 | 413人 | 500人 | 528人¶（R4） | 600人\n",
      "P |する\n"
      "K 教室の参加者数|人|B86@2020|T150@2029 p2025=120| 2023=74\n"
      "P |みる\n"
      "K 観戦者数|人|B413@2020|T600@2029 p2025=500| 2022=528\n" },
    { "the same with the years in the headers", "a.xlsx",
      "施策 | 指標 | 策定時（R2） | R4実績 | R5実績 | 中間値（R7） | 目標値（R12）\n"
      "する | 教室の参加者数 | 86人 | 90人 | 74人 | 120人 | 150人\n",
      "P |する\n"
      "K 教室の参加者数|人|B86@2020|T150@2030 p2025=120| 2022=90 2023=74\n" },
    { "中間値 before the latest one was measured", "a.xlsx",
      "施策 | 指標 | 策定時（H25） | 中間値（H29） | 直近値（R4） | 目標値（R6）\n"
      "する | 教室の参加者数 | 86人 | 90人 | 74人 | 150人\n",
      "P |する\n"
      "K 教室の参加者数|人|B86@2013|T150@2024| 2017=90 2022=74\n" },
};

static const sheet_case targets[] = {
    { "目標削減率 beside 目標 is no second target", "a.xlsx",
      "区分 | 項目 | 単位 | 2013年度¶（基準年度） | 2023年度 | 2030年度¶目標 | "
      "目標削減率\n"
      "電気 | 電気の使用量 | kWh | 1420 | 1217 | 1060 | -0.25{0%}\n"
      "水道 | 水道の使用量 | m3 | 246 | 231 | 221 | -0.1{0%}\n",
      "P |電気\n"
      "K 電気の使用量|kWh|B1420@2013|T1060@2030| 2023=1217\n"
      "P |水道\n"
      "K 水道の使用量|m3|B246@2013|T221@2030| 2023=231\n"
      "F column-role-inferred A1 区分 > 事業名 > the project\n" },
    { "目標（指標） names what is aimed at", "a.xlsx",
      "計画の区分 | 目標（指標） | 目標値（令和７年度） | 実績 R3 | 実績 R4\n"
      "移住の促進 | 移住者数 | 100人 | 17人 | 41人\n"
      "^ | 空き家の登録数 | 15件 | 11件 | 12件\n"
      "産業の振興 | 就農者数 | 10人 | 1人 | 4人\n",
      "P |移住の促進\n"
      "K 移住者数|人||T100@2025| 2021=17 2022=41\n"
      "K 空き家の登録数|件||T15@2025| 2021=11 2022=12\n"
      "P |産業の振興\n"
      "K 就農者数|人||T10@2025| 2021=1 2022=4\n" },
    { "目標（KPI） above figures beside 指標名 is the target", "a.xlsx",
      "施策 | 指標名 | 目標（KPI） | 実績 R3 | 実績 R4\n"
      "移住の促進 | 移住者数 | 100人 | 17人 | 41人\n"
      "^ | 空き家の登録数 | 15件 | 11件 | 12件\n",
      "P |移住の促進\n"
      "K 移住者数|人||T100| 2021=17 2022=41\n"
      "K 空き家の登録数|件||T15| 2021=11 2022=12\n" },
    { "進捗 of a year above percentages and counts is what was reached", "a.xlsx",
      "施策 | 指標 | 現状値 | 目標値 | 進捗¶（R5年度末）\n"
      "備え | 住宅の耐震化率 | 84.6%（R3） | 95%（R8） | 87.0%\n"
      "^ | 建物の耐震化率 | 97.1%（R3） | 100%（R8） | 98.6%\n"
      "^ | 補助の世帯数 | 112世帯（R3） | 500世帯（R8） | 268世帯\n",
      "P |備え\n"
      "K 住宅の耐震化率|%|B84.6@2021|T95@2026| 2023=87\n"
      "K 建物の耐震化率|%|B97.1@2021|T100@2026| 2023=98.6\n"
      "K 補助の世帯数|世帯|B112@2021|T500@2026| 2023=268\n" },
    { "進捗 above percentages alone is a rate", "a.xlsx",
      "施策 | 指標 | 目標値（R8） | 実績（R5） | 進捗\n"
      "備え | 補助の世帯数 | 500世帯 | 268世帯 | 54%\n"
      "^ | 訓練の参加者数 | 600人 | 411人 | 69%\n",
      "P |備え\n"
      "K 補助の世帯数|世帯||T500@2026| 2023=268|rate 0.54\n"
      "K 訓練の参加者数|人||T600@2026| 2023=411|rate 0.69\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, stages);
    TEST_ROWS(tests, n, sheet_text_reads, targets);
    return run_tests("layout_stages", tests, n);
}
