/*
 * test_layout_totals.c - what a column beside the figures says of them: 累計, or
 * why there is none
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "the column of kinds behind a year's figures is theirs", "a.xlsx",
      "# 平成27年度\n"
      "平成27年度　実績\n"
      "事業名 | 指標 | 単位 | 目標値 | 目標年次 | 年度実績 | 区分 | 目標に対する割合(%)\n"
      "学び | 会員数 | 人 | 100 | 平成31年度 | 20 | 単年 | 20.0\n"
      "学び | 講座数 | 回 | 10 | 平成31年度 | 4 | 単年 | 40.0\n"
      "# 平成28年度\n"
      "平成28年度　実績\n"
      "事業名 | 指標 | 単位 | 目標値 | 目標年次 | 年度実績 | 区分 | 目標に対する割合(%)\n"
      "学び | 会員数 | 人 | 100 | 平成31年度 | 45 | 累計 | 45.0\n"
      "学び | 講座数 | 回 | 10 | 平成31年度 | 6 | 単年 | 60.0\n",
      "P |学び\n"
      "K 会員数|人||T100@2019| 2015=20 2016=c45|rate 0.45\n"
      "K 講座数|回||T10@2019| 2015=4 2016=6|rate 0.6\n"
      "F actual-year-inferred F2 年度実績 > H27\n"
      "F actual-year-inferred F2 年度実績 > H28\n" },
    { "a kind of the target and one of each line's figure", "a.xlsx",
      "年度 | 事業名 | 指標 | 単位 | 目標値 | 目標年度 | 目標種別 | 実績値 | 実績の区分 | "
      "実績値がない理由\n"
      "2015 | 学び | 会員数 | 人 | 100 | 2019 | 期間累計 | 20 | 単年 |\n"
      "2016 | 学び | 会員数 | 人 | 100 | 2019 | 期間累計 | 45 | 累計 |\n"
      "2015 | 学び | 満足度 | % | 80 | 2019 | 到達値 | 70 | 単年 |\n"
      "2016 | 学び | 満足度 | % | 80 | 2019 | 到達値 | | | 調査中\n",
      "P |学び\n"
      "K 会員数|人||T100@2019| 2015=20 2016=c45|cumulative\n"
      "K 満足度|%||T80@2019| 2015=70 2016=pending|level|remark 調査中\n" },
    { "a kind of the target is no target", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標の種別 | 目標年度 | 目標値 | H28実績\n"
      "学び | 会員数 | 人 | 期間累計 | H31 | 100 | 累計45\n"
      "学び | 満足度 | % | 到達値 | H31 | 80 | 70\n",
      "P |学び\n"
      "K 会員数|人||T100@2019| 2016=c45|cumulative\n"
      "K 満足度|%||T80@2019| 2016=70|level\n" },
    { "words for citizens, and a slash where nothing is graded", "a.xlsx",
      "事業の名前 | 何で測るか | はじめの値 | めざす値 | 2016年度の値 | 評価\n"
      "学び | 会員数 | 30人（2014年度） | 50人（2019年度） | 34人 | ○\n"
      "遊び | 来場者数 | ― | 90人（2019年度） | 70人 | ／\n",
      "P |学び|grade ○\n"
      "K 会員数|人|B30@2014|T50@2019| 2016=34\n"
      "P |遊び|status ／\n"
      "K 来場者数|人|B-|T90@2019| 2016=70\n" },
    { "a column that ticks totals, and one that ticks what is not graded",
      "a.xlsx",
      "番号 | 事業名 | 指標 | 単位 | 目標値¶(平成31年度) | 実績 | < | < | 評価（該当に○） | < | < | <\n"
      "^ | ^ | ^ | ^ | ^ | 27年度 | 28年度 | 28が累計なら○ | A | B | C | 対象外\n"
      "1 | 学びの支援 | 会員数 | 人 | 100 | 20 | 45 | ○ | | ○ | |\n"
      "2 | 遊び場づくり | 箇所数 | 箇所 | 5 | 2 | 2 | | | | ○ |\n"
      "3 | 道の整備 | 延長 | km | 9 | 1 | 3 | | | | | ○\n",
      "P 1|学びの支援|grade B\n"
      "K 会員数|人||T100@2019| 2015=20 2016=c45\n"
      "P 2|遊び場づくり|grade C\n"
      "K 箇所数|箇所||T5@2019| 2015=2 2016=2\n"
      "P 3|道の整備|status 対象外\n"
      "K 延長|km||T9@2019| 2015=1 2016=3\n" },
    { "累計 above marks alone", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R6） | R4実績 | R5実績 | 累計\n"
      "学びの支援 | 会員数 | 人 | 100 | 20 | 45 | ○\n"
      "遊び場づくり | 満足度 | % | 80 | 70 | 71 |\n",
      "P |学びの支援\n"
      "K 会員数|人||T100@2024| 2022=20 2023=c45\n"
      "P |遊び場づくり\n"
      "K 満足度|%||T80@2024| 2022=70 2023=71\n" },
    { "a plan for each year, with a note that the totals are marked beside them",
      "a.xlsx",
      "ＫＰＩ年次計画及び実績　総括表\n"
      "「種別」が累計のＫＰＩは、計画・実績とも計画開始年度からの累計で記載している。\n"
      "\n"
      "事業名 | ＫＰＩ | 単位 | 種別 | 平成27年度 | < | < | 平成28年度 | 平成29年度\n"
      "^ | ^ | ^ | ^ | 計画 | 実績 | 達成率 | 計画 | 計画\n"
      "学びの支援 | 会員数 | 人 | 累計 | 200 | 142 | 0.71{0.0%} | 400 | 600\n"
      "遊び場づくり | 利用者数 | 人 | 単年 | 50 | 40 | 0.8{0.0%} | 60 | 70\n",
      "P |学びの支援\n"
      "K 会員数|人||T600@2017 p2015=200 p2016=400 p2017=600| 2015=c142|rate 0.71|cumulative\n"
      "P |遊び場づくり\n"
      "K 利用者数|人||T70/y@2017 p2015=50 p2016=60 p2017=70| 2015=40|rate 0.8|annual\n" },
    { "other notes about totals say nothing of the kinds", "a.xlsx",
      "※「累計」と付した実績は、計画開始からの累計値である。\n"
      "\n"
      "事業名 | ＫＰＩ | 単位 | 種別 | 目標（H31） | 平成27年度実績\n"
      "学びの支援 | 会員数 | 人 | 累計 | 200 | 142\n",
      "P |学びの支援\n"
      "K 会員数|人||T200@2019| 2015=142|cumulative\n" },
    { "halfway aims and forecasts end no plan", "a.xlsx",
      "事業名 | ＫＰＩ | 単位 | R3 | < | R4 | R5\n"
      "^ | ^ | ^ | 見込量 | 実績 | 見込量 | 見込量\n"
      "学びの支援 | 会員数 | 人 | 200 | 142 | 210 | 220\n",
      "P |学びの支援\n"
      "K 会員数|人||T- p2021=200 p2022=210 p2023=220| 2021=142\n" },
    { "marks tell which targets are each year's, and a column their bound", "a.xlsx",
      "事業名 | 指標 | 単位 | 目標値（R6） | 上下限 | 毎年度目標 | R5実績\n"
      "学びの支援 | 参加者数 | 人 | 100 | | ○ | 45\n"
      "遊び場づくり | 満足度 | % | 80 | 以上 | | 71\n"
      "道の整備 | 事故件数 | 件 | 3 | 以下 | | 5\n",
      "P |学びの支援\n"
      "K 参加者数|人||T100/y@2024| 2023=45|annual\n"
      "P |遊び場づくり\n"
      "K 満足度|%||T80@2024| 2023=71|up\n"
      "P |道の整備\n"
      "K 事故件数|件||T3@2024| 2023=5|down\n" },
    { "grades counted behind the table, one of them alone too", "a.xlsx",
      "担当課 | 事業 | ＫＰＩ | 目標（R7） | R4実績 | 評価\n"
      "農林課 | 学校給食 | 地場産物使用割合(%) | 40 | 34.7 | 概ね順調\n"
      "\n"
      "評価の内訳 | 概ね順調\n"
      "件数 | 1\n"
      "# 2\n"
      "担当課 | 事業 | ＫＰＩ | 目標（R7） | R4実績 | 評価\n"
      "農林課 | 林道 | 舗装延長(m) | 40 | 34 | ○\n"
      "\n"
      "達成度 | ◎ | ○ | 計\n"
      "事業数 | 0 | 1 | 1\n"
      "割合 | 0% | 100% | 100%\n",
      "P |学校給食|/農林課|grade 概ね順調\n"
      "K 地場産物使用割合|%||T40@2025| 2022=34.7\n"
      "P |林道|/農林課|grade ○\n"
      "K 舗装延長|m||T40@2025| 2022=34\n"
      "F row-ignored A4 評価の内訳\n"
      "F row-ignored A5 件数\n"
      "F row-ignored A4 達成度\n"
      "F row-ignored A5 事業数\n"
      "F row-ignored A6 割合\n" },
    { "costs and rates summed up, and a legend with its word in brackets",
      "a.xlsx",
      "事業名 | R4決算額（千円） | 指標 | 目標（R7） | R4実績 | 達成率 | 評価\n"
      "学びの支援 | 900 | 会員数（人） | 100 | 95 | 95% | Ａ\n"
      "道の整備 | 800 | 舗装延長（m） | 40 | 34 | 85% | Ｂ\n"
      "事業費計 | 1700 | | | | |\n"
      "達成率の平均 | | | | | 90% |\n"
      "【評価区分】Ａ：90%以上、Ｂ：60%以上、Ｃ：60%未満\n",
      "P |学びの支援|grade Ａ|cost 2022=900千円\n"
      "K 会員数|人||T100@2025| 2022=95|rate 0.95\n"
      "P |道の整備|grade Ｂ|cost 2022=800千円\n"
      "K 舗装延長|m||T40@2025| 2022=34|rate 0.85\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_totals", tests, n);
}
