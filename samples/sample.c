/*
 * sample.c - texts, JSON and styles of the sample workbooks
 */
#include "sample.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEISEI = 1988, REIWA = 2018 };

void line_clear(line *l)
{
    l->length = 0;
    if (l->bytes != NULL)
        l->bytes[0] = '\0';
}

void line_free(line *l)
{
    free(l->bytes);
    *l = (line){ NULL, 0, 0 };
}

/* Room for so many bytes more and a NUL. */
static void line_reserve(line *l, size_t more)
{
    if (l->length + more + 1 <= l->capacity)
        return;
    l->capacity = (l->length + more + 1) * 2;
    l->bytes = realloc(l->bytes, l->capacity);
    if (l->bytes == NULL) {
        fputs("make_samples: out of memory\n", stderr);
        exit(3);
    }
}

void line_add(line *l, const char *s)
{
    size_t length = strlen(s);

    line_reserve(l, length);
    memcpy(l->bytes + l->length, s, length + 1);
    l->length += length;
}

void line_print(line *l, const char *format, ...)
{
    va_list args, again;
    int length;

    va_start(args, format);
    va_copy(again, args);
    length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length > 0) {
        line_reserve(l, (size_t)length);
        vsnprintf(l->bytes + l->length, (size_t)length + 1, format, again);
        l->length += (size_t)length;
    }
    va_end(again);
}

json *member(json *from, const char *path)
{
    char key[64];
    size_t length = strcspn(path, ".");
    json *value = NULL;

    if (from == NULL || length >= sizeof(key))
        return NULL;
    memcpy(key, path, length);
    key[length] = '\0';
    if (!json_object_object_get_ex(from, key, &value))
        return NULL;
    return path[length] == '.' ? member(value, path + length + 1) : value;
}

const char *string_of(json *from, const char *path)
{
    json *value = member(from, path);

    return value != NULL ? json_object_get_string(value) : "";
}

int int_of(json *from, const char *path)
{
    return json_object_get_int(member(from, path));
}

size_t count_of(json *list)
{
    return list != NULL ? json_object_array_length(list) : 0;
}

json *item_of(json *list, size_t index)
{
    return json_object_array_get_idx(list, index);
}

void put_year(line *l, int year)
{
    line_print(l, "%s%d", year > REIWA ? "R" : "H",
               year - (year > REIWA ? REIWA : HEISEI));
}

void put_era_year(line *l, int year, bool wide)
{
    static const char *const digits[] = { "０", "１", "２", "３", "４",
                                          "５", "６", "７", "８", "９" };
    int n = year - (year > REIWA ? REIWA : HEISEI);

    if (wide && n >= 0 && n < 10)
        line_add(l, digits[n]);
    else
        line_print(l, "%d", n);
}

unsigned lines_in(const char *text, unsigned columns)
{
    unsigned lines = 1, width = 0;

    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        unsigned wide = c < 0x80 ? 1 : 2;

        if (c == '\n') {
            lines++;
            width = 0;
        } else if ((c & 0xC0) != 0x80) {
            width += wide;
            if (width > columns) {
                lines++;
                width = wide;
            }
        }
    }
    return lines;
}

void must(lxw_error error, const char *what)
{
    if (error == LXW_NO_ERROR)
        return;
    fprintf(stderr, "make_samples: %s: %s\n", what, lxw_strerror(error));
    exit(3);
}

/* ---- Styles ----------------------------------------------------------- */

enum { FILL_GOAL = 0xDDEBF7, FILL_THEME = 0xE2EFDA, FILL_HEADER = 0xF2F2F2 };

/* Text that runs over into the next columns. */
static lxw_format *running(lxw_workbook *book, double size)
{
    lxw_format *f = workbook_add_format(book);

    format_set_font_name(f, "ＭＳ Ｐゴシック");
    format_set_font_size(f, size);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    return f;
}

static lxw_format *plain(lxw_workbook *book, double size)
{
    lxw_format *f = running(book, size);

    format_set_text_wrap(f);
    return f;
}

static lxw_format *boxed(lxw_workbook *book, double size)
{
    lxw_format *f = plain(book, size);

    format_set_border(f, LXW_BORDER_THIN);
    return f;
}

static lxw_format *filled(lxw_format *f, lxw_color_t color)
{
    format_set_bg_color(f, color);
    format_set_bold(f);
    return f;
}

static lxw_format *figure(lxw_workbook *book, const char *number_format)
{
    lxw_format *f = boxed(book, 11);

    format_set_num_format(f, number_format);
    format_set_align(f, LXW_ALIGN_RIGHT);
    return f;
}

void styles_make(sheet_styles *s, lxw_workbook *book)
{
    s->title = plain(book, 14);
    format_set_bold(s->title);
    s->submitted = running(book, 10);
    s->goal = running(book, 12);
    format_set_bold(s->goal);
    s->theme = filled(boxed(book, 11), FILL_GOAL);
    s->measure = filled(boxed(book, 10), FILL_THEME);
    s->header = filled(boxed(book, 10), FILL_HEADER);
    format_set_align(s->header, LXW_ALIGN_CENTER);
    s->body = boxed(book, 10);
    format_set_align(s->body, LXW_ALIGN_VERTICAL_TOP);
    s->year = boxed(book, 10);
    format_set_align(s->year, LXW_ALIGN_CENTER);
    s->note = running(book, 9);
    s->label = filled(boxed(book, 11), FILL_HEADER);
    format_set_align(s->label, LXW_ALIGN_CENTER);
    s->center = boxed(book, 11);
    format_set_align(s->center, LXW_ALIGN_CENTER);
    s->whole = figure(book, "#,##0");
    s->decimal = figure(book, "0.00");
    s->rate = figure(book, "0.0%");
    s->missing = boxed(book, 11);
    format_set_align(s->missing, LXW_ALIGN_CENTER);
}

void put_range(lxw_worksheet *ws, unsigned row, unsigned col,
               unsigned last_row, unsigned last_col, const char *text,
               lxw_format *format)
{
    lxw_row_t r = row, r2 = last_row;
    lxw_col_t c = (lxw_col_t)col, c2 = (lxw_col_t)last_col;

    if (row != last_row || col != last_col)
        must(worksheet_merge_range(ws, r, c, r2, c2, "", format), text);
    if (text[0] != '\0')
        must(worksheet_write_string(ws, r, c, text, format), text);
    else
        must(worksheet_write_blank(ws, r, c, format), text);
}
