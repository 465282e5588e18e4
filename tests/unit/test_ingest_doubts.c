/*
 * test_ingest_doubts.c - figures that stand twice or are not read
 */
#include "support/rows.h"

#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "the second column of a year is reported and not used",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R3実績 | R4実績 |"
      " R4実績\n"
      "A | 人数（人） | 10 | 9 | 8 | 7\n",
      "P |A\n"
      "K 人数|人||T10@2024| 2021=9 2022=8\n"
      "F year-duplicate F2 7 > 2022 > 8\n" },
    { "of two actuals without a year the second is reported",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | 実績 | 実績\n"
      "A | 人数（人） | 10 | 9 | 8\n",
      "P |A\n"
      "K 人数|人||T10@2024| 0=9\n"
      "F actual-year-unknown D1 実績 > \n"
      "F year-duplicate E2 8 >  > 9\n" },
    { "a year on two lines of one indicator is reported",
      "a.xlsx",
      "事業名 | 指標 | 年度 | 実績\n"
      "A | 人数（人） | R3 | 5\n"
      " |  | R4 | 6\n"
      " |  | R4 | 7\n",
      "P |A\n"
      "K 人数|人||T-| 2021=5 2022=6\n"
      "F year-duplicate D4 7 > 2022 > 6\n" },
    { "the same figure twice is no finding",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R4実績 | R4実績\n"
      "A | 人数（人） | 10 | 8 | 8\n",
      "P |A\n"
      "K 人数|人||T10@2024| 2022=8\n" },
    { "a total beside the years takes the newest year's place where totals count",
      "a.xlsx",
      "事業名 | 指標 | R3実績 | R4実績 | 累計 | 目標(R2-"
      "R6累計)\n"
      "A | 件数（件） | 6 | 7 | 18 | 50\n",
      "P |A\n"
      "K 件数|件||Tc50@2020-2024| 2021=6 2022=c18\n"
      "F total-beside-year E2 18 > 2022 > 7 > 18 > 18\n" },
    { "a total is reported and left out where each year counts for itself",
      "a.xlsx",
      "事業名 | 指標 | R3実績 | R4実績 | 累計 | 目標（R"
      "6）\n"
      "A | 件数（件） | 6 | 7 | 18 | 10\n",
      "P |A\n"
      "K 件数|件||T10@2024| 2021=6 2022=7\n"
      "F total-beside-year E2 18 > 2022 > 7 > 18 > 7\n" },
    { "a total that the years add up to says nothing new",
      "a.xlsx",
      "事業名 | 指標 | R3実績 | R3累計 | R4実績 | R4累計"
      " | 目標（R6）\n"
      "A | 件数（件） | 6 | 6 | 7 | 13 | 10\n",
      "P |A\n"
      "K 件数|件||T10@2024| 2021=6 2022=7\n" },
    { "a column of figures whose header says nothing is reported",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R4実績 | ふしぎ"
      "\n"
      "A | 人数（人） | 10 | 8 | 123\n"
      "B | 件数（件） | 10 | 8 | 456\n",
      "P |A\n"
      "K 人数|人||T10@2024| 2022=8\n"
      "P |B\n"
      "K 件数|件||T10@2024| 2022=8\n"
      "F column-not-read E1 ふしぎ > 123\n" },
    { "so are figures that numbers tell apart, between reasons for none",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R4実績 | ふしぎ\n"
      "A | 人数（人） | 10 | 8 | ①12人　②3件\n"
      "B | 件数（件） | 10 | 8 | —\n"
      "C | 組数（組） | 10 | 8 | 調査中\n",
      "P |A\n"
      "K 人数|人||T10@2024| 2022=8\n"
      "P |B\n"
      "K 件数|件||T10@2024| 2022=8\n"
      "P |C\n"
      "K 組数|組||T10@2024| 2022=8\n"
      "F column-not-read E1 ふしぎ > ①12人　②3件\n" },
    { "two targets without years: the second is reported",
      "a.xlsx",
      "事業名 | 指標 | 目標値 | 目標値 | R4実績\n"
      "A | 人数（人） | 10 | 20 | 8\n",
      "P |A\n"
      "K 人数|人||T10| 2022=8\n"
      "F column-not-read D1 目標値 > 20\n" },
    { "figures in a row without a name are reported",
      "a.xlsx",
      "事業名 | 指標 | 目標値（R6） | R3実績\n"
      "A | 人数（人） | 10 | 9\n"
      " |  | 20 | 18\n"
      "B | 件数（件） | 10 | 9\n",
      "P |A\n"
      "K 人数|人||T10@2024| 2021=9\n"
      "P |B\n"
      "K 件数|件||T10@2024| 2021=9\n"
      "F figure-not-read C3 20 > 人数\n"
      "F figure-not-read D3 18 > 人数\n" },
    { "a second line of actuals is reported",
      "a.xlsx",
      "事業名 | 指標 | 区分 | R3 | R4\n"
      "A | 人数（人） | 目標 | 10 | 9\n"
      " |  | 実績 | 20 | 18\n"
      " |  | 実績 | 21 | 19\n",
      "P |A\n"
      "K 人数|人||T9@2022 p2021=10 p2022=9| 2021=20 2022=18\n"
      "F figure-not-read D4 21 > 人数\n"
      "F figure-not-read E4 19 > 人数\n" },
    { "another department inside a project is said",
      "a.xlsx",
      "事業名 | 担当課 | 指標 | 目標値（R6） | R3実績"
      "\n"
      "子育て | こども課 | 人数（人） | 10 | 9\n"
      " | 健康課 | 率（％） | 20 | 18\n",
      "P |子育て|/こども課\n"
      "K 人数|人||T10@2024| 2021=9\n"
      "K 率|％||T20@2024| 2021=18\n"
      "F department-of-row B3 健康課 > こども課\n" },
    { "of two targets that of the plan counts, not one of a far year or none",
      "a.xlsx",
      "指標 | R3実績 | 目標（R6） | 長期目標（R32）\n"
      "排出量（t） | 9 | 8以下 | 実質ゼロ\n"
      "緑地（ha） | 9 | 8 | －\n",
      "P |排出量\n"
      "K 排出量|t||T8以下@2024 p2050=0| 2021=9\n"
      "P |緑地\n"
      "K 緑地|ha||T8@2024 p2050=-| 2021=9\n" },
    { "words beside an actual that may be another's are echoed",
      "a.xlsx",
      "事業名 | KPI | R3実績\n"
      "A | 相談件数：10件（H26年度）⇒20件（H31年度）"
      " | 新規 5件\n"
      "B | 相談件数：10件（H26年度）⇒20件（H31年度）"
      " | 相談件数 15件\n"
      "C | 相談件数：10件（H26年度）⇒20件（H31年度）"
      " | 15件 前年より増加\n"
      "D | 相談件数：10件（H26年度）⇒20件（H31年度）"
      " | 15件（R4.3末）\n"
      "E | 相談件数：10件（H26年度）⇒20件（H31年度）"
      " | 15件 ※コロナの影響\n",
      "P |A\n"
      "K 相談件数|件|B10@2014|T20@2019| 2021=5\n"
      "P |B\n"
      "K 相談件数|件|B10@2014|T20@2019| 2021=15\n"
      "P |C\n"
      "K 相談件数|件|B10@2014|T20@2019| 2021=15\n"
      "P |D\n"
      "K 相談件数|件|B10@2014|T20@2019| 2021=15\n"
      "P |E\n"
      "K 相談件数|件|B10@2014|T20@2019| 2021=15\n"
      "F value-uncertain C2 新規 5件 > 5件\n"
      "F value-uncertain C4 15件 前年より増加 > 15件\n" },
    { "labels and values beside those of a form are read too",
      "a.xlsx",
      "事業シート | < | < | <\n"
      "\n"
      "事業名 | 関係人口 | 主管課 | 企画課\n"
      "成果指標 | 会員数（人） | |\n"
      "目標値（R7） | 3000 | 基準値（R2） | 850\n"
      "R4実績 | 1604 | R5実績 | 2015\n",
      "P |関係人口|/企画課\n"
      "K 会員数|人|B850@2020|T3000@2025| 2022=1604 2023=2015\n" },
    { "labels and values beside those of a form that is no card are reported",
      "a.xlsx",
      "事業シート | < | < | < | <\n"
      "\n"
      "事業名 | 関係人口 | | 主管課 | 企画課\n"
      "成果指標 | 会員数（人） | 拠点数（箇所） | |\n"
      "目標値（R7） | 3000 | 12 | 基準値（R2） | 850\n"
      "R4実績 | 1604 | 9 | R5実績 | 2015\n",
      "P |関係人口|/企画課\n"
      "K 会員数|人||T3000@2025| 2022=1604\n"
      "K 拠点数|箇所||T12@2025| 2022=9\n"
      "F table-not-read D5 基準値（R2） > 指標\n"
      "F figure-passed-over E5 850 > 基準値（R2）\n" },
};

int main(void)
{
    struct CMUnitTest tests[128];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("ingest_doubts", tests, n);
}
