/*
 * number_format.h - number format codes (ECMA-376 Part 1, 18.8.30, 18.8.31)
 *
 * A code has sections between semicolons; the first that says anything
 * decides what the cell shows. Literals ("...", \x, _x, *x), colours,
 * conditions, locales ([$-411]) and number systems ([DBNum1]) say nothing.
 * Of the letters, e, g and r are Japanese eras and years of them, "aaa" is
 * the day of the week, and e before + or - the exponent of a number.
 */
#ifndef KPIBOOK_XLSX_NUMBER_FORMAT_H
#define KPIBOOK_XLSX_NUMBER_FORMAT_H

#include "xlsx/book.h"

typedef struct number_format {
    format_kind kind;
    bool has_date; /* shows a year, month or day */
    bool has_time; /* shows hours, minutes or seconds of a day */
} number_format;

number_format number_format_classify(text code);

/*
 * The code of a built-in id as Japanese Excel shows it, or NULL for an id
 * that has none. The standard gives 27-36 and 50-58 by language: these are
 * the Japanese ones.
 */
const char *number_format_builtin(uint32_t id);
enum { NUMBER_FORMAT_BUILTINS = 59 };

#endif
