/*
 * form_repeats.h - is a line of a form that of another one again?
 *
 *     作成：商工課                  the words of a line that all forms have, and
 *     No.1 | 事業名 | 朝市の開催    not those of the values
 */
#ifndef KPIBOOK_INGEST_FORM_REPEATS_H
#define KPIBOOK_INGEST_FORM_REPEATS_H

#include "ingest/form/grant_parts.h"

/* Does the value of a label stand below it? */
bool form_value_below(const form *f, uint32_t row, uint32_t col);
/* 事業名, 事 業 名: spaces for looks, as another clerk typed them. */
bool form_same_label(text a, text b);
/* The same, or 基本目標Ⅰ and 基本目標Ⅱ. */
bool form_same_level(text a, text b);
/* 個別票 No.1, 個別票 No.2; 事業①, 事業② */
bool form_same_but_numbers(text a, text b);
/* Are rows a and b the same line of two forms: a label again, or a title? The
 * columns of the second form are `moved` to the right. */
bool form_repeats_line(const form *f, uint32_t a, uint32_t b, uint32_t moved);

#endif
