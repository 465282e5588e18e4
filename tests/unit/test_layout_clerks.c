/*
 * test_layout_clerks.c - tables with words and notes as clerks add them
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case languages[] = {
    { "a count of projects below them is none",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R4実績 | R5実績 | R6目標\n"
      "朝市の開催 | 来場者数 | 人 | 820 | 913 | 1000\n"
      "花壇の整備 | 整備箇所数 | か所 | 4 | 6 | 9\n"
      "2事業 | 2指標 | | | |\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T1000@2024| 2022=820 2023=913\n"
      "P |花壇の整備\n"
      "K 整備箇所数|か所||T9@2024| 2022=4 2023=6\n" },
    { "headers in two languages, years in two calendars",
      "a.xlsx",
      "事業名¶Project | 指標¶Indicator | 単位¶Unit | 基準値 Baseline¶(R1 / "
      "FY2019) | 実績 / Actual | < | 目標値 Target (R6/FY2024) | 達成率¶Achi"
      "evement Rate\n"
      " | | | | R2¶FY2020 | R3¶FY2021 | |\n"
      "留学生支援 | 相談件数 | 件 | 40 | 52 | 61 | 80 | 0.7625{0.0%}\n",
      "P |留学生支援\n"
      "K 相談件数|件|B40@2019|T80@2024| 2020=52 2021=61|rate 0.7625\n" },
    { "the Western year on a line below the other one",
      "a.xlsx",
      "取組 Programme | KPI 指標名 | R3¶2021 | R4¶2022 | 目標 Target¶R7¶FY20"
      "25\n"
      "緑化 | 植樹本数（本） | 120 | 135 | 200\n",
      "P |緑化\n"
      "K 植樹本数|本||T200@2025| 2021=120 2022=135\n" },
};

static const sheet_case departments[] = {
    { "担当局 and 担当課 above a table are both its projects'",
      "a.xlsx",
      "担当局 | 文化局\n"
      "担当課 | 芸術課\n"
      "\n"
      "事業名 | 指標名 | 単位 | 目標 | 実績\n"
      "音楽祭 | 来場者数 | 人 | 900 | 870\n"
      "美術展 | 出品数 | 点 | 60 | 72\n",
      "P |音楽祭|文化局/芸術課\n"
      "K 来場者数|人||T900| 0=870\n"
      "P |美術展|文化局/芸術課\n"
      "K 出品数|点||T60| 0=72\n"
      "F actual-year-unknown E4 実績 > \n" },
    { "a title's department, its city in front, is that of all forms",
      "a.xlsx",
      "令和4年度　事業別実績報告\n"
      "南浜市　市民文化部　図書課\n"
      "\n"
      "事業番号 | 1 | 事業名 | 電子図書\n"
      "指標名 | 目標値(R4) | R3実績 | R4実績\n"
      "貸出数 | 5,000点 | 3,120点 | 4,877点\n"
      "\n"
      "事業番号 | 2 | 事業名 | 読書会\n"
      "指標名 | 目標値(R4) | R3実績 | R4実績\n"
      "参加者数 | 300人 | 281人 | 305人\n",
      "P 1|電子図書|市民文化部/図書課\n"
      "K 貸出数|点||T5000@2022| 2021=3120 2022=4877\n"
      "P 2|読書会|市民文化部/図書課\n"
      "K 参加者数|人||T300@2022| 2021=281 2022=305\n" },
};

static const sheet_case figures[] = {
    { "the rate of the last year that has an actual",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | 区分 | R3年度 | R4年度 | R5年度\n"
      "農地 | 集積面積 | ha | 目標値 | 30 | 40 | 50\n"
      "^ | ^ | ^ | 実績値 | 27 | 42 | －\n"
      "^ | ^ | ^ | 達成度 | 90.0% | 105.0% | －\n",
      "P |農地\n"
      "K 集積面積|ha||T50@2023 p2021=30 p2022=40 p2023=50| 2021=27 2022=42 "
      "2023=missing|rate 1.05\n" },
    { "a bracket 事業 behind a number of things is its unit",
      "a.xlsx",
      "事業名 | 産業の創出\n"
      "目的 | 新しい仕事を作る。\n"
      "指標内容 | R3目標 | R3実績 | 達成率\n"
      "相談件数（件） | 30 | 33 | 110.0%\n"
      "新たな取組の創出数（事業） | 12 | 9 | 75.0%\n"
      "商品化した数（事業） | 4 | |\n",
      "P |産業の創出|purpose 新しい仕事を作る。\n"
      "K 相談件数|件||T30@2021| 2021=33|rate 1.1\n"
      "K 新たな取組の創出数|事業||T12@2021| 2021=9|rate 0.75\n"
      "K 商品化した数|事業||T4@2021| 2021=blank\n" },
};

static const sheet_case rows[] = {
    { "平均 alone below an indicator is none, nor is 自助　小計",
      "a.xlsx",
      "区分 | 事業名 | 指標 | 単位 | R3目標 | R3実績\n"
      "自助 | 家具の固定 | 補助世帯数 | 世帯 | 100 | 86\n"
      "自助 | 耐震診断 | 診断戸数 | 戸 | 60 | 64\n"
      "自助　小計 | | | | 160 | 150\n"
      "共助 | 防災士の養成 | 養成者数 | 人 | 30 | 33\n"
      " | | 平均 | | 95 | 91\n",
      "P |家具の固定\n"
      "K 補助世帯数|世帯||T100@2021| 2021=86\n"
      "P |耐震診断\n"
      "K 診断戸数|戸||T60@2021| 2021=64\n"
      "P |防災士の養成\n"
      "K 養成者数|人||T30@2021| 2021=33\n" },
    { "the average is an indicator of the project that is named beside it",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R3目標 | R3実績\n"
      "授業評価 | 1年 | 点 | 4 | 4.1\n"
      "^ | 平均 | 点 | 4 | 3.9\n",
      "P |授業評価\n"
      "K 1年|点||T4@2021| 2021=4.1\n"
      "K 平均|点||T4@2021| 2021=3.9\n" },
    { "an arrow downwards stands for what is above",
      "a.xlsx",
      "基本施策 | 個別施策 | 成果指標 | R2 | R3 | 目標値（R6）\n"
      "啓発 | 講座の開催 | 開催回数 | 21回 | 25回 | 30回\n"
      "↓ | ↓ | 参加者数 | 610人 | 744人 | 900人\n"
      "↓ | 見守り | 修了者数 | 15人 | 18人 | 20人\n",
      "P |講座の開催|measure 啓発\n"
      "K 開催回数|回||T30@2024| 2020=21 2021=25\n"
      "K 参加者数|人||T900@2024| 2020=610 2021=744\n"
      "P |見守り|measure 啓発\n"
      "K 修了者数|人||T20@2024| 2020=15 2021=18\n" },
    { "項目 in front of the indicators is no goal",
      "a.xlsx",
      "項目 | 指標 | 現状（R1） | 実績（R3） | 目標（R6）\n"
      "在宅医療 | 医療機関数 | 32施設 | 35施設 | 45施設\n"
      "救急 | 受入率 | 88.4％ | 90.6％ | 95％\n",
      "P |在宅医療\n"
      "K 医療機関数|施設|B32@2019|T45@2024| 2021=35\n"
      "P |救急\n"
      "K 受入率|％|B88.4@2019|T95@2024| 2021=90.6\n" },
    { "〃 is no figure",
      "a.xlsx",
      "事業名 | 指標 | R3実績 | 目標（R6）\n"
      "講座 | 参加者数 | 610人 | 900人\n"
      "教室 | 参加者数 | 540人 | 〃\n",
      "P |講座\n"
      "K 参加者数|人||T900@2024| 2021=610\n"
      "P |教室\n"
      "K 参加者数|人||T-@2024| 2021=540\n" },
    { "more undertakings than measures: each is tracked",
      "a.xlsx",
      "施策 | 取組内容 | 成果指標 | R3実績 | 目標（R7）\n"
      "創業 | 創業塾 | 受講者数 | 31人 | 40人\n"
      "^ | 創業融資 | 融資件数 | 12件 | 20件\n"
      "商店街 | 空き店舗対策 | 空き店舗数 | 18店 | 10店\n",
      "P |創業塾|measure 創業\n"
      "K 受講者数|人||T40@2025| 2021=31\n"
      "P |創業融資|measure 創業\n"
      "K 融資件数|件||T20@2025| 2021=12\n"
      "P |空き店舗対策|measure 商店街\n"
      "K 空き店舗数|店||T10@2025| 2021=18\n"
      "F column-role-inferred B1 取組内容 > 事業名 > the project\n" },
    { "one undertaking a measure is its summary",
      "a.xlsx",
      "施策 | 取組内容 | 成果指標 | R3実績 | 目標（R7）\n"
      "創業 | 創業塾 | 受講者数 | 31人 | 40人\n"
      "商店街 | 空き店舗対策 | 空き店舗数 | 18店 | 10店\n",
      "P |創業|summary 創業塾\n"
      "K 受講者数|人||T40@2025| 2021=31\n"
      "P |商店街|summary 空き店舗対策\n"
      "K 空き店舗数|店||T10@2025| 2021=18\n" },
};

static const sheet_case pages[] = {
    { "（続き） on the next page is the same project",
      "a.xlsx",
      "事業実績（令和3年度）\n"
      "事業名 | 成果指標 | 単位 | 目標値 | 実績値\n"
      "講演会 | 参加者数 | 人 | 500 | 412\n"
      "窓口の周知 | 認知度 | ％ | 60 | 48\n"
      "\n"
      "事業名 | 成果指標 | 単位 | 目標値 | 実績値\n"
      "窓口の周知（続き） | 配布数 | 枚 | 900 | 950\n"
      "研修 | 受講率 | ％ | 100 | 97.5\n",
      "P |講演会\n"
      "K 参加者数|人||T500@2021| 2021=412\n"
      "P |窓口の周知\n"
      "K 認知度|％||T60@2021| 2021=48\n"
      "K 配布数|枚||T900@2021| 2021=950\n"
      "P |研修\n"
      "K 受講率|％||T100@2021| 2021=97.5\n"
      "F target-year-inferred D2 目標値 > R3\n"
      "F actual-year-inferred E2 実績値 > R3\n" },
    { "a sheet a year, each with its target",
      "a.xlsx",
      "# R2\n"
      "産業部　令和2年度実績\n"
      "事業名 | 指標 | 単位 | 目標 | 実績\n"
      "特産品 | 新商品数 | 品 | 5 | 4\n"
      "展示会 | 出展回数 | 回 | 10 | 12\n"
      "# R3\n"
      "産業部　令和3年度実績\n"
      "事業名 | 指標 | 単位 | 目標 | 実績\n"
      "特産品 | 新商品数 | 品 | 6 | 7\n"
      "展示会 | 出展回数 | 回 | 10 | 11\n",
      "P |特産品|産業部/\n"
      "K 新商品数|品||T6@2021 p2020=5| 2020=4 2021=7\n"
      "P |展示会|産業部/\n"
      "K 出展回数|回||T10@2021 p2020=10| 2020=12 2021=11\n"
      "F target-year-inferred D2 目標 > R2\n"
      "F actual-year-inferred E2 実績 > R2\n"
      "F target-year-inferred D2 目標 > R3\n"
      "F actual-year-inferred E2 実績 > R3\n" },
};

static const sheet_case headers[] = {
    { "the rate of each year, without a mark behind the year",
      "a.xlsx",
      "事業 | 指標 | 単位 | 2020目標 | 2020実績 | 2020達成率 | 2021目標 | 2021実"
      "績 | 2021達成率 | 2021評価\n"
      "就農 | 就農者数 | 人 | 10 | 8 | 0.8 | 10 | 11 | 1.1 | A\n"
      "間伐 | 間伐面積 | ha | 120 | 98.5 | 0.82 | 120 | 131.2 | 1.09 | A\n",
      "P |就農|grade A\n"
      "K 就農者数|人||T10@2021 p2020=10 p2021=10| 2020=8 2021=11|rate 1.1\n"
      "P |間伐|grade A\n"
      "K 間伐面積|ha||T120@2021 p2020=120 p2021=120| 2020=98.5 2021=131.2|r"
      "ate 1.09\n" },
    { "第９期計画 above years is the plan of each",
      "a.xlsx",
      "サービス種別 | 第９期計画 | < | 実績 | <\n"
      " | R6 | R7 | R6 | R7\n"
      "訪問介護（人） | 820 | 845 | 798 | 831\n"
      "通所介護（人） | 1110 | 1140 | 1075 | 1122\n",
      "P |訪問介護\n"
      "K 訪問介護|人||T845@2025 p2024=820 p2025=845| 2024=798 2025=831\n"
      "P |通所介護\n"
      "K 通所介護|人||T1140@2025 p2024=1110 p2025=1140| 2024=1075 2025=1122\n" },
    { "a footnote's mark in front of the bracket with the years",
      "a.xlsx",
      "改革項目 | 取組事項 | 効果指標※1 | 当初計画※2（R4～R8） | R4（実績） | R"
      "5（実績）\n"
      "歳入確保 | 命名権 | 収入額（千円） | 50000 | 8000 | 9500\n"
      "歳入確保 | 広告 | 収入額（千円） | 15000 | 2750 | 3110\n"
      "歳出削減 | 電力 | 削減額（百万円） | 120 | 21.5 | 26\n"
      "※1 単年度の効果額\n",
      "P |命名権|measure 歳入確保\n"
      "K 収入額|千円||T50000@2022-2026| 2022=8000 2023=9500\n"
      "P |広告|measure 歳入確保\n"
      "K 収入額|千円||T15000@2022-2026| 2022=2750 2023=3110\n"
      "P |電力|measure 歳出削減\n"
      "K 削減額|百万円||T120@2022-2026| 2022=21.5 2023=26\n" },
};

static const sheet_case years[] = {
    { "前年度 and 本年度, told from the title's year",
      "a.xlsx",
      "令和3年度　評価結果一覧\n"
      "事業名 | 指標名 | 単位 | 前々年度実績 | 前年度実績 | 本年度目標 | 本年度実績 "
      "| 本年度達成率 | 次年度目標\n"
      "予約 | 利用率 | ％ | 12.1 | 25.4 | 30 | 33.8 | 112.7% | 40\n"
      "窓口 | 手続数 | 件 | 5 | 12 | 20 | 18 | 90.0% | 30\n",
      "P |予約\n"
      "K 利用率|％||T40@2022 p2021=30 p2022=40| 2019=12.1 2020=25.4 2021=33"
      ".8|rate 1.127\n"
      "P |窓口\n"
      "K 手続数|件||T30@2022 p2021=20 p2022=30| 2019=5 2020=12 2021=18|rate"
      " 0.9\n"
      "F actual-year-inferred D2 前々年度実績 > R1\n" },
    { "前年度 where no year is reported",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | 前年度実績 | 本年度実績 | 目標\n"
      "予約 | 利用率 | ％ | 25.4 | 33.8 | 40\n",
      "P |予約\n"
      "K 利用率|％||T40| 0=33.8\n"
      "F column-not-read D1 前年度実績 > 25.4\n"
      "F actual-year-unknown E1 本年度実績 > \n" },
    { "the total of what was added each year is a total",
      "a.xlsx",
      "事業 | KPI | 事業開始前 | 2019年度増加分 | 2020年度増加分 | KPI増加分の累計"
      " | 目標（2022年度）\n"
      "研修 | 受講者数（人） | 0 | 45 | 62 | 107 | 150\n"
      "移住 | 移住者数（人） | 12 | 5 | 9 | 26 | 40\n",
      "P |研修\n"
      "K 受講者数|人|B0|T150@2022| 2019=45 2020=62\n"
      "P |移住\n"
      "K 移住者数|人|B12|T40@2022| 2019=5 2020=9\n"
      "F total-beside-year F3 26 > 2020 > 9 > 26 > 9\n" },
    { "計画値 beside 実績値, both of the title's year",
      "a.xlsx",
      "事業評価一覧（令和3年度）\n"
      "事務事業名 | 活動指標 | < | < | < | 成果指標 | < | < | <\n"
      " | 指標名 | 単位 | 計画値 | 実績値 | 指標名 | 単位 | 計画値 | 実績値\n"
      "窓口改善 | 研修回数 | 回 | 4 | 5 | 満足度 | ％ | 95 | 96.2\n"
      "調査 | 調査件数 | 件 | 800 | 822 | － | － | － | －\n",
      "P |窓口改善\n"
      "K 研修回数|回||T4@2021| 2021=5\n"
      "K 満足度|％||T95@2021| 2021=96.2\n"
      "P |調査\n"
      "K 調査件数|件||T800@2021| 2021=822\n"
      "F target-year-inferred D3 活動指標 > 計画値 > R3\n"
      "F actual-year-inferred E3 活動指標 > 実績値 > R3\n" },
    { "年度目標 beside 年度実績, and the target of the whole",
      "a.xlsx",
      "取組実績（令和3年度）\n"
      "取組 | 指標 | 単位 | 年度目標 | 年度実績 | 累計実績 | 最終目標（R6）\n"
      "診断 | 診断戸数 | 戸 | 60 | 64 | 210 | 300\n",
      "P |診断\n"
      "K 診断戸数|戸||T300@2024 p2021=60| 2021=64\n"
      "F target-year-inferred D2 年度目標 > R3\n"
      "F actual-year-inferred E2 年度実績 > R3\n"
      "F total-beside-year F3 210 > 2021 > 64 > 210 > 64\n" },
    { "the same where no year is reported",
      "a.xlsx",
      "取組 | 指標 | 単位 | 年度目標 | 年度実績 | 最終目標（R6）\n"
      "診断 | 診断戸数 | 戸 | 60 | 64 | 300\n",
      "P |診断\n"
      "K 診断戸数|戸||T300@2024| 0=64\n"
      "F column-not-read D1 年度目標 > 60\n"
      "F actual-year-unknown E1 年度実績 > \n" },
    { "a bracket in a year's header says that it is the target",
      "a.xlsx",
      "取組 | KPI | 現状（2018年） | 1年目（2019年） | 2年目（2020年） | 5年目【"
      "目標】（2023年）\n"
      "担い手 | 新規就農者数（人） | 9 | 11 | 14 | 15\n"
      "加工 | 教室数（教室） | 4 | 6 | 9 | 20\n",
      "P |担い手\n"
      "K 新規就農者数|人|B9@2018|T15@2023| 2019=11 2020=14\n"
      "P |加工\n"
      "K 教室数|教室|B4@2018|T20@2023| 2019=6 2020=9\n" },
    { "a grade beside each indicator is its own, though they agree",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R6実績 | 目標値（R8） | 評価\n"
      "検診 | 大腸の受診率 | ％ | 15.1 | 20 | Ｄ\n"
      "^ | 乳の受診率 | ％ | 21.3 | 25 | Ｄ\n"
      "禁煙 | 喫煙率 | ％ | 14.9 | 12 | Ｂ\n"
      "^ | 教室の参加者 | 人 | 40 | 50 | ^\n"
      "運動 | 団体数 | 団体 | 44 | 50 | Ａ\n"
      "運動 | 参加者数 | 人 | 440 | 500 | Ａ\n",
      "P |検診\n"
      "K 大腸の受診率|％||T20@2026| 2024=15.1|grade Ｄ\n"
      "K 乳の受診率|％||T25@2026| 2024=21.3|grade Ｄ\n"
      "P |禁煙|grade Ｂ\n"
      "K 喫煙率|％||T12@2026| 2024=14.9\n"
      "K 教室の参加者|人||T50@2026| 2024=40\n"
      "P |運動|grade Ａ\n"
      "K 団体数|団体||T50@2026| 2024=44|grade Ａ\n"
      "K 参加者数|人||T500@2026| 2024=440|grade Ａ\n" },
    { "数値目標対象外 where the indicator or the remark stands",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | 単位 | R5実績 | R6実績 | 目標値（R8） | 評価 | 備考\n"
      "建替 | 住宅課 | 戸数 | 戸 | 204 | 206 | 260 | B |\n"
      "見守り | 住宅課 | 数値目標対象外 | | | | | A | 単身世帯を訪問\n"
      "地図 | 防災課 | － | － | － | － | － | | 数値目標対象外\n"
      "訓練 | 防災課 | 回数 | 回 | 2 | 3 | 4 | A |\n",
      "P |建替|/住宅課|grade B\n"
      "K 戸数|戸||T260@2026| 2023=204 2024=206\n"
      "P |見守り|/住宅課|grade A|status 数値目標対象外|note 単身世帯を訪問\n"
      "P |地図|/防災課|status 数値目標対象外|note 数値目標対象外\n"
      "P |訓練|/防災課|grade A\n"
      "K 回数|回||T4@2026| 2023=2 2024=3\n" },
    { "数値目標対象外 and why, in the remark beside a dash",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | 単位 | R5実績 | R6実績 | 目標値（R8） | 評価 | 備考\n"
      "建替 | 住宅課 | 戸数 | 戸 | 204 | 206 | 260 | B |\n"
      "見守り | 住宅課 | 満足度 | ％ | － | － | 60 | － "
      "| 数値目標対象外（入居者への調査は３年毎に実施。前回R4、次回R7）\n",
      "P |建替|/住宅課|grade B\n"
      "K 戸数|戸||T260@2026| 2023=204 2024=206\n"
      "P |見守り|/住宅課|status 数値目標対象外\n"
      "K 満足度|％||T60@2026| 2023=missing 2024=missing"
      "|remark 数値目標対象外（入居者への調査は３年毎に実施。前回R4、次回R7）\n" },
    { "達成見込 and 指標の状況 above ◎, ○ and △ grade",
      "a.xlsx",
      "事業 | 評価指標 | 単位 | R5 | R6 | R7目標 | 指標の状況\n"
      "海外 | 宿泊者数 | 人 | 94 | 137 | 150 | ◎\n"
      "教育 | 受入校数 | 校 | 97 | 93 | 110 | △\n"
      "船 | 寄港回数 | 回 | 19 | 26 | 30 | ○\n",
      "P |海外|grade ◎\n"
      "K 宿泊者数|人||T150@2025| 2023=94 2024=137\n"
      "P |教育|grade △\n"
      "K 受入校数|校||T110@2025| 2023=97 2024=93\n"
      "P |船|grade ○\n"
      "K 寄港回数|回||T30@2025| 2023=19 2024=26\n" },
    { "実施中 says how far a project has come",
      "a.xlsx",
      "事業 | 担当課 | 進捗 | 指標 | 単位 | R5実績 | R6実績 | R7目標\n"
      "広場 | 都市課 | 実施中 | 通行量 | 人 | 94 | 137 | 150\n"
      "屋根 | 商業課 | 完了 | 受入校数 | 校 | 97 | 93 | 110\n",
      "P |広場|/都市課|status 実施中\n"
      "K 通行量|人||T150@2025| 2023=94 2024=137\n"
      "P |屋根|/商業課|status 完了\n"
      "K 受入校数|校||T110@2025| 2023=97 2024=93\n" },
    { "現状 of a later year than 前年度 is its newest actual",
      "a.xlsx",
      "事業 | KPI | 目標値（R7年度） | 現状（R6年度実績） | 前年度（R5年度実績）\n"
      "就農 | 新規就農者数 | 15人 | 12人 | 11人\n"
      "農機 | 導入した数 | 45台 | 37台 | 33台\n",
      "P |就農\n"
      "K 新規就農者数|人||T15@2025| 2023=11 2024=12\n"
      "P |農機\n"
      "K 導入した数|台||T45@2025| 2023=33 2024=37\n" },
    { "units of one kind below 指標（単位）",
      "a.xlsx",
      "重点事業 | 指標（単位） | < | R3（基準） | R6実績 | R8目標\n"
      "通いの場 | 参加者数 | 人 | 1367 | 1635 | 2100\n"
      "講座 | 受講者数 | 人 | 519 | 655 | 820\n",
      "P |通いの場\n"
      "K 参加者数|人|B1367@2021|T2100@2026| 2024=1635\n"
      "P |講座\n"
      "K 受講者数|人|B519@2021|T820@2026| 2024=655\n" },
    { "grades of the indicators are none of their project, though they agree",
      "a.xlsx",
      "事業名 | KPI | 単位 | 目標値（R6） | R4実績 | KPI評価\n"
      "学びの支援 | 会員数 | 人 | 100 | 20 | C\n"
      "^ | 講座数 | 回 | 10 | 3 | C\n"
      "遊び場づくり | 箇所数 | 箇所 | 5 | 4 | A\n"
      "^ | 利用者数 | 人 | 50 | 20 | C\n",
      "P |学びの支援\n"
      "K 会員数|人||T100@2024| 2022=20|grade C\n"
      "K 講座数|回||T10@2024| 2022=3|grade C\n"
      "P |遊び場づくり\n"
      "K 箇所数|箇所||T5@2024| 2022=4|grade A\n"
      "K 利用者数|人||T50@2024| 2022=20|grade C\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, languages);
    TEST_ROWS(tests, n, sheet_text_reads, departments);
    TEST_ROWS(tests, n, sheet_text_reads, figures);
    TEST_ROWS(tests, n, sheet_text_reads, rows);
    TEST_ROWS(tests, n, sheet_text_reads, years);
    TEST_ROWS(tests, n, sheet_text_reads, pages);
    TEST_ROWS(tests, n, sheet_text_reads, headers);
    return run_tests("layout_clerks", tests, n);
}
