/*
 * finding.h - what is wrong with the data, where, and what stands there
 *
 * A finding names its rule by id; severity, message and hint in both
 * languages stand in the rule table (check/rules.h), where `{value}`, `{0}`
 * .. `{5}` are replaced by what the finding holds. So every room can report
 * without knowing a word of what will be printed.
 */
#ifndef KPIBOOK_BASE_FINDING_H
#define KPIBOOK_BASE_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "kpibook.h"

enum { FINDING_ARGS = 6 };

/* A cell or a range of cells in a source; sheet "" = the whole file. */
typedef struct place {
    const char *sheet; /* "" when unknown, never NULL once set */
    uint32_t row; /* zero-based */
    uint16_t col; /* below 16,384: a place is small, for there are many */
    uint32_t last_row; /* of the range; equal to row, col for one cell */
    uint16_t last_col;
    bool has_cell;
} place;

typedef struct finding {
    const char *rule;    /* stable id, kebab-case */
    size_t source;       /* index into the sources, or FINDING_NO_SOURCE */
    place where;
    const char *value;   /* what stands there as text; "" for none */
    const char *args[FINDING_ARGS]; /* NULL-padded */
    const char *project; /* the project's name beside it, or "" */
    const char *field;   /* the header's word or field's name, or "" */
    size_t joined;       /* equal findings of other cells that were made one
                            with it (check_group) */
} finding;

#define FINDING_NO_SOURCE ((size_t)-1)

typedef struct finding_list {
    arena *memory; /* where texts are copied to */
    finding *items;
    size_t count, capacity;
    bool failed;   /* memory ran out: at least one finding is lost */
    bool sorted;   /* by source: since finding_sort(), until one is added */
} finding_list;

static inline place place_none(void)
{
    return (place){ "", 0, 0, 0, 0, false };
}
static inline place place_range(const char *sheet, uint32_t row, uint32_t col,
                                uint32_t last_row, uint32_t last_col)
{
    return (place){ sheet, row, (uint16_t)col, last_row, (uint16_t)last_col,
                    true };
}
static inline place place_cell(const char *sheet, uint32_t row, uint32_t col)
{
    return place_range(sheet, row, col, row, col);
}

void finding_list_init(finding_list *list, arena *memory);
/*
 * Adds a finding; all texts are copied. Returns it, so that project, field
 * and further args can be set (with texts that live as long), or NULL when
 * memory ran out. `args` are up to 6 strings, ended by NULL:
 *     finding_add(list, "unit-differs", 0, where, "15件", "人", "件", NULL)
 */
finding *finding_add(finding_list *list, const char *rule, size_t source,
                     place where, const char *value, ...)
#if defined(__GNUC__)
    __attribute__((sentinel))
#endif
    ;
/* Adds the findings of another list, whose texts live as long. False:
 * memory, or it had run out for the other list. */
bool finding_append(finding_list *list, const finding_list *from);
/*
 * A file that cannot be read: why->rule (file-damaged when it has none), with
 * the part, its line and the reason as {0}, {1} and {2}. `file` is the
 * source's name, which is not repeated as a part.
 */
finding *finding_add_error(finding_list *list, size_t source,
                           const char *file, const kpi_error *why);

/* A sheet of a source, to say in which order sheets come. */
typedef struct finding_sheet {
    size_t source;
    const char *sheet;
} finding_sheet;

/*
 * Sorts by source, sheet, row, column, rule and text; stable. Sheets come as
 * in `order` (which may be empty and may repeat), then as they first appear
 * in the list.
 */
void finding_sort(finding_list *list, const finding_sheet *order,
                  size_t count);

/*
 * Findings source by source, each in the list's order: first[source] and
 * then next[index], SIZE_MAX ends a chain. The last chain is of all sources
 * that have none of their own: without a source, or with a number that is
 * not below the number of findings.
 */
typedef struct finding_chains {
    size_t *first, *next;
    size_t count; /* chains */
} finding_chains;
/* False: memory. */
bool finding_chain(finding_chains *out, arena *memory,
                   const finding_list *list);

#endif
