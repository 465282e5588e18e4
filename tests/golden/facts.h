/*
 * facts.h - two JSON files compared, fact by fact
 */
#ifndef KPIBOOK_TESTS_FACTS_H
#define KPIBOOK_TESTS_FACTS_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct json_object json;

typedef struct counts {
    size_t projects, kpis, actuals, facts, differences, known;
} counts;

static counts total;

/* ---- JSON ------------------------------------------------------------- */

static inline json *member(json *from, const char *path)
{
    char key[64];
    size_t length = strcspn(path, ".");
    json *value = NULL;

    if (from == NULL || length >= sizeof(key))
        return NULL;
    memcpy(key, path, length);
    key[length] = '\0';
    if (!json_object_object_get_ex(from, key, &value))
        return NULL;
    return path[length] == '.' ? member(value, path + length + 1) : value;
}

static inline const char *string_of(json *from, const char *path)
{
    json *value = member(from, path);

    return value != NULL ? json_object_get_string(value) : "";
}

static inline size_t count_of(json *list)
{
    return list != NULL ? json_object_array_length(list) : 0;
}

static inline json *item_of(json *list, size_t index)
{
    return json_object_array_get_idx(list, index);
}

/* ---- Comparing -------------------------------------------------------- */

static inline void differ(const char *where, const char *what,
                          const char *expected, const char *got)
{
    total.differences++;
    printf("%s: %s: expected \"%s\", got \"%s\"\n", where, what, expected,
           got);
}

/* Full-width ASCII as ASCII; spaces and line breaks dropped, and with `bare`
 * brackets, colons and middle dots too. */
static inline void fold(char *out, size_t size, const char *text,
                        bool bare)
{
    size_t length = 0;

    while (*text != '\0' && length + 4 < size) {
        const unsigned char *u = (const unsigned char *)text;
        unsigned wide = 0;

        if (u[0] == 0xE3 && u[1] == 0x80 && u[2] == 0x80) {
            text += 3;
            continue;
        }
        if (bare && u[0] == 0xE3 && u[1] == 0x83 && u[2] == 0xBB) {
            text += 3;
            continue;
        }
        if (u[0] == 0xEF && (u[1] == 0xBC || u[1] == 0xBD))
            wide = (unsigned)(u[1] - 0xBC) * 64 + (u[2] - 0x80u) + 0x20;
        if (wide > 0x20 && wide < 0x7F) {
            out[length] = (char)wide;
            text += 3;
        } else {
            out[length] = *text++;
        }
        if (strchr(" \n\r\t", out[length]) != NULL ||
            (bare && strchr("():", out[length]) != NULL))
            continue;
        length++;
    }
    out[length] = '\0';
}

static inline bool same_folded(const char *a, const char *b, bool bare)
{
    char x[4096], y[4096];

    fold(x, sizeof(x), a, bare);
    fold(y, sizeof(y), b, bare);
    return strcmp(x, y) == 0;
}

/* `part` is not empty (unless the whole is) and stands in the whole. */
static inline bool is_part(const char *part, const char *whole)
{
    char x[4096], y[4096];

    fold(x, sizeof(x), part, true);
    fold(y, sizeof(y), whole, true);
    return (x[0] != '\0' || y[0] == '\0') && strstr(y, x) != NULL;
}

/* A text as printed; widths and spaces aside. */
static inline void check_text(const char *where, const char *what,
                              const char *expected, const char *got)
{
    total.facts++;
    if (!same_folded(expected, got, false))
        differ(where, what, expected, got);
}

static inline void check_int(const char *where, const char *what, int expected,
                      int got)
{
    char e[32], g[32];

    total.facts++;
    if (expected == got)
        return;
    snprintf(e, sizeof(e), "%d", expected);
    snprintf(g, sizeof(g), "%d", got);
    differ(where, what, expected != 0 ? e : "", got != 0 ? g : "");
}

/* Decimals of one value: 82.0 and 82, 5e1 is not used. */
static inline void plain(char *out, size_t size, json *value)
{
    const char *s = value != NULL ? json_object_get_string(value) : "";
    size_t length = strlen(s);

    if (strchr(s, '.') != NULL) {
        while (length > 0 && s[length - 1] == '0')
            length--;
        if (length > 0 && s[length - 1] == '.')
            length--;
    }
    snprintf(out, size, "%.*s", (int)length, s);
}

static inline void check_number(const char *where, const char *what,
                                json *expected, json *got)
{
    char e[64], g[64];

    total.facts++;
    plain(e, sizeof(e), expected);
    plain(g, sizeof(g), got);
    if (strcmp(e, g) != 0)
        differ(where, what, e, g);
}

static inline void check_bool(const char *where, const char *what,
                              json *expected, json *got)
{
    total.facts++;
    if (json_object_get_boolean(expected) != json_object_get_boolean(got))
        differ(where, what, json_object_get_boolean(expected) ? "yes" : "no",
               json_object_get_boolean(got) ? "yes" : "no");
}

/* H28, H21～H25 (its last), R2; 2016 as a number. *from: of a range. */
static inline int year_of(json *value, int *from)
{
    const char *s = value != NULL ? json_object_get_string(value) : "";
    const char *range = strstr(s, "～");
    int year;

    *from = 0;
    if (value == NULL || json_object_is_type(value, json_type_int))
        return json_object_get_int(value);
    if (range != NULL) {
        *from = 1988 + atoi(s + 1);
        s = range + strlen("～");
    }
    year = atoi(s + 1);
    return year == 0 ? 0 : year + (s[0] == 'R' ? 2018 : 1988);
}

static inline void check_year(const char *where, const char *what,
                              json *expected, json *got)
{
    int from;

    check_int(where, what, year_of(expected, &from),
              json_object_get_int(got));
}

static inline bool holds(json *list, const char *name)
{
    for (size_t i = 0; i < count_of(list); i++)
        if (same_folded(json_object_get_string(item_of(list, i)), name,
                        false))
            return true;
    return false;
}

static inline void check_names(const char *where, const char *what,
                               json *expected, json *got)
{
    check_int(where, what, (int)count_of(expected), (int)count_of(got));
    for (size_t i = 0; i < count_of(expected); i++) {
        const char *name = json_object_get_string(item_of(expected, i));

        total.facts++;
        if (!holds(got, name))
            differ(where, what, name, "");
    }
}

#endif
