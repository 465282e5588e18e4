/*
 * json_out.h - writing JSON (RFC 8259), piece by piece, into a buffer
 *
 * Commas, and with `indent` line breaks, come by themselves. Text is UTF-8
 * and written as it is; only ", \ and control characters are escaped;
 * malformed bytes become U+FFFD. Numbers are exact decimals.
 *
 *     json_open(&j, '{');  json_key(&j, "rows");  json_size(&j, 3);
 *     json_close(&j, '}');
 */
#ifndef KPIBOOK_BASE_JSON_OUT_H
#define KPIBOOK_BASE_JSON_OUT_H

#include "base/buf.h"
#include "base/number.h"

typedef struct json_out {
    buf *out;
    unsigned indent;   /* spaces a level; 0 = all on one line */
    unsigned depth;
    bool started;      /* something stands in the open list or object */
    bool after_key;
} json_out;

void json_init(json_out *j, buf *out, unsigned indent);
void json_open(json_out *j, char bracket);  /* '{' or '[' */
void json_close(json_out *j, char bracket); /* '}' or ']' */
/* A key of the program's own: nothing in it is escaped. */
void json_key(json_out *j, const char *key);
void json_text(json_out *j, text t);
void json_string(json_out *j, const char *s);         /* NULL gives null */
void json_string_or_null(json_out *j, const char *s); /* also "" gives null */
void json_bool(json_out *j, bool value);
void json_null(json_out *j);
void json_int(json_out *j, int64_t value);
void json_size(json_out *j, size_t value);
void json_year_or_null(json_out *j, int year);        /* 0 gives null */
void json_number(json_out *j, number x);     /* at most 15 digits */
void json_raw(json_out *j, const char *json);         /* one ready value */
/* Key and value in one line. */
void json_key_string(json_out *j, const char *key, const char *s);
void json_key_string_or_null(json_out *j, const char *key, const char *s);

#endif
