/* Columns and rows that no header word decides: what stands in them does. */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "groups without a word in front of the indicators, and their subtotals",
      "a.xlsx",
      "大分類 | 建物の種類 | 指標 | 単位 | H28（計画策定時） | R5 | R27（目標） | "
      "策定時比増減率\n"
      "文化系 | 集会所 | 延床面積 | ㎡ | 900 | 880 | 700 | -0.02{0.0%}\n"
      "^ | ^ | 利用者数 | 人 | 5000 | 4100 | 5200 | -0.18{0.0%}\n"
      "^ | 小計 | 延床面積 | ㎡ | 900 | 880 | 700 |\n"
      "^ | ^ | 利用者数 | 人 | 5000 | 4100 | 5200 |\n"
      "体育系 | 体育館 | 延床面積 | ㎡ | 300 | 300 | 250 | 0{0.0%}\n",
      "P |集会所|goal 文化系\n"
      "K 延床面積|㎡|B900@2016|T700@2045| 2023=880\n"
      "K 利用者数|人|B5000@2016|T5200@2045| 2023=4100\n"
      "P |体育館|goal 体育系\n"
      "K 延床面積|㎡|B300@2016|T250@2045| 2023=300\n" },
    { "区分 over indicators is what is tracked where no project is named",
      "a.xlsx",
      "区分 | 経営指標 | 単位 | 計画¶実績 | R3 | R4 | R5\n"
      "健全性 | 純損益 | 百万円 | 計画 | 300 | 200 | -40\n"
      "^ | ^ | ^ | 実績 | 370 | 180 |\n"
      "効率性 | 有収率 | ％ | 計画 | 91.5 | 91.8 | 92\n"
      "^ | ^ | ^ | 実績 | 91.2 | 90.8 |\n",
      "P |健全性\n"
      "K 純損益|百万円||T-40@2023 p2021=300 p2022=200 p2023=-40| 2021=370 "
      "2022=180 2023=blank\n"
      "P |効率性\n"
      "K 有収率|％||T92@2023 p2021=91.5 p2022=91.8 p2023=92| 2021=91.2 "
      "2022=90.8 2023=blank\n" },
    { "arrows are a direction, and a figure's own year counts",
      "a.xlsx",
      "都市像 | 施策 | 成果目標 | ねらう向き先 | 計画策定時 | 最新値 | 目標値\n"
      "都市像１　支え合うまち | 人権 | 尊重されていると感じる割合 | ↗ | "
      "66.1%¶（R4年度） | 68.9%¶（R6年度） | 80.0%¶（R10年度）\n"
      "^ | 介護 | 要介護認定率 | ↘ | 20.4%¶（R4年度） | 20.9%¶（R5年度） | "
      "20.0%¶（R10年度）\n",
      "P |人権|goal １ 支え合うまち\n"
      "K 尊重されていると感じる割合|%|B66.1@2022|T80@2028| 2024=68.9|up\n"
      "P |介護|goal １ 支え合うまち\n"
      "K 要介護認定率|%|B20.4@2022|T20@2028| 2023=20.9|down\n" },
    { "実績の種類 above kinds, Ⅰ in front of goals",
      "a.xlsx",
      "基本方針 | 主要事業 | 活動・成果指標 | 単位 | 実績の種類 | R2実績 | R3実績 | "
      "目標値 | 目標年度\n"
      "Ⅰ　確かな学力 | 英語教育 | 派遣校数 | 校 | 累計 | 5 | 11 | 20 | R6\n"
      "Ⅱ　豊かな心 | 相談 | 相談件数 | 件 | 単年度 | 210 | 223 | 330 | R6\n",
      "P |英語教育|goal Ⅰ 確かな学力\n"
      "K 派遣校数|校||T20@2024| 2020=5 2021=11|cumulative\n"
      "P |相談|goal Ⅱ 豊かな心\n"
      "K 相談件数|件||T330/y@2024| 2020=210 2021=223|annual\n" },
    { "an example over several lines is none of them",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 区分 | R4 | R5 | 課題・備考\n"
      "（例）○○事業 | 利用者数 | 人 | 計画 | 100 | 110 |\n"
      "^ | ^ | ^ | 実績 | 98 | 112 |\n"
      "^ | ^ | ^ | 乖離 | -2 | 2 |\n"
      "延長保育 | 利用児童数 | 人 | 計画 | 1820 | 1790 |\n"
      "^ | ^ | ^ | 実績 | 1502 | 1544 |\n"
      "^ | ^ | ^ | 乖離 | -318 | -246 |\n",
      "P |延長保育\n"
      "K 利用児童数|人||T1790@2023 p2022=1820 p2023=1790| 2022=1502 "
      "2023=1544\n"
      "F example-ignored A2 （例）○○事業\n" },
    { "plans below zero, and the plan of a year without an actual yet",
      "a.xlsx",
      "事業名 | ＫＰＩ | 単位 | R4実績 | R5目標 | R5実績 | R6目標\n"
      "定住 | 社会増減数 | 人 | -512 | -500 | -480 | -400\n"
      "# 2\n"
      "事業名 | ＫＰＩ | 単位 | 年度 | 目標 | 実績\n"
      "移住 | 社会増減数 | 人 | R4 | -500 | -512\n"
      "^ | ^ | ^ | R5 | -400 | -480\n",
      "P |定住\n"
      "K 社会増減数|人||T-400@2024 p2023=-500 p2024=-400| 2022=-512 "
      "2023=-480\n"
      "P |移住\n"
      "K 社会増減数|人||T-400@2023 p2022=-500 p2023=-400| 2022=-512 "
      "2023=-480\n" },
    { "a printed rate of the year's plan tells that fewer is better",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R5目標 | R5実績 | 達成率 | R7最終目標\n"
      "安全 | 災害件数 | 件 | 58 | 64 | 0.906{0.0%} | 45\n",
      "P |安全\n"
      "K 災害件数|件||T45@2025 p2023=58| 2023=64|rate 0.906|down\n"
      "F direction-inferred B2 90.6% > 災害件数 > 90.6%\n" },
    { "the one year of a group below its word",
      "a.xlsx",
      "事業名 | 指標名 | 策定時（令元） | 進捗状況（実績値） | 評価\n"
      " | | | 令2 |\n"
      "港湾 | 登録件数 | 17 | 134 | D\n",
      "P |港湾|grade D\n"
      "K 登録件数||B17@2019|T-| 2020=134\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_contents", tests, n);
}
