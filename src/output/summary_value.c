/*
 * summary_value.c - texts and numbers as they may stand in a cell
 */
#include "output/summary_value.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>

enum { CUT_AT = 32700 };

/* Digits without a point behind a sign, and the exponent of the last one. */
typedef struct mantissa {
    char digits[64];
    size_t count;      /* characters */
    int exponent;
    uint64_t value;    /* of the digits, while they are few */
    bool negative;
} mantissa;

static void split_digits(mantissa *m, text t)
{
    bool point = false, digit_seen = false;

    for (size_t i = 0; i < t.length; i++) {
        char c = t.bytes[i];

        if (c == '.') {
            point = true;
            continue;
        }
        if (c == '-' && m->count == 0) {
            m->digits[m->count++] = c;
            m->negative = true;
            continue;
        }
        digit_seen = digit_seen || c != '0';
        if (m->count < 40 && (digit_seen || i + 1 == t.length)) {
            m->digits[m->count++] = c;
            m->exponent -= point;
            m->value = m->value * 10 + (uint64_t)(c - '0');
        } else if (digit_seen) {
            m->exponent += !point;
        } else {
            m->exponent -= point;
        }
    }
}

/* Mantissa and exponent as text: the same in every locale. */
static double read_digits(mantissa *m)
{
    char *end = m->digits + m->count;
    unsigned e = (unsigned)(m->exponent < 0 ? -m->exponent : m->exponent);
    char tens[12];
    size_t k = 0;

    *end++ = 'e';
    *end++ = m->exponent < 0 ? '-' : '+';
    do
        tens[k++] = (char)('0' + e % 10);
    while ((e /= 10) > 0);
    while (k > 0)
        *end++ = tens[--k];
    *end = '\0';
    return strtod(m->digits, NULL);
}

/*
 * Up to 15 digits and a power of ten up to 10^22 are both exact doubles, so
 * one division or multiplication rounds once: that is the nearest double.
 */
double page_double_of(number value, int digits)
{
    static const double powers[] = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
        1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    };
    mantissa m = { .count = 0 };
    double out = 0;
    char room[64]; /* for nearly all there is */
    buf b;

    buf_init_room(&b, room, sizeof(room));
    number_put(&b, value, digits);
    split_digits(&m, buf_slice(&b));
    if (!buf_ok(&b) || m.count == 0)
        out = 0;
    else if (FLT_EVAL_METHOD != 0 || m.count > 15 || m.exponent < -22 ||
             m.exponent > 22)
        out = read_digits(&m);
    else
        out = (m.negative ? -1 : 1) *
              (m.exponent < 0 ? (double)m.value / powers[-m.exponent]
                              : (double)m.value * powers[m.exponent]);
    buf_free(&b);
    return out;
}

double page_double(number value)
{
    return page_double_of(value, 17);
}

/* "_x0041_" at a place. */
static bool is_escape(text t, size_t at)
{
    static const char hex[] = "0123456789abcdefABCDEF";

    if (t.length - at < 7 || t.bytes[at] != '_' || t.bytes[at + 1] != 'x' ||
        t.bytes[at + 6] != '_')
        return false;
    for (size_t i = at + 2; i < at + 6; i++)
        if (!memchr(hex, t.bytes[i], sizeof(hex) - 1))
            return false;
    return true;
}

/* No CR, no "_", nothing near U+FFFE: not one of them begins like kana and
 * kanji, of three bytes. */
static bool is_simple(text t)
{
    for (size_t i = 0; i < t.length; i++) {
        unsigned char c = (unsigned char)t.bytes[i];

        if (c >= 0xE1 && c <= 0xEC) {
            i += 2;
            continue;
        }
        if (c == '\r' || c == '_' ||
            (c == 0xEF && i + 1 < t.length && t.bytes[i + 1] == '\xBF'))
            return false;
    }
    return t.length < CUT_AT && utf8_valid(t);
}

const char *page_clean(arena *a, const char *s, bool *cut)
{
    static const char note[] = "…（以下省略）";
    text t = text_of(s);
    size_t units = 0;
    const char *out;
    buf b;

    if (is_simple(t))
        return arena_strndup(a, t.bytes, t.length);
    buf_init(&b);
    for (size_t at = 0; at < t.length;) {
        char bytes[4];
        uint32_t c;

        if (is_escape(t, at))
            buf_string(&b, "_x005F");
        c = utf8_next(t, &at);
        if (c == '\r' && at < t.length && t.bytes[at] == '\n')
            continue;
        if (c == '\r')
            c = '\n';
        if (c == 0xFFFE || c == 0xFFFF)
            c = 0xFFFD;
        units += c > 0xFFFF ? 2 : 1;
        if (units > CUT_AT) {
            buf_string(&b, note);
            if (cut)
                *cut = true;
            break;
        }
        buf_add(&b, bytes, utf8_put(bytes, c));
    }
    out = buf_ok(&b) ? arena_strndup(a, buf_cstr(&b), b.length) : NULL;
    buf_free(&b);
    return out;
}
