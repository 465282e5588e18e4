/*
 * test_layout_clerks.c - tables with words and notes as clerks add them
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case languages[] = {
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

static const sheet_case years[] = {
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
    return run_tests("layout_clerks", tests, n);
}
