/* Habits of departments' lists, one each. */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "the kind of each year's figure beside it, years by their format",
      "a.xlsx",
      "事業 | < | 指標 | < | < | 実績 | < | <\n"
      "事業名 | 局名 | 指標名 | 単位 | 目標値（H31） | 年度 | 区分 | 実績値\n"
      "水素 | 環境局 | ステーション数 | か所 | 5 | 27{\"H\"0} | 単年 | 2\n"
      "^ | ^ | ^ | ^ | ^ | 28{\"H\"0} | 累計 | 3\n",
      "P |水素|環境局/\n"
      "K ステーション数|か所||T5@2019| 2015=2 2016=c3\n" },
    { "facts side by side, indicators numbered below each",
      "a.xlsx",
      "事業名 | 指標の名称 | < | 単位 | < | 目標値（R6） | < | R3実績 | <\n"
      " | ① | ② | ① | ② | ① | ② | ① | ②\n"
      "説明会 | 参加企業数 | 参加者数 | 社 | 人 | 362 | 1,820 | 421 | 1,623\n"
      "移転 | 移転件数 | | 件 | | 30 | | 7 |\n",
      "P |説明会\n"
      "K 参加企業数|社||T362@2024| 2021=421\n"
      "K 参加者数|人||T1820@2024| 2021=1623\n"
      "P |移転\n"
      "K 移転件数|件||T30@2024| 2021=7\n" },
    { "what a project is divided into is the indicator, 〃 is as above",
      "a.xlsx",
      "事業名 | 区分 | 単位 | R2年度 | < | R3年度 | <\n"
      " | | | 計画 | 実績 | 計画 | 実績\n"
      "①延長保育 | 量の見込み | 人 | 1468 | 1241 | 1456 | 1238\n"
      "^ | 確保方策 | 〃 | 1500 | 1500 | 1500 | 1500\n",
      "P ①|延長保育\n"
      "K 量の見込み|人||T- p2020=1468 p2021=1456| 2020=1241 2021=1238\n"
      "K 確保方策|人||T- p2020=1500 p2021=1500| 2020=1500 2021=1500\n" },
    { "a service and its items above lines",
      "a.xlsx",
      "サービス名 | 項目 | 区分 | R3 | R4\n"
      "居宅介護 | 利用者数（人） | 見込量 | 148 | 154\n"
      "^ | ^ | 実績 | 151 | 145\n"
      "^ | 利用量（時間） | 見込量 | 2993 | 3147\n"
      "^ | ^ | 実績 | 3182 | 2811\n",
      "P |居宅介護\n"
      "K 利用者数|人||T154@2022 p2021=148 p2022=154| 2021=151 2022=145\n"
      "K 利用量|時間||T3147@2022 p2021=2993 p2022=3147| 2021=3182 2022=2811"
      "\n" },
    { "目標値 below 計画 is each indicator's target",
      "a.xlsx",
      "取組（事業）の名称 | 指標① | < | < | < | 指標② | < | < | <\n"
      " | 指標名 | 計画 | < | 実績 | 指標名 | 計画 | < | 実績\n"
      " | | 基準値（H26） | 目標値（H31） | H28 | | 基準値（H26） | 目標値（H31） |"
      " H28\n"
      "空港 | 利用者数（万人） | 126 | 200 | 140 | 貨物量（千t） | 15 | 30 | 8\n",
      "P |空港\n"
      "K 利用者数|万人|B126@2014|T200@2019| 2016=140\n"
      "K 貨物量|千t|B15@2014|T30@2019| 2016=8\n" },
    { "a schedule beside the figures, and 以上 beside a target",
      "a.xlsx",
      "取組項目 | 工程 | < | 目標指標 | 単位 | 目標値（R7年度） | < | 実績 | <\n"
      " | R4 | R5 | | | | | R4 | R5\n"
      "納税の推進 | 実施 | → | 寄附額 | 千円 | 300 | 以上 | 230 | 293\n"
      "広告 | 検討 | 実施 | 収入額 | 千円 | 36 | 以上 | 9 | 21\n",
      "P |納税の推進\n"
      "K 寄附額|千円||T300以上@2025| 2022=230 2023=293\n"
      "P |広告\n"
      "K 収入額|千円||T36以上@2025| 2022=9 2023=21\n" },
    { "patterns are examples, tallies and averages no projects",
      "a.xlsx",
      "番号 | 事業名 | KPI | 単位 | 目標値（R7） | R5実績\n"
      "例 | ○○○○事業 | ○○の参加者数 | 人 | 100 | 50\n"
      "1 | 交流 | 参加者数 | 人 | 200 | 150\n"
      "門司区　計（1件） | 1事業 | | | 200 | 150\n"
      "| 平均達成率 | | | | 0.75\n",
      "P 1|交流\n"
      "K 参加者数|人||T200@2025| 2023=150\n"
      "F example-ignored A2 例\n" },
    { "a caption above each table of projects is their measure",
      "a.xlsx",
      "KPI実績\n"
      "\n"
      "◆物流拠点化の推進\n"
      "事業名 | KPI | 年度 | 実績値\n"
      "港湾 | 取扱量：98千t（H26年）⇒109千t（H31年） | H28 | 99千t\n"
      "\n"
      "◆中核企業の育成\n"
      "事業名 | KPI | 年度 | 実績値\n"
      "輸出 | 商談件数：累計20件（H31年度） | H28 | 累計23件\n",
      "P |港湾|measure 物流拠点化の推進\n"
      "K 取扱量|千t|B98@2014|T109@2019| 2016=99\n"
      "P |輸出|measure 中核企業の育成\n"
      "K 商談件数|件||Tc20@2019| 2016=c23\n" },
    { "years without their era below a group that names it",
      "a.xlsx",
      "施策 | 指標名 | 当初値（H26） | 実績値（平成・年度） | < | 目標値（H31）\n"
      " | | | 27 | 28 |\n"
      "就職 | 参加者数 | 344 | 410 | 421 | 362\n",
      "P |就職\n"
      "K 参加者数||B344@2014|T362@2019| 2015=410 2016=421\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_departments", tests, n);
}
