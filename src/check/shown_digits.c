/*
 * shown_digits.c - how many digits a number format shows (ECMA-376 18.8.31)
 */
#include "check/book_cells.h"

/* Moves behind what says nothing: "...", \x, _x, *x, [...]. */
static size_t skip_literal(text code, size_t at)
{
    char c = code.bytes[at];
    size_t end;

    if (c == '\\' || c == '_' || c == '*') {
        at++;
        if (at < code.length)
            utf8_next(code, &at);
        return at;
    }
    if (c != '"' && c != '[')
        return at;
    end = text_find(code, c == '"' ? "\"" : "]", at + 1);
    return end == SIZE_MAX ? code.length : end + 1;
}

/* Section `index` (positive ; negative ; zero), or the whole. */
static text section_of(text code, size_t index)
{
    size_t start = 0, n = 0;

    for (size_t at = 0; at < code.length;) {
        size_t next = skip_literal(code, at);

        if (next != at) {
            at = next;
            continue;
        }
        if (code.bytes[at] == ';') {
            if (n == index)
                return text_cut(code, start, at);
            n++;
            start = at + 1;
        }
        at++;
    }
    return n == index ? text_from(code, start) : text_of("");
}

static size_t count_sections(text code)
{
    size_t count = 1;

    for (size_t at = 0; at < code.length;) {
        size_t next = skip_literal(code, at);

        if (next == at && code.bytes[at] == ';')
            count++;
        at = next == at ? at + 1 : next;
    }
    return count;
}

static bool is_digit_place(char c)
{
    return c == '0' || c == '#' || c == '?';
}

/* What stands in a section of a plain number and is no digit. */
static bool is_plain(char c)
{
    return c == ' ' || c == '-' || c == '+' || c == '(' || c == ')' ||
           c == '$' || (unsigned char)c >= 0x80;
}

bool shown_digits_of(shown_digits *out, text code, int sign)
{
    size_t sections = count_sections(code);
    bool point = false, any = false;
    int commas = 0;
    text s;

    *out = (shown_digits){ 0, 0, false };
    s = section_of(code, sign < 0 && sections > 1 ? 1
                         : sign == 0 && sections > 2 ? 2 : 0);
    for (size_t at = 0; at < s.length;) {
        size_t next = skip_literal(s, at);
        char c = s.bytes[at];

        if (next != at) {
            at = next;
            continue;
        }
        at++;
        if (is_digit_place(c)) {
            any = true;
            commas = 0; /* between digits: only groups them */
            out->decimals += point ? 1 : 0;
        } else if (c == ',') {
            commas++;
        } else if (c == '.' && !point) {
            point = true;
        } else if (c == '%') {
            out->percent = true;
            out->shift += 2;
        } else if (!is_plain(c)) {
            return false;
        }
    }
    out->shift -= 3 * commas;
    return any;
}
