/*
 * test_labels_beside.c - a form's labels beside the table of its indicators
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "labels left of a table share its rows and nothing else", "a.xlsx",
      "基本目標１　しごとをつくる | < | < | < | < | < | < | <\n"
      "\n"
      "事業名 | 朝市の開催 | | KPI | 基準値（H26） | 目標値（H31） | H28実績 | 評価\n"
      "担当課 | 商工課 | | 来場者数 | 50人 | 90人 | 60人 | B\n"
      "事業概要 | 広場で市を開く。 | | 出店数 | 5店 | 9店 | 6店 | ^\n"
      "^ | ^ | | | | | | ^\n"
      "今後の方向性 | 継続 | < | < | < | < | < | <\n"
      "\n"
      "事業名 | 里山の手入れ | | KPI | 基準値（H26） | 目標値（H31） | H28実績 | 評価\n"
      "担当課 | 林務課 | | 整備面積 | 12ha | 20ha | 13ha | C\n"
      "事業概要 | 間伐をする。 | | | | | | ^\n",
      "P |朝市の開催|goal １ しごとをつくる|/商工課|grade B|summary 広場で市を開く。\n"
      "K 来場者数|人|B50@2014|T90@2019| 2016=60\n"
      "K 出店数|店|B5@2014|T9@2019| 2016=6\n"
      "P |里山の手入れ|goal １ しごとをつくる|/林務課|grade C|summary 間伐をする。\n"
      "K 整備面積|ha|B12@2014|T20@2019| 2016=13\n" },
    { "without a column between them, figures that are numbers", "a.xlsx",
      "事業名 | 朝市の開催 | 指標名 | 単位 | R4目標 | R4実績\n"
      "担当課 | 商工課 | 来場者数 | 人 | 90 | 60\n"
      "事業期間 | R2～R6年度 | 出店数 | 店 | 9 | 6\n",
      "P |朝市の開催|/商工課|period 2020-2024\n"
      "K 来場者数|人||T90@2022| 2022=60\n"
      "K 出店数|店||T9@2022| 2022=6\n" },
    { "the name above the table's header, a label that nobody knows", "a.xlsx",
      "事業名 | 朝市の開催\n"
      "担当課 | 商工課 | | 指標名 | 単位 | R4 | <\n"
      "目的 | にぎわい | | ^ | ^ | 目標 | 実績\n"
      "事業概要 | 広場で市を開く。 | | 来場者数 | 人 | 90 | 60\n"
      "合言葉 | 早起き | | 出店数 | 店 | 9 | 6\n",
      "P |朝市の開催|/商工課|summary 広場で市を開く。|purpose にぎわい\n"
      "K 来場者数|人||T90@2022| 2022=60\n"
      "K 出店数|店||T9@2022| 2022=6\n" },
    { "projects below a header with a word that nobody knows are no labels",
      "a.xlsx",
      "事業名 | 合言葉 | 指標名 | 単位 | R4目標 | R4実績\n"
      "朝市の開催 | 早起き | 来場者数 | 人 | 90 | 60\n"
      "里山の手入れ | 汗 | 整備面積 | ha | 20 | 13\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2022| 2022=60\n"
      "P |里山の手入れ\n"
      "K 整備面積|ha||T20@2022| 2022=13\n" },
    { "a goal above the name, beside 業務指標, with units for so many of a thing",
      "a.xlsx",
      "下水道ビジョン　シート | < | < | < | < | < | < | < | <\n"
      "\n"
      "基本方針 | きれいな川 | < | | 業務指標（PI） | < | 基準¶R1 | R5 | 評価\n"
      "実施施策 | 管の手入れ | < | | 事故数（件/100km） | < | 4.3 | 4.1 | A\n"
      "担当部局 | 企業局 | < | | 処理量（m3） | < | 48 | 51 | B\n"
      "担当課 | 下水道課 | < | | 苦情（件/1,000世帯） | < | 6.8 | 4.9 | B\n"
      "総合評価 | B | <\n",
      "P |管の手入れ|goal きれいな川|企業局/下水道課|grade B\n"
      "K 事故数|件/100km|B4.3@2019|T-| 2023=4.1|grade A\n"
      "K 処理量|m3|B48@2019|T-| 2023=51|grade B\n"
      "K 苦情|件/1,000世帯|B6.8@2019|T-| 2023=4.9|grade B\n" },
    { "an office among labels that only such a form has",
      "a.xlsx",
      "集会所カルテ | < | | 令和6年4月1日現在 | | |\n"
      "\n"
      "施設名称 | 港の集会所 | | 指標（単位） | R4 | R5 | 目標（R9）\n"
      "施設分類 | 集会施設 | | 利用者数（人） | 210 | 245 | 300\n"
      "所管課 | 生涯学習課 | | 稼働率（％） | 29.3 | 31.6 | 40\n"
      "建築年 | 昭和53年 | | | | |\n"
      "構造 | 木造平屋 | | | | |\n"
      "\n"
      "総合評価 | B | | 今後の方向性 | 大規模改修 | < | <\n",
      "P |港の集会所|/生涯学習課|grade B\n"
      "K 利用者数|人||T300@2027| 2022=210 2023=245\n"
      "K 稼働率|％||T40@2027| 2022=29.3 2023=31.6\n" },
    { "projects without an office in a list with columns nobody knows are no "
      "labels",
      "a.xlsx",
      "施設名称 | 分類甲 | 指標名 | 単位 | R4目標 | R4実績\n"
      "朝市の広場 | 早起き | 来場者数 | 人 | 90 | 60\n"
      "里山の小屋 | 汗 | 宿泊者数 | 人 | 20 | 13\n",
      "P |朝市の広場\n"
      "K 来場者数|人||T90@2022| 2022=60\n"
      "P |里山の小屋\n"
      "K 宿泊者数|人||T20@2022| 2022=13\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("labels_beside", tests, n);
}
