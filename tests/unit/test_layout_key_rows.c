/*
 * test_layout_key_rows.c - tables whose rows belong together by their numbers
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case further[] = {
    { "a wide table goes on below, with the same numbers",
      "a.xlsx",
      "表１　KPIの状況\n"
      "番号 | 施策 | 事業名 | 指標 | 単位 | 基準値¶R2\n"
      "1-1 | 産業 | 朝市の開催 | 来場者数 | 人 | 80\n"
      "1-2 | ^ | ^ | 出店者数 | 店 | 9\n"
      "2-1 | ^ | 起業の塾 | 起業件数 | 件 | 2\n"
      "\n"
      "表１　KPIの状況（続き）\n"
      "番号 | 実績値 | < | 目標値 |\n"
      "^ | R4 | R5 | R6 |\n"
      "1-1 | 95 | 101 | 120 |\n"
      "1-2 | 10 | 調査中 | 14 |\n"
      "2-1 | 3 | 4 | 6 |\n",
      "P 1-1|朝市の開催|measure 産業\n"
      "K 来場者数|人|B80@2020|T120@2024| 2022=95 2023=101\n"
      "K 出店者数|店|B9@2020|T14@2024| 2022=10 2023=pending\n"
      "P 2-1|起業の塾|measure 産業\n"
      "K 起業件数|件|B2@2020|T6@2024| 2022=3 2023=4\n" },
    { "and once more",
      "a.xlsx",
      "番号 | 事業名 | 指標 | 単位\n"
      "1 | 朝市の開催 | 来場者数 | 人\n"
      "2 | 起業の塾 | 起業件数 | 件\n"
      "\n"
      "番号 | R4実績 | R5実績\n"
      "1 | 95 | 101\n"
      "2 | 3 | 4\n"
      "\n"
      "番号 | R6目標 | 達成率\n"
      "1 | 120 | 84.2%\n"
      "2 | 6 | 66.7%\n",
      "P 1|朝市の開催\n"
      "K 来場者数|人||T120@2024| 2022=95 2023=101|rate 0.842\n"
      "P 2|起業の塾\n"
      "K 起業件数|件||T6@2024| 2022=3 2023=4|rate 0.667\n" },
    { "names in front of both, and no numbers",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | 単位 | 基準値（R2）\n"
      "朝市の開催 | 商工課 | 来場者数 | 人 | 80\n"
      "起業の塾 | 商工課 | 起業件数 | 件 | 2\n"
      "\n"
      "（続き）\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "来場者数 | 95 | 101 | 120\n"
      "起業件数 | 3 | 4 | 6\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B80@2020|T120@2024| 2021=95 2022=101\n"
      "P |起業の塾|/商工課\n"
      "K 起業件数|件|B2@2020|T6@2024| 2021=3 2022=4\n" },
    { "other numbers are another table",
      "a.xlsx",
      "番号 | 事業名 | 指標 | 単位 | R5実績 | R6目標\n"
      "1 | 朝市の開催 | 来場者数 | 人 | 101 | 120\n"
      "2 | 起業の塾 | 起業件数 | 件 | 4 | 6\n"
      "\n"
      "番号 | R4実績 | R5実績\n"
      "1 | 95 | 101\n"
      "3 | 3 | 4\n",
      "P 1|朝市の開催\n"
      "K 来場者数|人||T120@2024| 2023=101\n"
      "P 2|起業の塾\n"
      "K 起業件数|件||T6@2024| 2023=4\n"
      "F table-not-read A5 番号 > 指標\n" },
};

static const sheet_case listed[] = {
    { "projects and their indicators on a sheet about a measure",
      "a.xlsx",
      "施策評価シート（令和4年度）\n"
      "\n"
      "基本目標 | しごとをつくる\n"
      "施策名 | 施策1　産業の振興\n"
      "主管局・課 | 経済局　産業課\n"
      "\n"
      "１　構成事業\n"
      "事業番号 | 事業名 | R3決算¶（千円） | R4決算¶（千円） | 事業評価\n"
      "① | 朝市の開催 | 1072 | 1277 | A\n"
      "② | 起業の塾 | 17795 | 23435 | B\n"
      "③ | 空き店舗 | 12508 | 12648 | B\n"
      "計 | < | 31375 | 37360 | ／\n"
      "\n"
      "２　指標\n"
      "対応事業 | 指標名 | 単位 | 基準値¶R元 | R3 | R4 | 目標値¶R7\n"
      "① | 来場者数 | 人 | 21 | 27 | 32 | 40\n"
      "② | 起業件数 | 件 | 2 | 3 | － | 6\n"
      "① | 出店者数 | 店 | 9 | 10 | 11 | 14\n"
      "\n"
      "３　課題と今後の方針\n"
      "指標は全体として改善している。中間見直しで事業を重点化する。 | < | < | < "
      "| < | < | <\n",
      "P ①|朝市の開催|goal しごとをつくる|measure 1 産業の振興|経済局/産業課|grade A|cost 2021=1072千円|"
      "cost 2022=1277千円\n"
      "K 来場者数|人|B21@2019|T40@2025| 2021=27 2022=32\n"
      "K 出店者数|店|B9@2019|T14@2025| 2021=10 2022=11\n"
      "P ②|起業の塾|goal しごとをつくる|measure 1 産業の振興|経済局/産業課|grade B|cost 2021=17795千円|"
      "cost 2022=23435千円\n"
      "K 起業件数|件|B2@2019|T6@2025| 2021=3 2022=missing\n"
      "P ③|空き店舗|goal しごとをつくる|measure 1 産業の振興|経済局/産業課|grade B|cost 2021=12508千円|"
      "cost 2022=12648千円\n"
      "F row-ignored A20 ３　課題と今後の方針\n" },
};

static const sheet_case references[] = {
    { "the list below the indicators, and several numbers behind one",
      "a.xlsx",
      "基本目標 | しごとをつくる\n"
      "施策名 | 産業の振興\n"
      "\n"
      "１　指標\n"
      "指標名 | 単位 | R4 | 目標値¶R7 | 対応事業\n"
      "来場者数 | 人 | 32 | 40 | ①、②\n"
      "起業件数 | 件 | 3 | 6 | ②\n"
      "\n"
      "２　構成事業\n"
      "番号 | 事業名 | 事業評価\n"
      "① | 朝市の開催 | A\n"
      "② | 起業の塾 | B\n",
      "P ①|朝市の開催|goal しごとをつくる|measure 産業の振興|grade A\n"
      "K 来場者数|人||T40@2025| 2022=32|with 起業の塾\n"
      "P ②|起業の塾|goal しごとをつくる|measure 産業の振興|grade B\n"
      "K 来場者数|人||T40@2025| 2022=32|with 朝市の開催\n"
      "K 起業件数|件||T6@2025| 2022=3\n" },
    { "an indicator that names no project is the goal's, and all of them are",
      "a.xlsx",
      "基本目標 | しごとをつくる\n"
      "施策名 | 産業の振興\n"
      "\n"
      "１　構成事業\n"
      "番号 | 事業名 | 事業評価\n"
      "① | 朝市の開催 | A\n"
      "② | 起業の塾 | B\n"
      "\n"
      "２　指標\n"
      "対応事業 | 指標名 | 単位 | R4 | 目標値¶R7\n"
      "① | 来場者数 | 人 | 32 | 40\n"
      " | 起業件数 | 件 | 3 | 6\n",
      "P |しごとをつくる|goal しごとをつくる\n"
      "K 来場者数|人||T40@2025| 2022=32\n"
      "K 起業件数|件||T6@2025| 2022=3\n" },
};

static const sheet_case sheets[] = {
    { "plans, indicators and grades of numbered projects, a sheet each",
      "a.xlsx",
      "# 様式第1号\n"
      "事業計画一覧\n"
      "事業番号 | 事業名 | 所管課 | R5年度事業費（千円）\n"
      "第1号 | 森の整備 | 農林課 | 24607\n"
      "第2号 | 温泉街の再生 | 観光課 | 14881\n"
      "# 様式第2号\n"
      "KPI調書\n"
      "事業番号 | 指標名 | 単位 | R5実績値 | R7目標値\n"
      "第1号 | 間伐面積 | ha | 117 | 140\n"
      "第2号 | 宿泊者数 | 人 | 142 | 162\n"
      "第2号 | 満足度 | ％ | 82.5 | 90\n"
      "# 様式第3号\n"
      "事業評価書\n"
      "事業番号 | 事業名 | 担当課評価 | 評価の理由\n"
      "第1号 | 森の整備 | A | 計画どおりである。\n"
      "第2号 | 温泉街の再生 | B | 一部に遅れがある。\n",
      "P 第1号|森の整備|/農林課|grade A|cost 2023=24607千円\n"
      "K 間伐面積|ha||T140@2025| 2023=117\n"
      "P 第2号|温泉街の再生|/観光課|grade B|cost 2023=14881千円\n"
      "K 宿泊者数|人||T162@2025| 2023=142\n"
      "K 満足度|％||T90@2025| 2023=82.5\n" },
    { "two projects of one name stay two",
      "a.xlsx",
      "# 一覧\n"
      "事業番号 | 事業名 | 所管課 | 評価\n"
      "1 | 相談窓口 | 農林課 | A\n"
      "2 | 相談窓口 | 観光課 | B\n"
      "3 | 朝市 | 観光課 | B\n"
      "# 指標\n"
      "事業番号 | 指標名 | 単位 | R5実績値 | R7目標値\n"
      "1 | 相談件数 | 件 | 117 | 140\n"
      "3 | 来場者数 | 人 | 142 | 162\n",
      "P 1|相談窓口|/農林課|grade A\n"
      "K 相談件数|件||T140@2025| 2023=117\n"
      "P 2|相談窓口|/観光課|grade B\n"
      "P 3|朝市|/観光課|grade B\n"
      "K 来場者数|人||T162@2025| 2023=142\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, further);
    TEST_ROWS(tests, n, sheet_text_reads, listed);
    TEST_ROWS(tests, n, sheet_text_reads, references);
    TEST_ROWS(tests, n, sheet_text_reads, sheets);
    return run_tests("layout_key_rows", tests, n);
}
