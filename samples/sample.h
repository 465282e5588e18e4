/*
 * sample.h - what the writers of the sample workbooks share
 *
 * make_samples turns samples/<city>/data.json into the workbooks that the
 * departments would have sent. It types as clerks do, with a text writer of
 * its own: nothing of the reader's grammar is used here.
 */
#ifndef KPIBOOK_SAMPLES_SAMPLE_H
#define KPIBOOK_SAMPLES_SAMPLE_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stddef.h>
#include <xlsxwriter.h>

typedef struct json_object json;

/* A growing text; memory that runs out ends the program. */
typedef struct line {
    char *bytes;
    size_t length, capacity;
} line;

void line_clear(line *l);
void line_free(line *l);
void line_add(line *l, const char *s);
/* As printf. */
void line_print(line *l, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A member, NULL when missing or null; along a path "target.text". */
json *member(json *from, const char *path);
/* Its text, "" when there is none. */
const char *string_of(json *from, const char *path);
int int_of(json *from, const char *path);
size_t count_of(json *list);
json *item_of(json *list, size_t index);

/* H28, R2. */
void put_year(line *l, int year);
/* 平成28, 令和２ (digits of one place in full width when `wide`). */
void put_era_year(line *l, int year, bool wide);
/* Lines that a text takes in a column of so many half-width characters. */
unsigned lines_in(const char *text, unsigned columns);

/* Ends the program with a message when libxlsxwriter refused something. */
void must(lxw_error error, const char *what);

typedef struct sheet_styles {
    lxw_format *title, *submitted, *goal, *theme, *measure, *header;
    lxw_format *body, *year, *note, *label, *center, *whole, *decimal;
    lxw_format *rate, *missing;
} sheet_styles;

void styles_make(sheet_styles *s, lxw_workbook *book);
/* A cell or a merged range with a text. */
void put_range(lxw_worksheet *ws, unsigned row, unsigned col,
               unsigned last_row, unsigned last_col, const char *text,
               lxw_format *format);

/* The sheets of one department's file. */
void write_strategy(lxw_workbook *book, const sheet_styles *styles,
                    json *data, const char *file, const char *department);
void write_grant(lxw_workbook *book, const sheet_styles *styles,
                 json *project);

#endif
