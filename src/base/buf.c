/*
 * buf.c - a growing byte buffer
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64, PRINTED_ROOM = 40 };

void buf_init(buf *b)
{
    *b = (buf){ NULL, 0, 0, false, false };
}

void buf_init_room(buf *b, char *room, size_t size)
{
    room[0] = '\0';
    *b = (buf){ room, 0, size, false, true };
}

void buf_free(buf *b)
{
    if (!b->lent)
        free(b->bytes);
    buf_init(b);
}

void buf_clear(buf *b)
{
    b->length = 0;
    if (b->bytes != NULL)
        b->bytes[0] = '\0';
}

bool buf_ok(const buf *b)
{
    return !b->failed;
}

static bool grow(buf *b, size_t more)
{
    size_t capacity = b->capacity == 0 ? FIRST_CAPACITY : b->capacity;
    char *grown;

    if (b->failed)
        return false;
    while (capacity - b->length <= more) {
        if (capacity > SIZE_MAX / 2) {
            b->failed = true;
            return false;
        }
        capacity *= 2;
    }
    grown = realloc(b->lent ? NULL : b->bytes, capacity);
    if (grown == NULL) {
        b->failed = true;
        return false;
    }
    if (b->lent)
        memcpy(grown, b->bytes, b->length + 1);
    b->lent = false;
    b->bytes = grown;
    b->capacity = capacity;
    return true;
}

/* Room for `more` bytes and the NUL behind them. */
static inline bool reserve(buf *b, size_t more)
{
    return (!b->failed && more < b->capacity - b->length) || grow(b, more);
}

bool buf_reserve(buf *b, size_t more)
{
    return reserve(b, more);
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

/* Into the room that is left; again where that was too little. */
void buf_printf(buf *b, const char *format, ...)
{
    size_t room;
    va_list args;
    int length;

    if (!reserve(b, PRINTED_ROOM))
        return;
    room = b->capacity - b->length;
    va_start(args, format);
    length = vsnprintf(b->bytes + b->length, room, format, args);
    va_end(args);
    if (length >= 0 && (size_t)length >= room) {
        b->bytes[b->length] = '\0';
        if (!reserve(b, (size_t)length))
            return;
        va_start(args, format);
        length = vsnprintf(b->bytes + b->length, (size_t)length + 1, format,
                           args);
        va_end(args);
    }
    if (length < 0) {
        b->bytes[b->length] = '\0';
        b->failed = true;
        return;
    }
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
