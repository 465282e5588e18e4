/*
 * test_layout_codes.c - lists whose lines name each other by number or code
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "figures, costs and grades below codes alone",
      "a.xlsx",
      "■事業一覧\n"
      "事業コード | 事業名 | 担当 |\n"
      " | | 担当局 | 担当課\n"
      "A-1 | 朝の市 | 港湾局 | 港課\n"
      "A-2 | 夜の市 | 都市局 | 駅前課\n"
      "\n"
      "■指標一覧\n"
      "事業コード | 指標コード | 指標名 | 単位 | 目標値（R8）\n"
      "A-1 | A-1-K1 | 来場者数 | 人 | 200\n"
      "A-1 | A-1-K2 | 満足度 | ％ | 80\n"
      "A-2 | A-2-K1 | 屋台の数 | 軒 | 20\n"
      "\n"
      "■実績一覧\n"
      "指標コード | R5実績 | R6実績 | < | < | 達成率（％）\n"
      "^ | | 上半期 | 下半期 | 年間 | ^\n"
      "A-1-K1 | 100 | 50 | 70 | 120 | 60\n"
      "A-1-K2 | 70 | | | 調査中 | －\n"
      "A-2-K1 | 10 | 6 | 12 | 12 | 60\n"
      "\n"
      "■決算一覧\n"
      "事業コード | 決算額（千円）\n"
      " | R6\n"
      "A-2 | 950\n"
      "A-1 | 1300\n"
      "合計 | 2250\n"
      "\n"
      "■評価一覧\n"
      "事業コード | 事業名 | 評価 |\n"
      " | | 前回 | 今回\n"
      "A-1 | 朝の市 | A | B\n"
      "A-2 | 夜の市 | B | －\n",
      "P A-1|朝の市|港湾局/港課|grade B|cost 2024=1300千円\n"
      "K 来場者数|人||T200@2026| 2023=100 2024=120|rate 0.6|code A-1-K1\n"
      "K 満足度|％||T80@2026| 2023=70 2024=pending|code A-1-K2\n"
      "P A-2|夜の市|都市局/駅前課|status －|cost 2024=950千円\n"
      "K 屋台の数|軒||T20@2026| 2023=10 2024=12|rate 0.6|code A-2-K1\n" },
    { "indicators with their codes again, below the heading of a goal",
      "a.xlsx",
      "# 事業\n"
      "目標1　にぎわいをつくる\n"
      "事業番号 | 事業名 | 担当課 | 備考\n"
      "1 | 朝の市 | 港課 | 春から\n"
      "2 | 夜の市 | 駅前課 |\n"
      "# 指標\n"
      "目標1　にぎわいをつくる\n"
      "事業番号 | 指標番号 | 指標名 | 単位 | 目標値（R8）\n"
      "1 | 1-1 | 来場者数 | 人 | 200\n"
      "2 | 2-1 | 屋台の数 | 軒 | 20\n"
      "# 実績\n"
      "目標1　にぎわいをつくる\n"
      "指標番号 | 指標名 | R5実績 | R6実績\n"
      "2-1 | 屋台の数 | 10 | 12\n"
      "1-1 | 来場者数 | 100 | 120\n"
      "# 評価\n"
      "指標番号 | 指標名 | 評価\n"
      "2-1 | 屋台の数 | －\n"
      "1-1 | 来場者数 | B\n",
      "P 1|朝の市|goal 1 にぎわいをつくる|/港課|note 春から\n"
      "K 来場者数|人||T200@2026| 2023=100 2024=120|grade B|code 1-1\n"
      "P 2|夜の市|goal 1 にぎわいをつくる|/駅前課\n"
      "K 屋台の数|軒||T20@2026| 2023=10 2024=12|code 2-1\n" },
    { "grades and costs of projects by name alone",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R6実績 | R8目標\n"
      "朝の市 | 来場者数 | 人 | 120 | 200\n"
      "夜の市 | 屋台の数 | 軒 | 12 | 20\n"
      "\n"
      "■決算一覧\n"
      "事業名 | 決算額（千円）\n"
      "朝の市 | 1300\n"
      "夜の市 | 950\n"
      "合計 | 2250\n"
      "\n"
      "■評価一覧\n"
      "事業名 | 評価\n"
      "朝の市 | B\n"
      "夜の市 | A\n",
      "P |朝の市|grade B|cost 0=1300千円\n"
      "K 来場者数|人||T200@2026| 2024=120\n"
      "P |夜の市|grade A|cost 0=950千円\n"
      "K 屋台の数|軒||T20@2026| 2024=12\n" },
    { "codes that nothing else has",
      "a.xlsx",
      "指標コード | 事業名 | 指標 | 単位 | 目標値（R6）\n"
      "K1 | 朝の市 | 来場者数 | 人 | 200\n"
      "# 別の評価\n"
      "指標コード | 評価\n"
      "X1 | A\n"
      "X2 | B\n"
      "# 別の決算\n"
      "事業番号 | 決算額（千円）\n"
      "71 | 500\n"
      "72 | 600\n",
      "P |朝の市\n"
      "K 来場者数|人||T200@2024||code K1\n"
      "F table-not-read A2 71 > 指標\n"
      "F table-not-read A2 X1 > 指標\n" },
    { "last time's grade beside this time's",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R6実績 | R8目標 | 前回自己評価 | 今回自己評価\n"
      "朝の市 | 来場者数 | 人 | 120 | 200 | A | B\n"
      "夜の市 | 屋台の数 | 軒 | 12 | 20 | B | A\n",
      "P |朝の市|grade B\n"
      "K 来場者数|人||T200@2026| 2024=120\n"
      "P |夜の市|grade A\n"
      "K 屋台の数|軒||T20@2026| 2024=12\n" },
    { "a sheet a year: targets that change with it are the year's",
      "a.xlsx",
      "# R5\n"
      "港町の計画　進捗管理表【R5】\n"
      "事業名 | 指標 | 単位 | 基準値（R3） | 目標値 | 実績値\n"
      "朝の市 | 来場者数 | 人 | 90 | 150 | 120\n"
      "夜の市 | 屋台の数 | 軒 | 8 | 15 | 10\n"
      "# R6\n"
      "港町の計画　進捗管理表【R6】\n"
      "事業名 | 指標 | 単位 | 基準値（R3） | 目標値 | 実績値\n"
      "朝の市 | 来場者数 | 人 | 90 | 200 | 180\n"
      "夜の市 | 屋台の数 | 軒 | 8 | 20 | 12\n",
      "P |朝の市\n"
      "K 来場者数|人|B90@2021|T200@2024 p2023=150| 2023=120 2024=180\n"
      "P |夜の市\n"
      "K 屋台の数|軒|B8@2021|T20@2024 p2023=15| 2023=10 2024=12\n"
      "F actual-year-inferred F2 実績値 > R5\n"
      "F target-year-inferred E3  > R5\n"
      "F actual-year-inferred F2 実績値 > R6\n"
      "F target-year-inferred E3  > R6\n" },
    { "a sheet a year: targets that stay may be the last year's",
      "a.xlsx",
      "# R5\n"
      "港町の計画　進捗管理表【R5】\n"
      "事業名 | 指標 | 単位 | 基準値（R3） | 目標値 | 実績値\n"
      "朝の市 | 来場者数 | 人 | 90 | 200 | 120\n"
      "夜の市 | 屋台の数 | 軒 | 8 | 20 | 10\n"
      "# R6\n"
      "港町の計画　進捗管理表【R6】\n"
      "事業名 | 指標 | 単位 | 基準値（R3） | 目標値 | 実績値\n"
      "朝の市 | 来場者数 | 人 | 90 | 200 | 180\n"
      "夜の市 | 屋台の数 | 軒 | 8 | 20 | 12\n",
      "P |朝の市\n"
      "K 来場者数|人|B90@2021|T200| 2023=120 2024=180\n"
      "P |夜の市\n"
      "K 屋台の数|軒|B8@2021|T20| 2023=10 2024=12\n"
      "F actual-year-inferred F2 実績値 > R5\n"
      "F actual-year-inferred F2 実績値 > R6\n" },
};

static const sheet_case goals[] = {
    { "goals by their numbers, which lines below the table explain",
      "a.xlsx",
      "目標 | 事業名 | 局 | ＫＰＩ その１ | < | < | < | ＫＰＩ その２ | < | < | <\n"
      "^ | ^ | ^ | 指標 | スタート | ゴール | H28 | 指標 | スタート | ゴール | H28\n"
      "Ⅰ | 就職の支援 | 産業局 | 就職者数 | 115人¶(H26) | 1,000人¶(H27～H31計) | "
      "305{\"累計\"#,##0\"人\"} | 企業数 | 344社¶(H26) | 362社¶(H31) | "
      "410{#,##0\"社\"}\n"
      "Ⅱ | 移住の相談 | 企画局 | 移住者数 | ― | 50人¶(H31) | 12{#,##0\"人\"} | "
      "| | |\n"
      "\n"
      " | 《目標の番号》\n"
      " | Ⅰ：しごとをつくる\n"
      " | Ⅱ：ひとを呼ぶ\n",
      "P |就職の支援|goal Ⅰ しごとをつくる|産業局/\n"
      "K 就職者数|人|B115@2014|T1000@2015-2019| 2016=c305\n"
      "K 企業数|社|B344@2014|T362@2019| 2016=410\n"
      "P |移住の相談|goal Ⅱ ひとを呼ぶ|企画局/\n"
      "K 移住者数|人|B-|T50@2019| 2016=12\n"
      "F column-role-inferred A1 目標 > 基本目標 > the goal\n"
      "F row-ignored B6 《目標の番号》\n" },
    { "the same in two cells above, and Arabic numbers",
      "a.xlsx",
      "基本目標\n"
      "1 | しごとをつくる\n"
      "2 | ひとを呼ぶ\n"
      "\n"
      "基本目標 | 事業名 | 指標 | 目標値（R5） | R5実績\n"
      "1 | 就職の支援 | 就職者数 | 200人 | 120人\n"
      "2 | 移住の相談 | 移住者数 | 50人 | 40人\n",
      "P |就職の支援|goal 1 しごとをつくる\n"
      "K 就職者数|人||T200@2023| 2023=120\n"
      "P |移住の相談|goal 2 ひとを呼ぶ\n"
      "K 移住者数|人||T50@2023| 2023=40\n" },
    { "a number that no line explains: none is",
      "a.xlsx",
      "基本目標 | 事業名 | 指標 | 目標値（R5） | R5実績\n"
      "Ⅰ | 就職の支援 | 就職者数 | 200人 | 120人\n"
      "Ⅲ | 移住の相談 | 移住者数 | 50人 | 40人\n"
      "\n"
      "基本目標\n"
      "Ⅰ しごとをつくる\n"
      "Ⅱ ひとを呼ぶ\n",
      "P |就職の支援|goal Ⅰ\n"
      "K 就職者数|人||T200@2023| 2023=120\n"
      "P |移住の相談|goal Ⅲ\n"
      "K 移住者数|人||T50@2023| 2023=40\n"
      "F row-ignored A5 基本目標\n"
      "F row-ignored A6 Ⅰ しごとをつくる\n"
      "F row-ignored A7 Ⅱ ひとを呼ぶ\n" },
    { "lines that say nothing of goals explain none",
      "a.xlsx",
      "基本目標 | 事業名 | 指標 | 目標値（R5） | R5実績\n"
      "Ⅰ | 就職の支援 | 就職者数 | 200人 | 120人\n"
      "Ⅱ | 移住の相談 | 移住者数 | 50人 | 40人\n"
      "\n"
      "Ⅰ 速報の値\n"
      "Ⅱ 確定の値\n",
      "P |就職の支援|goal Ⅰ\n"
      "K 就職者数|人||T200@2023| 2023=120\n"
      "P |移住の相談|goal Ⅱ\n"
      "K 移住者数|人||T50@2023| 2023=40\n"
      "F row-ignored A5 Ⅰ 速報の値\n"
      "F row-ignored A6 Ⅱ 確定の値\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    TEST_ROWS(tests, n, sheet_text_reads, goals);
    return run_tests("layout_codes", tests, n);
}
