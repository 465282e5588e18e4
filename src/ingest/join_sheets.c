/*
 * join_sheets.c - a sheet a year, whose targets are the year's
 */
#include "ingest/join_sheets.h"

#include <string.h>

enum { INDICATORS_MOST = 64, PAIRS_MIN = 2, SHEETS_MOST = 32 };

/* An undated target beside the actual of one year. */
static bool is_open(const kpi *k)
{
    return k->target.value.known && k->target.to == 0 &&
           k->target.from == 0 && !k->target.per_year &&
           k->planned_count == 0 && k->actual_count == 1 &&
           k->actuals[0].fiscal_year != 0;
}

/* The same indicator on the sheet of another year. */
static bool is_other_year(const kpi *a, const kpi *b)
{
    return is_open(b) && strcmp(a->name, b->name) == 0 &&
           strcmp(a->where.sheet, b->where.sheet) != 0 &&
           a->actuals[0].fiscal_year != b->actuals[0].fiscal_year;
}

static bool any_open(const dataset *d)
{
    for (size_t i = 0; i < d->project_count; i++)
        for (size_t n = 0; n < d->projects[i].kpi_count; n++)
            if (is_open(&d->projects[i].kpis[n]))
                return true;
    return false;
}

/* The first project of each name, by the hash of the name. */
typedef struct first_names {
    size_t *slots; /* index + 1 */
    size_t count;
} first_names;

static project *first_of(const first_names *names, dataset *d, size_t i)
{
    size_t slot = (size_t)(text_hash(text_of(d->projects[i].name)) %
                           names->count);

    while (names->slots[slot] != 0 &&
           strcmp(d->projects[names->slots[slot] - 1].name,
                  d->projects[i].name) != 0)
        slot = (slot + 1) % names->count;
    if (names->slots[slot] == 0)
        names->slots[slot] = i + 1;
    return &d->projects[names->slots[slot] - 1];
}

/* The sheets on which such pairs stand. */
typedef struct sheet_names {
    const char *items[SHEETS_MOST];
    size_t count;
} sheet_names;

static bool has_sheet(const sheet_names *s, const char *sheet)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->items[i], sheet) == 0)
            return true;
    return false;
}

static void add_sheet(sheet_names *s, const char *sheet)
{
    if (s->count < SHEETS_MOST && !has_sheet(s, sheet))
        s->items[s->count++] = sheet;
}

static void give_year(reader *r, kpi *k, const char **reported)
{
    k->target.to = k->actuals[0].fiscal_year;
    if (strcmp(*reported, k->where.sheet) == 0)
        return; /* once for each sheet */
    *reported = k->where.sheet;
    if (finding_add(&r->data->findings, "target-year-inferred", r->source,
                    k->target.where, "", reader_year(r, k->target.to),
                    (const char *)NULL) == NULL)
        r->failed = true;
}

/* Counts the pairs, and those of them whose targets differ. */
static void compare(reader *r, const first_names *names, sheet_names *sheets,
                    size_t *pairs, size_t *differ)
{
    dataset *d = r->data;

    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i], *first = first_of(names, d, i);

        if (first == p || p->kpi_count > INDICATORS_MOST ||
            first->kpi_count > INDICATORS_MOST || p->relisted)
            continue;
        for (size_t n = 0; n < p->kpi_count; n++)
            for (size_t m = 0; is_open(&p->kpis[n]) && m < first->kpi_count;
                 m++) {
                const kpi *k = &p->kpis[n], *other = &first->kpis[m];

                if (!is_other_year(k, other))
                    continue;
                ++*pairs;
                add_sheet(sheets, k->where.sheet);
                add_sheet(sheets, other->where.sheet);
                *differ += number_compare(k->target.value.value,
                                          other->target.value.value) != 0;
                break;
            }
    }
}

void join_sheets(reader *r)
{
    dataset *d = r->data;
    first_names names = { NULL, 2 * d->project_count + 1 };
    sheet_names sheets = { .count = 0 };
    const char *reported = "";
    size_t pairs = 0, differ = 0;

    if (d->project_count < PAIRS_MIN || !any_open(d))
        return;
    names.slots = arena_array(r->memory, names.count, sizeof(*names.slots));
    if (names.slots == NULL) {
        r->failed = true;
        return;
    }
    compare(r, &names, &sheets, &pairs, &differ);
    if (pairs < PAIRS_MIN || differ * 2 <= pairs)
        return;
    for (size_t i = 0; i < d->project_count; i++)
        for (size_t n = 0; n < d->projects[i].kpi_count; n++)
            if (is_open(&d->projects[i].kpis[n]) &&
                has_sheet(&sheets, d->projects[i].kpis[n].where.sheet))
                give_year(r, &d->projects[i].kpis[n], &reported);
}
