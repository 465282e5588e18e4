/* How much room text takes, and how rows are raised to fit. */
#include "support/rows.h"

#include "output/summary_layout.h"

static const struct lines_case {
    const char *label, *text;
    unsigned pixels; /* tenths */
    unsigned lines;
} cases[] = {
    { "nothing is one line", "", 1000, 1 },
    { "a short word is one line", "実績", 1000, 1 },
    { "ten wide characters of 12 pixels do not fit into 100 pixels",
      "一二三四五六七八九十", 1000, 2 },
    { "a line break begins a line", "一\n二\n三", 1000, 3 },
    { "narrow letters take about half", "abcdefghij", 1000, 1 },
    { "a word is not broken when it fits on a line", "一二三四五 abcdefg",
      1000, 2 },
    { "the last line takes the whole width: 96 of 97 pixels",
      "一二三四五六七八", 1050, 1 },
    { "and not a pixel more", "一二三四五六七八", 1039, 2 },
    { "the last of two lines too", "一二三四五六七八一二三四五六七", 1050, 2 },
    { "narrow letters count as wide as bold ones there",
      "一二三四五六七1", 1000, 2 },
    { "and fit when even those do", "一二三四五六七1", 1010, 1 },
    { "a paragraph's last line, not the text's",
      "一二三四五六七八\n一二三四五六七八", 1050, 2 },
    { "a word moves to the last line", "一二三四五 ab三四五六七八", 1000,
      2 },
    { "a very narrow column still ends", "一二三", 10, 2 },
};

static void counts_lines(void **state)
{
    const struct lines_case *c = *state;

    assert_int_equal(layout_lines(text_of(c->text), c->pixels, 90),
                     c->lines);
}

static void a_column_of_ten_characters_is_75_pixels(void **state)
{
    (void)state;
    assert_int_equal(layout_column_pixels(100), 750);
}

static void airy_fonts_need_higher_lines(void **state)
{
    (void)state;
    assert_true(layout_spacing("游ゴシック") > layout_spacing("BIZ UDPゴシック"));
    assert_true(layout_height(text_of("一\n二"), 1000, 90, 175) >
                layout_height(text_of("一\n二"), 1000, 90, 148));
}

static void rows_are_raised_until_every_span_fits(void **state)
{
    unsigned heights[3] = { 100, 100, 100 };
    layout_need needs[] = { { 0, 2, 900 }, { 1, 1, 300 }, { 0, 0, 50 },
                            { 2, 7, 9000 } };

    (void)state;
    layout_rows(heights, 3, needs, 4);
    assert_true(heights[0] + heights[1] + heights[2] >= 900);
    assert_true(heights[1] >= 300);
    assert_true(heights[0] < 500);
}

static void no_row_is_higher_than_excel_allows(void **state)
{
    unsigned heights[1] = { 100 };
    layout_need needs[] = { { 0, 0, 99999 } };

    (void)state;
    layout_rows(heights, 1, needs, 1);
    assert_int_equal(heights[0], LAYOUT_MAX_HEIGHT);
}

int main(void)
{
    struct CMUnitTest tests[24];
    size_t n = 0;

    TEST_ROWS(tests, n, counts_lines, cases);
    TEST_ONE(tests, n, a_column_of_ten_characters_is_75_pixels);
    TEST_ONE(tests, n, airy_fonts_need_higher_lines);
    TEST_ONE(tests, n, rows_are_raised_until_every_span_fits);
    TEST_ONE(tests, n, no_row_is_higher_than_excel_allows);
    return run_tests("summary_layout", tests, n);
}
