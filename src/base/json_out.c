#include "base/json_out.h"

#include <inttypes.h>
#include <string.h>

void json_init(json_out *j, buf *out, unsigned indent)
{
    *j = (json_out){ .out = out, .indent = indent };
}

static void new_line(json_out *j)
{
    static const char spaces[] = "                                ";
    size_t left = (size_t)j->depth * j->indent;

    if (j->indent == 0)
        return;
    buf_char(j->out, '\n');
    for (; left > sizeof(spaces) - 1; left -= sizeof(spaces) - 1)
        buf_add(j->out, spaces, sizeof(spaces) - 1);
    buf_add(j->out, spaces, left);
}

/* What stands before a value or key: nothing behind a key, else a comma. */
static void separate(json_out *j)
{
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->started)
        buf_char(j->out, ',');
    if (j->depth > 0)
        new_line(j);
    j->started = true;
}

void json_open(json_out *j, char bracket)
{
    separate(j);
    buf_char(j->out, bracket);
    j->depth++;
    j->started = false;
}

void json_close(json_out *j, char bracket)
{
    bool empty = !j->started;

    j->depth--;
    if (!empty)
        new_line(j);
    buf_char(j->out, bracket);
    j->started = true;
}

static void put_escaped(buf *out, uint32_t c)
{
    char bytes[4];

    switch (c) {
    case '"': buf_string(out, "\\\""); return;
    case '\\': buf_string(out, "\\\\"); return;
    case '\n': buf_string(out, "\\n"); return;
    case '\r': buf_string(out, "\\r"); return;
    case '\t': buf_string(out, "\\t"); return;
    default: break;
    }
    if (c < 0x20 || c == 0x7F)
        buf_printf(out, "\\u%04x", (unsigned)c);
    else
        buf_add(out, bytes, utf8_put(bytes, c));
}

/* Eight bytes at once: does each stand for itself? Those behind ASCII do in
 * valid text. */
static bool are_plain(const char *bytes, bool valid)
{
    const uint64_t ones = UINT64_MAX / 0xFF, tops = ones * 0x80,
                   all_but = ones * 0x7F;
    uint64_t word, low, fits;

    memcpy(&word, bytes, sizeof(word));
    low = word & all_but;
    fits = (low + ones * 0x60) &             /* at least 0x20, */
           ((low ^ ones * '"') + all_but) &  /* and none of these */
           ((low ^ ones * '\\') + all_but) &
           ((low ^ all_but) + all_but);
    return (((valid ? word : 0) | (fits & ~word)) & tops) == tops;
}

/* The run of bytes that stand for themselves; `most` is 0xFF in valid text. */
static size_t plain_run(text t, size_t at, unsigned char most)
{
    while (t.length - at >= sizeof(uint64_t) &&
           are_plain(t.bytes + at, most == 0xFF))
        at += sizeof(uint64_t);
    while (at < t.length && (unsigned char)t.bytes[at] >= 0x20 &&
           (unsigned char)t.bytes[at] <= most && t.bytes[at] != 0x7F &&
           t.bytes[at] != '"' && t.bytes[at] != '\\')
        at++;
    return at;
}

static void put_quoted(buf *out, text t)
{
    size_t plain = plain_run(t, 0, 0x7E);
    unsigned char most = plain == t.length || utf8_valid(t) ? 0xFF : 0x7E;

    buf_char(out, '"');
    buf_add(out, t.bytes, plain);
    for (size_t at = plain; at < t.length; at = plain) {
        plain = plain_run(t, at, most);
        buf_add(out, t.bytes + at, plain - at);
        if (plain < t.length)
            put_escaped(out, utf8_next(t, &plain));
    }
    buf_char(out, '"');
}

void json_key(json_out *j, const char *key)
{
    separate(j);
    buf_char(j->out, '"');
    buf_string(j->out, key);
    buf_add(j->out, "\": ", j->indent > 0 ? 3 : 2);
    j->after_key = true;
}

void json_text(json_out *j, text t)
{
    separate(j);
    put_quoted(j->out, t);
}

void json_raw(json_out *j, const char *json)
{
    separate(j);
    buf_string(j->out, json);
}

void json_null(json_out *j)
{
    json_raw(j, "null");
}

void json_bool(json_out *j, bool value)
{
    json_raw(j, value ? "true" : "false");
}

void json_string(json_out *j, const char *s)
{
    if (s == NULL)
        json_null(j);
    else
        json_text(j, text_of(s));
}

void json_string_or_null(json_out *j, const char *s)
{
    json_string(j, s != NULL && s[0] != '\0' ? s : NULL);
}

void json_int(json_out *j, int64_t value)
{
    separate(j);
    buf_printf(j->out, "%" PRId64, value);
}

void json_size(json_out *j, size_t value)
{
    separate(j);
    buf_printf(j->out, "%zu", value);
}

void json_year_or_null(json_out *j, int year)
{
    if (year == 0)
        json_null(j);
    else
        json_int(j, year);
}

void json_number(json_out *j, number x)
{
    separate(j);
    number_put(j->out, x, NUMBER_EXCEL_DIGITS);
}

void json_key_string(json_out *j, const char *key, const char *s)
{
    json_key(j, key);
    json_string(j, s);
}

void json_key_string_or_null(json_out *j, const char *key, const char *s)
{
    json_key(j, key);
    json_string_or_null(j, s);
}
