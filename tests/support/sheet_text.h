/*
 * sheet_text.h - workbooks from readable text, and datasets as readable text
 *
 * A sheet is lines of cells with | between them, trimmed:
 *
 *     事業名 | 指標     | 目標値 | R3実績
 *     A事業  | 来場者数 | 100    | 0.9{0%}
 *     ^      | 売上     | <      | 8.5
 *
 * `^` is merged with the cell above, `<` with the cell to the left; a number
 * is a number, `'12` the text 12; `0.9{0%}` has a number format; `{f}` is a
 * formula without a result, `5{f}` one with 5; #DIV/0! an error; ¶ a line
 * break. A line `# name` begins a sheet (`#- name` a hidden one); a line that
 * begins with ~ is a hidden row; `! B` hides a column.
 */
#ifndef KPIBOOK_TESTS_SHEET_TEXT_H
#define KPIBOOK_TESTS_SHEET_TEXT_H

#include "ingest/ingest.h"
#include "support/package.h"

/* Fills an initialised package with the workbook. */
void sheet_text_package(package *p, const char *text);

/*
 * Reads a workbook given as text. The file is named `file`; `p` may be NULL
 * (plan_default). Asserts that memory suffices.
 */
dataset *sheet_text_ingest(const char *text, const char *file, const plan *p,
                           ingest_report *report);

/*
 * One line a project, one a KPI, as far as they say something:
 *     P ①|name|goal Ⅰ title|theme ① title|measure|bureau/division|C|grants
 *     K name|人|B115@2014|T1000@2015-2019|2015=142 2016=c305|rate 0.76
 * and with `findings` a line each: F rule A1 value > arg > arg.
 */
void dataset_text(buf *out, const dataset *d, bool findings);

/* A sheet, and what is read from it with all findings. */
typedef struct sheet_case {
    const char *label, *file, *sheet, *expected;
} sheet_case;

/* A test of one case (its initial state): asserts the whole dataset. */
void sheet_text_reads(void **state);

#endif
