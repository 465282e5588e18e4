/*
 * test_layout_lines.c - facts on lines: of one cell, above a table, in pairs
 */
#include "support/rows.h"
#include "support/sheet_text.h"

/* What a line says of all that stands below it. */
static const sheet_case above[] = {
    { "captions give their unit, a line the department and its division",
      "a.xlsx",
      "第３次プラン　数値目標\n"
      "担当：福祉部　共生推進課\n"
      "（１）登用に関する指標（単位：％）\n"
      "施策 | 項目 | 現状値 | 実績値 | 目標値\n"
      "^ | ^ | 令和元年度 | 令和5年度 | 令和8年度\n"
      "登用の促進 | 女性委員の割合 | 29.8 | 33.5 | 40\n"
      "^ | 管理職の割合 | 14.1 | 18.2 | 25\n"
      "\n"
      "（２）講座に関する指標（単位：人）\n"
      "施策 | 項目 | 現状値 | 実績値 | 目標値\n"
      "^ | ^ | 令和元年度 | 令和5年度 | 令和8年度\n"
      "就業の支援 | 講座の受講者数 | 128 | 171 | 200\n"
      "^ | 開催回数（回） | 8 | 9 | 10\n",
      "P |登用の促進|theme （１） 登用に関する指標（単位：％）|福祉部/共生推進課\n"
      "K 女性委員の割合|％|B29.8@2019|T40@2026| 2023=33.5\n"
      "K 管理職の割合|％|B14.1@2019|T25@2026| 2023=18.2\n"
      "P |就業の支援|theme （２） 講座に関する指標（単位：人）|福祉部/共生推進課\n"
      "K 講座の受講者数|人|B128@2019|T200@2026| 2023=171\n"
      "K 開催回数|回|B8@2019|T10@2026| 2023=9\n" },
};

/* Several indicators on the lines of one cell. */
static const sheet_case within[] = {
    { "names, units and figures on as many lines, merged over projects",
      "a.xlsx",
      "担当局 | 事業名 | 指標（KPI） | 基準値（H26） | 目標値（H31） | 実績（H28） | 評価\n"
      "産業局 | 創業の支援 | ①創業件数（件）¶②卒業企業数（社）¶③売上高の伸び（％） | ①83¶②－¶③1.2 | ①100¶②15以上"
      "¶③5 | ①94¶②累計7¶③調査中 | A\n"
      "総務局 | 女性の創業 | ^ | ^ | ^ | ^ | B\n"
      "産業局 | 輸出の促進 | 商談件数（件）¶成約件数（件） | －¶－ | 20¶2 | 累計23¶7 | A\n",
      "P |創業の支援|産業局/|grade A\n"
      "K 創業件数|件|B83@2014|T100@2019| 2016=94|with 女性の創業\n"
      "K 卒業企業数|社|B-@2014|T15以上@2019| 2016=c7|with 女性の創業\n"
      "K 売上高の伸び|％|B1.2@2014|T5@2019| 2016=pending|with 女性の創業\n"
      "P |女性の創業|総務局/|grade B\n"
      "K 創業件数|件|B83@2014|T100@2019| 2016=94|with 創業の支援\n"
      "K 卒業企業数|社|B-@2014|T15以上@2019| 2016=c7|with 創業の支援\n"
      "K 売上高の伸び|％|B1.2@2014|T5@2019| 2016=pending|with 創業の支援\n"
      "P |輸出の促進|産業局/|grade A\n"
      "K 商談件数|件|B-@2014|T20@2019| 2016=c23\n"
      "K 成約件数|件|B-@2014|T2@2019| 2016=7\n" },
};

static const sheet_case forms[] = {
    { "labels of bureau and division, names that count 事業",
      "a.xlsx",
      "回答票（令和2年度）\n"
      "①事業名 | 国際交流の推進 | < | <\n"
      "②所属（局・部） | 総務局国際部 | < | <\n"
      "③所属（課） | 交流課 | < | <\n"
      "④指標（KPI） | 指標内容（単位） | R2目標 | R2実績 | 達成率\n"
      "^ | 交流が実現した件数（件） | 20 | 19 | 95.0%\n"
      "^ | 新たな事業創出数（事業） | 21 | 20 | 95.2%\n"
      "^ | 支援した事業者数（事業） | 8 | － | －\n"
      "⑤補足 | なし | < | < | <\n",
      "P |国際交流の推進|総務局国際部/交流課|note なし\n"
      "K 交流が実現した件数|件||T20@2020| 2020=19|rate 0.95\n"
      "K 新たな事業創出数|事業||T21@2020| 2020=20|rate 0.952\n"
      "K 支援した事業者数|事業||T8@2020| 2020=missing\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, above);
    TEST_ROWS(tests, n, sheet_text_reads, within);
    TEST_ROWS(tests, n, sheet_text_reads, forms);
    return run_tests("layout_lines", tests, n);
}
