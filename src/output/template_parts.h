/*
 * template_parts.h - what the files of the template share, and no one else
 *
 * Everything is worked out before the first cell is written: which rows there
 * are, which columns, which cells are open, and what each formula gives. So
 * a reader that does not recalculate shows the same as Excel.
 */
#ifndef KPIBOOK_OUTPUT_TEMPLATE_PARTS_H
#define KPIBOOK_OUTPUT_TEMPLATE_PARTS_H

#include <xlsxwriter.h>

#include "check/template_stamp.h"
#include "kpi/calc.h"
#include "output/template.h"

enum {
    TEMPLATE_MAX_PAST = 12, TEMPLATE_MAX_PLANNED = 12,
    TEMPLATE_HEAD = 5, TEMPLATE_FIRST = 6, /* rows of the table */
    TEMPLATE_FORMATS = 160
};

/* Columns of the table; past and planned stand once a year. */
typedef enum template_column {
    COLUMN_GOAL, COLUMN_THEME, COLUMN_PART, COLUMN_MEASURE, COLUMN_NO,
    COLUMN_PROJECT, COLUMN_BUREAU, COLUMN_CODE, COLUMN_KPI, COLUMN_UNIT,
    COLUMN_KIND, COLUMN_DIRECTION, COLUMN_BASE_YEAR, COLUMN_BASE,
    COLUMN_TARGET_YEARS, COLUMN_TARGET, COLUMN_PLANNED, COLUMN_PAST,
    COLUMN_ACTUAL, COLUMN_REASON, COLUMN_EXPECTED, COLUMN_RATE, COLUMN_GRADE,
    COLUMN_REMARK, COLUMN_STATE, TEMPLATE_COLUMNS
} template_column;

/* What a cell is to the clerk. */
typedef enum cell_look {
    LOOK_TITLE, LOOK_SUB, LOOK_NOTE, LOOK_GROUP, LOOK_GROUP_OPEN,
    LOOK_GROUP_AUTO, LOOK_HEAD, LOOK_HEAD_OPEN, LOOK_HEAD_AUTO,
    LOOK_LOCKED, LOOK_SAME, /* says what the row above says */
    LOOK_OPEN, LOOK_MAY,    /* open, but not asked for */
    LOOK_AUTO, LOOK_LEGEND, LOOK_GUIDE_TITLE, LOOK_GUIDE_HEAD,
    LOOK_GUIDE_LABEL, LOOK_GUIDE_TEXT, LOOKS
} cell_look;

typedef enum cell_align { ALIGN_TEXT, ALIGN_CENTER, ALIGN_NUMBER } cell_align;

typedef struct made_format {
    cell_look look;
    cell_align align;
    const char *numbers; /* format of numbers, "" = General */
    lxw_format *format;
} made_format;

typedef struct template_row {
    const project *project; /* NULL: a blank row */
    const kpi *kpi;         /* NULL: a project without indicators */
    bool first;             /* the first row of its project */
    size_t same_as;         /* row whose entries it repeats, + 1; 0 = none */
    kpi_kind kind;          /* as assessed; UNKNOWN for a blank row */
    kpi_direction direction;
    rate_formula formula;
    bool kind_set, direction_set; /* stated: the cells are locked */
    int from, to;           /* the years that give the expected value */
    quantity target, baseline; /* in the indicator's unit */
    bool target_plain, baseline_plain; /* the cell holds just that number */
    quantity expected;
    bool live;              /* a formula gives the expected value */
    bool running;           /* the entries are totals so far */
    bool sums;              /* the years' entries can be added up */
    const char *unit;       /* of the entries where not the indicator's, "" */
    number factor;          /* from that unit to the indicator's */
    number tolerance;
    uint32_t fields;        /* what is locked, for the stamp */
    int decimals;
} template_row;

typedef struct template_book {
    const plan *plan;
    const plan_department *department;
    const template_options *options;
    arena memory;
    calc calc;
    bool failed;
    bool english;
    dataset *data;          /* a copy of `from`, assessed; or NULL */
    int year;
    int past[TEMPLATE_MAX_PAST], planned[TEMPLATE_MAX_PLANNED];
    size_t past_count, planned_count;
    template_row *rows;
    size_t row_count, filled, kpis, projects, blank;
    uint32_t column[TEMPLATE_COLUMNS]; /* UINT32_MAX: not there */
    uint32_t column_count;
    const char **units;     /* for the drop-down */
    size_t unit_count;
    lxw_workbook *book;
    lxw_worksheet *sheet, *guide, *hidden;
    const char *sheet_name;
    made_format formats[TEMPLATE_FORMATS];
    size_t format_count;
} template_book;

/* ---- template_rows.c: what is in it --------------------------------------- */
kpi_status template_prepare(template_book *t, const dataset *from,
                            kpi_error *err);
bool template_has(const template_book *t, template_column column);
uint32_t template_row_at(size_t index); /* its row in the sheet */

/* ---- template_style.c ------------------------------------------------------ */
lxw_format *template_format(template_book *t, cell_look look,
                            cell_align align, const char *numbers);
unsigned template_size(cell_look look); /* tenths of a point */
/* One of two texts by the plan's language. */
const char *template_say(const template_book *t, const char *ja,
                         const char *en);
/* Formatted text that lives as long as the template. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
const char *template_text(template_book *t, const char *format, ...);
const char *template_keep(template_book *t, buf *made);
void template_string(template_book *t, lxw_worksheet *w, uint32_t row,
                     uint32_t col, const char *string, lxw_format *format);
void template_range(template_book *t, lxw_worksheet *w, uint32_t row,
                    uint32_t col, uint32_t last_col, const char *string,
                    lxw_format *format);
void template_number(template_book *t, lxw_worksheet *w, uint32_t row,
                     uint32_t col, number value, lxw_format *format);
/* A formula with its result: a number when known, else a text. */
void template_formula(template_book *t, lxw_worksheet *w, uint32_t row,
                      uint32_t col, const char *formula, quantity value,
                      const char *string, lxw_format *format);

/* ---- template_formula.c: how the rate reckons itself ------------------------ */
/* Columns of the hidden sheet, on the same rows as the table. */
typedef enum hidden_column {
    HIDDEN_KEY, HIDDEN_VALUE,
    HIDDEN_KIND = 3, HIDDEN_DIRECTION, HIDDEN_FROM, HIDDEN_START, HIDDEN_TO,
    HIDDEN_BASE_YEAR, HIDDEN_TARGET, HIDDEN_BASE, HIDDEN_USED, HIDDEN_EXACT,
    HIDDEN_LISTS = 20, HIDDEN_YEARS = 40
} hidden_column;

void template_write_steps(template_book *t, size_t index);
void template_write_results(template_book *t, size_t index);
const char *template_ref(template_book *t, uint32_t col, uint32_t row);
const char *template_own_ref(template_book *t, template_column column,
                             uint32_t row);

/* Tenths of a character. */
unsigned template_width(template_column column);

/* ---- template_table.c, template_cells.c, template_input.c: the table -------- */
void template_write_table(template_book *t);
void template_write_cells(template_book *t, size_t index);
void template_write_checks(template_book *t);

/* ---- template_hidden.c: stamp and lists -------------------------------------- */
void template_write_hidden(template_book *t);
/* The stamp, which is also set as document properties. */
bool template_write_stamp(template_book *t);

typedef enum template_list {
    LIST_UNITS, LIST_KINDS, LIST_DIRECTIONS, LIST_GRADES, LIST_REASONS,
    LIST_REACHED, LIST_ACTS, TEMPLATE_LISTS
} template_list;
extern const char *const template_list_names[TEMPLATE_LISTS];
const char *template_kind_word(kpi_kind kind);
const char *template_direction_word(kpi_direction direction);

/* ---- template_guide.c: 記入要領 ------------------------------------------------ */
void template_write_guide(template_book *t);

#endif
