/*
 * join_codes.c - figures in a table that names indicators by their codes alone
 */
#include "ingest/join_codes.h"

#include <string.h>

#include "ingest/join.h"

/* More of one code are no indicator that several projects share. */
enum { SHARERS = 64 };

/* Named indicators by code. */
typedef struct by_code {
    struct coded {
        kpi *k;
        const char *project; /* whose it is */
        struct coded *next;
    } **slots;
    size_t count;
} by_code;

static bool is_code_alone(const kpi *k)
{
    return k->code[0] != '\0' && strcmp(k->code, k->name) == 0;
}

static bool has_aim(const kpi *k)
{
    return k->target.value.known || k->target.to != 0 ||
           k->baseline.present || k->planned_count > 0;
}

/* Figures or a grade, of what another table sets a target for. */
static bool is_bare(const kpi *k, const project *p)
{
    return !has_aim(k) &&
           (k->actual_count > 0 || k->declared_grade[0] != '\0' ||
            p->declared_grade[0] != '\0' ||
            p->declared_status[0] != '\0');
}

static struct coded **slot_of(const by_code *by, const char *code)
{
    struct coded **slot = &by->slots[text_hash(text_of(code)) % by->count];

    while (*slot != NULL && strcmp((*slot)->k->code, code) != 0)
        slot = &(*slot)->next;
    return slot;
}

/* One entry for each code; the others of it are found behind it. */
static bool make_index(by_code *by, reader *r, size_t kpis)
{
    dataset *d = r->data;

    by->count = 2 * kpis + 1;
    by->slots = arena_array(r->memory, by->count, sizeof(*by->slots));
    for (size_t i = 0; by->slots != NULL && i < d->project_count; i++)
        for (size_t n = 0; n < d->projects[i].kpi_count; n++) {
            kpi *k = &d->projects[i].kpis[n];
            struct coded **slot, *entry;

            if (k->code[0] == '\0' || is_code_alone(k) ||
                is_bare(k, &d->projects[i]))
                continue;
            slot = slot_of(by, k->code);
            entry = arena_alloc(r->memory, sizeof(*entry));
            if (entry == NULL)
                return false;
            *entry = (struct coded){ k, d->projects[i].name, *slot };
            *slot = entry;
        }
    return by->slots != NULL;
}

/* The figures of `b` go to all of its code, which are one indicator's. */
static bool give(reader *r, const by_code *by, const kpi *b)
{
    struct coded *first = *slot_of(by, b->code), *at = first;
    size_t n = 0;

    for (; at != NULL && strcmp(at->k->code, b->code) == 0; at = at->next)
        if (++n > SHARERS || strcmp(at->k->name, first->k->name) != 0 ||
            !join_fits(r->memory, at->k, b))
            return false;
    for (at = first; n > 0; n--, at = at->next)
        join_kpi(r, at->k, b);
    return first != NULL;
}

/* 評価 beside a code alone is the indicator's. */
static const kpi *graded(kpi *k, const project *p)
{
    if (k->declared_grade[0] == '\0')
        k->declared_grade = p->declared_grade;
    return k;
}

/* Once a sheet. */
static void say_missed(reader *r, const kpi *k)
{
    struct missed *slot;

    if (r->missed_count > 0 &&
        strcmp(r->missed[r->missed_count - 1].where.sheet,
               k->where.sheet) == 0)
        return;
    slot = arena_push(r->memory, (void **)&r->missed, &r->missed_count,
                      &r->missed_capacity, sizeof(*slot));
    if (slot == NULL)
        r->failed = true;
    else
        *slot = (struct missed){ k->where, k->code, "指標", false };
}

/* Takes the codes alone out of a project; true when it was but one of them. */
static bool take_out(reader *r, const by_code *by, project *p)
{
    size_t kept = 0, all = p->kpi_count;
    bool own = all > 0 && strcmp(p->name, p->kpis[0].name) == 0 &&
               is_code_alone(&p->kpis[0]);

    for (size_t n = 0; n < all; n++)
        if (!is_code_alone(&p->kpis[n]))
            p->kpis[kept++] = p->kpis[n];
        else if (!give(r, by, graded(&p->kpis[n], p)))
            say_missed(r, &p->kpis[n]);
    p->kpi_count = kept;
    return own && kept == 0;
}

/* 指標番号 | 指標名 | R5実績, and no project beside them: are all its indicators
 * those of one name and code elsewhere? */
static bool repeats(const by_code *by, const project *p)
{
    for (size_t n = 0; n < p->kpi_count; n++) {
        const kpi *k = &p->kpis[n];
        const struct coded *first;

        if (k->code[0] == '\0' || is_code_alone(k) ||
            !is_bare(k, p))
            return false;
        first = *slot_of(by, k->code);
        if (first == NULL || strcmp(first->project, p->name) == 0 ||
            strcmp(first->k->name, k->name) != 0 ||
            (first->next != NULL && first->k->shared_count == 0 &&
             strcmp(first->next->k->code, k->code) == 0))
            return false;
    }
    return p->kpi_count > 0;
}

/* Gives all of them; false when one contradicts, and it stays as it is. */
static bool give_all(reader *r, const by_code *by, project *p)
{
    for (size_t n = 0; n < p->kpi_count; n++) {
        struct coded *at = *slot_of(by, p->kpis[n].code);

        if (!join_fits(r->memory, at->k, &p->kpis[n]))
            return false;
    }
    for (size_t n = 0; n < p->kpi_count; n++)
        if (!give(r, by, graded(&p->kpis[n], p)))
            return false;
    return true;
}

void join_codes(reader *r)
{
    dataset *d = r->data;
    size_t alone = 0, named = 0, kept = 0, bare = 0;
    by_code by;

    for (size_t i = 0; i < d->project_count; i++)
        for (size_t n = 0; n < d->projects[i].kpi_count; n++)
            if (is_code_alone(&d->projects[i].kpis[n])) {
                alone++;
            } else {
                named++;
                bare += d->projects[i].kpis[n].code[0] != '\0' &&
                        !d->projects[i].kpis[n].target.value.known;
            }
    if (alone + bare == 0)
        return;
    if (!make_index(&by, r, named)) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < d->project_count; i++) {
        project *p = &d->projects[i];

        if (!take_out(r, &by, p) &&
            !(bare > 0 && repeats(&by, p) && give_all(r, &by, p)))
            d->projects[kept++] = *p;
    }
    d->project_count = kept;
}
