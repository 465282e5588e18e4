/*
 * number_format.c - number format codes
 */
#include "xlsx/number_format.h"

#include <string.h>

static const char *const builtin[NUMBER_FORMAT_BUILTINS] = {
    [0] = "General",
    [1] = "0",
    [2] = "0.00",
    [3] = "#,##0",
    [4] = "#,##0.00",
    [5] = "\"¥\"#,##0;\"¥\"\\-#,##0",
    [6] = "\"¥\"#,##0;[Red]\"¥\"\\-#,##0",
    [7] = "\"¥\"#,##0.00;\"¥\"\\-#,##0.00",
    [8] = "\"¥\"#,##0.00;[Red]\"¥\"\\-#,##0.00",
    [9] = "0%",
    [10] = "0.00%",
    [11] = "0.00E+00",
    [12] = "# ?/?",
    [13] = "# ?\?/??",
    [14] = "yyyy/m/d",
    [15] = "d-mmm-yy",
    [16] = "d-mmm",
    [17] = "mmm-yy",
    [18] = "h:mm AM/PM",
    [19] = "h:mm:ss AM/PM",
    [20] = "h:mm",
    [21] = "h:mm:ss",
    [22] = "yyyy/m/d h:mm",
    [27] = "[$-411]ge\\.m\\.d",
    [28] = "[$-411]ggge\"年\"m\"月\"d\"日\"",
    [29] = "[$-411]ggge\"年\"m\"月\"d\"日\"",
    [30] = "m/d/yy",
    [31] = "yyyy\"年\"m\"月\"d\"日\"",
    [32] = "h\"時\"mm\"分\"",
    [33] = "h\"時\"mm\"分\"ss\"秒\"",
    [34] = "yyyy\"年\"m\"月\"",
    [35] = "m\"月\"d\"日\"",
    [36] = "[$-411]ge\\.m\\.d",
    [37] = "#,##0;\\-#,##0",
    [38] = "#,##0;[Red]\\-#,##0",
    [39] = "#,##0.00;\\-#,##0.00",
    [40] = "#,##0.00;[Red]\\-#,##0.00",
    [41] = "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ",
    [42] = "_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
    [43] = "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
    [44] = "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* "
           "\"-\"??_ ;_ @_ ",
    [45] = "mm:ss",
    [46] = "[h]:mm:ss",
    [47] = "mm:ss.0",
    [48] = "##0.0E+0",
    [49] = "@",
    [50] = "[$-411]ge\\.m\\.d",
    [51] = "[$-411]ggge\"年\"m\"月\"d\"日\"",
    [52] = "yyyy\"年\"m\"月\"",
    [53] = "m\"月\"d\"日\"",
    [54] = "[$-411]ggge\"年\"m\"月\"d\"日\"",
    [55] = "yyyy\"年\"m\"月\"",
    [56] = "m\"月\"d\"日\"",
    [57] = "[$-411]ge\\.m\\.d",
    [58] = "[$-411]ggge\"年\"m\"月\"d\"日\"",
};

const char *number_format_builtin(uint32_t id)
{
    return id < NUMBER_FORMAT_BUILTINS ? builtin[id] : NULL;
}

/* What the tokens of one section are. */
typedef struct section {
    bool general, digits, percent, text, elapsed, literal;
    bool day, month, clock; /* year and era count as day */
} section;

static bool word_at(text code, size_t at, const char *lower)
{
    size_t length = strlen(lower);

    if (code.length - at < length)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (ascii_lower(code.bytes[at + i]) != lower[i])
            return false;
    }
    return true;
}

static size_t run_of(text code, size_t at)
{
    size_t end = at + 1;

    while (end < code.length &&
           ascii_lower(code.bytes[end]) == ascii_lower(code.bytes[at]))
        end++;
    return end - at;
}

/* [h] [mm] [ss]: letters of one kind that count past 24 or 60. */
static bool is_elapsed(text inner)
{
    char first;

    if (inner.length == 0)
        return false;
    first = ascii_lower(inner.bytes[0]);
    return (first == 'h' || first == 'm' || first == 's') &&
           run_of(inner, 0) == inner.length;
}

static size_t read_bracket(section *s, text code, size_t at)
{
    size_t end = text_find(code, "]", at);

    if (end == SIZE_MAX)
        return code.length;
    if (is_elapsed(text_cut(code, at + 1, end)))
        s->elapsed = true;
    return end + 1;
}

/* AM/PM, A/P and their Japanese forms; 0 when none stands here. */
static size_t read_half_day(text code, size_t at)
{
    static const char *const words[] = { "am/pm", "a/p", "上午/下午",
                                         "午前/午後" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        if (word_at(code, at, words[i]))
            return strlen(words[i]);
    }
    return 0;
}

static size_t read_letters(section *s, text code, size_t at)
{
    size_t count = run_of(code, at), half_day = read_half_day(code, at);
    char next = at + 1 < code.length ? code.bytes[at + 1] : '\0';

    if (half_day != 0) {
        s->clock = true;
        return at + half_day;
    }
    switch (ascii_lower(code.bytes[at])) {
    case 'e':
        if (next == '+' || next == '-') {
            s->digits = true;
            return at + 2;
        }
        s->day = true;
        break;
    case 'y': case 'd': case 'g': case 'r':
        s->day = true;
        break;
    case 'm':
        s->month = true;
        break;
    case 'h': case 's':
        s->clock = true;
        break;
    case 'a':
        if (count >= 3)
            s->day = true;
        else
            s->literal = true;
        break;
    case 'b':
        if (count >= 2 || next == '1' || next == '2') {
            s->day = true;
            return at + (count >= 2 ? count : 2);
        }
        s->literal = true;
        break;
    default:
        s->literal = true;
    }
    return at + count;
}

static size_t skip_literal(text code, size_t at)
{
    if (code.bytes[at] == '"') {
        size_t end = text_find(code, "\"", at + 1);

        return end == SIZE_MAX ? code.length : end + 1;
    }
    at++;
    if (at < code.length)
        (void)utf8_next(code, &at);
    return at;
}

/* Reads one section and returns where the next begins. */
static size_t read_section(section *s, text code, size_t at)
{
    while (at < code.length && code.bytes[at] != ';') {
        char c = code.bytes[at];

        if (c == '"' || c == '\\' || c == '_' || c == '*') {
            s->literal = s->literal || c == '"' || c == '\\';
            at = skip_literal(code, at);
        } else if (c == '[') {
            at = read_bracket(s, code, at);
        } else if (word_at(code, at, "general")) {
            s->general = true;
            at += strlen("general");
        } else if (word_at(code, at, "g/標準")) {
            s->general = true;
            at += strlen("g/標準");
        } else if (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') {
            at = read_letters(s, code, at);
        } else {
            s->digits = s->digits || c == '0' || c == '#' || c == '?';
            s->percent = s->percent || c == '%';
            s->text = s->text || c == '@';
            s->literal = s->literal || (unsigned char)c > ' ';
            at++;
        }
    }
    return at < code.length ? at + 1 : at;
}

static number_format judge(const section *s)
{
    number_format f = { FORMAT_NUMBER, false, false };
    bool has_date = s->day || (s->month && !s->clock);

    if (s->elapsed) {
        f.kind = FORMAT_DURATION;
    } else if (has_date || s->clock) {
        f.kind = FORMAT_DATE;
        f.has_date = has_date;
        f.has_time = s->clock;
    } else if (s->percent) {
        f.kind = FORMAT_PERCENT;
    } else if (s->general && !s->literal && !s->digits) {
        f.kind = FORMAT_GENERAL;
    } else if (s->text && !s->digits) {
        f.kind = FORMAT_TEXT;
    }
    return f;
}

number_format number_format_classify(text code)
{
    number_format general = { FORMAT_GENERAL, false, false };
    bool any = false;

    for (size_t at = 0; at < code.length;) {
        section s = { false };

        at = read_section(&s, code, at);
        if (s.general || s.digits || s.percent || s.text || s.elapsed ||
            s.day || s.month || s.clock)
            return judge(&s);
        any = any || s.literal || code.bytes[at - 1] == ';';
    }
    if (any)
        general.kind = FORMAT_NUMBER;
    return general;
}
