/*
 * number_value.c - the digits of a figure
 */
#include "wording/number_value.h"

#include "wording/glyph.h"
#include "wording/units.h"

enum { MOST_DIGITS = 40, MOST_PARTS = 6, MOST_OF_SEVERAL = 16,
       SHORT_DIGITS = 9, MOST_TEN = 16 /* 千兆 is 15 */ };

/* The decimal in ASCII, and what was seen on the way. */
typedef struct digit_run {
    char ascii[MOST_DIGITS + 2];
    size_t length;
    int64_t whole;  /* of SHORT_DIGITS and no point */
    size_t end;     /* behind the run in the text */
    bool point;
    bool folded;    /* full width or a 、 between the thousands */
    bool bad;       /* too long, or thousands that are none: 1,23 */
} digit_run;

static void run_put(digit_run *run, char c)
{
    if (run->length == MOST_DIGITS)
        run->bad = true;
    else
        run->ascii[run->length++] = c;
}

static size_t plain_digits(digit_run *run, text t, size_t at)
{
    size_t next, count = 0;
    int digit;

    for (; (digit = glyph_digit(t, at, &next)) >= 0; at = next, count++) {
        run_put(run, (char)('0' + digit));
        if (run->length <= SHORT_DIGITS)
            run->whole = run->whole * 10 + digit;
        run->folded = run->folded || next - at > 1;
    }
    run->end = at;
    return count;
}

/* Digits that follow the mark at `at`: how many, at most four are counted. */
size_t number_value_digits(text t, size_t at)
{
    size_t count = 0;

    while (count < 4 && glyph_digit(t, at, &at) >= 0)
        count++;
    return count;
}

/* The character behind the run, 0 at the end; *next is behind it. */
static uint32_t mark_behind(const digit_run *run, text t, size_t *next)
{
    *next = run->end;
    return run->end < t.length ? glyph_next(t, next) : 0;
}

static void read_digits(digit_run *run, text t, size_t at)
{
    size_t first, next;
    uint32_t mark;

    run->length = 0;
    run->whole = 0;
    run->point = run->folded = run->bad = false;
    first = plain_digits(run, t, at);
    while ((mark = mark_behind(run, t, &next)) == ',' || mark == 0x3001) {
        size_t digits = number_value_digits(t, next);

        if (digits == 0)
            break;
        if (digits != 3 || first > 3) {
            if (mark != ',')
                break;
            run->bad = true; /* 1,23: all of it is no number */
        }
        run->folded = run->folded || mark == 0x3001 || next - run->end > 1;
        plain_digits(run, t, next);
    }
    if (mark == '.' && number_value_digits(t, next) != 0) {
        run_put(run, '.');
        run->point = true;
        run->folded = run->folded || next - run->end > 1;
        plain_digits(run, t, next);
    }
    run->ascii[run->length] = '\0';
}

/* One of the numbers that make a value: 1兆 and 2,000億 of 1兆2,000億円. */
typedef struct value_part {
    number value;
    int ten;
    size_t digits; /* with the point */
    bool whole;
} value_part;

/* The next part at *at, which moves behind it; its power of ten is set. */
static bool read_part(arena *a, value_part *part, figure *out, bool *failed,
                      text t, size_t *at)
{
    digit_run run;

    read_digits(&run, t, *at);
    *at = run.end;
    out->corrected = out->corrected || run.folded;
    if (run.bad)
        return false;
    part->digits = run.length;
    part->whole = !run.point;
    *failed = run.length <= SHORT_DIGITS && !run.point
                  ? !number_from_int(a, &part->value, run.whole)
                  : !number_from_decimal(a, &part->value,
                                         text_slice(run.ascii, run.length));
    return !*failed;
}

/* All parts in the last one's magnitude. */
static bool add_parts(arena *a, number *sum, bool *failed,
                      const value_part *parts, size_t count)
{
    int unit_ten = parts[count - 1].ten;
    number factor, scaled;

    *sum = parts[count - 1].value;
    for (size_t i = 0; count > 1 && i < count; i++)
        if (parts[i].digits > MOST_OF_SEVERAL || parts[i].ten > MOST_TEN)
            return false; /* 1兆兆2 */
    for (size_t i = 0; i + 1 < count; i++) {
        if (parts[i].ten <= unit_ten || !parts[i].whole)
            return false; /* 1.5億2,000万 */
        if (!number_power_of_ten(a, &factor, parts[i].ten - unit_ten) ||
            !number_multiply(a, &scaled, parts[i].value, factor) ||
            !number_add(a, sum, *sum, scaled)) {
            *failed = true;
            return false;
        }
    }
    return true;
}

bool number_value_read(arena *a, figure *out, bool *failed, text t,
                       size_t *at)
{
    value_part parts[MOST_PARTS];
    size_t next;

    for (size_t count = 0; count < MOST_PARTS; count++) {
        value_part *part = &parts[count];
        size_t size;

        if (!read_part(a, part, out, failed, t, at))
            return false;
        size = units_magnitude(t, *at, &part->ten);
        if (size == 0 || glyph_at(t, *at + size, &next) != GLYPH_DIGIT)
            return add_parts(a, &out->value, failed, parts, count + 1);
        if (count != 0 && parts[count - 1].ten <= part->ten)
            return false;
        *at += size; /* the last one's magnitude is the unit's */
    }
    return false;
}
