/*
 * project_facts.c - labels and values behind a project's name in its own cell
 */
#include "ingest/rows/project_facts.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"

enum { FACTS_BYTES = 360, FACTS_MOST = 6, LABEL_BYTES = 48 };

typedef struct fact {
    role role;       /* ROLE_BUREAU of any office */
    text all, value; /* 事業期間：R1～R3, and what stands behind the label */
    year_span years; /* of a period, or of what a cost's label names */
    figure amount;   /* of a cost */
} fact;

/* 事業期間 of 事業期間：R1～R3, 予算額; NULL for other texts. */
static const header_word *label_of(reader *r, text t, text *value)
{
    size_t colon = glyph_colon(t, value);
    const header_word *w;

    if (colon == SIZE_MAX || colon == 0 || colon > LABEL_BYTES)
        return NULL;
    w = header_roles_find(r->roles, text_trim(text_cut(t, 0, colon)),
                          r->context_year);
    return w->exact && (w->role == ROLE_PERIOD || w->role == ROLE_COST ||
                        w->role == ROLE_BUREAU || w->role == ROLE_DIVISION ||
                        (w->role == ROLE_IGNORED &&
                         text_contains(w->name, text_of("予算"))))
               ? w : NULL;
}

static bool read_one(reader *r, fact *f, text t)
{
    const header_word *w = label_of(r, t, &f->value);
    size_t start, end;

    if (w == NULL || f->value.length == 0)
        return false;
    f->all = t;
    f->role = w->role;
    f->years = w->has_year ? w->years : (year_span){ 0 };
    switch (w->role) {
    case ROLE_PERIOD:
        return fiscal_year_find(&f->years, &start, &end, f->value,
                                r->context_year);
    case ROLE_COST:
        return number_text_parse(r->memory, &f->amount, f->value) &&
               text_ends(f->amount.unit, "円");
    case ROLE_BUREAU: case ROLE_DIVISION:
        f->role = ROLE_BUREAU;
        return department_in_bracket(f->value, true);
    default:
        return true;
    }
}

/* Where the next of them begins: behind a mark that a label follows. */
static size_t next_at(reader *r, text t, size_t from, size_t *end)
{
    static const char *const marks[] = { "、", "，", "／", "/", "\n", "　", " " };
    text value;

    for (size_t at = from; at < t.length; utf8_next(t, &at))
        for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
            size_t behind = at + strlen(marks[i]);

            if (!text_starts(text_from(t, at), marks[i]) ||
                label_of(r, text_trim(text_from(t, behind)), &value) == NULL)
                continue;
            *end = at;
            return behind;
        }
    *end = t.length;
    return t.length;
}

static void give(reader *r, project *p, const fact *f)
{
    cell_value spent = { .has_value = true, .value = f->amount.value };
    text unit = f->amount.unit;

    switch (f->role) {
    case ROLE_PERIOD:
        p->has_period = true;
        p->period_from = f->years.from != 0 ? f->years.from : f->years.to;
        p->period_to = f->years.open ? 0 : f->years.to;
        break;
    case ROLE_COST:
        spent.text = reader_line(r, f->value);
        rows_cost(r, p, &spent, &unit,
                  f->years.to != 0 ? f->years.to : r->stated_year, p->where);
        break;
    default:
        reader_add_text(r, &p->notes, &p->note_count, reader_line(r, f->all));
        break;
    }
}

bool project_facts_take(reader *r, project *p, text t, text *office)
{
    fact facts[FACTS_MOST];
    size_t count = 0, end;
    text colon;

    t = text_trim(t);
    if (t.length > FACTS_BYTES || glyph_colon(t, &colon) == SIZE_MAX)
        return false;
    for (size_t at = 0; at < t.length; count++) {
        size_t next = next_at(r, t, at, &end);

        if (count == FACTS_MOST ||
            !read_one(r, &facts[count], text_trim(text_cut(t, at, end))))
            return false;
        at = next;
    }
    if (count == 0 || (count == 1 && facts[0].role == ROLE_BUREAU))
        return false;
    for (size_t i = 0; i < count; i++)
        if (facts[i].role == ROLE_BUREAU)
            *office = facts[i].value;
        else
            give(r, p, &facts[i]);
    return true;
}
