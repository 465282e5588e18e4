/*
 * findings_parts.h - what the forms of findings share, and no one else
 */
#ifndef KPIBOOK_OUTPUT_FINDINGS_PARTS_H
#define KPIBOOK_OUTPUT_FINDINGS_PARTS_H

#include "output/findings.h"

/* A finding that is shown. `rule` is NULL when the catalogue has none. */
typedef struct shown {
    const finding *item;
    const rule *rule;
    severity severity;
} shown;

/* What is shown of one file; the last one is of none. */
typedef struct shown_file {
    const source *file; /* NULL: findings that concern no file */
    const shown *items;
    size_t count;
    check_counts counts;
    bool rejected;
} shown_file;

typedef struct shown_list {
    arena memory;
    shown *items;
    shown_file *files;  /* source_count, and one behind them */
    size_t file_count;  /* without that one */
    check_counts total;
} shown_list;

/* Files in the dataset's order. Release with arena_free(&list->memory). */
kpi_status shown_list_make(shown_list *out, const dataset *d, const plan *p,
                           const findings_style *style, kpi_error *err);

/* Message and hint, filled in; an unknown rule's id stands for itself. */
void shown_message(buf *out, const shown *s, plan_language language);
void shown_hint(buf *out, const shown *s, plan_language language);
/* `4か所` when equal findings were joined, else nothing. */
void shown_number(buf *out, const shown *s, plan_language language);
/* `基本目標Ⅰ!E12:E15`, as much of it as is known. */
void shown_place(buf *out, const shown *s);
/* `project / KPI`, as much of it as is known. */
void shown_names(buf *out, const shown *s);
/*
 * Text from a workbook without its line breaks and terminal escapes: control
 * characters become spaces, malformed bytes U+FFFD.
 */
void shown_clean(buf *out, text t);

#endif
