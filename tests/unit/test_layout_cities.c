/*
 * test_layout_cities.c - sheets as other cities lay them out
 */
#include "support/rows.h"

#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "an indicator a column",
      "a.xlsx",
      "指標名 | 相談件数 | 居場所の数\n"
      "単位 | 件 | 箇所\n"
      "基準値（R1） | 210 | 5\n"
      "R3年度実績 | 245 | 6\n"
      "目標値（R6） | 300 | 10\n",
      "P |相談件数\n"
      "K 相談件数|件|B210@2019|T300@2024| 2021=245\n"
      "P |居場所の数\n"
      "K 居場所の数|箇所|B5@2019|T10@2024| 2021=6\n" },
    { "labels and values down a form without a header row",
      "a.xlsx",
      "施策名 | 生きがいづくり\n"
      "指標名 | クラブ会員数\n"
      "単位 | 人\n"
      "目標値（R5） | 2600\n"
      "R4実績 | 2280\n"
      "備考 | 高齢化\n",
      "P |生きがいづくり\n"
      "K クラブ会員数|人||T2600@2023| 2022=2280|remark 高齢化\n" },
    { "a name above the header is no group of its columns",
      "a.xlsx",
      "事業名 | 公園整備 | < | < | 担当課 | 緑地課\n"
      "成果指標 | 単位 | 現状値（R1） | R3年度 | < | 最終目標（R6）\n"
      "^ | ^ | ^ | 目標 | 実績 | ^\n"
      "利用者数 | 人 | 15000 | 16000 | 15200 | 20000\n",
      "P |公園整備|/緑地課\n"
      "K 利用者数|人|B15000@2019|T20000@2024 p2021=16000| 2021=15200\n" },
    { "a unit on a line above the table",
      "a.xlsx",
      " | | （単位：人）\n"
      "指標 | 基準値(R2) | R3 | 目標(R7)\n"
      "総人口 | 8120 | 7985 | 7500\n",
      "P |総人口\n"
      "K 総人口|人|B8120@2020|T7500@2025| 2021=7985\n" },
    { "dates above the years",
      "a.xlsx",
      "施策名 | 評価指標 | 単位 | 目標値（R6） | 43922{ggge\"年度\"} | 442"
      "87{ggge\"年度\"}\n"
      "健診 | 受診率 | 人 | 60 | 38 | 40\n",
      "P |健診\n"
      "K 受診率|人||T60@2024| 2020=38 2021=40\n" },
    { "how it is counted and the unit in one bracket",
      "a.xlsx",
      "取組名 | 指標 | 目標値（R6） | R3実績\n"
      "移住 | 成約件数（累計・件） | 50 | 17\n",
      "P |移住\n"
      "K 成約件数（累計）|件||Tc50@2024| 2021=c17\n" },
    { "how it is counted in a bracket of another kind",
      "a.xlsx",
      "取組名 | 指標 | 目標値（R6） | R3実績\n"
      "移住 | 成約件数【累計】（件） | 50 | 17\n"
      "^ | 相談件数［累計］ | 90件 | 40件\n"
      "^ | 講座数【新規】（回） | 9 | 4\n",
      "P |移住\n"
      "K 成約件数【累計】|件||Tc50@2024| 2021=c17\n"
      "K 相談件数［累計］|件||Tc90@2024| 2021=c40\n"
      "K 講座数【新規】|回||T9@2024| 2021=4\n" },
    { "goals in a column of 目標 and the rate of the newest year",
      "a.xlsx",
      "目標 | 評価指標 | R4年度 | < | < | R5年度 | < | < | 目標値\n"
      "^ | ^ | 目標 | 実績 | 達成率 | 目標 | 実績 | 達成率 | R8年度\n"
      "目標３　担い手の確保 | 運転士数（人） | 60 | 54 | 0.9{0%} | 62 | 31"
      " | 0.5{0%} | 70\n",
      "P ３|担い手の確保|goal ３ 担い手の確保\n"
      "K 運転士数|人||T70@2026 p2022=60 p2023=62| 2022=54 2023=31|rate"
      " 0.5\n"
      "F column-role-inferred A1 目標 > 事業名 > the project\n" },
    { "a column of 目標 and 実績 under 項目",
      "a.xlsx",
      "取組名 | KPI（単位） | 項目 | R3年度 | R4年度\n"
      "研修 | 受講率（％） | 目標 | 50 | 60\n"
      "^ | ^ | 実績 | 48 | 61\n",
      "P |研修\n"
      "K 受講率|％||T60@2022 p2021=50 p2022=60| 2021=48 2022=61\n" },
    { "部 and 課 below 所管",
      "a.xlsx",
      "事業名 | 所管 | < | 指標 | 目標値（R6） | R3実績\n"
      "^ | 部 | 課 | ^ | ^ | ^\n"
      "創業塾 | 産業部 | 商工課 | 受講者数 | 40人 | 28人\n",
      "P |創業塾|産業部/商工課\n"
      "K 受講者数|人||T40@2024| 2021=28\n" },
    { "a total that the years do not add up to is the newest year's",
      "a.xlsx",
      "事業名 | KPI | R3実績 | R4実績 | 累計 | 目標(R2-R6累計)\n"
      "起業支援 | 起業者数（人） | 6 | 7 | 18 | 50\n",
      "P |起業支援\n"
      "K 起業者数|人||Tc50@2020-2024| 2021=6 2022=c18\n"
      "F total-beside-year E2 18 > 2022 > 7 > 18 > 18\n" },
    { "what is present in front of the years is what the plan began with",
      "a.xlsx",
      "評価指標 | 現況値(R3) | R4 | R5 | 目標値(R8)\n"
      "利用者数 | 210人 | 220人 | 231人 | 250人\n",
      "P |利用者数\n"
      "K 利用者数|人|B210@2021|T250@2026| 2022=220 2023=231\n" },
    { "what is present alone is an actual",
      "a.xlsx",
      "評価指標 | 現況値(R3) | 目標値(R8)\n"
      "利用者数 | 210人 | 250人\n",
      "P |利用者数\n"
      "K 利用者数|人||T250@2026| 2021=210\n" },
    { "a base year's column with figures is the baseline",
      "a.xlsx",
      "指標 | 単位 | 基準年度(2013年度) | 2022年度 | 目標(2030年度)\n"
      "排出量 | トン | 1200 | 1040 | 650\n"
      "ごみ量 | トン | 310 | 298 | 250\n",
      "P |排出量\n"
      "K 排出量|トン|B1200@2013|T650@2030| 2022=1040\n"
      "P |ごみ量\n"
      "K ごみ量|トン|B310@2013|T250@2030| 2022=298\n" },
    { "a review half way with figures is that year's actual",
      "a.xlsx",
      "指標 | 策定時(H25) | 中間評価¶(H30) | 目標(R5)\n"
      "受診率 | 31% | 33.4% | 40%\n"
      "歩数 | 6,900歩 | 7,655歩 | 8,000歩\n",
      "P |受診率\n"
      "K 受診率|%|B31@2013|T40@2023| 2018=33.4\n"
      "P |歩数\n"
      "K 歩数|歩|B6900@2013|T8000@2023| 2018=7655\n" },
    { "a review half way in words is a grade",
      "a.xlsx",
      "指標 | 策定時(H25) | R4実績 | 中間評価 | 目標(R5)\n"
      "受診率 | 31% | 33.4% | B | 40%\n",
      "P |受診率|grade B\n"
      "K 受診率|%|B31@2013|T40@2023| 2022=33.4\n" },
    { "marks below 達成度 are grades",
      "a.xlsx",
      "事業 | 指標 | 目標(R6) | R4実績 | 達成度\n"
      "研修 | 受講者 | 60人 | 38人 | ◎\n"
      "^ | 修了者 | 50人 | 30人 | △\n",
      "P |研修\n"
      "K 受講者|人||T60@2024| 2022=38|grade ◎\n"
      "K 修了者|人||T50@2024| 2022=30|grade △\n" },
    { "the century left out of the years",
      "a.xlsx",
      "取組 | 指標 | 単位 | ’14 | ‘15 | ’16年度 | ’19目標\n"
      "研修 | 受講者 | 人 | 38 | 40 | 41 | 60\n",
      "P |研修\n"
      "K 受講者|人||T60@2019| 2014=38 2015=40 2016=41\n" },
    { "whether it will be reached is no target",
      "a.xlsx",
      "事業 | 指標 | R1実績 | 目標 | <\n"
      "^ | ^ | ^ | 2019年度 | 達成見込\n"
      "研修 | 受講者 | 38人 | 60人 | ○\n",
      "P |研修\n"
      "K 受講者|人||T60@2019| 2019=38\n" },
    { "a date by which the target is to be reached",
      "a.xlsx",
      "事業 | 指標 | R1実績 | 目標値 | 目標期限\n"
      "研修 | 受講者 | 38人 | 60人 | 43921{[$-411]ge.m.d}\n",
      "P |研修\n"
      "K 受講者|人||T60@2019| 2019=38\n" },
    { "numbers in front of lines that name indicators",
      "a.xlsx",
      "事業 | 指標 | 単位 | 目標(R6) | R4実績\n"
      "展示 | ①団体数¶②来場者数 | ①団体¶②人 | ①60¶②900 | ①38¶②700\n"
      "講座 | (1)1年目の数¶(2)修了者数 | 人 | 60¶50 | 38¶30\n",
      "P |展示\n"
      "K 団体数|団体||T60@2024| 2022=38\n"
      "K 来場者数|人||T900@2024| 2022=700\n"
      "P |講座\n"
      "K 1年目の数|人||T60@2024| 2022=38\n"
      "K 修了者数|人||T50@2024| 2022=30\n" },
    { "what a target's cell says beside its figure",
      "a.xlsx",
      "事業 | 指標 | 単位 | 基準値(R1) | R4実績 | 目標\n"
      "い | 紙使用量 | 千枚 | 2850 | 2100 | 50%削減（R7）\n"
      "ろ | 収納率 | | | 99% | 99.1％（R3）⇒現状以上（R8）\n"
      "は | 支援件数 | | | 12件 | －（R3）→30件（R8）\n"
      "に | 苦情 | 件 | 40 | 31 | 基準年度より減少\n"
      "ほ | 会員 | 人 | 40 | 31 | R4 50、R5 60、R6 70\n",
      "P |い\n"
      "K 紙使用量|千枚|B2850@2019|T-減@2025| 2022=2100\n"
      "P |ろ\n"
      "K 収納率|％|B99.1@2021|T-@2026| 2022=99%\n"
      "P |は\n"
      "K 支援件数|件||T30@2026| 2022=12\n"
      "P |に\n"
      "K 苦情|件|B40@2019|T-減| 2022=31\n"
      "P |ほ\n"
      "K 会員|人|B40@2019|T70@2024 p2022=50 p2023=60 p2024=70|"
      " 2022=31\n" },
    { "so many of so many",
      "a.xlsx",
      "事業 | 指標 | 目標（R6） | R4実績 | R5実績\n"
      "い | 整備校 | 15校 | 12/15校 | (14)\n",
      "P |い\n"
      "K 整備校|校||T15@2024| 2022=12 2023=14\n"
      "F value-uncertain D2 12/15校 > 12校\n"
      "F value-uncertain E2 (14) > 14\n" },
    { "words inside a header that mislead above names",
      "a.xlsx",
      "基本施策 | 評価項目 | 計画策定時（H29） | 実績（R4） | 目標（R6） | 達成状況\n"
      "相談支援 | 相談件数 | 120件 | 150件 | 200件 | ○\n"
      "^ | 研修回数 | 2回 | 3回 | 4回 | △\n",
      "P |相談支援\n"
      "K 相談件数|件|B120@2017|T200@2024| 2022=150|grade ○\n"
      "K 研修回数|回|B2@2017|T4@2024| 2022=3|grade △\n" },
    { "成果目標 above names is the indicator",
      "a.xlsx",
      "成果目標 | 単位 | 平27（計画時） | 平28 | 令３ | 計画終期（令４）\n"
      "農道の整備 | km | 10 | 12 | 18 | 20\n"
      "ため池の改修 | か所 | 1 | 2 | 5 | 6\n",
      "P |農道の整備\n"
      "K 農道の整備|km|B10@2015|T20@2022| 2016=12 2021=18\n"
      "P |ため池の改修\n"
      "K ため池の改修|か所|B1@2015|T6@2022| 2016=2 2021=5\n" },
    { "a comparison with a year is no figure of it, and a unit says so itself",
      "a.xlsx",
      "単位：千t-CO2\n"
      "部門 | 2013年度（基準年度） | 2021年度 | 2022年度 | 2030年度目標 | "
      "2013年度比（2022）\n"
      "産業 | 120 | 100 | 95 | 70 | -20.8%\n"
      "家庭 | 80 | 70 | 66 | 40 | -17.5%\n",
      "P |産業\n"
      "K 産業|千t-CO2|B120@2013|T70@2030| 2021=100 2022=95\n"
      "P |家庭\n"
      "K 家庭|千t-CO2|B80@2013|T40@2030| 2021=70 2022=66\n" },
    { "several things of a year on lines of a cell",
      "a.xlsx",
      "事業名 | 成果指標 | 令和３年度 | 令和４年度 | 担当課の評価\n"
      "い | 満足度（％） | 目標：80¶実績：78.9¶達成率：98.6％ | "
      "目標：82¶実績：83.1¶達成率：101.3％ | Ｂ\n",
      "P |い|grade Ｂ\n"
      "K 満足度|％||T82@2022 p2021=80 p2022=82| 2021=78.9 2022=83.1|"
      "rate 1.013\n" },
    { "baseline and target in one column, their years in its header",
      "a.xlsx",
      "事業 | KPI | 単位 | 現状（H26年度）→ 目標（H31年度） | H28実績\n"
      "い | 就職者数 | 人 | 137 → 330 | 205\n",
      "P |い\n"
      "K 就職者数|人|B137@2014|T330@2019| 2016=205\n" },
    { "years without their era's name in front of 実績 and 目標",
      "a.xlsx",
      "平成28年度　進捗状況\n"
      "事業 | KPI | 単位 | 27実績 | 28実績 | 31目標\n"
      "い | 就職者数 | 人 | 142 | 305 | 1000\n",
      "P |い\n"
      "K 就職者数|人||T1000@2019| 2015=142 2016=305\n" },
    { "years and their figures one behind the other in a cell",
      "a.xlsx",
      "事業 | KPI | 目標（H31） | 実績\n"
      "い | 就職者数 | 1000人 | H27：142人／H28：累計305人\n"
      "ろ | 相談件数 | 90件 | H27 40件、H28 52件（見込）\n",
      "P |い\n"
      "K 就職者数|人||T1000@2019| 2015=142 2016=c305\n"
      "P |ろ\n"
      "K 相談件数|件||T90@2019| 2015=40 2016=52p\n" },
    { "accounts of years beside an average of others",
      "a.xlsx",
      "指標 | 単位 | 令和4年度¶決算 | 令和5年度¶決算 | 目標（R7） | 類似団体¶平均(R4)\n"
      "有収率 | ％ | 88.1 | 88.7 | 90 | 85.2\n",
      "P |有収率\n"
      "K 有収率|％||T90@2025| 2022=88.1 2023=88.7\n" },
    { "a target that was revised, and one that was not",
      "a.xlsx",
      "指標 | 単位 | R5実績 | 目標値（R7年度） | <\n"
      "^ | ^ | ^ | 見直し前 | 見直し後\n"
      "移住者数 | 人 | 71 | 50 | 90\n"
      "利用者数 | 人 | 240 | 250 | 変更なし\n",
      "P |移住者数\n"
      "K 移住者数|人||T90@2025| 2023=71\n"
      "P |利用者数\n"
      "K 利用者数|人||T250@2025| 2023=240\n" },
    { "progress in words that are figures of years, and a grade beside it",
      "a.xlsx",
      "事業 | KPI | 目標（H31） | 進捗 | 評価\n"
      "い | 就職者数 | 1000人 | H27年度：217人¶H28年度：累計305人 | C\n",
      "P |い|grade C\n"
      "K 就職者数|人||T1000@2019| 2015=217 2016=c305\n" },
    { "the newest of the grades",
      "a.xlsx",
      "事業 | 指標 | 目標（R6） | R4年度 | < | R5年度 | <\n"
      "^ | ^ | ^ | 実績 | 判定 | 実績 | 判定\n"
      "い | 会員数 | 60人 | 40人 | × | 58人 | ○\n",
      "P |い|grade ○\n"
      "K 会員数|人||T60@2024| 2022=40 2023=58\n" },
    { "headings in two languages on their lines",
      "a.xlsx",
      "指標¶Indicator | 単位¶Unit | 基準値（2019年）¶Baseline (2019) | "
      "実績（2022年）¶Actual (2022) | 目標値（2025年）¶Target (2025)\n"
      "来訪者数 | 千人 | 120 | 95 | 150\n",
      "P |来訪者数\n"
      "K 来訪者数|千人|B120@2019|T150@2025| 2022=95\n" },
    { "a bureau in brackets behind the title",
      "a.xlsx",
      "総合戦略進捗調査票　【企画調整局】 | < | < | <\n"
      "事業 | KPI | 目標（R6） | R4実績\n"
      "い | 会員数 | 60人 | 40人\n",
      "P |い|企画調整局/\n"
      "K 会員数|人||T60@2024| 2022=40\n" },
    { "two figures of a year whose lines a note explains",
      "a.xlsx",
      "実施計画 | < | < | ※上段：計画値、下段：実績値\n"
      "事業名 | 成果指標 | Ｒ４ | Ｒ５\n"
      "い | 会員（人） | 400¶412 | 420¶－\n",
      "P |い\n"
      "K 会員|人||T420@2023 p2022=400 p2023=420| 2022=412 2023=missing\n" },
    { "two figures of a year that nothing explains",
      "a.xlsx",
      "事業名 | 成果指標 | 目標（R7） | Ｒ４実績\n"
      "い | 会員（人） | 500 | 400¶412\n",
      "P |い\n"
      "K 会員|人||T500@2025| 2022=400\n"
      "F value-uncertain D2 400\n412 > 400\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_cities", tests, n);
}
