/*
 * test_table_find.c - where tables are, and what their columns hold
 */
#include "support/rows.h"

#include <string.h>

#include "ingest/table/table_find.h"
#include "support/sheet_text.h"
#include "xlsx/cellref.h"

/* A line a table: its header's range, the columns' roles with year, block
 * and the header's indicator; -- when it is not accepted. */
static const struct table_case {
    const char *label, *sheet, *expected;
} cases[] = {
    { "a title and blank rows above a header",
      "令和4年度 KPI達成状況\n"
      "\n"
      "事業名 | 指標 | 目標値 | 実績値\n"
      "A | 件数 | 10 | 9\n",
      "A3:D3 project kpi/1 target/1 actual/1\n" },
    { "two tables on one sheet",
      "事業名 | 指標 | 目標値 | R3実績\n"
      "A | 件数 | 10 | 9\n"
      "施策名 | KPI | R4実績\n"
      "B | 人数 | 10\n",
      "A1:D1 project kpi/1 target/1 actual2021/1\n"
      "A3:C3 project kpi/1 actual2022/1\n" },
    { "years below a group",
      "事業名 | KPI | 実績値 | <\n"
      "^ | ^ | R3 | R4\n"
      "A | 件数 | 8 | 9\n",
      "A1:D2 project kpi/1 actual2021/1 actual2022/1\n" },
    { "a group that is not merged speaks for the empty cells beside it",
      "事業名 | KPI | 目標値 | | 実績値 | \n"
      " | | R3 | R4 | R3 | R4\n"
      "A | 件数 | 8 | 9 | 7 | 9\n",
      "A1:F2 project kpi/1 target2021/1 target2022/1 actual2021/1 "
      "actual2022/1\n" },
    { "value and year below their group",
      "事業名 | KPI | 基準値 | < | 目標値 | <\n"
      "^ | ^ | 年度 | 数値 | 年度 | 数値\n"
      "A | 件数 | H30 | 5 | R6 | 9\n",
      "A1:F2 project kpi/1 baseline_year/1 baseline/1 target_year/1 "
      "target/1\n" },
    { "cells that all are years name the year of their line",
      "事業名 | KPI | 実績 | <\n"
      "A | 件数：10件 | H27 | 5件\n"
      "^ | ^ | H28 | 6件\n",
      "A1:D1 project kpi/1 year/1 actual/1\n" },
    { "years that begin with a digit and end with a kanji are years",
      "事業名 | KPI | 実績 | <\n"
      "A | 件数：10件 | 2015年度 | 490人\n"
      "^ | ^ | 2016年度 | 610人\n",
      "A1:D1 project kpi/1 year/1 actual/1\n" },
    { "区分 with 目標 and 実績 says what a line holds",
      "事業名 | KPI | 区分 | R3 | R4\n"
      "A | 件数 | 目標 | 5 | 6\n"
      "^ | ^ | 実績 | 5 | 6\n",
      "A1:E1 project kpi/1 line actual2021/1 actual2022/1\n" },
    { "区分 with circles is a mark of 再掲",
      "事業名 | KPI | 区分 | R4実績\n"
      "A | 件数 | 再掲 | 6\n"
      "B | 人数 | 再掲 | 5\n",
      "A1:D1 project kpi/1 relisted actual2022/1\n" },
    { "of several levels the innermost is the project",
      "政策 | 施策 | 取組 | 指標 | R4実績\n"
      "1 | 2 | A | 件数 | 6\n",
      "A1:E1 goal measure project kpi/1 actual2022/1\n" },
    { "基本目標 is the goal however many levels there are",
      "基本目標 | 事業 | 指標 | R4実績\n"
      "1 | A | 件数 | 6\n",
      "A1:D1 goal project kpi/1 actual2022/1\n" },
    { "数値目標 beside 指標名 is the target",
      "施策 | 指標名 | 数値目標 | R4実績\n"
      "A | 件数 | 10 | 6\n",
      "A1:D1 project kpi/1 target/1 actual2022/1\n" },
    { "repeated indicators are blocks",
      "事業名 | 指標名 | 目標値 | 実績値 | 指標名 | 目標値 | 実績値 | 備考\n"
      "A | 件数 | 10 | 6 | 人数 | 5 | 4 | x\n",
      "A1:H1 project kpi/1 target/1 actual/1 kpi/2 target/2 actual/2 "
      "remark\n" },
    { "indicators that the header names are blocks",
      "事業名 | 来場者数（人） | < | 売上（円） | <\n"
      "^ | R3 | R4 | R3 | R4\n"
      "A | 10 | 20 | 30 | 40\n",
      "A1:E2 project actual2021/1来場者数（人） actual2022/1来場者数（人） "
      "actual2021/2売上（円） actual2022/2売上（円）\n" },
    { "a table of costs is none of indicators",
      "事業名 | 決算額 | R3 | R4\n"
      "A | 10 | 20 | 30\n",
      "-- A1:D1 project cost actual2021 actual2022\n" },
    { "a row of figures is no header",
      "事業名 | 目標 | 12\n"
      "指標 | 実績 | 30\n",
      "" },
    { "a sentence with a header's word is no header",
      "補足 | 実績は速報値です。\n",
      "" },
};

static void put_table(buf *out, const table *t)
{
    char ref[CELLREF_RANGE_SIZE];

    cellref_write_range(ref, t->top, t->col, t->bottom, t->last_col);
    buf_printf(out, "%s%s", t->accepted ? "" : "-- ", ref);
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        buf_printf(out, " %s", role_id(k->role));
        if (k->years.to != 0)
            buf_printf(out, "%d", k->years.to);
        if (k->block != 0)
            buf_printf(out, "/%u", k->block);
        buf_text(out, k->block != 0 ? k->kpi_name : text_of(""));
    }
    buf_char(out, '\n');
}

static void finds_tables(void **state)
{
    const struct table_case *c = *state;
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    plan *p = plan_default();
    table_list tables;
    sheet_view view;
    kpi_source input;
    package made;
    arena a;
    book *b;
    grid g;
    buf out;

    arena_init(&a, 0);
    buf_init(&out);
    package_init(&made);
    sheet_text_package(&made, c->sheet);
    input = package_source(&made);
    assert_int_equal(book_open(&b, &input, NULL, &err), KPI_OK);
    assert_int_equal(grid_read(&g, &a, b, 0, &err), KPI_OK);
    assert_true(sheet_view_init(&view, &a, b, &g));
    assert_true(table_find(&tables, &a, &view, header_roles_new(&a, p), p,
                           2020));
    for (size_t i = 0; i < tables.count; i++)
        put_table(&out, &tables.items[i]);
    assert_string_equal(buf_cstr(&out), c->expected);
    buf_free(&out);
    book_free(b);
    package_free(&made);
    plan_free(p);
    arena_free(&a);
}

/* table_may_be_subtotal() refuses none of the words. */
static void finds_every_word_of_a_subtotal(void **state)
{
    arena a;
    size_t i = 0;

    (void)state;
    arena_init(&a, 0);
    for (; table_subtotal_word(i) != NULL; i++)
        if (!table_is_subtotal(&a, text_of(table_subtotal_word(i))))
            fail_msg("%s is not found", table_subtotal_word(i));
    assert_true(i > 10);
    assert_true(table_is_subtotal(&a, text_of("ＴＯＴＡＬ")));
    assert_false(table_is_subtotal(&a, text_of("空き家対策事業")));
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, finds_tables, cases);
    TEST_ONE(tests, n, finds_every_word_of_a_subtotal);
    return run_tests("table_find", tests, n);
}
