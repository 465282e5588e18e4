/*
 * buf.h - a growing byte buffer
 *
 * Failing is remembered: after memory ran out every further call does
 * nothing and buf_ok() is false, so a writer checks once, at the end. It is
 * forgotten by buf_free() alone, so a buffer that is filled again and again
 * needs no more than that one check.
 */
#ifndef KPIBOOK_BASE_BUF_H
#define KPIBOOK_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

typedef struct buf {
    char *bytes;     /* NUL-terminated when not NULL */
    size_t length;   /* without the NUL */
    size_t capacity;
    bool failed;
    bool lent;       /* the bytes are the caller's */
} buf;

void buf_init(buf *b);
/* As buf_init(), with room to begin with, mostly an array of the caller's
 * that lives as long: a short text then needs no memory of its own. */
void buf_init_room(buf *b, char *room, size_t size);
void buf_free(buf *b);
void buf_clear(buf *b); /* keeps the memory, and that it failed */
bool buf_ok(const buf *b);
void buf_add(buf *b, const void *bytes, size_t length);
void buf_text(buf *b, text t);
void buf_string(buf *b, const char *string);
/* Makes room for `more` bytes and the NUL behind them. */
bool buf_reserve(buf *b, size_t more);
static inline void buf_char(buf *b, char c)
{
    if ((b->failed || b->capacity - b->length < 2) && !buf_reserve(b, 1))
        return;
    b->bytes[b->length++] = c;
    b->bytes[b->length] = '\0';
}
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void buf_printf(buf *b, const char *format, ...);
/* The bytes so far, "" when empty; lives until the next change. */
const char *buf_cstr(const buf *b);
text buf_slice(const buf *b);

#endif
