/*
 * template_style.c - how cells of a template look, and how they are written
 *
 * Colours say what a cell is for: yellow is to be filled in, grey is printed
 * and locked, green reckons itself.
 */
#include "output/template_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "output/summary_page.h"

enum {
    INK = 0x1F2933, NAVY = 0x1F3A5F, GREY = 0x5F6B7A, FAINT = 0xA3ADB8,
    LINE = 0xA9B4C0, HEADER = 0xDCE5EF, LOCKED = 0xF3F5F7, OPEN = 0xFFF6CC,
    OPEN_HEAD = 0xF6C945, AUTO = 0xE6F2EA, AUTO_HEAD = 0xBFDCC9,
    WHITE = 0xFFFFFF, AMBER = 0x7A4B00, GREEN = 0x1E5B3A
};

enum { BOLD = 1, WRAP = 2, BOX = 4, UNLOCKED = 8, RULE = 16 };

static const struct look_row {
    unsigned size, color, fill, flags;
} looks[LOOKS] = {
    [LOOK_TITLE] = { 160, NAVY, 0, BOLD },
    [LOOK_SUB] = { 110, INK, 0, BOLD },
    [LOOK_NOTE] = { 90, GREY, 0, 0 },
    [LOOK_GROUP] = { 90, NAVY, HEADER, BOLD | BOX },
    [LOOK_GROUP_OPEN] = { 100, AMBER, OPEN_HEAD, BOLD | BOX },
    [LOOK_GROUP_AUTO] = { 90, GREEN, AUTO_HEAD, BOLD | BOX },
    [LOOK_HEAD] = { 90, NAVY, HEADER, BOLD | BOX | WRAP },
    [LOOK_HEAD_OPEN] = { 90, AMBER, OPEN_HEAD, BOLD | BOX | WRAP },
    [LOOK_HEAD_AUTO] = { 90, GREEN, AUTO_HEAD, BOLD | BOX | WRAP },
    [LOOK_LOCKED] = { 90, INK, LOCKED, BOX | WRAP },
    [LOOK_SAME] = { 90, FAINT, LOCKED, BOX },
    [LOOK_OPEN] = { 105, INK, OPEN, BOX | WRAP | UNLOCKED },
    [LOOK_MAY] = { 90, INK, WHITE, BOX | WRAP | UNLOCKED },
    [LOOK_AUTO] = { 95, GREEN, AUTO, BOX },
    [LOOK_LEGEND] = { 90, INK, 0, 0 },
    [LOOK_GUIDE_TITLE] = { 150, NAVY, 0, BOLD | RULE },
    [LOOK_GUIDE_HEAD] = { 110, NAVY, 0, BOLD | RULE },
    [LOOK_GUIDE_LABEL] = { 100, NAVY, HEADER, BOLD | BOX | WRAP },
    [LOOK_GUIDE_TEXT] = { 100, INK, 0, BOX | WRAP },
};

unsigned template_size(cell_look look)
{
    return looks[look].size;
}

static void set_look(template_book *t, lxw_format *f, const made_format *key)
{
    const struct look_row *r = &looks[key->look];

    style_set_font(f, t->plan->font);
    format_set_font_size(f, (double)r->size / 10);
    format_set_font_color(f, r->color);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(f, key->align == ALIGN_CENTER   ? LXW_ALIGN_CENTER
                        : key->align == ALIGN_NUMBER ? LXW_ALIGN_RIGHT
                                                     : LXW_ALIGN_LEFT);
    if (r->flags & BOLD)
        format_set_bold(f);
    if (r->flags & WRAP && key->align != ALIGN_NUMBER)
        format_set_text_wrap(f);
    if (key->align == ALIGN_NUMBER || key->look == LOOK_SAME)
        format_set_shrink(f); /* never ####, never cut off */
    if (r->flags & UNLOCKED)
        format_set_unlocked(f);
    if (r->fill != 0) {
        format_set_pattern(f, LXW_PATTERN_SOLID);
        format_set_bg_color(f, r->fill);
    }
    if (r->flags & BOX) {
        format_set_border(f, LXW_BORDER_THIN);
        format_set_border_color(f, LINE);
    }
    if (r->flags & RULE) {
        format_set_bottom(f, LXW_BORDER_MEDIUM);
        format_set_bottom_color(f, NAVY);
    }
    if (key->numbers[0] != '\0')
        format_set_num_format(f, key->numbers);
}

lxw_format *template_format(template_book *t, cell_look look,
                            cell_align align, const char *numbers)
{
    made_format *made;

    for (size_t i = 0; i < t->format_count; i++) {
        made = &t->formats[i];
        if (made->look == look && made->align == align &&
            strcmp(made->numbers, numbers) == 0)
            return made->format;
    }
    if (t->format_count == TEMPLATE_FORMATS)
        return t->formats[0].format; /* too many units: without theirs */
    made = &t->formats[t->format_count++];
    *made = (made_format){ look, align, numbers, NULL };
    made->format = workbook_add_format(t->book);
    if (made->format == NULL)
        t->failed = true;
    else
        set_look(t, made->format, made);
    return made->format;
}

/* ---- Texts --------------------------------------------------------------------- */

const char *template_say(const template_book *t, const char *ja,
                         const char *en)
{
    return t->english ? en : ja;
}

const char *template_keep(template_book *t, buf *made)
{
    const char *kept = buf_ok(made)
        ? arena_strndup(&t->memory, buf_cstr(made), made->length) : NULL;

    buf_free(made);
    t->failed = t->failed || kept == NULL;
    return kept == NULL ? "" : kept;
}

const char *template_text(template_book *t, const char *format, ...)
{
    char small[512];
    const char *kept = NULL;
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(small, sizeof(small), format, args);
    va_end(args);
    if (length >= 0 && (size_t)length < sizeof(small)) {
        kept = arena_strndup(&t->memory, small, (size_t)length);
    } else if (length >= 0) {
        char *large = arena_alloc(&t->memory, (size_t)length + 1);

        va_start(args, format);
        if (large != NULL)
            vsnprintf(large, (size_t)length + 1, format, args);
        va_end(args);
        kept = large;
    }
    t->failed = t->failed || kept == NULL;
    return kept == NULL ? "" : kept;
}

/* ---- Cells ------------------------------------------------------------------------ */

void template_string(template_book *t, lxw_worksheet *w, uint32_t row,
                     uint32_t col, const char *string, lxw_format *format)
{
    const char *clean = page_clean(&t->memory, string, NULL);

    if (clean == NULL)
        t->failed = true;
    else if (clean[0] == '\0')
        worksheet_write_blank(w, row, (lxw_col_t)col, format);
    else
        worksheet_write_string(w, row, (lxw_col_t)col, clean, format);
}

void template_range(template_book *t, lxw_worksheet *w, uint32_t row,
                    uint32_t col, uint32_t last_col, const char *string,
                    lxw_format *format)
{
    if (last_col > col)
        worksheet_merge_range(w, row, (lxw_col_t)col, row,
                              (lxw_col_t)last_col, "", format);
    template_string(t, w, row, col, string, format);
}

void template_number(template_book *t, lxw_worksheet *w, uint32_t row,
                     uint32_t col, number value, lxw_format *format)
{
    (void)t;
    worksheet_write_number(w, row, (lxw_col_t)col, page_double(value),
                           format);
}

void template_formula(template_book *t, lxw_worksheet *w, uint32_t row,
                      uint32_t col, const char *formula, quantity value,
                      const char *string, lxw_format *format)
{
    number rounded = NUMBER_ZERO;

    if (!value.known) {
        worksheet_write_formula_str(w, row, (lxw_col_t)col, formula, format,
                                    string);
        return;
    }
    if (!number_round_significant(&t->memory, &rounded, value.value,
                                  NUMBER_EXCEL_DIGITS))
        t->failed = true;
    worksheet_write_formula_num(w, row, (lxw_col_t)col, formula, format,
                                page_double(rounded));
}
