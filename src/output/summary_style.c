/*
 * summary_style.c - how cells of the official workbook look
 */
#include "output/summary_style.h"

#include <string.h>

const char *const style_font_default = "BIZ UDPゴシック";

enum {
    INK = 0x1F2933, NAVY = 0x1F3A5F, BLUE = 0x24548A, GREY = 0x5F6B7A,
    LINE = 0xA9B4C0, PALE = 0xEAF0F6, PALER = 0xF5F8FB, HEADER = 0xDCE5EF,
    WHITE = 0xFFFFFF, INPUT = 0xFFFDF2
};

enum { WRAP = 1, BOLD = 2, UNDER = 4, BOX = 8, TOPLINE = 16, RULE = 32,
       TEXTFORM = 64, SHRINK = 128,
       INDENT = 130 /* LibreOffice's, which is wider than Excel's */ };

enum { L = LXW_ALIGN_LEFT, C = LXW_ALIGN_CENTER, R = LXW_ALIGN_RIGHT,
       T = LXW_ALIGN_VERTICAL_TOP, M = LXW_ALIGN_VERTICAL_CENTER };

static const struct style_row {
    unsigned size; /* tenths of a point */
    unsigned color, fill; /* fill 0: none */
    uint8_t across, down;
    unsigned flags;
    uint8_t indent;
} rows[STYLE_COUNT] = {
    [STYLE_PLAIN] = { 90, INK, 0, L, M, 0, 0 },
    [STYLE_COVER_CITY] = { 140, GREY, 0, L, M, 0, 0 },
    [STYLE_COVER_TITLE] = { 240, NAVY, 0, L, M, BOLD | WRAP, 0 },
    [STYLE_COVER_SUB] = { 110, INK, 0, L, M, WRAP, 0 },
    [STYLE_COVER_RULE] = { 60, INK, 0, L, M, RULE, 0 },
    [STYLE_TITLE] = { 150, NAVY, 0, L, M, BOLD, 0 },
    [STYLE_LONG_TITLE] = { 150, NAVY, 0, L, M, BOLD | WRAP, 0 },
    [STYLE_NOTE] = { 80, GREY, 0, L, T, WRAP, 0 },
    [STYLE_BACK] = { 80, BLUE, 0, R, M, UNDER, 0 },
    [STYLE_SECTION] = { 110, NAVY, 0, L, M, BOLD | RULE, 0 },
    [STYLE_HEAD] = { 85, NAVY, HEADER, C, M, BOLD | WRAP | BOX, 0 },
    [STYLE_HEAD_LEFT] = { 85, NAVY, HEADER, L, M, BOLD | WRAP | BOX, 1 },
    [STYLE_THEME] = { 105, WHITE, NAVY, L, M, BOLD | WRAP, 1 },
    [STYLE_PART] = { 95, NAVY, HEADER, L, M, BOLD | WRAP | BOX, 1 },
    [STYLE_MEASURE] = { 90, INK, PALE, L, M, WRAP | BOX, 1 },
    [STYLE_TEXT] = { 90, INK, 0, L, T, WRAP | BOX | TEXTFORM, 1 },
    [STYLE_TEXT_BOLD] = { 90, INK, 0, L, T, WRAP | BOX | BOLD | TEXTFORM, 1 },
    [STYLE_TERM] = { 90, INK, PALER, L, M, WRAP | BOX | BOLD | TEXTFORM, 1 },
    [STYLE_TEXT_SMALL] = { 80, INK, 0, L, T, WRAP | BOX | TEXTFORM, 1 },
    [STYLE_NAME] = { 90, INK, 0, L, M, WRAP | BOX | TEXTFORM, 1 },
    [STYLE_CENTER] = { 90, INK, 0, C, M, WRAP | BOX, 0 },
    [STYLE_CENTER_SMALL] = { 80, INK, 0, C, M, WRAP | BOX, 0 },
    [STYLE_RIGHT] = { 90, INK, 0, R, M, BOX, 1 },
    [STYLE_ACTUAL] = { 90, INK, 0, R, M, WRAP | BOX, 1 },
    [STYLE_LINK] = { 90, BLUE, 0, L, M, WRAP | BOX | UNDER, 1 },
    [STYLE_INPUT] = { 90, INK, INPUT, C, M, BOX, 0 },
    [STYLE_RATE] = { 95, INK, 0, C, M, BOX | BOLD | WRAP, 0 },
    [STYLE_GRADE] = { 85, INK, 0, C, M, BOX | WRAP | BOLD, 0 },
    [STYLE_GRADE_BIG] = { 95, INK, 0, C, M, BOX | WRAP | BOLD, 0 },
    [STYLE_TOTAL_TEXT] = { 90, NAVY, PALER, L, M, BOX | BOLD, 1 },
    [STYLE_TOTAL] = { 90, NAVY, PALER, R, M, BOX | BOLD, 1 },
    [STYLE_LIST_TEXT] = { 80, INK, 0, L, M, WRAP | BOX | TEXTFORM, 0 },
    [STYLE_LIST_RIGHT] = { 80, INK, 0, R, M, BOX, 0 },
    [STYLE_LIST_CENTER] = { 80, INK, 0, C, M, WRAP | BOX, 0 },
    [STYLE_LIST_LINK] = { 80, BLUE, 0, L, M, WRAP | BOX | UNDER, 0 },
    [STYLE_LIST_HELPER] = { 80, GREY, 0, L, M, BOX | TEXTFORM, 0 },
    [STYLE_LIST_REPEAT] = { 80, GREY, 0, L, M, BOX | TEXTFORM | SHRINK, 0 },
    [STYLE_FORM_LABEL] = { 90, NAVY, HEADER, C, M, BOLD | WRAP | BOX, 0 },
    [STYLE_FORM_TITLE] = { 130, NAVY, PALER, L, M, BOLD | WRAP | BOX, 1 },
    [STYLE_FORM_TEXT] = { 90, INK, 0, L, M, WRAP | BOX | TEXTFORM, 1 },
    [STYLE_OPEN_HEAD] = { 100, INK, HEADER, L, M, BOLD, 0 },
    [STYLE_OPEN_TEXT] = { 100, INK, 0, L, M, 0, 0 },
};

static const char *const formats[FORMAT_IDS] = {
    [FORMAT_NONE] = NULL,
    [FORMAT_DECIMALS_0] = "#,##0_ ;\"△ \"#,##0_ ",
    [FORMAT_DECIMALS_0 + 1] = "#,##0.0_ ;\"△ \"#,##0.0_ ",
    [FORMAT_DECIMALS_0 + 2] = "#,##0.00_ ;\"△ \"#,##0.00_ ",
    [FORMAT_DECIMALS_0 + 3] = "#,##0.000_ ;\"△ \"#,##0.000_ ",
    [FORMAT_DECIMALS_0 + 4] = "#,##0.0000_ ;\"△ \"#,##0.0000_ ",
    [FORMAT_DECIMALS_0 + 5] = "#,##0.00000_ ;\"△ \"#,##0.00000_ ",
    [FORMAT_DECIMALS_6] = "#,##0.000000_ ;\"△ \"#,##0.000000_ ",
    [FORMAT_PERCENT_0] = "0%_ ;\"△ \"0%_ ",
    [FORMAT_PERCENT_0 + 1] = "0.0%_ ;\"△ \"0.0%_ ",
    [FORMAT_PERCENT_0 + 2] = "0.00%_ ;\"△ \"0.00%_ ",
    [FORMAT_PERCENT_3] = "0.000%_ ;\"△ \"0.000%_ ",
    [FORMAT_PERCENT_LONG] = "0.0000%_ ;\"△ \"0.0000%_ ",
    [FORMAT_COUNT_OR_DASH] = "#,##0_ ;\"△ \"#,##0_ ;\"－\"_ ",
    [FORMAT_PLAIN_INTEGER] = "0",
    [FORMAT_NO_BOUND] = "\"－\";\"－\"",
    [FORMAT_CHANGE] = "+#,##0_ ;\"△ \"#,##0_ ;0_ ",
    [FORMAT_POINTS] = "+#,##0.0_ ;\"△ \"#,##0.0_ ;0.0_ ",
    [FORMAT_FULL] = "General",
};

/* From the best band to the worst: background, ink of the pattern, stronger
 * ink of the same band for the bars of a chart. */
static const struct band_row {
    unsigned back, ink, bar;
    uint8_t cell, chart;
} bands[] = {
    { 0xD6E6F4, 0xD6E6F4, 0x24548A, LXW_PATTERN_SOLID,
      LXW_CHART_PATTERN_NONE },
    { 0xFFFFFF, 0xA8C4DC, 0x5C8FBF, LXW_PATTERN_LIGHT_HORIZONTAL,
      LXW_CHART_PATTERN_LIGHT_HORIZONTAL },
    { 0xDDEFE6, 0x9CC7B2, 0x4F9A86, LXW_PATTERN_LIGHT_VERTICAL,
      LXW_CHART_PATTERN_LIGHT_VERTICAL },
    { 0xFDF1D3, 0xE3BF6A, 0xD29A2C, LXW_PATTERN_LIGHT_UP,
      LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL },
    { 0xF9E0C4, 0xDDA96B, 0xC47A2E, LXW_PATTERN_LIGHT_DOWN,
      LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL },
    { 0xF3C9B4, 0xD98E6C, 0xB4502F, LXW_PATTERN_GRAY_125,
      LXW_CHART_PATTERN_PERCENT_50 },
    { 0xE3E3E3, 0xA0A0A0, 0x707070, LXW_PATTERN_LIGHT_TRELLIS,
      LXW_CHART_PATTERN_DOTTED_GRID },
};
enum { BANDS = sizeof(bands) / sizeof(*bands) };

/* Which of them as many bands take: the worst is always dark. */
static const uint8_t spread[BANDS + 1][BANDS] = {
    { 0 }, { 0 }, { 0, 5 }, { 0, 3, 5 }, { 0, 1, 3, 5 }, { 0, 1, 2, 3, 5 },
    { 0, 1, 2, 3, 4, 5 }, { 0, 1, 2, 3, 4, 5, 6 },
};

void style_init(style_book *s, lxw_workbook *book, const char *font)
{
    lxw_format *normal;

    memset(s, 0, sizeof(*s));
    s->book = book;
    s->font = *font ? font : style_font_default;
    /*
     * The first format is Normal: its digits are the unit of column widths.
     * Arial 10 has digits of 7 pixels everywhere (Liberation Sans has its
     * metrics), which a font that is missing somewhere has not.
     */
    normal = STAILQ_FIRST(book->formats);
    if (normal) {
        format_set_font_name(normal, "Arial");
        format_set_font_size(normal, 10);
    }
}

void style_set_font(lxw_format *f, const char *font)
{
    enum { MODERN = 3 };

    format_set_font_name(f, *font ? font : style_font_default);
    format_set_font_family(f, MODERN);
}

unsigned style_size(style_id id)
{
    return rows[id].size;
}

unsigned style_indent(style_id id)
{
    return rows[id].across == L ? rows[id].indent * INDENT : 0;
}

static void put_borders(lxw_format *f, unsigned flags)
{
    if (flags & BOX) {
        format_set_border(f, LXW_BORDER_THIN);
        format_set_border_color(f, LINE);
    }
    if (flags & RULE) {
        format_set_bottom(f, LXW_BORDER_MEDIUM);
        format_set_bottom_color(f, NAVY);
    }
}

lxw_format *style_get(style_book *s, style_id id, number_format_id format)
{
    const struct style_row *r = &rows[id];
    lxw_format *f = s->made[id][format];

    if (f)
        return f;
    f = workbook_add_format(s->book);
    if (!f) {
        s->failed = true;
        return NULL;
    }
    style_set_font(f, s->font);
    format_set_font_size(f, (double)r->size / 10);
    format_set_font_color(f, r->color);
    format_set_align(f, r->across);
    format_set_align(f, r->down);
    if (r->flags & BOLD)
        format_set_bold(f);
    if (r->flags & UNDER)
        format_set_underline(f, LXW_UNDERLINE_SINGLE);
    if (r->flags & WRAP)
        format_set_text_wrap(f);
    if (r->flags & SHRINK)
        format_set_shrink(f);
    if (r->indent && r->across != C && (r->across != R || !formats[format]))
        format_set_indent(f, r->indent);
    if (r->fill) {
        format_set_pattern(f, LXW_PATTERN_SOLID);
        format_set_bg_color(f, r->fill);
    }
    if (formats[format])
        format_set_num_format(f, formats[format]);
    else if (r->flags & TEXTFORM)
        format_set_num_format(f, "@");
    put_borders(f, r->flags);
    s->made[id][format] = f;
    return f;
}

static bool hex_color(unsigned *out, const char *color)
{
    unsigned value = 0;
    size_t n = strlen(color);

    if (n != 6)
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = ascii_lower(color[i]);

        if (ascii_is_digit(c))
            value = value * 16 + (unsigned)(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + (unsigned)(c - 'a' + 10);
        else
            return false;
    }
    *out = value;
    return true;
}

static size_t band_row_of(size_t position, size_t count)
{
    size_t n = count < BANDS ? count : BANDS;

    return position < n ? spread[n][position] : BANDS - 1;
}

lxw_format *style_band(style_book *s, size_t position, size_t count,
                       const char *color)
{
    const struct band_row *b = &bands[band_row_of(position, count)];
    size_t slot = position < STYLE_BANDS ? position : STYLE_BANDS - 1;
    unsigned back = b->back;
    lxw_format *f;

    if (s->band[slot])
        return s->band[slot];
    f = workbook_add_format(s->book);
    if (!f) {
        s->failed = true;
        return NULL;
    }
    hex_color(&back, color);
    format_set_pattern(f, b->cell);
    /* Of a conditional solid fill Excel takes the background. */
    format_set_bg_color(f, back);
    if (b->cell != LXW_PATTERN_SOLID)
        format_set_fg_color(f, b->ink);
    s->band[slot] = f;
    return f;
}

lxw_chart_pattern style_band_pattern(size_t position, size_t count,
                                     const char *color)
{
    size_t row = band_row_of(position, count);
    unsigned ink = bands[row].bar;

    hex_color(&ink, color);
    return (lxw_chart_pattern){ .fg_color = ink, .bg_color = WHITE,
                                .type = bands[row].chart };
}

number_format_id style_decimals(number x)
{
    arena a;
    int decimals = 6;

    arena_init(&a, 0);
    for (int d = 0; d < 6; d++) {
        number rounded;

        if (!number_round(&a, &rounded, x, d, NUMBER_HALF_UP))
            break;
        if (number_compare(rounded, x) == 0) {
            decimals = d;
            break;
        }
    }
    arena_free(&a);
    return (number_format_id)(FORMAT_DECIMALS_0 + decimals);
}

number_format_id style_percent(int digits)
{
    int d = digits < 0 ? 0 : digits > 3 ? 3 : digits;

    return (number_format_id)(FORMAT_PERCENT_0 + d);
}
