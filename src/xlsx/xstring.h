/*
 * xstring.h - escapes in stored text (ECMA-376 Part 1, 22.9.2.19, ST_Xstring)
 *
 * _xHHHH_ is the UTF-16 unit HHHH: a small x, four hex digits of either
 * case. Two units that form a surrogate pair are one character; half a pair
 * becomes U+FFFD. _x005F_ is the underscore itself, so that "_x005F_x0041_"
 * is the text "_x0041_". U+0000 is kept.
 */
#ifndef KPIBOOK_XLSX_XSTRING_H
#define KPIBOOK_XLSX_XSTRING_H

#include "base/text.h"

/* Decodes in place; returns the new length, never more than before. */
size_t xstring_decode(char *bytes, size_t length);

#endif
