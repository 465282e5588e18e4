/*
 * test_number_format.c - number format codes
 */
#include "support/rows.h"

#include "xlsx/number_format.h"

static const struct format_case {
    const char *label; /* the code */
    format_kind kind;
    bool date, time;
} cases[] = {
    { "", FORMAT_GENERAL, false, false },
    { "General", FORMAT_GENERAL, false, false },
    { "GENERAL;[Red]-General", FORMAT_GENERAL, false, false },
    { "G/標準", FORMAT_GENERAL, false, false },
    { "General\"人\"", FORMAT_NUMBER, false, false },
    { "#,##0;\"△\"#,##0", FORMAT_NUMBER, false, false },
    { "#,##0;[Red]\\-#,##0", FORMAT_NUMBER, false, false },
    { "0.00E+00", FORMAT_NUMBER, false, false },
    { "0\"days\"", FORMAT_NUMBER, false, false },
    { "\"平成\"0\"年度\"", FORMAT_NUMBER, false, false },
    { "0_d", FORMAT_NUMBER, false, false },
    { "0\\d", FORMAT_NUMBER, false, false },
    { "*d0", FORMAT_NUMBER, false, false },
    { "[$¥-411]#,##0", FORMAT_NUMBER, false, false },
    { "# ?/?", FORMAT_NUMBER, false, false },
    { ";;;", FORMAT_NUMBER, false, false },
    { "[DBNum1][$-411]General", FORMAT_GENERAL, false, false },
    { "0.0%", FORMAT_PERCENT, false, false },
    { "0.0\\%", FORMAT_NUMBER, false, false },
    { "[Red]0%;[Blue]-0%", FORMAT_PERCENT, false, false },
    { "@", FORMAT_TEXT, false, false },
    { ";;;@", FORMAT_TEXT, false, false },
    { "yyyy/m/d;@", FORMAT_DATE, true, false },
    { "[$-411]ggge\"年\"m\"月\"d\"日\"", FORMAT_DATE, true, false },
    { "[$-ja-JP-x-gannen]ggge\"年\"", FORMAT_DATE, true, false },
    { "[$-411]ge\\.m\\.d", FORMAT_DATE, true, false },
    { "[DBNum1][$-411]e\"年度\"", FORMAT_DATE, true, false },
    { "rr.mm", FORMAT_DATE, true, false },
    { "aaaa", FORMAT_DATE, true, false },
    { "m/d", FORMAT_DATE, true, false },
    { "mmm", FORMAT_DATE, true, false },
    { "h:mm", FORMAT_DATE, false, true },
    { "h\"時\"mm\"分\"", FORMAT_DATE, false, true },
    { "h:mm AM/PM", FORMAT_DATE, false, true },
    { "yyyy/m/d h:mm", FORMAT_DATE, true, true },
    { "mm:ss.0", FORMAT_DATE, false, true },
    { "[h]:mm:ss", FORMAT_DURATION, false, false },
    { "[mm]:ss", FORMAT_DURATION, false, false },
    { "[ss]", FORMAT_DURATION, false, false },
    { "[Magenta]0", FORMAT_NUMBER, false, false },
    { "[>=1000]#,##0;0.0", FORMAT_NUMBER, false, false },
    { "[=1]\"男\";[=2]\"女\"", FORMAT_NUMBER, false, false },
    { "\"unclosed", FORMAT_NUMBER, false, false },
    { "[unclosed", FORMAT_GENERAL, false, false },
};

static void classifies(void **state)
{
    const struct format_case *c = *state;
    number_format f = number_format_classify(text_of(c->label));

    assert_int_equal(f.kind, c->kind);
    assert_int_equal(f.has_date, c->date);
    assert_int_equal(f.has_time, c->time);
}

static const struct builtin_case {
    const char *label;
    uint32_t first, last;
    format_kind kind;
} builtins[] = {
    { "built-in 0 is General", 0, 0, FORMAT_GENERAL },
    { "built-in 1 to 8 are numbers", 1, 8, FORMAT_NUMBER },
    { "built-in 9 and 10 are percent", 9, 10, FORMAT_PERCENT },
    { "built-in 14 to 22 are dates", 14, 22, FORMAT_DATE },
    { "built-in 27 to 36 are dates", 27, 36, FORMAT_DATE },
    { "built-in 37 to 44 are numbers", 37, 44, FORMAT_NUMBER },
    { "built-in 45 is a time", 45, 45, FORMAT_DATE },
    { "built-in 46 is a duration", 46, 46, FORMAT_DURATION },
    { "built-in 47 is a time", 47, 47, FORMAT_DATE },
    { "built-in 48 is a number", 48, 48, FORMAT_NUMBER },
    { "built-in 49 is text", 49, 49, FORMAT_TEXT },
    { "built-in 50 to 58 are dates", 50, 58, FORMAT_DATE },
};

static void knows_builtin(void **state)
{
    const struct builtin_case *c = *state;

    for (uint32_t id = c->first; id <= c->last; id++) {
        const char *code = number_format_builtin(id);

        assert_non_null(code);
        assert_int_equal(number_format_classify(text_of(code)).kind, c->kind);
    }
    assert_null(number_format_builtin(23));
    assert_null(number_format_builtin(59));
}

int main(void)
{
    struct CMUnitTest tests[96];
    size_t n = 0;

    TEST_ROWS(tests, n, classifies, cases);
    TEST_ROWS(tests, n, knows_builtin, builtins);
    return run_tests("number_format", tests, n);
}
