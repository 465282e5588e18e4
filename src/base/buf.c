/*
 * buf.c - a growing byte buffer
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

void buf_init(buf *b)
{
    *b = (buf){ NULL, 0, 0, false };
}

void buf_free(buf *b)
{
    free(b->bytes);
    buf_init(b);
}

void buf_clear(buf *b)
{
    b->length = 0;
    b->failed = false;
    if (b->bytes != NULL)
        b->bytes[0] = '\0';
}

bool buf_ok(const buf *b)
{
    return !b->failed;
}

/* Room for `more` bytes and the NUL behind them. */
static bool reserve(buf *b, size_t more)
{
    size_t capacity = b->capacity == 0 ? FIRST_CAPACITY : b->capacity;
    char *grown;

    if (b->failed)
        return false;
    if (b->bytes != NULL && more < b->capacity - b->length)
        return true;
    while (capacity - b->length <= more) {
        if (capacity > SIZE_MAX / 2) {
            b->failed = true;
            return false;
        }
        capacity *= 2;
    }
    grown = realloc(b->bytes, capacity);
    if (grown == NULL) {
        b->failed = true;
        return false;
    }
    b->bytes = grown;
    b->capacity = capacity;
    return true;
}

void buf_add(buf *b, const void *bytes, size_t length)
{
    if (!reserve(b, length))
        return;
    if (length != 0)
        memcpy(b->bytes + b->length, bytes, length);
    b->length += length;
    b->bytes[b->length] = '\0';
}

void buf_text(buf *b, text t)
{
    buf_add(b, t.bytes, t.length);
}

void buf_string(buf *b, const char *string)
{
    buf_add(b, string, strlen(string));
}

void buf_char(buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_printf(buf *b, const char *format, ...)
{
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        b->failed = true;
    if (!reserve(b, length < 0 ? 0 : (size_t)length))
        return;
    va_start(args, format);
    vsnprintf(b->bytes + b->length, (size_t)length + 1, format, args);
    va_end(args);
    b->length += (size_t)length;
}

const char *buf_cstr(const buf *b)
{
    return b->bytes == NULL ? "" : b->bytes;
}

text buf_slice(const buf *b)
{
    return text_slice(buf_cstr(b), b->length);
}
