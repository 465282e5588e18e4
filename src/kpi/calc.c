/*
 * calc.c - reckoning whose failing is remembered
 */
#include "kpi/calc.h"

#include <stdarg.h>

typedef bool (*operation)(arena *a, number *out, number x, number y);

static number apply(calc *c, operation op, number x, number y)
{
    number out = NUMBER_ZERO;

    if (c->failed || !op(c->memory, &out, x, y)) {
        c->failed = true;
        return NUMBER_ZERO;
    }
    return out;
}

number calc_int(calc *c, int64_t value)
{
    number out = NUMBER_ZERO;

    if (c->failed || !number_from_int(c->memory, &out, value)) {
        c->failed = true;
        return NUMBER_ZERO;
    }
    return out;
}

number calc_add(calc *c, number x, number y)
{
    return apply(c, number_add, x, y);
}

number calc_subtract(calc *c, number x, number y)
{
    return apply(c, number_subtract, x, y);
}

number calc_multiply(calc *c, number x, number y)
{
    return apply(c, number_multiply, x, y);
}

number calc_divide(calc *c, number x, number y)
{
    return apply(c, number_divide, x, y);
}

number calc_round(calc *c, number x, int digits, number_rounding mode)
{
    number out = NUMBER_ZERO;

    if (c->failed || !number_round(c->memory, &out, x, digits, mode)) {
        c->failed = true;
        return NUMBER_ZERO;
    }
    return out;
}

number calc_share(calc *c, number x, int n, int d)
{
    return calc_divide(c, calc_multiply(c, x, calc_int(c, n)),
                       calc_int(c, d));
}

number calc_percent(calc *c, number rate)
{
    return calc_multiply(c, rate, calc_int(c, 100));
}

const char *calc_keep(calc *c, const char *made)
{
    if (made == NULL)
        c->failed = true;
    return made == NULL ? "" : made;
}

const char *calc_keep_buf(calc *c, buf *made)
{
    const char *kept = NULL;

    if (buf_ok(made))
        kept = arena_strndup(c->memory, buf_cstr(made), made->length);
    buf_free(made);
    return calc_keep(c, kept);
}

const char *calc_put(calc *c, number x)
{
    char room[64];
    buf out;

    if (c->quiet)
        return "";
    buf_init_room(&out, room, sizeof(room));
    if (number_sign(x) < 0)
        buf_char(&out, '(');
    number_put_grouped(&out, x);
    if (number_sign(x) < 0)
        buf_char(&out, ')');
    return calc_keep_buf(c, &out);
}

const char *calc_print(calc *c, const char *format, ...)
{
    const char *made;
    va_list args;

    if (c->quiet)
        return "";
    va_start(args, format);
    made = arena_vprintf(c->memory, format, args);
    va_end(args);
    return calc_keep(c, made);
}
