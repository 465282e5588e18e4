/*
 * test_unheaded_names.c - a form's table of years with no word above its names
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "costs below their title are no indicators, whatever they are called",
      "a.xlsx",
      "施策 | 緑の保全 | < | <\n"
      "主管課 | 公園課 | < | <\n"
      "成果指標 | 単位 | R4実績 | 目標値（R7）\n"
      "植えた本数 | 本 | 12 | 40\n"
      "\n"
      "２．施策のコスト（単位：千円） | < | < | <\n"
      " | | R4 | R5\n"
      "事業費計 | < | 900 | 950\n"
      "人件費計 | < | 300 | 310\n",
      "P |緑の保全|/公園課|cost 2022=900千円|cost 2023=950千円\n"
      "K 植えた本数|本||T40@2025| 2022=12\n" },
    { "names beside 活動指標 and 成果指標, over two columns; what it cost below",
      "a.xlsx",
      "事業名 | 子育ての支援\n"
      "担当課 | 子ども課\n"
      "\n"
      " | | | 単位 | 令和2年度（実績） | 令和3年度（実績） | 令和4年度（目標）\n"
      "活動指標 | 通知数 | < | 通 | 24100 | 23800 | 25000\n"
      "成果指標 | 受診率 | < | ％ | 65.2 | 66.1 | 70\n"
      "事業費 | 事業費 | < | 千円 | 900 | 950 | 980\n",
      "P |子育ての支援|/子ども課|cost 2020=900千円|cost 2021=950千円|"
      "cost 2022=980千円\n"
      "K 通知数|通||T25000@2022| 2020=24100 2021=23800\n"
      "K 受診率|％||T70@2022| 2020=65.2 2021=66.1\n"
      "F column-role-inferred B5 通知数 > 指標名 > the indicator\n" },
    { "numbers between, years over 目標 and 実績, and parts of the costs",
      "a.xlsx",
      "事業名 | 子育ての支援\n"
      "担当課 | 子ども課\n"
      " | | | 単位 | R4年度 | < | R5年度 | <\n"
      " | | | ^ | 目標 | 実績 | 目標 | 実績\n"
      "活動指標 | ① | 通知数 | 通 | 90 | 80 | 100 | 110\n"
      "^ | ② | 訪問数 | 件 | 10 | 23 | 25 | 24\n"
      "コスト | 事業費 | < | 千円 | 900 | 900 | 970 | 970\n"
      "^ | 人件費 | < | 千円 | 90 | 95 | 98 | 97\n",
      "P |子育ての支援|/子ども課|cost 2022=900千円|cost 2023=970千円\n"
      "K 通知数|通||T100@2023 p2022=90 p2023=100| 2022=80 2023=110\n"
      "K 訪問数|件||T25@2023 p2022=10 p2023=25| 2022=23 2023=24\n"
      "F column-role-inferred C5 通知数 > 指標名 > the indicator\n" },
    { "several forms, and units that no word heads", "a.xlsx",
      "事業名 | 子育ての支援\n"
      "担当課 | 子ども課\n"
      " | | | R4実績 | R5目標\n"
      "指標 | 通知数 | 通 | 80 | 100\n"
      "^ | 訪問数 | 件 | 23 | 25\n"
      "事業名 | 移住の支援\n"
      "担当課 | 移住課\n"
      " | | | R4実績 | R5目標\n"
      "指標 | 移住者数 | 人 | 8 | 10\n",
      "P |子育ての支援|/子ども課\n"
      "K 通知数|通||T100@2023| 2022=80\n"
      "K 訪問数|件||T25@2023| 2022=23\n"
      "P |移住の支援|/移住課\n"
      "K 移住者数|人||T10@2023| 2022=8\n"
      "F column-role-inferred B4 通知数 > 指標名 > the indicator\n"
      "F column-role-inferred B9 移住者数 > 指標名 > the indicator\n" },
    { "区分 above them says as much as nothing", "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 商工課\n"
      "区分 | 単位 | R4実績 | R5目標\n"
      "事業費 | 千円 | 900 | 950\n"
      "来場者数 | 人 | 80 | 100\n",
      "P |朝市の開催|/商工課|cost 2022=900千円|cost 2023=950千円\n"
      "K 来場者数|人||T100@2023| 2022=80\n" },
    { "below other words of a header it is none of these", "a.xlsx",
      "事業名 | 来場者 | < | < | 担当課\n"
      "^ | R4目標 | R4実績 | R5目標 | ^\n"
      "朝の市 | 200人 | 150人 | 210人 | 商工課\n",
      "P |朝の市|/商工課\n"
      "K 来場者|人||T210@2023 p2022=200 p2023=210| 2022=150\n" },
    { "年次計画 above them says what the years hold", "a.xlsx",
      "事業名 | 朝市の開催 | < | < | <\n"
      "担当部署 | 商工部　商工課 | < | < | <\n"
      "年次計画 | < | R7 | R8 | R9\n"
      "事業費 | （千円） | 900 | 950 | 970\n"
      "活動指標 | 来場者数（累計）（人） | 80 | 100 | 120\n"
      "指標の現状値（R5） | < | 60 | < | <\n"
      "\n"
      "事業名 | 夜市の開催 | < | < | <\n"
      "担当部署 | 商工部　商工課 | < | < | <\n"
      "年次計画 | < | R7 | R8 | R9\n"
      "事業費 | （千円） | 90 | 95 | 97\n"
      "活動指標 | 出店数（店） | 8 | 10 | 12\n"
      "指標の現状値（R5） | < | なし | < | <\n",
      "P |朝市の開催|商工部/商工課|cost 2025=900千円|cost 2026=950千円|"
      "cost 2027=970千円\n"
      "K 来場者数（累計）|人|B60@2023|Tc120@2027 p2025=80 p2026=100 "
      "p2027=120|\n"
      "P |夜市の開催|商工部/商工課|cost 2025=90千円|cost 2026=95千円|"
      "cost 2027=97千円\n"
      "K 出店数|店|B-@2023|T12@2027 p2025=8 p2026=10 p2027=12|\n" },
    { "several indicators below 計画値, each above its baseline", "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 商工課\n"
      "計画値 | | | R7年度 | R8年度\n"
      "成果指標 | 来場者数 | 人 | 80 | 100\n"
      "成果指標の基準値（R5） | | | 60\n"
      "成果指標 | 出店数 | 店 | 8 | 10\n"
      "成果指標の基準値（R5） | | | 6\n"
      "事業費 | | 千円 | 900 | 950\n",
      "P |朝市の開催|/商工課|cost 2025=900千円|cost 2026=950千円\n"
      "K 来場者数|人|B60@2023|T100@2026 p2025=80|\n"
      "K 出店数|店|B6@2023|T10@2026 p2025=8|\n" },
    { "nothing but costs is no table of indicators", "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 商工課\n"
      "\n"
      " | | 単位 | R4実績 | R5実績\n"
      "総事業費 | < | 千円 | 100 | 120\n"
      "財源内訳 | 国庫支出金 | 千円 | 50 | 60\n"
      "^ | 一般財源 | 千円 | 50 | 60\n",
      "F no-kpi-table  表!C4:E4（単位・R4実績・R5実績） > "
      "事業名・KPI（指標）・基準値・目標値・実績 > "
      "表!C4:E4（単位・R4実績・R5実績）\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("unheaded_names", tests, n);
}
