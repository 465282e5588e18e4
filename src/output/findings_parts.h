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
    const plan_rule *change; /* of its severity by the plan, or NULL */
    bool trial;              /* a notice until the rule's day */
} shown;

/* A rule that the plan turns off or changes, and what it would have said. */
typedef struct shown_change {
    const rule *rule;
    const plan_rule *change;
    size_t findings;
} shown_change;

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
    shown_change *changes; /* in the plan's order */
    size_t change_count;
} shown_list;

/* Files in the dataset's order. Release with arena_free(&list->memory). */
kpi_status shown_list_make(shown_list *out, const dataset *d, const plan *p,
                           const findings_style *style, kpi_error *err);

/* Message and hint, filled in; an unknown rule's id stands for itself. */
void shown_message(buf *out, const shown *s, plan_language language);
void shown_hint(buf *out, const shown *s, plan_language language);
/* Why it has another severity than the catalogue says; else nothing. */
void shown_note(buf *out, const shown *s, plan_language language);
/* `target-missing: 警告 → 対象外、3件。理由: …` */
void shown_change_put(buf *out, const shown_change *c,
                      plan_language language);
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
