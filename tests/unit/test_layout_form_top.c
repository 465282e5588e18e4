/*
 * test_layout_form_top.c - forms: lines at the top that say what they belong
 * to, above the name, and whom to ask below
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case cases[] = {
    { "a goal behind its plan's name, a theme and the name with its grade",
      "a.xlsx",
      "総合戦略　基本目標Ⅰ　しごとをつくる | < | <\n"
      "⑥　環境産業の振興 | < | <\n"
      "風力発電の立地（洋上）【A】 | < | <\n"
      "\n"
      "１．事業の概要 | < | <\n"
      "風の強い海に立てる。 | < | <\n"
      "\n"
      "２．ＫＰＩと実績 | < | <\n"
      "ＫＰＩ | 現状値→目標値 | 年度別実績\n"
      "雇用の数 | 目標　2,500人（H31年度） | H27：26人　／　H28：累計767人\n"
      "立地の数 | 1件（H26年度）→16件（H31年度） | H27：5件　／　H28：9件\n",
      "P |風力発電の立地（洋上）|goal Ⅰ しごとをつくる|theme ⑥ 環境産業の振興|grade A|summary 風の強い海に立てる。\n"
      "K 雇用の数|人||T2500@2019| 2015=26 2016=c767\n"
      "K 立地の数|件|B1@2014|T16@2019| 2015=5 2016=9\n" },
    { "a measure between, its words in front, and labels below the name",
      "a.xlsx",
      "事業評価シート（令和4年度） | < | < | <\n"
      "基本目標2 ひとを呼ぶ | < | < | <\n"
      "施策2-1 移住の促進 | < | < | <\n"
      "(3) 空き家の活用 | < | < | <\n"
      "担当課 | 住宅課 | 評価 | B\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "相談数（件） | 50 | 60 | 90\n"
      "成約数（件） | 5 | 6 | 9\n",
      "P (3)|空き家の活用|goal 2 ひとを呼ぶ|measure 2-1 移住の促進|/住宅課|grade B\n"
      "K 相談数|件||T90@2024| 2021=50 2022=60\n"
      "K 成約数|件||T9@2024| 2021=5 2022=6\n" },
    { "another level's word behind its plan's name",
      "a.xlsx",
      "港市総合戦略　重点施策３　港を生かす | < | < | <\n"
      "(1) 物流の強化 | < | < | <\n"
      "コンテナの集荷 【評価：Ｂ】 | < | < | <\n"
      "\n"
      "■事業概要 | < | < | <\n"
      "荷を集める。 | < | < | <\n"
      "\n"
      "■成果指標 | < | < | <\n"
      "指標名 | R3実績 | R4実績 | R6目標\n"
      "取扱量（千t） | 5 | 6 | 9\n",
      "P |コンテナの集荷|theme ３ 港を生かす|measure (1) 物流の強化|grade Ｂ|summary 荷を集める。\n"
      "K 取扱量|千t||T9@2024| 2021=5 2022=6\n" },
    { "the goal and the name of a form",
      "a.xlsx",
      "第2期総合戦略　基本目標２　ひとを呼ぶ | < | < | <\n"
      "空き家の活用 | < | < | <\n"
      "\n"
      "担当課 | 住宅課 | 評価 | B\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "相談数（件） | 50 | 60 | 90\n",
      "P |空き家の活用|goal ２ ひとを呼ぶ|/住宅課|grade B\n"
      "K 相談数|件||T90@2024| 2021=50 2022=60\n" },
    { "a label that names the form holds, whatever stands above",
      "a.xlsx",
      "基本目標２　ひとを呼ぶ | < | < | <\n"
      "移住の促進 | < | < | <\n"
      "\n"
      "事業名 | 空き家の活用 | 評価 | B\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "相談数（件） | 50 | 60 | 90\n",
      "P |空き家の活用|goal ２ ひとを呼ぶ|grade B\n"
      "K 相談数|件||T90@2024| 2021=50 2022=60\n" },
    { "whom to ask is whose form it is, where nothing else says so",
      "a.xlsx",
      "事業評価シート（令和4年度） | < | < | <\n"
      "事業名 | 空き家の活用 | 評価 | B\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "相談数（件） | 50 | 60 | 90\n"
      "\n"
      "問い合わせ先 | 建設局　住宅課 | TEL 582-2238 | \n"
      "# 2\n"
      "事業名 | 橋の点検 | 評価 | B\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "橋の数（橋） | 5 | 6 | 9\n"
      "問合せ先：建設局道路課（内線 2238） | < | < | <\n"
      "# 3\n"
      "事業名 | 朝市の開催 | 担当課 | 商工課\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "来場者数（人） | 5 | 6 | 9\n"
      "問い合わせ先 | 産業局　総務課 | TEL 582-2238 | \n"
      "# 4\n"
      "連絡先 | 産業局　総務課 | 担当課 | 港湾課\n"
      "事業名 | 港の掃除 | < | <\n"
      "指標 | R3実績 | R4実績 | R6目標\n"
      "回数（回） | 5 | 6 | 9\n",
      "P |空き家の活用|建設局/住宅課|grade B\n"
      "K 相談数|件||T90@2024| 2021=50 2022=60\n"
      "P |橋の点検|建設局/道路課|grade B\n"
      "K 橋の数|橋||T9@2024| 2021=5 2022=6\n"
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人||T9@2024| 2021=5 2022=6\n"
      "P |港の掃除|/港湾課\n"
      "K 回数|回||T9@2024| 2021=5 2022=6\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_top", tests, n);
}
