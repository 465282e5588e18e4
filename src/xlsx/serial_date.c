/*
 * serial_date.c - serial numbers and ISO 8601
 */
#include "xlsx/serial_date.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/calendar.h"

enum { DAY_SECONDS = 86400, FRACTION_DIGITS = 12, OUTPUT_DIGITS = 20,
       LOTUS_DAY = 60 };

static int64_t epoch(bool date1904, bool before_lotus_day)
{
    if (date1904)
        return calendar_days(1904, 1, 1);
    return calendar_days(1899, 12, before_lotus_day ? 31 : 30);
}

/* ---- Serials to ISO --------------------------------------------------- */

typedef struct split_serial {
    bool negative;
    int64_t days;
    int64_t seconds; /* rounded, 0 to 86400 */
} split_serial;

/* Moves the decimal point of the mantissa's digits by the exponent. */
typedef struct decimal {
    text whole, fraction;
    int exponent;
} decimal;

static bool read_exponent(text t, int *out)
{
    bool negative = false;
    int value = 0;

    if (text_starts(t, "+") || text_starts(t, "-")) {
        negative = t.bytes[0] == '-';
        t = text_from(t, 1);
    }
    if (t.length == 0)
        return false;
    for (size_t i = 0; i < t.length; i++) {
        if (!ascii_is_digit(t.bytes[i]))
            return false;
        if (value < 10000)
            value = value * 10 + (t.bytes[i] - '0');
    }
    *out = negative ? -value : value;
    return true;
}

static size_t digits_at(text t, size_t at)
{
    size_t end = at;

    while (end < t.length && ascii_is_digit(t.bytes[end]))
        end++;
    return end - at;
}

static bool read_decimal(decimal *out, text t)
{
    size_t count = digits_at(t, 0);

    out->whole = text_cut(t, 0, count);
    out->fraction = text_of("");
    out->exponent = 0;
    t = text_from(t, count);
    if (text_starts(t, ".")) {
        count = digits_at(t, 1);
        out->fraction = text_cut(t, 1, count + 1);
        t = text_from(t, count + 1);
    }
    if (out->whole.length + out->fraction.length == 0)
        return false;
    if (t.length == 0)
        return true;
    return (t.bytes[0] == 'e' || t.bytes[0] == 'E') &&
           read_exponent(text_from(t, 1), &out->exponent);
}

/* The digit at a place: 0 = ones, 1 = tens, -1 = tenths. */
static int digit_at(const decimal *d, int64_t place)
{
    int64_t at = place - d->exponent;

    if (at >= 0)
        return at < (int64_t)d->whole.length
                   ? d->whole.bytes[d->whole.length - 1 - (size_t)at] - '0'
                   : 0;
    at = -at - 1;
    return at < (int64_t)d->fraction.length
               ? d->fraction.bytes[(size_t)at] - '0' : 0;
}

static bool split(split_serial *out, text serial)
{
    decimal d;
    int64_t fraction = 0, scale = 1, top;

    serial = text_trim(serial);
    out->negative = text_starts(serial, "-");
    if (out->negative || text_starts(serial, "+"))
        serial = text_from(serial, 1);
    if (!read_decimal(&d, serial))
        return false;
    top = (int64_t)d.whole.length + d.exponent;
    for (int64_t place = top - 1; place >= 8; place--) {
        if (digit_at(&d, place) != 0)
            return false;
    }
    out->days = 0;
    for (int64_t place = 7; place >= 0; place--)
        out->days = out->days * 10 + digit_at(&d, place);
    for (int64_t place = -1; place >= -FRACTION_DIGITS; place--) {
        fraction = fraction * 10 + digit_at(&d, place);
        scale *= 10;
    }
    out->seconds = (fraction * DAY_SECONDS + scale / 2) / scale;
    return true;
}

static void put_clock(buf *out, int64_t seconds)
{
    buf_printf(out, "%02d:%02d:%02d", (int)(seconds / 3600),
               (int)(seconds / 60 % 60), (int)(seconds % 60));
}

static bool put_duration(buf *out, const split_serial *s)
{
    int64_t seconds = s->days * DAY_SECONDS + s->seconds;

    buf_printf(out, "%sPT%" PRId64 "H%dM%dS",
               s->negative && seconds != 0 ? "-" : "", seconds / 3600,
               (int)(seconds / 60 % 60), (int)(seconds % 60));
    return true;
}

bool serial_to_iso(buf *out, text serial, number_format format,
                   bool date1904)
{
    int64_t year, month, day;
    split_serial s;

    if ((format.kind != FORMAT_DATE && format.kind != FORMAT_DURATION) ||
        !split(&s, serial))
        return false;
    if (format.kind == FORMAT_DURATION)
        return put_duration(out, &s);
    if (s.seconds == DAY_SECONDS) {
        s.days++;
        s.seconds = 0;
    }
    if (s.negative && (s.days != 0 || s.seconds != 0))
        return false;
    if (s.days == 0 && (s.seconds != 0 || !format.has_date) &&
        (!date1904 || !format.has_date)) {
        put_clock(out, s.seconds);
        return true;
    }
    if (!date1904 && (s.days == 0 || s.days == LOTUS_DAY))
        return false;
    calendar_date(s.days + epoch(date1904, s.days < LOTUS_DAY), &year,
                   &month, &day);
    if (year > 9999)
        return false;
    buf_printf(out, "%04d-%02d-%02d", (int)year, (int)month, (int)day);
    if (s.seconds != 0) {
        buf_char(out, 'T');
        put_clock(out, s.seconds);
    }
    return true;
}

/* ---- ISO to serials --------------------------------------------------- */

/* Days, seconds, and the decimals of a second as digits. */
typedef struct moment {
    int64_t days, seconds;
    text fraction;
} moment;

static bool take(text *t, const char *prefix)
{
    if (!text_starts(*t, prefix))
        return false;
    *t = text_from(*t, 1);
    return true;
}

static bool take_digits(text *t, size_t least, size_t most, int64_t *out)
{
    size_t count = digits_at(*t, 0);

    if (count < least || count > most)
        return false;
    *out = 0;
    for (size_t i = 0; i < count; i++)
        *out = *out * 10 + (t->bytes[i] - '0');
    *t = text_from(*t, count);
    return true;
}

static void take_fraction(text *t, text *fraction)
{
    size_t count;

    *fraction = text_of("");
    if ((!text_starts(*t, ".") && !text_starts(*t, ",")) ||
        (count = digits_at(*t, 1)) == 0)
        return;
    *fraction = text_cut(*t, 1, count + 1);
    *t = text_from(*t, count + 1);
}

static bool take_zone(text *t)
{
    int64_t ignored;

    if (t->length == 0 || take(t, "Z"))
        return true;
    if (!take(t, "+") && !take(t, "-"))
        return false;
    if (!take_digits(t, 2, 4, &ignored))
        return false;
    return t->length == 0 || (take(t, ":") && take_digits(t, 2, 2, &ignored));
}

static bool take_time(text *t, moment *m)
{
    int64_t hour, minute, second = 0;

    if (!take_digits(t, 1, 2, &hour) || !take(t, ":") ||
        !take_digits(t, 2, 2, &minute))
        return false;
    if (take(t, ":")) {
        if (!take_digits(t, 2, 2, &second))
            return false;
        take_fraction(t, &m->fraction);
    }
    if (hour > 24 || minute > 59 || second > 60 ||
        (hour == 24 && (minute != 0 || second != 0)))
        return false;
    m->seconds = hour * 3600 + minute * 60 + second;
    return take_zone(t);
}

static bool take_date(text *t, moment *m, bool date1904)
{
    int64_t year, month, day;

    if (!take_digits(t, 4, 4, &year) || !take(t, "-") ||
        !take_digits(t, 2, 2, &month) || !take(t, "-") ||
        !take_digits(t, 2, 2, &day) || month < 1 || month > 12 || day < 1 ||
        day > calendar_month_length(year, month))
        return false;
    m->days = calendar_days(year, month, day);
    m->days -= epoch(date1904, m->days < calendar_days(1900, 3, 1));
    return true;
}

static bool take_duration(text *t, moment *m)
{
    static const struct {
        const char *unit;
        int64_t seconds;
        bool time;
    } units[] = { { "D", DAY_SECONDS, false }, { "H", 3600, true },
                  { "M", 60, true }, { "S", 1, true } };
    size_t unit = 0;
    bool in_time = false;

    while (t->length != 0) {
        int64_t value;
        text fraction;

        if (!in_time && take(t, "T"))
            in_time = true;
        if (!take_digits(t, 1, 12, &value))
            return false;
        take_fraction(t, &fraction);
        while (unit < 4 && (units[unit].time != in_time ||
                            !text_starts(*t, units[unit].unit)))
            unit++;
        if (unit == 4 || (fraction.length != 0 && unit != 3))
            return false;
        *t = text_from(*t, 1);
        m->seconds += value * units[unit++].seconds;
        if (fraction.length != 0)
            m->fraction = fraction;
    }
    return unit != 0;
}

/*
 * Long division of seconds and their decimals by 86,400: the remainder and
 * the next decimal give the next digit.
 */
static size_t put_day_fraction(char *out, int64_t seconds, text fraction)
{
    int64_t rest = seconds;
    size_t length = 0, kept = 0;

    out[length++] = '.';
    for (size_t i = 0; i < OUTPUT_DIGITS; i++) {
        /* A digit of the quotient weighs a tenth of the one before. */
        rest = rest * 10;
        if (i < fraction.length)
            rest += fraction.bytes[i] - '0';
        out[length++] = (char)('0' + rest / DAY_SECONDS);
        rest %= DAY_SECONDS;
        if (out[length - 1] != '0')
            kept = length;
    }
    return kept;
}

static bool write_moment(char out[SERIAL_TEXT_SIZE], moment m, bool negative)
{
    int64_t days = m.days + m.seconds / DAY_SECONDS;
    int64_t seconds = m.seconds % DAY_SECONDS;
    int length;

    /* A date before the first day: -0.25 is a quarter before it. */
    if (days < 0 && seconds == 0 && m.fraction.length == 0) {
        negative = true;
        days = -days;
    }
    if (days < 0)
        return false;
    length = snprintf(out, SERIAL_TEXT_SIZE, "%s%" PRId64,
                      negative && (days | seconds) != 0 ? "-" : "", days);
    out[(size_t)length +
        put_day_fraction(out + length, seconds, m.fraction)] = '\0';
    return true;
}

bool serial_from_iso(char out[SERIAL_TEXT_SIZE], text iso, bool date1904)
{
    moment m = { 0, 0, { "", 0 } };
    bool negative = false, ok;
    text t = text_trim(iso);

    out[0] = '\0';
    if (text_starts(t, "-P") || text_starts(t, "P")) {
        negative = take(&t, "-");
        ok = take(&t, "P") && take_duration(&t, &m);
    } else if (t.length > 4 && t.bytes[4] == '-') {
        ok = take_date(&t, &m, date1904);
        if (ok && (take(&t, "T") || take(&t, " ")))
            ok = take_time(&t, &m);
        else if (ok)
            ok = take_zone(&t);
    } else {
        (void)take(&t, "T");
        ok = take_time(&t, &m);
    }
    return ok && t.length == 0 && write_moment(out, m, negative);
}
