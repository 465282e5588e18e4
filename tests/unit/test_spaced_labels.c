/*
 * test_spaced_labels.c - a label and its value in one cell, parted by a space
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case lines[] = {
    { "a mark, a name and an office, of forms one below the other",
      "a.xlsx",
      "令和４年度　進捗管理シート | < | <\n"
      "■事業名　朝市の開催 | < | <\n"
      "担当課名　産業部商工課 | < | <\n"
      "目的 | 町をにぎやかにする。 | <\n"
      "指標名 | 目標値（R6） | R4実績\n"
      "来場者数（人） | 90 | 70\n"
      "\n"
      "令和４年度　進捗管理シート | < | <\n"
      "■事業名　山道の手入れ | < | <\n"
      "担当課名　農林部森林課 | < | <\n"
      "目的 | 山に親しむ。 | <\n"
      "指標名 | 目標値（R6） | R4実績\n"
      "延長（m） | 40 | 30\n",
      "P |朝市の開催|産業部/商工課|purpose 町をにぎやかにする。\n"
      "K 来場者数|人||T90@2024| 2022=70\n"
      "P |山道の手入れ|農林部/森林課|purpose 山に親しむ。\n"
      "K 延長|m||T40@2024| 2022=30\n" },
    { "a period and a grade, and values on the next line of the cell",
      "a.xlsx",
      "事業名　朝市の開催 | < | <\n"
      "担当課　商工課 | < | <\n"
      "事業期間　令和3年度～令和7年度 | < | <\n"
      "指標名 | 目標値（R6） | R4実績\n"
      "来場者数（人） | 90 | 70\n"
      "総合評価　B | < | <\n"
      "# 2\n"
      "事業名¶山道の手入れ | < | <\n"
      "担当課¶森林課 | < | <\n"
      "指標名 | 目標値（R6） | R4実績\n"
      "延長（m） | 40 | 30\n"
      "総合評価¶A | < | <\n",
      "P |朝市の開催|/商工課|grade B|period 2021-2025\n"
      "K 来場者数|人||T90@2024| 2022=70\n"
      "P |山道の手入れ|/森林課|grade A\n"
      "K 延長|m||T40@2024| 2022=30\n" },
    { "behind a document's title, with a colon or without",
      "a.xlsx",
      "R4年度　事務事業評価シート　事業名： （1） 朝市の開催 | < | <\n"
      "所管課 | 商工課 | <\n"
      "内線 | 2124 | <\n"
      "概要 | < | <\n"
      "広場で朝市を開く。 | < | <\n"
      "指標名 | 年度 | 実績値\n"
      "来場者数（人） | R3年度 | 60\n"
      "^ | R4年度 | 70\n"
      "\n"
      "R4年度　事務事業評価シート　事業名： （2） 山道の手入れ | < | <\n"
      "所管課 | 森林課 | <\n"
      "内線 | 2125 | <\n"
      "概要 | < | <\n"
      "山道を直す。 | < | <\n"
      "指標名 | 年度 | 実績値\n"
      "延長（m） | R3年度 | 20\n"
      "^ | R4年度 | 30\n",
      "P （1）|朝市の開催|/商工課|summary 広場で朝市を開く。\n"
      "K 来場者数|人||T-| 2021=60 2022=70\n"
      "P （2）|山道の手入れ|/森林課|summary 山道を直す。\n"
      "K 延長|m||T-| 2021=20 2022=30\n" },
    { "labels of offices in a row say that these are forms, and no outline",
      "a.xlsx",
      "◆№1　朝市の開催 | < | < | < | <\n"
      "基本政策 | ①：にぎわいのある町 | < | < | <\n"
      "所管課 | 商工課 | 取組期間 | R2～R6 | <\n"
      "指標名 | R3年度 | R4年度 | R5年度 | R6年度（最終目標年度）\n"
      "来場者数（人） | 60 | 70 | － | －\n"
      "\n"
      "◆№2　朝市の宣伝 | < | < | < | <\n"
      "基本政策 | ②：人の集まる町 | < | < | <\n"
      "所管課 | 広報課 | 取組期間 | R2～R6 | <\n"
      "指標名 | R3年度 | R4年度 | R5年度 | R6年度（最終目標年度）\n"
      "閲覧数（件） | 80 | 90 | － | －\n",
      "P 1|朝市の開催|goal ① にぎわいのある町|/商工課|"
      "period 2020-2024\n"
      "K 来場者数|人||T-| 2021=60 2022=70 2023=missing 2024=missing\n"
      "P 2|朝市の宣伝|goal ② 人の集まる町|/広報課|period 2020-2024\n"
      "K 閲覧数|件||T-| 2021=80 2022=90 2023=missing 2024=missing\n" },
    { "めざす姿 in a sentence is no level below a line that says one",
      "a.xlsx",
      "分野1　にぎわい | < | <\n"
      "取組項目　朝市の開催 | < | <\n"
      "所管課 | 商工課 | <\n"
      "めざす姿 | < | <\n"
      "町がにぎやかである。 | < | <\n"
      "指標名 | 目標値（R6） | R4実績\n"
      "来場者数（人） | 90 | 70\n",
      "P |朝市の開催|theme 1 にぎわい|/商工課|purpose 町がにぎやかである。\n"
      "K 来場者数|人||T90@2024| 2022=70\n" },
    { "words of a document stay as they are",
      "a.xlsx",
      "事業名　進捗状況一覧 | < | < | <\n"
      "事業名 | 指標名 | 目標値（R6） | R4実績\n"
      "朝市の開催 | 来場者数（人） | 90 | 70\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2024| 2022=70\n" },
    { "titles of sorts of indicators over all columns of a table",
      "a.xlsx",
      "事業名 | 朝市の開催 | < | <\n"
      "担当課 | 商工課 | < | <\n"
      "KPI | 区分 | 推移 | <\n"
      "^ | ^ | R3年度 | R4年度\n"
      "＜アウトプット指標＞ | < | < | <\n"
      "開催数（回） | 年度目標 | 10 | 12\n"
      "^ | 実績値 | 9 | 12\n"
      "＜アウトカム指標＞ | < | < | <\n"
      "来場者数（人） | 年度目標 | 80 | 90\n"
      "^ | 実績値 | 60 | 70\n",
      "P |朝市の開催|/商工課\n"
      "K 開催数|回||T12@2022 p2021=10 p2022=12| 2021=9 2022=12\n"
      "K 来場者数|人||T90@2022 p2021=80 p2022=90| 2021=60 2022=70\n" },
    { "the year in front of a label is the one reported",
      "a.xlsx",
      "朝市の評価シート | <\n"
      " | 年度　令和６年度　　記入担当：産業部 商工課\n"
      "\n"
      "事業名 | 朝市の開催\n"
      "指標 | 来場者数：R9 90人\n"
      "実績 | 70人\n"
      "課題 | 令和７年度に見直す。\n",
      "P |朝市の開催|産業部/商工課\n"
      "K 来場者数|人||T90@2027| 2024=70\n"
      "F actual-year-inferred A6 実績 > R6\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, lines);
    return run_tests("spaced_labels", tests, n);
}
