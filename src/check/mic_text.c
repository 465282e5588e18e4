/*
 * mic_text.c - texts that people read easily and machines do not
 */
#include "check/mic_parts.h"

#include "wording/fiscal_year.h"

/* Ranges of characters that not every system has, or has alike. */
static const struct char_range {
    uint32_t from, to;
} platform[] = {
    { 0x2100, 0x214f },   /* ℃ ℡ № */
    { 0x2160, 0x217f },   /* Ⅰ ⅰ */
    { 0x2460, 0x24ff },   /* ① ⑴ ⓐ */
    { 0x2776, 0x2793 },   /* ❶ */
    { 0x3220, 0x33ff },   /* ㈱ ㊤ ㍻ ㎡ */
    { 0xe000, 0xf8ff },   /* 外字 */
    { 0xff61, 0xff9f },   /* half-width kana */
    { 0xf0000, 0x10ffff },
};

text mic_platform_character(text t)
{
    for (size_t at = 0; at < t.length;) {
        size_t start = at;
        uint32_t c = utf8_next(t, &at);

        for (size_t i = 0; i < sizeof(platform) / sizeof(*platform); i++)
            if (c >= platform[i].from && c <= platform[i].to)
                return text_cut(t, start, at);
    }
    return text_of("");
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == 0x3000 || c == 0xa0 || c == '\t';
}

bool mic_has_layout_spaces(text t)
{
    uint32_t before = ' ';

    for (size_t at = 0; at < t.length;) {
        uint32_t c = utf8_next(t, &at);

        if (c == '\n' || (is_space(c) && (is_space(before) || c == 0x3000)))
            return true;
        before = c;
    }
    return t.length > 0 && is_space(before);
}

static bool has_western_year(text t)
{
    size_t digits = 0;

    for (size_t i = 0; i <= t.length; i++) {
        if (i < t.length && ascii_is_digit(t.bytes[i])) {
            digits++;
            continue;
        }
        if (digits == 4)
            return true;
        digits = 0;
    }
    return false;
}

bool mic_is_era_year(text t)
{
    enum { HEADING_BYTES = 60 }; /* longer texts only mention a year */
    size_t start, end;
    year_span years;

    return t.length > 0 && t.length <= HEADING_BYTES &&
           !has_western_year(t) &&
           fiscal_year_find(&years, &start, &end, t, 0);
}
