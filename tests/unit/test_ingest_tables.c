/*
 * test_ingest_tables.c - tables that belong together, forms, and tables on their side
 */
#include "support/rows.h"

#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "projects in a list of their own, indicators by number below it",
      "a.xlsx",
      "１．事業一覧\n"
      "番号 | 事業名 | 担当局 | 自己評価\n"
      "1 | 公園整備 | 環境局 | B\n"
      "2 | 水道更新 | 水道局 | A\n"
      "\n"
      "２．指標一覧\n"
      "番号 | 指標名 | 単位 | 基準値 | R3 | 目標値（R6"
      "）\n"
      "1 | 箇所数 | 箇所 | 1 | 2 | 3\n"
      "1 | 利用者数 | 人 | 1 | 2 | 3\n"
      "2 | 延長 | km | 1 | 2 | 3\n",
      "P 1|公園整備|環境局/|grade B\n"
      "K 箇所数|箇所|B1|T3@2024| 2021=2\n"
      "K 利用者数|人|B1|T3@2024| 2021=2\n"
      "P 2|水道更新|水道局/|grade A\n"
      "K 延長|km|B1|T3@2024| 2021=2\n" },
    { "projects listed on one sheet, their indicators by name on another",
      "a.xlsx",
      "# 事業\n"
      "事業名 | 担当局 | 評価\n"
      "公園整備 | 環境局 | B\n"
      "水道更新 | 水道局 | A\n"
      "道路 | 建設局 | A\n"
      "# 指標\n"
      "事業名 | 指標名 | 単位 | 基準値 | R3 | 目標値（"
      "R6）\n"
      "公園整備 | 箇所数 | 箇所 | 1 | 2 | 3\n"
      "水道更新 | 延長 | km | 1 | 2 | 3\n",
      "P |道路|建設局/|grade A\n"
      "P |公園整備|環境局/|grade B\n"
      "K 箇所数|箇所|B1|T3@2024| 2021=2\n"
      "P |水道更新|水道局/|grade A\n"
      "K 延長|km|B1|T3@2024| 2021=2\n" },
    { "a list of projects that no indicator refers to holds no data",
      "a.xlsx",
      "# 予算\n"
      "番号 | 事業名 | 担当課\n"
      "1 | 公園整備 | 公園課\n"
      "2 | 道路 | 土木課\n"
      "# 指標\n"
      "事業名 | 指標名 | 単位 | R3 | 目標値（R6）\n"
      "水道更新 | 延長 | km | 2 | 3\n",
      "P |水道更新\n"
      "K 延長|km||T3@2024| 2021=2\n" },
    { "a table a year, the year on a line above",
      "a.xlsx",
      "【令和3年度実績】\n"
      "局 | 事業 | KPI | 実績 | 単位 | 目標（R6）\n"
      "環境局 | 水素 | 台数 | 5 | 台 | 20\n"
      "\n"
      "【令和4年度実績】\n"
      "局 | 事業 | KPI | 実績 | 単位 | 目標（R6）\n"
      "環境局 | 水素 | 台数 | 9 | 台 | 20\n",
      "P |水素|環境局/\n"
      "K 台数|台||T20@2024| 2021=5 2022=9\n"
      "F actual-year-inferred D2 実績 > R3\n"
      "F actual-year-inferred D6 実績 > R4\n" },
    { "targets on one sheet and actuals on another, by number",
      "a.xlsx",
      "# 目標\n"
      "１　目標設定\n"
      "指標番号 | 局 | 事業名 | 指標名 | 単位 | 目標"
      "年度 | 目標値\n"
      "K-1 | 総務局 | 女性の創業支援 | 創業件数 | 件 |"
      " R6 | 100\n"
      "K-2 | 総務局 | 女性の創業支援 | 売上高1億円超 "
      "| 社 | R6 | 5\n"
      "# 実績\n"
      "２　実績報告\n"
      "指標番号 | 指標名 | 令和3年度 | 令和4年度\n"
      "K-1 | 創業件数 | 94 | 264\n"
      "K-2 | 売上高1億円超 | 2 | 3\n",
      "P |女性の創業支援|総務局/\n"
      "K 創業件数|件||T100@2024| 2021=94 2022=264|code K-1\n"
      "K 売上高1億円超|社||T5@2024| 2021=2 2022=3|code K-2\n" },
    { "the same project twice with figures that contradict each other is left alone",
      "a.xlsx",
      "事業名 | KPI | R3実績 | 目標（R6）\n"
      "水素 | 台数（台） | 5 | 20\n"
      "公園 | 箇所（箇所） | 5 | 20\n"
      "水素 | 台数（台） | 6 | 20\n",
      "P |水素\n"
      "K 台数|台||T20@2024| 2021=5\n"
      "P |公園\n"
      "K 箇所|箇所||T20@2024| 2021=5\n"
      "P |水素\n"
      "K 台数|台||T20@2024| 2021=6\n" },
    { "bureaus on lines of their own",
      "a.xlsx",
      "■ 環境局 | < | < | <\n"
      "事業名 | KPI | R3実績 | 目標（R6）\n"
      "水素 | 台数（台） | 5 | 20\n"
      "■ 水道局 | < | < | <\n"
      "事業名 | KPI | R3実績 | 目標（R6）\n"
      "管路 | 延長（km） | 5 | 20\n",
      "P |水素|環境局/\n"
      "K 台数|台||T20@2024| 2021=5\n"
      "P |管路|水道局/\n"
      "K 延長|km||T20@2024| 2021=5\n" },
    { "a subtotal with counts of projects and indicators is no header",
      "a.xlsx",
      "コード | 事業 | KPI | 単位 | R3実績 | 目標（R6）"
      "\n"
      "A1 | 水素 | 台数 | 台 | 5 | 20\n"
      "小計 | 1事業 | 1指標\n"
      "A2 | 管路 | 延長 | km | 5 | 20\n"
      "合計 | 2事業\n",
      "P |水素\n"
      "K 台数|台||T20@2024| 2021=5|code A1\n"
      "P |管路\n"
      "K 延長|km||T20@2024| 2021=5|code A2\n" },
    { "an indicator whose name begins with 合計 is no subtotal",
      "a.xlsx",
      "No | 基本目標・KPI | 単位 | R3実績 | 目標（R6）\n"
      "1 | 合計特殊出生率 | 人 | 1.5 | 1.8\n"
      "2 | 婚姻件数 | 件 | 50 | 60\n",
      "P 1|合計特殊出生率\n"
      "K 合計特殊出生率|人||T1.8@2024| 2021=1.5\n"
      "P 2|婚姻件数\n"
      "K 婚姻件数|件||T60@2024| 2021=50\n" },
    { "years without an era are told by their number",
      "a.xlsx",
      "事業名 | KPI | 26年度（基準値） | 27年度実績 | 3"
      "1年度目標\n"
      "水素 | 台数（台） | 5 | 7 | 20\n",
      "P |水素\n"
      "K 台数|台|B5@2014|T20@2019| 2015=7\n"
      "F era-inferred C1 26年度（基準値） > 平成\n" },
    { "cells of a grid-paper form merged over rows and columns",
      "a.xlsx",
      "番号 | < | 事業名 | < | < | < | < | < | 指標 | < | < | "
      "< | R3実績 | < | 目標（R6） | <\n"
      "^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^"
      "\n"
      "1 | < | 水素社会 | < | < | < | < | < | 台数（台） | <"
      " | < | < | 5 | < | 20 | <\n"
      "^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^"
      "\n"
      "2 | < | 管路更新 | < | < | < | < | < | 延長（km） | < "
      "| < | < | 6 | < | 30 | <\n"
      "^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^"
      "\n",
      "P 1|水素社会\n"
      "K 台数|台||T20@2024| 2021=5\n"
      "P 2|管路更新\n"
      "K 延長|km||T30@2024| 2021=6\n" },
    { "a remark below a form's indicators is none of them",
      "a.xlsx",
      "事業名 | 公園整備 | < | <\n"
      "成果指標名 | 単位 | 目標値(R6) | R3実績\n"
      "利用者数 | 人 | 20 | 18\n"
      "\n"
      "今後の課題 | 引き続き連携する。 | < | <\n",
      "P |公園整備\n"
      "K 利用者数|人||T20@2024| 2021=18\n" },
    { "a turned table below its title, a project a sheet",
      "a.xlsx",
      "①まちの推進 | < | <\n"
      "担当 | 経済局　産業課 | <\n"
      "\n"
      "項目 | KPI1 | KPI2\n"
      "指標名 | 来場者数 | 満足度\n"
      "単位 | 人 | ％\n"
      "目標値（R2年度） | 25 | 30\n"
      "実績値（R2年度） | 14 | －\n"
      "達成率 | 0.56 | －\n"
      "\n"
      "備考 | 公表待ち | <\n",
      "P ①|まちの推進|経済局/産業課|note 公表待ち\n"
      "K 来場者数|人||T25@2020| 2020=14|rate 0.56\n"
      "K 満足度|％||T30@2020| 2020=missing\n" },
    { "years down and indicators across, below a title",
      "a.xlsx",
      "財政指標の推移と目標\n"
      "\n"
      "年度 | 収支比率 | 基金残高\n"
      "単位 | ％ | 億円\n"
      "R3決算 | 94.8 | 21.4\n"
      "R4決算 | 95.1 | 20.6\n"
      "R7目標 | 92.0以下 | 25以上\n"
      "※R5は未確定\n",
      "P |財政指標の推移と目標\n"
      "K 収支比率|％||T92以下@2025| 2021=94.8 2022=95.1\n"
      "K 基金残高|億円||T25以上@2025| 2021=21.4 2022=20.6\n" },
    { "forms of labels and values one below the other",
      "a.xlsx",
      "個票1\n"
      "事業名 | ロボット実証\n"
      "担当局 | 福祉局\n"
      "指標名 | 台数\n"
      "基準値 | 3台（H28年度）\n"
      "目標値 | 9台（H29～31年度）\n"
      "平成28年度実績 | 累計11台\n"
      "\n"
      "\n"
      "個票2\n"
      "事業名 | まちづくり推進\n"
      "担当局 | 経済局\n"
      "指標名 | 雇用者数\n"
      "目標値 | 300人以上（H27～31年度）\n"
      "平成28年度実績 | 累計142人\n",
      "P |ロボット実証|福祉局/\n"
      "K 台数|台|B3@2016|T9@2017-2019| 2016=c11\n"
      "P |まちづくり推進|経済局/\n"
      "K 雇用者数|人||T300以上@2015-2019| 2016=c142\n" },
    { "a block for each indicator with lines of plan and actual",
      "a.xlsx",
      "第２期計画　量の見込みと確保方策の進捗状"
      "況\n"
      "\n"
      "(1) 延長保育事業 | | | 担当課：保育課\n"
      " | 単位 | R2 | R3\n"
      "量の見込み（計画値） | 人 | 1250 | 1240\n"
      "実績値 | 人 | 1012 | 1088\n"
      "【評価】提供体制は充足している。 | < | < | <\n"
      "\n"
      "(2) 児童クラブ | | | 担当課：青少年課\n"
      " | 単位 | R2 | R3\n"
      "量の見込み（計画値） | 人 | 12 | 13\n"
      "実績値 | 人 | 14 | 15\n",
      "P |延長保育事業|theme (1) 延長保育事業|/保育課"
      "\n"
      "K 延長保育事業|人||T1240@2021 p2020=1250 p2021=1240| 20"
      "20=1012 2021=1088\n"
      "P |児童クラブ|theme (2) 児童クラブ|/青少年課\n"
      "K 児童クラブ|人||T13@2021 p2020=12 p2021=13| 2020=14 202"
      "1=15\n" },
    { "indicators under 区分, with plan, actual and their quotient for each year",
      "a.xlsx",
      "サービス名 | 単位 | 令和３年度 | < | < | 令和４"
      "年度 | < | <\n"
      "^ | ^ | 見込 | 実績 | 実績/見込 | 見込 | 実績 | "
      "実績/見込\n"
      "訪問系 | 時間/月 | 42 | 39 | 92.9% | 43 | 41 | 95.3%\n"
      "生活介護 | 人日/月 | 56 | 55 | 98.2% | 57 | 58 | 101.8%"
      "\n"
      " | 人/月 | 28 | 27 | 96.4% | 29 | 28 | 96.6%\n",
      "P |訪問系\n"
      "K 訪問系|時間/月||T- p2021=42 p2022=43| 2021=39 2022=41|"
      "rate 0.953\n"
      "P |生活介護\n"
      "K 生活介護（人日/月）|人日/月||T- p2021=56 p2022=5"
      "7| 2021=55 2022=58|rate 1.018\n"
      "K 生活介護（人/月）|人/月||T- p2021=28 p2022=29| 202"
      "1=27 2022=28|rate 0.966\n" },
    { "words of a header in a row of data make no header of it",
      "a.xlsx",
      "施策 | 指標 | 目標 | R4年度実績\n"
      "防災 | 備蓄率 | 80% | 75%\n"
      "案内 | 案内板設置数 | 現状：12基　目標：30基"
      "（令和８年度） | 20基\n"
      "防犯 | カメラ設置数 | 30台 | 20台\n",
      "P |防災\n"
      "K 備蓄率|%||T80| 2022=75\n"
      "P |案内\n"
      "K 案内板設置数|基|B12|T30@2026| 2022=20\n"
      "P |防犯\n"
      "K カメラ設置数|台||T30| 2022=20\n" },
    { "a list by year takes its target's year from its column",
      "a.xlsx",
      "事業 | 指標 | 単位 | 年度 | 実績値 | 目標年度 |"
      " 目標値\n"
      "水素 | 台数 | 台 | R3 | 5 | R6 | 20\n"
      "水素 | 台数 | 台 | R4 | 9 | R6 | 20\n",
      "P |水素\n"
      "K 台数|台||T20@2024| 2021=5 2022=9\n" },
};

int main(void)
{
    struct CMUnitTest tests[128];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("ingest_tables", tests, n);
}
