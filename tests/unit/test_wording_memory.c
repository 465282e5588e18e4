/*
 * test_wording_memory.c - every allocation of the readers may fail
 *
 * Each reader is run with every arena limit, from nothing to enough. Until
 * it is enough the reader says so and gives nothing; then it reads the same
 * as without a limit.
 */
#include <string.h>

#include "support/rows.h"
#include "support/wording_spec.h"

#include "wording/fold.h"
#include "wording/units.h"

enum { STEP = 8, MOST = 4 << 20 };

/* Appends the reading; false when memory ran out (or nothing is read). */
typedef bool reader(arena *a, buf *b, text cell);

static bool read_fold_key(arena *a, buf *b, text cell)
{
    text out;
    bool ok = fold_key(a, &out, cell);

    assert_true(ok || out.length == 0);
    buf_text(b, out);
    return ok;
}

static bool read_fold_bare(arena *a, buf *b, text cell)
{
    text out;
    bool ok = fold_bare(a, &out, cell);

    assert_true(ok || out.length == 0);
    buf_text(b, out);
    return ok;
}

static bool read_fold_width(arena *a, buf *b, text cell)
{
    size_t *map;
    text out;
    bool ok = fold_width(a, &out, &map, cell);

    assert_true(ok || (out.length == 0 && map == NULL));
    buf_text(b, out);
    if (ok)
        buf_printf(b, " %zu", map[out.length]);
    return ok;
}

static bool read_kpis(arena *a, buf *b, text cell)
{
    kpi_text *kpis;
    size_t count;
    bool ok = kpi_text_parse(a, &kpis, &count, cell, 2019);

    assert_true(ok || (kpis == NULL && count == 0));
    spec_put_kpis(b, kpis, count);
    return ok;
}

static bool read_actuals(arena *a, buf *b, text cell)
{
    actual_text *actuals;
    size_t count;
    bool ok = actual_text_parse(a, &actuals, &count, cell);

    assert_true(ok || (actuals == NULL && count == 0));
    spec_put_actuals(b, actuals, count);
    return ok;
}

static bool read_number(arena *a, buf *b, text cell)
{
    figure f;
    bool ok = number_text_parse(a, &f, cell);

    assert_true(ok || number_sign(f.value) == 0);
    if (ok)
        spec_put_figure(b, &f);
    return ok;
}

static bool read_relation(arena *a, buf *b, text cell)
{
    units_relation relation;
    number factor;
    bool ok = units_relate(a, &relation, &factor, cell, text_of("千円"));

    if (ok)
        number_put(b, factor, 0);
    return ok;
}

static const struct memory_case {
    const char *label; /* the cell */
    reader *read;
    const char *expected;
} cases[] = {
    { "ＫＰＩ（ｶﾞｲﾄﾞ数） １２", read_fold_key, "kpi(ガイド数)12" },
    { "ＫＰＩ（ｶﾞｲﾄﾞ数） １2\xFF", read_fold_bare, "kpi12\xEF\xBF\xBD" },
    { "ｶﾞｲﾄﾞ数：１２", read_fold_width, "ガイド数:12 27" },
    { "参加者数（単位：人） R1：120人→R6：約1万2千人以上",
      read_kpis, "参加者数（単位：人） | B 120人 2019 | T 12千人 2024 以上" },
    { "講座：リーダー40人 マイスター△1.5人（H26年度）⇒リーダー100人 "
      "マイスター10人（H31年度）", read_kpis,
      "講座（リーダー） | B 40人 2014 | T 100人 2019 / "
      "講座（マイスター） | B -1.5人 2014 | T 10人 2019" },
    { "広報紙　月２回\n・計画策定（R6）", read_kpis,
      "広報紙 | T 2回/月 / 計画策定 | T  2024" },
    { "累計参加企業数：421社（20社増）\n参加者：△1,623人", read_actuals,
      "参加企業数=421社 累計 +20社増 / 参加者=-1623人" },
    { "月平均12.5件", read_actuals, "12.5件/月" },
    { "集計中", read_actuals, "(pending)" },
    { "△3億2,500万0.1234567円（累計）", read_number,
      "-325000000.1234567円 累計" },
    { "123,456,789,012円", read_number, "123456789012円" },
    { "週3日", read_number, "3日/週" },
    { "億円", read_relation, "100000" },
};

static void survives_every_arena_limit(void **state)
{
    const struct memory_case *c = *state;
    size_t refused = 0;
    bool ok = false;
    buf b;

    buf_init(&b);
    for (size_t limit = 1; !ok && limit < MOST; limit += STEP) {
        arena a;

        arena_init(&a, limit);
        buf_clear(&b);
        ok = c->read(&a, &b, text_of(c->label));
        refused += !ok;
        arena_free(&a);
    }
    assert_true(ok);
    assert_true(refused != 0);
    assert_string_equal(buf_cstr(&b), c->expected);
    buf_free(&b);
}

/* ---- Numbers: large ones, the small need no memory ---------------------- */

static bool make_int(arena *a, number *out, number x, number y)
{
    (void)x, (void)y;
    return number_from_int(a, out, -12345678912345);
}
static bool make_decimal(arena *a, number *out, number x, number y)
{
    (void)x, (void)y;
    return number_from_decimal(a, out, text_of("-12.5e30"));
}
static bool make_cell(arena *a, number *out, number x, number y)
{
    (void)x, (void)y;
    return number_from_cell(a, out, text_of("0.57123456789012345"));
}
static bool make_fraction(arena *a, number *out, number x, number y)
{
    (void)x, (void)y;
    return number_from_fraction(a, out, text_of("10000000000139/150"));
}
static bool make_power(arena *a, number *out, number x, number y)
{
    (void)x, (void)y;
    return number_power_of_ten(a, out, -14);
}
static bool copy(arena *a, number *out, number x, number y)
{
    (void)y;
    return number_copy(a, out, x);
}
static bool round_it(arena *a, number *out, number x, number y)
{
    (void)y;
    return number_round(a, out, x, 1, NUMBER_HALF_UP);
}
static bool round_significantly(arena *a, number *out, number x, number y)
{
    (void)y;
    return number_round_significant(a, out, x, 2);
}

static const struct number_memory_case {
    const char *label;
    bool (*make)(arena *a, number *out, number x, number y);
    const char *expected; /* of 10000000000139/150 and 4 */
} numbers[] = {
    { "from_int", make_int, "-12345678912345" },
    { "from_decimal", make_decimal,
      "-12500000000000000000000000000000" },
    { "from_cell", make_cell, "571234567890123/1000000000000000" },
    { "from_fraction", make_fraction, "10000000000139/150" },
    { "power_of_ten", make_power, "1/100000000000000" },
    { "add", number_add, "10000000000739/150" },
    { "subtract", number_subtract, "9999999999539/150" },
    { "multiply", number_multiply, "20000000000278/75" },
    { "divide", number_divide, "10000000000139/600" },
    { "copy", copy, "10000000000139/150" },
    { "round", round_it, "333333333338/5" },
    { "round_significant", round_significantly, "67000000000" },
};

static void makes_no_number_without_memory(void **state)
{
    const struct number_memory_case *c = *state;
    size_t refused = 0;
    number x, y, out;
    arena operands, a;
    bool ok = false;
    buf b;

    buf_init(&b);
    arena_init(&operands, 0);
    assert_true(number_from_fraction(&operands, &x,
                                     text_of("10000000000139/150")));
    assert_true(number_from_int(&operands, &y, 4));
    for (size_t limit = 1; !ok && limit < MOST; limit++) {
        arena_init(&a, limit);
        ok = c->make(&a, &out, x, y);
        if (ok)
            number_put_fraction(&b, out);
        else
            assert_int_equal(number_sign(out), 0);
        refused += !ok;
        arena_free(&a);
    }
    assert_true(ok);
    assert_true(refused != 0);
    assert_string_equal(buf_cstr(&b), c->expected);
    arena_free(&operands);
    buf_free(&b);
}

int main(void)
{
    static struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, survives_every_arena_limit, cases);
    TEST_ROWS(tests, n, makes_no_number_without_memory, numbers);
    return run_tests("wording_memory", tests, n);
}
