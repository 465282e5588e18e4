/*
 * csv_text.c - values in lines, and the encoding of Japanese Windows
 */
#include "store/csv_text.h"

#include <iconv.h>
#include <string.h>

static bool is_dangerous(char c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' ||
           c == '\r' || c == '\'';
}

void csv_put(buf *out, text value, bool is_text)
{
    bool defuse = is_text && value.length > 0 && is_dangerous(value.bytes[0]);
    bool quote = false;

    for (size_t i = 0; i < value.length && !quote; i++)
        quote = value.bytes[i] == '"' || value.bytes[i] == ',' ||
                value.bytes[i] == '\r' || value.bytes[i] == '\n';
    if (quote)
        buf_char(out, '"');
    if (defuse)
        buf_char(out, '\'');
    for (size_t i = 0; i < value.length; i++) {
        if (value.bytes[i] == '"')
            buf_char(out, '"');
        buf_char(out, value.bytes[i]);
    }
    if (quote)
        buf_char(out, '"');
}

text csv_restore(text value)
{
    if (value.length >= 2 && value.bytes[0] == '\'' &&
        is_dangerous(value.bytes[1]))
        return text_from(value, 1);
    return value;
}

void csv_join(buf *list, bool first, text one)
{
    if (!first)
        buf_char(list, '|');
    for (size_t i = 0; i < one.length; i++) {
        if (one.bytes[i] == '|' || one.bytes[i] == '\\')
            buf_char(list, '\\');
        buf_char(list, one.bytes[i]);
    }
}

bool csv_split(arena *a, const char ***texts, size_t *count, text list)
{
    char *bytes = arena_strndup(a, list.bytes, list.length);
    size_t n = 1, from = 0, to = 0, item = 0;

    *texts = NULL;
    *count = 0;
    if (list.length == 0)
        return true;
    for (size_t i = 0; i < list.length; i++)
        n += list.bytes[i] == '|';
    *texts = arena_array(a, n, sizeof(**texts));
    if (bytes == NULL || *texts == NULL)
        return false;
    (*texts)[item++] = bytes;
    while (from < list.length) {
        if (list.bytes[from] == '|') {
            bytes[to++] = '\0';
            (*texts)[item++] = bytes + to;
            from++;
            continue;
        }
        if (list.bytes[from] == '\\' && from + 1 < list.length)
            from++;
        bytes[to++] = list.bytes[from++];
    }
    bytes[to] = '\0';
    *count = item;
    return true;
}

/* ---- Lines ------------------------------------------------------------ */

/* A quoted value, *at behind its first quote; ends behind its last. */
static bool read_quoted(buf *value, text all, size_t *at, unsigned *line)
{
    while (*at < all.length) {
        char c = all.bytes[(*at)++];

        if (c == '"') {
            if (*at >= all.length || all.bytes[*at] != '"')
                return true;
            (*at)++;
        }
        if (c == '\n')
            (*line)++;
        buf_char(value, c);
    }
    return false;
}

static bool ends_value(text all, size_t at)
{
    return at >= all.length || all.bytes[at] == ',' ||
           all.bytes[at] == '\n' || all.bytes[at] == '\r';
}

static bool read_value(buf *value, text all, size_t *at, unsigned *line)
{
    size_t start = *at;

    buf_clear(value);
    if (*at < all.length && all.bytes[*at] == '"') {
        (*at)++;
        return read_quoted(value, all, at, line) && ends_value(all, *at);
    }
    while (!ends_value(all, *at))
        (*at)++;
    buf_text(value, text_cut(all, start, *at));
    return true;
}

static void skip_line_end(text all, size_t *at, unsigned *line)
{
    if (*at < all.length && all.bytes[*at] == '\r')
        (*at)++;
    if (*at < all.length && all.bytes[*at] == '\n')
        (*at)++;
    (*line)++;
}

/* Lines with nothing on them are passed over. */
static void skip_empty(text all, size_t *at, unsigned *line)
{
    while (*at < all.length &&
           (all.bytes[*at] == '\r' || all.bytes[*at] == '\n'))
        skip_line_end(all, at, line);
}

bool csv_next(arena *a, text **values, size_t *count, text all, size_t *at,
              unsigned *line, bool *nomem)
{
    size_t capacity = 0;
    void *items = NULL;
    bool ok = true;
    buf value;

    buf_init(&value);
    *count = 0;
    skip_empty(all, at, line);
    while (ok && *at < all.length) {
        text *slot;
        char *copy;

        ok = read_value(&value, all, at, line);
        slot = arena_push(a, &items, count, &capacity, sizeof(*slot));
        copy = arena_strndup(a, buf_cstr(&value), value.length);
        *nomem = slot == NULL || copy == NULL || !buf_ok(&value);
        if (*nomem || !ok) {
            ok = false;
            break;
        }
        *slot = text_slice(copy, value.length);
        if (*at >= all.length || all.bytes[*at] != ',')
            break;
        if (++*at >= all.length) { /* a last empty value without a line end */
            slot = arena_push(a, &items, count, &capacity, sizeof(*slot));
            *nomem = slot == NULL;
            ok = !*nomem;
            if (ok)
                *slot = text_of("");
        }
    }
    if (ok && *at < all.length)
        skip_line_end(all, at, line);
    *values = items;
    buf_free(&value);
    return ok;
}

/* ---- Encoding --------------------------------------------------------- */

/* Characters that cp932 has under another code. */
static const struct look_alike {
    const char *utf8, *instead;
} look_alikes[] = {
    { "\u301C", "\uFF5E" }, /* wave dash */
    { "\u2212", "\uFF0D" }, /* minus */
    { "\u2014", "\u2015" }, /* em dash */
    { "\u2013", "-" },      { "\u2010", "-" },
    { "\u2011", "-" },      { "\u2016", "\u2225" },
    { "\u00A2", "\uFFE0" }, { "\u00A3", "\uFFE1" },
    { "\u00AC", "\uFFE2" }, { "\u00A5", "\uFFE5" },
    { "\u00A0", " " },      { "\u2022", "\u30FB" },
};

static bool convert(iconv_t to, buf *out, const char *bytes, size_t length)
{
    char from[8], made[8];
    char *in = from, *put = made;
    size_t room = sizeof(made);

    if (length > sizeof(from))
        return false;
    memcpy(from, bytes, length);
    if (iconv(to, &in, &length, &put, &room) == (size_t)-1 || length > 0) {
        iconv(to, NULL, NULL, NULL, NULL);
        return false;
    }
    buf_add(out, made, sizeof(made) - room);
    return true;
}

static void convert_instead(iconv_t to, buf *out, text one)
{
    static const char geta[] = "\u3013";

    for (size_t i = 0; i < sizeof(look_alikes) / sizeof(*look_alikes); i++)
        if (text_is(one, look_alikes[i].utf8) &&
            convert(to, out, look_alikes[i].instead,
                    strlen(look_alikes[i].instead)))
            return;
    if (!convert(to, out, geta, sizeof(geta) - 1))
        buf_char(out, '?');
}

/* Some converters take look-alikes by themselves: what comes back tells. */
static bool comes_back(iconv_t from, buf *scratch, text made, text one)
{
    buf_clear(scratch);
    return convert(from, scratch, made.bytes, made.length) &&
           text_equal(buf_slice(scratch), one);
}

static void encode_one(iconv_t to, iconv_t from, buf *out, buf *scratch,
                       text one, size_t *unmappable)
{
    size_t start = out->length;

    if ((unsigned char)one.bytes[0] < 0x80) {
        buf_char(out, one.bytes[0]);
    } else if (!convert(to, out, one.bytes, one.length)) {
        (*unmappable)++;
        convert_instead(to, out, one);
    } else if (buf_ok(out) &&
               !comes_back(from, scratch, text_from(buf_slice(out), start),
                           one)) {
        (*unmappable)++;
    }
}

bool csv_encode(buf *out, text utf8, size_t *unmappable)
{
    iconv_t to = iconv_open("CP932", "UTF-8");
    iconv_t from = iconv_open("UTF-8", "CP932");
    bool ok = to != (iconv_t)-1 && from != (iconv_t)-1;
    size_t at = 0;
    buf scratch;

    buf_init(&scratch);
    while (ok && at < utf8.length) {
        size_t start = at;

        utf8_next(utf8, &at);
        encode_one(to, from, out, &scratch, text_cut(utf8, start, at),
                   unmappable);
    }
    if (to != (iconv_t)-1)
        iconv_close(to);
    if (from != (iconv_t)-1)
        iconv_close(from);
    buf_free(&scratch);
    return ok;
}

static bool is_lead(char c)
{
    unsigned char u = (unsigned char)c;

    return (u >= 0x81 && u <= 0x9F) || (u >= 0xE0 && u <= 0xFC);
}

bool csv_decode(buf *out, text cp932)
{
    iconv_t to = iconv_open("UTF-8", "CP932");
    bool ok = to != (iconv_t)-1;
    size_t at = 0;

    while (ok && at < cp932.length) {
        size_t length = is_lead(cp932.bytes[at]) && at + 1 < cp932.length
                            ? 2 : 1;

        if ((unsigned char)cp932.bytes[at] < 0x80)
            buf_char(out, cp932.bytes[at]);
        else
            ok = convert(to, out, cp932.bytes + at, length);
        at += length;
    }
    if (to != (iconv_t)-1)
        iconv_close(to);
    return ok;
}
