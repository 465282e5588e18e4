/*
 * summary.h - the official workbook (公式集計表)
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_H
#define KPIBOOK_OUTPUT_SUMMARY_H

#include "check/check.h"

typedef struct summary_options {
    const char *created;   /* YYYY-MM-DDTHH:MM:SSZ: document time */
    const char *as_of;     /* YYYY-MM-DD, printed on the cover */
    const char *temporary; /* a folder for libxlsxwriter's files, or NULL */
    bool open_profile;     /* for publication (machine-readable) */
    bool with_data;        /* open profile: also the hidden sheet that reads
                              back (the print profile always has it) */
    size_t in_order_rows;  /* more KPI rows are written in constant memory,
                              with a filter and names instead of a table,
                              without notes; 0 = 20,000 */
    bool sources;          /* 出典 in so large a book too */
    /* Told how far the writing is, or NULL. */
    void (*progress)(void *context, size_t done, size_t all);
    void *progress_context;
    const dataset *previous; /* last year's data, assessed; NULL: none */
    struct summary_check *check; /* filled by the open profile, or NULL */
} summary_options;

/* 総務省「統計表における機械判読可能なデータの表記方法の統一ルール」 on the own output. */
enum { SUMMARY_CHECK_ITEMS = 15 };
typedef struct summary_check {
    bool passed[SUMMARY_CHECK_ITEMS];
    size_t offences[SUMMARY_CHECK_ITEMS]; /* cells or ranges against a rule */
    unsigned count;                       /* how many passed */
} summary_check;
/* `総務省チェック 15 項目: 15 適合`, and a line for each that failed. */
void summary_check_put(buf *out, const summary_check *check,
                       plan_language language);
/* What an item asks for ("セルの結合をしない"), by language. */
const char *summary_check_text(size_t item, plan_language language);

/*
 * Writes the workbook to `path` (which is created or replaced: the caller
 * gives a temporary name and renames). The dataset is consolidated, assessed
 * and checked. KPI_E_OUTPUT when it cannot be written, or when what was
 * written is not whole (summary_verify.h).
 */
kpi_status summary_write(const char *path, const dataset *d, const plan *p,
                         const summary_options *options, kpi_error *err);

#endif
