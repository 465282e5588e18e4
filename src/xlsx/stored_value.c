/*
 * stored_value.c - the text of a <v> as a number or a boolean
 */
#include "xlsx/stored_value.h"

enum { MOST_DIGITS = 400, MOST_EXPONENT = 400 };

typedef struct decimal {
    bool negative, plus, nonzero;
    text whole, fraction;
    bool point;
    text exponent; /* with its sign */
    bool small, large;
} decimal;

static text take_digits(text *t, bool *nonzero)
{
    size_t end = 0;
    text digits;

    while (end < t->length && ascii_is_digit(t->bytes[end])) {
        *nonzero = *nonzero || t->bytes[end] != '0';
        end++;
    }
    digits = text_cut(*t, 0, end);
    *t = text_from(*t, end);
    return digits;
}

static bool read_exponent(decimal *d, text t)
{
    text digits, left = t;
    bool nonzero = false, negative = text_starts(t, "-");
    int value = 0;

    if (negative || text_starts(t, "+"))
        left = text_from(t, 1);
    digits = take_digits(&left, &nonzero);
    if (digits.length == 0 || left.length != 0)
        return false;
    for (size_t i = 0; i < digits.length && value <= MOST_EXPONENT; i++)
        value = value * 10 + (digits.bytes[i] - '0');
    d->exponent = t;
    d->small = value > MOST_EXPONENT && negative;
    d->large = value > MOST_EXPONENT && !negative;
    return true;
}

static bool read(decimal *d, text t)
{
    *d = (decimal){ .negative = text_starts(t, "-"),
                    .plus = text_starts(t, "+"),
                    .exponent = { "", 0 } };
    if (d->negative || d->plus)
        t = text_from(t, 1);
    d->whole = take_digits(&t, &d->nonzero);
    d->fraction = text_of("");
    d->point = text_starts(t, ".");
    if (d->point) {
        t = text_from(t, 1);
        d->fraction = take_digits(&t, &d->nonzero);
    }
    if (d->whole.length + d->fraction.length == 0 ||
        d->whole.length + d->fraction.length > MOST_DIGITS)
        return false;
    if (t.length == 0)
        return true;
    return (t.bytes[0] == 'e' || t.bytes[0] == 'E') &&
           read_exponent(d, text_from(t, 1));
}

static void rewrite(const decimal *d, buf *out)
{
    buf_clear(out);
    if (d->negative)
        buf_char(out, '-');
    buf_text(out, d->whole.length == 0 ? text_of("0") : d->whole);
    if (d->fraction.length != 0) {
        buf_char(out, '.');
        buf_text(out, d->fraction);
    }
    if (d->exponent.length != 0) {
        buf_char(out, 'E');
        buf_text(out, d->exponent);
    }
}

bool stored_number(text *out, text stored, buf *scratch)
{
    text t = text_trim(stored);
    decimal d;

    *out = text_of("");
    if (!read(&d, t) || (d.large && d.nonzero))
        return false;
    if (d.small || d.large) {
        *out = text_of("0");
    } else if (d.plus || d.whole.length == 0 ||
               (d.point && d.fraction.length == 0)) {
        rewrite(&d, scratch);
        *out = buf_slice(scratch);
    } else {
        *out = t;
    }
    return true;
}

text stored_boolean(text stored)
{
    static const char *const yes[] = { "1", "true", "TRUE", "True", "on" };
    bool nonzero = false;
    text t = text_trim(stored);

    for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++) {
        if (text_is(t, yes[i]))
            return text_of("1");
    }
    (void)take_digits(&t, &nonzero);
    return text_of(nonzero ? "1" : "0");
}
