/*
 * test_years_alone.c - a table of indicators that years alone head
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "what is done in each year, then indicators with a title at their side",
      "a.xlsx",
      "推進項目 | < | 歳入の確保 | < | < | <\n"
      "実施項目 | < | 寄附の推進 | < | < | <\n"
      "担当課 | < | 財政課 | < | < | <\n"
      "\n"
      "年次計画 | < | | | 令和元年度 | 令和２年度\n"
      "取組内容 | < | 計画 | < | 品の拡充 | 検証\n"
      "数値目標 | 財政効果額 | 千円 | 目標 | 500 | 800\n"
      "^ | ^ | ^ | 実績 | 612 | 943\n"
      "^ | 寄附件数 | 件 | 目標 | 50 | 80\n"
      "^ | ^ | ^ | 実績 | 60 |\n"
      "\n"
      "進捗度 | < | ◎ | <\n",
      "P |寄附の推進|measure 歳入の確保|/財政課|grade ◎\n"
      "K 財政効果額|千円||T800@2020 p2019=500 p2020=800| 2019=612 2020=943\n"
      "K 寄附件数|件||T80@2020 p2019=50 p2020=80| 2019=60 2020=blank\n"
      "F column-role-inferred B7 財政効果額 > 指標名 > the indicator\n" },
    { "no word in front of the years, and no title", "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      " | | | R4 | R5\n"
      "来場者数 | 人 | 目標 | 90 | 100\n"
      "^ | ^ | 実績 | 60 | 80\n"
      "出店数 | 店 | 目標 | 9 | 10\n"
      "^ | ^ | 実績 | 6 | 8\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80\n"
      "K 出店数|店||T10@2023 p2022=9 p2023=10| 2022=6 2023=8\n"
      "F column-role-inferred A3 来場者数 > 指標名 > the indicator\n" },
    { "what is done, below a header that has its words", "a.xlsx",
      "事業名 | 朝市の開催 | < | < | <\n"
      "項目 | 指標 | 単位 | 区分 | R4 | R5\n"
      "取組内容 | 広場の整備 | < | 計画 | 試行 | 実施\n"
      "数値目標 | 来場者数 | 人 | 目標 | 90 | 100\n"
      "^ | ^ | ^ | 実績 | 60 | 80\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80\n" },
    { "projects in front of names are no title, and keep their column",
      "a.xlsx",
      "令和５年度の進捗\n"
      " | | | | R4 | R5\n"
      "朝市の開催 | 来場者数 | 人 | 目標 | 90 | 100\n"
      "^ | ^ | ^ | 実績 | 60 | 80\n"
      "里山の手入れ | 整備面積 | ha | 目標 | 20 | 21\n"
      "^ | ^ | ^ | 実績 | 13 | 14\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80\n"
      "P |里山の手入れ\n"
      "K 整備面積|ha||T21@2023 p2022=20 p2023=21| 2022=13 2023=14\n"
      "F column-role-inferred A3 朝市の開催 > 事業名 > the project\n"
      "F column-role-inferred B3 来場者数 > 指標名 > the indicator\n" },
    { "units behind the names, figures in words among the years", "a.xlsx",
      "取組項目 | 寄附の推進 | < | < | <\n"
      "年次計画 | | | R5 | R6\n"
      "スケジュール | < | < | 拡充 | 実施\n"
      "寄附受入額（百万円） | < | 目標 | 300 | 350\n"
      "^ | ^ | 実績 | 318 | 集計中\n"
      "寄附者数（人） | < | 目標 | 30 | 35\n"
      "^ | ^ | 実績 | 調査中 | －\n"
      "進捗評価 | Ａ | 説明 | 返礼品を追加した。 | <\n",
      "P |寄附の推進|grade Ａ|summary 返礼品を追加した。\n"
      "K 寄附受入額|百万円||T350@2024 p2023=300 p2024=350|"
      " 2023=318 2024=pending\n"
      "K 寄附者数|人||T35@2024 p2023=30 p2024=35| 2023=pending 2024=missing\n"
      "F column-role-inferred A4 寄附受入額（百万円） > 指標名 > the indicator\n" },
    { "units behind the figures, below what is done", "a.xlsx",
      "取組項目 | 寄附の推進 | < | <\n"
      "年度 | | R5 | R6\n"
      "工程 | < | 拡充 | 実施\n"
      "寄附受入額 | 目標 | 300百万円 | 350百万円\n"
      "^ | 実績 | 318百万円 | 402百万円\n",
      "P |寄附の推進\n"
      "K 寄附受入額|百万円||T350@2024 p2023=300 p2024=350|"
      " 2023=318 2024=402\n"
      "F column-role-inferred A4 寄附受入額 > 指標名 > the indicator\n" },
    { "工程表 down the side of what is done, in a form below its labels",
      "a.xlsx",
      "項目番号 | 1 | 取組項目 | 窓口の電子化 | < | 進捗評価 | ◎\n"
      "改革の柱 | 業務の改革 | < | 担当課 | 情報課 | |\n"
      "工程表 | 取組内容 | < | 令和5年度 | 令和6年度 | 令和7年度 | 令和8年度\n"
      "^ | 申請の拡大 | < | 実施 | < | < | <\n"
      "^ | 機器の導入 | < | 検討 | 試行 | 実施 | →\n"
      "数値目標 | 電子申請の手続数（件） | 目標 | 60 | 90 | 120 | 150\n"
      "^ | ^ | 実績 | 64 | 103 | |\n"
      "^ | 交付率（％） | 目標 | 30 | 35 | 40 | 45\n"
      "^ | ^ | 実績 | 33.2 | 41.7 | |\n"
      "令和６年度の¶取組結果 | 工程表に沿って進めた。 | < | < | < | < | <\n"
      "\n"
      "項目番号 | 2 | 取組項目 | 残業の縮減 | < | 進捗評価 | ○\n"
      "改革の柱 | 組織の改革 | < | 担当課 | 人事課 | |\n"
      "工程表 | 具体的な取組 | < | 令和5年度 | 令和6年度 | 令和7年度 | 令和8年度\n"
      "^ | 業務の見直し | < | 実施 | → | 見直し | →\n"
      "数値目標 | 月平均の残業時間（時間） | 目標 | 13.5 | 13 | 12.5 | 12\n"
      "^ | ^ | 実績 | 14.2 | 13.1 | |\n"
      "令和６年度の¶取組結果 | 工程表に沿って進めた。 | < | < | < | < | <\n",
      "P 1|窓口の電子化|goal 業務の改革|/情報課|grade ◎\n"
      "K 電子申請の手続数|件||T150@2026 p2023=60 p2024=90 p2025=120 p2026=150| "
      "2023=64 2024=103 2025=blank 2026=blank\n"
      "K 交付率|％||T45@2026 p2023=30 p2024=35 p2025=40 p2026=45| "
      "2023=33.2 2024=41.7 2025=blank 2026=blank\n"
      "P 2|残業の縮減|goal 組織の改革|/人事課|grade ○\n"
      "K 月平均の残業時間|時間||T12@2026 p2023=13.5 p2024=13 p2025=12.5 "
      "p2026=12| 2023=14.2 2024=13.1 2025=blank 2026=blank\n"
      "F column-role-inferred B6 電子申請の手続数（件） > 指標名 > the indicator\n"
      "F column-role-inferred B16 月平均の残業時間（時間） > 指標名 > "
      "the indicator\n" },
    { "units behind the words of the lines, and one that nobody knows",
      "a.xlsx",
      "取組項目 | 収納率の向上 | < | 進捗評価 | Ａ\n"
      "担当課 | 収税課 | < | |\n"
      "年度（令和） | < | < | R5 | R6\n"
      "市税収納率 | 計画 | ％ | 97.2 | 97.4\n"
      "^ | 実績 | ^ | 97.3 | 97.5\n"
      "\n"
      "取組項目 | 窓口の委託 | < | 進捗評価 | Ｄ\n"
      "担当課 | 市民課 | < | |\n"
      "年度（令和） | < | < | R5 | R6\n"
      "委託業務数 | 計画 | 業務 | 2 | 4\n"
      "^ | 実績 | ^ | 2 | 検討中\n",
      "P |収納率の向上|/収税課|grade Ａ\n"
      "K 市税収納率|％||T97.4@2024 p2023=97.2 p2024=97.4|"
      " 2023=97.3 2024=97.5\n"
      "P |窓口の委託|/市民課|grade Ｄ\n"
      "K 委託業務数|業務||T4@2024 p2023=2 p2024=4| 2023=2 2024=text\n"
      "F column-role-inferred A4 市税収納率 > 指標名 > the indicator\n"
      "F column-role-inferred A10 委託業務数 > 指標名 > the indicator\n" },
    { "units behind the words of the lines, below 指標 that covers them",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "指標 | < | < | R4 | R5\n"
      "来場者数 | 目標 | 人 | 90 | 100\n"
      "^ | 実績 | 人 | 60 | 80\n"
      "出店数 | 目標 | 店 | 9 | 10\n"
      "^ | 実績 | 店 | 6 | 8\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80\n"
      "K 出店数|店||T10@2023 p2022=9 p2023=10| 2022=6 2023=8\n" },
    { "units in the first lines alone, and no word in front of the years",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      " | | | R4 | R5\n"
      "来場者数 | 目標 | 人 | 90 | 100\n"
      " | 実績 | | 60 | 80\n"
      "出店数 | 目標 | 店 | 9 | 10\n"
      " | 実績 | | 6 | 8\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T100@2023 p2022=90 p2023=100| 2022=60 2023=80\n"
      "K 出店数|店||T10@2023 p2022=9 p2023=10| 2022=6 2023=8\n"
      "F column-role-inferred A3 来場者数 > 指標名 > the indicator\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("years_alone", tests, n);
}
