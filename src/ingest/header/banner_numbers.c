/*
 * banner_numbers.c - the number in front of a project, a measure, or alone
 */
#include "ingest/header/banner.h"

#include <string.h>

#include "wording/glyph.h"

enum { NUMBER_BYTES = 48 }; /* of a line with nothing but a number */

/* Ⅲ　名, 施策1　名, but not Ⅲ期工事: something parts the number from the name. */
static bool is_parted(heading_style style, text no, text rest)
{
    return (style == STYLE_ROMAN || heading_has_word(style)) &&
           no.length > 0 && rest.bytes > no.bytes + no.length;
}

/* こ-1　産後ケア, 農－３ 農道の整備: an office's letter in front of the number, and
 * a space behind it; its bytes, 0 for others. Most names have another letter
 * where the dash is. */
static size_t letter_number(text t)
{
    const size_t width = strlen("こ");
    size_t at, digits;
    glyph_class first;

    if (t.length <= width ||
        (t.bytes[width] != '-' && (unsigned char)t.bytes[width] != 0xE2 &&
         (unsigned char)t.bytes[width] != 0xEF))
        return 0;
    first = glyph_at(t, 0, &at);
    if ((first != GLYPH_HIRAGANA && first != GLYPH_KATAKANA &&
         first != GLYPH_KANJI) ||
        glyph_at(t, at, &at) != GLYPH_DASH)
        return 0;
    digits = at;
    at = glyph_skip_digits(t, at);
    return at > digits && glyph_is_space(glyph_at(t, at, &digits)) ? at : 0;
}

/* （ア） and (i) in front of a name; ア　… may be a word of it. */
static bool is_bracketed(heading_style style, text name)
{
    text t = text_trim(name);

    return (style == STYLE_KANA || style == STYLE_PAREN_ROMAN) &&
           (text_starts(t, "(") || text_starts(t, "（"));
}

void heading_project_number(text name, text *no, text *rest)
{
    heading_style style = heading_read(name, no, rest);
    size_t lettered = style == STYLE_NONE ? letter_number(*rest) : 0;

    if (lettered > 0) {
        *no = text_cut(*rest, 0, lettered);
        *rest = text_trim(text_from(*rest, lettered));
        return;
    }
    if (rest->length == 0 || !(heading_is_numbered(style) ||
                               is_bracketed(style, name) ||
                               is_parted(style, *no, *rest))) {
        *no = text_of("");
        *rest = text_trim(name);
    }
}

void heading_joined_number(text name, text *no, text *rest)
{
    static const char *const counted[] = { "年", "歳", "才", "代", "期", "次",
                                           "か月", "ヶ月", "カ月" };
    size_t next, n = glyph_at(name, 0, &next) == GLYPH_DIGIT
                         ? heading_number_at(name, 0) : 0;

    *no = text_cut(name, 0, n);
    *rest = text_from(name, n);
    if (heading_depth(STYLE_NUMBER, *no) == STYLE_NUMBER ||
        !glyph_is_letter(glyph_at(*rest, 0, &next)) ||
        glyph_any(*rest, 0, counted, sizeof(counted) / sizeof(*counted)) != 0) {
        *no = text_of("");
        *rest = name;
    }
}

void heading_measure_number(text measure, text *no, text *title)
{
    heading_style style = heading_read(measure, no, title);

    if (no->length == 0 || title->length == 0 ||
        !(heading_is_numbered(style) || style == STYLE_KANA ||
          style == STYLE_PAREN_ROMAN || is_parted(style, *no, *title))) {
        *no = text_of("");
        *title = measure;
    }
}

size_t heading_number_line(text t)
{
    const char *end = memchr(t.bytes, '\n', t.length);
    text no, title, line;

    if (end == NULL || end - t.bytes > NUMBER_BYTES)
        return 0;
    line = text_trim(text_cut(t, 0, (size_t)(end - t.bytes)));
    heading_read(line, &no, &title);
    return no.length > 0 && title.length == 0 ? line.length : 0;
}

text heading_number_alone(text t)
{
    text no, title;

    heading_read(t, &no, &title);
    return title.length == 0 ? no : text_of("");
}
