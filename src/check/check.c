/*
 * check.c - runs the families of rules over a dataset, and counts
 */
#include "check/check_parts.h"

#include <string.h>

#include "kpi/marks.h"
#include "kpi/stretch.h"
#include "wording/fold.h"
#include "wording/units.h"
#include "xlsx/cellref.h"

enum { WORK_BYTES = 1 << 20 };

/* ---- A run --------------------------------------------------------------- */

void check_begin(checker *c, dataset *d, const plan *p)
{
    *c = (checker){ .data = d, .plan = p, .found = &d->findings };
    arena_init(&c->work, 0);
    arena_init(&c->kept, 0);
    c->calc.memory = &c->work;
    word_keys_init(&c->own_words, &c->kept);
    c->words = &c->own_words;
    c->year = p->reported_year != 0 ? p->reported_year : d->fiscal_year;
    if (c->year == 0)
        c->year = dataset_newest_year(d);
}

kpi_status check_end(checker *c, kpi_error *err)
{
    bool failed = c->failed || c->calc.failed || c->words->failed ||
                  c->data->findings.failed;

    arena_free(&c->work);
    arena_free(&c->kept);
    return failed ? kpi_fail_nomem(err) : KPI_OK;
}

kpi_status check_part(dataset *d, const plan *p, kpi_error *err)
{
    checker c;

    check_begin(&c, d, p);
    check_missing(&c);
    check_value(&c);
    check_logic(&c);
    check_totals(&c);
    check_template(&c);
    check_departments(&c);
    check_names(&c);
    return check_end(&c, err);
}

kpi_status check_dataset(dataset *d, const plan *p, kpi_error *err)
{
    merge_notes notes;
    kpi_status status;
    arena memory;

    arena_init(&memory, 0);
    merge_notes_init(&notes, &memory);
    status = marks_of_names(&notes.namesakes, &memory, d, NULL)
                 ? check_dataset_by(d, p, &notes, NULL, err)
                 : kpi_fail_nomem(err);
    arena_free(&memory);
    return status;
}

kpi_status check_dataset_by(dataset *d, const plan *p, merge_notes *notes,
                            const workers *w, kpi_error *err)
{
    checker c;
    kpi_status status;

    check_begin(&c, d, p);
    c.words = &notes->words;
    c.namesakes = notes->namesakes;
    c.workers = w;
    check_assessment(&c);
    check_identity(&c);
    check_relisted(&c);
    check_submission(&c);
    status = check_end(&c, err);
    return status == KPI_OK ? check_group(d, err) : status;
}

/* ---- Walking ------------------------------------------------------------- */

static bool counts(const project *p)
{
    return !p->relisted && !p->superseded;
}

/* Not after every project: small blocks would come and go without end. */
void check_empty_work(checker *c)
{
    if (c->work.used < WORK_BYTES)
        return;
    arena_free(&c->work);
    arena_init(&c->work, 0);
}

static void check_kpis_from(checker *c, const kpi_check *checks,
                            size_t count, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        const project *p = &c->data->projects[i];

        if (!counts(p))
            continue;
        for (size_t k = 0; k < p->kpi_count; k++)
            for (size_t n = 0; n < count; n++)
                checks[n](c, p, &p->kpis[k]);
        check_empty_work(c);
    }
}

void check_kpis(checker *c, const kpi_check *checks, size_t count)
{
    check_kpis_from(c, checks, count, 0, c->data->project_count);
}

typedef struct checking {
    const checker *c;
    const kpi_check *checks;
    size_t count;
} checking;

/* What a checker finds of a stretch it finds by itself. */
static void check_stretch(void *context, stretch *s)
{
    const checking *all = context;
    checker own = *all->c;

    arena_init(&own.work, 0);
    own.calc.memory = &own.work;
    own.found = s->findings;
    check_kpis_from(&own, all->checks, all->count, s->from, s->end);
    arena_free(&own.work);
    s->failed = own.failed || own.calc.failed;
}

void check_kpis_apart(checker *c, const kpi_check *checks, size_t count)
{
    checking all = { c, checks, count };

    if (!stretches_do(c->data, c->workers, false, check_stretch, &all))
        c->failed = true;
}

void check_projects(checker *c, const project_check *checks, size_t count)
{
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        if (!counts(p))
            continue;
        for (size_t n = 0; n < count; n++)
            checks[n](c, p);
        check_empty_work(c);
    }
}

/* ---- Reporting ----------------------------------------------------------- */

void check_report(checker *c, const project *p, const kpi *k,
                  const report *r)
{
    place where = r->where;
    finding *f;

    if (!where.has_cell)
        where = k != NULL && k->where.has_cell ? k->where : p->where;
    f = finding_add(c->found, r->rule, p->source, where, r->value,
                    r->args[0], r->args[1], r->args[2], r->args[3],
                    r->args[4], r->args[5], NULL);
    if (f == NULL)
        return;
    f->project = p->name;
    if (k != NULL)
        f->field = k->name;
}

const char *check_int(checker *c, int value)
{
    return calc_keep(&c->calc, arena_printf(&c->work, "%d", value));
}

const char *check_figure(checker *c, number value, const char *unit)
{
    char room[64];
    buf b;

    buf_init_room(&b, room, sizeof(room));
    number_put_grouped(&b, value);
    buf_string(&b, unit);
    return calc_keep_buf(&c->calc, &b);
}

const char *check_actual_text(checker *c, const actual *a)
{
    if (a->text[0] != '\0' || !a->value.known)
        return a->text;
    return check_figure(c, a->value.value, a->unit);
}

const char *check_where(checker *c, const project *p, place where)
{
    const char *file = p->source < c->data->source_count
        ? c->data->sources[p->source].file : "";
    char cell[CELLREF_SIZE], room[256];
    buf b;

    buf_init_room(&b, room, sizeof(room));
    buf_string(&b, file);
    if (where.sheet[0] != '\0')
        buf_printf(&b, "%s%s", file[0] != '\0' ? " " : "", where.sheet);
    if (where.has_cell) {
        cellref_write(cell, where.row, where.col);
        buf_printf(&b, "!%s", cell);
    }
    return calc_keep_buf(&c->calc, &b);
}

const char *check_key(checker *c, const char *typed)
{
    text folded;

    if (typed[0] == '\0')
        return "";
    if (!fold_key(&c->work, &folded, text_of(typed))) {
        c->failed = true;
        return "";
    }
    return calc_keep(&c->calc, arena_strndup(&c->work, folded.bytes,
                                             folded.length));
}

text check_join(checker *c, const char *const *parts, size_t count)
{
    const char *joined;
    buf b;

    buf_init(&b);
    for (size_t i = 0; i < count; i++)
        buf_printf(&b, "%s\x1f", parts[i]);
    joined = calc_keep_buf(&c->calc, &b);
    return text_of(joined);
}

/* ---- Questions ----------------------------------------------------------- */

bool check_excluded(const project *p)
{
    return p->relisted || p->superseded || p->declared_status[0] != '\0';
}

bool check_comparable(checker *c, number *other, number value,
                      const char *from, const char *to)
{
    units_relation relation;
    number factor;

    *other = value;
    if (from == to || from[0] == '\0' || to[0] == '\0' ||
        strcmp(from, to) == 0)
        return true;
    if (!units_relate(&c->work, &relation, &factor, text_of(from),
                      text_of(to))) {
        c->failed = true;
        return false;
    }
    if (relation == UNITS_INCOMPATIBLE)
        return false;
    *other = calc_multiply(&c->calc, value, factor);
    return true;
}

/* The sides of a number without its sign; false where they are long. */
static bool short_sides(number x, int64_t *top, int64_t *bottom)
{
    bool is_short = number_sides(x, top, bottom);

    *top = *top < 0 ? -*top : *top;
    return is_short;
}

bool check_apart(checker *c, number a, number b, int times)
{
    int64_t top, bottom, other_top, other_bottom;
    int sign = number_sign(a);
    number many;

    if (sign == 0 || sign != number_sign(b))
        return false;
    if (short_sides(a, &top, &bottom) &&
        short_sides(b, &other_top, &other_bottom)) { /* as nearly all */
        top *= other_bottom;
        other_top *= bottom;
        return top / times >= other_top || other_top / times >= top;
    }
    many = calc_int(&c->calc, times);
    if (sign < 0) {
        a = calc_subtract(&c->calc, NUMBER_ZERO, a);
        b = calc_subtract(&c->calc, NUMBER_ZERO, b);
    }
    return number_compare(a, calc_multiply(&c->calc, b, many)) >= 0 ||
           number_compare(b, calc_multiply(&c->calc, a, many)) >= 0;
}

int check_slip(checker *c, number a, number b)
{
    if (number_sign(a) == 0)
        return 0;
    for (int times = 10; times <= 1000; times *= 10) {
        number many = calc_int(&c->calc, times);

        if (number_compare(a, calc_multiply(&c->calc, b, many)) == 0)
            return times;
        if (number_compare(b, calc_multiply(&c->calc, a, many)) == 0)
            return -times;
    }
    return 0;
}

bool check_holds(text folded, const char *const *words)
{
    for (; folded.length != 0 && *words != NULL; words++)
        if (text_find(folded, *words, 0) != SIZE_MAX)
            return true;
    return false;
}

/* ---- Counting ------------------------------------------------------------ */

static severity severity_by(const rule *r, const plan *p, const char *as_of)
{
    return r == NULL ? SEVERITY_WARNING : rule_severity(r, p, as_of);
}

severity check_severity(const finding *f, const plan *p, const char *as_of)
{
    return severity_by(rule_find(f->rule), p, as_of);
}

static void count_one(check_counts *n, severity s)
{
    switch (s) {
    case SEVERITY_ERROR: n->errors++; break;
    case SEVERITY_WARNING: n->warnings++; break;
    case SEVERITY_NOTICE: n->notices++; break;
    case SEVERITY_OFF: break;
    }
}

check_counts check_count(const dataset *d, const plan *p, const char *as_of)
{
    rule_memory rules = { { NULL } };
    check_counts n = { 0, 0, 0 };

    for (size_t i = 0; i < d->findings.count; i++)
        count_one(&n, severity_by(rule_find_again(&rules,
                                                  d->findings.items[i].rule),
                                  p, as_of));
    return n;
}

/* The first finding of a source in a sorted list, else the first of all. */
static size_t first_of_source(const finding_list *list, size_t source_index)
{
    size_t low = 0, high = list->sorted ? list->count : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list->items[middle].source < source_index)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

check_counts check_count_source(const dataset *d, size_t source_index,
                                const plan *p, const char *as_of)
{
    const finding_list *list = &d->findings;
    check_counts n = { 0, 0, 0 };

    for (size_t i = first_of_source(list, source_index); i < list->count;
         i++) {
        const finding *f = &list->items[i];

        if (f->source == source_index)
            count_one(&n, check_severity(f, p, as_of));
        else if (list->sorted)
            break;
    }
    return n;
}
