/*
 * test_layout_figures.c - how figures stand: words of lines, headers in
 * English, totals, the target of a year and one that was changed
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case lines[] = {
    { "last year and this year, whose cells tell which these were", "a.xlsx",
      "事業 | 指標 | 策定時 | 目標 | 前年度 | 今年度\n"
      "祭り | 来場者数 | 18人〔R4〕 | 30人〔R9〕 | 21人〔R5〕 | 26人〔R6〕\n"
      "朝市 | 出店数 | ［R4］4店 | ［R9］9店 | ［R5］5店 | ［R6］6店\n",
      "P |祭り\n"
      "K 来場者数|人|B18@2022|T30@2027| 2023=21 2024=26\n"
      "P |朝市\n"
      "K 出店数|店|B4@2022|T9@2027| 2023=5 2024=6\n"
      "F value-uncertain E2 21人〔R5〕 > 21人\n"
      "F value-uncertain F2 26人〔R6〕 > 26人\n" },
    { "how many of how many are aimed at", "a.xlsx",
      "事業名 | 指標 | 目標（R8） | R6実績\n"
      "学び | 設置校数 | 15/15校 | 12/15校\n",
      "P |学び\n"
      "K 設置校数|校||T15@2026| 2024=12\n"
      "F value-uncertain C2 15/15校 > 15校\n"
      "F value-uncertain D2 12/15校 > 12校\n" },
    { "what a grade was and what it became", "a.xlsx",
      "事業名 | 指標 | 目標（R8） | R6実績 | 評価¶（R5→R6）\n"
      "祭り | 来場者数 | 20人 | 14人 | B→A\n"
      "朝市 | 出店数 | 9店 | 6店 | C→B→A\n"
      "夜市 | 出店数 | 9店 | 6店 | －⇒○\n",
      "P |祭り|grade A\n"
      "K 来場者数|人||T20@2026| 2024=14\n"
      "P |朝市|grade A\n"
      "K 出店数|店||T9@2026| 2024=6\n"
      "P |夜市|grade ○\n"
      "K 出店数|店||T9@2026| 2024=6\n" },
    { "策定時の値 and 計画期間の目標 beside years", "a.xlsx",
      "事業名 | 指標 | 単位 | 項目 | 年度 | 値\n"
      "朝市の開催 | 来場者数 | 人 | 策定時の値 | R3 | 50\n"
      "^ | ^ | ^ | 実績値 | R4 | 60\n"
      "^ | ^ | ^ | 実績値 | R5 | 70\n"
      "^ | ^ | ^ | 計画期間の目標 | R8 | 90\n",
      "P |朝市の開催\n"
      "K 来場者数|人|B50@2021|T90@2026| 2022=60 2023=70\n" },
    { "前年度比 below 目標 and 実績", "a.xlsx",
      "事業名 | 指標 | 単位 | 種別 | R4 | R5\n"
      "朝市の開催 | 来場者数 | 人 | 目標 | 55 | 65\n"
      "^ | ^ | ^ | 実績 | 60 | 70\n"
      "^ | ^ | ^ | 前年度比 | － | 1.17\n"
      "山道の手入れ | 延長 | m | 目標 | 5 | 6\n"
      "^ | ^ | ^ | 実績 | 4 | 7\n"
      "^ | ^ | ^ | 前年度比 | － | 1.75\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T65@2023 p2022=55 p2023=65| 2022=60 2023=70\n"
      "P |山道の手入れ\n"
      "K 延長|m||T6@2023 p2022=5 p2023=6| 2022=4 2023=7\n" },
    { "all headers in English", "a.xlsx",
      "Goal | Project | Department | KPI | Unit | Baseline (R3) | Final target (R8) | "
      "R4 Actual | FY2023 Actual | Achievement rate | Remarks\n"
      "住みよいまち | 朝市の開催 | 産業部 | 来場者数 | 人 | 50 | 90 | 60 | 70 | 77.8% | 雨天\n"
      "住みよいまち | 山道の手入れ | 建設部 | 延長 | m | 3 | 8 | 4 | 7 | 87.5% |\n",
      "P |朝市の開催|goal 住みよいまち|産業部/\n"
      "K 来場者数|人|B50@2021|T90@2026| 2022=60 2023=70|rate 0.778|remark 雨天\n"
      "P |山道の手入れ|goal 住みよいまち|建設部/\n"
      "K 延長|m|B3@2021|T8@2026| 2022=4 2023=7|rate 0.875\n" },
    { "lines in English", "a.xlsx",
      "Project | KPI | Item | Fiscal year | Value\n"
      "朝市の開催 | 来場者数（人） | Baseline | R3 | 50\n"
      "^ | ^ | Actual | R4 | 60\n"
      "^ | ^ | Final target | R8 | 90\n"
      "^ | ^ | Achievement rate | R4 | 66.7%\n",
      "P |朝市の開催\n"
      "K 来場者数|人|B50@2021|T90@2026| 2022=60|rate 0.667\n" },
};

static const sheet_case totals[] = {
    { "累計 below 累計・単年の別 is said of the figures", "a.xlsx",
      "事業名 | 指標 | 単位 | 累計・単年の別 | 目標値（R8） | R4実績 | R5実績\n"
      "朝市の開催 | 出店者数 | 店 | 累計 | 40 | 6 | 15\n"
      "山道の手入れ | 参加者数 | 人 | 単年 | 90 | 70 | 65\n",
      "P |朝市の開催\n"
      "K 出店者数|店||T40@2026| 2022=c6 2023=c15|cumulative\n"
      "P |山道の手入れ\n"
      "K 参加者数|人||T90/y@2026| 2022=70 2023=65|annual\n" },
    { "（累） behind a name", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R8） | R4実績 | R5実績\n"
      "朝市の開催 | 出店者数（累） | 店 | 40 | 6 | 15\n"
      "山道の手入れ | 参加者数 | 人 | 90 | 70 | 65\n",
      "P |朝市の開催\n"
      "K 出店者数（累）|店||Tc40@2026| 2022=c6 2023=c15\n"
      "P |山道の手入れ\n"
      "K 参加者数|人||T90@2026| 2022=70 2023=65\n" },
};

static const sheet_case targets[] = {
    { "目標 beside 実績 on a sheet of one year is that year's", "a.xlsx",
      "令和5年度　進捗状況\n"
      "事業名 | 指標 | 単位 | 最終目標（R8） | 目標 | 実績\n"
      "朝市の開催 | 来場者数 | 人 | 90 | 65 | 70\n"
      "山道の手入れ | 延長 | m | 8 | 5 | 4\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026 p2023=65| 2023=70\n"
      "P |山道の手入れ\n"
      "K 延長|m||T8@2026 p2023=5| 2023=4\n"
      "F target-year-inferred E2 目標 > R5\n"
      "F actual-year-inferred F2 実績 > R5\n" },
    { "変更前 and 変更後 below 最終目標, 訂正前 and 訂正後 below 目標値", "a.xlsx",
      "事業名 | 指標 | 単位 | 最終目標（R8） | < | R5実績\n"
      "^ | ^ | ^ | 変更前 | 変更後 | ^\n"
      "朝市の開催 | 来場者数 | 人 | 95 | 90 | 70\n"
      "\n"
      "事業名 | 指標 | 単位 | 目標値 | < | R5実績\n"
      "^ | ^ | ^ | 訂正前 | 訂正後 | ^\n"
      "山道の手入れ | 延長 | m | 80 | 8（R8） | 4\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026| 2023=70\n"
      "P |山道の手入れ\n"
      "K 延長|m||T8@2026| 2023=4\n" },
    { "目標までの残り is no target", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R8） | R5実績 | 目標までの残り | 担当課 | 担当課コメント\n"
      "朝市の開催 | 来場者数 | 人 | 90 | 70 | 20 | 商工課 | 雨天が多かった。\n"
      "山道の手入れ | 延長 | m | 8 | 4 | 4 | 林務課 |\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T90@2026| 2023=70|remark 雨天が多かった。\n"
      "P |山道の手入れ|/林務課\n"
      "K 延長|m||T8@2026| 2023=4\n" },
};

static const sheet_case cards[] = {
    { "達成率 over the years of a card, whose label states the target", "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "指標名 | 来場者数 | < | <\n"
      "単位 | 人 | < | <\n"
      "最終目標値 | 90（R8） | < | <\n"
      "達成率 | 77.8% | < | <\n"
      "年度 | R4 | R5 | R6\n"
      "目標 | 55 | 60 | 65\n"
      "実績 | 58 | 61 | 70\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026 p2022=55 p2023=60 p2024=65| 2022=58 2023=61 2024=70|rate 0.778\n" },
    { "計画期間の目標値 is such a label too", "a.xlsx",
      "事業名 | 山道の手入れ | < | <\n"
      "指標名 | 延長 | < | <\n"
      "単位 | m | < | <\n"
      "計画期間の目標値（R8） | 8 | < | <\n"
      "評価 | B | < | <\n"
      "年度 | R4 | R5 | R6\n"
      "目標 | 3 | 4 | 5\n"
      "実績 | 2 | 4 | 6\n",
      "P |山道の手入れ|grade B\n"
      "K 延長|m||T8@2026 p2022=3 p2023=4 p2024=5| 2022=2 2023=4 2024=6\n" },
};

static const sheet_case parts[] = {
    { "合計 behind 上半期 and 下半期 is the year's", "a.xlsx",
      "事業名 | 指標 | 単位 | R4実績 | < | < | R5実績 | < | < | 目標値（R8）\n"
      "^ | ^ | ^ | 上半期 | 下半期 | 合計 | 上半期 | 下半期 | 合計 | ^\n"
      "朝市の開催 | 来場者数 | 人 | 20 | 40 | 60 | 30 | 40 | 70 | 90\n"
      "山道の手入れ | 延長 | m | 1 | 1 | 2 | 3 | 1 | 4 | 8\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026| 2022=60 2023=70\n"
      "P |山道の手入れ\n"
      "K 延長|m||T8@2026| 2022=2 2023=4\n" },
    { "quarters and their sum, 修正前 beside years in the same line", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値 | < | 実績値 | <\n"
      "^ | ^ | ^ | 修正前 | 修正後 | R4年度 | R5年度\n"
      "朝市の開催 | 来場者数 | 人 | 80 | 90（R8） | 60 | 70\n"
      "山道の手入れ | 延長 | m | 9 | 8（R8） | 2 | 4\n"
      "\n"
      "事業名 | 指標 | 単位 | 目標値（R8） | R5年度4～6月 | R5年度7～9月 | "
      "R5年度10～12月 | R5年度1～3月 | R5年度実績値計\n"
      "花壇づくり | 花壇の数 | か所 | 30 | 3 | 5 | 0 | 1 | 9\n"
      "川の清掃 | 参加者数 | 人 | 400 | 80 | 90 | 40 | 20 | 230\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026| 2022=60 2023=70\n"
      "P |山道の手入れ\n"
      "K 延長|m||T8@2026| 2022=2 2023=4\n"
      "P |花壇づくり\n"
      "K 花壇の数|か所||T30@2026| 2023=9\n"
      "P |川の清掃\n"
      "K 参加者数|人||T400@2026| 2023=230\n"
      "F column-not-read E6 R5年度4～6月 > 3\n"
      "F column-not-read F6 R5年度7～9月 > 5\n"
      "F column-not-read G6 R5年度10～12月 > 0\n"
      "F column-not-read H6 R5年度1～3月 > 1\n" },
    { "lines in two languages", "a.xlsx",
      "事業名¶Project | 指標¶KPI | 目標値（R8） | 区分 | R4年度 | R5年度\n"
      "朝市の開催 | 来場者数（人） | 90 | 実績値 | 60 | 70\n"
      "^ | ^ | ^ | 進捗率¶Achievement rate | | 77.8%\n"
      "山道の手入れ | 延長（m） | 8 | 実績値 | 2 | 4\n"
      "^ | ^ | ^ | 進捗率¶Achievement rate | | 50.0%\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026| 2022=60 2023=70|rate 0.778\n"
      "P |山道の手入れ\n"
      "K 延長|m||T8@2026| 2022=2 2023=4|rate 0.5\n" },
    { "実績 as it was reported, and corrected", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R8） | R5実績 | <\n"
      "^ | ^ | ^ | ^ | 修正前 | 修正後\n"
      "朝市の開催 | 来場者数 | 人 | 90 | 75 | 70\n"
      "山道の手入れ | 延長 | m | 8 | 3 | 4\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026| 2023=70\n"
      "P |山道の手入れ\n"
      "K 延長|m||T8@2026| 2023=4\n" },
    { "達成率順位 is no rate, （再掲） no part of a name", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R8） | R5実績 | 達成率順位 | 達成率\n"
      "朝市の開催 | 来場者数 | 人 | 90 | 70 | 2 | 77.8%\n"
      "山道の手入れ | 来場者数（再掲） | 人 | 90 | 70 | 3 | 77.8%\n"
      "^ | 延長 | m | 8 | 7 | 1 | 87.5%\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2026| 2023=70|rate 0.778\n"
      "P |山道の手入れ\n"
      "K 来場者数|人||T90@2026| 2023=70|rate 0.778\n"
      "K 延長|m||T8@2026| 2023=7|rate 0.875\n" },
    { "a year above a figure, or below it, in the indicator's rows",
      "a.xlsx",
      "取組名 | 指標名 | 単位 | 当初値 | R4実績 | 目標値\n"
      "里山 | 整備した面積 | ha | 2019年度 | 121 | 2024年度\n"
      "^ | ^ | ^ | 820 | ^ | 1500\n"
      "海辺 | 清掃した浜 | か所 | 3 | 5 | 12\n"
      "^ | ^ | ^ | （R1年度末） | ^ | （R6年度）\n",
      "P |里山\n"
      "K 整備した面積|ha|B820@2019|T1500@2024| 2022=121\n"
      "P |海辺\n"
      "K 清掃した浜|か所|B3@2019|T12@2024| 2022=5\n" },
    { "the last of a plan for each year is what it comes to",
      "a.xlsx",
      "取組名 | 成果指標 | 単位 | 計画 | < | < | 実績 | <\n"
      "^ | ^ | ^ | R4 | R5 | R6 | R4 | R5\n"
      "広告 | 収入額 | 千円 | 5200 | 5300 | 5400 | 5088 | 5412\n"
      "窓口 | 短縮率 | ％ | － | 10 | 20 | － | 8.5\n",
      "P |広告\n"
      "K 収入額|千円||T5400@2024 p2022=5200 p2023=5300 p2024=5400| 2022=5088 2023=5412\n"
      "P |窓口\n"
      "K 短縮率|％||T20@2024 p2022=- p2023=10 p2024=20| 2022=missing 2023=8.5\n" },
    { "a merged group says how far it goes",
      "a.xlsx",
      " | | | 実績値 | <\n"
      "取組項目 | 目標指標 | 単位 | R5 | R6 | R7目標 | 所管評価 | 次年度の方向性\n"
      "電子申請 | 手続数 | 件 | 104 | 163 | 250 | 順調 | 拡充\n"
      "市債の管理 | 残高 | 億円 | 405 | 398 | 385 | 遅れ | 継続\n",
      "P |電子申請|grade 順調\n"
      "K 手続数|件||T250@2025| 2023=104 2024=163\n"
      "P |市債の管理|grade 遅れ\n"
      "K 残高|億円||T385@2025| 2023=405 2024=398\n" },
    { "grades that are each indicator's, though two of a project agree",
      "a.xlsx",
      "事業名 | 指標 | R5実績 | R7目標 | 進捗\n"
      "朝市の開催 | 来場者数（人） | 52 | 60 | Ｃ\n"
      "^ | 出店数（店） | 9 | 12 | Ｃ\n"
      "里山の保全 | 参加者数（人） | 30 | 35 | Ｂ\n"
      "^ | 植樹本数（本） | 40 | 90 | Ｃ\n"
      "橋の補修 | 修繕した橋（橋） | 4 | 9 | Ｃ\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T60@2025| 2023=52|grade Ｃ\n"
      "K 出店数|店||T12@2025| 2023=9|grade Ｃ\n"
      "P |里山の保全\n"
      "K 参加者数|人||T35@2025| 2023=30|grade Ｂ\n"
      "K 植樹本数|本||T90@2025| 2023=40|grade Ｃ\n"
      "P |橋の補修|grade Ｃ\n"
      "K 修繕した橋|橋||T9@2025| 2023=4\n" },
    { "grades of projects, and a dash where there is none yet",
      "a.xlsx",
      "事業名 | 指標 | R5実績 | R7目標 | 進捗\n"
      "朝市の開催 | 来場者数（人） | 52 | 60 | Ｃ\n"
      "朝市の開催 | 出店数（店） | 9 | 12 | Ｃ\n"
      "里山の保全 | 参加者数（人） | 30 | 35 | Ｂ\n"
      "里山の保全 | 植樹本数（本） | 40 | 90 | －\n",
      "P |朝市の開催|grade Ｃ\n"
      "K 来場者数|人||T60@2025| 2023=52|grade Ｃ\n"
      "K 出店数|店||T12@2025| 2023=9|grade Ｃ\n"
      "P |里山の保全\n"
      "K 参加者数|人||T35@2025| 2023=30|grade Ｂ\n"
      "K 植樹本数|本||T90@2025| 2023=40|grade －\n" },
    { "KPI判定 is each indicator's, whatever stands there",
      "a.xlsx",
      "事業名 | 指標 | R5実績 | R7目標 | KPI判定\n"
      "朝市の開催 | 来場者数（人） | 52 | 60 | B\n"
      "^ | 出店数（店） | 9 | 12 | B\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T60@2025| 2023=52|grade B\n"
      "K 出店数|店||T12@2025| 2023=9|grade B\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, lines);
    TEST_ROWS(tests, n, sheet_text_reads, totals);
    TEST_ROWS(tests, n, sheet_text_reads, targets);
    TEST_ROWS(tests, n, sheet_text_reads, cards);
    TEST_ROWS(tests, n, sheet_text_reads, parts);
    return run_tests("layout_figures", tests, n);
}
