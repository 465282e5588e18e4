/*
 * format.c - vsnprintf for the few conversions that nearly all texts use
 */
#include "base/format.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { DIGITS = 24 }; /* of a 64-bit integer, and more */

typedef struct output {
    char *bytes;
    size_t room, length;
} output;

static void put(output *o, const char *bytes, size_t length)
{
    if (o->length < o->room) {
        size_t left = o->room - o->length;

        memcpy(o->bytes + o->length, bytes, length < left ? length : left);
    }
    o->length += length;
}

static void put_unsigned(output *o, size_t value, bool negative)
{
    char digits[DIGITS];
    size_t at = sizeof(digits);

    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    if (negative)
        digits[--at] = '-';
    put(o, digits + at, sizeof(digits) - at);
}

static void put_signed(output *o, int value)
{
    put_unsigned(o, value < 0 ? (size_t)(-(value + 1)) + 1 : (size_t)value,
                 value < 0);
}

/* Only what format.h names; else vsnprintf has to do it. */
static bool is_simple(const char *format)
{
    for (const char *at = strchr(format, '%'); at != NULL;
         at = strchr(at, '%')) {
        at++;
        if (strncmp(at, ".*s", 3) == 0)
            at += 3;
        else if (strncmp(at, "zu", 2) == 0)
            at += 2;
        else if (*at != '\0' && strchr("scdu%", *at) != NULL)
            at++;
        else
            return false;
    }
    return true;
}

static void put_string(output *o, const char *string)
{
    put(o, string, strlen(string));
}

static void put_slice(output *o, int length, const char *string)
{
    const char *end = length < 0 ? NULL
                                 : memchr(string, '\0', (size_t)length);

    put(o, string, length >= 0 && end == NULL ? (size_t)length
                   : end != NULL ? (size_t)(end - string) : strlen(string));
}

static size_t simple(output *o, const char *format, va_list args)
{
    while (*format != '\0') {
        size_t plain = strcspn(format, "%");
        int length;
        char c;

        put(o, format, plain);
        format += plain;
        if (*format == '\0')
            break;
        switch (*++format) {
        case 's': put_string(o, va_arg(args, const char *)); break;
        case 'd': put_signed(o, va_arg(args, int)); break;
        case 'u': put_unsigned(o, va_arg(args, unsigned), false); break;
        case 'z': put_unsigned(o, va_arg(args, size_t), false); break;
        case '.':
            length = va_arg(args, int);
            put_slice(o, length, va_arg(args, const char *));
            break;
        default:
            c = *format == 'c' ? (char)va_arg(args, int) : '%';
            put(o, &c, 1);
        }
        format += *format == '.' ? 3 : *format == 'z' ? 2 : 1;
    }
    return o->length;
}

size_t format_bytes(char *out, size_t room, const char *format, va_list args)
{
    output o = { out, room == 0 ? 0 : room - 1, 0 };
    size_t length;
    int all;

    if (!is_simple(format)) {
        all = vsnprintf(out, room, format, args);
        return all < 0 ? SIZE_MAX : (size_t)all;
    }
    length = simple(&o, format, args);
    if (room != 0)
        out[length < o.room ? length : o.room] = '\0';
    return length;
}
