/*
 * test_layout_assembled.c - what is put together from several lines and tables
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case pivots[] = {
    { "labels that stand once, numbered lines and 集計 of a pivot table",
      "a.xlsx",
      "合計 / 値 | | | | | | 年度 |\n"
      "担当部 | 担当課 | 事業名 | 指標名 | 単位 | 区分 | 2022 | 2023\n"
      "産業部 | 商工課 | 朝市 | 来場者数 | 人 | 1目標 | 100 | 120\n"
      " | | | | | 2実績 | 90 | 125\n"
      " | | 起業の塾 | 起業件数 | 件 | 1目標 | 4 | 6\n"
      " | | | | | 2実績 | 3 | 5\n"
      " | 農政課 | 直売所 | 売上高 | 千円 | 1目標 | 700 | 800\n"
      " | | | | | 2実績 | 710 | 790\n"
      "産業部 集計 | | | | | | |\n"
      "環境部 | 緑化課 | 植樹 | 植樹本数 | 本 | 1目標 | 30 | 40\n"
      " | | | | | 2実績 | 33 | 38\n"
      "環境部 集計 | | | | | | |\n"
      "総計 | | | | | | 1670 | 1924\n",
      "P |朝市|産業部/商工課\n"
      "K 来場者数|人||T120@2023 p2022=100 p2023=120| 2022=90 2023=125\n"
      "P |起業の塾|産業部/商工課\n"
      "K 起業件数|件||T6@2023 p2022=4 p2023=6| 2022=3 2023=5\n"
      "P |直売所|産業部/農政課\n"
      "K 売上高|千円||T800@2023 p2022=700 p2023=800| 2022=710 2023=790\n"
      "P |植樹|環境部/緑化課\n"
      "K 植樹本数|本||T40@2023 p2022=30 p2023=40| 2022=33 2023=38\n"
      "F department-inherited A5  > 産業部 > 2\n" },
    { "3計画 and 5件 are counts, and no numbered lines",
      "a.xlsx",
      "事業名 | 指標名 | R5実績値 | 目標値（R7）\n"
      "防災 | 計画の数 | 3計画 | 5計画\n"
      "相談 | 相談件数 | 5件 | 8件\n",
      "P |防災\n"
      "K 計画の数|計画||T5@2025| 2023=3\n"
      "P |相談\n"
      "K 相談件数|件||T8@2025| 2023=5\n" },
};

static const sheet_case verdicts[] = {
    { "points for each criterion beside the grade of the whole",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | R5目標 | R5実績 | 評点 | < | < | < | 総合評価\n"
      "^ | ^ | ^ | ^ | ^ | 必要性 | 有効性 | 効率性 | 合計 | ^\n"
      "朝市 | 来場者数 | 人 | 100 | 120 | 3 | 5 | 3 | 11/15 | B\n"
      "植樹 | 植樹本数 | 本 | 30 | 12 | 2 | 2 | 3 | 7/15 | C\n",
      "P |朝市|grade B\n"
      "K 来場者数|人||T100@2023| 2023=120\n"
      "P |植樹|grade C\n"
      "K 植樹本数|本||T30@2023| 2023=12\n" },
    { "有効性 alone is what grades",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | R5目標 | R5実績 | 必要性 | 有効性\n"
      "朝市 | 来場者数 | 人 | 100 | 120 | A | B\n"
      "植樹 | 植樹本数 | 本 | 30 | 12 | A | C\n",
      "P |朝市|grade B\n"
      "K 来場者数|人||T100@2023| 2023=120\n"
      "P |植樹|grade C\n"
      "K 植樹本数|本||T30@2023| 2023=12\n" },
    { "a letter, and in words what it means",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | R5目標 | R5実績 | 総合評価\n"
      "朝市 | 来場者数 | 人 | 100 | 120 | Ａ　順調\n"
      "花壇 | 箇所数 | か所 | 4 | 3 | B概ね順調\n"
      "植樹 | 植樹本数 | 本 | 30 | 12 | □A 順調　☑C 遅れている\n",
      "P |朝市|grade Ａ\n"
      "K 来場者数|人||T100@2023| 2023=120\n"
      "P |花壇|grade B\n"
      "K 箇所数|か所||T4@2023| 2023=3\n"
      "P |植樹|grade C\n"
      "K 植樹本数|本||T30@2023| 2023=12\n" },
};

static const sheet_case excluded[] = {
    { "（数値目標対象外） over the indicator and its figures",
      "a.xlsx",
      "事業名 | 指標名 | 単位 | R5目標 | R5実績 | 評価\n"
      "朝市 | 来場者数 | 人 | 100 | 120 | A\n"
      "撮影の支援 | （※数値目標対象外） | < | < | < | B\n",
      "P |朝市|grade A\n"
      "K 来場者数|人||T100@2023| 2023=120\n"
      "P |撮影の支援|grade B|status 数値目標対象外\n" },
};

static const sheet_case forms[] = {
    { "cards of a number, a name and a grade below a title of all of them",
      "a.xlsx",
      "市総合戦略　事業カード（令和5年度末時点）\n"
      "\n"
      "No.1 | 朝市の開催 | < | 評価　A | | No.2 | 起業の塾 | < | 評価　B\n"
      "担当 | 産業部　商工課 | | | | 担当 | 産業部　農政課 | |\n"
      "KPI | R2基準 | R5 | R6目標 | | KPI | R2基準 | R5 | R6目標\n"
      "来場者数[人] | 80 | 95 | 120 | | 起業件数[件] | 2 | 4 | 6\n"
      "\n"
      "No.3 | 公園の緑化 | < | 評価　C | | No.4 | 体操教室 | < | 評価　B\n"
      "担当 | 環境部　緑化課 | | | | 担当 | 福祉部　健康課 | |\n"
      "KPI | R2基準 | R5 | R6目標 | | KPI | R2基準 | R5 | R6目標\n"
      "植樹本数[本] | 10 | 12 | 40 | | 参加者数[人] | 50 | 61 | 80\n",
      "P |朝市の開催|産業部/商工課|grade A\n"
      "K 来場者数|人|B80@2020|T120@2024| 2023=95\n"
      "P |公園の緑化|環境部/緑化課|grade C\n"
      "K 植樹本数|本|B10@2020|T40@2024| 2023=12\n"
      "P |起業の塾|産業部/農政課|grade B\n"
      "K 起業件数|件|B2@2020|T6@2024| 2023=4\n"
      "P |体操教室|福祉部/健康課|grade B\n"
      "K 参加者数|人|B50@2020|T80@2024| 2023=61\n" },
    { "区分 above label, name and line of each indicator, and the years of a "
      "grant",
      "a.xlsx",
      "事業名 | 空き店舗の活用 | < | < | 担当 | 産業部商工課\n"
      "区　　分 | < | < | 事業開始前¶（R2） | 1年目¶（R3） | 2年目¶（R4）\n"
      "KPI① | 出店件数（件） | 目標値 | 4 | 6 | 8\n"
      "^ | ^ | 実績値 | ^ | 5 | 9\n"
      "KPI② | 来街者数（人） | 目標値 | 100 | 120 | 140\n"
      "^ | ^ | 実績値 | ^ | 118 | 調査中\n"
      "事業費（千円） | < | < | ／ | 2067 | 1733\n",
      "P |空き店舗の活用|産業部/商工課|cost 2020=-千円|cost 2021=2067千円|"
      "cost 2022=1733千円\n"
      "K 出店件数|件|B4@2020|T8@2022 p2021=6 p2022=8| 2021=5 2022=9\n"
      "K 来街者数|人|B100@2020|T140@2022 p2021=120 p2022=140| 2021=118 "
      "2022=pending\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, pivots);
    TEST_ROWS(tests, n, sheet_text_reads, verdicts);
    TEST_ROWS(tests, n, sheet_text_reads, excluded);
    TEST_ROWS(tests, n, sheet_text_reads, forms);
    return run_tests("layout_assembled", tests, n);
}
